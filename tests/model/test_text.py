"""Phrases and names in several languages."""

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import Gender, Phrase, Phrases, ValidationError
from bilateral.text import language_tag

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(str.strip)
TAGS = st.sampled_from(["de", "ru", "en", "be", "kk", "zh-Hans", "de-AT"])


class TestPhrase:
    def test_a_plain_name_has_its_nominative_only(self):
        """Nothing is guessed."""
        phrase = Phrase("Минск")

        assert phrase.gen is None
        assert phrase.gender is None
        assert str(phrase) == "Минск"

    def test_gender_is_taken_as_text(self):
        """A code stands for the member."""
        assert Phrase("Akimat", gender="n").gender is Gender.NEUTER

    def test_repr_shows_what_is_given(self):
        """It can be evaluated, and is no longer than it must be."""
        phrase = Phrase("Akimat", gender="n", article=True, aliases=["Akim"])

        assert repr(phrase) == "Phrase('Akimat', gender='n', article=True, aliases=['Akim'])"
        assert eval(repr(phrase)) == phrase  # noqa: S307

    def test_each_wrong_field_is_named_at_once(self):
        with pytest.raises(ValidationError) as caught:
            Phrase("", gen=5, gender="x", article="yes", aliases="ab")

        found = {(problem.where, problem.code) for problem in caught.value.problems}
        assert found == {
            ("nom", "empty-text"),
            ("gen", "wrong-type"),
            ("gender", "unknown-gender"),
            ("article", "wrong-type"),
            ("aliases", "wrong-type"),
        }


class TestPhrases:
    def test_plain_texts_become_phrases(self):
        """A text is a phrase with only its nominative."""
        assert Phrases(de="Minsk")["de"] == Phrase("Minsk")

    def test_names_in_any_order_are_equal_and_written_alike(self):
        one = Phrases({"ru": "Минск", "en": "Minsk"})
        other = Phrases({"en": "Minsk", "ru": "Минск"})

        assert one == other
        assert hash(one) == hash(other)
        assert list(one) == list(other) == ["en", "ru"]

    def test_the_best_name_falls_back_to_the_language_and_never_to_another(self):
        name = Phrases({"de": "Jänner", "en-GB": "January"})

        assert name.best("de-AT") == Phrase("Jänner")
        assert name.best("en") is None
        assert name.best("") is None

    def test_it_is_immutable(self):
        """Neither attributes nor items can be set."""
        name = Phrases(en="Minsk")

        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            name.other = 1
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            del name._items
        with pytest.raises(TypeError):
            name["de"] = Phrase("Minsk")

    def test_a_copy_is_the_same_object_and_a_pickle_an_equal_one(self):
        name = Phrases(en="Minsk", ru=Phrase("Минск", gen="Минска"))

        assert copy.copy(name) is name
        assert copy.deepcopy(name) is name
        assert pickle.loads(pickle.dumps(name)) == name

    def test_a_phrase_with_only_a_nominative_shows_as_its_text(self):
        assert repr(Phrases(en="Minsk", ru=Phrase("Минск", gen="Минска"))) == (
            "Phrases({'en': 'Minsk', 'ru': Phrase('Минск', gen='Минска')})"
        )

    @pytest.mark.parametrize(
        ("items", "problem"),
        [
            ({}, ("", "no-name")),
            (None, ("", "no-name")),
            ({"German": "x"}, ("German", "invalid-language")),
            ({5: "x"}, ("5", "invalid-language")),
            ({"de": 5}, ("de", "wrong-type")),
            ({"de": ""}, ("de.nom", "empty-text")),
        ],
    )
    def test_each_problem_names_the_language(self, items, problem):
        with pytest.raises(ValidationError) as caught:
            Phrases(items)

        assert [(one.where, one.code) for one in caught.value.problems] == [problem]

    def test_names_do_not_equal_a_mapping(self):
        assert Phrases(en="Minsk") != {"en": "Minsk"}

    @given(st.dictionaries(TAGS, WORDS, min_size=1))
    def test_what_goes_into_names_comes_out(self, items):
        name = Phrases(items)

        assert {tag: phrase.nom for tag, phrase in name.items()} == items
        assert Phrases(name) == name
        assert len(name) == len(items)


def test_a_language_that_a_name_does_not_have_is_a_missing_key():
    with pytest.raises(KeyError):
        Phrases(en="Minsk")["be"]


@pytest.mark.parametrize(
    ("written", "tag"),
    [("de_DE", "de-DE"), ("DE", "de"), ("uz_cyrl_uz", "uz-Cyrl-UZ"), ("de-at", "de-at")],
)
def test_the_name_of_a_locale_is_taken_for_a_language_tag(written, tag):
    assert language_tag(written) == tag
    assert list(Phrases({written: "x"})) == [tag]
