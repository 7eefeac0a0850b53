"""Events: their fields, and the order of their dates."""

import datetime

import pytest

from bilateral import Agreement, Dossier, Event, Partner, ValidationError, dumps, loads
from tests.conftest import problems_of

SIDES = (Partner.state("BY"), Partner.state("KZ"))


class TestOrderOfEvents:
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
    def test_only_an_event_that_is_certainly_too_early_is_a_problem(self, first, second, fits):
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

    def test_the_act_of_one_side_is_no_earlier_than_its_own(self):
        """What it received it cannot have received before it was sent to it; ``by`` tells."""
        events = [
            Event("notification_sent", "2025-03-01", by=SIDES[0]),
            Event("notification_received", "2025-02-01", by=SIDES[0]),
        ]
        with pytest.raises(ValidationError) as caught:
            Agreement("a", "mou", SIDES, events=events)
        assert problems_of(caught) == [("events[1].date", "event-order")]

    def test_the_act_of_one_side_may_come_before_that_of_the_other_one(self):
        events = [
            Event("notification_sent", "2025-03-01", by=SIDES[0]),
            Event("notification_received", "2025-02-01", by=SIDES[1]),
        ]
        assert Agreement("a", "mou", SIDES, events=events).events == tuple(events)

    def test_the_act_of_one_side_is_no_earlier_than_one_of_both(self):
        events = [
            Event("notification_sent", "2025-03-01"),
            Event("notification_received", "2025-02-01", by=SIDES[1]),
        ]
        with pytest.raises(ValidationError) as caught:
            Agreement("a", "mou", SIDES, events=events)
        assert problems_of(caught) == [("events[1].date", "event-order")]

    def test_a_problem_of_order_names_the_earliest_other_date(self):
        events = [Event("signed", "2025-11-05"), Event("signed", "2025-11-03")]
        with pytest.raises(ValidationError) as caught:
            Agreement("a", "mou", SIDES, events=[*events, Event("ratified", "2024-01-01")])
        (problem,) = caught.value.problems
        assert problem.where == "events[2].date"
        assert problem.value == "2024-01-01"
        assert dict(problem.details) == {
            "event": "ratified",
            "date": "2024-01-01",
            "before": "signed",
            "other": "2025-11-03",
        }

    def test_one_of_several_signatures_may_be_later(self):
        """The first one may have been the one that counts."""
        events = [Event("signed", "2025-11-05"), Event("signed", "2023"), Event("ratified", "2024")]
        assert len(Agreement("a", "mou", SIDES, events=events).events) == 3


class TestEvent:
    def test_a_date_object_is_taken_as_well_as_text(self):
        assert Event.signed(datetime.date(2025, 11, 5)) == Event.signed("2025-11-05")

    def test_every_wrong_field_is_told(self):
        with pytest.raises(ValidationError) as caught:
            Event("sined", "2025-02-30", by="by", place=5)

        assert problems_of(caught) == [
            ("kind", "unknown-event-kind"),
            ("date", "no-such-day"),
            ("place", "wrong-type"),
            ("by", "wrong-type"),
        ]


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("entered_into_force", "in_force"),
        ("entry into force", "in_force"),
        ("Signed", "signed"),
        ("terminate", "terminated"),
        ("instruments", None),
        ("of", None),
    ],
)
def test_an_unknown_kind_of_event_has_the_nearest_one_as_a_hint(kind, hint):
    with pytest.raises(ValidationError) as caught:
        Event(kind)
    (problem,) = caught.value.problems
    assert (problem.code, problem.hint) == ("unknown-event-kind", hint)
