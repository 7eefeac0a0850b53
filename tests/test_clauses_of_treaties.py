"""Clauses of real documents as terms: what they mean day by day.

The numbers are those of the survey of clauses from which the rules were made. Each term also
goes through the wire and has its words in three languages.
"""

import datetime

import pytest

from bilateral import Agreement, Binding, Dossier, Event, Partner, State, Term, dumps, loads
from bilateral.terms import Exit, Renewal, Start, Survival

BY, KZ = Partner.state("BY"), Partner.state("KZ")
SIDES = (BY, KZ)


def document(term=None, *events, **fields):
    fields = {"id": "doc", "kind": "agreement", "sides": SIDES} | fields
    return Agreement(term=term, events=[Event(*event) for event in events], **fields)


def signed(date):
    return ("signed", date)


def last_receipt(date):
    return ("notification_received", date)


FIVE_YEARS = Renewal("P5Y", notice="P6M")
CLAUSES = {
    1: Term(entry="notification_received", length="P5Y", renewal=FIVE_YEARS),
    2: Term(
        entry="signed",
        length="P3Y",
        renewal=Renewal("P3Y", notice="P6M"),
        survival="projects",
    ),
    3: Term(entry="signed", length="P5Y", renewal=Renewal("P5Y", notice="P3M")),
    4: Term(entry="signed", length="P3Y", renewal=Renewal("P2Y", notice="P3M")),
    5: Term(length="P8Y", renewal=Renewal("P4Y", notice_opens="P6M")),
    6: Term(
        entry=Start("notification_received", after="P3M", effect="month"),
        length="P3Y",
        renewal=Renewal("P1Y", notice="P3M"),
    ),
    7: Term(
        length="P10Y", renewal=Renewal("P10Y", notice="P1Y"), survival=Survival(["provisions"])
    ),
    8: Term(length="P5Y", renewal=Renewal("P2Y", notice="P6M", later_notice="P3M")),
    9: Term(
        entry=Start(date="2006-08-01"),
        length="P2Y",
        reading="commencement",
        renewal=Renewal("P2Y", times=2, notice="P6M"),
    ),
    10: Term(
        until="1996-12-31",
        renewal=Renewal("P3Y", mode="exchange", notice="P3M"),
        exit="P3M",
        survival="obligations",
    ),
    11: Term(
        entry="signed",
        length="P5Y",
        renewal=Renewal("P5Y", mode="opt_in"),
        exit="P90D",
    ),
    12: Term(entry=Start(date="2006-07-29"), length="P10Y"),
    13: Term(length="P10Y", renewal=Renewal("P10Y", notice="P6M")),
    14: Term(length="P10Y", renewal=Renewal("P10Y", times=1, notice="P6M")),
    15: Term(
        entry=Start("notification_received", after="P30D"),
        length="P5Y",
        renewal=Renewal("P5Y"),
        exit="P30D",
    ),
    16: Term(
        entry="notification_received",
        length="P5Y",
        renewal=FIVE_YEARS,
        survival=Survival(["projects", "agreements"]),
    ),
    17: Term(indefinite=True, exit=Exit("P6M", counts="sent")),
    18: Term(indefinite=True, exit=Exit("P6M")),
    19: Term(
        entry=Start("notification_received", after="P2M", effect="month"),
        indefinite=True,
        exit=Exit("P7M", effect="month"),
    ),
    20: Term(length="P15Y", renewal=Renewal(indefinite=True), exit=Exit("P1Y", floor="P15Y")),
    21: Term(
        length="P15Y",
        renewal=Renewal("P15Y", times=1),
        exit=Exit("P1Y", effect="year_end", locked="P7Y"),
    ),
    22: Term(
        length="P100Y",
        until_event={
            "en": "the end of the useful life",
            "de": "Ende der Nutzungsdauer",
            "ru": "окончание срока полезного использования",
        },
    ),
    23: Term(
        entry="signed",
        until="2012-12-31",
        renewal=Renewal("P5Y", notice="P10M"),
    ),
    24: Term(length="P30Y", renewal=Renewal(indefinite=True, notice="P180D")),
    25: Term(
        entry=Start("notification_received", after="P30D", effect="after_expiry"),
        length="P5Y",
        renewal=FIVE_YEARS,
    ),
    26: Term(follows=["entry", "suspension", "end"]),
    27: Term(indefinite=True),
    28: None,
}


def states(agreement, *days):
    return [agreement.status(day).state.value for day in days]


@pytest.mark.parametrize("number", CLAUSES)
def test_every_clause_goes_through_the_wire(number):
    dossier = Dossier(agreements=[document(CLAUSES[number])])
    assert loads(dumps(dossier)) == dossier
    assert loads(dumps(dossier, "yaml"), "yaml") == dossier


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_every_clause_has_its_words(lang):
    labels = [term.label(lang) for term in CLAUSES.values() if term]
    assert all(label.endswith(".") and "{" not in label for label in labels)
    assert len(set(labels)) == len({term for term in CLAUSES.values() if term})


