"""German and Russian words: the forms that follow for certain, and no others."""

import pytest

from bilateral import Phrase, Sector
from bilateral.errors import MissingForm
from bilateral.language import german, russian
from bilateral.language.lexicon import in_sentence
from bilateral.language.topics import fields


class TestGerman:
    """What follows for certain from gender and article, and nothing else."""

    @pytest.mark.parametrize(
        ("nom", "gender", "gen", "dat", "acc"),
        [
            (
                "Ministerium für Kultur",
                "n",
                "Ministeriums für Kultur",
                *["Ministerium für Kultur"] * 2,
            ),
            ("Akimat von Astana", "n", "Akimats von Astana", *["Akimat von Astana"] * 2),
            ("Rat der Stadt", "m", "Rats der Stadt", "Rat der Stadt", "Rat der Stadt"),
            ("Diplomat", "m", None, None, None),
            ("Magistrat", "m", "Magistrats", "Magistrat", "Magistrat"),
            ("Landtag", "m", "Landtags", "Landtag", "Landtag"),
            ("Präsident", "m", None, None, None),
            ("Regierung", "f", "Regierung", "Regierung", "Regierung"),
            ("Messe Berlin", "f", None, None, None),
            ("Akademie Minsk", "f", *["Akademie Minsk"] * 3),
            ("Auswärtiges Amt", "n", None, None, None),
            ("Deutscher Bundestag", "m", None, None, None),
            ("Vereinigte Staaten", "pl", None, None, None),
            ("Stadtwerke", "pl", "Stadtwerke", "Stadtwerken", "Stadtwerke"),
            ("Kommunen", "pl", "Kommunen", "Kommunen", "Kommunen"),
            ("Kreis Lidice", "m", None, "Kreis Lidice", "Kreis Lidice"),
            ("Industrie- und Handelskammer", "f", *["Industrie- und Handelskammer"] * 3),
            ("Innen- und Justizamt", "n", None, *["Innen- und Justizamt"] * 2),
            ("Nord- und Südinseln", "pl", "Nord- und Südinseln", None, "Nord- und Südinseln"),
            ("«Werk»", "n", None, None, None),
        ],
    )
    def test_a_name_is_declined_by_gender_and_article(self, nom, gender, gen, dat, acc):
        phrase = Phrase(nom, gender=gender, article=True)

        assert [german.decline(phrase, case) for case in ("gen", "dat", "acc")] == [gen, dat, acc]

    def test_a_name_without_an_article_has_no_certain_genitive(self):
        minsk = Phrase("Minsk", gender="n", article=False)

        assert german.decline(minsk, "dat") == "Minsk"
        assert german.decline(minsk, "gen") is None

    def test_without_a_gender_or_a_known_case_no_form_is_certain(self):
        assert german.decline(Phrase("Amt"), "dat") is None
        assert german.decline(Phrase("Amt", gender="n"), "ins") is None
        assert german.decline(Phrase("Amt", gender="n"), "nom") is None
        assert german.agree("kommunal", None) is None

    @pytest.mark.parametrize(
        ("form", "text"),
        [
            ("nom", "Regierung"),
            ("gen", "der Regierung"),
            ("dat", "der Regierung"),
            ("acc", "die Regierung"),
            ("def", "die Regierung"),
        ],
    )
    def test_every_case_has_its_article(self, form, text):
        phrase = Phrase("Regierung", gender="f", article=True)

        assert in_sentence(phrase, "de", form) == text

    @pytest.mark.parametrize(
        ("phrase", "text"),
        [
            (
                Phrase("Oberster Rat", acc="Obersten Rat", gender="m", article=True),
                "der Oberste Rat",
            ),
            (Phrase("Präsident", acc="Präsidenten", gender="m", article=True), "der Präsident"),
            (Phrase("Freies Amt", acc="Freie Amt", gender="n", article=True), "das Freie Amt"),
            (Phrase("Rat von Polen", gender="m", article=True), "der Rat von Polen"),
        ],
    )
    def test_an_adjective_gives_its_ending_to_the_article(self, phrase, text):
        assert in_sentence(phrase, "de", "def") == text

    def test_an_article_that_nobody_knows_is_missing(self):
        for phrase in (Phrase("Amt"), Phrase("Freies Amt", gender="n", article=True)):
            with pytest.raises(MissingForm):
                in_sentence(phrase, "de", "def")

    def test_no_article_where_there_is_none(self):
        assert in_sentence(Phrase("Minsk", article=False), "de", "dat") == "Minsk"
        assert in_sentence(Phrase("ACME"), "en", "def") == "ACME"


class TestRussian:
    """Adjectives of the regular kind, and no others."""

    @pytest.mark.parametrize(
        ("adjective", "feminine", "neuter"),
        [
            ("торговый", "торговой", "торговом"),
            ("экономический", "экономической", "экономическом"),
            ("городской", "городской", "городском"),
            ("транспортный", "транспортной", "транспортном"),
            ("большой", "большой", "большом"),
            ("внешний", "внешней", "внешнем"),
            ("высший", "высшей", "высшем"),
            ("общий", "общей", "общем"),
            ("рабочий", "рабочей", "рабочем"),
            ("синий", "синей", "синем"),
            ("третий", "третьей", "третьем"),
            ("Ямало-Ненецкий", "Ямало-Ненецкой", "Ямало-Ненецком"),
            ("5-й", "5-й", "5-м"),
            ("божий", None, None),
            ("олений", None, None),
            ("птичий", None, None),
            ("научный-технический", None, None),
            ("Белый-Чёрный", None, None),
            ("Пушкин", None, None),
        ],
    )
    def test_an_adjective_agrees_with_its_noun(self, adjective, feminine, neuter):
        assert russian.agree(adjective, "f", "loc") == feminine
        assert russian.agree(adjective, "n", "loc") == neuter

    @pytest.mark.parametrize(
        ("adjective", "gender", "forms"),
        [
            ("Большая", "f", "Большой Большой Большую Большой Большой"),
            ("наибольшая", "f", "наибольшей наибольшей наибольшую наибольшей наибольшей"),
            ("дочернее", "n", "дочернего дочернему дочернее дочерним дочернем"),
            ("Внутренние", "pl", "Внутренних Внутренним Внутренние Внутренними Внутренних"),
            ("железные", "pl", "железных железным железные железными железных"),
            ("городской", "m", "городского городскому городской городским городском"),
            ("казачье", "n", "казачьего казачьему казачье казачьим казачьем"),
            ("5-я", "f", "5-й 5-й 5-ю 5-й 5-й"),
        ],
    )
    def test_it_declines_from_its_nominative_in_any_gender(self, adjective, gender, forms):
        declined = russian.decline_adjective(adjective, gender)
        assert " ".join(declined.values()) == f"{adjective} {forms}"

    @pytest.mark.parametrize("gender", ["m", "f", "n", "pl"])
    def test_what_is_no_adjective_in_that_gender_has_no_forms(self, gender):
        nominatives = {"m": "новый", "f": "новая", "n": "новое", "pl": "новые"}
        for other in nominatives.keys() - {gender}:
            assert russian.decline_adjective(nominatives[gender], other) is None

    def test_a_gender_or_a_case_that_it_does_not_know_has_no_form(self):
        assert russian.agree("торговый", "", "loc") is None
        assert russian.agree("торговый", "f", "voc") is None

    def test_an_irregular_adjective_is_a_missing_form(self):
        blue = Sector("blue", name={"ru": Phrase("синева", adj="птичий")})
        with pytest.raises(MissingForm):
            fields("ru", [blue, Sector("trade")])
