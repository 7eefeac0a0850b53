"""Clauses of real documents as terms.

The numbers are those of the survey of clauses from which the rules were made. Each term also
goes through the wire and has its words in three languages.
"""

from bilateral import Agreement, Event, Partner, Term
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
