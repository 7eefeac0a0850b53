"""Lists that have no titles: towns, regions, universities, chambers and their partners."""

from __future__ import annotations

from typing import Any

import pytest

import bilateral as bl
from bilateral.intake.home import Home
from bilateral.intake.layout.headers import national_side
from bilateral.intake.units_of_bodies import without_own_name
from tests.intake.reading import agreement, codes, ids, only


def read(text: str, lang: str, **options: Any) -> list[tuple[str, list[list[str]], list[str]]]:
    """The kind, the sides and the days of the documents of a list without questions."""
    dossier, review = bl.read_list(text, lang, **options)
    assert not review.questions, review.questions
    return [(one.kind.value, ids(one), [*map(str, one.dates("signed"))]) for one in dossier]


def test_lines_of_towns_are_partners_of_the_town_above() -> None:
    text = (
        "Städtepartnerschaften der Stadt Erfurt\n\n• Lille (Frankreich), 1988\n"
        "• Vilnius (Litauen), seit 1972\n• Kansas City (USA), 1993\n"
    )
    assert read(text, "de") == [
        ("twinning", [["de-erfurt"], ["fr-lille"]], ["1988"]),
        ("twinning", [["de-erfurt"], ["lt-vilnius"]], ["1972"]),
        ("twinning", [["de-erfurt"], ["us-kansas-city"]], ["1993"]),
    ]


def test_in_brackets_behind_a_partner_stands_since_when() -> None:
    text = (
        "Twin towns of the City of Dresden\n\nOstrava, Czech Republic (since 1971)\n"
        "Hamburg, Germany (1987)\nSaint Petersburg, Russia (1961; suspended 2022)\n"
        "Skopje, North Macedonia (1967)\n"
    )
    assert [one[1:] for one in read(text, "en")] == [
        ([["de-dresden"], ["cz-ostrava"]], ["1971"]),
        ([["de-dresden"], ["de-hh"]], ["1987"]),
        ([["de-dresden"], ["ru-spe"]], ["1961"]),
        ([["de-dresden"], ["mk-skopje"]], ["1967"]),
    ]
    _, _, suspended, _ = bl.read_list(text, "en").dossier
    assert [str(one) for one in suspended.dates("suspended")] == ["2022"]


@pytest.mark.parametrize("behind", [" (12)", " (on the Oder)", " (1975, see below)", ""])
def test_another_bracket_behind_a_partner_is_no_day(behind: str) -> None:
    text = f"Twin towns of the City of Dresden\n\nWrocław, Poland{behind}\nLyon, France (1981)\n"
    _, review = bl.read_list(text, "en")
    assert [one.field for one in review.rows[-2].findings].count("signed") == 0


def test_lines_of_universities_have_the_countries_above_them() -> None:
    text = (
        "Partner universities of the University of Warsaw\n\nGermany\n- University of Leipzig\n"
        "- University of Greifswald\nJapan\n- Waseda University\n"
    )
    found = read(text, "en", kind="mou")
    assert [(kind, sides[1]) for kind, sides, _ in found] == [
        ("mou", ["de-university-of-leipzig"]),
        ("mou", ["de-university-of-greifswald"]),
        ("mou", ["jp-waseda-university"]),
    ]


def test_a_partner_may_stand_before_the_title_in_a_line() -> None:
    text = (
        "Sister cities\n1) Riga (Latvia) - Memorandum of Cooperation, 05.10.1998\n"
        "2) Daegu (Republic of Korea) - Sister City Agreement, 1990\n"
        "3) Vilnius (Lithuania) - Agreement between Almaty and Vilnius - a text, 2001\n"
    )
    dossier, _ = bl.read_list(text, "en", home="Almaty")
    assert [(one.kind.value, ids(one)[1]) for one in dossier][:2] == [
        ("memorandum", ["lv-rix"]),
        ("twinning", ["kr-27"]),
    ]


def test_regions_have_partners_too() -> None:
    text = (
        "Соглашения Гродненской области с регионами;;\nРегион;Страна;Дата\n"
        "Липецкая область;Россия;2007\nпровинция Ганьсу;КНР;06.09.2007\n"
    )
    assert read(text, "ru", home="BY") == [
        ("agreement", [["by-hr"], ["ru-lip"]], ["2007"]),
        ("agreement", [["by-hr"], ["cn-gs"]], ["2007-09-06"]),
    ]


