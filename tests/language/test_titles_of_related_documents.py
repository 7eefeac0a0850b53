"""Titles that name other documents, in the case that is asked for."""

import pytest

from bilateral import Partner
from tests.language.title_parts import BY, DAY, EXCHANGE, KZ, YEAR, document, title

STATES = Partner.state("BY"), Partner.state("KZ")


class TestOtherDocuments:
    """Are named as their own titles name them, in the case that is asked for."""

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            ("programme", "Программы торгово-экономического сотрудничества между A и B"),
            ("joint_statement", "Совместного заявления A и B о торгово-экономическом"),
            ("session_protocol", "Протокола заседания представителей A и B по вопросам"),
            ("memorandum", "Меморандума о торгово-экономическом сотрудничестве между A и B"),
            ("consultations_plan", "Плана консультаций между A и B по вопросам торгово"),
            ("roadmap", "Дорожной карты о торгово-экономическом сотрудничестве между A и B"),
            ("additional_protocol", "Дополнительного протокола между A и B о торгово"),
            ("contact", "Контактов между A и B в торгово-экономической сфере"),
            ("amending_protocol", "Протокола между A и B о внесении изменений"),
        ],
    )
    def test_every_kind_has_its_own_frame(self, kind, name):
        other = document(kind, sectors=["trade", "economy"])
        plan = document("protocol", STATES, implements=other)

        assert f"во исполнение {name}" in title(plan, "ru")

    @pytest.mark.parametrize(
        ("relation", "kind", "text"),
        [
            ("amends", "additional_protocol", "Дополнительный протокол к Соглашению между A и B о"),
            ("implements", "work_plan", "План работы между A и B во исполнение Соглашения о"),
        ],
    )
    def test_what_the_subject_of_the_other_document_says_is_not_said_by_sectors_too(
        self, relation, kind, text
    ):
        other = document(sectors=["tourism", "sport"], subject={"ru": "о выставках"})
        plain = document(kind, sectors=["tourism"], **{relation: other})
        wider = document(kind, sectors=["tourism", "trade"], **{relation: other})

        assert title(plain, "ru") == f"{text} выставках"
        assert "в туристической и торговой сферах" in title(wider, "ru")
        assert "в области туризма" in title(document("protocol", STATES, implements=plain), "ru")

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            ("mou", "Меморандума о взаимопонимании в области туризма от 22 декабря 2004 года"),
            ("letter_of_intent", "Письма о намерениях в области туризма от 22 декабря 2004 года"),
        ],
    )
    def test_what_is_about_something_already_is_not_about_cooperation_too(self, kind, name):
        """Of understanding on cooperation: without the sides between them that stumbles."""
        other = document(kind, sectors=["tourism"], events=DAY)

        assert f"во исполнение {name}" in title(document("protocol", implements=other), "ru")

    @pytest.mark.parametrize(
        ("kind", "name"),
        [
            ("programme", "Программы сотрудничества, подписанной в 2021 году, на 2026 год"),
            ("agreement", "Соглашения, подписанного в 2021 году, на 2026 год"),
            ("protocol", "Протокола, подписанного в 2021 году, на 2026 год"),
            ("contact", "Контактов, подписанных в 2021 году, на 2026 год"),
        ],
    )
    def test_a_year_is_said_with_a_participle_in_russian(self, kind, name):
        plan = document("work_plan", implements=document(kind, events=YEAR), period="2026")

        assert title(plan, "ru").endswith(f"во исполнение {name}")

    def test_the_comma_after_a_participle_stands_only_where_the_title_goes_on(self):
        plan = document("work_plan", implements=document(events=YEAR))

        assert title(plan, "ru").endswith("Соглашения, подписанного в 2021 году")

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            (
                "ru",
                "Протокол между A и B о внесении изменений в Соглашение о сотрудничестве в "
                "области энергетики от 22 декабря 2004 года",
            ),
            (
                "de",
                "Protokoll zur Änderung des Abkommens vom 22. Dezember 2004 zwischen A und B über "
                "die Zusammenarbeit im Bereich Energie",
            ),
            (
                "en",
                "Protocol amending the Agreement of 22 December 2004 between A and B on "
                "cooperation in the field of energy",
            ),
        ],
    )
    def test_what_is_amended_is_named_with_its_subject(self, lang, text):
        amended = document(sectors=["energy"], events=DAY)

        assert title(document("amending_protocol", amends=amended), lang) == text

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            (
                "ru",
                "Протокол между A и B о внесении изменений в Договор об обмене студентами от 22 "
                "декабря 2004 года и Протокол, подписанный в 2021 году",
            ),
            (
                "de",
                "Protokoll zwischen A und B zur Änderung des Vertrags vom 22. Dezember 2004 über "
                "den Austausch von Studierenden und des Protokolls aus dem Jahr 2021",
            ),
            (
                "en",
                "Protocol between A and B amending the Treaty of 22 December 2004 on the exchange "
                "of students and the Protocol of 2021",
            ),
        ],
    )
    def test_two_amended_documents_leave_the_sides_to_the_title(self, lang, text):
        amended = [
            document("treaty", subject=EXCHANGE, events=DAY),
            document("protocol", events=YEAR),
        ]

        assert title(document("amending_protocol", amends=amended), lang) == text

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("ru", "о сотрудничестве в области торговли к Соглашению об обмене студентами от 22"),
            ("de", "im Bereich Handel zum Abkommen vom 22. Dezember 2004 zwischen A und B über"),
            ("en", "in the field of trade to the Agreement of 22 December 2004 between A and B on"),
        ],
    )
    def test_its_own_subject_comes_before_the_document_that_it_adds_to(self, lang, text):
        amended = document(subject=EXCHANGE, events=DAY)
        written = title(document("additional_protocol", amends=amended, sectors=["trade"]), lang)

        assert text in written

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("ru", "энергетики к Соглашению от 22 декабря 2004 года"),
            ("de", "Energie zum Abkommen vom 22. Dezember 2004 zwischen A und B"),
            ("en", "energy to the Agreement of 22 December 2004 between A and B"),
        ],
    )
    def test_the_same_subject_is_said_once(self, lang, text):
        amended = document(sectors=["energy"], events=DAY)
        protocol = document("additional_protocol", amends=amended, sectors=["energy"])

        assert title(protocol, lang).endswith(text)

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("ru", "Протокол между A и B к Соглашению об обмене студентами от 22 декабря"),
            ("de", "Protokoll zum Abkommen vom 22. Dezember 2004 zwischen A und B über"),
            ("en", "Protocol to the Agreement of 22 December 2004 between A and B on"),
        ],
    )
    def test_a_protocol_is_one_to_the_document_that_it_changes_and_has_its_subject(
        self, lang, text
    ):
        amended = document(subject=EXCHANGE, sectors=["education", "youth"], events=DAY)
        protocol = document("protocol", amends=amended, sectors=["youth"])

        assert title(protocol, lang).startswith(text)

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("ru", "Соглашение между A и B о внесении изменений в Договор об обмене студентами"),
            ("de", "Abkommen zur Änderung des Vertrags vom 22. Dezember 2004 zwischen A und B"),
            ("en", "Agreement amending the Treaty of 22 December 2004 between A and B on"),
        ],
    )
    def test_an_agreement_that_changes_another_document_says_so(self, lang, text):
        amended = document("treaty", subject=EXCHANGE, events=DAY)

        assert title(document("agreement", amends=amended), lang).startswith(text)

    def test_a_subject_of_its_own_is_told_beside_that_of_the_other_document(self):
        amended = document(subject=EXCHANGE, sectors=["education"], events=DAY)
        protocol = document("protocol", amends=amended, sectors=["trade"])
        named = document("protocol", amends=amended, subject={"de": "die Lieferung von Bussen"})

        assert "im Bereich Handel zum Abkommen" in title(protocol, "de")
        assert title(named, "de").startswith("Protokoll über die Lieferung von Bussen zum Abkommen")

    def test_an_undated_document_of_the_same_sides_names_them_for_both(self):
        amended = document("treaty", subject=EXCHANGE)

        assert title(document("amending_protocol", amends=amended), "ru") == (
            "Протокол о внесении изменений в Договор между A и B об обмене студентами"
        )
        assert title(document("additional_protocol", amends=amended), "ru") == (
            "Дополнительный протокол к Договору между A и B об обмене студентами"
        )

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("de", "zur Umsetzung des Vertrags über den Austausch von Studierenden"),
            ("en", "in implementation of the Treaty on the exchange of students"),
            ("ru", "во исполнение Договора об обмене студентами"),
        ],
    )
    def test_an_undated_document_is_known_by_its_subject(self, lang, text):
        """The sides are those of the title around it."""
        plan = document("work_plan", implements=document("treaty", subject=EXCHANGE))
        assert title(plan, lang).endswith(text)

    @pytest.mark.parametrize(
        ("lang", "end"),
        [
            ("de", "A und B zur Umsetzung des Abkommens über die Zusammenarbeit im Bereich Zoll"),
            (
                "en",
                "A and B, in implementation of the Agreement on cooperation in the field of cus",
            ),
            ("ru", "A и B во исполнение Соглашения о сотрудничестве в области таможенного дела"),
        ],
    )
    def test_what_only_the_subject_tells_apart_has_it_for_both(self, lang, end):
        other = document(sectors=["customs"])
        written = title(document("arrangement", implements=other, sectors=["customs"]), lang)

        assert end in written
        assert written.count(end.split()[-1]) == 1

    def test_a_document_of_other_sides_or_of_a_day_leaves_the_subject_to_the_title(self):
        of_others = document(sides=STATES, sectors=["customs"])
        dated = document(sectors=["customs"], events=DAY)
        for other in (of_others, dated):
            written = title(document("programme", implements=other, sectors=["customs"]), "en")
            assert written.startswith("Programme of Cooperation in the field of customs between")

    def test_a_name_that_is_not_known_in_the_case_leaves_the_kind(self):
        other = document("protocol", designation={"ru": "Исполнительный протокол"}, events=DAY)
        written = document("work_plan", implements=other).title("ru")

        assert written.endswith("во исполнение Протокола от 22 декабря 2004 года")
        assert ("Исполнительный протокол", "gen") in written.missing

    def test_the_gender_of_a_compound_is_that_of_its_last_part(self):
        other = document("protocol", designation={"de": "Durchführungsprotokoll"}, events=DAY)
        plan = document("work_plan", implements=other)

        assert "zur Umsetzung des Durchführungsprotokolls vom 22." in plan.title("de")

    def test_what_is_missing_of_the_other_document_is_left_out_and_told(self):
        own = Partner("x", "company", {"ka": "ქარხანა"}, country="GE")
        other = document(sides=(own, KZ), subject={"ru": "автобусы"}, events=DAY)
        written = document("work_plan", implements=other).title("ru")

        assert written.endswith("во исполнение Соглашения от 22 декабря 2004 года")
        assert {("x", "nom"), ("автобусы", "loc")} <= set(written.missing)

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    def test_the_sides_are_named_somewhere(self, lang):
        foreign = Partner("x", "company", {"ka": "ქარხანა"}, country="GE")
        sides = BY, foreign
        amended = document("treaty", sides)
        written = document("amending_protocol", sides, amends=amended).title(lang)

        assert "ქარხანა [ka]" in written

    @pytest.mark.parametrize(
        ("lang", "end"),
        [
            ("de", "B für 2032 zur Umsetzung des Abkommens aus dem Jahr 2021"),
            ("en", "B for 2032, in implementation of the Agreement of 2021"),
        ],
    )
    def test_the_period_is_that_of_the_title(self, lang, end):
        plan = document("work_plan", implements=document(events=YEAR), period="2032")

        assert title(plan, lang).endswith(end)

    @pytest.mark.parametrize(
        ("topic", "name"),
        [
            ({"sectors": ["customs"]}, "Memorandum of Cooperation of 2021 in the field of customs"),
            (
                {"sectors": ["trade", "economy"]},
                "Memorandum of Trade and Economic Cooperation of 2021",
            ),
            ({"subject": EXCHANGE}, "Memorandum of 2021 on the exchange of students"),
            ({}, "Memorandum of Cooperation of 2021"),
        ],
    )
    def test_the_date_stands_where_it_cannot_be_that_of_the_subject(self, topic, name):
        other = document("memorandum", events=YEAR, **topic)
        plan = document("work_plan", sectors=["tourism"], implements=other)

        assert title(plan, "en").endswith(f", in implementation of the {name}")

    def test_a_period_with_a_comma_is_set_off(self):
        plan = document("work_plan", implements=document(events=DAY), period="2025/")
        text = title(plan, "de")

        assert "unbekannt, zur Umsetzung des Abkommens" in text
        assert title(document(period="2025/"), "de").endswith("unbekannt")

    def test_a_comma_in_brackets_sets_nothing_off(self):
        plan = document("work_plan", implements=document(events=DAY), period="2025%/2027")

        assert "(ungefähr, unsicher) bis 2027 zur Umsetzung" in title(plan, "de")

    def test_the_date_of_a_programme_does_not_follow_its_subject(self):
        programme = document("programme", subject=EXCHANGE, events=YEAR)
        plan = document("work_plan", implements=programme)

        assert "Programms aus dem Jahr 2021 zum Austausch von Studierenden" in title(plan, "de")

    def test_of_the_other_part_is_set_off_by_commas(self):
        other = document(sides=([BY, STATES[0]], KZ))
        plan = document("work_plan", STATES, implements=other, period="2030/2035")
        agreement = document(sides=([BY, STATES[0]], KZ), period="2030/2035")

        assert ", of the other part, for 2030" in agreement.title("en")
        assert plan.title("en").endswith(", of the other part")
        assert "стороны, на 2030" in plan.title("ru")
