"""What stands behind a name says where somebody is: it is no part of the name, and no party."""

import pytest

import bilateral as bl
from bilateral.intake.places import Placed, body_first, place_behind, town_alone
from bilateral.reading.parties import read_party
from tests.intake.reading import agreement, codes, ids


def towns(*rows: str, home: str = "Гомель", header: str = "Город") -> list[bl.Partner]:
    """The other sides of the rows of a list of twin towns."""
    dated = (f"{row};{number}.05.2020\n" for number, row in enumerate(rows, 1))
    text = f"{header};Страна;Дата\n" + "".join(dated)
    dossier, review = bl.read_list(text, "ru", home=home, kind="twinning")
    assert not [row for row in review if row.questions], [*map(codes, review)]
    return [one.sides[1].partners[0] for one in dossier.agreements]


@pytest.mark.parametrize(
    ("cell", "country", "name"),
    [
        ("Клинцы, Брянская область", "Россия", "Клинцы"),
        ("Брянская область, Клинцы", "Россия", "Клинцы"),
        ("Брянская область, г. Клинцы", "Россия", "Клинцы"),
        ("Клинцы (Брянская обл.)", "Россия", "Клинцы"),
        ("Рокфорд, штат Иллинойс", "США", "Рокфорд"),
        ("Rockford IL", "США", "Rockford"),
        # As a case form, it would be a council.
        ("Радом", "Польша", "Радом"),
        # The tables have the region, and not the town.
        ("Ларнака", "Кипр", "Ларнака"),
        ("Сан-Мигель", "Сальвадор", "Сан-Мигель"),
        ("Оффенбург, округ Ортенау", "Германия", "Оффенбург"),
        ("Герлиц (Нейсе)", "Германия", "Герлиц"),
    ],
)
def test_a_column_of_towns_has_towns(cell: str, country: str, name: str) -> None:
    (town,) = towns(f"{cell};{country}")
    assert (town.kind, town.name.marked("ru")) == (bl.PartnerKind.CITY, name)


def test_the_word_for_a_region_behind_a_town_says_nothing_of_the_town() -> None:
    text = "Town;Country\nNanjing, Jiangsu Province;China\n"
    found = agreement(text, "en", home="Cork", kind="twinning")
    assert found.sides[1].partners[0].kind is bl.PartnerKind.CITY


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Брянская область", "region"),
        ("Район Пудун, г. Шанхай", "district"),
        ("Район Пудун (Шанхай)", "district"),
    ],
)
def test_what_says_that_it_is_no_town_is_none(cell: str, kind: str) -> None:
    (place,) = towns(f"{cell};{'Россия' if kind == 'region' else 'КНР'}")
    assert place.kind.value == kind


def test_two_towns_of_one_name_in_two_regions_are_two() -> None:
    first, second, again, anywhere = towns(
        "Спрингфилд (Иллинойс);США",
        "Спрингфилд, Миссури;США",
        "Спрингфилд, штат Иллинойс;США",
        "Спрингфилд;США",
    )
    assert first == again
    assert anywhere.id == "us-springfild"
    assert (first.id, second.id) == ("us-springfild-il", "us-springfild-mo")
    assert first.name.marked("ru") == "Спрингфилд (Иллинойс)"


def test_so_are_those_with_what_nobody_knows_behind_them() -> None:
    first, second = towns("Нойштадт (Айш);Германия", "Нойштадт (Дунай);Германия")
    assert first != second
    assert first.name.marked("ru") == "Нойштадт (Айш)"


def test_one_that_is_written_with_and_without_its_region_is_one() -> None:
    assert len({*towns("Клинцы;Россия", "Клинцы, Брянская область;РФ", "г. Клинцы;Россия")}) == 1


