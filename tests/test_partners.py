"""Partners, sides, and those that the reference data know."""

import copy
import pickle

import attrs
import pytest
from conftest import problems_of

import bilateral as bl
from bilateral import (
    Agreement,
    Identifier,
    MissingForm,
    Partner,
    PartnerKind,
    Side,
    UnknownCode,
    ValidationError,
    reference,
)
from bilateral.coercion import Rejected
from bilateral.partners import is_iso_code
from bilateral.problems import Problem

NAME = {"en": "X"}


class TestPartner:
    def test_country_follows_from_the_codes(self):
        """Whichever is given."""
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
    def test_problems(self, arguments, problems):
        """All of them at once."""
        with pytest.raises(ValidationError) as caught:
            Partner(**{"id": "a", "kind": "ministry", "name": NAME, **arguments})

        assert problems_of(caught) == problems

    def test_evolve_checks_again(self, minsk):
        """A changed copy obeys the same rules."""
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

    def test_labels(self, minsk):
        """In the forms that are known."""
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

    def test_is_of(self, minsk):
        """A partner belongs to its country and to the unit that it governs."""
        assert minsk.is_of("BY")
        assert minsk.is_of("BY-HM")
        assert minsk.is_of(minsk.id)
        assert minsk.is_of(minsk)
        assert minsk.is_of(Side([minsk]))
        assert not minsk.is_of("KZ")
        assert not minsk.is_of(None)
        assert not minsk.is_of(Partner.state("BY"))

    def test_is_of_what_a_territory_is(self):
        """Its code, its country, and by any code of the country."""
        region = Partner("r", "region", NAME, code="BY-VI")
        assert all(region.is_of(who) for who in ("r", "BY", "BLR", "112", "BY-VI"))
        assert not any(region.is_of(who) for who in ("BY-HM", "KAZ", "VI", "", 5, ["r"]))

    def test_which_kinds_are_territories(self):
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


