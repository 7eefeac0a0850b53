"""Terms from the words of their clauses (``Term.from_text``).

The text is read from left to right, clause by clause. Every word of it has to belong to a phrase
that the grammar knows: a negation or a condition that it does not know is not passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Any, Final, NamedTuple

from bilateral.coercion import limited
from bilateral.errors import AmbiguousText, MissingForm, UnreadText
from bilateral.language.folding import fold_dates, tidy
from bilateral.language.lexicon import names
from bilateral.problems import Problem, ValidationError, wrong_type_problem
from bilateral.reading.clause_chart import Chart
from bilateral.reading.clause_grammar import ClauseGrammar, clause_grammar
from bilateral.reading.clause_meanings import Said, meaning
from bilateral.tables import languages
from bilateral.terms.kinds import RenewalMode
from bilateral.terms.rules import Exit, Renewal, Survival, Term
from bilateral.text import Phrases

__all__ = ["term_from_text"]

# The characters of all the clauses on the life of a document: more than any has.
_LONGEST: Final = 4000
# How many readings of the rest of a text are told apart before it counts as ambiguous.
_MOST_READINGS: Final = 8
_NEXT_SENTENCE: Final = re.compile(r"[.;] ")
# The name of another language behind an event, as labels have it.
_TAGGED: Final = re.compile(r"(.+?) \[([a-zA-Z-]+)\]")
# What clauses say besides fields.
_SAID_BESIDE: Final = (
    "against",
    "leave",
    "left_then",
    "next_one",
    "notice_period",
    "one_or_more",
    "same",
    "successive",
)
_NOTICES: Final = frozenset({"unless", "notice_period"})
_RULES: Final = {"renewal": Renewal, "exit": Exit, "survival": Survival}


class _Clause(NamedTuple):
    """A clause in the folded text, and what it says."""

    start: int
    end: int
    said: Said


def term_from_text(text: str, lang: str | None = None) -> Term:
    """A term from the clauses of a document or the cell of a list, or a refusal.

    Without ``lang`` all languages are tried, and those that can read the text have to agree.

    Raises `UnreadText` with what was and what was not understood; `AmbiguousText`;
    `UnknownLanguage`; `ValidationError`: ``wrong-type``, ``text-too-long`` (more than 4,000
    characters), and those of `Term` for clauses that do not make one.

    >>> term = term_from_text("5 лет с автоматическим продлением на последующие пятилетние периоды")
    >>> print(term.length, term.renewal.length, term.renewal.mode)
    P5Y P5Y tacit
    >>> term_from_text("for five years, unless the moon is full", "en")
    Traceback (most recent call last):
    ...
    bilateral.errors.UnreadText: not understood: 'unless the moon is full'
    """
    if not isinstance(text, str):
        raise ValidationError([wrong_type_problem("text", text)])
    limited(text, _LONGEST)
    found: dict[str, Term] = {}
    refusals: list[UnreadText] = []
    others: list[AmbiguousText | ValidationError] = []
    for tag in (lang,) if lang else languages():
        try:
            found[tag] = _Reading(text, clause_grammar(tag)).term()
        except UnreadText as error:
            refusals.append(error)
        except (AmbiguousText, ValidationError) as error:
            others.append(error)
    if not found:
        if others:
            raise others[0]
        # The language in which most is understood is that of the text.
        raise max(refusals, key=lambda one: len("".join(one.understood)))
    first = next(iter(found.values()))
    if any(one != first for one in found.values()):
        raise _ambiguous(text, ((one, tag) for tag, one in found.items()))
    return first


def _ambiguous(text: str, terms: Iterable[tuple[Term, str]]) -> AmbiguousText:
    """The error for a text with several readings, each in words of the language it is read in."""
    return AmbiguousText(text, tuple(dict.fromkeys(_in_words(*one) for one in terms)))


def _in_words(term: Term, lang: str) -> str:
    try:
        return term.label(lang)
    except MissingForm:
        return repr(term)


class _Reading:
    """The reading of one text in one language."""

    def __init__(self, text: str, grammar: ClauseGrammar) -> None:
        self._source = _Source(text)
        self._grammar = grammar
        self._chart = Chart(self._source.folded, grammar, meaning)
        self._rests: dict[int, tuple[tuple[_Clause, ...], ...]] = {}

    def term(self) -> Term:
        """The one term that the whole text says."""
        readings = self._from(0) or self._from(self._opening)
        if not readings:
            raise self._refusal()
        terms: dict[Term, None] = {}
        refusals: list[UnreadText | ValidationError] = []
        for clauses in readings:
            try:
                terms |= dict.fromkeys(self._made(clauses))
            except (UnreadText, ValidationError) as error:
                refusals.append(error)
        if not terms:
            raise refusals[0]
        if len(terms) > 1:
            lang = self._grammar.lang
            raise _ambiguous(self._source.text, ((one, lang) for one in terms))
        return next(iter(terms))

    @property
    def _opening(self) -> int:
        """Where the first clause begins, behind a heading."""
        match = self._grammar.opening.match(self._source.folded)
        return match.end() if match else 0

    def _from(self, start: int) -> tuple[tuple[_Clause, ...], ...]:
        """The rows of clauses that the text is from a place on; from the end backwards."""
        text = self._source.folded
        pending = [start]
        while pending:
            place = pending[-1]
            clauses = [] if place in self._rests else self._clauses(place)
            waiting = [
                after
                for one in clauses
                for after in self._joins(one.end)
                if after not in self._rests
            ]
            if waiting:
                pending += waiting
                continue
            pending.pop()
            if place not in self._rests:
                rows: list[tuple[_Clause, ...]] = [
                    (one,) for one in clauses if self._is_end(one.end)
                ]
                for one in clauses:
                    for after in self._joins(one.end):
                        rows += [(one, *rest) for rest in self._rests[after]]
                self._rests[place] = tuple(rows[:_MOST_READINGS])
        return self._rests[start] if text else ()

    def _clauses(self, start: int) -> list[_Clause]:
        return [_Clause(start, end, said) for end, said in self._chart.at("clause", start)]

    def _joins(self, end: int) -> list[int]:
        """Where the next clause begins."""
        match = self._grammar.join.match(self._source.folded, end)
        return [match.end()] if match and match.end() > end else []

    def _is_end(self, end: int) -> bool:
        return bool(self._grammar.closing.fullmatch(self._source.folded, end))

    def _made(self, clauses: tuple[_Clause, ...]) -> list[Term]:
        """The term that clauses make together; two if one thing is left open.

        Raises `UnreadText` with a clause that contradicts another.
        """
        fields: Said = {}
        goes_on = any(one.said.get("renewal.mode") is RenewalMode.TACIT for one in clauses)
        if any("renewal.indefinite" in one.said for one in clauses):
            goes_on = False  # Nothing ends any more that could be renewed; by notice one leaves.
            fields["left_then"] = any(_leaves_then(one.said) for one in clauses)
        for clause in clauses:
            said = {_place(field, fields, goes_on): value for field, value in clause.said.items()}
            if any(fields.get(field, value) != value for field, value in said.items()):
                raise self._contradiction(clause, clauses)
            fields |= said
        for clause in clauses:
            if not _fits_renewal(clause.said, fields):
                raise self._contradiction(clause, clauses)
        if "until_event" in fields:
            fields["until_event"] = self._event(fields["until_event"])
        return [_built(one) for one in _completed(fields)]

    def _contradiction(self, wrong: _Clause, clauses: Iterable[_Clause]) -> UnreadText:
        others = [self._part(one) for one in clauses if one is not wrong]
        return UnreadText(self._source.text, others, [self._part(wrong)])

    def _part(self, clause: _Clause) -> str:
        return self._source.part(clause.start, clause.end)

    def _event(self, value: str | tuple[int, int]) -> Phrases | None:
        """An event that ends the document: one that has its row, or one in the text's words."""
        if isinstance(value, str):
            return names("vocabulary", f"outside_event.{value}")
        text = self._source.part(*value)
        if tagged := _TAGGED.fullmatch(text):
            return Phrases({tagged[2]: tagged[1]})
        return Phrases({self._grammar.lang: text})

    def _refusal(self) -> UnreadText:
        """What was understood, clause by clause, and what was not."""
        text, place = self._source.folded, 0 if self._clauses(0) else self._opening
        understood: list[str] = []
        rest: list[str] = []
        while place < len(text):
            clauses = self._clauses(place)
            best = max(clauses, key=lambda one: one.end) if clauses else None
            if best:
                understood.append(self._part(best))
                place = best.end
                if self._is_end(place):
                    break
                if after := self._joins(place):
                    place = after[0]
                    continue
            following = self._next_clause(place)
            rest.append(self._source.part(place, following))
            place = following
        return UnreadText(self._source.text, understood, filter(None, rest))

    def _next_clause(self, start: int) -> int:
        """Where a sentence begins with a clause that is known."""
        text = self._source.folded
        ends = (match.end() for match in _NEXT_SENTENCE.finditer(text, start))
        return next((end for end in ends if self._clauses(end)), len(text))


