"""Frames: sentences with slots for values in grammatical forms, as the tables have them.

``{slot:form}`` is a value in a form. ``[ one| other]`` is the first alternative whose values
there are; if there is none, nothing. A letter in brackets at the end of a word stays where the next
word needs it: ``о(б)`` before a vowel, ``в(о)`` before в or ф and a consonant. Nothing else is
special: a frame cannot reach into a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, NamedTuple

__all__ = ["Frame", "Slots", "compile_frame"]

#: Gives the value of a slot in a form, or `None` if there is no such value. It raises
#: `MissingForm` if there is one, but not in that form.
Slots = Callable[[str, str], str | None]

_TOKEN: Final = re.compile(r"\{([a-z_]+)(?::([a-z]+))?\}|([\[|\]])|([^{}\[|\]]+)")
_PREPOSITION: Final = re.compile(r"(.*)\((\w)\) ", re.DOTALL)
_VOWEL: Final = re.compile("[аиоуэ]", re.IGNORECASE)
_CLUSTER: Final = re.compile("[вф][бвгджзклмнпрстфхцчшщ]", re.IGNORECASE)


class _Slot(NamedTuple):
    name: str
    form: str


class _Preposition(NamedTuple):
    text: str
    letter: str


class _Group(NamedTuple):
    alternatives: tuple[tuple[_Part, ...], ...]


_Part = str | _Slot | _Preposition | _Group


class Frame(NamedTuple):
    """A frame as it is written in the table, and its parts.

    ``case_of_sides`` is the form that it asks of the first side, if it names the sides.
    """

    text: str
    parts: tuple[_Part, ...]
    case_of_sides: str | None = None

    def render(self, slots: Slots) -> str | None:
        """The text with its slots filled; `None` if a value outside of brackets is not there."""
        return _render(self.parts, slots)

    def slots(self) -> Iterator[tuple[str, str]]:
        """Every slot and form that the frame may use."""
        yield from _slots(self.parts)


def _render(parts: tuple[_Part, ...], slots: Slots) -> str | None:
    text = ""
    letter = None
    for part in parts:
        if isinstance(part, str):
            piece = part
        elif isinstance(part, _Slot):
            value = slots(*part)
            if value is None:
                return None
            piece = value
        elif isinstance(part, _Group):
            piece = ""
            for one in part.alternatives:
                found = _render(one, slots)
                if found is not None:
                    piece = found
                    break
        else:
            text, letter = text + part.text, part.letter
            continue
        if letter is not None:
            needs = _CLUSTER if letter == "о" else _VOWEL
            text += (letter if needs.match(piece) else "") + " "
            letter = None
        text += piece
    return text


def _slots(parts: tuple[_Part, ...]) -> Iterator[tuple[str, str]]:
    for part in parts:
        if isinstance(part, _Slot):
            yield part
        elif isinstance(part, _Group):
            for one in part.alternatives:
                yield from _slots(one)


@cache
def compile_frame(text: str) -> Frame:
    """A frame from its text; `ValueError` where brackets or braces do not fit.

    >>> frame = compile_frame("{kind}[ о(б) {subject:loc}]")
    >>> frame.render({"kind": "Договор", "subject": "обмене студентами"}.get)
    'Договор об обмене студентами'
    """
    tokens = list(_TOKEN.finditer(text))
    if "".join(token.group() for token in tokens) != text:
        raise ValueError(text)
    rest = iter(tokens)
    (parts,) = _parts(rest, text, inside=False)
    cases = (form for name, form in _slots(parts) if name == "a")
    return Frame(text, parts, next(cases, None))


def _parts(
    tokens: Iterator[re.Match[str]], text: str, *, inside: bool
) -> tuple[tuple[_Part, ...], ...]:
    """The alternatives up to the bracket that closes them."""
    alternatives: list[tuple[_Part, ...]] = []
    parts: list[_Part] = []
    for token in tokens:
        slot, form, mark, literal = token.groups()
        if slot:
            parts.append(_Slot(slot, form or "nom"))
        elif literal:
            match = _PREPOSITION.fullmatch(literal)
            parts.append(_Preposition(match[1], match[2]) if match else literal)
        elif mark == "[":
            parts.append(_Group(_parts(tokens, text, inside=True)))
        elif not inside:
            raise ValueError(text)
        else:
            alternatives.append(tuple(parts))
            parts = []
            if mark == "]":
                return tuple(alternatives)
    if inside:
        raise ValueError(text)
    return (tuple(parts),)
