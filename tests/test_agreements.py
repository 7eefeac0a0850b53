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
    Term,
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
            ({"languages": ["German"]}, [("languages[0]", "invalid-language")]),
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

    @pytest.mark.parametrize(
        ("x", "y", "fits"),
        [
            ("BY", "KZ", True),
            ("KZ", "BY", True),
            (SIDES[0], "kz", True),
            ("kz", SIDES[0], True),
            ("BY", "BY", False),
            ("KZ", "KZ", False),
            ("BY", "DE", False),
            ("DE", "BY", False),
            ("KZ", "DE", False),
            ("DE", "KZ", False),
            ("DE", "DE", False),
        ],
    )
    def test_between_is_one_on_each_side_in_whatever_order(self, x, y, fits):
        assert Agreement("a", "mou", SIDES).between(x, y) is fits

    def test_nobody_can_be_on_both_sides(self):
        """Each of those who are is a problem."""
        one, other, third = (Partner.state(code) for code in ("BY", "KZ", "DE"))
        with pytest.raises(ValidationError) as caught:
            Agreement("a", "mou", [[one, other], [third, other, one]])
        assert [(at.where, at.code, at.value) for at in caught.value.problems] == [
            ("sides[1][1]", "partner-on-both-sides", "kz"),
            ("sides[1][2]", "partner-on-both-sides", "by"),
        ]

    def test_a_term_is_one(self, plan):
        term = Term(length="P1Y")
        assert attrs.evolve(plan, term=term).term is term
        assert plan.term is None
        with pytest.raises(ValidationError) as caught:
            attrs.evolve(plan, term="P1Y")
        assert problems_of(caught) == [("term", "wrong-type")]

    @pytest.mark.parametrize(
        ("languages", "prevailing", "fits"),
        [
            ((), "ru", True),
            (("de", "ru"), "ru", True),
            (("de",), "ru", False),
            (("de",), None, True),
        ],
    )
    def test_the_language_that_prevails_is_an_authentic_one(self, languages, prevailing, fits):
        """Where they are recorded."""
        fields = {"languages": languages, "prevailing_language": prevailing}
        if fits:
            assert Agreement("a", "mou", SIDES, **fields).prevailing_language == prevailing
        else:
            with pytest.raises(ValidationError) as caught:
                Agreement("a", "mou", SIDES, **fields)
            assert problems_of(caught) == [("prevailing_language", "language-not-authentic")]

    @pytest.mark.parametrize(
        ("kinds", "level"),
        [
            (("state", "state"), "inter_state"),
            (("state", "head_of_state"), "inter_state"),
            (("government", "government"), "intergovernmental"),
            (("ministry", "state_committee"), "interagency"),
            (("region", "regional_executive"), "interregional"),
            (("regional_council", "regional_council"), "interregional"),
            (("city", "city_executive"), "intermunicipal"),
            (("city_council", "district"), "intermunicipal"),
            (("district_executive", "municipality"), "intermunicipal"),
            (("government", "regional_executive"), None),
            (("company", "company"), None),
            (("company", "university"), None),
        ],
    )
    def test_the_level_is_that_of_all_its_partners(self, kinds, level):
        sides = [
            Partner(f"p{number}", kind, {"en": "X"}, country="BY")
            for number, kind in enumerate(kinds)
        ]
        assert Agreement("a", "mou", sides).level == level

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


@pytest.mark.parametrize(
    ("sides", "hints"),
    [
        (("BY", "KZ"), ['Partner.state("BY")', 'Partner.state("KZ")']),
        ((["BY-HM"], ["KZ", "x"]), ['Partner.subdivision("BY-HM")', 'Partner.state("KZ")', None]),
    ],
)
def test_a_code_for_a_side_is_told_how_to_become_a_partner(sides, hints):
    """A state, its government, a body of it: which of them is meant nobody can know."""
    with pytest.raises(ValidationError) as caught:
        Agreement("m", "mou", sides)
    assert [(one.code, one.hint) for one in caught.value.problems] == [
        ("wrong-type", hint) for hint in hints
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


@pytest.mark.parametrize(
    ("change", "arguments"), [(setattr, ("note", "x")), (delattr, ("note",))], ids=["set", "delete"]
)
def test_who_assigns_to_a_field_hears_of_changed_copies(plan, change, arguments):
    for record in (plan, Event("signed"), Dossier([plan])):
        with pytest.raises(attrs.exceptions.FrozenInstanceError) as caught:
            change(record, *arguments)
        kind = type(record).__name__
        way = "attrs.evolve(…, note=…) makes a changed copy"
        assert str(caught.value) == f"{kind} is immutable; {way}"
