"""Differences between two states of a register: records added, removed and changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

import attrs

from bilateral import display
from bilateral.agreements import Agreement
from bilateral.coercion import instance
from bilateral.dates.partial_dates import Day, PartialDate
from bilateral.display import in_words
from bilateral.dossiers import TABLES, Dossier, Record
from bilateral.language.lexicon import lexicon
from bilateral.lifecycle.status import Status
from bilateral.literals import Lang
from bilateral.references import id_of, own_value
from bilateral.topics import topic_of
from bilateral.wire.records import write_record
from bilateral.wire.schema import fields_of

__all__ = ["Change", "Difference", "FieldChange", "StatusChange", "diff"]


@attrs.frozen(repr=False)
class FieldChange(display.Record):
    """A field of a record that has another value: ``old`` and ``new`` are the two.

    >>> FieldChange("period", None, "2026/2028").name
    'period'
    """

    name: str
    old: Any
    new: Any


@attrs.frozen(repr=False)
class Change(display.Record):
    """A record whose fields differ; ``old`` and ``new`` are the record before and after.

    If the title, the note or the private data of a dossier differ, the record is the dossier.

    >>> (change,) = diff(Dossier(note="old"), Dossier(note="new")).changed
    >>> change.fields
    (FieldChange('note', 'old', 'new'),)
    """

    old: Record | Dossier
    new: Record | Dossier
    fields: tuple[FieldChange, ...]


@attrs.frozen(repr=False)
class StatusChange(display.Record):
    """An ``agreement`` that has another status on a day: ``old`` and ``new`` are the two.

    >>> from bilateral import Agreement, Partner
    >>> plan = Agreement("plan", "roadmap", [Partner.state("BY"), Partner.state("KZ")])
    >>> longer = attrs.evolve(plan, period="2026/2028")
    >>> before, after = Dossier(agreements=[plan]), Dossier(agreements=[longer])
    >>> (change,) = diff(before, after, on="2029-01-01").statuses
    >>> print(change.agreement.id, change.old, change.new)
    plan unknown expired
    """

    agreement: Agreement
    old: Status
    new: Status


@attrs.frozen(repr=False)
class Difference(display.Record):
    """The records added, removed and changed between two dossiers; false if there are none.

    ``statuses`` are those that changed, if `diff` was asked for a day.

    >>> bool(diff(Dossier(), Dossier()))
    False
    """

    added: tuple[Record, ...]
    removed: tuple[Record, ...]
    changed: tuple[Change, ...]
    statuses: tuple[StatusChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.statuses)

    def text(self, lang: Lang) -> str:
        """The difference as a list in ``lang`` (de, ru or en), a line a record or field."""
        return "\n".join(_lines(self, lang))

    def _facts(self, view: display.View) -> Iterable[display.Table]:
        header = [view.word(name) for name in ("difference", "record", "field", "old", "new")]
        rows = [
            *(("added", one, "", "", "") for one in self.added),
            *(("removed", one, "", "", "") for one in self.removed),
            *(
                ("changed", one.new, field.name, field.old, field.new)
                for one in self.changed
                for field in one.fields
            ),
        ]
        cells = [
            (
                view.word("changed"),
                view.title_of(Agreement, one.agreement.id),
                status_on(one.new, view.lang),
                one.old.label(view.lang),
                one.new.label(view.lang),
            )
            for one in self.statuses
        ]
        cells[:0] = (
            (
                view.word(how),
                view.title_of(type(one), "" if isinstance(one, Dossier) else id_of(one)),
                name and view.name_of(type(one), name),
                in_words(old, view.lang),
                in_words(new, view.lang),
            )
            for how, one, name, old, new in rows
        )
        return [display.Table(view.name_of(Difference), len(cells), header, cells)]

    def to_dict(self) -> dict[str, Any]:
        """The difference as plain data that JSON can hold; records as on the wire."""
        return {
            "added": [_as_data(record) for record in self.added],
            "removed": [_as_data(record) for record in self.removed],
            "changed": [
                {
                    **_address(change.new),
                    "fields": {one.name: _field_data(change, one.name) for one in change.fields},
                }
                for change in self.changed
            ],
            "statuses": [
                {
                    "id": one.agreement.id,
                    "on": one.new.on.isoformat(),
                    "old": one.old.state.value,
                    "new": one.new.state.value,
                }
                for one in self.statuses
            ],
        }


def status_on(status: Status, lang: str) -> str:
    """Of which day a status is, in words."""
    return display.word("status_on", lang, day=PartialDate.of(status.on).label(lang))


def diff(old: Dossier, new: Dossier, *, on: Day | None = None) -> Difference:
    """List the changes that lead from ``old`` to ``new``.

    With ``on``, the agreements of both that have another status on that day are listed, too.

    Records are the same if their class and id are; a record whose id changed counts as removed
    and added. A record that refers to a changed one is not changed by that. Order does not count.
    Raises `ValidationError`: ``wrong-type`` for what is no dossier, ``whole-day-needed``.

    >>> from bilateral import Agreement, Partner
    >>> plan = Agreement("plan", "roadmap", [Partner.state("BY"), Partner.state("KZ")])
    >>> before = Dossier(agreements=[plan])
    >>> after = before.replace(attrs.evolve(plan, period="2026/2028"))
    >>> print(diff(before, after).text("en"))
    Changed: agreement “plan”
      period: – → 2026–2028
    """
    before, after = _by_address(instance(Dossier, old)), _by_address(instance(Dossier, new))
    in_both = ((record, after[key]) for key, record in before.items() if key in after)
    return Difference(
        tuple(record for key, record in after.items() if key not in before),
        tuple(record for key, record in before.items() if key not in after),
        tuple(_changes([(old, new), *in_both])),
        () if on is None else tuple(_status_changes(old, new, on)),
    )


def _status_changes(old: Dossier, new: Dossier, on: Day) -> Iterator[StatusChange]:
    for agreement in new.agreements:
        if agreement.id in old:
            before, after = old.status(agreement.id, on), new.status(agreement.id, on)
            if before.state is not after.state:
                yield StatusChange(agreement, before, after)


def _by_address(dossier: Dossier) -> dict[tuple[type, str], Record]:
    records = (record for name in TABLES.values() for record in getattr(dossier, name))
    return {(type(record), id_of(record)): record for record in records}


def _changes(
    pairs: Iterable[tuple[Record | Dossier, Record | Dossier]],
) -> Iterator[Change]:
    for one, other in pairs:
        if fields := tuple(_field_changes(one, other)):
            yield Change(one, other, fields)


def _field_changes(old: Record | Dossier, new: Record | Dossier) -> Iterator[FieldChange]:
    names = [field.name for field in fields_of(type(old))]
    before, after = own_value(old, TABLES), own_value(new, TABLES)
    # The tables of a dossier are compared record by record.
    tables = TABLES.values() if isinstance(old, Dossier) else ()
    for name, one, other in zip(names, before, after, strict=True):
        if one != other and name not in tables:
            yield FieldChange(name, getattr(old, name), getattr(new, name))


def _by_name(record: Record | Dossier) -> dict[str, Any]:
    """The fields of a record as on the wire."""
    return cast("dict[str, Any]", write_record(record))


# --- as data, and in words -------------------------------------------------------------------


def _address(record: Record | Dossier) -> dict[str, str]:
    kind = {"type": topic_of(type(record))}
    return kind if isinstance(record, Dossier) else {**kind, "id": id_of(record)}


def _field_data(change: Change, name: str) -> dict[str, Any]:
    return {"old": _by_name(change.old).get(name), "new": _by_name(change.new).get(name)}


def _as_data(record: Record) -> dict[str, Any]:
    return {**_address(record), **_by_name(record)}


def _lines(difference: Difference, lang: Lang) -> Iterator[str]:
    heads, words = lexicon(lang).rows("register"), lexicon(lang).rows("fields")

    def head(word: str, record: Record | Dossier) -> str:
        name = words[topic_of(type(record))]["nom"]
        if isinstance(record, Dossier):
            return heads[f"{word}.dossier"]["nom"].format(record=name)
        return heads[word]["nom"].format(record=name, id=id_of(record))

    yield from (head("added", record) for record in difference.added)
    yield from (head("removed", record) for record in difference.removed)
    statuses = {one.agreement.id: one for one in difference.statuses}
    for change in difference.changed:
        yield head("changed", change.new)
        topic = topic_of(type(change.new))
        for field in change.fields:
            word = words[f"{topic}.{field.name}"]["nom"]
            yield f"  {word}: {_told(field.old, lang)} → {_told(field.new, lang)}"
        if isinstance(change.new, Agreement) and change.new.id in statuses:
            yield _status_line(statuses.pop(change.new.id), lang)
    for one in statuses.values():
        yield head("changed", one.agreement)
        yield _status_line(one, lang)


def _status_line(change: StatusChange, lang: Lang) -> str:
    old, new = change.old.label(lang), change.new.label(lang)
    return f"  {status_on(change.new, lang)}: {old} → {new}"


def _told(value: Any, lang: Lang) -> str:
    return in_words(value, lang) or "–"
