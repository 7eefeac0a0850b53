"""Problems of an input, as data and as sentences.

Input that breaks a rule raises one `ValidationError` with every `Problem` in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any

import attrs

from bilateral.display import Displayed, Facts, Table, View
from bilateral.errors import MissingForm
from bilateral.frozen import Frozen
from bilateral.literals import Lang
from bilateral.tables import tables_of

__all__ = ["DataWarning", "Problem", "ValidationError", "printable", "reject"]

_SHOWN_PROBLEMS = 50
_SHOWN_CHARACTERS = 80


def _frozen_mapping(values: Mapping[str, object] | None) -> Any:
    if values is None:
        return _NO_DETAILS
    if values.__class__ is MappingProxyType:
        return values
    return MappingProxyType(dict(values)) if isinstance(values, Mapping) else values


_NO_DETAILS: Mapping[str, object] = MappingProxyType({})


def printable(text: str, keep: str = "") -> str:
    r"""The text with an escape for each character that has no shape of its own, but those to keep.

    Those are control characters, line ends, marks of direction, and halves of a surrogate pair,
    with which a text could move the cursor, make up lines, or fail to be printed.

    >>> print(printable("a\x1b[31m\ud800"))
    a\x1b[31m\ud800
    """
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in keep else c.encode("unicode_escape").decode() for c in text
    )


def _shown(value: object) -> str:
    """A value as one short line, whatever it is."""
    text = printable(value if isinstance(value, str) else repr(value))
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


Hint = str | Callable[[], str | None] | None

_TEXT, _NUMBER = (str, type(None)), (int, type(None))
# The types of the arguments of a problem.
_TYPES: tuple[tuple[str, Any, str], ...] = (
    ("code", str, "text"),
    ("path", tuple, "list"),
    ("details", Mapping, "mapping"),
    ("_hint", (*_TEXT, Callable), "text"),
    ("file", _TEXT, "text"),
    ("line", _NUMBER, "integer"),
    ("column", _NUMBER, "integer"),
    ("sheet", _TEXT, "text"),
)
_NAMED = ("hint", "file", "line", "column", "sheet")


# Those that were found to be right: there can be many thousands of problems, but few kinds.
_seen: set[tuple[type, ...]] = set()


def _check(problem: Problem) -> None:
    for name, kinds, expected in _TYPES:
        value = getattr(problem, name)
        if not isinstance(value, kinds):
            raise ValidationError([wrong_type_problem(expected, value).at(name.lstrip("_"))])


@attrs.frozen(eq=False, repr=False)
class Problem(Displayed, Frozen):
    """One thing that is wrong, and where.

    ``code`` names the rule (a stable word such as ``unknown-sector``), ``path`` leads to the
    place from the value that was being built or read, ``value`` is what stood there.
    ``details`` fill the slots of the message. ``file``, ``sheet``, ``line`` and ``column``
    (both from 1) are set where the input has them; ``hint`` is a near match, or a function that
    finds it. Raises `ValidationError` for an argument of another type.

    >>> problem = Problem("unknown-sector", ("sectors", 0), "industri", hint="industry")
    >>> problem.where
    'sectors[0]'
    >>> problem.pointer
    '/sectors/0'
    """

    code: str
    path: tuple[str | int, ...] = ()
    value: object = None
    details: Mapping[str, object] = attrs.field(
        default=None, converter=_frozen_mapping, kw_only=True
    )
    _hint: Hint = attrs.field(default=None, alias="hint", kw_only=True)
    file: str | None = attrs.field(default=None, kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True)
    column: int | None = attrs.field(default=None, kw_only=True)
    sheet: str | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        kinds = (
            *(self.code.__class__, self.path.__class__, self.details.__class__),
            *(self._hint.__class__, self.file.__class__, self.line.__class__),
            *(self.column.__class__, self.sheet.__class__),
        )
        if kinds not in _seen:
            _check(self)
            _seen.add(kinds)

    @property
    def hint(self) -> str | None:
        """A near match, if there is one; it is looked for when it is first asked for."""
        if callable(self._hint):
            object.__setattr__(self, "_hint", self._hint())
        return self._hint  # type: ignore[return-value]

    @property
    def where(self) -> str:
        """The path as one would write it in code, ``agreements[1].sides[0]``, on one line."""
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{_shown(step)}"
        return text.removeprefix(".")

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901)."""
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in self.path)
        return "".join(f"/{step}" for step in steps)

    def message(self, lang: Lang = "en") -> str:
        """The problem as a sentence in ``lang`` (de, ru or en), with the hint if there is one.

        >>> Problem("unknown-sector", value="industri").message("de")
        'Der Sektor „industri“ ist nicht bekannt und im Dossier nicht definiert.'
        """
        return _message(self, lang)

    def at(self, *steps: str | int) -> Problem:
        """The same problem seen from further out: ``steps`` go before its path."""
        # There may be many thousands, and this is a third of what attrs.evolve takes.
        return Problem(
            self.code,
            (*steps, *self.path),
            self.value,
            details=self.details,
            hint=self._hint,
            file=self.file,
            line=self.line,
            column=self.column,
            sheet=self.sheet,
        )

    def line_of_text(self, lang: Lang = "en") -> str:
        """The file, the place, the message in ``lang`` and the code, in one line.

        >>> Problem("no-name", ("sectors", 0, "name"), file="plan.json", line=3).line_of_text()
        'plan.json:3: sectors[0].name: A name is needed in at least one language. [no-name]'
        """
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        # A file of CSV that stands alone is its own sheet.
        is_file = self.file and self.file.replace("\\", "/").rpartition("/")[2] == self.sheet
        names = (self.file, None if is_file else self.sheet)
        place = ":".join([*(printable(name) for name in names if name), *numbers])
        parts = [part for part in (place, self.where, self.message(lang)) if part]
        return ": ".join(parts) + f" [{self.code}]"

    def _facts(self, view: View) -> Iterable[Facts]:
        names = ("file", "sheet", "line", "where")
        places = [(view.word(name), getattr(self, name)) for name in names]
        rows = [(view.word("message"), self.message(view.lang)), *places]
        return [Facts(view.title_of(Problem, self.code), rows)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self._state() == other._state()

    def __hash__(self) -> int:
        return hash((self.code, self.path))

    def __repr__(self) -> str:
        named = {"details": dict(self.details), **{name: getattr(self, name) for name in _NAMED}}
        parts = [f"{name}={value!r}" for name, value in named.items() if value]
        return f"Problem({', '.join([*map(repr, (self.code, self.path, self.value)), *parts])})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _problem, self._state()

    def _state(self) -> tuple[Any, ...]:
        place = (self.file, self.line, self.column, self.sheet)
        return self.code, self.path, self.value, dict(self.details), self.hint, *place


def _problem(code: str, path: Any, value: object, details: Any, hint: Any, *place: Any) -> Problem:
    named = dict(zip(("file", "line", "column", "sheet"), place, strict=True))
    return Problem(code, path, value, details=details, hint=hint, **named)


class _ProblemsError(Displayed, Exception):
    """The base of what tells of problems: as text, and as a table in a notebook."""

    problems: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,)

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: Lang = "en", limit: int = _SHOWN_PROBLEMS) -> str:
        """All problems, one a line, in ``lang``; after ``limit`` of them only their number."""
        lines = [problem.line_of_text(lang) for problem in self.problems[:limit]]
        hidden = len(self.problems) - len(lines)
        if hidden > 0:
            lines.append(f"… (+{hidden})")
        return "\n".join(lines)

    def _facts(self, view: View) -> Iterable[Table]:
        rows = ((one.where, one.line, one.message(view.lang), one.code) for one in self.problems)
        header = [view.word(name) for name in ("where", "line", "message", "code")]
        return [Table(view.word("problems"), len(self.problems), header, rows)]


