"""Headings above and between the rows of a list hold for the rows below them."""

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from bilateral.intake.layout.headings import Heading, Section, is_record, read_heading
from tests.intake.reading import codes, ids
from tests.reading.score import gold

UNIVERSITY = bl.Partner("uni", "university", {"de": "Universität"}, country="DE")


@pytest.mark.parametrize(
    ("text", "lang", "said"),
    [
        ("Китай", "ru", {"country": "CN"}),
        ("1. Российская Федерация:", "ru", {"country": "RU"}),
        ("Китайская Народная Республика (12)", "ru", {"country": "CN"}),
        ("Georgia", "en", {"country": "GE"}),
        ("Bayern", "de", {"country": "DE"}),
        ("Wien, Österreich (1990)", "de", {}),
        ("Korea, Republic of", "en", {"country": "KR"}),
        # Once more, or cut short, in brackets.
        ("CHINA (PRC)", "en", {"country": "CN"}),
        ("Congo (DRC)", "en", {"country": "CD"}),
        ("Russia [Russian Federation]", "en", {"country": "RU"}),
        ("Japan (cont.)", "en", {"country": "JP"}),
        ("Georgia (USA)", "en", {}),
        ("Georgia (Tbilisi)", "en", {}),
        ("II. Memoranda of understanding", "en", {"kind": "mou"}),
        # Who keeps the list says no kind, but what it has.
        ("Treaties and Legal Division", "en", {}),
        ("Office of Contracts – Register of MoUs", "en", {"kind": "mou"}),
        ("Agreements of the Asia desk", "en", {"kind": "agreement"}),
        ("Действующие договоры о сотрудничестве", "ru", {"kind": "treaty"}),
        ("Partnerstädte der Stadt Jena", "de", {"kind": "twinning"}),
        ("Partner Universities", "en", {"party": "university"}),
        ("Städtepartnerschaften der Gemeinden", "de", {"kind": "twinning", "party": "city"}),
        ("Страны СНГ", "ru", {"place": "страны снг"}),
        ("Вне СНГ", "ru", {"place": "вне снг"}),
        ("Азия, Африка и Америка", "ru", {"place": "азия, африка и америка"}),
        # Many say it for one state in it, but above rows it is a continent.
        ("III. Amerika", "de", {"place": "amerika"}),
        ("Maghreb und Nahost", "de", {"place": "maghreb und nahost"}),
        ("2019 год", "ru", {"year": "2019 год"}),
        ("2003–2011", "en", {"year": "2003–2011"}),
        ("Jahr 2003/04", "de", {"year": "Jahr 2003/04"}),
        ("Total: 35", "en", {"is_note": True}),
        ("17 entries", "en", {"is_note": True}),
        ("17 Dokumente.", "de", {"is_note": True}),
        ("* продлевается автоматически", "ru", {"is_note": True}),
        ("Stand: 15.10.2023", "de", {"is_note": True}),
        ("Исп. Петрова Г.", "ru", {"is_note": True}),
        ("Составитель: отдел договоров", "ru", {"is_note": True}),
        ("Оглавление", "ru", {"place": "оглавление"}),
        ("Last update: Feb. 2020", "en", {"is_note": True}),
        ("THIRD COUNTRIES", "en", {"place": "third countries"}),
        ("AUSTRALIEN / NEUSEELAND", "de", {"place": "australien / neuseeland"}),
        ("Polen und Bayern", "de", {}),
        ("nach oben", "de", {"is_note": True}),
        # Two kinds are none, and neither is a name that says nothing.
        ("Verträge und Memoranden", "de", {"several": "kind"}),
        ("Treaties and agreements", "en", {"several": "kind"}),
        ("Verschiedenes", "de", {}),
        ("...", "en", {}),
        ("x" * 300, "en", {}),
    ],
)
def test_a_heading_says_a_country_a_kind_or_nothing(
    text: str, lang: str, said: dict[str, object]
) -> None:
    assert read_heading(text, lang).said() == said


