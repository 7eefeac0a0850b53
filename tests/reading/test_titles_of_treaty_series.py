"""Titles as collections of treaties and registers have them."""

from __future__ import annotations

import pytest

import bilateral as bl


def read(text: str) -> bl.ParsedTitle:
    return bl.parse_title(text, "en")


class TestForms:
    @pytest.mark.parametrize(
        ("text", "kind", "subject"),
        [
            (
                "Exchange of Letters constituting an Agreement between Iceland and Peru on fishing",
                "exchange_of_notes",
                "fishing",
            ),
            (
                "Exchange of notes between Iceland and Peru constituting an interim arrangement "
                "concerning fishing rights",
                "exchange_of_notes",
                "fishing rights",
            ),
            (
                "Agreement on fishing between Iceland and Peru, effected by exchange of notes",
                "exchange_of_notes",
                "fishing",
            ),
            # What is constituted is no document.
            (
                "Agreement between Iceland and Peru constituting a fund for trade",
                "agreement",
                "constituting a fund for trade",
            ),
            # The document has no kind of its own before that.
            ("Notes constituting an agreement between Iceland and Peru", "agreement", None),
        ],
    )
    def test_how_a_document_is_made_is_no_subject(self, text, kind, subject) -> None:
        title = read(text)
        assert (title.kind, title.subject) == (kind, subject)
        assert [party.country for party in title.parties] == ["IS", "PE"]

    @pytest.mark.parametrize(
        "between", ["between the Republic of Peru and", "(MoC) between Peru and"]
    )
    def test_an_abbreviation_belongs_to_the_whole_name(self, between: str) -> None:
        title = read(f"Memorandum of Cooperation {between} Japan on healthcare")
        assert title.kind is bl.AgreementKind.MEMORANDUM
        assert title.subject == "healthcare"

    def test_an_abbreviation_of_something_else_does_not(self) -> None:
        title = read("Memorandum of Cooperation (agreement) between Peru and Japan")
        assert title.kind is bl.AgreementKind.MEMORANDUM
        assert title.uncertain


class TestOtherDocuments:
    def test_what_is_related_to_a_programme_is_no_part_of_it(self) -> None:
        title = read(
            "Agreement between Peru and Fiji relating to a Programme for a Survey of Birds"
        )
        assert title.amends == ()
        assert title.subject == "a Programme for a Survey of Birds"

    def test_an_amendment_may_extend_as_well(self) -> None:
        title = read("Amendment and Extension to the Agreement between Peru and Fiji on tourism")
        assert (title.kind, title.subject) == (bl.AgreementKind.AMENDING_PROTOCOL, None)
        assert [other.kind for other in title.amends] == [bl.AgreementKind.AGREEMENT]

    @pytest.mark.parametrize("end", ["and Fish", "and fund", "and"])
    def test_other_words_behind_a_kind_are_what_they_were(self, end: str) -> None:
        assert read(f"Amendment {end}").kind is bl.AgreementKind.AMENDING_PROTOCOL

    def test_what_an_extension_is_itself_is_asked(self) -> None:
        assert "kind" in read("Extension to the Agreement between Peru and Fiji").uncertain
        assert "kind" in read("Annex II to the Agreement between Peru and Fiji").uncertain
        assert "kind" not in read("Draft agreement between Peru and Fiji").uncertain

    @pytest.mark.parametrize("verb", ["settling", "interpreting", "delimiting"])
    def test_a_party_ends_before_what_the_document_does(self, verb: str) -> None:
        title = read(f"Exchange of notes between Peru and Fiji {verb} fishing rights")
        assert [party.text for party in title.parties] == ["Peru", "Fiji"]


