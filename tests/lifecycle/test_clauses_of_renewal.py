"""Clauses of real documents on renewal and notice: what they mean day by day."""

import datetime

import pytest

from bilateral import Agreement, Dossier, Event, State, dumps, loads
from tests.lifecycle.treaties import BY, CLAUSES, KZ, SIDES, document, last_receipt, signed, states


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


def test_1_notice_on_the_disputed_day_leaves_two_ends_possible():
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


def test_4_renews_for_another_length_than_the_first():
    doc = document(CLAUSES[4], signed("2000-11-03"))
    periods = doc.timeline("2004-01-01")
    assert [(str(one.first.period), str(one.last.period)) for one in periods] == [
        ("2000-11-03", "2003-11-02/2003-11-03"),
        ("2003-11-03/2003-11-04", "2005-11-02/2005-11-03"),
        ("2005-11-03/2005-11-04", "2007-11-02/2007-11-03"),
    ]


def test_5_notice_before_the_last_six_months_may_count_or_not():
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


def test_6_enters_on_the_first_day_of_the_third_month():
    doc = document(CLAUSES[6], last_receipt("2004-01-31"))
    assert doc.status("2005-01-01").since == datetime.date(2004, 4, 1)
    assert str(doc.status("2005-01-01").until_within) == "2007-03-31/2007-04-01"


def test_8_notice_is_shorter_for_later_periods():
    dossier = Dossier(agreements=[document(CLAUSES[8], ("in_force", "2003-09-16"))])
    due = [one for one in dossier.deadlines("2003-01-01", "2012-12-31") if one.kind == "notice"]
    assert [str(one.days) for one in due[:3]] == ["2008-03-15", "2010-06-15", "2012-06-15"]


def test_9_renews_at_most_twice():
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


def test_10_is_extended_by_exchange_of_letters():
    doc = document(CLAUSES[10], ("in_force", "1993-05-01"))
    assert states(doc, "1996-12-31", "1997-01-01") == ["in_force", "expired"]
    assert [one.tense for one in doc.timeline("1995-01-01")] == ["runs", "may_run"]
    assert [one.tense for one in doc.timeline("1998-01-01")] == ["ran"]
    extended = document(CLAUSES[10], ("in_force", "1993-05-01"), ("extended", "1996-09-01"))
    assert states(extended, "1999-12-31", "2000-01-01") == ["in_force", "expired"]
    left = document(CLAUSES[10], ("in_force", "1993-05-01"), ("notice_received", "1995-01-31"))
    assert states(left, "1995-04-29", "1995-04-30") == ["ending", "terminated"]


def test_11_goes_on_only_if_extension_is_declared():
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


def test_13_one_treaty_is_counted_by_both_readings():
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
