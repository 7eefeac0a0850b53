"""The chart of periods: how long documents run, what renews them, and by when notice is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from bilateral.agreements import Agreement
from bilateral.charts.chart import Chart
from bilateral.charts.dayscale import DayScale
from bilateral.charts.drawing import BLUE, INK, VERMILLION, element, line, rect, text, titled
from bilateral.charts.lettering import abridged, shortened
from bilateral.charts.marks import deadline_keys, deadline_mark, event_keys, event_mark
from bilateral.charts.pages import page_of
from bilateral.charts.scope import Charted, Scope, scope_of, short_day
from bilateral.charts.sheets import MARGIN, MUTED, SMALL, WIDTH, Key, sheet
from bilateral.dates.intervals import SOMETIME
from bilateral.dates.partial_dates import PartialDate
from bilateral.dates.uncertain_days import UncertainDay, day_of
from bilateral.display import in_words
from bilateral.lifecycle.deadlines import Deadline, deadlines_of
from bilateral.lifecycle.overviews import Overview, overview_of, side_label
from bilateral.lifecycle.timelines import timeline_of
from bilateral.literals import Lang
from bilateral.terms.deadlines import DeadlineKind
from bilateral.terms.timelines import Tense, TermPeriod

__all__ = ["timeline"]

_YEAR: Final = 366
# Further from the day than that, a period goes to the edge.
_PAST, _FUTURE = 60 * _YEAR, 15 * _YEAR
# Deadlines are looked for in so many days.
_AHEAD: Final = 5 * _YEAR
_LABELS: Final = 330
_LEFT, _RIGHT = MARGIN + _LABELS + 16, WIDTH - MARGIN - 14
_LETTERS, _SPACING = 12, 15
# With fewer rows than that, titles have more lines.
_FEW: Final = 12
_BAR: Final = 15
_NARROW: Final = 3
_MARK: Final = 10
_WATCHED: Final = (
    DeadlineKind.NOTICE,
    DeadlineKind.LEAVE_OPENS,
    DeadlineKind.LEAVE,
    DeadlineKind.EXTENSION,
)


class _Life(NamedTuple):
    """What is drawn of one document."""

    overview: Overview
    periods: Sequence[TermPeriod]
    deadlines: Sequence[Deadline]

    @property
    def agreement(self) -> Agreement:
        return self.overview.agreement

    @property
    def days(self) -> Iterator[int]:
        """The days that have to be on the line, if they are known."""
        for one in self.periods:
            yield from (*one.first, *one.last)
        for event in self.agreement.events:
            yield from day_of(event.date)
        for deadline in self.deadlines:
            yield from deadline.when

    @property
    def begins(self) -> tuple[int, str]:
        """Where it stands among others."""
        known = [day for day in self.days if abs(day) < SOMETIME]
        return min(known, default=SOMETIME), self.agreement.id


def timeline(
    rows: Charted,
    *,
    lang: Lang | None = None,
    on: PartialDate | datetime.date | str | None = None,
    most: int = 30,
    page: int = 1,
) -> Chart:
    """Draw the periods of agreements, with their renewals, events, and days for notice.

    ``rows`` is a dossier, a selection, an agreement or several. ``lang`` is the language of all
    words (else that of `bilateral.options`), ``on`` the day that is marked, from which it
    follows what has run, runs, and may run (else today). Of more agreements than ``most``, a
    ``page`` has so many, those with the nearest deadlines first; ``pages`` of the chart tells
    how many pages there are. Days are drawn as far as they are known: where a period may have
    begun or ended already, it is pale. What lies more than fifteen years ahead is at the edge.

    Raises `UnknownLanguage`, and `ValidationError`: ``wrong-type``, ``whole-day-needed``,
    ``negative-count``, ``unknown-choice`` for a page that there is not.

    >>> from bilateral.examples import astana_2025
    >>> timeline(astana_2025(), lang="de", on="2026-11-26").description
    'Laufzeiten. Status am 26. November 2026. Übereinkünfte: 3.'
    """
    scope = scope_of(rows, lang, on)
    some = page_of(scope, most, page)
    lives = sorted((_life(one, scope) for one in some.agreements), key=lambda one: one.begins)
    scale = _scale(lives, scope.today)
    drawing, height = _Drawing(scope, scale, len(lives) <= _FEW).rows(lives)
    notes = [scope.word("status_on", day=scope.day.label(scope.lang)), *some.notes]
    keys = _keys(lives, scope)
    body = drawing, height
    return sheet(scope.word("periods"), notes, body, scope.lang, keys=keys, pages=some.pages)


def _life(agreement: Agreement, scope: Scope) -> _Life:
    window = UncertainDay(scope.today, scope.today + _AHEAD)
    found = deadlines_of([agreement], window, scope.successors)
    # Of what comes back every year, the next one is enough.
    first: dict[DeadlineKind, Deadline] = {one.kind: one for one in reversed(found)}
    return _Life(
        overview_of(agreement, scope.day, scope.successors),
        timeline_of(agreement, scope.day, scope.successors),
        [first[kind] for kind in _WATCHED if kind in first],
    )


def _scale(lives: Iterable[_Life], today: int) -> DayScale:
    days = [day for life in lives for day in life.days if -SOMETIME < day < today + _FUTURE]
    first, last = max(min([*days, today]), today - _PAST), max([*days, today])
    # Some room on both sides, for open ends and marks.
    room = max((last - first) // 25, 30)
    return DayScale(first - room, last + room, _LEFT, _RIGHT)


class _Drawing:
    """The rows of the chart, one below the other."""

    def __init__(self, scope: Scope, scale: DayScale, few: bool) -> None:  # noqa: FBT001
        self._scope, self._scale = scope, scale
        self._lines = 3 if few else 2

    def rows(self, lives: Sequence[_Life]) -> tuple[str, float]:
        """The rows with the days above them, and their height."""
        if not lives:
            return "", 0.0
        y, parts = 26.0, list[str]()
        for life in lives:
            row, height = self._row(life, y)
            parts.append(row)
            y += height
        days = self._scale.axis(22, y, self._scope.lang)
        return days + "".join(parts) + self._today(y), y + 18

    def _today(self, bottom: float) -> str:
        x, label = self._scale.x(self._scope.today), self._scope.day.label(self._scope.lang)
        return line(x, 22, x, bottom, stroke=VERMILLION, stroke_width=1.5) + text(
            x, bottom + 14, label, size=SMALL, text_anchor="middle", font_weight="bold"
        )

    def _row(self, life: _Life, y: float) -> tuple[str, float]:
        label, lines = self._label(life, y)
        height = max(lines * _SPACING + 12.0, 46.0)
        rule = line(MARGIN, y, _RIGHT, y, stroke_opacity=0.16)
        bar = y + height / 2 - _BAR / 2 - 3
        drawn = (*self._bars(life, bar), *self._due(life, bar), *self._events(life, bar + _BAR + 9))
        return element("g", rule, label, *drawn), height

    def _label(self, life: _Life, y: float) -> tuple[str, int]:
        """The title and what becomes of the document; all of it is told to the mouse."""
        agreement, lang = life.agreement, self._scope.lang
        title = self._scope.title_of(agreement)
        state = in_words(life.overview.status, lang)
        following = life.overview.next
        if following:
            # The day first: it must not be cut off.
            state = f"{state} · {short_day(following.when, lang)}: {following.label(lang)}"
        lines = abridged(title, _LETTERS, _LABELS, self._lines)
        parts = [
            text(MARGIN, y + 18 + number * _SPACING, one, size=_LETTERS)
            for number, one in enumerate(lines)
        ]
        foot = y + 18 + len(lines) * _SPACING
        cut = shortened(state, SMALL, _LABELS)
        parts.append(text(MARGIN, foot, cut, size=SMALL, fill_opacity=MUTED))
        sides = " – ".join(side_label(side, lang) for side in agreement.sides)
        return titled(f"{title}\n{sides}\n{state}\n{agreement.id}", *parts), len(lines) + 1

    def _bars(self, life: _Life, y: float) -> Iterator[str]:
        for one in _merged(life.periods, self._scale):
            yield titled(self._told(one), *self._bar(one, y))

    def _told(self, one: TermPeriod) -> str:
        """The days of a period, and whether it runs."""
        word, lang = self._scope.view.word, self._scope.lang
        tense = one.tense.label(lang) if one.tense else word("any_day")
        if one.period:
            return f"{one.period.label(lang, 'medium')}\n{tense}"
        first, last = (
            f"{word(name)}: {short_day(day, lang)}"
            for name, day in (("first", one.first), ("last", one.last))
        )
        return f"{first}\n{last}\n{tense}"

    def _bar(self, one: TermPeriod, y: float) -> Iterator[str]:
        """A period: certain days in full, those on which it may run pale."""
        scale = self._scale
        first, last = one.first, one.last.plus(1)
        spans = ((first.earliest, last.latest, True), (first.latest, last.earliest, False))
        vague = first.earliest != first.latest or last.earliest != last.latest
        for begin, end, pale in spans if vague else spans[1:]:
            left, right = scale.x(begin), scale.x(end)
            if right > left:
                # A gap keeps a period from the next one.
                width = max(right - left - 1, 1)
                yield rect(left, y, width, _BAR, rx=1.5, **_look(one.tense, pale=pale))
        if first.earliest < scale.first:
            yield _tip(_LEFT - 2, -8, y, _look(one.tense, pale=vague))
        if last.latest > scale.last:
            yield _tip(_RIGHT + 2, 8, y, _look(one.tense, pale=vague))

    def _due(self, life: _Life, y: float) -> Iterator[str]:
        """The days for notice, and the notice periods after them."""
        lang, scale = self._scope.lang, self._scale
        for one in life.deadlines:
            label = f"{one.label(lang)}: {short_day(one.when, lang)}"
            parts = [deadline_mark(one.kind, scale.x(one.when.earliest), y - 6)]
            if (end := _end_of(one, life)) is not None:
                left, right = scale.x(one.when.latest + 1), scale.x(end + 1)
                band = rect(left, y - 4, max(right - left, 2), 4, fill=VERMILLION)
                parts.insert(0, band)
            yield titled(label, *parts)

    def _events(self, life: _Life, y: float) -> Iterator[str]:
        lang, scale, free = self._scope.lang, self._scale, 0.0
        for event in sorted(life.agreement.events, key=lambda one: day_of(one.date)):
            when = day_of(event.date)
            if event.date is None or when.earliest < scale.first or when.latest > scale.last:
                continue
            left, right = scale.x(when.earliest), scale.x(when.latest)
            span = [line(left, y, right, y, stroke_width=1.5)] if right - left > _NARROW else []
            label = f"{event.kind.label(lang)}: {event.date.label(lang)}"
            # What happened on one day, or soon after, stands side by side.
            x = max((left + right) / 2, free)
            free = x + _MARK
            yield titled(label, *span, event_mark(event, x, y))


def _look(tense: Tense | None, *, pale: bool) -> dict[str, str | float | None]:
    """The fill and the edge of a period."""
    if tense is Tense.RUNS:
        return {"fill": BLUE, "fill_opacity": 0.4 if pale else None}
    if tense is Tense.RAN:
        return {"fill": INK, "fill_opacity": 0.15 if pale else 0.38}
    look: dict[str, str | float | None] = {"fill": BLUE, "stroke": BLUE, "stroke_width": 1.4}
    if tense is Tense.WILL_RUN:
        return {**look, "fill_opacity": 0.15 if pale else 0.4}
    if tense is Tense.MAY_RUN:
        return {**look, "fill_opacity": 0.08, "stroke_dasharray": "4 3"}
    return {"fill": INK, "fill_opacity": 0.1, "stroke": INK, "stroke_dasharray": "1 3"}


def _tip(x: float, width: float, y: float, look: Mapping[str, str | float | None]) -> str:
    """The tip of a period that goes on beyond the edge."""
    points = f"{x:g},{y:g} {x + width:g},{y + _BAR / 2:g} {x:g},{y + _BAR:g}"
    return element("polygon", points=points, **look)


def _merged(periods: Sequence[TermPeriod], scale: DayScale) -> Iterator[TermPeriod]:
    """The periods, those together that are too narrow to be told apart."""
    kept: TermPeriod | None = None
    for one in periods:
        narrow = kept and scale.x(one.last.latest) - scale.x(one.first.earliest) < _NARROW
        if kept and narrow and one.tense is kept.tense:
            kept = TermPeriod(kept.number, kept.first, one.last, kept.tense)
            continue
        if kept:
            yield kept
        kept = one
    if kept:
        yield kept


def _end_of(deadline: Deadline, life: _Life) -> int | None:
    """The last day of the period at whose end notice against renewal is due."""
    if deadline.kind is not DeadlineKind.NOTICE:
        return None
    ends = (one.last.latest for one in life.periods if one.number == deadline.number)
    return next((end for end in ends if end < SOMETIME), None)


def _keys(lives: Iterable[_Life], scope: Scope) -> Iterator[Key]:
    """The meaning of everything that is on the chart, and of nothing else."""
    tenses = {one.tense for life in lives for one in life.periods}
    for tense in Tense:
        if tense in tenses:
            box = rect(-8, -6, 16, 11, rx=1.5, **_look(tense, pale=False))
            yield Key(box, tense.label(scope.lang))
    if None in tenses:
        box = rect(-8, -6, 16, 11, rx=1.5, **_look(None, pale=False))
        yield Key(box, scope.view.word("any_day"))
    deadlines = [one for life in lives for one in life.deadlines]
    yield from deadline_keys(deadlines, scope.lang)
    if any(_end_of(one, life) is not None for life in lives for one in life.deadlines):
        yield Key(rect(-8, -2, 16, 4, fill=VERMILLION), scope.view.word("chart.notice_period"))
    events = [one for life in lives for one in life.agreement.events if one.date]
    yield from event_keys(events, scope.lang, scope.view.word("chart.other_events"))
