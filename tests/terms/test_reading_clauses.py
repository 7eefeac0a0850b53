"""Clauses of documents and lists as terms, or refused with what was not understood."""

import json
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import AmbiguousText, Term, UnreadText, ValidationError, tables
from bilateral.language.lexicon import names
from bilateral.terms import Exit, Renewal, Start
from bilateral.wire.converter import converter

DATA = Path(__file__).parents[1] / "data" / "clauses_read.tsv"
CASES = [line.split("\t") for line in DATA.read_text("utf-8").splitlines()[3:]]
KNOWN = [(lang, term, text) for use, lang, term, text in CASES if use == "known"]
FURTHER = [(lang, term, text) for use, lang, term, text in CASES if use == "further"]
SCORED = [(lang, term, text) for use, lang, term, text in CASES if use == "scored"]
# Words that turn a clause around, or put a condition to it.
TURNS = {
    "de": ("nicht", "falls"),
    "en": ("not", "if"),
    "ru": ("не", "если"),
}


def expected(data: str) -> Term:
    fields = json.loads(data)
    if "until_event" in fields:
        event = names("vocabulary", f"outside_event.{fields['until_event']}")
        fields["until_event"] = {lang: event[lang].nom for lang in ("de", "en", "ru")}
    return converter().structure(fields, Term)


def outcome(lang: str, text: str) -> Term | None:
    try:
        return Term.from_text(text, lang)
    except (UnreadText, AmbiguousText, ValidationError):
        return None


def misread(cases):
    """The clauses of which something else comes than the term that belongs to them, and what."""
    outcomes = [(outcome(lang, text), term, text) for lang, term, text in cases]
    return [one for one in outcomes if one[0] != (None if one[1] == "-" else expected(one[1]))]


@pytest.mark.parametrize("lang", TURNS)
def test_a_clause_of_a_document_is_read(lang):
    cases = [case for case in KNOWN + FURTHER if case[0] == lang]
    assert len(cases) > 50
    assert misread(cases) == []


def test_capitals_and_kinds_of_spaces_do_not_matter():
    changed = [
        (lang, term, f" {text.upper().replace(' ', chr(0xA0))} ") for lang, term, text in KNOWN
    ]
    assert misread(changed) == []


def test_of_clauses_that_it_was_not_made_with_none_is_misread_and_nine_in_ten_are_read():
    misread, read = [], []
    for lang, term, text in SCORED:
        found = outcome(lang, text)
        if found is not None and (term == "-" or found != expected(term)):
            misread.append(text)
        if found is not None and term != "-":
            read.append(text)
    assert misread == []
    assert len(read) >= 0.9 * sum(term != "-" for _, term, _ in SCORED)


@pytest.mark.parametrize("lang", TURNS)
def test_a_negation_or_condition_is_passed_over_nowhere(lang):
    texts = [text for tag, term, text in KNOWN if tag == lang and term != "-"]
    for turn, text in ((turn, text) for turn in TURNS[lang] for text in texts):
        words = text.split(" ")
        for place in range(len(words) + 1):
            changed = " ".join([*words[:place], turn, *words[place:]])
            assert outcome(lang, changed) is None, changed


