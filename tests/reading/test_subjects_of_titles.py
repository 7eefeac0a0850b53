"""What a title is about, and the other documents and years in it."""

from __future__ import annotations

import pytest

import bilateral as bl


class TestSubject:
    @pytest.mark.parametrize(
        ("lang", "text", "subject"),
        [
            (
                "en",
                "Memorandum of Understanding (MoU) signed between Peru and Chile on fisheries",
                "fisheries",
            ),
            ("en", "Programme of cooperation between Peru and Chile from 2027-2029", "cooperation"),
            ("en", "MoU on tourism signed between Peru and Chile", "tourism"),
            (
                "en",
                "Treaty between Peru and the Republic of Chile regulating transit",
                "regulating transit",
            ),
            (
                "en",
                "Agreement for Cooperation between Peru and Chile concerning tourism",
                "tourism",
            ),
            (
                "ru",
                "Меморандум о сотрудничестве между Перу и Чили в области туризма",
                "в области туризма",
            ),
            (
                "ru",
                "Меморандум о сотрудничестве между Перу и Чили по вопросам сохранения наследия",
                "сохранения наследия",
            ),
            ("ru", "Соглашение, заключённое между Перу и Чили о туризме", "туризме"),
            ("en", "Memorandum of Understanding and Cooperation between Peru and Chile", None),
            ("ru", "Меморандум о взаимопонимании и сотрудничестве между Перу и Чили", None),
            ("de", "Vertrag von Lima zwischen Peru und Chile über Handel", "Handel"),
            ("ru", "Протокол между Перу и Чили, касающийся сбора отходов", "сбора отходов"),
            ("ru", "Протокол между Перу и Чили по вопросам, относящимся к туризму", "туризму"),
            ("ru", "Протокол между Перу и Чили по поводу туризма", "туризма"),
            ("de", "Vertrag zwischen Peru und Chile, unterzeichnet auf der Messe in Lima", None),
            ("de", "Vertrag zwischen Peru und Chile, besiegelt zum Tourismus", "zum Tourismus"),
            (
                "de",
                "Vertrag zwischen Peru und Chile über Handel, unterzeichnet beim Stadtfest",
                "Handel",
            ),
            ("en", "Treaty between Peru and Chile, signed on the sidelines of a fair", None),
        ],
    )
    def test_what_is_no_subject_stays_out_of_it(self, lang, text, subject) -> None:
        assert bl.parse_title(text, lang).subject == subject

    @pytest.mark.parametrize(
        ("lang", "text", "sectors"),
        [
            ("de", "die Zusammenarbeit im Verteidigungssektor", ["defence"]),
            ("de", "die wissenschaftlich-wirtschaftliche Zusammenarbeit", ["science", "economy"]),
            ("de", "Öl- und Gaslieferungen", ["oil_gas"]),
            ("de", "Bankenaufsicht", ["banking"]),
            ("de", "den Informationsaustausch in Steuersachen", ["taxation"]),
            ("de", "den Informationsaustausch", ["media"]),
            ("de", "die Nutzung und Verwaltung des Küstenmeers", ["border"]),
            ("de", "den Bau des Hafens Hambantota", ["construction", "water_transport"]),
            ("de", "die Besteuerung von Unternehmungen der Luftfahrt", ["taxation"]),
            ("de", "die Beförderung von Gütern auf der Strasse", ["road"]),
            ("de", "Spiel- und Sportgeräte", ["sport"]),
            ("de", "Spielsektor", []),
            ("en", "building trust", []),
            ("en", "the double taxation of income of enterprises operating aircraft", ["taxation"]),
            ("en", "taxation and customs", ["taxation", "customs"]),
            ("en", "the construction of the port", ["construction", "water_transport"]),
            ("en", "the construction of a common house for all of the trade", ["trade"]),
            ("en", "the construction of confidence", []),
            ("en", "the Use of Shoalwater Bay Training Area", []),
            ("en", "vocational training areas", ["vocational"]),
            ("en", "training areas", ["education"]),
            ("en", "the field of building", ["construction"]),
            ("en", "building and trade", ["construction", "trade"]),
            ("en", "building", ["construction"]),
            ("en", "the building", ["construction"]),
            ("ru", "взаимном административном содействии в таможенных вопросах", ["customs"]),
            ("ru", "охране промышленной собственности", ["ip"]),
            ("ru", "закупке техники", []),
            ("ru", "избежании двойного налогообложения доходов от перевозок", ["taxation"]),
            ("ru", "сотрудничестве в области техники", ["technology"]),
            (
                "ru",
                "сотрудничестве в области науки, техники и спорта",
                ["science", "technology", "sport"],
            ),
        ],
    )
    def test_fields_are_found_in_compounds_and_common_words_only_in_lists(
        self, lang, text, sectors
    ) -> None:
        between, on = {
            "de": ("Abkommen zwischen Peru und Chile", "über"),
            "en": ("Agreement between Peru and Chile", "on"),
            "ru": ("Соглашение между Перу и Чили", "о"),
        }[lang]
        title = bl.parse_title(f"{between} {on} {text}", lang)
        assert [sector.code for sector in title.sectors] == sectors
        assert ("sectors" in title.uncertain) == (not sectors)


