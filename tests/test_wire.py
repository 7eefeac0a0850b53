"""What holds for every format: nothing is lost, both doors agree, and nothing bad gets in."""

import io
import json
import sys
import warnings
from contextlib import contextmanager

import attrs
import pytest
from conftest import problems_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral import DataWarning, Dossier, ValidationError
from bilateral.dossiers import TABLES
from bilateral.formats import FORMATS, fast, jsonl, records
from bilateral.formats.records import Reading, write_dossier
from bilateral.schema import fields_of
from bilateral.testing import values_of

LOSSLESS = [one.name for one in FORMATS if one.lossless]
CALM = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
AGREEMENT = {"id": "a", "kind": "mou", "sides": [["by"], ["kz"]]}


def lines(*records, head=None):
    """A JSON Lines file of (table, record) pairs."""
    head = {"bilateral": "1"} if head is None else head
    rows = [head, *({"table": table, **record} for table, record in records)]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


STATES = (("partners", BY), ("partners", KZ))


def found(content, format="jsonl", **options):
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, format, **options)
    return [(p.line, p.where, p.code) for p in caught.value.problems]


@contextmanager
def without(*names):
    """As if some libraries were not installed."""
    hidden = {name: sys.modules.get(name) for name in names}
    sys.modules.update(dict.fromkeys(names))
    try:
        yield
    finally:
        for name, module in hidden.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


PARSERS = [(), ("orjson",), ("orjson", "msgspec")]


def quietly(call, *arguments, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DataWarning)
        return call(*arguments, **options)


class TestLossless:
    @pytest.mark.parametrize("name", LOSSLESS)
    @CALM
    @given(values_of(Dossier))
    def test_law_of_round_trip(self, name, dossier):
        again = quietly(bl.loads, bl.dumps(dossier, name), name)

        assert again == dossier
        assert hash(again) == hash(dossier)
        assert bl.dumps(again, name) == bl.dumps(dossier, name)

    @CALM
    @given(values_of(Dossier))
    def test_the_writers_agree(self, dossier):
        """The text of a line is that of the plain data."""
        head, *rows = bl.dumps(dossier, "jsonl").splitlines() and [
            json.loads(line) for line in bl.dumps(dossier, "jsonl").split("\n") if line
        ]
        for row in rows:
            head.setdefault(row.pop("table"), []).append(row)

        assert head == write_dossier(dossier)
