"""States and territories of the past, by their codes of ISO 3166-3."""

import json

import pytest
from jsonschema import Draft202012Validator

import bilateral as bl
from bilateral import Agreement, Event, Partner, Period, UnknownCode, ValidationError, reference
from bilateral.language.lexicon import CASES, lexicon
from tests.conftest import problems_of

PAST = reference.former_countries()
STATES = [code for code in PAST if f"{code}.official" in lexicon("en").rows("countries")]


class TestTable:
    def test_every_successor_has_a_code(self):
        for row in PAST.values():
            assert {*row["successors"].split(" | ")} <= reference.countries().keys()

    def test_every_one_has_ended_and_not_before_it_began(self):
        for row in PAST.values():
            years = Period(f"{row.get('from', '..')}/{row['until']}")
            assert years.is_before("2011")

    def test_codes_of_two_letters_are_those_that_no_other_country_has(self):
        for code, row in PAST.items():
            assert len(code) == 2 or code == row["alpha4"]
            if len(code) == 2:
                assert row.get("alpha4", code)[:2] == code
                assert reference.codes_of_the_past(code)[0] == code

    @pytest.mark.parametrize("code", STATES)
    def test_every_state_has_a_government_in_three_languages(self, code):
        government = Partner.government(code)
        assert (government.country, government.governs) == (code, code)
        assert all(government.label("ru", case) for case in CASES)
        assert government.label("de", "dat")
        assert government.label("en").startswith("Government of ")


class TestCodes:
    @pytest.mark.parametrize(
        ("code", "key", "name"),
        [
            ("SU", "SU", "Union of Soviet Socialist Republics"),
            ("SUN", "SU", "Union of Soviet Socialist Republics"),
            ("SUHH", "SU", "Union of Soviet Socialist Republics"),
            ("810", "SU", "Union of Soviet Socialist Republics"),
            ("DDDE", "DD", "German Democratic Republic"),
            ("CSK", "CSHH", "Czechoslovakia"),
            ("SCG", "CSXX", "Serbia and Montenegro"),
            ("YU", "YU", "Socialist Federal Republic of Yugoslavia"),
            ("YUCS", "YUCS", "Federal Republic of Yugoslavia"),
            ("XKX", "XK", "Republic of Kosovo"),
        ],
    )
    def test_every_code_of_a_state_is_taken_and_kept_as_one(self, code, key, name):
        state = Partner.state(code)
        assert state is Partner.state(key)
        assert (state.id, state.country, state.code) == (key.lower(), key, key)
        assert state.label("en") == name
        assert Partner("x", "company", {"en": "X"}, country=code).country == key
        assert state.is_of(code)
        assert not Partner.state("DE").is_of(code)

    def test_a_code_that_was_given_twice_is_none_of_both(self):
        with pytest.raises(UnknownCode) as caught:
            Partner.state("CS")
        assert str(caught.value).endswith("it has been given to CSHH and CSXX")
        with pytest.raises(ValidationError) as wrong:
            Partner("x", "company", {"en": "X"}, country="CS")
        assert problems_of(wrong) == [("country", "unknown-country")]
        assert {one.code for one in bl.find("CS")} == {"CSHH", "CSXX"}

    def test_a_code_that_another_country_has_today_is_that_one(self):
        assert Partner.state("GE").label("en") == "Georgia"
        assert Partner.state("BY") is not Partner.state("BYAA")

    def test_the_country_of_a_code_of_four_letters_is_known(self):
        assert Partner("x", "state", {"en": "X"}, code="CSHH").country == "CSHH"
        with pytest.raises(ValidationError) as caught:
            Partner("x", "state", {"en": "X"}, code="CSHH", country="CZ")
        assert problems_of(caught) == [("code", "country-mismatch")]

    def test_files_and_the_schema_know_them(self):
        sides = Partner.state("CSHH"), Partner.government("SU")
        dossier = bl.Dossier(agreements=[Agreement("a", "treaty", sides)])
        text = bl.dumps(dossier)
        assert bl.loads(text) == dossier
        Draft202012Validator(bl.json_schema()).validate(json.loads(text))


class TestNames:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("UdSSR", "SU"),
            ("Soviet Union", "SU"),
            ("the U.S.S.R.", "SU"),
            ("СССР", "SU"),
            ("Советского Союза", "SU"),
            ("German Democratic Republic", "DD"),
            ("DDR", "DD"),
            ("ГДР", "DD"),
            ("ФРГ", "DE"),
            ("Yugoslavia", "YU"),
            ("Югославией", "YU"),
            ("СФРЮ", "YU"),
            ("ФРЮ", "YUCS"),
            ("Federal Republic of Yugoslavia", "YUCS"),
            ("Чехословакия", "CSHH"),
            ("ČSSR", "CSHH"),
            ("Serbia and Montenegro", "CSXX"),
            ("Serbia", "RS"),
            ("Zaire", "ZR"),
            ("Upper Volta", "HV"),
            ("Rhodesia", "RH"),
            ("Viet-Nam, Democratic Republic of", "VD"),
            ("People's Democratic Republic of Yemen", "YD"),
            ("Netherlands Antilles", "AN"),
            ("Белорусская ССР", "BYAA"),
            ("Kosovo", "XK"),
            ("Республика Косово", "XK"),
        ],
    )
    def test_a_name_means_the_state_that_had_it(self, text, code):
        found = bl.find(text, type="country")
        assert [one.code for one in found if one.is_certain] == [code]

    def test_a_name_that_is_still_in_use_is_ambiguous(self):
        for text, codes in (("Burma", {"BU", "MM"}), ("Восточный Тимор", {"TL", "TP"})):
            assert {one.code for one in bl.find(text) if one.is_certain} == codes

    @pytest.mark.parametrize(
        ("lang", "text", "country"),
        [
            ("en", "Treaty between the Soviet Government and Finland", "SU"),
            ("en", "Treaty between the Hungarian Soviet Republic and Finland", None),
            ("ru", "Соглашение между Советом Министров СССР и Финляндией", "SU"),
            ("ru", "Соглашение между Советским районом города Минска и Финляндией", "BY"),
            ("de", "Abkommen zwischen der Regierung der DDR und Finnland", "DD"),
        ],
    )
    def test_a_title_names_them(self, lang, text, country):
        assert bl.parse_title(text, lang).parties[0].country == country


class TestYears:
    @pytest.mark.parametrize(
        ("code", "date", "fits"),
        [
            ("SU", "1970-08-12", True),
            ("SU", "1991", True),
            ("SU", "1992-01-02", False),
            ("SU", "1917", False),
            ("NH", "1900", True),
            ("BY", "2030", True),
        ],
    )
    def test_a_document_of_other_years_is_a_notice_and_no_error(self, code, date, fits):
        sides = Partner.state("DE"), Partner.state(code)
        agreement = Agreement("a", "treaty", sides, events=[Event.signed(date)])
        notices = [(one.where, one.code) for one in agreement.notices]
        assert notices == ([] if fits else [("sides[1][0]", "country-of-other-years")])
