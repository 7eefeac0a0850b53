"""What several tests of the wire use."""

import json
import sys
import warnings
from contextlib import contextmanager

import pytest

import bilateral as bl
from bilateral import DataWarning, ValidationError

OWN = ("json", "jsonl", "msgpack", "toml", "yaml")
BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
AGREEMENT = {"id": "a", "kind": "mou", "sides": [["by"], ["kz"]]}
STATES = (("partners", BY), ("partners", KZ))


def lines(*rows, head=None):
    """A JSON Lines file of (table, record) pairs."""
    parts = [head or {"bilateral": "1"}, *({"table": table, **record} for table, record in rows)]
    return "".join(json.dumps(part, ensure_ascii=False) + "\n" for part in parts)


def found(content, format="jsonl", **options):
    """The problems of a content: line, where, code."""
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, format, **options)
    return [(p.line, p.where, p.code) for p in caught.value.problems]


def quietly(call, *arguments, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataWarning)
        return call(*arguments, **options)


@contextmanager
def without(*names):
    """As if some libraries were not installed."""
    hidden = {name: sys.modules.get(name) for name in names}
    sys.modules.update(dict.fromkeys(names))
    # It needs msgspec.
    sys.modules.pop("bilateral.wire.fast.structs", None)
    try:
        yield
    finally:
        for name, module in hidden.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


def in_format(name, data):
    """Plain data in a format, whatever they are."""
    if name == "msgpack":
        return pytest.importorskip("msgpack").packb(data)
    if name == "toml":
        rows = (f"{key} = {json.dumps(value)}\n" for key, value in data.items())
        return "".join(row.replace('": ', '" = ') for row in rows)
    if name == "jsonl":
        rows = data.pop("partners", ())
        return lines(*(("partners", row) for row in rows), head=data)
    return json.dumps(data)
