"""The rules for names, tried against all that was reviewed: the recorded forms, or none."""

import re
from collections import Counter

import pytest

from bilateral import Partner, Phrase, reference
from bilateral.errors import MissingForm
from bilateral.language.completion import complete
from bilateral.language.lexicon import in_sentence, lexicon
from bilateral.tables import tables_of

# The least share of the names of a table that a rule is certain of; the others are proper names,
# and in the vocabulary nouns that name neither a body nor what a document is about.
CERTAIN = {
    "institutions": 0.99,
    "cities": 0.95,
    "subdivisions": 0.45,
    "countries": 0.4,
    "vocabulary": 0.6,
}
# Both are right: des Rates, des Rats.
SHORT = re.compile(r"(?<=amt|rat)es\b", re.IGNORECASE)
# Names of territories that were put together by another rule, which has no article for them.
WITH_ARTICLE = {"Free State", "Santiago Metropolitan Region"}


def kind_of(topic, key):
    if topic == "institutions":
        return reference.institutions()[key]["kind"]
    kinds = {"cities": "city", "subdivisions": "region", "countries": "state"}
    return kinds.get(topic, "subject")


def recorded(lang, topic):
    """The names of a table that somebody gave a gender or an article, with their kinds."""
    for key in lexicon(lang).rows(topic):
        phrase = lexicon(lang).phrase(topic, key)
        if phrase and (phrase.gender or phrase.article is not None):
            yield phrase, kind_of(topic, key)


def forms(phrase):
    found = {}
    for case in ("gen", "dat", "acc", "def"):
        try:
            found[case] = in_sentence(phrase, "de", case)
        except MissingForm:
            found[case] = None
    return found


def agree(made, known):
    """Whether a form is the known one, or none."""
    pairs = zip(forms(made).values(), forms(known).values(), strict=True)
    return all(one is None or SHORT.sub("s", one) == SHORT.sub("s", other) for one, other in pairs)


@pytest.mark.parametrize("topic", CERTAIN)
def test_a_german_rule_gives_the_recorded_forms_or_none(topic):
    told = Counter()
    for phrase, kind in recorded("de", topic):
        made = complete(Phrase(phrase.nom), "de", kind)
        told[made.article is not None] += 1
        if made.article is None:
            continue
        assert made.article is phrase.article, phrase
        assert made.gender in {None, phrase.gender}, phrase
        assert agree(made, phrase), phrase
    assert told[True] >= CERTAIN[topic] * told.total()


@pytest.mark.parametrize("topic", ["institutions", "cities", "subdivisions", "countries"])
def test_an_english_rule_gives_the_recorded_article(topic):
    for phrase, kind in recorded("en", topic):
        made = complete(Phrase(phrase.nom), "en", kind)
        assert (made.article, made.derived) == (phrase.article, ("article",)), phrase


@pytest.mark.parametrize("lang", ["de", "en"])
def test_units_of_all_countries_have_the_article_of_their_type_word(lang):
    told = Counter()
    for code in reference.subdivisions():
        unit = Partner.subdivision(code)
        known = unit.name.best(lang)
        if known is None or known.article is None:
            continue
        made = complete(Phrase(known.nom), lang, unit.kind.value)
        told[made.article is not None] += 1
        if made.article is not None and known.nom not in WITH_ARTICLE:
            assert made.article is known.article, known
            assert lang == "en" or agree(made, known), known
    assert told[True] >= told.total() * 0.8


def test_completing_a_recorded_name_changes_no_form_of_it():
    for topic in CERTAIN:
        for phrase, kind in recorded("de", topic):
            assert forms(complete(phrase, "de", kind)) == forms(phrase), phrase


class TestHeads:
    """The tables of nouns."""

    def test_every_german_noun_begins_its_forms(self):
        for noun, row in tables_of("de").rows("head_nouns", "noun").items():
            assert row.get("gender", "m") in {"m", "f", "n", "pl"}, noun
            assert all(row.get(case, noun).startswith(noun) for case in ("gen", "oblique")), noun
            assert row.get("of", "subject") in {"subject", "territory"}, noun
            if row.get("gender") in {"m", "n"}:
                assert "gen" in row, noun

    def test_every_english_noun_says_something(self):
        for noun, row in tables_of("en").rows("head_nouns", "noun").items():
            assert row.keys() & {"complement", "last", "first", "alone"}, noun
            assert noun.islower() or "alone" in row, noun

    def test_no_german_noun_stands_there_twice(self):
        nouns = [row["noun"].lower() for row in tables_of("de").read("head_nouns")]
        assert len(nouns) == len(set(nouns))
