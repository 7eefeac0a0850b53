"""The deadlines of a dossier."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Dossier, Event, State, Term, ValidationError
from bilateral.dates.durations import add
from bilateral.dates.uncertain_days import ANYTIME, NEVER, UncertainDay
from bilateral.terms import Exit, Renewal, Start
from bilateral.terms.deadlines import DeadlineKind
from tests.conftest import problems_of
from tests.lifecycle.renewals import BY, KZ, TACIT, UZ, document


def listed(dossier, start, end, **options):
    return [
        (one.kind.value, one.agreement.id, str(one.days), str(one.disputed or ""))
        for one in dossier.deadlines(start, end, **options)
    ]


class TestDeadlines:
    @pytest.fixture
    def dossier(self):
        return Dossier(
            agreements=[
                document(TACIT, ("signed", "2021-02-28"), id="tacit"),
                document(None, ("signed", "2025-11-05"), id="plan", kind="roadmap",
                         period="2026/2028"),
                document(Term(entry=Start("signed", after="P30D"), length="P1Y"),
                         ("signed", "2025-11-05"), id="once", sides=(UZ, BY)),
            ]
        )  # fmt: skip

    def test_deadlines_come_in_the_order_of_their_days(self, dossier):
        assert listed(dossier, "2025-08-01", "2028-12-31") == [
            ("notice", "tacit", "2025-08-27", "2025-08-28/2025-08-31"),
            ("entry", "once", "2025-12-05", ""),
            ("begin", "plan", "2026-01-01", ""),
            ("renewal", "tacit", "2026-02-28", "2026-03-01"),
            ("end", "once", "2026-12-04", "2026-12-05"),
            ("end", "plan", "2028-12-31", ""),
        ]

    def test_deadlines_can_be_asked_for_one_side(self, dossier):
        assert {one[1] for one in listed(dossier, "2025-08-01", "2028-12-31", side="UZ")} == {
            "once"
        }
        chosen = dossier.involving("KZ").deadlines("2025-08-01", "2028-12-31")
        assert chosen == dossier.deadlines("2025-08-01", "2028-12-31", side=KZ)

    def test_every_deadline_has_a_key_of_its_own(self, dossier):
        deadlines = dossier.deadlines("2020-01-01", "2060-12-31")
        assert len({one.key for one in deadlines}) == len(deadlines)
        assert deadlines[0].key == "tacit.entry.0"
        assert repr(deadlines[0]) == "Deadline('entry', 'tacit', <UncertainDay: 2021-02-28>)"

    def test_the_number_is_that_of_the_period_that_begins_or_ends(self):
        doc = document(TACIT, ("signed", "2021-03-01"))
        found = Dossier(agreements=[doc]).deadlines("2025-01-01", "2031-12-31")
        assert [one.key for one in found] == [
            "doc.notice.0",
            "doc.renewal.1",
            "doc.notice.1",
            "doc.renewal.2",
        ]

    def test_deadlines_are_told_in_every_language(self, dossier):
        notice = dossier.deadlines("2025-08-01", "2025-08-31")[0]
        assert notice.text("de") == (
            "Letzter sicherer Tag für die Kündigung: 27. August 2025 "
            "(strittig: 28.–31. August 2025)"
        )
        begin = dossier.deadlines("2026-01-01", "2026-01-01")[0]
        assert begin.text("ru") == "Начало периода: 1 января 2026 года"
        vague = document(Term(entry="signed", length="P1M"), ("signed", "2025-12"))
        (end,) = Dossier(agreements=[vague]).deadlines("2026-01-02", "2026-01-03")
        assert end.text("en").replace("\u2009", " ") == (
            "Last day: a day in the period 31 December 2025 – 30 January 2026 "
            "(disputed: 31 January 2026)"
        )

    def test_there_is_no_deadline_for_notice_once_it_is_ending(self):
        doc = document(TACIT, ("signed", "2021-02-28"), ("notice_received", "2025-01-01"))
        assert [
            one[0] for one in listed(Dossier(agreements=[doc]), "2025-01-01", "2040-01-01")
        ] == ["end"]

    def test_the_day_to_agree_on_an_extension_is_a_deadline(self):
        term = Term(until="1996-12-31", renewal=Renewal("P3Y", mode="exchange", notice="P3M"))
        dossier = Dossier(agreements=[document(term, ("in_force", "1993-05-01"))])
        assert listed(dossier, "1996-01-01", "1999-12-31") == [
            ("extension", "doc", "1996-09-30", ""),
            ("end", "doc", "1996-12-31", ""),
        ]
        late = document(
            Term(entry="signed", length="P1Y", renewal=Renewal("P1Y", mode="opt_in", times=1)),
            ("signed", "2020-01-01"),
            ("extended", "2020-12-01"),
        )
        kinds = [one[0] for one in listed(Dossier(agreements=[late]), "2020-01-02", "2023-01-01")]
        assert kinds == ["end"]

    def test_the_day_to_leave_at_the_end_of_a_year_is_a_deadline(self):
        term = Term(indefinite=True, reading=None, exit=Exit("P6M", effect="year_end"))
        dossier = Dossier(agreements=[document(term, ("in_force", "2020-05-06"))])
        assert listed(dossier, "2026-01-01", "2028-06-30") == [
            ("leave", "doc", "2026-06-30", ""),
            ("leave", "doc", "2027-06-30", ""),
            ("leave", "doc", "2028-06-30", ""),
        ]
        (one,) = dossier.deadlines("2026-01-01", "2026-12-31")
        assert one.key == "doc.leave.2026"
        for lang in ("de", "en", "ru"):
            assert "2026" in one.text(lang)

    def test_a_notice_of_some_years_in_days_is_due_in_the_window_too(self):
        term = Term(indefinite=True, exit=Exit("P1000D", effect="year_end"))
        dossier = Dossier(agreements=[document(term, ("in_force", "2000-05-06"))])
        assert listed(dossier, "2026-01-01", "2027-12-31") == [
            ("leave", "doc", "2026-04-06", ""),
            ("leave", "doc", "2027-04-06", ""),
        ]

    def test_without_a_lock_there_is_no_day_on_which_leaving_opens(self):
        term = Term(indefinite=True, exit=Exit("P6M", effect="year_end"))
        dossier = Dossier(agreements=[document(term, ("in_force", "2020-05-06"))])
        assert listed(dossier, "2020-01-01", "2021-01-01") == [
            ("entry", "doc", "2020-05-06", ""),
            ("leave", "doc", "2020-06-30", ""),
        ]

    def test_to_leave_on_an_anniversary_the_strictest_count_is_the_safe_one(self):
        """From 27 February it is six months by every way of counting, from the 28th by some."""
        term = Term(length="P50Y", reading="commencement", exit=Exit("P6M", at_anniversary=True))
        dossier = Dossier(agreements=[document(term, ("in_force", "2020-08-29"))])
        assert listed(dossier, "2026-01-01", "2026-12-31") == [
            ("leave", "doc", "2026-02-27", "2026-02-28")
        ]

    def test_after_one_extension_the_next_is_due_at_the_end_of_that_period(self):
        term = Term(entry="signed", length="P5Y", renewal=Renewal("P5Y", mode="exchange"))
        doc = document(term, ("signed", "2020-01-01"), ("renewed", "2024-06-01"))
        due = Dossier(agreements=[doc]).deadlines("2021-01-01", "2040-01-01")
        assert due[0].key == "doc.extension.1"
        assert due[0].when == due[1].when

    @pytest.mark.parametrize("effect", ["year", "year_end"])
    @pytest.mark.parametrize("after", ["P1Y", "P2Y"])
    def test_notice_on_the_day_for_leaving_ends_it_with_that_year(self, effect, after):
        term = Term(indefinite=True, exit=Exit(after, effect=effect, locked="P3Y"))
        entry = ("in_force", "2020-05-06")
        found = Dossier(agreements=[document(term, entry)]).deadlines("2020-01-01", "2030-12-31")
        days = [one for one in found if one.kind is DeadlineKind.LEAVE]
        assert days[0].when.date.year == 2023
        for one in days:
            noticed = document(term, entry, ("notice_received", one.when.date))
            last = datetime.date(one.number, 12, 31)
            assert noticed.status(last).state == "ending"
            assert noticed.status(last + datetime.timedelta(1)).state == "terminated"
            late = document(term, entry, ("notice_received", one.when.plus(1).date))
            assert late.status(last + datetime.timedelta(1)).state == "ending"

    @pytest.mark.parametrize("reading", ["event", "commencement", None])
    @pytest.mark.parametrize("entry", ["2020-05-06", "2020-02-29", "2019-12-31"])
    def test_notice_by_the_day_to_leave_ends_it_on_the_anniversary(self, entry, reading):
        rules = {"length": "P50Y", "reading": reading} if reading else {"indefinite": True}
        term = Term(exit=Exit("P6M", at_anniversary=True), **rules)
        dossier = Dossier(agreements=[document(term, ("in_force", entry))])
        found = [
            one
            for one in dossier.deadlines("2021-01-01", "2030-12-31")
            if one.kind is DeadlineKind.LEAVE
        ]
        assert [one.number for one in found] == list(range(found[0].number, found[0].number + 10))
        for one in found:
            noticed = document(term, ("in_force", entry), ("notice_received", one.when.date))
            ends = noticed.timeline(one.when.date)[0].last
            first = datetime.date.fromisoformat(entry)
            assert ends.earliest >= add(first, f"P{one.number}Y").toordinal() - 1
            assert ends.latest <= add(first, f"P{one.number}Y").toordinal()
            latest = (one.disputed.latest if one.disputed else one.when.date).toordinal() + 1
            late = document(term, ("in_force", entry),
                            ("notice_received", datetime.date.fromordinal(latest)))  # fmt: skip
            assert late.timeline(entry)[0].last.earliest > ends.latest + 300

    def test_the_day_to_leave_on_the_anniversary_of_a_vague_day_is_vague(self):
        term = Term(indefinite=True, exit=Exit("P6M", at_anniversary=True))
        doc = document(term, ("in_force", "2020"), ("notice_received", "2025-01-01"))
        assert doc.status("2025-06-01").state is State.ENDING
        assert doc.status("2026-06-01").state is State.UNKNOWN
        assert doc.status("2026-07-05").state is State.TERMINATED
        left = Dossier(agreements=[document(term, ("in_force", "2020"))])
        assert {one[0] for one in listed(left, "2025-01-01", "2025-12-31")} == {"leave"}

    def test_a_day_within_more_than_a_century_has_no_anniversaries(self):
        term = Term(indefinite=True, exit=Exit("P6M", at_anniversary=True))
        signed = document(term, ("signed", "-9999"), ("in_force", None))
        assert listed(Dossier(agreements=[signed]), "2025-01-01", "2025-12-31") == []

    def test_however_long_the_notice_only_the_window_is_searched(self):
        for rule in ({"effect": "year_end"}, {"at_anniversary": True}):
            term = Term(indefinite=True, exit=Exit("P999999999Y", **rule))
            doc = document(term, ("in_force", "2020-05-06"))
            (one,) = Dossier(agreements=[doc]).deadlines("2026-01-01", "2026-12-31")
            assert one.when.date.year == 2026

    def test_there_is_no_day_to_leave_a_document_that_entered_nobody_knows_when(self):
        term = Term(indefinite=True, exit=Exit("P6M", effect="year_end", locked="P1Y"))
        doc = document(term, ("in_force", "2020~"))
        assert listed(Dossier(agreements=[doc]), "2020-01-01", "2030-12-31") == []

    def test_the_first_day_to_leave_is_after_the_locks(self):
        """No denunciation for seven years, and no effect before twelve."""
        term = Term(
            indefinite=True, exit=Exit("P6M", effect="year_end", locked="P7Y", floor="P12Y")
        )
        dossier = Dossier(agreements=[document(term, ("in_force", "2020-05-06"))])
        assert listed(dossier, "2020-06-01", "2033-06-30") == [
            ("leave_opens", "doc", "2027-05-07", "2027-05-06"),
            ("leave", "doc", "2032-06-30", ""),
            ("leave", "doc", "2033-06-30", ""),
        ]
        noticed = document(term, ("in_force", "2020-05-06"), ("notice_received", "2028-01-01"))
        assert [one[0] for one in listed(Dossier(agreements=[noticed]), "2028-01-01", "2040-01-01")
                ] == ["end"]  # fmt: skip

    def test_there_is_no_day_to_leave_where_the_entry_is_not_known(self):
        term = Term(indefinite=True, entry="ratified", exit=Exit("P6M", effect="year_end"))
        unknown = document(term, ("signed", "2020-05-06"))
        source = attrs.evolve(unknown, term=attrs.evolve(term, entry=None),
                              events=[Event("in_force")])  # fmt: skip
        assert listed(Dossier(agreements=[unknown]), "2020-06-01", "2033-06-30") == []
        kinds = {one[0] for one in listed(Dossier(agreements=[source]), "2030-06-01", "2031-06-30")}
        assert kinds == {"leave"}

    def test_the_end_of_a_superseded_document_is_a_deadline(self):
        old = document(TACIT, ("signed", "2021-02-28"), id="old")
        new = document(None, ("in_force", "2024-01-01"), id="new", supersedes=old)
        assert ("end", "old", "2023-12-31", "") in listed(
            Dossier(agreements=[new]), "2023-01-01", "2027-01-01"
        )

    def test_what_has_no_day_is_not_listed(self):
        doc = document(TACIT, ("in_force", None))
        noticed = document(
            None, ("in_force", "2020-01-01"), ("notice_received", "2021-01-01"), id="noticed"
        )
        dossier = Dossier(agreements=[doc, noticed])
        assert listed(dossier, "2021-06-01", "2021-12-31") == []

    def test_a_window_that_goes_backwards_is_refused(self, dossier):
        with pytest.raises(ValidationError) as error:
            dossier.deadlines("2026-01-01", "2025-01-01")
        assert problems_of(error) == [("", "period-reversed")]

    @given(
        st.dates(datetime.date(2000, 1, 1), datetime.date(2020, 1, 1)),
        st.sampled_from(["P1M", "P6M", "P1Y", "P5Y"]),
        st.sampled_from(["P1M", "P6M", "P1Y"]),
        st.dates(datetime.date(2010, 1, 1), datetime.date(2030, 1, 1)),
        st.integers(0, 900),
    )
    def test_a_window_shows_what_the_whole_shows_there(self, signed, length, notice, start, days):
        """Nothing is lost between two windows, however far from the beginning."""
        term = Term(entry="signed", length="P1Y", renewal=Renewal(length, notice=notice))
        dossier = Dossier(agreements=[document(term, ("signed", signed))])
        end = start + datetime.timedelta(days=days)
        whole = dossier.deadlines(datetime.date(1999, 1, 1), datetime.date(2040, 1, 1))
        assert dossier.deadlines(start, end) == tuple(
            one for one in whole if start <= one.when.date <= end
        )

    @given(st.dates(datetime.date(2000, 1, 1), datetime.date(2020, 1, 1)), st.integers(1, 30))
    def test_notice_on_the_safe_day_ends_it_in_time(self, signed, years):
        term = Term(entry="signed", length=f"P{years}Y", renewal=Renewal("P1Y", notice="P3M"))
        dossier = Dossier(agreements=[document(term, ("signed", signed))])
        notice = next(
            one
            for one in dossier.deadlines(signed, datetime.date(2060, 1, 1))
            if one.kind is DeadlineKind.NOTICE
        )
        noticed = document(term, ("signed", signed), ("notice_received", notice.when.date))
        end = noticed.timeline(signed)[0].last
        assert noticed.status(UncertainDay(end.latest + 1, end.latest + 1).date).state == "expired"
        assert len(noticed.timeline("2060-01-01")) == 1


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (UncertainDay(739617, 739617), "<UncertainDay: 2026-01-01>"),
        (UncertainDay(739617, 739981), "<UncertainDay: 2026>"),
        (NEVER, "<UncertainDay: never>"),
        (ANYTIME, "<UncertainDay: any day>"),
    ],
)
def test_a_day_shows_itself_as_people_write_it(when, shown):
    assert repr(when) == shown
