"""The review of a list: what it counts, what it shows, how it is corrected."""

from __future__ import annotations

from pathlib import Path

import attrs
import openpyxl
import pytest

import bilateral as bl
from bilateral.intake.review_sheets import read_corrections
from tests.intake.reading import BETWEEN, codes

TITLE = f"{BETWEEN} о торговле"
LIST = (
    "№ п/п;Наименование;Дата;Срок действия\n"
    f"1;{TITLE};05.01.2020;5 лет\n"
    f"2;{BETWEEN} о науке;32.01.2020;до 31.12.2030\n"
    "3;Меморандум с Атлантидой;2021;бессрочно\n"
    "Итого: 3;;;\n"
    f"4;{TITLE};05.01.2020;\n"
)


@pytest.fixture(scope="module")
def reading() -> bl.ListReading:
    return bl.read_list(LIST, "ru")


def test_the_answer_unpacks_and_has_names(reading: bl.ListReading) -> None:
    dossier, review = reading
    assert (reading.dossier, reading.review) == (dossier, review)
    assert repr(reading) == (
        "ListReading(<Dossier: 2 partners, 2 agreements>, <Review: 5 rows, 1 taken, 1 partly, "
        "1 refused, 1 repeated, 1 heading, 3 questions>)"
    )


def test_a_review_counts_its_rows(reading: bl.ListReading) -> None:
    review = reading.review
    assert review.counts == {
        "rows": 5,
        "taken": 1,
        "partly": 1,
        "refused": 1,
        "repeated": 1,
        "heading": 1,
        "questions": 3,
    }
    assert len(review) == 5
    assert [row.row for row in review.uncertain] == [3, 4, 6]


def test_a_row_is_found_by_its_number(reading: bl.ListReading) -> None:
    assert codes(reading.review[3]) == ["no-such-day"]
    with pytest.raises(KeyError):
        reading.review[99]


def test_a_row_tells_what_was_read_from_where(reading: bl.ListReading) -> None:
    row = reading.review[2]
    told = {one.field: (one.column, one.text, str(one.value)) for one in row.findings}
    assert told["signed"] == ("Дата", "05.01.2020", "2020-01-05")
    assert told["kind"] == ("Наименование", TITLE, "agreement")
    assert [[one.id for one in side] for side in told_sides(row)] == [["by"], ["kz"]]
    assert all(one.is_certain and one.is_taken for one in row.findings)


def told_sides(row: bl.ReviewedRow) -> tuple[bl.Side, ...]:
    (finding,) = [one for one in row.findings if one.field == "sides"]
    sides: tuple[bl.Side, ...] = finding.value
    return sides


def test_a_review_is_immutable(reading: bl.ListReading) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        reading.review.rows = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        reading.review.columns["a"] = None  # type: ignore[index]


def test_a_notebook_shows_the_counts_the_columns_and_the_questions(
    reading: bl.ListReading,
) -> None:
    with bl.options.using(lang="ru"):
        html = reading.review._repr_html_()
    assert "title" in html
    assert "Строки для проверки: 3" in html
    assert "32.01.2020" in html
    assert "частично" in html
    assert reading._repr_mimebundle_()["text/html"] == reading.review._repr_html_()


def test_what_may_be_accepted_is_one_of_two_words() -> None:
    with pytest.raises(bl.UnknownCode) as caught:
        bl.read_list(LIST, "ru", accept="likly")  # type: ignore[arg-type]
    assert caught.value.hint == "likely"


def test_progress_is_told_row_by_row() -> None:
    steps: list[tuple[int, int]] = []
    bl.read_list(LIST, "ru", progress=lambda done, total: steps.append((done, total)))
    assert steps == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


