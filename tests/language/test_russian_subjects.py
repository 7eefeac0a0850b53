"""Russian subjects of documents: declined where their nouns are certain, or not at all."""

import pytest

from bilateral import Phrase
from bilateral.language.lexicon import CASES, lexicon
from bilateral.language.russian_subjects import derived_subject
from tests.language.title_parts import document


def forms_of(subject):
    return {str(form): value for form, value in derived_subject(Phrase(subject)).items()}


class TestShape:
    """The parts of a subject: adjectives, a noun of an action, and what it governs."""

    @pytest.mark.parametrize(
        ("subject", "loc"),
        [
            ("обмен студентами", "обмене студентами"),
            ("поставка 200 автобусов", "поставке 200 автобусов"),
            ("взаимная защита инвестиций", "взаимной защите инвестиций"),
            ("экспорт и импорт говядины", "экспорте и импорте говядины"),
            ("поощрение и взаимная защита вложений", "поощрении и взаимной защите вложений"),
            ("создание «умных» городов", "создании «умных» городов"),
            ("противодействие отмыванию денег", "противодействии отмыванию денег"),
            ("борьба с терроризмом и экстремизмом", "борьбе с терроризмом и экстремизмом"),
            ("сохранение биоразнообразия", "сохранении биоразнообразия"),
            ("безопасность дорожного движения", "безопасности дорожного движения"),
            ("развитие торговли и культуры", "развитии торговли и культуры"),
            ("цифровизация таможни", "цифровизации таможни"),
            ("строительство тепло- и гидростанций", "строительстве тепло- и гидростанций"),
            ("взаимные поездки граждан", "взаимных поездках граждан"),
            ("проведение Дней культуры", "проведении Дней культуры"),
            ("производство вакцин", "производстве вакцин"),
            ("охрана прав женщин и детей", "охране прав женщин и детей"),
            ("дружба и сотрудничество", "дружбе и сотрудничестве"),
            ("обмен опытом и совместная работа", "обмене опытом и совместной работе"),
            (
                "избежание налогообложения доходов и предотвращение уклонения от уплаты налогов",
                "избежании налогообложения доходов и предотвращении уклонения от уплаты налогов",
            ),
        ],
    )
    def test_every_declined_word_is_declined(self, subject, loc):
        assert forms_of(subject)["loc"] == loc

    @pytest.mark.parametrize(
        "subject",
        [
            "автобусы",
            "гость",
            "синие вагоны",
            "развитие торговли, туризм",
            "содействие инвестициям и экспорт",
            "переход на электромобили и внедрение стандартов",
            "подготовка кадров и обмен студентами",
            "обмен опытом и стажировки специалистов",
            "СОТРУДНИЧЕСТВО",
        ],
    )
    def test_what_is_not_certain_has_no_forms(self, subject):
        assert forms_of(subject) == {}

    @pytest.mark.parametrize(
        ("subject", "gen"),
        [
            ("о научно-техническом сотрудничестве", "научно-технического сотрудничества"),
            ("об общем руководстве", "общего руководства"),
            (
                "о сотрудничестве в борьбе с преступностью",
                "сотрудничества в борьбе с преступностью",
            ),
        ],
    )
    def test_a_subject_with_its_preposition_has_the_forms_that_stand_without_it(self, subject, gen):
        assert forms_of(subject)["gen"] == gen

    @pytest.mark.parametrize(
        "subject",
        [
            "о дружбе и сотрудничестве",
            "о сотрудничестве и взаимной помощи",
            "о культурном, научном сотрудничестве",
            "о его сотрудничестве",
        ],
    )
    def test_a_preposition_before_more_than_one_noun_stays(self, subject):
        assert forms_of(subject) == {}

    @pytest.mark.parametrize(
        ("kind", "beginning"),
        [
            ("programme", "Программа научного сотрудничества между "),
            ("action_plan", "План мероприятий по научному сотрудничеству между "),
            ("roadmap", "Дорожная карта по научному сотрудничеству между "),
            ("agreement", "Соглашение между "),
        ],
    )
    def test_a_title_has_the_subject_as_its_kind_asks_for_it(self, kind, beginning):
        title = document(kind, subject={"ru": "о научном сотрудничестве"}).title("ru")
        assert title.startswith(beginning)

    def test_a_title_keeps_the_preposition_of_a_subject_without_such_a_form(self):
        title = document("programme", subject={"ru": "о дружбе и сотрудничестве"}).title("ru")
        assert title.startswith("Программа о дружбе и сотрудничестве между ")

    def test_recorded_forms_that_the_rule_would_not_make_win(self):
        assert derived_subject(Phrase("обмен опытом", loc="обмену опытом")) == {}

    @pytest.mark.parametrize(
        ("kind", "end"),
        [
            ("agreement", "о подготовке кадров"),
            ("session_protocol", "по вопросам подготовки кадров"),
            ("joint_statement", "о подготовке кадров"),
        ],
    )
    def test_a_title_says_it_in_its_sentence_and_tells_of_the_rule(self, kind, end):
        title = document(kind, subject={"ru": "подготовка кадров"}).title("ru")

        assert title.endswith(end)
        assert title.missing == ()
        assert "подготовка кадров" in dict(title.derived)


class TestDictionary:
    """The forms against those of a morphological dictionary."""

    #: Nouns whose endings tell their paradigms.
    BY_RULE = (
        "создание",
        "развитие",
        "участие",
        "содействие",
        "согласие",
        "насилие",
        "наследие",
        "сообщение",
        "производство",
        "строительство",
        "сотрудничество",
        "реализация",
        "комиссия",
        "пенсия",
        "версия",
        "стратегия",
        "терапия",
        "индустрия",
        "география",
        "экономия",
        "промышленность",
        "безопасность",
        "занятость",
    )

    def test_a_noun_has_the_forms_of_the_dictionary(self):
        pytest.importorskip("pymorphy3", reason="the dictionary is not installed")
        from tests.language.test_russian_dictionary import differences

        nouns = [*self.BY_RULE, *lexicon("ru").rows("subject_nouns", "nom")]
        other = {}
        for noun in nouns:
            forms = forms_of(noun)
            cases = {"nom": noun, **{case: forms[case] for case in CASES[1:]}}
            if found := differences(noun, str(forms["gender"]), cases, "NOUN"):
                other[noun] = found
        assert other == {}
        assert len(nouns) > 150