class TestPlaces:
    def test_the_place_in_brackets_with_the_date_is_no_subject_and_carries_no_mark(self) -> None:
        title = bl.parse_title(
            "Letter of intent on education (Minsk, 5 May 2020) between Peru and Chile", "en"
        )
        assert (title.subject, title.rest) == ("education", ("Minsk",))
        assert title.uncertain == frozenset()

    @pytest.mark.parametrize(
        ("lang", "text", "rest"),
        [
            ("ru", "о туризме, Кито, 29 июня 2012 г.", "Кито"),
            ("ru", "о туризме, г. Шамбери, 29 июня 2012 г.", "г. Шамбери"),
            ("ru", "о туризме. Нью-Йорк, 29 июня 2012 года", "Нью-Йорк"),
            ("ru", "о туризме от 29 июня 2012 года, г. Лима", "г. Лима"),
            ("ru", "о туризме (29.06.2012, Лима)", "Лима"),
            ("ru", "о туризме (подписано 29 июня 2012 г. в г. Лиме)", "в г. Лиме"),
            ("en", "on tourism, Lima, June 2012", "Lima"),
            ("de", "über Tourismus, Lima, 29. Juni 2012", "Lima"),
        ],
    )
    def test_the_place_beside_the_date_is_no_subject(self, lang, text, rest) -> None:
        words = {
            "de": "Abkommen zwischen Peru und Chile",
            "en": "Agreement between Peru and Chile",
            "ru": "Соглашение между Перу и Чили",
        }
        title = bl.parse_title(f"{words[lang]} {text}", lang)
        assert (title.subject or "").casefold() in ("туризме", "tourism", "tourismus")
        assert title.rest == (rest,)
        assert str(title.date).startswith("2012-06")
        assert not title.uncertain

    def test_where_something_was_signed_is_no_party(self) -> None:
        title = bl.parse_title("В Лиме подписан Меморандум о туризме между Перу и Чили", "ru")
        assert title.rest == ("В Лиме подписан",)
        assert not title.uncertain

    @pytest.mark.parametrize(
        ("subject", "sectors"),
        [
            ("поощрении и взаимной защите капиталовложений", ["investment"]),
            ("взаимной защите секретной информации", ["law_security"]),
            ("вечной дружбе", []),
        ],
    )
    def test_a_common_subject_has_the_sectors_of_its_usual_name(self, subject, sectors) -> None:
        title = bl.parse_title(f"Соглашение между Перу и Чили о {subject}", "ru")
        assert [sector.code for sector in title.sectors] == sectors
        assert not title.uncertain

    def test_a_programme_of_studies_in_a_subject_is_no_document(self) -> None:
        text = "Соглашение между Перу и Чили об образовательной программе"
        assert "subject" not in bl.parse_title(text, "ru").uncertain

    def test_what_is_no_place_stays_in_the_subject(self) -> None:
        text = "Abkommen zwischen Peru und Chile über Handel, Bildung, 29. Juni 2012"
        assert bl.parse_title(text, "de").subject == "Handel, Bildung"

    def test_a_subject_may_stand_before_the_parties_and_the_kind(self) -> None:
        title = bl.parse_title("О сотрудничестве между Перу и Чили (соглашение)", "ru")
        assert (title.kind, title.subject) == ("agreement", "сотрудничестве")
        assert len(title.parties) == 2

    def test_what_is_no_subject_there_is_left(self) -> None:
        text = "Unterzeichnung zwischen Peru und Chile: Abkommen über Handel"
        title = bl.parse_title(text, "de")
        assert (title.subject, title.rest) == ("Handel", ("Unterzeichnung",))


