"""Parties as Russian titles name them: what they are, where they are, where their names end."""

from __future__ import annotations

import pytest

import bilateral as bl


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Советом по туризму Шри-Ланки", "LK", "public_body"),
        ("Индийским советом по культурным связям", "IN", "public_body"),
        ("Национальным центром по правам человека Узбекистана", "UZ", "public_body"),
        ("Центром прогнозов при Министерстве обороны Монголии", "MN", "public_body"),
        ("Центром прогнозов Монголии", "MN", None),
        ("Центром при Белорусском государственном университете", "BY", None),
        ("Фондом по развитию туризма Грузии", "GE", None),
        ("Счётным комитетом Казахстана по контролю за исполнением бюджета", "KZ", "public_body"),
        ("Федеральным архивным агентством", "RU", "public_body"),
        ("Газпромом", "RU", "company"),
        ("КНИА «Кабар»", "KG", "news_agency"),
        ("самоуправлением Игналинского района", "LT", "municipality"),
        ("Лицеем имени Костюшко в г. Белостоке", "PL", "school"),
        ("Театром им. Заборского в Прешове (Словакия)", "SK", "theatre"),
        ("Tire House Kft., Дебрецен", "HU", "company"),
        ("Ломбардией", "IT", "region"),
        ("народным правительством уезда Фуюань (КНР)", "CN", "district_executive"),
        ("Исполнительной властью города Гянджи", "AZ", "city_executive"),
        ("Исполнительной властью Шекинского района", "AZ", "district_executive"),
        ("управой района Хамовники города Москвы", "RU", "district_executive"),
        ("Администрацией Томска", "RU", "city_executive"),
        ("префектурой Западного округа города Москвы", "RU", "district_executive"),
        ("префектурой Тояма", "JP", "region"),
        ("примэрией муниципия Кишинэу", "MD", "city_executive"),
        ("Администрацией Грузии", "GE", None),
        ("Комитетом Свердловской области по делам архивов", "RU", "public_body"),
        ("Государственным комитетом Республики Тыва по делам науки", "RU", "state_committee"),
        ("10-й клинической больницей Минска", "BY", "hospital"),
        ("Бундестагом", "DE", "parliament"),
        ("Русским географическим обществом", "RU", "association"),
        ("Государственным учреждением «Школа № 12 г. Гродно»", "BY", "school"),
        ("Университетом имени Шакарима города Семей", "KZ", "university"),
    ],
)
def test_a_party_is_read_whole(name: str, country: str, kind: str | None) -> None:
    title = bl.parse_title(f"Меморандум между Посольством Кубы в Литве и {name} о культуре", "ru")
    party = title.parties[-1]
    told = party.kind and str(party.kind)
    assert (party.text, party.country, told) == (name, country, kind)
    assert title.subject == "культуре"


def test_an_administration_has_all_fields() -> None:
    text = "Соглашение между Сенатом Чили и Администрацией Псковской области по туризму"
    title = bl.parse_title(text, "ru")
    assert (title.parties[1].text, title.subject) == ("Администрацией Псковской области", "туризму")


def test_what_stands_before_and_behind_the_parties_is_asked_about() -> None:
    text = "Соглашение о туризме между Сенатом Чили и Службой Республики Алтай по вопросам труда"
    assert {"sides", "subject"} <= bl.parse_title(text, "ru").uncertain


def test_a_number_before_a_town_is_no_part_of_its_name() -> None:
    text = "Соглашение между школами № 4 г. Бреста и № 7 г. Гродно"
    assert "sides" in bl.parse_title(text, "ru").uncertain


def test_what_a_state_signs_with_a_firm_may_be_a_contract() -> None:
    text = "Договор о туризме между Республикой Беларусь и ООО «Лада»"
    assert "kind" in bl.parse_title(text, "ru").uncertain


