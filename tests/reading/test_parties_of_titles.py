"""The parties of a title, and their countries."""

from __future__ import annotations

import pytest

import bilateral as bl
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.segmentation import PartySplitter
from bilateral.reading.words import Text


class TestParties:
    def test_one_title_is_read_with_all_its_fields(self) -> None:
        title = bl.parse_title(
            "подписана межправительственная Программа экономического сотрудничества между "
            "Правительством Республики Беларусь и Правительством Республики Казахстан "
            "на 2026–2028 годы от 5 ноября 2025 года",
            "ru",
        )
        assert title.kind is bl.AgreementKind.PROGRAMME
        assert title.designation == "Программа"
        assert title.level is bl.Level.INTERGOVERNMENTAL
        assert [party.partner.id for party in title.parties] == ["by-government", "kz-government"]
        assert {party.case for party in title.parties} == {"ins"}
        assert [sector.code for sector in title.sectors] == ["economy"]
        assert title.subject == "экономического сотрудничества"
        assert title.period == bl.Period("2026/2028")
        assert title.date == bl.PartialDate("2025-11-05")
        assert title.rest == ("подписана межправительственная",)
        assert title.uncertain == frozenset()

    def test_a_head_in_the_plural_is_shared_by_both_parties(self) -> None:
        texts = {
            "ru": "Соглашение между министерствами культуры Беларуси и Азербайджана",
            "en": "Agreement between the Ministries of Culture of Belarus and Azerbaijan",
            "de": "Abkommen zwischen den Kulturministerien von Belarus und Aserbaidschan",
        }
        for lang, text in texts.items():
            one, other = bl.parse_title(text, lang).parties
            assert one.kind is other.kind is bl.PartnerKind.MINISTRY
            assert (one.country, other.country) == ("BY", "AZ")
            assert one.head == other.head
            assert one.case == "gen"

    def test_what_is_not_known_stays_as_written(self) -> None:
        _, other = bl.parse_title("Договор между Минском и Невидимским университетом", "ru").parties
        assert other.text == "Невидимским университетом"
        assert (other.partner, other.country, other.case) == (None, None, "ins")
        assert other.kind is bl.PartnerKind.UNIVERSITY

    @pytest.mark.parametrize(
        ("lang", "text", "countries"),
        [
            ("en", "Treaty between the German Democratic Republic and Poland", ["DD", "PL"]),
            (
                "en",
                "Treaty between the Government of the German Democratic Republic and Poland",
                ["DD", "PL"],
            ),
            ("en", "Treaty between the U.S.S.R. and the U.K.", ["SU", "GB"]),
            ("en", "Treaty between the U.S. and the U.S.S.R.", ["US", "SU"]),
            ("en", "Treaty between Serbia and Montenegro and Austria", ["CSXX", "AT"]),
            ("en", "Treaty between Serbia and Austria", ["RS", "AT"]),
            ("en", "Treaty between the Netherlands Antilles and Austria", ["AN", "AT"]),
            ("en", "Treaty between the Republic of Vietnam and Austria", [None, "AT"]),
            ("en", "Treaty between Vietnam and Austria", ["VN", "AT"]),
            ("en", "Treaty between the Hungarian Soviet Republic and Austria", [None, "AT"]),
            ("en", "Treaty between the Kingdom of Sardinia and Austria", [None, "AT"]),
            ("de", "Vertrag zwischen dem Königreich Bayern und Belgien", [None, "BE"]),
            ("en", "Agreement between Kosovo and Austria", ["XK", "AT"]),
            ("en", "Agreement between Hanover and Minsk", ["DE", "BY"]),
            ("en", "Treaty between the Virgin Islands (U.S.) and Austria", ["VI", "AT"]),
            ("de", "Vertrag zwischen der DDR und Polen", ["DD", "PL"]),
            (
                "de",
                "Vertrag zwischen der Deutschen Demokratischen Republik und Polen",
                ["DD", "PL"],
            ),
            ("ru", "Соглашение между СССР и КНР", ["SU", "CN"]),
            ("ru", "Соглашение между Чехословакией и Польшей", ["CSHH", "PL"]),
            ("ru", "Соглашение между Самарой и Минском", ["RU", "BY"]),
            ("ru", "Соглашение между городом Самара и городом Минск", ["RU", "BY"]),
            ("ru", "Соглашение между Белорусской ССР и Польшей", ["BYAA", "PL"]),
            ("ru", "Соглашение между Белоруссией и Россией", ["BY", "RU"]),
        ],
    )
    def test_no_other_country_is_read_into_a_name(
        self, lang: str, text: str, countries: list[str | None]
    ) -> None:
        title = bl.parse_title(text, lang)
        assert [party.country for party in title.parties] == countries
        for party in title.parties:
            assert (party.partner is None) == (party.country is None)

    def test_what_a_state_calls_itself_is_no_other_state(self) -> None:
        title = bl.parse_title("Treaty between the United States of Brazil and Poland", "en")
        assert [party.country for party in title.parties] == ["BR", "PL"]
        title = bl.parse_title("Treaty between the United States and Brazil", "en")
        assert [party.country for party in title.parties] == ["US", "BR"]

    def test_the_country_of_a_body_is_where_it_is(self) -> None:
        title = bl.parse_title(
            "Agreement between the American Chamber of Commerce in Kazakhstan and the "
            "Österreichische Bundesregierung",
            "en",
        )
        assert title.parties[0].country == "KZ"
        title = bl.parse_title("Abkommen zwischen der Österreichischen Bundesregierung und X", "de")
        assert title.parties[0].country == "AT"

    def test_an_adjective_before_a_state_that_begins_anew_is_a_country(self) -> None:
        title = bl.parse_title(
            "Agreement between the Danish Embassy to the Kingdom of Nowhere and Poland", "en"
        )
        assert [party.country for party in title.parties] == ["DK", "PL"]

    def test_what_is_not_certain_is_a_candidate(self) -> None:
        first, _ = bl.parse_title("Соглашение между Волынские область и Минском", "ru").parties
        assert (first.partner, first.country) == (None, "UA")
        assert [one.code for one in first.candidates] == ["UA-07"]

    def test_ambiguous_parties_are_marked(self) -> None:
        title = bl.parse_title(
            "Agreement between Georgia and the Minsk City Executive Committee", "en"
        )
        first, _ = title.parties
        assert len(first.candidates) > 1
        assert "sides" in title.uncertain

    def test_of_several_meanings_that_of_like_kind_is_taken(self) -> None:
        title = bl.parse_title("Treaty between Georgia and Ukraine", "en")
        assert [party.country for party in title.parties] == ["GE", "UA"]
        assert "sides" in title.uncertain

    def test_several_parties_of_one_country_are_one_side(self) -> None:
        title = bl.parse_title(
            "Memorandum between the Ministry of Culture of Belarus, the Ministry of Education of "
            "Belarus and the Ministry of Culture of Azerbaijan",
            "en",
        )
        assert [len(side) for side in title.sides] == [2, 1]
        assert "sides" not in title.uncertain

    def test_parts_of_a_treaty_are_its_sides(self) -> None:
        title = bl.parse_title(
            "Соглашение между Беларусью и Россией, с одной стороны, и Китаем, с другой стороны, "
            "о транзите",
            "ru",
        )
        assert [[party.country for party in side] for side in title.sides] == [["BY", "RU"], ["CN"]]
        assert title.subject == "транзите"

    def test_a_country_in_brackets_belongs_to_its_party(self) -> None:
        title = bl.parse_title(
            "Соглашение между Витебским районом (Беларусь) и Псковским районом (Россия) о спорте",
            "ru",
        )
        assert [party.text for party in title.parties] == [
            "Витебским районом (Беларусь)",
            "Псковским районом (Россия)",
        ]
        assert [party.country for party in title.parties] == ["BY", "RU"]
        title = bl.parse_title("Соглашение между Беларусью и Россией (проект)", "ru")
        assert title.rest == ("проект",)
        title = bl.parse_title("Соглашение между Беларусью и Россией (Китай и другие)", "ru")
        assert title.parties[1].text == "Россией"

    def test_a_country_after_a_comma_belongs_to_its_party(self) -> None:
        title = bl.parse_title(
            "Agreement between the City of Minsk, Republic of Belarus, "
            "and the City of Bonn, Germany",
            "en",
        )
        assert [party.text for party in title.parties] == [
            "City of Minsk, Republic of Belarus",
            "City of Bonn, Germany",
        ]
        assert title.parties[0].partner == bl.Partner.subdivision("BY-HM")
        assert title.parties[1].country == "DE"

    def test_the_country_behind_a_name_decides(self) -> None:
        title = bl.parse_title("Agreement between Georgia (United States) and Poland", "en")
        assert title.parties[0].partner == bl.Partner.subdivision("US-GA")

    def test_a_city_is_not_its_province(self) -> None:
        title = bl.parse_title(
            "Declaration between the City of Kyoto and the Region of Kyoto", "en"
        )
        city, region = title.parties
        assert city.partner == bl.Partner.city("jp-kyoto")
        assert region.partner == bl.Partner.subdivision("JP-26")

    @pytest.mark.parametrize(
        ("text", "lang"),
        [
            ("a, an", "en"),
            ("Agreement between the, the", "en"),
            ("Abkommen zwischen der und der Republik Belarus", "de"),
            ("Memorandum and the", "en"),
            ("Memorandum (sides: A; )", "en"),
        ],
    )
    def test_articles_alone_are_no_party(self, text: str, lang: str) -> None:
        sides = bl.parse_title(text, lang).sides
        assert all(party.text for side in sides for party in side)
        assert all(sides)

    def test_a_country_after_what_joins_may_belong_before_it(self) -> None:
        text = "Protocol between Federation and Minsk Ministry and and Astana, Kazakhstan"
        title = bl.parse_title(text, "en")
        assert title.parties[-1].text == "Astana, Kazakhstan"
        assert "sides" in title.uncertain

    @pytest.mark.parametrize(
        ("text", "lang", "partners"),
        [
            ("Chicago, Illinois, USA and Warsaw, Poland", "en", ["us-chicago", "pl-warsaw"]),
            ("Warsaw, Poland and Chicago, Illinois, USA", "en", ["pl-warsaw", "us-chicago"]),
            ("Tbilisi, Georgia and Atlanta, Georgia, USA", "en", ["ge-tb", "us-atlanta"]),
            ("Leipzig, Sachsen, Deutschland und Lyon, Frankreich", "de", ["de-leipzig", "fr-lyon"]),
            ("городами Минск, Беларусь и Лион, Франция", "ru", ["by-hm", "fr-lyon"]),
        ],
    )
    def test_commas_lead_to_where_a_town_is(
        self, text: str, lang: str, partners: list[str]
    ) -> None:
        between = {"de": "zwischen", "en": "between", "ru": "между"}[lang]
        title = bl.parse_title(f"Memorandum {between} {text}", lang)
        assert [party.partner and party.partner.id for party in title.parties] == partners

    @pytest.mark.parametrize(
        ("text", "lang", "kinds"),
        [
            ("between the Government of Tokyo and the Government of Quebec", "en",
             ["regional_executive", "regional_executive"]),
            ("между Правительством Пусана и Правительством Кении", "ru",
             ["city_executive", "government"]),
        ],
    )  # fmt: skip
    def test_the_government_of_a_place_is_its_executive(
        self, text: str, lang: str, kinds: list[str]
    ) -> None:
        parties = bl.parse_title(f"Memorandum {text}", lang).parties
        assert [party.kind for party in parties] == kinds

    def test_a_town_in_no_table_is_where_the_commas_lead(self) -> None:
        text = "Twinning between Smallville, Kansas, United States and Lviv, Ukraine"
        small, _ = bl.parse_title(text, "en").parties
        assert (small.text, small.country) == ("Smallville, Kansas, United States", "US")
        assert small.kind is None

    def test_an_empty_party_does_not_hide_the_other_one(self) -> None:
        title = bl.parse_title("Abkommen zwischen einerseits und andererseits Polen", "de")
        assert title.parties[-1].country == "PL"
        title = bl.parse_title("Agreement between the and China", "en")
        assert "sides" in title.uncertain


