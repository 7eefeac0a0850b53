"""Documents for sentences."""

from bilateral import Exit, Renewal, Term
from bilateral.terms import Start

TERMS = {
    "fourth month": Term(entry=Start("signed", after="P4M", effect="month")),
    "next month": Term(entry=Start("signed", after="P1M", effect="month")),
    "month 21": Term(entry=Start("signed", after="P21M", effect="month")),
    "next year": Term(entry=Start("signed", after="P1Y", effect="year")),
    "third year": Term(entry=Start("signed", after="P3Y", effect="year")),
    "two events": Term(entry=Start(["signed", "notification_received"])),
    "three events": Term(entry=Start(["signed", "ratified", "registered"])),
    "not before a month": Term(entry=Start("signed", date="2026-11")),
    "not before a day": Term(entry=Start("signed", date="2026-01-02")),
    "not before a year": Term(entry=Start("signed", date="2026")),
    "on expiry of no time": Term(entry=Start("signed", effect="after_expiry")),
    "only renewed without end": Term(renewal=Renewal(indefinite=True)),
    "renewed without end": Term(length="P5Y", renewal=Renewal(indefinite=True)),
    "disputed": Term(until="2030", until_disputed=True),
    "disputed and vague": Term(until="2030~", until_disputed=True),
    "disputed and far": Term(until="Y12026", until_disputed=True),
    "renewed twice": Term(length="P5Y", renewal=Renewal("P1Y", times=2)),
    "extended twice": Term(length="P5Y", renewal=Renewal("P1Y", mode="exchange", times=2)),
    "extended once": Term(
        length="P5Y", renewal=Renewal("P1Y", mode="exchange", times=1, notice="P3M")
    ),
    "no notice to send": Term(length="P5Y", renewal=Renewal("P1Y", counts="sent")),
    "later notice": Term(renewal=Renewal("P1Y", notice="P3M", later_notice="P1M", counts="sent")),
    "left at a month's end": Term(exit=Exit("P6M", effect="month_end")),
    "left at a year's end": Term(exit=Exit("P6M", effect="year_end")),
    "from a year's end": Term(provisional=Start("signed", after="P6M", effect="year_end")),
    "survival": Term(survival="projects"),
    "follows": Term(follows=["entry", "end"]),
    "all": Term(entry="signed", length="P5Y", exit="P6M"),
}
