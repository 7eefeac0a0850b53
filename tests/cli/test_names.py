"""Names and codes from the shell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import bilateral as bl
from bilateral.catalogue import LISTS
from bilateral.cli import main
from bilateral.examples import astana_2025
from bilateral.reading.candidates import Match
from bilateral.reading.finding import TYPES
from bilateral.tables import languages, tables_of


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(asked(capsys, *arguments, "--format", "json"))


class TestFind:
    def test_a_name_has_what_it_may_mean(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert asked(capsys, "find", "Georgia", "--lang", "de").splitlines()[1].split()[:3] == [
            *("Georgien", "Land", "GE"),
        ]
        found = data(capsys, "find", "Georgia", "--type", "subdivision", "--country", "US")
        assert [one["code"] for one in found] == ["US-GA"]

    def test_names_of_a_register_are_known_too(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "r.json"
        own = bl.Partner("acme", "company", {"en": "Qwertz Ltd"}, country="DE")
        bl.dump(bl.Dossier(partners=[own]), path)
        assert "acme" in asked(capsys, "find", "Qwertz Ltd", "--in", str(path))

    def test_what_is_not_known_has_another_status(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["find", "xyzzyq", "--lang", "ru"]) == 1
        assert capsys.readouterr().err == "Под названием «xyzzyq» ничего не известно.\n"

    def test_a_country_that_there_is_not_is_one_line(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["find", "Minsk", "--country", "XX"]) == 1
        assert capsys.readouterr().err == "“XX” is not a known code.\n"

    @pytest.mark.parametrize(
        ("lang", "line"),
        [
            ("de", "Handel Sektor trade Handel ähnlich 73 %"),
            ("en", "trade sector trade Handel similar 73%"),
            ("ru", "торговля сфера trade Handel похожее 73 %"),
        ],
    )
    def test_what_it_is_and_how_it_agrees_is_told_in_words(
        self, capsys: pytest.CaptureFixture[str], lang: str, line: str
    ) -> None:
        assert asked(capsys, "find", "handl", "--lang", lang).split("\n")[1].split() == line.split()

    @pytest.mark.parametrize("lang", languages())
    def test_every_type_and_every_way_to_agree_has_a_word(self, lang: str) -> None:
        rows = tables_of(lang).rows("display")
        assert {f"type.{one}" for one in TYPES} <= {*rows}
        assert {f"how.{one}" for one in Match} <= {*rows}


class TestRead:
    TITLE = str(astana_2025().agreements[2].title("ru"))

    def test_a_title_is_read_and_written_in_other_languages(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        shown = asked(capsys, "read", self.TITLE, "--source-lang", "ru")
        assert "Industry" in shown.rpartition("\n\n")[2]
        found = data(capsys, "read", self.TITLE, "--lang", "ru")
        assert found["kind"] == "roadmap"
        assert found["titles"]["ru"] == self.TITLE
        assert {*found["titles"]} == {"de", "en", "ru"}

    def test_of_one_that_is_not_understood_only_the_parts_are_told(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert data(capsys, "read", "Agreement of somebody")["titles"] == {}
        assert "agreement" in asked(capsys, "read", "Agreement of somebody")

    def test_a_language_without_tables_is_one_line(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["read", "x", "--source-lang", "fr"]) == 1
        assert capsys.readouterr().err == (
            "There are no tables for the language “fr”; the known languages are: de, en, ru.\n"
        )


class TestCodes:
    def test_the_lists_are_listed(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert asked(capsys, "codes").splitlines()[1:] == [*LISTS]
        assert data(capsys, "codes") == [*LISTS]

    @pytest.mark.parametrize("name", LISTS)
    def test_each_has_codes_with_names(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        one, *_ = data(capsys, "codes", name, "--limit", "1")
        assert all(one["names"].values())
        assert len({*one["names"].values()}) > 1
        line = asked(capsys, "codes", name, "--lang", "ru", "--limit", "1").splitlines()[1]
        assert line.split("  ")[0] == one["names"]["ru"]
        assert one["code"].lower() in line.lower()

    def test_partners_are_those_of_a_country(self, capsys: pytest.CaptureFixture[str]) -> None:
        found = data(capsys, "codes", "ministries", "--country", "UZ")
        assert {one["code"].partition("-")[0] for one in found} == {"uz"}


class TestAboutFiles:
    def test_formats_say_what_they_can_do(self, capsys: pytest.CaptureFixture[str]) -> None:
        lines = asked(capsys, "formats").splitlines()
        assert lines[0].split() == ["format", "suffixes", "read", "write", "lossless", "extra"]
        assert len(lines) == 1 + len(bl.formats.formats())
        html = next(one for one in data(capsys, "formats") if one["name"] == "html")
        assert (html["reads"], html["writes"], html["lossless"]) == (False, True, False)

    def test_the_schema_is_that_of_the_package(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert json.loads(asked(capsys, "schema")) == bl.json_schema()
