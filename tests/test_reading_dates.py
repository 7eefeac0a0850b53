"""Dates, periods and lengths of time from words: what documents say, and what labels say."""

import datetime
import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import bilateral
from bilateral import AmbiguousText, PartialDate, Period, UnknownLanguage, ValidationError, tables
from bilateral.dates.durations import Duration
from bilateral.dates.words.fragments import Fragment, complete
from bilateral.dates.words.labels import SPACINGS
from bilateral.dates.words.reading import (
    date_from_text,
    duration_from_text,
    period_from_text,
    period_readings,
)
from bilateral.dates.words.vocabulary import date_words
from bilateral.language.folding import fold_dates
from bilateral.language.lexicon import lexicon
from bilateral.tables import add_language

HERE = Path(__file__).parent
LANGUAGES = ("de", "en", "ru")
TODAY = datetime.date(2026, 11, 25)


def corpus(name):
    """Text and reading of each row of three files of phrases, with the language."""
    return [
        (lang, *line.split("\t"))
        for lang in LANGUAGES
        for line in (HERE / "data" / f"{name}_{lang}.tsv").read_text("utf-8").splitlines()[2:]
    ]


def outcome(read, *args):
    """The reading as text, or an exclamation mark and why there is none."""
    try:
        return str(read(*args))
    except AmbiguousText:
        return "!ambiguous"
    except ValidationError as error:
        return f"!{error.problems[0].code}"


@pytest.mark.parametrize(("lang", "text", "expected"), corpus("periods"))
def test_phrases(lang, text, expected):
    """As a document has it, in capitals, and with spaces that do not break."""
    assert outcome(period_from_text, text, lang) == expected
    assert outcome(period_from_text, text.upper(), lang) == expected
    assert outcome(period_from_text, f" {text.replace(' ', chr(0xA0))} ", lang) == expected


@pytest.mark.parametrize(("lang", "text", "expected"), corpus("periods"))
def test_phrases_of_any_language(lang, text, expected):
    """Without a language the reading is the same, but that English has two for figures."""
    if not expected.startswith("!"):
        two = re.fullmatch("[0-9]{2}[/-][0-9]{2}[/-][0-9]{4}", text) and lang != "en"
        assert outcome(period_from_text, text) == ("!ambiguous" if two else expected)


@pytest.mark.parametrize(("lang", "text", "expected"), corpus("durations"))
def test_durations(lang, text, expected):
    assert outcome(duration_from_text, text, lang) == expected
    if not expected.startswith("!"):
        assert outcome(duration_from_text, text) == expected
        assert outcome(period_from_text, text, lang) == "!length-without-start"


YEARS = st.one_of(st.integers(1000, 9999), st.integers(1990, 2060)).map(str)
MONTHS = st.integers(1, 12).map("{:02}".format)
DAYS = st.integers(1, 28).map("{:02}".format)
PARTS = st.integers(21, 41).map(str)
MARKS = st.sampled_from(["", "", "", "~", "?", "%"])


def joined(*parts):
    return st.tuples(*parts).map("-".join)


PLAIN = st.one_of(
    YEARS,
    joined(YEARS, MONTHS),
    joined(YEARS, MONTHS, DAYS),
    joined(YEARS, PARTS),
    joined(YEARS, MONTHS, st.sampled_from(["XX", "X5", "1X", "0X"])),
    st.integers(100, 999).map("{}X".format),
    st.integers(10_000, 10**12).map("Y{}".format),
)
ODD = st.sampled_from(
    ["2025-XX", "2025-XX-XX", "2025-XX-05", "20XX", "?2004-06", "2004-06~-11", "2026?-34"]
)
DATES = st.one_of(st.tuples(PLAIN, MARKS).map("".join), ODD)
# Two dates are more often alike than chance would have it.
PAIRS = st.one_of(
    st.tuples(DATES, DATES),
    st.tuples(YEARS, MONTHS, MONTHS, DAYS, DAYS).flatmap(
        lambda parts: st.sampled_from(
            [
                (f"{parts[0]}-{parts[1]}", f"{parts[0]}-{parts[2]}"),
                (f"{parts[0]}-{parts[1]}-{parts[3]}", f"{parts[0]}-{parts[1]}-{parts[4]}"),
                (f"{parts[0]}-{parts[1]}-{parts[3]}", f"{parts[0]}-{parts[2]}-{parts[4]}"),
                (f"{parts[0]}-{33 + int(parts[1]) % 4}", f"{parts[0]}-{33 + int(parts[2]) % 4}"),
                (f"{parts[0][:3]}X", f"{min(999, int(parts[0][:3]) + int(parts[1]))}X"),
            ]
        )
    ),
)


