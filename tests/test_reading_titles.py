"""From a title back to what it says: real titles, and the law that what is written is read."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import reference
from bilateral.reading.known_names import Survey
from bilateral.reading.segmentation import Cutter
from bilateral.reading.words import Text

LANGS = ("de", "en", "ru")
PARTY = re.compile(r"\{([12])(\w\w|\?\?):([^}]*)\}")
OTHER_DOCUMENTS = ("amends", "implements", "supersedes")


def corpus() -> list[tuple[str, ...]]:
    cases = []
    for lang in LANGS:
        path = Path(__file__).parent / "data" / f"titles_{lang}.tsv"
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        cases += [(lang, *line.split("\t")) for line in lines[1:]]
    return cases


def others(title: bl.ParsedTitle) -> list[bl.ParsedTitle]:
    return [other for name in OTHER_DOCUMENTS for other in getattr(title, name)]


@pytest.mark.parametrize(("lang", "kind", "sectors", "period", "other", "marked"), corpus())
def test_real_titles(lang, kind, sectors, period, other, marked) -> None:
    title = bl.parse_title(PARTY.sub(r"\3", marked), lang)
    assert title.kind == kind
    expected = [
        (int(side), None if country == "??" else country, text)
        for side, country, text in PARTY.findall(marked)
    ]
    found = [
        (number, party.country, party.text)
        for number, side in enumerate(title.sides, 1)
        for party in side
    ]
    if len(found) == 1:
        assert [one[1:] for one in found] == [one[1:] for one in expected]
    else:
        assert found == [
            (side, country, text.removeprefix("the ")) for side, country, text in expected
        ]
    assert set(sectors.split()) <= {sector.code for sector in title.sectors}
    if period:
        assert str(title.period) == period
    assert [one.kind for one in others(title)] == ([other] if other else [])


OUR_PERIODS = [
    *["../2025-11-05", "2027-01/..", "2026-33/2026-36", "2026/", "/2028", "2026-41/"],
    *["2026-06-XX", "2026-XX", "2026-XX-XX/2028", "202X", "202X/", "199X/200X", "../202X"],
    *["2026~", "2026?", "2026%", "2026-05~/2028", "2026~/202X", "2026-25", "2026-10-1X/2027"],
    *["2026-38~/2027-30%", "2026-22"],
]


class TestFields:
    def test_one_title_whole(self) -> None:
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

    def test_shared_heads(self) -> None:
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
        _, other = bl.parse_title(
            "Договор между Минском и Зелена-Гурским университетом", "ru"
        ).parties
        assert other.text == "Зелена-Гурским университетом"
        assert (other.partner, other.country, other.case) == (None, None, "ins")
        assert other.kind is bl.PartnerKind.UNIVERSITY

    @pytest.mark.parametrize(
        ("lang", "text", "countries"),
        [
            ("en", "Treaty between the German Democratic Republic and Poland", [None, "PL"]),
            (
                "en",
                "Treaty between the Government of the German Democratic Republic and Poland",
                [None, "PL"],
            ),
            ("en", "Treaty between the U.S.S.R. and the U.K.", [None, "GB"]),
            ("en", "Treaty between the U.S. and the U.S.S.R.", ["US", None]),
            ("en", "Treaty between Serbia and Montenegro and Austria", [None, "AT"]),
            ("en", "Treaty between Serbia and Austria", ["RS", "AT"]),
            ("en", "Treaty between the Netherlands Antilles and Austria", [None, "AT"]),
            ("en", "Treaty between the Republic of Vietnam and Austria", [None, "AT"]),
            ("en", "Treaty between Vietnam and Austria", ["VN", "AT"]),
            ("en", "Treaty between the Hungarian Soviet Republic and Austria", [None, "AT"]),
            ("en", "Treaty between the Kingdom of Sardinia and Austria", [None, "AT"]),
            ("de", "Vertrag zwischen dem Königreich Bayern und Belgien", [None, "BE"]),
            ("en", "Agreement between Kosovo and Austria", [None, "AT"]),
            ("en", "Agreement between Hanover and Minsk", [None, "BY"]),
            ("en", "Treaty between the Virgin Islands (U.S.) and Austria", ["VI", "AT"]),
            ("de", "Vertrag zwischen der DDR und Polen", [None, "PL"]),
            (
                "de",
                "Vertrag zwischen der Deutschen Demokratischen Republik und Polen",
                [None, "PL"],
            ),
            ("ru", "Соглашение между СССР и КНР", [None, "CN"]),
            ("ru", "Соглашение между Чехословакией и Польшей", [None, "PL"]),
            ("ru", "Соглашение между Самарой и Минском", [None, "BY"]),
            ("ru", "Соглашение между городом Самара и городом Минск", [None, "BY"]),
            ("ru", "Соглашение между Белорусской ССР и Польшей", [None, "PL"]),
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
        first, _ = bl.parse_title("Соглашение между Волынской областью и Минском", "ru").parties
        assert (first.partner, first.country) == (None, "UA")
        assert [one.code for one in first.candidates] == ["UA-07"]

    def test_ambiguous_parties_are_marked(self) -> None:
        title = bl.parse_title(
            "Agreement between Georgia and the Minsk City Executive Committee", "en"
        )
        first, _ = title.parties
        assert len(first.candidates) > 1
        assert "sides" in title.uncertain

    def test_the_meaning_of_like_kind(self) -> None:
        title = bl.parse_title("Treaty between Georgia and Ukraine", "en")
        assert [party.country for party in title.parties] == ["GE", "UA"]
        assert "sides" in title.uncertain

    def test_several_on_a_side(self) -> None:
        title = bl.parse_title(
            "Memorandum between the Ministry of Culture of Belarus, the Ministry of Education of "
            "Belarus and the Ministry of Culture of Azerbaijan",
            "en",
        )
        assert [len(side) for side in title.sides] == [2, 1]
        assert "sides" not in title.uncertain

    def test_parts(self) -> None:
        title = bl.parse_title(
            "Соглашение между Беларусью и Россией, с одной стороны, и Китаем, с другой стороны, "
            "о транзите",
            "ru",
        )
        assert [[party.country for party in side] for side in title.sides] == [["BY", "RU"], ["CN"]]
        assert title.subject == "транзите"

    @pytest.mark.parametrize(
        ("lang", "text", "duration"),
        [
            ("ru", "Соглашение между Беларусью и Китаем сроком на пять лет", "P5Y"),
            ("en", "Agreement between Belarus and China for a period of five years", "P5Y"),
            ("de", "Abkommen zwischen Belarus und China für zwei Jahre", "P2Y"),
        ],
    )
    def test_length_of_time(self, lang: str, text: str, duration: str) -> None:
        title = bl.parse_title(text, lang)
        assert str(title.duration) == duration
        assert len(title.parties) == 2

    def test_without_end(self) -> None:
        title = bl.parse_title("Abkommen zwischen Belarus und China auf unbestimmte Zeit", "de")
        assert title.is_indefinite
        assert title.duration is None

    def test_signature(self) -> None:
        title = bl.parse_title(
            "Agreement between Belarus and China on trade, done at Minsk on 5 May 2015", "en"
        )
        assert title.date == bl.PartialDate("2015-05-05")
        assert title.rest == ("done at Minsk",)

    @pytest.mark.parametrize(
        ("text", "rest"),
        [
            ("Agreement between Belarus and China dated 5 May 2015", ()),
            ("Agreement between Belarus and China, 5 May 2015", ()),
            ("Agreement between Belarus and China signed 5 May 2015", ()),
            ("Agreement between Belarus and China signed (Minsk) on 5 May 2015", ()),
        ],
    )
    def test_dates(self, text: str, rest: tuple[str, ...]) -> None:
        title = bl.parse_title(text, "en")
        assert title.date == bl.PartialDate("2015-05-05")
        assert title.rest == rest

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    @pytest.mark.parametrize("text", OUR_PERIODS)
    def test_the_period_of_a_title_of_ours(self, text: str, lang: str) -> None:
        sides = bl.Partner.state("BY"), bl.Partner.state("KZ")
        agreement = bl.Agreement("a", "agreement", sides, sectors=["trade"], period=text)
        timeless = attrs.evolve(agreement, period=None)
        title = bl.parse_title(agreement.title(lang), lang)
        assert str(title.period) == text
        assert title.subject == bl.parse_title(timeless.title(lang), lang).subject
        assert not title.uncertain

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("de", "Vertrag vom 5. Mai 2015 (ungefähr) zwischen Polen und Belarus über Handel"),
            ("en", "Treaty of 5 May 2015 (approx.) between Poland and Belarus on trade"),
            ("ru", "Договор от 5 мая 2015 года (прибл.) между Польшей и Беларусью о торговле"),
        ],
    )
    def test_a_date_keeps_its_mark(self, lang: str, text: str) -> None:
        title = bl.parse_title(text, lang)
        assert str(title.date) == "2015-05-05~"
        assert title.subject in ("Handel", "trade", "торговле")

    def test_a_mark_without_words(self) -> None:
        text = "Programme of Cooperation between Belarus and China for 2026 (?)"
        assert str(bl.parse_title(text, "en").period) == "2026?"

    @pytest.mark.parametrize(
        ("period", "found"), [("12 March 2025", "2025-03-12"), ("autumn (northern)", None)]
    )
    def test_a_labelled_period_is_read_as_a_whole(self, period: str, found: str | None) -> None:
        title = bl.parse_title(f"Memorandum (sides: A; B; period: {period})", "en")
        assert (title.period and str(title.period)) == found
        assert title.rest == (() if found else (period,))

    def test_a_period_that_cannot_be_read_is_told(self) -> None:
        text = "Agreement between Belarus and China on trade from May 2028 until May 2026"
        title = bl.parse_title(text, "en")
        assert "period" in title.uncertain

    def test_a_number_in_a_name_is_no_period(self) -> None:
        title = bl.parse_title("Agreement between Belarus and China on the Agenda 2030", "en")
        assert title.period is None
        assert title.subject == "the Agenda 2030"

    def test_a_date_with_two_readings_is_none(self) -> None:
        title = bl.parse_title("Agreement between Belarus and China of 05/06/2015", "en")
        assert title.date is None
        assert "period" in title.uncertain

    def test_a_second_date_stays_where_it_is(self) -> None:
        title = bl.parse_title(
            "Соглашение от 5 мая 2015 года между Беларусью и Китаем о программе на 2016 год, "
            "принятой на 2017 год",
            "ru",
        )
        assert title.date == bl.PartialDate("2015-05-05")
        assert "2017" in str(title.subject)

    def test_a_second_period_stays_where_it_is(self) -> None:
        title = bl.parse_title(
            "Agreement between Belarus and China for 2026–2028 on the plan from 2020 to 2021", "en"
        )
        assert title.period == bl.Period("2026/2028")
        assert title.subject == "the plan from 2020 to 2021"

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Vertrag zwischen der ACME GmbH und der Foo AG", bl.AgreementKind.CONTRACT),
            ("Staatsvertrag zwischen der ACME GmbH und der Foo AG", bl.AgreementKind.TREATY),
            ("Vertrag zwischen Deutschland und Polen", bl.AgreementKind.TREATY),
        ],
    )
    def test_companies_make_contracts(self, text: str, kind: bl.AgreementKind) -> None:
        assert bl.parse_title(text, "de").kind is kind

    def test_words_for_several_kinds(self) -> None:
        title = bl.parse_title("Пакт между Беларусью и Китаем", "ru")
        assert (title.kind, title.designation) == (None, None)
        assert "kind" in title.uncertain
        assert title.subject == "Пакт"

    def test_the_other_document(self) -> None:
        title = bl.parse_title(
            "План мероприятий по реализации Программы сотрудничества между Беларусью и Китаем "
            "на 2021–2025 годы",
            "ru",
        )
        (programme,) = title.implements
        assert programme.period == bl.Period("2021/2025")
        assert title.period is None
        assert title.sides == programme.sides
        assert {"sides", "period"} <= title.uncertain

    def test_what_replaces(self) -> None:
        title = bl.parse_title("Договор взамен Соглашения от 5 мая 2015 года", "ru")
        assert title.supersedes[0].date == bl.PartialDate("2015-05-05")

    def test_a_relation_without_a_document(self) -> None:
        title = bl.parse_title("Agreement between Belarus and China implementing peace", "en")
        assert title.implements == ()

    def test_only_the_other_party(self) -> None:
        title = bl.parse_title("Abkommen mit der Republik Kasachstan über den Luftverkehr", "de")
        assert [[party.country for party in side] for side in title.sides] == [["KZ"]]
        assert bl.parse_title("Abkommen mit sofortiger Wirkung", "de").sides == ()
        title = bl.parse_title("Abkommen mit sofortiger Wirkung mit Polen", "de")
        assert [party.country for party in title.parties] == ["PL"]

    def test_no_parties(self) -> None:
        title = bl.parse_title("Memorandum über die Zusammenarbeit", "de")
        assert (title.sides, title.subject) == ((), "die Zusammenarbeit")
        assert bl.parse_title("Agreement between Belarus and China on", "en").subject is None

    def test_three_states_make_no_two_sides(self) -> None:
        title = bl.parse_title("Abkommen zwischen Österreich, Polen und Ungarn", "de")
        assert [party.country for party in title.parties] == ["AT", "PL", "HU"]
        assert "sides" in title.uncertain

    def test_a_country_in_brackets(self) -> None:
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
        assert title.subject == "проект"
        title = bl.parse_title("Соглашение между Беларусью и Россией (Китай и другие)", "ru")
        assert title.parties[1].text == "Россией"

    def test_a_country_after_a_comma(self) -> None:
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
        assert (city.partner, city.country, city.kind) == (None, "JP", bl.PartnerKind.CITY)
        assert region.partner == bl.Partner.subdivision("JP-26")

    def test_only_a_part_of_a_kind(self) -> None:
        title = bl.parse_title("Freundschafts- und Handelsabkommen zwischen Polen und China", "de")
        assert title.kind is bl.AgreementKind.AGREEMENT
        assert title.sectors == (bl.Sector("trade"),)

    def test_no_head_is_shared_where_each_has_one(self) -> None:
        title = bl.parse_title(
            "Совместное заявление Кабинета Министров Украины и Министерства энергетики Казахстана",
            "ru",
        )
        assert [party.head for party in title.parties] == [None, None]

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("Протокол между Минском и Уфой о намерениях", "protocol_of_intent"),
            ("Соглашение между Минском и Уфой об установлении побратимских связей", "twinning"),
            ("Соглашение между Минском и Уфой о сотрудничестве", "agreement"),
        ],
    )
    def test_a_kind_with_the_parties_inside(self, text: str, kind: str) -> None:
        title = bl.parse_title(text, "ru")
        assert title.kind == kind
        assert len(title.parties) == 2

    def test_quotes_belong_to_names(self) -> None:
        title = bl.parse_title("Договор между «МАЗ» (Минск) и заводом «КамАЗ» о поставках", "ru")
        assert title.parties[0].text.startswith("«МАЗ»")
        assert title.parties[1].text == "заводом «КамАЗ»"

    def test_the_state_before_its_units(self) -> None:
        title = bl.parse_title(
            "Agreement between Belize and the Minsk City Executive Committee", "en"
        )
        assert title.parties[0].partner == bl.Partner.state("BZ")
        assert len(title.parties[0].candidates) == 2
        assert "sides" in title.uncertain

    def test_own_partners_tell_the_sides(self) -> None:
        names = {"a": "BY", "b": "BY", "c": "KZ"}
        partners = [
            bl.Partner(f"house-{one}", "museum", {"en": f"House {one.upper()}"}, country=country)
            for one, country in names.items()
        ]
        title = bl.parse_title(
            "Agreement between House A, House B and House C",
            "en",
            dossier=bl.Dossier(partners=partners),
        )
        assert [[party.partner.id for party in side] for side in title.sides] == [
            ["house-a", "house-b"],
            ["house-c"],
        ]

    def test_a_wording_for_several_sectors(self) -> None:
        own = [bl.Sector(code, name={"en": "bees"}) for code in ("bees", "honey")]
        title = bl.parse_title("Agreement on bees", "en", dossier=bl.Dossier(sectors=own))
        assert title.sectors == (own[0],)
        assert "sectors" in title.uncertain

    @pytest.mark.parametrize(("text", "sector"), [("medicine", "health"), ("medicines", "pharma")])
    def test_the_exact_word_counts_more(self, text: str, sector: str) -> None:
        assert bl.parse_title(f"Agreement on {text}", "en").sectors == (bl.Sector(sector),)

    def test_many_commas(self) -> None:
        fields = ", ".join(f"Feld {n}" for n in range(30))
        title = bl.parse_title(f"Abkommen zwischen Belarus und Polen über {fields}", "de")
        assert [party.country for party in title.parties] == ["BY", "PL"]

    @pytest.mark.parametrize("text", ["Agreement between", "Agreement between peace"])
    def test_between_nothing(self, text: str) -> None:
        assert bl.parse_title(text, "en").sides == ()

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
        assert [party.text for party in title.sides[1]] == ["Astana, Kazakhstan"]
        assert "sides" in title.uncertain

    def test_parts_without_parties(self) -> None:
        title = bl.parse_title("Abkommen zwischen einerseits und andererseits Polen", "de")
        assert title.parties[-1].country == "PL"
        title = bl.parse_title("Agreement between the and China", "en")
        assert "sides" in title.uncertain

    def test_names_in_brackets_and_in_another_language(self) -> None:
        acme = bl.Partner("acme", "company", {"en": "ACME Ltd"}, country="DE")
        title = bl.parse_title(
            "Вид документа: Договор (стороны: Польша и ACME Ltd [en]; Беларусь и Китай; "
            "предмет: пчёлы; сферы: наука; период: 2026 год; "
            "основание: Соглашение от 5 мая 2015 года)",
            "ru",
            dossier=bl.Dossier(partners=[acme]),
        )
        assert title.sides[0][1].partner is acme
        assert [party.country for party in title.sides[1]] == ["BY", "CN"]
        assert title.subject == "пчёлы"
        assert [sector.code for sector in title.sectors] == ["science"]
        assert title.period == bl.Period("2026")
        assert title.implements[0].date == bl.PartialDate("2015-05-05")
        assert title.rest == ("Вид документа",)

    def test_a_tag_that_is_none(self) -> None:
        title = bl.parse_title("Programme (sides: Belarus [xx]; China)", "en")
        assert [party.partner and party.partner.id for party in title.parties] == [None, "cn"]

    def test_one_labelled_side(self) -> None:
        title = bl.parse_title("Programme between Belarus and China (fields: bees, trade)", "en")
        assert title.sectors == (bl.Sector("trade"),)
        assert len(title.parties) == 2

    def test_a_language_without_frames(self, tmp_path) -> None:
        (tmp_path / "vocabulary.tsv").write_text(
            "id\tnom\nagreement_kind.treaty\tvaltiosopimus\n", encoding="utf-8"
        )
        bl.add_language("fi", tmp_path)
        title = bl.parse_title("Valtiosopimus (osapuolet: Puola)", "fi")
        assert title.kind is bl.AgreementKind.TREATY
        assert title.sides == ()

    def test_an_open_bracket_goes_to_the_end(self) -> None:
        title = bl.parse_title("Programme (sides: Belarus; China", "en")
        assert [party.country for party in title.parties] == ["BY", "CN"]

    def test_own_sectors(self) -> None:
        bees = bl.Sector("bees", name={"en": "bees"})
        title = bl.parse_title(
            "Agreement between Belarus and China on bees", "en", dossier=bl.Dossier(sectors=[bees])
        )
        assert title.sectors == (bees,)

    @pytest.mark.parametrize(
        "text", ["", " ", "—", "и", "между", "Соглашение между и", "(", "\x00"]
    )
    @pytest.mark.parametrize("lang", LANGS)
    def test_nothing_to_read(self, text: str, lang: str) -> None:
        assert bl.parse_title(text, lang).parties == ()

    def test_unknown_language(self) -> None:
        with pytest.raises(bl.UnknownLanguage):
            bl.parse_title("Abkommen", "xx")

    @given(st.text(max_size=60), st.sampled_from(LANGS))
    def test_any_text_is_read(self, text: str, lang: str) -> None:
        bl.parse_title(f"Memorandum {text}", lang)

    @given(
        st.lists(
            st.sampled_from(
                [
                    *("Соглашение", "между", "и", ",", "(", ")", "с одной стороны", "«", "»", "—"),
                    *("от", "5", "мая", "2015", "года", "на", "2026", "год", "о", "в", "пять лет"),
                    *("Правительством", "Республики", "Беларусь", "Казахстаном", "культуры"),
                    *("министерствами", "к", "Соглашению", "по реализации", "белорусско-казахский"),
                ]
            ),
            max_size=14,
        )
    )
    def test_any_order_of_words_is_read(self, words: list[str]) -> None:
        title = bl.parse_title(" ".join(words), "ru")
        assert len(title.sides) <= 2


class TestCutter:
    def test_known_words_inside_names_join_nothing(self) -> None:
        text = Text("Trinidad and Tobago and Bosnia and Herzegovina", "en")
        cut = Cutter(Survey(text, None)).cut(0, len(text.words), "nom")
        assert cut is not None
        assert cut.pieces == ((0, 3), (4, 7))


# --- the law ------------------------------------------------------------------------------------

PARTNERS = [
    *map(bl.Partner.institution, reference.institutions()),
    *map(bl.Partner.state, reference.countries()),
]
PERIODS = [
    "2026/2028",
    "2026",
    "2025-11-05/2028-12-31",
    "2026-34",
    "2025-11/2027-03",
    "2026/..",
    "../2030",
    "../2025-11-05",
    "2026-33/2026-36",
]
PARENT = "2020-03-04"


@st.composite
def documents(draw: st.DrawFn) -> bl.Agreement:
    partner = st.sampled_from(PARTNERS)
    one, other = draw(
        st.tuples(partner, partner).filter(lambda pair: pair[0].country != pair[1].country)
    )
    kind = draw(st.sampled_from(list(bl.AgreementKind)))
    parent = bl.Agreement("p", "agreement", (one, other), events=[bl.Event.signed(PARENT)])
    changes = kind in ("amending_protocol", "additional_protocol")
    return bl.Agreement(
        "x",
        kind,
        (one, other),
        sectors=draw(st.lists(st.sampled_from(list(reference.sectors())), max_size=4, unique=True)),
        period=draw(st.none() | st.sampled_from(PERIODS)),
        amends=parent if changes else (),
        implements=parent if not changes and draw(st.booleans()) else (),
    )


def said(sectors: tuple[bl.Sector, ...], lang: str) -> list[str]:
    """The sectors as titles tell them apart: in German and English lists, two are industry."""
    codes = [sector.code for sector in sectors]
    if lang != "ru":
        codes = ["industry" if code == "industrial_coop" else code for code in codes]
    return list(dict.fromkeys(codes))


@pytest.mark.parametrize("lang", LANGS)
@given(agreement=documents())
def test_a_written_title_gives_its_fields_back(lang: str, agreement: bl.Agreement) -> None:
    written = agreement.title(lang)
    title = bl.parse_title(written, lang)
    ambiguous = {"treaty", "contract"}
    assert title.kind == agreement.kind or {title.kind, agreement.kind} == ambiguous
    for side, (partner,) in zip(title.sides, agreement.sides, strict=True):
        (party,) = side
        # A name that others have too is not decided.
        assert partner == party.partner or partner.id in {one.value.id for one in party.candidates}
    if agreement.period and agreement.period.label(lang, "for") in written:
        assert title.period == agreement.period
    if agreement.sectors and agreement.kind is not bl.AgreementKind.AMENDING_PROTOCOL:
        assert said(title.sectors, lang) == said(agreement.sectors, lang)
    for name in ("amends", "implements"):
        dates = [str(one.date) for one in getattr(title, name)]
        assert dates == [PARENT for _ in getattr(agreement, name)]
    assert title.rest == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Vertrag vom 17. Juni 1991 zwischen Polen und Deutschland", "1991-06-17"),
        ("Vertrag vom Juni 1991 zwischen Polen und Deutschland", None),
    ],
)
def test_a_document_is_told_by_a_day(text, date):
    """A month is no date of a document."""
    found = bl.parse_title(text, "de").date
    assert (found and str(found)) == date