class TestDays:
    def test_the_year_of_something_else_is_asked(self) -> None:
        title = read("Agreement between Peru and Fiji on relief from the 1993 drought")
        assert title.period is None
        assert "period" in title.uncertain
        assert title.subject == "relief from the 1993 drought"

    @pytest.mark.parametrize("end", ["in the 2026", "in the 2026 and", "in the 2026, drought"])
    def test_other_years_are_those_of_the_document(self, end: str) -> None:
        title = read(f"Programme of cooperation between Peru and Fiji {end}")
        assert str(title.period) == "2026"

    @pytest.mark.parametrize("end", [", April 14/22, 1976", ", Extension of April 14/22, 1976"])
    def test_days_of_several_notes_are_asked(self, end: str) -> None:
        assert "date" in read(f"Agreement between Peru and Fiji on trade{end}").uncertain

    @pytest.mark.parametrize(
        ("end", "day"),
        [
            (", 2 and 5 January 2007", "2007-01-05"),
            (" dated 2 March and 5 April 2007", "2007-04-05"),
            (" (Lima, 2 March and 5 April 2007)", "2007-04-05"),
            (", May 2 and 5, 2007", "2007-05-05"),
            (", Lima, May 2 and June 5, 2007", "2007-06-05"),
        ],
    )
    def test_the_second_of_two_days_is_asked(self, end: str, day: str) -> None:
        title = read(f"Exchange of Notes between Peru and Fiji on trade{end}")
        assert (title.subject, str(title.date)) == ("trade", day)
        assert "date" in title.uncertain

    @pytest.mark.parametrize(
        "text",
        [
            "March and 5 April 2007",
            "Exchange of Notes on trade and fish, 5 April 2007",
            "Exchange of Notes on fish, and 5 April 2007",
            "Exchange of Notes on fish in May 2 and 45, 2007",
            "Exchange of Notes on fish in May and 2007",
            "Exchange of Notes on fish in May two and five fish, 2007",
            "Exchange of Notes on fish and",
        ],
    )
    def test_what_is_no_two_days_is_none(self, text: str) -> None:
        assert "2 and" not in read(text).rest

    @pytest.mark.parametrize(
        ("heading", "day"),
        [("May 2019: ", "2019-05"), ("May 2019 – ", "2019-05"), ("(May 2019) ", "2019-05")],
    )
    def test_a_month_before_a_title_is_its_date(self, heading: str, day: str) -> None:
        title = read(f"{heading}Agreement between Peru and Fiji on trade")
        assert (str(title.date), title.period) == (day, None)

    @pytest.mark.parametrize(
        ("end", "period"),
        [
            ("for the 2026 season", "2026"),
            ("in the 2025/26 season", "2025/2026"),
            ("for the hajj season 2026", "2026"),
            ("for the academic year 2025/2026", "2025/2026"),
            ("for the 2026 fishing year", "2026"),
        ],
    )
    def test_a_season_is_a_period_and_no_subject(self, end: str, period: str) -> None:
        title = read(f"Agreement between Peru and Fiji on pilgrims {end}")
        assert (title.subject, str(title.period)) == ("pilgrims", period)

    @pytest.mark.parametrize(
        ("subject", "is_asked"),
        [("seasonal workers 2021", True), ("the Agenda 2030", False), ("law, 2100", False)],
    )
    def test_a_year_that_ends_a_title_is_asked_where_it_is_in_no_name(
        self, subject: str, *, is_asked: bool
    ) -> None:
        title = read(f"Agreement between Peru and Fiji on {subject}")
        assert ("period" in title.uncertain) is is_asked

    def test_the_place_of_a_meeting_stands_before_its_days(self) -> None:
        title = read("Agreed Minutes between Peru and Fiji on trade, Lima, 4-6 May 2022")
        assert (title.subject, title.rest) == ("trade", ("Lima",))
        assert str(title.period) == "2022-05-04/2022-05-06"

    @pytest.mark.parametrize("end", ["G7/8", "fish, March", "27/28 meals", "4 May"])
    def test_other_figures_are_no_days(self, end: str) -> None:
        assert "date" not in read(f"Agreement between Peru and Fiji on trade and {end}").uncertain


