"""Titles of documents, written from what the model knows, with the grammar right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple, cast, final

import attrs

from bilateral.display import Displayed, Facts, View
from bilateral.errors import MissingForm
from bilateral.frozen import Frozen
from bilateral.interchange import Modelled
from bilateral.language.completion import complete
from bilateral.language.designations import gender_of, pattern_of, says_topic
from bilateral.language.frames import Frame, compile_frame
from bilateral.language.lexicon import Lexicon, capitalised, in_sentence, is_derived, lexicon
from bilateral.language.party_names import party_name
from bilateral.language.topics import (
    cooperation,
    enumeration,
    fields,
    listed_fields,
    participle,
    with_preposition,
    within,
)
from bilateral.text import Phrase, Phrases

if TYPE_CHECKING:
    from bilateral.dates.partial_dates import PartialDate
    from bilateral.dates.periods import Period
    from bilateral.language.documents import Document, Parties, Party, Topic
    from bilateral.literals import DateForm

__all__ = ["Title", "write_title"]

_WITHOUT_YO: Final = str.maketrans("Ёё", "Ее")
_SIDES: Final = frozenset({"a", "b"})
_TOPICS: Final = frozenset(
    {"about", "subject", "cooperation", "within", "fields", "sector", "sectors"}
)
# Slots that frames have in brackets, in the nominative.
_IN_BRACKETS: Final = frozenset({"subject", "sector", "sectors"})
# A comma where the title or a part of it ends, or goes on in brackets.
_STRAY_COMMA: Final = re.compile(r",(?=[,;)]|$| \()")
_BRACKETS: Final = re.compile(r"\([^()]*\)")


# What fills each slot of a frame, in a form.
_Values = dict[str, Callable[[Any, str], str | None]]


@final
class Title(Displayed, Modelled, Frozen, str):
    """A title that says how it was made.

    ``frame`` is the frame that was used. ``missing`` lists the forms that better frames would
    have needed, or the names that stand behind the word for their kind: pairs of a name and a
    form (a case, or the id of a partner and ``nom`` where its name is not known in the language
    at all; that one is given in another language, transliterated or with its tag). ``derived``
    lists in the same way the forms that a rule made, in the place of somebody who knows the name.

    >>> from bilateral import Agreement, Partner
    >>> plan = Agreement("plan", "roadmap", [Partner.state("BY"), Partner.state("KZ")])
    >>> plan.title("en")
    'Roadmap on cooperation between the Republic of Belarus and the Republic of Kazakhstan'
    >>> plan.title("en").missing
    ()
    """

    __slots__ = ("derived", "frame", "missing")

    frame: str
    missing: tuple[tuple[str, str], ...]
    derived: tuple[tuple[str, str], ...]

    def __new__(
        cls,
        text: str,
        frame: str,
        missing: Sequence[tuple[str, str]] = (),
        derived: Sequence[tuple[str, str]] = (),
    ) -> Title:
        """A title from its text."""
        title = super().__new__(cls, text)
        object.__setattr__(title, "frame", frame)
        object.__setattr__(title, "missing", tuple(missing))
        object.__setattr__(title, "derived", tuple(derived))
        return title

    def _facts(self, view: View) -> Iterable[Facts]:
        rows = [
            (view.word("text"), str(self)),
            (view.word("missing"), [_told(*one, view) for one in self.missing]),
            (view.word("derived"), [_told(*one, view) for one in self.derived]),
        ]
        return [Facts(view.word("title"), rows)]

    def __reduce__(self) -> tuple[Any, ...]:
        return Title, (str(self), self.frame, self.missing, self.derived)


def _told(name: str, form: str, view: View) -> str:
    return f"{name} ({view.name_of(Phrase, form)})"


def write_title(
    agreement: Document,
    lang: str,
    *,
    first: object = None,
    strict: bool = False,
    yo: bool = True,
) -> Title:
    """The title of an agreement; `Agreement.title` says what the arguments mean."""
    document = _Document(agreement, lang, _sides(agreement, first))
    text, frame = document.whole()
    if strict and document.missing:
        raise MissingForm(*document.missing[0], lang)
    text = text if yo else text.translate(_WITHOUT_YO)
    return Title(text, frame, document.missing, document.derived)


def _sides(agreement: Document, first: object) -> tuple[Parties, Parties]:
    """The sides, the one of ``first`` before the other."""
    one, other = agreement.sides
    return (other, one) if first is not None and other.is_of(first) else (one, other)


class _Attempt(NamedTuple):
    """A frame that was filled, with what was missing up to it and what a rule made in it."""

    text: str
    frame: Frame
    missing: tuple[tuple[str, str], ...]
    derived: tuple[tuple[str, str], ...]


class _Document:
    """The values that a title is made from, each in the form that a frame asks for.

    Where a form is not known the value is its nominative, and ``missing`` says so.
    """

    #: The case that the document is named in; its own title is a nominative.
    case = "nom"
    #: Whether its title names the documents that it changes and implements.
    names_others = True

    _values: ClassVar[_Values] = {
        "kind": lambda self, _: self._kind(),
        "a": lambda self, form: self._side(0, form),
        "b": lambda self, form: self._side(1, form),
        "about": lambda self, form: self._about(form),
        "subject": lambda self, form: self._subject(form),
        "cooperation": lambda self, form: self._cooperation(form),
        "within": lambda self, _: self._topic(within),
        "fields": lambda self, _: self._topic(fields),
        "sector": lambda self, _: self._sectors() if len(self._agreement.sectors) == 1 else None,
        "sectors": lambda self, _: self._sectors(),
        "implemented": lambda self, form: self._documents(self._agreement.implements, form),
        "changed": lambda self, form: self._changed(form),
        "undated": lambda self, form: self._changed(form, dated=False),
        "amended": lambda self, form: self._documents(self._agreement.amends, form),
        "period": lambda self, form: self._period(form),
    }

    def __init__(self, agreement: Document, lang: str, sides: tuple[Parties, Parties]) -> None:
        self.missing: list[tuple[str, str]] = []
        #: The forms of the frame that is tried which a rule made.
        self.derived: list[tuple[str, str]] = []
        #: Whether the frame that is tried has all forms that it needs.
        self.fits = True
        #: Whether some name in it stands behind its kind, for want of a form of its own.
        self.apposes = False
        #: Whether some part is between commas, of which the last may be in the way.
        self.sets_off = False
        self._agreement = agreement
        self._lang = lang
        self._sides = sides
        self._tables: Lexicon = lexicon(lang)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The frames for it, best first."""
        return *self._tables.frames(self.pattern), *self._tables.frames("*")

    @cached_property
    def pattern(self) -> str:
        """The pattern of its kind, or the one that the name it gives itself goes on with."""
        row = self._tables.rows("titles").get(self._agreement.kind.value, {})
        amends = bool(self._agreement.amends)
        own: str = (amends and row.get("changing")) or row.get("pattern", "")
        if self._designation is None:
            return own
        return pattern_of(self._tables, self._designation.nom, own, amends=amends)

    def written(self) -> tuple[str, str]:
        """The text of the first frame that needs no missing form, else of the last.

        A name in apposition, which needs none, has its place in the sentence; but another case
        of the name itself is better.
        """
        best: _Attempt | None = None
        attempt = _Attempt("", compile_frame(""), (), ())
        for frame in self.frames:
            if best and frame.case_of_sides in (best.frame.case_of_sides, "nom", None):
                continue
            self.fits, self.apposes = True, False
            self.derived = []
            text = frame.render(self._value)
            if text is None:
                continue
            attempt = _Attempt(text, frame, tuple(self.missing), tuple(self.derived))
            if self.fits and not self.apposes:
                best = attempt
                break
            if self.fits:
                best = best or attempt
        chosen = best or attempt
        self.fits = best is not None
        self.missing = list(dict.fromkeys(chosen.missing))
        self.derived = list(dict.fromkeys(chosen.derived))
        return chosen.text, chosen.frame.text

    def whole(self) -> tuple[str, str]:
        """The text that stands for itself, and its frame."""
        text, used = self.written()
        return (_STRAY_COMMA.sub("", text) if self.sets_off else text), used

    def _value(self, name: str, form: str) -> str | None:
        if name in _TOPICS and self.names_others and self._leaves_topic_to_other:
            return None
        value = self._values.get(name)
        return value(self, form) if value else None

    @cached_property
    def _designation(self) -> Phrase | None:
        designation = self._agreement.designation
        return designation.best(self._lang) if designation else None

    @cached_property
    def _named(self) -> Phrase | None:
        """What it is called: the name that it gives itself, or that of its kind."""
        return self._designation or self._tables.phrase("titles", self._agreement.kind.value)

    def _form(self, phrase: Phrase, form: str) -> str:
        try:
            text = in_sentence(phrase, self._lang, form)
        except MissingForm as error:
            self._miss(error.name, error.form)
            return phrase.nom
        if is_derived(phrase, form):
            self.derived.append((phrase.nom, "dat" if form == "zu" else form))
        return text

    def _miss(self, name: str, form: str) -> None:
        self.missing.append((name, form))
        self.fits = False

    def _kind(self) -> str:
        if self._named is None:
            self.missing.append((self._agreement.kind.value, "nom"))
            return self._agreement.kind.value
        text = self._form(self._named, self.case)
        return capitalised(text) if self.case == "nom" else text

    def _side(self, index: int, form: str) -> str | None:
        side = self._sides[index]
        names = enumeration(self._lang, [self._partner(partner, form) for partner in side])
        if form == "nom" or all(len(side) == 1 for side in self._sides):
            return names
        self.sets_off = True
        (frame,) = self._tables.frames("side.second" if index else "side.first")
        return frame.render(lambda _name, _form: names) or names

    def _partner(self, partner: Party, form: str) -> str:
        name = party_name(self._tables, partner, self._lang, form)
        self.missing += name.missing
        self.derived += name.derived
        self.fits = self.fits and name.fits
        self.apposes = self.apposes or name.is_apposed
        return name.text

    def _foreign(self, name: str, phrases: Phrases | None, form: str) -> str:
        """A name that is not known in the language: in another one, with that one's tag.

        It may be listed, but has no place in a sentence.
        """
        self.missing.append((name, "nom"))
        self.fits = self.fits and form == "nom"
        return phrases.marked(self._lang) if phrases else name

    def _about(self, form: str) -> str | None:
        """The subject with a preposition of its own, unless it has the form without one."""
        phrase = self._subject_phrase
        if phrase is None or (form != "nom" and getattr(phrase, form) is not None):
            return None
        return with_preposition(self._lang, phrase, self._form)

    @cached_property
    def _subject_phrase(self) -> Phrase | None:
        subject = self._agreement.subject
        phrase = subject.best(self._lang) if subject else None
        return phrase and complete(phrase, self._lang, "subject")

    def _subject(self, form: str) -> str | None:
        subject, phrase = self._agreement.subject, self._subject_phrase
        if phrase:
            return self._form(phrase, form)
        # Sectors can be said in every language; a subject that cannot is only for want of them.
        if subject is None or self._agreement.sectors:
            return None
        return self._foreign("subject", subject, form)

    def _cooperation(self, form: str) -> str | None:
        """Cooperation in its sectors, unless its name says already what it is about."""
        named = self._designation
        if named and self.pattern != "twinning" and says_topic(self._tables, named.nom):
            return None
        return self._topic(cooperation, form)

    def _topic(self, words: Callable[..., str | None], *form: str) -> str | None:
        sectors = self._agreement.sectors
        if not sectors or self._are_fields_told:
            return None
        text, missing = _worded(self._tables, words, self._lang, tuple(sectors), form)
        if missing:
            self._miss(*missing)
        return text

    @cached_property
    def _are_fields_told(self) -> bool:
        """Whether a document that it carries out is known by the same fields, and by no date."""
        one = self._agreement
        same = (other for other in one.implements if set(one.sectors) == set(other.sectors))
        return self.names_others and any(
            one.subject is other.subject is None
            and _has_sides_of(other, one)
            and not _Reference(other, self._lang, other.sides, self.case).is_dated
            for other in same
        )

    def _sectors(self) -> str | None:
        names = [
            self._form(phrase, "nom")
            if (phrase := sector.phrase(self._lang))
            else self._foreign(sector.code, sector.name, "nom")
            for sector in self._agreement.sectors
        ]
        return listed_fields(self._lang, names) if names else None

    def _period(self, form: str) -> str | None:
        period = self._agreement.period
        if period is None:
            return None
        if form == "nom":
            return _dated(self._tables, period, self._lang, "bare")
        text = _dated(self._tables, period, self._lang, cast("DateForm", form))
        # A comma in brackets sets nothing off in the title.
        if "," not in _BRACKETS.sub("", text):
            return text
        self.sets_off = True
        return f"{text},"

    def _changed(self, form: str, *, dated: bool = True) -> str | None:
        """The one document of the same sides that is changed, which names them for both."""
        amended = self._agreement.amends
        if len(amended) != 1 or not _has_sides_of(amended[0], self._agreement):
            return None
        document = _Reference(amended[0], self._lang, self._sides, form)
        if document.is_dated and not dated:
            return None
        # Without the sides nobody would name them.
        document.last_resort = document.last_resort[:1]
        return self._written(document, hidden=self._topics_shared_with(amended[0]))

    def _documents(self, documents: Sequence[Document], form: str) -> str | None:
        if not documents:
            return None
        return enumeration(self._lang, [self._short(one, form) for one in documents])

    def _short(self, other: Document, form: str) -> str:
        """Another document as this one names it: with what the two do not share."""
        document = _Reference(other, self._lang, other.sides, form)
        if not _has_sides_of(other, self._agreement):
            return self._written(document)
        if document.is_dated:
            return self._written(document, hidden=_SIDES | self._topics_shared_with(other))
        # Without a date it is known by what it is about, else by its sides.
        return self._written(document, hidden=_SIDES if document.has_topic else frozenset())

    @cached_property
    def _leaves_topic_to_other(self) -> bool:
        """Whether the subject of the one document that it names says more than its sectors."""
        one = self._agreement
        others = (*one.amends, *one.implements)
        return (
            len(others) == 1
            and one.subject is None
            and others[0].subject is not None
            and set(one.sectors) <= set(others[0].sectors)
        )

    def _topics_shared_with(self, other: Document) -> frozenset[str]:
        """The slots for what both documents are about, if that is the same and this one says it."""
        one = self._agreement
        is_same = one.subject == other.subject and set(one.sectors) == set(other.sectors)
        return _TOPICS if is_same and self.pattern != "amending" else frozenset()

    def _written(self, document: _Reference, hidden: frozenset[str] = frozenset()) -> str:
        document.hidden = hidden
        text, _ = document.written()
        self.missing += document.missing
        self.derived += document.derived
        self.fits = self.fits and document.fits
        self.apposes = self.apposes or document.apposes
        self.sets_off = self.sets_off or document.sets_off
        return text


