"""Names with what follows from their wording."""

import pickle

import pytest

import bilateral as bl
from bilateral.language.completion import complete


def test_what_is_recorded_stays_as_it_is():
    phrase = bl.Phrase("Ministry of Trade", article=False)
    assert complete(phrase, "en", "ministry") is phrase


def test_a_language_without_a_grammar_adds_nothing():
    phrase = bl.Phrase("Ministère du commerce")
    assert complete(phrase, "fr", "ministry") is phrase


def test_a_derived_field_is_told_beside_those_that_were_told_before():
    phrase = bl.Phrase("Ministry of Trade", derived=["nom"])
    assert complete(phrase, "en-GB", "ministry").derived == ("nom", "article")


def test_a_title_tells_the_forms_that_a_rule_made():
    ministry = bl.Partner("m", "ministry", {"en": "Ministry of Trade"}, country="UZ")
    title = bl.Agreement("x", "mou", [ministry, bl.Partner.state("BY")]).title("en")
    assert "the Ministry of Trade" in title
    assert title.derived == (("Ministry of Trade", "def"),)
    assert pickle.loads(pickle.dumps(title)).derived == title.derived


def test_a_form_that_is_none_is_refused():
    with pytest.raises(bl.ValidationError) as caught:
        bl.Phrase("Minsk", derived=["gent", 5])
    assert [(p.path, p.code) for p in caught.value.problems] == [
        (("derived", 0), "unknown-form"),
        (("derived", 1), "wrong-type"),
    ]
