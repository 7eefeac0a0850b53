"""One measurement in a fresh process: ``contender.py TASK WHO FILE`` prints seconds and bytes.

The file is JSON Lines in the wire format. Each contender reads each line into immutable records
with the same fields; references stay ids in all but `bilateral`, which follows them.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TABLES = {"partners": "Partner", "sources": "Source", "agreements": "Agreement"}
name = dict[str, str]
FIELDS: dict[str, dict[str, Any]] = {
    "Partner": {"id": str, "kind": str, "name": name, "country": str},
    "Source": {"id": str, "publisher": str, "lang": str, "date": str, "url": str},
    "Event": {"kind": str, "date": str, "place": str | None},
    "Agreement": {
        "id": str,
        "kind": str,
        "sides": tuple[tuple[str, ...], ...],
        "sectors": tuple[str, ...],
        "subject": name,
        "period": str,
        # The class that is made of the fields above.
        "events": tuple["Event", ...],  # noqa: F821
        "sources": tuple[str, ...],
        "note": str,
    },
}


def _resolved(annotation: Any, classes: dict[str, Any]) -> Any:
    arguments = getattr(annotation, "__args__", ())
    if arguments and isinstance(arguments[0], str):
        return tuple[classes[arguments[0]], ...]
    return annotation


def _classes(make: Callable[[str, dict[str, Any]], Any]) -> dict[str, Any]:
    classes: dict[str, Any] = {}
    for title, fields in FIELDS.items():
        resolved = {field: _resolved(kind, classes) for field, kind in fields.items()}
        classes[title] = make(title, resolved)
    return classes


def _struct(title: str, fields: dict[str, Any]) -> Any:
    import msgspec

    tag = {made: table for table, made in TABLES.items()}.get(title)
    options = {"tag_field": "table", "tag": tag} if tag else {}
    members = [
        (field, kind, *([None] if field == "place" else [])) for field, kind in fields.items()
    ]
    return msgspec.defstruct(title, members, frozen=True, **options)


def _dataclass(title: str, fields: dict[str, Any]) -> Any:
    from pydantic.dataclasses import dataclass

    defaults = {"place": None} if "place" in fields else {}
    plain = type(title, (), {"__annotations__": fields, **defaults})
    return dataclass(frozen=True, slots=True)(plain)


def _attrs_class(title: str, fields: dict[str, Any]) -> Any:
    import attrs

    members = {
        field: attrs.field(type=kind, default=None if field == "place" else attrs.NOTHING)
        for field, kind in fields.items()
    }
    return attrs.make_class(title, members, frozen=True, slots=True)


def msgspec_reader() -> Callable[[bytes], Any]:
    """Frozen Structs."""
    import msgspec

    classes = _classes(_struct)
    union = classes["Partner"] | classes["Source"] | classes["Agreement"]
    return msgspec.json.Decoder(union).decode_lines


def pydantic_reader() -> Callable[[bytes], Any]:
    """Frozen slotted dataclasses; the table is told by the start of the line."""
    from pydantic import TypeAdapter

    classes = _classes(_dataclass)
    read = {
        f'{{"table":"{table}"'.encode()[:14]: TypeAdapter(classes[title]).validate_json
        for table, title in TABLES.items()
    }
    return lambda content: [read[line[:14]](line) for line in content.splitlines()]


def cattrs_reader() -> Callable[[bytes], Any]:
    """Frozen attrs classes by plain hooks over orjson."""
    import orjson
    from cattrs.preconf.orjson import make_converter

    classes = _classes(_attrs_class)
    converter = make_converter()
    read = {table: converter.get_structure_hook(classes[title]) for table, title in TABLES.items()}

    def lines(content: bytes) -> Any:
        result = []
        for line in content.splitlines():
            data = orjson.loads(line)
            table = data.pop("table")
            result.append(read[table](data, classes[TABLES[table]]))
        return result

    return lines


def plain_reader() -> Callable[[bytes], Any]:
    """Mappings, by the standard library."""
    return lambda content: [json.loads(line) for line in content.splitlines()]


def bilateral_reader(*hidden: str, **options: Any) -> Callable[[bytes], Any]:
    """Ours, with some libraries hidden."""
    sys.modules.update(dict.fromkeys(hidden))
    import bilateral

    bilateral.loads('{"bilateral":"1"}\n', "jsonl")
    return lambda content: bilateral.loads(b'{"bilateral":"1"}\n' + content, "jsonl", **options)


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
    with Path("/proc/self/statm").open() as file:
        return int(file.read().split()[1]) * 4096


def read(who: str, path: Path) -> dict[str, float]:
    """From the bytes of a file to immutable records."""
    content = path.read_bytes()
    run = READERS[who]()
    if who.endswith("collector off"):
        gc.disable()
    result: dict[str, float] = {}
    with _measured(result):
        kept = run(content)
    del kept
    return result


def write(who: str, path: Path) -> dict[str, float]:
    """From records to text; for the encoder from mappings that are ready."""
    content = path.read_bytes()
    records = READERS[who]()(content)
    result: dict[str, float] = {}
    if who == "json":
        encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        with _measured(result):
            text = "".join(f"{encode(record)}\n" for record in records)
    else:
        import bilateral

        with _measured(result):
            text = bilateral.dumps(records, "jsonl")
    assert len(text) > len(content) / 2
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
    print(json.dumps({"read": read, "write": write, "stream": stream}[task](who, Path(file))))


if __name__ == "__main__":
    main()
