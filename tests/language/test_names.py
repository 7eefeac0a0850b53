"""Names of countries and goods: complete, and in their script."""

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

import bilateral
from bilateral import Goods, reference
from bilateral.language.lexicon import lexicon

LANGUAGES = ("de", "en", "ru")
DATA = Path(bilateral.__file__).parent / "language/data"
TABLES = [(topic, lang) for topic in ("countries", "goods") for lang in LANGUAGES]
STATES = sorted(
    key.removesuffix(".official")
    for key in lexicon("en").rows("countries")
    if key.endswith(".official")
)
WORDS = {"nom", "gen", "dat", "acc", "ins", "loc", "adj", "stem", "short"}

# One name, two countries: to be asked about, never guessed.
AMBIGUOUS = {
    "de": {"Birma", "Burma", "Jungferninseln", "Kongo", "Osttimor", "kongolesisch"},
    "en": {"Burma", "Congo", "Congolese", "Dominican", "East Timor", "Virgin Islands"},
    "ru": {"Бирма", "Виргинские острова", "Восточный Тимор", "РК"}
    | {"конголезский", "конголезско-"},
}


def names_in(row):
    """All that a row says in words."""
    aliases = row.get("aliases", "")
    return [row[word] for word in sorted(WORDS & set(row))] + (
        aliases.split(" | ") if aliases else []
    )


class TestTables:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_country_has_a_name_and_every_state_a_formal_one_in_every_language(self, lang):
        rows = lexicon(lang).rows("countries")

        assert {key for key in rows if "." not in key} == set(reference.countries())
        assert sorted(key.partition(".")[0] for key in rows if "." in key) == STATES
        assert {key.partition(".")[2] for key in rows if "." in key} == {"official"}
        # The members of the United Nations, the Holy See and Palestine; Kosovo.
        assert len(set(STATES) - reference.former_countries().keys()) == 195 + 1

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_section_and_chapter_of_hs_2022_has_a_name(self, lang):
        """All of HS 2022, of which chapter 77 is kept free."""
        chapters = {f"{number:02}" for number in range(1, 98)} - {"77"}
        levels = defaultdict(set)
        for code, row in reference.goods().items():
            levels[row["level"]].add(code)
            assert row["level"] == "section" or row["broader"] in reference.goods()

        assert levels["chapter"] == chapters
        assert len(levels["section"]) == 21
        assert set(lexicon(lang).rows("goods")) == set(reference.goods())

    @pytest.mark.parametrize(("topic", "lang"), TABLES)
    def test_every_file_is_sorted_by_id_and_every_line_has_every_cell(self, topic, lang):
        text = (DATA / lang / f"{topic}.tsv").read_text(encoding="utf-8")
        cells = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
        ids = [row[0] for row in cells[1:]]

        assert ids == sorted(set(ids))
        assert {len(row) for row in cells} == {len(cells[0])}
        assert all(cell == " ".join(cell.split()) for row in cells for cell in row)

    @pytest.mark.parametrize(("topic", "lang"), TABLES)
    def test_russian_names_are_cyrillic_and_no_other_ones(self, topic, lang):
        """Cyrillic only and always in Russian; no footnote digits, no typewriter's quotes."""
        for key, row in lexicon(lang).rows(topic).items():
            for name in names_in(row):
                scripts = {"CYRILLIC" in unicodedata.name(sign) for sign in name if sign.isalpha()}
                assert scripts == {lang == "ru"}, (key, name)
                assert not any(sign.isnumeric() or sign in "'\"" for sign in name), (key, name)
                assert not re.search(r"\bо-ва?\b", name), (key, name)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_names_of_two_countries_are_those_that_are_known_and_no_more(self, lang):
        found = defaultdict(set)
        for key, row in lexicon(lang).rows("countries").items():
            for name in names_in(row):
                found[name].add(key.partition(".")[0])
        assert {name for name, keys in found.items() if len(keys) > 1} == AMBIGUOUS[lang]

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_no_two_classes_of_goods_have_a_name_in_common(self, lang):
        found = [
            name
            for row in lexicon(lang).rows("goods").values()
            for name in {*row.get("aliases", row["nom"]).split(" | "), row["nom"]}
        ]
        assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("code", "lang", "text"),
    [
        ("2710", "en", "petroleum products"),
        ("8708", "de", "Kraftfahrzeugteile"),
        ("9403", "de", "Möbel"),
        ("870899", "ru", "части и принадлежности моторных транспортных средств"),
        ("XVIII", "en", "instruments, clocks and watches, musical instruments"),
        ("3102", "en", "fertilisers"),
    ],
)
def test_goods_are_named_in_every_language(code, lang, text):
    assert Goods(code).label(lang) == text


def test_there_is_no_chapter_77():
    assert "77" not in reference.goods()
