"""The title of a row, and what stands beside it: a partner, a date, a term."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import chain

from bilateral.intake.findings import Finding, Reading
from bilateral.intake.given import Given
from bilateral.intake.home import with_owner
from bilateral.intake.layout.heading_words import first_words, named_kind
from bilateral.intake.project_titles import as_partnership
from bilateral.intake.row_subjects import PARTIES, Readers
from bilateral.intake.short_kinds import kind_names
from bilateral.intake.tails import year_behind
from bilateral.language.folding import fold, tidy
from bilateral.partners import PartnerKind
from bilateral.problems import Problem
from bilateral.reading.parsed_titles import ParsedTitle
from bilateral.reading.parties import read_party
from bilateral.reading.title_parts.attachments import is_attachment, is_copy
from bilateral.reading.title_parts.doubtful_words import says_renewal
from bilateral.reading.words import Text
from bilateral.wire.sheets.protection import text_of

__all__ = ["RowTitle"]

# The words of the name of a town, with its country in brackets.
_LONGEST_TOWN = 8
_TWO = 2
_DASH = re.compile(r"\s+[-–—]\s+")
# What stands between a partner and a title, and a title in brackets behind one.
_SIGNS = (_DASH, re.compile(r":\s+"), re.compile(r",\s+"))
# The end of a word, and of what stands before the title.
_POINT = re.compile(r"(.+?(?:[^\W\d_]{3}|[)»”\"]))\.\s+([^\W\d_].+)")
_IN_BRACKETS = re.compile(r"([^()]+?)\s*\(([^()]+)\)\.?")


class RowTitle:
    """Reads the title of a document, and gives what else stands in its cell to other fields."""

    def __init__(self, given: Given, readers: Readers) -> None:
        self._given, self._draft = given, given.draft
        self._cells, self._sides = readers.cells, readers.sides
        self._lang, self._own = readers.lang, readers.own
        self._tails, self._title_of = readers.tails, readers.title
        self._kind_stated = readers.kind

    def read(self) -> bool:
        """Read it into the draft; false if the row is no record."""
        self._title()
        if not _is_document(self._given.cells.keys()) or self._is_heading():
            self._draft.is_heading = True
            return False
        return True

    def _title(self) -> None:
        text = self._given.text("title")
        if not text:
            return
        draft = self._draft
        draft.text = text
        text = self._without_partner(self._with_colon(text))
        found = self._without_tail(text) or self._title_of(text)
        if found.value is not None and self._is_partner(found.value):
            partner, cells = self._tails.behind_partner(found.value.text)
            self._given.cells.update({**cells, **self._given.cells, "partner": partner})
            del self._given.cells["title"]
            return
        draft.title = self._beside_owner(found.value)
        if found.problem:
            draft.take("title", found, self._given.column("title"), text)
        is_kind = (
            found.value is not None
            and not found.value.sides
            and "date" not in found.value.uncertain
            and self._cells.kind(text).value
        )
        for rest in found.value.rest if found.value and not is_kind else ():
            is_kept = any(says(rest, self._lang) for says in (is_attachment, is_copy, says_renewal))
            if is_kept or self._fills(rest):
                # The title keeps it, if no field has it.
                continue
            draft.findings.append(
                Finding(
                    "title",
                    self._given.column("title"),
                    text,
                    problem=Problem("not-understood", (), rest),
                )
            )

    @property
    def _has_partner(self) -> bool:
        """Whether a cell of the row names a party, and not only its country."""
        return not self._given.cells.keys().isdisjoint({*PARTIES} - {"country"})

    def _beside_owner(self, title: ParsedTitle | None) -> ParsedTitle | None:
        """A title with its party beside the one whose list it is, if it names no two itself.

        One that is understood with one party stays; it stands in no column either.
        """
        owner = self._sides.owner
        if title is None or owner is None or self._has_partner or len(title.sides) > 1:
            return title
        are_known = all(one.is_known for one in title.parties)
        is_doubtful = not title.sides or not are_known or "subject" in title.uncertain
        found = with_owner(title, owner, self._title_of) if is_doubtful else None
        return title if found is None or (title.sides and "subject" in found.uncertain) else found

    def _fills(self, rest: str) -> bool:
        """Whether what is left of a title fills cells that the row has not, and fill them."""
        cells = self._tails.left_over(rest) or self._town_at_end(rest)
        is_free = bool(cells) and cells.keys().isdisjoint(self._given.cells)
        self._given.cells.update(cells if is_free else {})
        return is_free

    def _town_at_end(self, rest: str) -> dict[str, str]:
        """The cell of a known town with which a title of two parties ends: ..., Rabat, 2016."""
        title = self._draft.title
        if title is None or len(title.sides) < _TWO or not self._tails.is_town(rest):
            return {}
        end = rf"[\d.,(] ?{re.escape(rest)}(,? \d{{4}})?\W*\Z"
        return {"place": rest} if re.search(end, title.text) else {}

    def _is_heading(self) -> bool:
        """Whether the row is no record: one text alone that names no kind, or a sum."""
        if self._given.is_numbered or len(self._given.columns.fields) == 1:
            return False
        title = self._draft.title
        if title is None or title.kind is not None or title.sides or "kind" in self._given.cells:
            return False
        others = {tidy(text_of(one)) for one in self._given.cells.values()}
        return len(others) == 1 and not self._draft.extra

    def _with_colon(self, text: str) -> str:
        """A title with a colon for the point behind its parties: Town A – town B. Treaty of ..."""
        cut = _POINT.fullmatch(text)
        first, rest = cut.groups() if cut else ("", "")
        if not (_is_closed(first) and (_DASH.search(first) or (first and self._is_name(first)))):
            return text
        before, title = (self._title_of(one).value for one in (first, rest))
        if before is None or before.kind or title is None or not title.kind:
            return text
        is_first = fold(rest).startswith(fold(title.designation or rest))
        return f"{first}: {rest}" if is_first else text

    def _without_partner(self, text: str) -> str:
        """The title in a line "partner – title": before the dash stands a cell of its own.

        The title may stand there, too, with nothing but its kind: "letter of intent – partner".
        """
        if self._has_partner:
            return text
        title = self._title_of(text).value
        is_whole = title is not None and len(title.sides) > 1 and "sides" not in title.uncertain
        is_whole = is_whole or (title is not None and _is_pair(title))
        if is_whole or (self._sides.owner and self._names_other(text)):
            return text
        found = (self._title_beside(*parts) for parts in _divided(text))
        return next((title for title in found if title is not None), text)

    def _title_beside(self, first: str, rest: str, sign: str) -> str | None:
        """The title of a line whose other part fills the cell of the partner; `None` if none does.

        Only a dash stands before a partner whom nobody knows, or behind what the document is.
        """
        is_dash = sign not in ",:("
        is_kind = sign in ":-–—" and fold(first) in kind_names(self._lang)
        if self._sides.is_ours(first) or not (is_dash or is_kind or self._is_name(first)):
            return None
        before, behind = (self._title_of(one).value for one in (first, rest))
        if before is None or behind is None or before.sides or behind.sides:
            return None
        word = first_words(rest)
        is_doubtful = behind.kind is None or "kind" in behind.uncertain
        if (
            is_doubtful
            and not before.kind
            and named_kind(word, self._lang)
            and self._is_name(first)
        ):
            # As headings name it: climate partnership.
            cells = self._tails.divided(rest)[1] | self._tails.behind_partner(rest)[1]
            self._given.cells.update({**cells, "partner": first, "kind": word})
            return word
        if behind.kind and not before.kind:
            is_it = is_dash or fold(rest).startswith(fold(behind.designation or rest))
            self._given.cells.update({"partner": first} if is_it else {})
            return rest if is_it else None
        name, cells = self._tails.divided(rest, self._given.styles.get("signed"))
        designation = before.designation if "kind" not in before.uncertain else None
        is_alone = is_kind or (is_dash and fold(first) == fold(designation or ""))
        name, since = self._tails.behind_partner(name)
        if behind.kind or not before.kind or not is_alone or not self._is_name(name):
            return None
        self._given.cells.update({**cells, **since, **self._given.cells, "partner": name})
        return first

    def _names_other(self, text: str) -> bool:
        """Whether a name follows "with": what stands before is no partner, but has one."""
        words = Text(text, self._lang)
        count = len(words.words)
        firsts = (words.after_article(i + n, count) for i, n in words.places("with").items())
        return any(words.words[i].is_capitalised for i in firsts if i < count)

    def _is_name(self, text: str) -> bool:
        """Whether a text names a partner: a known one, or what its noun tells."""
        named = read_party(text, self._lang, self._own)
        return named.partner is not None or named.kind is not None

    def _is_partner(self, title: ParsedTitle) -> bool:
        """Whether what stands for a title only names a partner, in a list of such."""
        section = self._given.section
        is_told = self._kind_stated or section.kind or section.party
        if not is_told or title.kind or title.sides:
            return False
        if self._has_partner:
            return False
        named = read_party(title.text, self._lang, self._own)
        is_town = section.party is PartnerKind.CITY and len(title.text.split()) <= _LONGEST_TOWN
        return is_town or named.partner is not None or named.kind is not None

    def _without_tail(self, text: str) -> Reading[ParsedTitle] | None:
        """The title without when it was signed and how long it is valid, where these stand behind.

        In a title with another document inside, they may be of that one, unless it has its own,
        or the list has them behind all its titles.
        """
        columns = {*self._given.columns.fields.values()}
        if not columns.isdisjoint({"signed", "signed_at"}):
            return None
        year = year_behind(text)
        kind = text[: text.rindex(year)].strip() if year else ""
        if fold(kind) in kind_names(self._lang) and not self._has_period(text):
            # Nothing else is there that may be of that year: Vertrag 2003.
            self._given.cells.setdefault("signed", str(year))
            return self._title_of(kind)
        style, are_dated = self._given.styles.get("signed"), self._given.are_dated
        found = self._title_of(text)
        whole = found.value
        known = (*whole.amends, *whole.implements) if whole else ()
        title, cells = self._tails.divided(
            text, style, has_years=are_dated and bool(known), are_dated=are_dated
        )
        is_year = str(cells.get("signed", "0")).isdigit()
        if is_year and as_partnership(text, self._lang):
            # Of a project, a year alone is when it is done.
            return None
        found = self._title_of(title) if cells else Reading[ParsedTitle]()
        others = (*found.value.amends, *found.value.implements) if found.value else ()
        is_of_other = not are_dated and any(one.date is None for one in others)
        if whole and "date" not in whole.uncertain:
            is_dated = any(one.date for one in (whole, *known)) or whole.period
            is_year = bool(year_behind(title)) and not (is_dated or "signed" in cells)
            if is_year or (is_of_other and "signed" in cells):
                # That of the document, or a part of what it is about, or that of the other one.
                self._draft.take("signed", Reading(None, Problem("uncertain-reading", (), text)))
        if found.value is None or is_of_other:
            return None
        self._given.cells.update({**cells, **self._given.cells})
        return found

    def _has_period(self, text: str) -> bool:
        title = self._title_of(text).value
        return title is not None and title.period is not None


def _divided(text: str) -> Iterator[tuple[str, str, str]]:
    """The ways to take a line apart, not in a bracket, each with the sign between the parts."""
    for cut in chain.from_iterable(one.finditer(text) for one in _SIGNS):
        first = text[: cut.start()]
        if _is_closed(first):
            yield first, text[cut.end() :], cut[0].strip()
    if bracket := _IN_BRACKETS.fullmatch(text):
        yield bracket[1], bracket[2], "("


def _is_closed(text: str) -> bool:
    """Whether no bracket is open at the end of a text."""
    return text.count("(") == text.count(")")


def _is_pair(title: ParsedTitle) -> bool:
    """Whether a title begins with its two parties and a dash between them: A – B (Peru), MoU.

    What is of no other country may be a part of the first one: its institute.
    """
    if len(title.sides) < _TWO or len(title.parties) > _TWO:
        return False
    first, other = title.parties
    names = (re.escape(one.text) for one in title.parties)
    is_begin = re.match(r"\W*\s[-–—]\s+".join(names), title.text)
    return bool(is_begin) and other.country not in (None, first.country)


def _is_document(fields: Collection[str]) -> bool:
    """Whether the cells of a row may be those of a document, also of one without its parties."""
    return not {"title", *PARTIES}.isdisjoint(fields) or {"kind", "signed"}.issubset(fields)