class TestOtherDocuments:
    @pytest.mark.parametrize(
        ("text", "is_certain"),
        [
            ("Programme on the implementation of the Agreement between Peru and Chile", True),
            (
                "Programme on the implementation of many good and useful parts in the Agreement "
                "between Peru and Chile",
                False,
            ),
        ],
    )
    def test_the_other_document_is_found_however_far_its_kind_stands(
        self, text: str, *, is_certain: bool
    ) -> None:
        title = bl.parse_title(text, "en")
        assert [one.kind for one in title.implements] == ["agreement"]
        assert ("implements" not in title.uncertain) == is_certain
        assert title.sides == title.implements[0].sides

    @pytest.mark.parametrize(
        "text",
        [
            "Programme on the implementation of the measures that Peru and Chile agreed on",
            "Programme on the implementation of projects between Peru and Chile on an agreement",
            "Programme on the implementation of some of the many things pursuant to good will",
        ],
    )
    def test_other_words_are_no_document(self, text: str) -> None:
        assert bl.parse_title(text, "en").implements == ()

    @pytest.mark.parametrize(
        ("text", "kinds"),
        [
            ("о реализации совместной образовательной программы", []),
            ("о реализации программы сотрудничества", ["programme"]),
            ("о мерах по реализации Программы", ["programme"]),
        ],
    )
    def test_a_programme_of_studies_is_no_document(self, text: str, kinds: list[str]) -> None:
        title = bl.parse_title(f"Соглашение {text} между Перу и Чили", "ru")
        assert [one.kind for one in title.implements] == kinds

    def test_what_replaces_another_document_says_so_in_any_form(self) -> None:
        text = "Соглашение между Перу и Чили о туризме, заменяющее Соглашение от 24 июля 1996 года"
        title = bl.parse_title(text, "ru")
        assert [str(one.date) for one in title.supersedes] == ["1996-07-24"]
        assert (title.subject, title.date) == ("туризме", None)

    def test_what_is_uncertain_of_the_other_document_is_so_of_this_one(self) -> None:
        text = "Протокол к Соглашению между Перу и Чили об обмене неслыханным"
        assert "sectors" in bl.parse_title(text, "ru").uncertain

    def test_what_is_fixed_by_another_document_carries_it_out(self) -> None:
        text = "Protokoll über Quoten nach dem Handelsabkommen zwischen Peru und Chile"
        assert [one.kind for one in bl.parse_title(text, "de").implements] == ["agreement"]
        text = "Abkommen zwischen Peru und Chile über Hilfe nach dem Krieg"
        assert bl.parse_title(text, "de").implements == ()

    def test_changes_and_additions_are_made_in_one_document(self) -> None:
        text = "Протокол о внесении изменений и дополнений в Договор между Перу и Чили о туризме"
        assert [one.kind for one in bl.parse_title(text, "ru").amends] == ["treaty"]

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("de", "Abkommen zwischen Peru und Chile zur Aufhebung des Abkommens über Handel"),
            ("en", "Agreement between Peru and Chile on the Termination of the Trade Agreement"),
            ("ru", "Протокол о прекращении действия Договора между Перу и Чили о торговле"),
        ],
    )
    def test_what_ends_another_document_is_not_about_what_that_was(self, lang, text) -> None:
        title = bl.parse_title(text, lang)
        assert [one.sectors[0].code for one in title.supersedes] == ["trade"]
        assert title.sectors == ()
        assert "supersedes" in title.uncertain
        assert len(title.sides) == 2

    def test_an_implementing_protocol_carries_out_what_it_is_to(self) -> None:
        title = bl.parse_title("Durchführungsprotokoll zum Abkommen zwischen Peru und Chile", "de")
        assert len(title.implements) == 1

    def test_what_stands_before_the_kind_of_the_other_document_belongs_to_it(self) -> None:
        title = bl.parse_title("Protocol to the Free Trade Agreement between Peru and Chile", "en")
        assert [sector.code for sector in title.amends[0].sectors] == ["trade"]
        assert title.uncertain == frozenset()

    def test_an_addition_to_what_is_no_protocol_is_marked(self) -> None:
        title = bl.parse_title("Memorandum to the Agreement between Peru and Chile", "en")
        assert "amends" in title.uncertain