def periods(texts):
    def valid(text):
        try:
            Period(text)
        except ValidationError:
            return False
        return True

    return texts.filter(valid).map(Period)


PERIODS = periods(
    st.one_of(
        DATES,
        DATES.map("{}/..".format),
        DATES.map("{}/".format),
        DATES.map("../{}".format),
        DATES.map("/{}".format),
        # A period of one day is written as that day.
        PAIRS.filter(lambda pair: pair[0] != pair[1]).map("/".join),
    )
)


@given(PERIODS, st.sampled_from(["de", "de-AT", "de-CH", "en", "en-GB", "en-US", "ru"]))
@example(Period("2026/2028"), "ru")
@example(Period("2025-11-02/2025-11-20"), "en-US")
@example(Period("2001/2012"), "de")
@example(Period("1990/200X"), "ru")
@example(Period("2026-XX/2027-12-XX"), "de-CH")
@example(Period("2026-XX-XX"), "en")
@example(Period("2025-11-05/2025-11-06"), "en")
def test_a_label_reads_as_its_period(period, tag):
    """In every form and spacing, also where figures alone leave two readings."""
    labels = {
        period.label(tag, form, spacing): form
        for form, spacing in product(("bare", "for", "in", "short", "medium", "numeric"), SPACINGS)
    }
    for label, form in labels.items():
        try:
            assert period_from_text(label, tag) == period
        except AmbiguousText as error:
            assert (tag, form) == ("en", "numeric")
            assert str(period) in error.readings


@given(
    periods(
        st.tuples(st.integers(-3000, 999), st.integers(0, 99)).map(
            lambda pair: (
                f"{'-' if pair[0] < 0 else ''}{abs(pair[0]):04}"
                f"/{'-' if sum(pair) < 0 else ''}{abs(sum(pair)):04}"
            )
        )
    ),
    st.sampled_from(LANGUAGES),
)
def test_early_years(period, lang):
    """Years that need an era to be known as years."""
    if period.ends[0] != period.ends[1]:
        assert period_from_text(period.label(lang, "for"), lang) == period
    start = PartialDate(period.ends[0])
    assert date_from_text(start.label(lang, "in"), lang) == start


@given(st.text(max_size=40), st.sampled_from([None, *LANGUAGES]))
@example("½", "de")
@example("١٤٤٧", None)
@example("2026-02-30/", None)
@example("99999999999999999999999999999999999999", "en")
@example("0", "en")
@example("q0 2026", "en")
@example("0. Quartal 2026", "de")
@example("XX", None)
@example("2025-1X-4X", None)
def test_any_text_is_read_or_refused(text, lang):
    """With an error that has a message."""
    try:
        assert isinstance(period_from_text(text, lang), Period)
    except AmbiguousText as error:
        assert len(error.readings) > 1
    except ValidationError as error:
        assert error.text("de")
        assert error.text("ru")


def test_anything_but_text():
    for read in (period_from_text, date_from_text, duration_from_text):
        assert outcome(read, 2026) == "!wrong-type"


