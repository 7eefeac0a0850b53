"""The language tables: complete, and in their own script."""

import re
from collections import Counter
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Partner, Sector, reference
from bilateral.language.lexicon import lexicon
from bilateral.language.topics import cooperation
from bilateral.lifecycle.timelines import Tense
from bilateral.tables import BUILT_IN
from bilateral.vocabulary import CodedEnum

LANGUAGES = BUILT_IN
# With the import of the last, all of them are loaded, whatever else is tested.
ENUMS = sorted({*CodedEnum.__subclasses__(), Tense}, key=lambda one: one.__name__)
DATA = Path(bl.__file__).parent / "language" / "data"
# A language has them if it has rules for names.
NAMES = {"head_nouns", "name_words"}
# What else the tables may hold: Kazakh letters of official names, degree signs of none.
CYRILLIC = re.compile(r"[\u0400-\u04FF]")


def tables(lang):
    """Every table of a language: its file and its rows."""
    for path in sorted((DATA / lang).glob("*.tsv")):
        yield path.stem, path.read_text(encoding="utf-8").splitlines()


class TestCompleteness:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_no_language_lacks_a_table_that_all_others_have(self, lang):
        others = [{name for name, _ in tables(other)} for other in LANGUAGES if other != lang]

        assert set.intersection(*others) - NAMES <= {name for name, _ in tables(lang)}

    """No entry without its three languages and the forms that frames ask for."""

    @pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_code_has_a_label(self, kind, lang):
        for member in kind:
            assert member.label(lang).strip()

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_sectors_can_stand_in_every_title(self, lang):
        assert len(reference.sectors()) == 104
        for code in reference.sectors():
            for sectors in ([Sector(code)], [Sector(code), Sector("ai")][: 1 + (code != "ai")]):
                for form in {"ru": ("gen", "dat", "loc"), "de": ("acc",), "en": ("nom",)}[lang]:
                    assert cooperation(lang, sectors, form)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_language_has_the_same_ids(self, lang):
        for name in ("vocabulary", "titles", "messages", "register", "institutions", "countries"):
            own = set(lexicon(lang).rows(name))
            other = set(lexicon("en").rows(name))
            # A language need not have the words that its titles do not use.
            assert {key for key in own ^ other if not key.startswith("title_word.")} == set()

    def test_compounds_are_of_known_sectors(self):
        for lang in LANGUAGES:
            for parts in lexicon(lang).rows("compounds", key="parts"):
                assert all(code in reference.sectors() for code in parts.split("+"))

    @pytest.mark.parametrize("lang", ["de", "ru"])
    def test_bodies_have_the_cases_of_titles(self, lang):
        cases = {"de": ("gen", "dat", "acc"), "ru": ("gen", "dat", "acc", "ins", "loc")}[lang]
        for key in reference.institutions():
            body = Partner.institution(key)
            for case in cases:
                assert body.label(lang, case)


class TestTables:
    """Files that a translator can trust."""

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_row_fits_the_header_of_its_table(self, lang):
        for name, lines in tables(lang):
            head, *rows = [line for line in lines if not line.startswith("#")]
            columns = head.split("\t")
            assert lines[0].startswith("#"), name
            assert len(set(columns)) == len(columns)
            for row in rows:
                cells = row.split("\t")
                assert len(cells) <= len(columns), (name, row)
                assert all(cell == cell.strip() and "  " not in cell for cell in cells), (name, row)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_russian_is_cyrillic_and_all_else_latin(self, lang):
        """Cyrillic where Russian is, Latin elsewhere; notes and codes are not language."""
        for name, lines in tables(lang):
            head, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
            for row in rows:
                cells = dict(zip(head, row, strict=False))
                for column in ("nom", "gen", "dat", "acc", "ins", "loc", "adj", "plural"):
                    text = re.sub(r"\{\w+\}|“\w*”|«\w*»", "", cells.get(column, ""))
                    if lang != "ru":
                        assert not CYRILLIC.search(text), (name, row)
                    elif name != "messages":
                        assert not re.search(r"\w*[А-я][A-z]|[A-z][А-я]", text), (name, row)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_no_table_has_footnote_digits(self, lang):
        for name, lines in tables(lang):
            assert not [line for line in lines if re.search("[¹²³⁴⁵⁶⁷⁸⁹]", line)], name

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_labels_are_unique_within_their_kind(self, lang):
        seen = Counter(
            (key.partition(".")[0], row["nom"])
            for key, row in lexicon(lang).rows("vocabulary").items()
        )
        assert [label for label, count in seen.items() if count > 1] == []