def _place(field: str, fields: Said, goes_on: bool) -> str:  # noqa: FBT001 - one of its facts
    """The field that is meant where a clause may be about either sort of notice.

    "Unless terminated by six months' notice" is against a renewal, where there is one that
    comes of itself.
    """
    if field == "unless":
        return "renewal.notice" if goes_on else "exit.after"
    if field == "notice_period" and not goes_on:
        return "exit.after"
    if field == "presumed":
        return "exit.presumed" if "exit.after" in fields else "renewal.presumed"
    return field


def _leaves_then(said: Said) -> bool:
    """Whether it is said by what notice one leaves what goes on after its first time."""
    return ("exit.after" in said and "renewal.indefinite" in said) or bool(_NOTICES & said.keys())


def _fits_renewal(said: Said, fields: Said) -> bool:
    """Whether a notice is against a renewal that comes of itself, or is for one that does not."""
    is_tacit = fields.get("renewal.mode") is RenewalMode.TACIT
    return "against" not in said or said["against"] is is_tacit


def _completed(fields: Said) -> list[Said]:
    """The fields with what follows from how things were said, which is no field itself.

    "Renewed for five years" may be once or again and again, unless something else tells. A "notice
    period" may be against the renewal that comes of itself, or for an end at any time.
    """
    said = {name: fields.pop(name, None) for name in _SAID_BESIDE}
    if said["same"] and "length" in fields:
        fields.setdefault("renewal.length", fields["length"])
    if said["left_then"] and "length" in fields and "counted_from" not in fields:
        fields["exit.floor"] = fields["length"]
    if period := said["notice_period"]:
        return [
            one
            for name in ("renewal.notice", "exit.after")
            for one in _completed({**fields, **said, name: period, "notice_period": None})
        ]
    if said["leave"] and "exit.after" not in fields:
        raise ValidationError([Problem("missing-field", ("exit", "after"))])
    once = {"renewal.times": 1, **fields}
    if said["next_one"]:
        return [once, fields] if said["successive"] else [once]
    return [fields, once] if said["one_or_more"] and not said["successive"] else [fields]


