"""What Jupyter shows."""

from html.parser import HTMLParser

import attrs
import pytest

from bilateral import Agreement, Dossier, Partner, Phrases, Problem, Source, ValidationError
from bilateral.examples import astana_2025


class Checker(HTMLParser):
    """Counts tags, and keeps what is open."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.seen = set()

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.seen.add(tag)
        assert not attributes or {name for name, _ in attributes} == {"scope"}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def hostile():
    """A name that would be a script."""
    name = Phrases(en="<script>alert(1)</script> & Co")
    return attrs.evolve(Partner.state("BY"), name=name)


def values(hostile):
    agreement = Agreement("a", "mou", [hostile, Partner.state("KZ")], period="2026")
    source = Source("s", publisher="<b>", url="https://example.org/?a=1&b=2", date="2025-11-05")
    dossier = Dossier(agreements=[agreement], sources=[source])
    return [hostile, agreement, source, dossier, dossier.involving("BY"), *astana_2025()]


def test_it_is_well_formed_and_escaped(hostile):
    """Tables only, nothing to run, nothing to load."""
    for value in values(hostile):
        html = value._repr_html_()
        checker = Checker()
        checker.feed(html)

        assert checker.open == []
        assert checker.seen <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
        assert "<script" not in html
        assert "<b>" not in html


def test_an_agreement_shows_its_titles():
    """In every language, with sectors, period and events."""
    html = astana_2025().agreements[1]._repr_html_()

    for part in ("Roadmap on", "Aktionsplan (Roadmap)", "Дорожная карта", "2026/2028", "Astana"):
        assert part in html


def test_many_rows_are_counted_not_shown():
    """The first hundred stand for all."""
    sides = Partner.state("BY"), Partner.state("KZ")
    many = [Agreement(f"a{number}", "mou", sides) for number in range(130)]

    assert "130 agreements, 30 not shown" in Dossier(agreements=many)._repr_html_()


def test_a_single_problem_is_not_called_problems():
    assert "<caption>1 problem</caption>" in ValidationError([Problem("no-name")])._repr_html_()
