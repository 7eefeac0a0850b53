"""Every check of the project, by name: ``nox -l`` lists them, ``nox -s NAME`` runs one."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYPROJECT = nox.project.load_toml("pyproject.toml")
PROJECT = PYPROJECT["project"]
PYTHONS = nox.project.python_versions(PYPROJECT)
CONSTRAINTS = ROOT / "constraints.txt"
PACKAGE_DATA = {".json", ".py", ".pyi", ".tsv", ".txt", ".typed", ".yaml"}
# What a release of a dependency announces for later is shown, and fails nothing today.
ANNOUNCED = ("DeprecationWarning", "PendingDeprecationWarning", "FutureWarning")

# A hundred processes import the package: it is compiled once, whatever the machine prefers.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "virtualenv"
nox.options.sessions = ["lint", "types", "tests", "docs"]


def group(name: str) -> tuple[str, ...]:
    """The requirements of a dependency group, whatever the age of pip."""
    return nox.project.dependency_groups(PYPROJECT, name)


def bound_by(constraints: Path) -> dict[str, str]:
    """The environment in which pip keeps to a file, also for what builds a package."""
    # pip 25.3 and newer ask for the constraints of builds by a name of their own.
    return dict.fromkeys(("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"), str(constraints))


def install(session: nox.Session, *requirements: str, constraints: Path = CONSTRAINTS) -> None:
    """Install exact versions."""
    session.install(*requirements, env=bound_by(constraints))


def bounds_for_users() -> list[str]:
    """What users get with the package and its extras: each requirement as the metadata have it."""
    extras = PROJECT["optional-dependencies"].values()
    listed = [*PROJECT["dependencies"], *(bound for extra in extras for bound in extra)]
    return [bound for bound in listed if ">=" in bound]


def normalized(requirement: str) -> str:
    """The name in a requirement, as PEP 503 writes it."""
    name = re.match("[A-Za-z0-9._-]*", requirement)
    return re.sub("[-_.]+", "-", name[0]).lower() if name else ""


def test_tools_alone(session: nox.Session) -> Path:
    """Constraints for what the tests themselves need, and for nothing that users install."""
    wanted = {*map(normalized, group("tests"))} - {*map(normalized, bounds_for_users())}
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines(keepends=True)
    file = Path(session.create_tmp()) / "constraints.txt"
    kept = [line for line in lines if normalized(line) in {*wanted, "hatchling"}]
    file.write_text("".join(kept), encoding="utf-8")
    return file


def run_tests(session: nox.Session, *options: str, **env: str) -> None:
    """Run the suite on every core; what the tests of a file share is made in few processes."""
    cores = ("--numprocesses=auto", "--dist=worksteal")
    session.run("pytest", *cores, *options, *session.posargs, env=env)


@nox.session
def tests(session: nox.Session) -> None:
    """The test suite on this Python, with the versions of constraints.txt."""
    install(session, "-e", ".[all]", *group("tests"))
    run_tests(session)


@nox.session
def coverage(session: nox.Session) -> None:
    """The same with more examples for each law, and 100 % branch coverage."""
    install(session, "-e", ".[all]", *group("tests"), *group("coverage"))
    measured = ("--cov", "--cov-report=", "--cov-fail-under=0")
    run_tests(session, *measured, HYPOTHESIS_PROFILE="thorough")
    if not session.posargs:
        session.run("coverage", "report")


@nox.session
def newest(session: nox.Session) -> None:
    """The test suite against the built wheel with the newest dependencies that it allows."""
    tools = test_tools_alone(session)
    everything = (f"{built_wheel(session)}[all]", *group("tests"))
    install(session, "--upgrade", "--upgrade-strategy=eager", *everything, constraints=tools)
    session.run("pip", "list")
    leave_source(session)
    shown = [f"-Wdefault::{category}" for category in ANNOUNCED]
    run_tests(session, *shown)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """The test suite against the built wheel with the oldest dependencies that it allows."""
    oldest = [bound.replace(">=", "==") for bound in bounds_for_users()]
    everything = (f"{built_wheel(session)}[all]", *oldest, *group("tests"))
    install(session, *everything, constraints=test_tools_alone(session))
    leave_source(session)
    run_tests(session)


@nox.session
def pins(session: nox.Session) -> None:
    """Raise every version in constraints.txt to the newest, for all Pythons at once."""
    install(session, *group("pins"))
    output = f"--output-file={CONSTRAINTS}"
    style = ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")
    scope = ("--universal", f"--python-version={PYTHONS[0]}", "--all-extras", "--group=dev")
    session.run("uv", "pip", "compile", "pyproject.toml", "--upgrade", *scope, *style, output)


@nox.session
def lint(session: nox.Session) -> None:
    """Style (ruff), formatting (ruff), and the workflows (zizmor)."""
    install(session, *group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("zizmor", "--offline", "--quiet", ".github")


@nox.session
def types(session: nox.Session) -> None:
    """The types: sound inside, complete for users, and as the documentation has them."""
    install(session, "-e", ".[all]", *group("types"))
    session.run("mypy")
    session.run("pyright", "--warnings")
    session.run("pyright", "--verifytypes", "bilateral", "--ignoreexternal")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation in three languages, strictly and without the network."""
    install(session, "-e", ".[all]", *group("docs"))
    session.run("python", "tools/write_catalogues.py", "--check")
    strict = ("-E", "-n", "-W", "--keep-going", "-q", "-j", "auto")
    for lang, folder in (("en", ""), ("de", "de"), ("ru", "ru")):
        made = ("-D", f"language={lang}", "-d", f"docs/_build/{lang}", "docs")
        session.run("sphinx-build", *strict, *made, f"docs/_build/html/{folder}")
    session.run("python", "tools/check_pages.py", "docs/_build/html")


@nox.session
def build(session: nox.Session) -> None:
    """The sdist and the wheel, and whether all that users need is in the wheel."""
    install(session, *group("build"))
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build", env=bound_by(CONSTRAINTS))
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
    expected |= {f"{info}/licenses/{path}" for path in PROJECT["license-files"]}
    missing = sorted(expected - names)
    surplus = sorted(name for name in names - expected if not name.startswith(f"{info}/"))
    if missing or surplus:
        session.error(f"wheel: missing {missing}, not expected {surplus}")
    session.log(f"wheel: {len(expected)} files, all there and none besides")


def leave_source(session: nox.Session) -> None:
    """Go where there is no ``src``: what is tested is what is installed."""
    elsewhere = Path(session.create_tmp()) / "checkout"
    shutil.rmtree(elsewhere, ignore_errors=True)
    unwanted = shutil.ignore_patterns("src", "dist", "build", "_build", "__pycache__", ".*")
    shutil.copytree(ROOT, elsewhere, ignore=unwanted)
    session.chdir(elsewhere)


@nox.session(python=PYTHONS)
def wheel(session: nox.Session) -> None:
    """The test suite against the built wheel, with the versions of constraints.txt."""
    install(session, f"{built_wheel(session)}[all]", *group("tests"))
    leave_source(session)
    run_tests(session)