class TestSections:
    def section(self, *texts: str) -> Section:
        section = Section(Heading(kind=bl.AgreementKind.MOU))
        for text in texts:
            section.enter(read_heading(text, "en"))
        return section

    def test_a_heading_replaces_the_one_before(self) -> None:
        assert self.section("China", "Japan").country == "JP"

    def test_several_states_end_the_one_before(self) -> None:
        assert self.section("China", "Australia and New Zealand").country is None
        assert self.section("China", "France & Low Countries").country is None

    def test_what_came_below_the_one_before_ends_with_it(self) -> None:
        section = self.section("Treaties", "China", "Agreements")
        assert (section.kind, section.country) == (bl.AgreementKind.AGREEMENT, None)
        section = self.section("China", "Treaties", "Japan")
        assert (section.kind, section.country) == (bl.AgreementKind.MOU, "JP")

    def test_one_below_another_ends_nothing_above(self) -> None:
        section = self.section("Treaties", "China", "Japan")
        assert (section.kind, section.country) == (bl.AgreementKind.TREATY, "JP")
        assert self.section("China", "2019", "2020").country == "CN"

    def test_a_part_of_the_world_ends_its_countries(self) -> None:
        assert self.section("Asia", "China", "Africa").country is None

    def test_one_of_which_nothing_is_known_ends_all(self) -> None:
        section = self.section("Treaties", "China", "Miscellaneous")
        assert (section.kind, section.country) == (bl.AgreementKind.MOU, None)

    def test_a_note_ends_nothing(self) -> None:
        assert self.section("China", "Total: 3").country == "CN"

    def test_partners_of_a_list_of_twin_towns_are_towns(self) -> None:
        assert self.section("Twin towns").party is bl.PartnerKind.CITY
        assert self.section("Universities").party is bl.PartnerKind.UNIVERSITY


class TestLists:
    def test_a_country_settles_the_universities_below_it(self) -> None:
        text = (
            "Hochschule;Art\nChina;\nTongji-Universität;Vertrag\nFudan-Universität;Vertrag\n"
            "Polen;\nUniversität Opole;Vertrag\n"
        )
        dossier, review = bl.read_list(text, "de", home=UNIVERSITY)
        assert [one.partners[1].country for one in dossier] == ["CN", "CN", "PL"]
        assert [row.row for row in review if row.state is bl.RowState.HEADING] == [2, 5]

    def test_a_country_stands_for_the_state_in_a_list_of_a_state(self) -> None:
        text = (
            "Китай\nСоглашение о торговле\nМеморандум о торговле\n"
            "Межведомственное соглашение о спорте\n"
        )
        dossier, review = bl.read_list(text, "ru", home="KZ")
        assert [ids(one) for one in dossier] == [[["kz"], ["cn"]]]
        assert [codes(row) for row in review][2:] == [["only-countries"], ["only-country"]]

    def test_a_kind_is_that_of_the_titles_that_name_none(self) -> None:
        text = (
            "Title;Parties\nTreaties;\nOn trade;Peru, Japan\nMemoranda;\nOn fisheries;Peru, Chile\n"
            "Agreement on tourism;Peru, Chile\n"
        )
        dossier, review = bl.read_list(text, "en")
        assert [one.kind.value for one in dossier] == ["treaty", "memorandum", "agreement"]
        assert not review.questions

    def test_the_title_of_a_list_says_the_kind_of_all(self) -> None:
        text = "Partnerstädte der Stadt Jena;\nStadt;Land\nLugoj;Rumänien\nPorto;Portugal\n"
        dossier, _ = bl.read_list(text, "de")
        assert [one.kind.value for one in dossier] == ["twinning", "twinning"]

    def test_a_row_alone_with_a_document_is_none(self) -> None:
        text = (
            "Титул;Дата\nСоглашение между Беларусью и Казахстаном;2020\n"
            "Договор между Перу и Чили;\n"
        )
        _, review = bl.read_list(text, "ru")
        assert [row.state.value for row in review] == ["taken", "taken"]

    def test_words_across_all_columns_are_a_heading_unless_they_name_a_document(self) -> None:
        text = (
            "№;Вуз;Вид;Дата\n1;Рижский университет;договор;2019\n"
            f"{';'.join(['Наши друзья'] * 4)}\n2;Рижская академия;;\n"
            f"{';'.join(['Договор с Грецией'] * 4)}\n;Северный филиал;;\n"
        )
        _, review = bl.read_list(text, "ru", home=UNIVERSITY)
        assert [row.row for row in review if row.state is bl.RowState.HEADING] == [3]
        assert {5, 6} <= {row.row for row in review if row.questions}

    def test_sums_and_notes_are_no_records(self) -> None:
        text = "№;Вуз;Вид\n1;Рижский университет;договор\nИТОГО:;1;\n* см. лист 2;;\n"
        _, review = bl.read_list(text, "ru", home=UNIVERSITY)
        assert [row.state.value for row in review][1:] == ["heading", "heading"]
        assert not review.questions


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Abkommen mit der Universität Wien", True),
        ("MoU mit der Japan Society for Trade (JST), 2007", True),
        ("Abkommen mit Hochschulen in China", False),
        ("Abkommen mit der Russischen Föderation", False),
    ],
)
def test_what_is_singular_and_plural_is_a_record_with_one_body(text, is_one) -> None:
    assert is_record(text, read_heading(text, "de"), "de") is is_one


