"""States, units and bodies that the reference data know."""

import pickle

import pytest

import bilateral as bl
from bilateral import Agreement, Partner, PartnerKind, UnknownCode, ValidationError, reference
from bilateral.coercion import Rejected
from bilateral.problems import Problem
from bilateral.reference.partners import codes_named
from tests.conftest import problems_of

NAME = {"en": "X"}


class TestReferenceData:
    def test_every_country_is_a_partner_with_a_name_in_three_languages(self):
        for code in reference.countries():
            state = Partner.state(code)

            assert state.kind is PartnerKind.STATE
            assert state.name.keys() >= {"de", "en", "ru"}

    @pytest.mark.parametrize("country", ["BY", "KZ"])
    def test_every_unit_has_its_executive_with_all_russian_cases(self, country):
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

    def test_units_outside_the_reviewed_ones_are_named_after_those_of_cldr(self):
        """With their type word."""
        assert Partner.subdivision("FR-BRE").label("de") == "Region Bretagne"

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
            ("IR-01", "en", "Gilan Province"),
            ("IR-07", "de", "Provinz Fars"),
            ("IR-23", "ru", "провинция Тегеран"),
            ("IR-28", "en", "North Khorasan Province"),
            ("IR-30", "en", "Alborz Province"),
            ("MA-06", "en", "Casablanca-Settat Region"),
            ("MA-MAR", "de", "Präfektur Marrakesch"),
            ("NP-P1", "en", "Koshi Province"),
            ("UA-63", "en", "Kharkiv Region"),
            ("UA-63", "de", "Gebiet Charkiw"),
            ("UA-30", "de", "Kyjiw"),
            ("UA-32", "de", "Gebiet Kyjiw"),
            ("UA-51", "de", "Gebiet Odesa"),
            ("TW-CYI", "en", "Chiayi"),
            ("TW-CYQ", "en", "Chiayi County"),
            ("CZ-64", "de", "Region Südmähren"),
            ("UG-221", "de", "Distrikt Butaleja"),
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

    def test_governments_and_ministries_belong_to_their_country(self):
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
    def test_an_unknown_code_is_said_to_be_unknown_and_never_made_up(self, make, code):
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
            (Partner.subdivision, "by-grodno", "it is one of the cities: Partner.city"),
            (Partner.city, "Гродно", "did you mean 'by-grodno'?"),
            (Partner.city, "Hrodna", "did you mean 'by-grodno'?"),
            (Partner.city, "Minsk", "did you mean 'by-minsk'?"),
            (Partner.city, "Kiew", "did you mean 'ua-kyiv'?"),
            (Partner.city, "Córdoba", "find('Córdoba') says what it may be"),
            (Partner.city, "by-grodna", "did you mean 'by-grodno'?"),
            (Partner.city, "BY-VI", "it is one of ISO 3166-2: Partner.subdivision"),
            (Partner.city, "Atlantis", "is not a code of the cities"),
            (Partner.institution, "by-ministry-of-helth", "did you mean 'by-ministry-of-health'?"),
            (
                Partner.institution,
                "de-ministry-of-health",
                "did you mean 'de-federal-ministry-of-health'?",
            ),
            (Partner.institution, "mn-nothing-at-all", "is not a code of institutions"),
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
    def test_what_is_no_text_is_no_code(self, make, code):
        with pytest.raises(ValidationError) as caught:
            make(code)
        assert problems_of(caught) == [("", "wrong-type")]

    @pytest.mark.parametrize("code", ["BLR", "112"])
    def test_all_codes_of_a_country_are_taken_and_kept_as_the_short_one(self, code, minsk):
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

    def test_the_same_partner_is_made_once(self):
        assert Partner.state("BY") is Partner.state("BY")


def test_a_unit_without_a_name_in_a_language_has_none_there():
    assert set(Partner.subdivision("AL-BR").name) == {"en"}


def test_what_was_reported_already_is_not_reported_again():
    """A reference to a record in error is no problem of its own."""
    with pytest.raises(bl.ValidationError) as caught:
        Partner(Rejected([Problem("missing-field")]), "state", {"en": "X"}, code="BY")
    assert [(one.where, one.code) for one in caught.value.problems] == [("id", "missing-field")]


class TestCodesByName:
    def test_a_name_in_a_language_that_was_added_is_a_hint_too(self, tmp_path):
        with pytest.raises(UnknownCode) as before:
            Partner.state("Kazachstan Republika")
        table = "id\tnom\taliases\nKZ\tKazachstan\tKazachstan Republika\n"
        (tmp_path / "countries.tsv").write_text(table, encoding="utf-8")
        bl.add_language("pl", tmp_path)
        with pytest.raises(UnknownCode) as after:
            Partner.state("Kazachstan Republika")

        assert (before.value.hint, after.value.hint) == (None, "KZ")

    def test_a_name_of_several_has_all_their_codes(self):
        assert codes_named("Congo", "country") == ["CD", "CG"]
        assert codes_named("nowhere", "country") == []
