"""TOML: its own ways of writing, and the places of problems."""

import pytest
from hypothesis import given

import bilateral as bl
from bilateral import Dossier, extra
from bilateral.dossiers import TABLES
from bilateral.formats import toml_places
from bilateral.testing import values_of
from tests.wire.helpers import found, in_format


class TestToml:
    def test_bare_dates_and_times_are_texts(self):
        text = "bilateral = '1'\n[[sources]]\nid = 's'\ndate = 2025-11-05\n"
        assert str(bl.loads(text, "toml").sources[0].date) == "2025-11-05"
        assert found("a = 1\nb = \n", "toml") == [(2, "", "syntax")]

    def test_long_numbers_have_their_place_also_where_the_library_gives_up(self):
        for digits in (1001, 5000):
            string = f"'''\n{'1' * 5000}'''"
            text = f"bilateral = '1'\nnote = {string}\n[title]\nen = {'9' * digits}\n"
            assert {one[::2] for one in found(text, "toml")} == {(5, "number-too-long")}
        limits = bl.Limits(digits=3)
        assert found("bilateral = '1'\nnote = 999", "toml", limits=limits)[0][2] == "wrong-type"
        (problem,) = found("bilateral = '1'\nnote = [1, {x = -1_000}]", "toml", limits=limits)
        assert problem == (2, "note[1].x", "number-too-long")

    @pytest.mark.parametrize("name", ["json", "toml", "yaml"])
    def test_the_limit_of_digits_holds_beyond_that_of_python(self, name):
        text = in_format("toml" if name == "toml" else "json", {"bilateral": "1", "note": "@"})
        text = text.replace('"@"', "9" * 5000)
        assert found(text, name, limits=bl.Limits(digits=10_000))[0][2] == "number-too-long"

    @given(values_of(Dossier))
    def test_private_data_come_back_in_their_order(self, dossier):
        again = bl.loads(bl.dumps(dossier, "toml"), "toml")
        assert repr(extra.plain(again.extra)) == repr(extra.plain(dossier.extra))

    def test_tables_among_other_private_values_keep_their_order(self):
        data = {
            "o:a": {"x": {}, "y": 1e16, "": [1.5, {"z": 'ext = "\\u00000"'}]},
            "o:b": 'extra = "\\u00000"\x7f\n',
            "o:c": {"n": True},
            "o:d": "é",
        }
        source = bl.Source("s", extra=data, note='extra = "\\u00000"')
        dossier = Dossier(sources=[source], extra=data, note='\nextra = "\\u00001"\n')
        again = bl.loads(bl.dumps(dossier, "toml"), "toml")

        assert again == dossier
        assert repr(again.extra) == repr(dossier.extra)
        assert repr(again.sources[0].extra) == repr(dossier.extra)

    def test_many_points_in_a_line_are_no_long_key(self):
        string = f"'''\n{'a.' * 200}'''"
        text = f"bilateral = '1'\nnote = {string}\nx = [{'1.5,' * 200}]\n"
        assert found(text, "toml") == [(4, "x", "unknown-field")]

    def test_strings_on_a_line_do_not_hide_what_comes_after_them(self):
        text = 'bilateral = "1"\nnote = """ "a" [ """\ntitle = {en = \'\'\' x \'\'\'}\nnone = 1\n'
        assert found(text, "toml") == [(4, "none", "unknown-field")]

    def test_problems_of_headers_keys_and_items_have_their_lines(self):
        text = '''\
bilateral = "1"
note = """ a
[[partners]]
x = 'y' """
titel.en = "T"   # title.de = 5
[[partners]]
id = "By"
kind = "state"
country = "BY"
[partners.name]
en = "Belarus"

[[partners]]
"id" = 'kz'
kind = "stat"
name."en" = "Kaz [# not a comment"
extra = { "a:b" = [1, "]"], b = 2 }
[[agreements]]
id = "a"
kind = "mou"
sides = [
  ["by"],   # one
  # and a comment
  ["zz"],
]
events = [
  { kind = "signed", date = "2025-13-05" },
]
'''
        assert [(line, code) for line, _, code in found(text, "toml")] == [
            (5, "unknown-field"),
            (7, "invalid-id"),
            (15, "unknown-partner-kind"),
            (17, "invalid-extra-key"),
            (22, "unresolved"),
            (24, "unresolved"),
            (27, "no-such-month"),
        ]

    @given(values_of(Dossier))
    def test_every_record_of_a_table_has_a_place_in_the_order_of_the_text(self, dossier):
        text = bl.dumps(dossier, "toml")
        places = toml_places.places_in(text, 100)
        for table in TABLES.values():
            rows = [places[table, index].line for index in range(len(getattr(dossier, table)))]
            assert rows == sorted(set(rows))
