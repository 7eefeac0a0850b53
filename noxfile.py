"""Every check of the project, by name: ``nox -l`` lists them, ``nox -s NAME`` runs one."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PYPROJECT)
PACKAGE_DATA = {".json", ".py", ".tsv", ".txt", ".typed", ".yaml"}

nox.needs_version = ">=2025.2.9"
nox.options.sessions = ["lint", "types", "tests", "docs"]


def group(name: str) -> tuple[str, ...]:
    """The requirements of a dependency group, whatever the age of pip."""
    return nox.project.dependency_groups(PYPROJECT, name)


@nox.session
def tests(session: nox.Session) -> None:
    """The test suite on this Python, with 100 % branch coverage."""
    session.install("-e", ".[all]", *group("tests"))
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    if not session.posargs:
        session.run("coverage", "report")


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """The test suite with the oldest dependencies that the metadata allow."""
    project = PYPROJECT["project"]
    extras = [*project["optional-dependencies"].values()]
    bounds = [*project["dependencies"], *(bound for extra in extras for bound in extra)]
    oldest = [bound.replace(">=", "==") for bound in bounds if ">=" in bound]
    session.install("-e", ".[all]", *oldest, *group("tests"))
    session.run("pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style (ruff), formatting (ruff), and the workflows (zizmor)."""
    session.install(*group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("zizmor", "--offline", "--quiet", ".github")


@nox.session
def types(session: nox.Session) -> None:
    """The types: sound inside, complete for users, and as the documentation has them."""
    session.install("-e", ".[all]", *group("types"))
    session.run("mypy")
    session.run("pyright", "--warnings")
    session.run("pyright", "--verifytypes", "bilateral", "--ignoreexternal")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, strictly and without the network; its examples run with the tests."""
    session.install("-e", ".[all]", *group("docs"))
    strict = ("-E", "-n", "-W", "--keep-going", "-q")
    session.run("sphinx-build", *strict, "-b", "html", "docs", "docs/_build/html")


@nox.session
def build(session: nox.Session) -> None:
    """The sdist and the wheel, and whether all that users need is in the wheel."""
    session.install(*group("build"))
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build")
    check_wheel(session)


def built_wheel(session: nox.Session) -> Path:
    """The one wheel in ``dist``."""
    wheels = list((ROOT / "dist").glob("*.whl"))
    if len(wheels) != 1:
        session.error(f"dist holds {len(wheels)} wheels, not one: run `nox -s build` first")
    return wheels[0]


def check_wheel(session: nox.Session) -> None:
    """Compare the content of the wheel with the source tree and the metadata."""
    with zipfile.ZipFile(built_wheel(session)) as wheel:
        names = set(wheel.namelist())
    info = next(name.split("/")[0] for name in names if ".dist-info/" in name)
    source = ROOT / "src"
    expected = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*")
        if path.is_file() and path.suffix in PACKAGE_DATA
    }
    expected |= {f"{info}/licenses/{path}" for path in PYPROJECT["project"]["license-files"]}
    missing = sorted(expected - names)
    surplus = sorted(name for name in names - expected if not name.startswith(f"{info}/"))
    if missing or surplus:
        session.error(f"wheel: missing {missing}, not expected {surplus}")
    session.log(f"wheel: {len(expected)} files, all there and none besides")


@nox.session(python=PYTHONS)
def wheel(session: nox.Session) -> None:
    """The test suite against the built wheel, where there is no ``src``."""
    session.install(f"{built_wheel(session)}[all]", *group("tests"))
    elsewhere = Path(session.create_tmp()) / "checkout"
    shutil.rmtree(elsewhere, ignore_errors=True)
    unwanted = shutil.ignore_patterns("src", "dist", "build", "_build", "__pycache__", ".*")
    shutil.copytree(ROOT, elsewhere, ignore=unwanted)
    session.chdir(elsewhere)
    session.run("pytest", *session.posargs)
