"""Lines in which no word leads to a partner, or its day: the kind, who it is, when it was."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.literals import Lang

CHAMBER = bl.Partner.like("Торгово-промышленная палата Республики Узбекистан", "ru")
TARTU = bl.Partner.like("University of Tartu", "en", country="EE")
TOWN = bl.Partner.like("Сыктывкар", "ru")


def read(
    line: str, lang: Lang = "ru", home: bl.Partner = CHAMBER
) -> tuple[bl.ReviewedRow, bl.Agreement]:
    """The only row of a list, and its document, about which there is nothing to ask."""
    title = {"ru": "Соглашения", "en": "Agreements of the university"}[lang]
    dossier, review = bl.read_list(f"{title}\n{line}", lang, home=home)
    (row,) = (one for one in review if one.state is not bl.RowState.HEADING)
    assert not row.questions
    return row, dossier[row.id or ""]


@pytest.mark.parametrize(
    ("line", "name", "signed"),
    [
        ("MoU Палата торговли Вьетнама (VCCI), Ханой, 3 марта 2018 г.", "VN", "2018-03-03"),
        ("Меморандум Палата торговли Вьетнама, 03.03.2018", "VN", "2018-03-03"),
        ("Соглашение: Торговая палата Кореи, 2019", "KR", "2019"),
        ("Письмо о намерениях: Палата экспортёров Перу (2020, онлайн)", "PE", "2020"),
        ("Меморандум с ТПП Эстонии 12.2019", "EE", "2019-12"),
        ("Меморандум с ТПП Эстонии 12.2019, продл. 12.2022", "EE", "2019-12"),
        ("Договор с ТПП Эстонии ... дата?", "EE", None),
        ("Договор с ТПП Эстонии без даты", "EE", None),
    ],
)
def test_a_partner_right_behind_the_kind_is_beside_the_owner(
    line: str, name: str, signed: str | None
) -> None:
    _, found = read(line)
    (own,), (other,) = (side.partners for side in found.sides)
    assert (own, other.kind, other.country) == (CHAMBER, bl.PartnerKind.CHAMBER, name)
    assert not set("0123456789.") & set(other.name.marked("ru"))
    assert [str(one) for one in found.dates("signed")] == ([signed] if signed else [])


def test_in_other_languages_too_the_noun_of_a_body_may_stand_behind_the_kind() -> None:
    _, found = read("MoU University of Vilnius, 3 March 2018", "en", TARTU)
    assert [one.country for one in found.partners] == ["EE", "LT"]


def test_a_month_before_a_year_is_no_word_of_a_title() -> None:
    lines = [
        f"Соглашение с палатой торговли {one}, сентябрь 199{n}"
        for n, one in enumerate(("Кореи", "Перу", "Чили", "Кении", "Ганы"))
    ]
    dossier, _ = bl.read_list("\n".join(("Соглашения", *lines)), "ru", home=CHAMBER)
    days = [str(day) for one in dossier.agreements for day in one.dates("signed")]
    assert days == [f"199{n}-09" for n in range(5)]


@pytest.mark.parametrize(
    ("line", "countries"),
    [
        ("Музей Коми – музей «Дери» (Дебрецен). Договор о науке, 18 мая 2008", ["RU", "HU"]),
        ("Дебрецен (Венгрия). Договор о дружбе, 1989", ["RU", "HU"]),
    ],
)
def test_a_point_may_stand_between_the_parties_and_the_kind(
    line: str, countries: list[str]
) -> None:
    _, found = read(line, home=TOWN)
    assert [one.country for one in found.partners] == countries


def test_a_point_behind_what_is_no_kind_stays_one() -> None:
    _, review = bl.read_list("Соглашения\nДебрецен (Венгрия). Визит мэра, 1989", "ru", home=TOWN)
    assert review.rows[-1].title.startswith("Дебрецен (Венгрия). Визит")


def columns(header: str, *lines: str, home: bl.Partner = CHAMBER) -> list[bl.Agreement]:
    """The documents of a table, about which there is nothing to ask."""
    dossier, review = bl.read_list("\n".join((header, *lines)), "ru", home=home)
    assert not [row.questions for row in review if row.questions]
    return [*dossier.agreements]


def test_units_and_fields_may_be_cut_short() -> None:
    found = columns(
        "Партнёр;Документ;Дата;Срок",
        "Япония, преф. Хёго;Меморандум о торгово-эконом. сотрудничестве;2019;нет свед.",
        "США, шт. Аляска;Меморандум о научно-техн. и гуманит. сотрудничестве;2020;3 года",
    )
    assert [one.sides[1].partners[0].code for one in found] == ["JP-28", "US-AK"]
    sectors = [{one.code for one in agreement.sectors} for agreement in found]
    assert sectors == [{"trade", "economy"}, {"science", "technology", "humanitarian"}]


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Правительством пров. Шэньси", "Правительство провинции Шэньси"),
        ("Правительством преф. Хёго", "Правительство префектуры Хёго"),
        ("Правительством шт. Гуджарат", "Правительство штата Гуджарат"),
    ],
)
def test_behind_a_body_a_unit_that_is_cut_short_is_whose_it_is(short: str, whole: str) -> None:
    home = bl.Partner.like("Правительство Хабаровского края", "ru", country="RU")
    _, found = read(f"Соглашение между Правительством края и {short}, 12.03.2019", home=home)
    (own,), (other,) = (side.partners for side in found.sides)
    assert own.name.marked("ru") == "Правительство Хабаровского края"
    assert (other.name.marked("ru"), other.kind) == (whole, bl.PartnerKind.REGIONAL_EXECUTIVE)


def test_a_column_may_say_where_partners_are_from() -> None:
    theatre = bl.Partner.like("Псковский театр драмы", "ru", country="RU")
    found = columns(
        "Партнёр;Откуда;Документ;Когда",
        "Новый национальный театр;Токио;Договор о гастролях;2013",
        "Театр танца «Заря»;Хух-Хото, КНР;Договор о гастролях;2014",
        home=theatre,
    )
    assert [one.sides[1].partners[0].country for one in found] == ["JP", "CN"]
