"""What stands in the columns of a list, where their headers may mean something else."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.intake.layout.date_orders import DateOrder, DateStyle, in_style
from bilateral.intake.layout.headers import field_of
from tests.intake.reading import only


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("naimenovanie", "title"),
        ("data_podpisaniya", "signed"),
        ("dataPodpisanija", "signed"),
        ("srok_deystviya", "validity"),
        ("gueltig_bis", "expires"),
        ("dateSigned", "signed"),
        ("countryIso3", "country"),
        ("Signed¹", "signed"),
        ("Date signed 1)", "signed"),
        ("Страна Country", "country"),
        ("Actual expiry date", "expires"),
        ("Signed (place, date)", "signed"),
        ("Ratified on", None),
        ("Partner type", None),
        ("Ответственный исполнитель", None),
        ("Цвет Colour", None),
    ],
)
def test_headers_of_data_and_of_forms_name_fields(header: str, field: str | None) -> None:
    assert field_of(header) == field


def test_a_text_may_have_its_columns_between_bars() -> None:
    text = "agreement_title|counterpart|country|date_signed|term_years\n"
    _, review = bl.read_list(f"{text}MoU|Royal Society|GBR|1998-03-11|5\n", "en", home="MY")
    assert list(review.columns.values()) == ["title", "partner", "country", "signed", "validity"]


def _columns(text: str, lang: str) -> dict[str, str | None]:
    _, review = bl.read_list(text, lang)
    return dict(review.columns)


def test_a_column_of_the_status_may_have_kinds() -> None:
    rows = "Kiel;Germany;Twin city\nCaen;France;Twin town\nJinan;China;Friendship city\n"
    assert _columns(f"Twin city;Country;Status\n{rows}", "en")["Status"] == "kind"
    rows = "Kiel;Agreement;Memorandum\nCaen;Treaty;Treaty\nJinan;Protocol;Protocol\n"
    assert _columns(f"Twin city;Type;Status\n{rows}", "en")["Status"] is None
    rows = "Kiel;Germany;active\nCaen;France;Twin town\nJinan;China;expired\n"
    assert _columns(f"Twin city;Country;Status\n{rows}", "en")["Status"] == "status"


def test_a_column_of_kinds_may_have_titles() -> None:
    rows = "".join(
        f"Agreement between Peru and {name} on trade;2001\n" for name in ("Chile", "Cuba", "Haiti")
    )
    assert _columns(f"Instrument;Signed\n{rows}", "en")["Instrument"] == "title"


def test_a_column_that_sounds_like_one_of_dates_has_some() -> None:
    rows = "Варкаус;Финляндия;Договор о дружбе;1965\nЙоэнсуу;Финляндия;Соглашение;1994\n"
    rows += "Умео;Швеция;Протокол о намерениях;1976\n"
    found = _columns(f"Город;Страна;Что подписано;Когда\n{rows}", "ru")
    assert (found["Что подписано"], found["Когда"]) == ("kind", "signed")
    found = _columns(f"Город;Страна;Что подписано;Примечание\n{rows}", "ru")
    assert found["Что подписано"] == "kind"
    rows = "Варкаус;Договор о дружбе;Иванов;1965\nЙоэнсуу;Соглашение;Петров;1994\n"
    rows += "Умео;Протокол о намерениях;Сидоров;1976\n"
    found = _columns(f"Город;Что подписано;Подписание;Когда\n{rows}", "ru")
    assert (found["Подписание"], found["Когда"]) == (None, "signed")


def test_a_place_beside_a_partner_is_where_that_is() -> None:
    rows = (
        "Chile;Universidad Austral;Valdivia;MoU;2011\nPeru;Universidad del Sur;Arequipa;MoU;2012\n"
    )
    rows += "Kuba;Universidad Central;Santa Clara;MoU;2013\n"
    found = _columns(f"Land;Hochschule;Ort;Art;unterzeichnet\n{rows}", "de")
    assert found["Ort"] is None


@pytest.mark.parametrize(("header", "field"), [("Город, страна", "country"), ("Город", "country")])
def test_a_town_beside_a_body_is_where_that_is(header: str, field: str | None) -> None:
    rows = "Университет Гази;Анкара, Турция;Договор;2011\n"
    rows += "Университет Мальты;Валлетта, Мальта;Договор;2011\n"
    rows += "Университет Гранады;Гранада, Испания;Договор;2011\n"
    found = _columns(f'Партнёр;"{header}";Вид;Дата\n{rows}', "ru")
    assert found[header] == field


def test_headers_in_two_rows_say_whose_name_it_is() -> None:
    text = "№;Зарубежный партнёр;;Реквизиты договора;\n"
    text += ";наименование;страна, город;вид;дата подписания\n"
    text += "1;Университет Гази;Турция, Анкара;Договор о сотрудничестве;07.02.2018\n"
    found = _columns(text, "ru")
    assert found["Зарубежный партнёр наименование"] == "partner"
    assert found["Зарубежный партнёр страна, город"] == "country"


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("Mar-2009", "2009-03"),
        ("27-28.10.2022", "2022-10-28"),
        ("3. 3. / 17. 4. 1958", "1958-04-17"),
        ("o. J.", None),
    ],
)
def test_dates_are_read_as_spreadsheets_and_protocols_have_them(
    cell: str, date: str | None
) -> None:
    found, asked = only(f"Kind;Party A;Party B;Signed\nAgreement;Peru;Chile;{cell}\n", "en")
    assert found is not None
    assert [str(one) for one in found.dates("signed")] == ([date] if date else [])
    assert not asked.questions


def test_a_column_tells_the_century_of_its_years() -> None:
    style = DateStyle(DateOrder.MONTH_FIRST, 30)
    assert in_style("Jul-11", style) == "Jul 2011"
    assert in_style("June 11", style) == "June 11"
    assert in_style("05/06/98", style) == "1998-05-06"
    assert in_style("5-Jun-03", DateStyle()) == "5-Jun-03"
    assert in_style("05.06.03", DateStyle()) == "05.06.03"
    assert in_style("05/06/2003", DateStyle()) == "05/06/2003"
    rows = "".join(f"MoU {n};Peru;Chile;0{n}.02.1{n}\n" for n in range(1, 5))
    dossier, _ = bl.read_list(f"Title;Party A;Party B;Signed\n{rows}", "en")
    assert [str(one.dates("signed")[0])[:4] for one in dossier] == ["2011", "2012", "2013", "2014"]


@pytest.mark.parametrize(
    ("header", "cell", "length"),
    [
        ("term_years", "5", "P5Y"),
        ("Duration (months)", "18", "P18M"),
        ("Период", "5 лет", "P5Y"),
        ("term_years", "yes", None),
    ],
)
def test_a_header_tells_the_unit_of_a_number(header: str, cell: str, length: str | None) -> None:
    found, _ = only(f"Kind;Party A;Party B;{header}\nAgreement;Peru;Chile;{cell}\n", "en")
    assert found is not None
    assert (str(found.term.length) if found.term else None) == length


def test_the_years_of_a_plan_in_a_column_of_kinds_are_kept() -> None:
    found, _ = only(
        "Вид;Сторона 1;Сторона 2\nПрограмма сотрудничества на 2024-2025 гг.;Перу;Чили\n", "ru"
    )
    assert found is not None
    assert found.extra["list:вид"] == "Программа сотрудничества на 2024-2025 гг."


FULL = "Abkommen zwischen der Republik Österreich und der Republik {} über den Handel"


def _with_short_titles(second: str) -> str:
    lands = ("Polen", "Ungarn", "Slowenien")
    rows = "".join(f"Handel {n};{FULL.format(one)}\n" for n, one in enumerate(lands))
    return f"Kurztitel;{second}\n{rows}"


def test_of_two_columns_of_titles_that_with_the_sides_has_them() -> None:
    columns = _columns(_with_short_titles("Langtitel"), "de")
    assert columns == {"Kurztitel": None, "Langtitel": "title"}
    assert _columns(_with_short_titles("Farbe"), "de")["Kurztitel"] == "title"
    same = "".join(
        f"{FULL.format(one)};{FULL.format(one)}\n" for one in ("Polen", "Ungarn", "Kuba")
    )
    assert _columns(f"Titel;Langtitel\n{same}", "de") == {"Titel": "title", "Langtitel": None}


def test_one_kind_for_all_documents_does_not_contradict_their_titles() -> None:
    rows = [f"{FULL.format(one)};Vertrag" for one in ("Polen", "Ungarn", "Slowenien")]
    dossier, review = bl.read_list("\n".join(["Titel;Typ", *rows]), "de")
    assert review.counts["questions"] == 0
    assert {(one.kind.value, one.extra["list:typ"]) for one in dossier} == {
        ("agreement", "Vertrag")
    }
    # Where others are of another kind, the column is meant.
    _, review = bl.read_list("\n".join(["Titel;Typ", *rows[:2], f"{rows[2][:-7]}Memorandum"]), "de")
    assert review.counts["questions"] > 0


def test_regions_beside_twin_towns_leave_our_own_towns_a_column() -> None:
    towns = (("Stans", "Verona", "IT"), ("Vomp", "Kreuth", "DE"), ("Schwaz", "Chur", "CH"))
    regions = ("Venetien", "Bayern", "Graubünden")
    rows = "".join(f"{a};{b};{r};{c}\n" for (a, b, c), r in zip(towns, regions, strict=True))
    header = "Gemeinde;Partnergemeinde;Region/Land;Staat"
    columns = _columns(f"{header}\n{rows}", "de")
    assert columns == {
        "Gemeinde": "side_a",
        "Partnergemeinde": "twin",
        "Region/Land": None,
        "Staat": "country",
    }


def test_days_below_a_header_that_says_in_force_are_those_from_which_it_is() -> None:
    rows = "Suva;Fiji;MOU;12 Mar 2014\nLima;Peru;MOU;5-Apr-17\nLota;Chile;MOU;yes\n"
    header = "City;Country;Kind;{}\n".format
    assert _columns(f"{header('In force')}{rows}", "en")["In force"] == "in_force"
    assert _columns(f"{header('Current')}{rows}", "en")["Current"] == "status"
    # Words beside a day are read there, too.
    some = rows.replace("12 Mar 2014", "no")
    assert _columns(f"{header('In force')}{some}", "en")["In force"] == "in_force"
    states = some.replace("5-Apr-17", "active")
    assert _columns(f"{header('In force')}{states}", "en")["In force"] == "status"
    both = rows.replace("MOU;", "MOU;2014;")
    assert _columns(f"{header('Effective from;In force')}{both}", "en")["In force"] == "status"
