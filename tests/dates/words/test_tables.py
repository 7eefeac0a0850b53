"""The tables of words for dates, those of added languages included."""

import re
from pathlib import Path

import pytest

import bilateral
from bilateral.dates.durations import Duration
from bilateral.dates.words.reading import duration_from_text, period_from_text
from bilateral.dates.words.vocabulary import PhraseSet, date_words
from bilateral.language.folding import fold_dates
from bilateral.language.lexicon import lexicon
from bilateral.tables import add_language
from tests.dates.words.outcomes import outcome

LANGUAGES = ("de", "en", "ru")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(?:since|from) (?P<a>.+?)", "since 2026"),
        ("(?:the )?(?P<a>.+?) on", "2026 on"),
        ("since (?P<a>.+?)|(?P<b>.+?) on", "2026 on"),
        ("[(]since (?P<a>.+?)|(?P<b>.+?) on[)]", "2026 on)"),
        (r"\(since (?P<a>.+?)|(?P<b>.+?) on\)", "2026 on)"),
        ("(?:since (?P<a>.+?)|(?P<b>.+?) on)", "2026 on"),
        ("spring(?: of (?P<a>.+?))?", "spring"),
        ("spring|summer", "summer"),
    ],
)
def test_a_phrase_is_found_wherever_its_words_stand(pattern, text):
    """Only the beginning that it always has rules it out."""
    phrases = PhraseSet({"other": [re.compile("until (?P<a>.+?)")], "it": [re.compile(pattern)]})
    assert [role for role, _ in phrases.matches(text)] == ["it"]
    assert [role for role, _ in phrases.matches("until 2026")] == ["other"]


def test_a_language_without_phrases_finds_none():
    assert not [*PhraseSet({}).matches("2026")]


class TestTables:
    """Tables that a translator can trust."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_no_alternative_hides_a_longer_one(self, lang):
        """Of "from|from the" the second would never be found."""
        for pattern in lexicon(lang).rows("date_phrases", "pattern"):
            for group in re.findall(r"\(\?:([^()]*)\)", pattern):
                words = group.split("|")
                for number, word in enumerate(words):
                    hidden = [one for one in words[number:] if one.startswith(f"{word} ")]
                    assert not hidden, (pattern, word, hidden)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_numbers_from_1_to_199_and_ordinals_up_to_31_have_words(self, lang):
        words = date_words(lang)
        assert set(words.cardinals.values()) == set(range(1, 200))
        assert set(words.ordinals.values()) == set(range(1, 32))

    @pytest.mark.parametrize(
        ("lang", "word", "number"),
        [
            ("de", "einundzwanzig", 21),
            ("de", "fünfunddreißig", 35),
            ("en", "forty-two", 42),
            ("en", "forty two", 42),
            ("ru", "двадцати пяти", 25),
            ("ru", "девяносто девять", 99),
            ("ru", "сто восемьдесят", 180),
            ("de", "hundertzwanzig", 120),
            ("en", "one hundred and twenty", 120),
        ],
    )
    def test_numbers_in_one_word_are_read(self, lang, word, number):
        assert date_words(lang).cardinals[fold_dates(word)] == number

    def test_patterns_are_expressions_of_their_own(self):
        """A pattern has only the slots that it may have, and each is unique."""
        for lang in LANGUAGES:
            path = Path(bilateral.__file__).parent / f"language/data/{lang}/date_phrases.tsv"
            lines = path.read_text(encoding="utf-8").splitlines()[2:]
            patterns = [line.split("\t")[1] for line in lines]
            assert len(set(patterns)) == len(patterns)
            assert all(pattern.endswith("{b}") for pattern in patterns if "{b}" in pattern)
            assert all("(" not in re.sub(r"\\\(|\(\?:", "", pattern) for pattern in patterns)


@pytest.fixture
def french(tmp_path):
    """A language of the user's own."""
    (tmp_path / "date_phrases.tsv").write_text(
        "id\tpattern\nyear\t{year}\nspan\tde {a} à {b}\nmonth\t{month} {year}\n"
        "day\t{day} {month} {year}\nunit.years\tans?\nlength-wrap\tpour {d}\n",
        encoding="utf-8",
    )
    (tmp_path / "numbers.tsv").write_text("id\tcardinal\tordinal\n05\tcinq\tcinquième\n", "utf-8")
    add_language("fr", tmp_path)
    return "fr"


def test_an_added_language_is_read_with_its_own_words(french):
    assert outcome(period_from_text, "de février 2026 à 2028", french) == "2026-02/2028"
    assert outcome(period_from_text, "de 2026 à 2028") == "2026/2028"
    assert outcome(period_from_text, "5 févr. 2026", french) == "2026-02-05"
    assert outcome(duration_from_text, "pour cinq ans", french) == "P5Y"
    assert outcome(duration_from_text, "pour cinq mois", french) == "!unreadable-duration"
    assert Duration.from_text("pour 5 ans") == Duration(5)


def test_an_added_language_without_tables_reads_what_needs_no_words(tmp_path):
    add_language("fr", tmp_path)
    assert outcome(period_from_text, "2026/2028", "fr") == "2026/2028"
    assert outcome(period_from_text, "en 2026", "fr") == "!unreadable-date"
    assert outcome(duration_from_text, "5 ans", "fr") == "!unreadable-duration"
    assert outcome(period_from_text, "на 2026 год") == "2026"
