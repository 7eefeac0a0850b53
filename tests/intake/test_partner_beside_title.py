"""A title with two sides is compared with the column of partners."""

import pytest

import bilateral as bl
from bilateral.intake.layout.headings import Heading, is_record
from bilateral.partners import PartnerKind
from tests.intake.reading import agreement, codes, only

TITLE = "Memorandum between the Ministry of Health of Kazakhstan and {}"
HEALTH = "the Ministry of Health of Poland"


def row(other: str, partner: str, header: str = "Partner") -> list[str]:
    text = f"Title;{header};Signed\n{TITLE.format(other)};{partner};2001\n"
    return codes(only(text, "en", home="KZ")[1])


@pytest.mark.parametrize(
    ("other", "partner"),
    [
        (HEALTH, "Ministry of Health of Hungary"),
        (HEALTH, "Ministry of Culture of Poland"),
        (HEALTH, "Ministry of Finance of the Republic of Poland"),
        ("the University of Lodz (Poland)", "University of Szczecin, Poland"),
        ("the World Health Organization", "International Labour Organization"),
        ("the World Health Organization", "International Organisation of Birds"),
        ("Gomel Region (Belarus)", "Grodno Region, Belarus"),
        ("the City of Lodz", "Szczecin"),
    ],
)
def test_another_partner_in_the_column_is_asked_about(other: str, partner: str) -> None:
    assert row(other, partner) == ["different-sides"]


@pytest.mark.parametrize(
    ("other", "partner"),
    [
        (HEALTH, "Ministry of Health of Poland"),
        (HEALTH, "Poland"),
        (HEALTH, "Mazowieckie, Poland"),
        (HEALTH, "Jagiellonian University, Poland"),
        (HEALTH, "???"),
        ("the University of Lodz (Poland)", "Lodz University, Poland"),
        ("the Region of Smallville (Poland)", "Region of Littleville, Poland"),
    ],
)
def test_what_says_less_or_the_same_is_no_other_partner(other: str, partner: str) -> None:
    assert row(other, partner) == []


def test_a_title_in_doubt_is_not_compared() -> None:
    assert row("the Ministry of Nonsense", "Poland") != ["different-sides"]


def test_a_title_that_is_cut_inside_of_the_partner_leaves_it_to_its_column() -> None:
    home = bl.Partner("nba", "organisation", {"en": "National Bee Agency"}, country="PH")
    name = "Honey and Wax Bureau, City of Yokohama"
    text = f"Title;Counterpart;Country\nMoU between NBA and the {name};{name};Japan\n"
    [found], _ = bl.read_list(text, "en", home=home)
    own, other = found.partners
    assert (own.id, other.country) == ("nba", "JP")
    # What every town has is called after it.
    assert other.name.marked("en") == "Honey and Wax Bureau (City of Yokohama)"


DUNEDIN = bl.Partner.like("Dunedin City Council", "en", country="NZ")


