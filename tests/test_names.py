"""Names of countries and goods: complete, in their script, grammatical, and fit to be joined."""

import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

import bilateral
from bilateral import Goods, Partner, reference
from bilateral.errors import MissingForm
from bilateral.language.lexicon import CASES, form_of, in_sentence, lexicon

LANGUAGES = ("de", "en", "ru")
DATA = Path(bilateral.__file__).parent / "language/data"
TABLES = [(topic, lang) for topic in ("countries", "goods") for lang in LANGUAGES]
STATES = sorted(key[:2] for key in lexicon("en").rows("countries") if key.endswith(".official"))
WORDS = {"nom", "gen", "dat", "acc", "ins", "loc", "adj", "stem", "short"}

# One name, two countries: to be asked about, never guessed.
AMBIGUOUS = {
    "de": {"Jungferninseln", "Kongo", "kongolesisch"},
    "en": {"Congo", "Congolese", "Dominican", "Virgin Islands"},
    "ru": {"Виргинские острова", "РК", "конголезский", "конголезско-"},
}


def names_in(row):
    """All that a row says in words."""
    aliases = row.get("aliases", "")
    return [row[word] for word in sorted(WORDS & set(row))] + (
        aliases.split(" | ") if aliases else []
    )


class TestTables:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_country_and_every_state(self, lang):
        """No code is without a name; the same states have a formal one in every language."""
        rows = lexicon(lang).rows("countries")

        assert {key for key in rows if "." not in key} == set(reference.countries())
        assert sorted(key[:2] for key in rows if "." in key) == STATES
        assert {key[3:] for key in rows if "." in key} == {"official"}
        # The members of the United Nations, the Holy See and Palestine.
        assert len(STATES) == 195

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_section_and_chapter(self, lang):
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
    def test_form_of_the_file(self, topic, lang):
        """Sorted by id; every line has every cell, which ends a slip of a tab."""
        text = (DATA / lang / f"{topic}.tsv").read_text(encoding="utf-8")
        cells = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
        ids = [row[0] for row in cells[1:]]

        assert ids == sorted(set(ids))
        assert {len(row) for row in cells} == {len(cells[0])}
        assert all(cell == " ".join(cell.split()) for row in cells for cell in row)

    @pytest.mark.parametrize(("topic", "lang"), TABLES)
    def test_script(self, topic, lang):
        """Cyrillic only and always in Russian; no footnote digits, no typewriter's quotes."""
        for key, row in lexicon(lang).rows(topic).items():
            for name in names_in(row):
                scripts = {"CYRILLIC" in unicodedata.name(sign) for sign in name if sign.isalpha()}
                assert scripts == {lang == "ru"}, (key, name)
                assert not any(sign.isnumeric() or sign in "'\"" for sign in name), (key, name)
                assert not re.search(r"\bо-ва?\b", name), (key, name)

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_ambiguous_countries(self, lang):
        """They are those that are known, and no more; case forms do not meet either."""
        found = defaultdict(set)
        for key, row in lexicon(lang).rows("countries").items():
            for name in names_in(row):
                found[name].add(key[:2])
        assert {name for name, keys in found.items() if len(keys) > 1} == AMBIGUOUS[lang]

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_goods_are_told_apart(self, lang):
        """No two classes have a name in common."""
        found = [
            name
            for row in lexicon(lang).rows("goods").values()
            for name in {*row.get("aliases", row["nom"]).split(" | "), row["nom"]}
        ]
        assert len(found) == len(set(found))