class ValidationError(_ProblemsError, ValueError):
    """Input that breaks rules, with every problem found, in the order of the input.

    >>> import bilateral as bl
    >>> try:
    ...     bl.Period.parse("2026-02-30")
    ... except bl.ValidationError as error:
    ...     print(error.problems[0].code)
    no-such-day
    """


class DataWarning(_ProblemsError, UserWarning):  # noqa: N818 - it is no error
    """A warning of what is unusual in an input, or was left out as asked: ``problems``.

    >>> print(DataWarning([Problem("unusual-order", details={"event": "signed"})]).problems[0].code)
    unusual-order
    """


def reject(code: str, value: object, **details: object) -> ValidationError:
    """A `ValidationError` with one problem and no path."""
    return ValidationError([Problem(code, (), value, details=details)])


def wrong_type_problem(expected: str, value: object) -> Problem:
    """The problem of a value that has another type than ``expected``."""
    if expected == "text" and isinstance(value, (bool, int, float)):
        # In many a file it was meant to be one: 2026, 1, no.
        expected = "quoted"
    details = {"expected": expected, "found": type_name(value)}
    return Problem("wrong-type", (), value, details=details)


def type_name(value: object) -> str:
    """The type of a value in the words of the data formats."""
    if isinstance(value, Mapping):
        return "mapping"
    for kind, name in TYPE_NAMES.items():
        if isinstance(value, kind):
            return name
    return type(value).__name__


