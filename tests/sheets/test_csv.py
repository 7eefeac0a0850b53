"""Folders of CSV files, as programs save them."""

import csv

import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.examples import astana_2025


class TestCsv:
    def folder(self, text):
        return {"agreements.csv": text, "partners.csv": self.partners}

    partners = (
        b"id;kind;name.en;governs\r\nm;city_executive;M;BY-HM\r\nk;city_executive;K;KZ-71\r\n"
    )

    @pytest.mark.parametrize(
        "text",
        [
            b"id,kind,sides.1,sides.2\na,mou,m,k\n",
            b"\xef\xbb\xbfid;kind;sides.1;sides.2\r\na;mou;m;k",
            b"id\tkind\tsides.1\tsides.2\na\tmou\tm\tk\n",
            b"sep=;\r\nid;kind;sides.1;sides.2\r\na;mou;m;k\r\n",
            b'"id";"kind";"sides.1";"sides.2"\r\na;mou;" m";k\r\n',
            "id\tkind\tsides.1\tsides.2\na\tmou\tm\tk\n".encode("utf-16"),
            b"\n\nid,kind,sides.1,sides.2,,\n,,,\na,mou,m,k,,\n",
        ],
    )
    def test_a_file_is_read_as_any_program_saves_it(self, text):
        assert bl.loads(self.folder(text), "csv")["a"].kind == "mou"

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            (b'id,kind\n"a,mou\n', "syntax", 2),
            (b'id,kind\n"a"b,mou\n', "syntax", 2),
            ("идентификатор".encode("cp1251"), "not-utf-8", 1),
            ("id,note\na,b\nc,Köln\n".encode("cp1252"), "not-utf-8", 3),
            (b"\xff\xfei\x00d", "not-utf-8", 1),
            (b"x", "unknown-sheet", 1),
        ],
    )
    def test_a_bad_file_is_named_in_the_place_of_the_sheet(self, text, code, line):
        with pytest.raises(ValidationError) as caught:
            bl.loads({"x.csv": text}, "csv")
        (problem,) = caught.value.problems
        assert (problem.sheet, problem.code, problem.line) == ("x.csv", code, line)

    def test_a_folder_is_replaced_as_a_whole_and_links_in_it_are_not_followed(self, tmp_path):
        folder = tmp_path / "register.csv"
        bl.dump(astana_2025(), folder, lang="ru")
        assert bl.load(folder) == astana_2025()

        (folder / "secret.csv").symlink_to(tmp_path)
        with pytest.raises(ValidationError) as caught:
            bl.load(folder)
        assert caught.value.problems[0].code == "not-a-file"

    def test_long_fields_leave_the_limit_of_the_library_as_it_was(self):
        before = csv.field_size_limit()
        dossier = Dossier(note="x" * 200_000)
        assert bl.loads(bl.dumps(dossier, "csv"), "csv") == dossier
        assert csv.field_size_limit() == before
