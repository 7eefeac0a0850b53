"""Names that nobody recorded: what follows from their wording, and where nothing does.

`python -m tests.language.test_names_by_rule` writes the forms in the golden file anew, from
its languages, kinds and names; read the difference before you commit it.
"""

import pickle
from pathlib import Path

import attrs
import pytest

from bilateral import Agreement, Partner, Phrase
from bilateral.errors import MissingForm
from bilateral.language.completion import complete
from bilateral.language.lexicon import in_sentence

GOLDEN = Path(__file__).parents[1] / "golden" / "names_by_rule.tsv"
HEADER = "lang\tkind\tname\tdef\tgen\tdat\tacc"
FORMS = {"de": ("def", "gen", "dat", "acc"), "en": ("def",)}
KZ = Partner.state("KZ")


def form(phrase, lang, name):
    """A form as it stands in a sentence; a dash where it is not certain."""
    if phrase.article is None:
        return "-"
    try:
        return in_sentence(phrase, lang, name)
    except MissingForm:
        return "-"


def row(line):
    lang, kind, name = line.split("\t")[:3]
    phrase = complete(Phrase(name), lang, kind)
    return "\t".join([lang, kind, name, *(form(phrase, lang, one) for one in FORMS[lang])])


def rows():
    """The golden file as it should be, with the names that it has."""
    _, *lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [HEADER, *map(row, sorted(set(lines)))]


def derived(name, kind, **recorded):
    return complete(Phrase(name, **recorded), "de", kind)


def test_what_a_rule_adds_is_what_the_constructor_would_take():
    for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]:
        lang, kind, name = line.split("\t")[:3]
        phrase = complete(Phrase(name), lang, kind)
        assert pickle.dumps(Phrase(**attrs.asdict(phrase))) == pickle.dumps(phrase)


def test_the_names_have_the_forms_that_were_read():
    assert rows() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_few_german_names_and_no_english_one_are_left_open():
    lines = [line.split("\t") for line in rows()[1:]]
    german = [line for line in lines if line[0] == "de"]
    assert sum(line[3] == "-" for line in german) < len(german) / 10
    assert not any(line[3] == "-" for line in lines if line[0] == "en")


class TestWhatIsRecorded:
    """A recorded form wins, and one that contradicts the rule silences it."""

    def test_the_rule_fills_what_is_not_recorded(self):
        phrase = derived("Staatliches Komitee", "state_committee", gen="Staatlichen Comités")
        assert (phrase.gender, phrase.dat) == (None, None)
        phrase = derived("Staatliches Komitee", "state_committee", dat="Staatlichen Komitee")
        assert phrase.gen == "Staatlichen Komitees"
        assert phrase.derived == ("gen", "acc", "gender", "article")

    def test_another_gender_is_another_noun(self):
        assert derived("Oberstes Amt", "ministry", gender="n").gen == "Obersten Amts"
        assert derived("Oberstes Amt", "ministry", gender="f").gen is None

    def test_a_name_without_article_stays_without(self):
        assert derived("Amt", "ministry", article=False).gender is None

    def test_a_gender_or_an_article_alone_does_not_make_a_proper_name(self):
        assert derived("Orscha", "city", article=True).gender is None
        assert derived("Orscha", "city", gender="n").article is None


class TestGermanNouns:
    """Where the head noun is, and where it is not clear."""

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            ("association", "Runder Ort Museum"),
            ("association", "Neue Mauritius Stiftung"),
            ("association", "der Verein"),
            ("association", "Verein minsk"),
            ("association", "Museum Verein"),
            ("association", "Bank und Börse"),
            ("association", "Stadt Minsk und Kreis Lida"),
            ("ministry", "Ministerium für Kultur und Agentur für Kunst"),
            ("ministry", "Ministerium für Jugend und Ministerium der Justiz"),
            ("company", "Mosyrer Mühle"),
            ("association", "Das große Orchester"),
            ("association", "Vorrat"),
            ("association", "Handel"),
            ("association", "Alexander der große-Stiftung"),
            ("association", "Anton Großer Tank-Verein"),
            ("city", "Neue Welt"),
            ("company", "Erste Group AG"),
            ("company", "Der Spiegel"),
            ("subject", "Bau oder Verkauf von Anlagen"),
            ("subject", "Lieferung und"),
        ],
    )
    def test_nothing_is_said_of_what_is_not_certain(self, kind, name):
        phrase = Phrase(name)
        assert complete(phrase, "de", kind) is phrase

    def test_a_masculine_noun_needs_to_know_what_ends_in_er(self):
        assert derived("Leipziger Rat", "city_council").gen == "Leipziger Rates"
        assert derived("Runder Rat", "city_council").gen == "Runden Rates"
        assert derived("Weiser Rat", "city_council").gender is None

    def test_a_ministry_may_be_of_another_language(self):
        phrase = Phrase("Ministère du Commerce")
        assert complete(phrase, "de", "ministry") is phrase


class TestTitles:
    def test_a_subject_has_the_article_of_its_noun(self):
        about = {"de": "gegenseitige Anerkennung akademischer Grade"}
        title = Agreement("x", "agreement", [Partner.state("BY"), KZ], subject=about).title("de")
        assert title.endswith(" über die gegenseitige Anerkennung akademischer Grade")
        assert title.derived == ((about["de"], "acc"),)

    def test_an_adjective_bends_after_its_article(self):
        names = {"de": "Nationale Akademie der Künste", "en": "National Academy of Arts"}
        academy = Partner("x", "academy", names, country="TM")
        agreement = Agreement("x", "agreement", [academy, KZ])
        assert "der Nationalen Akademie der Künste und" in agreement.title("de")
        assert "between the National Academy of Arts and" in agreement.title("en")


if __name__ == "__main__":
    GOLDEN.write_text("\n".join([*rows(), ""]), encoding="utf-8")
