"""The questions of a review, each once, and what one answer is an answer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from bilateral.coercion import Typed
from bilateral.display import Facts, View
from bilateral.intake.layout.headers import header_of
from bilateral.language.folding import fold
from bilateral.problems import Problem

__all__ = ["OF_LIST", "Answers", "Question", "subject_of", "topic_of"]

#: Answers to questions that are asked once, by what they are looked up by (see `topic_of`).
Answers = Mapping[tuple[str, str], str]
#: What is asked about a list as a whole, with the field that the answer is for.
OF_LIST: Final = {
    "no-date-column": "signed",
    "no-kind-in-list": "kind",
    "no-owner": "home",
    "only-countries": "country",
}
# The fields of cells that say the same wherever they stand.
_CELLS: Final = frozenset({"kind", "languages", "term", "status", "signed", "in_force", "sectors"})
# A party that these are asked about is the same in all rows.
_PARTIES: Final = frozenset(
    {"ambiguous-label", "no-country-known", "no-nominative", "unknown-party"}
)


@attrs.frozen(repr=False)
class Question(Typed):
    r"""A question to a person, once for all rows that it is asked about.

    ``field`` is what is asked for, ``text`` what stands there, as in all the ``rows`` (their
    numbers); it is empty if the question is one about the whole list. ``problem`` says it in
    words.

    >>> import bilateral as bl
    >>> text = "Stadt;Partnerstadt\nJena;Lugoj (Rumänien)\nJena;Trier (Narnia)\n"
    >>> [question.text for question in bl.read_list(text, "de").review.questions]
    ['Trier (Narnia)']
    """

    field: str
    text: str
    problem: Problem
    rows: tuple[int, ...] = ()

    @property
    def is_shared(self) -> bool:
        """True if one answer does for several rows, or for the whole list."""
        return len(self.rows) > 1 or self.problem.code in OF_LIST

    def _facts(self, view: View) -> Iterable[Facts]:
        names = ("message", "field", "text", "rows")
        field = self.field and header_of(self.field, view.lang)
        numbers = ", ".join(map(str, self.rows))
        values = (self.problem.message(view.lang), field, self.text, numbers)
        return [Facts(view.word("question"), zip(map(view.word, names), values, strict=True))]


def topic_of(field: str, text: str) -> tuple[str, str]:
    """What an answer is looked up by."""
    return field, fold(text)


def subject_of(field: str, text: str, problem: Problem) -> tuple[str, str]:
    """The field that a question is about, and the text, if one answer does for all that have it."""
    if problem.code in OF_LIST:
        return OF_LIST[problem.code], ""
    if field == "sides" and problem.code in _PARTIES:
        return field, str(problem.value)
    return field, text if field in _CELLS else ""
