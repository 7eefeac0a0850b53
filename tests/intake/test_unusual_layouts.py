"""Lists whose columns, headings, separators or letters are not what they look like at first."""

from __future__ import annotations

import io

import pytest

import bilateral as bl
from bilateral.intake.layout.encodings import encoding_of
from bilateral.intake.places import place_behind

INSTITUTE = bl.Partner("home", "organisation", {"en": "Institute of Rice"}, country="PG")
BANK = bl.Partner("home", "bank", {"en": "Czech National Bank"}, country="CZ")
TOWN = bl.Partner("ph-baguio", "city", {"en": "Baguio"}, country="PH")


def _others(text: str, home: bl.Partner, lang: str = "en") -> list[list[tuple[str, str | None]]]:
    dossier, review = bl.read_list(text, lang, home=home)
    assert not review.questions
    return [
        [(one.name.marked(lang), one.country) for one in agreement.sides[1].partners]
        for agreement in dossier.agreements
    ]


# --- letters and separators --------------------------------------------------------------------


def test_what_makes_words_on_windows_and_on_a_macintosh_was_written_on_windows() -> None:
    text = "Agency;Country\nAIP;Côte d'Ivoire\n"
    assert encoding_of(text.encode("cp1252"), "en") == "cp1252"


def test_line_ends_of_a_macintosh_speak_for_it() -> None:
    text = "Agency;Country\rAIP;Côte d'Ivoire\r"
    with pytest.raises(bl.ValidationError) as caught:
        encoding_of(text.encode("cp1252"), "en")
    assert caught.value.problems[0].code == "unclear-encoding"


def test_commas_in_sentences_make_no_columns() -> None:
    text = """MoU between Wien and Brno, 2011
Agreement between Wien and Graz on parks, valid for five years, signed 8 June 2018
MoU between Wien and Zagreb
"""
    assert [row.row for row in bl.read_list(text, "en").review] == [1, 2, 3]


# --- columns -----------------------------------------------------------------------------------


def test_a_column_called_like_a_start_may_have_lengths() -> None:
    text = """City,Country,Type,Date Forged,Effectivity
Hanyu,Japan,Sisterhood,12 October 1969,indefinite
Taebaek,South Korea,Sisterhood,22 June 2005,3 years
Cusco,Peru,Sisterhood,May 1986,1 year
"""
    dossier, review = bl.read_list(text, "en", home=TOWN)
    assert review.columns["Effectivity"] == "validity"
    assert not review.questions
    first, second, _ = dossier.agreements
    assert str(first.term) == str(bl.Term(indefinite=True))
    assert str(second.term and second.term.length) == "P3Y"
    assert {one.kind for one in dossier.agreements} == {bl.AgreementKind.TWINNING}


def test_beside_a_column_of_lengths_one_of_starts_keeps_its_field() -> None:
    text = """Partner,Type,Signed,Effective,Duration
Oslo,MoU,2011,3 years,3 years
Bergen,MoU,2012,2 years,2 years
Umea,MoU,2013,1 year,1 year
"""
    assert bl.read_list(text, "en", home=TOWN).review.columns["Effective"] == "in_force"


def test_a_list_of_countries_and_days_is_asked_about_once_also_that_of_a_body() -> None:
    text = """Memoranda of understanding
State,Supervised sector,Concluded on
Austria,Banking,12.10.2001
Belgium,Insurance,7.4.2003
"""
    dossier, review = bl.read_list(text, "en", home=BANK)
    assert not dossier.agreements
    assert [(one.problem.code, one.rows) for one in review.questions] == [
        ("only-countries", (3, 4))
    ]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("University of Queensland, Australia", "University of Queensland"),
        ("University of Queensland - Australia", "University of Queensland"),
        ("Malaysian Cocoa Board (MCB), Malaysia", "Malaysian Cocoa Board"),
    ],
)
def test_a_state_behind_a_body_is_where_that_is(cell: str, name: str) -> None:
    text = f'Title,Partner,Type,Date\nRice,"{cell}",MoU,2015\n'
    ((other,),) = _others(text, INSTITUTE)
    assert other[0] == name


def test_two_parties_between_commas_stay_two() -> None:
    text = 'Title,Partner,Type,Date\nRice,"Japan, Ministry of Health of Japan",MoU,2015\n'
    ((*others,),) = _others(text, INSTITUTE)
    assert [country for _, country in others] == ["JP", "JP"]


def test_a_state_is_no_place_behind_half_a_name() -> None:
    made = bl.Partner("gb-eu", "organisation", {"en": "Delegation to UK"}, country="GB")
    assert place_behind("Delegation to UK", "en", made.kind, made.country) is None


def test_only_a_state_is_a_place_behind_a_dash() -> None:
    made = bl.Partner("at-x", "city", {"en": "Springfield"}, country="US")
    assert place_behind("Springfield - Illinois", "en", made.kind, made.country) is None


