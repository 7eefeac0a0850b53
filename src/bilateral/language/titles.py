"""Titles of documents, written from what the model knows, with the grammar right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, final

from bilateral.errors import MissingForm
from bilateral.language.frames import Frame
from bilateral.language.lexicon import CASES, Lexicon, in_sentence, lexicon
from bilateral.language.topics import cooperation, enumeration, fields
from bilateral.text import Phrase, Phrases

if TYPE_CHECKING:
    from bilateral.agreements import Agreement
    from bilateral.partners import Partner, Side

__all__ = ["Title", "write_title"]


@final
class Title(str):
    """A title that says how it was made.

    ``frame`` is the frame that was used. ``missing`` lists the forms that better frames would
    have needed: pairs of a name and a form (a case, or ``nom`` for a name that is not known in
    the language at all; that one stands in another language, with its tag).
    """

    __slots__ = ("frame", "missing")

    frame: str
    missing: tuple[tuple[str, str], ...]

    def __new__(cls, text: str, frame: str, missing: Sequence[tuple[str, str]] = ()) -> Title:
        """A title from its text."""
        title = super().__new__(cls, text)
        object.__setattr__(title, "frame", frame)
        object.__setattr__(title, "missing", tuple(missing))
        return title

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("Title is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("Title is immutable")

    def __reduce__(self) -> tuple[Any, ...]:
        return Title, (str(self), self.frame, self.missing)


def write_title(
    agreement: Agreement, lang: str, *, first: object = None, strict: bool = False
) -> Title:
    """The title of an agreement; `Agreement.title` says what the arguments mean."""
    document = _Document(agreement, lang, _sides(agreement, first))
    text, frame = document.written(document.frames())
    if strict and document.missing:
        raise MissingForm(*document.missing[0], lang)
    return Title(text, frame, document.missing)


def _sides(agreement: Agreement, first: object) -> tuple[Side, Side]:
    """The sides, the one of ``first`` before the other."""
    one, other = agreement.sides
    return (other, one) if first is not None and other.is_of(first) else (one, other)


class _Document:
    """The values that a title is made from, each in the form that a frame asks for.

    Where a form is not known the value is its nominative, and ``missing`` says so.
    """

    def __init__(
        self, agreement: Agreement, lang: str, sides: tuple[Side, Side], case: str = "nom"
    ) -> None:
        self.missing: list[tuple[str, str]] = []
        self._fits = True
        self._agreement = agreement
        self._lang = lang
        self._sides = sides
        self._case = case
        self._tables: Lexicon = lexicon(lang)
        self._values: dict[str, Callable[[str], str | None]] = {
            "kind": lambda _: self._kind(),
            "a": lambda form: self._side(0, form),
            "b": lambda form: self._side(1, form),
            "subject": self._subject,
            "cooperation": lambda form: (
                None if self._says_cooperation else self._topic(cooperation, form)
            ),
            "fields": lambda _: self._topic(fields),
            "sectors": lambda _: self._sectors(),
            "implemented": lambda form: self._documents(agreement.implements, form),
            "amended": lambda form: self._documents(agreement.amends, form),
            "period": lambda form: (
                agreement.period and agreement.period.label(lang, "bare" if form == "nom" else form)
            ),
            "date": self._date,
        }

    def frames(self) -> tuple[Frame, ...]:
        """The frames of its kind, best first.

        A designation that speaks of cooperation itself, such as "Program of Cooperation", is
        followed by the fields only.
        """
        row = self._tables.rows("titles").get(self._agreement.kind.value, {})
        frames = self._tables.frames(row.get("pattern", ""))
        if self._says_cooperation and not self._agreement.amends:
            frames = self._tables.frames("relation") or frames
        return *frames, *self._tables.frames("*")

    def written(self, frames: Sequence[Frame]) -> tuple[str, str]:
        """The text of the first frame that needs no missing form, else of the last."""
        text = used = ""
        for frame in frames:
            self._fits = True
            found = frame.render(lambda name, form: self._values[name](form))
            if found is not None:
                text, used = found, frame.text
                if self._fits:
                    break
        self.missing = list(dict.fromkeys(self.missing))
        return (_without_stray_commas(text) if self._has_several else text), used

    @cached_property
    def _designation(self) -> Phrase | None:
        designation = self._agreement.designation
        return designation.best(self._lang) if designation else None

    @cached_property
    def _says_cooperation(self) -> bool:
        word = self._tables.phrase("vocabulary", "title_word.cooperation")
        if word is None or self._designation is None:
            return False
        words = self._designation.nom.casefold()
        forms = (getattr(word, case) for case in CASES)
        return any(form and form.casefold() in words for form in forms)

    @property
    def _has_several(self) -> bool:
        return any(len(side) > 1 for side in self._sides)

    def _form(self, phrase: Phrase, form: str) -> str:
        try:
            return in_sentence(phrase, self._lang, form)
        except MissingForm as error:
            self._miss(error.name, error.form)
            return phrase.nom

    def _miss(self, name: str, form: str) -> None:
        self.missing.append((name, form))
        self._fits = False

    def _kind(self) -> str:
        phrase = self._designation or self._tables.phrase("titles", self._agreement.kind.value)
        if phrase is None:
            self.missing.append((self._agreement.kind.value, "nom"))
            return self._agreement.kind.value
        text = self._form(phrase, self._case)
        return text[:1].upper() + text[1:] if self._case == "nom" else text

    def _side(self, index: int, form: str) -> str:
        side = self._sides[index]
        names = enumeration(self._lang, [self._partner(partner, form) for partner in side])
        if form == "nom" or not self._has_several:
            return names
        (frame,) = self._tables.frames("side.second" if index else "side.first")
        return frame.render(lambda _name, _form: names) or names

    def _partner(self, partner: Partner, form: str) -> str:
        phrase = partner.phrase(self._lang)
        if phrase is not None:
            return self._form(phrase, form)
        return self._foreign(partner.id, partner.name, form)

    def _foreign(self, name: str, phrases: Phrases | None, form: str) -> str:
        """A name that is not known in the language: in another one, with that one's tag.

        It may be listed, but has no place in a sentence.
        """
        self.missing.append((name, "nom"))
        self._fits = self._fits and form == "nom"
        return phrases.marked(self._lang) if phrases else name

    def _subject(self, form: str) -> str | None:
        subject = self._agreement.subject
        phrase = subject.best(self._lang) if subject else None
        if phrase:
            return self._form(phrase, form)
        # Sectors can be said in every language; a subject that cannot is only for want of them.
        if subject is None or self._agreement.sectors:
            return None
        return self._foreign("subject", subject, form)

    def _topic(self, words: Callable[..., str], *form: str) -> str | None:
        agreement = self._agreement
        if not agreement.sectors:
            return None
        try:
            return words(self._lang, agreement.sectors, *form)
        except MissingForm as error:
            self._miss(error.name, error.form)
            return ""

    def _sectors(self) -> str | None:
        names = [
            self._form(phrase, "nom")
            if (phrase := sector.phrase(self._lang))
            else self._foreign(sector.code, sector.name, "nom")
            for sector in self._agreement.sectors
        ]
        return enumeration(self._lang, names) if names else None

    def _documents(self, documents: Sequence[Agreement], form: str) -> str | None:
        if not documents:
            return None
        return enumeration(self._lang, [self._reference(one, form) for one in documents])

    def _reference(self, other: Agreement, form: str) -> str:
        """Another document as this one names it: in short if it has the same parties."""
        document = _Document(other, self._lang, other.sides, form)
        same = {one.id for one in other.partners} == {one.id for one in self._agreement.partners}
        short = same and document._date("of") is not None
        frames = self._tables.frames("reference.dated" if short else "reference.full")
        text, _ = document.written(frames)
        self.missing += document.missing
        self._fits = self._fits and document._fits
        return text

    def _date(self, form: str) -> str | None:
        dates = self._agreement.dates("signed")
        try:
            return dates[0].label(self._lang, form) if dates else None
        except MissingForm:
            return None


def _without_stray_commas(text: str) -> str:
    """Without a comma where the title ends or goes on in brackets after the second side."""
    return text.removesuffix(",").replace(", (", " (")