class TestReferenceData:
    def test_every_country_is_a_partner(self):
        """With a name in three languages."""
        for code in reference.countries():
            state = Partner.state(code)

            assert state.kind is PartnerKind.STATE
            assert state.name.keys() >= {"de", "en", "ru"}

    @pytest.mark.parametrize("country", ["BY", "KZ"])
    def test_every_unit_has_its_executive(self, country):
        """With all Russian cases, which titles need."""
        units = [
            code
            for code, row in reference.subdivisions().items()
            if code.startswith(country + "-") and row.get("current") != "no"
        ]
        for code in units:
            unit = Partner.subdivision(code)
            is_city = unit.kind is PartnerKind.CITY
            body = (Partner.city_government if is_city else Partner.regional_government)(code)

            assert body.governs == code
            assert body.country == country
            for lang in ("de", "en", "ru"):
                assert body.label(lang)
            for case in ("gen", "dat", "acc", "ins", "loc"):
                assert body.label("ru", case)
                assert unit.label("ru", case)

    def test_units_outside_the_reviewed_ones_have_the_names_of_cldr(self):
        """Nominatives only."""
        assert Partner.subdivision("FR-BRE").label("de") == "Bretagne"

    def test_retired_codes_have_the_names_of_their_successors(self):
        """With all their forms, unless they have names of their own."""
        retired = Partner.subdivision("KZ-AKM")
        assert retired.label("ru", "gen") == "Акмолинской области"
        assert retired.label("de") == Partner.subdivision("KZ-11").label("de")
        assert Partner.subdivision("KZ-YUZ").label("ru") == "Южно-Казахстанская область"
        for code, row in reference.subdivisions().items():
            if code.startswith("KZ-"):
                assert row.keys() >= {"de", "en", "ru"}, code

    @pytest.mark.parametrize(
        ("code", "lang", "name"),
        [
            ("IR-01", "en", "Gilan"),
            ("IR-07", "de", "Fars"),
            ("IR-23", "ru", "Тегеран"),
            ("IR-28", "en", "North Khorasan"),
            ("IR-30", "en", "Alborz"),
            ("MA-06", "en", "Casablanca-Settat"),
            ("MA-MAR", "de", "Präfektur Marrakesch"),
            ("NP-P1", "en", "Koshi"),
            ("UA-63", "en", "Kharkiv Region"),
            ("UA-63", "de", "Gebiet Charkiw"),
            ("UA-30", "de", "Kiew"),
            ("UA-32", "de", "Gebiet Kiew"),
            ("UG-221", "de", "Butaleja-Distrikt"),
            ("GB-PTE", "en", "Peterborough"),
        ],
    )
    def test_units_are_named_as_their_codes_stand_today(self, code, lang, name):
        """Codes were given to other units; each kind of unit has one word."""
        assert Partner.subdivision(code).label(lang) == name

    def test_the_units_of_ukraine_and_iran_are_of_one_kind(self):
        """One pattern, and no unit twice."""
        units = reference.subdivisions()
        ukraine = [row for code, row in units.items() if code.startswith("UA-")]
        regions = [row for row in ukraine if row["ru"].endswith("область")]
        assert len(regions) == 24
        assert all(row["en"].endswith(" Region") for row in regions)
        assert all(row["de"].startswith("Gebiet ") for row in regions)
        iran = [
            row["en"]
            for code, row in units.items()
            if code.startswith("IR-") and row["current"] == "yes"
        ]
        assert len(iran) == len(set(iran)) == 31

    def test_governments_and_ministries(self):
        """They belong to their country."""
        assert Partner.government("KZ").governs == "KZ"
        assert Partner.institution("by-ministry-of-industry").part_of == "by-government"

    @pytest.mark.parametrize(
        ("make", "code"),
        [
            (Partner.state, "XX"),
            (Partner.subdivision, "BY-ZZ"),
            (Partner.government, "XX"),
            (Partner.government, "AQ"),
            (Partner.city_government, "BY-VI"),
            (Partner.city_government, "BY-ZZ"),
            (Partner.institution, "by-ministry-of-magic"),
        ],
    )
    def test_unknown_codes(self, make, code):
        """They are said to be unknown, never made up."""
        with pytest.raises(UnknownCode) as caught:
            make(code)

        assert caught.value.code == code

    @pytest.mark.parametrize(
        ("make", "code", "way"),
        [
            (Partner.state, "Germany", "did you mean 'DE'?"),
            (Partner.state, "by", "did you mean 'BY'?"),
            (Partner.state, "BY-HM", "it is one of ISO 3166-2: Partner.subdivision"),
            (Partner.state, "Congo", "find('Congo') says what it may be"),
            (Partner.state, "Atlantis", "ISO 3166-1"),
            (Partner.government, "Belarus", "did you mean 'BY'?"),
            (Partner.city_government, "Minsk", "did you mean 'BY-HM'?"),
            (Partner.city_government, "BY", "it is one of ISO 3166-1: Partner.state"),
            (
                Partner.city_government,
                "BY-VI",
                "did you mean 'by-vitebsk-region-executive-committee'?",
            ),
            (Partner.subdivision, "Bavaria", "did you mean 'DE-BY'?"),
            (Partner.institution, "by-ministry-of-helth", "did you mean 'by-ministry-of-health'?"),
            (Partner.institution, "de-ministry-of-health", "is not a code of institutions"),
            (Partner.institution, "BY", "it is one of ISO 3166-1: Partner.state"),
            (Partner.subdivision, "de-by", "did you mean 'DE-BY'?"),
        ],
    )
    def test_an_unknown_code_comes_with_a_way_to_the_right_one(self, make, code, way):
        """The code, the right standard, or where to look; never another country's."""
        with pytest.raises(UnknownCode) as caught:
            make(code)
        assert str(caught.value).endswith(way)
        assert pickle.loads(pickle.dumps(caught.value)).way == caught.value.way

    @pytest.mark.parametrize(
        "make",
        [Partner.state, Partner.subdivision, Partner.city_government, Partner.institution],
    )
    @pytest.mark.parametrize("code", [5, None, ["BY"]])
    def test_what_is_no_code(self, make, code):
        """It has the wrong type."""
        with pytest.raises(ValidationError) as caught:
            make(code)
        assert problems_of(caught) == [("", "wrong-type")]

    @pytest.mark.parametrize("code", ["BLR", "112"])
    def test_all_codes_of_a_country(self, code, minsk):
        """They are taken wherever its code is, and kept as the short one."""
        assert Partner.state(code) is Partner.state("BY")
        assert Partner.government(code) is Partner.government("BY")
        partner = Partner("x", "state", NAME, country=code, code=code)
        assert (partner.country, partner.code) == ("BY", "BY")
        assert minsk.is_of(code)
        assert not minsk.is_of("KAZ")
        assert not minsk.is_of(112)
        assert Partner("112", "company", NAME, country="DE").is_of("112")
        assert Agreement("a", "mou", [minsk, Partner.state("KZ")]).between("398", code)

    def test_the_hint_for_a_unit_is_in_its_country(self):
        """What is like it elsewhere is not meant."""
        with pytest.raises(ValidationError) as caught:
            Partner("x", "region", NAME, code="DE-BYY")
        (problem,) = caught.value.problems
        assert (problem.code, problem.hint) == ("unknown-subdivision", "DE-BY")
        with pytest.raises(ValidationError) as caught:
            Partner("x", "region", NAME, code="DE-ZAP")
        assert caught.value.problems[0].hint is None

    def test_a_wrong_country_is_told_of_beside_another_problem(self):
        """Only where there is one."""
        with pytest.raises(ValidationError) as caught:
            Partner("x", "city", NAME, country="ZZ", code=5)
        assert problems_of(caught) == [("code", "wrong-type"), ("country", "unknown-country")]
        with pytest.raises(ValidationError) as caught:
            Partner("x", "city", NAME, code=5)
        assert problems_of(caught) == [("code", "wrong-type")]
        with pytest.raises(ValidationError) as caught:
            Partner("x", "city", NAME, country="BLR", code=5)
        assert problems_of(caught) == [("code", "wrong-type")]
        with pytest.raises(ValidationError) as caught:
            Partner("x", "city", NAME, country=5, code="BY-HM")
        assert problems_of(caught) == [("country", "wrong-type")]

    def test_made_once(self):
        """The same partner is the same object."""
        assert Partner.state("BY") is Partner.state("BY")


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
    def test_problems(self, minsk, partners, problems):
        """Seen as a list of partners."""
        with pytest.raises(ValidationError) as caught:
            Side(partners(minsk))

        assert problems_of(caught) == problems

    def test_is_of(self, minsk, astana):
        """Any of the partners counts."""
        side = Side([minsk, astana])

        assert side.is_of("KZ")
        assert side.is_of(Side([astana]))
        assert side.is_of(astana)
        assert not side.is_of(Partner.state("KZ"))
        assert not side.is_of(Side([Partner.state("DE")]))

    def test_what_is_in_a_side(self, minsk, astana):
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
    def test_it_has_a_scheme_and_a_value(self):
        """Both are needed."""
        assert Identifier("UNTS", "1").scheme == "UNTS"
        with pytest.raises(ValidationError) as caught:
            Identifier("", 5)
        assert problems_of(caught) == [("value", "wrong-type"), ("scheme", "empty-text")]


def test_a_unit_without_a_name_in_a_language():
    """Has none there."""
    assert set(Partner.subdivision("AL-BR").name) == {"en"}


def test_what_was_reported_already_is_not_reported_again():
    """A reference to a record in error is no problem of its own."""
    with pytest.raises(bl.ValidationError) as caught:
        Partner(Rejected([Problem("missing-field")]), "state", {"en": "X"}, code="BY")
    assert [(one.where, one.code) for one in caught.value.problems] == [("id", "missing-field")]
