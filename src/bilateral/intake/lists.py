"""Read a list: from any table of documents to a dossier, and a review of what is not certain."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Literal

from bilateral.coercion import unknown
from bilateral.dossiers import Dossier
from bilateral.instruments import AgreementKind
from bilateral.intake.abbreviations import may_explain
from bilateral.intake.assembly import Assembly
from bilateral.intake.cells import Cells
from bilateral.intake.drafts import Draft
from bilateral.intake.home import home_of
from bilateral.intake.layout.columns import Columns, recognise_columns
from bilateral.intake.layout.headers import FIELDS, OTHER_SIDE
from bilateral.intake.layout.sources import naming, sheets_of
from bilateral.intake.layout.tables_in_sheets import tables_in
from bilateral.intake.outcome import outcome
from bilateral.intake.owners import country_above
from bilateral.intake.parties import Spellings
from bilateral.intake.places import may_have_country
from bilateral.intake.remarks import Remarks
from bilateral.intake.review import ListReading, Review
from bilateral.intake.review_sheets import Corrections, read_corrections
from bilateral.intake.row_subjects import PARTIES, Readers
from bilateral.intake.rows import RowReader
from bilateral.intake.short_kinds import well_spelt
from bilateral.intake.sides import SideReader
from bilateral.intake.tails import Tails
from bilateral.intake.validity import Validities
from bilateral.language.folding import tidy
from bilateral.literals import Lang
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import Problem, ValidationError
from bilateral.reading.finding import find
from bilateral.reading.title_parts.agreements import accepts_likely
from bilateral.tables import languages, resolve
from bilateral.wire.garbage import paused
from bilateral.wire.sheets.protection import is_blank, text_of
from bilateral.wire.sheets.recognition import is_filled
from bilateral.wire.sheets.writing import Sheet

__all__ = ["FIELDS", "Accept", "Progress", "read_list"]

#: What enters the dossier: what is certain, or also what is likely.
Accept = Literal["certain", "likely"]
#: Called with the number of rows that are read, and of all.
Progress = Callable[[int, int], object]

# If one title in so many is in another language, the list may be.
_MANY: Final = 3


def read_list(
    source: Any,
    lang: Lang = "ru",
    *,
    columns: Mapping[str, str | int] | None = None,
    home: Partner | str | None = None,
    kind: AgreementKind | str | None = None,
    accept: Accept = "certain",
    review: str | os.PathLike[str] | None = None,
    sheet: str | int | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> ListReading:
    """Read a list of documents, and say of each row how surely it was understood.

    ``source`` is a file of CSV, TSV or XLSX, a web page or a Word document (a path, or open), a
    text with a title a line, a folder whose files have titles for names, a list of mappings, or a
    table of a data frame. ``lang`` is its language. Columns are known by their headers, in any
    language; ``columns`` names those that are not, as in ``{"signed": "Datum"}``, by header or
    number. What no field takes is kept in ``extra``.

    ``home`` is whose list it is: a partner, or a country, unit or partner by its code or name. It
    is the first side, and the second party of titles that name one. ``kind``, a code or a name,
    is what the documents are where no title, column or heading says it. Only what is certain
    enters the dossier, unless ``accept`` is ``"likely"``; the rest is in the review. ``review``
    is a file that `Review.to_xlsx` wrote, with corrections. ``sheet`` is the name or number of
    one sheet, ``encoding`` that of a text, which else is UTF-8 or told by its letters;
    ``progress`` is called with the rows that are read and all rows.

    Raises `ValidationError` if no column has titles, parties, or countries beside days
    (``unknown-list``), or no cell is filled (``empty-list``), for ``columns`` that there are not
    (``unknown-field``, ``no-such-column``), and as the formats do; `UnknownFormat`,
    `UnknownLanguage`, `UnknownCode` for another word in ``accept``, and ``OSError`` as `open` does.

    >>> titles = '''Соглашение между Республикой Беларусь и Республикой Казахстан о торговле
    ... Меморандум о туризме между Республикой Беларусь и Республикой Узбекистан'''
    >>> dossier, review = read_list(titles, "ru")
    >>> dossier
    <Dossier: 3 partners, 2 agreements>
    >>> review.counts
    {'rows': 2, 'taken': 2, 'questions': 0}
    """
    lang = resolve(lang)
    likely = accepts_likely(accept)
    corrections = Corrections() if review is None else read_corrections(review)
    notices: list[Problem] = []
    with naming(source):
        sheets = sheets_of(source, lang, sheet=sheet, encoding=encoding, notices=notices)
        said = _said_columns(corrections, columns)
        if not said:
            sheets = [table for one in sheets for table in tables_in(one, lang)]
        lists = list(_lists(sheets, lang, said, notices))
    with paused(running=False):
        whose = home or corrections.of_list("home")
        owner = home_of(whose, lists[0].above(lang), lang)
        if owner and owner.keeper:
            name = owner.keeper.name.marked(lang)
            notices.append(Problem("owner-taken", (), name))
        country = owner.country if owner else None
        # A first line that is no record is taken for the header of the only column.
        alone = lists[0].names.values() if len(lists[0].names) == 1 else ()
        texts = (*lists[0].above(lang), *alone)
        abroad = country_above(texts, lang, country) if country else None
        are_states = _are_states(corrections, lang)
        is_of_state = owner is not None and owner.is_country
        spellings = Spellings(lang, owner, corrections.answers, country, is_of_state=is_of_state)
        cells = Cells(lang)
        sort = _kind(kind or corrections.of_list("kind"), cells)
        validities = Validities(lang, cells)
        readers = Readers(
            lang,
            cells,
            validities,
            Remarks(cells, validities),
            Tails(lang, cells, validities),
            SideReader(spellings, owner, abroad=abroad, are_states=are_states),
            owner,
            sort,
            corrections.answers,
            is_of_body=owner is not None and owner.is_body,
        )
        for one in lists:
            _hear_names(one, spellings)
        for one in lists:
            _learn_names(one, readers, spellings)
        reader = _Reader(lists, readers, likely=likely, progress=progress)
        drafts = list(reader.drafts(corrections))
        assembly = Assembly(drafts, spellings, lang)
        dossier = Dossier(agreements=assembly.agreements.values())
        rows = tuple(outcome(draft, assembly, spellings) for draft in drafts)
    notices += [*corrections.unused(), *_other_language(drafts, lang)]
    fields = {
        f"{one.sheet.title}: {name}" if len(lists) > 1 else name: one.fields.get(column)
        for one in lists
        for column, name in one.names.items()
    }
    return ListReading(dossier, Review(rows, fields, tuple(notices), lang))


def _other_language(drafts: Iterable[Draft], lang: str) -> list[Problem]:
    """A notice if many titles are in another language than the list is said to be."""
    langs = Counter(draft.title.lang for draft in drafts if draft.title)
    total = langs.total()
    others = {one: count for one, count in langs.items() if one != lang}
    most = max(others, key=others.__getitem__, default=lang)
    is_common = most != lang and others[most] * _MANY >= total
    return [Problem("other-language", (), most, details={"lang": lang})] if is_common else []


def _said_columns(
    corrections: Corrections, columns: Mapping[str, str | int] | None
) -> Mapping[str, str | int]:
    """The columns that somebody has named, also in answer to which has the days of signature."""
    answer = corrections.of_list("signed")
    return {**({"signed": answer} if answer else {}), **(columns or {})}


def _are_states(corrections: Corrections, lang: str) -> bool:
    """Whether somebody has said that the countries of a list are those who signed."""
    said = find(corrections.of_list("country") or "", lang, type=PartnerKind)
    return any(one.value is PartnerKind.STATE for one in said)


def _kind(stated: str | None, cells: Cells) -> AgreementKind | None:
    """The kind that somebody has said: `ValidationError` for what is none."""
    if stated is None or isinstance(stated, AgreementKind):
        return stated
    found = cells.kind(stated)
    # Who says it can mend it: memorandom.
    is_slip = any(well_spelt(stated, lang) != stated for lang in languages())
    if found.value is None or found.problem or is_slip:
        raise ValidationError([unknown("unknown-agreement-kind", stated, AgreementKind).at("kind")])
    return found.value


def _lists(
    sheets: Iterable[Sheet],
    lang: str,
    stated: Mapping[str, str | int] | None,
    notices: list[Problem],
) -> Iterator[Columns]:
    """The sheets that are lists; the others are told."""
    filled = [one for one in sheets if any(map(is_filled, one.rows.values()))]
    if not filled:
        raise ValidationError([Problem("empty-list")])
    shown = [one for one in filled if not one.is_hidden]
    notices += (Problem("hidden-sheet-left-out", (), one.title) for one in filled if one.is_hidden)
    found = [(one, recognise_columns(one, lang, stated)) for one in shown]
    known = [columns for _, columns in found if columns]
    if not known:
        headers = [text for one in shown[:1] for text in _first_texts(one)]
        details: dict[str, object] = {"headers": ", ".join(headers)}
        raise ValidationError([Problem("unknown-list", details=details)])
    for one, columns in found:
        if columns is None:
            notices.append(Problem("no-list", (), one.title))
            continue
        hidden = [row for row in one.hidden_rows if is_filled(one.rows.get(row, {}))]
        if hidden:
            details = {"count": len(hidden)}
            notices.append(
                Problem("hidden-rows", (), min(hidden), details=details, sheet=one.title)
            )
        yield columns


def _first_texts(sheet: Sheet) -> list[str]:
    """What stands in the fullest of the first rows."""
    rows = [sheet.rows[number] for number in sorted(sheet.rows)[:30]]
    filled = [[str(cell) for cell in row.values() if not is_blank(cell)] for row in rows]
    return max(filled, key=len)


def _hear_names(columns: Columns, spellings: Spellings) -> None:
    """Take how names are written where no word before them rules their case."""
    for _, row in columns.rows():
        for column, cell in row.items():
            if columns.fields.get(column) in ("title", *PARTIES):
                spellings.places.hear(text_of(cell))


def _learn_names(columns: Columns, readers: Readers, spellings: Spellings) -> None:
    """Take what the title of a list and the parties in all its rows say of names and places."""
    for text in columns.above(readers.lang):
        spellings.abbreviations.learn_above(text)
    for _, row in columns.rows():
        texts = {field: tidy(text_of(row.get(n))) for n, field in columns.fields.items()}
        party = next((one for field in ("side_b", *OTHER_SIDE) if (one := texts.get(field))), "")
        if party and (place := texts.get("country")):
            spellings.shared.learn(place, party)
        for column, cell in row.items():
            field, text = columns.fields.get(column), tidy(text_of(cell))
            if not (may_explain(text) or may_have_country(text)):
                continue
            if field == "title" and (title := readers.title(text).value):
                spellings.learn(title.parties)
            elif field in PARTIES:
                spellings.learn(spellings.cells.parties_in(text))


class _Reader:
    """Reads the rows of all lists of one source."""

    def __init__(
        self,
        lists: Iterable[Columns],
        readers: Readers,
        *,
        likely: bool,
        progress: Progress | None,
    ) -> None:
        self._lists = [(one, list(one.rows())) for one in lists]
        self._readers, self._likely, self._progress = readers, likely, progress

    def drafts(self, corrections: Corrections) -> Iterator[Draft]:
        """The drafts of all rows, in their order."""
        total = sum(len(rows) for _, rows in self._lists)
        done = 0
        for columns, rows in self._lists:
            reader = RowReader(columns, self._readers)
            for number, row in rows:
                key = reader.key(row)
                decision = corrections.of(key)
                likely = self._likely or decision.is_accepted is True
                draft = reader.read(number, row, key, decision.fields, likely=likely)
                draft.is_left_out = decision.is_accepted is False
                yield draft
                done += 1
                if self._progress:
                    self._progress(done, total)