class TestParties:
    @pytest.mark.parametrize(
        ("name", "kind", "country"),
        [
            ("State of Maryland", "region", "US"),
            ("Maryland County", "region", "LR"),
            (
                "Government of the Kaluga Region of the Russian Federation",
                "regional_executive",
                "RU",
            ),
            ("Government of the Province of Alberta", "regional_executive", "CA"),
            ("Government of the State of Jalisco", "regional_executive", "MX"),
            ("Department of Defence of Australia", "ministry", "AU"),
            ("Department of Health, South Africa", "ministry", "ZA"),
            # It is that of a unit, or has no portfolios, or ministries are not called so.
            ("Department of Health of Western Australia", "public_body", "AU"),
            ("Department of Joy of the Philippines", "public_body", "PH"),
            ("Department of Health of New Zealand", "public_body", "NZ"),
            ("Kasugai City, Aichi Prefecture, Japan", "city", "JP"),
            ("City of Kelowna, Province of British Columbia, Canada", "city", "CA"),
            ("City of Wuxi, Jiangsu Province, China", "city", "CN"),
            ("Emirates' Federal Authority for Nuclear Regulation", "public_body", "AE"),
            ("Uganda Agency for Statistics", "public_body", "UG"),
            ("National Superintendence of Customs of Peru", "public_body", "PE"),
            ("Ethiopian Meteorological Institute", "public_body", "ET"),
            ("Shanghai Municipal People's Government", "city_executive", "CN"),
            ("Guangdong Provincial People's Government", "regional_executive", "CN"),
            ("Supreme Court of Singapore", "public_body", "SG"),
            ("Accounts Chamber of Ukraine", "public_body", "UA"),
        ],
    )
    def test_its_words_tell_the_kind_and_the_country(self, name, kind, country) -> None:
        first, second = read(f"Memorandum of Understanding between the {name} and Fiji").parties
        assert (first.text, first.kind, first.country) == (name, kind, country)
        assert second.country == "FJ"

    def test_whether_a_department_is_a_ministry_is_asked(self) -> None:
        text = "MoU between the Department of {} and Fiji"
        assert "sides" in read(text.format("the Marine of Ireland")).uncertain
        assert "sides" not in read(text.format("the Marine of Chile")).uncertain

    def test_when_a_meeting_was_held_is_no_party(self) -> None:
        title = read("Minutes of the Meeting between India and Brazil held on 14 October 2016")
        assert [party.text for party in title.parties] == ["India", "Brazil"]

    @pytest.mark.parametrize("state", ["the Netherlands", "Netherlands"])
    def test_the_state_of_a_town_may_have_its_article(self, state: str) -> None:
        title = read(f"MoU on Smart Cities between Amsterdam, {state} and Bengaluru, India")
        assert [party.country for party in title.parties] == ["NL", "IN"]

    def test_whose_ministers_nobody_knows_is_asked(self) -> None:
        title = read("Joint Communiqué of the Ministers of Foreign Affairs of Ruritania and Japan")
        assert "sides" in title.uncertain

    def test_units_with_their_states_behind_are_no_parties(self) -> None:
        title = read(
            "Sister City Agreement between Hamilton City, New Zealand, and Wuxi, Jiangsu Province, "
            "People's Republic of China, signed 5 July 1986"
        )
        assert [party.country for party in title.parties] == ["NZ", "CN"]

    @pytest.mark.parametrize(
        ("name", "country"),
        [
            ("Roumania", "RO"),
            ("Hongkong", "HK"),
            ("Azerbaidjan", "AZ"),
            ("Malagasy Republic", "MG"),
        ],
    )
    def test_a_state_is_known_by_its_older_name(self, name: str, country: str) -> None:
        first, _ = read(f"Convention betweeen {name} and Peru").parties
        assert first.country == country

    def test_who_issues_a_communique_is_a_party(self) -> None:
        title = read("Joint Communiqué issued by the Government of Peru and the Government of Fiji")
        assert [party.country for party in title.parties] == ["PE", "FJ"]

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Republic of Turkey Ministry of Trade", "ministry"),
            ("Republic of Korea Navy", "public_body"),
            ("Republic of Peru Ministry of Irrigation Department of Rivers", None),
            ("Plant Production and Animal Health Regulation Agency", "public_body"),
            ("Bhutan Broadcasting Service", "broadcaster"),
            ("Astana Bank JSC", "bank"),
            ("Oxford University Press Ltd", "company"),
        ],
    )
    def test_what_a_body_is_its_noun_tells_behind_a_state_and_many_words(self, name, kind) -> None:
        first, _ = read(f"Memorandum of Understanding between {name} and the Bank of Fiji").parties
        assert first.kind == kind

    def test_a_misspelt_kind_is_asked_and_is_no_certain_subject(self) -> None:
        assert {"kind", "subject"} <= read("Joint comminique between Peru and Fiji").uncertain
        assert "kind" in read("Memorandun of Understanding between Peru and Fiji").uncertain


