"""Writes the table of ISO 3166-2 names from CLDR's subdivision names, and says what changed.

    python tools/build_subdivisions.py SOURCE [--table TABLE]

SOURCE is a folder with CLDR's ``en.xml``, ``de.xml`` and ``ru.xml`` (``common/subdivisions``
of a release), or a table with the columns code, en, de, ru. A folder that lies in a CLDR
release has ``../validity/subdivision.xml`` beside it, which says which codes are retired;
without it the codes stay as the present table has them. The result depends on nothing else:
the same source gives the same bytes.
"""  # noqa: INP001 - a script beside the package

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from babel import Locale

LANGS = ("en", "de", "ru")
TABLE = Path(__file__).parents[1] / "src/bilateral/reference/data/subdivisions.tsv"
HEADER = """\
# Units of ISO 3166-2 and their names. Source: CLDR 48, common/subdivisions (Unicode, Inc.),
# licence Unicode-3.0, see LICENSE-unicode.txt. Changed by tools/build_subdivisions.py: footnote
# digits, stress marks and needless words in brackets taken out; codes that are also countries
# named as those; retired codes of Kazakhstan that CLDR does not name added. Checked 2026-11-24.
# current: no = the code has been taken out of ISO 3166-2; replaced_by: the code that took over.
"""
COLUMNS = ("code", *LANGS, "current", "replaced_by")

# In ISO 3166-2 and in ISO 3166-1 alike: CLDR retires the longer code, ISO does not.
COUNTRIES = {
    f"{parent}-{code}": code
    for parent, codes in {
        "FR": "BL MF NC PF PM TF WF",
        "NL": "AW CW SX",
        "US": "AS GU MP PR UM VI",
    }.items()
    for code in codes.split()
} | {"FI-01": "AX", "FR-CP": "CP", "SH-TA": "TA"}

# ISO 3166-2 gave Kazakhstan digits for letters in November 2022; CLDR leaves the pairs open.
# KZ-BAY (Baikonur) has no successor.
SUCCESSORS = {
    "KZ-AKM": "KZ-11",
    "KZ-AKT": "KZ-15",
    "KZ-ALA": "KZ-75",
    "KZ-ALM": "KZ-19",
    "KZ-AST": "KZ-71",
    "KZ-ATY": "KZ-23",
    "KZ-KAR": "KZ-35",
    "KZ-KUS": "KZ-39",
    "KZ-KZY": "KZ-43",
    "KZ-MAN": "KZ-47",
    "KZ-PAV": "KZ-55",
    "KZ-SEV": "KZ-59",
    "KZ-SHY": "KZ-79",
    "KZ-VOS": "KZ-63",
    "KZ-YUZ": "KZ-61",
    "KZ-ZAP": "KZ-27",
    "KZ-ZHA": "KZ-31",
}

Names = dict[str, dict[str, str]]
Rows = dict[str, tuple[str, ...]]

_FOOTNOTE = re.compile("[\u00b2\u00b3\u00b9\u2070-\u2079\u2020]")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_STRESS = "\u0301"


def clean(name: str) -> str:
    """A name without the footnote digits, daggers and stress marks of its source."""
    name = unicodedata.normalize("NFC", _FOOTNOTE.sub("", name)).replace(_STRESS, "")
    return " ".join(name.replace("о-ва", "острова").replace("о-в ", "остров ").split())


def source_names(source: Path) -> Names:
    """Code -> language -> name, from a folder of XML files or from a table."""
    if source.is_dir():
        return _xml_names(source)
    rows = (line.split("\t") for line in source.read_text("utf-8").splitlines()[1:])
    return {code: dict(zip(LANGS, names, strict=True)) for code, *names in rows}


def _xml_names(folder: Path) -> Names:
    found: Names = defaultdict(dict)
    for lang in LANGS:
        tree = ET.parse(folder / f"{lang}.xml")  # noqa: S314 - a file of our choice
        for element in tree.iter("subdivision"):
            found[_iso(element.get("type", ""))][lang] = element.text or ""
    return found


def _iso(code: str) -> str:
    return f"{code[:2]}-{code[2:]}".upper()


def retired_codes(source: Path, present: Rows) -> set[str]:
    """The codes that are no longer in ISO 3166-2."""
    validity = source.parent / "validity" / "subdivision.xml"
    if source.is_dir() and validity.exists():
        retired = set(_deprecated(validity))
    else:
        retired = {code for code, row in present.items() if row[4] == "no"}
    return (retired | SUCCESSORS.keys()) - COUNTRIES.keys()


