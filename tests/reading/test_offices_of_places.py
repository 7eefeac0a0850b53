"""Who governs a Russian town, or holds an office in a body, and the deputies of a unit."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.reading.partner_names import partner_of


def told(name: str, case: str = "ins") -> tuple[str, str, str | None]:
    """The partner that a party of a title is: its name, its kind and its country."""
    title = bl.parse_title(f"Соглашение между {name} и городом Бонн", "ru")
    party = title.parties[0]
    partner = party.partner or partner_of(party, "ru", country=party.country, case=case)
    return partner.name.marked("ru"), str(partner.kind), partner.country


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("главой города Перми", ("глава города Перми", "city_executive", "RU")),
        ("мэром города Лахти (Финляндия)", ("мэрия города Лахти", "city_executive", "FI")),
        ("примаром города Яссы", ("примэрия города Яссы", "city_executive", "RO")),
        ("бургомистром города Хаген", ("бургомистр города Хаген", "city_executive", "DE")),
        ("акимом города Алматы", ("акимат города Алматы", "city_executive", "KZ")),
        ("хокимом Бухарской области", ("хокимият Бухарской области", "regional_executive", "UZ")),
        (
            "губернатором Гомельской области",
            ("губернатор Гомельской области", "regional_executive", "BY"),
        ),
        ("главой Республики Карелия", ("глава Республики Карелия", "regional_executive", "RU")),
        (
            "мэром Ленинского района города Бишкек",
            ("мэрия Ленинского района города Бишкек", "district_executive", "KG"),
        ),
        (
            "председателем города Душанбе",
            ("председатель города Душанбе", "city_executive", "TJ"),
        ),
    ],
)
def test_who_governs_a_place_acts_for_its_executive(
    name: str, expected: tuple[str, str, str]
) -> None:
    assert told(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "ректором Белорусского государственного университета",
            ("Белорусский государственный университет", "university", "BY"),
        ),
        (
            "председателем Витебского областного исполнительного комитета",
            ("Витебский областной исполнительный комитет", "regional_executive", "BY"),
        ),
        (
            "главой администрации города Смоленска",
            ("администрация города Смоленска", "city_executive", "RU"),
        ),
        (
            "заместителем министра иностранных дел Кубы",
            ("министерство иностранных дел Республики Куба", "ministry", "CU"),
        ),
        (
            "Министром дорожного транспорта и шоссейных дорог Республики Индия",
            (
                "Министерство дорожного транспорта и шоссейных дорог Республики Индия",
                "ministry",
                "IN",
            ),
        ),
    ],
)
def test_who_holds_an_office_is_the_body(name: str, expected: tuple[str, str, str]) -> None:
    found = told(name)
    assert (found[0].lower(), *found[1:]) == (expected[0].lower(), *expected[1:])


def test_a_head_of_state_is_no_body_of_it() -> None:
    title = bl.parse_title("Соглашение между Президентом Российской Федерации и Кубой", "ru")
    assert str(title.parties[0].kind) == "head_of_state"
    title = bl.parse_title("Соглашение между главой Республики Армения и Кубой", "ru")
    assert title.parties[0].kind is None
    assert "sides" in title.uncertain


def test_a_body_of_an_office_gets_an_id() -> None:
    party = bl.parse_title("Меморандум с председателем Верховного Суда Казахстана", "ru").parties[0]
    court = partner_of(party, "ru", id="court", case="ins")
    assert (court.id, court.country) == ("court", "KZ")
    mayor = bl.Partner.like("мэр города Ош", "ru", id="osh")
    assert (mayor.id, mayor.label("ru")) == ("osh", "мэрия Оша")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Новогрудским районным Советом депутатов", "public_body"),
        ("Собранием депутатов Невельского района", "public_body"),
        ("Кенешем депутатов города Душанбе", "city_council"),
        ("Народным собранием города Шэньян", "city_council"),
        ("Кенешем депутатов Ошской области", "regional_council"),
        ("Народным Собранием Республики Дагестан", "parliament"),
        ("Комиссией Думы города Иркутска", "public_body"),
        ("Собранием муниципальных образований Псковской области", "None"),
        ("собранием акционеров", "None"),
    ],
)
def test_the_deputies_of_a_unit_are_told_by_its_noun(name: str, kind: str) -> None:
    title = bl.parse_title(f"Соглашение между {name} и городом Бонн", "ru")
    assert str(title.parties[0].kind) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("администрацией Витебской области", "regional_executive"),
        ("администрацией Томска", "city_executive"),
        ("администрацией муниципального образования «Город Дмитров»", "city_executive"),
        ("аппаратом акима Алмалинского района г. Алматы", "district_executive"),
    ],
)
def test_an_administration_is_that_of_the_unit_behind_it(name: str, kind: str) -> None:
    title = bl.parse_title(f"Соглашение между {name} и городом Бонн", "ru")
    assert str(title.parties[0].kind) == kind


class TestUnitsOfTowns:
    @pytest.mark.parametrize(
        ("name", "own", "country"),
        [
            ("городом Новозыбков (Брянская область, Российская Федерация)", "Новозыбков", "RU"),
            ("городом Лаишево (Республика Татарстан, РФ)", "Лаишево", "RU"),
            ("городом Луисвилл, штат Кентукки (США)", "Луисвилл", "US"),
            ("городом Вайден (земля Бавария, Германия)", "Вайден", "DE"),
            (
                "городом Кириши Ленинградской области",
                "Кириши Ленинградской области",
                "RU",
            ),
            (
                "городом Новая Ладога Волховского района Ленинградской области (Россия)",
                "Новая Ладога Волховского района Ленинградской области",
                "RU",
            ),
            (
                "городом Клин Московской области Российской Федерации",
                "Клин Московской области Российской Федерации",
                "RU",
            ),
        ],
    )
    @pytest.mark.parametrize("behind", ["", ", 03.07.2019", " от 03.07.2019 г.", " о культуре"])
    def test_the_unit_of_a_town_tells_its_country(
        self, name: str, own: str, country: str, behind: str
    ) -> None:
        title = bl.parse_title(f"Соглашение между городом Орша и {name}{behind}", "ru")
        party = title.parties[1]
        partner = partner_of(party, "ru", country=party.country, case=party.case)
        assert (partner.label("ru"), partner.country, str(partner.kind)) == (own, country, "city")
        assert title.rest == ()

    def test_a_town_in_another_case_before_its_unit_is_asked(self) -> None:
        text = "Соглашение между городом Орша и городом Новой Ладогой Волховского района"
        party = bl.parse_title(text, "ru").parties[1]
        with pytest.raises(bl.ValidationError, match="no-nominative"):
            partner_of(party, "ru", country="RU", case="ins")

    def test_a_town_in_brackets_before_a_date_is_that_of_the_signature(self) -> None:
        title = bl.parse_title("Соглашение о науке (Бонн), 03.07.2019", "ru")
        assert (title.rest, str(title.date)) == (("Бонн",), "2019-07-03")


def test_a_bracket_within_quotes_stays_with_the_name() -> None:
    name = "ФГАОУ ВО «Российский университет транспорта (МИИТ)»"
    assert bl.Partner.like(name, "ru").label("ru") == name