def test_of_two_columns_of_towns_the_first_is_our_own() -> None:
    text = "Kommune;Partnerkommune;Staat\nJena;Lugoj;Rumänien\nSuhl;Kaluga;Russland\n"
    found = read(text, "de", home="DE", kind="twinning")
    assert [sides for _, sides, _ in found] == [
        [["de-jena"], ["ro-lugoj"]],
        [["de-suhl"], ["ru-kaluga"]],
    ]


def test_a_column_of_our_own_towns_is_known_without_its_header() -> None:
    text = "Община РА;Город-побратим;Страна\nЕреван;Лион;Франция\nГюмри;Москва;Россия\n"
    found = read(text, "ru", home="AM")
    assert [sides for _, sides, _ in found] == [
        [["am-er"], ["fr-lyon"]],
        [["am-gyumri"], ["ru-mow"]],
    ]
    # Of two countries, it is no column of our own.
    _, review = bl.read_list(text.replace("Гюмри", "Минск"), "ru", home="AM")
    assert "side_a" not in review.columns.values()


@pytest.mark.parametrize("header", ["Haus", "Tochtergesellschaft"])
def test_companies_before_the_partners_are_our_own(header: str) -> None:
    text = (
        f"{header};Partner;Land;Art;Datum\n"
        "Meier Logistik GmbH;Feniks GmbH;Polen;Vertrag;01.02.2010\n"
        "Meier Holding AG;Zavod AG;Russland;Vertrag;01.02.2011\n"
    )
    home = bl.Partner("meier", "company", {"de": "Meier Holding AG"}, country="DE")
    dossier, _ = bl.read_list(text, "de", home=home)
    assert [[one.label("de") for one in found.partners] for found in dossier] == [
        ["Meier Logistik GmbH", "Feniks GmbH"],
        ["Meier Holding AG", "Zavod AG"],
    ]
    assert dossier.agreements[0].partners[0].country == "DE"


@pytest.mark.parametrize(
    ("header", "lang", "side"),
    [
        ("Deutsche Kommune", "de", ("city", "DE")),
        ("Белорусский вуз", "ru", ("university", "BY")),
        ("Irish law", "en", None),
        ("Partner", "en", None),
        ("x" * 300, "en", None),
    ],
)
def test_a_header_may_tell_a_country(header: str, lang: str, side: tuple[str, str] | None) -> None:
    assert national_side(header, lang) == side


def test_two_columns_with_countries_in_their_headers_are_both_sides() -> None:
    text = "Deutsche Hochschule;Polnische Hochschule;Jahr\nUniversität A;Universität B;2001\n"
    (found,) = read(text, "de", kind="mou")
    assert [one[0][:2] for one in found[1]] == ["de", "pl"]


class TestWithoutHeaders:
    def test_parties_and_countries_are_known_by_what_stands_in_them(self) -> None:
        text = (
            "Jena;Porto;Portugal;1984\nBonn;Minsk;Belarus;1993\nBonn;Oxford;Großbritannien;1947\n"
        )
        found = read(text, "de", kind="twinning")
        assert found[1][1] == [["de-bonn"], ["by-hm"]]
        assert [days for _, _, days in found] == [["1984"], ["1993"], ["1947"]]
        one = "Porto;Portugal\nMinsk;Belarus\nOxford;Großbritannien\n"
        assert len(read(one, "de", kind="twinning", home="Bonn")) == 3

    @pytest.mark.parametrize(
        "text", ["rot;Portugal\nblau;Belarus\n", "Jena;Minsk;Bonn;Belarus\nJena;Minsk;Bonn;Peru\n"]
    )
    def test_anything_else_is_no_list(self, text: str) -> None:
        with pytest.raises(bl.ValidationError) as caught:
            bl.read_list(text, "de")
        assert caught.value.problems[0].code == "unknown-list"

    def test_a_record_that_begins_like_a_header_is_a_record(self) -> None:
        text = "University of Leipzig;Germany\nUniversity of Warsaw;Poland\n"
        assert len(read(text, "en", kind="mou", home="Vilnius University")) == 2

    def test_words_alone_are_no_list(self) -> None:
        with pytest.raises(bl.ValidationError):
            bl.read_list("one\ntwo\nthree\n", "en")


