"""One measurement in a fresh process: ``contender.py TASK WHO FILE`` prints seconds and bytes.

The file is JSON Lines in the wire format. Each contender reads each agreement, with its partners,
events and sources, into immutable records with the same fields, of the same types.
"""

from __future__ import annotations

import datetime
import enum
import functools
import gc
import json
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import corpus

Name = dict[str, str]
Kind = enum.StrEnum("Kind", {code.upper(): code for code in corpus.KINDS})
BodyKind = enum.StrEnum("BodyKind", {code.upper(): code for code in corpus.BODY_KINDS})
EventKind = enum.StrEnum("EventKind", {code.upper(): code for code in corpus.EVENT_KINDS})
Sector = enum.StrEnum("Sector", {code.upper(): code for code in corpus.SECTORS})


class Period:
    """A time from the first day of a year to the last day of another, of a text."""

    __slots__ = ("first", "last")

    def __init__(self, text: str) -> None:
        first, _, last = text.partition("/")
        self.first = datetime.date(int(first), 1, 1)
        self.last = datetime.date(int(last), 12, 31)


# One for each different text: no peer shall lose time that a line of code would save.
period = functools.cache(Period)

# In the order in which they are made: a name of one of them stands for the class.
FIELDS: dict[str, dict[str, Any]] = {
    "Partner": {"id": str, "kind": BodyKind, "name": Name, "country": str},
    "Source": {"id": str, "publisher": str, "lang": str, "date": datetime.date, "url": str},
    "Event": {"kind": EventKind, "date": datetime.date, "place": str | None},
    "Agreement": {
        "id": str,
        "kind": Kind,
        "sides": "tuple[tuple[Partner, ...], ...]",
        "sectors": tuple[Sector, ...],
        "subject": Name,
        "period": Period,
        "events": "tuple[Event, ...]",
        "sources": "tuple[Source, ...]",
    },
}


def _agreement(make: Callable[[str, dict[str, Any]], Any]) -> Any:
    """The class of agreements, made with those that it needs."""
    classes: dict[str, Any] = {}
    for title, fields in FIELDS.items():
        resolved = {
            field: eval(kind, None, classes) if isinstance(kind, str) else kind
            for field, kind in fields.items()
        }
        classes[title] = make(title, resolved)
    return classes["Agreement"]


def msgspec_reader() -> Callable[[bytes], Any]:
    """Frozen Structs."""
    import msgspec

    def make(title: str, fields: dict[str, Any]) -> Any:
        members = [(*one, *([None] if one[0] == "place" else [])) for one in fields.items()]
        tag = {"tag_field": "table", "tag": "agreements"} if title == "Agreement" else {}
        return msgspec.defstruct(title, members, frozen=True, **tag)

    decoder = msgspec.json.Decoder(_agreement(make), dec_hook=lambda _, text: period(text))
    return decoder.decode_lines


def pydantic_reader() -> Callable[[bytes], Any]:
    """Frozen slotted dataclasses."""
    from typing import Annotated

    from pydantic import ConfigDict, PlainValidator, TypeAdapter
    from pydantic.dataclasses import dataclass

    config = ConfigDict(arbitrary_types_allowed=True)

    def make(title: str, fields: dict[str, Any]) -> Any:
        if "period" in fields:
            fields = {"table": str, **fields, "period": Annotated[Period, PlainValidator(period)]}
        defaults = {"place": None} if "place" in fields else {}
        plain = type(title, (), {"__annotations__": fields, **defaults})
        return dataclass(frozen=True, slots=True, config=config)(plain)

    read = TypeAdapter(_agreement(make)).validate_json
    return lambda content: [read(line) for line in content.splitlines()]