@pytest.mark.parametrize("word", ["на ", "für die ", "in the ", "1-", "bis ", "2026 to "])
def test_phrases_in_phrases_come_to_an_end(word):
    for read in (period_from_text, duration_from_text):
        assert outcome(read, word * (190 // len(word))).startswith("!unreadable")


SPACES = " \u00a0\u2002\u2003\u2009\u200a\u202f\u205f\u3000"
DASHES = "\u002d\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\ufe58\ufe63\uff0d\u2043\u301c"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["2026–2028", "11/2025 – 2/2026", "5.11.2025–20.11.2025"])
def test_every_space_and_dash_is_read_as_one(text, lang):
    period = period_from_text(text, lang)
    for dash, space in product([*DASHES, "--", "---"], SPACES):
        for around in ("", space):
            written = text.replace(" ", "").replace("–", f"{around}{dash}{around}")
            assert period_from_text(written, lang) == period


@given(PERIODS, st.sampled_from(LANGUAGES), st.sampled_from(SPACES))
def test_a_label_with_other_spaces_reads_as_its_period(period, lang, space):
    for form in ("bare", "for", "in", "short"):
        written = re.sub(r"\s", space, period.label(lang, form))
        assert period_from_text(written, lang) == period


def test_an_unknown_language():
    with pytest.raises(UnknownLanguage):
        period_from_text("2026", "xx")


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Mittwoch, 5. November 2025", "de", "2025-11-05"),
        ("Donnerstag, 5. November 2025", "de", "!unreadable-date"),
        ("on Wednesday, 5 November 2025", "en", "2025-11-05"),
        ("в среду, 5 ноября 2025 года", "ru", "2025-11-05"),
        ("Mittwoch, 2025", "de", "!unreadable-date"),
        ("Mittwoch, 44 v. Chr.", "de", "!unreadable-date"),
        ("Mittwoch, 2026–2028", "de", "!unreadable-date"),
    ],
)
def test_weekdays(text, lang, expected):
    """A day of the week has to be that of the date."""
    assert outcome(period_from_text, text, lang) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026, 2027 and 2028", "2026/2028"),
        ("2026, 2027 and 2029", "!dates-apart"),
        ("2027, 2026 and 2028", "!dates-apart"),
        ("October, November and December 2026", "2026-10/2026-12"),
        ("1, 2 and 3 May 2026", "2026-05-01/2026-05-03"),
        ("2028 and 2026", "!period-reversed"),
        (f"{', '.join(map(str, range(2010, 2022)))} and 2022", "!unreadable-date"),
    ],
)
def test_dates_in_a_row(text, expected):
    """Without a gap they are a period."""
    assert outcome(period_from_text, text, "en") == expected


class TestNumericDates:
    """Which number is the day."""

    @pytest.mark.parametrize(
        ("text", "lang", "expected"),
        [
            ("05/11/2025", "en-GB", "2025-11-05"),
            ("05/11/2025", "en-US", "2025-05-11"),
            ("05-11-2025", "en-US", "2025-05-11"),
            ("05/11/2025", "en", "!ambiguous"),
            ("05/11/2025", None, "!ambiguous"),
            ("05/11/2025", "de", "2025-11-05"),
            ("05/11/2025", "ru", "2025-11-05"),
            ("05/05/2025", "en", "2025-05-05"),
            ("25/11/2025", "en", "2025-11-25"),
            ("25/11/2025", "en-US", "!no-such-month"),
            ("05.11.2025", "en", "2025-11-05"),
            ("05.11.2025", None, "2025-11-05"),
            ("05.13.2025", "de", "!no-such-month"),
            ("31.04.2026", "de", "!no-such-day"),
            ("07/01/2025 to 12/31/2027", "en", "2025-07-01/2027-12-31"),
            ("01/07/2025 to 31/12/2027", "en", "2025-07-01/2027-12-31"),
            ("01/07/2025 to 01/12/2027", "en", "!ambiguous"),
            ("01.07. bis 31.12.2026", "de", "2026-07-01/2026-12-31"),
            ("01.13. bis 31.12.2026", "de", "!unreadable-date"),
            ("2025/11/05", "en", "2025-11-05"),
            ("2025.11.05", "ru", "2025-11-05"),
            ("2025-11", "de", "2025-11"),
            ("2025/11", "de", "2025-11"),
            ("2009/11", "de", "!ambiguous"),
            ("2009–11", "de", "2009/2011"),
            ("2025-13", "de", "!unreadable-date"),
            ("2026.5", "de", "!unreadable-date"),
            ("5. 2026", "de", "!unreadable-date"),
        ],
    )
    def test_order(self, text, lang, expected):
        assert outcome(period_from_text, text, lang) == expected

    def test_what_the_readings_are(self):
        with pytest.raises(AmbiguousText) as caught:
            period_from_text("05/11/2025", "en")
        assert caught.value.readings == ("2025-05-11", "2025-11-05")


