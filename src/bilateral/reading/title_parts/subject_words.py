"""The words of a title that are neither its kind nor its parties: what it is about, and others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from bilateral.instruments import AgreementKind
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.kinds import KindFinder, NamedKind
from bilateral.reading.side_places.found_sides import FoundSides
from bilateral.reading.subjects import Subjects
from bilateral.reading.title_parts.doubtful_words import is_bare, may_be_names, may_be_party
from bilateral.reading.title_parts.subjects import common_name
from bilateral.reading.words import REDACTED, Text, is_general, within
from bilateral.sectors import Sector

if TYPE_CHECKING:
    from bilateral.reading.names import Names

__all__ = ["SubjectWords", "is_of_signature", "stretches"]

_OPENING: Final = ("«", "„", "“", '"')
_CLOSING: Final = ("»", "“", "”", '"')
# They set off the date of a document.
_MARKS: Final = frozenset(",(.;–—-")


@attrs.frozen
class SubjectWords:
    """The words of one title beside its kind and its parties, when both have been found."""

    text: Text
    kinds: KindFinder
    named: NamedKind
    found: FoundSides
    dossier: Names | None

    def about(self) -> Iterator[Span]:
        """The words for what the document is about, without the preposition before them."""
        text, named = self.text, self.named
        for start, stop in self._beside():
            first = start + text.role(start, "and", stop)
            first, end = _without_signature(text, first, stop)
            first += _says_signed(text, first, end)
            first = _behind_between(text, first, end)
            last = end - 1 if end - first > 1 and _says_signed(text, end - 1, end) else end
            if AgreementKind.SESSION_PROTOCOL in named.kinds:
                first = self._behind_body(first, last)
            on = text.role(first, "on", last)
            # On matters relating to: по вопросам, касающимся
            on += text.role(first + on, "on", last) if on else 0
            if start == named.end:
                on += _general_words(text, first + on, last)
            if first + on < last and (on or not self._says_no_subject(start, first, last)):
                yield first + on, last

    def unread(self) -> Iterator[Span]:
        """The words that say no subject, such as the place in a treaty's name."""
        for start, end in self._beside():
            is_on = self.text.role(start, "on", end)
            if not is_on and self._says_no_subject(start, start, end):
                yield self.text.after_article(start, end), end

    def before(self) -> Span:
        """The words before the kind that are not parties, and in its sentence."""
        named, taken = self.named, self.found.span
        if taken[0] < named.start and named.is_sentence(self.text):
            return named.start, named.start
        return (taken[1] if taken[0] < named.start else 0), named.start

    def without_general(self, about: list[Span]) -> list[Span]:
        """The subject without a first part that only says that two sides work together.

        An agreement on cooperation between A and B *in the field of* something is about that; so
        is one with a name in quotes.
        """
        are_general = [
            _is_quoted(self.text, *part) or all(is_general(self.text, i) for i in range(*part))
            for part in about
        ]
        return about[1:] if are_general == [True, False] else about

    def further(self, about: list[Span]) -> list[Span]:
        """What is told behind a subject: fishing, between the parties, *concerning tuna*."""
        return [one for one in about[1:] if self.text.role(one[0] - 1, "topic")]

    def doubts(self, about: list[Span], further: list[Span], subjects: Subjects) -> Iterator[str]:
        """The fields that the words for the subject may be in, or that may go on with them."""
        text, taken = self.text, self.found.span
        are_bare = any(is_bare(text, *one) and not subjects.sectors([one]) for one in about)
        end = self.named.end
        is_open = not self.found.sides and any(
            may_be_party(text, i) or (i == end and may_be_names(text, i, j)) for i, j in about
        )
        is_late = any(_is_behind_date(text, i) for i, _ in about[1:])
        if are_bare or is_open or is_late:
            # It may be a place, or parties: ..., Nouméa; in Lanester; der Bürgermeister von.
            yield "subject"
        if len(about) > 1 + len(further) and about[0][0] < taken[0] < taken[1] <= about[-1][0]:
            # What stands behind may be for what the last party is: по делам молодёжи.
            yield from ("sides", "subject")

    def has_project(self, about: list[Span]) -> bool:
        """Whether the subject is the name of a project, which may be about something else."""
        text = self.text
        return any(_is_quoted(text, *one) and not text.is_small(one[0] - 1) for one in about)

    def are_common(self, about: list[Span]) -> bool:
        """Whether each part of the subject is a common one."""
        return all(map(self._common, about))

    def sectors_of_common(self, about: list[Span]) -> Iterator[Sector]:
        """The sectors of common subjects, by their usual names where others do not tell them."""
        for span in about:
            if name := self._common(span):
                words = Text(name, self.text.grammar.lang)
                yield from Subjects(words, self.dossier).sectors([(0, len(words.words))])

    def _common(self, span: Span) -> str | None:
        return common_name(self.text.span(*span), self.text.grammar.lang)

    def _beside(self) -> Iterator[Span]:
        """The stretches beside the kind that are no parties, cut before an open bracket."""
        text, named, taken = self.text, self.named, self.found.span
        behind = max(taken[1], named.end), len(text.words)
        parts = [self.found.inner, (named.end, taken[0]), behind]
        if 0 < taken[0] < named.start:
            parts.insert(0, (0, taken[0]))
        if 0 < taken[1] < named.start and named.is_sentence(text):
            # On trade between A and B on fish. Agreement.
            parts.append((taken[1], named.start))
        for part in parts:
            for start, end in stretches(text, *part):
                is_open = (
                    REDACTED in text.gap(end) and text.brackets[end - 1] > text.brackets[start]
                )
                if is_open:
                    outer = text.brackets[start]
                    cut = next(i for i in range(start, end) if text.brackets[i] > outer)
                    yield start, cut
                    yield cut, end
                else:
                    yield start, end

    def _behind_body(self, start: int, end: int) -> int:
        """The place where minutes say what about: behind the session and the body that had it.

        Of the second meeting of the Joint Commission *on* trade.
        """
        text = self.text
        is_next = start == self.named.end and text.gap(start) == " "
        body = self.kinds.behind_body(self.named) if is_next else None
        is_name = body is not None and text.gap(body) == " " and not text.is_article(body)
        if body is not None and is_name and self._tells_field(body, end):
            # Gemeinsame Arbeitsgruppe Umwelt
            return body
        is_of = is_next or text.role(start, "of", end) or text.is_number(start)
        abouts = (i for i in range(start, end) if text.role(i, "about") and not text.role(i, "of"))
        return next(abouts, end) if is_of else start

    def _tells_field(self, start: int, end: int) -> bool:
        """Whether some words tell a sector."""
        return any(Subjects(self.text, self.dossier).sectors([(start, end)]))

    def _says_no_subject(self, start: int, first: int, end: int) -> bool:
        """Whether words stand before the parties, or name a place: the Treaty of Tartu."""
        is_before = end <= self.named.start
        is_name = bool(self.text.role(first, "of", end))
        return is_before or is_name or _is_beside_date(self.text, start, end)


