"""Statuses that follow from more facts than most."""

import datetime

from bilateral import Event
from tests.lifecycle.documents import document, event


def test_each_of_many_possible_suspensions_is_told_once():
    days = [datetime.date(2020, month, 1) for month in range(1, 11)]
    suspensions = [Event("suspended", f"{day:%Y-%m}~") for day in days]
    doc = document(event("signed", "2019-01-01"), event("in_force", "2019-02-01"), *suspensions)
    status = doc.status("2020-06-01")
    assert len(status.possible) > 1
    assert [one for one in status.events if one.kind == "suspended"] == suspensions
