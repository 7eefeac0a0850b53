"""Marks for "the same" and cells left empty below have what stands above."""

import pytest

import bilateral as bl
from bilateral.intake.layout.ditto import filled
from tests.intake.reading import ids

HOME = bl.Partner("uni", "university", {"de": "Hochschule Merseburg"}, country="DE")


@pytest.mark.parametrize(
    "mark", ['"', '-"-', "„", "-//-", "〃", "dto.", "detto", "desgl.", "wie oben", "то же", '" "']
)
def test_a_mark_is_what_stands_above(mark: str) -> None:
    rows = filled({1: {1: "a", 2: "b"}, 2: {1: mark, 2: "c"}, 3: {1: mark, 2: mark}}, ())
    assert list(rows.values()) == [{1: "a", 2: "b"}, {1: "a", 2: "c"}, {1: "a", 2: "c"}]


@pytest.mark.parametrize("text", ["-", "–", "a", "", None, 5])
def test_anything_else_is_itself(text: str | int | None) -> None:
    rows = {1: {1: "a", 2: "b"}, 2: {1: text, 2: "c"}}
    assert filled(rows, ()) == rows  # type: ignore[arg-type]


def test_nothing_is_above_the_first() -> None:
    assert filled({1: {1: '"', 2: "b"}}, (1,)) == {1: {1: '"', 2: "b"}}


def test_a_country_written_once_is_that_of_the_rows_below() -> None:
    text = (
        "Land;Hochschule;Vertrag\nPolen;Universität Opole;Vereinbarung\n"
        ';Universität Danzig;-"-\nFinnland;Aalto-Universität;Memorandum\n;Universität Oulu;dto.\n'
    )
    dossier, _ = bl.read_list(text, "de", home=HOME)
    assert [one.partners[1].country for one in dossier] == ["PL", "PL", "FI", "FI"]
    assert [one.kind.value for one in dossier] == ["arrangement"] * 2 + ["memorandum"] * 2


def test_one_that_is_written_in_each_row_leaves_gaps_open() -> None:
    text = (
        "Land;Hochschule;Vertrag\nPolen;Universität Opole;Vereinbarung\n"
        "Polen;Universität X;Vereinbarung\n;Universität Y;Vereinbarung\n"
    )
    dossier, review = bl.read_list(text, "de", home=HOME)
    assert len(dossier) == 2
    assert len(review.questions) == 1


def test_our_own_town_may_be_written_once() -> None:
    text = (
        "Deutsche Kommune;Partnerstadt;Land\nJena;Lugoj;Rumänien\n;Porto;Portugal\n"
        "Suhl;Kaluga;Russland\n"
    )
    dossier, _ = bl.read_list(text, "de")
    assert [ids(one)[0] for one in dossier] == [["de-jena"], ["de-jena"], ["de-suhl"]]


def test_below_a_heading_nothing_holds_that_stands_above_it() -> None:
    rows = {1: {1: "a", 2: "b"}, 2: {1: "", 2: "c"}, 3: {2: "d", 3: "e"}, 4: {1: "-//-", 2: "f"}}
    found = filled(rows, (1,))
    assert found[2] == {1: "", 2: "c"}
    assert found[3] == {2: "d", 3: "e"}
    assert found[4] == {1: "a", 2: "f"}


def test_what_stands_alone_in_its_column_is_a_heading_that_holds_below() -> None:
    rows = {1: {1: "a", 2: "b"}, 2: {1: "c"}, 3: {2: "d", 3: "e"}}
    assert filled(rows, (1,))[3] == {1: "c", 2: "d", 3: "e"}


def test_a_country_in_a_heading_is_that_of_the_rows_below_it_and_not_the_one_above() -> None:
    text = (
        "Город;Государство;Документ;Подписан\nРезекне;Латвия;Соглашение о сотрудничестве;2001\n"
        "Виктория;Сейшельские Острова;Соглашение о сотрудничестве;2003\n"
        "Российская Федерация;;;\nПсков;;Соглашение о сотрудничестве;2002\n"
        "Липецк;;Соглашение о сотрудничестве;2004\n"
    )
    dossier, review = bl.read_list(text, home=bl.Partner.city("BY-HM"))
    assert not review.questions
    assert [one.partners[1].country for one in dossier] == ["LV", "SC", "RU", "RU"]


@pytest.mark.parametrize("mark", ["Он же", "та же", "тот же музей", "ders.", "same as above"])
def test_a_word_for_the_same_partner_is_who_stands_above(mark: str) -> None:
    rows = filled({1: {1: "a", 2: "b"}, 2: {1: mark, 2: "c"}}, ())
    assert rows[2][1] == "a"


SIGNED = "Соглашение между Правительством Республики Беларусь и Правительством Монголии о {} ({})\n"


def test_there_and_then_is_where_and_when_the_document_above_was_signed() -> None:
    lines = [
        SIGNED.format("туризме", "Улан-Батор, 24 июня 2024 г."),
        SIGNED.format("торговле", "там же, 25 июня 2024 г."),
        SIGNED.format("спорте", "там же и тогда же"),
    ]
    dossier, review = bl.read_list("".join(lines), "ru", home="BY")
    assert not [row for row in review if row.questions]
    signed = [one.events[0] for one in dossier.agreements]
    assert [str(one.date) for one in signed] == ["2024-06-24", "2024-06-25", "2024-06-25"]
    assert [str(one.place) for one in signed[:2]] == ["Улан-Батор", "Улан-Батор"]


def test_without_a_day_above_then_is_asked_about() -> None:
    _, review = bl.read_list(SIGNED.format("туризме", "тогда же"), "ru", home="BY")
    assert [row for row in review if row.questions]
