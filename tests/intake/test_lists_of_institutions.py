"""The lists that universities, ports, libraries and chambers keep, in their own layouts."""

from __future__ import annotations

from typing import Any

import pytest

import bilateral as bl
from bilateral.intake.cells import Cells
from bilateral.intake.layout.date_orders import DateOrder, DateStyle
from bilateral.intake.layout.headers import field_of
from bilateral.intake.tails import Tails, day_behind
from bilateral.intake.validity import Validities, Validity
from tests.intake.reading import agreement, codes, only

PORT = bl.Partner.like("Port of Rotterdam Authority", "en", country="NL")
COLLEGE = bl.Partner.like("Universidad Mayor de San Simón", "en", country="BO")


def questions(text: str, **options: Any) -> list[str]:
    _, review = bl.read_list(text, "en", **options)
    return [one.code for row in review for one in row.questions]


# --- titles with a day behind them ---


def titles(*days: str) -> bl.Dossier:
    text = "".join(f"Memorandum between Yazd University, Iran and UMSS{day}\n" for day in days)
    dossier, review = bl.read_list(text, "en", home=COLLEGE)
    assert not [one for row in review for one in row.questions]
    return dossier


def test_days_behind_titles_are_in_the_order_that_their_list_tells() -> None:
    dossier = titles(" 11-04-22", " 28-03-22", " 14-03-2022", " (12-8-21)")
    days = ["2022-04-11", "2022-03-28", "2022-03-14", "2021-08-12"]
    assert [str(one.dates("signed")[0]) for one in dossier.agreements] == days


def test_the_initials_of_an_owner_leave_out_small_words_of_its_language() -> None:
    (found,) = titles(" 28-03-2022").agreements
    assert found.sides[0].partners == (COLLEGE,)


def test_a_day_that_no_other_row_explains_is_asked() -> None:
    _, row = only("Memorandum between Yazd University, Iran and UMSS 11-04-2022\n", "en", home="BO")
    assert "ambiguous-text" in codes(row)


@pytest.mark.parametrize(
    "text",
    ["Agreement of 12.05.2011", "Agreement signed 12-05-2011", "Agreement dated 12-05-2011"],
)
def test_a_day_that_words_before_make_part_of_the_title_stays(text: str) -> None:
    _, cells = _tails().divided(text)
    assert not cells


@pytest.mark.parametrize("text", ["Plan 2019-20", "Phase 45-12-22", "Protocol 1.2"])
def test_figures_that_are_no_day_are_none(text: str) -> None:
    assert day_behind(text) is None


def _tails() -> Tails:
    cells = Cells("en")
    return Tails("en", cells, Validities("en", cells))


# --- days ---


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("2013, Nov", "2013-11", None),
        ("2013-Nov", "2013-11", None),
        ("2013 November 5", "2013-11-05", None),
        ("2013-Nov-05", "2013-11-05", None),
        ("12 May 2016*", "2016-05-12", None),
        ("May 2016 1)", "2016-05", None),
        ("Nov.13", "2013-11", None),
        ("5 Nov 2013 (Rome)", "2013-11-05", "Rome"),
        ("2013, Rome", "2013", "Rome"),
    ],
)
def test_a_day_is_read_in_the_ways_of_offices(text: str, day: str, place: str | None) -> None:
    found = Cells("en").day_and_place(text, DateStyle(DateOrder.DAY_FIRST, 30))
    assert (str(found[0].value), found[1]) == (day, place)


def test_what_is_no_place_in_brackets_is_none() -> None:
    reading, place = Cells("en").day_and_place("5 Nov 2013 (Tuesday)")
    assert reading.problem is not None
    assert place is None


@pytest.mark.parametrize(
    ("cell", "day"),
    [("since 1998", "1998"), ("2018, renewed 2023", "2018"), ("2001 (renewed 2011)", "2001")],
)
def test_a_day_of_signature_stands_among_words(cell: str, day: str) -> None:
    text = f"Partner;Country;Kind;Signed\nBusan Port Authority;South Korea;MoU;{cell}\n"
    assert [str(one) for one in agreement(text, "en", home=PORT).dates("signed")] == [day]


# --- how long ---


