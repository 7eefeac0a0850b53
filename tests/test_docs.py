"""Every example that a reader sees is executed as a reader would.

One page is one session, from its first block to its last, in an empty directory:

- ``python`` blocks run. With ``>>>`` prompts they are doctests; without, they are programs.
  The names of a page stay from block to block.
- ``{chart}`` blocks, which the docs draw, are expressions with those names.
- ``console`` blocks run each line after ``$``, and what it prints has to be what stands below;
  ``|`` hands the output of a command to the next one.
  ``python`` and ``bilateral`` are those under test; ``echo $?`` shows the exit status,
  and a command that fails without being asked for its status fails the test. Each is a process
  of its own; only on translated pages, which show the same commands in other words, ``bilateral``
  is called in this one.
- A block below the comment ``<!-- file: NAME -->`` is written to that file.
- ``...`` stands for anything.

Blocks in the other languages below are shown and not run; a page may not use any further ones.
The docstrings of all modules run too.
"""

from __future__ import annotations

import doctest
import importlib
import importlib.metadata
import io
import pkgutil
import re
import shlex
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

import bilateral
from bilateral.cli import main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
SHOWN = {"", "csv", "json", "mermaid", "sh", "text", "toml", "xml", "yaml"}
NOT_USED = {"{code}", "{code-block}", "{code-cell}", "{sourcecode}"}
FLAGS = doctest.ELLIPSIS

FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>```+|~~~+|:::+) *(?P<language>\S*)[^\n]*\n"
    r"(?P<text>.*?)"
    r"^(?P=indent)(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
FILE_MARK = re.compile(r"<!-- file: (?P<name>[\w.-]+) -->\s*\Z")


# From the words of a command and what it is given, what it prints and its exit status.
Run = Callable[[list[str], str], tuple[str, int]]


class Block(NamedTuple):
    """A fenced block of a page; ``file`` is the name that a mark above it gives."""

    language: str
    text: str
    line: int
    file: str | None


def blocks_of(page: str, above: int = 0) -> list[Block]:
    """The blocks of a page in order, those inside directives included."""
    blocks = []
    for match in FENCE.finditer(page):
        mark = FILE_MARK.search(page, 0, match.start())
        line = above + page.count("\n", 0, match.start("text")) + 1
        text = textwrap.dedent(match["text"])
        blocks.append(Block(match["language"], text, line, mark["name"] if mark else None))
        if match["language"].startswith("{"):
            blocks += blocks_of(text, line - 1)
    return blocks


class Session:
    """What one page's blocks have in common: names, and the exit status of the last command."""

    def __init__(self, page: str, bilateral: Run | None = None) -> None:
        self.page = page
        self.bilateral = bilateral or process("-m", "bilateral")
        self.names: dict[str, object] = {"__name__": "__main__"}
        self.status = 0

    def run(self, block: Block) -> None:
        if block.file is not None:
            Path(block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "python":
            self.python(block)
        elif block.language == "console":
            self.console(block)
        elif block.language == "{chart}":
            assert eval(block.text, self.names)._repr_html_()  # noqa: S307 - our own pages
        else:
            directive = block.language.startswith("{") and block.language not in NOT_USED
            assert directive or block.language in SHOWN, (
                f"{self.page}:{block.line}: is a {block.language} block run or shown?"
            )

    def python(self, block: Block) -> None:
        if ">>> " not in block.text:
            source = "\n" * (block.line - 1) + block.text
            code = compile(source, self.page, "exec", dont_inherit=True)
            exec(code, self.names)  # noqa: S102 - our own pages
            return
        test = doctest.DocTestParser().get_doctest(
            block.text, self.names, self.page, self.page, block.line - 1
        )
        run_doctest(test, clear=False)
        self.names.update(test.globs)

    def console(self, block: Block) -> None:
        for command, expected in commands_of(block.text):
            place = f"{self.page}:{block.line}: $ {command}"
            if command == "echo $?":
                printed, self.status = f"{self.status}\n", 0
            else:
                assert not self.status, f"before {place}: the command failed ({self.status})"
                printed, self.status = execute(command, self.bilateral)
            if expected:
                assert_same(place, expected, printed)
        assert not self.status, f"{self.page}:{block.line}: the last command failed"


def commands_of(text: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what is printed below it."""
    head, *parts = re.split(r"^\$ ", text, flags=re.MULTILINE)
    assert not head.strip(), f"output without a command: {head!r}"
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


def execute(command: str, bilateral: Run) -> tuple[str, int]:
    """What a command prints on both streams, and its exit status."""
    words = shlex.split(command)
    printed, status = "", 0
    while words:
        end = words.index("|") if "|" in words else len(words)
        name, *arguments = words[:end]
        programs = {"python": process(), "bilateral": bilateral}
        assert name in programs, f"{name} is not run in examples: use a block of another language"
        printed, status = programs[name](arguments, printed)
        words = words[end + 1 :]
    return printed, status


def process(*before: str) -> Run:
    """Run Python with these words before those of a command."""

    def run(arguments: list[str], given: str) -> tuple[str, int]:
        if sys.getfilesystemencoding() == "ascii" and not " ".join(arguments).isascii():
            pytest.skip("no command can be given such words here")
        done = subprocess.run(
            [sys.executable, *before, *arguments],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return done.stdout, done.returncode

    return run


def bilateral_here(arguments: list[str], given: str) -> tuple[str, int]:
    """Run a command without a process of its own, which takes longer to start than to answer."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stdin = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    with patch("sys.stdin", stdin), redirect_stdout(printed), redirect_stderr(printed):
        try:
            status = main(arguments)
        except SystemExit as error:
            status = int(error.code or 0)
    printed.seek(0)
    return printed.read(), status


def assert_same(place: str, expected: str, printed: str) -> None:
    checker = doctest.OutputChecker()
    if not checker.check_output(expected, printed, FLAGS):
        example = doctest.Example("", expected)
        pytest.fail(f"{place}\n{checker.output_difference(example, printed, FLAGS)}")


def run_doctest(test: doctest.DocTest, *, clear: bool = True) -> None:
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    failed = runner.run(test, out=report.append, clear_globs=clear).failed
    if failed:
        pytest.fail("".join(report), pytrace=False)


def docstring_tests() -> list[doctest.DocTest]:
    """The examples in the docstrings of every module of the package."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    names = [info.name for info in pkgutil.walk_packages(bilateral.__path__, "bilateral.")]
    found = []
    for name in ["bilateral", *names]:
        if not name.endswith(".__main__"):
            found += [test for test in finder.find(importlib.import_module(name)) if test.examples]
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_example_of_a_page_runs_as_it_is_shown(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")
    session = Session(page.relative_to(ROOT).as_posix())
    for block in blocks_of(page.read_text(encoding="utf-8")):
        session.run(block)


@pytest.mark.parametrize("test", docstring_tests(), ids=lambda test: test.name)
def test_every_example_of_a_docstring_runs_as_it_is_shown(
    test: doctest.DocTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run_doctest(test)


@pytest.mark.parametrize("name", ["run", "test"])
def test_readme_has_the_commands_that_ci_runs(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(rf"^<!-- ci: {name} -->\n```sh\n(.+)\n```$", readme, re.MULTILINE)
    assert len(commands) == 1


def test_installation_tells_of_every_extra() -> None:
    page = (ROOT / "docs" / "installation.md").read_text(encoding="utf-8")
    extras = importlib.metadata.metadata("bilateral").get_all("Provides-Extra") or []
    assert [extra for extra in extras if f"`{extra}`" not in page] == []


class TestTheRunnerItself:
    """An example that is wrong must not pass."""

    @pytest.fixture(autouse=True)
    def _elsewhere(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    @staticmethod
    def run(page: str) -> None:
        session = Session("page.md")
        for block in blocks_of(page):
            session.run(block)

    @pytest.mark.parametrize(
        "page",
        [
            "```python\n>>> 1 + 1\n2\n```\n",
            "```python\nx = 2\n```\n\n```python\n>>> x\n2\n```\n",
            "- item\n\n  ```python\n  >>> 'abcdef'\n  'a...f'\n  ```\n",
            "<!-- file: a.py -->\n```text\nprint(1)\n```\n```console\n$ python a.py\n1\n```\n",
            ":::{note}\n```python\n>>> x = 1\n```\n:::\n\n```python\n>>> x\n1\n```\n",
            '```console\n$ python -c "raise SystemExit(3)"\n$ echo $?\n3\n```\n',
            "```console\n$ python -c 'print(1)' | python -c 'print(input())'\n1\n```\n",
            "```sh\nmake coffee\n```\n",
        ],
    )
    def test_an_example_that_is_right_passes(self, page: str) -> None:
        self.run(page)

    @pytest.mark.parametrize(
        "page",
        [
            "```python\n>>> 1 + 1\n3\n```\n",
            "```python\nassert False\n```\n",
            "```console\n$ python -c 'print(1)'\n2\n```\n",
            "```console\n$ python -c 'raise SystemExit(3)'\n```\n",
            "```console\n$ python -c 'raise SystemExit(3)'\n$ python -c 'print(1)'\n```\n",
            "```console\n$ make coffee\n```\n",
            "```console\nno command\n```\n",
            "```pycon\n>>> 1 + 1\n2\n```\n",
            "```{code-block} python\n>>> 1 + 1\n2\n```\n",
            "::::{note}\n:::{tip}\n```python\n>>> 1 + 1\n3\n```\n:::\n::::\n",
        ],
    )
    def test_an_example_that_is_wrong_fails(self, page: str) -> None:
        with pytest.raises((AssertionError, pytest.fail.Exception)):
            self.run(page)
