"""Dates and periods of every sort, drawn by Hypothesis."""

from datetime import date

import pytest
from hypothesis import strategies as st

from bilateral.dates.periods import Period
from bilateral.problems import ValidationError

DAYS = st.dates(date(2019, 1, 1), date(2023, 12, 31))
DATE_TEXTS = st.one_of(
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
    st.sampled_from(["2019-33", "2020-41", "2021-38", "2022-27"]),
)
FUZZY_TEXTS = st.one_of(
    DATE_TEXTS.map(lambda text: text + "~"),
    DATE_TEXTS.map(lambda text: "?" + text),
    DAYS.map(lambda day: f"{day:%Y-%m}-XX"),
    DAYS.map(lambda day: f"{day:%Y-%m}-~{day:%d}"),
    st.sampled_from(["202X", "2021-22", "2020-XX", "20XX-02-29", "2021-~05-31", "2022-24"]),
)


def period_texts(dates):
    """Texts of periods with these dates as ends, not reversed."""
    closed = st.tuples(dates, dates).map("/".join)
    half = st.tuples(dates, st.sampled_from(["{}/..", "../{}"])).map(lambda x: x[1].format(x[0]))
    return st.one_of(closed, half, dates).filter(parses)


def parses(text):
    try:
        Period.parse(text)
    except ValidationError:
        return False
    return True


DEFINITE = period_texts(DATE_TEXTS).map(Period)
UNKNOWN = st.tuples(DATE_TEXTS, st.sampled_from(["{}/", "/{}"])).map(lambda x: x[1].format(x[0]))
ANY_PERIOD = st.one_of(
    DEFINITE, period_texts(DATE_TEXTS | FUZZY_TEXTS).map(Period), UNKNOWN.map(Period)
)


def code(call, *args):
    with pytest.raises(ValidationError) as caught:
        call(*args)
    return caught.value.problems[0].code