@pytest.mark.parametrize(
    ("text", "header", "read"),
    [
        ("5-year", "", Validity(bl.Term(length="P5Y"))),
        ("3 + 2 years", "", Validity(bl.Term(length="P3Y"), is_whole=False)),
        ("3 years + 3 years", "", Validity(bl.Term(length="P3Y"), is_whole=False)),
        ("1+1", "Term (years)", Validity(bl.Term(length="P1Y"), is_whole=False)),
        ("1+1", "", None),
        ("2019 –", "", Validity(period=bl.Period.parse("2019/.."))),
        ("up to 5 years", "", Validity(is_whole=False)),
        ("not less than 3 years", "", Validity(is_whole=False)),
        ("co-terminus w/ MOU", "", Validity(is_whole=False)),
        ("per exhibition", "", Validity(is_whole=False)),
        (
            "until end of exhibition",
            "",
            Validity(bl.Term(until_event={"en": "end of exhibition"}), is_whole=False),
        ),
        (
            "3 yrs, auto",
            "",
            Validity(bl.Term(length="P3Y", renewal=bl.Renewal(indefinite=True)), is_whole=False),
        ),
    ],
)
def test_a_length_is_read_as_far_as_it_is_certain(
    text: str, header: str, read: Validity | None
) -> None:
    assert Validities("en", Cells("en")).read(text, header).value == read


def test_up_to_some_years_is_no_length_in_other_languages() -> None:
    for lang, text in (("de", "bis zu 5 Jahre"), ("ru", "не более 5 лет")):
        assert Validities(lang, Cells(lang)).read(text, "").value == Validity(is_whole=False)
    until = Validities("ru", Cells("ru")).read("до 2025 года", "").value
    assert until == Validity(bl.Term(until="2025"))


# --- columns ---


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Sister park", "partner"),
        ("Foreign library", "partner"),
        ("Signed with", "partner"),
        ("Federation", "partner"),
        ("Continent / country", "country"),
        ("Original/ Amending Instrument", "kind"),
        ("Exp.", "expires"),
        ("For how long", "validity"),
        ("Signed by", None),
        ("Foreign language", "languages"),
    ],
)
def test_headers_of_bodies_name_fields(header: str, field: str | None) -> None:
    assert field_of(header, "en") == field


def test_a_header_that_names_a_party_and_its_country_means_what_stands_there() -> None:
    rows = "\n".join(
        f"{who};MoU;2013"
        for who in ("Ghent Port (Belgium)", "PSA (Singapore)", "Pelindo (Indonesia)")
    )
    _, review = bl.read_list(f"Partner (country);Doc.;Since\n{rows}\n", "en", home=PORT)
    assert review.columns["Partner (country)"] == "partner"
    titles = "\n".join(
        f"{state};Memorandum on trade between us and {state};2013"
        for state in ("Kuwait", "Qatar", "Jordan")
    )
    _, review = bl.read_list(f"Region / Partner / country;Agreement;Signed\n{titles}\n", "en")
    assert review.columns["Region / Partner / country"] == "country"
    mixed = "\n".join(
        f"{who};MoU;2013" for who in ("Ghent Port", "Belgium", "Pelindo (Indonesia)", "Qatar")
    )
    _, review = bl.read_list(f"Partner (country);Doc.;Since\n{mixed}\n", "en", home=PORT)
    assert review.columns["Partner (country)"] == "country"


def test_a_place_beside_a_partner_tells_its_country() -> None:
    rows = [
        "National Library;Canberra;MoU;2010",
        "British Library;London, UK;MoU;2011",
        "Royal Library;Oslo;MoU;2012",
        "Institut Imagine;Paris;MoU;2013",
    ]
    text = "\n".join(("Library;Where;What;Dated", *rows)) + "\n"
    home = bl.Partner.like("National Library of New Zealand", "en", country="NZ")
    dossier, review = bl.read_list(text, "en", home=home)
    assert review.columns["Where"] == "country"
    assert [one.sides[1].partners[0].country for one in dossier.agreements] == [
        "AU",
        "GB",
        "NO",
        "FR",
    ]


# --- parties ---


def test_in_the_list_of_a_body_an_unknown_name_is_one_of_a_body() -> None:
    text = "Partner;Country;Kind;Signed\nBlue Harbour;Singapore;MoU;2001\n"
    found = agreement(text, "en", home=PORT)
    assert found.sides[1].partners[0].kind is bl.PartnerKind.ORGANISATION
    _, row = only(text, "en", home="NL")
    assert "unknown-party" in codes(row)


def test_a_country_alone_is_never_the_partner_of_a_body_in_silence() -> None:
    text = "Partner state;Document;Signed\nPoland;Coop. agreement, Polish Library;2015\n"
    assert "only-country" in questions(text, home=PORT)


def test_a_town_and_a_state_behind_a_body_are_no_parties() -> None:
    text = 'Institution;Kind;Signed\n"University of Ghent, Ghent, Belgium";MoU;25/11/2013\n'
    (partner,) = agreement(text, "en", home=PORT).sides[1].partners
    assert (partner.kind, partner.country) == ("university", "BE")


def test_the_country_that_is_left_does_not_tell_the_sides_of_several() -> None:
    title = (
        "Memorandum between the Department of Labor and Employment and the Ministry of"
        " Employment and Labor, Republic of Korea (EPS renewal)"
    )
    text = f'Country;Title;Signed\n"Korea, Rep. of";"{title}";2014\n'
    assert "uncertain-reading" in questions(text, home="PH")


