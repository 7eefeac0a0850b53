"""Russian forms made by rule against a morphological dictionary that is not ours."""

from functools import cache

import pytest

from bilateral.language.lexicon import CASES, lexicon
from bilateral.language.russian import decline_adjective
from bilateral.language.russian_names import derived_fields
from bilateral.language.russian_places import decline_place
from bilateral.text import Phrase
from tests.language.test_russian_names import GOLDEN

pymorphy3 = pytest.importorskip("pymorphy3", reason="the dictionary is not installed")

TAGS = dict(zip(CASES, ("nomn", "gent", "datv", "accs", "ablt", "loct"), strict=True))
GENDERS = {"m": {"sing", "masc"}, "f": {"sing", "femn"}, "n": {"sing", "neut"}, "pl": {"plur"}}
# Looked at one by one: what the dictionary does not have, or has otherwise, and why ours stands.
HEAD_NOUNS = {
    "агрогородок": "not in the dictionary; as городок",
    "акимат": "not in the dictionary; as комитет",
    "белгидромет": "not in the dictionary; as комитет",
    "велаят": "not in the dictionary; as комитет",
    "глава": "a man at the head agrees as one; in the dictionary it is a chapter",
    "жупания": "not in the dictionary; as компания",
    "кенгеш": "not in the dictionary; as колледж",
    "кенеш": "not in the dictionary; as колледж",
    "мажлис": "not in the dictionary; as меджлис",
    "маслихат": "not in the dictionary, which guesses a living being; as комитет",
    "медье": "not in the dictionary; it does not decline",
    "минпромторг": "not in the dictionary; as торг",
    "минпросвещения": "not in the dictionary; a genitive after Мин-, so it does not decline",
    "минспорта": "as минпросвещения",
    "минтруда": "as минпросвещения",
    "минцифры": "as минпросвещения",
    "минспорт": "not in the dictionary; as спорт",
    "мухафаза": "not in the dictionary; as фаза",
    "обер-бургомистр": "not in the dictionary; as бургомистр",
    "повят": "not in the dictionary; as уезд",
    "политехника": "not in the dictionary, which guesses a man; as техника",
    "примэрия": "not in the dictionary; as мэрия",
    "росгвардия": "not in the dictionary; as гвардия",
    "росстандарт": "not in the dictionary; as стандарт",
    "росфинмониторинг": "not in the dictionary; as мониторинг",
    "сакребуло": "not in the dictionary; it does not decline",
    "фюльке": "not in the dictionary; it does not decline",
    "хокимият": "not in the dictionary, which guesses a living being; as комитет",
    "хукумат": "not in the dictionary; as комитет",
    "хякимлик": "not in the dictionary; as материк",
}


@cache
def analyzer():
    return pymorphy3.MorphAnalyzer()


def same_letters(word):
    """A word as those write it who write е for ё."""
    return word.lower().replace("ё", "е")


def differences(word, gender, forms, *parts_of_speech):
    """The cases in which no reading of a word in a gender has our form; `None`: no such word."""
    readings = [
        reading
        for reading in analyzer().parse(word.lower())
        if reading.tag.POS in parts_of_speech and GENDERS[gender] | {"nomn"} in reading.tag
    ]
    if not readings or not analyzer().word_is_known(word.lower()):
        return None
    number = GENDERS[gender] - {"masc", "femn", "neut"}
    found = [
        {
            case
            for case, form in forms.items()
            if not any(
                same_letters(one.word) == same_letters(form) and number | {TAGS[case]} in one.tag
                for one in reading.lexeme
            )
        }
        for reading in readings
    ]
    return min(found, key=len)


def test_head_nouns_have_the_forms_of_the_dictionary():
    found = {}
    for noun, row in lexicon("ru").rows("head_nouns", "nom").items():
        forms = {case: row[case] for case in CASES if case in row}
        different = differences(noun, row["gender"], forms, "NOUN")
        if different != set():
            found[noun] = different
    assert sorted(found) == sorted(HEAD_NOUNS)
    assert set(found.values()) == {None}


def names(*kinds):
    for row in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]:
        kind, name, *_ = row.split("\t")
        if not kinds or kind in kinds:
            yield kind, name


def test_adjectives_have_the_forms_of_the_dictionary():
    known = set()
    for kind, name in names():
        gender = str(derived_fields(Phrase(name), kind).get("gender", ""))
        for word in name.split():
            forms = gender and decline_adjective(word, gender)
            different = forms and differences(word, gender, forms, "ADJF", "PRTF")
            if different is not None and forms:
                assert different == set(), (word, gender)
                known.add(word)
    assert len(known) > 300


def test_towns_have_the_forms_of_the_dictionary():
    known = set()
    for _, name in names("city"):
        place = decline_place(name, "city")
        if place and place.gender and " " not in name:
            different = differences(name, place.gender, place.forms, "NOUN")
            if different is not None:
                assert different == set(), name
                known.add(name)
    assert len(known) > 80
