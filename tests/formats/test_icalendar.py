"""Deadlines as a calendar."""

import datetime
import sys

import attrs
import pytest

import bilateral as bl
from bilateral import Agreement, Dossier, Event, Partner, Term
from bilateral.errors import MissingExtra, UnknownFormat, UnknownLanguage
from bilateral.formats.icalendar import calendar, write
from bilateral.terms import Renewal

icalendar = pytest.importorskip("icalendar")

STAMP = datetime.datetime(2026, 1, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def dossier():
    sides = Partner.state("BY"), Partner.state("KZ")
    tacit = Term(entry="signed", length="P5Y", renewal=Renewal("P5Y", notice="P6M"))
    return Dossier(
        agreements=[
            Agreement("tacit", "agreement", sides, term=tacit, events=[Event.signed("2021-02-28")],
                      sectors=["trade"]),
            Agreement("plan", "roadmap", sides, period="2026-04/2028", sectors=["trade"],
                      events=[Event.signed("2025-11-05")]),
        ]
    )  # fmt: skip


def events_of(text):
    return icalendar.Calendar.from_ical(text).walk("VEVENT")


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_a_calendar_reads_back_as_days_words_and_alarms(dossier, lang):
    deadlines = dossier.deadlines("2025-01-01", "2028-12-31")
    text = write(dossier, lang=lang, start="2025-01-01", end="2028-12-31", stamp=STAMP)
    events = events_of(text)
    assert len(events) == len(deadlines) == 4
    for event, deadline in zip(events, deadlines, strict=True):
        assert event.start == deadline.when.date
        assert event.end - event.start == datetime.timedelta(days=1)
        assert event["uid"].startswith(f"{deadline.key}.")
        assert event["dtstamp"].dt == STAMP
        assert deadline.agreement.title(lang) in event["summary"]
        assert event["summary"].partition(":")[0] == deadline.text(lang).partition(":")[0]
        assert event["summary"].params["LANGUAGE"] == lang
        assert event["description"] == deadline.text(lang)
        urgent = deadline.kind.value in ("notice", "extension", "end")
        # At nine in the morning, and not in the middle of the night.
        nine = datetime.timedelta(hours=9)
        assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [
            datetime.timedelta(days=-days) + nine for days in ((30, 7) if urgent else ())
        ]


def test_lines_end_with_cr_lf_and_have_no_more_than_75_octets(dossier):
    text = write(dossier, lang="ru", start="2025-01-01", end="2028-12-31")
    assert text.endswith("END:VCALENDAR\r\n")
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert "\n" not in text.replace("\r\n", "")


def test_the_same_deadlines_give_the_same_text(dossier):
    window = {"start": "2025-01-01", "end": "2028-12-31", "stamp": STAMP}
    assert write(dossier, **window) == write(dossier, **window)
    uids = [event["uid"] for event in events_of(write(dossier, **window))]
    assert len(set(uids)) == len(uids)


def uids(dossier, **options):
    window = {"start": "2025-01-01", "end": "2028-12-31", "stamp": STAMP}
    return [str(event["uid"]) for event in events_of(write(dossier, **window, **options))]


class TestIdentifiers:
    def test_registers_with_the_same_ids_have_others(self, dossier):
        """By their parties or, if these are the same, by name."""
        tacit = attrs.evolve(
            dossier["tacit"], sides=[Partner.state("DE"), Partner.state("KZ")], sectors=["energy"]
        )
        other = Dossier(agreements=[tacit, dossier["plan"]])
        assert {uid.partition(".")[0] for uid in set(uids(dossier)) & set(uids(other))} == {"plan"}
        assert set(uids(dossier, register="a.example")).isdisjoint(
            uids(dossier, register="b.example")
        )
        assert all(uid.endswith("@a.example") for uid in uids(dossier, register="a.example"))
        assert all(uid.endswith("@x-y") for uid in uids(dossier, register="x:\r\ny"))

    def test_they_stay_when_a_date_or_a_name_is_corrected(self, dossier):
        plan = dossier["plan"]
        belarus = attrs.evolve(plan.partners[0], name={"en": "White Russia"})
        renamed = attrs.evolve(
            plan, sides=[belarus, plan.sides[1]], period="2026-05/2028", sectors=["energy"]
        )
        one, other = (Dossier(agreements=[each]) for each in (plan, renamed))
        assert uids(one) == uids(other)


def test_no_control_character_becomes_part_of_the_calendar():
    """Nor does an end of line become a property."""
    sides = (
        Partner.state("BY"),
        Partner("x", "company", {"en": "A\rURL:b\x1b\x9bc\u2028d"}, country="KZ"),
    )
    plan = Agreement("plan", "roadmap", sides, period="2026", events=[Event.signed("2025-11-05")])
    text = write(Dossier(agreements=[plan]), lang="en", start="2026-01-01", end="2026-12-31")

    assert not [c for c in text.replace("\r\n", "") if ord(c) < 32 or 127 <= ord(c) < 160]
    assert "A URL:bc d" in str(events_of(text)[0]["summary"])
    assert not any("URL" in event for event in events_of(text))


def test_an_entry_covers_the_days_on_which_its_deadline_may_lie():
    sides = Partner.state("BY"), Partner.state("KZ")
    doc = Agreement(
        "doc", "agreement", sides, sectors=["trade"],
        term=Term(entry="signed", length="P1Y", reading="event"), events=[Event.signed("2025-11")],
    )  # fmt: skip
    entry = events_of(
        calendar(Dossier(agreements=[doc]).deadlines("2025-11-10", "2025-12-01"), "en")
    )
    (event,) = entry
    assert (event.start, event.end) == (datetime.date(2025, 11, 1), datetime.date(2025, 12, 1))


@pytest.mark.parametrize(("today", "count"), [("2025-08-26", 4), ("2025-08-27", 5)])
def test_a_calendar_goes_five_years_ahead_from_today(dossier, monkeypatch, today, count):
    monkeypatch.setattr("bilateral.clock.today", lambda: datetime.date.fromisoformat(today))
    assert len(events_of(write(dossier))) == count
    assert len(events_of(write(dossier, start="2026-01-01"))) == 4


def test_it_is_a_format_by_its_suffix_for_writing_only(dossier, tmp_path):
    window = {"lang": "ru", "start": "2025-01-01", "end": "2028-12-31", "stamp": STAMP}
    path = tmp_path / "deadlines.ics"
    bl.dump(dossier, path, **window)
    assert path.read_bytes().decode() == write(dossier, **window)
    assert bl.dumps(dossier, "icalendar", **window) == write(dossier, **window)
    bl.dump(dossier, path)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(UnknownFormat):
        bl.load(path)


def test_a_missing_language_or_library_is_named(dossier, monkeypatch):
    with pytest.raises(UnknownLanguage):
        write(dossier, lang="xx", start="2026-01-01")
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtra) as error:
        write(dossier)
    assert error.value.extra == "calendar"
