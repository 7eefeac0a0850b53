"""What is part of what, who governs which territory: references upwards within a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bilateral import reference
from bilateral.partners import Partner
from bilateral.problems import Problem
from bilateral.record_tables import Table
from bilateral.sectors import Sector
from bilateral.territory_codes import is_iso_code

__all__ = ["circling", "hierarchy_problems"]


def hierarchy_problems(partners: Table[Partner], sectors: Table[Sector]) -> Iterator[Problem]:
    """The problems in what partners are part of and govern, and in what sectors belong to.

    Codes: ``unresolved``, ``cycle``, ``not-a-territory``, ``country-mismatch``.

    >>> office = Partner("by-office", "public_body", {"en": "Office"}, country="BY", part_of="by-x")
    >>> [(one.code, one.value) for one in hierarchy_problems(Table([office]), Table())]
    [('unresolved', 'by-x')]
    """
    yield from _part_of_problems(partners)
    yield from _governs_problems(partners)
    yield from _broader_problems(sectors)


def _part_of_problems(members: Table[Partner]) -> Iterator[Problem]:
    links = {one.id: one.part_of for one in members}
    if any(links.values()):
        bodies = reference.institutions().items()
        known = {code: row.get("part_of") for code, row in bodies}
        yield from _hierarchy_problems("partners", "part_of", links, known)


def _broader_problems(own: Table[Sector]) -> Iterator[Problem]:
    built_in = {code: row.get("broader") for code, row in reference.sectors().items()}
    links = {sector.code: sector.broader for sector in own}
    yield from _hierarchy_problems("sectors", "broader", links, built_in)


def _hierarchy_problems(
    table: str, field: str, links: dict[str, str | None], built_in: dict[str, str | None]
) -> Iterator[Problem]:
    """References upwards that lead nowhere, and those that lead back to where they began."""
    known = {**built_in, **links}
    on_circles = circling(links, known)
    for index, (start, parent) in enumerate(links.items()):
        path = (table, index, field)
        if parent is not None and parent not in known:
            yield Problem("unresolved", path, parent, details={"table": table})
        elif start in on_circles:
            yield Problem("cycle", path, parent)


def circling(starts: Iterable[str], links: Mapping[str, str | None]) -> set[str]:
    """Those from which the links lead back to themselves; no link is followed twice.

    >>> sorted(circling("abc", {"a": "b", "b": "c", "c": "b"}))
    ['b', 'c']
    """
    seen, found = set[str](), set[str]()
    for start in starts:
        way: list[str] = []
        here: str | None = start
        while here is not None and here not in seen:
            seen.add(here)
            way.append(here)
            here = links.get(here)
        if here in way:
            found.update(way[way.index(here) :])
    return found


def _governs_problems(members: Table[Partner]) -> Iterator[Problem]:
    for index, one in enumerate(members):
        path = ("partners", index, "governs")
        if one.governs is None or is_iso_code(one.governs):
            continue
        territory = members.get(one.governs)
        if territory is None:
            yield Problem("unresolved", path, one.governs, details={"table": "partners"})
        elif not territory.kind.is_territory:
            yield Problem("not-a-territory", path, one.governs, details={"kind": territory.kind})
        elif territory.country != one.country:
            yield Problem("country-mismatch", path, one.governs, details={"country": one.country})
