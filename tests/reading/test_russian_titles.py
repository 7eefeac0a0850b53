"""What titles in Russian have of their own."""

from __future__ import annotations

import pytest

import bilateral as bl

Found = list[list[tuple[str, str | None, str | None]]]


def sides(text: str) -> Found:
    title = bl.parse_title(text, "ru")
    return [
        [(party.text, party.country, party.kind and str(party.kind)) for party in side]
        for side in title.sides
    ]


def kinds(text: str) -> list[str | None]:
    return [kind for side in sides(text) for *_, kind in side]


class TestParties:
    def test_further_parties_may_stand_behind_commas(self) -> None:
        assert sides(
            "Соглашение между Минкультуры России и Министерством культуры Сербии, Национальной "
            "библиотекой Сербии и Музеем Николы Теслы о выставках"
        ) == [
            [("Минкультуры России", "RU", "ministry")],
            [
                ("Министерством культуры Сербии", "RS", "ministry"),
                ("Национальной библиотекой Сербии", "RS", "public_body"),
                ("Музеем Николы Теслы", None, "museum"),
            ],
        ]

    @pytest.mark.parametrize(
        "behind",
        [
            ", Улан-Батор",
            ", г. Улан-Батор",
            ", подписанное министрами",
            ", заключённое Министерством",
            " (Министерством обороны)",
        ],
    )
    def test_what_else_stands_behind_a_comma_is_no_party(self, behind: str) -> None:
        text = f"Соглашение между Правительством РФ и Правительством Монголии{behind}"
        assert len(sides(text)[1]) == 1

    def test_an_abbreviated_noun_has_no_ending(self) -> None:
        title = bl.parse_title("Договор о побратимстве между г. Павлодар и г. Денизли", "ru")
        assert [party.country for party in title.parties] == ["KZ", "TR"]
        assert title.uncertain == set()

    def test_the_members_of_a_union_are_no_part_of_its_name(self) -> None:
        text = (
            "Соглашение между Евразийским экономическим союзом и его государствами-членами, с "
            "одной стороны, и Республикой Сербией, с другой стороны, о зоне свободной торговли"
        )
        assert sides(text) == [
            [("Евразийским экономическим союзом", None, "international_org")],
            [("Республикой Сербией", "RS", "state")],
        ]

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Народным Правительством провинции Сычуань (КНР)", "regional_executive"),
            ("Народным правительством провинции Сычуань", "regional_executive"),
            ("агентством Синьхуа", "news_agency"),
            ("информагентством «Анадолу»", "news_agency"),
            ("Синьхуа", "news_agency"),
            ("агентством «Хабар»", "public_body"),
            ("Университетом Анадолу", "university"),
            ("Правительством Нижегородской области Российской Федерации", "regional_executive"),
            ("Бельгийско-Люксембургским экономическим союзом", "international_org"),
            ("Управлением статистики Дубая", "public_body"),
            ("Монгольским национальным радио и телевидением", "broadcaster"),
            ("ФГБОУ ВО «Белгородский университет»", "university"),
            ("Паралимпийским комитетом Кубы", "sports_body"),
            ("МГИМО МИД России", None),
            ("СПбГУ", "university"),
            ("ВГМУ имени Бурденко", "university"),
            ("ПОО-ГУ", None),
            ("ГУ «Музей»", "museum"),
            ("КОМИТЕТОМ МИД РОССИИ", "public_body"),
        ],
    )
    def test_its_noun_tells_the_kind(self, name: str, kind: str | None) -> None:
        assert kinds(f"Меморандум между Министерством культуры Кубы и {name}") == ["ministry", kind]

    def test_a_short_name_in_brackets_is_no_place(self) -> None:
        text = "Соглашение между Правительством Кубы и Всемирной организацией здравоохранения (ВОЗ)"
        title = bl.parse_title(text, "ru")
        assert [party.partner and party.partner.id for party in title.parties] == [
            "cu-government",
            "who",
        ]

    def test_what_lies_in_china_has_a_code_of_its_own(self) -> None:
        text = (
            "Договор между Республикой Беларусь и Специальным административным районом Гонконг "
            "Китайской Народной Республики о правовой помощи"
        )
        assert [party.country for party in bl.parse_title(text, "ru").parties] == ["BY", "HK"]

    @pytest.mark.parametrize(
        ("name", "country"),
        [
            ("Росстандартом", "RU"),
            ("Казгидрометом", "KZ"),
            ("Госкорпорацией «Росатом»", "RU"),
            ("Росстатом Казахстана", "KZ"),
            ("Фондом Росконгресс", None),
        ],
    )
    def test_an_abbreviated_name_begins_with_its_country(
        self, name: str, country: str | None
    ) -> None:
        title = bl.parse_title(f"Меморандум между Министерством культуры Кубы и {name}", "ru")
        assert [party.country for party in title.parties] == ["CU", country]

    @pytest.mark.parametrize("name", ["Правительством РТ", "Генеральной прокуратурой РТ"])
    def test_the_initials_of_two_places_are_asked(self, name: str) -> None:
        title = bl.parse_title(f"Соглашение между {name} и Правительством Украины", "ru")
        assert ([party.country for party in title.parties], title.uncertain) == (
            [None, "UA"],
            {"sides"},
        )