class TestToday:
    """What depends on the day of reading needs that day."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("05.11.25", "2025-11-05"),
            ("05.11.99", "1999-11-05"),
            ("5. November 75", "2075-11-05"),
            ("dieses Jahr", "2026"),
            ("next year", "2027"),
            ("в прошлом году", "2025"),
            ("в текущем году", "2026"),
            ("ab heute", "2026-11-25/.."),
            ("2020 bis heute", "2020/.."),
        ],
    )
    def test_with_it(self, text, expected):
        assert outcome(period_from_text, text, None, TODAY) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("05.11.25", "!two-digit-year"),
            ("next year", "!needs-today"),
            ("ab heute", "!needs-today"),
            ("bis auf weiteres", "!unreadable-date"),
        ],
    )
    def test_without_it(self, text, expected):
        assert outcome(period_from_text, text) == expected


class TestOpenQuestions:
    """What a text leaves open is kept open."""

    @pytest.mark.parametrize(
        ("text", "readings"),
        [
            ("до 2030 года", ["../2030", "../2029"]),
            ("до конца 2030 года", ["../2030"]),
            ("по 2030 год", ["../2030"]),
            ("until 2030", ["../2030", "../2029"]),
            ("until 31 December 2030", ["../2030-12-31", "../2030-12-30"]),
            ("through 2030", ["../2030"]),
            ("с 2026 до 2028 года", ["2026/2028", "2026/2027"]),
            ("с 2026 до 2026 года", ["2026/2026"]),
            (
                "с 1 июля 2025 года до 1 июля 2027 года",
                ["2025-07-01/2027-07-01", "2025-07-01/2027-06-30"],
            ),
            ("until about 2030", ["../2030~"]),
            (
                "from 1 July 2025 for three years",
                ["2025-07-01/2028-06-30", "2025-07-01/2028-07-01"],
            ),
            ("2009-11", ["2009-11", "2009/2011"]),
        ],
    )
    def test_readings(self, text, readings):
        assert [str(one) for one in period_readings(text)] == readings

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("from 2026 for three years", "2026/2028"),
            ("from July 2025 for 18 months", "2025-07/2026-12"),
            ("from July 2025 for three years", "2025-07/2028-06"),
            ("from 2026 for 18 months", "!vague-date"),
            ("from July 2025 for 20 days", "!vague-date"),
            ("from about 2026 for three years", "!vague-date"),
            ("from spring 2026 for three years", "!vague-date"),
            ("from 9999 for three years", "!date-out-of-range"),
            ("from 2026 for an indefinite period", "!unreadable-date"),
        ],
    )
    def test_a_start_with_a_length(self, text, expected):
        assert outcome(period_from_text, text, "en") == expected

    @pytest.mark.parametrize(
        ("text", "hint"),
        [("Mitte 2026", "2026"), ("bis Anfang 2027", "2027"), ("ab Ende 2026", "2026")]
        + [
            ("vor etwa 2026", "2026~"),
            ("zwischen Mitte 2026 und 2028", "2026"),
            ("fünf Jahre", "P5Y"),
        ]
        + [("auf unbestimmte Zeit", None)],
    )
    def test_hints(self, text, hint):
        """What can be said for certain."""
        with pytest.raises(ValidationError) as caught:
            period_from_text(text, "de")
        assert caught.value.problems[0].hint == hint


class TestDates:
    """Single dates."""

    def test_from_text(self):
        assert PartialDate.from_text("5 ноября 2025 года") == PartialDate("2025-11-05")
        assert PartialDate.from_text("of 5 November 2025", "en") == PartialDate("2025-11-05")
        assert outcome(date_from_text, "2026–2028") == "!not-a-date"
        assert outcome(date_from_text, "bis 2030") == "!not-a-date"

    @pytest.mark.parametrize(
        "text", ["2025-11-05", "2026/2028", "2026/..", "../2030", "2026~/2028?", "20XX", "Y12000"]
    )
    def test_the_standard(self, text):
        assert str(period_from_text(text)) == text

    def test_codes_of_the_standard_are_not_for_people(self):
        """Two digits after a year are another year: 2026-34 is not the second quarter."""
        assert outcome(period_from_text, "2026-34") == "2026/2034"
        assert outcome(period_from_text, "2026-21") == "!unreadable-date"
        assert outcome(period_from_text, "2026-34/2027") == "!unreadable-date"

    def test_what_dates_leave_to_each_other(self):
        day, month = Fragment(day="05"), Fragment(month=5)
        assert complete(day, Fragment(2025, 11, "20"))[0] == Fragment(2025, 11, "05")
        assert complete(month, Fragment(2025)) == (month, Fragment(2025))
        assert complete(Fragment(25, short=True), Fragment(2028)) is None
        assert complete(Fragment(2025), Fragment(27, short=True))[1].year == 2027
        assert complete(Fragment(2025), Fragment(20, short=True)) is None
        assert complete(Fragment(2025, 1), Fragment(27, short=True)) is None


class TestTables:
    """Tables that a translator can trust."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_no_alternative_hides_a_longer_one(self, lang):
        """Of "from|from the" the second would never be found."""
        for pattern in lexicon(lang).rows("date_phrases", "pattern"):
            for group in re.findall(r"\(\?:([^()]*)\)", pattern):
                words = group.split("|")
                for number, word in enumerate(words):
                    hidden = [one for one in words[number:] if one.startswith(f"{word} ")]
                    assert not hidden, (pattern, word, hidden)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_numbers(self, lang):
        words = date_words(lang)
        assert set(words.cardinals.values()) == set(range(1, 200))
        assert set(words.ordinals.values()) == set(range(1, 32))

    @pytest.mark.parametrize(
        ("lang", "word", "number"),
        [
            ("de", "einundzwanzig", 21),
            ("de", "fünfunddreißig", 35),
            ("en", "forty-two", 42),
            ("en", "forty two", 42),
            ("ru", "двадцати пяти", 25),
            ("ru", "девяносто девять", 99),
            ("ru", "сто восемьдесят", 180),
            ("de", "hundertzwanzig", 120),
            ("en", "one hundred and twenty", 120),
        ],
    )
    def test_joined_numbers(self, lang, word, number):
        assert date_words(lang).cardinals[fold_dates(word)] == number

    def test_patterns_are_expressions_of_their_own(self):
        """A pattern has only the slots that it may have, and each is unique."""
        for lang in LANGUAGES:
            path = Path(bilateral.__file__).parent / f"language/data/{lang}/date_phrases.tsv"
            lines = path.read_text(encoding="utf-8").splitlines()[2:]
            patterns = [line.split("\t")[1] for line in lines]
            assert len(set(patterns)) == len(patterns)
            assert all(pattern.endswith("{b}") for pattern in patterns if "{b}" in pattern)
            assert all("(" not in re.sub(r"\\\(|\(\?:", "", pattern) for pattern in patterns)


