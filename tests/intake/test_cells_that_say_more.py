"""Cells, headers and lines of lists that say more than their place in the table does."""

import pytest

import bilateral as bl
from bilateral.partners import PartnerKind
from tests.intake.reading import agreement, codes, only

UNIVERSITY = bl.Partner("by-x", "university", {"ru": "БГУИР"}, country="BY")
GRODNO = bl.Partner("by-grodno", "city", {"ru": "Гродно"}, country="BY")
AGENCY = bl.Partner("by-belta", "news_agency", {"ru": "БелТА"}, country="BY")


def dated(cell: str, header: str = "Дата") -> tuple[bl.Agreement | None, list[str]]:
    text = f"Университет|Страна|{header}\nУниверситет Дебрецена|Венгрия|{cell}\n"
    found, row = only(text, home=UNIVERSITY, kind="agreement")
    return found, codes(row)


class TestDays:
    @pytest.mark.parametrize(
        ("cell", "signed", "term"),
        [
            ("2019, на 5 лет", "2019", "P5Y"),
            ("2020; на 4 года", "2020", "P4Y"),
            ("15.10.2018, на 5 лет", "2018-10-15", "P5Y"),
            ("2019 (5 лет)", "2019", "P5Y"),
            ("12.03.2019 сроком на 3 года", "2019-03-12", "P3Y"),
            ("15 марта 2018 г., 2 года, расторгнут 2021", "2018-03-15", "P2Y"),
            ("2015, бессрочно", "2015", None),
            ("2013, на неопр. срок", "2013", None),
            ("2014 продлён в 2019", "2014", None),
            ("2012, не продлен", "2012", None),
        ],
    )
    def test_what_is_said_beside_a_day_is_read_and_the_words_are_kept(
        self, cell: str, signed: str, term: str | None
    ) -> None:
        found, asked = dated(cell)
        assert found is not None
        assert not asked
        assert [str(one) for one in found.dates("signed")] == [signed]
        length = found.term.length if found.term else None
        assert (str(length) if length else None) == term
        assert found.extra["list:дата"] == cell

    def test_a_kind_in_brackets_behind_a_day_is_that_of_the_document(self) -> None:
        found, asked = dated("2024 (меморандум), на 5 лет")
        assert found is not None
        assert (found.kind.value, asked) == ("memorandum", [])

    def test_a_town_in_brackets_behind_a_day_is_its_place(self) -> None:
        found, _ = dated("09.07.2015 (Астана)")
        assert found is not None
        assert [(str(one.date), one.place) for one in found.events] == [("2015-07-09", "Астана")]

    @pytest.mark.parametrize(
        "cell",
        [
            "01.02.2015, 01.02.2016",
            "2015, подписано 2018",
            "2019 (проект), 2021",
            "2019 (меморандум, договор)",
            "2019, копия в папке",
            "03.04.2022 - 31.12.2023",
        ],
    )
    def test_what_is_not_understood_beside_a_day_is_asked(self, cell: str) -> None:
        _, asked = dated(cell)
        assert asked

    @pytest.mark.parametrize(
        ("cell", "signed"),
        [
            ("2006, затем 2016", "2006"),
            ("01.02.2015, 01.02.2020", "2015-02-01"),
            ("01.02.2015 / 04.02.2020", "2015-02-01"),
            ("1995, 2003 и 2011", "1995"),
            ("Mai 2011 / rev. 2015", "2011-05"),
            ("2001, ratified 2002", "2001"),
            ("26.05.2007; 03/04/2012", "2007-05-26"),
        ],
    )
    def test_of_days_years_apart_the_first_is_that_of_the_signature(
        self, cell: str, signed: str
    ) -> None:
        found, asked = dated(cell)
        assert found is not None
        assert ([str(one) for one in found.dates("signed")], asked) == ([signed], [])
        assert found.extra["list:дата"] == cell
        assert found.term is None

    @pytest.mark.parametrize("cell", ["14.03.2017 (Минск), 02.04.2017 (Бонн)", "2018, 2019"])
    def test_of_several_days_close_to_each_other_the_question_says_so(self, cell: str) -> None:
        assert dated(cell)[1] == ["several-days"]

    def test_a_kind_beside_a_title_is_asked(self) -> None:
        text = "Документ|Страна|Дата\nСоглашение о туризме|Венгрия|2019 (меморандум)\n"
        assert codes(only(text, home="BY")[1])

    def test_drafts_in_two_words_have_no_day(self) -> None:
        found, asked = dated("проект, не подписано")
        assert found is not None
        assert (found.events, asked) == ((), [])

    def test_the_end_of_a_project_behind_a_title_is_no_day_of_signature(self) -> None:
        title = "Соглашение между Республикой Беларусь и Республикой Казахстан о торговле"
        found = agreement(f"Наименование\n{title}, 03.04.2022 - 31.12.2023\n")
        assert (found.dates("signed"), str(found.period)) == ((), "2022-04-03/2023-12-31")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Статус", "н/д"),
        ("Статус", "дата уточняется"),
        ("Срок, примечание", "оригинал у партнёра"),
        ("Срок, примечание", "заменено меморандумом 2025 г."),
    ],
)
def test_what_tells_no_status_and_no_length_is_kept(header: str, cell: str) -> None:
    found, asked = dated(cell, header)
    assert found is not None
    assert (asked, found.term, found.extra[f"list:{header.lower().replace(' ', '_')}"]) == (
        [],
        None,
        cell,
    )


