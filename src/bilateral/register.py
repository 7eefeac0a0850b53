"""A dossier as a register that a person can read: plain text, in one language."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from bilateral.agreements import Agreement, Event
from bilateral.dossiers import Dossier
from bilateral.language.lexicon import lexicon
from bilateral.projects import Project
from bilateral.sources import Source
from bilateral.text import Phrases
from bilateral.trade import TradeFlow

__all__ = ["register"]


def register(dossier: Dossier, lang: str, width: int = 80) -> str:
    """The agreements, projects, trade and sources of a dossier in ``lang``.

    Lines are at most ``width`` characters long unless a word is longer.
    """
    return "\n".join(_Register(lang, width).lines(dossier)) + "\n"


class _Register:
    def __init__(self, lang: str, width: int) -> None:
        self._lang = lang
        self._width = width
        self._rows = lexicon(lang).rows("register")

    def lines(self, dossier: Dossier) -> Iterator[str]:
        title = dossier.title.best(self._lang) if dossier.title else None
        if title:
            yield from (*self._wrapped(title.nom, ""), "")
        sections = (
            ("agreements", map(self._agreement, dossier.agreements)),
            ("projects", map(self._project, dossier.projects)),
            ("trade", map(self._flow, dossier.trade)),
            ("sources", map(self._source, dossier.sources)),
        )
        for name, entries in sections:
            yield from self._section(name, list(entries))

    def _section(self, name: str, entries: list[Iterator[str]]) -> Iterator[str]:
        if not entries:
            return
        heading = self._rows[name]["nom"]
        yield from (heading, "─" * len(heading))
        for number, entry in enumerate(entries, 1):
            first, *rest = entry
            mark = f"{number}. "
            yield from self._wrapped(first, mark)
            for fact in rest:
                yield from self._wrapped(fact, " " * len(mark))
        yield ""

    def _agreement(self, agreement: Agreement) -> Iterator[str]:
        yield agreement.title(self._lang)
        yield from map(self._event, agreement.events)
        if agreement.period:
            yield self._fact("period", agreement.period.label(self._lang))

    def _event(self, event: Event) -> str:
        when = event.date.label(self._lang) if event.date else None
        who = self._name(event.by.name if event.by else None)
        return self._line(event.kind.label(self._lang), when, event.place, who)

    def _project(self, project: Project) -> Iterator[str]:
        yield self._name(project.name)
        if project.sectors:
            yield self._fact("sectors", *(sector.label(self._lang) for sector in project.sectors))
        if project.status:
            yield self._fact("status", project.status.label(self._lang))
        for part in project.contributions:
            partner = self._name(part.partner.name)
            yield self._line(partner, self._name(part.share), self._name(part.what))

    def _flow(self, flow: TradeFlow) -> Iterator[str]:
        ends = [self._name(end.name) for end in (flow.origin, flow.destination)]
        yield (" ↔ " if flow.mutual else " → ").join(ends)
        if flow.goods:
            yield self._fact(
                "goods", *(f"{one.label(self._lang)} ({one.code})" for one in flow.goods)
            )
        if flow.trend:
            yield self._fact("trend", flow.trend.label(self._lang))

    def _source(self, source: Source) -> Iterator[str]:
        when = source.date.label(self._lang) if source.date else None
        yield (
            ", ".join(fact for fact in (source.publisher, source.place, when) if fact) or source.id
        )
        for official in source.quotes:
            body = self._name(official.body.name if official.body else None)
            yield self._fact("quotes", self._name(official.name), self._name(official.office), body)

    def _name(self, name: Phrases | None) -> str:
        return name.marked(self._lang) if name else ""

    def _fact(self, word: str, *facts: str) -> str:
        return self._line(self._rows[word]["nom"], *facts)

    def _line(self, name: str, *facts: str | None) -> str:
        text = ", ".join(fact for fact in facts if fact)
        return f"{name}: {text}" if text else name

    def _wrapped(self, text: str, mark: str) -> list[str]:
        return textwrap.wrap(
            text,
            self._width,
            initial_indent=mark,
            subsequent_indent=" " * len(mark),
            break_long_words=False,
            break_on_hyphens=False,
        )
