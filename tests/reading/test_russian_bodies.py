"""Who concludes a document, where titles in Russian name bodies that are no ministries."""

from __future__ import annotations

import pytest

import bilateral as bl

Found = list[list[tuple[str, str | None, str | None]]]


def sides(text: str) -> Found:
    return [
        [(party.text, party.country, party.kind and str(party.kind)) for party in side]
        for side in bl.parse_title(text, "ru").sides
    ]


def beside_cuba(name: str) -> tuple[str | None, str | None]:
    """The country and the kind of a body that has an agreement with a ministry of Cuba."""
    (party,) = bl.parse_title(f"Меморандум между Минкультуры Кубы и {name}", "ru").sides[1]
    assert party.text == name
    return party.country, party.kind and str(party.kind)


class TestWith:
    """A cooperation of A with B."""

    @pytest.mark.parametrize(
        ("own", "other", "about"),
        [
            ("Белорусского аграрного университета", "Университетом Мумбаи", "сотрудничестве"),
            ("НАН Беларуси", "Шэньянским аграрным университетом", "научном сотрудничестве"),
            ("Института физики Беларуси", "Китайской академией наук", "развитии сотрудничества"),
        ],
    )
    def test_who_cooperates_stands_in_the_genitive(self, own: str, other: str, about: str) -> None:
        title = bl.parse_title(f"Меморандум о {about} {own} с {other}", "ru")
        assert [party.text for party in title.parties] == [own, other]
        assert (title.subject, "sides" in title.uncertain) == (about, False)

    @pytest.mark.parametrize(
        "text",
        [
            "Соглашение о сотрудничестве с Университетом Лодзи",
            "Соглашение о сотрудничестве в области спорта с Университетом Лодзи",
            "Соглашение о сотрудничестве Совета министров с Университетом Лодзи",
        ],
    )
    def test_where_none_is_read_before_it_the_sides_are_asked(self, text: str) -> None:
        title = bl.parse_title(text, "ru")
        assert [party.text for party in title.parties] == ["Университетом Лодзи"]
        assert "sides" in title.uncertain

    def test_who_made_it_with_another_stands_behind_a_participle(self) -> None:
        assert sides("Меморандум, подписанный Нацбанком Казахстана с Народным банком Китая") == [
            [("Нацбанком Казахстана", "KZ", "bank")],
            [("Народным банком Китая", "CN", "bank")],
        ]

    def test_what_is_no_party_behind_a_participle_is_none(self) -> None:
        title = bl.parse_title("Меморандум, подписанный вчера с Народным банком Китая", "ru")
        assert [party.text for party in title.parties] == ["Народным банком Китая"]
        assert "sides" in title.uncertain


class TestSigners:
    @pytest.mark.parametrize("verb", ["заключенный", "подписанный"])
    def test_who_made_it_stands_behind_a_participle(self, verb: str) -> None:
        title = bl.parse_title(
            f"Договор о перевозках, {verb} Белорусской железной дорогой и АО «Литовские дороги»",
            "ru",
        )
        assert [party.country for party in title.parties] == ["BY", "LT"]
        assert title.subject == "перевозках"

    def test_where_it_was_signed_is_no_party(self) -> None:
        title = bl.parse_title("Договор о перевозках, подписанный в Минске", "ru")
        assert title.sides == ()