def test_1_renews_until_notice_in_time():
    doc = document(CLAUSES[1], last_receipt("2004-12-22"))
    status = doc.status("2026-01-01")
    assert (str(status), status.since, status.until, status.is_renewing) == (
        "in_force",
        datetime.date(2004, 12, 22),
        None,
        True,
    )
    assert str(status.until_within) == "2029-12-21/2029-12-22"
    in_time = document(CLAUSES[1], last_receipt("2004-12-22"), ("notice_received", "2009-06-21"))
    assert states(
        in_time, "2009-06-20", "2009-06-21", "2009-12-21", "2009-12-22", "2009-12-23"
    ) == [
        "in_force",
        "ending",
        "ending",
        "ending_disputed",
        "expired",
    ]
    late = document(CLAUSES[1], last_receipt("2004-12-22"), ("notice_received", "2009-06-23"))
    assert states(late, "2010-01-01", "2014-12-22", "2014-12-23") == [
        "ending",
        "ending_disputed",
        "expired",
    ]


def test_1_notice_on_the_disputed_day():
    """By one reading it came in time, by the other too late."""
    doc = document(CLAUSES[1], last_receipt("2004-12-22"), ("notice_received", "2009-06-22"))
    status = doc.status("2012-01-01")
    assert str(status) == "unknown"
    assert {str(state) for state in status.possible} == {"ending", "ending_disputed", "expired"}
    assert str(doc.status("2014-12-23")) == "expired"


def test_1_needs_the_notification_of_both_sides():
    events = [
        Event("signed", "2003-01-01"),
        Event("notification_received", "2004-10-01", by=BY),
    ]
    doc = Agreement("doc", "agreement", SIDES, term=CLAUSES[1], events=events)
    status = doc.status("2026-01-01")
    assert (str(status), status.missing, status.is_active) == (
        "signed",
        ("notification_received",),
        None,
    )
    events.append(Event("notification_received", "2004-12-22", by=KZ))
    doc = Agreement("doc", "agreement", SIDES, term=CLAUSES[1], events=events)
    assert doc.status("2005-01-01").since == datetime.date(2004, 12, 22)


def test_4_renews_for_another_length():
    doc = document(CLAUSES[4], signed("2000-11-03"))
    periods = doc.timeline("2004-01-01")
    assert [(str(one.first.period), str(one.last.period)) for one in periods] == [
        ("2000-11-03", "2003-11-02/2003-11-03"),
        ("2003-11-03/2003-11-04", "2005-11-02/2005-11-03"),
        ("2005-11-03/2005-11-04", "2007-11-02/2007-11-03"),
    ]


def test_5_notice_within_six_months():
    """Notice before the window opens may count or not."""
    within = document(CLAUSES[5], ("in_force", "2001-01-01"), ("notice_received", "2008-12-31"))
    assert states(within, "2009-01-02") == ["expired"]
    early = document(CLAUSES[5], ("in_force", "2001-01-01"), ("notice_received", "2005-01-01"))
    assert states(early, "2004-12-31", "2008-06-01", "2009-01-03") == [
        "in_force",
        "unknown",
        "unknown",
    ]
    status = early.status("2008-06-01")
    assert status.possible == {State.IN_FORCE, State.ENDING}
    assert status.missing == ("notice_received.in_time",)


def test_6_first_day_of_the_third_month():
    doc = document(CLAUSES[6], last_receipt("2004-01-31"))
    assert doc.status("2005-01-01").since == datetime.date(2004, 4, 1)
    assert str(doc.status("2005-01-01").until_within) == "2007-03-31/2007-04-01"


def test_8_notice_that_differs_by_period():
    dossier = Dossier(agreements=[document(CLAUSES[8], ("in_force", "2003-09-16"))])
    due = [one for one in dossier.deadlines("2003-01-01", "2012-12-31") if one.kind == "notice"]
    assert [str(one.days) for one in due[:3]] == ["2008-03-15", "2010-06-15", "2012-06-15"]


def test_9_at_most_twice():
    doc = document(CLAUSES[9], signed("2006-07-22"))
    assert [str(one.period) for one in doc.timeline("2020-01-01")] == [
        "2006-08/2008-07",
        "2008-08/2010-07",
        "2010-08/2012-07",
    ]
    assert states(doc, "2006-07-31", "2006-08-01", "2012-07-31", "2012-08-01") == [
        "signed",
        "in_force",
        "in_force",
        "expired",
    ]
    assert [str(one.period) for one in CLAUSES[9].periods("2006-08-01")] == [
        "2006-08/2008-07",
        "2008-08/2010-07",
        "2010-08/2012-07",
    ]


def test_10_by_exchange_of_letters():
    doc = document(CLAUSES[10], ("in_force", "1993-05-01"))
    assert states(doc, "1996-12-31", "1997-01-01") == ["in_force", "expired"]
    assert [one.tense for one in doc.timeline("1995-01-01")] == ["runs", "may_run"]
    assert [one.tense for one in doc.timeline("1998-01-01")] == ["ran"]
    extended = document(CLAUSES[10], ("in_force", "1993-05-01"), ("extended", "1996-09-01"))
    assert states(extended, "1999-12-31", "2000-01-01") == ["in_force", "expired"]
    left = document(CLAUSES[10], ("in_force", "1993-05-01"), ("notice_received", "1995-01-31"))
    assert states(left, "1995-04-29", "1995-04-30") == ["ending", "terminated"]


