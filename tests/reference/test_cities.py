"""Capitals, seats and other large cities, and the units that are cities."""

import re
from collections import Counter

import pytest

from bilateral import Agreement, Dossier, Partner, PartnerKind, ValidationError, find, reference
from bilateral.language.lexicon import lexicon
from tests.conftest import problems_of

CASES = ("gen", "dat", "acc", "ins", "loc")
# The Russian of these is not certain, at least in one case.
OPEN = {
    *("br-brasilia", "ws-apia", "pl-torun", "pl-bydgoszcz", "pl-opole", "md-balti", "md-bender"),
    *("et-dire-dawa", "cn-changsha", "rs-kragujevac"),
}
NEIGHBOURS = ["BY", "CN", "KG", "KZ", "LT", "LV", "PL", "RU", "TM", "UA", "UZ"]
# Their seat is not certain, or in another unit.
WITHOUT_SEAT = {"CN-TW", "KG-C", "RU-LEN", "RU-MOS"}


def cities():
    return reference.cities().items()


class TestTable:
    """The table of cities holds what it says."""

    def test_ids_begin_with_the_country_and_are_ids(self):
        for key, row in cities():
            assert re.fullmatch(r"[a-z]{2}(-[a-z0-9]+)+", key)
            assert key[:2].upper() == row["country"]
            assert row["country"] in reference.countries()

    @pytest.mark.parametrize("column", ["code", "seat_of", "unit"])
    def test_units_are_those_of_today_in_the_country_of_the_city(self, column):
        for key, row in cities():
            if column in row:
                assert row[column][:2] == row["country"], key
                assert reference.subdivisions()[row[column]]["current"] == "yes", key

    def test_no_two_cities_are_one_unit(self):
        codes = Counter(row.get("code") for _, row in cities())
        assert [code for code, count in codes.items() if code and count > 1] == []

    def test_every_member_of_the_united_nations_has_one_capital(self):
        """But Israel, whose capital is disputed, and Nauru, which has none."""
        capitals = Counter(row["country"] for _, row in cities() if "capital" in row)
        states = {
            key.partition(".")[0] for key in lexicon("en").rows("countries") if ".official" in key
        }
        states -= {"XK", *reference.former_countries()}
        assert states - capitals.keys() <= {"IL", "NR", "PS", "TW", "EH", "CK", "NU"}
        assert set(capitals.values()) == {1}

    def test_the_neighbours_of_belarus_and_kazakhstan_have_a_seat_for_every_unit(self):
        """Districts of Latvia and Lithuania are of the second level."""
        seats = {row.get(column) for _, row in cities() for column in ("code", "seat_of")}
        units = {
            code
            for code, row in reference.subdivisions().items()
            if code[:2] in NEIGHBOURS
            and row["current"] == "yes"
            and not re.match(r"L[TV]-\d", code)
        }
        assert units - seats - {"CN-HK", "CN-MO"} == WITHOUT_SEAT


class TestNames:
    """Names in three languages, with their forms."""

    def test_every_city_has_its_names_and_forms(self):
        for key, _ in cities():
            city = Partner.city(key)
            assert city.kind in (PartnerKind.CITY, PartnerKind.REGION)
            assert city.name.keys() >= {"de", "en", "ru"}
            assert city.phrase("en").article is False
            assert city.phrase("de").article is False
            if key not in OPEN:
                for case in CASES:
                    assert city.label("ru", case), key

    def test_names_that_stay_unchanged_do_so_in_every_case(self):
        for key in ("az-baku", "no-oslo", "in-new-delhi", "by-grodno", "ru-sochi", "ni-managua"):
            city = Partner.city(key)
            assert {city.label("ru", case) for case in CASES} == {city.label("ru")}

    @pytest.mark.parametrize(
        ("key", "lang", "case", "text"),
        [
            ("by-orsha", "ru", "ins", "Оршей"),
            ("by-baranovichi", "ru", "gen", "Барановичей"),
            ("ru-rostov-on-don", "ru", "ins", "Ростовом-на-Дону"),
            ("ru-nizhny-novgorod", "ru", "loc", "Нижнем Новгороде"),
            ("ru-oryol", "ru", "dat", "Орлу"),
            ("ru-kazan", "ru", "ins", "Казанью"),
            ("kz-oskemen", "ru", "ins", "Усть-Каменогорском"),
            ("ua-kropyvnytskyi", "ru", "gen", "Кропивницкого"),
            ("lv-liepaja", "ru", "acc", "Лиепаю"),
            ("gr-athens", "ru", "ins", "Афинами"),
            ("ua-kyiv", "de", "nom", "Kyjiw"),
            ("pl-wroclaw", "de", "nom", "Wrocław"),
            ("de-cologne", "de", "gen", "Kölns"),
            ("at-vienna", "en", "nom", "Vienna"),
        ],
    )
    def test_forms(self, key, lang, case, text):
        assert Partner.city(key).label(lang, case) == text

    def test_the_german_genitive_of_a_sibilant_is_left_open(self):
        assert Partner.city("ge-tbilisi").phrase("de").gen is None

    def test_former_names_find_the_city(self):
        for name, key in [
            ("Hrodna", "by-grodno"),
            ("Breslau", "pl-wroclaw"),
            ("Семипалатинск", "kz-semey"),
            ("Königsberg", "ru-kaliningrad"),
            ("Bombay", "in-mumbai"),
            ("Kiew", "ua-kyiv"),
        ]:
            assert Partner.city(key) in [one.value for one in find(name)]


