"""The language of the commands, and what they say to somebody who mistypes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bilateral.cli import main, parser_of
from bilateral.cli.words import Words, language_of
from bilateral.tables import languages, tables_of

COMMANDS = (
    *("show", "validate", "convert", "import", "diff", "status", "active", "deadlines"),
    *("title", "timeline", "find", "read", "codes", "formats", "schema", "completion"),
)


def usage(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said to a wrong use."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    sentence, more = captured.err.splitlines()
    assert "--help" in more
    return sentence


class TestLanguage:
    @pytest.mark.parametrize(
        ("arguments", "environment", "lang"),
        [
            ([], {}, "en"),
            (["--lang", "ru"], {"BILATERAL_LANG": "de"}, "ru"),
            (["show", "--lang=de-AT"], {}, "de"),
            ([], {"BILATERAL_LANG": "ru", "LC_ALL": "de_DE.UTF-8"}, "ru"),
            ([], {"LC_ALL": "de_DE.UTF-8", "LANG": "ru_RU.UTF-8"}, "de"),
            ([], {"LC_ALL": "", "LC_MESSAGES": "ru_RU", "LANG": "de_DE"}, "ru"),
            ([], {"LANG": "de_AT@euro"}, "de"),
            ([], {"LC_ALL": "C.UTF-8", "LANG": "ru_RU.UTF-8"}, "en"),
            ([], {"LANG": "kk_KZ.UTF-8"}, "en"),
            (["--lang"], {}, "en"),
        ],
    )
    def test_it_is_asked_for_or_that_of_the_system(
        self, arguments: list[str], environment: dict[str, str], lang: str
    ) -> None:
        assert language_of(arguments, environment) == lang

    @pytest.mark.parametrize("place", [0, 2])
    def test_it_may_stand_before_the_command_or_after_it(
        self, capsys: pytest.CaptureFixture[str], file: str, place: int
    ) -> None:
        arguments = ["validate", file]
        arguments[place:place] = ["--lang", "ru"]
        assert main(arguments) == 0
        assert "ошибок нет" in capsys.readouterr().out

    def test_one_without_tables_is_refused(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert usage(capsys, "show", "x", "--lang", "fr") == (
            "bilateral show: --lang: There are no tables for the language “fr”; "
            "the known languages are: de, en, ru."
        )


class TestHelp:
    @pytest.mark.parametrize("lang", languages())
    @pytest.mark.parametrize("command", ["", *COMMANDS])
    def test_it_is_in_the_language_whole(
        self, capsys: pytest.CaptureFixture[str], lang: str, command: str
    ) -> None:
        with pytest.raises(SystemExit) as caught:
            main([*filter(None, [command]), "--help", "--lang", lang])
        assert caught.value.code == 0
        shown = capsys.readouterr().out
        words = Words(lang)
        assert shown.startswith(words("usage"))
        assert words("options") in shown
        if command:
            assert words(f"command.{command}")[1:30] in re.sub(r"\s+", " ", shown)
            assert words("exit.interrupted") in shown
        if lang == "ru":
            assert not re.search(r"\b(usage|options|show this|arguments|default)\b", shown)

    def test_every_command_is_among_the_commands(self) -> None:
        shown = parser_of(Words("en")).format_help()
        assert all(re.search(rf"^    {name} ", shown, re.MULTILINE) for name in COMMANDS)

    @pytest.mark.parametrize("lang", languages())
    def test_no_row_is_without_use(self, lang: str) -> None:
        """But those that reviews of lists have in the same table."""
        folder = Path(__file__).parents[2] / "src/bilateral"
        if not folder.exists():
            pytest.skip("the wheel is tested without its source")
        source = "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
        rows = [row for row in tables_of(lang).rows("shell") if not row.startswith("review")]
        assert [row for row in rows if row.rpartition(".")[2] not in source] == []


class TestMistakes:
    @pytest.mark.parametrize(
        ("arguments", "sentence"),
        [
            (["shwo"], "bilateral: “shwo” is not a command. Did you mean “show”?"),
            (["qqq"], "bilateral: “qqq” is not a command."),
            (
                ["x.json"],
                "bilateral: “x.json” is not a command. To show a file: bilateral show x.json",
            ),
            (["show"], "bilateral show: This is missing: FILE"),
            (["timeline", "x"], "bilateral timeline: This is missing: ID"),
            (["status", "x", "--on"], "bilateral status: --on: a value is missing."),
            (
                ["status", "x", "--lnag", "de"],
                "bilateral status: Not understood: --lnag de. Did you mean “--lang”?",
            ),
            (["formats", "more"], "bilateral formats: Not understood: more."),
            (
                ["status", "x", "--format", "jsn"],
                "bilateral status: --format: “jsn” is not one of text, json, csv, tsv, html, "
                "markdown. Did you mean “json”?",
            ),
            (["codes", "--limit", "-1"], "bilateral codes: --limit: “-1” is not a whole number."),
            (["codes", "--limit", "²"], "bilateral codes: --limit: “²” is not a whole number."),
            (
                ["active", "x", "--on", "2026"],
                "bilateral active: --on: Expected a single day, got “2026”. [whole-day-needed]",
            ),
            (
                ["active", "x", "--on", "05/06/2025"],
                "bilateral active: --on: “05/06/2025” can be read in several ways: ",
            ),
            (["import", "x", "-o", "y"], "bilateral import: Use --lang or --source-lang"),
            (["diff", "-", "-"], "bilateral diff: Only one of the two can be the standard input."),
            (["show", "-"], "bilateral show: - has no suffix: add --from."),
            (["convert", "x.json", "new"], "bilateral convert: new has no suffix: add --to."),
            (
                ["find", "x", "--type", "secto"],
                "bilateral find: --type: “secto” is not one of sector, ",
            ),
            (["codes", "sector"], "bilateral codes: “sector” is not one of events, kinds, "),
            (
                ["import", "x", "-o", "y", "--columns", "sign=3"],
                "bilateral import: --columns: “sign” is not one of city, counter, country, ",
            ),
            (
                ["import", "x", "-o", "y", "--columns", "signed"],
                "bilateral import: --columns: Write in which column this stands, by its header or "
                "its number: signed=HEADER.",
            ),
            (["formats", "--limit=3"], "bilateral formats: Not understood: --limit=3."),
        ],
    )
    def test_they_are_one_sentence_with_what_may_be_meant(
        self, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
    ) -> None:
        assert usage(capsys, *arguments).startswith(sentence)

    def test_the_nearest_of_long_lists_is_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        for arguments in (["find", "x", "--type", "secto"], ["codes", "sector"]):
            assert usage(capsys, *arguments).endswith(("“sector”?", "“sectors”?"))

    def test_what_may_be_several_may_stand_behind_options(
        self, capsys: pytest.CaptureFixture[str], file: str
    ) -> None:
        assert main(["validate", file, "--lang", "de", file]) == 0
        assert capsys.readouterr().out.count("keine Fehler") == 2
        assert main(["title", file, "--lang", "de", "by-kz-2025-industry-roadmap"]) == 0
        assert len(capsys.readouterr().out.splitlines()) == 1

    def test_a_file_without_a_suffix_is_known_by_being_there(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "register"
        path.mkdir()
        assert usage(capsys, str(path)).endswith(f"bilateral show {path}")

    def test_so_is_a_file_of_an_unknown_format(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        path = tmp_path / "register"
        path.touch()
        assert usage(capsys, "validate", str(path)) == (
            f"bilateral validate: {path} has no suffix: add --from."
        )

    def test_they_are_told_in_the_language(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert usage(capsys, "show", "--lang", "ru") == "bilateral show: Не хватает: ФАЙЛ"
        assert usage(capsys, "shwo", "--lang", "de").endswith("Meinten Sie „show“?")

    def test_what_argparse_says_otherwise_is_told_as_it_is(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit):
            parser_of(Words("de")).error("something new")
        assert capsys.readouterr().err.startswith("bilateral: something new\n")
