"""The pages of what is built in: kinds, sectors, countries, bodies, formats.

`write_generated.py` writes them.
"""  # noqa: INP001 - beside a script

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import bilateral as bl
from bilateral import reference
from bilateral.language.lexicon import lexicon
from bilateral.reference.territories import unit_type
from bilateral.tables import listed
from bilateral.topics import topic_of
from bilateral.wire.registry import FORMATS

LANGS = ("de", "ru")
EVERY = ("en", *LANGS)
# The rows of such a page have the words of all languages, so that only the rest is translated.
GENERATED = "---\ngenerated: true\n---\n\n"
NAMES = ("English", "German", "Russian")
MADE = "\nThis page is made from the tables of the package."

# What a format does not keep, if it is not all that it is made of.
LOSSES = {
    "html": "a page for people: what titles, sides, events and periods say, in one language",
    "icalendar": "deadlines only, as days of a calendar",
    "markdown": "a page for people, as in HTML",
    "xlsm": "read only; macros are neither run nor kept",
}

Column = Callable[[Any], str]


def pages() -> dict[str, str]:
    """The text of every page by its name below ``docs/reference``."""
    made = {
        "known/kinds": words_page("kinds", "Kinds of documents", BINDING),
        "known/events": words_page("events", "Events", {}),
        "known/partner-kinds": words_page("partner_kinds", "Kinds of partners", {}),
        "known/sectors": words_page("sectors", "Fields of cooperation", CROSSWALKS),
        "known/countries": countries_page(),
        "known/cities": places_page("cities", "Cities", {}),
        "known/bodies": places_page("bodies", "Public bodies", {"kind": lambda one: one.kind}),
        "known/formats": formats_page(),
        "portfolios": portfolios_page(),
        "organisations": organisations_page(),
        "past-countries": past_page(),
    }
    texts = {name: GENERATED + "\n".join(lines) + "\n" for name, lines in made.items()}
    return texts | {name: GENERATED + text for name, text in units_pages().items()}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table."""
    head = list(head)
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def code_of(value: Any) -> str:
    """The code or id of what is built in."""
    return f"`{getattr(value, 'id', None) or getattr(value, 'code', None) or value.value}`"


def named(value: Any) -> list[str]:
    """The code of a value, and its name in each language."""
    return [code_of(value), *(getattr(value.phrase(lang), "nom", "") for lang in EVERY)]


# --- words -----------------------------------------------------------------------------------

BINDING: dict[str, Column] = {"binding": lambda one: one.default_binding}
# The nearest codes of other classifications.
CROSSWALKS: dict[str, Column] = {
    "broader": lambda one: f"`{one.broader}`" if one.broader else "",
    "OECD-DAC CRS": lambda one: reference.sectors()[one.code].get("crs", ""),
    "ISIC Rev. 4": lambda one: reference.sectors()[one.code].get("isic4", ""),
    "COFOG": lambda one: reference.sectors()[one.code].get("cofog", ""),
}


def words_page(name: str, title: str, columns: dict[str, Column]) -> Iterator[str]:
    """The page of a vocabulary: its names, and the other words that lead to them."""
    values = bl.known(name)  # type: ignore[call-overload]
    yield f'# {title}\n\n`bilateral.known("{name}")` has these values.\n{MADE}\n'
    yield from table(["code", *NAMES], (named(one) for one in values))
    if columns:
        yield "\n## What goes with them\n"
        rows = ([code_of(one), *(str(cell(one)) for cell in columns.values())] for one in values)
        yield from table(["code", *columns], rows)
    yield "\n## Search terms\n\nThese words are found and read as well.\n"
    yield from table(["code", *NAMES], ([code_of(one), *aliases(one)] for one in values))


def aliases(value: Any) -> Iterator[str]:
    """The other words for a value in each language."""
    key = f"{topic_of(type(value))}.{getattr(value, 'code', value)}"
    for lang in EVERY:
        row = lexicon(lang).rows("vocabulary").get(key, {})
        yield ", ".join(listed(row.get("aliases", "")))


# --- places ----------------------------------------------------------------------------------


def by_country(name: str) -> dict[str, list[Any]]:
    """Partners by the name of their country, in the order of the names; "" has no country."""
    names = lexicon("en").rows("countries")
    found: dict[str, list[Any]] = {}
    for one in bl.known(name):  # type: ignore[call-overload]
        found.setdefault(names[one.country]["nom"] if one.country else "", []).append(one)
    return dict(sorted(found.items()))


def sections(
    groups: dict[str, list[Any]], columns: dict[str, Column], rest: str = ""
) -> Iterator[str]:
    """A section a country, each with a table."""
    for country, values in groups.items():
        yield f"\n## {country or rest}\n"
        rows = ([*named(one), *(str(cell(one)) for cell in columns.values())] for one in values)
        yield from table(["code", *NAMES, *columns], rows)


def countries_page() -> Iterator[str]:
    """The page of all countries."""
    yield '# Countries\n\n`bilateral.known("countries")` has these values.'
    yield f"States and territories of ISO 3166-1, and XK.\n{MADE}\n"
    values = bl.known("countries")
    yield from table(["id", *NAMES, "code"], ([*named(one), one.code or ""] for one in values))


def places_page(name: str, title: str, columns: dict[str, Column]) -> Iterator[str]:
    """The page of a list of partners, country by country."""
    yield f'# {title}\n\n`bilateral.known("{name}")` has these values.\n{MADE}'
    yield from sections(by_country(name), columns, "Of no single country")


def units_pages() -> dict[str, str]:
    """The pages of all units of states: one for each letter that a country begins with."""
    groups: dict[str, dict[str, list[Any]]] = {}
    for country, values in by_country("subdivisions").items():
        letter = country[0].translate(str.maketrans("ÅÉ", "AE"))
        groups.setdefault(letter, {})[country] = values
    columns: dict[str, Column] = {"type": lambda one: unit_type(one.code) or ""}
    made = {
        f"known/units-{letter.lower()}": "\n".join(
            [f"# Units of states: {letter}", *sections(countries, columns), ""]
        )
        for letter, countries in sorted(groups.items())
    }
    contents = "\n".join(page.removeprefix("known/") for page in made)
    made["known/subdivisions"] = textwrap.dedent("""\
        # Units of states

        `bilateral.known("subdivisions")` has the first-level units of ISO 3166-2.
        {}
        Each country is on the page of the letter that its English name begins with.

        ```{{toctree}}
        :maxdepth: 2

        {}
        ```
        """).format(MADE, contents)
    return made


# --- formats ---------------------------------------------------------------------------------


def formats_page() -> Iterator[str]:
    """The page of all formats, and of what each does not keep."""
    yield "# Formats\n\n`bilateral.formats.formats()` has these, and those that you add.\n"
    yield "Formats for which the last column is empty keep everything: what is written is read"
    yield f"back equal.\n{MADE}\n"
    yield from table(
        ["name", "suffixes", "extra", "read", "written", "what is not kept"],
        (
            [
                f"`{one.name}`",
                ", ".join(f"`{suffix}`" for suffix in one.suffixes),
                f"`{one.extra}`" if one.extra else "",
                "✓" if one.reads else "",
                "✓" if one.writes else "",
                LOSSES[one.name] if not one.lossless else "",
            ]
            for one in FORMATS
        ),
    )


# --- bodies ----------------------------------------------------------------------------------


def organisations_page() -> Iterator[str]:
    """The page of all international organisations."""
    yield textwrap.dedent("""\
        # International organisations

        `Partner.organisation` takes an id or an abbreviation, in any case.
        This page is made from the tables of the package.

        | id | English | German | Russian | part of |
        | --- | --- | --- | --- | --- |""")
    for key, row in reference.institutions().items():
        if row["kind"] == bl.PartnerKind.INTERNATIONAL_ORG:
            names = " | ".join(in_short("institutions", key))
            yield f"| `{key}` | {names} | {row.get('part_of', '')} |"


def past_page() -> Iterator[str]:
    """The page of all countries of the past."""
    yield textwrap.dedent("""\
        # Countries of the past

        The states and territories of ISO 3166-3, for old documents.
        The page on [names](names.md#countries-of-the-past) tells what their codes are.
        The years are the first and the last, left out where they are not certain.
        Of some territories the last is that in which the code was withdrawn.
        This page is made from the tables of the package.

        | code | English | German | Russian | years | then |
        | --- | --- | --- | --- | --- | --- |""")
    for code, row in reference.former_countries().items():
        names = " | ".join(in_short("countries", code))
        years = f"{row.get('from', '')[:4]}–{row['until'][:4]}"
        yield f"| `{code}` | {names} | {years} | {', '.join(listed(row['successors']))} |"


def in_short(topic: str, key: str) -> Iterator[str]:
    """A name in each language, with what it is abbreviated to."""
    for lang in EVERY:
        row = lexicon(lang).rows(topic)[key]
        yield row["nom"] + (f" ({row['short']})" if "short" in row else "")


# --- portfolios ------------------------------------------------------------------------------


def portfolios_page() -> Iterator[str]:
    """The page of all portfolios, and of the bodies that are known to have them."""
    yield textwrap.dedent("""\
        # Portfolios and ministries

        What a ministry or another central body is in charge of.
        `Partner.ministry` takes these codes.
        This page is made from the tables of the package.

        | code | English | German | Russian | sector |
        | --- | --- | --- | --- | --- |""")
    words = [lexicon(lang).rows("portfolios") for lang in EVERY]
    for code, row in reference.portfolios().items():
        # A star: no ministry is named after it alone.
        star = "" if "ministry" in row else "\\*"
        names = " | ".join(table[code]["nom"] for table in words)
        yield f"| `{code}`{star} | {names} | {row.get('sector', '')} |"
    yield textwrap.dedent("""
        \\* No ministry is named after this portfolio alone.
        Only bodies of the reference data have it.

        ## Bodies of today

        A state has the bodies that are listed here; any other ministry is named by rule.

        | id | English name | portfolios |
        | --- | --- | --- |""")
    names = lexicon("en").rows("institutions")
    for key, row in reference.institutions().items():
        if "portfolios" in row and "until" not in row:
            yield f"| `{key}` | {names[key]['nom']} | {', '.join(listed(row['portfolios']))} |"
