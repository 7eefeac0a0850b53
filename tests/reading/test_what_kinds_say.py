"""What is said of a kind beside its name, and the form of the title that must not change it."""

import pytest

import bilateral as bl


class TestTwinnings:
    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("Twinning agreement between Oxford and Bonn", "en"),
            ("Twinning agreement Oxford – Bonn", "en"),
            ("Twinning charter Oxford/Bonn", "en"),
            ("Agreement on twinning Oxford – Bonn", "en"),
            ("Sister City Agreement Oxford – Bonn", "en"),
            ("Sister city relationship Oxford – Bonn", "en"),
            ("Sister City Agreement Bonn – Oxford", "de"),
            ("Sister City Agreement zwischen Bonn und Oxford", "de"),
            ("Jumelage-Urkunde Bonn – Oxford", "de"),
            ("Побратимское соглашение Тверь – Оснабрюк", "ru"),
        ],
    )
    def test_a_twinning_is_one_in_every_form_of_title(self, text: str, lang: str) -> None:
        title = bl.parse_title(text, lang)
        assert (title.kind, title.uncertain) == ("twinning", frozenset())
        assert [party.country for party in title.parties] in (
            ["GB", "DE"],
            ["DE", "GB"],
            ["RU", "DE"],
        )

    def test_a_treaty_of_friendship_of_those_unknown_is_asked(self) -> None:
        title = bl.parse_title("Freundschaftsvertrag zwischen Foo und Bar", "de")
        assert "kind" in title.uncertain

    def test_what_begins_with_a_friendship_may_go_on(self) -> None:
        title = bl.parse_title("Agreement on the Friendship Bridge between Laos and Thailand", "en")
        assert title.kind == "agreement"


class TestMadeAnew:
    @pytest.mark.parametrize(
        ("text", "lang", "kind"),
        [
            ("Erneuerung der Vereinbarung", "de", "arrangement"),
            ("Zweite Neufassung der Vereinbarung", "de", "arrangement"),
            ("Renewal of the Memorandum of Understanding", "en", "mou"),
        ],
    )
    def test_what_is_made_anew_is_of_the_same_kind(self, text: str, lang: str, kind: str) -> None:
        between = {"de": "zwischen Peru und Chile", "en": "between Peru and Chile"}[lang]
        title = bl.parse_title(f"{text} {between}", lang)
        assert (title.kind, title.uncertain) == (kind, frozenset())

    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("Verlängerung der Vereinbarung zwischen Peru und Chile", "de"),
            ("Bericht über die Erneuerung der Vereinbarung zwischen Peru und Chile", "de"),
            ("Продление соглашения между Перу и Чили о торговле", "ru"),
        ],
    )
    def test_what_is_done_to_another_is_asked(self, text: str, lang: str) -> None:
        assert "kind" in bl.parse_title(text, lang).uncertain


class TestKindsOfOtherLanguages:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Joint Declaration of Intent (JDoI)", "declaration_of_intent"),
            ("Framework Agreement", "framework_agreement"),
        ],
    )
    def test_a_kind_in_another_language_stands_before_the_parties(
        self, text: str, kind: str
    ) -> None:
        title = bl.parse_title(f"{text} zwischen Peru und Chile zu Kultur", "de")
        assert (title.kind, title.subject, title.uncertain) == (kind, "zu Kultur", frozenset())

    def test_other_words_before_the_parties_are_none(self) -> None:
        title = bl.parse_title("Fulcrum Zwirbel zwischen Peru und Chile", "de")
        assert title.kind is None
        assert bl.parse_title("Агримент Zwirbel между Перу и Чили", "ru").kind is None


class TestTwoDocuments:
    @pytest.mark.parametrize(
        "text",
        [
            "Grenzvertrag Peru/Chile: Notenwechsel über den Grenzverlauf",
            "Kulturabkommen: Erklärung der Regierungen von Peru und Chile",
            "Kulturabkommen zwischen Peru und Chile, 3. Nachtrag",
            "Kulturabkommen zwischen Peru und Chile, Protokoll",
        ],
    )
    def test_of_two_it_is_asked_which_one_it_is(self, text: str) -> None:
        assert "kind" in bl.parse_title(text, "de").uncertain

    @pytest.mark.parametrize(
        "text",
        [
            "Vertrag Universität Bonn – Universität Minsk, Masterprogramm Chemie",
            "Kulturabkommen zwischen Peru und Chile, Abkommen über Museen",
            "Kulturabkommen zwischen Peru und Chile, 2",
        ],
    )
    def test_what_is_no_second_one_is_not_asked(self, text: str) -> None:
        assert "kind" not in bl.parse_title(text, "de").uncertain


