"""Terms of every sort."""

from bilateral import Term
from bilateral.terms import Exit, Renewal, Start, Survival

FULL = Term(
    entry=Start(
        ["notification_received", "ratified"], after="P3M", effect="month", date="2026-01-01"
    ),
    provisional="signed",
    length="P5Y",
    reading="event",
    counted_from=Start(date="2026-02"),
    until_event={"en": "the end", "de": "das Ende", "ru": "окончание"},
    renewal=Renewal("P2Y", times=2, notice="P6M", later_notice="P3M", counts="sent"),
    exit=Exit("P1Y", effect="year_end", locked="P7Y", floor="P15Y", counts="sent"),
    survival=Survival(["projects", "provisions"], length="P10Y"),
    follows=["suspension", "end"],
)