class TestWhatIsRefused:
    """Nothing that is not understood is passed over in silence."""

    def test_the_parts_that_were_understood_and_those_that_were_not_are_told(self):
        text = "Valid for five years, weather permitting. Enters into force on signature."
        with pytest.raises(UnreadText) as caught:
            Term.from_text(text, "en")
        assert caught.value.value == text
        assert caught.value.understood == ("Valid for five years", "Enters into force on signature")
        assert caught.value.rest == ("weather permitting",)
        assert str(caught.value) == "not understood: 'weather permitting'"

    def test_parts_are_shown_as_they_stand_in_the_text(self):
        with pytest.raises(UnreadText) as caught:
            Term.from_text("5\u00a0Jahre, außer „in der  Großen Straße“. Unbefristet", "de")
        assert caught.value.understood == ("5 Jahre", "Unbefristet")
        assert caught.value.rest == ("außer „in der Großen Straße“",)

    @pytest.mark.parametrize("text", ["", " ", ".", "«»"])
    def test_a_text_without_words_says_no_term(self, text):
        with pytest.raises(UnreadText) as caught:
            Term.from_text(text, "ru")
        assert caught.value.understood == ()
        assert str(caught.value) == f"not understood: {text!r}"

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("5 years, for 3 years", "for 3 years"),
            (
                "It may be extended by agreement of the Parties, "
                "unless either Party gives written notice three months before its expiry.",
                "unless either Party gives written notice three months before its expiry",
            ),
        ],
    )
    def test_a_clause_that_contradicts_another_is_named(self, text, rest):
        with pytest.raises(UnreadText) as caught:
            Term.from_text(text, "en")
        assert caught.value.rest == (rest,)

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("5 years with automatic renewal", "missing-field"),
            ("Either Party may terminate this Agreement by written notice.", "missing-field"),
            ("No notice may be given for 3 years after entry into force.", "missing-field"),
            ("5 years, indefinitely", "excludes-field"),
            ("The Agreement is subject to ratification.", "empty-term"),
        ],
    )
    def test_clauses_that_make_no_term_are_refused_as_those_of_a_term(self, text, code):
        with pytest.raises(ValidationError) as caught:
            Term.from_text(text, "en")
        assert [problem.code for problem in caught.value.problems] == [code]

    @pytest.mark.parametrize(
        "text",
        [
            "5 years,000",
            "5 years, at most many times",
            "Ends with this event: .",
            "enters into force on 1 January 2026, but not before 2 February 2026",
            "enters into force on the first day of month 0 after the month of signature",
            f"enters into force on the {'9' * 30}th day after signature",
            "until 2030 or 2031",
            "from 2026 to 2028",
            "renewal: 5 years",
        ],
    )
    def test_what_looks_like_a_clause_and_is_none_is_refused(self, text):
        with pytest.raises(UnreadText):
            Term.from_text(text, "en")

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            *(("en", text) for text in ("3-5 years", "up to 5 years", "at least five years")),
            *(("en", text) for text in ("within 5 years", "for another five years", "by 2030")),
            *(("en", text) for text in ("five (6) years", "until further notice", "in five years")),
            *(("en", text) for text in ("before 2030", "since 2020", "until 22 September")),
            *(("de", text) for text in ("mindestens fünf Jahre", "bis zu 5 Jahre", "vor 2030")),
            *(("de", text) for text in ("innerhalb von fünf Jahren", "weitere fünf Jahre")),
            *(("de", text) for text in ("verlängert um 5 Jahre", "nach fünf Jahren")),
            *(("ru", text) for text in ("не менее 5 лет", "до 5 лет", "через 5 лет", "за 5 лет")),
            *(("ru", text) for text in ("по истечении 5 лет", "к 2030 году", "в 2025 году")),
            *(("ru", text) for text in ("2025 год", "последующие 5 лет", "продлено на 5 лет")),
        ],
    )
    def test_not_every_length_and_not_every_year_is_that_of_a_term(self, lang, text):
        assert outcome(lang, text) is None

    def test_what_may_be_once_or_again_and_again_is_ambiguous(self):
        with pytest.raises(AmbiguousText) as caught:
            Term.from_text("5 лет с автоматическим продлением на 5 лет", "ru")
        assert len(caught.value.readings) == 2

    def test_what_is_ambiguous_has_its_readings_in_words_that_are_read_again(self):
        with pytest.raises(AmbiguousText) as caught:
            Term.from_text("5 лет с автоматическим продлением на 5 лет", "ru")
        first, second = caught.value.readings
        assert first == "Действует в течение 5 лет. Автоматически продлевается каждый раз на 5 лет."
        assert Term.from_text(first, "ru") == Term(length="P5Y", renewal="P5Y")
        assert Term.from_text(second, "ru") == Term(length="P5Y", renewal=Renewal("P5Y", times=1))

    @pytest.mark.parametrize("text", [5, None, b"5 years"])
    def test_only_a_text_can_be_read(self, text):
        with pytest.raises(ValidationError, match="wrong-type"):
            Term.from_text(text)

    def test_a_text_longer_than_all_clauses_is_refused(self):
        with pytest.raises(ValidationError, match="text-too-long"):
            Term.from_text("5 years. " * 500, "en")

    def test_a_language_without_the_table_reads_nothing(self):
        with pytest.raises(bl.UnknownLanguage):
            Term.from_text("cinq ans", "fr")


@pytest.fixture
def odd_language(tmp_path):
    """A language in which "years" are months."""
    phrases = "id\tpattern\nunit.months\tyears\n"
    (tmp_path / "date_phrases.tsv").write_text(phrases, encoding="utf-8")
    (tmp_path / "term_reading.tsv").write_text("id\tpattern\nlength\t{acc}\n", encoding="utf-8")
    tables.add_language("qaa", tmp_path)