class TestCorrections:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "review.xlsx"

    def corrected(
        self,
        path: Path,
        changes: dict[tuple[int, str], object],
        lang: str = "ru",
        text: str = LIST,
    ) -> bl.ListReading:
        bl.read_list(text, "ru").review.to_xlsx(path, lang=lang)
        book = openpyxl.load_workbook(path)
        sheet = book.active
        assert sheet is not None
        columns = {str(cell.value).rpartition("[")[2].rstrip("]"): cell.column for cell in sheet[1]}
        rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=2)}
        for (row, column), value in changes.items():
            sheet.cell(rows[row], columns[column]).value = value  # type: ignore[union-attr]
        book.save(path)
        return bl.read_list(text, "ru", review=path)

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    def test_a_sheet_that_nobody_changes_changes_nothing(self, path: Path, lang: str) -> None:
        assert self.corrected(path, {}, lang).dossier == bl.read_list(LIST, "ru").dossier

    def test_a_sheet_has_what_is_certain_and_the_questions(self, path: Path) -> None:
        bl.read_list(LIST, "ru").review.to_xlsx(path)
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        header, first, second, *_ = sheet.iter_rows(values_only=True)
        assert header[:5] == (
            "строка [row]",
            "состояние [state]",
            "принять? (да/нет) [decision]",
            "вопросы [questions]",
            "Наименование документа [title]",
        )
        assert first[0:2] == (2, "принято")
        assert "5 лет" in first
        assert second[3] is not None
        assert "32.01.2020" in str(second[3])
        assert sheet.column_dimensions["O"].hidden

    def test_corrected_cells_win(self, path: Path) -> None:
        dossier, review = self.corrected(
            path,
            {
                (3, "signed"): "30.01.2020",
                (4, "side_a"): "Республика Беларусь",
                (4, "side_b"): "Республика Узбекистан",
                (2, "kind"): "меморандум",
                (2, "validity"): "3 года",
            },
        )
        assert review.counts["questions"] == 0
        first, second, third, _ = dossier.agreements
        assert (first.kind, first.term) == (bl.AgreementKind.MEMORANDUM, bl.Term(length="P3Y"))
        assert str(second.dates("signed")[0]) == "2020-01-30"
        assert [one.id for one in third.partners] == ["by", "uz"]

    @pytest.mark.parametrize("field", ["period", "validity"])
    def test_a_correction_settles_what_contradicted_the_title(self, path: Path, field: str) -> None:
        title = "Программа сотрудничества между Беларусью и Казахстаном на 2024–2026 годы"
        text = f"Наименование;Срок действия\n{title};2025–2027\n"
        dossier, review = self.corrected(path, {(2, field): "2025–2026"}, text=text)
        assert str(dossier.agreements[0].period) == "2025/2026"
        assert not review.questions
        assert [one.field for one in review[2].findings].count("period") == 1

    def test_a_corrected_validity_settles_what_contradicted_the_last_day(self, path: Path) -> None:
        text = f"Наименование;Дата;Срок действия;Действует до\n{TITLE};2020;5 лет;01.02.2026\n"
        dossier, review = self.corrected(path, {(2, "validity"): "6 лет"}, text=text)
        assert dossier.agreements[0].term == bl.Term(length="P6Y")
        assert not review.questions

    def test_one_side_alone_can_be_corrected(self, path: Path) -> None:
        dossier, _ = self.corrected(path, {(2, "side_b"): "Республика Узбекистан"})
        assert [one.id for one in dossier.agreements[0].partners] == ["by", "uz"]

    def test_a_row_is_left_out_or_taken_as_is_likely(self, path: Path) -> None:
        dossier, review = self.corrected(path, {(2, "decision"): "нет", (3, "decision"): "да"})
        assert review[2].state is bl.RowState.LEFT_OUT
        assert not review[2].questions
        # What another row repeated is now its own.
        assert len(dossier) == 2

    def test_a_correction_of_a_row_that_is_gone_is_told(self, path: Path) -> None:
        self.corrected(path, {(3, "signed"): "30.01.2020"})
        _, review = bl.read_list(LIST.replace("о науке", "о лесе"), "ru", review=path)
        assert [(one.code, one.value) for one in review.notices] == [
            ("review-row-gone", "2020-01-30")
        ] or [one.code for one in review.notices] == ["review-row-gone"]

    def test_corrections_follow_their_rows_in_another_order(self, path: Path) -> None:
        self.corrected(path, {(3, "signed"): "30.01.2020"})
        header, *rows = LIST.splitlines(keepends=True)
        text = "".join([header, *rows[::-1]])
        dossier, _ = bl.read_list(text, "ru", review=path)
        dates = {str(date) for one in dossier for date in one.dates("signed")}
        assert dates == {"2020-01-05", "2020-01-30"}

    def test_all_that_can_be_read_again_is_written(self, path: Path) -> None:
        text = (
            f"№;Наименование;Действует до;Примечание;Период\n5;{TITLE};31.12.2030;архив;2020–2030\n"
        )
        reading = bl.read_list(text, "ru")
        reading.review.to_xlsx(path, lang="de")
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        rows = sheet.iter_rows(min_row=2, values_only=True)
        cells = [str(cell) for row in rows for cell in row]
        assert {"Handel", "2030-12-31", "2020/2030", "Republik Belarus"} <= {*cells}
        assert bl.read_list(text, "ru", review=path).dossier == reading.dossier

    def test_a_date_that_is_corrected_where_the_list_has_none_is_taken(self, path: Path) -> None:
        text = f"{TITLE}\n"
        bl.read_list(text, "ru").review.to_xlsx(path)
        book = openpyxl.load_workbook(path)
        sheet = book.active
        assert sheet is not None
        for date, count in (("30.01.2020", 1), ("32.01.2020", 0)):
            sheet["I2"] = date
            book.save(path)
            dossier, _ = bl.read_list(text, "ru", review=path)
            assert len(dossier.agreements[0].events) == count

    def test_what_is_no_review_is_refused(self, path: Path) -> None:
        path.touch()
        with pytest.raises(bl.ValidationError):
            read_corrections(path)
        openpyxl.Workbook().save(path)
        with pytest.raises(bl.ValidationError) as caught:
            read_corrections(path)
        assert caught.value.problems[0].code == "no-review"


