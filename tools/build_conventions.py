"""Writes the tables of conventions (patterns of dates, months, lists) from CLDR's JSON.

    python tools/build_conventions.py SOURCE

SOURCE is a folder with ``cldr-dates-full``, ``cldr-misc-full`` and ``cldr-numbers-full`` of one
release of CLDR, as its authors publish them. The result depends on nothing else: the same source
gives the same bytes. What stands between two dates is not that of CLDR but `DASHES` here.
"""  # noqa: INP001 - a script beside the package

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bilateral.language.cldr import Calendar, rows_of

DATA = Path(__file__).parents[1] / "src/bilateral/language/data"
HEADER = """\
# Patterns of dates and of spans of dates ("first|between|last"), months, eras, lists.
# Source: Unicode CLDR {release} (Unicode, Inc.), licence Unicode-3.0, see
# reference/data/LICENSE-unicode.txt. Made by tools/build_conventions.py, which puts dashes of our
# own between dates and keeps of the short months those that are abbreviations.
"""
# Our tag -> that of CLDR, by language. CLDR means the USA by "en"; documents that say no more
# than "en" are written as in Britain.
LANGS = {
    "de": {"de": "de", "de-AT": "de-AT", "de-CH": "de-CH"},
    "en": {"en": "en-GB", "en-GB": "en-GB", "en-US": "en"},
    "ru": {"ru": "ru"},
}
# Between figures an en dash without spaces. Between what has spaces in it a dash with spaces, in
# Russian an em dash; there, two words alone are kept apart as well.
TIGHT = "–"
WIDE = {"de": "\u2009–\u2009", "en": "\u2009–\u2009", "ru": " — "}
FIGURES = ("year.y", "day.d")
SINGLE_WORDS = {"de": "month.M", "en": "month.M"}


def main(arguments: list[str] | None = None) -> None:
    """Write the tables of all languages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("source", type=Path)
    source = parser.parse_args(arguments).source
    release = json.loads((source / "cldr-dates-full/package.json").read_text("utf-8"))["version"]
    for lang, tags in LANGS.items():
        rows = {tag: with_dashes(lang, rows_of(calendar(source, tags[tag]))) for tag in tags}
        path = DATA / lang / "conventions.tsv"
        path.write_text(
            HEADER.format(release=release) + table(rows), encoding="utf-8", newline="\n"
        )


def calendar(source: Path, tag: str) -> Calendar:
    """What the release has of a tag."""
    gregorian = data(source, "dates-full", tag, "ca-gregorian")["dates"]["calendars"]["gregorian"]
    formats = gregorian["dateTimeFormats"]
    months = gregorian["months"]
    alone = months["stand-alone"]
    lists = data(source, "misc-full", tag, "listPatterns")["listPatterns"]
    numbers = data(source, "numbers-full", tag, "numbers")["numbers"]
    return Calendar(
        long=gregorian["dateFormats"]["long"],
        short=gregorian["dateFormats"]["short"],
        skeletons=formats["availableFormats"],
        spans=formats["intervalFormats"],
        months=numbered(months["format"]["wide"]),
        # May is no abbreviation, and neither is what Russian calls March: no row, no short name.
        short_months={
            number: name
            for number, name in numbered(months["format"]["abbreviated"]).items()
            if alone["abbreviated"][str(number)] != alone["wide"][str(number)]
        },
        eras={number: gregorian["eras"]["eraAbbr"][str(number)] for number in (0, 1)},
        lists=lists["listPattern-type-standard"],
        decimal=numbers["symbols-numberSystem-latn"]["decimal"],
    )


def data(source: Path, package: str, tag: str, name: str) -> Any:
    """The content of a file of the release."""
    path = source / f"cldr-{package}/main/{tag}/{name}.json"
    return json.loads(path.read_text("utf-8"))["main"][tag]


def numbered(names: Mapping[str, str]) -> dict[int, str]:
    """Names by their numbers."""
    return {int(number): name for number, name in names.items()}


def with_dashes(lang: str, rows: Mapping[str, str]) -> dict[str, str]:
    """The rows with a dash of ours where a pattern has two dates."""
    return {key: with_dash(lang, key, cell) for key, cell in rows.items()}


def with_dash(lang: str, key: str, cell: str) -> str:
    """A cell with a dash of ours if it is that of a span."""
    if "|" not in cell:
        return cell
    first, _, last = cell.split("|")
    is_tight = key.removesuffix(".G") in (*FIGURES, SINGLE_WORDS.get(lang))
    return "|".join((first, TIGHT if is_tight else WIDE[lang], last))


def table(rows: Mapping[str, Mapping[str, str]]) -> str:
    """The rows of all tags side by side."""
    keys = sorted({key for cells in rows.values() for key in cells})
    lines = [
        ("id", *rows),
        *((key, *(cells.get(key, "") for cells in rows.values())) for key in keys),
    ]
    return "".join("\t".join(line) + "\n" for line in lines)


if __name__ == "__main__":
    main()
