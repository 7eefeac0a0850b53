"""Names of territories: the type word and the forms that follow from it.

`python -m tests.language.test_territories` writes the golden file anew;
read the difference before you commit it.
"""

from collections import defaultdict
from pathlib import Path

import pytest

from bilateral import MissingForm, Partner, reference
from bilateral.language.lexicon import in_sentence, lexicon
from bilateral.language.territories import territory
from bilateral.reference.territories import is_shared, unit_type
from bilateral.tables import add_language

GOLDEN = Path(__file__).parents[1] / "golden" / "territories.tsv"
LANGUAGES = ("de", "en", "ru")
FORMS = (
    ("en", ("def",)),
    ("de", ("nom", "gen", "dat")),
    ("ru", ("nom", "gen", "acc", "ins")),
)


def current():
    """The codes of the units of today."""
    return [code for code, row in reference.subdivisions().items() if row["current"] == "yes"]


def sampled():
    """The first, the last and one between of the units of each type, but for the reviewed ones."""
    by_type = defaultdict(list)
    for code in current():
        if code not in lexicon("ru").rows("subdivisions"):
            by_type[unit_type(code) or ""].append(code)
    for _, codes in sorted(by_type.items()):
        yield from sorted({codes[0], codes[len(codes) // 3], codes[len(codes) // 2], codes[-1]})


def form(partner, lang, name):
    phrase = partner.phrase(lang)
    try:
        return in_sentence(phrase, lang, name) if phrase else ""
    except MissingForm:
        return "-"


def rows():
    """The golden file as it should be."""
    for code in sampled():
        unit = Partner.subdivision(code)
        cells = [form(unit, lang, name) for lang, names in FORMS for name in names]
        yield "\t".join([code, unit.kind, *cells])


def test_territories_are_the_golden_ones_to_the_character():
    assert list(rows()) == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", ["de", "ru"])
def test_the_rules_give_the_recorded_forms_or_none(lang):
    """Tried against every name of a unit that somebody wrote down."""
    tables = lexicon(lang)
    for code, row in tables.rows("subdivisions").items():
        made = territory(tables, row["nom"], None)
        for case in ("nom", "gen", "dat", "acc", "ins", "loc"):
            if case in row and getattr(made, case):
                assert getattr(made, case) == row[case], code


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_that_three_units_share_stands_alone(lang):
    for code in current():
        name = reference.subdivisions()[code].get(lang)
        if name and is_shared(lang, name) and code not in lexicon(lang).rows("subdivisions"):
            label = Partner.subdivision(code).label(lang)
            assert label.endswith(f"({lexicon(lang).rows('countries')[code[:2]]['nom']})")


def test_a_type_that_lists_have_in_brackets_stands_before_the_name():
    assert Partner.subdivision("MK-03").label("ru", "ins") == "общиной Берово"


def test_every_type_has_its_word_in_every_language_or_none():
    """A type without a word in German or Russian is one whose word there is not certain."""
    types = {row["type"] for row in reference.unit_types().values() if "type" in row} - {"city"}
    for lang in LANGUAGES:
        lacking = types - lexicon(lang).rows("unit_types").keys()
        assert lacking <= {"de": {"parish"}, "en": {"maakunta"}, "ru": set()}[lang]


def test_types_are_those_of_units_that_there_are():
    for code in reference.unit_types():
        assert any(unit.startswith(code.rstrip("*")) for unit in current()), code


@pytest.mark.parametrize(
    ("lang", "name", "type", "text"),
    [
        ("en", "Sichuan", "province", "Sichuan Province"),
        ("en", "Bavaria", "union_state", "the State of Bavaria"),
        ("en", "Clare", "contae", "County Clare"),
        ("en", "Southern", "union_state", "the Southern State"),
        ("en", "Åland Islands", None, "the Åland Islands"),
        ("en", "Gorno-Badakhshan", "autonomous_region", "the Gorno-Badakhshan Autonomous Region"),
        ("en", "Nowhere", None, "Nowhere"),
        ("de", "Texas", "state", "dem Bundesstaat Texas"),
        ("de", "Oblast Burgas", "oblast", "dem Gebiet Burgas"),
        ("de", "Departamento de Amazonas", "department", "dem Departamento Amazonas"),
        ("de", "Bukedea-Distrikt", "district", "dem Distrikt Bukedea"),
        ("de", "Westprovinz", "province", "der Westprovinz"),
        ("de", "Südbezirk", "district", "dem Südbezirk"),
        ("de", "Südliches Gouvernement", "governorate", "dem Südlichen Gouvernement"),
        ("de", "Bethlehem Gouvernement", "governorate", "dem Gouvernement Bethlehem"),
        ("de", "Burgenland", "land", "dem Land Burgenland"),
        ("ru", "Техас", "state", "штатом Техас"),
        ("ru", "Приход Сент-Мэри", "parish", "приходом Сент-Мэри"),
        ("ru", "ил Артвин", "province", "провинцией Артвин"),
        ("ru", "Тринкомали округ", "district", "округом Тринкомали"),
        ("ru", "Ровненская область", "oblast", "Ровненской областью"),
        ("ru", "Мазовецкое воеводство", "voivodeship", "Мазовецким воеводством"),
        (
            "ru",
            "Бирштонское городское самоуправление",
            None,
            "Бирштонским городским самоуправлением",
        ),
        ("ru", "Южный округ Израиля", "district", "Южным округом Израиля"),
        ("ru", "Автономная Республика Крым", None, "Автономной Республикой Крым"),
        ("ru", "Аландские острова", None, "Аландскими островами"),
    ],
)
def test_a_type_word_is_put_beside_a_name_or_told_in_it(lang, name, type, text):
    case = {"en": "def", "de": "dat", "ru": "ins"}[lang]
    assert in_sentence(territory(lexicon(lang), name, type), lang, case) == text


@pytest.mark.parametrize(
    ("lang", "name", "type"),
    [
        # Soft adjectives, those of no certain paradigm, and adjectives without their noun.
        ("ru", "Верхняя область", "oblast"),
        ("ru", "Республика Сербская", None),
        ("ru", "Занзибар Северный", "region"),
        ("ru", "Внешние острова", None),
        ("ru", "Столица", "province"),
        ("ru", "Жудец Клуж", "judet"),
        ("de", "Kleine Inseln", None),
        # What follows a dash has forms of its own.
        ("ru", "Кемеровская область — Кузбасс", None),
    ],
)
def test_what_is_not_certain_has_no_form(lang, name, type):
    made = territory(lexicon(lang), name, type)
    assert getattr(made, {"de": "dat", "ru": "ins"}[lang]) is None


def test_what_was_made_is_told():
    assert territory(lexicon("ru"), "Техас", "state").derived == (
        *("nom", "gen", "dat", "acc", "ins", "loc", "gender"),
    )
    assert territory(lexicon("en"), "Nowhere", None).derived == ()


def test_another_language_has_the_names_as_they_are(tmp_path):
    (tmp_path / "vocabulary.tsv").write_text("id\tnom\n", encoding="utf-8")
    add_language("pl", tmp_path)
    assert territory(lexicon("pl"), "Teksas", "state").nom == "Teksas"


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(rows()) + "\n", encoding="utf-8", newline="\n")