# --- kinds ---


def test_the_header_of_a_day_may_tell_what_was_signed() -> None:
    text = "Association;MoU signed\nJapan Football Association;14.11.2019\n"
    home = bl.Partner.like("Football Association of Wales", "en", country="GB")
    assert agreement(text, "en", home=home).kind is bl.AgreementKind.MOU
    assert "no-kind-in-list" in questions(text.replace("MoU signed", "Signed"), home=home)


def test_an_amending_instrument_is_one() -> None:
    assert Cells("en").kind("Amending Instrument (a)").value is bl.AgreementKind.AMENDING_PROTOCOL


# --- what is left of a title ---


@pytest.mark.parametrize(
    ("tail", "place", "entry"),
    [
        (", signed at Kilkenny", "Kilkenny", None),
        (", done at Port Louis", "Port Louis", None),
        (" [in force 12 August 2016]", None, bl.Term(entry=bl.Start(date="2016-08-12"))),
    ],
)
def test_where_it_was_signed_and_what_happened_since_may_stand_behind_a_title(
    tail: str, place: str | None, entry: bl.Term | None
) -> None:
    text = f"Title;Signed\nAgreement between Ireland and Norway on trade{tail};2001\n"
    found = agreement(text, "en", home="IE")
    (event,) = found.events
    assert (event.place, found.term) == (place, entry)


def test_what_a_column_says_too_is_asked() -> None:
    title = "Agreement between Ireland and Norway on trade, done at Oslo"
    text = f"Title;Signed;Place\n{title};2001;Cork\n"
    assert questions(text, home="IE") == ["not-understood"]


def test_a_sum_may_say_of_what_it_is() -> None:
    text = "Country;Title;Signed\nFrance;Agreement on trade;2001\nTotal;1 instrument;\n"
    _, review = bl.read_list(text, "en", home="IE")
    assert [one.state for one in review.rows][1:] == [bl.RowState.HEADING]


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Hong Kong Special Administrative Region", "hk"),
        ("Government of the Hong Kong Special Administrative Region", "hk-government"),
        ("Macau Special Administrative Region", "mo"),
    ],
)
def test_a_special_administrative_region_is_the_one_that_its_short_name_means(
    name: str, id: str
) -> None:
    assert bl.Partner.like(name, "en").id == id


def test_a_date_in_figures_may_have_its_place_behind_it_without_a_mark() -> None:
    reading, place = Cells("en").day_and_place("5.11.2025 Bonn", None)
    assert (str(reading.value), place) == ("2025-11-05", "Bonn")


def test_many_words_are_no_town() -> None:
    assert not _tails().is_town("the town that nobody on this earth has ever seen")


def test_a_column_of_kinds_with_titles_in_it_has_those() -> None:
    text = (
        "Doc;Institution;Signed\nMOU for research at Koobi Fora;Stony Brook University, USA;2007\n"
        "Agreement on scanning of fossils;University of Leipzig, Germany;2011\n"
        "MoU on herbarium specimens;University of Helsinki, Finland;2016\n"
        "Letter of intent;University of Bergen, Norway;2017\n"
    )
    _, review = bl.read_list(text, "en", home="KE")
    assert review.rows[0].title == "MOU for research at Koobi Fora"
    # Without subjects, or with the same ones again, they are kinds.
    for kind in ("MOU", "MOU on cooperation"):
        lines = "".join(
            f"{kind};University of Bergen, Norway;{year}\n" for year in range(2001, 2006)
        )
        rows = bl.read_list(f"Doc;Institution;Signed\n{lines}", "en", home="KE").review.rows
        assert {one.title for one in rows} == {""}


def test_the_ministry_that_leads_is_no_subject() -> None:
    text = (
        "Title;Other Party;Signed;Lead Ministry\n"
        "Agreement on the Okavango;Namibia;2001;Lands and Water Affairs\n"
    )
    (found,) = bl.read_list(text, "en", home="BW").dossier.agreements
    assert found.extra["list:lead_ministry"] == "Lands and Water Affairs"
    assert "Lands" not in str(found.subject)


def test_the_fields_of_the_ministry_that_leads_are_sectors_and_no_subject() -> None:
    fields = ("Environment and Tourism", "Trade and Industry", "Lands and Water Affairs")
    rows = (f"Agreement;Namibia;200{i};{one}\n" for i, one in enumerate(fields))
    text = f"Title;Other Party;Signed;Lead Ministry\n{''.join(rows)}"
    found = bl.read_list(text, "en", home="BW", kind="agreement").dossier.agreements
    assert [one.extra.get("list:lead_ministry") for one in found][-1:] == [fields[-1]]
    assert not any(one.subject for one in found)
