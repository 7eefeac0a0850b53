"""Titles with labels, with gaps, in other languages, and texts that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl

LANGS = ("de", "en", "ru")


class TestSectors:
    def test_a_wording_for_several_sectors_is_uncertain(self) -> None:
        own = [bl.Sector(code, name={"en": "bees"}) for code in ("bees", "honey")]
        title = bl.parse_title("Agreement on bees", "en", dossier=bl.Dossier(sectors=own))
        assert title.sectors == (own[0],)
        assert "sectors" in title.uncertain

    @pytest.mark.parametrize(("text", "sector"), [("medicine", "health"), ("medicines", "pharma")])
    def test_the_exact_word_counts_more_than_its_stem(self, text: str, sector: str) -> None:
        assert bl.parse_title(f"Agreement on {text}", "en").sectors == (bl.Sector(sector),)

    def test_many_commas_after_the_parties_are_no_parties(self) -> None:
        fields = ", ".join(f"Feld {n}" for n in range(30))
        title = bl.parse_title(f"Abkommen zwischen Belarus und Polen über {fields}", "de")
        assert [party.country for party in title.parties] == ["BY", "PL"]

    @pytest.mark.parametrize("text", ["Agreement between", "Agreement between peace"])
    def test_between_nothing_there_are_no_sides(self, text: str) -> None:
        assert bl.parse_title(text, "en").sides == ()


class TestAnyTitle:
    def test_labelled_parts_are_read_with_names_in_another_language(self) -> None:
        acme = bl.Partner("acme", "company", {"en": "ACME Ltd"}, country="DE")
        title = bl.parse_title(
            "Вид документа: Договор (стороны: Польша и ACME Ltd [en]; Беларусь и Китай; "
            "предмет: пчёлы; сферы: наука; период: 2026 год; "
            "основание: Соглашение от 5 мая 2015 года)",
            "ru",
            dossier=bl.Dossier(partners=[acme]),
        )
        assert title.sides[0][1].partner is acme
        assert [party.country for party in title.sides[1]] == ["BY", "CN"]
        assert title.subject == "пчёлы"
        assert [sector.code for sector in title.sectors] == ["science"]
        assert title.period == bl.Period("2026")
        assert title.implements[0].date == bl.PartialDate("2015-05-05")
        assert title.rest == ("Вид документа",)

    def test_a_tag_of_no_language_is_part_of_a_name(self) -> None:
        title = bl.parse_title("Programme (sides: Belarus [xx]; China)", "en")
        assert [party.partner and party.partner.id for party in title.parties] == [None, "cn"]

    def test_labelled_fields_go_with_sides_in_the_sentence(self) -> None:
        title = bl.parse_title("Programme between Belarus and China (fields: bells, trade)", "en")
        assert title.sectors == (bl.Sector("trade"),)
        assert len(title.parties) == 2

    def test_a_language_without_frames_has_its_kinds_only(self, tmp_path) -> None:
        (tmp_path / "vocabulary.tsv").write_text(
            "id\tnom\nagreement_kind.treaty\tvaltiosopimus\n", encoding="utf-8"
        )
        bl.add_language("fi", tmp_path)
        title = bl.parse_title("Valtiosopimus (osapuolet: Puola)", "fi")
        assert title.kind is bl.AgreementKind.TREATY
        assert title.sides == ()

    def test_an_open_bracket_goes_to_the_end(self) -> None:
        title = bl.parse_title("Programme (sides: Belarus; China", "en")
        assert [party.country for party in title.parties] == ["BY", "CN"]

    def test_own_sectors_are_read_by_their_names(self) -> None:
        bees = bl.Sector("bees", name={"en": "bees"})
        title = bl.parse_title(
            "Agreement between Belarus and China on bees", "en", dossier=bl.Dossier(sectors=[bees])
        )
        assert title.sectors == (bees,)

    @pytest.mark.parametrize(
        "text", ["", " ", "—", "и", "между", "Соглашение между и", "(", "\x00"]
    )
    @pytest.mark.parametrize("lang", LANGS)
    def test_a_text_with_nothing_to_read_has_no_parties(self, text: str, lang: str) -> None:
        assert bl.parse_title(text, lang).parties == ()

    def test_an_unknown_language_is_an_error(self) -> None:
        with pytest.raises(bl.UnknownLanguage):
            bl.parse_title("Abkommen", "xx")

    @given(st.text(max_size=60), st.sampled_from(LANGS))
    def test_any_text_is_read(self, text: str, lang: str) -> None:
        bl.parse_title(f"Memorandum {text}", lang)

    @given(
        st.lists(
            st.sampled_from(
                [
                    *("Соглашение", "между", "и", ",", "(", ")", "с одной стороны", "«", "»", "—"),
                    *("от", "5", "мая", "2015", "года", "на", "2026", "год", "о", "в", "пять лет"),
                    *("Правительством", "Республики", "Беларусь", "Казахстаном", "культуры"),
                    *("министерствами", "к", "Соглашению", "по реализации", "белорусско-казахский"),
                ]
            ),
            max_size=14,
        )
    )
    def test_any_order_of_words_is_read(self, words: list[str]) -> None:
        title = bl.parse_title(" ".join(words), "ru")
        assert len(title.sides) <= 2
