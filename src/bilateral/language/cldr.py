"""Unicode CLDR as rows of the table ``conventions``: its patterns as templates.

`tools/build_conventions.py` makes the tables of the package from one release with it, and a
language that has no such table gets the rows of the Babel that is installed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from babel import Locale, UnknownLocaleError
from babel.dates import split_interval_pattern, tokenize_pattern

if TYPE_CHECKING:
    from bilateral.language.lexicon import Lexicon

__all__ = ["Calendar", "locale_of", "locale_rows", "rows_of"]

# The skeletons of dates in CLDR, without the letter of the era.
_SKELETONS: Final = {"day": "yMMMMd", "month": "yMMMM", "year": "y"}
_NEEDED: Final = (
    *("y", "yM", "yMMM", "yMMMM", "yMMMd", "yMMMMd"),
    *("Gy", "GyMMM", "GyMMMM", "GyMMMd", "GyMMMMd"),
)
# The kinds of characters that may stand between two dates and belong to neither.
_BETWEEN: Final = frozenset({"Pd", "Sm", "Zs"})
_Format = TypeVar("_Format")
_REGION: Final = re.compile("-([a-zA-Z]{2}|[0-9]{3})$")


class Calendar(NamedTuple):
    """What CLDR has of a language, months by their numbers from 1.

    The patterns of dates stand by their skeletons, those of spans by the letter of the greatest
    difference, too.
    """

    long: str
    short: str
    skeletons: Mapping[str, str]
    spans: Mapping[str, Mapping[str, str]]
    months: Mapping[int, str]
    short_months: Mapping[int, str]
    eras: Mapping[int, str]
    lists: Mapping[str, str]
    decimal: str


def rows_of(calendar: Calendar) -> dict[str, str]:
    """The cells of the table by their ids."""
    return {
        **dict(_dates(calendar)),
        **{f"list.{key}": pattern for key, pattern in calendar.lists.items()},
        **{f"era.{number}": name for number, name in calendar.eras.items()},
        **{f"name.{number:02}": name for number, name in calendar.months.items()},
        **{f"name.{number:02}.short": name for number, name in calendar.short_months.items()},
        "decimal": calendar.decimal,
    }


def _dates(calendar: Calendar) -> Iterator[tuple[str, str]]:
    for kind, skeleton in _SKELETONS.items():
        for era in ("", ".G"):
            spans = _either(calendar.spans, f"{era[1:]}{skeleton}") or {}
            for letter in "dMy":
                if cut := halves(spans.get(letter, "")):
                    yield f"{kind}.{letter}{era}", "|".join(cut)
    month = calendar.skeletons.get("yM", calendar.short)
    # A month alone has as many figures as in a date.
    month = re.sub("M+", "MM" if "MM" in calendar.short else "M", month)
    yield from _with_era("numeric.day", calendar.short, None)
    yield from _with_era("numeric.month", month, None)
    for kind, plain in (("day", calendar.long), ("month", None)):
        skeleton = _SKELETONS[kind]
        pattern = plain or _either(calendar.skeletons, skeleton) or calendar.long
        yield from _with_era(kind, pattern, _either(calendar.skeletons, f"G{skeleton}"))


def _with_era(key: str, plain: str, era: str | None) -> Iterator[tuple[str, str]]:
    yield key, template(plain)
    yield f"{key}.G", template(era or f"{plain} G")


def _either(formats: Mapping[str, _Format], skeleton: str) -> _Format | None:
    """The formats of a skeleton; some are there with short months only (`_field` widens them)."""
    return formats.get(skeleton) or formats.get(skeleton.replace("MMMM", "MMM"))


def template(pattern: str) -> str:
    """A pattern of CLDR as a format string.

    >>> template("d. MMMM y"), template("LLL y 'г'. G")
    ('{day}. {month} {year}', '{alone} {year} г. {era}')
    """
    tokens = tokenize_pattern(pattern)
    return "".join(one if isinstance(one, str) else _field(*one) for _, one in tokens)


def _field(letter: str, width: int) -> str:
    if letter in "ML":
        figures = ("{number}", "{number:02}")
        name = "{month}" if letter == "M" else "{alone}"
        return figures[width - 1] if width <= len(figures) else name
    day = "{day:0>2}" if width > 1 else "{day}"
    return {"y": "{year}", "Y": "{year}", "G": "{era}", "d": day}[letter]


def halves(pattern: str) -> tuple[str, str, str] | None:
    """The pattern of a span as templates of its two dates, and what stands between them.

    >>> halves("d MMM – d MMM y")
    ('{day} {month}', ' – ', '{day} {month} {year}')
    """
    parts = split_interval_pattern(pattern)
    if len(parts) != 2:  # noqa: PLR2004 - some spans of CLDR are not in two halves
        return None
    start, end = map(template, parts)
    first = start
    while unicodedata.category(first[-1]) in _BETWEEN:
        first = first[:-1]
    return first, start[len(first) :], end


def locale_of(words: Lexicon, tag: str) -> Locale:
    """Babel's locale for a tag without extensions, or for the language.

    The table ``periods`` of a language may name the locale for it. A language that CLDR does
    not know gets the patterns of no language: they hold figures only.
    """
    preferred = words.rows("periods").get("locale", {}).get("bare", words.lang)
    for one in (preferred if tag == words.lang else tag, preferred):
        name = one.replace("_", "-")
        try:
            found = Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        # For a region that it does not know Babel takes another one.
        region = _REGION.search(name)
        if region is None or region[1].upper() == found.territory:
            return found
    return Locale.parse("root")


def locale_rows(locale: Locale) -> dict[str, str]:
    """The cells of the table by what Babel knows of a locale."""
    # No more than is needed: some rows are an alias that Babel resolves once, for the language
    # that asks first, among them the stand-alone names of months.
    skeletons, spans, months = (
        locale.datetime_skeletons,
        locale.interval_formats,
        locale.months["format"],
    )
    return rows_of(
        Calendar(
            long=locale.date_formats["long"].pattern,
            short=locale.date_formats["short"].pattern,
            skeletons={key: skeletons[key].pattern for key in _NEEDED if key in skeletons},
            spans={
                key: {letter: "".join(parts) for letter, parts in spans[key].items()}
                for key in _NEEDED
                if key in spans
            },
            months=months["wide"],
            short_months=months["abbreviated"],
            eras=locale.eras["abbreviated"],
            lists=locale.list_patterns["standard"],
            decimal=locale.number_symbols["latn"]["decimal"],
        )
    )
