"""The JSON Schema of the wire format, and the files that are made from the code."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.examples import astana_2025
from bilateral.language.lexicon import lexicon
from bilateral.tables import languages
from bilateral.testing import nearly_valid, values_of
from bilateral.vocabulary import topic_of
from bilateral.wire.records import write_dossier
from bilateral.wire.schema import classes, fields_of

ROOT = Path(__file__).parents[1]
SCHEMA = Draft202012Validator(bl.json_schema())
BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
AGREEMENT = {"id": "a", "kind": "mou", "sides": [["by"], ["kz"]]}


def document(**fields):
    return {"bilateral": "1", "partners": [BY, KZ], "agreements": [AGREEMENT], **fields}


def accepted(data):
    """Whether the reader takes plain data."""
    try:
        bl.converter().structure(data, Dossier)
    except ValidationError:
        return False
    return True


class TestSchema:
    @pytest.mark.parametrize("lang", [None, "de", "ru", "en"])
    def test_it_is_a_schema(self, lang):
        """Of the draft that it names."""
        Draft202012Validator.check_schema(bl.json_schema(lang))

    def test_the_examples_are_valid(self):
        """Of the package, and of this file."""
        SCHEMA.validate(write_dossier(astana_2025()))
        SCHEMA.validate(document())
        assert accepted(document())

    @given(values_of(Dossier))
    def test_all_that_we_write_is_valid(self, dossier):
        """Whatever a dossier holds."""
        SCHEMA.validate(write_dossier(dossier))

    @given(nearly_valid())
    def test_what_it_refuses_the_reader_refuses(self, data):
        """So a file that an editor marks is wrong."""
        assert SCHEMA.is_valid(data) or not accepted(data)

    @pytest.mark.parametrize(
        "fields",
        [
            {"bilateral": "2"},
            {"bilateral": 1},
            {"agrements": []},
            {"partners": {}},
            {"partners": [{**BY, "id": "By"}]},
            {"partners": [{**BY, "kind": "stat"}]},
            {"partners": [{**BY, "country": "XX"}]},
            {"partners": [{**BY, "code": "Belarus"}]},
            {"partners": [{**BY, "governs": "by minsk"}]},
            {"partners": [{**BY, "part_of": "BY"}]},
            {"partners": [{**BY, "name": {}}]},
            {"partners": [{**BY, "name": {"English": "x"}}]},
            {"partners": [{**BY, "name": {"en": " "}}]},
            {"partners": [{**BY, "name": {"en": {"gen": "x"}}}]},
            {"partners": [{**BY, "name": {"en": {"nom": "x", "gender": "x"}}}]},
            {"partners": [{**BY, "name": {"en": {"nom": "x", "article": "yes"}}}]},
            {"partners": [{**BY, "identifiers": [{"scheme": "", "value": "x"}]}]},
            {"partners": [{"id": "by"}]},
            {"agreements": [{**AGREEMENT, "sides": [["by"]]}]},
            {"agreements": [{**AGREEMENT, "sides": [["by"], []]}]},
            {"agreements": [{**AGREEMENT, "sides": [["by", "by"], ["kz"]]}]},
            {"agreements": [{**AGREEMENT, "sides": [["by"], [5]]}]},
            {"agreements": [{**AGREEMENT, "sectors": "trade"}]},
            {"agreements": [{**AGREEMENT, "sectors": ["trade", "trade"]}]},
            {"agreements": [{**AGREEMENT, "sectors": ["Trade"]}]},
            {"agreements": [{**AGREEMENT, "period": "2026-2028"}]},
            {"agreements": [{**AGREEMENT, "period": 2026}]},
            {"agreements": [{**AGREEMENT, "events": [{"kind": "singed"}]}]},
            {"agreements": [{**AGREEMENT, "events": [{"kind": "signed", "date": "soon"}]}]},
            {"agreements": [{**AGREEMENT, "languages": ["Deutsch"]}]},
            {"agreements": [{**AGREEMENT, "titles": [{"text": "x"}]}]},
            {"agreements": [{**AGREEMENT, "extra": {"key": 1}}]},
            {"sources": [{"id": "s", "url": "belta.by"}]},
            {"sectors": [{"code": "A b", "name": {"en": "x"}}]},
            {"trade": [{"id": "t", "origin": "by", "destination": "kz", "goods": ["99"]}]},
            {"trade": [{"id": "t", "origin": "by", "destination": "kz", "mutual": 1}]},
            {"trade": [{"id": "t", "origin": "by", "destination": "kz", "trend": "up"}]},
            {"projects": [{"id": "p", "name": {"en": "x"}, "partners": ["by", "by"]}]},
        ],
        ids=str,
    )
    def test_what_a_schema_can_catch(self, fields):
        """It catches; so does the reader."""
        assert not SCHEMA.is_valid(document(**fields))
        assert not accepted(document(**fields))

    @pytest.mark.parametrize(
        "fields",
        [
            {"bilateral": "1.0"},
            {"note": None},
            {"partners": [{**BY, "part_of": None}, KZ]},
            {"agreements": [{**AGREEMENT, "sides": [{"partners": ["by"]}, [KZ]]}]},
            {"agreements": [{**AGREEMENT, "period": "2026~/.."}]},
            {
                "agreements": [{**AGREEMENT, "sectors": ["bees"]}],
                "sectors": [{"code": "bees", "name": {"en": "bees"}}],
            },
            {
                "trade": [
                    {
                        "id": "t",
                        "origin": "by",
                        "destination": "kz",
                        "goods": ["870899", {"code": "IV"}],
                    }
                ]
            },
        ],
        ids=str,
    )
    def test_what_is_right(self, fields):
        """It lets through."""
        SCHEMA.validate(document(**fields))

    def test_three_languages(self):
        """In one schema, or one at a time."""
        kind = bl.json_schema()["$defs"]["agreement"]["properties"]["kind"]
        assert kind["title"] == "kind"
        assert kind["x-title"] == {"de": "Art", "ru": "вид документа"}
        russian = bl.json_schema("ru")
        assert russian["properties"]["agreements"]["title"] == "документы"
        assert "x-title" not in json.dumps(russian)
        labels = {one["const"]: one["title"] for one in russian["$defs"]["sectors_codes"]["anyOf"]}
        assert labels["trade"] == "торговля"


class TestWords:
    @pytest.mark.parametrize("lang", languages())
    def test_every_field_has_its_words(self, lang):
        """A name and a description, and nothing is described that is not there."""
        rows = lexicon(lang).rows("fields")
        expected = {"word.true", "word.false", "dossier.bilateral"}
        for kind in classes():
            topic = topic_of(kind)
            expected |= {topic, *(f"{topic}.{field.name}" for field in fields_of(kind))}

        assert set(rows) == expected
        assert [
            key for key, row in rows.items() if not key.startswith("word.") and len(row) < 3
        ] == []


def generated():
    """The script that writes what follows from the code."""
    spec = importlib.util.spec_from_file_location("generated", ROOT / "tools/write_generated.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class TestGeneratedFiles:
    def test_they_are_up_to_date(self, monkeypatch, tmp_path):
        """If not: python tools/write_generated.py."""
        monkeypatch.chdir(tmp_path)
        for path, text in generated().files().items():
            assert path.read_text(encoding="utf-8") == text, f"{path.name} is out of date"

    def test_every_problem_has_an_example(self):
        """In docs/reference/problems.tsv, and no other has."""
        assert sorted(generated().examples()) == generated().codes()

    def test_every_code_has_its_message(self):
        """And every message its code in the source."""
        package = Path(bl.__file__).parent
        source = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
        assert [code for code in generated().codes() if f'"{code}"' not in source] == []


def test_a_new_field_is_everywhere():
    """In every format, the schema, the columns and the list of fields: the class has it."""
    program = """
