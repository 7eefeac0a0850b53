"""Titles as journals, lists and the press have them: with more around them than they say."""

from __future__ import annotations

import pytest

import bilateral as bl


@pytest.mark.parametrize(
    ("lang", "text", "subject", "rest"),
    [
        ("de", "über Handel, Lima, 5. Mai 1990", "Handel", ("Lima",)),
        ("de", "über Handel – Lima, den 5. Mai 1990", "Handel", ("Lima",)),
        ("de", "über Handel, gez. Lima 5. Mai 1990", "Handel", ("gez. Lima",)),
        ("de", "über Handel, Peru, 5. Mai 1990", "Handel, Peru", ()),
        ("de", "über Handel (mit Anlagen)", "Handel", ("mit Anlagen",)),
        ("de", "über Handel samt Protokoll", "Handel", ("samt Protokoll",)),
        ("de", "über Handel mit Karten der Grenze", "Handel mit Karten der Grenze", ()),
        ("de", "über Handel (BGBl. 1990 II S. 7)", "Handel", ("BGBl. 1990 II S. 7",)),
        ("de", "über Handel (BGBl. und anderes)", "Handel (BGBl. und anderes)", ()),
        ("en", "on trade (with annexes and exchange of notes)", "trade", None),
        ("ru", "о торговле (с приложением)", "торговле", ("с приложением",)),
    ],
)
def test_what_is_said_of_a_document_is_no_subject(lang, text, subject, rest) -> None:
    before = {
        "de": "Abkommen zwischen Peru und Chile",
        "en": "Agreement between Peru and Chile",
        "ru": "Соглашение между Перу и Чили",
    }[lang]
    title = bl.parse_title(f"{before} {text}", lang)
    assert (title.subject or "").endswith(subject)
    assert rest is None or title.rest == rest
    assert len(title.parties) == 2


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Abkommen zwischen Peru und Chile, in Kraft seit 1. Januar 2005", None),
        ("Abkommen zwischen Peru und Chile idF des Protokolls vom 3. März 1999", None),
        (
            "Abkommen vom 3. März 1999 zwischen Peru und Chile, geändert durch Protokoll vom "
            "5. Mai 2005",
            "1999-03-03",
        ),
        (
            "Protokoll zum Abkommen vom 3. März 1999 zwischen Peru und Chile, unterzeichnet am "
            "4. April 2005",
            "2005-04-04",
        ),
    ],
)
def test_a_day_of_another_event_is_no_day_of_signature(text, date) -> None:
    title = bl.parse_title(text, "de")
    assert (title.date and str(title.date)) == date
    assert title.period is None


@pytest.mark.parametrize(
    ("text", "day", "is_marked"),
    [
        ("des am 5. Mai 1990 in Lima geschlossenen Abkommens zwischen Peru und Chile", "05-05", 0),
        ("des Abkommens zwischen Peru und Chile, Lima, 5. Mai 1990", "05-05", 1),
        ("des Abkommens vom 5. Mai 1990 zwischen Peru und Chile", "05-05", 0),
    ],
)
def test_a_day_of_two_documents_is_asked(text, day, is_marked) -> None:
    title = bl.parse_title(f"Protokoll zur Änderung {text}", "de")
    assert [str(one.date) for one in title.amends] == [f"1990-{day}"]
    assert ("date" in title.uncertain) is bool(is_marked)


@pytest.mark.parametrize(
    ("text", "first", "is_certain"),
    [
        ("Pressemitteilung: Peru und Chile unterzeichnen Abkommen über Handel", "Peru", True),
        ("Am 5. Mai 1990 haben Peru und Chile ein Abkommen über Handel geschlossen", "Peru", True),
        ("TU Wien und Universität Bonn: Vereinbarung über Chemie", "TU Wien", True),
        ("Blaba und Universität Bonn: Vereinbarung über Chemie", "Blaba", False),
        ("Partnerschaftsurkunde Bonn – Minsk", "Bonn", True),
        ("Partnerschaftsurkunde Blaba – Minsk", "Blaba", False),
        (
            "Vertrag zwischen der Stadt Bonn, vertreten durch den Bürgermeister, und der Stadt "
            "Minsk, vertreten durch den Vorsitzenden, über Handel",
            "Stadt Bonn",
            True,
        ),
        ("Vertrag zwischen Blaba Co., Ltd. und der Müller & Co. AG", "Blaba Co., Ltd.", False),
    ],
)
def test_parties_are_found_where_they_sign(text, first, is_certain) -> None:
    title = bl.parse_title(text, "de")
    assert title.parties[0].text == first
    assert len(title.parties) == 2
    assert ("sides" not in title.uncertain) is is_certain


@pytest.mark.parametrize(
    ("text", "designation", "subject"),
    [
        (
            "Protokoll der 3. Sitzung der Gemischten Kommission für Handel zwischen Peru und Chile",
            "Protokoll der 3. Sitzung der Gemischten Kommission",
            "für Handel",
        ),
        (
            "Sitzungsprotokoll der 3. und der 4. Tagung der Kommission zwischen Peru und Chile",
            "Sitzungsprotokoll der 3. und der 4. Tagung der Kommission",
            None,
        ),
        (
            "Protokoll der 3. Sitzung der Gemeinsamen Arbeitsgruppe Umwelt zwischen Peru und Chile",
            "Protokoll der 3. Sitzung der Gemeinsamen Arbeitsgruppe",
            "Umwelt",
        ),
        (
            "Protokoll der 3. Sitzung der Gemeinsamen Arbeitsgruppe Nord zwischen Peru und Chile",
            "Protokoll der 3. Sitzung der Gemeinsamen Arbeitsgruppe",
            None,
        ),
        ("Abkommen und Protokoll zwischen Peru und Chile", "Abkommen und Protokoll", None),
        ("Energiepartnerschaft zwischen Peru und Chile", "Energiepartnerschaft", None),
    ],
)
def test_a_document_calls_itself_by_all_of_its_name(text, designation, subject) -> None:
    title = bl.parse_title(text, "de")
    assert (title.designation, title.subject) == (designation, subject)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kooperationsvertrag zwischen der Handelskammer Wien und Blaba", "contract"),
        ("Partnerschaftsvereinbarung zwischen der Universität Bonn und Blaba", "arrangement"),
        ("Partnerschaftsvereinbarung zwischen der Stadt Bonn und Blaba", "twinning"),
        (
            "Sitzungsprotokoll des Zollkomitees Perus und des Zollkomitees Chiles",
            "session_protocol",
        ),
    ],
)
def test_the_makers_of_a_document_tell_its_kind(text, kind) -> None:
    assert bl.parse_title(text, "de").kind == kind


def test_presidents_of_two_parliaments_are_no_heads_of_state() -> None:
    text = "Gemeinsame Erklärung der Präsidenten des Deutschen Bundestages und des Parlaments Perus"
    kinds = {party.kind for party in bl.parse_title(text, "de").parties}
    assert kinds == {bl.PartnerKind.PARLIAMENT}


def test_the_president_of_a_parliament_beside_that_of_a_state_is_no_head_of_state() -> None:
    text = "Gemeinsame Erklärung der Präsidenten des Deutschen Bundestages und der Republik Chile"
    kinds = [party.kind for party in bl.parse_title(text, "de").parties]
    assert kinds == [None, bl.PartnerKind.HEAD_OF_STATE]