class TestNounsInThePlural:
    @pytest.mark.parametrize("about", ["побратимстве", "сотрудничестве", "побратимских связях"])
    def test_towns_share_a_noun_behind_the_subject(self, about: str) -> None:
        title = bl.parse_title(f"Соглашение о {about} городов Бреста и Люблина", "ru")
        assert [(party.country, party.kind) for party in title.parties] == [
            ("BY", "city"),
            ("PL", "city"),
        ]
        assert not title.uncertain

    @pytest.mark.parametrize(
        ("head", "kind"),
        [
            ("железных дорог", "company"),
            ("академий наук", "academy"),
            ("служб занятости", "public_body"),
        ],
    )
    def test_a_plural_may_have_no_ending(self, head: str, kind: str) -> None:
        title = bl.parse_title(f"Соглашение о сотрудничестве {head} Беларуси и Китая", "ru")
        assert [(party.head, party.text, str(party.kind)) for party in title.parties] == [
            (head, "Беларуси", kind),
            (head, "Китая", kind),
        ]

    def test_what_has_a_noun_of_its_own_shares_none(self) -> None:
        assert sides(
            "Соглашение между университетами Гродненским государственным университетом и "
            "Университетом Лодзи"
        ) == [
            [("Гродненским государственным университетом", "BY", "university")],
            [("Университетом Лодзи", "PL", "university")],
        ]

    def test_a_union_of_universities_is_a_party_itself(self) -> None:
        text = "Соглашение между Советом ректоров университетов Польши и Университетом Минска"
        assert [party.text for party in bl.parse_title(text, "ru").parties] == [
            "Советом ректоров университетов Польши",
            "Университетом Минска",
        ]

    def test_a_noun_with_a_capital_letter_belongs_to_the_name(self) -> None:
        text = "Соглашение между Министрами обороны Министерством Кубы и Министерством Перу"
        assert sides(text)[0][0][0].startswith("Министрами")


class TestSeveral:
    def test_those_of_one_country_are_one_side_where_two_take_turns(self) -> None:
        assert sides(
            "Меморандум между Министерством культуры Беларуси, Министерством культуры Сербии, "
            "Национальной библиотекой Беларуси и Национальной библиотекой Сербии"
        ) == [
            [
                ("Министерством культуры Беларуси", "BY", "ministry"),
                ("Национальной библиотекой Беларуси", "BY", "public_body"),
            ],
            [
                ("Министерством культуры Сербии", "RS", "ministry"),
                ("Национальной библиотекой Сербии", "RS", "public_body"),
            ],
        ]

    def test_a_body_with_a_capital_letter_is_no_part_of_a_name(self) -> None:
        text = "Меморандум между Минкультуры РФ, Минкультуры КНР, Эрмитажем и Театром Китая"
        assert [party.text for party in bl.parse_title(text, "ru").parties][-2:] == [
            "Эрмитажем",
            "Театром Китая",
        ]


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("администрацией Приморского района Санкт-Петербурга", "RU", "district_executive"),
        ("аппаратом акима Алмалинского района г. Алматы", "KZ", "district_executive"),
        ("хокимиятом Юнусабадского района г. Ташкента", "UZ", "district_executive"),
        ("Львовской областной государственной администрацией", "UA", "regional_executive"),
        ("администрацией Северного округа города Оренбурга", "RU", None),
        ("аппаратом Президента Республики Казахстан", "KZ", None),
        ("аппаратом «Района»", None, None),
    ],
)
def test_the_unit_tells_what_an_administration_is(
    name: str, country: str | None, kind: str | None
) -> None:
    assert beside_cuba(name)[1] == kind
    assert country is None or beside_cuba(name)[0] == country


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Федерацией спортивной борьбы Сербии", "sports_body"),
        ("Союзом художественной гимнастики Сербии", "sports_body"),
        ("Сербским баскетбольным союзом", "sports_body"),
        ("Ассоциацией «Федерация хоккея Сербии»", "sports_body"),
        ("ОО «Сербская федерация регби»", "sports_body"),
        ("Ассоциацией борьбы с раком Сербии", "association"),
        ("Союзом писателей Сербии", "association"),
        ("Союзом архитекторов, регби", "association"),
        ("Федерацией молодых новых старых Сербии", "association"),
    ],
)
def test_the_sport_tells_what_a_federation_is(name: str, kind: str) -> None:
    title = bl.parse_title(f"Меморандум между Минкультуры Кубы и {name}", "ru")
    assert title.sides[1][0].kind == kind


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Пожарной службой Южной Карелии", "FI"),
        ("Спасательной службой Южной Карелии", "FI"),
        ("Пожарной службой Республики Карелия", "RU"),
        ("Торговой палатой Новой Шотландии", "CA"),
        ("Университетом Нового Южного Уэльса", "AU"),
        ("Торговой палатой Северной Италии", "IT"),
        ("Петропавловск-Камчатским городским округом", "RU"),
        ("Пекин-университетом", "CN"),
        ("НАО «Медицинский университет Караганды»", "KZ"),
        ("АО «Международный аэропорт Самарканд»", "UZ"),
        ("ОсОО «Ала-Тоо»", "KG"),
        ("ООО «Ала-Тоо»", None),
        ("АО «НК «Қазақстан темір жолы»", "KZ"),
        ("Белтелерадиокомпанией", "BY"),
        ("Росбанком", "RU"),
        ("Казначейством", None),
        ("Институтом России Китайской академии наук", "CN"),
        ("Институтом Японии РАН", "RU"),
        ("Институтом Японии", "JP"),
        ("Институтом истории РАН", "RU"),
        ("Лабораторией", None),
        ("Институтом России, Восточной Европы и Азии Китайской академии наук", "CN"),
        ("Гимназией имени Гёте, г. Бонн", "DE"),
    ],
)
def test_a_name_tells_the_country(name: str, country: str | None) -> None:
    assert beside_cuba(name)[0] == country


