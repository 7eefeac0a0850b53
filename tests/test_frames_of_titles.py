"""What native readers expect of titles: other documents, own names, articles, order of parts."""

import pytest

from bilateral import Agreement, Event, Partner, Phrase
from bilateral.language.english import is_defined, takes_article
from bilateral.language.german import agree_after_article
from bilateral.language.lexicon import in_sentence

BY, KZ = Partner.government("BY"), Partner.government("KZ")
STATES = Partner.state("BY"), Partner.state("KZ")
SIDES = {
    "ru": ("Правительством Республики Беларусь", "Правительством Республики Казахстан"),
    "de": ("der Regierung der Republik Belarus", "der Regierung der Republik Kasachstan"),
    "en": (
        "the Government of the Republic of Belarus",
        "the Government of the Republic of Kazakhstan",
    ),
}
EXCHANGE = {
    "ru": Phrase(
        "обмен студентами",
        gen="обмена студентами",
        dat="обмену студентами",
        loc="обмене студентами",
    ),
    "de": Phrase("Austausch von Studierenden", gender="m", article=True),
    "en": "the exchange of students",
}
DAY, YEAR = [Event.signed("2004-12-22")], [Event.signed("2021")]


def document(kind="agreement", sides=(BY, KZ), **fields):
    return Agreement(kind.replace("_", "-"), kind, sides, **fields)


def title(agreement, lang):
    """A title with A and B for the governments."""
    text = str(agreement.title(lang))
    for name, letter in zip(SIDES[lang], "AB", strict=True):
        text = text.replace(name, letter)
    genitives = ("Правительства Республики Беларусь", "Правительства Республики Казахстан")
    for name, letter in zip(genitives, "AB", strict=True):
        text = text.replace(name, letter)
    return text


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
        own = Partner("x", "company", {"ru": "Завод"}, country="BY")
        other = document(sides=(own, KZ), subject={"ru": "поставка"}, events=DAY)
        written = document("work_plan", implements=other).title("ru")

        assert written.endswith("во исполнение Соглашения от 22 декабря 2004 года")
        assert {("Завод", "ins"), ("поставка", "loc")} <= set(written.missing)

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    def test_the_sides_are_named_somewhere(self, lang):
        foreign = Partner("x", "company", {"kk": "Зауыт"}, country="KZ")
        sides = BY, foreign
        amended = document("treaty", sides)
        written = document("amending_protocol", sides, amends=amended).title(lang)

        assert "Зауыт [kk]" in written

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

    def test_of_the_other_part_is_set_off(self):
        other = document(sides=([BY, STATES[0]], KZ))
        plan = document("work_plan", STATES, implements=other, period="2030/2035")
        agreement = document(sides=([BY, STATES[0]], KZ), period="2030/2035")

        assert ", of the other part, for 2030" in agreement.title("en")
        assert plan.title("en").endswith(", of the other part")
        assert "стороны, на 2030" in plan.title("ru")


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
            ("programme", "ru", "Исполнительная программа", " по сотрудничеству между A и B"),
            ("programme", "en", "Executive Programme", " on cooperation between A and B"),
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
    def test_without_sectors(self, kind, lang, designation, end):
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
    def test_with_a_sector(self, kind, lang, designation, end):
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

    def test_between_a_region_and_a_town(self):
        sides = Partner.subdivision("RU-PSK"), Partner.subdivision("KG-GB")

        assert document(sides=sides).title("ru") == (
            "Соглашение между Псковской областью и городом Бишкеком"
        )
        assert document(sides=sides).title("de").endswith("und Bischkek")

    def test_in_the_genitive(self):
        sides = Partner.subdivision("BY-HM"), Partner.subdivision("KZ-75")

        assert document("joint_statement", sides).title("ru") == (
            "Совместное заявление города Минска и города Алматы"
        )

    def test_not_where_the_name_says_so(self):
        city = Phrase("город Орша", ins="городом Оршей")
        orsha = Partner("orsha", "city", {"ru": city}, country="BY")
        sides = orsha, Partner.subdivision("KG-GB")

        assert document(sides=sides).title("ru").endswith("между городом Оршей и городом Бишкеком")