def test_in_the_name_of_a_body_its_state_stands_as_it_usually_does() -> None:
    text = "Title,Partner,Type,Date\nRice,University of PNG,MoU,2015\n"
    assert _others(text, INSTITUTE) == [[("University of Papua New Guinea", "PG")]]


# --- headings ----------------------------------------------------------------------------------


def test_headings_with_roman_numbers_and_of_ones_own_country() -> None:
    text = """City,Country,Type,Date
I. FOREIGN,,,
Hanyu,Japan,Twinning agreement,1969
II. LOCAL,,,
Vigan City,,Sisterhood,2009
III. ADDED 2021,,,
Makassar,Indonesia,Twinning agreement,2021
"""
    assert [one[0][1] for one in _others(text, TOWN)] == ["JP", "PH", "ID"]


def test_words_across_a_table_are_a_heading_though_they_name_a_kind() -> None:
    titles = ["Rice", "Bees"]
    text = "No.,Title,Partner,Type,Date\n1,Rice,University of Oslo,MoU,2015\n"
    text += "LIVESTOCK PROGRAMME,LIVESTOCK PROGRAMME,LIVESTOCK PROGRAMME,,\n"
    text += "2,Bees,University of Bergen,MoU,2016\n"
    dossier, review = bl.read_list(io.StringIO(text), "en", home=INSTITUTE)
    assert not review.questions
    assert [str(one.titles[0].text) for one in dossier.agreements] == titles


# --- cells -------------------------------------------------------------------------------------


def test_the_next_years_are_a_length_and_a_note_in_brackets_no_date() -> None:
    text = """Partner,Type,Signed,Duration
University of Oslo,MoU,2008,next four years
University of Bergen,MoU,(not dated),next to nothing
"""
    dossier, review = bl.read_list(text, "en", home=INSTITUTE)
    assert [one.text for one in review.questions] == ["next to nothing"]
    assert str(dossier.agreements[0].term) == str(bl.Term(length="P4Y"))


def test_a_code_of_a_country_is_no_word_for_the_same() -> None:
    rows = "Lund;SE;MoU;2019\nMoca;DO;MoU;2020\n"
    assert _others(f"Town;Country;Kind;Signed\n{rows}", TOWN)[1] == [("Moca", "DO")]


# --- what registers of offices have ------------------------------------------------------------

FORCE = bl.Partner("mn-forest", "public_body", {"en": "Forest Service"}, country="MN")
REGISTER = "Country;Title;Signed;In force\n"


def _read(text: str, home: bl.Partner | str, lang: str = "en") -> bl.Dossier:
    return bl.read_list(text, lang, home=home)[0]


def _asked(text: str, home: bl.Partner | str) -> list[list[str]]:
    _, review = bl.read_list(text, "en", home=home)
    return [[one.code for one in row.questions] for row in review]


def test_where_it_was_signed_stands_beside_the_day_if_the_header_says_so() -> None:
    rows = "Lund;Sweden;MoU;3 May 2019 (Old Town Hall)\n"
    (found,) = _read(f"Town;Country;Kind;Signed (place)\n{rows}", TOWN).agreements
    (signed,) = found.events
    assert (str(signed.date), str(signed.place)) == ("2019-05-03", "Old Town Hall")
    assert _asked(f"Town;Country;Kind;Signed\n{rows}", TOWN) == [["edtf-syntax"]]


@pytest.mark.parametrize("mark", ["as above", "-do-", "the same"])
def test_words_for_the_same_are_filled_from_the_row_above(mark: str) -> None:
    rows = f"Lund;Sweden;MoU;2019\nKiruna;{mark};MoU;2020\n"
    assert _others(f"Town;Country;Kind;Signed\n{rows}", TOWN)[1] == [("Kiruna", "SE")]


def test_below_a_heading_of_several_kinds_none_of_them_holds() -> None:
    rows = "Sister cities;\nLund;Sweden\nMemoranda and letters of intent;\nKiruna;Sweden\n"
    asked = [[], [], [], ["no-kind-in-list"]]
    assert _asked(f"Town;Country\n{rows}", TOWN) == asked


def test_subtotals_and_lines_in_brackets_are_no_records() -> None:
    rows = "Lund;Sweden;MoU;2019\nSubtotal Europe;1;;\n(to be continued);;;\n"
    dossier, review = bl.read_list(f"Town;Country;Kind;Signed\n{rows}", "en", home=TOWN)
    assert len(dossier) == 1
    assert not review.questions