def test_a_body_behind_a_document_with_one_party_has_its_town() -> None:
    text = "Договор о творческом сотрудничестве с Театром им. Заборского в Прешове (Словакия)"
    title = bl.parse_title(text, "ru")
    assert [(one.text, one.country) for one in title.parties] == [
        ("Театром им. Заборского в Прешове (Словакия)", "SK")
    ]
    assert title.subject == "творческом сотрудничестве"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Соглашение между Гомелем и Пизой", ["city", "city"]),
        ("Соглашение между Гомелем и Нитрой", ["city", "city"]),
        ("Соглашение между Гомелем и Простоквашиным", ["city", None]),
    ],
)
def test_a_town_beside_another_one_is_known_to_be_one(text: str, kinds: list[str]) -> None:
    parties = bl.parse_title(text, "ru").parties
    assert [one.kind and str(one.kind) for one in parties] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Договор о дружбе между Гомельским районом и Брянским районом", "friendship"),
        ("Договор о партнёрстве между Россией и Кубой", "treaty"),
    ],
)
def test_a_treaty_on_friendship_of_districts_is_one_of_friendship(text: str, kind: str) -> None:
    assert str(bl.parse_title(text, "ru").kind) == kind


@pytest.mark.parametrize(
    "text",
    [
        "План действий Украина-Россия на 2008-2009 годы",
        "Дорожная карта сотрудничества Украина-Россия",
    ],
)
def test_two_states_that_a_hyphen_joins_are_the_sides(text: str) -> None:
    title = bl.parse_title(text, "ru")
    assert [one.country for one in title.parties] == ["UA", "RU"]
    assert (title.subject, title.uncertain) == (None, frozenset())


def test_a_hyphen_in_the_name_of_a_body_stays() -> None:
    text = "Меморандум между Обществом дружбы «Россия-Вьетнам» и Союзом «Вьетнам-Россия»"
    assert bl.parse_title(text, "ru").parties[0].text == "Обществом дружбы «Россия-Вьетнам»"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Университет Витебска подписал договор о спорте с Университетом Порту"),
        (
            "de",
            "Universität Wien unterzeichnet Vertrag über Sport mit der Universität Porto",
        ),
        ("en", "The University of Vienna signs a memorandum on sport with the University of Porto"),
    ],
)
def test_the_subject_stands_between_who_signs_and_with_whom(lang: str, text: str) -> None:
    title = bl.parse_title(text, lang)
    assert [sector.code for sector in title.sectors] == ["sport"]
    assert len(title.sides) == 2


def test_where_something_was_signed_is_no_part_of_the_last_party() -> None:
    text = "Соглашение между городом Минском и городом Бонном, подписанное на выставке в Берлине"
    title = bl.parse_title(text, "ru")
    assert [one.text for one in title.parties] == ["городом Минском", "городом Бонном"]


@pytest.mark.parametrize(
    ("party", "country", "uncertain"),
    [
        ("ГУАМ", None, ()),
        ("Гуамом", "GU", ()),
        ("Правительством Гуама", "GU", ()),
        # Nobody knows of which country a secretariat with no seat is.
        ("Секретариатом ГУАМ", None, ("sides",)),
    ],
)
def test_the_letters_of_an_organisation_are_not_the_island_called_so(
    party: str, country: str | None, uncertain: tuple[str, ...]
) -> None:
    title = bl.parse_title(f"Соглашение между {party} и Японией", "ru")
    assert title.parties[0].country == country
    assert {*title.uncertain} == {*uncertain}


def test_in_capitals_alone_an_island_may_be_an_organisation() -> None:
    assert "sides" in bl.parse_title("СОГЛАШЕНИЕ МЕЖДУ ГУАМ И ЯПОНИЕЙ", "ru").uncertain


@pytest.mark.parametrize(
    ("text", "lang", "id"),
    [("ГУАМ", "ru", "oded-guam"), ("Гуам", "ru", "gu"), ("GUAM", "en", "oded-guam")],
)
def test_a_partner_is_as_it_is_written_in_capitals_or_not(text: str, lang: str, id: str) -> None:
    assert bl.Partner.like(text, lang).id == id


