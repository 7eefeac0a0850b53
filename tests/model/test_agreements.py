"""Agreements: what they take, hold and refuse."""

import copy
import pickle

import attrs
import pytest

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
)
from tests.conftest import problems_of

SIDES = (Partner.state("BY"), Partner.state("KZ"))


class TestAgreement:
    def test_friendly_input_becomes_typed(self, plan):
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

    def test_no_value_has_a_dictionary(self, plan):
        for value in (plan, plan.sides[0], plan.partners[0], plan.period, plan.sectors[0]):
            assert not hasattr(value, "__dict__")

    def test_a_changed_copy_obeys_the_same_rules(self, plan):
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

    def test_one_related_document_needs_no_list(self, plan):
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
    def test_all_wrong_fields_are_told_at_once(self, arguments, problems):
        with pytest.raises(ValidationError) as caught:
            Agreement(**{"id": "a", "kind": "mou", "sides": SIDES, **arguments})

        assert problems_of(caught) == problems

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

    def test_the_dates_of_a_kind_are_those_that_are_recorded(self):
        events = [Event.signed("2025-11-05"), Event.signed(None), Event("ratified", "2026")]
        agreement = Agreement("a", "mou", SIDES, events=events)

        assert agreement.dates("signed") == (PartialDate.parse("2025-11-05"),)


class TestKinds:
    @pytest.mark.parametrize("enumeration", [AgreementKind, EventKind, Binding])
    @pytest.mark.parametrize("lang", ["de", "ru", "en"])
    def test_every_member_has_a_label_in_three_languages(self, enumeration, lang):
        for member in enumeration:
            assert member.label(lang)

    def test_every_kind_has_a_presumption_of_legal_force(self):
        assert AgreementKind.TREATY.default_binding is Binding.BINDING
        for kind in AgreementKind:
            assert kind.default_binding in Binding

    def test_the_legal_force_that_is_stated_goes_before_the_presumed_one(self):
        sides = [Partner.state("BY"), Partner.state("KZ")]
        for binding in (Binding.BINDING, Binding.NON_BINDING):
            assert Agreement("a", "mou", sides, binding=binding).legal_force is binding
        assert Agreement("a", "mou", sides).legal_force is Binding.NON_BINDING


class TestSources:
    def test_a_recorded_title_needs_a_language(self):
        """And a source may stand beside it."""
        source = Source("s", url="https://example.org/")

        assert RecordedTitle("Memorandum", "de", source=source).source is source
        with pytest.raises(ValidationError) as caught:
            RecordedTitle("Memorandum", None)
        assert problems_of(caught) == [("lang", "invalid-language")]

    def test_an_address_is_none_that_a_browser_would_run(self):
        with pytest.raises(ValidationError) as caught:
            Source("s", url="javascript:alert(1)")
        assert problems_of(caught) == [("url", "invalid-url")]


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