@pytest.fixture
def french(tmp_path, monkeypatch):
    """A language of the user's own."""
    monkeypatch.setattr(tables, "_added", {})
    (tmp_path / "date_phrases.tsv").write_text(
        "id\tpattern\nyear\t{year}\nspan\tde {a} à {b}\nmonth\t{month} {year}\n"
        "day\t{day} {month} {year}\nunit.years\tans?\nlength-wrap\tpour {d}\n",
        encoding="utf-8",
    )
    (tmp_path / "numbers.tsv").write_text("id\tcardinal\tordinal\n05\tcinq\tcinquième\n", "utf-8")
    add_language("fr", tmp_path)
    yield "fr"
    tables.forget_tables()


def test_an_added_language(french):
    assert outcome(period_from_text, "de février 2026 à 2028", french) == "2026-02/2028"
    assert outcome(period_from_text, "de 2026 à 2028") == "2026/2028"
    assert outcome(period_from_text, "5 févr. 2026", french) == "2026-02-05"
    assert outcome(duration_from_text, "pour cinq ans", french) == "P5Y"
    assert outcome(duration_from_text, "pour cinq mois", french) == "!unreadable-duration"
    assert Duration.from_text("pour 5 ans") == Duration(5)


def test_an_added_language_without_tables(tmp_path, monkeypatch):
    """It reads what needs no words."""
    monkeypatch.setattr(tables, "_added", {})
    add_language("fr", tmp_path)
    try:
        assert outcome(period_from_text, "2026/2028", "fr") == "2026/2028"
        assert outcome(period_from_text, "en 2026", "fr") == "!unreadable-date"
        assert outcome(duration_from_text, "5 ans", "fr") == "!unreadable-duration"
        assert outcome(period_from_text, "на 2026 год") == "2026"
    finally:
        tables.forget_tables()
