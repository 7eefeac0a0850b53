"""The fast path: readers of records without fault, made from the description of the classes.

For each class flat functions are generated (`bilateral.wire.fast.program`). On anything unusual
they raise whatever comes first: the diagnostic reader in `bilateral.wire.records` then looks at
that record again, and finds the words for it. Both let the same records through.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Container, Iterable
from functools import cache
from typing import Any, TypeVar, TypeVarTuple

from bilateral.agreements import Agreement
from bilateral.coercion import Rejected, is_list, is_mapping
from bilateral.dossiers import TABLES
from bilateral.extra import JsonMapping
from bilateral.frozen import draft
from bilateral.references import key_of
from bilateral.sectors import Sector
from bilateral.text import Phrases, compact, language_tags
from bilateral.wire.documents import Limits
from bilateral.wire.fast.duplicate_keys import KeyCount
from bilateral.wire.fast.errors import NeedsDiagnosis
from bilateral.wire.fast.generated import compiled
from bilateral.wire.fast.program import MAPPINGS, Origin, Program

__all__ = ["MOST_CACHED", "BoundedCache", "FastReaders", "source"]

#: How many values a cache holds.
MOST_CACHED = 100_000
_DEPTH = Limits().depth
_AGREEMENTS = TABLES[Agreement]
_KEYS = {table: key_of(kind) for kind, table in TABLES.items()}

T = TypeVar("T")
Arguments = TypeVarTuple("Arguments")


class BoundedCache(dict[Any, Any]):
    """Values made once for all records that have them; in bounds."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        value = self._make(key)
        if type(value) is Rejected:
            raise NeedsDiagnosis
        if len(self) < MOST_CACHED:
            self[key] = value
        return value


class FastReaders:
    """The fast readers of one file, with the records that they can refer to, and their caches.

    ``from_mapping`` has the reader of each table for plain data, ``known`` the records of each
    table by their ids, ``embedded`` those that were embedded in others, and ``by_text`` those of
    them that are known again by their text. ``has_duplicates`` says whether two records were
    listed with one id, ``has_conflict`` whether two different ones were embedded with one.
    """

    def __init__(self, depth: int = _DEPTH) -> None:
        self._depth = depth
        self.key_count: KeyCount = KeyCount()
        self.embedded: dict[str, dict[Any, Any]] = {name: {} for name in TABLES.values()}
        self.by_text: dict[str, dict[bytes, tuple[Any, int]]] = {}
        self.has_conflict = False
        self.has_duplicates: bool = False
        self.known: dict[str, dict[Any, Any]] = {name: {} for name in TABLES.values()}
        self.known["sectors"] = sectors = BoundedCache(Sector)
        # The tables that have grown since an attempt began, and their sizes before.
        self._grown: list[tuple[dict[Any, Any], int]] = []
        self._namespace: dict[str, Any] = {
            "NeedsDiagnosis": NeedsDiagnosis,
            "key_count": self.key_count,
            "json": self._json,
            "texts": BoundedCache(str),
            "sector_lists": BoundedCache(lambda codes: tuple(map(sectors.__getitem__, codes))),
        }
        self._namespace |= {f"known_{name}": table for name, table in self.known.items()}
        _, program = _program(MAPPINGS)
        self._namespace |= program.constants
        caches = {convert: BoundedCache(convert) for convert in program.converters.values()}
        self._namespace |= {name: caches[convert] for name, convert in program.converters.items()}
        self.from_mapping: dict[str, Callable[[Any], Any]] = self.functions(MAPPINGS)
        for name, (kind, field) in program.shorthand_records.items():
            read = self._namespace[f"{kind.__name__}_from_mapping"]
            self._namespace[name] = BoundedCache(self._by_shorthand(read, field))
        for name, (kind, field) in program.single_references.items():
            self._namespace[name] = BoundedCache(_by_field(kind, field))
        self.embedded_from_mapping: dict[str, Callable[[Any], Any]] = {
            name: self._embedded(name) for name in _KEYS
        }
        self.define("embedded_{}_from_mapping", self.embedded_from_mapping)

    def functions(self, origin: Origin) -> dict[str, Callable[[Any], Any]]:
        """The generated reader of each table for what comes from an origin."""
        space, suffix = self._namespace, origin.suffix
        exec(_program(origin)[0], space)  # noqa: S102 - our own text, see `source`
        space[f"phrases_{suffix}"] = _phrases_reader(space[f"Phrase_{suffix}"], self.key_count)
        return {name: space[f"{kind.__name__}_{suffix}"] for kind, name in TABLES.items()}

    def define(self, name: str, functions: dict[str, Callable[[Any], Any]]) -> None:
        """Give the generated readers a function for each table, which they know by a name."""
        self._namespace |= {name.format(table): one for table, one in functions.items()}

    def attempt(
        self, text: bytes | None, read: Callable[[*Arguments], T], *arguments: *Arguments
    ) -> T | None:
        """What the fast path reads; nothing, with all undone, if anything is unusual.

        If it reads from a JSON ``text``, it has to count all its keys (see `KeyCount`).
        """
        self._grown.clear()
        self.key_count.clear()
        try:
            result = read(*arguments)
            if text is None or self.key_count.accounts_for(text):
                return result
        except Exception:  # noqa: BLE001, S110 - the diagnostic reader will explain the failure
            pass
        for records, size in self._grown:
            while len(records) > size:
                records.popitem()
        for by_text in self.by_text.values():
            by_text.clear()
        return None

    def register(
        self, table: str, records: Iterable[Any], parents: Container[str] | None = None
    ) -> list[Any]:
        """The records, to each of which those behind it can refer.

        Of agreements only those with the ids ``parents``, if some are given.
        """
        known, key = self.known[table], _KEYS[table]
        self._grown.append((known, len(known)))
        result: list[Any] = []
        for record in records:
            code = getattr(record, key)
            if parents is not None and table == _AGREEMENTS and code not in parents:
                pass
            elif known.setdefault(code, record) is not record:
                self.has_duplicates = True
            result.append(record)
        return result

    @property
    def may_be_deep(self) -> bool:
        """Whether something that was read may be nested too deeply."""
        # Only agreements are embedded in each other; without them nothing is deep that is good.
        return bool(self.embedded[_AGREEMENTS]) or self._depth < _DEPTH

    def _by_shorthand(self, read: Callable[[Any], Any], field: str) -> Callable[[Any], Any]:
        def make(key: Any) -> Any:
            items: Iterable[Any] = key
            record = read({field: list(items) if type(key) is tuple else key})
            self.key_count.keys -= 1
            return record

        return make

    def _embedded(self, table: str) -> Callable[[Any], Any]:
        """The reader of embedded records; what repeats is read once."""
        read, key, key_count = self.from_mapping[table], _KEYS[table], self.key_count
        records = self.embedded[table]
        seen: dict[Any, tuple[Any, int, Any]] = {}

        def embedded(data: Any) -> Any:
            code = data[key]
            raw = seen.get(code)
            if raw is not None and raw[0] == data:
                key_count.keys += raw[1]
                return raw[2]
            before = key_count.keys
            record = records.setdefault(code, made := read(data))
            if record is made:
                return record
            if record != made:
                self.has_conflict = True
                return made
            # It repeats. To Python 1 is True, but not to us: only texts are compared.
            if len(seen) < MOST_CACHED and _has_only_texts(data):
                seen[code] = data, key_count.keys - before, record
            return record

        return embedded

    def _json(self, convert: Callable[[Any], JsonMapping], data: Any) -> JsonMapping:
        value = convert(data)
        if type(value) is not JsonMapping:
            raise NeedsDiagnosis
        self.key_count.add(data)
        return value


