"""Of what shape a Russian name must be to be declined."""

import pytest

from bilateral import Phrase
from bilateral.language.lexicon import CASES
from bilateral.language.russian_names import derived_fields


def forms_of(name, kind="association"):
    return {str(form): value for form, value in derived_fields(Phrase(name), kind).items()}


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
            ("Милли Меджлис", "Милли Меджлисом"),
            ("Минздрав Беларуси", "Минздравом Беларуси"),
            ("Минобороны России", "Минобороны России"),
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
            "Олений парк",
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
            " налоговых служб государств – участников СНГ",
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