class TestRoadmaps:
    """Follow their word."""

    def test_with_a_subject(self):
        assert title(document("roadmap", subject=EXCHANGE), "ru") == (
            "Дорожная карта по обмену студентами между A и B"
        )

    def test_in_its_own_words(self):
        subject = {"ru": "по развитию сотрудничества"}

        assert title(document("roadmap", subject=subject), "ru") == (
            "Дорожная карта по развитию сотрудничества между A и B"
        )


class TestEnglish:
    """Capitals, articles, adjectives."""

    def test_the_name_of_the_instrument_is_in_capitals(self):
        assert title(document("memorandum"), "en").startswith("Memorandum of Cooperation between")
        assert title(document("memorandum", sectors=["defence"]), "en").startswith(
            "Memorandum of Military Cooperation between"
        )
        assert title(document("friendship", sectors=["health"]), "en").startswith(
            "Agreement on Friendly Relations and Cooperation in the field of health care"
        )

    def test_two_fields_that_belong_together(self):
        assert title(document(sectors=["trade", "economy"]), "en").endswith(
            " on trade and economic cooperation"
        )
        assert title(document(sectors=["trade", "economy", "culture"]), "en").endswith(
            " on cooperation in the trade, economic and cultural fields"
        )

    def test_a_word_for_two_fields_is_said_once(self):
        agreement = document(sectors=["industry", "industrial_coop"])

        assert title(agreement, "en").endswith(" on cooperation in the field of industry")

    def test_one_word_for_a_sector(self):
        fields = {"defence": "defence", "humanitarian": "humanitarian affairs"}
        for code, name in fields.items():
            agreement = document(sectors=[code, "oil_gas"])
            assert f"in the fields of {name} and oil and gas" in agreement.title("en")
        assert "in the defence and cultural fields" in document(
            sectors=["defence", "culture"]
        ).title("en")

    def test_a_noun_is_no_adjective(self):
        text = document(sectors=["fisheries", "culture"]).title("en")

        assert text.endswith(" on cooperation in the fields of fisheries and culture")

    def test_two_items_have_no_comma(self):
        agreement = document(sectors=["tourism", "fairs"])

        assert title(agreement, "en").endswith("fields of tourism and fairs and exhibitions")

    @pytest.mark.parametrize(
        ("name", "kind", "text"),
        [
            ("Ministry of B", "ministry", "the Ministry of B"),
            ("Federal Ministry for Economic Affairs", "ministry", "the Federal Ministry for"),
            ("Embassy of Norway", "diplomatic_mission", "the Embassy of Norway"),
            ("Orsha District Executive Committee", "district_executive", "the Orsha District"),
            ("University of Cambridge", "university", "the University of Cambridge"),
            ("City of Chicago", "city", "the City of Chicago"),
            ("Minsk Tractor Works", "company", "Minsk Tractor Works"),
            ("Union of Works Ltd", "company", "Union of Works Ltd"),
            ("The Hague", "city", "The Hague"),
            ("Orsha", "city", "Orsha"),
        ],
    )
    def test_the_article_follows_from_the_head_noun(self, name, kind, text):
        partner = Partner("x", kind, {"en": name}, country="BY")
        written = document(sides=(BY, partner)).title("en", strict=True)

        assert f"Belarus and {text}" in written

    @pytest.mark.parametrize(
        ("subject", "is_so"),
        [
            ("supply of 200 buses", True),
            ("reciprocal protection of investments", True),
            ("joint ventures", False),
            ("works of art", False),
            ("trade in works of art", False),
            ("cooperation in the field of trade", False),
            ("the exchange of students", False),
            ("Treaty of Rome", False),
        ],
    )
    def test_a_subject_has_the_article_that_of_brings(self, subject, is_so):
        written = document(subject={"en": subject}).title("en")

        assert is_defined(subject) is is_so
        assert written.endswith(f" on {'the ' * is_so}{subject}")

    def test_the_article_of_a_subject_can_be_denied(self):
        phrase = Phrase("supply of 200 buses", article=False)

        assert document(subject={"en": phrase}).title("en").endswith(" on supply of 200 buses")

    def test_an_open_article_is_listed_as_missing(self):
        partner = Partner("x", "university", {"en": "Leipzig University"}, country="DE")
        written = document(sides=(BY, partner)).title("en")

        assert written.endswith("and Leipzig University")
        assert written.missing == (("Leipzig University", "def"),)

    def test_what_is_not_known_is_open(self):
        assert takes_article("Prague Castle", "museum") is None


