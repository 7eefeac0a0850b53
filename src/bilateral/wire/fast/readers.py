"""The fast door: readers of records without fault, made from the description of the classes.

For each class flat functions are generated (`bilateral.wire.fast.program`). On anything
unusual they raise whatever comes first: the careful reader in `bilateral.wire.records` then
looks at that record again, and finds the words for it. The two doors let the same records
through.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from typing import Any

from bilateral.coercion import Rejected, is_list, is_mapping
from bilateral.dossiers import TABLES
from bilateral.extra import JsonMapping
from bilateral.sectors import Sector
from bilateral.text import Phrases, compact, language_tags
from bilateral.wire.fast.program import MAPPINGS, STRUCTS, Origin, Program, draft
from bilateral.wire.schema import key_of

__all__ = ["Faulty", "Readers", "source"]

_MOST_SHARED = 100_000
_LARGEST = 2.0**63
_UNUSUAL_ESCAPES = (b"\\u0000", b"\\ud", b"\\uD")
_SPACES = (b" ", b"\t", b"\r", b"\n")


class Faulty(Exception):  # noqa: N818 - no error yet: the careful reader decides
    """A record that is not for the fast door."""


class Shared(dict[Any, Any]):
    """What is made of a value, once for all records that have it; in bounds."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        value = self._make(key)
        if type(value) is Rejected:
            raise Faulty
        if len(self) < _MOST_SHARED:
            self[key] = value
        return value


class Tally:
    """How many keys were read, and how many colons were in long texts.

    A parser keeps the last one of keys that stand twice, in silence: the text tells.
    """

    __slots__ = ("colons", "keys")

    keys: int
    colons: int

    def __init__(self) -> None:
        self.clear()

    def clear(self, keys: int = 0) -> None:
        """Begin anew, with so many keys."""
        self.keys, self.colons = keys, 0

    def is_all_of(self, text: bytes) -> bool:
        """Whether a JSON text has no more keys than were read, and nothing that parsers differ in.

        Those take NUL and halves of characters for texts, or refuse them.
        """
        # A search for one byte is several times as fast as one for several.
        if b"\\" not in text:
            # Texts that are not long have few colons: these are seldom all there is to count.
            if text.count(b":") == self.keys + self.colons:
                return True
        elif any(escape in text for escape in _UNUSUAL_ESCAPES):
            return False
        return text.count(b'":') == self.keys and not any(
            space in text and space + b":" in text for space in _SPACES
        )