def test_beside_days_words_say_of_some_that_they_are_not_in_force_yet() -> None:
    rows = (
        "Peru;Agreement on Trade;25-11-2006;provisionally applied\n"
        "Cuba;Agreement on Fisheries;26-11-2007;not yet\n"
        "Mali;Agreement on Tourism;27-11-2008;in force\n"
        "Ghana;Agreement on Customs;28-11-2009;01-02-2010\n"
    )
    found = _read(REGISTER + rows, "MN").agreements
    events = [[(one.kind.value, str(one.date)) for one in each.events[1:]] for each in found]
    assert events == [
        [("provisional_application", "None")],
        [],
        [("in_force", "None")],
        # In the order that the other column tells.
        [("in_force", "2010-02-01")],
    ]


def test_a_title_in_another_language_may_have_governments() -> None:
    title = "Convention entre le Gouvernement de la Mongolie et le Gouvernement du Pérou"
    assert "only-country" in _asked(f"{REGISTER}Peru;{title};25-11-2006;\n", "MN")[0]


def test_a_town_is_not_in_one_of_two_states_that_stand_beside_it() -> None:
    rows = "Victoria Falls;Zambia / Zimbabwe;MoU;2015\n"
    assert _asked(f"Town;Country;Kind;Signed\n{rows}", TOWN) == [["different-sides"]]


def test_two_bodies_in_one_cell_are_not_one() -> None:
    rows = "Hope University and Thaba Development Trust;UK;MoU;2015\n"
    assert _asked(f"Institution;Country;Kind;Signed\n{rows}", INSTITUTE) == [["unknown-party"]]


def test_a_day_stands_before_what_says_that_nothing_happens() -> None:
    (found,) = _read("MoU with the University of Ghana on law, 2009, dormant\n", FORCE).agreements
    assert (str(found.events[0].date), str(found.note)) == ("2009", "dormant")


# --- lists as German offices write them ----------------------------------------------------------

ROSTOCK = bl.Partner("de-rostock", "city", {"de": "Rostock"}, country="DE")
KREIS = bl.Partner("home", "district", {"de": "Landkreis Bautzen"}, country="DE")
UNI = bl.Partner("home", "university", {"de": "TU Bergakademie Freiberg"}, country="DE")


def _german(text: str, home: bl.Partner | str, number: int = 0) -> bl.Agreement:
    dossier, review = bl.read_list(f"{text}\n", "de", home=home)
    assert [row.questions for row in review] == [()] * len(review.rows)
    return dossier.agreements[number]


def _universities(header: str, *texts: str) -> str:
    """A list of universities with a text each below a header."""
    partners = ("Sofia;Bulgarien", "Wien;Österreich", "Hanoi;Vietnam")
    rows = zip(partners, texts, strict=True)
    return f"Partner;Land;Form;seit;{header}\n" + "".join(
        f"Universität {partner};MoU;2011;{text}\n" for partner, text in rows
    )


def test_a_column_in_which_nearly_all_texts_are_fields_has_those_whatever_its_header_is() -> None:
    text = _universities("{}", "Bergbau", "Tourismus", "Weinbau")
    found = _german(text.format("Worum geht's?"), UNI)
    assert [one.code for one in found.sectors] == ["mining"]
    found = _german(text.format("Kürzel"), UNI)
    assert [one.code for one in found.sectors] == ["mining"]
    # Who sees to it is none.
    assert not _german(text.format("Abteilung"), UNI).sectors
    few = "".join(text.splitlines(keepends=True)[:3])
    assert not _german(few.format("Kürzel"), UNI).sectors


def test_a_column_of_bodies_tells_no_fields() -> None:
    bodies = (f"Ministerium für {one}" for one in ("Kultur", "Umwelt", "Bergbau"))
    text = _universities("Kürzel", *bodies)
    assert not _german(text, UNI).sectors


@pytest.mark.parametrize(
    ("tail", "signed"),
    [("- 2019", "2019"), ("– 12.5.2014", "2014-05-12"), ("| Mai 2014", "2014-05")],
)
def test_a_date_may_stand_behind_a_dash_or_a_bar(tail: str, signed: str) -> None:
    text = f"Memorandum zwischen der Stadt Rostock und der Stadt Wien über Parks {tail}"
    assert [str(one) for one in _german(text, "DE").dates("signed")] == [signed]


def test_no_country_is_left_for_two_parties_that_nothing_places() -> None:
    text = "Vertrag zwischen dem Naturpark Blaba und dem Parc naturel régional de Blubu"
    (row,) = bl.read_list(f"{text}\n", "de", home="DE").review
    assert [one.code for one in row.questions] == ["no-country-known"]


