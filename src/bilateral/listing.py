"""A dossier as a register that a person can read, in one language.

`describe` says what stands in it, `register` writes that as plain text; HTML and Markdown are
in `bilateral.formats`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

from bilateral.agreements import Agreement
from bilateral.dossiers import Dossier, Record
from bilateral.errors import MissingForm
from bilateral.events import Event
from bilateral.language.lexicon import lexicon
from bilateral.markup import wrapped
from bilateral.problems import ValidationError
from bilateral.projects import Project
from bilateral.sectors import Sector
from bilateral.sources import Source
from bilateral.text import Phrases
from bilateral.trade import Goods, TradeFlow

__all__ = [
    "Detail",
    "Item",
    "Register",
    "Section",
    "Streamed",
    "describe",
    "register",
    "register_lines",
]


# In the order of the sections.
_TABLES: Final = ("agreements", "projects", "trade", "sources")


class Streamed:
    """A register of records that come one after the other, the dossier of their title first.

    No agreement is held. What a register has after them waits in lists, wherever it came.
    ``again`` reads the whole of it, if a record refers to one that has not come yet.
    """

    def __init__(
        self, records: Iterator[Dossier | Record], again: Callable[[], Dossier] | None = None
    ) -> None:
        head = next(records)
        self._records = records
        self._again = again
        self.title: Phrases | None = head.title if isinstance(head, Dossier) else None
        self.projects: Sequence[Project] = ()
        self.trade: Sequence[TradeFlow] = ()
        self.sources: Sequence[Source] = ()

    @property
    def agreements(self) -> Iterator[Agreement]:
        """The agreements, each once; then the other tables are complete."""
        count = 0
        later: dict[type, list[Any]] = {Project: [], TradeFlow: [], Source: []}
        try:
            for record in self._records:
                if isinstance(record, Agreement):
                    count += 1
                    yield record
                else:
                    later.setdefault(type(record), []).append(record)
        except ValidationError as error:
            if self._again is None or any(one.code != "unresolved" for one in error.problems):
                raise
            dossier = self._again()
            yield from dossier.agreements[count:]
            later = {Project: [*dossier.projects], TradeFlow: [*dossier.trade]}
            later[Source] = [*dossier.sources]
        self.projects, self.trade = later[Project], later[TradeFlow]
        self.sources = later[Source]


class Detail(NamedTuple):
    """Something about an item; without a text, the word says it all."""

    word: str
    text: str


class Item(NamedTuple):
    """A record in a register, with an address on the web if it has one."""

    title: str
    details: tuple[Detail, ...]
    url: str | None = None


class Section(NamedTuple):
    """The records of one kind."""

    heading: str
    items: tuple[Item, ...]


class Register(NamedTuple):
    """The contents of a register: sections that are not empty."""

    title: str | None
    sections: tuple[Section, ...]


def describe(dossier: Dossier, lang: str) -> Register:
    """The agreements, projects, trade and sources of a dossier in ``lang``.

    A name that is not known in that language stands there in another one, which is named.

    >>> from bilateral.examples import astana_2025
    >>> [section.heading for section in describe(astana_2025(), "en").sections]
    ['Agreements', 'Projects', 'Trade', 'Sources']
    """
    sections = (Section(heading, tuple(items)) for heading, items in _sections(dossier, lang))
    return Register(_title(dossier, lang), tuple(sections))


def _title(dossier: Dossier | Streamed, lang: str) -> str | None:
    title = dossier.title.best(lang) if dossier.title else None
    return title.nom if title else None


def _sections(dossier: Dossier | Streamed, lang: str) -> Iterator[tuple[str, Iterator[Item]]]:
    """The headings of sections that are not empty, and their items as they are described."""
    writer = _ItemBuilder(lang)
    for name in _TABLES:
        described: Callable[[Any], Item] = getattr(writer, name)
        items = map(described, getattr(dossier, name))
        for first in items:
            yield writer.word(name), chain((first,), items)


class _ItemBuilder:
    """Puts records into words: a method for those of each table."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._rows = lexicon(lang).rows("register")

    def word(self, name: str) -> str:
        """A word of the register itself."""
        return self._rows[name]["nom"]

    def agreements(self, agreement: Agreement) -> Item:
        """An agreement: its title, what happened to it, its period."""
        details = [self._event(event) for event in agreement.events]
        if agreement.period:
            details.append(Detail(self.word("period"), agreement.period.label(self._lang)))
        return Item(str(agreement.title(self._lang)), tuple(details))

    def _event(self, event: Event) -> Detail:
        when = event.date.label(self._lang) if event.date else None
        who = self._name(event.by.name) if event.by else None
        return Detail(event.kind.label(self._lang), _joined([when, event.place, who]))

    def projects(self, project: Project) -> Item:
        """A project: its name, what it is about, how far it is, who puts in what."""
        details = [Detail(self.word("sectors"), _joined(map(self._label, project.sectors)))]
        if project.status:
            details.append(Detail(self.word("status"), project.status.label(self._lang)))
        for part in project.contributions:
            share = self._name(part.share) if part.share else None
            details.append(
                Detail(self._name(part.partner.name), _joined([share, self._name(part.what)]))
            )
        return Item(self._name(project.name), _those_with_text(details))

    def trade(self, flow: TradeFlow) -> Item:
        """A trade flow: from where to where, which goods, how it changes."""
        ends = [self._name(end.name) for end in (flow.origin, flow.destination)]
        goods = (f"{self._label(one)} ({one.code})" for one in flow.goods)
        trend = flow.trend.label(self._lang) if flow.trend else ""
        details = [Detail(self.word("goods"), _joined(goods)), Detail(self.word("trend"), trend)]
        return Item((" ↔ " if flow.mutual else " → ").join(ends), _those_with_text(details))

    def sources(self, source: Source) -> Item:
        """A source: who published it, where and when, and whom it quotes."""
        when = source.date.label(self._lang) if source.date else None
        details: list[Detail] = []
        for official in source.quotes:
            office = self._name(official.office) if official.office else None
            body = self._name(official.body.name) if official.body else None
            names = _joined([self._name(official.name), office, body])
            details.append(Detail(self.word("quotes"), names))
        title = _joined([source.publisher, source.place, when])
        return Item(title or source.id, tuple(details), source.url)

    def _name(self, name: Phrases) -> str:
        return name.marked(self._lang)

    def _label(self, one: Sector | Goods) -> str:
        """A label; where the language has none, a name in another one, or the code."""
        try:
            return one.label(self._lang)
        except MissingForm:
            own = one.name if isinstance(one, Sector) else one.designation
            return self._name(own) if own else one.code


def _joined(details: Iterable[str | None]) -> str:
    return ", ".join(detail for detail in details if detail)


def _those_with_text(details: Iterable[Detail]) -> tuple[Detail, ...]:
    return tuple(detail for detail in details if detail.text)


def register(dossier: Dossier, lang: str, width: int = 80) -> str:
    """The register as plain text; no line is longer than ``width`` unless a word is."""
    return "\n".join(register_lines(dossier, lang, width)) + "\n"


def register_lines(dossier: Dossier | Streamed, lang: str, width: int = 80) -> Iterator[str]:
    """The lines of the register, each when it is asked for: there may be very many."""
    title = _title(dossier, lang)
    if title:
        yield from (*wrapped(title, width), "")
    for heading, items in _sections(dossier, lang):
        yield from (heading, "─" * len(heading))
        for number, item in enumerate(items, 1):
            mark = f"{number}. "
            inside = " " * len(mark)
            yield from wrapped(item.title, width, mark, inside)
            for word, text in item.details:
                told = f"{word}: {text}" if text else word
                yield from wrapped(told, width, inside, inside)
        yield ""