class TestNames:
    HOME = bl.Partner("uni", "university", {"ru": "Полоцкий университет"}, country="BY")
    TEXT = "Вуз;Страна;Вид\n{};Китай;меморандум\n"

    @pytest.mark.parametrize(
        "cell",
        [
            "Цицикарский университет",
            "Цицикарский университет, г. Цицикар",
            "Цицикарский университет (ЦУ)",
        ],
    )
    def test_the_town_and_an_abbreviation_are_no_part_of_a_name(self, cell: str) -> None:
        found = agreement(self.TEXT.format(cell), home=self.HOME)
        assert found.partners[1].label("ru") == "Цицикарский университет"

    def test_an_abbreviation_in_a_column_of_bodies_is_a_body(self) -> None:
        rows = "".join(
            f"{n} университет;Китай;меморандум\n" for n in ("Первый", "Второй", "Третий")
        )
        text = f"Партнёр;Страна;Вид\n{rows}DAAD;Германия;меморандум\nБумага;Китай;меморандум\n"
        dossier, review = bl.read_list(text, "ru", home=self.HOME)
        assert dossier.agreements[3].partners[1].kind is bl.PartnerKind.ORGANISATION
        assert codes(review.rows[-1]) == ["unknown-party"]

    def test_a_word_of_several_names_is_a_name(self) -> None:
        rows = "".join(f"Universität {town};Deutschland;Vertrag\n" for town in ("A", "B", "C"))
        text = f"Partner;Land;Art\n{rows}Hans-Sachs-Gesellschaft;Deutschland;Vertrag\n"
        dossier, _ = bl.read_list(text, "de", home=self.HOME)
        assert dossier.agreements[3].partners[1].id == "de-hans-sachs-gesellschaft"

    def test_towns_before_and_behind_a_dash_are_two(self) -> None:
        text = "Вид;Стороны\nпобратимство;г. Лида (Беларусь) — г. Замбрув (Польша)\n"
        found = agreement(text)
        assert [one.label("ru") for one in found.partners] == ["Лида", "Замбрув"]
        _, row = only("Вид;Стороны\nпобратимство;Лида, Минск\n")
        assert codes(row) == ["unknown-party"]

    def test_a_town_with_its_region_is_one(self) -> None:
        text = "Twin town;Country\nCornwall, Ontario;Canada\n"
        assert len(agreement(text, "en", home="Jena").partners) == 2


class TestKinds:
    def test_a_partnership_of_towns_is_a_twinning(self) -> None:
        text = "Kommune;Partnerkommune;Staat;Form\nJena;Lugoj;Rumänien;Partnerschaft\n"
        assert read(text, "de", home="DE")[0][0] == "twinning"
        # Of others, nobody knows what it is.
        text = text.replace("Partnerkommune", "Partner").replace("Kommune", "Wer")
        _, review = bl.read_list(text, "de", home="DE")
        assert review.questions[0].problem.code == "unknown-agreement-kind"

    @pytest.mark.parametrize(
        ("cell", "kind"),
        [
            ("Student Exchange Agreement", "agreement"),
            ("Erasmus+ Vereinbarung", "arrangement"),
            ("Agreement (Study in India)", "agreement"),
            ("Vereinbarung über ein gemeinsames Programm", "arrangement"),
            ("Partnerschaftsvertrag", "contract"),
            ("Partnerschaftsvereinbarung", "agreement"),
            ("Kooperationsvertrag", "contract"),
        ],
    )
    def test_a_kind_may_stand_behind_attributes_and_in_another_language(
        self, cell: str, kind: str
    ) -> None:
        home = bl.Partner("uni", "university", {"de": "Universität Jena"}, country="DE")
        text = f"Hochschule;Land;Art\nUniversität Opole;Polen;{cell}\n"
        assert agreement(text, "de", home=home).kind.value == kind

    @pytest.mark.parametrize(
        "cell",
        [
            "Renewal of MoU",
            "Vertrag und Memorandum",
            "Vertrag und Programm",
            "Entw. Vertrag",
            "Beilage",
        ],
    )
    def test_what_is_only_about_one_is_asked(self, cell: str) -> None:
        home = bl.Partner("uni", "university", {"de": "Universität Jena"}, country="DE")
        text = f"Hochschule;Land;Art\nUniversität Opole;Polen;{cell}\n"
        _, row = only(text, "de", home=home)
        assert codes(row) == ["unknown-agreement-kind"]

    def test_towns_make_contracts_of_friendship(self) -> None:
        text = "Partnerstadt;Land;Art\nLugoj;Rumänien;{}\n"
        for cell, kind in (("Freundschaftsvertrag", "friendship"), ("Vertrag", "contract")):
            assert agreement(text.format(cell), "de", home="Jena").kind.value == kind

    def test_the_sectors_of_a_kind_are_those_of_the_document(self) -> None:
        text = "Partnerstadt;Land;Art\nLugoj;Rumänien;Abkommen über Tourismus\n"
        assert agreement(text, "de", home="Jena").sectors == (bl.Sector("tourism"),)

    def test_a_title_that_is_called_something_else_is_asked(self) -> None:
        rows = "Letter of 4 May 2015;Peru, Japan\nPeru – Chile;Peru, Chile\n"
        text = f"Title;Parties\nMemoranda;\n{rows}"
        _, review = bl.read_list(text, "en")
        assert codes(review.rows[1]) == ["no-document-kind"]


