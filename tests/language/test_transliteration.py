"""Cyrillic names in Latin letters, by the systems that the tables name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.language.lexicon import lexicon
from bilateral.language.transliteration import has_script, transliterated


@pytest.mark.parametrize(
    ("source", "text", "german", "english"),
    [
        ("ru", "Хабаровский край", "Chabarowski krai", "Khabarovskiy kray"),
        ("ru", "Новосибирск", "Nowossibirsk", "Novosibirsk"),
        ("ru", "Таджикский алюминий", "Tadschikski aljumini", "Tadzhikskiy alyuminiy"),
        ("ru", "имени Горького", "imeni Gorkowo", "imeni Gorkogo"),
        ("ru", "Енисей", "Jenissei", "Yenisey"),
        ("ru", "объединение", "objedinenije", "obyedineniye"),
        ("ru", "Хрущёв, Ёлкин", "Chruschtschow, Jolkin", None),
        ("ru", "Александр", "Alexandr", "Aleksandr"),
        ("ru", "Йошкар-Ола", "Joschkar-Ola", "Yoshkar-Ola"),
        ("ru", "МТЗ-ХОЛДИНГ", "MTS-CHOLDING", "MTZ-KHOLDING"),
        ("ru", "завод № 7, ФК «Юность»", "sawod Nr. 7, FK «Junost»", "zavod № 7, FK «Yunost»"),
        ("be", "Гродзенскі раён", "Hrodsenski rajon", "Hrodzyenski rayon"),
        ("be", "аб’яднанне", "abjadnanne", None),
        ("uk", "Харків", "Charkiw", "Kharkiv"),
        ("uk", "Юрій Згурський", "Jurij Shurskyj", "Yurii Zghurskyi"),
        ("uk", "Україна", "Ukrajina", "Ukraina"),
        ("kk", "Қазақстан", "Qasaqstan", "Qazaqstan"),
        ("ky", "Жогорку Кеңеш", "Dschogorku Kengesch", "Jogorku Kengesh"),
        ("bg", "Търговище", "Targowischte", "Targovishte"),
        ("mk", "Скопје", "Skopje", "Skopje"),
        ("sr-Cyrl", "Чачак, Ђаково", "Čačak, Đakovo", "Čačak, Đakovo"),
        ("ru", "İİ Завод", "İİ Sawod", "İİ Zavod"),
        ("tg", "Тоҷикистон", "Todschikiston", "Tojikiston"),
    ],
)
def test_names_are_written_as_the_press_writes_them(source, text, german, english):
    assert transliterated(lexicon("de"), text, source) == german
    if english is not None:
        assert transliterated(lexicon("en"), text, source) == english


@pytest.mark.parametrize("text", ["ქარხანა", "工厂", "Ꙗблоко"])
def test_a_letter_without_a_rule_has_none_for_the_name(text):
    assert transliterated(lexicon("en"), text, "ru") is None


def test_figures_and_marks_are_of_every_script():
    assert has_script("№ 7 «!»", "Latn")
    assert has_script("№ 7 «!»", "Cyrl")
    assert not has_script("Завод X", "Cyrl")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_letter_of_the_languages_has_its_rule(lang):
    """Those that Cyrillic is written with today, in the countries of the reviewed tables."""
    alphabets = {
        "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя'",
        "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
        "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
        "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
        "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
        "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    }
    for source, letters in alphabets.items():
        for letter in letters:
            assert transliterated(lexicon(lang), f"а{letter}б", source) is not None, (
                source,
                letter,
            )


@given(
    text=st.text(
        alphabet=st.characters(min_codepoint=0x400, max_codepoint=0x45F) | st.sampled_from(" -«»’")
    ),
    source=st.sampled_from(("ru", "be", "uk", "kk", "bg", "sr", "und")),
    lang=st.sampled_from(("de", "en")),
)
def test_what_is_written_has_no_cyrillic_letter_left(text, source, lang):
    written = transliterated(lexicon(lang), text, source)

    assert written is None or has_script(written, "Latn")
