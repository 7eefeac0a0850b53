"""The nouns that say what parties are, and parties that no "between" announces."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.reading.bodies.head_nouns import HeadNouns
from bilateral.reading.parties import read_party
from bilateral.reading.words import Text


def sides(text: str, lang: str) -> list[tuple[str, str | None, str | None]]:
    title = bl.parse_title(text, lang)
    return [(party.text, party.head, party.country) for party in title.parties]


class TestHeads:
    @pytest.mark.parametrize(
        ("lang", "text", "kinds"),
        [
            ("de", "Memorandum zwischen der Brandwacht der Republik Belarus und Polen", None),
            ("ru", "Меморандум между Пожарной охраной Республики Беларусь и Польшей", None),
            ("ru", "Меморандум между Стражей Республики Беларусь и Польшей", None),
            ("en", "Memorandum between the Guard of the Republic of Belarus and Poland", None),
            ("en", "Memorandum between the Government Delegation of Belarus and Poland", None),
            ("de", "Memorandum zwischen der Regierung von Belarus und Polen", "government"),
            ("en", "Memorandum between the University Hospital of Minsk and Poland", "hospital"),
            ("ru", "Меморандум между МИД Беларуси и Польшей", "ministry"),
        ],
    )
    def test_the_kind_of_a_party_is_that_of_its_first_noun(self, lang, text, kinds) -> None:
        first, _ = bl.parse_title(text, lang).parties
        assert first.kind == kinds

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("en", "Joint Statement by the French and German Governments on climate protection"),
            ("en", "Joint Statement by the French and the German Government on climate change"),
            ("de", "Gemeinsame Erklärung der französischen und der deutschen Regierung"),
            ("ru", "Совместное заявление французского и немецкого правительств"),
        ],
    )
    def test_a_head_noun_behind_two_adjectives_is_shared(self, lang: str, text: str) -> None:
        title = bl.parse_title(text, lang)
        one, other = title.parties
        assert (one.country, other.country) == ("FR", "DE")
        assert one.head == other.head
        assert [party.partner and party.partner.id for party in title.parties] == [
            "fr-government",
            "de-government",
        ]

    def test_a_shared_head_noun_may_have_its_field_behind_it(self) -> None:
        assert sides("Memorandum between the Kazakh and Uzbek Ministries of Energy", "en") == [
            ("Kazakh", "Ministries of Energy", "KZ"),
            ("Uzbek", "Ministries of Energy", "UZ"),
        ]

    def test_two_adjectives_with_a_noun_that_is_no_head_share_none(self) -> None:
        title = bl.parse_title("Memorandum between the French and German of trade", "en")
        assert [party.head for party in title.parties] == [None, None]

    def test_nothing_is_cut_within_brackets(self) -> None:
        assert sides(
            "Twinning between the cities of Lyon (France) and Halle (Germany, Saxony-Anhalt)", "en"
        ) == [
            ("Lyon (France)", "cities", "FR"),
            ("Halle (Germany, Saxony-Anhalt)", "cities", "DE"),
        ]

    def test_a_head_noun_far_behind_two_adjectives_is_not_shared(self) -> None:
        title = bl.parse_title(
            "Memorandum between the French and German Very Old Good Small Ministries", "en"
        )
        assert {party.head for party in title.parties} == {None}

    def test_what_is_long_in_brackets_belongs_to_no_party(self) -> None:
        title = bl.parse_title(
            "Memorandum between Peru and Chile (Which Have Been Friends For Very Many Good Years)",
            "en",
        )
        assert [party.text for party in title.parties] == ["Peru", "Chile"]

    def test_a_name_that_goes_on_beyond_a_party_is_none_of_its(self) -> None:
        assert sides("Agreement between Peru and Guinea and Bissau", "en")[1][2] == "GN"

    def test_what_a_ministry_is_for_belongs_to_its_name(self) -> None:
        texts = [
            party[0]
            for party in sides(
                "Abkommen zwischen dem Ministerium für Verkehr und dem Institut für Bau von Polen "
                "über Straßen",
                "de",
            )
        ]
        assert texts == ["Ministerium für Verkehr", "Institut für Bau von Polen"]


class TestPartiesWithoutBetween:
    @pytest.mark.parametrize(
        ("lang", "text", "countries"),
        [
            ("ru", "Протокол о взаимодействии МИД Беларуси и МИД Китая", ["BY", "CN"]),
            ("ru", "Меморандум о дружбе Польши и Литвы", ["PL", "LT"]),
            ("ru", "Меморандум о дружбе Польши и Литвы в области спорта", ["PL", "LT"]),
            ("ru", "Соглашение о взаимной торговле России и Сербии", ["RU", "RS"]),
            ("de", "Gemeinsame Erklärung Deutschlands und Norwegens", ["DE", "NO"]),
            ("en", "Memorandum: Rwanda and Estonia, digital cooperation", ["RW", "EE"]),
            ("en", "MoU b/w India and Bhutan on healthcare", ["IN", "BT"]),
            ("en", "Serbia–United Arab Emirates Free Trade Agreement", ["RS", "AE"]),
            ("en", "Trade agreement, Egypt and Sudan", ["EG", "SD"]),
            ("en", "Agreement between Egypt & Sudan on trade", ["EG", "SD"]),
            ("de", "Deutschland – Polen: Vertrag über gute Nachbarschaft", ["DE", "PL"]),
            ("ru", "Соглашение РБ–РФ о пенсиях", ["BY", "RU"]),
            ("en", "Memorandum on friendship of Egypt and Sudan", ["EG", "SD"]),
        ],
    )
    def test_parties_are_found_in_the_genitive_in_lists_and_by_dashes(
        self, lang: str, text: str, countries: list[str]
    ) -> None:
        title = bl.parse_title(text, lang)
        assert [party.country for party in title.parties] == countries

    def test_names_that_are_not_known_are_parties_behind_what_is_general(self) -> None:
        for text in (
            "Меморандум о дружбе Хвалынска и Зареченска",
            "Меморандум: Хвалынск и Зареченск",
        ):
            title = bl.parse_title(text, "ru")
            assert len(title.parties) == 2
            assert "sides" in title.uncertain

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("ru", "Меморандум о строительстве моста у границы Польши"),
            ("ru", "Соглашение о музее Чехова и Толстого"),
            ("ru", "Меморандум: о торговле и культуре"),
            ("en", "Agreement on the history of trade and culture"),
        ],
    )
    def test_what_is_no_pair_of_names_is_no_party(self, lang: str, text: str) -> None:
        assert bl.parse_title(text, lang).parties == ()

    def test_a_party_begins_with_no_preposition(self) -> None:
        assert bl.parse_title("Agreement between in Belarus and Poland", "en").parties == ()

    def test_the_first_between_that_has_parties_names_them(self) -> None:
        title = bl.parse_title(
            "Agreement between Belarus and Poland on the border between Brest and Terespol", "en"
        )
        assert [party.country for party in title.parties] == ["BY", "PL"]
        assert "sides" not in title.uncertain


def test_a_head_noun_of_several_words_ends_where_it_must() -> None:
    nouns = HeadNouns(Text("Academy of Sciences", "en"))
    assert [head and head.end for head in (nouns.at(0, 3), nouns.at(0, 1), nouns.at(0, 0))] == [
        3,
        1,
        None,
    ]


def test_a_body_that_has_said_what_it_is_for_goes_on_with_no_preposition() -> None:
    title = bl.parse_title(
        "Agreement between the State Committee on Science and the Andean Youth Committee on Trade",
        "en",
    )
    assert [party.text for party in title.parties] == [
        "State Committee on Science",
        "Andean Youth Committee",
    ]


@pytest.mark.parametrize(
    ("lang", "title", "countries"),
    [
        ("ru", "Дорожная карта сотрудничества Брестской и Оренбургской областей", ["BY", "RU"]),
        ("ru", "Программа сотрудничества Минска и Вильнюса", ["BY", "LT"]),
        ("en", "Programme of cooperation of Belarus and Kenya", ["BY", "KE"]),
        ("de", "Programm der Zusammenarbeit Sachsens und Thüringens", ["DE", "DE"]),
    ],
)
def test_the_parties_may_stand_behind_a_word_of_cooperation(lang, title, countries):
    read = bl.parse_title(title, lang)
    assert [party.country for party in read.parties] == countries
    assert (read.subject, "sides" in read.uncertain) == (None, False)


class TestBodies:
    """Where the name of a body ends, and what kind of body it is."""

    @pytest.mark.parametrize(
        ("lang", "text", "second"),
        [
            (
                "ru",
                "Соглашение между Польшей и Агентством Республики Казахстан по статистике",
                "Агентством Республики Казахстан по статистике",
            ),
            (
                "ru",
                "Соглашение между Комитетом статистики Польши и "
                "Агентством Республики Казахстан по статистике",
                "Агентством Республики Казахстан по статистике",
            ),
            (
                "ru",
                "Соглашение между Польшей и Таможенным комитетом Республики Беларусь по обмену",
                "Таможенным комитетом Республики Беларусь",
            ),
            (
                "ru",
                "Соглашение между Польшей и Комитетом Республики Беларусь по вопросам торговли",
                "Комитетом Республики Беларусь",
            ),
            (
                "ru",
                "Соглашение между Польшей и Центром экологии, геологии и метеорологии",
                "Центром экологии, геологии и метеорологии",
            ),
            (
                "en",
                "Memorandum between Peru and the Uzbek Agency for Technical Regulation on Trade",
                "Uzbek Agency for Technical Regulation",
            ),
            (
                "en",
                "Memorandum between Peru and the Indonesian National Police on Combating Crime",
                "Indonesian National Police",
            ),
            (
                "en",
                "Memorandum between Peru and the French National Centre for Space Studies",
                "French National Centre for Space Studies",
            ),
            (
                "en",
                "MoU between Peru and the Japan Society for the Promotion of Science (JSPS)",
                "Japan Society for the Promotion of Science (JSPS)",
            ),
            (
                "en",
                "Agreement on Trade between Peru and the Ethiopian Railways Corporation",
                "Ethiopian Railways Corporation",
            ),
            (
                "de",
                "Vereinbarung zwischen Peru und dem Ministerium für Wirtschaft, Handel und "
                "Beseitigung von Folgen über Kultur",
                "Ministerium für Wirtschaft, Handel und Beseitigung von Folgen",
            ),
            (
                "de",
                "Vereinbarung zwischen Peru und dem Forschungs-, Entwicklungs- und Innovationsamt",
                "Forschungs-, Entwicklungs- und Innovationsamt",
            ),
        ],
    )
    def test_a_name_goes_on_with_what_the_body_is_for(
        self, lang: str, text: str, second: str
    ) -> None:
        assert bl.parse_title(text, lang).parties[1].text == second

    @pytest.mark.parametrize(
        ("lang", "name", "kind"),
        [
            ("ru", "Гродненской областной клинической больницей", "hospital"),
            ("ru", "Минским областным исполнительным комитетом", "regional_executive"),
            ("ru", "г. Полоцк", "city"),
            ("ru", "администрацией г. Иркутска", "city_executive"),
            ("ru", "Росрыболовством", "public_body"),
            ("ru", "Минлесхозом", "ministry"),
            ("ru", "Госстандартом", "state_committee"),
            ("ru", "муниципалитетом Тегерана", "municipality"),
            ("ru", "Эксимбанком Китая", "bank"),
            ("ru", "Президентом Республики Казахстан А. Г. Ивановым", "head_of_state"),
            ("ru", "Союзом «Торгово-промышленная палата Ставропольского края»", "chamber"),
            ("ru", "Союзом «Заря»", "association"),
            ("ru", "хокимиятом Бухарской области", "regional_executive"),
            ("ru", "хокимиятом города Бухары", "city_executive"),
            ("ru", "Президентом Российской Федерации", "head_of_state"),
            ("ru", "Генеральной прокуратурой Государства Катар", "public_body"),
            ("ru", "Государственной пограничной охраной Латвийской Республики", "public_body"),
            ("ru", "Ночной сменой Латвийской Республики", None),
            ("ru", "Истринским городским округом", "municipality"),
            ("ru", "Джизакским педагогическим институтом", "university"),
            ("en", "Hungarian State Opera", "theatre"),
            ("de", "Goethe-Gymnasium", "school"),
            ("de", "Chinesischen Nationalmuseum", "museum"),
        ],
    )
    def test_its_noun_tells_the_kind(self, lang: str, name: str, kind: str) -> None:
        start = {"de": "Abkommen zwischen Polen und dem ", "en": "Agreement between Poland and "}
        text = start.get(lang, "Соглашение между Польшей и ") + name
        assert bl.parse_title(text, lang).parties[1].kind == kind


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Friedensvertrag zwischen den Königreichen Spanien und Marokko",
            [("Spanien", "Königreichen", "ES"), ("Marokko", "Königreichen", "MA")],
        ),
        (
            "Vertrag zwischen den Niederlanden und Marokko",
            [("Niederlanden", None, "NL"), ("Marokko", None, "MA")],
        ),
        (
            "Vertrag zwischen den Vereinigten Staaten und Marokko",
            [("Vereinigten Staaten", None, "US"), ("Marokko", None, "MA")],
        ),
    ],
)
def test_a_noun_of_states_in_the_plural_is_shared(text, parties) -> None:
    assert sides(text, "de") == parties


def test_a_trade_that_ends_like_a_body_is_none() -> None:
    text = (
        "Memorandum zwischen der Wirtschaftskammer Österreich und dem Polnischen Verband für"
        " Handel, Gewerbe und Handwerk"
    )
    assert sides(text, "de")[1] == (
        "Polnischen Verband für Handel, Gewerbe und Handwerk",
        None,
        "PL",
    )


def test_a_parliament_is_known_by_its_own_name() -> None:
    title = bl.parse_title("Vereinbarung mit der Werchowna Rada der Ukraine", "de")
    assert [(one.kind, one.country) for one in title.parties] == [("parliament", "UA")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("УО «Витебский государственный медицинский университет»", "university"),
        ("учреждением образования «Гродненский государственный университет»", "university"),
        ("ФГБОУ ВО «Брянский государственный университет»", "university"),
        ("ГУО «Гимназия № 2 г. Солигорска»", "school"),
        ("УЗ «Вилейская центральная районная больница»", "hospital"),
        ("УЗ «Вилейка»", "hospital"),
        ("ПАО Сбербанк", "bank"),
        ("ОАО «Банк развития Республики Беларусь»", "bank"),
        ("ОАО «Банковский процессинговый центр»", "company"),
        ("ООО «Медицинский центр „Нордин“»", "company"),
        ("МИА «Россия сегодня»", "news_agency"),
        ("УО «Вилейка»", "None"),
        ("УО", "None"),
    ],
)
def test_the_name_behind_a_legal_form_tells_the_kind(name: str, kind: str) -> None:
    title = bl.parse_title(f"Соглашение о сотрудничестве между {name} и Перу", "ru")
    assert str(title.parties[0].kind) == kind


def test_nothing_is_cut_within_quotes() -> None:
    text = "Контракт между ООО «Рога, копыта и Ко» и фирмой “Futtaim Trading Co., Ltd.” о поставке"
    title = bl.parse_title(text, "ru")
    assert [party.text for party in title.parties] == [
        "ООО «Рога, копыта и Ко»",
        "фирмой “Futtaim Trading Co., Ltd.”",
    ]


def test_what_a_railway_agrees_about_is_no_part_of_its_name() -> None:
    about = "по вопросам организации контейнерных поездов"
    title = bl.parse_title(f"Протокол между Перу и Китайскими железными дорогами {about}", "ru")
    assert title.parties[1].text == "Китайскими железными дорогами"
    committee = "Комиссией по вопросам молодёжи Сейма Латвии"
    title = bl.parse_title(f"Протокол между Перу и {committee} о сотрудничестве", "ru")
    assert title.parties[1].text == committee


def test_an_abbreviation_of_a_whole_name_ends_a_party() -> None:
    text = "Меморандум о сотрудничестве между Перу и Рослесхозом в области лесного хозяйства"
    title = bl.parse_title(text, "ru")
    assert title.parties[1].text == "Рослесхозом"
    assert title.subject == "в области лесного хозяйства"


def test_a_federation_of_all_japan_is_in_japan() -> None:
    text = "Меморандум о сотрудничестве между Перу и Всеяпонской федерацией дзюдо"
    assert bl.parse_title(text, "ru").parties[1].country == "JP"


def test_a_noun_in_small_letters_begins_no_second_side_behind_names_with_capitals() -> None:
    names = "Российской государственной библиотекой и Национальной библиотекой и архивом Ирана"
    title = bl.parse_title(f"Меморандум о взаимодействии между {names}", "ru")
    assert [len(side) for side in title.sides] == [1, 2]
    assert "sides" in title.uncertain


def test_an_embassy_is_named_with_the_state_that_it_is_in() -> None:
    name = "Посольством Республики Перу в Российской Федерации"
    title = bl.parse_title(f"Обмен нотами между МИД Чили и {name} о визах", "ru")
    assert (title.parties[1].text, title.subject) == (name, "визах")
    assert title.parties[1].country == "PE"


def test_an_abbreviation_of_two_states_is_asked() -> None:
    text = "Меморандум о сотрудничестве между Верховным Судом РК и Верховным Судом Перу"
    assert "sides" in bl.parse_title(text, "ru").uncertain


@pytest.mark.parametrize(
    ("name", "country"),
    [("Южно-Казахстанским университетом", "KZ"), ("Южно-Хвалынским университетом", None)],
)
def test_the_south_of_a_state_is_in_it(name: str, country: str | None) -> None:
    title = bl.parse_title(f"Соглашение о сотрудничестве между {name} и Перу", "ru")
    assert title.parties[0].country == country


@pytest.mark.parametrize(
    ("lang", "name", "kind"),
    [
        ("en", "Finnish Organisation for Consumer Protection", "organisation"),
        ("en", "Croatian Centre for Mine Action", "organisation"),
        ("en", "Saudi Standards, Metrology and Quality Organization", "organisation"),
        ("en", "Polish Tourism Organisation", "public_body"),
        ("en", "Estonian Centre for Standardisation", "public_body"),
        ("en", "Danish Refugee Council", "association"),
        ("en", "Swiss Contact Centre Ltd", "company"),
    ],
)
def test_a_body_of_a_state_whose_noun_says_no_more_is_an_organisation(
    lang: str, name: str, kind: str
) -> None:
    assert read_party(name, lang, None).kind == kind


@pytest.mark.parametrize("name", ["Czech Centre", "National Centre of Expertise"])
def test_what_has_no_country_or_nothing_but_an_adjective_is_asked(name: str) -> None:
    assert read_party(name, "en", None).kind is None


@pytest.mark.parametrize(
    ("name", "country"),
    [("Municipality of Rhodes", "GR"), ("Rhodes University", "ZA"), ("Rhodes Trust", "GB")],
)
def test_rhodes_is_a_town_of_greece_and_the_name_of_others(name: str, country: str) -> None:
    assert read_party(name, "en", None).country == country
