"""Russian names that nobody showed the library: declined where that is certain, or not at all.

`python -m tests.language.test_russian_names` writes the golden file anew;
read the difference before you commit it.
"""

from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Phrase
from bilateral.language.completion import complete
from bilateral.language.lexicon import CASES, lexicon
from bilateral.language.russian_names import derived_fields

GOLDEN = Path(__file__).parents[1] / "golden" / "russian_names.tsv"
# Topics with names that somebody has reviewed, a kind that they may be of, and the least share
# of them that the rules decline; names of states in one word are recorded, and no business of them.
REVIEWED = {
    "institutions": ("ministry", 0.99),
    "countries": ("state", 0.40),
    "subdivisions": ("region", 0.90),
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


def forms_of(name, kind="association"):
    return {str(form): value for form, value in derived_fields(Phrase(name), kind).items()}


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

    def test_a_title_of_such_names_is_a_sentence(self):
        academy = bl.Partner("a", "academy", {"ru": "Венгерская академия наук"}, country="HU")
        plant = bl.Partner("p", "company", {"ru": "ТОО «Астана Моторс»"}, country="KZ")
        title = bl.Agreement("x", "contract", [academy, plant], sectors=["science"]).title("ru")
        assert title.startswith("Контракт между Венгерской академией наук и ТОО «Астана Моторс»")
        assert title.missing == ()


class TestShape:
    """The parts of a name: adjectives, a head noun, and what stays."""

    @pytest.mark.parametrize(
        ("name", "ins"),
        [
            (
                "Научно-исследовательский и проектный институт",
                "Научно-исследовательским и проектным институтом",
            ),
            ("Казанский (Приволжский) университет", "Казанским (Приволжским) университетом"),
            ("Институт и клиника глазных болезней", "Институтом и клиникой глазных болезней"),
            ("Школа-интернат № 5", "Школой-интернатом № 5"),
            ("IT-компания «Икс»", "IT-компанией «Икс»"),
            ("Оршанский райисполком", "Оршанским райисполкомом"),
            ("Вооруженные Силы", "Вооруженными Силами"),
            ("Счетная палата", "Счетной палатой"),
            ("5-я городская больница", "5-й городской больницей"),
            ("Минский  завод\u00a0«Луч»", "Минским  заводом\u00a0«Луч»"),
        ],
    )
    def test_every_declined_word_is_declined(self, name, ins):
        assert forms_of(name)["ins"] == ins

    @pytest.mark.parametrize(
        "name",
        [
            "Институт физики и Институт химии",
            "Министерство культуры и Национальный архив",
            "Институт и мастерская физики",
            "Институт, клиника",
            "Научный, центр",
            "Научный и центр",
            "и научный центр",
            "ОАО «МТЗ» – управляющая компания холдинга",
            "Завод «Луч» (филиал ОАО «Свет»)",
            "Фонд, созданный правительством",
            "Республика Чувашская",
            "Завод тракторный",
            "Кемеровская область — Кузбасс",
            "Министерство Республика Беларусь",
            "МИНИСТЕРСТВО КУЛЬТУРЫ",
            "Третий канал",
            "Казачий полк",
            "город-герой Минск",
            "деревня Малиновка",
            "МИД России",
            "ООО «А» и ООО «Б»",
            "ООО Ромашка",
            "Siemens AG",
            "«Белавиа»",
            "Белавиа",
            "Уполномоченный по правам человека",
        ],
    )
    def test_what_is_not_certain_has_no_forms(self, name):
        assert forms_of(name) == {}

    @pytest.mark.parametrize(
        ("name", "gender"),
        [
            ("Академия наук", "f"),
            ("Объединённые Нации", "pl"),
            ("Проектное бюро", "n"),
            ("ТОО «Астана»", "n"),
            ("Институт и клиника", None),
            ("МВД Республики Беларусь", None),
        ],
    )
    def test_the_gender_is_that_of_the_head_noun(self, name, gender):
        assert forms_of(name).get("gender") == gender


class TestTail:
    """What follows the head noun."""

    @pytest.mark.parametrize(
        "tail",
        [
            "",
            " Республики Узбекистан",
            " по развитию инвестиций",
            " имени Янки Купалы",
            " г. Минска",
            " № 7",
            " «Белая Русь» Беларуси",
            " „Weiß“ (BY)",
            ' "Звезда"',
            " инвестиций, отношений и технологий",
            " РФ",
            " Осло",
            " Китая",
            " здравоохранения и спорта",
            " городской культуры",
        ],
    )
    def test_what_depends_on_the_noun_stays(self, tail):
        assert forms_of(f"Центр{tail}")["gen"] == f"Центра{tail}"

    @pytest.mark.parametrize(
        "tail",
        [
            " Турин",
            " городской",
            " национальный",
            " Россия",
            " развитие",
            " связь",
            " «Луч» тракторный",
            " «Луч» и филиал",
            " культуры, национальный",
            " культуры — наука",
            " – Минск",
            " (Центр)",
            " (национальный)",
        ],
    )
    def test_what_may_be_a_nominative_is_not_certain(self, tail):
        assert forms_of(f"Центр{tail}") == {}

    @pytest.mark.parametrize(
        ("name", "gen"),
        [
            ("провинция Сычуань", "провинции Сычуань"),
            ("Республика Южный Судан", "Республики Южный Судан"),
            ("район Сарыарка", "района Сарыарка"),
            ("район Минской области", "района Минской области"),
            ("Компания Росатом", "Компании Росатом"),
            ("компания Красный Октябрь", None),
            ("Область Брестская", None),
            ("Область Брестская Республики Беларусь", None),
            ("город Минск", "города Минска"),
            ("город Нижний Новгород", "города Нижнего Новгорода"),
            ("город Баку", "города Баку"),
            ("город Портленд", None),
            ("город «Спутник»", "города «Спутник»"),
            ("Управление делами", "Управления делами"),
            ("Управление имуществом", "Управления имуществом"),
            ("Комитет имуществом", None),
        ],
    )
    def test_a_name_beside_the_noun_follows_the_rule_of_that_noun(self, name, gen):
        assert forms_of(name).get("gen") == gen


class TestAbbreviation:
    """Abbreviations that do not change, and those that may."""

    @pytest.mark.parametrize(
        "name",
        [
            "МВД Республики Беларусь",
            "БГУ",
            "КазНУ имени аль-Фараби",
            "ООО «Ромашка»",
            "ФГБОУ ВО «Псковский государственный университет»",
            "АО «НК «КазМунайГаз»",
            "ООО ACME",
        ],
    )
    def test_they_stand_in_every_case(self, name):
        forms = forms_of(name)
        assert {forms[case] for case in CASES[1:]} == {name}

    @pytest.mark.parametrize("name", ["МИД", "БГУИР", "БГУ и БНТУ", "МВД Минск", "АСТАНА", "ООО"])
    def test_what_may_be_read_as_a_word_is_not_certain(self, name):
        assert forms_of(name) == {}


class TestPlace:
    """Names of places by themselves."""

    @pytest.mark.parametrize(
        ("name", "kind", "ins"),
        [
            ("Нижний Новгород", "city", "Нижним Новгородом"),
            ("г. Витебск", "city", "г. Витебском"),
            ("Старая Русса", "city", "Старой Руссой"),
            ("Севастополь", "city", "Севастополем"),
            ("Шанхай", "city", "Шанхаем"),
            ("Баку", "city", "Баку"),
            ("Верхняя Австрия", "region", "Верхней Австрией"),
            ("Саха", "region", None),
            ("Саксония-Анхальт", "region", None),
            ("Великие Луки", "city", None),
            ("Старый Русса", "city", None),
            ("Новый Южный Уэльс", "region", None),
            ("Гомель", "city", None),
            ("Орёл", "city", None),
            ("Сочи", "city", None),
            ("Минск", "company", None),
        ],
    )
    def test_only_certain_classes_decline(self, name, kind, ins):
        assert forms_of(name, kind).get("ins") == ins


if __name__ == "__main__":
    GOLDEN.write_text("\n".join([*rows()]) + "\n", encoding="utf-8")