import attrs, importlib.util, sys
import bilateral.trade as trade
from bilateral.coercion import optional_text

fields = {"colour": attrs.field(default=None, converter=optional_text, kw_only=True)}
namespace = {"__annotations__": {"colour": "str | None"}, "__module__": "bilateral.trade",
             "__doc__": "x", **fields}
old = trade.TradeFlow
trade.TradeFlow = attrs.frozen(type("TradeFlow", (old,), namespace))
import bilateral as bl
from bilateral.formats import formats

flow = trade.TradeFlow("t", bl.Partner.state("BY"), bl.Partner.state("KZ"), colour="green")
dossier = bl.Dossier(trade=[flow])
for one in formats():
    if one.reads and one.lossless:
        assert bl.loads(bl.dumps(dossier, one.name), one.name) == dossier, one.name
assert "colour" in bl.json_schema()["$defs"]["trade_flow"]["properties"]
assert b"Colour [colour]" in bl.dumps(dossier, "csv", lang="en")["trade.csv"]
spec = importlib.util.spec_from_file_location("generated", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
assert any("colour" in line for line in module.fields_page())
from bilateral.testing import values_of
from hypothesis import Phase, find, settings
unshrunk = settings(phases=[Phase.generate], database=None)
assert find(values_of(trade.TradeFlow), lambda flow: flow.colour is not None, settings=unshrunk)
"""
    result = subprocess.run(
        [sys.executable, "-c", program, ROOT / "tools/write_generated.py"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
