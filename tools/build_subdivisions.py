"""Writes the table of ISO 3166-2 names from CLDR's subdivision names, and says what changed.

    python tools/build_subdivisions.py SOURCE [--table TABLE] [--compare LIST]

SOURCE is a folder with CLDR's ``en.xml``, ``de.xml`` and ``ru.xml`` (``common/subdivisions``
of a release), or a table with the columns code, en, de, ru. A folder that lies in a CLDR
release has ``../validity/subdivision.xml`` beside it, which says which codes are retired;
without it the codes stay as the present table has them. ``subdivision_names.tsv`` beside this
script is laid over the names. The result depends on nothing else: the same source gives the
same bytes.

LIST is a second list of the units, as iso-codes has it (``iso_3166-2.json``): each code is
shown whose name there is more like another unit's name here, and each code that one of the two
lacks. Facts only: nothing of it comes into the table.
"""  # noqa: INP001 - a script beside the package

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from xml.etree import ElementTree as ET

from bilateral.language.folding import bare
from bilateral.language.lexicon import lexicon

LANGS = ("en", "de", "ru")
TABLE = Path(__file__).parents[1] / "src/bilateral/reference/data/subdivisions.tsv"
OVERLAY = Path(__file__).parent / "subdivision_names.tsv"
HEADER = """\
# Units of ISO 3166-2 and their names. Source: CLDR 48, common/subdivisions (Unicode, Inc.),
# licence Unicode-3.0, see LICENSE-unicode.txt. Changed by tools/build_subdivisions.py: footnote
# digits, stress marks and needless words in brackets taken out; codes that are also countries
# named as those; retired codes named as their successors where CLDR does not name them; what
# tools/subdivision_names.tsv says (Iran, Morocco, Ukraine ...). Checked 2026-11-26.
# current: no = the code has been taken out of ISO 3166-2; replaced_by: the code that took over.
# elsewhere: the country of a better known place of the same name, so that the name is not certain.
"""
COLUMNS = ("code", *LANGS, "current", "replaced_by", "elsewhere")

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
    # And Iran new digits to all units in November 2020.
    "IR-31": "IR-28",
    "IR-32": "IR-30",
}

Names = dict[str, dict[str, str]]
Rows = dict[str, tuple[str, ...]]

_FOOTNOTE = re.compile("[\u00b2\u00b3\u00b9\u2070-\u2079\u2020]")
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_STRESS = "\u0301"
_GLUED = re.compile(r"(Приход)(?=[А-Я])")


def clean(name: str) -> str:
    """A name without the footnote digits, daggers and stress marks of its source."""
    name = unicodedata.normalize("NFC", _FOOTNOTE.sub("", name)).replace(_STRESS, "")
    name = name.replace("о-ва", "острова").replace("о-в ", "остров ")
    return " ".join(_GLUED.sub(r"\1 ", name).split())


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
    result = {
        code: {lang: _in_one_word(code, clean(by_lang.get(lang) or "")) for lang in LANGS}
        for code, by_lang in names.items()
    }
    for code, country in COUNTRIES.items():
        found = {lang: lexicon(lang).rows("countries").get(country, {}) for lang in LANGS}
        if all(found.values()):
            result[code] = {lang: row["nom"] for lang, row in found.items()}
    for code, (*known, _) in overlay().items():
        better = dict(zip(LANGS, known, strict=True))
        cldr = result.get(code, {})
        result[code] = {lang: better[lang] or cldr.get(lang, "") for lang in LANGS}
    for old, new in SUCCESSORS.items():
        own = result.get(old, {})
        result[old] = {lang: own.get(lang) or result[new][lang] for lang in LANGS}
    return result


def overlay() -> Rows:
    """What we know better: the names by code, and where a namesake is."""
    return {code: tuple(cells) for code, *cells in _cells(OVERLAY)}


def _cells(table: Path) -> list[list[str]]:
    lines = [line for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def _in_one_word(code: str, name: str) -> str:
    """The German for an oblast of Ukraine: the word that those of its neighbours have."""
    return name.replace("Oblast ", "Gebiet ") if code.startswith("UA-") else name


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
    namesakes = {code: cells[-1] for code, cells in overlay().items()}
    return {
        code: (
            code,
            *(names[code][lang] for lang in LANGS),
            "no" if code in retired else "yes",
            SUCCESSORS.get(code, ""),
            namesakes.get(code, ""),
        )
        for code in sorted(names)
    }


def read(table: Path) -> Rows:
    """The rows of the table as it is now."""
    if not table.exists():
        return {}
    return {cells[0]: tuple(cells) for cells in _cells(table)}


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


def doubts(rows: Rows, source: Path) -> Iterator[str]:
    """A line for each code that a second list seems to give to another unit."""
    theirs = {one["code"]: one["name"] for one in json.loads(source.read_text("utf-8"))["3166-2"]}
    current = {code: row[1] for code, row in rows.items() if row[4] == "yes"}
    for code in sorted(theirs.keys() ^ current.keys()):
        yield f"? {code}: only in one list"
    for code in sorted(theirs.keys() & current.keys()):
        likeness = {
            other: SequenceMatcher(None, bare(theirs[code]), bare(name)).ratio()
            for other, name in current.items()
            if other[:2] == code[:2]
        }
        best = max(likeness, key=likeness.__getitem__)
        if likeness[best] > likeness[code] + 0.1:
            yield f"? {code} {current[code]}: {theirs[code]}, like {best} {current[best]}"


def main(arguments: list[str] | None = None) -> None:
    """Rebuild the table and print what changed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--compare", type=Path)
    options = parser.parse_args(arguments)
    old = read(options.table)
    new = build(options.source, old)
    write(options.table, new)
    sys.stdout.writelines(f"{line}\n" for line in _report(old, new))
    if options.compare:
        sys.stdout.writelines(f"{line}\n" for line in doubts(new, options.compare))


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
