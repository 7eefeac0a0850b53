"""Partners and sides."""

import copy
import pickle

import attrs
import pytest

import bilateral as bl
from bilateral import (
    Agreement,
    Identifier,
    MissingForm,
    Partner,
    PartnerKind,
    Side,
    ValidationError,
)
from bilateral.territory_codes import is_iso_code
from tests.conftest import problems_of

NAME = {"en": "X"}


class TestPartner:
    def test_the_country_follows_from_whichever_code_is_given(self):
        assert Partner("a", "region", NAME, code="BY-VI").country == "BY"
        assert Partner("a", "ministry", NAME, governs="KZ").country == "KZ"
        assert Partner("a", "company", NAME, country="DE").country == "DE"

    def test_an_international_organisation_has_no_country(self):
        """Nor has a joint body."""
        assert Partner("a", "international_org", NAME).country is None

    @pytest.mark.parametrize(
        ("arguments", "problems"),
        [
            ({"id": "Minsk", "country": "BY"}, [("id", "invalid-id")]),
            ({"id": "a--b", "country": "BY"}, [("id", "invalid-id")]),
            ({"id": "a" * 201, "country": "BY"}, [("id", "invalid-id")]),
            ({}, [("country", "no-country")]),
            ({"governs": "by-minsk"}, [("country", "no-country")]),
            ({"country": "XX"}, [("country", "unknown-country")]),
            ({"country": "by"}, [("country", "unknown-country")]),
            ({"kind": "region", "code": "BY-ZZ"}, [("code", "unknown-subdivision")]),
            ({"kind": "state", "code": "XX", "country": "BY"}, [("code", "unknown-country")]),
            ({"code": "BY-VI"}, [("code", "not-a-territory")]),
            ({"kind": "region", "code": "BY-VI", "country": "KZ"}, [("code", "country-mismatch")]),
            ({"governs": "BY-VI", "country": "KZ"}, [("governs", "country-mismatch")]),
            ({"kind": "region", "governs": "BY-VI"}, [("governs", "territory-governs")]),
            ({"country": "BY", "governs": "a"}, [("governs", "cycle")]),
            ({"country": "BY", "part_of": "a"}, [("part_of", "cycle")]),
            ({"country": "BY", "part_of": "a_b"}, [("part_of", "invalid-id")]),
            ({"country": "BY", "part_of": "BY"}, [("part_of", "invalid-id")]),
            (
                {"id": 5, "kind": "minstry", "name": {}, "country": 1, "identifiers": ["x"]},
                [
                    ("id", "wrong-type"),
                    ("kind", "unknown-partner-kind"),
                    ("name", "no-name"),
                    ("country", "wrong-type"),
                    ("identifiers[0]", "wrong-type"),
                ],
            ),
            ({"kind": 5, "country": "BY"}, [("kind", "wrong-type")]),
            ({"kind": "nonsense"}, [("kind", "unknown-partner-kind")]),
            (
                {"kind": "nonsense", "country": "XX"},
                [("kind", "unknown-partner-kind"), ("country", "unknown-country")],
            ),
            ({"kind": "nonsense", "country": "BY"}, [("kind", "unknown-partner-kind")]),
            ({"code": 5}, [("code", "wrong-type")]),
            ({"governs": 5}, [("governs", "wrong-type")]),
            ({"kind": "joint_body", "country": "XX"}, [("country", "unknown-country")]),
            ({"kind": "city", "code": "BY-HM", "part_of": "a"}, [("part_of", "cycle")]),
            (
                {"country": "BY", "governs": "b_c", "part_of": "a"},
                [("governs", "invalid-id"), ("part_of", "cycle")],
            ),
            (
                {"kind": "state", "code": "XX"},
                [("country", "unknown-country"), ("code", "unknown-country")],
            ),
        ],
    )
    def test_all_wrong_fields_are_told_at_once(self, arguments, problems):
        with pytest.raises(ValidationError) as caught:
            Partner(**{"id": "a", "kind": "ministry", "name": NAME, **arguments})

        assert problems_of(caught) == problems

    @pytest.mark.parametrize(
        ("country", "hint"),
        [("Казахстан", "KZ"), ("Weißrussland", "BY"), ("by", "BY"), ("XX", None)],
    )
    def test_who_writes_a_country_by_its_name_is_told_its_code(self, country, hint):
        with pytest.raises(ValidationError) as caught:
            Partner("a", "ministry", NAME, country=country)

        assert [one.hint for one in caught.value.problems] == [hint]

    def test_a_changed_copy_obeys_the_same_rules(self, minsk):
        assert attrs.evolve(minsk, id="other").governs == "BY-HM"
        with pytest.raises(ValidationError):
            attrs.evolve(minsk, id="Not an id")

    def test_it_is_a_value(self, minsk):
        """Equal by value, hashable, frozen, with copies and pickles that work."""
        again = pickle.loads(pickle.dumps(minsk))

        assert again == minsk
        assert hash(again) == hash(minsk)
        assert copy.deepcopy(minsk) == minsk
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            minsk.id = "x"

    def test_a_label_is_in_a_form_that_is_known_or_an_error(self, minsk):
        assert minsk.label("ru", "ins") == "Минским городским исполнительным комитетом"
        with pytest.raises(MissingForm):
            Partner("a", "company", NAME, country="DE").label("ru")

    @pytest.mark.parametrize("form", ["genitive", "GEN", "", "nom "])
    def test_what_is_no_form_is_refused_with_those_that_are(self, minsk, form):
        with pytest.raises(ValidationError, match="nom, gen, dat, acc, ins, loc") as caught:
            minsk.label("de", form)
        assert [one.code for one in caught.value.problems] == ["unknown-form"]

    def test_a_form_that_is_close_is_a_hint(self, minsk):
        with pytest.raises(ValidationError) as caught:
            minsk.label("de", "pural")
        assert caught.value.problems[0].hint == "plural"

    @pytest.mark.parametrize(
        "named",
        [Partner.state("BY"), bl.Sector("trade"), bl.AgreementKind.MOU, bl.Goods("8708")],
        ids=["partner", "sector", "kind", "goods"],
    )
    def test_a_language_that_nobody_knows_is_the_same_error_for_every_name(self, named):
        with pytest.raises(bl.UnknownLanguage, match="fr"):
            named.label("fr")

    def test_a_name_in_another_language_is_read_there(self):
        lyon = Partner("lyon", "city", {"fr": "Lyon"}, country="FR")
        assert lyon.label("fr-CA") == "Lyon"
        with pytest.raises(MissingForm):
            lyon.label("fr", "gen")
        with pytest.raises(MissingForm):
            lyon.label("de")

    def test_a_partner_is_of_its_country_and_of_the_unit_that_it_governs(self, minsk):
        assert minsk.is_of("BY")
        assert minsk.is_of("BY-HM")
        assert minsk.is_of(minsk.id)
        assert minsk.is_of(minsk)
        assert minsk.is_of(Side([minsk]))
        assert not minsk.is_of("KZ")
        assert not minsk.is_of(None)
        assert not minsk.is_of(Partner.state("BY"))

    def test_a_territory_is_of_its_code_and_of_any_code_of_its_country(self):
        region = Partner("r", "region", NAME, code="BY-VI")
        assert all(region.is_of(who) for who in ("r", "BY", "BLR", "112", "BY-VI"))
        assert not any(region.is_of(who) for who in ("BY-HM", "KAZ", "VI", "", 5, ["r"]))

    def test_five_kinds_are_territories(self):
        territories = {kind for kind in PartnerKind if kind.is_territory}
        assert territories == {"state", "region", "city", "district", "municipality"}

    def test_a_body_of_several_countries_may_have_one_all_the_same(self):
        for kind in ("joint_body", "international_org"):
            assert Partner("a", kind, NAME).country is None
            assert Partner("a", kind, NAME, country="BY").country == "BY"

    def test_a_reference_to_a_territory_is_a_code_or_an_id(self):
        body = Partner("council", "city_council", NAME, country="KZ", governs="village")
        assert body.governs == "village"
        assert is_iso_code("BY-HM")
        assert is_iso_code("BY")
        assert not is_iso_code("by-hm")
        assert not is_iso_code("")
        assert not is_iso_code(None)


