"""Agreements and their events."""

import copy
import datetime
import pickle

import attrs
import pytest
from conftest import problems_of

from bilateral import (
    Agreement,
    AgreementKind,
    Binding,
    Dossier,
    Event,
    EventKind,
    PartialDate,
    Partner,
    Period,
    RecordedTitle,
    Sector,
    Source,
    ValidationError,
    dumps,
    loads,
)

SIDES = (Partner.state("BY"), Partner.state("KZ"))


class TestAgreement:
    def test_friendly_input_becomes_typed(self, plan):
        """Codes, ISO texts and lists."""
        assert plan.kind is AgreementKind.ROADMAP
        assert plan.period == Period.parse("2026/2028")
        assert plan.sectors == (Sector("trade"), Sector("economy"))
        assert plan.binding is Binding.UNKNOWN

    def test_it_is_a_value(self, plan):
        """Equal by value, hashable, frozen, with copies and pickles that work."""
        again = pickle.loads(pickle.dumps(plan))

        assert again == plan
        assert hash(again) == hash(plan)
        assert copy.copy(plan) == copy.deepcopy(plan) == plan
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            plan.kind = "mou"

    def test_it_has_slots(self, plan):
        """No dictionary on any value."""
        for value in (plan, plan.sides[0], plan.partners[0], plan.period, plan.sectors[0]):
            assert not hasattr(value, "__dict__")

    def test_evolve_checks_again(self, plan):
        """A changed copy obeys the same rules."""
        assert attrs.evolve(plan, period="2027").period == Period.parse("2027")
        with pytest.raises(ValidationError):
            attrs.evolve(plan, sides=plan.sides[:1])

    def test_order_of_the_sides_is_kept(self):
        """It is part of equality, and no part of questions."""
        one = Agreement("a", "mou", SIDES)
        other = Agreement("a", "mou", SIDES[::-1])

        assert one != other
        assert one.between("BY", "KZ")
        assert one.between("KZ", "BY")
        assert not one.between("KZ", "KZ")
        assert other.partners == SIDES[::-1]

    def test_related_documents(self, plan):
        """One alone needs no list."""
        child = Agreement("child", "work_plan", plan.sides, implements=plan, amends=[plan])

        assert child.implements == child.amends == (plan,)

    @pytest.mark.parametrize(
        ("arguments", "problems"),
        [
            ({"id": "A b"}, [("id", "invalid-id")]),
            ({"sides": SIDES[:1]}, [("sides", "two-sides")]),
            ({"sides": [*SIDES, Partner.state("DE")]}, [("sides", "two-sides")]),
            ({"sides": [[], SIDES[1]]}, [("sides[0]", "no-partner")]),
            ({"sides": [SIDES[0], SIDES[0]]}, [("sides[1][0]", "partner-on-both-sides")]),
            ({"sides": "ab"}, [("sides", "wrong-type")]),
            ({"sides": [5, SIDES[0]]}, [("sides[0]", "wrong-type")]),
            ({"sectors": ["trade", "trade"]}, [("sectors[1]", "duplicate-sector")]),
            ({"sectors": "trade"}, [("sectors", "wrong-type")]),
            ({"sectors": ["industri"]}, [("sectors[0].code", "unknown-sector")]),
            ({"period": "2028/2026"}, [("period", "period-reversed")]),
            (
                {"languages": ["de"], "prevailing_language": "ru"},
                [("prevailing_language", "language-not-authentic")],
            ),
            ({"languages": ["DE"]}, [("languages[0]", "invalid-language")]),
            ({"events": ["signed"]}, [("events[0]", "wrong-type")]),
            (
                {"events": [Event("notice_sent", by=Partner.state("DE"))]},
                [("events[0].by", "not-a-party")],
            ),
            (
                {
                    "id": "X",
                    "kind": "rodmap",
                    "sides": SIDES[:1],
                    "binding": "maybe",
                    "sectors": ["x", "y"],
                    "subject": {},
                    "period": 2026,
                    "note": 5,
                },
                [
                    ("kind", "unknown-agreement-kind"),
                    ("binding", "unknown-binding"),
                    ("sectors[0].code", "unknown-sector"),
                    ("sectors[1].code", "unknown-sector"),
                    ("subject", "no-name"),
                    ("period", "wrong-type"),
                    ("note", "wrong-type"),
                    ("id", "invalid-id"),
                    ("sides", "two-sides"),
                ],
            ),
        ],
    )
    def test_problems(self, arguments, problems):
        """All of them at once."""
        with pytest.raises(ValidationError) as caught:
            Agreement(**{"id": "a", "kind": "mou", "sides": SIDES, **arguments})

        assert problems_of(caught) == problems

    @pytest.mark.parametrize(
        ("first", "second", "fits"),
        [
            (("signed", "2025-11-05"), ("ratified", "2025-11-04"), False),
            (("signed", "2025-11-05"), ("ratified", "2025-11-05"), True),
            (("signed", "2025-11-05"), ("ratified", "2025-11"), True),
            (("signed", "2025-11-05"), ("ratified", "2024"), False),
            (("signed", "2025-11-05"), ("ratified", None), True),
            (("signed", None), ("ratified", "2024"), True),
            (("signed", "2025-11-05"), ("authorised", "2024"), True),
            (("suspended", "2025"), ("resumed", "2024"), False),
        ],
    )
    def test_order_of_events(self, first, second, fits):
        """Only what is certainly too early is a problem."""
        events = [Event(*first), Event(*second)]

        if fits:
            assert Agreement("a", "mou", SIDES, events=events).events == tuple(events)
        else:
            with pytest.raises(ValidationError) as caught:
                Agreement("a", "mou", SIDES, events=events)
            assert problems_of(caught) == [("events[1].date", "event-order")]

    @pytest.mark.parametrize("kind", ["in_force", "took_effect", "provisional_application"])
    @pytest.mark.parametrize("format", ["json", "yaml", "csv", "msgpack"])
    def test_a_beginning_before_the_signature_is_a_notice(self, kind, format):
        """It is a fact in some treaties, and a hint at ``effective`` for all others."""
        events = [Event.signed("2025-11-05"), Event(kind, "2025-10")]
        agreement = Agreement("a", "agreement", SIDES, events=events)
        assert [one.code for one in agreement.notices] == ["unusual-order"]
        for lang in ("de", "en", "ru"):
            assert "effective" in agreement.notices[0].message(lang)
        report = []
        again = loads(dumps(Dossier(agreements=[agreement]), format), format, report=report)
        assert again["a"] == agreement
        assert [(one.where, one.code) for one in report] == [
            ("agreements[0].events[1].date", "unusual-order")
        ]

    @pytest.mark.parametrize("date", ["2025-11-05", "2025-11", "2026", None])
    def test_a_beginning_that_may_follow_the_signature_is_none(self, date):
        events = [Event.signed("2025-11-05"), Event("in_force", date)]
        assert Agreement("a", "agreement", SIDES, events=events).notices == ()
        early = [Event.signed("2025-11-05"), Event("in_force", "2025-11-05", effective="2025-10")]
        assert Agreement("a", "agreement", SIDES, events=early).notices == ()

    def test_each_side_has_its_own_order(self):
        """What one side received says nothing of what the other one sent."""
        events = [
            Event("notification_sent", "2025-03-01", by=SIDES[0]),
            Event("notification_sent", "2025-01-01", by=SIDES[1]),
            Event("notification_received", "2025-02-01", by=SIDES[1]),
        ]

        assert len(Agreement("a", "mou", SIDES, events=events).events) == 3

    def test_dates_of_a_kind(self):
        """Those that are recorded."""
        events = [Event.signed("2025-11-05"), Event.signed(None), Event("ratified", "2026")]
        agreement = Agreement("a", "mou", SIDES, events=events)

        assert agreement.dates("signed") == (PartialDate.parse("2025-11-05"),)


