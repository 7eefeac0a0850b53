"""What a remark on a row says: which document it is, and for how long it is valid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilateral.instruments import AgreementKind
from bilateral.intake.cells import YEAR
from bilateral.intake.layout.heading_words import begins_word, heading_words
from bilateral.intake.short_kinds import with_kind_in_full
from bilateral.intake.validity import Validities, validity_words
from bilateral.language.folding import fold
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.subjects import are_fields
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text
from bilateral.tables import languages
from bilateral.terms.rules import Term

__all__ = ["is_plain", "named_document", "term_in"]

# Between the parts of a remark.
_PART = re.compile(r"\s*[,;()]\s*|\s+[-–—]\s+|(?<=[^\W\d_]{4})\.\s+(?=[A-ZÄÖÜА-ЯЁ])")
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


def named_document(remark: str, signed: str, lang: str) -> ParsedTitle | None:
    """The document with whose name a remark begins, if it is that of the row.

    One of another year than the row was ``signed`` in may be another one.

    >>> named_document("MoU on youth exchange, copy missing", "", "en").subject
    'youth exchange'
    >>> named_document("Protocol visit in 2019", "", "en")
    >>> named_document("MoU of 2019", "12 May 1990", "en")
    """
    first = with_kind_in_full(_PART.split(remark, maxsplit=1)[0], lang)
    title = parse_title(first, lang)
    name = title.designation or ""
    if not name or "kind" in title.uncertain or not fold(first).startswith(fold(name)):
        return None
    years, other = {*YEAR.findall(first)}, {*YEAR.findall(signed)}
    is_other = bool(years) and bool(other) and years.isdisjoint(other)
    behind = Text(first[len(name) :], lang)
    about = any(behind.role(0, role) for role in ("about", "on"))
    is_it = about or not title.subject or are_fields(Text(title.subject, lang))
    return title if is_it and not is_other and title.kind not in _NO_DOCUMENTS else None


def is_plain(title: ParsedTitle) -> bool:
    """Whether a document goes by a word that many twinnings go by, too: договор, agreement.

    >>> is_plain(parse_title("Agreement", "en")), is_plain(parse_title("Agreement on sport", "en"))
    (True, False)
    """
    is_word = fold(title.designation or "") in heading_words("plain", title.lang)
    return is_word and (not title.subject or begins_word(title.subject, "twinned", title.lang))


def term_in(remark: str, validities: Validities) -> Term | None:
    """The term that the only part of a remark says that is nothing but a clause.

    What may be the length of something else is none: two weeks, fifty years.
    """
    found = [*_clauses(remark, validities)]
    return found[0] if len(found) == 1 else None


def _clauses(remark: str, validities: Validities) -> Iterator[Term]:
    """The terms in the parts of a remark, each of as many of them as say it together."""
    cuts = [one.span() for one in _PART.finditer(remark)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(remark)]
    first = 0
    while first < len(starts):
        for last in range(len(ends) - 1, first - 1, -1):
            text = remark[starts[first] : ends[last]]
            read = validities.read(text, "")
            term = read.value.term if read.value and read.is_certain else None
            if term and _is_clause(term, text):
                yield term
                first = last
                break
        first += 1


def _is_clause(term: Term, text: str) -> bool:
    """Whether a text can only say how long the document is valid."""
    valid = (one for lang in languages() for one in validity_words(lang, "valid"))
    if fold(text).startswith(tuple(f"{one} " for one in valid)) or term.indefinite:
        return True
    length = term.length
    is_length = length is not None and 0 < length.years <= _LONGEST
    return is_length if length else term.exit is not None
