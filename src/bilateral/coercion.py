"""Friendly input for constructors: convert, and keep what went wrong for later.

A converter must not raise, because the class wants to report all its problems at once.
What it cannot convert becomes a `Rejected`, which carries the problems; `Checked` turns those,
and what the class itself finds, into one `ValidationError`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache, partial
from operator import is_
from types import UnionType
from typing import Any, TypeGuard, TypeVar, cast, get_args, get_origin, get_type_hints

from bilateral.display import Record
from bilateral.interchange import Exchanged
from bilateral.nearness import Words
from bilateral.problems import TYPE_NAMES, Problem, ValidationError, wrong_type_problem

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Rejected:
    """Stands in a field for input that could not be converted.

    It has no problems of its own when they were reported elsewhere already (a reference to
    a record that is itself in error).
    """

    problems: tuple[Problem, ...]

    __slots__ = ("problems",)

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)


def soft(convert: Callable[[Any], T], value: Any) -> T:
    """``convert(value)``, or the problems it raised as a `Rejected`."""
    if type(value) is Rejected:
        return value  # type: ignore[return-value]
    try:
        return convert(value)
    except ValidationError as error:
        return Rejected(error.problems)  # type: ignore[return-value]


def soft_tuple(convert: Callable[[Any], T], values: Iterable[Any]) -> tuple[T, ...]:
    """Each value converted; the problems of all of them, with their place, as one `Rejected`."""
    given: Any = values
    if type(given) is Rejected or (type(given) is tuple and not given):
        return given  # type: ignore[return-value]
    if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
        return wrong_type("list", given)  # type: ignore[no-any-return]
    results: list[Any] = [soft(convert, value) for value in values]
    broken = {i: result for i, result in enumerate(results) if type(result) is Rejected}
    if broken:
        return Rejected(problems_of(broken))  # type: ignore[return-value]
    # What is right as it is need not be kept twice.
    is_same = type(values) is tuple and all(map(is_, results, cast("Iterable[T]", values)))
    return cast("tuple[T, ...]", values) if is_same else tuple(results)


def wrong_type(expected: str, value: object) -> Any:
    """A `Rejected` that says which type belongs there."""
    return Rejected([wrong_type_problem(expected, value)])


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether plain data are a mapping."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether plain data are a list."""
    return isinstance(value, list)


# What every format can hold: MessagePack and TOML have whole numbers of 64 bits.
WHOLE_NUMBERS = range(-(2**63), 2**63)
# What no text may have: files could not hold it, or would end at it. Half of a pair of UTF-16
# is no character.
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


def text(value: str) -> str:
    """A text; anything else is rejected, a number too."""
    if type(value) is not str or _NO_TEXT.search(value):
        return soft(_text_or_error, value)
    return value


def text_problems(value: str) -> list[Problem]:
    """What is wrong with a text: it has a NUL or half a character (``invalid-text``)."""
    found = _NO_TEXT.search(value)
    if found is None:
        return []
    return [Problem("invalid-text", (), value, details={"position": found.start()})]


def limited(value: str, limit: int) -> str:
    """The text, if it has no more characters; `ValidationError` (``text-too-long``)."""
    if len(value) > limit:
        raise ValidationError([Problem("text-too-long", (), value, details={"limit": limit})])
    return value


def optional_text(value: str | None) -> str | None:
    """A text or nothing."""
    return None if value is None else text(value)


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """A tuple of texts."""
    return soft_tuple(_text_or_error, values)


def _text_or_error(value: object) -> str:
    if not isinstance(value, str):
        raise ValidationError([wrong_type_problem("text", value)])
    if problems := text_problems(value):
        raise ValidationError(problems)
    # A subclass of str (a StrEnum member, a title) becomes the plain text.
    return str.__str__(value)


def hard(value: T) -> T:
    """A converted value; raises the `ValidationError` of one that could not be converted."""
    given: Any = value
    if type(given) is Rejected:
        raise ValidationError(given.problems)
    return value


def boolean(value: bool) -> bool:  # noqa: FBT001 - a converter takes its value as it comes
    """True or false; a number is neither."""
    return value if type(value) in (bool, Rejected) else wrong_type("boolean", value)