class TestForms:
    @pytest.mark.parametrize("case", CASES)
    def test_russian_has_every_case_of_every_country(self, case):
        """An indeclinable name repeats its nominative."""
        for key in lexicon("ru").rows("countries"):
            phrase = lexicon("ru").phrase("countries", key)
            assert getattr(phrase, case), key

    @pytest.mark.parametrize("case", ["dat", "acc"])
    def test_german_has_every_case_but_the_genitive_of_every_country(self, case):
        """Names without an article stand bare; the others have a gender."""
        for key in lexicon("de").rows("countries"):
            phrase = lexicon("de").phrase("countries", key)
            assert phrase.article is not None, key
            text = in_sentence(phrase, "de", case)
            assert phrase.article is text.startswith(("dem ", "den ", "der ", "das ", "die ")), key

    def test_german_genitive(self):
        """Every name with an article has one; a name in -s has none, and von does."""
        for key in lexicon("de").rows("countries"):
            phrase = lexicon("de").phrase("countries", key)
            if phrase.article:
                assert in_sentence(phrase, "de", "gen").startswith(("der ", "des ")), key
        with pytest.raises(MissingForm):
            form_of(lexicon("de").phrase("countries", "BB"), "de", "gen")

    @pytest.mark.parametrize(
        ("key", "forms"),
        [
            ("BY", "Беларусь Беларуси Беларуси Беларусь Беларусью Беларуси"),
            ("CY", "Кипр Кипра Кипру Кипр Кипром Кипре"),
            ("EG", "Египет Египта Египту Египет Египтом Египте"),
            ("IL", "Израиль Израиля Израилю Израиль Израилем Израиле"),
            ("JM", "Ямайка Ямайки Ямайке Ямайку Ямайкой Ямайке"),
            ("KG", "Кыргызстан Кыргызстана Кыргызстану Кыргызстан Кыргызстаном Кыргызстане"),
            ("MU", "Маврикий Маврикия Маврикию Маврикий Маврикием Маврикии"),
            ("MV", "Мальдивы Мальдив Мальдивам Мальдивы Мальдивами Мальдивах"),
            ("PE", "Перу Перу Перу Перу Перу Перу"),
            ("PL", "Польша Польши Польше Польшу Польшей Польше"),
            ("UY", "Уругвай Уругвая Уругваю Уругвай Уругваем Уругвае"),
            ("ZW", "Зимбабве Зимбабве Зимбабве Зимбабве Зимбабве Зимбабве"),
        ],
    )
    def test_russian_short_names(self, key, forms):
        phrase = lexicon("ru").phrase("countries", key)

        assert " ".join(getattr(phrase, case) for case in CASES) == forms

    @pytest.mark.parametrize(
        ("key", "gen", "ins"),
        [
            ("AE", "Объединённых Арабских Эмиратов", "Объединёнными Арабскими Эмиратами"),
            ("AG", "Антигуа и Барбуды", "Антигуа и Барбудой"),
            ("BA", "Боснии и Герцеговины", "Боснией и Герцеговиной"),
            ("BY.official", "Республики Беларусь", "Республикой Беларусь"),
            ("DE.official", "Федеративной Республики Германия", None),
            ("GW", "Гвинеи-Бисау", "Гвинеей-Бисау"),
            ("KM.official", "Союза Коморских Островов", "Союзом Коморских Островов"),
            ("NL.official", "Королевства Нидерландов", "Королевством Нидерландов"),
            ("PG", "Папуа — Новой Гвинеи", "Папуа — Новой Гвинеей"),
            ("SB", "Соломоновых Островов", "Соломоновыми Островами"),
            ("US", "Соединённых Штатов Америки", "Соединёнными Штатами Америки"),
            ("VA.official", "Святого Престола", "Святым Престолом"),
        ],
    )
    def test_russian_names_of_several_words(self, key, gen, ins):
        phrase = lexicon("ru").phrase("countries", key)

        assert phrase.gen == gen
        assert ins in {None, phrase.ins}

    @pytest.mark.parametrize(
        ("key", "gen", "dat", "acc"),
        [
            ("BY.official", "der Republik Belarus", "der Republik Belarus", "die Republik Belarus"),
            ("CH", "der Schweiz", "der Schweiz", "die Schweiz"),
            ("FO", "der Färöer", "den Färöern", "die Färöer"),
            ("IR", "des Iran", "dem Iran", "den Iran"),
            ("KZ", "Kasachstans", "Kasachstan", "Kasachstan"),
            ("NL", "der Niederlande", "den Niederlanden", "die Niederlande"),
            ("SN", "des Senegal", "dem Senegal", "den Senegal"),
            (
                "TC",
                "der Turks- und Caicosinseln",
                "den Turks- und Caicosinseln",
                "die Turks- und Caicosinseln",
            ),
            (
                "GB",
                "des Vereinigten Königreichs",
                "dem Vereinigten Königreich",
                "das Vereinigte Königreich",
            ),
            ("IL.official", "des Staates Israel", "dem Staat Israel", "den Staat Israel"),
            (
                "US",
                "der Vereinigten Staaten",
                "den Vereinigten Staaten",
                "die Vereinigten Staaten",
            ),
            (
                "AE",
                "der Vereinigten Arabischen Emirate",
                "den Vereinigten Arabischen Emiraten",
                "die Vereinigten Arabischen Emirate",
            ),
        ],
    )
    def test_german_names(self, key, gen, dat, acc):
        phrase = lexicon("de").phrase("countries", key)

        assert in_sentence(phrase, "de", "gen") == gen
        assert in_sentence(phrase, "de", "dat") == dat
        assert in_sentence(phrase, "de", "acc") == acc

    @pytest.mark.parametrize(
        ("key", "text"),
        [
            ("NL", "the Netherlands"),
            ("UA", "Ukraine"),
            ("PH.official", "the Republic of the Philippines"),
            ("JP.official", "Japan"),
        ],
    )
    def test_english_article(self, key, text):
        assert in_sentence(lexicon("en").phrase("countries", key), "en", "def") == text

    @pytest.mark.parametrize(
        ("one", "other", "ru", "de", "en"),
        [
            ("BY", "KZ", "белорусско-казахстанский", "belarussisch-kasachisch", None),
            ("KZ", "BY", "казахстанско-белорусский", None, "Kazakh-Belarusian"),
            ("DE", "KZ", "германо-казахстанский", "deutsch-kasachisch", "German-Kazakh"),
            ("US", "IT", "американо-итальянский", "amerikanisch-italienisch", None),
            ("FR", "TR", "франко-турецкий", "französisch-türkisch", "French-Turkish"),
            ("TR", "CZ", "турецко-чешский", None, None),
            ("AM", "RU", "армяно-российский", None, None),
            ("AZ", "GE", "азербайджано-грузинский", None, None),
            ("GE", "TM", "грузино-туркменский", None, None),
        ],
    )
    def test_two_adjectives_in_one(self, one, other, ru, de, en):
        """As the heads of the tables say: in Russian the first has a form of its own."""
        for lang, text in (("ru", ru), ("de", de), ("en", en)):
            rows = lexicon(lang).rows("countries")
            first = rows[one].get("stem", f"{rows[one]['adj']}-")
            assert text in {None, first + rows[other]["adj"]}

    def test_every_russian_adjective_has_its_first_part(self):
        """Adjectives are masculine nominatives."""
        for key, row in lexicon("ru").rows("countries").items():
            assert ("adj" in row) == ("stem" in row), key
            assert row.get("adj", "-ий").endswith("ий")
            assert row.get("stem", "о-").endswith("о-")