class TestSubjects:
    @pytest.mark.parametrize(
        ("subject", "sectors"),
        [
            ("New Fishing Regulations", ["fisheries"]),
            ("news and fisheries", ["media", "fisheries"]),
            ("new technologies", ["technology"]),
            ("the supply of passenger coaches", ["rail"]),
            ("the training of coaches", ["sport"]),
            ("quarantine and protection of plants", ["plant_health"]),
            ("legal education", ["education"]),
            ("co-production of radio programmes", ["media"]),
            ("art loans", ["heritage"]),
        ],
    )
    def test_a_word_of_the_same_stem_may_be_another_one(self, subject, sectors) -> None:
        title = read(f"Agreement between Peru and Fiji on {subject}")
        assert [sector.code for sector in title.sectors] == sectors

    def test_what_the_name_of_a_project_says_is_asked(self) -> None:
        title = read('Partnership Agreement "Bridges of Culture" between Peru and Fiji')
        assert "sectors" in title.uncertain
        assert "sectors" not in read('Agreement between Peru and Fiji on "trade"').uncertain


def test_the_second_day_of_a_period_leads_to_no_other_document() -> None:
    period = "for the period from 5 November 2025 to 31 December 2028"
    title = bl.parse_title(
        f"Additional Protocol {period} to the Agreement of 4 March 2020 between Peru and Chile",
        "en",
    )
    assert str(title.period) == "2025-11-05/2028-12-31"
    assert [str(one.date) for one in title.amends] == ["2020-03-04"]


@pytest.mark.parametrize(
    ("title", "sectors"),
    [
        ("Agreement between Peru and Fiji on commercial shipping", ["water_transport"]),
        ("Agreement between Peru and Fiji on commercial cooperation", ["trade"]),
        ("Agreement between Peru and Fiji on the Port Vila Hospital", ["health"]),
        ("Bilateral Labour Agreement between Peru and Fiji", ["labour"]),
        ("House Agreement between Peru and Fiji", []),
        ("Status of Forces Agreement between Peru and Fiji", ["defence"]),
    ],
)
def test_a_word_tells_a_field_where_it_is_no_part_of_another_name(title, sectors) -> None:
    assert [sector.code for sector in read(title).sectors] == sectors


@pytest.mark.parametrize(
    ("title", "kind", "subject"),
    [
        ("Lao-Thai Agreement on the Friendship Bridge", "agreement", "the Friendship Bridge"),
        ("Agreement between Laos and Fiji on the Friendship Bridge", "agreement", None),
        ("Agreement on Friendship Between Laos and Fiji", "friendship", None),
        ("Notes exchanged between Laos and Fiji on visas", "exchange_of_notes", "visas"),
    ],
)
def test_a_bridge_of_friendship_makes_no_treaty_of_friendship(title, kind, subject) -> None:
    found = read(title)
    assert found.kind == kind
    assert subject in (None, found.subject)