class TestSide:
    def test_a_partner_or_a_list_becomes_a_side(self, minsk, astana):
        """In the constructor of an agreement."""
        agreement = Agreement("a", "mou", [[minsk], Side([astana])])

        assert agreement.sides == (Side([minsk]), Side([astana]))
        assert minsk in agreement.sides[0]
        assert list(agreement.sides[1]) == [astana]
        assert len(agreement.sides[0]) == 1

    @pytest.mark.parametrize(
        ("partners", "problems"),
        [
            (lambda _: [], [("", "no-partner")]),
            (lambda p: [p, p], [("[1]", "duplicate-partner")]),
            (lambda p: [p, "x"], [("[1]", "wrong-type")]),
            (lambda _: "ab", [("", "wrong-type")]),
        ],
    )
    def test_a_side_is_refused_as_a_list_of_partners_is(self, minsk, partners, problems):
        with pytest.raises(ValidationError) as caught:
            Side(partners(minsk))

        assert problems_of(caught) == problems

    def test_a_side_is_of_whatever_any_of_its_partners_is_of(self, minsk, astana):
        side = Side([minsk, astana])

        assert side.is_of("KZ")
        assert side.is_of(Side([astana]))
        assert side.is_of(astana)
        assert not side.is_of(Partner.state("KZ"))
        assert not side.is_of(Side([Partner.state("DE")]))

    def test_a_side_is_a_sequence_of_its_partners(self, minsk, astana):
        side = Side([minsk, astana])
        assert list(side) == [minsk, astana]
        assert len(side) == 2
        assert astana in side
        assert Partner.state("KZ") not in side

    def test_each_repetition_has_its_place(self, minsk, astana):
        with pytest.raises(ValidationError) as caught:
            Side([minsk, astana, minsk, astana])
        assert problems_of(caught) == [("[2]", "duplicate-partner"), ("[3]", "duplicate-partner")]


class TestIdentifier:
    def test_it_needs_both_a_scheme_and_a_value(self):
        assert Identifier("UNTS", "1").scheme == "UNTS"
        with pytest.raises(ValidationError) as caught:
            Identifier("", 5)
        assert problems_of(caught) == [("value", "wrong-type"), ("scheme", "empty-text")]
