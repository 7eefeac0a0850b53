"""Ministries by country and portfolio: those that are known, and those named by rule.

`python -m tests.reference.test_ministries` writes the golden file anew;
read the difference before you commit it.
"""

import itertools
from collections import Counter
from pathlib import Path

import pytest

from bilateral import Agreement, Partner, PartnerKind, Phrase, UnknownCode, reference
from bilateral.language.lexicon import CASES, in_sentence, lexicon
from bilateral.problems import ValidationError
from bilateral.reference import ministries
from bilateral.tables import add_language, listed

GOLDEN = Path(__file__).parents[1] / "golden" / "ministries.tsv"
HEADER = ("country", "portfolios", "id", "de", "en", "ru")
LANGUAGES = ("de", "en", "ru")
# States whose names differ in grammar, and each style of naming.
SAMPLE = "AE AT AU BA BD BR CH CZ DE EG ES GB GE HT ID IE IL IQ JP KE MN MY NG NL PE PH RO SA TM US"
COUNTRIES = SAMPLE.split()
NEIGHBOURS = "RU UZ KG TJ TM AZ AM GE MD UA CN TR DE AT CH"
OF_MINISTRIES = [code for code, row in reference.portfolios().items() if "ministry" in row]
COMBINED = (
    "agriculture+food agriculture+forestry agriculture+forestry+fisheries agriculture+water "
    "communications+information_technology construction+housing_and_utilities culture+sport "
    "culture+tourism defence+veterans_affairs economy+finance education+science "
    "energy+mining energy+oil_and_gas environment+climate_change foreign_affairs+european_affairs "
    "foreign_affairs+trade health+family industry+trade investment+industry+trade "
    "justice+internal_affairs labour+social_protection preschool_education+school_education "
    "science+higher_education sport+youth taxation+customs trade+competition "
    "transport+infrastructure women+family youth+sport"
)
COMBINATIONS = COMBINED.split()
BODIES = [
    key
    for key, row in reference.institutions().items()
    if row["kind"] in {"ministry", "state_committee"}
]


def sample():
    """Every portfolio and every usual combination, each with the next of the countries."""
    asked = [*OF_MINISTRIES, *COMBINATIONS]
    for codes, country in zip(asked, itertools.cycle(COUNTRIES), strict=False):
        yield country, codes.split("+")


def rows():
    """The golden file as it should be: each name as a sentence has it."""
    yield "\t".join(HEADER)
    for country, codes in sample():
        partner = Partner.ministry(country, *codes)
        forms = {"de": "dat", "en": "def", "ru": "ins"}
        names = [in_sentence(partner.phrase(lang), lang, forms[lang]) for lang in LANGUAGES]
        yield "\t".join([country, "+".join(codes), partner.id, *names])


def composed(country, *codes):
    """The ministry, if its name was made by rule."""
    partner = Partner.ministry(country, *codes)
    return None if partner.id in reference.institutions() else partner