def test_a_length_that_is_not_understood_is_no_note() -> None:
    assert dated("5 лт", "Срок, примечание")[1]


class TestNames:
    TOWNS = "Вологда|Россия\nСмоленск|Россия\nЛимож|Франция\nКутаиси|Грузия\nПенза|Россия\n"

    def twins(self, title: str) -> bl.Agreement:
        rows = "".join(f"{one}|Соглашение о дружбе\n" for one in self.TOWNS.split())
        text = f"Партнер|Страна|Документ\n{rows}Друлевск|Литва|{title}\n"
        return bl.read_list(text, "ru", home=GRODNO).dossier.agreements[-1]

    def test_a_name_that_no_table_has_is_a_town_among_towns(self) -> None:
        found = self.twins("Соглашение о сотрудничестве").partners[1]
        assert (found.kind, found.country) == (PartnerKind.CITY, "LT")

    def test_a_treaty_of_towns_on_their_partnership_makes_them_twins(self) -> None:
        assert self.twins("Договор о партнёрстве городов").kind is bl.AgreementKind.TWINNING
        assert self.twins("Договор о поставке").kind is bl.AgreementKind.CONTRACT

    def test_a_header_that_names_bodies_has_the_partners(self) -> None:
        text = "Федерация|Страна|Документ\nХоккей Сербии|Сербия|Соглашение\n"
        found = agreement(text, home=UNIVERSITY)
        assert found.partners[1].label("ru") == "Хоккей Сербии"

    def test_a_header_that_says_who_sees_to_it_has_no_partners(self) -> None:
        text = "Факультет|Страна|Вуз|Вид\nФизический факультет|Сербия|Нишский университет|Договор\n"
        found = agreement(text, home=UNIVERSITY)
        assert found.partners[1].label("ru") == "Нишский университет"

    def test_news_agencies_are_known_by_their_names(self) -> None:
        text = "Партнёр|Страна|Вид\nТанюг|Сербия|Соглашение\n"
        assert agreement(text, home=AGENCY).partners[1].kind is PartnerKind.NEWS_AGENCY
        text = "Партнёр|Страна|Вид\nИнформагентство|Сербия|Соглашение\n"
        assert codes(only(text, home=AGENCY)[1]) == ["unknown-party"]

    def test_a_consulate_is_of_the_country_in_its_name(self) -> None:
        text = "Партнёр|Страна|Вид\nГенеральное консульство США во Владивостоке|Россия|Соглашение\n"
        dossier, _ = bl.read_list(text, "ru", home=UNIVERSITY, accept="likely")
        assert dossier.agreements[0].partners[1].country == "US"
        assert codes(only(text, home=UNIVERSITY)[1]) == ["different-sides"]

    @pytest.mark.parametrize("name", ["АО «Ромашка» (Москва)", "АО «Ромашка», г. Москва"])
    def test_the_town_behind_the_name_of_a_firm_says_where_it_is(self, name: str) -> None:
        found = agreement(f"Партнёр|Вид\n{name}|Соглашение\n", home=UNIVERSITY).partners[1]
        assert (found.country, found.label("ru")) == ("RU", "АО «Ромашка»")

    def test_the_town_in_the_name_of_a_firm_does_not(self) -> None:
        text = "Партнёр|Вид\nЗавод «Москва»|Соглашение\n"
        assert codes(only(text, home=UNIVERSITY)[1]) == ["no-country-known"]

    @pytest.mark.parametrize(
        "home", [AGENCY, bl.Partner("by-o", "organisation", {"ru": "О"}, country="BY")]
    )
    def test_a_country_does_not_sign_with_a_body(self, home: bl.Partner) -> None:
        text = "Агентство|Страна|Документ\nАрменпресс|Армения|Соглашение\n"
        assert codes(only(text, home=home)[1]) == ["only-country"]

    def test_an_abbreviation_does_not_settle_where_a_name_ends(self) -> None:
        text = (
            "Торгово-промышленная палата Кыргызской Республики (ТПП КР)\n"
            "1. Меморандум между ТПП КР и Японской ассоциацией по торговле с Россией и новыми"
            " независимыми государствами, 26 октября 2015 года\n"
        )
        _, review = bl.read_list(text, "ru", home="KG")
        assert codes(review.rows[-1]) == ["uncertain-reading"]