class TestKinds:
    @pytest.mark.parametrize("enumeration", [AgreementKind, EventKind, Binding])
    @pytest.mark.parametrize("lang", ["de", "ru", "en"])
    def test_every_member_has_a_label(self, enumeration, lang):
        """In three languages."""
        for member in enumeration:
            assert member.label(lang)

    def test_default_binding(self):
        """Every kind has a presumption."""
        assert AgreementKind.TREATY.default_binding is Binding.BINDING
        for kind in AgreementKind:
            assert kind.default_binding in Binding


class TestEvent:
    def test_a_date_object_is_taken(self):
        """As well as text."""
        assert Event.signed(datetime.date(2025, 11, 5)) == Event.signed("2025-11-05")

    def test_problems(self):
        """Of every field."""
        with pytest.raises(ValidationError) as caught:
            Event("sined", "2025-02-30", by="by", place=5)

        assert problems_of(caught) == [
            ("kind", "unknown-event-kind"),
            ("date", "no-such-day"),
            ("place", "wrong-type"),
            ("by", "wrong-type"),
        ]


class TestSources:
    def test_a_recorded_title_needs_a_language(self):
        """And a source may stand beside it."""
        source = Source("s", url="https://example.org/")

        assert RecordedTitle("Memorandum", "de", source=source).source is source
        with pytest.raises(ValidationError) as caught:
            RecordedTitle("Memorandum", None)
        assert problems_of(caught) == [("lang", "invalid-language")]

    def test_an_address_is_a_web_address(self):
        """Nothing that a browser would run."""
        with pytest.raises(ValidationError) as caught:
            Source("s", url="javascript:alert(1)")
        assert problems_of(caught) == [("url", "invalid-url")]


def test_one_side_is_a_problem_and_no_crash(minsk):
    """Whatever else the record has."""
    with pytest.raises(ValidationError) as caught:
        Agreement("a", "mou", [minsk], events=[Event("negotiated", by=minsk)])
    assert problems_of(caught) == [("sides", "two-sides")]
