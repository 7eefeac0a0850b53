"""What a document calls itself, and what stands after it."""

import pytest

from bilateral import Partner, Phrase
from tests.language.title_parts import BY, DAY, EXCHANGE, KZ, document, title


class TestDesignations:
    """What a document calls itself says some things already, and brings its own preposition."""

    @pytest.mark.parametrize(
        ("kind", "lang", "designation", "end"),
        [
            ("memorandum", "ru", "Меморандум о взаимодействии", " между A и B"),
            ("memorandum", "en", "Memorandum of Interaction", " between A and B"),
            ("memorandum", "de", "Memorandum über die Partnerschaft", " zwischen A und B"),
            ("programme", "ru", "Программа обменов", " между A и B"),
            ("programme", "de", "Austauschprogramm", " zwischen A und B"),
            ("programme", "en", "Exchange Programme", " between A and B"),
            ("programme", "ru", "Исполнительная программа", " сотрудничества между A и B"),
            ("programme", "en", "Executive Programme", " of Cooperation between A and B"),
            ("roadmap", "ru", "План мероприятий («Дорожная карта»)", " по сотрудничеству между"),
            ("roadmap", "ru", "Дорожная карта (план мероприятий)", " о сотрудничестве между A и B"),
            ("mou", "ru", "Меморандум о взаимном понимании", " между A и B"),
            ("session_protocol", "ru", "Протокол переговоров", " между A и B"),
            ("session_protocol", "ru", "Протокол второго заседания", " представителей A и B"),
            ("session_protocol", "de", "Verhandlungsprotokoll", " zwischen A und B"),
            ("session_protocol", "en", "Minutes of the Negotiations", " between A and B"),
            ("amending_protocol", "de", "Zweites Protokoll", " zwischen A und B über Änderungen"),
        ],
    )
    def test_a_designation_is_followed_by_the_sides_where_there_is_no_sector(
        self, kind, lang, designation, end
    ):
        named = document(kind, designation={lang: designation})

        assert title(named, lang).startswith(designation + end)

    @pytest.mark.parametrize(
        ("kind", "lang", "designation", "end"),
        [
            ("memorandum", "ru", "Меморандум о взаимодействии", " между A и B в области культуры"),
            ("mou", "ru", "Меморандум о взаимном понимании", " между A и B о сотрудничестве в"),
            ("mou", "en", "Memorandum of Mutual Understanding", " between A and B on cooperation"),
            ("exchange_of_notes", "ru", "Обмен письмами", " между A и B о сотрудничестве в"),
            ("exchange_of_notes", "en", "Exchange of Letters", " between A and B on cooperation"),
            ("twinning", "ru", "Договор о побратимстве", " и сотрудничестве в области культуры"),
            ("twinning", "ru", "Побратимский договор", " между A и B о сотрудничестве в области"),
            ("twinning", "ru", "Договор о побратимстве и сотрудничестве", " между A и B в области"),
            ("action_plan", "en", "Programme of Action", " on cooperation in the field of culture"),
            ("joint_declaration", "ru", "Совместный манифест", " A и B о сотрудничестве в области"),
        ],
    )
    def test_a_designation_is_followed_by_its_sector(self, kind, lang, designation, end):
        named = document(kind, designation={lang: designation}, sectors=["culture"])

        assert title(named, lang).startswith(designation + end)

    @pytest.mark.parametrize(
        ("lang", "end"),
        [
            ("ru", "Меморандум о взаимодействии между A и B по вопросам обмена студентами"),
            ("de", "Kontakte zwischen A und B betreffend den Austausch von Studierenden"),
            ("en", "Contacts between A and B concerning the exchange of students"),
        ],
    )
    def test_a_subject_follows_with_another_preposition(self, lang, end):
        kind = "memorandum" if lang == "ru" else "contact"
        named = {"ru": "Меморандум о взаимодействии"} if lang == "ru" else None

        assert title(document(kind, designation=named, subject=EXCHANGE), lang) == end

    @pytest.mark.parametrize(
        ("lang", "designation", "text"),
        [
            (
                "ru",
                "Протокол о внесении изменений и дополнений",
                " в Соглашение между A и B от 22 декабря 2004 года",
            ),
            ("de", "Änderungsprotokoll", " zum Abkommen vom 22. Dezember 2004 zwischen A und B"),
            ("de", "Protokoll zur Änderung", " des Abkommens vom 22. Dezember 2004 zwischen A "),
            ("en", "Amending Protocol", " to the Agreement of 22 December 2004 between A and B"),
        ],
    )
    def test_a_change_is_said_once(self, lang, designation, text):
        named = {lang: designation}
        protocol = document("amending_protocol", designation=named, amends=document(events=DAY))

        assert title(protocol, lang).startswith(designation + text)