class TestJointBodies:
    @pytest.mark.parametrize(
        ("states", "countries"),
        [
            ("Lao–Mongolia", ["LA", "MN"]),
            ("Swiss – Chilean", ["CH", "CL"]),
            ("Malaysia–Brunei Darussalam", ["MY", "BN"]),
        ],
    )
    def test_states_that_a_dash_joins_share_a_body(self, states: str, countries: list[str]) -> None:
        text = f"Minutes of the Fourth Session of the {states} Commission on Trade and Tourism"
        title = bl.parse_title(text, "en")
        assert [party.country for party in title.parties] == countries
        assert [sector.code for sector in title.sectors] == ["trade", "tourism"]
        assert title.subject == "Trade and Tourism"

    def test_a_joint_body_tells_its_field(self) -> None:
        title = bl.parse_title("Minutes of the Ghana–Togo Council of Ministers of Energy", "en")
        assert [party.country for party in title.parties] == ["GH", "TG"]
        title = bl.parse_title("Minutes of the Norway–Russia Fisheries Commission, Oslo", "en")
        assert [sector.code for sector in title.sectors] == ["fisheries"]

    @pytest.mark.parametrize(
        ("pair", "countries"),
        [
            ("Mongolia–EU", ["MN", None]),
            ("ASEAN–Japan", [None, "JP"]),
            ("Scotland–Ireland", ["GB", "IE"]),
            ("Sino–Mongolian", ["CN", "MN"]),
            ("Turkey/Hungary", ["TR", "HU"]),
            ("U.S.–Kyrgyz Republic", ["US", "KG"]),
        ],
    )
    def test_organisations_and_units_share_bodies_too(
        self, pair: str, countries: list[str | None]
    ) -> None:
        title = bl.parse_title(f"Minutes of the {pair} Joint Committee", "en")
        assert [party.country for party in title.parties] == countries
        assert not title.uncertain

    def test_a_joint_body_may_stand_before_its_minutes(self) -> None:
        title = bl.parse_title("The 8th India–Vietnam Joint Commission Meeting Minutes", "en")
        assert [party.text for party in title.parties] == ["India", "Vietnam"]
        assert not title.uncertain

    @pytest.mark.parametrize("text", ["Laos–Mongolia Commission", "Joint Commission"])
    def test_a_protocol_of_a_joint_body_is_that_of_its_session(self, text: str) -> None:
        title = bl.parse_title(f"Protocol of the {text} on Trade", "en")
        assert title.kind == "session_protocol"
        assert title.subject == "Trade"
        for other in (
            "Protocol of the Fifth, Joint Commission",
            "Protocol of the Trade Commission",
        ):
            assert bl.parse_title(other, "en").kind == "protocol"

    def test_of_three_that_dashes_join_the_sides_are_asked_for(self) -> None:
        title = bl.parse_title("Minutes of the Greece–Cyprus–Israel Trilateral Committee", "en")
        assert [party.country for party in title.parties] == ["GR", "CY", "IL"]
        assert "sides" in title.uncertain
        for pact in ("Canada-Chile-Peru Agreement", "ASEAN-Australia-New Zealand Trade Agreement"):
            title = bl.parse_title(pact, "en")
            assert len(title.parties) == 2
            assert "sides" in title.uncertain
        assert bl.parse_title("Memorandum on know-how-transfer", "en").sides == ()

    def test_what_two_states_share_is_doubtful_as_a_party(self) -> None:
        title = bl.parse_title("Minutes of the UK–Gulf Joint Committee", "en")
        assert "sides" in title.uncertain

    def test_two_names_without_a_dash_are_not_joined(self) -> None:
        title = bl.parse_title("Minutes of the Ghana Togo Border Commission", "en")
        assert title.sides == ()

    def test_sides_that_are_not_found_are_asked_for(self) -> None:
        assert "sides" in bl.parse_title("Agreement for visitors: Chile", "en").uncertain
        assert "sides" in bl.parse_title("Agreement on tourism", "en").uncertain

    def test_a_body_behind_a_comma_is_not_what_two_states_share(self) -> None:
        title = bl.parse_title("Memorandum Italy – Peru, Border Commission", "en")
        assert [party.country for party in title.parties] == ["IT", "PE"]
        assert title.subject == "Border Commission"

    def test_two_adjectives_before_a_kind_are_two_states(self) -> None:
        title = bl.parse_title("Swiss–Chilean Free Trade Agreement", "en")
        assert [(party.text, party.country) for party in title.parties] == [
            ("Swiss", "CH"),
            ("Chilean", "CL"),
        ]