class TestWithoutNames:
    @pytest.mark.parametrize(
        "parties", ["правительствами двух стран", "министерствами обороны", "Сторонами"]
    )
    def test_parties_without_names_are_asked_and_are_no_subject(self, parties: str) -> None:
        title = bl.parse_title(f"Соглашение между {parties} о взаимодействии в туризме", "ru")
        assert (title.sides, title.subject) == ((), "взаимодействии в туризме")
        assert "sides" in title.uncertain

    def test_without_a_subject_they_are_all_that_is_said(self) -> None:
        assert bl.parse_title("Соглашение между Сторонами", "ru").subject == "между Сторонами"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Протокол 46-й сессии Российско-Норвежской комиссии по рыболовству", "session_protocol"),
        ("Соглашение об установлении отношений побратимства между Минском и Бонном", "twinning"),
        ("Письмо-соглашение между Республикой Казахстан и Всемирным банком", "agreement"),
    ],
)
def test_a_kind_has_several_names(text: str, kind: str) -> None:
    title = bl.parse_title(text, "ru")
    assert (title.kind, "kind" in title.uncertain) == (kind, False)


def test_changes_to_a_document_may_have_no_kind_of_their_own() -> None:
    title = bl.parse_title("Изменения в Соглашение между Минском и Новосибирском", "ru")
    assert "kind" in title.uncertain


def test_whether_it_is_in_force_is_no_subject() -> None:
    title = bl.parse_title(
        "Соглашение между Россией и Маврикием о налогах (подписано в г. Москве 24.08.1995, не "
        "вступило в силу)",
        "ru",
    )
    assert (str(title.date), title.subject) == ("1995-08-24", "налогах")


def test_the_sort_of_years_is_no_subject() -> None:
    title = bl.parse_title(
        "Рабочая программа сотрудничества между Гродненским государственным университетом и "
        "Щецинским университетом на 2024/2025 учебный год",
        "ru",
    )
    assert (title.subject, str(title.period)) == ("сотрудничества", "2024/2025")


def test_the_heads_of_two_states_share_their_noun() -> None:
    text = "Совместное заявление глав государств Республики Казахстан и Республики Узбекистан"
    assert kinds(text) == ["head_of_state", "head_of_state"]


def test_an_implementing_protocol_carries_out_what_it_is_to() -> None:
    title = bl.parse_title(
        "Имплементационный протокол между Россией и Литвой к Соглашению о реадмиссии", "ru"
    )
    assert [other.kind for other in title.implements] == ["agreement"]


class TestKinds:
    def test_a_programme_of_events_is_about_what_these_are(self) -> None:
        title = bl.parse_title(
            "Программа совместных мероприятий в сфере спорта между Кенией и Перу", "ru"
        )
        assert (str(title.kind), title.subject) == ("programme", "в сфере спорта")


class TestBodies:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Ташкентским фармацевтическим институтом", "university"),
            ("Ташкентским институтом истории", "research_institute"),
            ("Провинциальной ассамблеей Гаваны", "regional_council"),
        ],
    )
    def test_the_whole_name_of_a_sort_of_body_tells_its_kind(self, name: str, kind: str) -> None:
        text = f"Соглашение о сотрудничестве между {name} и Университетом Белграда"
        assert kinds(text)[0] == kind

    def test_an_adjective_tells_where_a_body_behind_the_subject_is(self) -> None:
        assert sides(
            "Программа обменов в сфере спорта Администрации г. Пскова и Витебского городского "
            "исполнительного комитета"
        ) == [
            [("Администрации г. Пскова", "RU", "city_executive")],
            [("Витебского городского исполнительного комитета", "BY", "city_executive")],
        ]

    def test_a_town_is_no_party_apart_from_its_administration(self) -> None:
        title = (
            "План мероприятий в области туризма Администрации города Смоленска и Оршанского "
            "районного исполнительного комитета"
        )
        assert [side for ((_, *side),) in sides(title)] == [
            ["RU", "city_executive"],
            ["BY", "district_executive"],
        ]
        assert "sides" in bl.parse_title(title, "ru").uncertain

    def test_three_bodies_behind_the_subject_are_no_two(self) -> None:
        title = bl.parse_title(
            "Программа обменов в сфере спорта Министерства спорта Кении, Министерства спорта Перу "
            "и Министерства спорта Чили",
            "ru",
        )
        assert "sides" in title.uncertain


