"""Ids stay the same when a list is read again, and rows of one document are told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.identifiers import id_problems
from tests.intake.reading import BETWEEN, agreement, codes

TITLE = f"{BETWEEN} о торговле"


def ids_of(rows: list[dict[str, Any]], **options: Any) -> dict[str, str | None]:
    """The id of each row by its remark."""
    dossier, _ = bl.read_list(rows, "ru", **options)
    return {one.note or "": one.id for one in dossier}


@pytest.mark.parametrize(
    ("number", "id"),
    [("17", "17"), ("2020/17", "2020-17"), ("А-5", "by-kz-2020-01-05-agreement-trade")],
)
def test_the_number_of_a_document_is_its_id_if_it_can_be_one(number: str, id: str) -> None:
    found = agreement(f"№;Наименование;Дата\n{number};{TITLE};05.01.2020\n")
    assert found.id == id
    kept = [one.value for one in found.identifiers]
    assert kept == ([] if number == id else [number])


def test_the_number_of_the_row_is_none() -> None:
    found = agreement(f"№ п/п;Наименование;Дата\n1;{TITLE};05.01.2020\n")
    assert (found.id, found.identifiers) == ("by-kz-2020-01-05-agreement-trade", ())
    assert not found.extra


def test_a_number_that_stands_twice_is_no_id_and_no_question() -> None:
    text = f"№;Наименование;Дата\n7;{TITLE};2020\n7;{BETWEEN} о науке;2021\n8;{BETWEEN};2022\n"
    dossier, review = bl.read_list(text, "ru")
    assert [one.id for one in dossier] == [
        "by-kz-2020-agreement-trade",
        "by-kz-2021-agreement-science",
        "8",
    ]
    assert [codes(row) for row in review] == [[], [], []]


@pytest.mark.parametrize(
    "numbers", [("1.", "2.", "1."), ("(1)", "(2)", "(3)"), ("1", "1", "2"), ("#1", "#1", "#1")]
)
def test_numbers_that_count_the_rows_of_each_chapter_or_partner_are_none(
    numbers: tuple[str, ...],
) -> None:
    titles = (TITLE, f"{BETWEEN} о науке", f"{BETWEEN} о лесе")
    rows = "".join(f"{one};{title};2020\n" for one, title in zip(numbers, titles, strict=True))
    dossier, review = bl.read_list(f"№;Наименование;Дата\n{rows}", "ru")
    assert [one.identifiers for one in dossier] == [(), (), ()]
    assert not review.questions


def test_an_id_without_a_date_and_within_one_country_says_what_there_is() -> None:
    assert agreement(f"{TITLE}\n").id == "by-kz-agreement-trade"
    assert agreement("Соглашение между городом Минском и Гродненской областью\n").id == (
        "by-hm-by-hr-agreement"
    )


def test_documents_that_are_alike_have_ids_by_their_titles() -> None:
    rows = [
        {"Наименование": f"{BETWEEN} {words}", "Дата": "2020", "Примечание": words}
        for words in ("о ввозе леса", "о вывозе леса", "о торговле")
    ]
    found = ids_of(rows)
    assert found["о торговле"] == "by-kz-2020-agreement-trade"
    assert len({*found.values()}) == 3
    assert found == ids_of(rows[::-1])


ROWS = st.fixed_dictionaries(
    {
        "№": st.sampled_from(["", "1", "2", "2020/3", "№ 4"]),
        "Наименование": st.sampled_from(
            [TITLE, f"{BETWEEN} о науке", f"{BETWEEN} о лесе", "Меморандум", "Итого"]
        ),
        "Стороны": st.sampled_from(["", "Беларусь, Казахстан", "Казахстан, Беларусь", "РБ, РУз"]),
        "Дата": st.sampled_from(["", "2020", "05.01.2020", "32.01.2020"]),
    }
)


@given(st.lists(ROWS, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_ids_do_not_depend_on_the_order_of_the_rows(
    rows: list[dict[str, str]], random: Any
) -> None:
    for number, row in enumerate(rows):
        row["Примечание"] = str(number)
    shuffled = random.sample(rows, len(rows))
    one, other = (bl.read_list([HEADERS, *some], "ru").dossier for some in (rows, shuffled))
    assert {two.id for two in one} == {two.id for two in other}
    assert not any(id_problems(two.id) for two in one)


HEADERS = {"№": "9", "Наименование": TITLE, "Стороны": "", "Дата": "1999", "Примечание": "x"}


@given(st.lists(ROWS, max_size=8))
def test_every_row_is_reviewed_and_nothing_is_lost(rows: list[dict[str, str]]) -> None:
    dossier, review = bl.read_list([HEADERS, *rows], "ru")
    filled = [row for row in rows if any(row.values())]
    assert len(review) == len(filled) + 1
    taken = [row for row in review if row.state in (bl.RowState.TAKEN, bl.RowState.PARTLY)]
    assert {row.id for row in taken} == {one.id for one in dossier}
    for row in review:
        assert bool(row.questions) or row.state in (bl.RowState.TAKEN, bl.RowState.HEADING)


class TestOneDocumentInTwoRows:
    def test_the_first_row_has_it_and_the_second_says_so(self) -> None:
        other = "Соглашение между Республикой Казахстан и Республикой Беларусь о «торговле»"
        text = f"Наименование;Дата;Лист\n{TITLE};05.01.2020;3\n{other};5 января 2020 г.;4\n"
        dossier, review = bl.read_list(text, "ru")
        assert len(dossier) == 1
        first, second = review
        assert (first.state, second.state) == (bl.RowState.TAKEN, bl.RowState.REPEATED)
        assert second.id == first.id
        assert codes(second) == ["same-document"]
        assert "2" in second.questions[0].message("ru")

    def test_with_two_numbers_it_is_only_asked(self) -> None:
        text = f"№;Наименование;Дата\n1;{TITLE};2020\n2;{TITLE};2020\n"
        dossier, review = bl.read_list(text, "ru")
        assert [one.id for one in dossier] == ["1", "2"]
        assert [codes(row) for row in review] == [[], ["same-act"]]

    def test_without_a_date_and_with_two_numbers_it_is_not_told(self) -> None:
        text = f"№;Наименование\n1;{TITLE}\n2;{TITLE}\n"
        _, review = bl.read_list(text, "ru")
        assert [codes(row) for row in review] == [[], []]

    def test_where_a_number_is_missing_it_is_asked_by_the_title(self) -> None:
        text = f"№;Наименование;Дата\n;{TITLE};2020\n2;{TITLE};2020\n;{TITLE};2020\n"
        _, review = bl.read_list(text, "ru")
        assert [codes(row) for row in review] == [[], ["same-act"], ["same-document"]]


class TestOtherDocuments:
    FIRST = f"{TITLE};05.01.2020\n"
    SECOND = (
        "Протокол о внесении изменений в Соглашение между Республикой Беларусь и "
        "Республикой Казахстан о торговле"
    )

    def read(self, *rows: str, **options: Any) -> bl.ListReading:
        return bl.read_list("Наименование;Дата\n" + "".join(rows), "ru", **options)

    def test_a_document_of_the_list_that_a_title_names_is_referred_to(self) -> None:
        second = f"{self.SECOND} от 5 января 2020 года;2021\n"
        for rows in ((self.FIRST, second), (second, self.FIRST)):
            dossier, review = self.read(*rows)
            (protocol,) = dossier.of_kind("amending_protocol")
            assert [one.id for one in protocol.amends] == ["by-kz-2020-01-05-agreement-trade"]
            assert not review.uncertain

    def test_of_several_the_one_about_the_same_is_meant(self) -> None:
        rows = (self.FIRST, f"{BETWEEN} о науке;05.01.2020\n", f"{self.SECOND};2021\n")
        dossier, _ = self.read(*rows)
        (protocol,) = dossier.of_kind("amending_protocol")
        assert [one.id for one in protocol.amends] == ["by-kz-2020-01-05-agreement-trade"]

    def test_one_that_the_list_does_not_have_is_not_asked_for(self) -> None:
        dossier, review = self.read(f"{self.SECOND};2021\n")
        assert dossier.agreements[0].amends == ()
        assert not codes(review.rows[0])
        (finding,) = [one for one in review.rows[0].findings if one.field == "amends"]
        assert (finding.value, finding.is_taken) == (None, False)

    def test_one_of_several_is_asked(self) -> None:
        rows = (
            self.FIRST,
            f"{TITLE} и науке;06.01.2020\n",
            f"{self.SECOND.rsplit(' о ', 1)[0]};2021\n",
        )
        dossier, review = self.read(*rows)
        assert not any(one.amends for one in dossier)
        assert codes(review.rows[2]) == ["several-in-list"]

    def test_what_names_itself_refers_to_nothing(self) -> None:
        title = "Соглашение о внесении изменений в Соглашение между Республикой Беларусь и "
        title += "Республикой Казахстан о торговле"
        dossier, _ = self.read(f"{title};2021\n", f"{title} и науке;2022\n", accept="likely")
        assert len(dossier) <= 2

    def test_a_relation_that_is_only_likely_is_asked(self) -> None:
        second = "Меморандум между Беларусью и Казахстаном к Соглашению о торговле;2021\n"
        dossier, review = self.read(self.FIRST, second)
        assert codes(review[3]) == ["uncertain-reading"]
        assert not any(one.amends for one in dossier)
        dossier, _ = self.read(self.FIRST, second, accept="likely")
        (memorandum,) = [one for one in dossier if one.amends]
        assert memorandum.amends[0].id == "by-kz-2020-01-05-agreement-trade"


def test_documents_that_are_alike_in_all_that_makes_ids_have_numbers() -> None:
    rows = [
        {"Наименование": BETWEEN, "Дата": "05.01.2020", "Предмет": about, "Примечание": about}
        for about in ("перевозка сена", "перевозка соломы")
    ]
    first, second = ids_of(rows).values()
    assert second == f"{first}-2"


def test_changes_of_two_documents_are_two() -> None:
    change = "Протокол о внесении изменений в Соглашение о сотрудничестве"
    rows = f"Наименование;Страна;Дата\n{change} в первой области;Чили;5.01.2020\n"
    rows += f"{change} во второй области;Чили;5.01.2020\n"
    _, review = bl.read_list(rows, "ru", home="CU", accept="likely")
    assert [one.state for one in review if one.state is bl.RowState.REPEATED] == []