def test_what_has_a_plain_name_among_towns_is_one() -> None:
    towns = ("Riga;Lettland", "Bergen;Norwegen", "Turku;Finnland", "Dalian;China")
    text = "Partner;Land;Form;seit\n" + "".join(
        f"{one};Städtepartnerschaft;1990\n"
        for one in (*towns, "Szczecin;Polen", "Brünn;Tschechien")
    )
    others = "Bahir Dar;Äthiopien;Vertrag;2019\nFeuerwehr Lier;Belgien;Vertrag;2011\n"
    # In a country that nobody tells, or of many words, it may be anything.
    doubtful = "Blaba;;Vertrag;2011\nBlaba Blubu Blobo;Polen;Vertrag;2010\n"
    dossier, review = bl.read_list(f"{text}{others}{doubtful}", "de", home=ROSTOCK)
    assert [bool(row.questions) for row in review.rows[-4:]] == [False, False, True, True]
    kinds = [one.partners[1].kind.value for one in dossier.agreements[-2:]]
    assert kinds == ["city", "public_body"]


@pytest.mark.parametrize(
    ("line", "kind", "signed"),
    [
        ("Powiat Lwówecki (Kooperationsvereinbarung, 2005)", "arrangement", "2005"),
        ("Powiat Lwówecki, Gemeinsame Erklärung, 12. Mai 2011", "joint_declaration", "2011-05-12"),
        ("Powiat Lwówecki, Klimapartnerschaft (seit März 2023)", "project_partnership", "2023-03"),
        ("Powiat Lwówecki, Klimapartnerschaft, 2003", "project_partnership", "2003"),
        ("Powiat Lwówecki, Vertrag 2003", "contract", "2003"),
    ],
)
def test_a_line_has_a_partner_and_what_there_is_with_it(line: str, kind: str, signed: str) -> None:
    found = _german(f"Polen\nPowiat Bolesławiecki: Vertrag vom 1.2.2003\n{line}\n", KREIS, 1)
    assert found.partners[1].name.marked("de") == "Powiat Lwówecki"
    assert (found.kind.value, str(next(iter(found.dates("signed"))))) == (kind, signed)


def test_a_comma_inside_of_a_name_does_not_end_it() -> None:
    line = "Orange County, Kalifornien, Partnerschaftsvertrag, 2001"
    found = _german(f"Vereinigte Staaten\n{line}\nCook County, Illinois, Vertrag, 2002\n", KREIS)
    assert found.partners[1].name.marked("de").startswith("Orange County")


def test_the_year_of_a_programme_is_no_date_of_signature() -> None:
    line = "Landkreis Passau: Arbeitsprogramm 2004"
    found, _ = bl.read_list(f"{line}\nLandkreis Passau: Vertrag 2003\n", "de", home=KREIS)
    assert not [*found.agreements[0].dates("signed")]


def test_bodies_of_one_country_before_the_partners_are_our_side() -> None:
    text = """Haus;Partner;Land;Dokument;Datum
Universitätsklinikum Innsbruck;Hôpital Universitaire de Kigali;Ruanda;Vertrag;2016
Landeskrankenhaus Bregenz;Charité;Deutschland;Koop.-Vertrag;2014
Landeskrankenhaus Bregenz;Tata Memorial Hospital;Indien;Vereinb. Gesellenaustausch;2020
"""
    found = _german(text, "AT", 1)
    assert [one.country for one in found.partners] == ["AT", "DE"]
    assert _german(text, "AT", 2).kind is bl.AgreementKind.ARRANGEMENT


def test_a_day_has_its_place_without_the_preposition() -> None:
    text = "Partner;Land;Form;unterzeichnet am\nUniversität Sofia;Bulgarien;MoU;12.5.2004 in Bonn\n"
    (event,) = _german(text, UNI).events
    assert str(event.place) == "Bonn"
    title = (
        "Vertrag zwischen der Stadt Jena und der Stadt Wien, unterzeichnet am 17.11.2017 in Bonn"
    )
    (event,) = _german(title, "DE").events
    assert str(event.place) == "Bonn"


def test_a_renewal_by_a_length_leaves_the_first_one_as_it_is() -> None:
    text = "Partner;Land;Form;Laufzeit\nUniversität Sofia;Bulgarien;{};{}\n"
    found = _german(text.format("MoU", "5 Jahre, Verlängerung um weitere 5 Jahre"), UNI)
    assert found.term == bl.Term(length="P5Y")
    found = _german(text.format("Vereinbarung 3+3-Programm", "unbegr."), UNI)
    assert (found.kind.value, found.term) == ("arrangement", bl.Term(indefinite=True))


def test_a_word_for_a_kind_that_headings_have_is_no_subject() -> None:
    text = "Stadt;Land;Form;seit\nRiga;Lettland;Städtekontakt;2019\n"
    assert _german(text, ROSTOCK).kind is bl.AgreementKind.CONTACT


def test_names_joined_by_a_dash_stand_as_they_are() -> None:
    found = _german("Vertrag Nationalpark Harz – Nationalpark Theth (Albanien), 2011", "DE")
    assert [one.name.marked("de") for one in found.partners] == [
        "Nationalpark Harz",
        "Nationalpark Theth",
    ]
