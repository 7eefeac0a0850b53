"""From a name to what it names."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import reference
from bilateral.language.folding import bare, fold, grammar, tidy
from bilateral.language.lexicon import FORMS, lexicon
from bilateral.reading.index import index
from bilateral.tables import add_language

LANGS = ("de", "en", "ru")


def answers(text: str, *arguments: object, **named: object) -> list[tuple[str, str]]:
    return [(one.type, one.code) for one in bl.find(text, *arguments, **named)]  # type: ignore[arg-type]


class TestFolding:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("«Дорожная карта»", "дорожная  карта"),
            ("актёр", "Актер"),
            ("Minsk – Ufa", "minsk - ufa"),
            ("Ra’s al-Chaima", "ra's al-chaima"),
            ("Oʻzbekiston", "O‘zbekiston"),
            ("Bosnia & Herzegovina", "Bosnia and Herzegovina"),
            ("Straße", "STRASSE"),
            ("Aktions\u00adplan", "Aktionsplan"),
            ("Nur\u2011Sultan", "Nur-Sultan"),
        ],
    )
    def test_alike(self, one: str, other: str) -> None:
        assert fold(one).replace("'", "") == fold(other).replace("'", "")

    def test_diacritics_are_a_weaker_likeness(self) -> None:
        assert fold("Türkiye") != fold("Turkiye")
        assert bare("Türkiye") == bare("Turkiye")
        assert bare("Жетісу") == bare("Жетису")
        assert bare("Łódź") == "lodz"

    @given(st.text())
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)
        assert tidy(tidy(text)) == tidy(text)

    @pytest.mark.parametrize(
        ("lang", "word", "name", "is_one"),
        [
            ("ru", "белоруссией", "белоруссия", True),
            ("ru", "пекином", "пекин", True),
            ("ru", "самары", "самар", False),
            ("ru", "могилев", "могила", False),
            ("en", "german", "germany", False),
            ("en", "belarus's", "belarus", True),
            ("de", "kasachstans", "kasachstan", True),
        ],
    )
    def test_case_forms_of_a_name(
        self,
        lang: str,
        word: str,
        name: str,
        is_one: bool,  # noqa: FBT001 - a parameter of the test
    ) -> None:
        assert grammar(lang).is_form(word, name) is is_one

    @pytest.mark.parametrize(
        ("lang", "forms"),
        [
            ("ru", ["облисполком", "облисполкома", "облисполкомом", "облисполкоме"]),
            ("ru", ["культура", "культуры", "культуре", "культурой"]),
            ("ru", ["торгово-экономическая", "торгово-экономическом", "торгово-экономических"]),
            ("de", ["Ministerium", "Ministeriums", "Ministerien"]),
            ("de", ["Regierung", "Regierungen"]),
            ("en", ["ministry", "ministries"]),
        ],
    )
    def test_forms_of_a_word_have_one_stem(self, lang: str, forms: list[str]) -> None:
        assert len({grammar(lang).stem(fold(form)) for form in forms}) == 1


class TestFind:
    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("topic", ["vocabulary", "countries", "institutions", "subdivisions"])
    def test_every_stored_form_and_alias(self, lang: str, topic: str) -> None:
        for key, row in lexicon(lang).rows(topic).items():
            code = key.partition(".")[2] if topic == "vocabulary" else key.partition(".")[0]
            if topic == "vocabulary" and key.startswith(("title_word.", "role_noun.")):
                continue
            texts = [row[form] for form in FORMS if form in row]
            texts += row.get("aliases", "").split(" | ")
            for text in filter(None, texts):
                found = bl.find(text, lang)
                assert code in {one.code for one in found}, (text, code)
                assert all(one.how is not bl.Match.SUGGESTION for one in found)

    @pytest.mark.parametrize("code", ["US-GA", "AF-BAM", "PL-14", "FR-IDF", "UA-30"])
    def test_units_of_all_countries(self, code: str) -> None:
        for lang in LANGS:
            name = reference.subdivisions()[code][lang]
            assert ("subdivision", code) in answers(name, lang)

    def test_a_sector_from_a_label(self) -> None:
        (found,) = bl.find("Wasseraufbereitung")
        assert found.value == bl.Sector("water_supply")
        assert (found.lang, found.how, found.is_certain) == ("de", bl.Match.ALIAS, True)

    @pytest.mark.parametrize(
        ("text", "how"),
        [
            ("Handel", bl.Match.EXACT),
            ("HANDEL", bl.Match.FOLDED),
            ("Technologie", bl.Match.ALIAS),
            ("торговлей", bl.Match.INFLECTED),
            ("торговыми", bl.Match.INFLECTED),
            ("торгово-экономических", bl.Match.COMPOUND),
            ("Wasseraufbereitng", bl.Match.SUGGESTION),
        ],
    )
    def test_how_it_agrees(self, text: str, how: bl.Match) -> None:
        assert bl.find(text, type="sector")[0].how is how

    def test_a_compound_means_all_its_sectors(self) -> None:
        assert answers("торгово-экономическое") == [("sector", "trade"), ("sector", "economy")]
        assert answers("военно-техническое", type="sector") == [("sector", "military_technical")]

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Georgia", {("country", "GE"), ("subdivision", "US-GA")}),
            ("Niger", {("country", "NE"), ("subdivision", "NG-NI")}),
            ("Almaty", {("subdivision", "KZ-75"), ("subdivision", "KZ-19")}),
        ],
    )
    def test_ambiguity_is_an_answer(self, text: str, expected: set[tuple[str, str]]) -> None:
        assert expected <= set(answers(text))

    def test_a_country_as_a_hint(self) -> None:
        assert answers("Georgia", country="US") == [("subdivision", "US-GA")]
        assert answers("Kultur", country="US") == []

    def test_languages_and_types(self) -> None:
        assert answers("Handel", "ru") == []
        assert answers("Kasachstan", "de-AT", type=bl.Partner) == [("country", "KZ")]
        assert answers("Memorandum", "de", type=bl.AgreementKind) == [
            ("agreement_kind", "memorandum")
        ]
        assert answers("Handel", type="country") == []
        assert answers("Ministerium", type="partner_kind") == [("partner_kind", "ministry")]
        assert bl.find("подписан", "ru", type="event_kind")[0].value is bl.EventKind.SIGNED
        assert bl.find("Ветхий", "ru") == ()

    def test_goods(self) -> None:
        name = bl.Goods("8708").label("en")
        assert bl.find(name, "en", type=bl.Goods)[0].value == bl.Goods("8708")

    def test_what_has_no_class_stands_for_its_code(self) -> None:
        assert bl.find("in force", "en", type="status")[0].value == "in_force"

    def test_the_likeliest_first(self) -> None:
        scores = [one.score for one in bl.find("Almaty")]
        assert scores == sorted(scores, reverse=True)

    def test_articles_do_not_matter(self) -> None:
        assert answers("die Türkei") == [("country", "TR")]
        assert answers("the Netherlands", "en") == [("country", "NL")]

    @pytest.mark.parametrize("text", ["", "   ", "?", "\x00", "x" * 5000])
    def test_nothing_is_an_answer(self, text: str) -> None:
        assert bl.find(text) == ()

    @given(st.text(max_size=30))
    def test_any_text_has_an_answer(self, text: str) -> None:
        for one in bl.find(text, "en"):
            assert 0 < one.score <= 1

    def test_errors(self) -> None:
        with pytest.raises(bl.UnknownLanguage):
            bl.find("Handel", "xx")
        with pytest.raises(bl.UnknownCode, match="sector"):
            bl.find("Handel", type="sectors")
        with pytest.raises(bl.UnknownCode):
            bl.find("Handel", type=int)

    @pytest.mark.parametrize(
        ("text", "lang", "expected"),
        [
            ("Government of France", "en", ("institution", "fr-government")),
            ("Danish Government", "en", ("institution", "dk-government")),
            ("Правительством Французской Республики", "ru", ("institution", "fr-government")),
            ("Kasachische Regierung", "de", ("institution", "kz-government")),
            ("Volksrepublik Polen", "de", ("country", "PL")),
        ],
    )
    def test_names_put_together(self, text: str, lang: str, expected: tuple[str, str]) -> None:
        (found,) = bl.find(text, lang)
        assert (found.type, found.code) == expected
        assert found.how is bl.Match.COMPOSED
        assert bl.find(text, lang, country="BY") == ()

    @pytest.mark.parametrize(
        "text", ["Ministry of Culture of Armenia", "Government of the Danish", "Royal Government"]
    )
    def test_what_is_not_known_is_not_put_together(self, text: str) -> None:
        assert not any(one.is_certain for one in bl.find(text, "en", type=bl.Partner))

    def test_suggestions_are_near(self) -> None:
        found = bl.find("Vitebsk Regional Exekutive Comittee", "en")
        assert found[0].code == "by-vitebsk-region-executive-committee"
        assert not found[0].is_certain


def certain(text: str, *arguments: object, **named: object) -> set[str]:
    return {one.code for one in bl.find(text, *arguments, **named) if one.is_certain}  # type: ignore[arg-type]


def cities() -> Iterator[tuple[str, str]]:
    """Large cities with their countries, in English, and those of the time zones in all three."""
    lines = (Path(__file__).parent / "data" / "cities.tsv").read_text("utf-8").splitlines()
    yield from (tuple(line.split("\t")) for line in lines[2:])  # type: ignore[misc]
    countries = get_global("zone_territories")
    for lang in LANGS:
        for zone, names in Locale(lang).time_zones.items():
            if zone in countries and zone not in NO_CITIES and "city" in names:
                yield names["city"], countries[zone]


# Zones named after islands, and cities of which a unit with their name is the better known.
NO_CITIES = ("Pacific/Wallis",)
MEANT_OTHERWISE = ("Victoria",)


def test_reading_foreign_names_leaves_babel_as_it_was() -> None:
    program = """
