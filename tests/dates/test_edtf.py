"""The text of dates and periods: what the standard has, what it has not, and the days meant."""

from datetime import date

import pytest

from bilateral.dates.gregorian import day_number
from bilateral.dates.periods import PartialDate, Period
from bilateral.problems import ValidationError
from tests.dates.edtf import code

# Examples of the features of each level, and combinations of them: the text and its first and
# last day. Bounds outside the years 1 to 9999 are written as year, month and day.
DATES = {
    "1985-04-12": ("1985-04-12", "1985-04-12"),
    "1904-02-29": ("1904-02-29", "1904-02-29"),
    "1985-04": ("1985-04-01", "1985-04-30"),
    "2000-02": ("2000-02-01", "2000-02-29"),
    "1900-02": ("1900-02-01", "1900-02-28"),
    "1985": ("1985-01-01", "1985-12-31"),
    "0001": ("0001-01-01", "0001-12-31"),
    "9999-12-31": ("9999-12-31", "9999-12-31"),
    "9999-12": ("9999-12-01", "9999-12-31"),
    # Level 1
    "1984?": ("1984-01-01", "1984-12-31"),
    "2004-06~": ("2004-06-01", "2004-06-30"),
    "2004-06-11%": ("2004-06-11", "2004-06-11"),
    "201X": ("2010-01-01", "2019-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
    "2001-21": ("2001-03-01", "2001-05-31"),
    "2001-22": ("2001-06-01", "2001-08-31"),
    "2001-23": ("2001-09-01", "2001-11-30"),
    "2001-24": ("2001-12-01", "2002-02-28"),
    # Level 2
    "2001-25": ("2001-03-01", "2001-05-31"),
    "2001-26": ("2001-06-01", "2001-08-31"),
    "2001-27": ("2001-09-01", "2001-11-30"),
    "2003-28": ("2003-12-01", "2004-02-29"),
    "2001-29": ("2001-09-01", "2001-11-30"),
    "2001-30": ("2001-12-01", "2002-02-28"),
    "2001-31": ("2001-03-01", "2001-05-31"),
    "2001-32": ("2001-06-01", "2001-08-31"),
    "2001-33": ("2001-01-01", "2001-03-31"),
    "2001-34": ("2001-04-01", "2001-06-30"),
    "2001-35": ("2001-07-01", "2001-09-30"),
    "2001-36": ("2001-10-01", "2001-12-31"),
    "2001-37": ("2001-01-01", "2001-04-30"),
    "2001-38": ("2001-05-01", "2001-08-31"),
    "2001-39": ("2001-09-01", "2001-12-31"),
    "2001-40": ("2001-01-01", "2001-06-30"),
    "2001-41": ("2001-07-01", "2001-12-31"),
    "201X-41": ("2010-07-01", "2019-12-31"),
    "2011-23~": ("2011-09-01", "2011-11-30"),
    "2011?-34": ("2011-04-01", "2011-06-30"),
    "2011-?34": ("2011-04-01", "2011-06-30"),
    "2004-06~-11": ("2004-06-11", "2004-06-11"),
    "2004?-06-11": ("2004-06-11", "2004-06-11"),
    "?2004-06-~11": ("2004-06-11", "2004-06-11"),
    "2004-%06-11": ("2004-06-11", "2004-06-11"),
    "%2001": ("2001-01-01", "2001-12-31"),
    "?2004-06-04~": ("2004-06-04", "2004-06-04"),
    "2004?-~06": ("2004-06-01", "2004-06-30"),
    "~2004?": ("2004-01-01", "2004-12-31"),
    "156X-12-25": ("1560-12-25", "1569-12-25"),
    "15XX-12-25": ("1500-12-25", "1599-12-25"),
    "1XXX-XX": ("1000-01-01", "1999-12-31"),
    "1XXX-12": ("1000-12-01", "1999-12-31"),
    "1984-1X": ("1984-10-01", "1984-12-31"),
    "1560-XX-25": ("1560-01-25", "1560-12-25"),
    "2026-XX-31": ("2026-01-31", "2026-12-31"),
    "2023-0X-30": ("2023-01-30", "2023-09-30"),
    "2023-X2-30": ("2023-12-30", "2023-12-30"),
    "2023-02-2X": ("2023-02-20", "2023-02-28"),
    "2023-01-3X": ("2023-01-30", "2023-01-31"),
    "2016-02-X9": ("2016-02-09", "2016-02-29"),
    "2018-05-X0": ("2018-05-10", "2018-05-30"),
    "20X3-06-25": ("2003-06-25", "2093-06-25"),
    "1X99-01-XX": ("1099-01-01", "1999-01-31"),
    "201X~": ("2010-01-01", "2019-12-31"),
    "2004-06-XX?": ("2004-06-01", "2004-06-30"),
    "156X~-12-25": ("1560-12-25", "1569-12-25"),
    # A masked day is a real day.
    "19XX-02-29": ("1904-02-29", "1996-02-29"),
    "190X-02-29": ("1904-02-29", "1908-02-29"),
    "XX00-02-29": ((0, 2, 29), "9600-02-29"),
    # Outside the years 1 to 9999
    "0000": ((0, 1, 1), (0, 12, 31)),
    "0000-02-29": ((0, 2, 29), (0, 2, 29)),
    "-1985": ((-1985, 1, 1), (-1985, 12, 31)),
    "-0001-12": ((-1, 12, 1), (-1, 12, 31)),
    "-0004-02-29": ((-4, 2, 29), (-4, 2, 29)),
    "?-2004-06": ((-2004, 6, 1), (-2004, 6, 30)),
    "-2004?-06-~11": ((-2004, 6, 11), (-2004, 6, 11)),
    "-20XX": ((-2099, 1, 1), (-2000, 12, 31)),
    "-XXXX": ((-9999, 1, 1), (-1, 12, 31)),
    "-00X0": ((-90, 1, 1), (-10, 12, 31)),
    "-000X-02-29": ((-8, 2, 29), (-4, 2, 29)),
    "-1X32-X1-X2": ((-1932, 1, 2), (-1032, 11, 22)),
    "-2001-34": ((-2001, 4, 1), (-2001, 6, 30)),
    "XXXX": ((0, 1, 1), "9999-12-31"),
    "XXXX-XX-XX": ((0, 1, 1), "9999-12-31"),
    "XXXX-12-XX": ((0, 12, 1), "9999-12-31"),
    "XXXX-02-29": ((0, 2, 29), "9996-02-29"),
    "9999-24": ("9999-12-01", (10000, 2, 29)),
    "Y170000002": ((170000002, 1, 1), (170000002, 12, 31)),
    "Y-170000002": ((-170000002, 1, 1), (-170000002, 12, 31)),
    "Y10000": ((10000, 1, 1), (10000, 12, 31)),
    "Y170000002?": ((170000002, 1, 1), (170000002, 12, 31)),
    "~Y-10000": ((-10000, 1, 1), (-10000, 12, 31)),
    "Y" + "9" * 32: ((int("9" * 32), 1, 1), (int("9" * 32), 12, 31)),
}

PERIODS = {
    "1964/2008": ("1964-01-01", "2008-12-31"),
    "2004-06/2006-08": ("2004-06-01", "2006-08-31"),
    "2004-02-01/2005-02-08": ("2004-02-01", "2005-02-08"),
    "2004-02-01/2005-02": ("2004-02-01", "2005-02-28"),
    "2004-02-01/2005": ("2004-02-01", "2005-12-31"),
    "2005/2006-02": ("2005-01-01", "2006-02-28"),
    "2026/2026": ("2026-01-01", "2026-12-31"),
    "2026": ("2026-01-01", "2026-12-31"),
    "2026-05-01": ("2026-05-01", "2026-05-01"),
    "2026~": ("2026-01-01", "2026-12-31"),
    # The day that the start allows is not after the day that the end allows.
    "2026-03/2026": ("2026-03-01", "2026-12-31"),
    "1985-04-12/..": ("1985-04-12", None),
    "1985-04/..": ("1985-04-01", None),
    "1985/..": ("1985-01-01", None),
    "../1985-04-12": (None, "1985-04-12"),
    "../1985": (None, "1985-12-31"),
    "1985-04-12/": ("1985-04-12", None),
    "1985/": ("1985-01-01", None),
    "/1985-04": (None, "1985-04-30"),
    "1984~/2004-06": ("1984-01-01", "2004-06-30"),
    "1984?/2004%": ("1984-01-01", "2004-12-31"),
    "1984-06-02?/": ("1984-06-02", None),
    "2004-06-~01/2004-06-~20": ("2004-06-01", "2004-06-20"),
    "2004-06-XX/2004-07-03": ("2004-06-01", "2004-07-03"),
    "?2004-06~-10/2004-06-%11": ("2004-06-10", "2004-06-11"),
    "198X/199X": ("1980-01-01", "1999-12-31"),
    "1919-XX-02/1919-XX-01": ("1919-01-02", "1919-12-01"),
    "1930-X0-10/1930-10-30": ("1930-10-10", "1930-10-30"),
    "XXXX-12-21/1890-09-2X": ((0, 12, 21), "1890-09-29"),
    "2003-22/2003-23": ("2003-06-01", "2003-11-30"),
    "2026-33/2027-41": ("2026-01-01", "2027-12-31"),
    "1952-23~/1953": ("1952-09-01", "1953-12-31"),
    "-1000/-0999": ((-1000, 1, 1), (-999, 12, 31)),
    "-1985-04-12/..": ((-1985, 4, 12), None),
    "0000-01/0000": ((0, 1, 1), (0, 12, 31)),
    "2026/Y12000": ("2026-01-01", (12000, 12, 31)),
}

REFUSED = {
    "": "edtf-syntax",
    " ": "edtf-syntax",
    "\n": "edtf-syntax",
    "2026\n": "edtf-syntax",
    "2026 ": "edtf-syntax",
    " 2026": "edtf-syntax",
    "2026-05-01\n": "edtf-syntax",
    "20 26": "edtf-syntax",
    "2026\x00": "edtf-syntax",
    "２０２６": "edtf-syntax",
    "٢٠٢٦": "edtf-syntax",
    "२०२६-०१-०१": "edtf-syntax",
    "2026-٠١": "edtf-syntax",
    "\ud8002026": "edtf-syntax",
    "ХХХХ": "edtf-syntax",  # Cyrillic letters
    "201x": "edtf-syntax",
    "201u": "edtf-syntax",
    "y170000002": "edtf-syntax",
    "unknown": "edtf-syntax",
    "1984?~": "edtf-syntax",
    "1984??": "edtf-syntax",
    "?~1984": "edtf-syntax",
    "-?1984": "edtf-syntax",
    "(2004)?-06": "edtf-syntax",
    "2001-21^southernHemisphere": "edtf-syntax",
    "20260101": "edtf-syntax",
    "202601": "edtf-syntax",
    "2026-123": "edtf-syntax",
    "2026-W01": "edtf-syntax",
    "2026-W01-1": "edtf-syntax",
    "2026-1": "edtf-syntax",
    "2026-1-1": "edtf-syntax",
    "2026-01-1": "edtf-syntax",
    "2026-01-011": "edtf-syntax",
    "2026-": "edtf-syntax",
    "2026--01": "edtf-syntax",
    "-2026-": "edtf-syntax",
    "026": "edtf-syntax",
    "26": "edtf-syntax",
    "12026": "edtf-syntax",
    "+2026": "edtf-syntax",
    "+12026": "edtf-syntax",
    "-0000": "edtf-syntax",
    "-0000-01-01": "edtf-syntax",
    "Y2026": "edtf-syntax",
    "Y-9999": "edtf-syntax",
    "Y012345": "edtf-syntax",
    "Y+12345": "edtf-syntax",
    "Y12345-01": "edtf-syntax",
    "Y1234X": "edtf-syntax",
    "Y": "edtf-syntax",
    "01.05.2026": "edtf-syntax",
    "2026/01/05": "edtf-syntax",
    "..": "edtf-syntax",
    "2026..2028": "edtf-syntax",
    "2012-10-10t10:10:10": "edtf-syntax",
    "Y" + "1" * 33: "edtf-year-too-long",
    "?Y-" + "1" * 5000: "edtf-year-too-long",
    "2026-00": "no-such-month",
    "2026-13": "no-such-month",
    "2026-20": "no-such-month",
    "2026-42": "no-such-month",
    "2026-2X": "no-such-month",
    "2026-13-01": "no-such-month",
    "2001-21-01": "no-such-month",
    "2026-02-30": "no-such-day",
    "2026-02-29": "no-such-day",
    "1900-02-29": "no-such-day",
    "2026-04-31": "no-such-day",
    "2026-01-00": "no-such-day",
    "2026-01-32": "no-such-day",
    "2026-01-4X": "no-such-day",
    "2026-02-3X": "no-such-day",
    "XXXX-02-30": "no-such-day",
    "XXX1-02-29": "no-such-day",
    "2026-02-30~": "no-such-day",
    "{1960,1961-12}": "edtf-set",
    "[1667,1668,1670..1672]": "edtf-set",
    "[..1760-12-03]": "edtf-set",
    "{..1984": "edtf-set",
    "Y-17E7": "edtf-exponent",
    "Y3388E2S3": "edtf-exponent",
    "1950S2": "edtf-significant-digits",
    "-1859S5": "edtf-significant-digits",
    "Y171010000S3": "edtf-significant-digits",
    "1985-04-12T23:20:30": "edtf-time",
    "1985-04-12T23:20:30Z": "edtf-time",
    "1985-04-12T23:20:30+04:30": "edtf-time",
}

REFUSED_PERIODS = {
    "2026–2028": "edtf-syntax",
    "2026-2028": "edtf-syntax",
    "2026—2028": "edtf-syntax",
    "2026 / 2028": "edtf-syntax",
    "2026/2028 ": "edtf-syntax",
    "2026/2028\n": "edtf-syntax",
    "2026//2028": "edtf-syntax",
    "2026/2027/2028": "edtf-syntax",
    "2026/P3Y": "edtf-syntax",
    "2000/12-12": "edtf-syntax",
    "2026/...": "edtf-syntax",
    "2026..": "edtf-syntax",
    "2004/open": "edtf-syntax",
    "unknown/2006": "edtf-syntax",
    "2026\\2028": "edtf-syntax",
    "2026/2028/": "edtf-syntax",
    "2026/28": "edtf-syntax",
    "": "edtf-syntax",
    "..": "edtf-syntax",
    "/": "period-without-date",
    "../": "period-without-date",
    "/..": "period-without-date",
    "../..": "period-without-date",
    "2026/2020": "period-reversed",
    "2026-05/2026-04": "period-reversed",
    "2026-05-02/2026-05-01": "period-reversed",
    "-1000/-2000": "period-reversed",
    "1000/-2000": "period-reversed",
    "0001/0000": "period-reversed",
    "2028~/2026": "period-reversed",
    "202X/2019": "period-reversed",
    "2012-24/2012-21": "period-reversed",
    "Y12000/2026": "period-reversed",
    "2026-02-30/2028": "no-such-day",
    "2026/2028-13": "no-such-month",
    "2026-01-01T00:00:00Z/2028": "edtf-time",
    "{1960/1961}": "edtf-set",
    "1950S2/2000": "edtf-significant-digits",
    "2026/Y17E7": "edtf-exponent",
}


def number(bound):
    if isinstance(bound, tuple):
        return day_number(*bound)
    return bound and date.fromisoformat(bound).toordinal()


def day(bound):
    return date.fromisoformat(bound) if isinstance(bound, str) else None


def hint(parse, text):
    with pytest.raises(ValidationError) as caught:
        parse(text)
    return caught.value.problems[0].hint


class TestVectors:
    @pytest.mark.parametrize(("text", "bounds"), DATES.items(), ids=ascii)
    def test_a_date_keeps_its_text_and_has_the_days_of_the_standard(self, text, bounds):
        value = PartialDate.parse(text)
        assert str(value) == text
        assert (value.first_number, value.last_number) == tuple(map(number, bounds))
        assert (value.earliest, value.latest) == tuple(map(day, bounds))

    @pytest.mark.parametrize(("text", "bounds"), DATES.items(), ids=ascii)
    def test_a_single_date_is_the_period_that_it_covers(self, text, bounds):
        value = Period.parse(text)
        assert str(value) == text
        assert (value.first_number, value.last_number) == tuple(map(number, bounds))

    @pytest.mark.parametrize(("text", "bounds"), PERIODS.items(), ids=ascii)
    def test_a_period_keeps_its_text_and_runs_from_its_first_day_to_its_last(self, text, bounds):
        value = Period.parse(text)
        assert str(value) == text
        assert (value.first_number, value.last_number) == tuple(map(number, bounds))
        assert (value.earliest, value.latest) == tuple(map(day, bounds))

    @pytest.mark.parametrize(("text", "expected"), REFUSED.items(), ids=lambda x: ascii(x)[:40])
    def test_what_is_no_date_is_refused_with_the_code_that_says_why(self, text, expected):
        assert code(PartialDate.parse, text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [(text, code) for text, code in REFUSED.items() if text != ".." and "/" not in text],
        ids=lambda x: ascii(x)[:40],
    )
    def test_what_is_no_date_is_no_end_of_a_period_either(self, text, expected):
        """It is no better as an end of a period, save that an end may be missing."""
        assert code(Period.parse, text) == expected
        if text:
            assert code(Period.parse, f"{text}/9999") == expected
            assert code(Period.parse, f"0000/{text}") == expected

    @pytest.mark.parametrize(("text", "expected"), REFUSED_PERIODS.items(), ids=ascii)
    def test_what_is_no_period_is_refused_with_the_code_that_says_why(self, text, expected):
        assert code(Period.parse, text) == expected

    @pytest.mark.parametrize("value", [2026, 2026.0, None, True, b"2026", ["2026"]], ids=repr)
    @pytest.mark.parametrize("parse", [PartialDate.parse, Period.parse], ids=["date", "period"])
    def test_a_number_is_not_a_year(self, parse, value):
        with pytest.raises(ValidationError) as caught:
            parse(value)
        assert caught.value.problems[0].code == "wrong-type"

    def test_a_subclass_of_text_becomes_plain_text(self):
        class Text(str):
            __slots__ = ()

        assert type(PartialDate.parse(Text("2026")).text) is str
        assert type(Period.parse(Text("2026/")).text) is str


class TestHints:
    @pytest.mark.parametrize(
        ("text", "meant"),
        {
            "2026 ": "2026",
            "２０２６": "2026",
            "201x": "201X",
            "20uu": "20XX",
            "1984?~": "1984%",
            "20260105": "2026-01-05",
            "2026–05": "2026-05",
            "y170000002": "Y170000002",
            "next year": None,
            "9" * 100: None,
            "20261301": None,
        }.items(),
        ids=lambda x: ascii(x)[:20],
    )
    def test_a_near_miss_says_which_date_may_have_been_meant(self, text, meant):
        assert hint(PartialDate.parse, text) == meant

    @pytest.mark.parametrize(
        ("text", "meant"),
        {
            "2026–2028": "2026/2028",
            "2026 — 2028": "2026/2028",
            "2026-2028": "2026/2028",
            "2028-2026": None,
            "2004/open": "2004/..",
            "unknown/2006": "/2006",
            "2026/2027/2028": None,
            "2026 / 2028\n": "2026/2028",
        }.items(),
        ids=ascii,
    )
    def test_a_near_miss_says_which_period_may_have_been_meant(self, text, meant):
        assert hint(Period.parse, text) == meant
