"""Sources of statements, and officials who made them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import attrs

from bilateral.coercion import (
    Checked,
    instance,
    optional_text,
    soft,
    soft_tuple,
    text,
)
from bilateral.dates.periods import PartialDate, optional_date
from bilateral.display import Displayed, Facts
from bilateral.extra import NOTHING, JsonMapping, extra
from bilateral.identifiers import id_problems
from bilateral.partners import Partner, optional_partner
from bilateral.problems import Problem
from bilateral.text import (
    Phrases,
    language_tag,
    optional_language_tag,
    optional_phrases,
    phrases,
)

__all__ = ["Official", "RecordedTitle", "Source"]


# A server with or without a port, and what follows; but no name of a user, nor a password.
ADDRESS_PATTERN = (
    r"[Hh][Tt][Tt][Pp][Ss]?://"
    r"(?:[^\s/?#@:\[\]\\<>\"]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?"
    r"(?:[/?#][^\s\\]*)?"
)
# How many slashes stand before the path.
_SERVER = 3
_fits = re.compile(ADDRESS_PATTERN).fullmatch
# Most are like this, and are seen to be good in half the time.
_is_plain = re.compile(r"https?://[a-z0-9.-]++/[!-\[\]-~]*+").fullmatch


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Official(Checked):
    """A person in an office.

    ``name`` is the person's name, ``office`` what the office is called, ``body`` the partner
    that the office belongs to.

    >>> Official("a-akim", {"en": "A. Akim"}, office={"en": "Akim"}).office["en"].nom
    'Akim'
    """

    id: str = attrs.field(converter=text)
    name: Phrases = attrs.field(converter=phrases)
    office: Phrases | None = attrs.field(default=None, converter=optional_phrases, kw_only=True)
    body: Partner | None = attrs.field(default=None, converter=optional_partner, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    def _problems(self, _: Collection[str]) -> list[Problem]:
        return id_problems(self.id)


def _official(value: object) -> Official:
    return instance(Official, value)


def officials(values: Iterable[Official]) -> tuple[Official, ...]:
    """Converter for a field of officials."""
    return soft_tuple(_official, values)


def is_address(url: str) -> bool:
    """Whether a text is an address on the web that can be shown and followed as it is.

    >>> is_address("HTTPS://belta.by/a?b#c"), is_address("https://user@belta.by")
    (True, False)
    """
    # What has no shape of its own, such as a mark of direction, could hide where it leads.
    return bool(_is_plain(url) or (_fits(url) and url.isprintable()))


def optional_address(value: str | None) -> str | None:
    """Converter for an address; in its path, a backslash is a slash (WHATWG URL Standard)."""
    found = optional_text(value)
    if not isinstance(found, str):
        return found
    # Not before the path: what such a server is, programs do not agree about.
    *server, path = found.split("/", 3)
    return "/".join((*server, path.replace("\\", "/"))) if len(server) == _SERVER else found


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Source(Displayed, Checked):
    """A report or document that states something.

    ``publisher`` brought it out, in the language ``lang`` (BCP 47), dated ``date``, with the
    dateline ``place``; ``quotes`` are the officials whose words it reports. ``url`` is an
    address on the web, without the name of a user (``invalid-url``).

    >>> Source("belta-2025-11-05", publisher="BelTA", lang="de", date="2025-11-05").lang
    'de'
    """

    id: str = attrs.field(converter=text)
    publisher: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    title: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    lang: str | None = attrs.field(
        default=None, converter=optional_language_tag, kw_only=True, metadata={"language": True}
    )
    date: PartialDate | None = attrs.field(default=None, converter=optional_date, kw_only=True)
    place: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    url: str | None = attrs.field(default=None, converter=optional_address, kw_only=True)
    retrieved: PartialDate | None = attrs.field(default=None, converter=optional_date, kw_only=True)
    quotes: tuple[Official, ...] = attrs.field(default=(), converter=officials, kw_only=True)
    note: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        problems = id_problems(self.id)
        url = self.url
        if url is not None and "url" not in wrong and not is_address(url):
            problems.append(Problem("invalid-url", ("url",), url))
        return problems

    def _facts(self) -> Iterable[Facts]:
        rows = [
            ("publisher", self.publisher),
            ("title", self.title),
            ("language", self.lang),
            ("place", self.place),
            ("date", self.date),
            ("address", self.url),
        ]
        return [Facts(self.id, rows)]


def _source(value: object) -> Source:
    return instance(Source, value)


def _optional_source(value: Source | None) -> Source | None:
    return None if value is None else soft(_source, value)


def sources(values: Iterable[Source]) -> tuple[Source, ...]:
    """Converter for a field of sources."""
    return soft_tuple(_source, values)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class RecordedTitle(Checked):
    """A title as a document or a report words it, in the language ``lang``.

    >>> RecordedTitle("Дорожная карта", "ru").lang
    'ru'
    """

    text: str = attrs.field(converter=text)
    lang: str = attrs.field(converter=language_tag, metadata={"language": True})
    source: Source | None = attrs.field(default=None, converter=_optional_source, kw_only=True)


def _recorded_title(value: object) -> RecordedTitle:
    return instance(RecordedTitle, value)


def recorded_titles(values: Iterable[RecordedTitle]) -> tuple[RecordedTitle, ...]:
    """Converter for a field of recorded titles."""
    return soft_tuple(_recorded_title, values)