class TestBesideTheKind:
    @pytest.mark.parametrize(
        ("text", "designation"),
        [
            ("Miet- und Wartungsvertrag", "Miet- und Wartungsvertrag"),
            ("Investitionsschutzvertrag (IFV)", "Investitionsschutzvertrag (IFV)"),
        ],
    )
    def test_halves_and_abbreviations_belong_to_its_name(self, text: str, designation: str) -> None:
        title = bl.parse_title(f"{text} Peru/Chile", "de")
        assert (title.designation, title.rest) == (designation, ())
        assert title.uncertain == frozenset()

    def test_a_state_in_brackets_is_a_party(self) -> None:
        title = bl.parse_title("Kulturabkommen (DDR) – Polen", "de")
        assert [party.country for party in title.parties] == ["DD", "PL"]

    def test_letters_set_apart_are_closed_up(self) -> None:
        title = bl.parse_title(
            "G e m e i n s a m e E r k l ä r u n g zwischen Peru und Chile über Kultur", "de"
        )
        assert (title.kind, title.uncertain) == ("joint_declaration", frozenset())

    @pytest.mark.parametrize("arrow", ["↔", "<->", "⇄"])
    def test_arrows_join_parties(self, arrow: str) -> None:
        title = bl.parse_title(f"Stadt Bonn {arrow} Stadt Minsk: Vereinbarung über Kultur", "de")
        assert [party.text for party in title.parties] == ["Stadt Bonn", "Stadt Minsk"]

    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("Memorandum zwischen Peru und Chile – 40 Jahre Partnerschaft", "de"),
            ("Memorandum between Peru and Chile – 40 years of friendship", "en"),
            ("Меморандум между Перу и Чили – 40 лет дружбы", "ru"),
        ],
    )
    def test_how_long_something_has_been_is_no_duration(self, text: str, lang: str) -> None:
        assert bl.parse_title(text, lang).duration is None

    def test_compounds_of_attachments_are_no_subject(self) -> None:
        title = bl.parse_title(
            "Abkommen zwischen Peru und Chile über Kultur, nebst Kontingentprotokoll 2021", "de"
        )
        assert (title.subject, title.rest) == ("Kultur", ("nebst Kontingentprotokoll 2021",))


class TestPartiesBesideTheKind:
    @pytest.mark.parametrize(
        ("text", "parties", "subject"),
        [
            (
                "Projektabkommen „Berufsbildung am Fluss“, Peru und Chile",
                ["Peru", "Chile"],
                "Berufsbildung am Fluss",
            ),
            ("Vertrag „Lukoil“ und Universität Bonn", ["Lukoil", "Universität Bonn"], None),
            ("Abkommen „X“", [], "X"),
            ("Abkommen „", [], None),
        ],
    )
    def test_a_quoted_title_stands_before_the_parties(
        self, text: str, parties: list[str], subject: str | None
    ) -> None:
        title = bl.parse_title(text, "de")
        assert ([party.text for party in title.parties], title.subject) == (parties, subject)

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("Schüleraustausch Gymnasium Bonn und Lyzeum Lyon: Vereinbarung", "Gymnasium Bonn"),
            ("Klimapartnerschaft Stadt Bonn – Stadt Minsk, MoU", "Stadt Bonn"),
        ],
    )
    def test_what_they_have_together_is_no_part_of_a_name(self, text: str, first: str) -> None:
        title = bl.parse_title(text, "de")
        assert (len(title.parties), title.parties[0].text) == (2, first)

    def test_the_country_of_the_second_is_no_party(self) -> None:
        title = bl.parse_title("Freundschaftsvertrag Landkreis Uelzen – Kreis Pisz, Polen", "de")
        assert [party.text for party in title.parties] == ["Landkreis Uelzen", "Kreis Pisz, Polen"]
        assert title.uncertain == frozenset()

    def test_a_course_of_studies_is_no_part_of_a_university(self) -> None:
        title = bl.parse_title(
            "Abkommen Hochschule Wismar / Universität Bergen, Studiengang Chemie", "de"
        )
        assert title.parties[1].text == "Universität Bergen"
        assert title.subject == "Studiengang Chemie"

    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("Liefervertrag Stadtwerke Bonn eG mit der Stadt Minsk", "Stadtwerke Bonn eG"),
            ("Rahmenvertrag (RV) Universität Bonn mit der Universität Minsk", "Universität Bonn"),
            (
                "Vereinbarung des Bundesministeriums für Gesundheit mit der Regierung von Peru",
                "Bundesministeriums für Gesundheit",
            ),
        ],
    )
    def test_the_first_one_has_a_document_with_another(self, text: str, first: str) -> None:
        assert bl.parse_title(text, "de").parties[0].text == first

    def test_states_may_agree_on_what_is_between_places(self) -> None:
        title = bl.parse_title(
            "Abkommen zwischen Peru und Chile über die Strecke zwischen den Bahnhöfen A und B", "de"
        )
        assert "sides" not in title.uncertain


@pytest.mark.parametrize(
    ("parties", "kind"),
    [("Peru and Chile", "treaty"), ("the City of Bonn and the City of Caen", "friendship")],
)
def test_a_pact_of_friendship_is_a_treaty_of_states_alone(parties: str, kind: str) -> None:
    title = bl.parse_title(f"Pact of Friendship between {parties}", "en")
    assert title.kind is not None
    assert (title.kind.value, title.uncertain) == (kind, frozenset())