FIRST = "Agreement between Peru and Chile on trade"
OTHER = "Agreement between Peru and Brazil on tourism"


@pytest.mark.parametrize(
    ("heading", "lang", "signed"),
    [
        ("State visit to Chile, 16 January 2019", "en", "2019-01-16"),
        ("Visit to Chile (Santiago, 15.02.2017)", "en", "2017-02-15"),
        ("Staatsbesuch in Chile, 16. Januar 2019", "de", "2019-01-16"),
        ("Визит в Чили, 16 января 2019 г.", "ru", "2019-01-16"),
        # What is no occasion, or of no day, dates nothing.
        ("Documents on file, 16 January 2019", "en", None),
        ("State visit to Chile, 2019", "en", None),
    ],
)
def test_what_was_signed_on_an_occasion_has_its_day(
    heading: str, lang: str, signed: str | None
) -> None:
    text = f"""1. Agreement between Peru and Cuba on sport

{heading}
2. {FIRST}
3. {OTHER}, 3 May 1994

Other documents
4. Agreement between Peru and Chile on culture
"""
    dossier, review = bl.read_list(text, lang)
    assert not review.questions
    days = [[str(day) for day in one.dates("signed")] for one in dossier.agreements]
    assert days == [[], [signed] if signed else [], ["1994-05-03"], []]


def test_a_column_of_days_is_not_filled_from_a_heading() -> None:
    rows = f"Title;Signed\nState visit to Chile, 16 January 2019;\n{FIRST};\n{OTHER};3 May 1994\n"
    section = Section()
    section.enter(Heading(signed="16 January 2019"))
    assert section.signed == "16 January 2019"
    section.enter(Heading(country="CL"))
    assert section.signed is None
    dossier, _ = bl.read_list(rows.encode(), "en", accept="likely")
    assert [[str(day) for day in one.dates("signed")] for one in dossier.agreements] == [
        [],
        ["1994-05-03"],
    ]


def test_a_sum_may_begin_with_what_is_counted() -> None:
    rows = "".join(f"{one};Memorandum\n" for one in ("Bonn", "Lyon", "Riga"))
    _, review = bl.read_list(f"Partnerstadt;Art\n{rows}Abkommen insgesamt;3\n", "de", home="AT-9")
    assert [row.state for row in review][-1] is bl.RowState.HEADING
    assert read_heading("Verträge insgesamt: 25", "de").is_note
    assert not read_heading("Verträge insgesamt", "de").is_note


@pytest.mark.parametrize("title", ["", "Документы о сотрудничестве\n\n"])
@pytest.mark.parametrize(
    ("heading", "sides", "signed", "place"),
    [
        ("Куба – Чили. Гавана, 17 ноября 2025 года", ["cu", "cl"], "2025-11-17", "Гавана"),
        ("II. Куба – Чили (Гавана, 17 ноября 2025 г.)", ["cu", "cl"], "2025-11-17", "Гавана"),
        ("17.11.2025 – Чили", ["cu", "cl"], "2025-11-17", None),
        # Beside states, a word that is no known town is where they met.
        ("Куба – Чили. Аваза, 17 ноября 2025 года", ["cu", "cl"], "2025-11-17", "Аваза"),
        ("г. Гавана, 17.11.2025", None, "2025-11-17", "г. Гавана"),
        ("Куба – Чили – Перу. Гавана, 17.11.2025", None, "2025-11-17", "Гавана"),
    ],
)
def test_a_heading_of_states_a_place_and_a_day_tells_the_partner_and_the_day(
    title: str, heading: str, sides: list[str] | None, signed: str, place: str | None
) -> None:
    text = f"""{title}{heading}

Соглашение о здравоохранении
Соглашение между Кубой и Чили о туризме

Прочее

Соглашение между Кубой и Перу о торговле
"""
    dossier, _ = bl.read_list(text, "ru", home="CU")
    first = [one for one in dossier if one.titles[0].text.endswith("здравоохранении")]
    assert [[p.id for side in one.sides for p in side.partners] for one in first] == (
        [sides] if sides else []
    )
    (second,) = [one for one in dossier if one.titles[0].text.endswith("туризме")]
    (event,) = second.events
    assert (str(event.date), event.place) == (signed, place)
    (third,) = [one for one in dossier if one.titles[0].text.endswith("торговле")]
    assert not third.events