class TestOneBesideTheOwner:
    """What stands behind "with" is read as it is behind "between" the owner of the list and it."""

    @pytest.mark.parametrize(
        ("title", "name", "country"),
        [
            ("Sister City Agreement with the City of Portsmouth, Virginia", "Portsmouth", "US"),
            ("Sister City Agreement with Paris, Texas, 1999", "Paris", "US"),
            ("MOU with Yangpu District of Shanghai, 2016", "Yangpu District", "CN"),
            ("Protocol of Intent with Suva City Council", "Suva City Council", "FJ"),
            ("Friendship Agreement with Granada, Spain", "Granada", "ES"),
            ("MOU on culture, Dunedin City Council/Shanghai, a renewal", "Shanghai", "CN"),
        ],
    )
    def test_is_known_by_its_place(self, title: str, name: str, country: str) -> None:
        ours, other = agreement(f"{title}\n", "en", home=DUNEDIN).partners
        assert (ours, other.country) == (DUNEDIN, country)
        assert name in other.name.marked("en")

    def test_a_town_in_the_list_of_one_is_no_region(self) -> None:
        found = agreement("Friendship Agreement with Granada, Spain\n", "en", home=DUNEDIN)
        assert found.partners[1].kind is PartnerKind.CITY

    @pytest.mark.parametrize(
        ("title", "code"),
        [
            ("Letter of Intent with Orlando Parks Department", "no-country-known"),
            ("Agreement on compliance with standards", "no-sides"),
            ("Agreement with cities", "no-sides"),
            ("Agreement with the Government of Japan and Handan (China, Hebei)", None),
        ],
    )
    def test_that_is_not_known_is_asked(self, title: str, code: str | None) -> None:
        asked = codes(only(f"{title}\n", "en", home=DUNEDIN)[1])
        assert asked
        assert code is None or code in asked

    def test_a_body_with_a_partner_of_its_own_is_no_partner(self) -> None:
        title = "Toitū Otago Settlers Museum - loan contract with Lerwick (Shetland Museum)"
        assert "unknown-party" in codes(only(f"{title}\n", "en", home=DUNEDIN)[1])
        title = "UNESCO City of Literature: Exchange Residency with Granada, Spain"
        found, _ = only(f"{title}\n", "en", home=DUNEDIN, kind="agreement")
        assert found is None or [one.country for one in found.partners] == ["NZ", "ES"]


def test_two_parties_behind_a_sign_make_no_heading() -> None:
    text = "Port-to-port friendship: Port of Otago & Port of Otaru\nTwinning with Edinburgh\n"
    first, _ = bl.read_list(text, "en", home=DUNEDIN).review.rows
    assert first.state is bl.RowState.REFUSED
    assert not is_record(
        "Port-to-port friendship: music and dance", Heading(kind=bl.AgreementKind.FRIENDSHIP), "en"
    )


@pytest.mark.parametrize(
    "title", ["Vereinbarung mit", "Vereinbarung mit der", "Abkommen mit (1990)"]
)
def test_a_title_that_ends_where_its_partner_should_be_makes_no_agreement(title: str) -> None:
    home = bl.Partner("bonn", "city", {"de": "Stadt Bonn"}, country="DE")
    assert not bl.read_list(f"{title}\n", "de", home=home)[0].agreements


def test_the_fields_of_who_leads_are_no_subject() -> None:
    rows = (("Peru", "Trade and Industry"), ("Mali", "Health"), ("Togo", "Tourism"))
    rows += (("Oman", "Agriculture"), ("Chile", "Education"), ("Cuba", "Defence and Security"))
    text = "".join(
        f"KE/{n};Agreement between Kenya and {country} on visas;{n}/05/2020;{ministry}\n"
        for n, (country, ministry) in enumerate(rows, 13)
    )
    dossier, review = bl.read_list(f"Ref No;Title;Signed;Lead Ministry\n{text}", "en", home="KE")
    assert review.columns["Lead Ministry"] == "sectors"
    assert [one.subject for one in dossier.agreements] == [None] * len(rows)


@pytest.mark.parametrize("cell", ["(((", "—", "„“", "***", "№", "()"])
def test_a_cell_without_a_word_names_no_partner(cell: str) -> None:
    rows = f"{cell};Polen;MoU\nLyon;Frankreich;MoU\n"
    _, review = bl.read_list(f"Partner;Land;Art\n{rows}", "de", home="Stadt Göttingen")
    first, second = review.rows
    assert codes(first) == ["unknown-party"]
    assert second.state is bl.RowState.TAKEN


def test_lines_without_words_are_asked_about_and_nothing_is_raised() -> None:
    text = "Vertrag mit\nVertrag mit (\n(((\n—\nMoU mit Lyon, 1962\n"
    assert bl.read_list(text, "de", home="Stadt Göttingen").review.questions


def test_a_point_in_a_bracket_divides_no_line() -> None:
    lines = "Jugendaustausch Powiat Lubań (mündl. Absprache)\nPartnerschaft mit Liberec, 1994\n"
    dossier, review = bl.read_list(lines, "de", home="Landkreis Bautzen")
    assert not any("(" in partner.label("de") for partner in dossier.partners)
    assert review[1].questions