@pytest.mark.parametrize(
    ("when", "uncertain"),
    [
        (" на 1991–1995 годы", ()),
        (" от 26 декабря 1991 года", ()),
        (" на 1992–1995 годы", ("sides",)),
        (" от 5 мая 1993 года", ("sides",)),
        ("", ()),
    ],
)
def test_a_state_of_the_past_signs_nothing_later(when: str, uncertain: tuple[str, ...]) -> None:
    title = bl.parse_title(f"Соглашение о торговле между СССР и Финляндией{when}", "ru")
    assert title.parties[0].country == "SU"
    assert {*title.uncertain} == {*uncertain}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Abkommen zwischen der Sowjetunion und Finnland vom 5. Mai 1993", "de"),
        ("Agreement between Czechoslovakia and Austria for 1994–1996", "en"),
        ("Соглашение между Югославией и Кубой от 5 мая 1920 года", "ru"),
    ],
)
def test_states_of_other_years_are_marked_in_all_languages(text: str, lang: str) -> None:
    assert "sides" in bl.parse_title(text, lang).uncertain


@pytest.mark.parametrize(
    "party", ["польским городом Щецин", "норвежской коммуной Вадсё", "белорусским городом Гомелем"]
)
def test_a_town_is_no_adjective_of_the_noun_behind_the_next_one(party: str) -> None:
    title = bl.parse_title(f"Соглашение между Мурманском и {party}", "ru")
    assert [(one.text, one.head) for one in title.parties] == [("Мурманском", None), (party, None)]


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        ("Институтом печени и почек Пакистана, Карачи", "research_institute"),
        ("Академией наук и искусств Боснии и Герцеговины, Сараево", "academy"),
        ("Научным центром хирургии Грузии, Тбилиси", "hospital"),
        ("Национальным центром онкологии и гематологии Киргизии", "hospital"),
        ("НК «КазМунайГаз»", "company"),
        ("НАК «Нафтогаз Украины»", "company"),
    ],
)
def test_bodies_with_towns_and_fields_behind_them_are_read_whole(party: str, kind: str) -> None:
    title = bl.parse_title(f"Меморандум между {party} и Минздравом Чехии", "ru")
    assert (title.parties[0].text, title.parties[0].kind) == (party, kind)
    assert not title.uncertain


def test_the_union_of_the_ssr_is_the_soviet_union() -> None:
    title = bl.parse_title("Договор между Союзом ССР и Кубой", "ru")
    assert [one.country for one in title.parties] == ["SU", "CU"]


@pytest.mark.parametrize(
    ("parties", "case"),
    [
        ("Псков – Кульера (Испания)", "nom"),
        ("Пскова – Кульеры (Испания)", "gen"),
        ("Псков / Кульера (Испания)", "nom"),
    ],
)
def test_beside_a_name_in_the_nominative_a_dash_joins_another(parties: str, case: str) -> None:
    title = bl.parse_title(f"Меморандум о сотрудничестве {parties}", "ru")
    assert [one.case for one in title.parties] == [case, case]


@pytest.mark.parametrize(
    "other",
    [
        "Гминой Осек Республики Польша",
        "Муниципалитетом Гори Грузии",
        "Думой Прейльского края Латвийской Республики",
        "городом Гори (Грузия)",
    ],
)
def test_a_raion_is_nothing_else_than_a_district(other: str) -> None:
    title = (
        f"Соглашение о сотрудничестве между Оршанским районным исполнительным комитетом и {other}"
    )
    assert "sides" not in bl.parse_title(title, "ru").uncertain


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Совет депутатов Волоколамского городского округа", "city_council"),
        ("Дума городского округа Самара", "city_council"),
        ("Администрация городского округа Химки", "city_executive"),
        ("Районный совет Фалешты", "public_body"),
    ],
)
def test_the_deputies_of_a_municipality_are_those_of_a_town(name: str, kind: str) -> None:
    title = f"Соглашение между Оршанским районом и {name}"
    assert bl.parse_title(title, "ru").sides[1][0].kind == kind
