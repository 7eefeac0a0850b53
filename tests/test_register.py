"""The register for people: text, HTML and Markdown from one description."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Dossier, Goods, Partner, Project, Sector, Source, TradeFlow
from bilateral.examples import astana_2025
from bilateral.listing import describe, register
from bilateral.testing import values_of

SIGNS = "<script>alert(1)</script> & *a* _b_ [c](d) `e` # 1. ~~f~~ | $g$ \\ \n"


class Page(HTMLParser):
    """Collects tags, attributes and text, and keeps what is open."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.links, self.text = [], set(), [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.links += [value for name, value in attributes if name in ("href", "src")]
        assert {name for name, _ in attributes} <= {"lang", "charset", "href", "rel"}
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def hostile():
    """A dossier whose every text is full of signs."""
    by = Partner("by", "state", {"en": SIGNS}, code="BY")
    sector = Sector("own", name={"en": SIGNS})
    source = Source("s", publisher=SIGNS, url='https://example.org/?"a"=<b>&c+d')
    return Dossier(
        title={"en": SIGNS},
        sources=[source],
        projects=[Project("p", {"en": SIGNS}, sectors=[sector])],
        trade=[TradeFlow("t", by, Partner.state("KZ"), goods=[Goods("0101")])],
    )


class TestLaws:
    @given(values_of(Dossier), st.sampled_from(["de", "ru", "en"]))
    def test_every_dossier_has_a_well_formed_register_in_any_language(self, dossier, lang):
        """With an entry for each record, well-formed, in any language."""
        page = Page(bl.dumps(dossier, "html", lang=lang))
        content = describe(dossier, lang)

        assert page.open == []
        assert "script" not in page.tags
        assert sum(len(section.items) for section in content.sections) == len(
            [*dossier.agreements, *dossier.projects, *dossier.trade, *dossier.sources]
        )
        assert bl.dumps(dossier, "markdown", lang=lang).count("\n## ") <= len(content.sections)


class TestHtml:
    def test_the_founding_dossier_is_a_page_in_russian(self):
        page = Page(bl.dumps(astana_2025(), "html", lang="ru"))

        assert "Документы" in page.text
        assert "5 ноября 2025 года, Astana" in page.text
        assert [link for link in page.links if not link.startswith("https://")] == []

    def test_no_tag_comes_from_a_text(self):
        page = Page(bl.dumps(hostile(), "html"))

        assert "script" not in page.tags
        assert SIGNS.strip() in page.text
        assert page.links == ['https://example.org/?"a"=<b>&c+d']


class TestMarkdown:
    def test_the_founding_dossier_is_a_list_in_german(self):
        text = bl.dumps(astana_2025(), "markdown", lang="de")

        assert "\n## Übereinkünfte\n\n1. Memorandum zwischen dem Akimat" in text
        assert "\n   - unterzeichnet: 5. November 2025, Astana\n" in text

    def test_no_mark_comes_from_a_text_and_each_is_one_line(self):
        text = bl.dumps(hostile(), "markdown")
        plain = re.sub(r"\\[!-/:-@[-`{-~]", "", text)

        assert "[" not in plain.replace("[", "", 1).split("\n## Sources")[0]
        assert not re.search(r"[*_`~|$]|<(?!https)", plain)
        assert '(<https://example.org/?"a"=%3Cb%3E&c+d>)' in text

    @pytest.mark.parametrize(
        ("title", "line"),
        [
            ("1. a", "1\\. a"),
            ("- a", "\\- a"),
            ("12) b", "12\\) b"),
            ("# a", "\\# a"),
            ("a - b", "a - b"),
        ],
    )
    def test_what_begins_like_a_list_or_a_heading_is_neither(self, title, line):
        dossier = Dossier(projects=[Project("p", {"en": title})])
        assert f"1. {line}\n" in bl.dumps(dossier, "markdown") + "\n"


class TestText:
    def test_a_name_that_a_language_has_not_stands_in_another_one_which_is_named(self):
        """Stand there in another one, which is named; or as a code."""
        text = register(hostile(), "ru")

        assert "[en]" in text
        assert "01" in text

    def test_a_register_for_people_is_not_read(self):
        for name in ("html", "markdown"):
            with pytest.raises(bl.UnknownFormat):
                bl.loads("", name)
