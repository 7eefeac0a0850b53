"""Dates and periods in words.

`python -m tests.dates.words.test_labels` writes the golden file anew;
read the difference before you commit it.
"""

import re
from itertools import product
from pathlib import Path

import pytest

from bilateral import MissingForm, PartialDate, Period, UnknownLanguage, ValidationError
from bilateral.dates.words.labels import FORMS, SPACINGS, date_label, period_label
from tests.dates.words.processes import with_sample

HERE = Path(__file__).parents[2]
GOLDEN = HERE / "golden" / "date_labels.tsv"
TAGS = ("de", "en", "en-US", "ru")
PERIODS = [
    # Single dates, from a day to a decade.
    *["2025-11-05", "2025-11", "2026", "201X", "2026-02-01"],
    *[f"2026-{code}" for code in range(21, 42)],
    # Two of a kind, by what they share.
    *["2025-11-05/2025-11-05", "2025-11-05/2025-11-20", "2025-11-05/2025-12-31"],
    *["2025-11-05/2028-12-31", "2025-11-02/2025-11-20", "2025-11/2025-12", "2025-11/2028-12"],
    *["2026/2027", "2026/2028", "201X/202X", "2026-33/2026-34", "2026-24/2027-21"],
    # Of different kinds.
    *["2025-11-05/2025-12", "2025-11-05/2028", "2025-11/2026-12-31", "2026/2026-40", "2026/203X"],
    # Ends that are open or not known.
    *["2026/..", "2026/", "../2030", "/2030", "2025-11/..", "2025-11-02/..", "../2025-11-02"],
    *["2026-34/..", "../2026-34", "201X/..", "../201X", "../2025-11", "/2025-11-05", "2026-28/.."],
    # Marks.
    *["2026~", "2026?", "2026%", "2025-11-05~", "2026~/2028?", "2025-11-05~/2025-11-20"],
    *["2026~/..", "../2030?", "/2030-11%", "2026-34~", "201X?"],
    # What has no words.
    *["2025-XX", "2025-11-XX", "2025-11-X5", "2025-11-0X", "2025-XX-05", "20XX", "XXXX-11-05"],
    *["2004-06~-11", "?2004-06", "2025-XX/2026", "2025-11-XX/2025-11-20", "20XX~", "-201X"],
    # Years of other lengths, and before the first.
    *["0044", "0962-11-05", "0000", "-0043", "-0043-03-15", "Y12000", "Y-17000000", "-0043-03"],
    *["-0043/-0026", "-0043/0014", "0044/2028", "-0043-03/-0043-05", "-0043-03-15/-0042-05-01"],
    *["-0043/..", "../0014", "-0043-34", "0962-11-05/1999", "-0043-03-15/-0043-03-20"],
]
SHOWN_SPACES = {"\u00a0": "~", "\u2009": "_", "\u202f": "^"}


def label(period, tag, form, spacing):
    """A label whose special spaces can be seen, or a dash."""
    try:
        text = period.label(tag, form, spacing)
    except MissingForm:
        return "—"
    return text.translate(str.maketrans(SHOWN_SPACES)) if "~" not in text else text


def rows():
    """The golden file as it should be: the three spacings side by side where they differ."""
    yield "period\tlang\tform\t" + "\t".join(SPACINGS)
    for text, tag, form in product(PERIODS, TAGS, FORMS):
        labels = dict.fromkeys(label(Period(text), tag, form, spacing) for spacing in SPACINGS)
        yield "\t".join((text, tag, form, *labels))


def test_texts_are_the_golden_ones_to_the_character():
    """To the character, special spaces too (``~`` no-break, ``_`` thin, ``^`` narrow no-break)."""
    assert list(rows()) == GOLDEN.read_text(encoding="utf-8").splitlines()


ICU = [
    line.split("\t")
    for line in (HERE / "data" / "icu_intervals.tsv").read_text(encoding="utf-8").splitlines()[2:]
]


def as_icu(tag, text):
    """A label of ours or of ICU 78 without what differs on purpose."""
    # What stands between two dates is ours.
    text = re.sub(r"\s*[–—]\s*", "–", text)
    if tag == "ru":
        # A number alone is no Russian for a year: our table adds the word.
        text = re.sub(r"^([0-9–]+)\sгг?\.$", r"\1", text)
        # ICU says the year of months twice.
        text = re.sub(r"^(\w+) ([0-9]+\sг\.)–(\w+) \2$", r"\1–\3 \2", text)
    return re.sub(r"\s", " ", text)


def test_the_short_form_is_that_of_cldr_but_for_the_dash():
    labels = [(tag, Period(period).label(tag, "short"), text) for tag, period, text in ICU]
    assert len(labels) > 250
    assert [one for one in labels if as_icu(*one[:2]) != as_icu(*one[::2])] == []


