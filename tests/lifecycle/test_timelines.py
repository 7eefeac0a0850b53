"""The periods of a document, one after the other."""

import datetime
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Dossier, Event, State, Term, ValidationError
from bilateral.dates.gregorian import add_months
from bilateral.lifecycle.lifetimes import life_of
from bilateral.terms import Renewal
from bilateral.terms.timelines import Tense
from tests.conftest import problems_of
from tests.lifecycle.renewals import TACIT, document

EXACT = attrs.evolve(TACIT, reading="event")


def shown(agreement, on):
    return [(one.number, str(one.period), one.tense) for one in agreement.timeline(on)]


class TestTimeline:
    def test_periods_are_listed_renewal_by_renewal(self):
        doc = document(EXACT, ("signed", "2004-12-22"))
        assert shown(doc, "2016-01-01") == [
            (0, "2004-12-22/2009-12-22", Tense.RAN),
            (1, "2009-12-23/2014-12-22", Tense.RAN),
            (2, "2014-12-23/2019-12-22", Tense.RUNS),
            (3, "2019-12-23/2024-12-22", Tense.MAY_RUN),
        ]

    def test_after_the_last_day_for_notice_it_will_run(self):
        doc = document(TACIT, ("signed", "2004-12-22"))
        assert [one.tense for one in doc.timeline("2009-06-22")] == ["runs", "may_run"]
        assert [one.tense for one in doc.timeline("2009-06-23")] == ["runs", "will_run"]
        bound = document(
            Term(entry="signed", length="P1Y", renewal="P1Y"), ("signed", "2020-01-01")
        )
        assert bound.timeline("2020-05-01")[-1].tense == "will_run"

    def test_until_the_last_day_on_which_notice_may_be_in_time_it_may_run(self):
        """28 August less six months is 27 or 28 February."""
        term = Term(
            entry="signed",
            length="P5Y",
            reading="commencement",
            renewal=Renewal("P5Y", notice="P6M"),
        )
        doc = document(term, ("signed", "2021-08-29"))
        days = "2026-02-27", "2026-02-28", "2026-03-01"
        assert [doc.timeline(on)[-1].tense for on in days] == ["may_run", "may_run", "will_run"]

    def test_the_first_renewal_goes_by_the_first_notice_and_others_by_the_later(self):
        term = Term(
            entry="signed",
            length="P5Y",
            reading="commencement",
            renewal=Renewal("P5Y", notice="P6M", later_notice="P1Y"),
        )
        doc = document(term, ("signed", "2020-01-01"))
        days = "2024-05-01", "2024-08-01", "2028-12-01", "2029-03-01"
        assert [doc.timeline(on)[-1].tense for on in days] == ["may_run", "will_run"] * 2

    def test_on_its_first_day_a_period_runs_and_the_next_one_may(self):
        doc = document(EXACT, ("signed", "2004-12-22"))
        assert shown(doc, "2014-12-23")[2:] == [
            (2, "2014-12-23/2019-12-22", Tense.RUNS),
            (3, "2019-12-23/2024-12-22", Tense.MAY_RUN),
        ]

    def test_where_a_vague_period_may_have_ended_the_next_one_may_run_to_its_end(self):
        term = Term(length="P1Y", reading="event", renewal=Renewal("P1Y"))
        status = document(term, ("in_force", "2020-05")).status("2022-05-10")
        assert status.is_renewing
        assert str(status.until_within) == "2022-05-10/2023-05-31"

    def test_a_period_without_end_is_open(self):
        doc = document(Term(indefinite=True), ("in_force", "2020-01-01"))
        assert shown(doc, "2021-01-01") == [(0, "2020/..", Tense.RUNS)]

    def test_the_sides_can_agree_on_a_further_period_up_to_the_last_day(self):
        renewal = Renewal("P5Y", mode="exchange")
        term = Term(entry="signed", length="P5Y", reading="commencement", renewal=renewal)
        doc = document(term, ("signed", "2020-01-01"))
        assert [one.tense for one in doc.timeline("2024-12-31")] == ["runs", "may_run"]
        assert [one.tense for one in doc.timeline("2025-01-01")] == ["ran"]

    def test_before_it_begins_the_first_period_will_run(self):
        doc = document(EXACT, ("signed", "2025-11-05"))
        assert shown(doc, "2020-01-01") == [(0, "2025-11-05/2030-11-05", Tense.WILL_RUN)]

    def test_it_stops_where_the_document_does(self):
        events = ("signed", "2004-12-22"), ("notice_received", "2008-01-01")
        assert shown(document(EXACT, *events), "2026-01-01") == [
            (0, "2004-12-22/2009-12-22", Tense.RAN)
        ]
        ended = document(EXACT, ("signed", "2004-12-22"), ("terminated", "2011-01-01"))
        assert shown(ended, "2026-01-01") == [
            (0, "2004-12-22/2009-12-22", Tense.RAN),
            (1, "2009-12-23/2010-12-31", Tense.RAN),
        ]

    def test_without_rules_there_is_one_period_or_none(self):
        assert shown(document(None, ("in_force", "1995-01-01")), "2026-01-01") == [
            (0, "1995/..", Tense.RUNS)
        ]
        assert shown(document(), "2026-01-01") == []
        undated = document(None, ("in_force", None)).timeline("2026-01-01")
        assert [(one.period, one.tense) for one in undated] == [(None, None)]
        plan = document(None, ("signed", "2025-11-05"), kind="treaty", period="2026/2028")
        assert shown(plan, "2026-01-01") == [(0, "2026/2028", Tense.RUNS)]
        open_plan = document(None, kind="treaty", period="../2028")
        assert shown(open_plan, "2026-01-01") == [(0, "../2028", Tense.RUNS)]

    def test_a_vague_start_leaves_the_periods_vague(self):
        doc = document(TACIT, ("signed", "2004-12"))
        first, second, third = doc.timeline("2009-12-15")
        assert (first.period, first.tense) == (None, None)
        assert str(first.first.period) == "2004-12"
        assert second.tense is None
        assert third.tense == "may_run"

    def test_the_second_period_may_have_no_end(self):
        doc = document(
            Term(
                entry="signed",
                length="P1Y",
                reading="event",
                renewal=Renewal(indefinite=True, notice="P1M"),
            ),
            ("signed", "2020-01-01"),
        )
        assert shown(doc, "2020-05-01") == [
            (0, "2020-01-01/2021-01-01", Tense.RUNS),
            (1, "2021-01-02/..", Tense.MAY_RUN),
        ]

    def test_a_renewal_by_agreement_may_run_until_it_is_recorded(self):
        term = Term(entry="signed", length="P1Y", renewal=Renewal("P1Y", mode="exchange", times=2))
        events = [("signed", "2020-01-01")]
        assert [one.number for one in document(term, *events).timeline("2020-05-01")] == [0, 1]
        events += [("extended", "2020-12-01"), ("extended", "2021-12-01")]
        assert [one.number for one in document(term, *events).timeline("2020-05-01")] == [0, 1, 2]
        unknown = Term(entry="signed", length="P1Y", renewal=Renewal(mode="exchange"))
        perhaps = document(unknown, ("signed", "2020-01-01")).timeline("2020-05-01")[1]
        assert (perhaps.number, perhaps.period, perhaps.tense) == (1, None, Tense.MAY_RUN)
        granted = document(unknown, ("signed", "2020-01-01"), ("extended", "2020-12-01"))
        assert granted.status("2024-01-01").missing == ("signed", "extended.until")[1:]

    def test_an_open_reading_shows_both_days(self):
        first, second = document(TACIT, ("signed", "2004-12-22")).timeline("2009-01-01")
        assert (first.period, str(first.last.period)) == (None, "2009-12-21/2009-12-22")
        assert str(second.first.period) == "2009-12-22/2009-12-23"
        assert second.last.bounds == (first.last.earliest + 1826, first.last.latest + 1826)
        doc = document(TACIT, ("signed", "2004-12-22"), ("notice_received", "2009-06-01"))
        (only,) = doc.timeline("2026-01-01")
        assert only.last == first.last

    @pytest.mark.parametrize("first", ["2026", "2027", "2028"])
    @pytest.mark.parametrize("length", range(1, 25))
    def test_a_renewal_ends_with_the_month(self, first, length):
        """The new period begins with a month and ends with one (BGB §§ 187(2), 188(2), 190)."""
        term = Term(reading="commencement", renewal=f"P{length}M")
        left_open = Term(renewal=f"P{length}M")
        for month in range(1, 13):
            period = f"{first}-{month:02}"
            doc = document(term, ("in_force", "2020-01-01"), period=period)
            ends = [one.last for one in doc.timeline(f"{first}-12-31")]
            days = [when.plus(1).date for when in ends]
            assert all(day.day == 1 for day in days)
            assert {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(days)} == {
                length
            }
            schedule = life_of(
                document(left_open, ("in_force", "2020-01-01"), period=period)
            ).schedule
            for number in range(1, 4):
                assert schedule.late(number) == ends[0].moved(
                    lambda day, number=number: add_months(day + 1, number * length) - 1
                )
                assert schedule.early(number) == ends[0].moved(
                    lambda day, number=number: add_months(day, number * length)
                )

    def test_a_renewal_after_a_fixed_day_by_the_open_reading(self):
        doc = document(Term(renewal="P2M"), ("in_force", "2026-01-01"), period="2026-01/2026-02")
        ends = [str(one.last.period) for one in doc.timeline("2026-07-01")]
        assert ends == [
            "2026-02-28",
            "2026-04-28/2026-04-30",
            "2026-06-28/2026-06-30",
            "2026-08-28/2026-08-31",
            "2026-10-28/2026-10-31",
        ]
        assert str(doc.status("2026-03-15").until_within) == "2026-04-28/2026-04-30"
        counted = attrs.evolve(doc, term=Term(renewal="P2M", reading="event"))
        assert str(counted.status("2026-03-15").until) == "2026-04-28"

    @pytest.mark.parametrize("entry", ["Y-100000000", "Y-90000000000000000000", "0900"])
    def test_a_thousand_million_renewals_are_not_counted_up(self, entry):
        term = Term(length="P1Y", renewal=Renewal("P1Y", notice="P1M"))
        doc = document(term, ("in_force", entry))
        assert doc.status("2026-05-06").state is State.IN_FORCE
        noticed = document(term, ("in_force", entry), ("notice_received", "2026-01-20"))
        assert State.ENDING in noticed.status("2026-05-06").possible
        assert noticed.status("2029-01-01").state is State.EXPIRED
        found = Dossier(agreements=[doc]).deadlines("2026-01-01", "2026-12-31")
        assert {one.kind.value for one in found} == {"notice", "renewal"}

    @pytest.mark.parametrize(
        ("entry", "times"), [("Y-100000000", None), ("2026-01-01", 10**9), ("1900-01-01", 46_000)]
    )
    def test_so_many_periods_are_not_listed(self, entry, times):
        doc = document(Term(length="P1D", renewal=Renewal("P1D", times=times)), ("in_force", entry))
        with pytest.raises(ValidationError) as error:
            doc.timeline("2026-11-26")
        assert problems_of(error) == [("", "too-many-periods")]
        ended = attrs.evolve(doc, events=[*doc.events, Event("terminated", entry)])
        assert len(ended.timeline("2026-11-26")) < 1000

    @given(
        st.dates(datetime.date(1990, 1, 1), datetime.date(2030, 1, 1)),
        st.sampled_from(["P1D", "P10D", "P1M", "P1M3D", "P1Y", "P7Y"]),
        st.none() | st.integers(0, 30),
        st.dates(datetime.date(1980, 1, 1), datetime.date(2050, 1, 1)),
    )
    def test_the_period_on_a_day_is_found_as_by_counting(self, signed, length, times, on):
        term = Term(entry="signed", length="P1Y", renewal=Renewal(length, times=times))
        schedule = life_of(document(term, ("signed", signed))).schedule
        found = schedule.number_at(on.toordinal())
        assert found == times or schedule.late(found).latest >= on.toordinal()
        assert found == 0 or schedule.late(found - 1).latest < on.toordinal()

    @given(st.dates(datetime.date(2000, 1, 1), datetime.date(2040, 1, 1)), st.integers(0, 4))
    def test_periods_tile_the_life(self, on, times):
        """Each begins the day after the one before it."""
        term = Term(entry="signed", length="P1Y", renewal=Renewal("P6M", times=times, notice="P1M"))
        periods = document(term, ("signed", "2012-02-29")).timeline(on)
        assert len(periods) == times + 1
        for one, following in pairwise(periods):
            assert following.first == one.last.plus(1)
