"""Where and when English titles say that they were signed, and firms and bodies by their nouns."""

from __future__ import annotations

import pytest

import bilateral as bl

_TREATY = "Agreement between India and Brazil on fisheries"


@pytest.mark.parametrize(
    "date",
    [
        "signed on 23rd June, 2003",
        "signed on 23 June, 2003",
        "signed on the 23rd of June, 2003",
        "23rd June, 2003",
        "June 23rd, 2003",
    ],
)
def test_a_comma_before_the_year_belongs_to_the_date(date: str) -> None:
    title = bl.parse_title(f"{_TREATY}, {date}", "en")
    assert (str(title.date), title.subject) == ("2003-06-23", "fisheries")


@pytest.mark.parametrize(
    "place",
    [
        "Port Vila",
        "Cape Town",
        "Kuwait City",
        "The Hague",
        "at The Hague",
        "New Delhi, India",
        "Portland, Oregon",
        "Washington, D.C.",
        "Geneva",
    ],
)
def test_the_place_of_signature_is_no_subject(place: str) -> None:
    title = bl.parse_title(f"{_TREATY}, {place}, 3 June 2003", "en")
    assert (title.subject, title.rest) == ("fisheries", (place.rstrip("."),))
    assert [one.code for one in title.sectors] == ["fisheries"]


@pytest.mark.parametrize(
    "text",
    [
        "Agreement on health between India and Peru, 3 June 2003",
        "MoU between the University of Lima and the Bank (Peru, 3 June 2003)",
        "MoU between Fudan University and University of Lima, Peru, 3 June 2003",
    ],
)
def test_a_country_without_a_town_before_it_is_no_place_of_signature(text: str) -> None:
    assert "Peru" not in bl.parse_title(text, "en").rest


@pytest.mark.parametrize(
    "text", ["Eesti Gaas AS", "Landsvirkjun hf.", "Reykjavik Geothermal ehf.", "Empresa Nacional"]
)
def test_a_firm_is_known_by_its_legal_form(text: str) -> None:
    title = bl.parse_title(f"MoU between Telenor ASA and {text} on smart grids", "en")
    assert [str(one.kind) for one in title.parties] == ["company", "company"]
    assert (title.parties[1].text.rstrip("."), title.subject) == (text.rstrip("."), "smart grids")


def test_in_capitals_as_is_no_legal_form() -> None:
    title = bl.parse_title("AGREEMENT BETWEEN FRANCE AND SPAIN AS REGARDS FISHERIES", "en")
    assert [one.text for one in title.parties] == ["FRANCE", "SPAIN"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Public Ministry of Romania", "public_body"),
        ("Food Safety Inspection Body of Armenia", "public_body"),
        ("State Labour Inspection of Georgia", "public_body"),
        ("Attorney General of Peru", "public_body"),
        ("Maritime and Port Authority of Singapore", "public_body"),
        ("Brazilian Agricultural Research Corporation", "research_institute"),
        ("Guyana Technical Training Institute", "school"),
        ("Public Service Media of Maldives", "broadcaster"),
        ("Sri Lanka Rupavahini Corporation", "broadcaster"),
        ("Department of National Defense of the Philippines", "ministry"),
        ("Port of Colombo", "company"),
    ],
)
def test_a_body_is_what_the_whole_of_its_noun_says(name: str, kind: str) -> None:
    title = bl.parse_title(f"MoU between the Hamburg Port Authority and the {name}", "en")
    assert (title.parties[1].text, str(title.parties[1].kind)) == (name, kind)


def test_exchange_of_information_may_be_about_anything() -> None:
    title = bl.parse_title("MoU on exchange of information between India and Peru", "en")
    assert not title.sectors
    assert title.uncertain == {"sectors"}
    fintech = bl.parse_title("MoU between India and Peru on information exchange on fintech", "en")
    assert [one.code for one in fintech.sectors] == ["finance"]


def test_a_river_says_nothing_beside_another_field() -> None:
    for about, field in (("the Danube", "water_resources"), ("a bridge over it", "transport")):
        text = f"Agreement on {about.replace('it', 'the Danube')} between Romania and Serbia"
        assert [one.code for one in bl.parse_title(text, "en").sectors] == [field]


def test_what_a_title_says_behind_its_parties_is_no_part_of_the_subject_before_them() -> None:
    text = "Agreement on fisheries between Australia and Japan concerning tuna"
    title = bl.parse_title(text, "en")
    assert (title.subject, title.rest) == ("fisheries", ("tuna",))


def test_an_organisation_may_say_what_it_is_for() -> None:
    name = "Saudi Organization for Chartered and Professional Accountants"
    title = bl.parse_title(f"MoU between the Law Society of Ireland and the {name}", "en")
    assert title.parties[1].text == name