def cattrs_reader() -> Callable[[bytes], Any]:
    """Frozen attrs classes by plain hooks over orjson."""
    import attrs
    import orjson
    from cattrs.preconf.orjson import make_converter

    def make(title: str, fields: dict[str, Any]) -> Any:
        members = {
            field: attrs.field(type=kind, default=None if field == "place" else attrs.NOTHING)
            for field, kind in fields.items()
        }
        return attrs.make_class(title, members, frozen=True, slots=True)

    converter = make_converter()
    converter.register_structure_hook(Period, lambda text, _: period(text))
    kind = _agreement(make)
    read = converter.get_structure_hook(kind)
    return lambda content: [read(orjson.loads(line), kind) for line in content.splitlines()]


def plain_reader() -> Callable[[bytes], Any]:
    """Mappings, by the standard library."""
    return lambda content: [json.loads(line) for line in content.splitlines()]


def bilateral_reader(*hidden: str, **options: Any) -> Callable[[bytes], Any]:
    """Ours, with some libraries hidden."""
    sys.modules.update(dict.fromkeys(hidden))
    import bilateral

    bilateral.loads('{"bilateral":"1"}\n', "jsonl")
    return lambda content: bilateral.loads(content, "jsonl", **options)


READERS: dict[str, Callable[[], Callable[[bytes], Any]]] = {
    "bilateral": bilateral_reader,
    "bilateral, collector on": lambda: bilateral_reader(gc=True),
    "bilateral, msgspec": lambda: bilateral_reader("orjson"),
    "bilateral, standard library": lambda: bilateral_reader("orjson", "msgspec", gc=True),
    "msgspec": msgspec_reader,
    "msgspec, collector off": msgspec_reader,
    "pydantic": pydantic_reader,
    "cattrs": cattrs_reader,
    "json": plain_reader,
}


@contextmanager
def _measured(result: dict[str, float]) -> Any:
    gc.collect()
    before, begin = _resident(), time.process_time()
    yield
    result["seconds"] = time.process_time() - begin
    gc.collect()
    result["bytes"] = _resident() - before


def _resident() -> int:
    with Path("/proc/self/statm").open(encoding="ascii") as file:
        return int(file.read().split()[1]) * 4096


def read(who: str, path: Path) -> dict[str, float]:
    """From the bytes of a file to immutable records."""
    content = path.read_bytes()
    if not who.startswith("bilateral"):
        content = content.partition(b"\n")[2]
    run = READERS[who]()
    if who.endswith("collector off"):
        gc.disable()
    result: dict[str, float] = {}
    with _measured(result):
        kept = run(content)
    del kept
    return result


def reread(who: str, path: Path) -> dict[str, float]:
    """The same records as we write them: each once, and ids where others refer to it."""
    run = READERS[who]()
    import bilateral

    content = bilateral.dumps(run(path.read_bytes()), "jsonl").encode()
    result: dict[str, float] = {}
    with _measured(result):
        kept = run(content)
    del kept
    return result


def write(who: str, path: Path) -> dict[str, float]:
    """From records to text; for the encoder from mappings of that same text that are ready."""
    dossier = bilateral_reader()(path.read_bytes())
    import bilateral

    text = bilateral.dumps(dossier, "jsonl")
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    ready = [json.loads(line) for line in text.splitlines()] if who == "json" else []
    result: dict[str, float] = {}
    with _measured(result):
        if who == "json":
            written = "".join([f"{encode(record)}\n" for record in ready])
        else:
            written = bilateral.dumps(dossier, "jsonl")
    assert written == text
    return result


def stream(_: str, path: Path) -> dict[str, float]:
    """The agreements one by one: the bytes are the most that were held."""
    import resource

    import bilateral

    result: dict[str, float] = {}
    list(zip(range(10), bilateral.stream(path), strict=False))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with _measured(result):
        for _one in bilateral.stream(path):
            pass
    result["bytes"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    return result


def main() -> None:
    """Print what one run of a task took."""
    task, who, file = sys.argv[1:]
    tasks = {"read": read, "reread": reread, "write": write, "stream": stream}
    print(json.dumps(tasks[task](who, Path(file))))


if __name__ == "__main__":
    main()