def test_11_only_if_extension_is_declared():
    doc = document(CLAUSES[11], signed("2009-06-10"))
    assert states(doc, "2014-06-09", "2014-06-10", "2014-06-11") == [
        "in_force",
        "ending_disputed",
        "expired",
    ]
    extended = document(CLAUSES[11], signed("2009-06-10"), ("extended", "2014-03-01"))
    assert states(extended, "2019-06-09", "2019-06-11") == ["in_force", "expired"]
    left = document(CLAUSES[11], signed("2009-06-10"), ("notice_received", "2010-01-01"))
    assert states(left, "2010-03-31", "2010-04-01") == ["ending", "terminated"]


def test_12_practice_counts_the_first_day():
    """Extended with effect from 29 July 2016: the anniversary belonged to the next period."""
    assert states(document(CLAUSES[12]), "2016-07-28", "2016-07-29", "2016-07-30") == [
        "in_force",
        "ending_disputed",
        "expired",
    ]
    events = [Event("extended", "2016-07-29", until="2017-07-28")]
    extended = Agreement("doc", "agreement", SIDES, term=CLAUSES[12], events=events)
    assert states(extended, "2017-07-28", "2017-07-29") == ["in_force", "expired"]


def test_13_both_readings_in_one_treaty():
    """The press counted the notice to 1 October 2008, the end was 1 April 2019."""
    doc = document(CLAUSES[13], ("in_force", "1999-04-01"), ("notice_received", "2018-09-24"))
    assert states(doc, "2019-03-31", "2019-04-01", "2019-04-02") == [
        "ending",
        "ending_disputed",
        "expired",
    ]
    dossier = Dossier(agreements=[document(CLAUSES[13], ("in_force", "1999-04-01"))])
    (notice,) = [
        one for one in dossier.deadlines("2008-01-01", "2008-12-31") if one.kind == "notice"
    ]
    assert str(notice.days) == "2008-09-30"
    assert str(notice.disputed) == "2008-10-01"


def test_14_once():
    doc = document(CLAUSES[14], ("in_force", "1992-10-11"))
    assert states(doc, "2012-10-10", "2012-10-12") == ["in_force", "expired"]


def test_15_without_opt_out():
    doc = document(CLAUSES[15], last_receipt("2010-01-01"))
    assert doc.status("2011-01-01").since == datetime.date(2010, 1, 31)
    left = document(CLAUSES[15], last_receipt("2010-01-01"), ("notice_received", "2012-03-01"))
    assert states(left, "2012-03-30", "2012-03-31") == ["ending", "terminated"]
    kinds = [one.kind for one in Dossier(agreements=[doc]).deadlines("2014-01-01", "2016-01-01")]
    assert kinds == ["renewal"]


def test_17_and_18_the_day_that_counts():
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


def test_19_first_day_of_a_month():
    doc = document(CLAUSES[19], last_receipt("2003-10-15"), ("notice_received", "2026-03-15"))
    assert states(doc, "2003-11-30", "2003-12-01", "2026-09-30", "2026-10-01") == [
        "unknown",
        "in_force",
        "ending",
        "terminated",
    ]


def test_20_not_before_the_first_fifteen_years():
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


def test_21_locked_for_seven_years():
    term = CLAUSES[21]
    doc = document(term, ("in_force", "1968-06-01"), ("notice_received", "1970-01-01"))
    assert states(doc, "1972-01-01", "1998-05-31", "1998-06-02") == [
        "in_force",
        "in_force",
        "expired",
    ]
    doc = document(term, ("in_force", "1968-06-01"), ("notice_received", "1976-03-01"))
    assert states(doc, "1977-12-31", "1978-01-01") == ["ending", "terminated"]


def test_22_whichever_is_first():
    doc = document(CLAUSES[22], ("in_force", "1989-01-01"))
    status = doc.status("2026-01-01")
    assert (str(status), status.until) == ("in_force", datetime.date(2088, 12, 31))
    assert "until_event" in {reason.code for reason in status.reasons}
    over = document(CLAUSES[22], ("in_force", "1989-01-01"), ("fulfilled", "2030-05-01"))
    assert states(over, "2030-04-30", "2030-05-01") == ["in_force", "fulfilled"]


def test_23_after_an_outside_event():
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


def test_25_on_expiry():
    doc = document(CLAUSES[25], last_receipt("2021-07-29"))
    assert doc.status("2022-01-01").since == datetime.date(2021, 8, 29)


def test_26_with_the_parent():
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


def test_27_without_an_exit():
    doc = document(CLAUSES[27], ("took_effect", "1993-01-01"))
    status = doc.status("2026-01-01")
    assert (str(status), status.until, status.missing) == ("in_force", None, ())
    noticed = document(
        CLAUSES[27], ("took_effect", "1993-01-01"), ("notice_received", "2016-01-01")
    )
    status = noticed.status("2026-01-01")
    assert (str(status), status.missing) == ("unknown", ("term.exit",))


def test_28_calendar_years():
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
