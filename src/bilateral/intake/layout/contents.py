"""What stands in the columns decides where their headers may mean something else.

A column "Status" may have kinds of documents, one "What was signed" no dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from bilateral.intake.cells import Cells
from bilateral.intake.layout.date_orders import DateOrder, DateStyle
from bilateral.intake.layout.headers import OTHER_SIDE, field_of, is_faculty, is_of_other
from bilateral.intake.layout.party_columns import names_state
from bilateral.intake.short_kinds import written_out
from bilateral.intake.validity import Validities, Validity
from bilateral.language.folding import fold
from bilateral.language.lexicon import lexicon
from bilateral.reading.parties import read_party
from bilateral.reading.titles import parse_title
from bilateral.tables import languages, listed
from bilateral.wire.sheets.protection import truth_of

__all__ = ["by_contents", "column_of_fields"]

# The fields that have dates, or words for what is known of none.
_DATES = ("signed", "signed_at", "in_force", "expires", "terminated")
# What may be called as what says how long a document is in force.
_STARTS = frozenset({"in_force", "signed"})
# What names a partner that is no town; beside what a place is that of the partner.
_BODIES = frozenset({"partner", "university", "side_b"})
_WHERE = frozenset({*OTHER_SIDE, "country", "side_a", "side_b"})
_SIGNED = frozenset({"signed", "in_force"})
_IN_TERRITORIES = frozenset({"twin", "university"})
_PARTS = re.compile(r"[/,()&]")
# So much of a column must be of its field, and so much of it tells another one.
_LEAST, _MOST, _NEARLY_ALL = 0.3, 0.5, 0.7
# What a document is about.
_ABOUT = frozenset({"sectors", "subject"})
# Whether a text is a day, however its column writes days.
_ANY_STYLE = DateStyle(DateOrder.DAY_FIRST, 30)
# So many different texts tell what a column has.
_FEW = 3
# So much of a cell says whether it is a title.
_LONGEST = 1000


def by_contents(
    fields: Mapping[int, str],
    names: Mapping[int, str],
    sample: Mapping[int, list[str]],
    lang: str,
) -> dict[int, str]:
    """The fields of the columns, by their ``names`` and a ``sample`` of what stands in them."""
    contents = _Contents(names, sample, lang)
    return contents.by_states(contents.fields(fields))


def column_of_fields(
    fields: Mapping[int, str],
    names: Mapping[int, str],
    sample: Mapping[int, list[str]],
    lang: str,
) -> dict[int, str]:
    """The column in which nearly all texts are fields, whatever its header is, if none is known."""
    known = {*fields.values()}
    contents = _Contents(names, sample, lang)
    free = (n for n in sorted(sample) if n not in fields and not known & _ABOUT)
    found = (n for n in free if contents.are_fields(n) and not contents.says_other(n))
    return dict.fromkeys([*found][:1], "sectors")


@cache
def _territories() -> frozenset[str]:
    """The words for kinds of territories, in all languages."""
    rows = (row for lang in languages() for row in lexicon(lang).rows("unit_types").values())
    return frozenset(
        fold(word) for row in rows for word in (row["nom"], *listed(row.get("aliases", "")))
    )


def _starts() -> tuple[str, ...]:
    """The headers of the days from which documents are in force, in all languages."""
    known = (lexicon(lang).listed("list_headers", "in_force", "begins") for lang in languages())
    return tuple(fold(header) for headers in known for header in headers)


class _Contents:
    """Compares the headers of columns with what stands in them."""

    def __init__(
        self, names: Mapping[int, str], sample: Mapping[int, list[str]], lang: str
    ) -> None:
        self._names, self._lang = names, lang
        self._texts = {n: list(dict.fromkeys(texts)) for n, texts in sample.items()}
        self._counts = {n: len(texts) for n, texts in sample.items()}
        self._cells = Cells(lang)
        self._validities = Validities(lang, self._cells)

    def fields(self, given: Mapping[int, str]) -> dict[int, str]:
        """The fields as the contents have them."""
        given = self._without_territories(self._without_abbreviations(given))
        given = self._with_lengths(self._with_starts(given))
        found = dict(given)
        for column, field in given.items():
            if len(self._texts.get(column, ())) < _FEW:
                continue
            if field in _DATES and self._share(column, self._may_be_date) < _LEAST:
                self._give_to_another(found, column, self._may_be_date)
            elif "title" not in given.values() and self._has_titles(given, column):
                found[column] = "title"
            elif field == "status":
                self._without_kinds(found, column)
            elif field == "title":
                self._as_full_title(found, column)
            elif (field == "place" and self._is_beside_partner(given, column)) or (
                field == "city" and not _BODIES.isdisjoint(given.values())
            ):
                self._as_country(found, column)
        return found

    def are_fields(self, column: int) -> bool:
        """Whether nearly all of several texts name fields, and hardly any a body or a number."""
        is_enough = len(self._texts.get(column, ())) >= _FEW
        return is_enough and self._share(column, self._names_field) >= _NEARLY_ALL

    def _names_field(self, text: str) -> bool:
        is_bare = not _has_figure(text) and read_party(text, self._lang, None).kind is None
        return is_bare and self._cells.sectors(text).value is not None

    def says_other(self, column: int) -> bool:
        """Whether a header says what else stands there: a faculty, who sees to it."""
        header = self._names.get(column, "")
        return is_of_other(header, self._lang) or is_faculty(header)

    def _with_starts(self, given: Mapping[int, str]) -> dict[int, str]:
        """The fields with one that says from when, not whether: In force, 1 May 2014."""
        states = () if "in_force" in given.values() else [n for n in given if given[n] == "status"]
        starts = (n for n in states if fold(self._names.get(n, "")).startswith(_starts()))
        # Beside days, words may say of some that they are not in force yet.
        return {**given, **{n: "in_force" for n in starts if self._share(n, self._is_day)}}

    def _is_day(self, text: str) -> bool:
        return self._cells.day(text, _ANY_STYLE).value is not None

    def _with_lengths(self, given: Mapping[int, str]) -> dict[int, str]:
        """The fields with one that says for how long, not from when: Effectivity, 3 years."""
        if "validity" in given.values():
            return dict(given)
        starts = (column for column, field in given.items() if field in _STARTS)
        longest = max(starts, key=self._share_of_lengths, default=0)
        is_told = self._share_of_lengths(longest) > _MOST
        return {**given, longest: "validity"} if is_told else dict(given)

    def _share_of_lengths(self, column: int) -> float:
        return self._share(column, self._is_length)

    def _is_length(self, text: str) -> bool:
        term = (self._validities.read(text, "").value or Validity()).term
        return term is not None and (term.length is not None or term.indefinite)

    def _without_abbreviations(self, given: Mapping[int, str]) -> dict[int, str]:
        """The fields without that of numbers that have no figures: they abbreviate the partners."""
        return {
            column: field
            for column, field in given.items()
            if field != "number"
            or len(self._texts.get(column, ())) < _FEW
            or self._share(column, _has_figure) >= _LEAST
        }

    def _without_territories(self, given: Mapping[int, str]) -> dict[int, str]:
        """The fields without that of territories beside twin towns: that is where these are."""
        return {
            column: field
            for column, field in given.items()
            if field != "partner"
            or len(self._texts.get(column, ())) < _FEW
            or not self._is_of_territory(given, column)
        }

    def by_states(self, given: Mapping[int, str]) -> dict[int, str]:
        """The fields where headers name parties and countries, by which of them stand there."""
        found = dict(given)
        for column in given:
            if len(self._texts.get(column, ())) >= _FEW:
                self._by_states(found, column)
        return found

    def _by_states(self, found: dict[int, str], column: int) -> None:
        fields = {field_of(one, self._lang) for one in _PARTS.split(self._names.get(column, ""))}
        known = {*found.values()}
        if "country" not in fields or fields.isdisjoint(OTHER_SIDE.keys() - {"city"}):
            return
        share = self._share(column, lambda text: names_state(text, self._lang))
        if found[column] == "country" and share < _LEAST and known.isdisjoint(OTHER_SIDE):
            found[column] = "partner"
        elif found[column] in OTHER_SIDE and share > _MOST and "country" not in known:
            found[column] = "country"

    def _is_beside_partner(self, given: Mapping[int, str], column: int) -> bool:
        """Whether a column only called a place stands among those of the partners."""
        beside = {given.get(column - 1), given.get(column + 1)}
        is_bare = len(self._names[column].split()) == 1
        return is_bare and not _WHERE.isdisjoint(beside) and _SIGNED.isdisjoint(beside)

    def _is_of_territory(self, given: Mapping[int, str], column: int) -> bool:
        """Whether a column of territories stands beside one of partners that are in these."""
        parts = {fold(one).strip() for one in _PARTS.split(self._names[column])}
        return not _IN_TERRITORIES.isdisjoint(given.values()) and parts <= _territories()

    def _as_country(self, found: dict[int, str], column: int) -> None:
        """Take a column of towns beside one of bodies as that of their countries, or not at all.

        Who signs where: that is where the partner is.
        """
        parts = {field_of(one, self._lang) for one in _PARTS.split(self._names[column])}
        is_where = found.pop(column) == "place" or "country" in parts
        if is_where and "country" not in found.values():
            found[column] = "country"

    def _without_kinds(self, found: dict[int, str], column: int) -> None:
        """Take a column of the status that has kinds as one of these, and remarks as no field."""
        if self._share(column, self._names_status) >= _LEAST:
            return
        if self._share(column, self._names_kind) < _MOST:
            if self._are_remarks(column):
                del found[column]
        elif "kind" in found.values():
            del found[column]
        else:
            found[column] = "kind"

    def _are_remarks(self, column: int) -> bool:
        """Whether no text of a column begins with a status, and hardly any stands there twice."""
        texts = self._texts[column]
        is_varied = len(texts) > max(_MOST * self._counts[column], _FEW)
        return is_varied and not any(self._cells.told(text)[0] for text in texts)

    def _give_to_another(
        self, found: dict[int, str], column: int, test: Callable[[str], bool]
    ) -> None:
        """Give the field of a column to the next one whose header names it, too, if there is."""
        field = found.pop(column)
        for other, name in sorted(self._names.items()):
            if other in found or other == column or field_of(name, self._lang) != field:
                continue
            if self._share(other, test) >= _LEAST:
                found[other] = field
                return

    def _as_full_title(self, found: dict[int, str], column: int) -> None:
        """Give the field to another column called so that has the sides, where this has none."""
        others = (
            n
            for n, name in sorted(self._names.items())
            if n not in found and field_of(name, self._lang) == "title"
        )
        full = next(filter(self._are_titles, others), None)
        if full and self._share(column, self._has_sides) < _LEAST:
            del found[column]
            found[full] = "title"

    def _share(self, column: int, test: Callable[[str], bool]) -> float:
        texts = self._texts.get(column, [])
        return sum(map(test, texts)) / max(len(texts), 1)

    def _may_be_date(self, text: str) -> bool:
        return _has_figure(text) or truth_of(text) is not None or self._is_known(text)

    def _is_known(self, text: str) -> bool:
        return self._cells.day(text).problem is None or self._names_status(text)

    def _names_status(self, text: str) -> bool:
        return self._cells.status(text).problem is None

    def _names_kind(self, text: str) -> bool:
        return self._cells.kind(text).problem is None

    def _are_titles(self, column: int) -> bool:
        return self._share(column, self._has_sides) >= _MOST

    def _has_titles(self, given: Mapping[int, str], column: int) -> bool:
        """Whether a column of kinds has the sides, too, or one of dates the kinds.

        Kind, number and date of a document are what a title says.
        """
        if given[column] == "kind":
            return self._are_titles(column)
        is_free = given[column] in _DATES and "kind" not in given.values()
        return is_free and self._share(column, self._has_kind) >= _MOST

    def _has_kind(self, text: str) -> bool:
        text = written_out(text[:_LONGEST], self._lang)
        return parse_title(text, self._lang).kind is not None

    def _has_sides(self, text: str) -> bool:
        return bool(parse_title(text[:_LONGEST], self._lang).sides)


def _has_figure(text: str) -> bool:
    return any(map(str.isdigit, text))
