"""What a remark on a row says: which document it is, and for how long it is valid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from bilateral.events import EventKind
from bilateral.instruments import AgreementKind
from bilateral.intake.cells import YEAR, Cells
from bilateral.intake.layout.heading_words import begins_word, heading_words
from bilateral.intake.short_kinds import written_out
from bilateral.intake.validity import Validities, validity_words
from bilateral.language.folding import fold
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.subjects import are_fields
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.tables import languages
from bilateral.terms.rules import Term

__all__ = ["Remarks", "is_plain"]

# Between the parts of a remark.
_PART = re.compile(r"\s*[,;()]\s*|\s+[-–—]\s+|(?<=[^\W\d_]{4})\.\s+(?=[A-ZÄÖÜА-ЯЁ])")
# Which one a document is: no. 3, № 2.
_NUMBER = re.compile(r"(?:[^\W\d_]{1,3}\.?|№)\s*\d{1,3}")
# What is between two and may go by the name of no document, and what is done under one.
_NO_DOCUMENTS = frozenset(
    {
        AgreementKind.CONTACT,
        AgreementKind.PROGRAMME,
        AgreementKind.PROJECT_PARTNERSHIP,
        AgreementKind.SESSION_PROTOCOL,
    }
)
# A longer time that stands alone may be that of anything: fifty years.
_LONGEST = 10
# So many parts of a remark may say it together.
_MOST_PARTS = 8


class Remarks:
    """Reads remarks, in the language of a list."""

    def __init__(self, cells: Cells, validities: Validities) -> None:
        self._lang, self._cells, self._validities = cells.lang, cells, validities

    def document(self, remark: str, signed: str) -> ParsedTitle | None:
        """The document with whose name a remark begins, if it is that of the row.

        One of another year than the row was ``signed`` in may be another one.
        """
        # A point ends a word that is cut short before it ends a part: Koop.-Vereinb. Tourismus.
        first = _PART.split(written_out(remark, self._lang), maxsplit=1)[0]
        title = parse_title(first, self._lang)
        name = title.designation or ""
        is_named = "kind" not in title.uncertain and title.kind not in _NO_DOCUMENTS
        if not (name and is_named and fold(first).startswith(fold(name))):
            return None
        rest = first[len(name) :].strip()
        behind = Text(rest, self._lang)
        if self._has_happened(rest) or behind.role(0, "signed") or _NUMBER.fullmatch(rest):
            # What was done with it is not what it is about.
            return parse_title(name, self._lang)
        years, other = {*YEAR.findall(first)}, {*YEAR.findall(signed)}
        is_other = bool(years) and bool(other) and years.isdisjoint(other)
        about = any(behind.role(0, role) for role in ("about", "on"))
        is_it = about or not title.subject or are_fields(Text(title.subject, self._lang))
        return title if is_it and not is_other else None

    def _has_happened(self, text: str) -> bool:
        """Whether words say what became of a document: expired 2003, renewed 2004."""
        return bool(text) and bool(
            self._cells.happened(text) or self._validities.is_renewal_on_a_day(text)
        )

    def term(self, remark: str) -> Term | None:
        """The term that the only part of a remark says that is nothing but a clause.

        What may be the length of something else is none: two weeks, fifty years. Where it goes
        on behind a part in a way that is not clear, this is half of it.
        """
        found = [*self._clauses(remark)]
        # For how long it is suspended, is no term either.
        events = {one.kind for one in self._cells.told(remark)[0]}
        is_sure = len(found) == 1 and EventKind.SUSPENDED not in events
        return found[0] if is_sure else None

    def _clauses(self, remark: str) -> Iterator[Term | None]:
        """The terms in the parts of a remark, each of as many of them as say it together."""
        cuts = [one.span() for one in _PART.finditer(remark)]
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(remark)]
        parts = [remark[start:end] for start, end in zip(starts, ends, strict=True)]
        may_be = [self._validities.may_say_how_long(one) for one in parts]
        first = 0
        while first < len(parts):
            behind = takewhile(lambda n: may_be[n], range(first, len(parts)))
            for last in reversed([*islice(behind, _MOST_PARTS)]):
                text = remark[starts[first] : ends[last]]
                read = self._validities.read(text, "")
                term = read.value.term if read.value and read.is_certain else None
                is_half = bool(read.readings) and not text.isdecimal()
                if is_half or (term and _is_clause(term, text)):
                    yield None if is_half else term
                    first = last
                    break
            first += 1


def is_plain(title: ParsedTitle) -> bool:
    """Whether a document may be the one of a twinning: a plain договор, a protocol on twinning.

    >>> is_plain(parse_title("Agreement", "en")), is_plain(parse_title("Agreement on sport", "en"))
    (True, False)
    """
    if title.subject:
        return begins_word(title.subject, "twinned", title.lang)
    return fold(title.designation or "") in heading_words("plain", title.lang)


def _is_clause(term: Term, text: str) -> bool:
    """Whether a text can only say how long the document is valid."""
    valid = (one for lang in languages() for one in validity_words(lang, "valid"))
    if fold(text).startswith(tuple(f"{one} " for one in valid)) or term.indefinite:
        return True
    length = term.length
    is_length = length is not None and 0 < length.years <= _LONGEST
    return is_length if length else term.exit is not None