class TestYears:
    @pytest.mark.parametrize(
        ("lang", "text", "period"),
        [
            ("de", "Arbeitsplan 2026 zwischen Peru und Chile", "2026"),
            ("en", "Action plan 2025 between Peru and Chile", "2025"),
            ("en", "Agreement of 1983 between Peru and Chile", None),
            ("ru", "Соглашение 1983 года между Перу и Чили", None),
            ("en", "Agreement 2030 Fund between Peru and Chile", None),
        ],
    )
    def test_a_year_right_after_the_kind_is_what_a_plan_covers(self, lang, text, period) -> None:
        found = bl.parse_title(text, lang).period
        assert (found and str(found)) == period


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Договор между Перу и Чили в области высшего и профессионального образования"),
        ("en", "Agreement between Peru and Chile on higher and vocational education"),
    ],
)
def test_adjectives_may_share_the_noun_of_their_fields(lang, text) -> None:
    found = bl.parse_title(text, lang).sectors
    assert [sector.code for sector in found] == ["higher_ed", "vocational"]


@pytest.mark.parametrize(
    ("subject", "sectors"),
    [
        ("дипломатическом и консульском представительстве", ["foreign_policy", "border"]),
        ("дипломатическом и консульском", ["border"]),
        ("правовом статусе военной базы", ["defence"]),
        ("правовом статусе Центра", []),
        ("сотрудничестве в правовой области и в сфере культуры", ["legal_aid", "culture"]),
        ("подготовке ветеринарных врачей", ["veterinary"]),
        ("подготовке врачей", ["health"]),
    ],
)
def test_some_words_tell_a_field_only_where_no_other_does(subject: str, sectors: list[str]) -> None:
    title = bl.parse_title(f"Соглашение о {subject} между Перу и Чили", "ru")
    assert [one.code for one in title.sectors] == sectors
    assert ("sectors" in title.uncertain) == (not sectors)


@pytest.mark.parametrize(
    ("text", "subject", "marks"),
    [
        ("Договор о проекте «А» и Эразмус+ между Перу и Чили", "проекте «А» и Эразмус+", set()),
        ("Договор б/н о торговле между Перу и Чили", "торговле", set()),
        ("Договор № б/н о торговле между Перу и Чили", "торговле", set()),
        (
            "Договор (рамочный) о торговле между Перу и Чили",
            "(рамочный) о торговле",
            {"subject"},
        ),
    ],
)
def test_signs_beside_a_subject_are_read_or_asked_about(text, subject, marks) -> None:
    title = bl.parse_title(text, "ru")
    assert (title.subject, title.uncertain & {"subject"}) == (subject, marks)


def test_only_a_plan_for_another_plan_may_have_the_period_of_that() -> None:
    of_memorandum = "План по реализации Меморандума между Перу и Чили на 2024–2026 годы"
    assert "period" not in bl.parse_title(of_memorandum, "ru").uncertain
    of_programme = "План по реализации Программы между Перу и Чили на 2024–2026 годы"
    assert "period" in bl.parse_title(of_programme, "ru").uncertain