@pytest.mark.parametrize(
    "line",
    [
        "Куба – Чили. Гавана, ноябрь 2025 года",
        "Сантьяго – Гавана, 17 ноября 2025 года",
        "Министерство спорта, 17 ноября 2025 года",
        "Чили, 17 ноября 2025 года, срок действия 5 лет",
        "17 ноября 2025 года – Чили – 18 ноября 2025 года",
    ],
)
def test_a_line_that_says_anything_else_is_no_such_heading(line: str) -> None:
    text = f"{line}\nСоглашение между Кубой и Чили о туризме\n"
    dossier, _ = bl.read_list(text, "ru", home="CU")
    assert [one.events for one in dossier if one.titles[0].text.endswith("туризме")] == [()]


def test_of_a_list_of_partners_a_line_of_places_and_a_day_may_be_a_record() -> None:
    text = "Наименование\nЧили, 17 ноября 2025 года\nПеру, 18 ноября 2025 года\n"
    dossier, _ = bl.read_list(text, "ru", home="CU", kind="treaty")
    assert [[str(day) for day in one.dates("signed")] for one in dossier.agreements] == [
        ["2025-11-17"],
        ["2025-11-18"],
    ]


def test_a_row_of_a_table_may_be_such_a_heading() -> None:
    rows = "№;Документ;Срок\n;Куба – Чили. Гавана, 17 ноября 2025 года;\n"
    rows += "1;Соглашение о здравоохранении;5 лет\n2;Соглашение о туризме;3 года\n"
    dossier, review = bl.read_list(rows, "ru", home="CU")
    assert not review.questions
    assert [[str(day) for day in one.dates("signed")] for one in dossier.agreements] == [
        ["2025-11-17"],
        ["2025-11-17"],
    ]


@pytest.mark.parametrize(
    ("heading", "lang", "country"),
    [
        ("В ходе визита Президента Чили на Кубу (Гавана, 5 мая 2023 года) подписаны:", "ru", "cl"),
        ("Государственный визит в Чили, 5 мая 2023 г.", "ru", "cl"),
        ("Offizieller Besuch in Chile am 5. Mai 2023", "de", "cl"),
        ("During the visit to Chile on 5 May 2023", "en", "cl"),
        # It names no other state, or several, or is no visit.
        ("По итогам переговоров в Гаване 5 мая 2023 г. подписаны:", "ru", None),
        ("Визит в Чили и Перу, 5 мая 2023 г.", "ru", None),
        ("Подписаны в Чили 5 мая 2023 года:", "ru", None),
    ],
)
def test_a_heading_on_a_visit_tells_the_partner_and_the_day(
    heading: str, lang: str, country: str | None
) -> None:
    titles = {"ru": "Соглашение о туризме", "de": "Vertrag über Tourismus"}
    between = {"ru": "Соглашение между Кубой и Перу", "de": "Abkommen zwischen Kuba und Peru"}
    first = between.get(lang, "Agreement between Cuba and Peru")
    title = titles.get(lang, "Agreement on tourism")
    dossier, review = bl.read_list(f"{first}\n\n{heading}\n\n{title}\n", lang, home="CU")
    assert [one.state.value for one in review][1] == "heading"
    told = {one.titles[0].text: one for one in dossier.agreements}.get(title)
    assert (told and told.sides[1].partners[0].id) == country
    assert [str(day) for day in told.dates("signed")] == ["2023-05-05"] if told else not country


def test_with_whom_they_met_holds_up_to_the_next_meeting() -> None:
    text = """Куба – Чили, 5 мая 2023 года

Соглашение о туризме

Подписаны в Гаване 7 мая 2023 года:

Соглашение о здравоохранении
Соглашение между Кубой и Перу о торговле
"""
    dossier, review = bl.read_list(text, "ru", home="CU")
    assert [codes(row) for row in review] == [[], [], ["no-sides"], []]
    days = [[str(day) for day in one.dates("signed")] for one in dossier.agreements]
    assert days == [["2023-05-05"], ["2023-05-07"]]


