"""Addresses on the web, and what Markdown would take for one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Dossier, Phrases, Source, ValidationError
from bilateral.formats.markdown import _inline, _text
from bilateral.sources import ADDRESS_PATTERN, is_address

GOOD = [
    "https://example.org",
    "http://example.org:8080/a/b?c=d&e#f",
    "HTTPS://Example.org/x",
    "https://пример.рф/страница",
    "https://[2001:db8::1]/x",
    "https://example.org/@user/a:b",
    "https://localhost/",
]
BAD = [
    "",
    "https://",
    "https:///x",
    "https://?x",
    "example.org",
    "ftp://example.org",
    "javascript:alert(1)//https://example.org",
    "https://user@example.org",
    "https://user:password@example.org/",
    "https://example.org/a b",
    "https://example.org/a\nb",
    "https://example.org\n",
    " https://example.org",
    "https://example.org/\u202egpj",
    "https://example.org/\u00a0",
    "https://example.org/\x07",
    "https://<script>/",
    "https://example.org\\@evil.example",
    "https://example.org:port/",
]


@pytest.mark.parametrize("url", GOOD)
def test_an_address_is_kept_as_it_is(url):
    dossier = Dossier(sources=[Source("s", url=url)])

    assert bl.loads(bl.dumps(dossier)).source("s").url == url


@pytest.mark.parametrize("url", BAD)
def test_what_is_no_address_is_refused(url):
    with pytest.raises(ValidationError) as caught:
        Source("s", url=url)
    assert [problem.code for problem in caught.value.problems] == ["invalid-url"]
    assert bl.json_schema()["$defs"]["source"]["properties"]["url"]["format"] == "iri"


class TestMarkdown:
    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("see https://example.org", r"see https\://example.org"),
            ("www.example.org", r"www\.example.org"),
            ("ask office@example.org", r"ask office\@example.org"),
            ("@user and #1", r"\@user and \#1"),
            ("{{ x }} {% y %} {.z}", r"\{\{ x \}\} \{% y %\} \{.z\}"),
            (":smile: and 10:30", r"\:smile: and 10:30"),
            ("a:b:c", r"a\:b\:c"),
            ("Point: one; No. 5", "Point: one; No. 5"),
            ("C# @ 5", "C# @ 5"),
        ],
    )
    def test_nothing_in_a_text_is_live(self, text, written):
        assert _inline(text) == written

    def test_a_sign_at_the_beginning_is_escaped_once(self):
        assert _text("#1") == r"\#1"
        assert _text("# x") == r"\# x"
        assert _text(":smile:") == r"\:smile:"
        assert _text(": x") == r"\: x"

    def test_a_register_shows_names_as_they_are(self):
        body = bl.Partner("x", "company", {"en": "{{ x }} @user"}, country="BY")
        plan = bl.Agreement("a", "mou", [body, bl.Partner.state("KZ")])
        title = Phrases(en="#1 https://example.org")
        text = bl.dumps(Dossier(agreements=[plan], title=title), "markdown")

        assert r"\{\{ x \}\} \@user" in text
        assert text.startswith(r"# \#1 https\://example.org")


def test_a_backslash_in_an_address_counts_as_a_slash():
    source = Source("s", url="https://treaties.example.org/a\\4298.html")
    assert source.url == "https://treaties.example.org/a/4298.html"
    text = bl.dumps(Dossier(sources=[source])).replace("a/4298", r"a\\4298")
    assert bl.loads(text).source("s") == source


@given(st.text(st.characters(max_codepoint=0x2100, exclude_categories=["Cs"]), max_size=12))
def test_addresses_are_those_of_the_pattern_that_the_schema_has(path):
    for url in (f"https://a.by/{path}", f"http://{path}/b", f"https://a.by{path}"):
        assert is_address(url) == (
            re.fullmatch(ADDRESS_PATTERN, url) is not None and url.isprintable()
        )
