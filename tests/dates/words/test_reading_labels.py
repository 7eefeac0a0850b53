"""What the package writes, it reads."""

import re
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral import AmbiguousText, PartialDate, Period, ValidationError
from bilateral.dates.words.labels import SPACINGS
from bilateral.dates.words.reading import date_from_text, period_from_text

LANGUAGES = ("de", "en", "ru")


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
def test_years_with_an_era_are_read_as_they_are_written(period, lang):
    if period.ends[0] != period.ends[1]:
        assert period_from_text(period.label(lang, "for"), lang) == period
    start = PartialDate(period.ends[0])
    assert date_from_text(start.label(lang, "in"), lang) == start


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
