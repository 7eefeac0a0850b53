"""Goods that go from one partner to another."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from bilateral.coercion import (
    Checked,
    boolean,
    instance,
    member,
    optional_text,
    soft_tuple,
    text,
    unknown,
)
from bilateral.dates.periods import Period, optional_period
from bilateral.extra import NOTHING, JsonMapping, extra
from bilateral.identifiers import id_problems
from bilateral.literals import Lang, NameForm, TrendCode
from bilateral.partners import Partner, Who, partner
from bilateral.problems import Problem
from bilateral.sources import Source, sources
from bilateral.text import Phrase, Phrases, optional_phrases
from bilateral.vocabulary import CodedEnum

__all__ = ["Goods", "TradeFlow", "Trend"]


class Trend(CodedEnum):
    """The change of a quantity, as the source reports it.

    >>> Trend("growing").label("de")
    'wachsend'
    """

    GROWING = "growing"
    STABLE = "stable"
    FALLING = "falling"


def _trend(value: Trend | TrendCode | None) -> Trend | None:
    return None if value is None else member(Trend, "unknown-trend", value)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Goods(Checked):
    """Goods by their code in the Harmonized System (HS 2022).

    ``code`` is a section (Roman numeral), a chapter (2 digits), a heading (4) or a subheading
    (6). ``designation`` keeps the words that a source uses for them.

    Raises `ValidationError`: ``unknown-goods`` (no such section or chapter, or not such a code).

    >>> Goods("8708").label("de")
    'Kraftfahrzeugteile'
    >>> Goods("870899").label("en") == Goods("8708").label("en")
    True
    """

    code: str = attrs.field(converter=text, metadata={"codes": "goods"})
    designation: Phrases | None = attrs.field(
        default=None, converter=optional_phrases, kw_only=True
    )

    __shorthand__ = "code"

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        if "code" in wrong or _is_goods_code(self.code):
            return []
        from bilateral import reference

        # Spreadsheets take the zero from a code that looks like a number.
        if _is_goods_code(whole := f"0{self.code}"):
            return [Problem("unknown-goods", ("code",), self.code, hint=whole)]
        return [unknown("unknown-goods", self.code, reference.goods()).at("code")]

    def phrase(self, lang: Lang) -> Phrase | None:
        """The name in ``lang`` of the goods, or of the narrowest wider class that has one."""
        from bilateral.language.lexicon import lexicon

        found = None
        for length in (len(self.code), 4, 2):
            found = found or lexicon(lang).phrase("goods", self.code[:length])
        return found

    def label(self, lang: Lang, form: NameForm = "nom") -> str:
        """The name in ``lang`` in a grammatical ``form``, as `Partner.label`; errors as there."""
        from bilateral.language.lexicon import label_or_raise

        return label_or_raise(self.phrase(lang), self.code, lang, form)


def _is_goods_code(code: str) -> bool:
    from bilateral import reference

    if code in reference.goods():
        return True
    digits = code.isascii() and code.isdigit()
    return digits and len(code) in (4, 6) and code[:2] in reference.goods()


def _one_goods(value: object) -> Goods:
    return Goods(value) if type(value) is str else instance(Goods, value)


def goods(values: Iterable[Goods | str]) -> tuple[Goods, ...]:
    """Converter for a field of goods, given as such or by their HS codes."""
    return soft_tuple(_one_goods, values)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class TradeFlow(Checked):
    """Goods that go from ``origin`` to ``destination``; in both directions if ``mutual``.

    ``goods`` may be empty (all goods). ``trend`` is what the source says of the volume in
    ``period``.

    >>> flow = TradeFlow(
    ...     "by-kz-exports", Partner.state("BY"), Partner.state("KZ"), goods=["2710", "IV"]
    ... )
    >>> [one.label("en") for one in flow.goods][0]
    'petroleum products'
    """

    id: str = attrs.field(converter=text)
    origin: Partner = attrs.field(converter=partner)
    destination: Partner = attrs.field(converter=partner)
    mutual: bool = attrs.field(default=False, converter=boolean, kw_only=True)
    goods: tuple[Goods, ...] = attrs.field(default=(), converter=goods, kw_only=True)
    trend: Trend | None = attrs.field(default=None, converter=_trend, kw_only=True)
    period: Period | None = attrs.field(default=None, converter=optional_period, kw_only=True)
    sources: tuple[Source, ...] = attrs.field(default=(), converter=sources, kw_only=True)
    note: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    extra: JsonMapping = attrs.field(default=NOTHING, converter=extra, kw_only=True)

    def _problems(self, wrong: Collection[str]) -> list[Problem]:
        problems = id_problems(self.id)
        if not {"origin", "destination"}.isdisjoint(wrong):
            return problems
        if self.origin.id == self.destination.id:
            problems.append(Problem("same-partner", ("destination",), self.destination.id))
        return problems

    def between(self, x: Who, y: Who) -> bool:
        """True if the goods go from ``x`` to ``y`` or back (see `Agreement.between`)."""
        ends = self.origin, self.destination
        return (ends[0].is_of(x) and ends[1].is_of(y)) or (ends[0].is_of(y) and ends[1].is_of(x))


def _trade_flow(value: object) -> TradeFlow:
    return instance(TradeFlow, value)


def trade_flows(values: Iterable[TradeFlow]) -> tuple[TradeFlow, ...]:
    """Converter for a field of trade flows."""
    return soft_tuple(_trade_flow, values)