def test_what_museums_lend_is_no_money() -> None:
    title = bl.parse_title("Loan Agreement between the British Museum and the Louvre", "en")
    assert [sector.code for sector in title.sectors] == ["heritage"]
    title = bl.parse_title("Loan Agreement between Fiji and the Asian Development Bank", "en")
    assert [sector.code for sector in title.sectors] == ["finance"]


def test_a_noun_before_the_name_of_a_unit_is_the_one_behind_it() -> None:
    title = bl.parse_title("Agreement between the County of Zadar and Nordland County", "en")
    assert [str(party.kind) for party in title.parties] == ["region", "region"]
    title = bl.parse_title("Agreement between the County of Kilmore and Orange County", "en")
    assert [str(party.kind) for party in title.parties] == ["district", "district"]


def test_a_foreign_noun_may_have_no_accents_and_is_one_body() -> None:
    text = (
        "Agreement between the Académie des Sciences of France and the French Ministere de la Mer"
    )
    one, other = bl.parse_title(text, "en").parties
    assert (one.text, str(other.kind)) == ("Académie des Sciences of France", "ministry")


def test_two_names_behind_a_twinning_are_asked_about() -> None:
    title = bl.parse_title("Sister City Agreement – Kells and Ayr", "en")
    assert [party.text for party in title.parties] == ["Kells", "Ayr"]
    assert "sides" in title.uncertain


def test_parliaments_tell_their_country_and_a_mere_council_is_asked_about() -> None:
    title = bl.parse_title("Agreement between the Riigikogu and the State Duma", "en")
    assert [(party.country, str(party.kind)) for party in title.parties] == [
        ("EE", "parliament"),
        ("RU", "parliament"),
    ]
    assert "sides" in bl.parse_title("Agreement between Peru and the Swiss Council", "en").uncertain


@pytest.mark.parametrize("kind", ["Memorandum of Understanding", "Protocol of Intent"])
def test_a_state_may_stand_right_behind_the_name_of_a_kind(kind: str) -> None:
    title = bl.parse_title(f"{kind} Laos – Mongolia on Education", "en")
    assert [party.country for party in title.parties] == ["LA", "MN"]
    assert title.kind == {"P": "protocol_of_intent", "M": "mou"}[kind[0]]


class TestYears:
    @pytest.mark.parametrize("text", ["The 1987 Agreement", "1987 Agreement", "Agreement of 1987"])
    def test_the_year_of_an_agreement_is_its_date(self, text: str) -> None:
        title = bl.parse_title(f"{text} between Iceland and Norway", "en")
        assert (str(title.date), title.period, title.rest) == ("1987", None, ())

    def test_the_year_of_a_plan_is_what_it_covers(self) -> None:
        title = bl.parse_title("2023 Work Plan between Iceland and Norway", "en")
        assert (title.date, str(title.period)) == (None, "2023")

    def test_a_second_year_is_left(self) -> None:
        title = bl.parse_title("1987 Agreement of Fiji and Tonga, 5 May 1988", "en")
        assert (str(title.date), title.rest) == ("1988-05-05", ("1987",))
        title = bl.parse_title("2023 Work Plan of Fiji and Tonga, 2024", "en")
        assert (str(title.period), title.rest) == ("2024", ("2023",))
        title = bl.parse_title("Agreement of 1987 of Fiji and Tonga, 5 May 1988", "en")
        assert (str(title.date), title.rest) == ("1988-05-05", ("of 1987",))

    def test_the_year_of_another_document_is_no_day(self) -> None:
        title = bl.parse_title("Protocol amending the 1987 Agreement of Fiji and Tonga", "en")
        assert (title.date, title.amends[0].date) == (None, None)


@pytest.mark.parametrize(
    ("subject", "sectors"),
    [
        ("historic textiles", ["heritage"]),
        ("textiles", ["light_industry"]),
        ("ancient history of trade", ["science", "trade"]),
        ("historic trade relations", ["trade"]),
    ],
)
def test_old_goods_are_heritage(subject: str, sectors: list[str]) -> None:
    title = bl.parse_title(f"Agreement of Fiji and Peru on {subject}", "en")
    assert [sector.code for sector in title.sectors] == sectors