class TestCutter:
    def test_known_words_inside_names_join_nothing(self) -> None:
        text = Text("Trinidad and Tobago and Bosnia and Herzegovina", "en")
        split = PartySplitter(PlacedNames(text, None)).split(0, len(text.words), "nom")
        assert split is not None
        assert split.pieces == ((0, 3), (4, 7))


@pytest.mark.parametrize(
    ("text", "lang", "second"),
    [
        ("Vertrag zwischen Lwiw und Freiburg i. Br.", "de", "Freiburg i. Br."),
        ("Vertrag zwischen Lwiw und dem Verein Nord e. V.", "de", "Verein Nord e. V."),
        ("Vertrag zwischen Lwiw und Freiburg i. Br. über Kultur", "de", "Freiburg i. Br."),
        ("Vertrag zwischen Lwiw und Bonn.", "de", "Bonn"),
        ("Agreement between Lviv and Acme Inc. on trade", "en", "Acme Inc."),
        ("Соглашение между Минском и Омском.", "ru", "Омском"),
    ],
)
def test_the_point_of_an_abbreviation_belongs_to_the_name_and_that_of_a_sentence_does_not(
    text: str, lang: str, second: str
) -> None:
    _, (party,) = bl.parse_title(text, lang).sides
    assert party.text == second


