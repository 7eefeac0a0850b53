"""What is written to sheets is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Dossier
from bilateral.examples import astana_2025
from bilateral.testing import values_of
from bilateral.wire.sheets.columns import tables
from bilateral.wire.sheets.protection import join, protect, split, unprotect

LANGS = [None, "de", "ru", "en"]


class TestLaws:
    @given(values_of(Dossier), st.sampled_from(["csv", "xlsx"]), st.sampled_from(LANGS))
    def test_nothing_is_lost_whatever_a_dossier_holds_and_in_whichever_language(
        self, dossier, format, lang
    ):
        # What is drawn may have the same agreement twice, which is told of.
        assert bl.loads(bl.dumps(dossier, format, lang=lang), format, report=[]) == dossier

    @given(st.text(st.one_of(st.sampled_from("'\\=+-@\t\r\n x_0d"), st.characters())))
    def test_a_text_survives_in_a_cell_however_often_it_is_protected(self, text):
        assert unprotect(protect(text)) == text
        assert protect(text)[:1] not in tuple("=+-@\t\r")

    @given(st.lists(st.text(st.one_of(st.sampled_from("'\";\n[] a"), st.characters())), min_size=1))
    def test_a_list_survives_in_a_cell(self, items):
        """With any items."""
        assert list(split(join(items))) == items

    @pytest.mark.parametrize("lang", ["de", "ru", "en"])
    def test_no_two_columns_of_a_table_have_the_same_header(self, lang):
        for table in tables().values():
            headers = [column.header(lang) for column in table.columns()]
            assert len(headers) == len(set(headers))

    def test_equal_dossiers_give_equal_bytes_whenever_they_are_written(self):
        assert bl.dumps(astana_2025(), "xlsx") == bl.dumps(astana_2025(), "xlsx")