@pytest.mark.parametrize(
    ("lang", "text", "sectors"),
    [
        ("en", "Technical Arrangement between Peru and Chile on trade", ["trade"]),
        ("en", "Agreement between Peru and Chile on technical cooperation", ["technology"]),
        (
            "en",
            "Economic and Technical Agreement between Peru and Chile",
            ["economy", "technology"],
        ),
        ("de", "Technische Vereinbarung zwischen Peru und Chile über Handel", ["trade"]),
        ("ru", "Техническое соглашение между Перу и Чили о торговле", ["trade"]),
    ],
)
def test_technical_alone_says_how_a_document_is(lang, text, sectors) -> None:
    assert [sector.code for sector in bl.parse_title(text, lang).sectors] == sectors


def test_a_partner_of_the_dossier_in_a_subject_names_no_field() -> None:
    partner = bl.Partner("alpha", "company", {"en": "Alpha"}, country="PE")
    dossier = bl.Dossier([bl.Agreement("a", "mou", [partner, bl.Partner.state("BY")])])
    title = bl.parse_title(
        "Agreement between Peru and Chile on Alpha and trade", "en", dossier=dossier
    )
    assert [one.code for one in title.sectors] == ["trade"]


@pytest.mark.parametrize(
    ("title", "lang", "sectors"),
    [
        ("Договор о гастролях балета «Лебединое озеро»", "ru", ["culture"]),
        ('Договор о прокате фильма "Лесные братья"', "ru", ["film"]),
        ("Договор о театре «Лес» и спорте", "ru", ["culture", "sport"]),
        ("Vertrag über das Theater „Wald“ und den Sport", "de", ["culture", "sport"]),
        ("Соглашение о проекте «Чистая вода»", "ru", ["water_supply"]),
    ],
)
def test_the_title_of_a_work_of_art_tells_no_sector(
    title: str, lang: str, sectors: list[str]
) -> None:
    assert [one.code for one in bl.parse_title(title, lang).sectors] == sectors


@pytest.mark.parametrize(
    ("title", "lang"),
    [
        ("Abkommen zwischen Österreich und der OSZE über den Amtssitz der OSZE", "de"),
        ("Agreement between Austria and the IAEA on the Headquarters of the IAEA in Vienna", "en"),
        ("Соглашение между Казахстаном и ОБСЕ о штаб-квартире ОБСЕ в Астане", "ru"),
        ("Abkommen zwischen Österreich und der UNIDO über den Amtssitz der UNIDO in Wien", "de"),
        (
            "Соглашение между Беларусью и Европейским союзом о штаб-квартире Европейского союза",
            "ru",
        ),
    ],
)
def test_a_party_named_again_in_the_subject_is_no_further_one(title: str, lang: str) -> None:
    assert bl.parse_title(title, lang).uncertain == frozenset()


def test_a_party_that_is_not_there_before_is_a_further_one() -> None:
    title = "Abkommen zwischen Österreich und der OSZE über den Amtssitz der UNIDO"
    assert bl.parse_title(title, "de").uncertain >= {"sides", "subject"}


@pytest.mark.parametrize(
    ("title", "uncertain"),
    [
        (
            "Abkommen zwischen der Republik Österreich und der Tschechischen Republik über die "
            "Eisenbahnverbindung Wien - Prag",
            set(),
        ),
        # Nobody knows what it is that is in a third state.
        (
            "Abkommen zwischen der Republik Österreich und der Tschechischen Republik über die "
            "Eisenbahnverbindung Wien - Kiew",
            {"sides", "subject"},
        ),
        (
            "Abkommen zwischen der Stadt Linz und der Stadt Brünn über die "
            "Eisenbahnverbindung nach Prag",
            {"sides", "subject"},
        ),
    ],
)
def test_places_in_the_subject_of_two_states_are_no_further_parties(
    title: str, uncertain: set[str]
) -> None:
    assert bl.parse_title(title, "de").uncertain == uncertain