class TestSectors:
    @pytest.mark.parametrize(
        ("subject", "codes"),
        [
            ("об информационном сотрудничестве в области банковского надзора", ["banking"]),
            ("об информационном сотрудничестве", ["media"]),
            ("о культурном и информационном сотрудничестве", ["culture", "media"]),
            ("о совместном управлении больницей", ["health"]),
            ("о сотрудничестве в области государственного управления", ["governance"]),
            ("о сотрудничестве в области управления и туризма", ["governance", "tourism"]),
        ],
    )
    def test_a_weak_word_names_a_field_only_where_nothing_else_does(
        self, subject: str, codes: list[str]
    ) -> None:
        title = bl.parse_title(f"Соглашение между Кенией и Перу {subject}", "ru")
        assert [sector.code for sector in title.sectors] == codes


class TestOffices:
    def test_who_holds_an_office_acts_for_their_body(self) -> None:
        assert kinds(
            "Соглашение между Министром обороны Республики Казахстан и Министром обороны Кубы"
        ) == ["ministry", "ministry"]
        assert kinds(
            "Соглашение между Губернатором Приморского края и Губернатором префектуры Ниигата"
        ) == ["regional_executive", "regional_executive"]
        assert kinds("Соглашение между Кабинетом Министров Украины и Советом Министров Кубы") == [
            "government",
            "government",
        ]


class TestSentences:
    def test_the_kind_may_be_a_sentence_behind_the_parties(self) -> None:
        text = "О сотрудничестве в области туризма между Россией и Кубой. Соглашение. 5 мая 1998 г."
        title = bl.parse_title(text, "ru")
        assert sides(text) == [[("Россией", "RU", "state")], [("Кубой", "CU", "state")]]
        assert (title.subject, str(title.date)) == (
            "сотрудничестве в области туризма",
            "1998-05-05",
        )

    def test_what_stands_between_them_says_what_about(self) -> None:
        title = bl.parse_title(
            "О взаимопонимании между Россией и Кубой о высшем образовании. Меморандум", "ru"
        )
        assert title.subject == "высшем образовании"

    def test_a_further_body_behind_a_comma_is_marked(self) -> None:
        title = bl.parse_title(
            "О взаимопонимании между МИД России и МИД Кубы, Национальным советом "
            "университетов Кубы о науке. Меморандум",
            "ru",
        )
        assert "sides" in title.uncertain


class TestTowns:
    @pytest.mark.parametrize("joined", ["Пскова и Нойса", "Псков и Нойс", "Псков – Нойс"])
    def test_the_plural_of_the_abbreviation_for_towns_is_a_noun_of_both(self, joined: str) -> None:
        first, _, second = joined.replace("–", "и").partition(" и ")
        text = f"Договор о дружбе гг. {joined}"
        assert sides(text) == [[(first, "RU", "city")], [(second, "DE", "city")]]

    def test_the_letters_of_another_alphabet_are_read_as_those_that_they_look_like(self) -> None:
        assert sides("Соглашение между Pоссией и Kубой о торговле")[0][0][1:] == ("RU", "state")


class TestDays:
    def test_a_day_of_a_law_is_none_of_the_document(self) -> None:
        title = bl.parse_title(
            "Федеральный закон от 05.05.2010 N 73-ФЗ «О ратификации Соглашения между Россией и "
            "Кубой о торговле» (принят ГД ФС РФ 16.04.2010)",
            "ru",
        )
        assert (title.date, title.period) == (None, None)

    def test_the_first_of_two_days_is_asked_for(self) -> None:
        title = bl.parse_title(
            "Обмен нотами между Россией и Кубой об отмене виз от 3 и 17 марта 2016 г.", "ru"
        )
        assert (title.subject, title.rest) == ("отмене виз", ("от 3 и",))
        assert "date" in title.uncertain

    def test_the_year_of_a_document_is_its_date(self) -> None:
        title = bl.parse_title("Соглашение между Россией и Кубой о торговле от 1998 г.", "ru")
        assert (str(title.date), title.period) == ("1998", None)

    def test_how_many_a_year_is_no_length_of_time(self) -> None:
        title = bl.parse_title("Соглашение об обмене между БГУ и МГУ, 2 студента в год", "ru")
        assert title.duration is None


class TestPairs:
    def test_two_names_that_a_dash_joins_may_be_the_parties(self) -> None:
        title = bl.parse_title("Соглашение о строительстве дороги Арзамас – Шушенъях", "ru")
        assert title.sides == ()
        assert "sides" in title.uncertain

    def test_two_parties_of_known_kinds_and_countries_are_certain(self) -> None:
        title = bl.parse_title("Договор о породнённых портах: Одесса – Йокогама", "ru")
        assert "sides" not in title.uncertain
