"""Clauses of real documents on leaving and ending: what they mean day by day."""

import datetime

from bilateral import Binding, Dossier, State, Term
from tests.lifecycle.treaties import CLAUSES, document, last_receipt, signed, states


def test_14_renews_once():
    doc = document(CLAUSES[14], ("in_force", "1992-10-11"))
    assert states(doc, "2012-10-10", "2012-10-12") == ["in_force", "expired"]


def test_15_renews_without_a_deadline_for_objecting():
    doc = document(CLAUSES[15], last_receipt("2010-01-01"))
    assert doc.status("2011-01-01").since == datetime.date(2010, 1, 31)
    left = document(CLAUSES[15], last_receipt("2010-01-01"), ("notice_received", "2012-03-01"))
    assert states(left, "2012-03-30", "2012-03-31") == ["ending", "terminated"]
    kinds = [one.kind for one in Dossier(agreements=[doc]).deadlines("2014-01-01", "2016-01-01")]
    assert kinds == ["renewal"]


def test_17_and_18_notice_counts_when_it_is_sent_or_received():
    events = (("in_force", "1998-01-01"), ("notice_sent", "2010-01-01"))
    received = (*events, ("notice_received", "2010-01-20"))
    assert states(document(CLAUSES[17], *received), "2010-06-30", "2010-07-01") == [
        "ending",
        "terminated",
    ]
    assert states(document(CLAUSES[18], *received), "2010-07-19", "2010-07-20") == [
        "ending",
        "terminated",
    ]
    status = document(CLAUSES[18], *events).status("2011-01-01")
    assert str(status) == "unknown"
    assert status.missing == ("notice_received",)
    only_received = document(CLAUSES[17], events[0], ("notice_received", "2010-01-20"))
    assert str(only_received.status("2010-07-20")) == "terminated"
    assert str(only_received.status("2010-07-19")) == "unknown"


def test_19_enters_and_ends_on_the_first_day_of_a_month():
    doc = document(CLAUSES[19], last_receipt("2003-10-15"), ("notice_received", "2026-03-15"))
    assert states(doc, "2003-11-30", "2003-12-01", "2026-09-30", "2026-10-01") == [
        "unknown",
        "in_force",
        "ending",
        "terminated",
    ]


def test_20_cannot_end_within_the_first_fifteen_years():
    term = CLAUSES[20]
    early = document(term, ("in_force", "2006-01-01"), ("notice_received", "2010-01-01"))
    assert states(early, "2020-12-31", "2021-01-01", "2021-01-02") == [
        "ending",
        "ending_disputed",
        "terminated",
    ]
    later = document(term, ("in_force", "2006-01-01"), ("notice_received", "2024-05-01"))
    assert states(later, "2022-01-01", "2025-04-30", "2025-05-01") == [
        "in_force",
        "ending",
        "terminated",
    ]
    assert [one.last for one in document(term, ("in_force", "2006-01-01")).timeline("2030-01-01")][
        -1
    ].date is None


def test_21_cannot_be_denounced_for_seven_years():
    term = CLAUSES[21]
    doc = document(term, ("in_force", "1968-06-01"), ("notice_received", "1970-01-01"))
    assert states(doc, "1972-01-01", "1998-05-31", "1998-06-02") == [
        "in_force",
        "in_force",
        "expired",
    ]
    doc = document(term, ("in_force", "1968-06-01"), ("notice_received", "1976-03-01"))
    assert states(doc, "1977-12-31", "1978-01-01") == ["ending", "terminated"]


def test_22_ends_by_its_length_or_an_event_whichever_is_first():
    doc = document(CLAUSES[22], ("in_force", "1989-01-01"))
    status = doc.status("2026-01-01")
    assert (str(status), status.until) == ("in_force", datetime.date(2088, 12, 31))
    assert "until_event" in {reason.code for reason in status.reasons}
    over = document(CLAUSES[22], ("in_force", "1989-01-01"), ("fulfilled", "2030-05-01"))
    assert states(over, "2030-04-30", "2030-05-01") == ["in_force", "fulfilled"]


def test_23_runs_to_the_day_of_an_outside_event_and_renews_from_it():
    doc = document(CLAUSES[23], signed("2005-07-15"))
    assert doc.status("2014-01-01").until == datetime.date(2017, 12, 31)
    dossier = Dossier(agreements=[doc])
    (notice,) = [
        one for one in dossier.deadlines("2017-01-01", "2017-12-31") if one.kind == "notice"
    ]
    assert str(notice.days) == "2017-02-28"


def test_24_ends_only_by_notice_before_the_end():
    events = ("in_force", "2010-01-01")
    assert states(document(CLAUSES[24], events), "2041-01-01") == ["in_force"]
    noticed = document(CLAUSES[24], events, ("notice_received", "2039-01-01"))
    assert states(noticed, "2039-12-31", "2040-01-02") == ["ending", "expired"]
    late = document(CLAUSES[24], events, ("notice_received", "2039-12-01"))
    assert states(late, "2041-01-01") == ["in_force"]
    perhaps = document(CLAUSES[24], events, ("notice_received", "2039-07-05"))
    assert states(perhaps, "2039-12-31", "2041-01-01") == ["unknown", "unknown"]
    assert perhaps.status("2039-12-31").possible == {State.IN_FORCE, State.ENDING}
    assert perhaps.status("2041-01-01").missing == ("notice_received.in_time",)


def test_25_enters_into_force_when_30_days_have_expired():
    doc = document(CLAUSES[25], last_receipt("2021-07-29"))
    assert doc.status("2022-01-01").since == datetime.date(2021, 8, 29)


def test_26_shares_the_life_of_its_parent():
    parent = document(
        Term(entry="signed", indefinite=True, exit="P6M"),
        signed("2010-01-01"),
        ("suspended", "2012-01-01"),
        ("resumed", "2012-06-01"),
        ("notice_received", "2020-01-01"),
        id="parent",
    )
    child = document(CLAUSES[26], signed("2010-03-01"), implements=parent)
    assert states(child, "2010-03-01", "2012-03-01", "2012-06-01", "2020-07-01") == [
        "in_force",
        "suspended",
        "in_force",
        "terminated",
    ]
    assert child.status("2020-07-01").reasons[0].about == "parent"
    orphan = document(CLAUSES[26], signed("2010-03-01"))
    assert orphan.status("2020-01-01").missing == ("implements",)


def test_27_has_no_exit_and_notice_leaves_it_unknown():
    doc = document(CLAUSES[27], ("took_effect", "1993-01-01"))
    status = doc.status("2026-01-01")
    assert (str(status), status.until, status.missing) == ("in_force", None, ())
    noticed = document(
        CLAUSES[27], ("took_effect", "1993-01-01"), ("notice_received", "2016-01-01")
    )
    status = noticed.status("2026-01-01")
    assert (str(status), status.missing) == ("unknown", ("term.exit",))


def test_28_runs_for_calendar_years():
    plan = document(None, signed("2025-11-05"), kind="roadmap", period="2026/2028")
    assert states(plan, "2025-11-04", "2025-12-31", "2026-01-01", "2028-12-31", "2029-01-01") == [
        "draft",
        "not_yet_running",
        "in_force",
        "in_force",
        "expired",
    ]
    assert plan.status("2025-12-01").until == datetime.date(2025, 12, 31)
    bound = document(None, signed("2025-11-05"), period="2026/2028", binding=Binding.BINDING)
    assert states(bound, "2027-01-01", "2029-01-01") == ["signed", "expired"]
    assert bound.status("2027-01-01").missing == ("term.entry",)