class TestUnits:
    """A city that is a unit of ISO 3166-2 is one partner."""

    @pytest.mark.parametrize(
        "code",
        [
            "BY-HM",
            "RU-MOW",
            "RU-SPE",
            "UA-30",
            "UA-40",
            "UZ-TK",
            "KG-GB",
            "KG-GO",
            "CN-BJ",
            "CN-SH",
            "AT-9",
            "DE-BE",
            "LV-RIX",
        ],
    )
    def test_the_kind_of_a_unit_that_is_a_city_is_city(self, code):
        unit = Partner.city(code)
        assert unit is Partner.subdivision(code)
        assert (unit.kind, unit.code, unit.id) == (PartnerKind.CITY, code, code.lower())

    def test_a_city_is_the_unit_that_it_is(self):
        assert Partner.city("by-minsk") is Partner.subdivision("BY-HM")
        for key, row in cities():
            if "code" in row and row["code"] not in ("CN-HK", "CN-MO"):
                assert Partner.city(key).kind is PartnerKind.CITY, key

    def test_municipalities_are_no_regions(self):
        assert Partner.subdivision("SI-003").kind is PartnerKind.MUNICIPALITY
        assert Partner.subdivision("LI-11").kind is PartnerKind.MUNICIPALITY
        assert Partner.subdivision("US-TX").kind is PartnerKind.REGION

    def test_questions_take_the_id_of_a_city(self):
        one = Agreement("a", "twinning", [Partner.city("by-grodno"), Partner.city("by-minsk")])
        dossier = Dossier([one])
        assert list(dossier.between("by-grodno", "BY-HM")) == [one]
        assert list(dossier.involving("by-brest")) == []
        with pytest.raises(ValidationError) as caught:
            dossier.between("by-grodno", "by-minsk")
        (problem,) = caught.value.problems
        assert problems_of(caught) == [("", "unknown-partner")]
        assert problem.hint == "BY-HM"
        with pytest.raises(ValidationError) as caught:
            dossier.involving("Grodno")
        assert caught.value.problems[0].hint == "by-grodno"


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("by-grodno", "ru-tver", "городом Гродно и городом Тверью"),
        ("by-minsk", "ua-kyiv", "городом Минском и городом Киевом"),
        # After the word for town a name in the plural stays as it is.
        ("ru-cheboksary", "ru-velikiye-luki", "городом Чебоксары и городом Великие Луки"),
        ("de-berlin", "ru-rostov-on-don", "городом Берлином и городом Ростовом-на-Дону"),
    ],
)
def test_russian_titles_put_the_word_for_town_before_a_city(first, second, title):
    agreement = Agreement("a", "twinning", [Partner.city(first), Partner.city(second)])
    assert agreement.title("ru").endswith(f"между {title}")
    assert agreement.title("ru").missing == ()


def test_titles_with_territories_are_whole_sentences():
    sides = [Partner.subdivision("US-TX"), Partner.subdivision("PL-14")]
    agreement = Agreement("a", "memorandum", sides)
    assert agreement.title("ru").endswith("между штатом Техас и Мазовецким воеводством")
    assert "zwischen dem Bundesstaat Texas und der Woiwodschaft Masowien" in agreement.title("de")
    assert agreement.title("en").endswith("between the State of Texas and the Masovian Voivodeship")
    assert agreement.title("ru").derived == (
        ("штат Техас", "ins"),
        ("Мазовецкое воеводство", "ins"),
    )