class TestStatusAmongOthers:
    HEAD = "Partnerstadt;Land;{}\nLugoj;Rumänien;{}\n"

    def found(self, header: str, cell: str) -> bl.Agreement:
        return agreement(self.HEAD.format(header, cell), "de", home="Jena")

    def test_a_length_in_a_column_of_statuses_is_one(self) -> None:
        assert self.found("Status", "5 Jahre").term == bl.Term(length="P5Y")

    @pytest.mark.parametrize(
        ("cell", "date"), [("ruht", None), ("ruht seit 03/2022", "2022-03"), ("ausgesetzt", None)]
    )
    def test_a_status_in_a_column_of_lengths_is_one(self, cell: str, date: str | None) -> None:
        (event,) = self.found("Laufzeit", cell).events
        assert event.kind is bl.EventKind.SUSPENDED
        assert (str(event.date) if event.date else None) == date

    def test_it_is_told_once(self) -> None:
        text = "Partnerstadt;Land;gekündigt;Laufzeit\nLugoj;Rumänien;2020;beendet\n"
        (event,) = agreement(text, "de", home="Jena").events
        assert str(event.date) == "2020"


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Acme Inc.", "Acme Inc."),
        ("Acme Tech Ltd.", "Acme Tech Ltd."),
        ("Acme Group Company.", None),
    ],
)
def test_the_point_of_an_abbreviation_stays_with_a_name(cell: str, name: str | None) -> None:
    text = f"Title;Party A;Party B\nAgreement on trade;{cell};University of Warsaw\n"
    dossier, _ = bl.read_list(text, "en", home="BY")
    first = dossier.agreements[0].partners[0]
    assert first.name["en"].nom == (name or cell.removesuffix("."))


def test_languages_may_be_abbreviated() -> None:
    text = "Партнёр;Вид;Язык\nКазахстан;соглашение;{}\n"
    found = agreement(text.format("рус., англ."), home="BY")
    assert found.languages == ("ru", "en")
    _, row = only(text.format("к."), home="BY")
    assert codes(row) == ["invalid-language"]


def test_a_header_may_name_one_thing_twice() -> None:
    text = "City / Town;Country;Year / date established\nLugoj;Romania;1983\n"
    assert str(agreement(text, "en", home="Jena", kind="twinning").dates("signed")[0]) == "1983"


def test_numbers_that_count_the_rows_are_no_numbers_of_documents() -> None:
    rows = "".join(f"{n};Lugoj;Rumänien;200{n}\n" for n in range(1, 5))
    dossier, review = bl.read_list(f"Nr.;Partnerstadt;Land;seit\n{rows}", "de", home="Jena")
    assert review.columns["Nr."] == "counter"
    assert {one.id for one in dossier} >= {"de-ro-2001-twinning"}


def test_a_day_that_there_is_not_stays_one_beside_a_place() -> None:
    text = "Partnerstadt;Land;Datum und Ort\nLugoj;Rumänien;32.01.2020, Jena\n"
    _, row = only(text, "de", home="Jena")
    assert row.questions