def _deprecated(validity: Path) -> Iterator[str]:
    tree = ET.parse(validity)  # noqa: S314 - a file of our choice
    for element in tree.iter("id"):
        if element.get("idStatus") == "deprecated":
            for token in (element.text or "").split():
                yield from map(_iso, _spread(token))


def _spread(token: str) -> Iterator[str]:
    """CLDR writes a run of codes as ``ad02~8``."""
    first, _, last = token.partition("~")
    for letter in range(ord(first[-1]), ord(last or first[-1]) + 1):
        yield first[:-1] + chr(letter)


def named(names: Names) -> Names:
    """The names with what CLDR leaves out, cleaned."""
    locales = {lang: Locale(lang) for lang in LANGS}
    result = {
        code: {lang: clean(by_lang.get(lang) or "") for lang in LANGS}
        for code, by_lang in names.items()
    }
    for code, country in COUNTRIES.items():
        found = {lang: clean(locales[lang].territories.get(country, "")) for lang in LANGS}
        result[code] = found
    for old, new in SUCCESSORS.items():
        result.setdefault(old, result[new])
    return result


def without_brackets(names: Names) -> Names:
    """Words in brackets go where the name stays the only one in its country."""
    for lang in LANGS:
        taken: dict[tuple[str, str], int] = defaultdict(int)
        for code, by_lang in names.items():
            for name in {by_lang[lang], _BRACKETS.sub("", by_lang[lang])}:
                taken[code[:2], name] += 1
        for code, by_lang in names.items():
            short = _BRACKETS.sub("", by_lang[lang])
            if taken[code[:2], short] == 1:
                names[code] = {**names[code], lang: short}
    return names


def build(source: Path, present: Rows) -> Rows:
    """The rows of the table by code."""
    retired = retired_codes(source, present)
    names = without_brackets(named(source_names(source)))
    return {
        code: (
            code,
            *(names[code][lang] for lang in LANGS),
            "no" if code in retired else "yes",
            SUCCESSORS.get(code, ""),
        )
        for code in sorted(names)
    }


def read(table: Path) -> Rows:
    """The rows of the table as it is now."""
    if not table.exists():
        return {}
    lines = [line for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {line.split("\t", 1)[0]: tuple(line.split("\t")) for line in lines[1:]}


def write(table: Path, rows: Rows) -> None:
    """Write the table: one row a code, in the order of the codes."""
    lines = ["\t".join(row) for row in (COLUMNS, *rows.values())]
    table.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def differences(old: Rows, new: Rows) -> Iterator[str]:
    """A line for each code that came, went or changed."""
    for code in sorted(old.keys() | new.keys()):
        if code not in old:
            yield f"+ {' | '.join(new[code])}"
        elif code not in new:
            yield f"- {' | '.join(old[code])}"
        elif old[code] != new[code]:
            yield f"~ {' | '.join(old[code])}  ->  {' | '.join(new[code][1:])}"


def namesakes(rows: Rows) -> Iterator[str]:
    """A line for each name that two current units of a country share."""
    for column, lang in enumerate(LANGS, 1):
        codes: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code, row in rows.items():
            if row[4] == "yes" and row[column]:
                codes[code[:2], row[column]].append(code)
        for (_, name), same in codes.items():
            if len(same) > 1:
                yield f"= {lang} {name}: {', '.join(same)}"


def main(arguments: list[str] | None = None) -> None:
    """Rebuild the table and print what changed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--table", type=Path, default=TABLE)
    options = parser.parse_args(arguments)
    old = read(options.table)
    new = build(options.source, old)
    write(options.table, new)
    sys.stdout.writelines(f"{line}\n" for line in _report(old, new))


def _report(old: Rows, new: Rows, most: int = 40) -> Iterator[str]:
    retired = sum(row[4] == "no" for row in new.values())
    yield f"{len(new)} codes, {retired} of them retired"
    for column, lang in enumerate(LANGS, 1):
        yield f"{lang}: {sum(not row[column] for row in new.values())} without a name"
    yield from _first(differences(old, new), most, "changes")
    yield from _first(namesakes(new), most, "shared names")


def _first(lines: Iterable[str], most: int, what: str) -> Iterator[str]:
    everything = list(lines)
    yield f"{what}: {len(everything)}"
    yield from everything[:most]
    if len(everything) > most:
        yield "..."


if __name__ == "__main__":
    main()
