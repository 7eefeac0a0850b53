"""What German documents are about: with its article, an adjective, or two nouns."""

import pytest

from bilateral import Agreement, Partner, Phrase
from bilateral.errors import MissingForm
from bilateral.language.completion import complete
from bilateral.language.lexicon import in_sentence


def form(subject, case):
    try:
        return in_sentence(complete(Phrase(subject), "de", "subject"), "de", case)
    except MissingForm:
        return None


@pytest.mark.parametrize(
    ("subject", "acc", "dat"),
    [
        ("die Lieferung von Bussen", "die Lieferung von Bussen", "der Lieferung von Bussen"),
        ("der Bau einer Brücke", "den Bau einer Brücke", "dem Bau einer Brücke"),
        ("das Verfahren", "das Verfahren", "dem Verfahren"),
        ("die gemeinsame Nutzung", "die gemeinsame Nutzung", "der gemeinsamen Nutzung"),
        ("der visafreie Verkehr", "den visafreien Verkehr", "dem visafreien Verkehr"),
        ("den Austausch von Gästen", "den Austausch von Gästen", None),
        ("die Wärme", "die Wärme", None),
        ("Die Wärme", "die Wärme", None),
        ("Soziale Sicherheit", "die soziale Sicherheit", "der sozialen Sicherheit"),
        ("Europäische Union", "die Europäische Union", "der Europäischen Union"),
        ("gemeinsame Vorhaben", "gemeinsame Vorhaben", None),
        ("Künstliches Licht", "künstliches Licht", None),
        ("Bau und Betrieb von Werken", "Bau und Betrieb von Werken", None),
        ("Visaerleichterungen", "Visaerleichterungen", "Visaerleichterungen"),
        ("Fragen der Grenze", "Fragen der Grenze", "Fragen der Grenze"),
        ("Lieferungen von Erz und Kohle", "Lieferungen von Erz und Kohle", None),
    ],
)
def test_it_has_the_forms_that_are_certain(subject, acc, dat):
    assert (form(subject, "acc"), form(subject, "dat")) == (acc, dat)


@pytest.mark.parametrize(
    "subject",
    [
        "der Wald",
        "den Wäldern",
        "den Lieferungen",
        "die Wärme und der Strom",
        "gemeinsame Vorhaben und gegenseitiger Beistand",
        "Präsident und Bau",
        "Wärme und Licht",
        "Lieferungen Erz",
        "Lieferungen von Erz und der Bau von Werken",
        "die",
    ],
)
def test_nothing_is_said_of_what_is_not_certain(subject):
    phrase = Phrase(subject)
    assert complete(phrase, "de", "subject") is phrase


def test_the_nominative_has_its_article_once():
    assert form("der visafreie Verkehr", "def") == "der visafreie Verkehr"
    assert form("Gegenseitiger Beitritt", "def") == "der gegenseitige Beitritt"


def test_recorded_forms_win():
    phrase = Phrase("Soziale Sicherheit", acc="Soziale Sicherheit", gender="f", article=True)
    assert complete(phrase, "de", "subject").acc == "Soziale Sicherheit"


@pytest.mark.parametrize(
    ("subject", "end"),
    [
        ("die Lieferung von Bussen", " über die Lieferung von Bussen"),
        ("die Vermeidung der Doppelbesteuerung", " zur Vermeidung der Doppelbesteuerung"),
        ("Freundschaft und Zusammenarbeit", " über Freundschaft und Zusammenarbeit"),
        ("Soziale Sicherheit", " über soziale Sicherheit"),
        (Phrase("Soziale Sicherheit", acc="Soziale Sicherheit"), " über die Soziale Sicherheit"),
    ],
)
def test_a_title_is_a_whole_sentence(subject, end):
    sides = (Partner.state("BY"), Partner.state("KZ"))
    assert Agreement("x", "agreement", sides, subject={"de": subject}).title("de").endswith(end)