@pytest.mark.parametrize(
    ("cell", "id"),
    [
        ("Чикаго, Иллинойс;США", "us-chicago"),
        ("Чикаго (США);США", "us-chicago"),
        ("Портленд (Мэн);США", "us-portlend"),
        ("Колумбус, Джорджия;США", "us-kolumbus"),
        ("Штутгарт, Баден-Вюртемберг;Германия", "de-stuttgart"),
        ("Эдинбург, Шотландия;Великобритания", "gb-edinburgh"),
        ("Гомель, Гомельская область;Беларусь", "by-gomel"),
    ],
)
def test_a_known_town_is_that_one_only_in_its_own_region(cell: str, id: str) -> None:
    (town,) = towns(cell) if "Гомель" not in cell else towns(cell, home="Минск")
    assert town.id == id


def test_what_may_be_another_party_is_asked() -> None:
    text = "Город;Страна\nЛейпциг, Галле;Германия\n"
    _, review = bl.read_list(text, "ru", home="Гомель", kind="twinning")
    assert codes(review.rows[0]) == ["unknown-party"]


def test_two_towns_of_one_name_in_two_countries_are_two() -> None:
    assert [one.id for one in towns("Перт;Австралия", "Перт;Великобритания")] == [
        "au-perth",
        "gb-pert",
    ]


def bodies(*cells: str) -> list[list[str]]:
    """The ids of the other sides of the rows of a list of partners of a university."""
    dated = (f"{cell};Vertrag;{number}.5.2020\n" for number, cell in enumerate(cells, 1))
    text = "Partner;Land;Art;Datum\n" + "".join(dated)
    dossier, review = bl.read_list(text, "de", home="Universität Bonn")
    assert not [row for row in review if row.questions], [*map(codes, review)]
    return [ids(one)[1] for one in dossier.agreements]


def test_the_town_behind_a_body_is_no_party() -> None:
    assert (
        bodies("Technische Universität Wien, Wien;Österreich", "TU Wien;")
        == [["at-technische-universitat-wien"]] * 2
    )


@pytest.mark.parametrize(
    ("cell", "id"),
    [
        ("Nationalbank der Republik Belarus, Minsk;Belarus", "by-national-bank"),
        ("DAAD (Bonn);Deutschland", "de-daad"),
    ],
)
def test_a_body_that_the_tables_know_is_that_one_with_its_town_behind_it(
    cell: str, id: str
) -> None:
    assert bodies(cell) == [[id]]


def test_two_bodies_of_one_name_in_two_towns_are_two() -> None:
    assert bodies("Institut für Physik (Gomel);Belarus", "Institut für Physik, Brest;Belarus") == [
        ["by-institut-fur-physik-gomel"],
        ["by-institut-fur-physik-brest"],
    ]


def test_a_body_beside_a_town_as_party_stays_beside_it() -> None:
    text = "Titel;Parteien\nVertrag über Handel;Stadt Bonn, Stadt Wien\n"
    dossier, _ = bl.read_list(text, "de")
    assert ids(dossier.agreements[0]) == [["de-bonn"], ["at-9"]]


def test_a_legal_form_behind_a_company_is_no_place() -> None:
    made = bl.Partner("ch-x", "company", {"de": "Flughafen Zürich AG"}, country="CH")
    assert place_behind("Flughafen Zürich AG", "de", made.kind, made.country) is None


def test_what_behind_a_name_is_no_place_is_left_there() -> None:
    made = bl.Partner("by-x", "university", {"de": "Universität"}, country="BY")
    behind = ("", ", Physik", " (Bonn)", " IL", " (Nationalbank der Republik Belarus)")
    for text in (f"Universität{one}" for one in behind):
        assert place_behind(text, "de", made.kind, made.country) is None


def test_a_region_without_a_town_stays_as_it_is() -> None:
    for text in ("Брянская область", "Брянская область, Гомельская область", "Клинцы, Брянск"):
        assert town_alone(text, "ru") == text