class TestPartners:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_state_has_its_formal_name(self, lang):
        for code in STATES:
            row = lexicon(lang).rows("countries")[f"{code}.official"]
            assert Partner.state(code).label(lang) == row["nom"]

    def test_every_state_has_a_government(self):
        """The one of the reference data, or one that is named after the state."""
        for code in STATES:
            government = Partner.government(code)

            assert government.id == f"{code.lower()}-government"
            assert (government.kind.value, government.governs) == ("government", code)
            assert all(government.label("ru", case) for case in CASES)
            state = lexicon("ru").phrase("countries", f"{code}.official")
            assert government.label("ru", "ins").endswith(f" {state.gen}")
            assert government.label("de", "dat")
            assert " of " in government.label("en")

    @pytest.mark.parametrize(
        ("code", "lang", "form", "text"),
        [
            ("KZ", "ru", "ins", "Правительством Республики Казахстан"),
            ("TR", "ru", "gen", "Правительства Турецкой Республики"),
            (
                "GB",
                "de",
                "dat",
                "Regierung des Vereinigten Königreichs Großbritannien und Nordirland",
            ),
            ("JP", "de", "nom", "Regierung von Japan"),
            ("BB", "de", "nom", "Regierung von Barbados"),
            ("BZ", "de", "nom", "Regierung von Belize"),
            ("UA", "de", "nom", "Regierung der Ukraine"),
            ("VC", "de", "nom", "Regierung von St. Vincent und den Grenadinen"),
            ("RW", "ru", "ins", "Правительством Республики Руанда"),
            ("NL", "en", "nom", "Government of the Kingdom of the Netherlands"),
            ("CA", "en", "nom", "Government of Canada"),
        ],
    )
    def test_governments(self, code, lang, form, text):
        assert Partner.government(code).label(lang, form) == text

    def test_a_government_in_a_sentence(self):
        """Gender and article are those of the body."""
        name = Partner.government("MX").name

        german = in_sentence(name["de"], "de", "dat")
        assert german == "der Regierung der Vereinigten Mexikanischen Staaten"
        english = in_sentence(name["en"], "en", "def")
        assert english == "the Government of the United Mexican States"


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
def test_goods(code, lang, text):
    assert Goods(code).label(lang) == text


def test_no_chapter_77():
    assert "77" not in reference.goods()