def _by_field(kind: type, field: str) -> Callable[[Any], Any]:
    return lambda value: kind(**{field: (value,)})


def _has_only_texts(data: Any) -> bool:
    if is_mapping(data):
        return all(map(_has_only_texts, data.values()))
    return all(map(_has_only_texts, data)) if is_list(data) else isinstance(data, str)


def _phrases_reader(
    read_phrase: Callable[[Any], Any], key_count: KeyCount
) -> Callable[[Any], Phrases]:
    """A reader of names, through a draft."""
    tags_of: BoundedCache = BoundedCache(lambda tags: tuple(sorted(language_tags(tags))))
    new: Callable[[], Any] = draft(Phrases)

    def read(data: Any) -> Phrases:
        if data.__class__ is not dict or not data:
            raise NeedsDiagnosis
        key_count.keys += len(data)
        tags = tags_of[tuple(data)]
        values: tuple[Any, ...] = tuple(map(data.__getitem__, tags))
        all_texts = True
        for value in values:
            if type(value) is not str:
                all_texts = False
            elif not value or value.isspace():
                raise NeedsDiagnosis
        if not all_texts:
            values = tuple([v if type(v) is str else compact(read_phrase(v)) for v in values])
        made = new()
        made._tags, made._values = tags, values  # noqa: SLF001 - a draft
        made.__class__ = Phrases
        return made  # type: ignore[no-any-return]

    return read


@cache
def _program(origin: Origin) -> tuple[types.CodeType, Program]:
    program = Program(origin)
    return compiled(program.text(), f"readers, {origin.suffix}"), program


def source(origin: Origin = MAPPINGS) -> str:
    r"""The text of a generated program, for those who want to read it.

    >>> print(source().partition("\n\n")[0])  # doctest: +ELLIPSIS
    def Sector_from_mapping(data):
        if type(data) is not dict:
            raise NeedsDiagnosis
        get = data.get
        count = 1
        code_ = data['code']
        ...
        made.__class__ = Sector
        return made
    """
    return Program(origin).text()
