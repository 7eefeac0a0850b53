"""What is written of a term is read as that term."""

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Term, tables
from bilateral.reading.clause_grammar import clause_grammar
from bilateral.reading.clause_meanings import has_meaning
from bilateral.terms import Effect, Start
from bilateral.testing import values_of
from bilateral.text import Phrases
from tests.terms.examples import FULL

LANGUAGES = ("de", "en", "ru")
EVENT = Phrases({"de": "das Ende des Projekts", "en": "the end of it", "ru": "окончание проекта"})


def can_be_told(term: Term) -> bool:
    """Whether its words tell it from every other term; each exception has its reason."""
    starts = [start for start in (term.entry, term.provisional, term.counted_from) if start]
    # "Receipt of the notice" is one of termination: an entry into force that waits for it is
    # refused, because documents mean the notice that their procedures are completed.
    notices = any({"notice_received", "notice_sent"} & {*start.on} for start in starts)
    # Without a time that comes first, both are the same: in force indefinitely.
    endless = term.renewal and term.renewal.indefinite and not (term.length or term.until)
    return not notices and not endless


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_term_with_all_rules_is_read_as_it_was_written(lang):
    again = Term.from_text(FULL.label(lang), lang)
    event = Phrases({lang: FULL.until_event[lang].nom})
    assert again == attrs.evolve(FULL, until_event=event)


@given(values_of(Term), st.sampled_from(LANGUAGES))
def test_what_is_written_of_a_term_is_read_as_a_term_of_the_same_words(term, lang):
    assume(can_be_told(term))
    term = attrs.evolve(term, until_event=EVENT if term.until_event else None)
    label = term.label(lang)
    again = Term.from_text(label, lang)
    assert again.label(lang) == label
    # What is read and written again is the very same.
    assert Term.from_text(again.label(lang), lang) == again


@given(values_of(Term), st.sampled_from(LANGUAGES))
def test_what_is_written_of_a_document_that_does_not_bind_is_read_too(term, lang):
    assume(can_be_told(term))
    term = attrs.evolve(term, until_event=EVENT if term.until_event else None)
    again = Term.from_text(term.label(lang, bl.Binding.NON_BINDING), lang)
    assert again == Term.from_text(term.label(lang), lang)


@given(st.text(max_size=60), st.sampled_from([None, *LANGUAGES]))
def test_any_text_is_read_or_refused_with_a_reason(text, lang):
    try:
        assert Term.from_text(text, lang).label("en")
    except (bl.UnreadText, bl.AmbiguousText, bl.ValidationError) as error:
        assert str(error)


def test_an_event_in_another_language_keeps_it():
    term = Term(until_event={"de": "das Ende"})
    assert Term.from_text(term.label("en"), "en") == term


def test_how_it_waits_is_told_by_its_effect_where_there_is_no_time():
    """Two ways to say the same in data are one in words."""
    month = Term(entry=Start("signed", after="P1M", effect=Effect.MONTH))
    assert Term.from_text(Term(entry=Start("signed", effect="next_month")).label("en")) == month


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phrase_has_a_meaning_and_slots_that_can_be_filled(lang):
    grammar = clause_grammar(lang)
    known = {*grammar.rules, "moment", "length", "endless", "date", "until", "ordinal", "number"}
    known |= {"any-event", "events", "survivors", "aspects"}
    for rules in grammar.rules.values():
        for rule in rules:
            assert has_meaning(rule.name), rule.name
            assert {part[1] for part in rule.parts if isinstance(part, tuple)} <= known, rule.name


def test_an_added_language_reads_what_its_own_rows_write(tmp_path):
    rows = {
        "clauses": "id\tnom\ncoda\tEtc.\nindefinite\tReste en vigueur.\n"
        "length\tReste en vigueur {acc}.\n",
        "durations": "id\tacc\tobl\nyear.one\t{n} an\t{n} an\nyear.other\t{n} ans\t{n} ans\n",
        "date_phrases": "id\tpattern\nunit.years\tans?\n",
    }
    for name, text in rows.items():
        (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    tables.add_language("fr", tmp_path)
    for term in (Term(length="P5Y"), Term(indefinite=True)):
        assert Term.from_text(term.label("fr"), "fr") == term
    with pytest.raises(bl.UnreadText):
        Term.from_text("Etc.", "fr")