class TestAbove:
    UNKNOWN = (
        "Меморандум о сотрудничестве между Витебским облисполкомом"
        " и Народным комитетом провинции Хоабинька\n"
    )

    def test_the_title_of_a_list_tells_the_country_of_its_partners(self) -> None:
        above = "Договорно-правовая база отношений Республики Беларусь с Вьетнамом\n"
        assert agreement(above + self.UNKNOWN, home="BY").partners[1].country == "VN"
        text = (
            "Соглашения с университетами Китая\nУниверситет|Вид|Дата\n"
            "Технический университет|Меморандум|2011\n"
        )
        assert agreement(text, home=UNIVERSITY).partners[1].country == "CN"

    def test_a_title_with_two_other_countries_does_not(self) -> None:
        text = (
            f"Договоры Беларуси с Китаем и Вьетнамом\nНаименование|Дата\n{self.UNKNOWN[:-1]}|2011\n"
        )
        assert codes(only(text, home="BY")[1]) == ["no-country-known"]

    def test_an_embassy_keeps_a_list_of_its_state(self) -> None:
        text = (
            "Посольство Республики Беларусь в Социалистической Республике Вьетнам\n"
            "Наименование|Дата\n"
            "Соглашение с г. Хошимином о дружбе|2015\n"
        )
        assert codes(only(text, home="BY")[1]) == ["one-side"]

    def test_roman_numbers_count_headings_and_others_do_not(self) -> None:
        title = "Соглашение между Республикой Беларусь и Республикой Казахстан о"
        first, second = f"{title} культуре", f"{title} рыболовстве"
        text = f"Договоры\nI. Культура и наука\n{first}\nРаздел II. Рыба\n{second}\n"
        _, review = bl.read_list(text, "ru")
        assert [one.state.value for one in review] == [
            *("heading", "heading", "taken"),
            *("heading", "taken"),
        ]
        _, review = bl.read_list(text.replace("II", "IV"), "ru")
        assert any(codes(one) for one in review)