class TestGerman:
    """Articles, compounds, prepositions."""

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (Phrase("Ministerium A", dat="Ministerium A", article=True), "dem Ministerium A"),
            (Phrase("Universität Leipzig"), "der Universität Leipzig"),
            (Phrase("Staatskomitee für Normung"), "dem Staatskomitee für Normung"),
            (Phrase("Bundesverband der Museen"), "dem Bundesverband der Museen"),
        ],
    )
    def test_the_article_follows_from_the_head_noun(self, name, text):
        partner = Partner("x", "ministry", {"de": name}, country="BY")
        written = document(sides=(partner, KZ)).title("de", strict=True)

        assert written.startswith(f"Abkommen zwischen {text} und der")

    def test_an_article_without_gender_is_missing(self):
        name = Phrase("Haus A", dat="Haus A", article=True)
        partner = Partner("x", "ministry", {"de": name}, country="BY")
        written = document(sides=(partner, KZ)).title("de")

        assert written.startswith("Abkommen (Seiten: Haus A;")
        assert ("Haus A", "dat") in written.missing

    def test_a_town_has_no_article(self):
        towns = [
            Partner("x", "city", {"de": name}, country="DE") for name in ("Bonn", "Stadt Bonn")
        ]
        named, other = (document(sides=(town, KZ)).title("de") for town in towns)

        assert named.startswith("Abkommen zwischen Bonn und der")
        assert other.startswith("Abkommen (Seiten: Stadt Bonn;")

    def test_no_preposition_takes_an_article_that_is_not_there(self):
        named = Phrase("Bonn", article=False)

        assert in_sentence(named, "de", "zu") == "zu Bonn"
        assert agree_after_article("technisch", "", "dat") is None

    def test_the_period_stands_before_the_document_that_is_added_to(self):
        amended = document(sectors=["energy"], events=DAY)
        protocol = document("additional_protocol", amends=amended, sectors=["trade"], period="2026")

        assert "im Bereich Handel für 2026 zum Abkommen vom 22." in protocol.title("de")
        assert "field of trade for 2026 to the Agreement of 22" in protocol.title("en")

    @pytest.mark.parametrize(
        ("sectors", "cooperation"),
        [
            (["science", "technology"], "die wissenschaftlich-technische Zusammenarbeit"),
            (["trade", "economy"], "die Handels- und Wirtschaftszusammenarbeit"),
        ],
    )
    def test_two_fields_in_one_word(self, sectors, cooperation):
        assert title(document(sectors=sectors), "de").endswith(f"über {cooperation}")
        programme = title(document("programme", sectors=sectors), "de")
        assert programme.startswith("Programm der ")

    @pytest.mark.parametrize(
        ("lang", "subject", "end"),
        [
            (
                "de",
                Phrase("Vermeidung der Doppelbesteuerung", gender="f", article=True),
                "B zur Vermeidung der Doppelbesteuerung",
            ),
            ("de", Phrase("zum Schutz von Investitionen"), "B zum Schutz von Investitionen"),
            ("en", Phrase("the avoidance of double taxation"), "B for the avoidance of double"),
            ("en", Phrase("avoidance of waste", article=True), "B for the avoidance of waste"),
            ("ru", Phrase("об избежании двойного налогообложения"), "B об избежании двойного"),
        ],
    )
    def test_a_subject_may_bring_its_preposition(self, lang, subject, end):
        assert end in title(document(subject={lang: subject}), lang)


@pytest.mark.parametrize("kind", ["additional_protocol", "joint_statement", "session_protocol"])
def test_a_subject_in_the_nominative_stands_in_brackets(kind):
    """The sentence around it stays."""
    written = title(document(kind, subject={"ru": "поставка автобусов"}), "ru")

    assert written.endswith("B (предмет: поставка автобусов)")


def test_a_session_is_one_of_representatives_with_whatever_subject():
    """Between A and B there is no session."""
    written = title(document("session_protocol", subject={"ru": "поставка автобусов"}), "ru")

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
