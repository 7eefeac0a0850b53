"""What stands in the lists of towns beside their documents: projects, exchanges, own bodies."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.intake.project_titles import as_partnership
from bilateral.intake.short_kinds import with_kind_in_full
from tests.intake.reading import codes

ZITTAU = bl.Partner.like("Stadt Zittau", "de", country="DE")
SEEN = "Städtepartnerschaft mit Dreux (Frankreich), 1998"


def of_town(*titles: str, home: bl.Partner = ZITTAU) -> list[bl.Agreement | list[str]]:
    """What the lines of the list of a town become: a document, or what is asked."""
    dossier, review = bl.read_list("\n".join((SEEN, *titles)), "de", home=home)
    return [
        codes(row) if row.questions or row.is_passed_over else dossier[row.id or ""]
        for row in review.rows[1:]
    ]


def names(found: bl.Agreement | list[str]) -> list[str]:
    assert isinstance(found, bl.Agreement), found
    return [one.name.marked("de") for one in found.partners]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("EU-Projekt „Drei Länder“ Zittau – Liberec, 2019–2021", "Liberec"),
        ("EU-Projekt „Feuerwehr“ mit Liberec, 2019–2021", "Liberec"),
        ("Interreg-Projekt „Wasserwege“ Zittau / Liberec, 2016 bis 2019", "Liberec"),
        ("Gemeinsame Ausstellung mit dem Museum Liberec, 2018", "Museum Liberec"),
        ("Schüleraustausch Goethe-Gymnasium Zittau – Liceo Pistoia", "Liceo Pistoia"),
        ("Schulpartnerschaft Goethe-Gymnasium Zittau / Gymnasium Pistoia", "Gymnasium Pistoia"),
    ],
)
def test_what_two_do_together_is_a_project_partnership_that_nobody_signed(
    title: str, other: str
) -> None:
    (found,) = of_town(title)
    assert names(found)[1] == other
    assert isinstance(found, bl.Agreement)
    assert found.kind is bl.AgreementKind.PROJECT_PARTNERSHIP
    assert not found.dates("signed")


@pytest.mark.parametrize(
    ("title", "lang", "found"),
    [
        ("Projekt Wasser und Abwasser", "de", "yes"),
        ("Projekt Wasser", "de", "no"),
        ("Projektantrag mit Liberec", "de", "no"),
        ("Exchange of notes with Peru", "en", "no"),
        ("Project for a bridge with Chinese funds", "en", "no"),
        ('Museum of Cork & Porvoo Museum, joint exhibition "Boats"', "en", "yes"),
        ("Cork, joint exhibition", "en", "no"),
        ('Erasmus+ project "Rivers" of Cork School with Liceo Galilei', "en", "yes"),
        ("Проект «Двор»: Пермь и Ловеч", "ru", "yes"),
        ("Совместный проект «Читаем вместе»", "ru", "no"),
        ("", "de", "no"),
    ],
)
def test_a_project_is_told_by_its_word_and_by_those_who_have_it(
    title: str, lang: str, found: str
) -> None:
    assert (as_partnership(title, lang) is not None) is (found == "yes")


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Feuerwehr Zittau – Feuerwehr Liberec: Vereinbarung, 2011", "Feuerwehr Liberec"),
        ("Musikschule Zittau – Musikschule Liberec, Vereinbarung", "Musikschule Liberec"),
        ("Vereinbarung Universitätsspital Zürich: Höhenmedizin", "Universitätsspital Zürich"),
    ],
)
def test_who_acts_for_a_town_is_not_its_partner(title: str, other: str) -> None:
    (found,) = of_town(title)
    assert names(found)[1] == other


def test_where_the_partner_of_a_body_of_the_town_is_is_asked() -> None:
    (found,) = of_town("Feuerwehr Zittau – Feuerwehr Hrádek n. N.: Vereinbarung, 2011")
    assert found == ["no-country-known"]


def test_a_noun_is_the_owner_as_it_is() -> None:
    first, second = of_town(
        "Kooperationsvertrag Stadtarchiv – Staatsarchiv Pistoia, 2005",
        "Vertrag zwischen der Stadt Zittau und der Stadt Liberec, 2006",
    )
    assert names(first)[0] == names(second)[0] == "Stadt Zittau"


def test_an_owner_is_found_without_its_legal_form() -> None:
    home = bl.Partner.like("tirol kliniken GmbH", "de", country="AT")
    (found,) = of_town("Rahmenvertrag Tirol Kliniken / Universitätsklinikum Ljubljana", home=home)
    assert names(found) == ["tirol kliniken GmbH", "Universitätsklinikum Ljubljana"]


def test_a_line_with_one_partner_is_no_heading() -> None:
    (found,) = of_town("Austausch mit Landspítali Reykjavík, Briefwechsel Nov./Dez. 2018")
    assert found


TABLE = """Nr;Partner;;Art / Gegenstand;Unterschriften;;Bemerk.
;Stadt;Land;;dort;bei uns;
I. Projekte, Absichtserklärungen;;;;;;
1;Zaanstad;NL;Vereinb. Feuerwehr;2.12.1988;;
2;Bytom;PL;Absichtserklärg. Theater;3.5.2011;;
II. Einrichtungen der Stadt;;;;;;
3;Liberec;CZ;Glasmuseum: Neubau;4.5.2012;;
"""


def test_kinds_and_subjects_in_one_column_are_titles_and_chapters_end_what_was_said() -> None:
    dossier, review = bl.read_list(TABLE, "de", home=ZITTAU)
    first, second = list(dossier)[:2]
    assert [one.kind.value for one in (first, second)] == ["arrangement", "letter_of_intent"]
    assert names(first)[1] == "Zaanstad"
    assert [str(one) for one in first.dates("signed")] == ["1988-12-02"]
    assert "no-document-kind" in codes(review.rows[-1])


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("Museum Jena, Leihvertr.", "Museum Jena, Leihvertrag"),
        ("Datenaustausch-Vereinb.", "Datenaustausch-Vereinbarung"),
        ("Anschlussvertr. St. Johann", "Anschlussvertrag St. Johann"),
        ("Fachhochsch. Wien", "Fachhochsch. Wien"),
        ("Landesreg. Tirol, Abt. Kultur", "Landesreg. Tirol, Abt. Kultur"),
        ("Vertrag mit Jena, Prot. 3", "Vertrag mit Jena, Prot. 3"),
    ],
)
def test_only_what_is_left_of_a_kind_is_taken_for_it(title: str, whole: str) -> None:
    assert with_kind_in_full(title, "de") == whole


MUSEUM = bl.Partner.like("Bergbau-Museum Bochum", "de", country="DE")


def test_museums_agree_on_heritage_where_no_word_tells_more() -> None:
    text = "Partner;Land;Titel\nMuseum Bor;Serbien;Vertrag über Rudna Glava\n"
    (found,) = bl.read_list(text, "de", home=MUSEUM).dossier
    assert [one.code for one in found.sectors] == ["culture", "heritage"]


def test_of_parties_with_different_fields_none_is_taken() -> None:
    text = "Partner;Land;Titel\nKlinik Bor;Serbien;Vertrag über Rudna Glava\n"
    (row,) = bl.read_list(text, "de", home=MUSEUM).review.rows
    assert codes(row) == ["no-sector-known"]


def test_an_exhibition_of_museums_is_no_fair() -> None:
    title = bl.parse_title("Museum Jena und Museum Liberec: Vereinbarung über Ausstellungen", "de")
    assert [one.code for one in title.sectors] == ["culture"]


def test_the_governments_that_a_title_names_hold_beside_their_state() -> None:
    title = (
        "Vereinbarung zwischen der Österreichischen Bundesregierung und der Regierung der "
        "Italienischen Republik über die Strecke zwischen den Bahnhöfen Sillian und Innichen"
    )
    text = f"Vertragspartner;Titel\nItalien;{title}\n"
    (found,) = bl.read_list(text, "de", home="AT").dossier
    assert [one.id for one in found.partners] == ["at-government", "it-government"]


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("Stadtarchiv Jena u. Stadtarchiv Weimar", 2),
        ("Hochschule für Musik und Theater Rostock", 1),
        ("Zoo und Tierpark Halle", 1),
        ("Universität Jena und Universität Ulm und Universität Kiel", 1),
    ],
)
def test_two_of_one_kind_in_a_cell_are_two(cell: str, count: int) -> None:
    text = f"Partner;Land;Titel\n{cell};Deutschland;Vertrag\n"
    home = bl.Partner.like("Universität Graz", "de", country="AT")
    dossier = bl.read_list(text, "de", home=home).dossier
    found = next(iter(dossier), None)
    assert found is None or len(found.sides[1].partners) == count
