"""A consistent set of agreements with all that belongs to them, and questions to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin, get_type_hints

import attrs

from bilateral import display
from bilateral.agreements import Agreement, agreements
from bilateral.coercion import hard, instance, optional_text, problems_of, rejected, text, unknown
from bilateral.concise import counted
from bilateral.dates.partial_dates import whole_day
from bilateral.dates.periods import PartialDate
from bilateral.display import Displayed, Facts, View
from bilateral.errors import AmbiguousText, UnknownId
from bilateral.extra import NOTHING, JsonMapping, extra, plain
from bilateral.frozen import Frozen
from bilateral.hierarchies import hierarchy_problems
from bilateral.index import Index
from bilateral.instruments import AgreementKind
from bilateral.interchange import Exchanged
from bilateral.literals import AgreementKindCode, Lang, NameType, SectorCode
from bilateral.partners import Partner, Who, partners
from bilateral.problems import Problem, ValidationError, reject, wrong_type_problem
from bilateral.projects import Project, projects
from bilateral.record_tables import Record, Table, tabled
from bilateral.references import id_of, key_of, own_value, refers_to, with_records
from bilateral.rowsets import NONE
from bilateral.sectors import Sector, sectors
from bilateral.selections import Selection
from bilateral.sources import Official, Source, officials, sources
from bilateral.text import Phrases, optional_phrases
from bilateral.trade import TradeFlow, trade_flows

if TYPE_CHECKING:
    from bilateral.lifecycle.deadlines import Deadlines
    from bilateral.lifecycle.status import Status
    from bilateral.reading.candidates import Candidates

__all__ = ["Dossier", "Record"]

Path = tuple[str | int, ...]


# Type checkers read from each of these what the constructor takes.
def _sectors(values: Iterable[Sector | SectorCode]) -> Table[Sector]:
    return tabled(sectors(values))


def _partners(values: Iterable[Partner]) -> Table[Partner]:
    return tabled(partners(values))


def _officials(values: Iterable[Official]) -> Table[Official]:
    return tabled(officials(values))


def _sources(values: Iterable[Source]) -> Table[Source]:
    return tabled(sources(values))


def _agreements(values: Iterable[Agreement]) -> Table[Agreement]:
    return tabled(agreements(values))


def _projects(values: Iterable[Project]) -> Table[Project]:
    return tabled(projects(values))


def _trade_flows(values: Iterable[TradeFlow]) -> Table[TradeFlow]:
    return tabled(trade_flows(values))


class _Indexed:
    """The place of a dossier's index: no field, so that pickles and copies have none."""

    # A `cached_property` would give the class a `__getattr__`, and consoles complete nothing
    # after an attribute of such a class, as it may run anything.
    __slots__ = ("_kept",)

    _kept: Index


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Dossier(Displayed, Exchanged, Frozen, _Indexed):
    """Agreements, the partners who made them, and the projects, trade and sources around them.

    What a record refers to (partners, officials, sources, sectors of your own, other
    agreements) joins the dossier by itself; list only what nothing refers to. A dossier is
    immutable and consistent: one record for an id, and every reference leads somewhere (a body
    may be part of one that only the reference data have). Its tables are tuples in which a record
    is found by its id (`Table`); ``dossier["id"]`` is an agreement.

    Raises `ValidationError` with all problems: ``duplicate-id``, ``conflicting-record``,
    ``unresolved``, ``cycle``, ``country-mismatch``, ``not-a-territory``.

    >>> plan = Agreement(
    ...     "plan", "roadmap", [Partner.state("BY"), Partner.state("KZ")], sectors=["trade"]
    ... )
    >>> dossier = Dossier(agreements=[plan])
    >>> [partner.id for partner in dossier.partners]
    ['by', 'kz']
    >>> dossier.between("KZ", "BY").in_sector("economy")["plan"] is plan
    True
    """

    title: Phrases | None = attrs.field(default=None, converter=optional_phrases, kw_only=True)
    note: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    sectors: Table[Sector] = attrs.field(default=Table(), converter=_sectors, kw_only=True)
    partners: Table[Partner] = attrs.field(default=Table(), converter=_partners, kw_only=True)
    officials: Table[Official] = attrs.field(default=Table(), converter=_officials, kw_only=True)
    sources: Table[Source] = attrs.field(default=Table(), converter=_sources, kw_only=True)
    agreements: Table[Agreement] = attrs.field(default=Table(), converter=_agreements)
    projects: Table[Project] = attrs.field(default=Table(), converter=_projects, kw_only=True)
    trade: Table[TradeFlow] = attrs.field(default=Table(), converter=_trade_flows, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)
    #: The version of the wire format that the dossier was read from.
    read_version: str | None = attrs.field(default=None, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        broken = rejected(self)
        problems = problems_of(broken)
        if not broken:
            tables = _Tables(self)
            problems = tables.problems
            for name, records in tables.records.items():
                object.__setattr__(self, name, tabled(records.values()))
            problems += hierarchy_problems(self.partners, self.sectors)
        if problems or broken:
            raise ValidationError(problems)

    def with_(self, *records: Record) -> Dossier:
        """The same with more ``records``, each in the table of its class.

        A record that is there already changes nothing. Raises `ValidationError`
        (``conflicting-record``) if another record has its id; `replace` takes its place.

        >>> minsk = Partner.city_government("BY-HM")
        >>> Dossier().with_(minsk, Partner.state("KZ"))
        <Dossier: 2 partners>
        """
        return self._joined(((number,), record) for number, record in enumerate(records))

    def _records(self) -> Iterator[tuple[Path, Record]]:
        """Every record with its table and its number there."""
        for name in TABLES.values():
            for row, record in enumerate(getattr(self, name)):
                yield (name, row), record

    def _joined(self, records: Iterable[tuple[Path, Record]], **others: Any) -> Dossier:
        """The same with more records, each with the path under which a problem names it."""
        tables = {
            name: {id_of(one): one for one in getattr(self, name)} for name in TABLES.values()
        }
        problems: list[Problem] = []
        for path, record in records:
            known = tables[_table_of(record)].setdefault(id_of(record), record)
            if own_value(known, TABLES) != own_value(record, TABLES):
                problems.append(Problem("conflicting-record", path, id_of(record)))
        if problems:
            raise ValidationError(problems)
        others |= {name: table.values() for name, table in tables.items()}
        return attrs.evolve(self, **others)

    def replace(self, *records: Record) -> Dossier:
        """The same with each of ``records`` in the place of the one of its class with its id.

        References follow: what referred to the old record refers to the new one. Raises
        `ValidationError`: ``unresolved`` if there is no such record, and whatever a consistent
        dossier rules out.

        >>> plan = Agreement("plan", "roadmap", [Partner.state("BY"), Partner.state("KZ")])
        >>> dossier = Dossier(agreements=[plan])
        >>> dossier.replace(attrs.evolve(plan, period="2026/2028"))["plan"].period
        Period('2026/2028')
        """
        problems: list[Problem] = []
        new: dict[tuple[type, str], Record] = {}
        known = {(name, id_of(record)) for (name, _), record in self._records()}
        for number, record in enumerate(records):
            name, key = _table_of(record), id_of(record)
            if (name, key) not in known:
                details = {"table": name}
                problems.append(Problem("unresolved", (number,), key, details=details))
            new[type(record), key] = record
        if problems:
            raise ValidationError(problems)
        # The new records, too, refer to what is in the dossier.
        tables: dict[str, Any] = {
            name: with_records(getattr(self, name), new) for name in TABLES.values()
        }
        return attrs.evolve(self, **tables)

    def without(self, id: str, *, type: type[Record] | None = None) -> Dossier:
        """The same without the record with an ``id``; ``type`` is its class if several have it.

        Raises `UnknownId` if there is none, `AmbiguousText` if there are several, and
        `ValidationError` (``still-referenced``) with each record that refers to it.

        >>> Dossier(partners=[Partner.state("BY")]).without("by")
        <Dossier: empty>
        """
        tables = {
            name: getattr(self, name) for kind, name in TABLES.items() if type in (kind, None)
        }
        found = {name: table[id] for name, table in tables.items() if id in table}
        if not found:
            ids = (one for table in tables.values() for one in table.ids())
            raise UnknownId(id, lambda: unknown("", id, ids).hint)
        if len(found) > 1:
            raise AmbiguousText(id, tuple(found))
        ((name, record),) = found.items()
        problems = [
            Problem("still-referenced", path, id, details={"by": id_of(holder)})
            for path, holder in self._records()
            if refers_to(holder, record, TABLES)
        ]
        if problems:
            raise ValidationError(problems)
        rest = tuple(one for one in tables[name] if one is not record)
        return attrs.evolve(self, **{name: rest})  # type: ignore[arg-type]

    def __or__(self, other: Dossier) -> Dossier:
        """All records of both; those of the left one come first.

        Raises `ValidationError` with a problem for each id that names different records
        (``conflicting-record``) and for a title, a note or private data that differ.

        >>> by, kz = Partner.state("BY"), Partner.state("KZ")
        >>> Dossier(partners=[by]) | Dossier(partners=[kz, by])
        <Dossier: 2 partners>
        """
        if not isinstance(other, Dossier):
            return NotImplemented
        if problems := [*_conflicts(self, other)]:
            raise ValidationError(problems)
        about = {name: getattr(self, name) or getattr(other, name) for name in ("title", "note")}
        private = JsonMapping({**self.extra, **other.extra})
        return self._joined(other._records(), **about, extra=private)

    def __len__(self) -> int:
        return len(self.agreements)

    def __iter__(self) -> Iterator[Agreement]:
        return iter(self.agreements)

    def __contains__(self, agreement: object) -> bool:
        """Whether it has an agreement, or one with that id."""
        return agreement in self.agreements

    def __getitem__(self, id: str) -> Agreement:
        return self.agreements[id]

    def _ipython_key_completions_(self) -> list[str]:
        return [*self.agreements.ids()]

    def __repr__(self) -> str:
        sizes = ((len(getattr(self, name)), noun) for name, noun in _NOUNS.items())
        counts = ", ".join(counted(size, noun) for size, noun in sizes if size)
        return f"<Dossier: {counts or 'empty'}>"

    @property
    def _index(self) -> Index:
        if not hasattr(self, "_kept"):
            broader = {one.code: one.broader for one in self.sectors}
            index = Index(self.agreements, self.partners, broader, self.agreements)
            object.__setattr__(self, "_kept", index)
        return self._kept

    @property
    def _all(self) -> Selection:
        return Selection(self._index, self._index.all, NONE)

    def between(self, x: Who, y: Who) -> Selection:
        """The agreements between ``x`` and ``y``, as `Selection.between`; errors as there."""
        return self._all.between(x, y)

    def involving(self, who: Who) -> Selection:
        """The agreements that ``who`` is party to, as `Selection.involving`; errors as there."""
        return self._all.involving(who)

    def in_sector(self, sector: Sector | SectorCode) -> Selection:
        """The agreements about a ``sector``, as `Selection.in_sector`; errors as there."""
        return self._all.in_sector(sector)

    def of_kind(self, kind: AgreementKind | AgreementKindCode) -> Selection:
        """The agreements of a ``kind``, as `Selection.of_kind`; errors as there."""
        return self._all.of_kind(kind)

    def status(self, agreement: Agreement | str, on: PartialDate | datetime.date | str) -> Status:
        """The status of an ``agreement``, or of the one with an id, on a day (`Agreement.status`).

        ``on`` is the day.
        The dossier also knows the agreements that supersede it: it ends when one of them enters
        into force (VCLT art. 59). Raises `UnknownId` for an id that it does not have, and
        `ValidationError`: ``conflicting-record`` if another document of its has that id,
        ``wrong-type``, and those of `Agreement.status`.
        """
        if isinstance(agreement, str):
            one = self[agreement]
        else:
            one = instance(Agreement, agreement)
            known = self[one.id]
            if one is not known and one != known:
                raise reject("conflicting-record", one.id)
        return self._index.status(one, whole_day(on))

    @property
    def successors(self) -> Mapping[str, Sequence[Agreement]]:
        """The agreements that supersede another one, by its id."""
        return self._index.successors

    def active(self, on: PartialDate | datetime.date | str) -> Selection:
        """The agreements that are applied on the day ``on``, as `Selection.active`; errors too."""
        return self._all.active(on)

    def deadlines(
        self,
        start: PartialDate | datetime.date | str,
        end: PartialDate | datetime.date | str,
        *,
        side: Who | None = None,
    ) -> Deadlines:
        """The deadlines from the day ``start`` to the day ``end``, as `Selection.deadlines`.

        ``side`` keeps those of one side's agreements. Raises `ValidationError`:
        ``whole-day-needed``, ``period-reversed``, ``unknown-partner``.
        """
        return self._all.deadlines(start, end, side=side)

    def own_names(self) -> tuple[tuple[Partner, ...], tuple[Sector, ...]]:
        """The partners and the sectors, for readers of names (`bilateral.reading.names.Names`)."""
        return self.partners, self.sectors

    def partner(self, id: str) -> Partner:
        """The partner with an ``id``; raises `UnknownId` if there is none."""
        return self.partners[hard(text(id))]

    def find(
        self,
        text: str,
        lang: Lang | None = None,
        *,
        type: NameType | type[Any] | None = None,
        country: str | None = None,
    ) -> Candidates:
        """Find what ``text`` may name, the dossier's own partners and sectors included.

        Arguments, result and errors are as for `bilateral.find`.

        >>> acme = Partner("acme", "company", {"en": "ACME Ltd"}, country="DE")
        >>> Dossier(partners=[acme]).find("Acme ltd")[0].value is acme
        True
        """
        from bilateral.reading.finding import find

        return find(text, lang, type=type, country=country, dossier=self)

    def project(self, id: str) -> Project:
        """The project with an ``id``; raises `UnknownId` if there is none."""
        return self.projects[hard(text(id))]

    def source(self, id: str) -> Source:
        """The source with an ``id``; raises `UnknownId` if there is none."""
        return self.sources[hard(text(id))]

    def _facts(self, view: View) -> Iterable[Facts | display.Table]:
        from bilateral.lifecycle.overviews import register_table

        title = self.title.marked(view.lang) if self.title else view.name_of(Dossier)
        counts = ((name, len(getattr(self, name))) for name in TABLES.values())
        rows = [(view.name_of(Dossier, name), count or None) for name, count in counts]
        yield Facts(title, [*rows, (view.name_of(Dossier, "note"), self.note)])
        yield register_table(self.agreements, self._index.successors, view)


def _tables() -> dict[type, str]:
    hints = get_type_hints(Dossier).items()
    return {get_args(hint)[0]: name for name, hint in hints if get_origin(hint) is Table}


# The classes whose records have a table of their own, and its name: what a dossier lists.
TABLES = _tables()
# What a record of each table is called in a count.
_NOUNS = {name: "trade flow" if name == "trade" else name[:-1] for name in TABLES.values()}


def _table_of(record: Record) -> str:
    """The table for a record; `ValidationError` for what has none."""
    if type(record) not in TABLES:
        raise ValidationError([wrong_type_problem("record", record)])
    return TABLES[type(record)]


def _conflicts(one: Dossier, other: Dossier) -> Iterator[Problem]:
    """Conflicts in what two dossiers say of themselves."""
    for name in ("title", "note"):
        mine, theirs = getattr(one, name), getattr(other, name)
        if mine and theirs and mine != theirs:
            yield Problem("conflicting-value", (name,), theirs)
    for key in one.extra.keys() & other.extra.keys():
        if JsonMapping({key: one.extra[key]}) != JsonMapping({key: other.extra[key]}):
            yield Problem("conflicting-value", ("extra", key), plain(other.extra[key]))


class _Tables:
    """The records of a dossier by table and id: those listed, and those that they refer to."""

    def __init__(self, dossier: Dossier) -> None:
        self._walked: set[int] = set()
        self.records: dict[str, dict[str, Any]] = {name: {} for name in TABLES.values()}
        self.problems: list[Problem] = []
        # What is listed keeps its place; what is only referred to comes after it.
        for name in TABLES.values():
            self._list(name, getattr(dossier, name))
        for name in TABLES.values():
            self._take(tuple(getattr(dossier, name)), (name,))

    def _list(self, name: str, listed: Table[Any]) -> None:
        for index, record in enumerate(listed):
            key = key_of(record)
            code = getattr(record, key)
            if code in self.records[name]:
                self.problems.append(Problem("duplicate-id", (name, index, key), code))
            else:
                self.records[name][code] = record

    def _take(self, value: Any, path: Path) -> None:
        kind = cast("Any", type(value))
        if kind is tuple:
            for index, item in enumerate(value):
                self._take(item, (*path, index))
            return
        if not attrs.has(kind) or id(value) in self._walked:
            return
        self._walked.add(id(value))
        for attribute in attrs.fields(kind):
            self._take(getattr(value, attribute.name), (*path, attribute.name))
        name = TABLES.get(kind)
        if name and len(path) > 2 and not (kind is Sector and value.is_built_in):  # noqa: PLR2004
            self._enter(name, value, path)

    def _enter(self, name: str, record: Any, path: Path) -> None:
        """A record that another one refers to."""
        key = id_of(record)
        known = self.records[name].setdefault(key, record)
        if known is not record and known != record:
            self.problems.append(Problem("conflicting-record", path, key))
