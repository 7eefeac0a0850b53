"""Laws of the text of dates: round trips, masks, the coarsest way of writing."""

import calendar
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.dates.edtf import plain_days, read, write_period
from bilateral.dates.gregorian import day_number
from bilateral.dates.periods import PartialDate, Period
from bilateral.problems import ValidationError
from tests.dates.edtf import code


def brute_force(year, month, day_pattern):
    """First and last real day among all days of the years that match, found one by one."""
    pattern = re.compile(f"{year}-{month}-{day_pattern}".replace("X", "[0-9]"))
    years = re.compile(year.replace("X", "[0-9]"))
    days = [
        day_number(y, m, d)
        for y in range(10_000)
        if years.fullmatch(f"{y:04}")
        for m in range(1, 13)
        for d in range(1, calendar.monthrange(y or 2000, m)[1] + 1)
        if pattern.fullmatch(f"{y:04}-{m:02}-{d:02}")
    ]
    return (days[0], days[-1]) if days else None


def masked(*alphabets):
    return st.tuples(*(st.sampled_from(letters) for letters in alphabets)).map("".join)


class TestMasks:
    @given(
        masked("0129", "0189X", "0129", "0123456789X"),
        masked("01X", "0123456789X"),
        masked("0123X", "0123456789X"),
    )
    def test_a_masked_date_runs_from_the_first_to_the_last_real_day_of_its_digits(
        self, year, month, day_pattern
    ):
        text = f"{year}-{month}-{day_pattern}"
        expected = brute_force(year, month, day_pattern)
        if expected is None:
            assert code(PartialDate.parse, text) in {"no-such-day", "no-such-month"}
        else:
            value = PartialDate.parse(text)
            assert (value.first_number, value.last_number) == expected

    @given(masked("01X", "0123456789X"), masked("0123X", "0123456789X"), st.integers(1, 24))
    def test_masks_repeat_every_400_years_below_year_0_too(self, month, day_pattern, cycles):
        texts = f"-{400 * cycles:04}-{month}-{day_pattern}", f"2000-{month}-{day_pattern}"
        try:
            long_ago, here = map(PartialDate.parse, texts)
        except ValidationError:
            assert code(PartialDate.parse, texts[0]) == code(PartialDate.parse, texts[1])
        else:
            days = 146_097 * (cycles + 5)
            assert (here.first_number, here.last_number) == (
                long_ago.first_number + days,
                long_ago.last_number + days,
            )

    def test_in_negative_years_the_greater_number_is_the_earlier(self):
        found = [y for y in range(-9999, 0) if re.fullmatch("0[0-9]0[0-9]", f"{-y:04}")]
        value = PartialDate.parse("-0X0X")
        assert value.years == (found[0], found[-1]) == (-909, -1)


MARKS = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def date_texts(draw):
    """Texts that the grammar allows, whether or not there is such a day."""
    if draw(st.integers(0, 9)) == 0:
        years = st.integers(10_000, 10**12)
        sign = draw(st.sampled_from(["", "-"]))
        return draw(MARKS) + "Y" + sign + str(draw(years)) + draw(MARKS)
    text = draw(MARKS) + draw(st.sampled_from(["", "", "-"]))
    text += draw(st.one_of(st.integers(0, 9999).map("{:04}".format), masked(*["0129X"] * 4)))
    text += draw(MARKS)
    length = draw(st.integers(0, 2))
    if length:
        month = st.one_of(st.integers(1, 12), st.integers(1, 12), st.integers(21, 41))
        text += "-" + draw(MARKS) + draw(st.one_of(month.map("{:02}".format), st.just("XX")))
        text += draw(MARKS)
    if length == 2:
        text += "-" + draw(MARKS)
        text += draw(st.one_of(st.integers(1, 31).map("{:02}".format), masked("0123X", "0159X")))
        text += draw(MARKS)
    return text


class TestLaws:
    @given(date_texts())
    def test_a_date_is_written_as_it_was_read_or_refused_as_no_such_day(self, text):
        try:
            value = PartialDate.parse(text)
        except ValidationError as error:
            assert error.problems[0].code in {"no-such-day", "no-such-month", "edtf-syntax"}
        else:
            assert str(value) == text
            assert value.first_number <= value.last_number
            assert Period.parse(text).first_number == value.first_number

    @given(date_texts(), date_texts(), st.sampled_from(["{}/{}", "{}/..", "/{}", "../{}", "{}/"]))
    def test_a_period_is_written_as_it_was_read_or_refused_as_no_such_day(self, start, end, form):
        text = form.format(start, end)
        try:
            value = Period.parse(text)
        except ValidationError:
            return
        assert str(value) == text
        assert str(value.start or "") in text
        if value.first_number is not None and value.last_number is not None:
            assert value.first_number <= value.last_number

    @given(st.text("0123456789X-/?~%Y.ES[]{},:T –xyu \n", max_size=24))
    def test_no_text_of_the_alphabet_of_dates_breaks_the_reader(self, text):
        for parse in (PartialDate.parse, Period.parse):
            try:
                assert str(parse(text)) == text
            except ValidationError as error:
                assert len(error.problems) == 1

    @given(st.text(max_size=12))
    def test_no_text_at_all_breaks_the_reader(self, text):
        for parse in (PartialDate.parse, Period.parse):
            try:
                assert str(parse(text)) == text
            except ValidationError as error:
                assert len(error.problems) == 1

    @given(st.dates())
    def test_the_short_way_and_the_whole_grammar_agree(self, when):
        for text in (when.isoformat()[:4], when.isoformat()[:7], when.isoformat()):
            first, last = plain_days(text)
            earliest, latest = read(text).spans()
            assert earliest == latest == (first, last)
            assert first <= when.toordinal() <= last


class TestWriting:
    @given(
        st.integers(day_number(-9999), day_number(9999, 12, 31)),
        st.integers(day_number(-9999), day_number(9999, 12, 31)),
    )
    def test_the_coarsest_dates_say_the_same_days_as_the_finest(self, one, other):
        first, last = sorted((one, other))
        value = Period.parse(write_period(first, last))
        assert (value.first_number, value.last_number) == (first, last)

    @pytest.mark.parametrize(
        "text",
        ["2026", "2026/2028", "2026-02", "2024-02/2025-06", "2026-02-03", "2026-01-01/2026-01-30"]
        + ["2026/..", "../2026-06", "2026-01-02/..", "-0044-03-15", "0000", "-0001/0000"]
        + ["Y10000", "Y-12345/Y12345", "2026/Y12345", "9999", "Y-10000/.."],
    )
    def test_whole_years_are_written_as_years_and_whole_months_as_months(self, text):
        value = Period.parse(text)
        assert write_period(value.first_number, value.last_number) == text

    def test_each_end_is_as_coarse_as_it_must_be(self):
        """A long year has no months in the standard, so each end is as coarse as it must be."""
        value = Period.parse("2026-05/Y12000")
        assert write_period(value.first_number, value.last_number) == "2026-05/Y12000"

    @pytest.mark.parametrize(
        ("first", "last", "expected"),
        [
            (None, None, "period-without-date"),
            (day_number(12000, 2), None, "no-edtf-text"),
            (None, day_number(-12000, 2), "no-edtf-text"),
        ],
        ids=["no end", "late start", "early end"],
    )
    def test_what_the_standard_cannot_say_is_a_problem_and_no_other_text(
        self, first, last, expected
    ):
        with pytest.raises(ValidationError) as caught:
            write_period(first, last)
        assert caught.value.problems[0].code == expected