def member(kind: type[E], code: str, value: object) -> E:
    """The member of an enumeration by its value; ``code`` names the problem if there is none."""
    if type(value) is kind or type(value) is Rejected:
        return value  # type: ignore[return-value]
    found = kind._value2member_map_.get(value) if isinstance(value, str) else None
    if found is None:
        return Rejected([unknown(code, value, kind._value2member_map_)])  # type: ignore[return-value]
    return found  # type: ignore[return-value]


def members(kind: type[E], code: str, values: Any) -> tuple[E, ...]:
    """As `member`, for several values or a single one."""

    def one(value: object) -> E:
        return hard(member(kind, code, value))

    return soft_tuple(one, [values] if isinstance(values, str) else values)


def instance(kind: type[T], value: object) -> T:
    """``value`` if it is of the class ``kind``, else a `ValidationError`."""
    if isinstance(value, kind):
        return value
    raise ValidationError([wrong_type_problem(kind.__name__, value)])


# A part of a code, and how long it must be to say anything.
_PART = re.compile("[a-z]+")
_TELLING = 4
# How long a text is compared to find a near match.
_LONGEST = 100


def unknown(code: str, value: object, known: Iterable[Any], **details: object) -> Problem:
    """A problem for a word that is not in a list, with the nearest one as a hint.

    >>> unknown("unknown-event-kind", "entered_into_force", ["in_force", "signed"]).hint
    'in_force'
    """
    if not isinstance(value, str):
        return wrong_type_problem("text", value)
    hint = partial(_nearest, value[:_LONGEST], known)
    return Problem(code, (), value, details=details, hint=hint)


def _nearest(value: str, known: Iterable[Any]) -> str | None:
    """The word that is most like another, or the only one to share a part with it."""
    words = {str(word).lower(): str(word) for word in known}
    wanted = value.lower()
    near = [*Words(words).near(wanted)][:1]
    if not near:
        parts = {part for part in _PART.findall(wanted) if len(part) >= _TELLING}
        near = [word for word in words if not parts.isdisjoint(_PART.findall(word))]
    return words[near[0]] if len(near) == 1 else None


class Checked(Exchanged, Record):
    """The base of the classes of the model: a new record says at once all that is wrong with it."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        broken = rejected(self)
        problems = [*problems_of(broken), *self._problems(broken.keys())]
        if problems or broken:
            raise ValidationError(problems)

    def _problems(self, wrong: Collection[str], /) -> Sequence[Problem]:  # noqa: ARG002
        """What is wrong with fields of the right types; those in ``wrong`` have another one."""
        return ()


class Typed(Record):
    """The base of what functions answer: each field must have the type that is declared."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        cls: Any = type(self)
        problems = [
            wrong_type_problem(_expected(kinds[0]), value).at(name)
            for name, kinds in _declared(cls).items()
            # Most values are of the very class.
            if type(value := getattr(self, name)) not in kinds and not isinstance(value, kinds)
        ]
        if problems:
            raise ValidationError(problems)


def _expected(kind: type) -> str:
    # A list in plain data is one of either; here it makes a difference.
    return "tuple" if kind is tuple else TYPE_NAMES.get(kind, kind.__name__)


@cache
def _declared(cls: type) -> dict[str, tuple[type, ...]]:
    """The classes of the values of each field; what is in a tuple is not looked at."""
    found: dict[str, tuple[type, ...]] = {}
    for name, hint in get_type_hints(cls).items():
        kinds = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        found[name] = tuple(object if one is Any else get_origin(one) or one for one in kinds)
    return found


def rejected(record: Any) -> dict[str, Rejected]:
    """The fields of ``record`` that hold a `Rejected`."""
    names = _names(record.__class__)
    values = [getattr(record, name) for name in names]
    # There hardly ever is one.
    if Rejected not in map(type, values):
        return {}
    found = zip(names, values, strict=True)
    return {name: value for name, value in found if isinstance(value, Rejected)}


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(attribute.name for attribute in cls.__attrs_attrs__)


def problems_of(broken: Mapping[Any, Rejected]) -> list[Problem]:
    """All problems of some rejected fields or items, with their names or numbers."""
    if not broken:
        return []
    return [problem.at(name) for name, value in broken.items() for problem in value.problems]
