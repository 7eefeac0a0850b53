"""Files that are no sheets of ours: refused, or left out and reported."""

import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError
from tests.sheets.helpers import HEADERS, agreements, changed, problems, read


class TestOtherFiles:
    """What is no workbook, whatever it is called."""

    def test_an_old_or_locked_workbook_is_refused_with_advice(self):
        with pytest.raises(ValidationError) as caught:
            bl.loads(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504, "xlsx")
        (problem,) = caught.value.problems

        assert problem.code == "old-workbook"
        assert "save it as .xlsx without a password" in problem.message("en")
        assert "Speichern Sie sie als .xlsx ohne Kennwort" in problem.message("de")
        assert "сохраните его как .xlsx без пароля" in problem.message("ru")

    @pytest.mark.parametrize(
        "content",
        [
            b"id;kind",
            bl.dumps(Dossier(), "xlsx")[:-200],
            changed(lambda _: b"<a>"),
            changed(lambda text: text.replace(b"sheet1", b"sheet99"), "relations"),
            changed(lambda _: b"<document/>", "workbook"),
        ],
    )
    def test_what_python_says_is_not_repeated_to_people(self, content):
        with pytest.raises(ValidationError) as caught:
            bl.loads(content, "xlsx")
        (problem,) = caught.value.problems

        assert [problem.message(lang) for lang in ("en", "de", "ru")] == [
            "The file cannot be read: it is not a complete XLSX workbook.",
            "Die Datei ist nicht lesbar: Sie ist keine vollständige XLSX-Arbeitsmappe.",
            "Файл не читается: это неполная или повреждённая книга XLSX.",
        ]

    def test_another_encoding_is_refused_with_advice(self):
        with pytest.raises(ValidationError) as caught:
            bl.loads({"sources.csv": "Kennung;Titel\ns;Köln".encode("cp1252")}, "csv")
        (problem,) = caught.value.problems
        assert (problem.sheet, problem.line) == ("sources.csv", 2)
        assert "CSV UTF-8" in problem.message("de")


class TestSkipping:
    """``on_error="skip"``, where there is no record that could be left out."""

    SHEETS = (
        agreements(),
        ("Notes", ["to do"], ["ring Minsk"]),
        (
            "agreements.events",
            ["agreements", "kind"],
            ["a", "signed"],
            ["z", "signed"],
            [None, "signed"],
        ),
        ("dossier", ["note"], ["n"], ["m"]),
    )

    def test_sheets_and_rows_that_belong_to_nothing_are_reported_and_left_out(self):
        report = []
        dossier = read(*self.SHEETS, on_error="skip", report=report)

        assert sorted((p.sheet, p.line, p.code) for p in report) == [
            ("Notes", 1, "unknown-sheet"),
            ("agreements.events", 3, "unresolved"),
            ("agreements.events", 4, "missing-field"),
            ("dossier", 3, "surplus-row"),
        ]
        assert [event.kind for event in dossier["a"].events] == ["signed"]
        assert dossier.note == "n"

    def test_without_skipping_what_belongs_to_nothing_is_an_error(self):
        assert {one[3] for one in problems(*self.SHEETS)} == {
            "unknown-sheet",
            "unresolved",
            "missing-field",
            "surplus-row",
        }

    def test_the_rows_of_what_is_left_out_go_with_it(self):
        report = []
        events = ("agreements.events", ["agreements", "kind"], ["a", "signed"])
        wrong = ("agreements", HEADERS, ["a", "mou", "minsk", "nobody"])
        dossier = read(wrong, events, on_error="skip", report=report)

        assert (len(dossier), [p.code for p in report]) == (0, ["unresolved"])

    def test_a_column_that_nobody_knows_stays_an_error(self):
        assert [one[3] for one in problems(agreements("x", row=[1]), on_error="skip")] == [
            "unknown-column"
        ]