def stretches(text: Text, start: int, end: int) -> Iterator[Span]:
    """The words between two places, split where something has been redacted."""
    begin = start
    for i in within(text.redacted, start + 1, end):
        yield begin, i
        begin = i
    if begin < end:
        yield begin, end


def _is_quoted(text: Text, start: int, end: int) -> bool:
    """Whether words are the name of a project: the partnership "Clean Streets"."""
    return text.gap(start)[-1:] in _OPENING and text.gap(end)[:1] in _CLOSING


def is_of_signature(text: Text, start: int, end: int) -> bool:
    """Whether words say only where something was signed: В Минске подписан."""
    is_in = text.role(start, "place_in", end) and text.role(end - 1, "signed")
    return bool(is_in) or _is_beside_date(text, start, end)


def _is_behind_date(text: Text, i: int) -> bool:
    """Whether a word that begins no subject stands behind a date set off: 12 May 2003 file 5."""
    mark, is_cut, _ = text.gap(i).partition(REDACTED)
    return bool(is_cut) and not _MARKS.isdisjoint(mark) and not text.is_small(i)


def _is_beside_date(text: Text, start: int, end: int) -> bool:
    """Whether words stand in brackets with a date: the place of signature."""
    return "(" in text.gap(start) and REDACTED in text.gap(end)


def _general_words(text: Text, i: int, end: int) -> int:
    """The number of words that only say cooperation before what that is on: *Cooperation on*.

    Cooperation *in* a field is told by both words.
    """
    is_cooperation = i < end and text.words[i].stem in text.grammar.stems_of("cooperation")
    n = text.role(i + 1, "topic", end) if is_cooperation else 0
    return 1 + n if n and i + 1 + n < end else 0


def _behind_between(text: Text, start: int, end: int) -> int:
    """The place behind parties that have no names: between the two governments *on* trade."""
    if not text.role(start, "between"):
        return start
    places = text.places("topic") or text.places("on")
    return next((i for i in places if start < i < end), start)


def _says_signed(text: Text, start: int, end: int) -> int:
    """The number of words from a place on that say that a document has been signed.

    Or of what sort the years beside them are: на 2024/2025 учебный год, but the tourist season.
    """
    if n := text.role(start, "signed", end) or text.role(start, "dated", end):
        return n
    n = text.role(start, "of_year", end)
    return n if n and REDACTED in text.gap(start) + text.gap(start + n) else 0


def _without_signature(text: Text, start: int, end: int) -> Span:
    """A stretch without what says how a document was signed: , signed *during the visit*.

    What that is on may stand behind it: signed at the fair *on tourism*.
    """
    dated = (i for i in text.places("dated") if start <= i < end and "," in text.gap(i))
    i = next(dated, end)
    first = min(i + text.role(i, "dated"), end)
    ons = (n for n in range(first, end) if text.role(n, "topic") or text.role(n, "aim"))
    return (next(ons, end), end) if i == start < first else (start, i)