# A register is about the same fields and the same years again and again.
@lru_cache(maxsize=8192)
def _worded(
    _tables: Lexicon,
    words: Callable[..., str | None],
    lang: str,
    sectors: tuple[Topic, ...],
    form: tuple[str, ...],
) -> tuple[str | None, tuple[str, str] | None]:
    """Sectors in words, or the name and the form that are missing."""
    try:
        return words(lang, sectors, *form), None
    except MissingForm as error:
        return "", (error.name, error.form)


@lru_cache(maxsize=8192)
def _dated(_tables: Lexicon, period: Period, lang: str, form: DateForm) -> str:
    return period.label(lang, form)


class _Reference(_Document):
    """A document as another one names it: in a case, with its date and without its period."""

    #: Slots of what the title around it says already.
    hidden: frozenset[str] = frozenset()
    names_others = False

    def __init__(
        self, agreement: Document, lang: str, sides: tuple[Parties, Parties], case: str
    ) -> None:
        super().__init__(agreement, lang, sides)
        self.case = case
        #: The frames for it where forms are missing: with its sides, without them.
        self.last_resort = self._tables.frames("reference")

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The frames for it, best first."""
        return *self._tables.frames(self.pattern), *self.last_resort

    @cached_property
    def is_dated(self) -> bool:
        """Whether its date tells it from others."""
        return bool(self._date("of") or (self._signed("") and self._date("in")))

    @cached_property
    def has_topic(self) -> bool:
        """Whether it is told what it is about."""
        return bool(self._agreement.sectors or self._subject_phrase)

    @cached_property
    def _signature(self) -> PartialDate | None:
        return next(iter(self._agreement.dates("signed")), None)

    _own_values: ClassVar[_Values] = {
        "date": lambda self, form: self._date(form),
        "day": lambda self, form: self._day(form),
        "signed": lambda self, form: self._signed(form),
    }
    _values: ClassVar[_Values] = {
        name: value
        for name, value in _Document._values.items()  # noqa: SLF001 - its base
        if name not in ("implemented", "changed", "undated", "amended", "period")
    } | _own_values

    def _value(self, name: str, form: str) -> str | None:
        # Brackets are for the document that the title is of.
        if name in self.hidden or (form == "nom" and name in _IN_BRACKETS):
            return None
        return super()._value(name, form)

    @cached_property
    def _designation(self) -> Phrase | None:
        """The name that it gives itself if that is known in the case, else its kind's serves."""
        designation = self._agreement.designation
        phrase = designation.best(self._lang) if designation else None
        if phrase is None or self.case == "nom":
            return phrase
        gender = phrase.gender or gender_of(self._tables, phrase.nom)
        phrase = attrs.evolve(phrase, article=True, gender=gender)
        try:
            in_sentence(phrase, self._lang, self.case)
        except MissingForm as error:
            self.missing.append((error.name, error.form))
            return None
        return phrase

    def _date(self, form: str) -> str | None:
        try:
            return self._signature and self._signature.label(self._lang, cast("DateForm", form))
        except MissingForm:
            return None

    def _day(self, form: str) -> str | None:
        return self._date(form) if self._signature and self._signature.day else None

    def _signed(self, _: str) -> str | None:
        """The participle in the gender and the case of its name, where the language has those."""
        phrase = self._named
        text = participle(self._lang, "signed", phrase, self.case) if phrase else None
        self.sets_off = self.sets_off or bool(text)
        return text


def _has_sides_of(one: Document, other: Document) -> bool:
    """Whether two documents are between the same sides, in whatever order."""
    return _parties(one) == _parties(other)


def _parties(agreement: Document) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(partner.id for partner in side) for side in agreement.sides)
