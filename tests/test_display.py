"""What a console shows."""

import pickle

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import bilateral
from bilateral import (
    Agreement,
    DataWarning,
    Dossier,
    Duration,
    Exit,
    Goods,
    Identifier,
    Official,
    PartialDate,
    Partner,
    Period,
    Phrase,
    Phrases,
    Problem,
    Project,
    Renewal,
    Sector,
    Side,
    Source,
    Start,
    Survival,
    Term,
    ValidationError,
    parse_title,
)
from bilateral.concise import brief
from bilateral.dossiers import TABLES
from bilateral.testing import values_of

NAMES = {name: getattr(bilateral, name) for name in bilateral.__all__}


def test_a_report_shows_as_the_problems_of_an_error_do():
    report = [Problem("no-name", ("partners", 0)), Problem("no-partner")]
    warning, error = DataWarning(report), ValidationError(report)

    assert warning._repr_html_() == error._repr_html_()
    assert warning.text("ru") == error.text("ru")
    assert pickle.loads(pickle.dumps(warning)).problems == error.problems


# What says everything about itself, and refers to no record.
WHOLE = [
    *(Identifier, Phrase, Phrases, PartialDate, Period, Duration, Sector, Goods),
    *(Start, Renewal, Exit, Survival, Term),
]


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
@given(st.data())
def test_a_value_without_references_is_shown_as_code_that_makes_it_again(kind, data):
    value = data.draw(values_of(kind))
    assume("…" not in repr(value))

    assert eval(repr(value), NAMES) == value  # noqa: S307


@pytest.mark.parametrize("kind", [Partner, Official, Source], ids=lambda kind: kind.__name__)
# Long names and references are shown short: many a record is drawn that is no such one.
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(st.data())
def test_so_is_a_record_whose_name_is_short(kind, data):
    value = data.draw(values_of(kind))
    code = repr(value)
    assume("…" not in code and "quotes=" not in code and "body=" not in code)
    assume("name=" in code or kind is Source)

    assert eval(code, NAMES) == value  # noqa: S307


def records(dossier):
    yield dossier
    for table in TABLES.values():
        yield from getattr(dossier, table)
    for agreement in dossier:
        yield from (*agreement.sides, *agreement.events, *agreement.titles, agreement.term)
        yield from (dossier.status(agreement.id, "2026-01-01"), agreement.extra)
    yield from dossier.deadlines("2026-01-01", "2029-12-31")


@given(values_of(Dossier))
def test_code_is_one_line(dossier):
    for record in records(dossier):
        assert repr(record).isprintable()


def test_what_is_not_filled_yet_is_shown_without_it():
    assert repr(object.__new__(Partner)) == "Partner()"
    assert repr(Start.__new__(Start)) == "Start()"
    assert brief(object.__new__(Side)) == "Side()"


def test_references_are_shown_by_their_ids():
    by, kz = Partner.state("BY"), Partner.state("KZ")
    plan = Agreement("plan", "roadmap", [by, kz])
    news = Source("news", quotes=[Official("akim", {"en": "A. Akim"}, body=by)])
    project = Project("p", {"en": "P"}, partners=[by], sectors=["trade"], sources=[news])

    assert repr(plan) == "Agreement('plan', 'roadmap', sides=[['by'], ['kz']])"
    assert repr(by) == "Partner('by', 'state', country='BY', code='BY')"
    assert repr(news) == "Source('news', quotes=['akim'])"
    assert repr(project) == (
        "Project('p', name={'en': 'P'}, partners=['by'], sectors=['trade'], sources=['news'])"
    )


def test_what_is_long_is_cut_short():
    source = Source("s", note="x" * 81, title="x" * 80, extra={"a:b": "x" * 80})
    languages = [f"x{letter}" for letter in "abcdefg"]
    plan = Agreement("a", "mou", [Partner.state("BY"), Partner.state("KZ")], languages=languages)

    assert repr(source) == (f"Source('s', title='{'x' * 80}', note='{'x' * 79}…', extra={{…}})")
    assert repr(plan).endswith("languages=['xa', 'xb', 'xc', 'xd', 'xe', 'xf', …])")


def test_what_a_title_says_is_shown_without_what_it_does_not_say():
    title = parse_title("Memorandum between Belarus and the Republic of Kazakhstan", "en")

    assert repr(title) == (
        "ParsedTitle('Memorandum between Belarus and the Republic of Kazakhstan', 'en', "
        "'memorandum', 'Memorandum', sides=[[Party('Belarus', kind='state', country='BY')], "
        "[Party('Republic of Kazakhstan', kind='state', country='KZ')]])"
    )


def test_a_set_is_shown_in_one_order():
    assert brief(frozenset("cab")) == "{'a', 'b', 'c'}"
    assert brief(frozenset()) == "frozenset()"