def test_two_headers_that_are_countries_are_those_of_the_two_sides() -> None:
    text = (
        "Sister Cities & Friendship Cities New Zealand - Japan||\n"
        "New Zealand|Japan|Signed\nHamilton|Saitama|May 1984\nRotorua|Beppu|July 1987\n"
    )
    dossier, review = bl.read_list(text, "en", kind="twinning")
    assert not review.questions
    assert [[one.country for one in agreement.partners] for agreement in dossier] == [
        ["NZ", "JP"],
        ["NZ", "JP"],
    ]


def test_towns_beside_twin_towns_are_our_own_whatever_stands_before_that_word() -> None:
    text = (
        "Dt. Kommune;Partnerkommune;Staat;seit\nHalle (Saale);Oulu;Finnland;1972\n"
        ";Linz;Österreich;1975\nQuedlinburg;Aulnoye-Aymeries;Frankreich;1961\n"
    )
    dossier, review = bl.read_list(text, "de", home="DE", kind="twinning")
    assert not review.questions
    assert [one.partners[0].name.marked("de") for one in dossier] == [
        "Halle (Saale)",
        "Halle (Saale)",
        "Quedlinburg",
    ]


def test_two_columns_of_countries_are_the_sides_where_no_title_names_any() -> None:
    text = (
        "Title;StatID1;StatID2;Signed\nAgreement on nuclear safety;DNK;LVA;1997\n"
        "Agreement on fisheries;DNK;NOR;1998\nAgreement on social security;DNK;POL;1999\n"
    )
    dossier, review = bl.read_list(text, "en")
    assert not review.questions
    assert [[one.id for one in agreement.partners] for agreement in dossier] == [
        ["dk", "lv"],
        ["dk", "no"],
        ["dk", "pl"],
    ]


def test_a_column_of_regions_beside_twin_towns_names_no_partner() -> None:
    text = (
        "Stadt;Partnerstadt;Staat;Bundesland;seit\nJena;Erlangen;Deutschland;Bayern;1987\n"
        "Jena;Lugoj;Rumänien;;1983\n"
    )
    dossier, review = bl.read_list(text, "de", home="DE", kind="twinning")
    assert not review.questions
    assert dossier[0].partners[1].id == "de-erlangen"


_KNOWN = "".join(
    f"{town};{country};Kooperationsvertrag\n"
    for town, country in (
        ("Porto", "Portugal"),
        ("Lille", "Frankreich"),
        ("Udine", "Italien"),
        ("Erlangen", "Deutschland"),
        ("Vilnius", "Litauen"),
    )
)


def test_a_column_of_towns_may_have_some_bodies_among_them() -> None:
    text = (
        f"Stadt / Partner;Land;Art\n{_KNOWN}"
        "Universität Zagreb;Kroatien;Kooperationsvertrag\nTricesimo;Italien;Partnerschaft\n"
    )
    *_, body, town = read(text, "de", home="Jena")
    assert body == ("contract", [["de-jena"], ["hr-universitat-zagreb"]], [])
    assert town == ("twinning", [["de-jena"], ["it-tricesimo"]], [])


def test_a_column_of_towns_or_bodies_tells_neither() -> None:
    text = (
        f"Stadt/Organisation;Land;Art\n{_KNOWN}"
        "Universität Zagreb;Kroatien;Kooperationsvertrag\nPuerto Varas;Chile;Vertrag\n"
    )
    _, review = bl.read_list(text, "de", home="Jena")
    assert [(one.problem.code, one.problem.value) for one in review.questions] == [
        ("unknown-party", "Puerto Varas")
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kongo, Dem. Rep.", "CD"),
        ("Kongo, Rep.", "CG"),
        ("Kongo (Brazzaville)", "CG"),
        ("Korea (Nord)", "KP"),
        ("Korea, Dem. Volksrep.", "KP"),
        ("Korea (Süd)", "KR"),
        ("Dom. Rep.", "DO"),
        ("Tschech. Rep.", "CZ"),
        ("Ver. Arab. Emirate", "AE"),
    ],
)
def test_states_are_known_in_short_and_with_their_form_behind(text: str, code: str) -> None:
    table = f"Hochschule;Land;Art\nUniversität Xu;{text};Vertrag\n"
    home = bl.Partner("uni", "university", {"de": "Hochschule Merseburg"}, country="DE")
    assert agreement(table, "de", home=home).partners[1].country == code