def _built(fields: Said) -> Term:
    """A term of fields, those of its rules with the name of the rule before a point."""
    values: dict[str, Any] = {}
    for field, value in fields.items():
        rule, _, name = field.rpartition(".")
        (values.setdefault(rule, {}) if rule else values)[name] = value
    return Term(**{name: _rule(name, value) for name, value in values.items()})


def _rule(name: str, value: Any) -> Any:
    """The value of a field of a term: a rule is made of its own fields."""
    if name not in _RULES:
        return value
    if name == "exit" and "after" not in value:
        raise ValidationError([Problem("missing-field", (name, "after"))])
    try:
        return _RULES[name](**value)
    except ValidationError as error:
        raise ValidationError([problem.at(name) for problem in error.problems]) from None


class _Source:
    """A text, and what it is folded; a part of the one is found in the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        words = [(match, fold_dates(match[0])) for match in re.finditer(r"\S+", text)]
        self._words = [(match, folded) for match, folded in words if folded]
        self.folded = " ".join(folded for _, folded in self._words)
        starts = accumulate(len(folded) + 1 for _, folded in self._words)
        self._starts = [0, *starts][: len(self._words)]

    def part(self, start: int, end: int) -> str:
        """What stands there in the text, without the marks around it."""
        first, last = self._at(start), self._at(end)
        return tidy(self.text[first:last]).strip(" ,;.")

    def _at(self, place: int) -> int:
        """The place in the text: folding may make a word shorter or longer."""
        if place >= len(self.folded):
            return len(self.text)
        number = bisect_right(self._starts, place) - 1
        match, folded = self._words[number]
        offset = place - self._starts[number]
        if len(folded) != len(match[0]):
            ends = range(len(match[0]) + 1)
            offset = next(end for end in ends if len(fold_dates(match[0][:end])) >= offset)
        return match.start() + offset
