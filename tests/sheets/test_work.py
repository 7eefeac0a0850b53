"""Small files that would keep a program busy: each is read, or refused, in no time.

What is refused says so; what is read would take minutes if its cost grew with the square.
"""

import io
import itertools
import re
import string
import zipfile

import pytest

import bilateral as bl
from bilateral import ValidationError
from bilateral.language.folding import bare
from bilateral.nearness import Words
from bilateral.wire.sheets.recognition import letters
from tests.sheets.helpers import changed, problems, with_rows, workbook

HEAD = '<row><c t="str"><v>bilateral</v></c><c t="str"><v>note</v></c></row>'


def codes(content, format="csv", **options):
    """The codes of what is wrong with a content, in their order."""
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, format, **options)
    return [problem.code for problem in caught.value.problems]


def with_texts(text, cells):
    """A workbook with cells that share a text."""
    shared = b"<si><t>" + text + b"</t></si>"
    content = with_rows(HEAD + '<row><c/><c t="s"><v>0</v></c></row>' * cells)
    return changed(
        lambda part: re.sub(b"<si>.*?</si>", shared, part, count=1), "xl/sharedStrings.xml", content
    )


def packed(content):
    """The same archive, compressed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return stream.getvalue()


class TestWorkbooks:
    def test_a_million_rows_without_cells_are_refused(self):
        content = packed(with_rows("<row/>" * 1_000_000))
        assert len(content) < 50_000
        assert codes(content, "xlsx") == ["expands-too-much"]
        assert codes(content, "xlsx", limits=bl.Limits(size=10_000)) == ["too-large"]

    def test_a_part_that_is_many_sheets_is_refused(self):
        def often(text):
            sheet = text[text.index(b"<sheet ") : text.index(b"</sheets>")]
            return text.replace(sheet, sheet * 2_000)

        rows = HEAD + "<row><c><v>1</v></c></row>" * 1_000
        content = packed(changed(often, "workbook", with_rows(rows)))
        assert codes(content, "xlsx") == ["expands-too-much"]

    def test_a_long_text_that_is_in_many_cells_is_refused(self):
        assert bl.loads(with_texts(b"n", 1), "xlsx").note == "n"
        assert codes(packed(with_texts(b"x" * 100_000, 1_000)), "xlsx") == ["expands-too-much"]

    def test_a_cell_that_is_merged_over_very_many_is_refused(self):
        rows = HEAD + f'<row><c/><c r="{letters(18_000)}2" t="str"><v>x</v></c></row>'
        wide = b'<mergeCells><mergeCell ref="B1:ZZZ2"/></mergeCells>'
        found = codes(packed(with_rows(rows, wide)), "xlsx")
        assert set(found) <= {"unknown-column", "expands-too-much"}
        high = b'<mergeCells><mergeCell ref="A1:ZZ9999999"/></mergeCells>'
        rows = HEAD + f'<row r="10000"><c r="{letters(500)}10000"><v>1</v></c></row>'
        assert codes(packed(with_rows(rows, high)), "xlsx") == ["expands-too-much"]

    def test_many_merged_cells_are_read_in_no_time(self):
        numbers = range(2, 4_002, 2)
        areas = "".join(f'<mergeCell ref="A{row}:A{row + 1}"/>' for row in numbers)
        rows = HEAD + "<row><c><v>1</v></c></row>" * 4_000
        found = codes(with_rows(rows, f"<mergeCells>{areas}</mergeCells>".encode()), "xlsx")
        assert found.count("surplus-row") == 3_999

    def test_many_sheets_that_nobody_knows_are_told_in_no_time(self):
        files = {f"{number}.csv": b"a,b\n1,2" for number in range(1_000)}
        assert codes(files) == ["unknown-sheet"] * 1_000


class TestHeaders:
    def test_many_columns_that_nobody_knows_are_told_in_no_time(self):
        head = ["id", *(f"Perio{number}d" for number in range(2_000))]
        with pytest.raises(ValidationError) as caught:
            bl.loads({"sources.csv": f"{','.join(head)}\ns{',1' * 2_000}".encode()}, "csv")
        assert len(caught.value.problems) == 2_000
        assert caught.value.problems[0].hint is None
        assert len(caught.value.text().splitlines()) == 51

    def test_thousands_of_possible_language_tags_are_read_in_no_time(self):
        tags = ["".join(each) for each in itertools.product(string.ascii_lowercase, repeat=3)]
        text = f"id,Name ({' '.join(tags)})\np,x"
        assert codes({"partners.csv": text.encode()}) == ["unknown-column"] + ["missing-field"] * 2
        text = f"code,{','.join(f'Name ({tag})' for tag in tags[:300])}\nx{',x' * 300}"
        (sector,) = bl.loads({"sectors.csv": text.encode()}, "csv").sectors
        assert list(sector.name) == tags[:300]


class TestCells:
    def test_many_blanks_before_a_dash_are_read_in_no_time(self):
        assert bare("x" + " " * 100_000 + "y") == "x y"
        assert bare("x" + " " * 100_000 + "– y") == "x y"

    def test_many_signs_that_turn_a_text_are_told_once(self):
        report = []
        text = "id,note\ns," + "\u202e" * 50_000
        bl.loads({"sources.csv": text.encode()}, "csv", report=report)
        assert [(one.code, one.line, one.column) for one in report] == [("turned-text", 2, 2)]

    def test_long_lists_in_several_rows_are_read_in_no_time(self):
        words = ";".join(f"x{number}" for number in range(1_000))
        rows = ["a", "mou", "minsk", "astana", words]
        found = problems(("agreements", ["id", "kind", "sides.1", "sides.2", "sectors"], rows))
        assert len(found) == 1_000

    def test_an_item_is_not_there_twice(self):
        """Of a list in the rows of one record; what cannot be compared is kept."""
        from bilateral.wire.sheets.records import _extend

        items = ["a", {"id": "b"}]
        _extend(items, ["b", "a", {"id": "b"}, {"id": "c"}, "b"])
        assert items == ["a", {"id": "b"}, "b", {"id": "c"}]


class TestReferences:
    # Where a row comes from makes no difference to the hints; a workbook costs more to make.
    @pytest.mark.parametrize(("format", "count"), [("csv", 1_000), ("xlsx", 100)])
    def test_many_references_that_miss_by_a_letter_have_their_hints(self, format, count):
        sheets = (
            ("partners", ["id", "kind", "country", "name.en"],
             *(["p" + str(i) + "-abcdefg", "company", "BY", f"N{i}"] for i in range(count))),
            ("agreements", ["id", "kind", "sides.1", "sides.2"],
             *([f"a{i}", "mou", f"p{i}-abcdefh", "KZ"] for i in range(count))),
        )  # fmt: skip
        content = workbook(*sheets)
        if format == "csv":
            content = {
                f"{name}.csv": "\n".join(map(",".join, rows)).encode() for name, *rows in sheets
            }
        with pytest.raises(ValidationError) as caught:
            bl.loads(content, format)
        hints = [problem.hint for problem in caught.value.problems[:10]]
        assert hints == [f"p{i}-abcdefg" for i in range(10)]
        assert len(caught.value.problems) == count

    def test_words_are_found_by_their_beginning_or_their_end(self):
        """As fast among many as among few."""
        words = Words(f"{number:05}-word" for number in range(10_000))
        assert "04711-word" in words.like("04711-wrod")
        assert "04711-word" in words.like("O4711-word")
        assert len(words.like("04711-word")) < 50