def test_few_letters_with_an_ending_are_no_ministry() -> None:
    table = "Partner;Land;Art\nColorado School of Mines;USA;Kooperationsvertrag\n"
    home = bl.Partner("uni", "university", {"de": "Hochschule Merseburg"}, country="DE")
    found, _ = only(table, "de", home=home)
    assert found is None or found.partners[1].kind is not bl.PartnerKind.MINISTRY


def test_a_body_may_have_its_own_name_in_brackets() -> None:
    line = "Vertrag mit der Handwerkskammer Oppeln (Izba Rzemieślnicza w Opolu) vom 28.09.2001\n"
    home = bl.Partner("hwk", "chamber", {"de": "Handwerkskammer Koblenz"}, country="DE")
    found = agreement(f"Titel\n{line}", "de", home=home)
    assert [one.name.marked("de") for one in found.partners][1:] == ["Handwerkskammer Oppeln"]


@pytest.mark.parametrize("name", ["Universität Rom (La Sapienza)", "Universität Rom (Italien)"])
def test_what_tells_a_body_from_another_is_a_part_of_its_name(name: str) -> None:
    assert without_own_name(name, "de") == name


@pytest.mark.parametrize(
    ("lang", "header", "kind", "names"),
    [
        (
            "de",
            "Partner;Land;Art",
            "Vertrag",
            ["Universität Rom (La Sapienza)", "Universität Rom (Tor Vergata)"],
        ),
        (
            "en",
            "Partner;Country;Type",
            "Contract",
            ["University of Rome (La Sapienza)", "University of Rome (Tor Vergata)"],
        ),
        (
            "ru",
            "Партнёр;Страна;Вид",
            "Договор",
            ["Римский университет (Ла Сапиенца)", "Римский университет (Тор Вергата)"],
        ),
    ],
)
def test_what_tells_bodies_apart_in_brackets_makes_two_partners(
    lang: str, header: str, kind: str, names: list[str]
) -> None:
    home = bl.Partner("uni", "university", {"en": "Vilnius University"}, country="LT")
    country = {"de": "Italien", "en": "Italy", "ru": "Италия"}[lang]
    rows = "".join(f"{name};{country};{kind}\n" for name in names)
    dossier, review = bl.read_list(f"{header}\n{rows}", lang, home=home)
    assert not review.questions
    assert [one.partners[1].name.marked(lang) for one in dossier] == names


@pytest.mark.parametrize(
    "bracket",
    [
        "Italien",
        "Rom, Italien",
        "Provinz Rom",
        "UniRoma",
        "kurz UR",
        "Uni Rom",
        "Fakultät für Physik",
        "GmbH",
    ],
)
def test_what_tells_nothing_else_in_brackets_is_no_part_of_a_name(bracket: str) -> None:
    partner = bl.Partner.like(f"Universität Rom ({bracket})", "de", country="IT", kind="university")
    assert partner.name.marked("de") == "Universität Rom"


class TestCouncils:
    """A council signs for its town or county, whose partners may be places."""

    COUNTY = bl.Partner.like("Donegal County Council", "en", country="IE")
    HEADER = "What was signed;Partner;Country;Signed\n"

    def test_a_town_twinned_with_one_is_no_organisation(self) -> None:
        text = f"{self.HEADER}Sister City Agreement;Campbellsville;USA;2000\n"
        found, review = bl.read_list(text, "en", home=self.COUNTY)
        assert review.columns["What was signed"] == "title"
        (agreement,) = found.agreements
        assert agreement.partners[1].kind is bl.PartnerKind.CITY

    def test_of_whom_nothing_tells_what_it_is_is_asked(self) -> None:
        text = f"County Links: Twinnings & MOUs;;;\n{self.HEADER}MOU on trade;Utopia;USA;2000\n"
        (row,) = bl.read_list(text, "en", home=self.COUNTY).review.rows
        assert [one.code for one in row.questions] == ["unknown-party"]

    def test_a_part_of_a_country_may_be_abbreviated(self) -> None:
        text = f"{self.HEADER}MOU on trade;National Museums NI;N. Ireland;2000\n"
        (found,) = bl.read_list(text, "en", home=self.COUNTY).dossier.agreements
        assert found.partners[1].country == "GB"


