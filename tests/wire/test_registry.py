"""Formats of users and of other packages."""

import pytest

import bilateral as bl
from bilateral import Dossier, UnknownFormat
from bilateral.wire import registry
from bilateral.wire.registry import Format
from tests.wire.helpers import found


class TestRegistry:
    class Ids:
        def write(self, dossier, lang="en"):
            return f"{lang}\n" + "".join(f"{one.id}\n" for one in dossier.partners)

    @pytest.fixture(autouse=True)
    def _restored(self, monkeypatch):
        monkeypatch.setattr(registry, "_registered", dict(registry._registered))

    def test_a_format_of_ones_own_is_added_by_a_function_that_takes_options(self, tmp_path):
        bl.formats.register(Format("ids", (".ids",), codec=self.Ids()))
        dossier = Dossier(partners=[bl.Partner.state("BY")])
        bl.dump(dossier, tmp_path / "x.ids", lang="de")

        assert (tmp_path / "x.ids").read_text(encoding="utf-8") == "de\nby\n"
        assert "ids" in [one.name for one in bl.formats.formats()]
        with pytest.raises(UnknownFormat):
            bl.load(tmp_path / "x.ids")
        bl.formats.register(Format("in", (".in",), codec="bilateral.formats.xlsm"))
        with pytest.raises(UnknownFormat):
            bl.dump(dossier, tmp_path / "x.in")

    def test_a_format_of_another_package_is_imported_when_it_is_used(self, monkeypatch, tmp_path):
        one = Format("points", (".points",), codec="bilateral.formats.json")

        class Point:
            def load(self):
                return one

        monkeypatch.setattr(registry, "_entry_points_read", False)
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [Point()])

        assert bl.loads('{"bilateral": "1"}', "points") == Dossier()
        assert registry.name_of("x.points.gz") == "points"

    def test_a_path_names_its_format_by_its_suffix(self, tmp_path):
        """A folder is of the first format that is written as one."""
        assert registry.name_of("a.b/Register.JSON.GZ") == "json"
        assert registry.name_of(tmp_path, folder=True) == "csv"
        for name in (".gz", "x.gz", "x", "x.doc"):
            with pytest.raises(UnknownFormat):
                registry.name_of(name)


MANY_MISTAKES = """\
{"bilateral": "1",
 "partners": [
  {"id": "BY gov", "kind": "goverment", "name": {"en": "G"}, "country": "BX"},
  {"id": "kz", "kind": "state", "name": {"en": ""}, "country": "KX", "code": "KZ"},
  {"id": "kz", "kind": "state", "name": {"en": "K"}, "code": "KZ", "colour": "blue"}
 ],
 "agreements": [
  {"id": "a", "kind": "roadmap", "sides": [["kz"], ["kzz"]], "sectors": ["industri"],
   "period": "2028/2026"},
  {"id": "b", "kind": 5, "sides": [["kz"]], "events": [{"kind": "signed", "date": "2026-02-30"}]}
 ]}
"""


def test_one_mistake_does_not_hide_another():
    """Not in the same record, not in another one."""
    assert found(MANY_MISTAKES, "json") == [
        (3, "partners[0].id", "invalid-id"),
        (3, "partners[0].kind", "unknown-partner-kind"),
        (3, "partners[0].country", "unknown-country"),
        (4, "partners[1].name.en", "empty-text"),
        (4, "partners[1].country", "unknown-country"),
        (4, "partners[1].code", "country-mismatch"),
        (5, "partners[2].id", "duplicate-id"),
        (5, "partners[2].colour", "unknown-field"),
        (8, "agreements[0].sides[1][0]", "unresolved"),
        (8, "agreements[0].sectors[0]", "unknown-sector"),
        (9, "agreements[0].period", "period-reversed"),
        (10, "agreements[1].kind", "wrong-type"),
        (10, "agreements[1].sides", "two-sides"),
        (10, "agreements[1].events[0].date", "no-such-day"),
    ]


def test_a_format_whose_module_cannot_be_loaded_neither_reads_nor_writes():
    one = Format("nowhere", (".nowhere",), codec="bilateral.formats.nowhere")
    assert (one.reads, one.writes, one.streams) == (False, False, False)