@pytest.mark.usefixtures("odd_language")
def test_languages_that_read_a_text_differently_are_told():
    assert Term.from_text("5 years", "qaa") == Term(length="P5M")
    with pytest.raises(AmbiguousText, match="P5M"):
        Term.from_text("5 years")


class TestWhatIsMeant:
    """Where the same words can be about several things, their neighbours tell about which."""

    def test_the_language_need_not_be_told(self):
        assert Term.from_text("бессрочно") == Term.from_text("indefinitely")
        with pytest.raises(UnreadText, match="weather"):
            Term.from_text("Valid for five years, weather permitting")

    def test_notice_is_against_a_renewal_where_there_is_one(self):
        notice = "unless terminated by either Party by six months' written notice"
        renewed = Term.from_text(f"5 years, renewed automatically for periods of 1 year, {notice}")
        assert renewed.renewal == Renewal("P1Y", notice="P6M")
        assert renewed.exit is None
        assert Term.from_text(f"5 years {notice}") == Term(length="P5Y", exit="P6M")

    def test_one_further_period_is_one_unless_the_notice_speaks_of_each(self):
        text = "продлевается на следующий пятилетний период, если ни одна из Сторон не уведомит"
        once = f"автоматически {text} другую Сторону за год до истечения срока."
        assert Term.from_text(once, "ru") == Term(renewal=Renewal("P5Y", times=1, notice="P1Y"))
        with pytest.raises(AmbiguousText):
            Term.from_text(once.replace("срока", "соответствующего периода"), "ru")

    def test_a_length_that_is_not_told_again_is_the_first(self):
        term = Term.from_text(
            "fünf Jahre, automatische Verlängerung um jeweils den gleichen Zeitraum"
        )
        assert term == Term(length="P5Y", renewal="P5Y")

    @pytest.mark.parametrize("text", ["danach jeweils 2 Jahre", "dann um je 2 Jahre verlängert"])
    def test_each_time_after_the_first_is_a_renewal(self, text):
        assert Term.from_text(f"4 Jahre, {text}", "de") == Term(length="P4Y", renewal="P2Y")

    def test_a_last_day_after_until_may_not_be_included(self):
        assert Term.from_text("до 31 декабря 2028 года").until_disputed
        assert not Term.from_text("до 31 декабря 2028 года включительно").until_disputed
        assert not Term.from_text("до 2030 года").until_disputed

    def test_receipt_of_a_notice_begins_an_exit_and_no_entry(self):
        text = "three months after receipt of the notification"
        assert Term.from_text(f"The termination takes effect {text}.") == Term(exit="P3M")
        with pytest.raises(UnreadText):
            Term.from_text(f"The Agreement enters into force {text}.", "en")

    def test_the_day_of_sending_can_count(self):
        text = "The termination takes effect three months after dispatch of the notification."
        assert Term.from_text(text) == Term(exit=Exit("P3M", counts="sent"))

    def test_a_year_may_be_counted_from_that_of_an_event(self):
        text = "enters into force on 1 January of the {} following the year of signature"
        for words, years in (("second year", 2), ("year", 1)):
            start = Start("signed", after=f"P{years}Y", effect="year")
            assert Term.from_text(text.format(words)) == Term(entry=start)

    def test_notice_can_be_to_the_end_of_a_year(self):
        text = "Jede Seite kann die Vereinbarung mit einer Frist von drei Monaten {} kündigen."
        term = Term.from_text(text.format("zum Jahresende"), "de")
        assert term == Term(exit=Exit("P3M", effect="year_end"))
        assert Term.from_text(text.replace(" {}", ""), "de") == Term(exit="P3M")

    def test_an_ordinal_may_be_of_any_number(self):
        text = "enters into force on the {} day after signature"
        for ordinal in ("ninetieth", "90th"):
            assert Term.from_text(text.format(ordinal)) == Term(entry=Start("signed", after="P90D"))

    def test_an_outside_event_that_is_known_has_its_name_in_every_language(self):
        term = Term.from_text("до выполнения обязательств")
        assert term.label("de") == "Endet mit diesem Ereignis: Erfüllung der Verpflichtungen."
        assert term.label("en") == "Ends with this event: fulfilment of the obligations."