def test_a_town_may_have_its_other_name_in_brackets() -> None:
    text = "Stadt;Land;Seit\nLemberg (Lwiw);Ukraine;1999\nBreslau (Krakau);Polen;2000\n"
    dossier, review = bl.read_list(text, "de", home="Bonn", kind="twinning")
    assert [one.partners[1].id for one in dossier] == ["ua-lviv"]
    assert [one.problem.value for one in review.questions] == ["Breslau (Krakau)"]


def test_of_a_place_of_which_nothing_is_known_nobody_knows_whether_a_town_is_in_it() -> None:
    jena = bl.Partner.city("de-jena")
    assert Placed("Jena", "Harbour", "harbour").has(jena) is None
    # A country says no more than that of the partner.
    assert Placed("Jena", "Germany", "").has(jena)


# --- bodies and the places around them ---

MUSEUM = bl.Partner.like("Астраханский музей-заповедник", "ru", country="RU")


def with_places(cell: str) -> list[tuple[str, str | None]]:
    """The partners of the only row of a list of a museum, with their countries."""
    found = agreement(f"Партнёр;Документ;Дата\n{cell};Договор;3.05.2020\n", home=MUSEUM)
    partners = (one for side in found.sides[1:] for one in side.partners)
    return [(one.name.best("ru").nom, one.country) for one in partners]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cell", "name", "country"),
    [
        ("Музей транспорта, Глазго, В/британия", "Музей транспорта", "GB"),
        ("Музей транспорта, Глазго, Шотландия", "Музей транспорта, Глазго", "GB"),
        ("Музей транспорта (Глазго, Великобр.)", "Музей транспорта", "GB"),
        ("Библиотека, Сев. Корея", "Библиотека", "KP"),
        ("Американский университет, Бишкек, Кыргызстан", "Американский университет", "KG"),
        ("Исторический музей Сербии / Сербия", "Исторический музей Сербии", "RS"),
        ("Музей Литвы - Дворец правителей / Литва", "Музей Литвы - Дворец правителей", "LT"),
        ("Университет Лодзи – Лодзь, Польша", "Университет Лодзи", "PL"),
        ("Польша, г. Лодзь: Университет Лодзи", "Университет Лодзи", "PL"),
        ("Музей искусств (Алматы, РК)", "Музей искусств", "KZ"),
        ("Гос. музей искусств им. Савицкого, Нукус", "Гос. музей искусств им. Савицкого", "UZ"),
        ("Гянджинский университет, Азерб.", "Гянджинский университет", "AZ"),
        ("Музей Х (Узб.)", "Музей Х", "UZ"),
    ],
)
def test_places_around_a_body_are_no_parties(cell: str, name: str, country: str) -> None:
    assert with_places(cell) == [(name, country)]


def test_a_plus_is_between_bodies() -> None:
    found = with_places("Национальный музей Армении + Музей истории Еревана")
    assert [country for _, country in found] == ["AM", "AM"]


@pytest.mark.parametrize(
    "text",
    [
        "Япония, Министерство здравоохранения Японии",
        "ЕС – Беларусь",
        "Минск: 5",
        "Институт химии / Институт физики",
        "Сан-Паулу / Бразилия",
        "Москва – Университет Лодзи",
        "Министерство, Польша",
        "г. Абвгдск: Университет",
    ],
)
def test_what_is_no_body_with_its_places_stays_as_it_is(text: str) -> None:
    assert body_first(text, "ru") == text


@pytest.mark.parametrize(
    "cell",
    [
        # Which of the two countries it is in, nobody tells.
        "Немецкий театр, Ташкент",
        "Посольство Германии, Россия",
        "Музей Х (Инд.)",
        "Музей Х, Аб.",
        "Музей Х, 1-й.",
    ],
)
def test_a_place_that_does_not_tell_the_country_is_asked_about(cell: str) -> None:
    text = f"Партнёр;Документ;Дата\n{cell};Договор;3.05.2020\n"
    _, review = bl.read_list(text, "ru", home=MUSEUM)
    assert [row for row in review if row.questions]


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Гос. музей искусств, Нукус", "museum", "UZ"),
        ("Обл. музей, Гомель", "museum", "BY"),
        # A county is called медье.
        ("Гродненский гос. мед. университет", "university", "BY"),
        ("медье Баранья", "region", "HU"),
        # After whom it is named ends at the comma.
        ("Университет им. Огарёва, Саранск", "university", "RU"),
    ],
)
def test_attributes_that_are_cut_are_none_of_the_nouns(name: str, kind: str, country: str) -> None:
    party = read_party(name, "ru", None)
    assert (party.kind, party.country) == (kind, country)


