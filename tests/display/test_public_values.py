"""Every public value shows itself, in every language and in four kinds of text."""

import enum
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.dossiers import TABLES
from bilateral.examples import astana_2025
from bilateral.tables import BUILT_IN
from bilateral.testing import values_of
from tests.display.markers import Outline

KINDS = {"text/plain", "text/html", "text/markdown", "text/latex"}
# What holds no value of a register.
OTHER = {"Limits"}
DAY = "2026-11-26"


def public():
    for name in bl.__all__:
        value = getattr(bl, name)
        if isinstance(value, type) and not issubclass(value, Exception):
            yield name, value


def is_plain_code(kind):
    """A code without a name of its own in each language."""
    return issubclass(kind, enum.Enum) and not hasattr(kind, "phrase")


def test_every_public_class_shows_itself():
    silent = {
        name
        for name, kind in public()
        if not hasattr(kind, "_repr_mimebundle_") and not is_plain_code(kind)
    }
    assert silent == OTHER


def examples():
    dossier = astana_2025()
    plan = dossier["by-kz-2025-minsk-astana-roadmap"]
    later = dossier.replace(attrs.evolve(plan, period="2026/2029"))
    bare = bl.Agreement(
        "x", "mou", [bl.Partner("y", "company", {"en": "Y"}, country="DE"), bl.Partner.state("KZ")]
    )
    yield from (dossier, dossier.between("BY", "KZ"), dossier.active(DAY))
    yield from (getattr(dossier, name) for name in TABLES.values())
    yield from (dossier.partners[:0], dossier.agreements[:1])
    for name in TABLES.values():
        yield from getattr(dossier, name)
    yield from (*plan.sides, *plan.events, *plan.titles, plan.status(DAY), plan.kind, plan.period)
    yield from (plan.status(DAY).reasons[0], plan.status(DAY).first, plan.title("ru"))
    deadlines = dossier.deadlines("2026-01-01", "2029-12-31")
    yield from (deadlines, deadlines[0])
    yield from (plan.timeline(DAY), plan.timeline(DAY)[0])
    yield from (bl.find("Minsk"), bl.find("Minsk")[0], bl.parse_title("Agreement", "en"))
    yield from (bl.diff(dossier, later), bl.diff(later, bl.Dossier()), bl.diff(bl.Dossier(), later))
    yield from (
        bl.PartialDate("2026"),
        bl.Duration(5),
        bl.DaySet.of("2026"),
        bl.DaySet([(1, 10**9)]),
    )
    yield from (bl.Phrase("x", gen="y"), plan.sides[0].partners[0].name, bl.Goods("8708"))
    yield from (bl.Term(entry="signed", length="P5Y"), bl.Renewal("P1Y"), bl.Exit("P6M"))
    yield from (bl.Problem("no-name", ("x",)), bl.ValidationError([bl.Problem("no-name")]))
    yield from (bl.known(name) for name in ("events", "kinds", "partner_kinds", "sectors"))
    yield from (bl.known("portfolios"), bl.known("cities"), bl.known("cities", country="VA")[:0])
    yield from (bare, bare.title("ru"), bl.Identifier("wikidata", "Q1"), bl.Period("../2026"))


EXAMPLES = {f"{n}-{type(value).__name__}": value for n, value in enumerate(examples())}


@pytest.mark.parametrize("lang", BUILT_IN)
@pytest.mark.parametrize("name", EXAMPLES)
def test_it_does_so_in_four_kinds_of_text(name, lang):
    shown = bl.show(EXAMPLES[name], lang, on=DAY)
    bundle = shown._repr_mimebundle_()

    assert bundle.keys() == KINDS
    assert all(text.strip() for text in bundle.values())
    assert repr(shown) == bundle["text/plain"]
    assert shown._repr_html_() == bundle["text/html"]
    outline = Outline(bundle["text/html"])
    assert all(table["lang"] == lang for table in outline.of("table"))
    # Every cell of a table has a header, and every table says what it is.
    assert len(outline.of("caption")) == len(outline.of("table")) > 0


@given(values_of(bl.Dossier), st.sampled_from(BUILT_IN))
def test_so_does_whatever_is_valid(dossier, lang):
    for value in (dossier, *(getattr(dossier, name) for name in TABLES.values()), *dossier):
        Outline(bl.show(value, lang, on=DAY)._repr_html_())


def test_nothing_of_it_is_a_tag_of_its_own():
    name = bl.Phrases(en="<script>alert(1)</script> & Co")
    partner = attrs.evolve(bl.Partner.state("BY"), name=name)
    agreement = bl.Agreement("a", "mou", [partner, bl.Partner.state("KZ")], period="2026")
    source = bl.Source("s", publisher="<b>", url="https://example.org/?a=1&b=2")
    dossier = bl.Dossier(agreements=[agreement], sources=[source])

    for value in (partner, agreement, source, dossier, dossier.involving("BY"), dossier.sources):
        assert "<script" not in "".join(Outline(value._repr_html_()).open)
        assert "<b>" not in value._repr_html_()


def test_a_day_as_far_as_it_is_known_shows_itself():
    day = astana_2025().agreements[1].status(DAY).first
    assert "1 January 2026" in day._repr_mimebundle_()["text/html"]


def test_an_agreement_shows_its_titles_in_the_order_of_the_reader():
    plan = astana_2025().agreements[1]

    html = bl.show(plan, "de")._repr_html_()

    assert html.index("Aktionsplan (Roadmap) zwischen") < html.index("Roadmap on cooperation")
    assert '<span lang="ru">Дорожная карта' in html
    assert "2026–2028" in html


def test_the_register_says_what_holds_and_what_comes():
    text = repr(bl.show(astana_2025(), "en", on=DAY))

    for part in ("status on 26 November 2026", "in effect from", "31 December 2028; last day"):
        assert part in text


def test_what_a_selection_left_undecided_is_shown_too():
    sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
    vague = bl.Agreement("vague", "mou", sides, events=[bl.Event("signed", "2025")])
    dossier = bl.Dossier(agreements=[vague])

    assert "Undecided: 1" in repr(bl.show(dossier.active("2025-06-01")))


def test_a_title_names_the_forms_that_it_lacks():
    odd = bl.Partner("odd", "company", {"de": "Seltsam"}, country="DE")
    title = bl.Agreement("a", "mou", [odd, bl.Partner.state("KZ")]).title("ru")

    assert title.missing
    assert "недостающие формы" in repr(bl.show(title, "ru"))


def test_answers_are_tuples_still():
    dossier = astana_2025()
    deadlines = dossier.deadlines("2026-01-01", "2029-12-31")
    for answer in (deadlines, bl.find("Minsk"), dossier.agreements[1].timeline(DAY)):
        assert answer == tuple(answer)
        assert type(answer[:1]) is type(answer)
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert hash(answer) == hash(tuple(answer))
        with pytest.raises(bl.ValidationError):
            type(answer)([5])


def test_a_library_for_consoles_gets_the_arguments_one_by_one():
    plan = bl.Agreement("plan", "roadmap", [bl.Partner.state("BY"), bl.Partner.state("KZ")])

    arguments = [(name, repr(value)) for name, value in plan.__rich_repr__()]

    assert arguments == [(None, "'plan'"), (None, "'roadmap'"), ("sides", "[['by'], ['kz']]")]
