"""The sectors in which parties work, by what they are and by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from bilateral.language.folding import grammar
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.reading.partner_names import usual_partner
from bilateral.reading.subjects import sectors_about
from bilateral.reading.words import Text
from bilateral.sectors import Sector

__all__ = ["field_of", "shared"]

# In which sectors those work that have their own.
_FIELDS = {
    PartnerKind.BROADCASTER: ("media",),
    PartnerKind.HOSPITAL: ("health",),
    PartnerKind.MUSEUM: ("culture", "heritage"),
    PartnerKind.NEWS_AGENCY: ("media",),
    PartnerKind.SCHOOL: ("schools",),
    PartnerKind.SPORTS_BODY: ("sport",),
    PartnerKind.THEATRE: ("culture",),
}
# In which two of a kind work together, while each alone works with others in any.
_TOGETHER = {
    PartnerKind.ACADEMY: ("science",),
    PartnerKind.BANK: ("banking",),
    PartnerKind.PARLIAMENT: ("parliamentary",),
}
# Those whose names say what they are in charge of.
_IN_CHARGE = frozenset({PartnerKind.MINISTRY, PartnerKind.PUBLIC_BODY, PartnerKind.STATE_COMMITTEE})
# Those whose names may say it of two that work together: councils of deputies, schools of mines.
_NAMED = frozenset(
    {
        *_IN_CHARGE,
        PartnerKind.ASSOCIATION,
        PartnerKind.CHAMBER,
        PartnerKind.CITY_COUNCIL,
        PartnerKind.COMPANY,
        PartnerKind.INTERNATIONAL_ORG,
        PartnerKind.ORGANISATION,
        PartnerKind.SCHOOL,
    }
)
# Whose names say what they teach, and what all of these do.
_LEARNED = frozenset({PartnerKind.ACADEMY, PartnerKind.RESEARCH_INSTITUTE, PartnerKind.UNIVERSITY})
_OF_ALL_LEARNED = frozenset({"higher_ed", "education", "science", "technology"})
# Parts of a sector for which others are responsible than for the rest of it.
_APART = frozenset(
    {
        "archives",
        "customs",
        "defence",
        "emergencies",
        "foreign_policy",
        "hydromet",
        "ip",
        "media",
        "military_technical",
        "parliamentary",
        "space",
        "sport",
        "standards",
        "taxation",
    }
)

# What somebody is, with the name.
_Party = tuple[PartnerKind, str]


def field_of(kind: PartnerKind, name: str, lang: str) -> tuple[Sector, ...]:
    """The sectors in which somebody works by kind or, of those in charge of one, by name."""
    if kind in _IN_CHARGE:
        return sectors_about(name, lang)
    return (*map(Sector, _FIELDS.get(kind, ())),)


def shared(
    first: Iterable[_Party], second: Iterable[_Party], lang: str, *, is_exact: bool = False
) -> tuple[Sector, ...]:
    """The sectors in which both sides work, or the wider one where one works in a part of it.

    ``is_exact`` leaves the wider ones out.
    """
    sides = [*first], [*second]
    kinds = {kind for side in sides for kind, _ in side}
    of_all = _OF_ALL_LEARNED if kinds <= _LEARNED else frozenset[str]()
    # It tells something of those that teach nobody.
    of_all -= {"science"} if PartnerKind.UNIVERSITY not in kinds else set()
    ours, theirs = (
        dict.fromkeys(
            one
            for kind, name in side
            for one in _fields(kind, name, lang)
            if one.code not in of_all
        )
        for side in sides
    )
    same = tuple(one for one in ours if one in theirs)
    return same if same or is_exact else tuple(dict.fromkeys(_wider(ours, theirs)))


def _fields(kind: PartnerKind, name: str, lang: str) -> tuple[Sector, ...]:
    """All sectors in which somebody may work with another who does so, too."""
    codes = _FIELDS.get(kind, ()) + _TOGETHER.get(kind, ())
    if kind is PartnerKind.MINISTRY:
        told = _portfolios(lexicon(lang))
        codes = tuple(code for one in Text(name, lang).words for code in told.get(one.stem, ()))
    are_told = kind in _NAMED | _LEARNED
    named = sectors_about(name, lang) if are_told else ()
    if kind is PartnerKind.MINISTRY and not (codes or named):
        # МВД Латвии, Kulturministerium Lettlands: what they are called in full says it.
        usual = usual_partner(name, lang, None)
        whole = usual and usual.name.best(lang)
        named = sectors_about(whole.nom, lang) if whole else ()
    # Узархив, Kazhydromet.
    inner = [one.key[1:] for one in Text(name, lang).words] if are_told else []
    pairs = grammar(lang).pairs("inside_name")
    inside = (code for part, code in pairs if any(part in one for one in inner))
    return (*map(Sector, (*codes, *inside)), *named)


@cache
def _portfolios(tables: Lexicon) -> dict[str, list[str]]:
    """The sectors that words in the names of ministries tell, by their stems."""
    words = grammar(tables.lang)
    return {words.stem(one): codes.split() for one, codes in words.pairs("portfolio")}


def _wider(ours: Iterable[Sector], theirs: Iterable[Sector]) -> Iterator[Sector]:
    """The sectors of one side of which the other one works in a part."""
    for pair in product(ours, theirs):
        for part, whole in (pair, pair[::-1]):
            if part.broader == whole.code and part.code not in _APART:
                yield whole
