"""The chart of partners: who has agreements with whom, and how many."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from bilateral.agreements import Agreement
from bilateral.charts.chart import Chart
from bilateral.charts.drawing import (
    BLUE,
    GREEN,
    INK,
    ORANGE,
    PURPLE,
    VERMILLION,
    element,
    mark,
    text,
    titled,
)
from bilateral.charts.lettering import width_of, wrapped
from bilateral.charts.scope import (
    Charted,
    Party,
    Scope,
    applied,
    country_of,
    most_first,
    scope_of,
    written_number,
)
from bilateral.charts.sheets import WIDTH, Key, sheet
from bilateral.dates.partial_dates import PartialDate
from bilateral.lifecycle.overviews import side_label
from bilateral.literals import Lang
from bilateral.partners import Partner, Side
from bilateral.showing import count_of

__all__ = ["network"]

# A shape and a colour of its own for each country.
_LOOKS: Final = (
    ("circle", BLUE),
    ("square", VERMILLION),
    ("diamond", GREEN),
    ("up", PURPLE),
    ("down", ORANGE),
)
_PLAIN: Final = ("circle", BLUE)
_CENTRE: Final = WIDTH / 2
_LETTERS: Final = 12
# So much room a name has at most, and each partner in a column or on the circle.
_LABEL, _ROW, _ROOM = 250, 40, 34
_APART, _SMALLEST, _GAP = 180, 170, 14
_TWO: Final = 2
_BEND: Final = 0.5
# So many names around a circle have room without being turned.
_LEVEL: Final = 14
# More lines than that are a tangle.
_MOST_LINKS: Final = 80


class _Member(NamedTuple):
    """A partner and its country, or a country alone."""

    country: Party
    party: Party


class _Node(NamedTuple):
    """The place of a member, and the direction in which its name is written.

    Lines from it have a ``bend`` towards the ``middle`` of the drawing.
    """

    number: int
    x: float
    y: float
    angle: float
    middle: float = 0
    bend: float = 0


_Links = Counter[tuple[_Member, _Member]]


class _Ties(NamedTuple):
    """How many agreements each pair of members has, and each member with all others."""

    links: _Links
    numbers: Counter[_Member]

    def among(self, most: int) -> _Ties:
        """Those of so many members with most agreements, whose numbers stay as they are."""
        kept = {*most_first(self.numbers)[:most]}
        links = {pair: number for pair, number in self.links.items() if kept.issuperset(pair)}
        return _Ties(_Links(links), Counter({one: self.numbers[one] for one in kept}))

    def strongest(self, most: int) -> _Links:
        """So many pairs with most agreements."""
        return _Links({pair: self.links[pair] for pair in most_first(self.links)[:most]})


def network(
    rows: Charted,
    *,
    lang: Lang | None = None,
    on: PartialDate | datetime.date | str | None = None,
    most: int = 36,
) -> Chart:
    """Draw the partners of agreements, with a line between those who have some together.

    A line is the wider the more agreements there are. Partners stand beside those of their
    country; where there are more partners than ``most``, their countries are drawn in their
    place, and of more countries those with most agreements. With a day ``on``, only agreements
    that are applied on that day count; all do without. ``rows`` and ``lang`` are as for
    `timeline`.

    Raises `UnknownLanguage`, and `ValidationError`: ``wrong-type``, ``whole-day-needed``,
    ``negative-count``.

    >>> from bilateral.examples import astana_2025
    >>> network(astana_2025(), lang="en").description
    'Partners. Agreements: 3. Partners: 6.'
    """
    scope = scope_of(rows, lang, on)
    counted = applied(scope, on)
    limit = max(count_of(most), _TWO)
    ties = _ties(counted.agreements, lambda one: _partner(one, scope.lang))
    notes = [*counted.notes, _number("partners", ties, scope)]
    if len(ties.numbers) > limit:
        ties = _ties(counted.agreements, lambda one: _country(one, scope.lang))
        notes.append(_number("chart.countries", ties, scope))
    if (every := len(ties.numbers)) > limit:
        ties = ties.among(limit)
        notes[-1] = scope.some("chart.countries", range(limit), every, "chart.most_first")
    nodes, height = _places(ties)
    links = ties.strongest(_MOST_LINKS)
    if (every := len(ties.links)) > len(links):
        span = range(len(links))
        notes.append(scope.some("chart.links", span, every, "chart.most_first"))
    body = _drawn(nodes, links, scope), height
    return sheet(scope.word("partners"), notes, body, scope.lang, keys=_keys(nodes))


def _number(name: str, ties: _Ties, scope: Scope) -> str:
    return f"{scope.word(name)}: {written_number(len(ties.numbers), scope.lang)}"


def _partner(partner: Partner, lang: str) -> _Member:
    return _Member(country_of(partner, lang), Party(partner.id, side_label(Side([partner]), lang)))


def _country(partner: Partner, lang: str) -> _Member:
    country = country_of(partner, lang)
    return _Member(country, country)


def _ties(agreements: Sequence[Agreement], member: Callable[[Partner], _Member]) -> _Ties:
    """The agreements of each pair, and of each member, every one counted once."""
    known: dict[str, _Member] = {}
    links, numbers = _Links(), Counter[_Member]()
    for agreement in agreements:
        sides = [
            {known.setdefault(one.id, member(one)) for one in side} for side in agreement.sides
        ]
        pairs = {(min(pair), max(pair)) for pair in product(*sides) if pair[0] != pair[1]}
        links.update(pairs)
        numbers.update({one for pair in pairs for one in pair})
    return _Ties(links, numbers)


# --- places ----------------------------------------------------------------------------------


def _places(ties: _Ties) -> tuple[Mapping[_Member, _Node], float]:
    """The members at their places, and the height of it all."""
    numbers = ties.numbers
    groups: dict[Party, list[_Member]] = {}
    for one in most_first(ties.numbers):
        groups.setdefault(one.country, []).append(one)
    columns = [*groups.values()]
    if len(columns) == _TWO:
        return _in_columns(_untangled(columns, ties.links), numbers)
    return _on_circle([one for column in columns for one in column], numbers)


def _untangled(columns: Sequence[list[_Member]], links: _Links) -> Sequence[list[_Member]]:
    """Two columns, the second in the order of the partners in the first."""
    first, second = columns
    places = {one: number for number, one in enumerate(first)}

    def place(one: _Member) -> tuple[float, _Member]:
        found = [
            (places[other], links[pair])
            for pair in links
            for other in pair
            if one in pair and other in places
        ]
        total = sum(number for _, number in found)
        return sum(where * number for where, number in found) / max(total, 1), one

    return first, sorted(second, key=place)


def _in_columns(
    columns: Sequence[Sequence[_Member]], numbers: Counter[_Member]
) -> tuple[Mapping[_Member, _Node], float]:
    """The partners of two countries, face to face."""
    height = max(map(len, columns)) * _ROW
    nodes: dict[_Member, _Node] = {}
    for side, column in zip((-1, 1), columns, strict=True):
        step = height / len(column)
        for number, one in enumerate(column):
            x, y = _CENTRE + side * _APART, (number + 0.5) * step
            nodes[one] = _Node(numbers[one], x, y, 0 if side > 0 else math.pi)
    return nodes, height


def _on_circle(
    members: Sequence[_Member], numbers: Counter[_Member]
) -> tuple[Mapping[_Member, _Node], float]:
    radius = max(_SMALLEST, len(members) * _ROOM / math.tau)
    longest = max(
        (width_of(one.party.label, _LETTERS) + 3 * _LETTERS for one in members), default=0
    )
    level = len(members) <= _LEVEL
    edge = radius + (2 * _LETTERS if level else min(longest, _LABEL) + _GAP)
    nodes: dict[_Member, _Node] = {}
    for number, one in enumerate(members):
        angle = math.tau * (number + 0.5) / len(members) - math.pi / 2
        x, y = _CENTRE + radius * math.cos(angle), edge + radius * math.sin(angle)
        if level:
            angle = math.pi if x < _CENTRE - 1 else 0
        nodes[one] = _Node(numbers[one], x, y, angle, edge, _BEND)
    return nodes, 2 * edge if members else 0


# --- drawing ---------------------------------------------------------------------------------


def _drawn(nodes: Mapping[_Member, _Node], links: _Links, scope: Scope) -> str:
    most = max(links.values(), default=1)
    looks = _looks(nodes)
    parts = [
        _link((one, other), (nodes[one], nodes[other]), number, most)
        for (one, other), number in sorted(links.items(), key=lambda item: (item[1], item[0]))
    ]
    for one, node in nodes.items():
        size = 4 + 6 * math.sqrt(node.number / max(most, node.number))
        shape, colour = looks.get(one.country, _PLAIN)
        label = f"{one.party.label}\u00a0({written_number(node.number, scope.lang)})"
        parts.append(
            titled(
                f"{one.party.label}\n{scope.counted(node.number)}",
                mark(shape, node.x, node.y, colour, size),
                _label(label, node),
            )
        )
    return "".join(parts)


def _link(pair: tuple[_Member, _Member], ends: tuple[_Node, _Node], number: int, most: int) -> str:
    one, other = ends
    # Towards the centre of a circle, so that lines do not run along its edge.
    x, y = ((one.x + other.x) / 2, (one.y + other.y) / 2)
    x, y = x + (_CENTRE - x) * one.bend, y + (one.middle - y) * one.bend
    path = f"M{one.x:.1f} {one.y:.1f}Q{x:.1f} {y:.1f} {other.x:.1f} {other.y:.1f}"
    curve = element(
        "path",
        d=path,
        fill="none",
        stroke=INK,
        stroke_opacity=0.3,
        stroke_width=1.2 + 7 * (number - 1) / max(most - 1, 1),
    )
    return titled(f"{pair[0].party.label} – {pair[1].party.label}: {number}", curve)


def _label(label: str, node: _Node) -> str:
    """The name, away from the centre, never upside down."""
    turned = math.cos(node.angle) < 0
    degrees = (math.degrees(node.angle) + (180 if turned else 0)) % 360
    lines = wrapped(label, _LETTERS, _LABEL, 2)
    return "".join(
        text(
            -_GAP if turned else _GAP,
            4 + (number - (len(lines) - 1) / 2) * _LETTERS * 1.15,
            one,
            size=_LETTERS,
            text_anchor="end" if turned else "start",
            transform=f"translate({node.x:.1f} {node.y:.1f}) rotate({degrees:.1f})",
        )
        for number, one in enumerate(lines)
    )


def _looks(nodes: Mapping[_Member, _Node]) -> Mapping[Party, tuple[str, str]]:
    """The shapes and colours of countries, where there are few, and more than one partner each."""
    countries = dict.fromkeys(one.country for one in nodes)
    if len(countries) > len(_LOOKS) or len(countries) == len(nodes):
        return {}
    return dict(zip(countries, _LOOKS, strict=False))


def _keys(nodes: Mapping[_Member, _Node]) -> Iterator[Key]:
    for country, (shape, colour) in _looks(nodes).items():
        yield Key(mark(shape, 0, 0, colour, 6), country.label)