class TestTowns:
    """Are called towns in Russian sentences."""

    def test_a_town_beside_a_region_is_called_one(self):
        sides = Partner.subdivision("RU-PSK"), Partner.subdivision("KG-GB")

        assert document(sides=sides).title("ru") == (
            "Соглашение между Псковской областью и городом Бишкеком"
        )
        assert document(sides=sides).title("de").endswith("und Bischkek")

    def test_a_town_is_called_one_in_the_genitive_too(self):
        sides = Partner.subdivision("BY-HM"), Partner.subdivision("KZ-75")

        assert document("joint_statement", sides).title("ru") == (
            "Совместное заявление города Минска и города Алматы"
        )

    def test_a_name_that_says_town_is_not_called_one_again(self):
        city = Phrase("город Орша", ins="городом Оршей")
        orsha = Partner("orsha", "city", {"ru": city}, country="BY")
        sides = orsha, Partner.subdivision("KG-GB")

        assert document(sides=sides).title("ru").endswith("между городом Оршей и городом Бишкеком")


class TestRoadmaps:
    """Follow their word."""

    def test_a_roadmap_takes_a_subject_with_its_preposition(self):
        assert title(document("roadmap", subject=EXCHANGE), "ru") == (
            "Дорожная карта по обмену студентами между A и B"
        )

    def test_a_roadmap_takes_a_subject_in_its_own_words(self):
        subject = {"ru": "по развитию сотрудничества"}

        assert title(document("roadmap", subject=subject), "ru") == (
            "Дорожная карта по развитию сотрудничества между A и B"
        )


def test_a_session_is_one_of_representatives_with_whatever_subject():
    """Between A and B there is no session."""
    written = title(document("session_protocol", subject={"ru": "автобусы"}), "ru")

    assert written.startswith("Протокол заседания представителей A и B (")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("twinning", "связей и сотрудничестве по вопросам обмена студентами между A и B"),
        ("consultations_plan", "План консультаций между A и B по вопросам обмена студентами"),
        ("session_protocol", "заседания представителей A и B по вопросам обмена студентами"),
    ],
)
def test_a_subject_takes_the_place_of_sectors(kind, text):
    """Of the two only one is said, before or after the sides as with sectors."""
    assert title(document(kind, subject=EXCHANGE, sectors=["culture"]), "ru").endswith(text)


def test_a_subject_with_its_own_preposition_stands_after_the_sides_of_a_twinning():
    """Two prepositions would meet before them."""
    twinning = document("twinning", subject={"ru": "по вопросам труда"}, sectors=["culture"])

    assert title(twinning, "ru").endswith("связей между A и B по вопросам труда")


def test_the_executive_of_a_town_is_named_with_the_word_for_town():
    """So its official names are."""
    agreement = document(sides=(BY, Partner.city_government("KZ-75")))

    assert " и акиматом города Алматы" in agreement.title("ru")


def test_legal_texts_have_no_yo():
    """And nothing else changes with it."""
    sides = Partner.government("AE"), KZ
    arrangement = document("arrangement", sides)

    assert arrangement.title("ru", yo=False) == arrangement.title("ru").replace("ё", "е")
    assert "Договоренность между Правительством Объединенных" in arrangement.title("ru", yo=False)
    assert arrangement.title("de", yo=False) == arrangement.title("de")
