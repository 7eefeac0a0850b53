"""Names in the order of lists, in other languages, and codes."""

from __future__ import annotations

import re

import pytest

import bilateral as bl
from bilateral import reference
from bilateral.reading.index import index
from bilateral.reading.words import Text
from tests.reading.answers import answers, certain

LANGS = ("de", "en", "ru")


class TestWaysOfWriting:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Belarus, Republic of", "BY"),
            ("Belarus (Republic of)", "BY"),
            ("Rep. of Korea", "KR"),
            ("Korea (Republic of)", "KR"),
            ("Korea, Dem. People's Rep.", "KP"),
            ("Korea, Democratic People's Republic of", "KP"),
            ("Dem. Rep. Congo", "CD"),
            ("Congo, Dem. Rep.", "CD"),
            ("Congo, Rep.", "CG"),
            ("Iran, Islamic Republic of", "IR"),
            ("Egypt, Arab Rep.", "EG"),
            ("Micronesia, Fed. Sts.", "FM"),
            ("Bahamas, The", "BS"),
            ("Virgin Islands (U.S.)", "VI"),
            ("Virgin Islands (British)", "VG"),
            ("Kharkiv Oblast", "UA-63"),
            ("Kongo, Demokratische Republik", "CD"),
            ("Oblast Charkiw", "UA-63"),
            ("Беларусь, Республика", "BY"),
            ("Корея (Респ.)", "KR"),
        ],
    )
    def test_names_are_found_in_the_order_of_lists(self, text: str, code: str) -> None:
        assert code in certain(text, type=bl.Partner)
        assert {code.partition("-")[0]} == {one.country for one in bl.find(text, type=bl.Partner)}

    def test_names_in_another_order_mean_nothing_else(self) -> None:
        bags: dict[str, set[str]] = {}
        for lang in LANGS:
            for bag, entries in index(lang, "countries").bags.items():
                bags.setdefault(bag, set()).update(one.code for one in entries)
        shared = {bag for bag, codes in bags.items() if len(codes) > 1}
        twice = ("is virgin", "виргинские острова", "east timor", "восточный тимор")
        # Dem. is an article, too: Kongo, Dem. Rep.
        assert shared == {*twice, "kongo rep"}

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("BY", "BY"),
            ("BLR", "BY"),
            (" KAZ ", "KZ"),
            ("RUS", "RU"),
            ("398", "KZ"),
            ("BY-HM", "BY-HM"),
            ("by-government", "by-government"),
            ("water_supply", "water_supply"),
            ("33110", "trade"),
            ("32120", "industry"),
        ],
    )
    def test_a_code_of_any_standard_is_found(self, text: str, code: str) -> None:
        (found,) = bl.find(text)
        assert (found.code, found.how, found.lang) == (code, bl.Match.CODE, "und")

    def test_a_code_of_two_lists_is_ambiguous(self) -> None:
        assert answers("112") == [("country", "BY"), ("sector", "schools")]
        assert answers("112", type="country") == [("country", "BY")]
        assert answers("25010") == [("sector", "investment"), ("sector", "sez")]

    def test_all_codes_of_all_countries_are_found(self) -> None:
        patterns = {
            "code": "[A-Z]{2}|[A-Z]{4}",
            "alpha3": "[A-Z]{3}",
            "alpha4": "[A-Z]{4}",
            "numeric": "[0-9]{3}",
        }
        for code, row in reference.countries().items():
            for name in patterns.keys() & row.keys():
                assert re.fullmatch(patterns[name], row[name])
                assert certain(row[name], type="country") == {code}
                assert bl.Partner.state(row[name]) is bl.Partner.state(code)

    @pytest.mark.parametrize(
        ("text", "code", "lang"),
        [
            ("Biélorussie", "BY", "fr"),
            ("alemania", "DE", "es"),
            ("Францыя", "FR", "be"),
            ("Німеччина", "DE", "uk"),
            ("中国", "CN", "zh"),
            ("O‘zbekiston", "UZ", "uz"),
            ("Kazajistan", "KZ", "es"),
            ("Shqipëri", "AL", "sq"),
        ],
    )
    def test_countries_are_found_by_their_names_in_other_languages(
        self, text: str, code: str, lang: str
    ) -> None:
        (found,) = bl.find(text)
        assert (found.code, found.lang, found.is_certain) == (code, lang, True)
        assert bl.find(text, "en") == () or not certain(text, "en")
        assert certain(text, type="sector") == set()
        assert found.value.label("en") == bl.Partner.state(code).label("en")

    @pytest.mark.parametrize(
        ("text", "codes"),
        [
            ("nigeri", {"NG", "NE"}),
            ("Salvador", {"SV"}),
            ("Poole", {"PL"}),
            ("Kota", {"QA"}),
        ],
    )
    def test_a_foreign_name_that_may_be_something_else_is_not_certain(
        self, text: str, codes: set[str]
    ) -> None:
        found = bl.find(text)
        assert {one.code for one in found} == codes
        assert {one.how for one in found} == {bl.Match.NAMESAKE}

    def test_a_country_that_is_none_is_refused_with_a_suggestion(self) -> None:
        with pytest.raises(bl.UnknownCode, match="did you mean 'DE'"):
            bl.find("Handel", country="Germany")
        assert answers("Georgia", country="USA") == [("subdivision", "US-GA")]

    @pytest.mark.parametrize("text", [5, None, ["Minsk"], b"Minsk"])
    def test_what_is_no_text_is_refused(self, text: object) -> None:
        with pytest.raises(bl.ValidationError) as caught:
            bl.find(text)  # type: ignore[arg-type]
        assert [(one.path, one.code) for one in caught.value.problems] == [
            (("text",), "wrong-type")
        ]

    def test_a_long_text_is_no_name(self) -> None:
        assert bl.find("Ministry of Trade " * 6_000) == ()
        assert bl.find("Самара, " * 12_000) == ()
        name = "House of Friendship " * 100
        house = bl.Partner("house", "museum", {"en": name.strip()}, country="BY")
        assert bl.Dossier(partners=[house]).find(name)[0].value is house