class TestShown:
    """A review, a row of it and a question show themselves in words."""

    def test_columns_have_the_names_of_their_fields_and_what_is_kept_says_so(self) -> None:
        review = bl.read_list(f"Titel;Büro\n{BETWEEN} о торговле;3\n", "ru").review
        shown = repr(bl.show(review, "de"))
        assert "Titel  Titel [title]" in shown
        assert "Büro   in „extra“ aufbewahrt" in shown

    def test_notices_are_among_it(self) -> None:
        review = bl.read_list("Student Exchange Agreement\n", "ru").review
        assert "Hinweise: 1\nMeldung\nViele Titel sind in einer anderen" in repr(
            bl.show(review, "de")
        )

    def test_a_row_says_what_was_read_from_where(self, reading: bl.ListReading) -> None:
        shown = repr(bl.show(reading.review[3], "de"))
        assert shown.startswith("Zeile: 3\n")
        assert "Fragen   Den Tag „32.01.2020“ gibt es nicht." in shown
        _, table = shown.split("\n\n")
        assert table.startswith("Gelesenes: ")
        sides = next(line for line in table.splitlines() if line.startswith("Seiten "))
        assert "Наименование" in sides

    def test_a_question_says_its_sentence_and_not_its_code(self, reading: bl.ListReading) -> None:
        question, *_ = reading.review.questions
        shown = repr(bl.show(question, "de"))
        assert shown.startswith("Frage\nMeldung  Den Tag „32.01.2020“ gibt es nicht.")
        assert "no-such-day" not in shown

    def test_a_finding_has_the_sentence_of_its_problem(self, reading: bl.ListReading) -> None:
        finding = next(one for one in reading.review[3].findings if one.problem)
        shown = repr(bl.show(finding, "de"))
        assert shown.startswith("Gelesenes\n")
        assert "Den Tag „32.01.2020“ gibt es nicht." in shown
