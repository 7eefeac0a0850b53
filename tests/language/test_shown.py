"""Whatever is valid can be shown: in every language, as text and as HTML."""

import datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import (
    Agreement,
    Binding,
    Dossier,
    Event,
    EventKind,
    Exit,
    MissingForm,
    Partner,
    Problem,
    Term,
    ValidationError,
    show,
)
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.lifecycle.status import Reason
from bilateral.listing import register
from bilateral.tables import add_language, languages
from bilateral.terms import Start
from bilateral.testing import values_of

LANGUAGES = ("de", "en", "ru")
SIDES = Partner.state("BY"), Partner.state("KZ")
DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31))


def shown(value, on):
    """Every text that a dossier, its agreements, their statuses and deadlines have."""
    yield repr(value)
    yield value._repr_html_()
    yield from (register(value, lang) for lang in languages())
    yield from (one._repr_html_() for one in (*value.partners, *value.sources))
    yield from map(repr, (*value.partners, *value.sources, *value.projects, *value.trade))
    for agreement in value.agreements:
        status = value.status(agreement.id, on)
        yield from (repr(agreement), repr(status), str(status))
        yield from (agreement._repr_html_(), status._repr_html_())
        for lang in languages():
            yield from (agreement.title(lang), agreement.summary(lang), status.text(lang))
            yield from (reason.text(lang) for reason in status.reasons)
            if agreement.term:
                yield from (agreement.term.label(lang, force) for force in Binding)
    for deadline in value.deadlines(on, on + datetime.timedelta(days=1000)):
        yield repr(deadline)
        yield from (deadline.text(lang) for lang in languages())


@given(values_of(Dossier), DAYS)
def test_whatever_is_valid_can_be_shown_in_every_language(dossier, on):
    assert all(isinstance(text, str) and text for text in shown(dossier, on))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_event_and_every_rule_can_be_named_as_missing(lang):
    names = [*map(str, EventKind), *(field.name for field in attrs.fields(Term))]
    texts = {name: Reason("missing", about=name).text(lang) for name in names}
    assert {name: text for name, text in texts.items() if not text.endswith(".")} == {}


@pytest.mark.parametrize(
    ("event", "lang", "text"),
    [
        ("ratified", "de", "Nicht verzeichnet: Ratifikation."),
        ("notification_received", "de", "Nicht verzeichnet: Eingang der Notifikation."),
        ("ratified", "en", "Not recorded: ratification."),
        ("notification_received", "en", "Not recorded: receipt of the notification."),
        ("authorised", "en", "Not recorded: authorisation."),
        ("ratified", "ru", "Недостающие сведения: ратификация."),
    ],
)
def test_what_is_missing_is_a_noun(event, lang, text):
    assert Reason("missing", about=event).text(lang) == text


@pytest.mark.parametrize(
    ("term", "events"),
    [
        (Term(entry=Start(date="2026")), []),
        (Term(provisional=Start(date="2026-05")), [Event.signed("2025-01-01")]),
        (
            Term(exit=Exit("P6M", locked="P1Y")),
            [Event.signed("2020-01-01"), Event("notice_received", "2026-01-01")],
        ),
    ],
)
def test_rules_that_leave_the_day_open_are_named(term, events):
    status = Agreement("a", "agreement", SIDES, term=term, events=events).status("2026-05-06")

    assert status.missing
    for lang in LANGUAGES:
        assert "Event" not in status.text(lang)


def test_days_after_the_year_9999_are_shown_by_their_year():
    day = datetime.date(9999, 12, 31).toordinal()
    assert str(UncertainDay(day + 40, day + 40).period) == "Y10000"
    assert str(UncertainDay(day - 1, day + 40).period) == "9999-12-30/Y10000"


def test_a_disputed_end_so_far_away_breaks_no_list():
    document = Agreement("a", "agreement", SIDES, term=Term(until="Y12026", until_disputed=True))

    assert Dossier(agreements=[document]).deadlines("2000-01-01", "2001-01-01") == ()


def test_a_status_with_such_days_is_shown():
    term = Term(entry="signed", length="P8000Y")
    document = Agreement("a", "agreement", SIDES, term=term, events=[Event.signed("2025-11-05")])
    status = document.status("2026-01-01")

    deadlines = Dossier(agreements=[document]).deadlines("9999-01-01", "9999-12-31")

    assert str(status.until_within) == "Y10025"
    assert all(str(one.days) and one.text("de") for one in deadlines)
    assert "10025" in status._repr_html_()
    assert "10025" in status.text("de")


@pytest.fixture
def french(tmp_path):
    """A language of which somebody wrote the titles only."""
    (tmp_path / "titles.tsv").write_text(
        "id\tnom\tpattern\nroadmap\tFeuille de route\tplan\n", encoding="utf-8"
    )
    (tmp_path / "frames.tsv").write_text(
        "id\tframe\nplan\t{kind} entre {a} et {b}\n", encoding="utf-8"
    )
    add_language("fr", tmp_path)


@pytest.mark.usefixtures("french")
def test_a_language_with_few_tables_shows_what_it_has():
    sides = [
        Partner(one, "state", {"fr": one.upper()}, country=one.upper()) for one in ("by", "kz")
    ]
    document = Agreement("a", "roadmap", sides, events=[Event.signed("2025-11-05")])
    status = document.status("2026-01-01")

    assert document.summary("fr") == "Feuille de route entre BY et KZ."
    assert "Feuille de route" in document._repr_html_()
    assert "Feuille de route" in show(document.title("fr"), "fr")._repr_html_()
    for value in (document, status, document.kind, Dossier(agreements=[document]), *status.reasons):
        assert show(value, "fr")._repr_html_().count("<table") > 0
    assert Problem("no-name", hint="x").message("fr") == "no-name"
    unnamed = Problem("event-order", details={"event": EventKind.SIGNED})
    assert unnamed.message("fr") == "event-order"
    with pytest.raises(MissingForm):
        status.text("fr")


def test_an_unknown_problem_hides_no_other():
    error = ValidationError([Problem("my-format-says-no", value="x"), Problem("no-name")])
    assert str(error).splitlines()[0] == "my-format-says-no [my-format-says-no]"
