"""German nouns of the rules, as a dictionary made of Wiktionary has them."""

import csv
from collections import defaultdict
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from bilateral import Phrase
from bilateral.language.german_names import derived_fields
from bilateral.tables import tables_of

DICTIONARY = find_spec("german_nouns")
pytestmark = pytest.mark.skipif(DICTIONARY is None, reason="there is no dictionary")
# Proper names, and parts of words.
OTHER_WORDS = ("name", "Toponym", "Affix", "Präfix", "Suffix", "Abkürzung")
# Words of another gender, each looked at: nobody is called so and no document is about them, or
# it is the dictionary that is wrong.
NAMES_OF_NOBODY = (
    "Chakasse Einwegplastik Eth Federschaft Garbenbund Hühnerei Jastik Kleiderschaft Kodonostasion "
    "Kuhdung Kymation Mynheer Ostatlantik Osterei Pfeilschaft Stenz Stiefelschaft Strohbund "
    "Säulenschaft Westatlantik Yastik"
)
MISTAKES = (
    "Angetrunkenheit Apartheidpolitik EU-Erweiterungskommissar Fachingenieurbüro Impfempfehlung "
    "Kriegshandwerk Mauerwerksverband Mörtelmauerwerk Schnürlsamt Unerfahrenheit "
    "Wortklauberei"
)


class Noun:
    """What the dictionary knows of a noun: its genders, and the forms that rules are tried on."""

    def __init__(self):
        self.genders = set()
        self.genitives = set()
        self.plurals = set()
        self.datives_plural = set()


COLUMNS = {
    "genus": "genders",
    "genitiv singular": "genitives",
    "nominativ plural": "plurals",
    "dativ plural": "datives_plural",
}


@cache
def nouns():
    """The nouns of the dictionary, by their nominatives."""
    found = defaultdict(Noun)
    file = Path(next(iter(DICTIONARY.submodule_search_locations))) / "nouns.csv"
    with file.open(encoding="utf-8", newline="") as text:
        header, *lines = csv.reader(text)
    names = (COLUMNS.get(column.rstrip("* 1234")) for column in header)
    columns = [(at, name) for at, name in enumerate(names) if name]
    for lemma, pos, *cells in lines:
        if " " in lemma or not lemma[:1].isupper() or any(word in pos for word in OTHER_WORDS):
            continue
        for at, name in columns:
            if cells[at - 2] not in {"", "—"}:
                getattr(found[lemma], name).add(cells[at - 2])
    return dict(found)


def heads():
    return tables_of("de").rows("head_nouns", "noun").items()


def test_every_noun_of_the_table_has_gender_and_genitive_of_the_dictionary():
    known = [(head, row, nouns()[head]) for head, row in heads() if head in nouns()]
    singular = [one for one in known if one[1].get("gender") not in {None, "pl"}]
    for head, row, noun in singular:
        assert not noun.genders or row["gender"] in noun.genders, head
        assert not noun.genitives or row.get("gen", head) in noun.genitives, head
    assert len(singular) > 250


def test_every_plural_of_the_table_has_the_dative_of_the_dictionary():
    singulars = {form: noun for noun in nouns().values() for form in noun.plurals}
    plurals = [(head, row) for head, row in heads() if row.get("gender") == "pl"]
    for head, row in plurals:
        noun = singulars.get(head)
        assert noun is None or row.get("oblique", head) in noun.datives_plural, head
    assert len(singulars.keys() & dict(plurals)) > 20


def test_every_word_that_a_rule_is_certain_of_has_the_gender_of_the_dictionary():
    told, other = 0, {}
    for word, noun in nouns().items():
        gender = derived_fields(Phrase(word), "subject").get("gender")
        if gender not in {None, "pl"} and noun.genders:
            told += 1
            if gender not in noun.genders:
                other[word] = gender
    assert other.keys() == {*NAMES_OF_NOBODY.split(), *MISTAKES.split()}
    assert told > 12_000


def test_no_exception_takes_other_words_in_a_certain_suffix_with_it():
    left_out = [
        word
        for word, noun in nouns().items()
        if word.endswith(("heit", "keit", "tät", "tion", "ung"))
        and noun.genders == {"f"}
        and "gender" not in derived_fields(Phrase(word), "subject")
    ]
    assert left_out == []
