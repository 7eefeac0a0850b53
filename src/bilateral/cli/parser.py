"""The parser of the standard library, which speaks the language of the user.

With it ``python -m bilateral`` needs nothing that the package does not have. What it says
itself is English; it is told here in our words.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final, NoReturn, TypeAlias

from bilateral.cli.words import Words

__all__ = ["STANDARD", "Options", "Parser", "Run"]

Options: TypeAlias = argparse.Namespace
#: A command: it takes the options and answers the exit status.
Run = Callable[[Options], int]

#: The file that is standard input or output.
STANDARD: Final = "-"
WRONG_USAGE: Final = 2
# What argparse complains of; the names of the groups are those of the slots of our sentences.
_COMPLAINTS: Final = {
    "required": re.compile(r"the following arguments are required: (?P<names>.+)"),
    "unrecognized": re.compile(r"unrecognized arguments: (?P<names>.+)"),
    "choice": re.compile(
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<known>.+)\)",
        re.DOTALL,
    ),
    "value": re.compile(r"argument (?P<name>.+?): expected .*argument"),
    "argument": re.compile(r"argument (?P<name>.+?): (?P<text>.+)", re.DOTALL),
}
_QUOTES = "'\""
_SEVERAL = ("*", "+")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def __init__(self, words: Words, prog: str, **settings: Any) -> None:
        super().__init__(prog, max_help_position=28, **settings)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        start = f"{self._words('usage')} " if prefix is None else prefix
        super().add_usage(usage, actions, groups, start)


class Parser(argparse.ArgumentParser):
    """A parser for all commands, or for one of them."""

    def __init__(self, words: Words, names: set[str], prog: str, **settings: Any) -> None:
        super().__init__(
            prog=prog,
            formatter_class=partial(_Formatter, words),
            add_help=False,
            allow_abbrev=False,
            **settings,
        )
        self.words = words
        self._names = names
        self._groups: dict[str, Any] = {}
        #: The commands by their names, and what this one takes: how it is written, and the help.
        self.commands: dict[str, Parser] = {}
        self.taken: list[tuple[str, str]] = []
        self._commands: Any = None
        # The argument that may be several: argparse takes only those before the first option.
        self._rest: str | None = None

    def command(self, name: str, run: Run, *exits: str) -> Parser:
        """Add a command; ``exits`` are rows that say what the statuses 0 and 1 mean for it."""
        if self._commands is None:
            self._commands = self.add_subparsers(
                title=self.words("commands"),
                metavar=self.words("metavar.command"),
                dest="command",
                parser_class=Parser,
            )
        help_ = self.words(f"command.{name}")
        description = f"{help_[:1].upper()}{help_[1:]}."
        epilog = _statuses(self.words, exits)
        parser: Parser = self._commands.add_parser(
            name,
            words=self.words,
            names=self._names,
            help=help_,
            description=description,
            epilog=epilog,
        )
        parser.set_defaults(run=run, parser=parser)
        self.commands[name] = parser
        # Before the options, in the help.
        parser._group("arguments")
        parser.common_options()
        return parser

    def common_options(self, default: object = argparse.SUPPRESS) -> None:
        """Add what every command takes: the language, and the help."""
        self.option("-h", "--help", action="help")
        # Before the command or after it: only where it is given it is set.
        self.option("--lang", metavar="lang", type=_language(self.words), default=default)

    def argument(self, name: str, **settings: Any) -> None:
        """Add an argument, with the help in the row ``argument.NAME``."""
        settings.setdefault("metavar", name)
        if settings.get("nargs") in _SEVERAL:
            self._rest = name
        self._add("arguments", (name,), settings.pop("help", f"argument.{name}"), settings)

    def option(self, *flags: str, **settings: Any) -> None:
        """Add an option, with the help in the row ``option.NAME``; the last flag is its name."""
        self._names.update(flags)
        row = settings.pop("help", flags[-1].lstrip("-"))
        self._add("options", flags, f"option.{row}", settings)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Options, list[str]]:
        """As argparse does it, but what may be several may also stand behind options."""
        options: Options
        options, unknown = super().parse_known_args(args, namespace)
        if self._rest and not any(one.startswith("-") for one in unknown):
            setattr(options, self._rest, [*getattr(options, self._rest), *unknown])
        elif unknown:
            # Here and not in the parser of all commands, so that the help is that of the command.
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options, []

    def _add(self, group: str, flags: Sequence[str], row: str, settings: dict[str, Any]) -> None:
        """Add either; ``metavar`` is a row, or several, and ``completer`` lists what fits there."""
        completer, help_ = settings.pop("completer", None), self.words(row)
        given: str | tuple[str, ...] = settings.pop("metavar", ())
        places = [self.words(f"metavar.{one}") for one in _several(given)]
        if places:
            settings["metavar"] = places[0] if isinstance(given, str) else tuple(places)
        action = self._group(group).add_argument(*flags, help=help_, **settings)
        written = [", ".join(action.option_strings), *places]
        self.taken.append((" ".join(filter(None, written)), help_))
        if completer:
            action.completer = completer

    def _group(self, row: str) -> Any:
        if row not in self._groups:
            self._groups[row] = self.add_argument_group(self.words(row))
        return self._groups[row]

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and where to read how it is right."""
        help_ = self.words("error.help", command=f"{self.prog} --help")
        self.exit(WRONG_USAGE, f"{self.prog}: {self._explained(message)}\n{help_}\n")

    def _explained(self, message: str) -> str:
        for row, pattern in _COMPLAINTS.items():
            if found := pattern.fullmatch(message):
                return self._sentence(row, found.groupdict())
        return message

    def _sentence(self, row: str, slots: dict[str, str]) -> str:
        words = self.words
        match row:
            case "choice":
                value = slots["value"].strip(_QUOTES)
                known = [one.strip(f"{_QUOTES} ") for one in slots["known"].split(",")]
                if slots["name"] == words("metavar.command"):
                    return self._no_command(value, known)
                return f"{slots['name']}: {words.no_choice(value, known)}"
            case "unrecognized":
                first = next((one for one in slots["names"].split() if one.startswith("-")), "")
                hint = _nearest(first.partition("=")[0], self._names) if first else None
                return words("error.unrecognized", **slots) + words.hint(hint)
            case "argument":
                return f"{slots['name']}: {slots['text']}"
            case _:
                return words(f"error.{row}", **slots)

    def _no_command(self, value: str, known: Sequence[str]) -> str:
        text = self.words("error.command", value=value)
        if Path(value).suffix or Path(value).exists():
            return f"{text} {self.words('error.show', value=value)}"
        return text + self.words.hint(_nearest(value, known))


def _language(words: Words) -> Callable[[str], str]:
    def language(text: str) -> str:
        from bilateral.errors import UnknownLanguage
        from bilateral.tables import resolve

        try:
            return resolve(text)
        except UnknownLanguage as error:
            from bilateral.cli.troubles import told

            raise argparse.ArgumentTypeError(told(error, words)) from None

    return language


def _several(given: str | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else given


def _statuses(words: Words, exits: Sequence[str]) -> str:
    """What the exit statuses mean, those of every command last."""
    rows = {WRONG_USAGE: "usage", 130: "interrupted", 141: "unread"} | dict(enumerate(exits))
    lines = [f"  {number:<5}{words(f'exit.{row}')}" for number, row in sorted(rows.items())]
    return "\n".join((words("statuses"), *lines))


def _nearest(value: str, known: Iterable[str]) -> str | None:
    from bilateral.coercion import unknown

    return unknown("", value, known).hint
