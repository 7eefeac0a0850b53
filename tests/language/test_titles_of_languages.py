"""Titles as native readers expect them: capitals, articles, compounds."""

import pytest

from bilateral import Partner, Phrase, Sector
from bilateral.language.english import is_defined, takes_article
from bilateral.language.german import agree_after_article
from bilateral.language.lexicon import in_sentence
from tests.language.title_parts import BY, DAY, KZ, document, title


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

    def test_two_fields_that_belong_together_share_a_noun(self):
        assert title(document(sectors=["trade", "economy"]), "en").endswith(
            " on trade and economic cooperation"
        )
        assert title(document(sectors=["trade", "economy", "culture"]), "en").endswith(
            " on cooperation in the trade, economic and cultural fields"
        )

    def test_a_word_for_two_fields_is_said_once(self):
        agreement = document(sectors=["industry", "industrial_coop"])

        assert title(agreement, "en").endswith(" on cooperation in the field of industry")

    def test_a_sector_in_a_list_is_a_short_noun(self):
        fields = {"defence": "defence", "humanitarian": "humanitarian affairs"}
        for code, name in fields.items():
            agreement = document(sectors=[code, "oil_gas"])
            assert f"in the fields of {name} as well as oil and gas" in agreement.title("en")
        assert "in the defence and cultural fields" in document(
            sectors=["defence", "culture"]
        ).title("en")

    def test_a_noun_is_no_adjective(self):
        text = document(sectors=["fisheries", "culture"]).title("en")

        assert text.endswith(" on cooperation in the fields of fisheries and culture")

    @pytest.mark.parametrize(
        ("sectors", "end"),
        [
            (["tourism", "fairs"], "fields of tourism as well as fairs and exhibitions"),
            (["fairs", "tourism"], "fields of fairs and exhibitions as well as tourism"),
            (["fairs", "tourism", "post"], "fairs and exhibitions, tourism, and postal services"),
            (["tourism", "mining"], "fields of tourism and mining"),
        ],
    )
    def test_fields_are_told_apart_where_one_has_an_and_of_its_own(self, sectors, end):
        assert title(document(sectors=sectors), "en").endswith(end)

    def test_fields_are_told_apart_in_brackets_too(self):
        own = Sector("hydrogen", name={"de": "Wasserstoff"})
        written = document(sectors=[own, "fairs"]).title("en")

        assert "(fields: Wasserstoff [de] as well as fairs and exhibitions)" in written

    def test_two_bodies_are_joined_by_and_whatever_their_names(self):
        names = ("Ministry of Trade and Industry", "Ministry of Youth and Sport")
        side = [
            Partner(f"x-{n}", "ministry", {"en": one}, country="KZ") for n, one in enumerate(names)
        ]
        written = document(sides=([BY], side)).title("en")

        assert "the Ministry of Trade and Industry and the Ministry of Youth and Sport" in written

    def test_fields_without_adjectives_of_their_own_are_nouns(self):
        """The youth and tourism fields would be no English."""
        assert title(document(sectors=["tourism", "investment"]), "en").endswith(
            " in the fields of tourism and investment"
        )
        assert title(document(sectors=["tourism", "culture"]), "en").endswith(
            " in the tourism and cultural fields"
        )

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
            ("promotion and reciprocal protection of investments", True),
            ("trade and cultural exchange of goods and notes", False),
            ("joint ventures", False),
            ("works of art", False),
            ("trade in works of art", False),
            ("legal status of foreign forces", True),
            ("joint analysis of data", True),
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

    def test_a_proper_name_has_no_article_and_that_is_told(self):
        partner = Partner("x", "university", {"en": "Leipzig University"}, country="DE")
        written = document(sides=(BY, partner)).title("en")

        assert written.endswith("and Leipzig University")
        assert written.missing == ()
        assert written.derived == (("Leipzig University", "def"),)

    @pytest.mark.parametrize(
        ("name", "kind", "takes"),
        [
            ("Prague Castle", "museum", False),
            ("Sejm", "parliament", True),
            ("Moldova’s Ministry of Justice", "ministry", False),
            ("Children’s Fund", "association", True),
            ("Bank of Mongolia", "bank", True),
            ("Bank of Mongolia", "company", False),
            ("Bank of Cyprus", "bank", False),
            ("Police Academy", "academy", True),
            ("Police Academy", "school", False),
            ("Academy Group", "company", False),
            ("Kachin State", "region", False),
            ("Free State", "region", True),
            ("Santiago Metropolitan Region", "region", True),
            ("Russian Far East", "region", True),
            ("Chatham House", "research_institute", False),
            ("White House", "head_of_state", True),
            ("Bank of Israel", "public_body", True),
            ("Tennessee Valley Authority", "company", True),
            ("China Railway Group", "company", False),
            ("United States Naval Academy", "university", True),
            ("Auditor General of Pakistan", "public_body", True),
            ("Azores", "region", True),
            ("Riksbank", "bank", True),
            ("Bolshoi", "theatre", True),
            ("Secondary School No. 5 of Minsk", "school", False),
            ("Research Institute No 3", "research_institute", False),
            ("Association of Graduates of School No. 5", "association", True),
        ],
    )
    def test_the_table_of_nouns_and_the_kind_decide_the_article(self, name, kind, takes):
        assert takes_article(name, kind) is takes


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

    def test_a_statement_is_one_to_what_it_is_about(self):
        agreement = document("joint_statement", sectors=["trade", "economy"])

        assert title(agreement, "de").endswith(" zur Handels- und Wirtschaftszusammenarbeit")

    def test_an_article_without_gender_is_missing(self):
        name = Phrase("Ding A", dat="Ding A", article=True)
        partner = Partner("x", "ministry", {"de": name}, country="BY")
        written = document(sides=(partner, KZ)).title("de")

        assert written.startswith("Abkommen zwischen der Behörde „Ding A“ und der")
        assert ("Ding A", "dat") in written.missing

    def test_a_town_has_no_article_but_for_a_type_word(self):
        towns = [
            Partner("x", "city", {"de": name}, country="DE") for name in ("Bonn", "Stadt Bonn")
        ]
        named, other = (document(sides=(town, KZ)).title("de") for town in towns)

        assert named.startswith("Abkommen zwischen Bonn und der")
        assert other.startswith("Abkommen zwischen der Stadt Bonn und der")

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
    def test_two_fields_may_stand_in_one_word(self, sectors, cooperation):
        assert title(document(sectors=sectors), "de").endswith(f"über {cooperation}")
        programme = title(document("programme", sectors=sectors), "de")
        assert programme.startswith("Programm der ")

    @pytest.mark.parametrize(
        ("sectors", "end"),
        [
            (["light_industry", "chemicals"], "в области лёгкой и химической промышленности"),
            (
                ["light_industry", "chemicals", "health"],
                "в области лёгкой и химической промышленности, а также здравоохранения",
            ),
            (["light_industry", "health"], "в области лёгкой промышленности и здравоохранения"),
        ],
    )
    def test_russian_fields_share_a_noun(self, sectors, end):
        assert title(document(sectors=sectors), "ru").endswith(end)

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
            ("ru", Phrase("Во избежание двойного налогообложения"), "B во избежание двойного"),
            ("ru", Phrase("с целью обмена опытом"), "B с целью обмена опытом"),
            ("de", Phrase("Zwecks Abbau von Zöllen"), "B zwecks Abbau von Zöllen"),
            ("de", Phrase("in Bezug auf die Grenze"), "B in Bezug auf die Grenze"),
            ("en", Phrase("with regard to the border"), "B with regard to the border"),
            ("en", Phrase("In the field of space"), "B in the field of space"),
        ],
    )
    def test_a_subject_may_bring_its_preposition(self, lang, subject, end):
        assert end in title(document(subject={lang: subject}), lang)


@pytest.mark.parametrize("kind", ["additional_protocol", "joint_statement", "session_protocol"])
def test_a_subject_in_the_nominative_stands_in_brackets(kind):
    """The sentence around it stays."""
    written = title(document(kind, subject={"ru": "автобусы"}), "ru")

    assert written.endswith("B (предмет: автобусы)")
