"""Valid files with something wrong in them: ``python -m tests.wire.mutations --tries 100000``.

Whatever is done to the bytes or to the structure of a file, reading it gives a dossier or a
`ValidationError`, and both readers say the same. Prints what does not hold.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any
from unittest import mock

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.problems import Problem, ValidationError
from bilateral.wire.fast.readers import FastReaders
from bilateral.wire.records import read_dossier, write_dossier

FORMATS = ("json", "jsonl", "msgpack", "toml", "yaml", "csv", "xlsx")
# The slow ones get fewer of the tries.
WEIGHTS = (30, 30, 20, 10, 6, 3, 1)
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2026, 2**70, 1.5, 1e400, float("nan"), "", " ", "a", "by", "2026",
    "2026-02-30", "2028/2026", "..", "/", "\0", "\u202e", "\ud800", "x" * 5000, "no", "=1+1",
    [], [[]], [None], ["by", "by"], {}, {"": ""}, {"en": "x"}, {"id": "by"}, {"nom": ""},
)  # fmt: skip
PIECES = (
    b"", b"\0", b"\xff", b"\xef\xbb\xbf", b'"', b"{", b"}", b"[", b"]", b":", b",", b"\n", b"\\",
    b"\\ud800", b"NaN", b"1e999", b"- ", b"&a ", b"*a", b"!!python/object:os.system ", b"<<: ",
    b"9" * 5000, b"[" * 2000, b'{"a":' * 1500, b"\xc3\x28", b"\xe2\x80\xae", b"'", b"#", b"=",
    b"\t",
)  # fmt: skip


def mutated_bytes(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bytes replaced, taken out, doubled or cut off."""
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        start = chance.randrange(len(content) + 1)
        end = min(len(content), start + chance.choice((0, 0, 1, 1, 2, 10, 100)))
        match chance.randrange(5):
            case 0:
                piece = chance.choice(PIECES)
            case 1:
                piece = chance.randbytes(end - start)
            case 2:
                piece = content[start:end] * 2
            case 3:
                other = chance.randrange(len(content) + 1)
                piece = content[other : other + end - start]
            case _:
                piece, end = b"", chance.choice((end, len(content)))
        content = content[:start] + piece + content[end:]
    return content


