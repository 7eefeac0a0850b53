"""Russian names that nobody showed the library: declined where that is certain, or not at all.

`python -m tests.language.test_russian_names` writes the golden file anew;
read the difference before you commit it.
"""

from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Phrase, reference
from bilateral.language.completion import complete
from bilateral.language.lexicon import CASES, lexicon
from bilateral.language.russian_names import derived_fields

GOLDEN = Path(__file__).parents[1] / "golden" / "russian_names.tsv"
# Topics with names that somebody has reviewed, a kind that they may be of, and the least share
# of them that the rules decline; names of states in one word are recorded, and no business of them.
REVIEWED = {
    "institutions": ("ministry", 0.99),
    "countries": ("state", 0.40),
    "cities": ("city", 0.65),
    "subdivisions": ("region", 0.70),
    "vocabulary": ("ministry", 0.10),
    "titles": ("ministry", 0),
    "goods": ("ministry", 0),
}


def rows():
    """The golden file as it should be: its kinds and names, with the forms that are certain."""
    head, *given = GOLDEN.read_text(encoding="utf-8").splitlines()
    yield head
    for row in sorted(set(given)):
        kind, name, *_ = row.split("\t")
        fields = derived_fields(Phrase(name), kind)
        yield "\t".join([kind, name, fields.get("gen", "-"), fields.get("ins", "-")])


def test_names_of_many_countries_have_the_golden_forms_or_none():
    assert list(rows()) == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_nearly_all_bodies_of_the_golden_file_are_declined():
    cells = [row.split("\t") for row in GOLDEN.read_text(encoding="utf-8").splitlines()[1:]]
    bodies = [row for row in cells if row[0] not in ("city", "association")]
    assert len(bodies) > 600
    assert sum(row[2] != "-" for row in bodies) > 0.85 * len(bodies)


@pytest.mark.parametrize("topic", REVIEWED)
def test_a_reviewed_name_has_exactly_its_recorded_forms_or_none(topic):
    kind, least = REVIEWED[topic]
    named = [row for row in lexicon("ru").rows(topic).values() if "nom" in row]
    declined = 0
    for row in named:
        fields = derived_fields(Phrase(row["nom"]), kind)
        recorded = {form: row[form] for form in (*CASES[1:], "gender") if form in row}
        made = {form: str(fields[form]) for form in recorded if form in fields}
        assert made == (recorded if fields else {}), row["nom"]
        declined += bool(fields)
    assert declined >= least * len(named)


@pytest.mark.parametrize("country", ["AT", "CH", "DE", "GB", "US", "UZ"])
def test_a_ministry_that_is_composed_has_the_forms_of_the_rule(country):
    compared = 0
    for portfolio in reference.portfolios():
        try:
            name = bl.Partner.ministry(country, portfolio).name["ru"]
        except bl.UnknownCode:  # No ministry is named after that one alone.
            continue
        recorded = {case: form for case in CASES[1:] if (form := getattr(name, case))}
        made = derived_fields(Phrase(name.nom), "ministry")
        assert {case: made.get(case) for case in recorded} == recorded
        compared += bool(recorded)
    assert compared > 40


class TestPhrase:
    """What becomes of the forms in a phrase."""

    def test_forms_made_by_rule_are_told(self):
        phrase = complete(Phrase("Минский тракторный завод"), "ru", "company")
        assert phrase.ins == "Минским тракторным заводом"
        assert phrase.gender == "m"
        assert phrase.derived == ("gen", "dat", "acc", "ins", "loc", "gender")

    def test_the_rule_adds_to_recorded_forms_that_it_would_have_made(self):
        phrase = Phrase("Минский завод", ins="Минским заводом", gender="m")
        completed = complete(phrase, "ru", "company")
        assert completed.gen == "Минского завода"
        assert completed.derived == ("gen", "dat", "acc", "loc")

    @pytest.mark.parametrize("recorded", [{"gen": "Минский завода"}, {"gender": "n"}])
    def test_it_adds_nothing_to_those_that_it_would_not(self, recorded):
        phrase = Phrase("Минский завод", **recorded)
        assert complete(phrase, "ru", "company") is phrase

    def test_a_form_that_usage_divides_is_left_open(self):
        """Prepositional: о порте, but в порту."""
        garden = complete(Phrase("Ботанический сад"), "ru", "research_institute")
        assert (garden.ins, garden.loc) == ("Ботаническим садом", None)

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("Новополоцк", "города Новополоцка"),
            ("Белая Церковь", "города Белой Церкви"),
            ("Город Портленд", "города Портленд"),
            ("г. Новополоцк", "г. Новополоцка"),
            ("Городок", "города Городка"),
        ],
    )
    def test_a_town_has_the_word_for_one_before_it_as_those_of_the_tables_have(self, name, said):
        """The administration of Yerevan and Novopolotsk might be that of both."""
        town = bl.Partner("t", "city", {"ru": name}, country="BY")
        mayor = bl.Partner("m", "city_executive", {"ru": "Мэрия Еревана"}, country="AM")
        title = bl.Agreement("x", "joint_statement", [mayor, town]).title("ru")
        assert title == f"Совместное заявление Мэрии Еревана и {said}"

    def test_a_title_of_such_names_is_a_sentence(self):
        academy = bl.Partner("a", "academy", {"ru": "Венгерская академия наук"}, country="HU")
        plant = bl.Partner("p", "company", {"ru": "ТОО «Астана Моторс»"}, country="KZ")
        title = bl.Agreement("x", "contract", [academy, plant], sectors=["science"]).title("ru")
        assert title.startswith("Договор между Венгерской академией наук и ТОО «Астана Моторс»")
        assert title.missing == ()


if __name__ == "__main__":
    GOLDEN.write_text("\n".join([*rows()]) + "\n", encoding="utf-8")