@pytest.mark.parametrize(
    "remark",
    [
        "(not yet in force)",
        "– DRAFT, not signed",
        "(draft 3)",
        "(2nd version)",
        ", USD 21 m",
        "(NOK 6.5m)",
        "[initialled]",
        "(replaced in 2017)",
        "w.e.f. 1.4.2015",
        "(terminated 30.6.2018)",
        "(expired 2019)",
        '(hereinafter "the Agreement")',
        '("the Agreement")',
        "(hereinafter referred to as “the Agreement”)",
        ", as amended on 2 May 2007, 3 June 2008 and 4 July 2009",
        ", last amended on May 2, 2007",
        "as amended on 3 June 2004",
        ", effective 1 July 2019",
        ". Came into force on 18 February 1987",
        ", tacitly renewed",
        ", confidential",
        ", exch. of letters",
        "(Articles 5 and 6)",
        "(ref. X/2022/017)",
        "(with Administrative Arrangement)",
        ", with annexes I to IV",
    ],
)
def test_how_a_document_is_kept_is_neither_subject_nor_party_nor_day(remark: str) -> None:
    parts = _TREATY.replace("India and Brazil on", "India and Brazil {} on")
    for text in (f"{_TREATY} {remark}", parts.format(remark) if remark[0] == "(" else _TREATY):
        title = bl.parse_title(text.replace(" ,", ",").replace(" .", "."), "en")
        assert [party.text for party in title.parties] == ["India", "Brazil"]
        assert (title.subject, title.date, title.period) == ("fisheries", None, None)
        assert title.rest or text == _TREATY
        assert not title.uncertain


@pytest.mark.parametrize(
    "subject",
    ["renewable energy", "file sharing", "the Parties", "articles of leather", "draft animals"],
)
def test_words_of_remarks_may_be_what_a_document_is_about(subject: str) -> None:
    text = f"Agreement between India and Brazil on trade, {subject}"
    assert "trade" in (bl.parse_title(text, "en").subject or "")
    title = bl.parse_title(f"Agreement on {subject} between India and Brazil", "en")
    assert subject.endswith(title.subject or "nothing")


@pytest.mark.parametrize(
    ("remark", "period"),
    [
        (", extended until 2027", "../2027"),
        (", renewed until June 2027", "../2027-06"),
        (", valid thru 2027", "../2027"),
        (", since 2009", "2009/.."),
        ("(2012–2017, renewed)", "2012/2017"),
    ],
)
def test_how_long_it_has_been_extended_is_kept(remark: str, period: str) -> None:
    title = bl.parse_title(f"{_TREATY}{remark}", "en")
    assert (title.subject, title.date, str(title.period)) == ("fisheries", None, period)


@pytest.mark.parametrize(
    ("signature", "rest"),
    [
        (", signed Lima 2008", ("Lima",)),
        (", signed 2008", ()),
        ("(signed in 2008)", ()),
        (", done in Lima in 2008", ("in Lima",)),
        (", Lima, 2008", ("Lima",)),
        (", Lima 2008", ("Lima",)),
        (" – 2008", ()),
        (", signed in 2008 and extended in 2015", ("and extended in 2015",)),
    ],
)
def test_the_year_of_signature_is_the_date(signature: str, rest: tuple[str, ...]) -> None:
    title = bl.parse_title(f"{_TREATY}{signature}", "en")
    assert (str(title.date), title.period, title.rest) == ("2008", None, rest)
    assert title.subject == "fisheries"


def test_the_year_of_something_else_is_not() -> None:
    for text in (", signed for Lima and 2008 others", ", signed by us in 2008"):
        assert bl.parse_title(f"{_TREATY}{text}", "en").date is None
    title = bl.parse_title(f"Plan signed Lima 2008: {_TREATY}", "en")
    assert title.date is None
    title = bl.parse_title("Agreement on fish signed 2008 between India and Brazil", "en")
    assert (title.subject, str(title.date)) == ("fish", "2008")
    title = bl.parse_title("Agreement on fish signed 1990s between India and Brazil", "en")
    assert str(title.date) != "2008"
    title = bl.parse_title("Agreement on the fish signed Lima 2008 between India and Brazil", "en")
    assert title.date is None