@pytest.mark.parametrize(
    "line",
    [
        "Решение заседания Совета, 5 мая 2023 г.",
        "Протокол встречи с Чили, 5 мая 2023 г.:",
        "Визит в Чили, 2023 год",
        "Рабочий, 5 мая 2023 г.",
    ],
)
def test_what_is_a_document_or_has_no_day_is_no_heading_on_an_occasion(line: str) -> None:
    text = f"Соглашение между Кубой и Перу о торговле\n{line}\nСоглашение о туризме\n"
    dossier, _ = bl.read_list(text, "ru", home="CU", accept="likely")
    (last,) = [one for one in dossier if one.titles[0].text.endswith("туризме")] or [None]
    assert last is None or not last.events


@pytest.mark.parametrize(
    ("cell", "lang"),
    [
        *(("Student/Faculty Exchange", "en"), ("Dual Degree", "en"), ("Erasmus+", "en")),
        *(("Student Exchange, Study Abroad", "en"), ("Studierendenaustausch", "de")),
        ("Обмен студентами", "ru"),
    ],
)
def test_programmes_in_a_column_of_kinds_are_agreements(cell: str, lang: str) -> None:
    assert Cells(lang).kind(cell).value is bl.AgreementKind.AGREEMENT


@pytest.mark.parametrize("cell", ["Student Exchange, Ceremony", "Exchange", "/"])
def test_what_is_more_or_less_than_a_programme_tells_no_kind(cell: str) -> None:
    assert Cells("en").kind(cell).value is None


def test_a_programme_is_no_heading() -> None:
    assert read_heading("Student exchange", "en") == Heading()


@pytest.mark.parametrize("line", ["Questions? Contact the office, MC 412", "For details see below"])
def test_a_line_about_the_list_below_it_is_a_note(line: str) -> None:
    assert read_heading(line, "en").is_note


@pytest.mark.parametrize(
    "line",
    [
        "Freundschaftsvertrag Blabach (Frankreich), 1962, erneuert 1983",
        "Feuerwehrpartnerschaft Bonn-Blaham (Fire Service)",
        "Verlängerung Projektpartnerschaft Blabau bis Ende 2025",
    ],
)
def test_a_line_that_says_more_of_one_document_is_no_heading(line: str) -> None:
    review = bl.read_list(f"Vertrag mit der Stadt Lyon\n{line}\n", "de", home="Stadt Bonn").review
    assert bl.RowState.HEADING not in {row.state for row in review}


def test_a_line_that_says_more_of_many_documents_is_a_heading() -> None:
    text = "Vertrag mit der Stadt Lyon\nFreundschaftsverträge mit Blabach\nPeru\n"
    _, row, _ = bl.read_list(text, "de", home="Stadt Bonn").review
    assert row.state is bl.RowState.HEADING


def test_a_heading_of_states_says_only_where_bodies_are() -> None:
    museum = bl.Partner.like("Астраханский музей-заповедник", "ru", country="RU")
    text = "С кем;Документ;Дата\nПрикаспийские государства;;\nМузей Баку;Договор;3.05.2020\n"
    dossier, review = bl.read_list(text, "ru", home=museum)
    assert not [row for row in review if row.questions]
    assert ids(next(iter(dossier.agreements)))[1] == ["az-muzey-baku"]


@pytest.mark.parametrize(
    "heading",
    [
        "(подписаны в ходе государственного визита, Маскат, 2 мая 2022 г., если не указано иное)",
        "(подписано в г. Маскате 2 мая 2022 года)",
        "Документы, подписанные в ходе визита (Маскат, 2 мая 2022 г.)",
        "[все документы подписаны 2 мая 2022 г.]",
    ],
)
def test_what_says_when_all_below_was_signed_is_a_heading(heading: str) -> None:
    sides = "между Правительством Республики Узбекистан и Правительством Султаната Оман"
    title = f"Соглашение {sides} о торговле;\nСоглашение {sides} о спорте;"
    dossier, review = bl.read_list(f"I. Оман\n{heading}\n{title}\n", "ru", home="UZ")
    assert not [row for row in review if row.questions]
    days = [str(day) for one in dossier.agreements for day in one.dates("signed")]
    assert days == ["2022-05-02", "2022-05-02"]


def test_numbers_from_one_on_are_none_of_the_titles_between_many_headings() -> None:
    one = "Соглашение между Правительством Республики Узбекистан и Правительством"
    lines = [
        f"Оман:\nМаскат, 2 мая 2022 г.\n1. {one} Султаната Оман о торговле",
        f"Грузия:\nТбилиси, 3 мая 2022 г.\n2. {one} Грузии о торговле",
        f"Турция:\nАнкара, 4 мая 2022 г.\n3. {one} Турецкой Республики о торговле",
    ]
    _, review = bl.read_list("\n".join(lines), "ru", home="UZ")
    assert [row.questions for row in review if row.state is bl.RowState.TAKEN] == [(), (), ()]


