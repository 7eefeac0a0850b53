"""The files that are made from the code."""

import importlib.util
from pathlib import Path

import bilateral as bl
from tests.processes import in_fresh_python

ROOT = Path(__file__).parents[2]


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

    def test_every_problem_has_an_example_in_the_table_and_no_other_has(self):
        assert sorted(generated().examples()) == generated().codes()

    def test_every_code_has_its_message_and_every_message_its_code(self):
        package = Path(bl.__file__).parent
        source = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
        assert [code for code in generated().codes() if f'"{code}"' not in source] == []


def test_a_new_field_is_everywhere_because_the_class_has_it():
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
    in_fresh_python(program, str(ROOT / "tools/write_generated.py"))