def test_the_town_of_an_academy_before_a_year_is_no_party() -> None:
    text = "Agreement between the Georgian Academy of Sciences and the Estonian Academy of Sciences"
    title = bl.parse_title(f"{text}, Tallinn, 1996", "en")
    assert [party.country for party in title.parties] == ["GE", "EE"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the Minister of Health of Malta and the Minister for Health of Ireland", "ministry"),
        ("the Rector of the University of Malta and the Rector of Kyoto University", "university"),
        ("the Speaker of the Knesset and the President of the Bundestag", "parliament"),
        ("the Governor of the Bank of Korea and the Governor of the Bank of Japan", "bank"),
        ("the Governor of Texas and the Governor of Chihuahua", "regional_executive"),
        ("the President of the Republic of Korea and the President of Mongolia", "head_of_state"),
    ],
)
def test_who_holds_an_office_acts_for_its_body(text: str, kinds: str) -> None:
    title = bl.parse_title(f"Agreement between {text}", "en")
    assert [str(party.kind) for party in title.parties] == [kinds, kinds]
    assert "sides" not in title.uncertain


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Letter of Agreement of the Royal Hospital Melbourne with War Hospital, Suva",
            ["Royal Hospital Melbourne", "War Hospital, Suva"],
        ),
        (
            "Partnership contract: National Library of Malta with Robert Koch Institute",
            ["National Library of Malta", "Robert Koch Institute"],
        ),
        ("Sister City Agreement: Tauranga with Yantai", ["Tauranga", "Yantai"]),
        ("MoU with Kyoto University on student exchange", ["Kyoto University"]),
        ("MoU with Acme on student exchange", ["Acme"]),
        ("MoU on archives with Foo Bar (Norway)", ["Foo Bar (Norway)"]),
        ("MoU on working with Young People", []),
        ("MoU on working with young people", []),
        ("MoU on trade with the", []),
    ],
)
def test_who_has_a_document_with_another_one(text: str, sides: list[str]) -> None:
    title = bl.parse_title(text, "en")
    assert [party.text for party in title.parties] == sides
    assert len(sides) != 1 or "sides" in title.uncertain


@pytest.mark.parametrize(
    ("text", "sides", "subject"),
    [
        (
            "MoU between the University of Malta and the University of Pisa - student exchange",
            ["University of Malta", "University of Pisa"],
            "student exchange",
        ),
        (
            "MoU between Kenya Railways and PKP S.A. on museum locomotives",
            ["Kenya Railways", "PKP S.A."],
            "museum locomotives",
        ),
        (
            "Agreement between the cities of Galway, Ireland and Lorient, France on trade",
            ["Galway, Ireland", "Lorient, France"],
            "trade",
        ),
        (
            "MOA – Student Exchange (max 4 each): University of Malta & University of Pisa",
            ["University of Malta", "University of Pisa"],
            "Student Exchange (max 4 each)",
        ),
        (
            "No. 14249. Malta and Jordan: Agreement relating to volunteers: Amman, 2 May 1974",
            ["Malta", "Jordan"],
            "volunteers",
        ),
        ("MoU between UCT And The IRD Re Coastal Management", ["UCT", "IRD"], "Coastal Management"),
        ("MoU between the UCT and the IRD re wind", ["UCT", "IRD"], "wind"),
        (
            "Memorandum of Cooperation – Zurich Zoo / San Diego Zoo: breeding",
            ["Zurich Zoo", "San Diego Zoo"],
            "breeding",
        ),
    ],
)
def test_parties_end_before_what_a_title_is_about(
    text: str, sides: list[str], subject: str
) -> None:
    title = bl.parse_title(text, "en")
    assert [party.text for party in title.parties] == sides
    assert title.subject == subject


def test_what_a_document_is_done_to_is_not_said_by_its_kind() -> None:
    of_others = ("Denunciation of the", "Annex 4 (Fees) to the", "Adjustment to the")
    for before in (*of_others, "Side Letter to the", "Withdrawal from the"):
        text = f"{before} Agreement between India and Brazil on fisheries"
        assert "kind" in bl.parse_title(text, "en").uncertain


@pytest.mark.parametrize(
    "text",
    [
        "Oath, Hebden Royd and St Pol",
        "Boise, Idaho / Guernica sister city agreement 1993",
        "Joint declaration of full communion, Church of Jamaica and the Church of Sweden",
        "MoU between the Bank of Peru - Lima Stock and the Bank of Chile",
        "MoU on halal food, Philippines & Brunei Darussalam (Ministry of Religious Affairs)",
    ],
)
def test_who_the_parties_are_is_asked_where_they_are_not_told(text: str) -> None:
    assert "sides" in bl.parse_title(text, "en").uncertain


def test_a_year_behind_the_brackets_of_the_parties_is_the_date() -> None:
    title = bl.parse_title("Extradition Treaty (Peru, Spain) 1989", "en")
    assert (str(title.date), title.subject) == ("1989", None)
    title = bl.parse_title("Trade agreement (1953) between Peru and Spain on wool", "en")
    assert (str(title.date), title.subject) == ("1953", "wool")


def test_the_one_of_two_parties_that_is_not_found_is_no_certain_subject() -> None:
    title = bl.parse_title("Police MoU: An Garda Síochána with the Police of Kenya", "en")
    assert {"sides", "subject"} <= title.uncertain
