"""The column with the days of signature, where no header tells it."""

from pathlib import Path

import pytest

import bilateral as bl
from bilateral.intake.layout.date_columns import with_only_dates
from tests.intake.reading import BETWEEN, agreement, codes, only

TITLE = f"{BETWEEN} о торговле"


def rows(header: str, *days: str) -> str:
    titles = (f"{TITLE} и {about}" for about in ("науке", "культуре", "туризме"))
    lines = (f"{title};{day}" for title, day in zip(titles, days, strict=False))
    return "\n".join((f"Наименование;{header}", *lines)) + "\n"


def test_the_only_column_of_dates_has_those_of_the_signature() -> None:
    dossier, review = bl.read_list(rows("Совершено", "5.11.2025", "май 2024"), "ru")
    assert [str(one.dates("signed")[0]) for one in dossier] == ["2025-11-05", "2024-05"]
    assert review.columns["Совершено"] == "signed"


@pytest.mark.parametrize(
    ("header", "days"),
    [
        # What is known to be something else, and years that may be anything.
        ("Дата ратификации", ("5.11.2025", "6.11.2025")),
        ("Издание", ("2024", "2025")),
        ("Издание", ("5.11.2025", "№ 8", "№ 9")),
    ],
)
def test_dates_of_other_things_and_years_below_an_unknown_header_are_kept(
    header: str, days: tuple[str, ...]
) -> None:
    dossier, review = bl.read_list(rows(header, *days), "ru")
    assert review.columns[header] is None
    assert not review.questions
    assert not any(one.dates("signed") for one in dossier)


def test_beside_other_days_an_unknown_one_is_asked_about() -> None:
    text = rows("Вступило в силу;Совершено", "6.11.2025;5.11.2025", "7.11.2025;6.11.2025")
    _, review = bl.read_list(text, "ru")
    (question,) = review.questions
    assert (question.problem.code, question.field, question.rows) == (
        "no-date-column",
        "signed",
        (2, 3),
    )


class TestSeveralColumns:
    text = rows("Совершено;Проведено", "5.11.2025;6.11.2025", "7.11.2025;8.11.2025")

    def test_it_is_asked_once_which_is_meant(self) -> None:
        _, review = bl.read_list(self.text, "ru")
        (question,) = review.questions
        assert question.is_shared
        assert question.problem.value == "Совершено, Проведено"

    def test_a_date_in_the_title_answers_it(self) -> None:
        text = rows("Совершено;Проведено", "5.11.2025;6.11.2025", "7.11.2025;8.11.2025")
        assert codes(only(text.splitlines()[0] + f"\n{TITLE} от 5.11.2025;;\n")[1]) == []

    def test_it_may_be_said_in_the_review(self, tmp_path: Path) -> None:
        openpyxl = pytest.importorskip("openpyxl")
        _, review = bl.read_list(self.text, "ru")
        path = tmp_path / "review.xlsx"
        review.to_xlsx(path)
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[1]
        names = [cell.value.rpartition("[")[2].rstrip("]") for cell in sheet[1]]
        sheet.cell(2, names.index("answer") + 1).value = "Проведено"
        book.save(path)
        dossier, review = bl.read_list(self.text, "ru", review=path)
        assert [str(one.dates("signed")[0]) for one in dossier] == ["2025-11-06", "2025-11-08"]
        assert not review.questions

    def test_said_columns_win(self) -> None:
        dossier, _ = bl.read_list(self.text, "ru", columns={"signed": "Совершено"})
        assert str(dossier.agreements[0].dates("signed")[0]) == "2025-11-05"


def test_a_date_of_something_unknown_is_that_of_the_signature_only_where_it_stands_alone() -> None:
    text = rows("Дата (повестка дня)", "5.11.2025", "6.11.2025")
    assert bl.read_list(text, "ru").review.columns["Дата (повестка дня)"] == "signed"
    text = rows("Дата (повестка дня);Поступило", "5.11.2025;4.11.2025", "6.11.2025;5.11.2025")
    _, review = bl.read_list(text, "ru")
    assert [one.problem.code for one in review.questions] == ["no-date-column"]


def test_known_dates_stay_as_they_are() -> None:
    assert with_only_dates({1: "signed"}, {1: "Date"}, {2: ["5 May 2011"]}, "en") == {1: "signed"}


def test_a_day_with_another_one_beside_it_has_no_place() -> None:
    found = agreement(f"Наименование;Дата\n{TITLE};1963, вновь 04.03.1991\n")
    assert [(str(one.date), one.place) for one in found.events] == [("1963", None)]


def test_a_bracket_on_a_renewal_behind_a_day_is_kept() -> None:
    text = (
        "Titel;Unterzeichnet\nAbkommen zwischen Peru und Japan über Handel;Lima, 5.11.2015 ({})\n"
    )
    found = agreement(text.format("Verlängerung 2020"), "de")
    assert str(found.dates("signed")[0]) == "2015-11-05"
    assert "Verlängerung 2020" in str(found.extra)
    assert codes(only(text.format("Entwurf"), "de")[1]) == ["edtf-syntax"]
    assert codes(only(text.replace("5.11.2015", "x").format("Verlängerung"), "de")[1])