def lines(*titles: str, home: str = "Stadt Göttingen", lang: str = "de") -> list[Any]:
    """The other side and the questions of the lines of a list of titles."""
    seen = {"de": "Partnerschaftsvertrag mit Cheltenham (England), 1951"}
    dossier, review = bl.read_list("\n".join((seen[lang], *titles)), lang, home=home)
    found = {one.id: one for one in dossier}
    return [
        ids(found[row.id])[1][0] if row.id in found and not row.questions else codes(row)
        for row in review.rows[1:]
    ]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Partnerschaftsvertrag mit Hamar (Norwegen) vom 12.5.1997", "no-hamar"),
        ("Freundschaftsvertrag Pau (Frankreich), 1962", "fr-pau"),
        ("Letter of Intent Pau (Frankreich), 1962", "fr-pau"),
        ("Vereinbarung mit La Paz Centro, Nicaragua, 1989", "ni-la-paz-centro"),
        ("Vertrag mit Pau (Frankreich) über Jugendaustausch", "fr-pau"),
        ("Freundschaftsvertrag Newport News, Virginia (USA)", "us-newport-news-us-va"),
        ("Abkommen über Jugendaustausch mit Lyon", "fr-lyon"),
        ("Städtepartnerschaft mit Osnabrück, 1988", "de-osnabruck"),
        ("Urkunde über die Städtepartnerschaft Göttingen – Thorn/Torun", "pl-torun"),
    ],
)
def test_a_place_with_its_country_in_a_title_is_the_partner(title: str, other: str) -> None:
    (found,) = lines(title)
    assert found == other or other.startswith(str(found)), found


DUNEDIN = bl.Partner.like("Dunedin City Council", "en", country="NZ")


@pytest.mark.parametrize(
    ("title", "lang", "home", "other"),
    [
        (
            "Agreement on youth exchange with Chachapoyas (Peru)",
            "en",
            DUNEDIN,
            "pe-chachapoyas",
        ),
        ("Friendship Agreement Pau (France)", "en", DUNEDIN, "fr-pau"),
        ("Договор с г. Чачапояс (Перу)", "ru", "Пермь", "pe-chachapoyas"),
        ("Соглашение о дружбе с г. Пожега (Хорватия), 1999", "ru", "Пермь", "hr-pozhega"),
    ],
)
def test_a_place_with_its_country_is_the_partner_in_each_language(
    title: str, lang: str, home: str | bl.Partner, other: str
) -> None:
    assert ids(agreement(f"{title}\n", lang, home=home))[1] == [other]


@pytest.mark.parametrize(
    "title",
    [
        "Vereinbarung über die Versorgung mit Essen",
        "Vereinbarung mit Chachapoyas",
        "Vereinbarung zur Versorgung mit Lyon über Tourismus",
        "Vertrag mit einer Gruppe (Polen)",
        "Vertrag Musik (Polen)",
    ],
)
def test_what_may_be_no_place_is_asked_for(title: str) -> None:
    assert isinstance(lines(title)[0], list)


def test_lines_with_a_subject_and_a_partner_are_no_headings() -> None:
    text = "Abkommen über freundschaftliche Zusammenarbeit mit Nanjing, Stadtbezirk Gulou"
    several = "Verträge über Tourismus mit Lyon"
    _, review = bl.read_list(f"{text}\n{several}", "de", home="Stadt Göttingen")
    # Of which town a borough is, nobody says: that is asked.
    assert [row.state.value for row in review.rows] == ["refused", "heading"]
    assert codes(review.rows[0]) == ["unknown-party"]


def test_what_acts_for_a_town_is_no_partner_of_it() -> None:
    assert lines(
        "Kooperationsvereinbarung Stadtarchiv / Archiv der Stadt Pau über Digitalisierung",
        "Deutsches Theater Göttingen – Teatr Horzycy, Gastspielvertrag",
        "Vertrag mit der Universität Göttingen",
    ) == ["fr-archiv-der-stadt-pau", ["no-country-known"], ["one-side"]]