import bilateral as bl
from babel import Locale
assert bl.find("Kasakstan")
assert "y" in Locale.parse("fr").interval_formats
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


class TestCertainty:
    """What is said to be certain is what was meant, whoever asks."""

    def test_no_large_city_is_certainly_a_place_in_another_country(self) -> None:
        for name, country in cities():
            found = [one for one in bl.find(name, type=bl.Partner) if one.is_certain]
            countries = {one.country for one in found} or {country}
            assert country in countries or name in MEANT_OTHERWISE, (name, country, found)

    @pytest.mark.parametrize(
        "text",
        [
            "Самара",
            "Самарой",
            "Могилёв",
            "Hanover",
            "Freiburg",
            "Münster",
            "Prizren",
            "Central",
            "Western",
            "State of California",
            "Region of Hanover",
            "Германий",
            "Germany, Poland",
            "Taiwan, China",
            "Germany Poland",
            "франко",
            "Poland (Germany)",
        ],
    )
    def test_what_may_be_something_else_is_not_certain(self, text: str) -> None:
        assert certain(text, type=bl.Partner) == set()

    @pytest.mark.parametrize(
        "text",
        [
            "Kosovo",
            "Republic of Kosovo",
            "Republik Kosovo",
            "Республика Косово",
            "the German Democratic Republic",
            "Deutsche Demokratische Republik",
            "Германская Демократическая Республика",
            "the U.S.S.R.",
            "Union of Soviet Socialist Republics",
            "Byelorussian SSR",
            "Czechoslovakia",
            "Serbia and Montenegro",
            "Republic of Vietnam",
            "Viet-Nam, Democratic Republic of",
            "Republic of China",
            "Netherlands Antilles",
            "European Union",
            "Organization of American States",
            "Shanghai Cooperation Organization",
            "Order of Malta",
            "ZAR",
            "DDR",
            "YUG",
            "SUN",
            "Евразийский экономический союз",
        ],
    )
    def test_states_and_organisations_without_a_code_are_no_other_ones(self, text: str) -> None:
        assert certain(text, type=bl.Partner) == set()

    def test_the_country_makes_a_namesake_certain(self) -> None:
        (found,) = bl.find("Hanover")
        assert (found.how, found.score) == (bl.Match.NAMESAKE, 1.0)
        assert certain("Hanover", country="JM") == {"JM-09"}
        assert certain("Central", country="BW") == {"BW-CE"}
        assert certain("JM-09") == {"JM-09"}

    def test_what_is_certain_comes_first(self) -> None:
        found = bl.find("Zaire")
        assert [(one.code, one.is_certain) for one in found] == [("CD", True), ("AO-ZAI", False)]

    def test_names_that_many_units_share_are_listed(self) -> None:
        found = bl.find("Central", "en", type="subdivision")
        assert len(found) > 3
        assert {one.how for one in found} == {bl.Match.NAMESAKE}

    @pytest.mark.parametrize("lang", LANGS)
    def test_every_name_of_a_unit_is_known(self, lang: str) -> None:
        units = index(lang, "units").exact
        for code, row in reference.subdivisions().items():
            if row["current"] == "yes" and lang in row:
                assert code in {one.code for one in units[fold(row[lang])]}

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("Белоруссией", "BY"),
            ("Kasachstans", "KZ"),
            ("Belarus's", "BY"),
            ("Niederlanden", "NL"),
            ("белорусская", "BY"),
        ],
    )
    def test_case_forms_that_no_table_has(self, text: str, code: str) -> None:
        assert certain(text) == {code}

    def test_two_words_of_a_unit_may_have_endings_but_are_not_certain(self) -> None:
        (found,) = bl.find("Волынской областью", "ru")
        assert (found.code, found.how) == ("UA-07", bl.Match.SUGGESTION)

    def test_adjectives_are_told_from_names(self) -> None:
        adjectives = {
            entry.text
            for entries in index("en", "countries").exact.values()
            for entry in entries
            if entry.form == "adj"
        }
        assert {"Byelorussian", "Kazakhstani", "Burmese", "Nepali", "German"} <= adjectives
        assert not adjectives & {"Kazakstan", "Kirgizstan", "The Sudan", "Mali", "Sint Maarten"}


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
    def test_the_order_of_lists(self, text: str, code: str) -> None:
        assert code in certain(text, type=bl.Partner)
        assert {code[:2]} == {one.country for one in bl.find(text, type=bl.Partner)}

    def test_the_order_says_nothing_else(self) -> None:
        bags: dict[str, set[str]] = {}
        for lang in LANGS:
            for bag, entries in index(lang, "countries").bags.items():
                bags.setdefault(bag, set()).update(one.code for one in entries)
        shared = {bag for bag, codes in bags.items() if len(codes) > 1}
        assert shared
        assert all(bag == "is virgin" or "виргин" in bag for bag in shared)

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
    def test_codes(self, text: str, code: str) -> None:
        (found,) = bl.find(text)
        assert (found.code, found.how, found.lang) == (code, bl.Match.CODE, "und")

    def test_a_code_of_two_lists_is_ambiguous(self) -> None:
        assert answers("112") == [("country", "BY"), ("sector", "schools")]
        assert answers("112", type="country") == [("country", "BY")]
        assert answers("25010") == [("sector", "investment"), ("sector", "sez")]

    def test_all_codes_of_all_countries(self) -> None:
        for code, row in reference.countries().items():
            assert re.fullmatch("[A-Z]{3}", row["alpha3"])
            assert re.fullmatch("[0-9]{3}", row["numeric"])
            for one in row.values():
                assert certain(one, type="country") == {code}
                assert bl.Partner.state(one) is bl.Partner.state(code)

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
    def test_countries_in_other_languages(self, text: str, code: str, lang: str) -> None:
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

    def test_a_country_that_is_none(self) -> None:
        with pytest.raises(bl.UnknownCode, match="did you mean 'DE'"):
            bl.find("Handel", country="Germany")
        assert answers("Georgia", country="USA") == [("subdivision", "US-GA")]

    @pytest.mark.parametrize("text", [5, None, ["Minsk"], b"Minsk"])
    def test_what_is_no_text(self, text: object) -> None:
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