class TestFields:
    @pytest.mark.parametrize(
        ("name", "about"),
        [
            ("Финским метеорологическим институтом", "климату"),
            ("Росгидрометом", "климату"),
            ("Варшавским медицинским университетом", "обмену студентами"),
        ],
    )
    def test_what_has_a_field_already_has_no_second_one(self, name: str, about: str) -> None:
        title = bl.parse_title(f"Соглашение между Университетом Кубы и {name} по {about}", "ru")
        assert (title.sides[1][0].text, title.subject) == (name, about)

    @pytest.mark.parametrize(
        "name",
        [
            "Казахским научно-исследовательским институтом по переработке зерна",
            "Центральным белорусским институтом по переработке зерна",
            "Институтом по переработке зерна",
        ],
    )
    def test_what_has_none_says_it_behind_a_preposition(self, name: str) -> None:
        title = bl.parse_title(f"Соглашение между Университетом Кубы и {name}", "ru")
        assert (title.sides[1][0].text, title.subject) == (name, None)


class TestInitials:
    def test_a_name_goes_up_to_its_initials_in_another_alphabet(self) -> None:
        assert beside_cuba("Обществом симуляции в здравоохранении (SSH)") == (None, "association")

    @pytest.mark.parametrize("about", ["в области связи (ICT)", "о борьбе с болезнями (HIV)"])
    def test_those_of_a_subject_are_no_name(self, about: str) -> None:
        text = f"Соглашение между Минздравом Кубы и Минздравом Перу {about}"
        assert bl.parse_title(text, "ru").sides[1][0].text == "Минздравом Перу"


@pytest.mark.parametrize(
    "name", ["Johannesburg Expo Centre (Pty) Ltd", "Shanghai Motor (Group) Co., Ltd", "Bosch AG"]
)
def test_a_foreign_legal_form_ends_the_name_of_a_firm(name: str) -> None:
    title = bl.parse_title(f"Контракт между ОАО «БелАЗ» и {name} по выставкам", "ru")
    assert (title.sides[1][0].text, title.sides[1][0].kind) == (name, "company")
    assert title.subject == "выставкам"


def test_an_abbreviation_is_no_unit_in_a_case() -> None:
    title = "Договор между Библиотекой НАНА и Библиотекой Гданьска"
    first, _ = bl.parse_title(title, "ru").parties
    assert (first.text, first.country) == ("Библиотекой НАНА", None)


@pytest.mark.parametrize(
    ("name", "id"),
    [("Ненецкий АО", "ru-nen"), ("Ямало-Ненецкий АО", "ru-yan"), ("Чукотский АО", "ru-chu")],
)
def test_an_okrug_that_is_cut_short_is_no_firm(name: str, id: str) -> None:
    assert bl.Partner.like(name, "ru").id == id
    assert bl.Partner.like("АО «Казахтелеком»", "ru", country="KZ").kind is bl.PartnerKind.COMPANY
