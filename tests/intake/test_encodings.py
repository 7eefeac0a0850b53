"""The encoding of a text is told by its letters, or asked."""

import pytest

import bilateral as bl
from bilateral.intake.layout.encodings import encoding_of

TEXTS = {
    "ru": "№;Наименование\n1;Соглашение «О дружбе» между Минском и Вильнюсом — текст;2020 г.\n",
    "de": "Städtepartnerschaft;Österreich;Größe;Übung\nKöln;für „Freunde“\nGenève;Schweiz\n",
    "en": "University;Country\nUniversidad de Jaén;Spain\nUniversität Göttingen;Germany\n",
}
POLISH = (
    "Hochschule;Land\nUniversität Łódź;Polen\nUniwersytet Śląski;Polen\nBudějovice;Tschechien\n"
)
# Signs that the old code pages do not have are left out of the texts.
OLD = {"cp866", "cp850", "koi8_r"}


@pytest.mark.parametrize(
    ("lang", "encoding"),
    [
        ("ru", "cp1251"),
        ("ru", "cp866"),
        ("ru", "koi8_r"),
        ("ru", "mac_cyrillic"),
        ("ru", "utf-16-le"),
        ("ru", "utf-16-be"),
        ("de", "cp1252"),
        ("de", "cp850"),
        ("de", "mac_roman"),
        ("de", "utf-16-le"),
        ("en", "cp1252"),
        ("en", "cp850"),
        ("en", "mac_roman"),
    ],
)
def test_the_encoding_is_told_by_the_letters(lang: str, encoding: str) -> None:
    text = TEXTS[lang]
    if encoding in OLD:
        text = "".join(char for char in text if char not in "«»—„“№")
    assert encoding_of(text.encode(encoding), lang) == encoding


def test_names_of_the_east_are_told_from_those_of_the_west() -> None:
    assert encoding_of(POLISH.encode("cp1250"), "de") == "cp1250"


def test_where_two_encodings_say_the_same_either_will_do() -> None:
    content = "Title;Date\nAgreement – trade;2010\n".encode("cp1251")
    assert content.decode(encoding_of(content, "en") or "") == content.decode("cp1251")


@pytest.mark.parametrize(
    "content",
    [
        TEXTS["ru"].encode(),
        TEXTS["ru"].encode("utf-8-sig"),
        TEXTS["ru"].encode("utf-16"),
        b"Title;Date\n",
        b"",
    ],
)
def test_a_text_in_utf_8_or_with_its_mark_needs_none(content: bytes) -> None:
    assert encoding_of(content, "ru") is None


@pytest.mark.parametrize(
    "content",
    [bytes(range(128, 256)), "Тест".encode()[1:] + b"\x00\x98\n"],
)
def test_what_is_no_text_in_any_of_them_is_asked(content: bytes) -> None:
    with pytest.raises(bl.ValidationError) as caught:
        encoding_of(content, "ru")
    assert caught.value.problems[0].code == "unclear-encoding"


def test_what_looks_right_in_two_encodings_is_asked() -> None:
    # "é" of the West or "č" of the East: nothing else tells.
    content = "Titel;Ort\nVertrag;Gen\xe8ve\n".encode("cp1252")
    assert encoding_of(content, "de") == "cp1252"
    with pytest.raises(bl.ValidationError) as caught:
        encoding_of("ф".encode("cp1251") + b" " + "в".encode("koi8_r"), "xx")
    assert "encoding" in caught.value.problems[0].message("en")


def test_the_one_that_was_taken_is_told() -> None:
    text = "Titel;Parteien\nAbkommen über Ämter;Peru, Japan\n"
    for content, codes in ((text.encode("cp1252"), ["encoding-taken"]), (text.encode(), [])):
        review = bl.read_list(content, "de").review
        assert [one.code for one in review.notices] == codes