def mutated_data(data: Any, chance: random.Random) -> Any:
    """The plain data with a few values replaced, taken out, doubled, moved or renamed."""
    data = copy.deepcopy(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        places = [(parent, key) for parent in _containers(data) for key in _keys(parent)]
        parent, key = chance.choice(places)
        match chance.randrange(6):
            case 0:
                del parent[key]
            case 1 if isinstance(parent, list):
                parent.insert(key, parent[key])
            case 2 if isinstance(parent, dict):
                parent[chance.choice(("colour", "nom", "id", "a:b", key.upper()))] = parent[key]
            case 3:
                other, at = chance.choice(places)
                parent[key] = copy.deepcopy(other[at]) if at in _keys(other) else None
            case 4:
                parent[key] = [parent[key]]
            case _:
                parent[key] = chance.choice(VALUES)
    return data


def _keys(parent: Any) -> list[Any]:
    return list(parent) if isinstance(parent, dict) else list(range(len(parent)))


def _containers(data: Any) -> Iterator[Any]:
    if isinstance(data, (dict, list)) and data:
        yield data
        for value in data.values() if isinstance(data, dict) else data:
            yield from _containers(value)


def outcome(data: Any) -> Any:
    """What the reader says to plain data: the dossier, or its problems."""
    try:
        return read_dossier(data)
    except ValidationError as error:
        return [(problem.pointer, problem.code) for problem in error.problems]


class NoFastPath(FastReaders):
    """So that all is read by the diagnostic reader."""

    def __init__(self, depth: int) -> None:
        super().__init__(depth)
        self.from_mapping = {}


def both_readers(data: Any) -> tuple[Any, Any]:
    """What is read by either reader, and by the diagnostic one alone."""
    import bilateral.wire.records as module

    either = outcome(data)
    original, module.FastReaders = module.FastReaders, NoFastPath  # type: ignore[misc]
    try:
        return either, outcome(data)
    finally:
        module.FastReaders = original  # type: ignore[misc]


def with_and_without_structs(name: str, content: Any) -> tuple[Any, Any]:
    """What is read with the help of msgspec's Structs, and without."""
    either = _outcome_of(name, content)
    with mock.patch.dict(sys.modules, {"bilateral.wire.fast.structs": None}):
        return either, _outcome_of(name, content)


def _outcome_of(name: str, content: Any) -> Any:
    try:
        dossier = bl.loads(content, name, report=[])
    except ValidationError as error:
        return [(one.line, one.column, one.pointer, one.code) for one in error.problems]
    else:
        return dossier, dossier.read_version


def full_dossier() -> bl.Dossier:
    """The founding dossier with private data and what else it does not use."""
    data = write_dossier(astana_2025())
    data["extra"] = {"org:k": {"a": [1, 2.5, None, True, {"b": "c"}], "n": -(2**40)}}
    first = data["agreements"][0]
    first |= {"extra": {"x:y": "z"}, "languages": ["ru", "kk"], "prevailing_language": "ru"}
    first["term"] = {"length": "P5Y", "renewal": {"length": "P5Y", "notice": "P6M"}}
    data["agreements"].append({**first, "id": "child", "implements": [first["id"]]})
    return read_dossier(data)


def run(tries: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Make mutations; returns what came of them, and what should not have happened."""
    chance = random.Random(seed)
    dossier = full_dossier()
    contents = {name: bl.dumps(dossier, name) for name in FORMATS}
    data = write_dossier(dossier)
    counts: Counter[str] = Counter()
    failures: list[str] = []
    for number in range(tries):
        try:
            if number % 3 == 0:
                counts[_try_data(mutated_data(data, chance))] += 1
            else:
                (name,) = chance.choices(FORMATS, WEIGHTS)
                counts[f"{name} {_try_bytes(name, contents[name], chance)}"] += 1
        except Exception:
            failures.append(f"seed {seed}, try {number}: {traceback.format_exc()}")
    return counts, failures


def _try_data(data: Any) -> str:
    either, diagnosed = both_readers(data)
    if either != diagnosed:
        raise AssertionError(f"the readers disagree: {either} and {diagnosed}")
    for name, text in _texts(data).items():
        _agree(name, text)
    if isinstance(either, list):
        return "data refused"
    text = bl.dumps(either, "jsonl")
    assert bl.loads(text, "jsonl", report=[]) == either
    return "data read"


def _texts(data: Any) -> dict[str, str]:
    """Plain data as JSON, and as JSON Lines where they can be."""
    texts = {"json": json.dumps(data)}
    if isinstance(data, dict):
        tables = {key: value for key, value in data.items() if isinstance(value, list)}
        rows = [{key: value for key, value in data.items() if key not in tables}]
        rows += (
            {"table": key, **row}
            for key, table in tables.items()
            for row in table
            if isinstance(row, dict)
        )
        texts["jsonl"] = "\n".join(map(json.dumps, rows))
    return texts


def _agree(name: str, content: Any) -> None:
    either, other = with_and_without_structs(name, content)
    if either != other:
        raise AssertionError(f"{name} with Structs: {either}; without: {other}")


def _try_bytes(name: str, content: Any, chance: random.Random) -> str:
    if isinstance(content, dict):
        files = sorted(content)
        one = chance.choice(files)
        broken: Any = {**content, one: mutated_bytes(content[one], chance)}
    else:
        broken = mutated_bytes(content.encode() if isinstance(content, str) else content, chance)
    if name in ("json", "jsonl"):
        _agree(name, broken)
    report: list[Problem] = []
    skip = chance.random() < 0.3
    begin = time.process_time()
    try:
        bl.loads(broken, name, report=report, on_error="skip" if skip else "raise")
    except ValidationError as error:
        assert str(error)
        return "refused"
    finally:
        assert time.process_time() - begin < 20, "it took too long"
    return "read"


def main() -> None:
    """Make as many mutations as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20251105)
    options = parser.parse_args()
    warnings.simplefilter("error")
    counts, failures = run(options.tries, options.seed)
    print(json.dumps(counts, indent=1, sort_keys=True))
    print(*failures[:20], sep="\n")
    print(f"{len(failures)} failures in {options.tries} tries")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