def test_what_is_cut_out_of_a_party_leaves_no_mark_in_its_name() -> None:
    title = bl.parse_title("Agreement by Minute No. 218 of the Boundary Commission and Peru", "en")
    assert all("\x00" not in party.text for party in title.parties)
    assert "sides" in title.uncertain


@pytest.mark.parametrize(
    ("lang", "title", "countries"),
    [
        (
            "en",
            "Agreement between the Government of Peru, the Government of Chile, the Government of "
            "Ecuador and the Government of Bolivia on trade",
            ["PE", "CL", "EC", "BO"],
        ),
        ("en", "Agreement between Peru, Chile, Ecuador, Bolivia and Brazil on trade", None),
        ("de", "Abkommen zwischen Peru, Chile, Ecuador und Bolivien über Handel", None),
        # There it was signed.
        ("en", "Agreement between Peru and Chile on trade and culture, Luxembourg", ["PE", "CL"]),
        ("en", "Agreement between Peru, Chile and Bolivia, Luxembourg", ["PE", "CL", "BO"]),
    ],
)
def test_the_states_in_a_list_are_all_parties(
    lang: str, title: str, countries: list[str] | None
) -> None:
    found = bl.parse_title(title, lang)
    told = [party.country for party in found.parties]
    assert told == (countries or ["PE", "CL", "EC", "BO", "BR"][: len(told)])
    assert len(told) == len(countries or told[:5])
    assert "trade" in (found.subject or "trade") or "Handel" in (found.subject or "")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Joint Declaration of Cyprus, on the one side, and Malta, on the other, on trade"),
        (
            "de",
            "Pakt Zyperns auf der einen Seite und Maltas auf der anderen Seite über Handel",
        ),
    ],
)
def test_what_is_on_the_one_side_and_on_the_other_is_said_in_all_ways(
    lang: bl.Lang, text: str
) -> None:
    title = bl.parse_title(text, lang)
    assert [[party.country for party in side] for side in title.sides] == [["CY"], ["MT"]]
    assert [one.code for one in title.sectors] == ["trade"]
