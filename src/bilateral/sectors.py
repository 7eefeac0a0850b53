"""Fields of cooperation: 104 built in, in two levels, and open to more."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

import attrs

from bilateral.coercion import (
    Checked,
    instance,
    optional_text,
    soft_tuple,
    text,
    unknown,
)
from bilateral.display import View, in_words
from bilateral.extra import NOTHING, JsonMapping, extra
from bilateral.identifiers import repeated
from bilateral.literals import Lang, NameForm, SectorCode
from bilateral.problems import Problem
from bilateral.text import Phrase, Phrases, optional_phrases

__all__ = ["Sector"]

# Checkers read from these what the constructor takes: editors complete the built-in codes.


def _code(value: SectorCode) -> str:
    return text(value)


def _broader(value: SectorCode | None) -> str | None:
    return optional_text(value)


CODE_PATTERN = r"[a-z][a-z0-9]*([_-][a-z0-9]+)*"


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Sector(Checked):
    """A field of cooperation, such as trade or water supply.

    A built-in sector is made from its code alone, or from the OECD-DAC CRS purpose code that
    stands for it; it knows its wider sector (``broader``, as in SKOS). One of your own has a
    ``name`` and may give the code of a wider sector.

    Raises `ValidationError`: ``invalid-code``; ``unknown-sector`` (no name and not built in, or
    a purpose code that stands for several);
    ``built-in-sector`` (a name for a code that is built in).

    >>> Sector("trade").label("ru", "gen")
    'торговли'
    >>> Sector("33110")
    Sector('trade', broader='economy')
    >>> Sector("trade").broader
    'economy'
    >>> Sector("beekeeping", name={"en": "beekeeping"}, broader="agriculture").label("en")
    'beekeeping'
    """

    code: str = attrs.field(converter=_code)
    name: Phrases | None = attrs.field(default=None, converter=optional_phrases, kw_only=True)
    broader: str | None = attrs.field(default=None, converter=_broader, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        from bilateral import reference

        if "code" in wrong:
            return []
        meant = reference.purpose_sectors(self.code) if self.name is None else ()
        if len(meant) > 1:
            return [Problem("unknown-sector", ("code",), self.code, hint=" | ".join(meant))]
        if meant:
            object.__setattr__(self, "code", meant[0])
        if not re.fullmatch(CODE_PATTERN, self.code):
            return [Problem("invalid-code", ("code",), self.code)]
        built_in = reference.sectors()
        if self.name is None:
            if self.code not in built_in:
                return [unknown("unknown-sector", self.code, built_in).at("code")]
            object.__setattr__(self, "broader", built_in[self.code].get("broader"))
        elif self.code in built_in:
            return [Problem("built-in-sector", ("code",), self.code)]
        return []

    @property
    def is_built_in(self) -> bool:
        """True if the sector comes with the package."""
        return self.name is None

    def phrase(self, lang: Lang) -> Phrase | None:
        """The name with its forms in ``lang``, if there is one."""
        from bilateral.language.lexicon import lexicon

        if self.name is not None:
            return self.name.best(lang)
        return lexicon(lang).phrase("vocabulary", f"sector.{self.code}")

    def label(self, lang: Lang, form: NameForm = "nom") -> str:
        """The name in ``lang`` in a grammatical ``form``, as `Partner.label`; errors as there."""
        from bilateral.language.lexicon import label_or_raise

        return label_or_raise(self.phrase(lang), self.code, lang, form)

    def _shown(self, field: str, view: View) -> object:
        if field == "broader" and self.is_built_in:
            name = in_words(Sector(str(self.broader)), view.lang)
            return name if name == self.broader else f"{name} [{self.broader}]"
        return super()._shown(field, view)

    def __str__(self) -> str:
        return self.code

    def _brief(self) -> str:
        return repr(self.code)


def _sector(value: object) -> Sector:
    return Sector(value) if type(value) is str else instance(Sector, value)


def sectors(values: Iterable[Sector | SectorCode]) -> tuple[Sector, ...]:
    """Converter for a field of sectors, given as such or by their codes."""
    return soft_tuple(_sector, values)


def duplicate_sectors(values: tuple[Sector, ...]) -> list[Problem]:
    """The problems of a record that names a sector twice."""
    # This runs for every record of a file: what is sound leaves it early, without a generator.
    if len({sector.code for sector in values}) == len(values):
        return []
    return [
        Problem("duplicate-sector", ("sectors", index), code)
        for index, code in repeated(sector.code for sector in values)
    ]
