"""From a name to what it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import reference
from bilateral.language.folding import grammar
from bilateral.language.lexicon import FORMS, lexicon
from bilateral.tables import add_language
from tests.processes import in_fresh_python
from tests.reading.answers import answers

LANGS = ("de", "en", "ru")


class TestFind:
    @pytest.mark.parametrize("lang", LANGS)
    @pytest.mark.parametrize("topic", ["vocabulary", "countries", "institutions", "subdivisions"])
    def test_every_stored_form_and_alias_is_found(self, lang: str, topic: str) -> None:
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
    def test_the_units_of_all_countries_are_found(self, code: str) -> None:
        for lang in LANGS:
            name = reference.subdivisions()[code][lang]
            assert ("subdivision", code) in answers(name, lang)

    def test_a_sector_is_found_by_its_label(self) -> None:
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
    def test_an_answer_says_how_the_text_agrees(self, text: str, how: bl.Match) -> None:
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

    def test_a_country_leaves_only_what_is_in_it(self) -> None:
        assert answers("Georgia", country="US") == [("subdivision", "US-GA")]
        assert answers("Kultur", country="US") == []

    def test_a_language_and_a_type_leave_only_their_own(self) -> None:
        assert answers("Handel", "ru") == []
        assert answers("Kasachstan", "de-AT", type=bl.Partner) == [("country", "KZ")]
        assert answers("Memorandum", "de", type=bl.AgreementKind) == [
            ("agreement_kind", "memorandum")
        ]
        assert answers("Handel", type="country") == []
        assert answers("Ministerium", type="partner_kind") == [("partner_kind", "ministry")]
        assert bl.find("подписан", "ru", type="event_kind")[0].value is bl.EventKind.SIGNED
        assert bl.find("Ветхий", "ru") == ()

    def test_goods_are_found_by_their_names(self) -> None:
        name = bl.Goods("8708").label("en")
        assert bl.find(name, "en", type=bl.Goods)[0].value == bl.Goods("8708")

    def test_what_has_no_class_stands_for_its_code(self) -> None:
        assert bl.find("in force", "en", type="status")[0].value == "in_force"

    def test_the_likeliest_answer_comes_first(self) -> None:
        scores = [one.score for one in bl.find("Almaty")]
        assert scores == sorted(scores, reverse=True)

    def test_articles_do_not_matter(self) -> None:
        assert answers("die Türkei") == [("country", "TR")]
        assert answers("the Netherlands", "en") == [("country", "NL")]

    @pytest.mark.parametrize("text", ["", "   ", "?", "\x00", "x" * 5000])
    def test_no_match_is_an_answer_too(self, text: str) -> None:
        assert bl.find(text) == ()

    @given(st.text(max_size=30))
    def test_any_text_has_an_answer(self, text: str) -> None:
        for one in bl.find(text, "en"):
            assert 0 < one.score <= 1

    def test_an_unknown_language_or_type_is_an_error(self) -> None:
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
    def test_a_name_may_be_put_together_from_known_ones(
        self, text: str, lang: str, expected: tuple[str, str]
    ) -> None:
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


def test_reading_foreign_names_leaves_babel_as_it_was() -> None:
    program = """
import bilateral as bl
from babel import Locale
assert bl.find("Kasakstan")
assert "y" in Locale.parse("fr").interval_formats
"""
    in_fresh_python(program)


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

    def test_the_partners_and_sectors_of_a_dossier_are_found(self) -> None:
        assert self.dossier.find("acme of berlin")[0].value is self.acme
        assert self.dossier.find("bees", type="sector")[0].value is self.bees
        assert self.dossier.find("Handel", type="sector")[0].value == bl.Sector("trade")
        assert bl.find("Acme ltd") == ()

    def test_names_in_languages_without_tables_are_found_without_their_accents(self) -> None:
        name = {"fr": "Université de Gomel"}
        gomel = bl.Partner("gomel", "university", name, country="BY")
        assert bl.Dossier(partners=[gomel]).find("Universite de Gomel")[0].value is gomel

    def test_what_the_dossier_and_the_package_know_is_one_answer(self) -> None:
        (found,) = self.dossier.find("Republic of Kazakhstan", "en")
        assert found.value.id == "kz"


class TestAddedLanguage:
    def test_a_table_of_names_is_enough(self, tmp_path) -> None:
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


@pytest.mark.parametrize("name", ["Libyan Arab Republic", "the Libyan Arab Jamahiriya"])
def test_a_country_is_found_by_names_of_its_past(name: str) -> None:
    assert [one.code for one in bl.find(name, "en")] == ["LY"]
