"""An agreement of a title that has been read: `ParsedTitle.agreement`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from bilateral.agreements import Agreement
from bilateral.coercion import unknown
from bilateral.errors import UnknownCode
from bilateral.events import Event
from bilateral.instruments import AgreementKind
from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.language.nominatives import nominative
from bilateral.partners import Partner
from bilateral.problems import Problem, ValidationError
from bilateral.reading.candidates import Candidate
from bilateral.reading.parties import Party
from bilateral.reading.partner_names import partner_of
from bilateral.reading.title_parts.makers import kind_made_by
from bilateral.reading.title_parts.subjects import is_common, subject_of
from bilateral.sources import RecordedTitle
from bilateral.text import Phrases

if TYPE_CHECKING:
    from bilateral.reading.parsed_titles import ParsedTitle

__all__ = ["accepts_likely", "agreement_of"]

_TWO: Final = 2
_ACCEPTED: Final = ("certain", "likely")
_RELATIONS: Final = ("amends", "implements", "supersedes")
# Patterns of titles that have the word where nothing else says what a document is about.
_SAYING_COOPERATION: Final = frozenset({"cooperation", "memorandum", "programme", "roadmap"})
_Facts = Mapping[str, Any]


def accepts_likely(accept: str) -> bool:
    """Whether what is likely is accepted; `UnknownCode` for a word that is neither of the two.

    >>> accepts_likely("likely"), accepts_likely("certain")
    (True, False)
    """
    if accept not in _ACCEPTED:
        raise UnknownCode("what may be accepted", accept, unknown("", accept, _ACCEPTED).hint)
    return accept == "likely"


def agreement_of(title: ParsedTitle, id: str, facts: _Facts, *, accepts_likely: bool) -> Agreement:
    """The agreement that a title names: `ParsedTitle.agreement` says what the arguments mean."""
    return _Reader(title, id, facts, accepts_likely=accepts_likely).agreement()


class _Reader:
    """Turns the parts of one title into the fields of an agreement."""

    def __init__(self, title: ParsedTitle, id: str, facts: _Facts, *, accepts_likely: bool) -> None:
        self._title = title
        self._id = id
        self._facts = facts
        self._accepts_likely = accepts_likely
        self._problems: list[Problem] = []

    def agreement(self) -> Agreement:
        """The agreement; `ValidationError` with all that the title does not tell for certain."""
        fields: dict[str, Any] = {"id": self._id}
        for name, read in self._fields().items():
            if name not in self._facts:
                fields[name] = read()
        if not self._accepts_likely:
            self._problems += self._uncertain()
        if self._problems:
            raise ValidationError(self._problems)
        return Agreement(**fields, **self._facts)

    def _fields(self) -> dict[str, Callable[[], Any]]:
        title = self._title
        return {
            "kind": self._kind,
            "sides": self._sides,
            "designation": self._designation,
            "sectors": lambda: title.sectors,
            "subject": self._subject,
            "period": lambda: title.period,
            "events": lambda: [Event.signed(title.date)] if title.date else (),
            "titles": lambda: [RecordedTitle(title.text, title.lang)],
            **{name: partial(self._related, name) for name in _RELATIONS},
        }

    def _uncertain(self) -> Iterator[Problem]:
        title = self._title
        # A subject that is kept as it is written says what no sector does.
        is_told = not title.sectors and subject_of(title.text, title.subject, title.lang)
        told = {*self._facts, *(("sectors",) if is_told else ())}
        for name in sorted(title.uncertain - told):
            if not any(problem.path[:1] == (name,) for problem in self._problems):
                yield Problem("uncertain-field", (name,), title.text)

    def _kind(self) -> AgreementKind | None:
        if self._title.kind is None:
            self._problems.append(Problem("missing-field", ("kind",), self._title.text))
        return self._kind_of_parties()

    def _kind_of_parties(self) -> AgreementKind | None:
        return kind_made_by(self._title.kind, [party.kind for party in self._title.parties])

    def _designation(self) -> Phrases | None:
        """What it calls itself, where its kind alone would not say that."""
        title = self._title
        kind = self._facts.get("kind") or self._kind_of_parties()
        usual = lexicon(title.lang).phrase("titles", str(kind))
        is_usual = usual is not None and fold(usual.nom) == fold(title.designation or "")
        # What it calls itself and its subject may name the kind together.
        if title.designation is None or is_usual or self._names_twinning():
            return None
        return Phrases({title.lang: title.designation})

    def _subject(self) -> Phrases | None:
        title = self._title
        subject = subject_of(title.text, title.subject, title.lang)
        row = lexicon(title.lang).rows("titles").get(str(self._kind_of_parties()), {})
        # A memorandum is one of cooperation anyway.
        says_so = row.get("pattern") in _SAYING_COOPERATION and subject is not None
        says_so = says_so and is_common(subject, "cooperation")
        return None if says_so or self._names_twinning() else subject

    def _names_twinning(self) -> bool:
        title = self._title
        is_twinning = self._kind_of_parties() is AgreementKind.TWINNING
        subject = subject_of(title.text, title.subject, title.lang) if is_twinning else None
        return is_common(subject, "twinning_relations")

    def _related(self, name: str) -> list[Agreement]:
        """The other documents; what their titles do not say is as in this one's."""
        found: list[Agreement] = []
        for number, other in enumerate(getattr(self._title, name), 1):
            facts: dict[str, Any] = {"designation": None, "titles": ()}
            if not other.sides:
                facts["sides"] = self._facts.get("sides") or self._sides()
            key = "-".join(filter(None, [self._id, name, str(number) if number > 1 else ""]))
            try:
                found.append(agreement_of(other, key, facts, accepts_likely=self._accepts_likely))
            except ValidationError as error:
                self._problems += (problem.at(name, number - 1) for problem in error.problems)
        return found

    # --- the sides ---

    def _sides(self) -> list[list[Partner]]:
        sides = self._title.sides
        if len(sides) != _TWO:
            self._problems.append(Problem("two-sides", ("sides",), len(sides)))
        return [[*self._partners(side, ("sides", number))] for number, side in enumerate(sides)]

    def _partners(self, side: tuple[Party, ...], path: tuple[str | int, ...]) -> Iterator[Partner]:
        for index, party in enumerate(side):
            try:
                yield self._partner(party)
            except ValidationError as error:
                self._problems += (problem.at(*path, index) for problem in error.problems)

    def _partner(self, party: Party) -> Partner:
        if party.partner is not None:
            return party.partner
        likely = party.candidates
        named = [one for one in likely if self._is_named(party, one)]
        if len(named) == 1 or (len(likely) == 1 and self._accepts_likely):
            partner: Partner = (named or likely)[0].value
            return partner
        lang, accepts = self._title.lang, self._accepts_likely
        if not likely:
            return partner_of(party, lang, case=party.case, accepts_likely=accepts)
        raise ValidationError([_doubt(party.text, [one.value.id for one in named or likely])])

    def _is_named(self, party: Party, candidate: Candidate) -> bool:
        """Whether the grammar is certain that the text is a case of the name that was met."""
        kind = candidate.value.kind.value
        own = nominative(party.text, self._title.lang, party.case, kind)
        return own is not None and fold(candidate.text) == fold(own)


def _doubt(text: str, ids: Sequence[str]) -> Problem:
    """The problem of a name that may be that of a partner, or of several."""
    if len(ids) == 1:
        return Problem("uncertain-field", (), text, hint=ids[0])
    return Problem("ambiguous-text", (), text, details={"readings": ", ".join(ids)})