class TestKnownBodies:
    @pytest.mark.parametrize(
        ("asked", "id"),
        [
            (("KZ", "energy"), "kz-ministry-of-energy"),
            (("KAZ", "energy"), "kz-ministry-of-energy"),
            (("RU", "trade", "industry"), "ru-ministry-of-industry-and-trade"),
            (("US", "foreign_affairs"), "us-department-of-state"),
            (("GB", "finance"), "gb-hm-treasury"),
            (("BY", "customs"), "by-state-customs-committee"),
        ],
    )
    def test_a_body_is_known_by_its_country_and_its_portfolios_in_any_order(self, asked, id):
        assert Partner.ministry(*asked) is Partner.institution(id)

    def test_the_only_body_of_today_that_has_a_portfolio_among_others_is_in_charge_of_it(self):
        assert Partner.ministry("BY", "tourism").id == "by-ministry-of-sport-and-tourism"
        assert Partner.ministry("CH", "energy", "transport").kind is PartnerKind.MINISTRY
        assert Partner.ministry("UZ", "trade").id == "uz-ministry-of-investment-industry-and-trade"

    @pytest.mark.parametrize(
        ("asked", "id"),
        [
            (("RU", "environment"), "ru-ministry-of-natural-resources-and-ecology"),
            (("RU", "economy"), "ru-ministry-of-economic-development"),
            (("UZ", "education"), "uz-ministry-of-preschool-and-school-education"),
            (("BY", "digital_development"), "by-ministry-of-communications-and-informatization"),
            (("KZ", "labour", "social_affairs"), "kz-ministry-of-labour-and-social-protection"),
        ],
    )
    def test_portfolios_that_are_akin_are_one_where_no_body_is_called_after_both(self, asked, id):
        assert Partner.ministry(*asked).id.startswith(id)

    def test_a_ministry_of_climate_is_not_called_after_climate_change(self):
        norwegian = Partner.like("Ministerium für Klima und Umwelt von Norwegen", "de")

        assert norwegian.name["en"].nom.startswith("Ministry of Climate and Environment of")
        assert norwegian.name["ru"].nom.startswith("Министерство климата и")
        assert (
            Partner.ministry("PL", "climate_change").id == "pl-ministry-of-climate-and-environment"
        )

    def test_of_two_bodies_that_share_a_portfolio_none_is_chosen(self, monkeypatch):
        """A name is made then, as where nothing is known."""
        both = {
            "x-one": {"country": "ZW", "portfolios": "energy | water"},
            "x-two": {"country": "ZW", "portfolios": "energy | mining"},
        }
        monkeypatch.setattr(reference, "institutions", lambda: both)
        ministries._bodies_by_country.cache_clear()
        try:
            assert ministries.body_in_charge("ZW", ["energy"]) is None
            assert ministries.body_in_charge("ZW", ["electricity"]) is None
            assert ministries.body_in_charge("ZW", ["water"]) == "x-one"
        finally:
            ministries._bodies_by_country.cache_clear()

    def test_a_body_of_the_past_is_better_than_a_name_made_by_rule(self):
        former = Partner.ministry("KZ", "education", "science")
        assert former is Partner.institution("kz-ministry-of-education-and-science")

    def test_every_ministry_and_state_committee_has_its_portfolios(self):
        for key in BODIES:
            codes = listed(reference.institutions()[key].get("portfolios", ""))
            assert codes, key
            assert set(codes) <= set(reference.portfolios()), key

    def test_no_two_bodies_of_a_country_have_the_same_portfolios_today(self):
        shared = Counter(
            (row["country"], frozenset(listed(row["portfolios"])))
            for row in map(reference.institutions().get, BODIES)
            if "until" not in row
        )
        assert [key for key, count in shared.items() if count > 1] == []

    @pytest.mark.parametrize("country", NEIGHBOURS.split())
    def test_neighbours_and_large_partners_have_a_foreign_ministry_of_record(self, country):
        partner = Partner.ministry(country, "foreign_affairs")
        assert partner.id in reference.institutions()
        assert all(not partner.name[lang].derived for lang in LANGUAGES)


