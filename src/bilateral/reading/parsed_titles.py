"""The parts of a title that has been read, and the agreement that they make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import attrs

from bilateral.coercion import Typed
from bilateral.dates.durations import Duration
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.periods import Period
from bilateral.display import View
from bilateral.instruments import AgreementKind, Level
from bilateral.reading.parties import Party
from bilateral.sectors import Sector

if TYPE_CHECKING:
    from bilateral.agreements import Agreement

__all__ = ["ParsedTitle"]


@attrs.frozen(repr=False)
class ParsedTitle(Typed):
    """The parts of a title that has been read.

    ``kind`` and ``designation`` are what it calls itself, ``level`` the adjective for that
    (``intergovernmental``). ``sides`` are its two sides; they are fewer where it does not name
    both. ``sectors`` and ``subject`` (as written) are what it is about, ``period``, ``duration``
    or ``is_indefinite`` what time it covers, ``date`` its own date. ``amends``, ``implements``
    and ``supersedes`` are the titles of the documents that it changes, carries out and replaces.

    ``rest`` is whatever was not understood. ``uncertain`` names the fields that another reading
    could change, and those in which something is odd or open: a country left in the subject,
    sides of unlike kinds, a party of which nothing tells the kind or the country, a subject that
    names no field.

    >>> from bilateral import parse_title
    >>> parse_title("Abkommen über Handel", "de").sectors[0].code
    'trade'
    """

    text: str
    lang: str
    kind: AgreementKind | None = None
    designation: str | None = None
    level: Level | None = None
    sides: tuple[tuple[Party, ...], ...] = ()
    sectors: tuple[Sector, ...] = ()
    subject: str | None = None
    period: Period | None = None
    duration: Duration | None = None
    is_indefinite: bool = False
    date: PartialDate | None = None
    amends: tuple[ParsedTitle, ...] = ()
    implements: tuple[ParsedTitle, ...] = ()
    supersedes: tuple[ParsedTitle, ...] = ()
    rest: tuple[str, ...] = ()
    uncertain: frozenset[str] = frozenset()

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties of both sides, in their order."""
        return tuple(party for side in self.sides for party in side)

    def agreement(
        self, id: str, *, accept: Literal["certain", "likely"] = "certain", **facts: Any
    ) -> Agreement:
        """The agreement that the title names.

        ``id`` is its own; ``facts`` are fields of `Agreement` that somebody knows, in the place
        of what the title says. A party that is no known partner becomes one, as by
        `Partner.like`. The words for what it calls itself and what it is about are kept in the
        language of the title; other languages have the names of its kind and its sectors. With
        ``accept="likely"`` it need not be certain how the title is to be read.

        Raises `ValidationError` with all that is missing or uncertain: ``missing-field``,
        ``two-sides``, ``uncertain-field``, ``ambiguous-text``, ``no-country``, ``no-kind``,
        ``no-nominative``, and the problems of `Agreement`; `UnknownCode` for another ``accept``.

        >>> from bilateral import parse_title
        >>> title = parse_title(
        ...     "Соглашение между Министерством туризма Республики Кения и Министерством туризма "
        ...     "Республики Казахстан о сотрудничестве в области туризма",
        ...     "ru",
        ... )
        >>> print(title.agreement("ke-kz-tourism").title("en"))  # doctest: +ELLIPSIS
        Agreement between the Ministry of Tourism of the Republic of Kenya and ...
        """
        from bilateral.reading.title_parts.agreements import accepts_likely, agreement_of

        return agreement_of(self, id, facts, accepts_likely=accepts_likely(accept))

    def _rows(self, view: View, *without: str) -> Iterator[tuple[str, object]]:
        yield from super()._rows(view, "uncertain", *without)
        names = (view.name_of(ParsedTitle, field) for field in sorted(self.uncertain))
        yield view.name_of(ParsedTitle, "uncertain"), tuple(names)
