"""Agreements: documents that two sides signed, their kind, and their events."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

import attrs

import bilateral
from bilateral import reference
from bilateral.coercion import (
    Checked,
    hard,
    instance,
    member,
    optional_text,
    soft,
    soft_tuple,
    text,
)
from bilateral.dates.periods import PartialDate, Period, optional_period
from bilateral.display import Facts, View, by_language
from bilateral.events import Event, EventKind, events
from bilateral.extra import NOTHING, JsonMapping, extra
from bilateral.identifiers import Identifier, id_problems, identifiers
from bilateral.instruments import AgreementKind, Binding, Level
from bilateral.literals import AgreementKindCode, BindingCode, EventKindCode, Lang
from bilateral.partners import Partner, PartnerKind, Side, Who, sides
from bilateral.problems import Problem, reject
from bilateral.sectors import Sector, duplicate_sectors, sectors
from bilateral.sources import RecordedTitle, Source, recorded_titles, sources
from bilateral.tables import languages
from bilateral.text import Phrases, language_tags, optional_language_tag, optional_phrases
from bilateral.who import check_named

if TYPE_CHECKING:
    from bilateral.language.documents import Document
    from bilateral.language.titles import Title
    from bilateral.lifecycle.status import Status
    from bilateral.terms.timelines import Timeline

__all__ = ["Agreement"]


_P = PartnerKind
_LEVELS: dict[PartnerKind, Level] = {
    _P.STATE: Level.INTER_STATE,
    _P.HEAD_OF_STATE: Level.INTER_STATE,
    _P.GOVERNMENT: Level.INTERGOVERNMENTAL,
    _P.MINISTRY: Level.INTERAGENCY,
    _P.STATE_COMMITTEE: Level.INTERAGENCY,
    _P.PUBLIC_BODY: Level.INTERAGENCY,
    _P.REGION: Level.INTERREGIONAL,
    _P.REGIONAL_EXECUTIVE: Level.INTERREGIONAL,
    _P.REGIONAL_COUNCIL: Level.INTERREGIONAL,
    _P.CITY: Level.INTERMUNICIPAL,
    _P.CITY_EXECUTIVE: Level.INTERMUNICIPAL,
    _P.CITY_COUNCIL: Level.INTERMUNICIPAL,
    _P.DISTRICT: Level.INTERMUNICIPAL,
    _P.DISTRICT_EXECUTIVE: Level.INTERMUNICIPAL,
    _P.MUNICIPALITY: Level.INTERMUNICIPAL,
}


@cache
def years_of(country: str) -> Period:
    """The years of a country of the past; those before its first one are not known of all.

    >>> print(years_of("SU"))
    1922-12-30/1991-12-26
    """
    row = reference.former_countries()[country]
    return Period(f"{row.get('from', '..')}/{row['until']}")


def _agreement_kind(value: AgreementKind | AgreementKindCode) -> AgreementKind:
    return member(AgreementKind, "unknown-agreement-kind", value)


def _binding(value: Binding | BindingCode) -> Binding:
    return member(Binding, "unknown-binding", value)


# By the root, which loads a class when it is asked for: the rules stand above the model, and
# most documents have no term.
def _term(value: object) -> bilateral.Term:
    return instance(bilateral.Term, value)


def _optional_term(value: bilateral.Term | None) -> bilateral.Term | None:
    return None if value is None else soft(_term, value)


def _agreement(value: object) -> Agreement:
    return instance(Agreement, value)


def agreements(values: Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Converter for a field of agreements."""
    return soft_tuple(_agreement, values)


