"""What lists say in ways of their own: others, from afar, without a document, cut short."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.intake.layout.headers import field_of
from bilateral.intake.layout.headings import Heading, Section, is_record, read_heading
from bilateral.intake.party_cells import PartyCells
from bilateral.intake.places import is_body_in_town
from bilateral.intake.shared_names import SharedNames
from bilateral.intake.short_kinds import in_full, with_kind_in_full
from tests.intake.reading import agreement, codes

THEATRE = bl.Partner("md-opera", "theatre", {"ru": "Национальный театр оперы"}, country="MD")
SEEN = "\nСоглашение с Венским университетом, 2012"


def _first(text: str, lang: str = "ru") -> bl.Agreement:
    dossier, _ = bl.read_list(f"{text}{SEEN}", lang, home=THEATRE)
    return next(iter(dossier.agreements))


def _others(agreement: bl.Agreement) -> list[str]:
    return [one.name.marked("ru") for one in agreement.partners if one.id != THEATRE.id]


@pytest.mark.parametrize(
    ("header", "lang"),
    [
        ("Муниципалитет, организация", "ru"),
        ("Gemeinde, Organisation", "de"),
        ("University / Municipality", "en"),
    ],
)
def test_a_header_of_two_kinds_of_partners_is_that_of_partners(header: str, lang: str) -> None:
    assert field_of(header, lang) == "partner"


def test_a_column_of_kinds_and_dates_has_the_titles() -> None:
    rows = [
        {"Организация": name, "Вид, № и дата документа": document}
        for name, document in (
            ("Никитский ботанический сад (Россия)", "Договор № 7 от 12.03.2014"),
            ("Батумский ботанический сад (Грузия)", "Меморандум о взаимопонимании (05.05.2016)"),
            ("Гилянский университет (Иран)", "Письмо о намерениях, июль 2023"),
        )
    ]
    _, review = bl.read_list(rows, "ru", home="AZ")
    assert review.columns["Вид, № и дата документа"] == "title"
    assert [str(one) for row in review for one in row.questions if one.code == "edtf-syntax"] == []


@pytest.mark.parametrize("text", ["Прочие", "V. ПРОЧИЕ СТРАНЫ:", "Übrige Länder", "Others"])
def test_a_heading_of_others_ends_the_country_before_it(text: str) -> None:
    heading = read_heading(text, "ru")
    section = Section()
    section.enter(Heading(country="IR"))
    section.enter(heading)
    assert section.country is None
    assert not is_record(text, heading, "ru")


def test_a_semicolon_behind_a_title_is_no_part_of_it() -> None:
    text = (
        "Соглашение между Правительством Республики Таджикистан и Правительством Исламской "
        "Республики Пакистан о воздушном сообщении (14 апреля 1995 г., Душанбе);"
    )
    dossier, review = bl.read_list(f"{text}{SEEN}", "ru", home="TJ")
    assert not next(iter(review)).questions
    assert str(next(iter(dossier.agreements)).dates("signed")[0]) == "1995-04-14"


@pytest.mark.parametrize("day", ["21.02.2023 (в режиме ВКС)", "21.02.2023, видеоконференция"])
def test_how_a_document_was_signed_from_afar_stays_beside_its_day(day: str) -> None:
    rows = [
        {"Партнёр": "Минск", "Вид": "Меморандум", "Дата и место": day},
        {"Партнёр": "Вена", "Вид": "Меморандум", "Дата и место": "2001, Вена"},
    ]
    dossier, _ = bl.read_list(rows, "ru", home="ru-moscow", columns={"signed_at": "Дата и место"})
    found = next(one for one in dossier.agreements if day in map(str, one.extra.values()))
    assert [*map(str, found.dates("signed"))] == ["2023-02-21"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Мем-м о сотр-ве", "меморандум о сотрудничестве"),
        ("дог. о НТС", "договор"),
        ("дог-р", "договор"),
        ("Согл-е", "соглашение"),
        ("Эразмус-плюс", None),
    ],
)
def test_kinds_are_cut_short_in_many_ways(text: str, name: str | None) -> None:
    assert next(in_full(text, "ru"), None) == name


@pytest.mark.parametrize("text", ["Дог. (проект [1", "Согл.* о сотр-ве", "Прот.\\ (?P", "Прот. +["])
def test_whatever_stands_in_a_kind_that_is_cut_short_is_no_pattern(text: str) -> None:
    assert [*in_full(text, "ru")] in ([], ["протокол"], ["договор"])
    assert bl.read_list(f"Наименование;Дата\n{text};2020\n", "ru").review.counts["rows"] == 1


def test_what_has_no_document_is_a_contact() -> None:
    rows = [
        {"Партнёр": "Сад Кью", "Страна": "Великобритания", "Документ": "обмен, без договора"},
        {"Партнёр": "Венский университет", "Страна": "Австрия", "Документ": "Соглашение, 2012"},
    ]
    dossier, _ = bl.read_list(rows, "ru", home=THEATRE)
    assert bl.AgreementKind.CONTACT in {one.kind for one in dossier.agreements}


@pytest.mark.parametrize(
    "text",
    [
        "Письмо о намерениях - Университет Латвии, 30.01.2024",
        "Соглашение о сотрудничестве – Университет Латвии (2011)",
        "Университет Латвии: договор о стажировке, 2010 г.",
        "Университет Латвии – договор о стажировке, 2010 г.",
        "Договор между театром и Университетом Латвии, 2010",
    ],
)
def test_a_title_names_the_partner_beside_its_kind(text: str) -> None:
    assert _others(_first(text)) == ["Университет Латвии"]


@pytest.mark.parametrize(
    "text",
    [
        "Меморандум о стажировке - Университет Латвии",
        "Меморандум - нечто",
        "Договор о стажировке - протокол",
        "Соглашение между БНТ и Университетом Латвии, 2010",
        "Соглашение между Банком и Университетом Латвии, 2010",
    ],
)
def test_what_does_not_only_name_a_kind_and_a_partner_is_asked(text: str) -> None:
    _, review = bl.read_list(f"{text}{SEEN}", "ru", home=THEATRE)
    assert next(iter(review)).questions


def test_a_dash_in_quotes_divides_no_name() -> None:
    parts = PartyCells("ru", None).parties_in("Общество дружбы «Любек - Новгород»")
    assert [one.text for one in parts] == ["Общество дружбы «Любек - Новгород»"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ботанический сад Гуанси, г. Гуйлинь, КНР", True),
        ("Казахский институт земледелия, п. Алмалыбак", True),
        ("Технический университет, Вена", True),
        ("Технический университет, Ботанический сад", False),
    ],
)
def test_a_place_that_is_said_to_be_one_is_behind_a_body(text: str, *, is_one: bool) -> None:
    assert is_body_in_town(text, "ru") is is_one


def test_an_abbreviation_of_two_states_is_the_one_that_bodies_tell() -> None:
    rows = [
        {"Партнёр": "Казахский институт земледелия", "Страна": "РК", "Вид": "Меморандум"},
        {"Партнёр": "Университет имени Жансугурова", "Страна": "РК", "Вид": "Меморандум"},
    ]
    for row, year in zip(rows, ("2018", "2020"), strict=True):
        row["Подписан"] = year
    dossier, review = bl.read_list(rows, "ru", home=THEATRE)
    assert [one for row in review for one in row.questions] == []
    assert {one.country for one in dossier.partners} == {"MD", "KZ"}


def test_where_bodies_tell_two_states_or_none_nothing_is_known() -> None:
    names = SharedNames("ru")
    both = frozenset({"KR", "KZ"})
    names.learn("РК", "Университет имени Жансугурова")
    assert names.meant(both) == both
    names.learn("РК", "Казахский институт земледелия")
    names.learn("РК", "Институт земледелия Республики Корея")
    names.learn("Литва", "Литовский институт земледелия")
    assert names.meant(both) == both


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Gem. Prot. über Tourismus", "Gem. Protokoll über Tourismus"),
        ("interne Vereinb. Depot", "interne Vereinbarung Depot"),
        ("Notenwechsel betr. Schulden", "Notenwechsel betr. Schulden"),
        ("Gem. Rat", "Gem. Rat"),
    ],
)
def test_a_kind_is_not_made_of_next_to_nothing(title: str, whole: str) -> None:
    assert with_kind_in_full(title, "de") == whole


def test_the_longer_name_of_a_kind_says_more() -> None:
    text = "Partnerhochschule;Land;Art;Titel\n{};Schweden;{};{}\nUniversität Turku;Finnland;MoU;MoU"
    home = bl.Partner("uni", "university", {"de": "Universität Bern"}, country="CH")
    for kind, title in (("Rahmenabk.", "Kooperationsabkommen"), ("Abkommen", "Rahmenabkommen")):
        dossier, _ = bl.read_list(text.format("Universität Lund", kind, title), "de", home=home)
        assert dossier.agreements[0].kind is bl.AgreementKind.FRAMEWORK_AGREEMENT


def test_a_department_is_no_subject() -> None:
    text = "Partner;Bereich;Titel;Datum\nProvinz Anhui;Staatskanzlei;Absichtserklärung;2001\n"
    found = agreement(text, "de", home="DE-SN")
    assert (found.subject, found.extra["list:bereich"]) == (None, "Staatskanzlei")


def test_a_protocol_to_a_treaty_is_no_party() -> None:
    text = "Staat;Titel;Datum\nUruguay;DBA mit Protokoll;2010\nMalta;Vertrag mit Firma;2010\n"
    _, review = bl.read_list(text, "de", home="LI")
    assert [*map(codes, review.rows)] == [[], ["only-countries"]]


def test_one_word_in_a_note_is_no_field() -> None:
    text = "Partner;Titel;Notiz\nProvinz Anhui;Absichtserklärung;{}\n"
    sectors = [
        agreement(text.format(one), "de", home="DE-SN").sectors
        for one in ("Presse", "Sport, Kultur")
    ]
    assert [len(one) for one in sectors] == [0, 2]


@pytest.mark.parametrize(
    ("day", "signed"),
    [
        ("SS 2006", "2006-22"),
        ("Frühj. 2015", "2015-21"),
        ("HS 2021", "2021-23"),
        ("2009, 2014 erneuert", "2009"),
    ],
)
def test_semesters_and_renewals_beside_days_are_read(day: str, signed: str) -> None:
    found = agreement(f"Partner;Titel;Datum\nProvinz Anhui;Vertrag;{day}\n", "de", home="DE-SN")
    assert [(str(one.date), one.place) for one in found.events] == [(signed, None)]


@pytest.mark.parametrize("end", ["8.8.2013, nicht verlängert", "8.8.2013"])
def test_a_day_in_a_column_of_ends_is_the_last_one(end: str) -> None:
    text = f"Partner;Titel;Datum;läuft bis\nProvinz Anhui;Vertrag;2001;{end}\n"
    found = agreement(text, "de", home="DE-SN")
    assert (found.term, found.period) == (bl.Term(until="2013-08-08"), None)


def test_a_line_on_a_colour_is_a_note() -> None:
    assert read_heading("gelb = noch zu klären", "de").is_note
    assert read_heading("übriges Europa", "de").is_rest


@pytest.mark.parametrize(
    ("first", "state"),
    [
        ("Verträge und Partnerschaften der Hansestadt Greifswald, Archivverzeichnis", "heading"),
        ("Partnerstädte und Freundschaften der Stadt Greifswald – Verzeichnis", "heading"),
        ("Freundschaftsvertrag mit Pau (Frankreich), 1962", "taken"),
        ("Vertrag mit Pau (Frankreich)", "taken"),
        ("Klimapartnerschaft mit Pau (Frankreich)", "taken"),
    ],
)
def test_a_first_line_in_the_plural_is_the_title_of_the_list(first: str, state: str) -> None:
    text = f"{first}\nVertrag mit Lyon (Frankreich), 1999\n"
    _, review = bl.read_list(text, "de", home="Stadt Greifswald")
    assert [row.state.value for row in review.rows] == [state, "taken"]


def test_what_is_exchanged_in_a_column_of_kinds_leaves_the_kind_to_the_title() -> None:
    text = (
        "Partnerhochschule;Land;Art;Titel\nUniversität Tartu;Estland;SEMP;Programm über Austausch\n"
    )
    text += "Universität Lund;Schweden;MoU;MoU\n"
    home = bl.Partner("uni", "university", {"de": "Universität Bern"}, country="CH")
    dossier, _ = bl.read_list(text, "de", home=home)
    assert dossier.agreements[0].kind is bl.AgreementKind.PROGRAMME


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("Erasmus+ inter-institutional agr.", "agreement"),
        ("Erasmus+ IIA 2014-2021", "agreement"),
    ],
)
def test_kinds_of_universities_are_cut_short(cell: str, kind: str) -> None:
    text = f"Partner,Country,Type\nLund University,Sweden,MoU\nTartu University,Estonia,{cell}\n"
    home = bl.Partner("uni", "university", {"en": "University of Malta"}, country="MT")
    dossier, review = bl.read_list(text, "en", home=home)
    assert dossier.agreements[1].kind == kind
    assert not review.rows[1].questions


def test_a_copy_of_an_agreement_is_no_kind() -> None:
    cell = "Copy of the MoU"
    text = f"Partner,Country,Type\nLund University,Sweden,MoU\nTartu University,Estonia,{cell}\n"
    home = bl.Partner("uni", "university", {"en": "University of Malta"}, country="MT")
    _, review = bl.read_list(text, "en", home=home)
    assert codes(review.rows[1]) == ["unknown-agreement-kind"]


@pytest.mark.parametrize("end", ["Rome, 1975", "Rome 1975", "Rome"])
def test_a_town_behind_two_parties_is_where_they_signed(end: str) -> None:
    title = f"Agreement between Malta and Italy on fisheries, {end}"
    found = agreement(f'Title\n"{title}"\n', "en", home="MT")
    assert str(found.sectors[0]) == "fisheries"


def test_the_renewal_of_a_memorandum_is_one() -> None:
    title = "Renewal of the Memorandum of Understanding between Malta and Italy on fisheries"
    assert agreement(f"Title,Date\n{title},2001-02-03\n", "en", home="MT").kind == "mou"


TOWN = bl.Partner("ennis", "city", {"en": "Ennis"}, country="IE")


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Ennis Chamber - Cologne Chamber of Commerce, MoU, 2001", ["Ennis Chamber"]),
        ("Shannon - Guingamp (France), twinning", ["Shannon"]),
        ("Bonn University - Faculty of Law, MoU, 2012", ["Faculty of Law"]),
        ("Charter of Ennis, Pau and Lyon on trade - Chamber of Lyon, MoU", None),
    ],
)
def test_of_two_with_a_dash_the_unknown_one_is_asked(line: str, asked: list[str] | None) -> None:
    text = f"Twinning Charter with Pau (France), 1998\n{line}\n"
    _, review = bl.read_list(text, "en", home=TOWN)
    assert asked is None or [one.value for one in review.rows[1].questions] == asked
