"""Questions to a register: ``status``, ``active``, ``deadlines``, ``timeline`` and ``title``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Final

import bilateral as bl
from bilateral.cli.completion import ids, partners
from bilateral.cli.inputs import chosen, day, days_option, filters, one_by_one, read, sought
from bilateral.cli.output import Answer, output_options, view_of, write, write_line
from bilateral.cli.parser import Options, Parser, Run
from bilateral.display import Table, View, facts_of

__all__ = ["add", "overview"]

_YEAR: Final = datetime.timedelta(days=365)


def add(parser: Parser) -> None:
    """Add the commands."""
    status = _command(parser, "status", _status, of_some=True)
    days_option(status)
    active = _command(parser, "active", _active)
    days_option(active)
    deadlines = _command(parser, "deadlines", _deadlines)
    days_option(deadlines, help="first_day")
    deadlines.option("--until", metavar="day", type=day(parser.words))
    title = _command(parser, "title", _title, of_some=True)
    title.option("--first", metavar="who", completer=partners)
    timeline = parser.command("timeline", _timeline, "good", "failed")
    timeline.argument("file")
    timeline.argument("id", help="argument.one_id", completer=ids)
    timeline.option("--from", dest="from_format", metavar="format")
    days_option(timeline)
    output_options(timeline)


def _command(parser: Parser, name: str, run: Run, *, of_some: bool = False) -> Parser:
    """A command about the agreements of a file that the options choose."""
    command = parser.command(name, run, "good", "failed")
    command.argument("file")
    if of_some:
        command.argument("id", nargs="*", default=[], completer=ids)
    command.option("--from", dest="from_format", metavar="format")
    filters(command)
    output_options(command)
    return command


def _agreements(options: Options) -> tuple[bl.Dossier, Sequence[bl.Agreement]]:
    dossier = read(options, options.file)
    return dossier, one_by_one(chosen(options, dossier), options.id)


def _status(options: Options) -> int:
    dossier, agreements = _agreements(options)

    def data() -> Any:
        return [{"id": one.id, **bl.to_dict(dossier.status(one, options.on))} for one in agreements]

    write(options, Answer(data, _statuses(options, dossier, agreements, "agreements")))
    return 0


def _statuses(
    options: Options, dossier: bl.Dossier, agreements: Sequence[bl.Agreement], noun: str
) -> Table:
    """Agreements with their status on the day, and why it is so."""
    view = view_of(options)
    header = [view.word("title"), _status_on(view), view.word("reasons"), view.word("id")]
    rows = (
        (one.title(view.lang), status, [why.text(view.lang) for why in status.reasons], one.id)
        for one in agreements
        for status in (dossier.status(one, options.on),)
    )
    return Table(view.word(noun), len(agreements), header, rows)


def _status_on(view: View) -> str:
    return view.word("status_on", day=bl.PartialDate.of(view.on).label(view.lang))


def overview(options: Options, dossier: bl.Dossier, agreements: Sequence[bl.Agreement]) -> Table:
    """Agreements with their facts and what comes next."""
    from bilateral.lifecycle.overviews import overview_of

    view = view_of(options)
    names = ("title", "signed", "in_force")
    header = [*map(view.word, names), view.name_of(bl.Agreement, "period")]
    header += [_status_on(view), *map(view.word, ("next", "deadline", "id"))]
    overviews = (overview_of(one, view.on, dossier.successors) for one in agreements)
    rows = (
        (
            one.agreement.title(view.lang),
            one.signed,
            one.in_force,
            one.agreement.period,
            one.status,
            one.next and one.next.when,
            one.next and one.next.label(view.lang),
            one.agreement.id,
        )
        for one in overviews
    )
    return Table(view.word("agreements"), len(agreements), header, rows)


def _active(options: Options) -> int:
    dossier = read(options, options.file)
    found = chosen(options, dossier).active(options.on)
    view = view_of(options)
    tables = [overview(options, dossier, found)]
    # Of these it is not known, and why.
    if undecided := found.undecided:
        tables.append(_statuses(options, dossier, undecided, "undecided"))

    def data() -> Any:
        return {"active": [*found][: view.most], "undecided": [*undecided][: view.most]}

    write(options, Answer(data, *tables))
    return 0


def _deadlines(options: Options) -> int:
    dossier = read(options, options.file)
    until = options.until or options.on + _YEAR
    found = chosen(options, dossier).deadlines(options.on, until)
    view = view_of(options)
    lang = view.lang
    names = ("day", "deadline", "disputed")
    header = [*map(view.word, names), view.name_of(bl.Agreement), view.word("id")]
    rows = (
        (one.when, one.label(lang), one.disputed, one.agreement.title(lang), one.agreement.id)
        for one in found
    )
    table = Table(view.word("deadlines"), len(found), header, rows)
    write(options, Answer(lambda: [{"key": one.key, **bl.to_dict(one)} for one in found], table))
    return 0


def _timeline(options: Options) -> int:
    found = read(options, options.file)[options.id].timeline(options.on)
    parts = facts_of(found, view_of(options))
    write(options, Answer(lambda: [*found], *parts))
    return 0


def _title(options: Options) -> int:
    view = view_of(options)
    dossier, agreements = _agreements(options)
    first = options.first and sought(dossier, "involving", options.first)
    titles = ((one.id, one.title(view.lang, first=first)) for one in agreements)
    if options.format == "text" and len(options.id) == 1:
        write_line(next(titles)[1])
        return 0
    rows = [*titles]
    table = Table(view.word("agreements"), len(rows), [view.word("id"), view.word("title")], rows)
    write(options, Answer(lambda: [{"id": id_, "title": text} for id_, text in rows], table))
    return 0