class TestDossier:
    acme = bl.Partner(
        "acme",
        "company",
        {
            "en": bl.Phrase("ACME Ltd", aliases=["Acme of Berlin"]),
            "ru": bl.Phrase("Акме", ins="Акме"),
        },
        country="DE",
    )
    bees = bl.Sector("bees", name={"en": "bees"})
    dossier = bl.Dossier(partners=[acme, bl.Partner.state("KZ")], sectors=[bees])

    def test_its_partners_and_sectors(self) -> None:
        assert self.dossier.find("acme of berlin")[0].value is self.acme
        assert self.dossier.find("bees", type="sector")[0].value is self.bees
        assert self.dossier.find("Handel", type="sector")[0].value == bl.Sector("trade")
        assert bl.find("Acme ltd") == ()

    def test_one_answer_for_what_both_know(self) -> None:
        (found,) = self.dossier.find("Republic of Kazakhstan", "en")
        assert found.value.id == "kz"


class TestAddedLanguage:
    def test_a_table_is_enough(self, tmp_path) -> None:
        (tmp_path / "vocabulary.tsv").write_text(
            "id\tnom\nsector.trade\tkauppa\n", encoding="utf-8"
        )
        add_language("fi", tmp_path)
        assert answers("Kauppa", "fi") == [("sector", "trade")]
        assert answers("KAUPPA", "fi", type="sector") == [("sector", "trade")]

    def test_without_endings_a_name_has_one_form(self, tmp_path) -> None:
        add_language("fi", tmp_path)
        assert grammar("fi").is_form("puola", "puola")
        assert not grammar("fi").is_form("puolan", "puola")


def test_a_purpose_within_a_category_suggests_the_sector_of_the_category() -> None:
    (found,) = bl.find("11220", type=bl.Sector)
    assert (found.code, found.is_certain) == ("schools", False)
    assert not bl.find("99999", type=bl.Sector)


def test_a_quotation_mark_within_a_word_is_a_turned_comma() -> None:
    assert [one.code for one in bl.find("Farg‘ona viloyati") if one.is_certain] == ["UZ-FA"]
