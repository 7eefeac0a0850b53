"""From a title back to what it says: real titles, and the law that what is written is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import reference

LANGS = ("de", "en", "ru")
PARTY = re.compile(r"\{([12])(\w{2,4}|\?\?):([^}]*)\}")
OTHER_DOCUMENTS = ("amends", "implements", "supersedes")


def corpus() -> list[tuple[str, ...]]:
    cases = []
    for lang in LANGS:
        path = Path(__file__).parents[1] / "data" / f"titles_{lang}.tsv"
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        cases += [(lang, *line.split("\t")) for line in lines[1:]]
    return cases


def others(title: bl.ParsedTitle) -> list[bl.ParsedTitle]:
    return [other for name in OTHER_DOCUMENTS for other in getattr(title, name)]


@pytest.mark.parametrize(("lang", "kind", "sectors", "period", "other", "marked"), corpus())
def test_real_titles_say_what_is_marked_in_them(lang, kind, sectors, period, other, marked) -> None:
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


#: Kinds that have one name in the titles of a language: Vertrag, Gemeinsame Erklärung.
SAME_NAMES = (
    {"treaty", "contract"},
    {"joint_declaration", "joint_statement"},
    # What is a twinning of towns is a contract of others: Partnerschaftsvertrag.
    {"twinning", "contract"},
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
    assert title.kind == agreement.kind or {title.kind, agreement.kind} in SAME_NAMES
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