@pytest.mark.parametrize(
    ("text", "lang", "form", "words"),
    [
        ("2026/2028", "ru", "for", "на 2026–2028 годы"),
        ("2026/2028", "de", "for", "für 2026–2028"),
        ("2026/2028", "en", "for", "for 2026–2028"),
        ("2026", "ru", "in", "в 2026 году"),
        ("2025-11", "ru", "in", "в ноябре 2025 года"),
        ("2025-11-05/2025-11-20", "ru", "bare", "5–20 ноября 2025 года"),
        ("2025-11-05/2025-11-20", "de", "bare", "5.–20. November 2025"),
        ("2025-11-05/2025-11-20", "en-US", "for", "for the period from November 5 to 20, 2025"),
        ("2025-11/2028-12", "ru", "for", "на период с ноября 2025 года по декабрь 2028 года"),
        ("2026-34", "ru", "in", "во II квартале 2026 года"),
        ("../2030", "ru", "for", "на период до 2030 года включительно"),
        ("../2034-02", "ru", "for", "на период по февраль 2034 года включительно"),
        ("2027-01/..", "ru", "for", "на период с января 2027 года"),
        ("2027-01/..", "de", "for", "für die Zeit ab Januar 2027"),
        ("2027-01/..", "en", "for", "for the period from January 2027"),
        ("199X/200X", "ru", "bare", "1990–2000-е годы"),
        ("199X/200X", "de", "in", "in den 1990er bis 2000er Jahren"),
        ("2026-33/2026-36", "ru", "bare", "I–IV кварталы 2026 года"),
        ("2026-33/2026-36", "ru", "in", "в I–IV кварталах 2026 года"),
        ("2026-33/2026-36", "de", "bare", "1. bis 4. Quartal 2026"),
        ("2026-33/2026-36", "en", "bare", "first to fourth quarter of 2026"),
        ("2026-36/2027-33", "de", "bare", "4. Quartal 2026 bis 1. Quartal 2027"),
        ("2026-12-XX", "ru", "bare", "декабрь 2026 года (день неизвестен)"),
        ("2026-12-XX", "de", "in", "im Dezember 2026 (Tag unbekannt)"),
        ("2026-12-XX", "en", "numeric", "12/2026 (day unknown)"),
        ("2026-XX", "en", "bare", "2026 (month unknown)"),
        ("2026-XX-XX", "ru", "in", "в 2026 году (день и месяц неизвестны)"),
        ("2025-11-05/2026-03-03", "en", "bare", "5 November 2025 – 3 March 2026"),
        ("2025-11-05/2026-03-03", "ru", "short", "5 ноября 2025 г. — 3 марта 2026 г."),
        ("2025-11-05", "de", "numeric", "05.11.2025"),
        ("2025-11-05", "en", "numeric", "05/11/2025"),
        ("2025-11-05", "en-US", "numeric", "11/5/2025"),
        ("2025-11-05", "de", "medium", "5. Nov. 2025"),
        ("2025-11-05", "en-GB", "medium", "5 Nov 2025"),
        ("2025-11-05", "ru", "medium", "5 нояб. 2025 г."),
        ("2025-05-05", "ru", "medium", "5 мая 2025 г."),
        ("2025-05/..", "ru", "medium", "с мая 2025 г."),
        ("2025-11/..", "ru", "medium", "с нояб. 2025 г."),
        ("2025-11/2028-12", "de", "numeric", "11/2025 – 12/2028"),
        ("2026/2028", "ru", "numeric", "2026–2028"),
        ("2026-34", "ru", "numeric", "II кв. 2026 г."),
        ("../2030", "en", "bare", "until the end of 2030"),
        ("2026/", "de", "bare", "ab 2026, Ende unbekannt"),
        ("2026~", "de", "for", "für 2026 (ungefähr)"),
        ("2025-01", "de-AT", "in", "im Jänner 2025"),
        ("2025-01", "de-at-1996", "in", "im Jänner 2025"),
        ("2025-11-05", "en-Latn-US", "bare", "November 5, 2025"),
        ("2025-11-05", "de_CH", "in", "am 5. November 2025"),
        ("2025-11-05", "en-u-nu-latn", "bare", "5 November 2025"),
        ("2025-11-05", "en-ZZ", "bare", "5 November 2025"),
    ],
)
def test_a_period_reads_as_people_write_it(text, lang, form, words):
    assert Period(text).label(lang, form, "plain") == words


def test_a_date_is_written_as_the_period_that_it_covers():
    for text, tag, form in product(["2026", "2025-11-05~", "2026-34"], TAGS, ("bare", "in")):
        assert date_label(PartialDate(text), tag, form) == period_label(Period(text), tag, form)


@pytest.mark.parametrize("tag", ["de", "de-AT", "de-CH", "en", "en-GB", "en-US", "ru", "ru-BY"])
def test_no_text_in_our_three_languages_depends_on_the_installed_babel(tag):
    program = f"""
    import sys
    from bilateral import Duration, PartialDate
    sample("{tag}")
    PartialDate.from_text(PartialDate("2025-11-05").label("{tag}"), "{tag}")
    print(Duration(1, 6).label("{tag}"), "babel" in sys.modules)
    """
    assert with_sample(program).endswith(" False\n")


@pytest.mark.parametrize("tag", ["de", "en", "en-US", "ru"])
def test_years_are_joined_by_a_dash_alone(tag):
    """2026–2028, whatever CLDR puts there."""
    for text, form in product(("2026/2028", "1999/2000", "0800/0900"), ("bare", "for", "numeric")):
        first, last = (str(int(year)) for year in text.split("/"))
        assert f"{first}–{last}" in Period(text).label(tag, form)


@pytest.mark.parametrize("period", PERIODS)
def test_the_plain_spacing_has_common_spaces_only(period):
    for tag, form in product(TAGS, ("bare", "for", "short")):
        spaces = {one for one in Period(period).label(tag, form, "plain") if one.isspace()}
        assert spaces <= {" "}


def test_a_form_a_spacing_and_a_language_that_there_is_not_are_refused_by_name():
    period = Period("2026")
    with pytest.raises(ValidationError, match=r"the forms are: bare, for, in, .*unknown-form"):
        period.label("de", "dative")
    with pytest.raises(ValidationError, match="unknown-spacing"):
        period.label("de", spacing="wide")
    with pytest.raises(UnknownLanguage):
        period.label("xx")


if __name__ == "__main__":
    GOLDEN.write_text("\n".join([*rows(), ""]), encoding="utf-8")