class TestComposedNames:
    def test_the_names_are_those_that_a_native_has_read(self):
        assert [*rows()] == GOLDEN.read_text(encoding="utf-8").splitlines()

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_every_form_is_there_and_says_that_a_rule_made_it(self, country):
        for code in OF_MINISTRIES:
            partner = composed(country, code)
            for lang, phrase in partner.name.items() if partner else ():
                cases = {"de": CASES[:4], "en": CASES[:1], "ru": CASES}[lang]
                assert all(getattr(phrase, case) for case in cases), (country, code, lang)
                assert set(phrase.derived) >= set(cases)
                assert lang == "ru" or phrase.article is True
                assert lang == "en" or phrase.gender is not None

    @pytest.mark.parametrize("country", COUNTRIES)
    def test_in_russian_and_german_only_the_head_is_declined(self, country):
        for code in OF_MINISTRIES:
            partner = composed(country, code)
            for lang, words in (("de", 1 + (country == "CH")), ("ru", 2)) if partner else ():
                phrase = partner.name[lang]
                forms = [text for case in CASES if (text := getattr(phrase, case))]
                assert len({text.split(" ", words)[words] for text in forms}) == 1
                assert forms[0] != forms[1]

    def test_no_composed_id_is_that_of_another_body(self):
        known = reference.institutions()
        for country in {row.get("country") for row in known.values()} - {None}:
            for code in OF_MINISTRIES:
                partner = Partner.ministry(country, code)
                assert partner.id not in known or partner is Partner.institution(partner.id)

    def test_portfolios_are_named_once_and_in_the_order_given(self):
        assert Partner.ministry("MN", "trade", "industry", "trade").label("en") == (
            "Ministry of Trade and Industry of Mongolia"
        )
        assert Partner.ministry("MN", "trade") is Partner.ministry("MNG", "trade", "trade")

    def test_in_russian_what_needs_a_preposition_comes_last(self):
        name = Partner.ministry("AZ", "women", "trade").label("ru")

        assert name == "Министерство торговли и по делам женщин Азербайджанской Республики"

    def test_a_title_tells_that_the_name_was_made(self):
        title = Agreement(
            "a", "mou", [Partner.ministry("OM", "energy"), Partner.ministry("KZ", "energy")]
        ).title("ru")
        assert "между Министерством энергетики Султаната Оман и Министерством" in title
        assert title.derived == (("Министерство энергетики Султаната Оман", "ins"),)
        assert title.missing == ()

    def test_a_language_that_users_add_names_ministries_when_it_has_the_words(self, tmp_path):
        """A head noun without a portfolio is no name."""
        tables = {
            "vocabulary": "id\tnom\npartner_kind.ministry\tministerstwo\n",
            "countries": "id\tnom\tgen\nKI.official\tRepublika Kiribati\tRepubliki Kiribati\n",
            "frames": "id\tframe\nministry\t{head} {fields:gen} {state:gen}\n",
            "portfolios": "id\tnom\tgen\nenergy\tenergia\tenergii\n",
        }
        for name, text in tables.items():
            (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
        add_language("pl", tmp_path)
        name = Partner.ministry("KI", "energy").name
        assert name["pl"].nom == "Ministerstwo energii Republiki Kiribati"
        assert set(Partner.ministry("KI", "health").name) == set(LANGUAGES)


class TestRefusals:
    @pytest.mark.parametrize(
        ("asked", "text"),
        [
            (("UZ", "enregy"), "'enregy' is not a code of the portfolios; did you mean 'energy'?"),
            (("UZ", "Energiewirtschaft"), "did you mean 'energy'?"),
            (("UZ", "МИД"), "did you mean 'foreign_affairs'?"),
            (("UZ", "Commerce"), "did you mean 'trade'?"),
            (("UZ", "xyzzy"), "'xyzzy' is not a code of the portfolios"),
            (("Uzbekistan", "energy"), "did you mean 'UZ'?"),
            (("AQ", "energy"), "'AQ' is not a code of a state, which alone has ministries"),
        ],
    )
    def test_an_unknown_code_comes_with_the_one_that_may_be_meant(self, asked, text):
        with pytest.raises(UnknownCode) as caught:
            Partner.ministry(*asked)
        assert str(caught.value).endswith(text)

    def test_what_no_ministry_is_named_after_is_not_made_up(self):
        """But beside another portfolio it can be in a name."""
        with pytest.raises(UnknownCode, match="no ministry is named after it alone"):
            Partner.ministry("FJ", "customs")
        assert "Trade and Customs" in Partner.ministry("FJ", "trade", "customs").label("en")

    @pytest.mark.parametrize("code", [5, None, ["energy"]])
    def test_what_is_no_text_is_no_portfolio(self, code):
        with pytest.raises(ValidationError) as caught:
            Partner.ministry("UZ", code)
        assert [one.code for one in caught.value.problems] == ["wrong-type"]


class TestTables:
    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_every_portfolio_has_its_words_in_every_language(self, lang):
        table = lexicon(lang).rows("portfolios")
        assert {code for code in table if "+" not in code} == set(reference.portfolios())
        assert all("nom" in row and (lang != "ru" or "gen" in row) for row in table.values())
        assert {code for code in table if "+" in code} == {
            code for code in lexicon("en").rows("portfolios") if "+" in code
        }

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_no_two_portfolios_have_one_name(self, lang):
        names = Counter(row["nom"] for row in lexicon(lang).rows("portfolios").values())
        assert max(names.values()) == 1

    def test_sectors_styles_and_kin_are_codes_that_exist(self):
        akin = {row.get("akin") for row in reference.portfolios().values()} - {None}
        assert akin <= {code for code, row in reference.portfolios().items() if "akin" not in row}
        sectors = {row.get("sector") for row in reference.portfolios().values()} - {None}
        assert sectors <= set(reference.sectors())
        for country, style in reference.ministry_styles().items():
            assert country in reference.countries()
            for lang in LANGUAGES:
                assert isinstance(lexicon(lang).phrase("vocabulary", style["head"]), Phrase)
            assert "frame" not in style or lexicon("en").frames(style["frame"])


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(rows()) + "\n", encoding="utf-8")