# A boolean is an integer to Python: it must come first.
TYPE_NAMES: dict[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "text",
    list: "list",
    tuple: "list",
    type(None): "null",
}


# --- sentences -------------------------------------------------------------------------------

# Slots that the type of a value may stand in, and the names of types.
_TYPE_SLOTS = ("expected", "found")
_TYPE_WORDS = ("boolean", "integer", "json", "list", "mapping", "null", "number", "quoted", "text")
# What the parsers of the formats say in English, each of them in its own words, as rows of ours.
_REASONS = {
    "workbook": "workbook",
    "document": "^document$",
    "behind_quote": "behind the closing quote",
    "value": "Expecting value|Invalid value|Invalid date|expected the node content",
    "property": "Expecting property name|Illegal trailing comma",
    "separator": "Expecting ':'|Expected '=' after|could not find expected ':'",
    "closing": "Expecting ','|Unclosed|expected ',' or|at the end of a|expected after",
    "unterminated": "Unterminated|quoted scalar|end of stream$|unexpected end of data",
    "character": "nvalid control|llegal character|nvalid character|special characters|any token",
    "escape": r"Invalid \\|escape|Escaped",
    "surplus": "extra data|Extra data|Expected newline|another document|single document",
    "twice": "Cannot|Duplicate|duplicate",
    "alias": "undefined alias",
    "end": "incomplete input|max_[a-z]+_len",
    "indentation": "expected <block end>|not allowed here|indentation",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _REASONS.items()}


def _message(problem: Problem, lang: Lang) -> str:
    """The row with the code of a problem in the table ``messages``, filled in.

    Where a table has no such row, its name stands for it: an error must not hide another.
    """
    rows = tables_of(lang).rows("messages")

    def row(key: str) -> str:
        return rows[key]["nom"] if key in rows else key

    def word(slot: str, value: object) -> str:
        label: Callable[[str], str] | None = getattr(value, "label", None)
        if label is not None:
            with suppress(MissingForm):
                return label(lang)
        if slot == "reason":
            return row(f"reason.{_reason(str(value))}")
        is_type = slot in _TYPE_SLOTS and value in _TYPE_WORDS
        return row(f"type.{value}") if is_type else _shown(value)

    slots = {name: word(name, value) for name, value in problem.details.items()}
    text = row(problem.code).format_map({"value": _shown(problem.value), **slots})
    if problem.hint and "hint" in rows:
        text += " " + row("hint").format(hint=_shown(problem.hint))
    return text


def _reason(text: str) -> str:
    """The row for what a parser says; its own words stay in the details of the problem."""
    return next((name for name, known in _PATTERNS.items() if known.search(text)), "other")
