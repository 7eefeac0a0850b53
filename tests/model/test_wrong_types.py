"""Whatever a public function is given, it answers or raises an error of this package."""

from __future__ import annotations

import contextlib
import enum
import inspect
from collections.abc import Callable, Iterator
from itertools import product

import pytest

import bilateral as bl
from bilateral.examples import astana_2025

JUNK = (5, 1.5, None, True, "", "x", b"x", [], [[]], {}, {"x": 5}, object())
OURS = (
    bl.AmbiguousText,
    bl.UnreadText,
    bl.MissingExtra,
    bl.MissingForm,
    bl.UnknownCode,
    bl.UnknownFormat,
    bl.UnknownId,
    bl.UnknownLanguage,
    bl.ValidationError,
)
# What raises besides.
ALSO = dict.fromkeys(("dump", "load", "read_list"), (OSError,))
# What the package calls itself and hands what it has checked, and what Python calls by itself.
LEFT_OUT = {
    "Selection.index",
    "Term.last_number",
    "Title",
    "ValidationError.text",
    "add_language",
}


def values() -> Iterator[object]:
    """A value of each class."""
    dossier = astana_2025()
    agreement = dossier["by-kz-2025-minsk-astana-roadmap"]
    yield from (dossier, dossier.partners)
    yield from (agreement, agreement.sides[0], agreement.partners[0], agreement.kind)
    yield from (agreement.title("de"), dossier.between("BY", "KZ"), agreement.events[0])
    yield from (agreement.status("2026-01-01"), agreement.sectors[0], dossier.projects[0])
    yield from (dossier.trade[0], dossier.sources[0], dossier.officials[0])
    yield from (bl.Period("2026/2028"), bl.PartialDate("2026"), bl.Duration(5), bl.DaySet())
    yield from (bl.Phrase("x"), bl.Phrases(en="x"), bl.Term(length="P1Y"), bl.Problem("no-name"))
    yield from (bl.Identifier("wikidata", "Q1"), bl.Goods("8701"), bl.find("Minsk")[0])
    yield from (bl.parse_title("Agreement", "en"), bl.ValidationError([bl.Problem("no-name")]))
    yield from dossier.deadlines("2026-01-01", "2026-12-31")[:1]


def public() -> Iterator[tuple[str, Callable[..., object]]]:
    """The functions and constructors of the package, and the methods of its classes."""
    for name in bl.__all__:
        value = getattr(bl, name)
        if not inspect.isclass(value):
            if callable(value):
                yield name, value
        elif not issubclass(value, (enum.Enum, Exception, Warning)):
            yield name, value
            for key in vars(value):
                if not key.startswith("_") and inspect.ismethod(getattr(value, key)):
                    yield f"{name}.{key}", getattr(value, key)
    for value in values():
        kind = type(value)
        inherited = {key for base in (str, tuple, Exception) for key in vars(base)}
        for key in set(dir(kind)) - inherited:
            if not key.startswith("_") and inspect.isfunction(getattr(kind, key)):
                yield f"{kind.__name__}.{key}", getattr(value, key)


CALLABLES = dict(sorted(public()))


def junk_for(function: Callable[..., object]) -> Iterator[tuple[object, ...]]:
    """Arguments of no right type, as many as the function takes."""
    signature = inspect.signature(function)
    for junk, count in product(JUNK, (1, 2, 3)):
        with contextlib.suppress(TypeError):
            yield signature.bind(*(junk,) * count).args


@pytest.mark.parametrize("name", sorted(CALLABLES.keys() - LEFT_OUT))
@pytest.mark.filterwarnings("ignore::bilateral.DataWarning")
def test_anything_is_taken_or_refused_with_an_error_of_ours(name: str) -> None:
    for arguments in junk_for(CALLABLES[name]):
        with contextlib.suppress(*OURS, *ALSO.get(name, ())):
            CALLABLES[name](*arguments)


@pytest.mark.parametrize(
    ("make", "problems"),
    [
        (lambda: bl.Party(5), [("text", "quoted", "integer")]),
        (
            lambda: bl.ParsedTitle("x", "de", kind="mou", rest=[]),
            [("kind", "AgreementKind", "text"), ("rest", "tuple", "list")],
        ),
        (
            lambda: bl.Candidate("sector", 1, None, "x", "de", bl.Match.EXACT, None),
            [("code", "quoted", "integer"), ("score", "number", "null")],
        ),
    ],
    ids=["Party", "ParsedTitle", "Candidate"],
)
def test_an_answer_made_by_hand_has_the_types_that_it_declares(make, problems) -> None:
    with pytest.raises(bl.ValidationError) as caught:
        make()
    details = [(one.where, one.details) for one in caught.value.problems]
    assert [(at, one["expected"], one["found"]) for at, one in details] == problems
