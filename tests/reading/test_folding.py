"""Texts that are alike before they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.language.folding import bare, fold, grammar, tidy
from bilateral.language.titles import Title


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
    def test_texts_that_differ_in_marks_and_case_are_alike(self, one: str, other: str) -> None:
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

    def test_a_text_that_is_tidy_is_not_written_a_second_time(self) -> None:
        text = "Договор о дружбе"
        assert tidy(text) is text

    def test_what_nobody_sees_is_left_out(self) -> None:
        assert tidy("Mi\u200bnsk \u00adund\u00a0Astana") == "Minsk und Astana"

    def test_a_title_is_tidied_to_a_plain_text(self) -> None:
        assert type(tidy(Title("Treaty", "{kind}"))) is str

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
    def test_a_case_form_is_told_from_another_name(
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


def test_a_quotation_mark_within_a_word_is_a_turned_comma() -> None:
    assert [one.code for one in bl.find("Farg‘ona viloyati") if one.is_certain] == ["UZ-FA"]
