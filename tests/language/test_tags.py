"""Language tags, and the adjective of two countries."""

import pytest

import bilateral as bl
from bilateral.errors import MissingForm, UnknownLanguage
from bilateral.language.lexicon import lexicon, names
from bilateral.reference.country_names import pair_adjective
from bilateral.tables import resolve


class TestTags:
    """Which tables serve a tag."""

    @pytest.mark.parametrize(
        ("tag", "lang"),
        [
            ("de", "de"),
            ("de-AT", "de"),
            ("de_CH", "de"),
            ("ru-Cyrl-BY", "ru"),
            ("en-u-nu-latn", "en"),
        ],
    )
    def test_a_tag_is_served_by_its_language(self, tag, lang):
        assert resolve(tag) == lang
        assert lexicon(tag) is lexicon(lang)

    @pytest.mark.parametrize("tag", ["be", "kk", "", "deu", "x-de"])
    def test_a_tag_is_never_served_by_another_language(self, tag):
        with pytest.raises(UnknownLanguage):
            resolve(tag)

    def test_an_unknown_code_has_no_names(self):
        assert names("countries", "XX") is None


class TestPairAdjective:
    """Two countries in one word."""

    @pytest.mark.parametrize(
        ("first", "second", "lang", "adjective"),
        [
            ("BY", "KZ", "ru", "белорусско-казахстанский"),
            ("KZ", "BY", "ru", "казахстанско-белорусский"),
            ("DE", "KZ", "de", "deutsch-kasachisch"),
            ("KZ", "BY", "en", "Kazakh-Belarusian"),
            ("KAZ", "112", "en", "Kazakh-Belarusian"),
        ],
    )
    def test_two_countries_are_one_adjective_in_their_order(self, first, second, lang, adjective):
        assert pair_adjective(first, second, lang) == adjective

    def test_an_unknown_country_or_a_missing_adjective_is_an_error(self):
        with pytest.raises(bl.UnknownCode) as caught:
            pair_adjective("BY", "KZZ", "ru")
        assert caught.value.code == "KZZ"
        with pytest.raises(MissingForm):
            pair_adjective("BY", "AI", "ru")
