"""One measurement in a fresh process: ``contender.py TASK WHO FILE`` prints CPU seconds."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Measured = tuple[Callable[[], Any], int]


def _fields() -> dict[str, dict[str, Any]]:
    """The records of the corpus as field name -> annotation, the same for all contenders."""
    name = dict[str, str]
    return {
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
            "events": tuple["Event", ...],
            "sources": tuple[str, ...],
            "note": str,
        },
        "Document": {
            "bilateral": str,
            "partners": tuple["Partner", ...],
            "sources": tuple["Source", ...],
            "agreements": tuple["Agreement", ...],
        },
    }


def _resolved(annotation: Any, classes: dict[str, type]) -> Any:
    arguments = getattr(annotation, "__args__", ())
    if arguments and isinstance(arguments[0], str):
        return tuple[classes[arguments[0]], ...]
    return annotation


def msgspec_classes() -> dict[str, Any]:
    """Frozen Structs."""
    import msgspec

    classes: dict[str, Any] = {}
    for name, fields in _fields().items():
        members = [
            (field, _resolved(kind, classes), *([None] if field == "place" else []))
            for field, kind in fields.items()
        ]
        classes[name] = msgspec.defstruct(name, members, frozen=True)
    return classes


def pydantic_classes() -> dict[str, Any]:
    """Frozen slotted dataclasses."""
    import dataclasses

    from pydantic import ConfigDict
    from pydantic.dataclasses import dataclass

    classes: dict[str, Any] = {}
    for name, fields in _fields().items():
        namespace = {"place": None} if "place" in fields else {}
        annotations = {field: _resolved(kind, classes) for field, kind in fields.items()}
        plain = type(name, (), {"__annotations__": annotations, **namespace})
        config = ConfigDict(strict=False)
        classes[name] = dataclass(frozen=True, slots=True, config=config)(plain)
    assert dataclasses.is_dataclass(classes["Agreement"])
    return classes


def read(who: str, path: Path) -> Measured:
    """From the bytes of a file to immutable records."""
    content = path.read_bytes()
    if who == "bilateral":
        import bilateral

        bilateral.Dossier()
        return lambda: bilateral.loads(content), 1
    if who == "msgspec":
        import msgspec

        decoder = msgspec.json.Decoder(msgspec_classes()["Document"])
        return lambda: decoder.decode(content), 1
    from pydantic import TypeAdapter

    adapter = TypeAdapter(pydantic_classes()["Document"])
    return lambda: adapter.validate_json(content), 1


def write(who: str, path: Path) -> Measured:
    """From the records to bytes."""
    records = read(who, path)[0]()
    if who == "bilateral":
        import bilateral

        return lambda: bilateral.dumps(records).encode(), 1
    if who == "msgspec":
        import msgspec

        return lambda: msgspec.json.encode(records), 1
    from pydantic import TypeAdapter

    adapter = TypeAdapter(type(records))
    return lambda: adapter.dump_json(records), 1


def construct(who: str, path: Path) -> Measured:
    """One agreement from friendly input, converted and checked."""
    repeat = 2_000
    events = [{"kind": "signed", "date": "2025-11-05", "place": "Astana"}]
    fields: dict[str, Any] = {
        "id": "a", "kind": "roadmap", "sectors": ["trade", "economy"], "subject": {"en": "x"},
        "period": "2026/2028", "note": "n",
    }  # fmt: skip
    if who == "bilateral":
        import bilateral as bl

        sides = bl.Partner.city_government("BY-HM"), bl.Partner.city_government("KZ-71")
        made = [bl.Event(**events[0])]
        build = lambda: bl.Agreement(sides=sides, events=made, **fields)  # noqa: E731
    else:
        fields |= {"sides": [["minsk"], ["astana"]], "events": events, "sources": []}
        if who == "msgspec":
            import msgspec

            kind = msgspec_classes()["Agreement"]
            build = lambda: msgspec.convert(fields, kind)  # noqa: E731
        else:
            from pydantic import TypeAdapter

            adapter = TypeAdapter(pydantic_classes()["Agreement"])
            build = lambda: adapter.validate_python(fields)  # noqa: E731
    build()

    def many() -> None:
        for _ in range(repeat):
            build()

    return many, repeat


def main() -> None:
    """Print the CPU seconds of one run of the task."""
    task, who, file = sys.argv[1:]
    run, repeat = {"read": read, "write": write, "construct": construct}[task](who, Path(file))
    gc.collect()
    begin = time.process_time()
    run()
    print((time.process_time() - begin) / repeat)


if __name__ == "__main__":
    main()
