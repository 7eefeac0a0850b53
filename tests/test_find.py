"""From a name to what it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import reference
from bilateral.language.lexicon import FORMS, add_language, lexicon
from bilateral.language.reading.folding import bare, fold, grammar, tidy

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
        assert answers("Kasachstan", "de-AT", bl.Partner) == [("country", "KZ")]
        assert answers("Memorandum", "de", bl.AgreementKind) == [("agreement_kind", "memorandum")]
        assert answers("Handel", type="country") == []
        assert answers("Ministerium", type="partner_kind") == [("partner_kind", "ministry")]
        assert bl.find("подписан", "ru", "event_kind")[0].value is bl.EventKind.SIGNED
        assert bl.find("Ветхий", "ru") == ()

    def test_goods(self) -> None:
        name = bl.Goods("8708").label("en")
        assert bl.find(name, "en", bl.Goods)[0].value == bl.Goods("8708")

    def test_what_has_no_class_stands_for_its_code(self) -> None:
        assert bl.find("in force", "en", "status")[0].value == "in_force"

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
            ("State of California", "en", ("subdivision", "US-CA")),
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
        assert not any(one.is_certain for one in bl.find(text, "en", bl.Partner))

    def test_suggestions_are_near(self) -> None:
        found = bl.find("Vitebsk Regional Exekutive Comittee", "en")
        assert found[0].code == "by-vitebsk-region-executive-committee"
        assert not found[0].is_certain


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
        assert answers("KAUPPA", "fi", "sector") == [("sector", "trade")]