class Readers:
    """The readers of one file, with the records that they can refer to, and what they share.

    ``known`` has the records of each table by their ids, ``read`` the reader of each table.
    ``tally`` counts what was read. ``inlined`` has the records that were written out within others;
    ``conflict`` says whether two different ones had the same id.
    """

    def __init__(self) -> None:
        self.tally: Tally = Tally()
        self.inlined: dict[str, dict[Any, Any]] = {name: {} for name in TABLES.values()}
        self.conflict = False
        self.known: dict[str, dict[Any, Any]] = {name: {} for name in TABLES.values()}
        self.known["sectors"] = Shared(Sector)
        self._recalled: dict[str, dict[bytes, tuple[Any, int]]] = {}
        self._namespace: dict[str, Any] = {
            "Faulty": Faulty,
            "tally": self.tally,
            "json": self._json,
            "texts": Shared(str),
            "few_sectors": Shared(
                lambda codes: tuple(map(self.known["sectors"].__getitem__, codes))
            ),
        }
        self._namespace |= {f"known_{name}": table for name, table in self.known.items()}
        _, program = _compiled(MAPPINGS)
        self._namespace |= program.constants
        tables = {convert: Shared(convert) for convert in program.converters.values()}
        self._namespace |= {name: tables[convert] for name, convert in program.converters.items()}
        self.read: dict[str, Callable[[Any], Any]] = self._functions(MAPPINGS)
        for name, (kind, field) in program.shorthands.items():
            read = self._namespace[f"read_{kind.__name__}"]
            self._namespace[name] = Shared(self._by_shorthand(read, field))
        for name, (kind, field) in program.alone.items():
            self._namespace[name] = Shared(_by_field(kind, field))
        for kind, name in TABLES.items():
            self._namespace[f"read_inline_{name}"] = self._inline(name, key_of(kind))

    @cached_property
    def take(self) -> dict[str, Callable[[Any], Any]]:
        """The reader of each table for Structs (`bilateral.wire.fast.structs`)."""
        take = self._functions(STRUCTS)
        for kind, name in TABLES.items():
            inline = self._take_inline(take[name], name, key_of(kind))
            self._namespace[f"take_inline_{name}"] = inline
            self._namespace[f"recall_{name}"] = self._recall(name)
        return take

    def _functions(self, origin: Origin) -> dict[str, Callable[[Any], Any]]:
        space, verb = self._namespace, origin.verb
        exec(_compiled(origin)[0], space)  # noqa: S102 - our own text, see `source`
        space[f"{verb}_phrases"] = _phrases_reader(space[f"{verb}_Phrase"], self.tally)
        return {name: space[f"{verb}_{kind.__name__}"] for kind, name in TABLES.items()}

    def _by_shorthand(self, read: Callable[[Any], Any], field: str) -> Callable[[Any], Any]:
        def make(key: Any) -> Any:
            items: Iterable[Any] = key
            record = read({field: list(items) if type(key) is tuple else key})
            self.tally.keys -= 1
            return record

        return make

    def _inline(self, table: str, key: str) -> Callable[[Any], Any]:
        """The reader of records that are written out; what repeats is read once."""
        read, tally, inlined = self.read[table], self.tally, self.inlined[table]
        seen: dict[Any, tuple[Any, int, Any]] = {}

        def inline(data: Any) -> Any:
            code = data[key]
            raw = seen.get(code)
            if raw is not None and raw[0] == data:
                tally.keys += raw[1]
                return raw[2]
            before = tally.keys
            record = inlined.setdefault(code, made := read(data))
            if record is made:
                return record
            if record != made:
                self.conflict = True
                return made
            # It repeats. To Python 1 is True, but not to us: only texts are compared.
            if len(seen) < _MOST_SHARED and _has_only_texts(data):
                seen[code] = data, tally.keys - before, record
            return record

        return inline

    def _take_inline(
        self, take: Callable[[Any], Any], table: str, key: str
    ) -> Callable[[Any], Any]:
        inlined = self.inlined[table]

        def inline(data: Any) -> Any:
            made = take(data)
            record = inlined.setdefault(getattr(data, key), made)
            if record is not made and record != made:
                self.conflict = True
                return made
            return record

        return inline

    def _recall(self, table: str) -> Callable[[Any], Any]:
        """The reader of references as the text that they have in the file."""
        from msgspec.json import decode

        known, tally = self.known[table], self.tally
        inline = self._namespace[f"read_inline_{table}"]
        recalled = self._recalled[table] = {}

        def recall(raw: Any) -> Any:
            text = bytes(raw)
            found = recalled.get(text)
            if found is not None:
                tally.keys += found[1]
                return found[0]
            before, data = tally.keys, decode(text)
            record = known[data] if type(data) is str else inline(data)
            if len(recalled) < _MOST_SHARED:
                recalled[text] = record, tally.keys - before
            return record

        return recall

    def forget(self, sizes: Iterable[int]) -> None:
        """Let go of the records known since the tables had these sizes."""
        for table, size in zip(self.known.values(), sizes, strict=True):
            while len(table) > size:
                table.popitem()
        for recalled in self._recalled.values():
            recalled.clear()

    def _json(self, convert: Callable[[Any], JsonMapping], data: Any) -> JsonMapping:
        value = convert(data)
        if type(value) is not JsonMapping:
            raise Faulty
        self.count(data)
        return value

    def count(self, data: Any) -> None:
        """Add the keys in plain data, at any depth, to the tally."""
        if is_mapping(data):
            self.tally.keys += len(data)
            self.tally.colons += "".join(data).count(":")
            values: Iterable[Any] = data.values()
        elif is_list(data):
            values = data
        elif type(data) is str:
            self.tally.colons += data.count(":")
            return
        elif type(data) is float and abs(data) >= _LARGEST:
            # Some libraries make it of a whole number that is too long for them.
            raise Faulty
        else:
            return
        for value in values:
            self.count(value)


def _by_field(kind: type, field: str) -> Callable[[Any], Any]:
    return lambda value: kind(**{field: (value,)})


def _has_only_texts(data: Any) -> bool:
    if is_mapping(data):
        return all(map(_has_only_texts, data.values()))
    return all(map(_has_only_texts, data)) if is_list(data) else isinstance(data, str)


def _phrases_reader(read_phrase: Callable[[Any], Any], tally: Tally) -> Callable[[Any], Phrases]:
    """A reader of names, through a draft."""
    tags_of: Shared = Shared(lambda tags: tuple(sorted(language_tags(tags))))
    new: Callable[[], Any] = draft(Phrases)

    def read(data: Any) -> Phrases:
        if data.__class__ is not dict or not data:
            raise Faulty
        tally.keys += len(data)
        tags = tags_of[tuple(data)]
        values: tuple[Any, ...] = tuple(map(data.__getitem__, tags))
        all_texts = True
        for value in values:
            if type(value) is not str:
                all_texts = False
            elif not value or value.isspace():
                raise Faulty
        if not all_texts:
            values = tuple([v if type(v) is str else compact(read_phrase(v)) for v in values])
        made = new()
        made._tags, made._values = tags, values  # noqa: SLF001 - a draft
        made.__class__ = Phrases
        return made  # type: ignore[no-any-return]

    return read


@cache
def _compiled(origin: Origin) -> tuple[types.CodeType, Program]:
    program = Program(origin)
    return compile(program.text(), f"<{__name__}>", "exec"), program


def source(origin: Origin = MAPPINGS) -> str:
    r"""The text of a generated program, for those who want to read it.

    >>> print(source().partition("\n\n")[0])  # doctest: +ELLIPSIS
    def read_Sector(data):
        if type(data) is not dict:
            raise Faulty
        get = data.get
        count = 1
        code_ = data['code']
        ...
        made.__class__ = Sector
        return made
    """
    return Program(origin).text()