def related(values: Agreement | Iterable[Agreement]) -> tuple[Agreement, ...]:
    """Converter for a field of agreements that this one refers to: one or several."""
    return (values,) if isinstance(values, Agreement) else agreements(values)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Agreement(Checked):
    """A document between two sides.

    ``kind`` is what it calls itself; ``designation`` keeps the words used for that.
    ``sectors`` and ``subject`` (free text) say what it is about, ``period`` the time that it
    covers, ``term`` the rules of its own life, ``events`` what happened to it. ``implements``,
    ``amends`` and ``supersedes`` are the documents that it carries out, changes and replaces.
    ``languages`` are those of the authentic texts, ``prevailing_language`` decides if they
    differ. ``titles`` are titles as recorded; `title` makes one.

    The order of the sides is kept as recorded and is part of equality; `between` ignores it.

    Raises `ValidationError` with all problems: ``invalid-id``, ``two-sides``,
    ``partner-on-both-sides``, ``duplicate-sector``, ``event-order``, ``not-a-party``,
    ``language-not-authentic`` and those of the values in it.

    >>> plan = Agreement(
    ...     id="by-kz-2025-minsk-astana",
    ...     kind="roadmap",
    ...     sides=(Partner.city_government("BY-HM"), Partner.city_government("KZ-71")),
    ...     sectors=["trade", "economy"],
    ...     period="2026/2028",
    ... )
    >>> print(plan.title("ru", first="KZ"))  # doctest: +ELLIPSIS
    Дорожная карта о торгово-экономическом сотрудничестве между акиматом города Астаны и...
    """

    id: str = attrs.field(converter=text)
    kind: AgreementKind = attrs.field(converter=_agreement_kind)
    sides: tuple[Side, Side] = attrs.field(converter=sides)
    binding: Binding = attrs.field(default=Binding.UNKNOWN, converter=_binding, kw_only=True)
    designation: Phrases | None = attrs.field(
        default=None, converter=optional_phrases, kw_only=True
    )
    sectors: tuple[Sector, ...] = attrs.field(default=(), converter=sectors, kw_only=True)
    subject: Phrases | None = attrs.field(default=None, converter=optional_phrases, kw_only=True)
    period: Period | None = attrs.field(default=None, converter=optional_period, kw_only=True)
    term: bilateral.Term | None = attrs.field(default=None, converter=_optional_term, kw_only=True)
    events: tuple[Event, ...] = attrs.field(default=(), converter=events, kw_only=True)
    implements: tuple[Agreement, ...] = attrs.field(default=(), converter=related, kw_only=True)
    amends: tuple[Agreement, ...] = attrs.field(default=(), converter=related, kw_only=True)
    supersedes: tuple[Agreement, ...] = attrs.field(default=(), converter=related, kw_only=True)
    languages: tuple[str, ...] = attrs.field(
        default=(), converter=language_tags, kw_only=True, metadata={"language": True}
    )
    prevailing_language: str | None = attrs.field(
        default=None,
        converter=optional_language_tag,
        kw_only=True,
        metadata={"language": True},
    )
    titles: tuple[RecordedTitle, ...] = attrs.field(
        default=(), converter=recorded_titles, kw_only=True
    )
    identifiers: tuple[Identifier, ...] = attrs.field(
        default=(), converter=identifiers, kw_only=True
    )
    sources: tuple[Source, ...] = attrs.field(default=(), converter=sources, kw_only=True)
    note: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        problems = id_problems(self.id)
        if "sides" not in wrong:
            problems += self._side_problems()
        if "sectors" not in wrong:
            problems += duplicate_sectors(self.sectors)
        if "sides" not in wrong and "events" not in wrong:
            problems += self._event_problems()
        prevailing = self.prevailing_language
        if prevailing is not None and not {"languages", "prevailing_language"} & {*wrong}:
            problems += self._language_problems(prevailing)
        return problems

    # These run for every record of a file: what is sound leaves them early, without generators.

    def _side_problems(self) -> Iterable[Problem]:
        if len(self.sides) != 2:  # noqa: PLR2004 - bilateral
            return [Problem("two-sides", ("sides",), len(self.sides))]
        problems: list[Problem] = []
        first, second = self.sides
        ids = {partner.id for partner in first.partners}
        for index, partner in enumerate(second.partners):
            if partner.id in ids:
                path = ("sides", 1, index)
                problems.append(Problem("partner-on-both-sides", path, partner.id))
        return problems

    def _event_problems(self) -> Iterable[Problem]:
        problems: list[Problem] = []
        several = len(self.events) > 1
        for index, event in enumerate(self.events):
            if event.by is not None and all(event.by.id != one.id for one in self.partners):
                problems.append(Problem("not-a-party", ("events", index, "by"), event.by.id))
            if several and (follows := event.kind.follows) and self._is_early(event, follows):
                problems += self._order_problems(index, event, follows, "event-order")
        return problems

    @property
    def notices(self) -> tuple[Problem, ...]:
        """Facts that are unusual, but no errors.

        Some documents are in force from a day before their signature, and that is a fact; more
        often the day is that of the effect, which has a field of its own (``unusual-order``).
        A country of the past may not have been there on the day of signature
        (``country-of-other-years``). Reading a file reports both as it does other notices.

        >>> sides = Partner.state("BY"), Partner.state("KZ")
        >>> events = [Event("in_force", "2025-10-01"), Event.signed("2025-11-05")]
        >>> [one.where for one in Agreement("a", "mou", sides, events=events).notices]
        ['events[0].date']
        """
        problems: list[Problem] = []
        for index, event in enumerate(self.events if len(self.events) > 1 else ()):
            usual = event.kind.usually_follows
            if usual and self._is_early(event, usual):
                problems += self._order_problems(index, event, usual, "unusual-order")
        return (*problems, *self._anachronisms())

    def _anachronisms(self) -> Iterator[Problem]:
        """The partners from countries that were not there when the document was signed."""
        former = reference.former_countries()
        past = [
            (("sides", number, index), country, years_of(country))
            for number, side in enumerate(self.sides)
            for index, partner in enumerate(side.partners)
            if (country := partner.country) and country in former
        ]
        for date in self.dates(EventKind.SIGNED) if past else ():
            for place, country, years in past:
                if date.is_before(years) or date.is_after(years):
                    details = {"years": str(years), "date": str(date)}
                    yield Problem("country-of-other-years", place, country, details=details)

    def _is_early(self, event: Event, follows: Collection[EventKind]) -> bool:
        """Whether some event that should come before another one has a later date."""
        date = event.date
        if date is None:
            return False
        for other in self.events:
            if other.kind in follows and other.date is not None and date.is_before(other.date):
                return True
        return False

    def _order_problems(
        self, index: int, event: Event, follows: Collection[EventKind], code: str
    ) -> Iterable[Problem]:
        date = event.date
        for kind in sorted(follows):
            earlier = [
                other.date
                for other in self.events
                if other.kind is kind and other.date is not None and _same_actor(event, other)
            ]
            if date and earlier and all(date.is_before(other) for other in earlier):
                details = {"event": event.kind, "date": str(date), "before": kind}
                path = ("events", index, "date")
                details["other"] = str(min(earlier, key=lambda other: other.sort_key))
                yield Problem(code, path, str(date), details=details)

    def _language_problems(self, prevailing: str) -> Iterable[Problem]:
        if not self.languages or prevailing in self.languages:
            return ()
        return [Problem("language-not-authentic", ("prevailing_language",), prevailing)]

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The partners of both sides, in their order."""
        return tuple(partner for side in self.sides for partner in side.partners)

    @property
    def level(self) -> Level | None:
        """Between whom it is; `None` where the partners are of several sorts or of another one.

        >>> Agreement("a", "agreement", [Partner.government("BY"), Partner.government("KZ")]).level
        <Level.INTERGOVERNMENTAL: 'intergovernmental'>
        """
        levels = {_LEVELS.get(partner.kind) for partner in self.partners}
        return levels.pop() if len(levels) == 1 else None

    def between(self, x: Who, y: Who) -> bool:
        """True if ``x`` is on one side and ``y`` on the other, in whatever order.

        Each is a partner, a side, a partner's id, or the code of a country or unit. Raises
        `ValidationError` (``unknown-partner``) for a code that there is not.

        >>> memorandum = Agreement("m", "memorandum", [Partner.state("BY"), Partner.state("KZ")])
        >>> memorandum.between("KZ", "BY")
        True
        """
        for who in (x, y):
            self._check_named(who)
        one, other = self.sides
        return (one.is_of(x) and other.is_of(y)) or (one.is_of(y) and other.is_of(x))

    def _check_named(self, who: Who) -> None:
        # An id may be that of somebody whom only the dossier knows.
        if not isinstance(who, str) or id_problems(who):
            check_named(who, ())

    def dates(self, kind: EventKind | EventKindCode) -> tuple[PartialDate, ...]:
        """The dates of all events of a ``kind``, as recorded.

        Raises `ValidationError` (``unknown-event-kind``).
        """
        kind = hard(member(EventKind, "unknown-event-kind", kind))
        return tuple(
            event.date for event in self.events if event.kind == kind and event.date is not None
        )

    def title(
        self, lang: Lang, *, first: Who | None = None, strict: bool = False, yo: bool = True
    ) -> Title:
        """The title in ``lang`` (de, ru, en), with the grammar right.

        ``first`` (a partner, a side, an id, a country's or unit's code) puts that side first,
        as in the copy that it keeps (alternat). The result is a text that also says in
        ``frame``, ``missing`` and ``derived`` which wording was used, which forms were not
        known, and which ones a rule made; ``strict`` raises `MissingForm` for those that were
        not known. ``yo=False`` writes е for the Russian ё, as legal texts do.

        Raises `UnknownLanguage`; `ValidationError`: ``unknown-partner``, and ``not-a-party`` if
        ``first`` is on neither side.
        """
        if first is not None:
            self._check_named(first)
            if not any(side.is_of(first) for side in self.sides):
                raise reject("not-a-party", str(getattr(first, "id", first)))
        from bilateral.language.titles import write_title

        return write_title(self._document, lang, first=first, strict=strict, yo=yo)

    def status(self, on: PartialDate | datetime.date | str) -> Status:
        """The status of the document on the day ``on``, with the reasons (`Status`).

        It knows only the documents that this one refers to; `Dossier.status` also knows those
        that supersede it. Raises `ValidationError` (``whole-day-needed``).

        >>> plan = Agreement(
        ...     "plan", "roadmap", [Partner.state("BY"), Partner.state("KZ")], period="2026/2028"
        ... )
        >>> str(plan.status("2029-01-01"))
        'expired'
        """
        from bilateral.lifecycle.status import status_of

        return status_of(self, on)

    def timeline(self, on: PartialDate | datetime.date | str) -> Timeline:
        """The periods that it has run by the day ``on``, and those that it may run.

        Renewals that can follow without end are listed up to the next one after that day.
        Raises `ValidationError`: ``whole-day-needed``, ``too-many-periods``.
        """
        from bilateral.lifecycle.timelines import timeline_of

        return timeline_of(self, on)

    @property
    def legal_force(self) -> Binding:
        """The legal force that it states, or else that its kind is presumed to have.

        >>> sides = Partner.state("BY"), Partner.state("KZ")
        >>> Agreement("mou", "mou", sides).legal_force
        <Binding.NON_BINDING: 'non_binding'>
        """
        return self.kind.default_binding if self.binding is Binding.UNKNOWN else self.binding

    @property
    def _document(self) -> Document:
        # The same for mypy; pyright takes what a field's converter takes for its type.
        return cast("Document", self)

    def summary(self, lang: Lang) -> str:
        """Some sentences in ``lang``: the title, the signature, the period if it is not there.

        >>> from bilateral.examples import astana_2025
        >>> print(astana_2025()["by-kz-2025-minsk-astana-roadmap"].summary("en").partition(". ")[2])
        Signed on 5 November 2025 in Astana.
        """
        from bilateral.language.summaries import write_summary

        return write_summary(self._document, lang)

    def _facts(self, view: View) -> Iterable[Facts]:
        titles = {lang: self.title(lang) for lang in languages()}
        term = self.term and self.term.label(view.lang, self.legal_force)
        day = PartialDate.of(view.on)
        rows = [
            (view.word("title"), by_language(titles, view.lang)),
            *self._rows(view, "term"),
            (view.name_of(Agreement, "term"), term),
            (view.word("status_on", day=day.label(view.lang)), self.status(day)),
        ]
        return [Facts(view.title_of(Agreement, self.id), rows)]


def _same_actor(event: Event, other: Event) -> bool:
    return event.by is None or other.by is None or event.by.id == other.by.id