def test_the_bodies_of_a_region_act_for_it() -> None:
    assert Home("DE-SN", "de").names_body("Landesamt Sachsen", "de")
    assert not Home("DE-SN", "de").names_body("Sachsen", "de")
    assert not Home("DE", "de").names_body("Universität Bonn", "de")
    assert not Home(bl.Partner.institution("un"), "de").names_body("Amt", "de")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Chachapoyas (Peru)", "pe-chachapoyas"),
        ("Prov. Ha Tinh (Vietnam)", "vn-23"),
        ("Breslau/Wrocław", "pl-wroclaw"),
        ("Portsmouth, Virginia", "unknown-party"),
        ("Prov. Nirgends (Vietnam)", "unknown-party"),
        ("Stadtwerke Thorn/Städtische Betriebe", "unknown-party"),
    ],
)
def test_a_place_is_known_by_its_country_and_by_two_names(cell: str, found: str) -> None:
    one, row = only(f"Partner;Titel;Datum\n{cell};Vertrag;2001\n", "de", home="Stadt Göttingen")
    assert [*ids(one)[1:], codes(row)] in ([[found], []], [[found]])


OWN_TOWNS = """Gemeinde;Partner;Land;Art;Seit
Stadt Görlitz;Amiens;Frankreich;Partnerschaftsvertrag;1971
Stadt Zittau;Liberec;CZ;Partnerschaftsvertrag;1994
Gem. Großschönau;Varnsdorf;CZ;Partnerschaftsvertrag;2003
Gem. Boxberg;Sobrance;SK;Partnerschaftsvertrag;2006
Stadt Herrnhut;;Suriname;Partnerschaftsvertrag;2007
"""


def test_in_the_list_of_a_district_towns_of_one_country_are_our_side() -> None:
    dossier, review = bl.read_list(OWN_TOWNS, "de", home="Landkreis Görlitz")
    sides = [[p.label("de") for side in one.sides for p in side.partners] for one in dossier]
    assert sides == [
        ["Stadt Görlitz", "Amiens"],
        ["Stadt Zittau", "Liberec"],
        ["Gem. Großschönau", "Varnsdorf"],
        ["Gem. Boxberg", "Sobrance"],
    ]
    assert {one.sides[0].partners[0].country for one in dossier} == {"DE"}
    # Who is the partner there, nobody says.
    (row,) = review.uncertain
    assert (row.row, [one.code for one in row.questions]) == (6, ["only-countries"])


def test_where_partners_sit_is_no_side_of_ours() -> None:
    rows = """Gemeinde;Partner;Land;Art;Seit
Amiens;Musée de Picardie;Frankreich;Partnerschaftsvertrag;1971
Lyon;Musée des Confluences;Frankreich;Partnerschaftsvertrag;1994
Nantes;Musée d'arts;Frankreich;Partnerschaftsvertrag;2003
"""
    assert "side_a" not in bl.read_list(rows, "de", home="DE").review.columns.values()


def test_a_district_that_tells_its_state_is_in_no_other_among_regions() -> None:
    regions = "".join(f"{one} Region;;Memorandum;2012\n" for one in ("Brest", "Gomel", "Grodno"))
    rows = f"Partner region;State;Document;Date\nItaly;;;\nVeneto;;Memorandum;2011\n{regions}"
    rows += "Orhei Rayon;;Memorandum;2013\n"
    review = bl.read_list(rows, "en", home="South Moravian Region").review
    assert [one.code for one in review[7].questions] == ["different-sides"]


def test_among_districts_and_municipalities_a_bare_name_is_a_town() -> None:
    units = (
        "Landkreis Göttingen (Germany)",
        "Gemeente Weert (Netherlands)",
        "Telavi Municipality (Georgia)",
        "Ungheni Rayon (Moldova)",
        "Kuldiga District (Latvia)",
        "Landkreis Holzminden (Germany)",
        "Msunduzi Municipality (South Africa)",
        "Mityana District (Uganda)",
        "Hadsund Municipality (Denmark)",
        "Kalmar Municipality (Sweden)",
    )
    rows = "".join(
        f"Agreement on cooperation;{one};2001\n" for one in (*units, "Gunjur (The Gambia)")
    )
    home = bl.Partner("stroud", "district", {"en": "Stroud District"}, country="GB")
    dossier, _ = bl.read_list(f"Document;With;Date\n{rows}", "en", home=home)
    assert [one.kind for one in dossier.partners if one.country == "GM"] == ["city"]