def test_a_row_with_a_day_is_no_second_row_of_headers() -> None:
    row = "Костанайская область;Гродненская область;Соглашение;12.04.2002\n"
    text = f"Регион;Регион-побратим;Вид;Дата подписания\n{row}"
    _, review = bl.read_list(text, "ru", home="KZ")
    assert [one.row for one in review] == [2]


def test_what_the_headers_mean_is_no_record_below_them() -> None:
    text = (
        "страна,с кем,документ\n,(полное название),(название док-та)\n"
        "Австрия,Федеральная палата экономики Австрии,Соглашение о сотрудничестве\n"
    )
    dossier, review = bl.read_list(text, "ru", home="Торговая палата Милана")
    assert (len(dossier), review.counts["heading"]) == (1, 1)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Подписанные региональными управлениями и подведомственными организациями:", 0),
        ("Заключены вузами:", 0),
        ("Подписанные, не вступившие в силу:", 1),
        ("Подписаны не министрами:", 1),
        ("Готовятся к подписанию:", 1),
    ],
)
def test_who_has_signed_what_stands_below_is_a_heading(line: str, asked: int) -> None:
    one = "Соглашение между Правительством Казахстана и Правительством {} о туризме, 5 мая {} года"
    titles = [one.format("Венгрии", 2017), line, one.format("Польши", 2018)]
    dossier, review = bl.read_list("\n".join(titles), "ru")
    assert len(dossier) == len(("Венгрия", "Польша"))
    assert len([row for row in review if row.questions]) == asked


@pytest.mark.parametrize(
    "text", ["Universität Lyon, Städtepartnerschaft", "Rajon Uschhorod, Klimapartnerschaft"]
)
def test_a_partner_with_its_kind_behind_it_is_a_record(text: str) -> None:
    assert is_record(text, read_heading(text, "de"), "de")


def test_a_document_behind_its_day_is_no_place_where_others_were_signed() -> None:
    line = "2019-05-12 Protocol on cooperation between Minsk and Vilnius"
    dossier, _ = bl.read_list(f"Agreement with Latvia on trade\n{line}", "en", home="BY")
    assert [str(one.dates("signed")[0]) for one in dossier.agreements[1:]] == ["2019-05-12"]


def test_contacts_with_one_town_are_no_heading() -> None:
    review = bl.read_list(
        "Partnerschaftsvertrag mit Lyon, 1981\nKontakte zur Stadt Arras (Frankreich)",
        "de",
        home="AT",
    ).review
    assert [row.state for row in review][1:] == [bl.RowState.REFUSED]


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("MoU between the Customs Authorities of Peru and the United States of America", "en"),
        ("Extradition Treaty between the Argentine Republic and the United Mexican States", "en"),
        ("Agreement between the United States of America and Latvia on trade", "en"),
        ("Free Trade Agreement between the EFTA States and Ecuador", "en"),
        ("Notes exchanged between Australia and Nauru on visas, 3 July 1998", "en"),
        ("Abkommen zwischen Peru und den Vereinigten Mexikanischen Staaten über Kultur", "de"),
        ("Vertrag vom 14. Mai 1990 zwischen Peru und den Vereinigten Staaten von Amerika", "de"),
    ],
)
def test_a_state_whose_name_has_a_part_of_the_world_makes_no_heading(title: str, lang: str) -> None:
    first = "Vertrag zwischen Peru und Chile" if lang == "de" else "Treaty between Peru and Chile"
    assert not any(row.is_passed_over for row in bl.read_list(f"{first}\n{title}\n", lang).review)


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_no_title_of_a_document_is_a_heading(lang: str) -> None:
    titles = [one.text for one in gold("seen", lang)][::8]
    assert [t for t in titles if not _may_be_record(t, lang)] == []


def _may_be_record(title: str, lang: str) -> bool:
    heading = read_heading(title, lang)
    return not heading.said() or is_record(title, heading, lang)


@pytest.mark.parametrize(("text", "lang"), [("EASTERN EUR.", "en"), ("Osteur.", "de")])
def test_a_part_of_the_world_that_is_cut_short_is_none_of_a_country(text: str, lang: str) -> None:
    assert read_heading(text, lang).place is not None