class TestLists:
    """Titles as they stand in lists."""

    @pytest.mark.parametrize(
        "text", ["12) {}", "(3) {}", "- {}", "• {}"], ids=["number", "brackets", "dash", "dot"]
    )
    def test_a_number_or_a_dash_before_a_title_is_none_of_it(self, text: str) -> None:
        own = "Agreement between Peru and Chile"
        assert bl.parse_title(text.format(own), "en") == bl.parse_title(own, "en")

    def test_a_party_may_stand_before_a_dash(self) -> None:
        title = bl.parse_title("Rennes (France) - Twinning Agreement", "en")
        assert [party.text for party in title.parties] == ["Rennes (France)"]
        assert title.uncertain == {"sides"}
        for other in ("Erasmus - Agreement", "notes - Agreement", "Rennes Twinning Agreement"):
            assert bl.parse_title(other, "en").sides == ()

    @pytest.mark.parametrize(
        ("text", "lang", "kind"),
        [
            ("Student Exchange Agreement", "en", "agreement"),
            ("Соглашение о сотрудничестве", "ru", "agreement"),
            ("Treffen in Bonn", "de", None),
        ],
    )
    def test_a_title_may_be_in_another_language_and_says_in_which(
        self, text: str, lang: str, kind: str | None
    ) -> None:
        title = bl.parse_title(text, "de")
        assert (title.kind, title.lang) == (kind, lang)

    def test_of_the_other_languages_it_is_the_one_in_which_most_is_understood(self) -> None:
        # Germans say Memorandum of Understanding, too.
        text = "Memorandum of Understanding between Peru and Chile on trade"
        title = bl.parse_title(text, "ru")
        assert (title.lang, len(title.sides), title.kind) == ("en", 2, "mou")

    @pytest.mark.parametrize(
        ("text", "lang", "names"),
        [
            (
                "Соглашение между МГУ имени М. В. Ломоносова и БГУ",
                "ru",
                ["МГУ имени М. В. Ломоносова", "БГУ"],
            ),
            ("Vereinbarung mit dem CNRS über Forschung", "de", ["CNRS"]),
            ("VEREINBARUNG MIT DEM QRST", "de", []),
        ],
    )
    def test_initials_and_abbreviations_belong_to_names(
        self, text: str, lang: str, names: list[str]
    ) -> None:
        assert [party.text for party in bl.parse_title(text, lang).parties] == names

    def test_the_last_of_two_kinds_is_that_of_the_document(self) -> None:
        title = bl.parse_title("Joint Programme Agreement between Peru and Chile", "en")
        assert (title.kind, title.designation) == ("agreement", "Joint Programme Agreement")

    @pytest.mark.parametrize(
        ("name", "lang", "kind"),
        [
            ("Indian Council of Medical Research", "de", "public_body"),
            ("IHK Leipzig", "ru", "chamber"),
            ("Shenyang Aerospace University", "ru", "university"),
        ],
    )
    def test_a_name_may_be_in_another_language(self, name: str, lang: str, kind: str) -> None:
        assert bl.Partner.like(name, lang, country="CN").kind == kind


def test_the_number_in_a_collection_stands_before_a_title_and_is_no_date() -> None:
    parsed = bl.parse_title("0.672.913.62 Abkommen zwischen Peru und Chile über Handel", "de")
    assert (parsed.rest, parsed.date, parsed.designation) == ((), None, "Abkommen")
    dated = bl.parse_title("05.11.2025 Abkommen zwischen Peru und Chile über Handel", "de")
    assert str(dated.date) == "2025-11-05"
    dated = bl.parse_title("20251105 Abkommen zwischen Peru und Chile über Handel", "de")
    assert str(dated.date) == "2025-11-05"
    dated = bl.parse_title("2025.11.05 Abkommen zwischen Peru und Chile über Handel", "de")
    assert str(dated.date) == "2025-11-05"


def test_a_quote_that_nobody_closes_is_closed_in_a_name() -> None:
    text = Text('der Firma "Nord und Süd', "de")
    assert text.span(1, 5) == 'Firma "Nord und Süd"'
