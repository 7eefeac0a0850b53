"""The language tables and what is made from them: complete, in their own script, in any order."""

import json
import re
import subprocess
import sys
import textwrap
from collections import Counter
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Agreement, AgreementKind, Event, Partner, Phrase, Sector, reference
from bilateral.errors import MissingForm, UnknownLanguage
from bilateral.language import german, russian
from bilateral.language.lexicon import in_sentence, lexicon, names
from bilateral.language.topics import cooperation, fields
from bilateral.reference.country_names import pair_adjective
from bilateral.tables import add_language, resolve
from bilateral.vocabulary import CodedEnum

LANGUAGES = ("de", "en", "ru")
ENUMS = CodedEnum.__subclasses__()
DATA = Path(bl.__file__).parent / "language" / "data"
# What else the tables may hold: Kazakh letters of official names, degree signs of none.
CYRILLIC = re.compile(r"[\u0400-\u04FF]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def tables(lang):
    """Every table of a language: its file and its rows."""
    for path in sorted((DATA / lang).glob("*.tsv")):
        yield path.stem, path.read_text(encoding="utf-8").splitlines()


class TestCompleteness:
    """No entry without its three languages and the forms that frames ask for."""

    @pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_codes_have_labels(self, kind, lang):
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
    def test_the_same_ids_in_every_language(self, lang):
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
    def test_shape(self, lang):
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
    def test_script(self, lang):
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
    def test_no_footnotes(self, lang):
        for name, lines in tables(lang):
            assert not [line for line in lines if re.search("[¹²³⁴⁵⁶⁷⁸⁹]", line)], name

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_labels_are_unique_within_their_kind(self, lang):
        seen = Counter(
            (key.partition(".")[0], row["nom"])
            for key, row in lexicon(lang).rows("vocabulary").items()
        )
        assert [label for label, count in seen.items() if count > 1] == []


class TestGerman:
    """What follows for certain from gender and article, and nothing else."""

    @pytest.mark.parametrize(
        ("nom", "gender", "gen", "dat", "acc"),
        [
            (
                "Ministerium für Kultur",
                "n",
                "Ministeriums für Kultur",
                *["Ministerium für Kultur"] * 2,
            ),
            ("Akimat von Astana", "n", "Akimats von Astana", *["Akimat von Astana"] * 2),
            ("Rat der Stadt", "m", "Rats der Stadt", "Rat der Stadt", "Rat der Stadt"),
            ("Diplomat", "m", None, None, None),
            ("Magistrat", "m", "Magistrats", "Magistrat", "Magistrat"),
            ("Landtag", "m", "Landtags", "Landtag", "Landtag"),
            ("Präsident", "m", None, None, None),
            ("Regierung", "f", "Regierung", "Regierung", "Regierung"),
            ("Messe Berlin", "f", None, None, None),
            ("Akademie Minsk", "f", *["Akademie Minsk"] * 3),
            ("Auswärtiges Amt", "n", None, None, None),
            ("Deutscher Bundestag", "m", None, None, None),
            ("Vereinigte Staaten", "pl", None, None, None),
            ("Stadtwerke", "pl", "Stadtwerke", "Stadtwerken", "Stadtwerke"),
            ("Kommunen", "pl", "Kommunen", "Kommunen", "Kommunen"),
            ("Kreis Lidice", "m", None, "Kreis Lidice", "Kreis Lidice"),
            ("Industrie- und Handelskammer", "f", *["Industrie- und Handelskammer"] * 3),
            ("Innen- und Justizamt", "n", None, *["Innen- und Justizamt"] * 2),
            ("Nord- und Südinseln", "pl", "Nord- und Südinseln", None, "Nord- und Südinseln"),
            ("«Werk»", "n", None, None, None),
        ],
    )
    def test_decline(self, nom, gender, gen, dat, acc):
        phrase = Phrase(nom, gender=gender, article=True)

        assert [german.decline(phrase, case) for case in ("gen", "dat", "acc")] == [gen, dat, acc]

    def test_without_an_article(self):
        minsk = Phrase("Minsk", gender="n", article=False)

        assert german.decline(minsk, "dat") == "Minsk"
        assert german.decline(minsk, "gen") is None

    def test_without_a_gender_or_a_case(self):
        assert german.decline(Phrase("Amt"), "dat") is None
        assert german.decline(Phrase("Amt", gender="n"), "ins") is None
        assert german.decline(Phrase("Amt", gender="n"), "nom") is None
        assert german.agree("kommunal", None) is None

    @pytest.mark.parametrize(
        ("form", "text"),
        [
            ("nom", "Regierung"),
            ("gen", "der Regierung"),
            ("dat", "der Regierung"),
            ("acc", "die Regierung"),
            ("def", "die Regierung"),
        ],
    )
    def test_articles(self, form, text):
        phrase = Phrase("Regierung", gender="f", article=True)

        assert in_sentence(phrase, "de", form) == text

    def test_no_article_where_there_is_none(self):
        assert in_sentence(Phrase("Minsk", article=False), "de", "dat") == "Minsk"
        assert in_sentence(Phrase("ACME"), "en", "def") == "ACME"


class TestRussian:
    """Adjectives of the regular kind, and no others."""

    @pytest.mark.parametrize(
        ("adjective", "feminine", "neuter"),
        [
            ("торговый", "торговой", "торговом"),
            ("экономический", "экономической", "экономическом"),
            ("городской", "городской", "городском"),
            ("транспортный", "транспортной", "транспортном"),
            ("синий", None, None),
            ("лучший", None, None),
            ("общий", None, None),
            ("птичий", None, None),
        ],
    )
    def test_agree(self, adjective, feminine, neuter):
        assert russian.agree(adjective, "f", "loc") == feminine
        assert russian.agree(adjective, "n", "loc") == neuter

    def test_what_it_does_not_know(self):
        assert russian.agree("торговый", "", "loc") is None
        assert russian.agree("торговый", "f", "voc") is None

    def test_an_irregular_adjective_is_a_missing_form(self):
        blue = Sector("blue", name={"ru": Phrase("синева", adj="синий")})
        with pytest.raises(MissingForm):
            fields("ru", [blue, Sector("trade")])


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
    def test_resolve(self, tag, lang):
        assert resolve(tag) == lang
        assert lexicon(tag) is lexicon(lang)

    @pytest.mark.parametrize("tag", ["be", "kk", "", "deu", "x-de"])
    def test_never_another_language(self, tag):
        with pytest.raises(UnknownLanguage):
            resolve(tag)

    def test_names_of_nothing(self):
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
    def test_words(self, first, second, lang, adjective):
        assert pair_adjective(first, second, lang) == adjective

    def test_what_there_is_not(self):
        with pytest.raises(bl.UnknownCode) as caught:
            pair_adjective("BY", "KZZ", "ru")
        assert caught.value.code == "KZZ"
        with pytest.raises(MissingForm):
            pair_adjective("BY", "AI", "ru")


class TestSummary:
    """A few sentences."""

    by, kz = Partner.government("BY"), Partner.government("KZ")

    @pytest.mark.parametrize(
        ("kind", "lang", "sentence"),
        [
            ("agreement", "de", "Regierungsabkommen, unterzeichnet am 5. November 2025 in Astana."),
            ("agreement", "ru", "Межправительственное соглашение, подписанное 5 ноября 2025 года"),
            (
                "agreement",
                "en",
                "Intergovernmental agreement, signed on 5 November 2025 in Astana.",
            ),
            ("treaty", "ru", "Межправительственный договор, подписанный 5 ноября 2025 года"),
            ("programme", "ru", "Межправительственная программа сотрудничества, подписанная"),
            ("roadmap", "de", "Unterzeichnet am 5. November 2025 in Astana."),
            ("roadmap", "ru", "Подписана 5 ноября 2025 года"),
            ("contact", "ru", "Подписаны 5 ноября 2025 года (Astana)."),
            ("mou", "ru", "Подписан 5 ноября 2025 года"),
        ],
    )
    def test_signature(self, kind, lang, sentence):
        signed = [Event.signed("2025-11-05", place="Astana")]
        document = Agreement("a", kind, (self.by, self.kz), events=signed)

        assert document.summary(lang).startswith(f"{document.title(lang)}. {sentence}")

    @pytest.mark.parametrize(
        ("gender", "sentence"),
        [("m", "Подписан"), ("f", "Подписана"), ("pl", "Подписаны"), (None, "Документ подписан")],
    )
    def test_the_participle_agrees_with_the_word_that_is_printed(self, gender, sentence):
        words = {"ru": Phrase("совместный манифест", gender=gender)}
        signed = [Event.signed("2025-11-05")]
        document = Agreement(
            "a", "joint_declaration", (self.by, self.kz), designation=words, events=signed
        )

        assert f". {sentence} 5 ноября 2025 года." in document.summary("ru")

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_a_period_is_told_once(self, lang):
        document = Agreement("a", "roadmap", (self.by, self.kz), period="2026/2028")

        assert document.summary(lang) == f"{document.title(lang)}."

    def test_a_period_that_the_title_does_not_have(self):
        amended = Agreement("old", "agreement", (self.by, self.kz))
        document = Agreement(
            "a", "amending_protocol", (self.by, self.kz), amends=amended, period="2026"
        )

        assert document.summary("de").endswith(". Zeitraum: 2026.")

    def test_nothing_more_is_known(self):
        document = Agreement("a", "roadmap", (self.by, Partner.state("KZ")))

        assert document.level is None
        assert document.summary("en") == f"{document.title('en')}."

    def test_levels_by_adjective(self):
        regions = Partner.regional_government("BY-VI"), Partner.regional_government("KZ-19")
        document = Agreement("a", "agreement", regions)

        assert "Interregionales Abkommen." in document.summary("de")
        assert "Межрегиональное соглашение." in document.summary("ru")

    def test_cities_are_not_one_municipality(self):
        cities = Partner.city_government("BY-HM"), Partner.city_government("KZ-71")

        assert "Interkommunales Abkommen." in Agreement("a", "agreement", cities).summary("de")

    @pytest.mark.parametrize("kind", AgreementKind)
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_kind(self, kind, lang):
        document = Agreement("a", kind, (self.by, self.kz), events=[Event("signed")])

        assert document.summary(lang).count(". ") == 1


SAMPLE = """
import sys
from bilateral import Agreement, Partner, Event
def sample(lang):
    document = Agreement("a", "action_plan",
        (Partner.city_government("BY-HM"), Partner.city_government("KZ-71")),
        sectors=["trade", "economy", "health"], period="2026-34/2028-05",
        events=[Event.signed("2025-11-05")])
    return [document.title(lang), document.summary(lang), document.period.label(lang, "in")]
"""


def in_fresh_python(program):
    """What a program prints, as JSON, in an interpreter of its own."""
    done = subprocess.run(
        [sys.executable, "-c", SAMPLE + textwrap.dedent(program)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={"PYTHONIOENCODING": "utf-8", "PATH": ""},
    )
    return json.loads(done.stdout)


def test_the_order_of_languages_does_not_matter():
    """Babel resolves some aliases once for all locales; nothing of that may show."""
    program = """
    import json
    print(json.dumps({lang: sample(lang) for lang in %s}))
    """
    results = [
        in_fresh_python(program % order) for order in (["de", "ru", "en"], ["en", "ru", "de"])
    ]

    assert results[0] == results[1]


def test_twelve_threads_at_once():
    """A cold start from many threads gives what one thread gives."""
    program = """
    import json, threading
    from concurrent.futures import ThreadPoolExecutor
    start = threading.Barrier(12)
    def run(number):
        start.wait()
        lang = ("de", "ru", "en")[number % 3]
        return lang, sample(lang)
    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(run, range(12)))
    print(json.dumps([found, {lang: sample(lang) for lang in ("de", "ru", "en")}]))
    """
    found, expected = in_fresh_python(program)

    assert all(texts == expected[lang] for lang, texts in found)


def test_a_language_of_the_users_own(tmp_path):
    """Tables in a folder are enough; what they lack is missing in plain sight."""
    (tmp_path / "vocabulary.tsv").write_text(
        "# fr\nid\tnom\nsector.trade\tcommerce\ntitle_word.cooperation\tcoopération\n"
    )
    (tmp_path / "titles.tsv").write_text(
        "# fr\nid\tnom\tpattern\nroadmap\tFeuille de route\tplan\n"
    )
    (tmp_path / "frames.tsv").write_text(
        "# fr\nid\tframe\nplan\t{kind} entre {a} et {b}[ pour la {cooperation}]\n"
        "fields.noun\tdans le domaine du {nouns}\nlist\t{others} et {last}\n"
    )
    add_language("fr", tmp_path)
    by, kz = (
        Partner(code, "state", {"fr": name}, code=code.upper())
        for code, name in (("by", "A"), ("kz", "B"))
    )
    document = Agreement("a", "roadmap", (by, kz), sectors=["trade"])

    assert document.title("fr-CA") == (
        "Feuille de route entre A et B pour la coopération dans le domaine du commerce"
    )
    assert Agreement("a", "treaty", (by, kz)).title("fr") == ""


def test_a_language_that_lacks_words(tmp_path):
    """A kind without a name shows its code; a topic without its word is left out."""
    (tmp_path / "titles.tsv").write_text("# fr\nid\tnom\tpattern\nroadmap\tFeuille\tplan\n")
    (tmp_path / "frames.tsv").write_text(
        "# fr\nid\tframe\nplan\t{kind} pour la {cooperation}\n*\t{kind} ({a}\u00a0; {b})\n"
    )
    add_language("fr", tmp_path)
    by, kz = (Partner(code, "state", {"fr": code}, code=code.upper()) for code in ("by", "kz"))
    roadmap = Agreement("a", "roadmap", (by, kz), sectors=["trade"]).title("fr")

    assert roadmap == "Feuille (by\u00a0; kz)"
    assert roadmap.missing == (("cooperation", "nom"),)
    assert Agreement("a", "treaty", (by, kz)).title("fr") == "treaty (by\u00a0; kz)"
