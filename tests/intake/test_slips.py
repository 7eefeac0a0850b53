"""What slips of the pen and short ways of offices mean is read where nothing else can be meant."""

from pathlib import Path

import openpyxl
import pytest

import bilateral as bl
from bilateral.intake.short_kinds import with_kind_in_full
from tests.intake.reading import agreement, codes, only


def row(title: str, signed: str = "1.2.2003", **cells: str) -> str:
    """A list of one document, with a few columns."""
    names = ("Title", "Partner", "Signed", *cells)
    return f"{';'.join(names)}\n{';'.join((title, 'Chile', signed, *cells.values()))}\n"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12.1O.2O18", "2018-10-12"),
        ("12.10.2О18", "2018-10-12"),  # the Cyrillic letter
        ("12 . 10 . 2018", "2018-10-12"),
        ("12,10,2018", "2018-10-12"),
        ("12.10,2018", "2018-10-12"),
        ("41806", "2014-06-16"),
        ("around 1995?", "1995%"),
        ("1995?", "1995?"),
    ],
)
def test_a_day_has_zeros_for_letters_and_days_for_numbers(written: str, day: str) -> None:
    found = agreement(row("Agreement on trade", written), "en", home="PE")
    assert [str(one) for one in found.dates("signed")] == [day]


def test_a_number_counts_from_the_day_zero_of_its_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for cells in (["Title", "Partner", "Signed"], ["Agreement on trade", "Chile", 43012]):
        book.active.append(cells)
    book.save(tmp_path / "list.xlsx")
    dossier, _ = bl.read_list(tmp_path / "list.xlsx", "en", home="PE")
    assert [str(one) for one in dossier.agreements[0].dates("signed")] == ["2021-10-05"]


@pytest.mark.parametrize("written", ["1O", "OO.OO", "99999"])
def test_other_letters_and_numbers_are_asked_about(written: str) -> None:
    _, found = only(row("Agreement on trade", written), "en", home="PE")
    assert codes(found) == ["edtf-syntax"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Agrement on trade", "agreement"),
        ("Agrmt on trade", "agreement"),
        ("Memorandom on trade", "memorandum"),
    ],
)
def test_a_kind_with_a_slip_is_that_kind(title: str, kind: str) -> None:
    assert agreement(row(title), "en", home="PE").kind == kind


@pytest.mark.parametrize("title", ["Contractor list", "Plann on trade"])
def test_what_is_no_slip_stays(title: str) -> None:
    assert with_kind_in_full(title, "en") == title


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("Догвор о дружбе", "Договор о дружбе"),
        ("Договоор о дружбе", "Договор о дружбе"),
        ("Протокл о намерениях", "Протокол о намерениях"),
        ("Разговор о дружбе", "Разговор о дружбе"),
        ("Выговор", "Выговор"),
    ],
)
def test_a_short_kind_that_is_like_no_other_word_may_lack_a_letter(title: str, right: str) -> None:
    assert with_kind_in_full(title, "ru") == right


def test_a_kind_without_its_middle_is_read_in_full() -> None:
    assert with_kind_in_full("Согл-е о торговле", "ru") == "Соглашение о торговле"


@pytest.mark.parametrize(("written", "told"), [("yes", "in_force"), ("no", ""), ("?", "")])
def test_a_column_says_whether_a_document_is_in_force(written: str, told: str) -> None:
    found = agreement(row("Agreement on trade", **{"In force?": written}), "en", home="PE")
    assert [one.kind for one in found.events if one.kind != "signed"] == told.split()


def test_in_the_list_of_a_state_a_name_is_that_of_a_state_first() -> None:
    text = row("Agreement on trade").replace("Chile", "Georgia")
    assert [one.id for side in agreement(text, "en", home="AM").sides for one in side] == [
        "am",
        "ge",
    ]


def test_a_letter_where_rows_are_counted_begins_a_heading() -> None:
    lines = ("No;Document;Counterpart;Signed", "A. Neighbours and CIS;;;")
    records = (f"{n};Agreement on trade;Chile;1.2.200{n}" for n in (1, 2))
    _, review = bl.read_list("\n".join((*lines, *records)), "en", home="PE")
    assert [one.state.value for one in review] == ["heading", "taken", "taken"]


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("5 yrs, autom. renewal for successive periods of 5 years", "en"),
        ("5 J., stillschw. Verl. um je 5 J.", "de"),
        ("5 лет, авт. продл. на каждые следующие 5 лет", "ru"),
    ],
)
def test_renewals_are_cut_short(words: str, lang: str) -> None:
    assert bl.Term.from_text(words, lang) == bl.Term(length="P5Y", renewal="P5Y")


def test_an_automatic_renewal_of_no_length_goes_on() -> None:
    text = "Документ;Партнёр;Дата;Срок\nСоглашение о торговле;Чили;1.2.2003;3 года, авт. прод.\n"
    assert agreement(text, home="PE").term == bl.Term(
        length="P3Y", renewal=bl.Renewal(indefinite=True)
    )


def test_each_word_for_the_kind_may_have_a_slip() -> None:
    title = with_kind_in_full("Соглашеие о сотрудничесве в области торговли", "ru")
    assert title == "Соглашение о сотрудничестве в области торговли"


@pytest.mark.parametrize(
    ("kind", "title", "code"),
    [
        (
            "Declaration",
            "Declaration of intent between Peru and Chile on trade",
            "declaration_of_intent",
        ),
        ("Agreement", "Framework Agreement between Peru and Chile on trade", "framework_agreement"),
    ],
)
def test_of_a_kind_in_a_column_the_title_may_say_more(kind: str, title: str, code: str) -> None:
    text = f"Title;Type;Date\n{title};{kind};2001\nMoU between Peru and Cuba on sport;MoU;2002\n"
    dossier, review = bl.read_list(text, "en")
    assert not review.questions
    assert dossier.agreements[0].kind.value == code


@pytest.mark.parametrize("kind", ["Student exch. agr.", "Double degree agr."])
def test_the_last_word_of_a_kind_in_a_column_may_be_cut_short(kind: str) -> None:
    text = f"Partner;Country;Type;Date\nLund University;Sweden;{kind};2001\n"
    assert (
        agreement(text, "en", home=bl.Partner.like("University of Malta", "en")).kind == "agreement"
    )