@pytest.mark.parametrize(
    ("cell", "sides"),
    [
        ("Беларусь, Витебская обл.", [("region", "Витебская область")]),
        ("Витебская обл., Беларусь", [("region", "Витебская область")]),
        ("Россия, Республика Татарстан", [("region", "Республика Татарстан")]),
        ("Норвегия, фюльке Тромс", [("region", "фюльке Тромс")]),
        ("Куба, пров. Маябеке", [("region", "провинция Маябеке")]),
        ("Литва, Клайпедский р-н", [("region", "Клайпедский район")]),
        ("Польша, г. Варшава", [("city", "Варшава")]),
        ("Россия, Москва, Казань", [("city", "Москва"), ("city", "Казань")]),
        ("КНР, пров. Аньхой, г. Сучжоу", [("city", "Сучжоу")]),
        ("г. Сучжоу, пров. Аньхой, КНР", [("city", "Сучжоу")]),
        ("Россия, Брянская область, Московская область", [
            ("region", "Брянская область"), ("region", "Московская область"),
        ]),
        ("Финляндия, Союз коммун Лапландии", [("association", "Союз коммун Лапландии")]),
    ],
)  # fmt: skip
def test_a_state_before_a_place_is_where_it_is_and_no_party(
    cell: str, sides: list[tuple[str, str]]
) -> None:
    text = f"партнёр;документ;дата\n{cell};Меморандум о сотрудничестве;2019\n"
    found = agreement(text, home="Белорусский государственный университет")
    assert [(one.kind.value, one.name.marked("ru")) for one in found.sides[1]] == sides


def test_states_between_commas_are_parties() -> None:
    text = "стороны;документ\nРоссия, Казахстан;Соглашение о туризме\n"
    found = agreement(text)
    assert ids(found) == [["ru"], ["kz"]]


@pytest.mark.parametrize(
    ("title", "partner"),
    [
        (
            "План мероприятий с Витебским облисполкомом",
            "Витебский областной исполнительный комитет",
        ),
        ("План мероприятий с Гродненским облисполкомом", "Витебская область"),
        ("План мероприятий", "Витебская область"),
    ],
)
def test_the_body_of_a_place_in_the_title_goes_before_the_place_in_its_column(
    title: str, partner: str
) -> None:
    text = f"партнёр;документ\nБеларусь, Витебская обл.;{title}\n"
    found = agreement(text, home="Мурманская область")
    assert [one.name.marked("ru") for one in found.sides[1]] == [partner]


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("Кор. Респ.", "KR"),
        ("Итал. Респ.", "IT"),
        ("Латв. Респ.", "LV"),
        ("Росс. Федерация", "RU"),
        ("Герм.", "DE"),
        ("Китайская НР", "CN"),
    ],
)
def test_a_country_may_be_cut_short_in_a_column(country: str, code: str) -> None:
    (town,) = towns(f"Абвград;{country}")
    assert town.country == code


def test_of_several_in_a_cell_a_famous_one_stays_in_its_country() -> None:
    text = "Организация;Страна;Дата\n«Узбекнефтегаз» / Газпром международный;РФ;19.10.2018\n"
    owner = "Ташкентский государственный технический университет"
    found = agreement(text, "ru", home=owner, kind="agreement")
    assert [one.country for side in found.sides[1:] for one in side.partners] == ["UZ", "RU"]
