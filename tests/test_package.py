"""The package as a whole: what it says of itself, and what it costs to import."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.resources
import json
import pkgutil
import sys

import pytest
from packaging.requirements import Requirement

import bilateral
from tests.processes import in_fresh_python

HEAVY = {"attr", "attrs", "babel", "cattr", "cattrs", "dateutil", "ruamel", "yaml"}
# What a bare import may load besides the package root. Startup has the rest.
PERMITTED = {
    "__future__",
    "bilateral",
    "importlib",
    "importlib._bootstrap",
    "importlib._bootstrap_external",
    "warnings",
}


def answer_of(program: str) -> object:
    """What a program prints as JSON, in an interpreter of its own."""
    return json.loads(in_fresh_python(program))


def test_help_of_the_shell_waits_for_no_model_and_no_library() -> None:
    loaded = answer_of(
        """
        import contextlib, io, json, sys
        from bilateral.cli import main
        with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):
            main(["--help"])
        print(json.dumps(sorted(sys.modules)))
        """
    )
    assert isinstance(loaded, list)
    kept_out = {"babel", "cattrs", "dateutil", "argcomplete", "bilateral.dossiers"}
    assert kept_out.isdisjoint(loaded)


class TestMetadata:
    @pytest.fixture
    def metadata(self) -> importlib.metadata.PackageMetadata:
        return importlib.metadata.metadata("bilateral")

    def test_the_metadata_have_the_version_of_the_package(self) -> None:
        assert importlib.metadata.version("bilateral") == bilateral.__version__

    def test_core_dependencies_are_four(self) -> None:
        found = [Requirement(text) for text in importlib.metadata.requires("bilateral") or ()]
        core = {requirement.name for requirement in found if requirement.marker is None}
        assert core == {"attrs", "babel", "cattrs", "python-dateutil"}

    def test_every_dependency_has_a_lower_bound_and_no_upper(self) -> None:
        found = [Requirement(text) for text in importlib.metadata.requires("bilateral") or ()]
        for requirement in found:
            operators = {specifier.operator for specifier in requirement.specifier}
            assert operators == {">="} or requirement.name == "bilateral"

    def test_the_classifiers_name_the_pythons_that_are_tested(
        self, metadata: importlib.metadata.PackageMetadata
    ) -> None:
        prefix = "Programming Language :: Python :: 3."
        classifiers = metadata.get_all("Classifier") or []
        minors = {c.removeprefix(prefix) for c in classifiers if c.startswith(prefix)}
        assert minors == {"11", "12", "13", "14"}
        assert metadata["Requires-Python"] == ">=3.11"
        assert str(sys.version_info.minor) in minors

    def test_both_licences_are_named_and_their_files_included(
        self, metadata: importlib.metadata.PackageMetadata
    ) -> None:
        assert metadata["License-Expression"] == "MIT AND Unicode-3.0"
        files = metadata.get_all("License-File") or []
        assert files == ["LICENSE", "src/bilateral/reference/data/LICENSE-unicode.txt"]

    def test_types_are_published(self) -> None:
        assert (importlib.resources.files("bilateral") / "py.typed").is_file()


class TestImport:
    def test_the_import_loads_next_to_nothing(self) -> None:
        loaded = answer_of(
            """
            import sys
            before = set(sys.modules)
            import bilateral
            loaded = sorted(set(sys.modules) - before)
            import json
            print(json.dumps(loaded))
            """
        )
        assert set(loaded) <= PERMITTED

    def test_the_heavy_ones_wait_even_for_dir(self) -> None:
        loaded = answer_of(
            """
            import json, sys
            import bilateral
            dir(bilateral)
            print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
            """
        )
        assert HEAVY.isdisjoint(loaded)

    def test_the_import_opens_no_data_file(self) -> None:
        opened = answer_of(
            """
            import json, sys
            opened = []
            def note(event, arguments):
                # Bytecode is written to a file that is open already, as a number.
                if event == "open" and not isinstance(arguments[0], int):
                    opened.append(str(arguments[0]))
            sys.addaudithook(note)
            import bilateral
            print(json.dumps(opened))
            """
        )
        # Freshly compiled bytecode is written to a name with a number after its suffix.
        assert [name for name in opened if ".py" not in name] == []

    def test_the_guards_see_what_they_guard_against(self) -> None:
        loaded, opened = answer_of(
            """
            import json, sys
            opened = []
            def note(event, arguments):
                # Bytecode is written to a file that is open already, as a number.
                if event == "open" and not isinstance(arguments[0], int):
                    opened.append(str(arguments[0]))
            sys.addaudithook(note)
            import bilateral
            bilateral.Partner.state("BY")
            print(json.dumps([sorted(sys.modules), opened]))
            """
        )
        assert "attrs" in loaded
        assert any(name.endswith(".tsv") for name in opened)

    def test_an_agreement_waits_for_its_rules(self) -> None:
        loaded, term = answer_of(
            """
            import json, sys, typing
            import bilateral
            bilateral.Agreement
            loaded = sorted(sys.modules)
            print(json.dumps([loaded, str(typing.get_type_hints(bilateral.Agreement)["term"])]))
            """
        )
        assert "bilateral.agreements" in loaded
        assert [name for name in loaded if name.startswith("bilateral.terms")] == []
        assert term == "bilateral.terms.rules.Term | None"

    def test_a_file_that_is_no_sheet_needs_no_names(self) -> None:
        loaded = answer_of(
            """
            import json, sys
            import bilateral
            bilateral.loads('{"bilateral": "1"}', "json")
            print(json.dumps(sorted(sys.modules)))
            """
        )
        assert "bilateral.wire.records" in loaded
        rooms = ("bilateral.reading", "bilateral.wire.sheets")
        assert [name for name in loaded if name.startswith(rooms)] == []

    def test_a_label_needs_no_frames(self) -> None:
        loaded = answer_of(
            """
            import json, sys
            import bilateral
            bilateral.Sector("trade").label("ru")
            print(json.dumps(sorted(sys.modules)))
            """
        )
        assert "bilateral.language.lexicon" in loaded
        assert {"bilateral.language.frames", "pathlib", "babel"}.isdisjoint(loaded)


class TestNames:
    def test_dir_is_complete_before_any_use(self) -> None:
        names, public = answer_of(
            """
            import json
            import bilateral
            print(json.dumps([dir(bilateral), list(bilateral.__all__)]))
            """
        )
        assert set(public) <= set(names)
        assert names == sorted(names)

    def test_every_name_is_there(self) -> None:
        assert [name for name in bilateral.__all__ if getattr(bilateral, name, None) is None] == []

    def test_all_is_sorted_without_repetition(self) -> None:
        assert list(bilateral.__all__) == sorted(set(bilateral.__all__))

    def test_a_star_import_brings_all_of_them(self) -> None:
        names: dict[str, object] = {}
        exec("from bilateral import *", names)  # noqa: S102 - the statement is the subject
        assert set(bilateral.__all__) <= set(names)

    def test_checkers_and_editors_see_the_same_names(self) -> None:
        source = importlib.resources.files("bilateral").joinpath("__init__.pyi")
        body = ast.parse(source.read_text(encoding="utf-8")).body
        imports = [node for node in body if isinstance(node, ast.ImportFrom)]
        declared = {alias.asname for node in imports for alias in node.names}
        assert {*declared, "__version__"} == set(dir(bilateral))
        for node in imports:
            module = importlib.import_module(str(node.module))
            assert all(
                getattr(module, one.name) is getattr(bilateral, one.name) for one in node.names
            )

    def test_an_unknown_name_is_named(self) -> None:
        with pytest.raises(AttributeError, match="no attribute 'Trilateral'"):
            _ = bilateral.Trilateral

    def test_dir_stays_as_it_is(self) -> None:
        before, after = answer_of(
            """
            import json
            import bilateral
            before = dir(bilateral)
            bilateral.Agreement, bilateral.find, bilateral.sectors
            print(json.dumps([before, dir(bilateral)]))
            """
        )
        assert before == after == dir(bilateral)
        assert {"import_module", "annotations"}.isdisjoint(before)


def test_every_module_is_reached_by_its_name() -> None:
    """Before anything else has loaded it."""
    modules = [one.name for one in pkgutil.iter_modules(bilateral.__path__)]
    for name in modules:
        if not name.startswith("_"):
            found = vars(bilateral)["__getattr__"](name)
            assert found.__name__ == f"bilateral.{name}"
    assert "terms" in modules


def test_what_a_module_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that is there but cannot be loaded is no unknown name."""

    def load(_: str) -> object:
        raise ModuleNotFoundError("No module named 'elsewhere'", name="elsewhere")

    monkeypatch.setattr(importlib, "import_module", load)
    with pytest.raises(ModuleNotFoundError, match="elsewhere"):
        vars(bilateral)["__getattr__"]("testing")


def test_what_is_neither_name_nor_module_is_an_attribute_error() -> None:
    for name in ("nonsense", "_nonsense"):
        with pytest.raises(AttributeError, match=name):
            getattr(bilateral, name)
