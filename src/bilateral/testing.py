"""Hypothesis strategies for every type of the model, for your own tests.

Where Hypothesis is installed, it knows our types by itself: ``st.from_type(Agreement)`` and
``@given`` with annotations just work. `values_of` is the same as a function; `nearly_valid`
makes data that are wrong in one place. What a field may hold is taken from the description of
the fields; only the rules between fields are told here.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from functools import cache
from typing import Any, TypeVar, cast

import attrs

from bilateral import reference
from bilateral.agreements import Agreement
from bilateral.dates.durations import Duration
from bilateral.dates.periods import PartialDate, Period
from bilateral.dossiers import TABLES, Dossier
from bilateral.errors import MissingExtra
from bilateral.events import Event
from bilateral.extra import JsonMapping
from bilateral.partners import Partner, PartnerKind
from bilateral.problems import ValidationError
from bilateral.references import key_of
from bilateral.sectors import Sector
from bilateral.terms import Effect, Exit, NoticeDate, Renewal, RenewalMode, Start, Survival, Term
from bilateral.text import Phrase, Phrases
from bilateral.trade import TradeFlow
from bilateral.wire.records import write_dossier, write_record
from bilateral.wire.schema import (
    Coded,
    Items,
    Json,
    NameByLanguage,
    Parsed,
    Plain,
    Record,
    Reference,
    Shape,
    fields_of,
)

try:
    from hypothesis import reject
    from hypothesis import strategies as st
    from hypothesis.strategies import DrawFn, SearchStrategy
except ImportError:
    raise MissingExtra("testing", "hypothesis") from None

__all__ = ["nearly_valid", "values_of"]

T = TypeVar("T")
_MOST = 3
_SIDES = 2

# --- values of one field ---------------------------------------------------------------------

_KNOWN = st.sampled_from(
    ["Astana", "Торговля", "Zürich – „Süd“", "=1+1", "+7 717", "-", "@x", "a; b"]
)
# Long ones are what a writer may fold, a cell may cut off and a column may be too narrow for.


def _long_text(start: str, blank: str, end: str, times: int) -> str:
    return f"{start}{blank}{end}" * times


_LONG = st.builds(
    _long_text,
    _KNOWN,
    st.sampled_from([" ", "  ", "   ", "\n", " \n ", "\t", ": ", " #", "\u00a0"]),
    _KNOWN,
    st.integers(2, 8),
)
_TEXTS = st.one_of(
    _KNOWN,
    _LONG,
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20).filter(
        lambda text: bool(text.strip())
    ),
)
# Hypothesis makes its table of all characters now; within a test, it would find that too slow.
_TEXTS.validate()
_IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
_TAGS = st.sampled_from(["de", "en", "ru", "kk", "de-AT", "uz-Cyrl"])
_TAG_SETS = st.sampled_from([["en"], ["ru"], ["de-AT"], ["de", "ru"], ["en", "kk"]])
# What a text field holds that is more than a text.
_BY_NAME: dict[str, SearchStrategy[str]] = {
    "id": _IDS,
    "lang": _TAGS,
    "languages": _TAGS,
    "prevailing_language": _TAGS,
    "url": _IDS.map("https://example.org/{}".format),
}
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**63 - 1), _TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(_TEXTS, inner, max_size=2)
    ),
    max_leaves=4,
)
_EXTRA = st.dictionaries(_IDS.map("org:{}".format), _JSON, max_size=2).map(JsonMapping)

_DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)).map(str)
_DATE_TEXTS = st.one_of(
    _DAYS,
    _DAYS.map(lambda day: day[:7]),
    _DAYS.map(lambda day: day[:4]),
    st.sampled_from(["2026-21", "2025-33", "2026-41", "202X", "2025-11-XX", "Y12026", "-0044"]),
)
_DATES = st.tuples(_DATE_TEXTS, st.sampled_from(["", "", "", "~", "?", "%"])).map("".join)
_DURATIONS = st.builds(Duration, *[st.integers(0, 40)] * 4)


def _is_period(text: str) -> bool:
    try:
        Period(text)
    except ValidationError:
        return False
    return True


def _period_text(form: str, start: str, end: str) -> str:
    return form.format(*sorted((start, end)))


_PERIODS = (
    st.builds(
        _period_text,
        st.sampled_from(["{}", "{}/{}", "{}/..", "../{}", "{}/", "/{}"]),
        _DATES,
        _DATES,
    )
    .filter(_is_period)
    .map(Period)
)
_PARSED: dict[type, SearchStrategy[Any]] = {
    Duration: _DURATIONS,
    PartialDate: _DATES.map(PartialDate),
    Period: _PERIODS,
}


@cache
def _simple(name: str, shape: Shape) -> SearchStrategy[Any]:
    """Values for a field that holds no records."""
    match shape:
        case Plain(_, str(codes)):
            return st.sampled_from(sorted(getattr(reference, codes)()))
        case Plain(kind) if kind is not str:
            return st.booleans() if kind is bool else st.integers(0, 100)
        case Coded(kind):
            return st.sampled_from(kind)
        case Parsed(kind):
            return _PARSED[kind]
        case Json():
            return _EXTRA
        case _:
            return _BY_NAME.get(name, _TEXTS)


# --- records ---------------------------------------------------------------------------------


class _Maker:
    """Draws records; what they refer to is drawn from those that there are.

    The records of a table are drawn when the first of them is asked for: most are not.
    """

    def __init__(self, draw: DrawFn) -> None:
        self._draw = draw
        self._pool: dict[type, list[Any]] = {}
        # Only within a dossier can a record name another one by its id.
        self._whole = False
        self._special: dict[type, Callable[[], Any]] = {
            Agreement: self._agreement,
            Dossier: self._dossier,
            Exit: self._exit,
            Partner: self._partner,
            Phrases: self._name,
            Renewal: self._renewal,
            Sector: self._sector,
            Start: self._start,
            Survival: self._survival,
            Term: self._term,
            TradeFlow: self._trade_flow,
        }

    def _table(self, kind: type, least: int = 0) -> list[Any]:
        """The records of a table, each with an id of its own."""
        if kind in self._pool and (self._pool[kind] or not least):
            return self._pool[kind]
        records = self._pool[kind] = []
        if kind in (Agreement, TradeFlow) and len(self._table(Partner, _SIDES)) < _SIDES:
            return records
        for number in range(self._draw(st.integers(least, _MOST))):
            record = self.one(kind)
            if not (kind is Sector and record.is_built_in):
                key = f"{_key(record)}-{number}"
                records.append(attrs.evolve(record, **{key_of(kind): key}))
        return records

    def one(self, kind: type) -> Any:
        """A value of a class."""
        if kind in _PARSED:
            return self._draw(_PARSED[kind])
        return self._special.get(kind, lambda: self._record(kind))()

    def _record(self, kind: Callable[..., Any]) -> Any:
        return _built(kind, self._fields(cast("type", kind)))

    def _fields(self, kind: type, without: Collection[str] = ()) -> dict[str, Any]:
        """Arguments for a constructor: all that it needs, and some of the others."""
        found: dict[str, Any] = {}
        fields = [field for field in fields_of(kind) if field.name not in without]
        # One number says which: that is a draw instead of one for each field.
        chosen = self._draw(st.integers(0, 2 ** len(fields) - 1))
        for number, field in enumerate(fields):
            if field.required or chosen >> number & 1:
                value = self._value(field.name, field.shape)
                if value is not None:
                    found[field.name] = value
        return found

    def _value(self, name: str, shape: Shape) -> Any:
        match shape:
            case Record(kind):
                return self.one(kind)
            case Reference(kind):
                return self._reference(kind)
            case NameByLanguage():
                return self._name()
            case Items(Reference(kind)):
                found = [self._reference(kind) for _ in range(self._number())]
                return list({_key(one): one for one in found if one is not None}.values())
            case Items(of, count):
                return [self._value(name, of) for _ in range(count or self._number())]
            case _:
                return self._draw(_simple(name, shape))

    def _number(self) -> int:
        return self._draw(st.integers(0, _MOST))

    def _flag(self) -> bool:
        return self._draw(st.booleans())

    def _reference(self, kind: type) -> Any:
        """A record to refer to, or nothing where there is none."""
        if kind is Sector and self._flag():
            return self._built_in_sector()
        # Two of them are also the sides of what is drawn later.
        records = self._table(kind, _SIDES if kind is Partner else 0)
        return self._draw(st.sampled_from(records)) if records else None

    def _built_in_sector(self) -> Sector:
        return Sector(self._draw(st.sampled_from(sorted(reference.sectors()))))

    def _name(self) -> Phrases:
        tags = self._draw(_TAG_SETS)
        plain = self._draw(st.integers(0, 3)) < 3  # noqa: PLR2004 - few have forms
        phrases = {tag: self._draw(_TEXTS) if plain else self._record(Phrase) for tag in tags}
        return Phrases(phrases)

    def _partner(self) -> Partner:
        kind = self._draw(st.sampled_from(PartnerKind))
        own = ("kind", "country", "code", "governs", "part_of")
        code = self._draw(st.sampled_from(["BY", "KZ", "DE", "BY-HM", "KZ-71", "DE-BY"]))
        place = "code" if kind.is_territory else "governs"
        fields = self._fields(Partner, own)
        # Nothing that a partner has refers to partners: the table is being drawn, or not asked.
        others = [one.id for one in self._pool.get(Partner, ()) if one.id != fields["id"]]
        if self._whole and others and self._flag():
            fields["part_of"] = self._draw(st.sampled_from(others))
        return _built(Partner, {**fields, "kind": kind, "country": code[:2], place: code})

    def _sector(self) -> Sector:
        if self._flag():
            return self._built_in_sector()
        # No built-in code begins so.
        code = f"own-{self._draw(_IDS)}"
        wider = [one.code for one in self._pool.get(Sector, ())] if self._whole else []
        broader = self._draw(st.sampled_from([None, "trade", "science", *wider]))
        fields = self._fields(Sector, ("code", "name", "broader"))
        return _built(Sector, {**fields, "code": code, "name": self._name(), "broader": broader})

    def _parties(self) -> list[Partner]:
        known = st.sampled_from(self._table(Partner, _SIDES))
        return self._draw(st.lists(known, min_size=_SIDES, max_size=_MOST, unique_by=_key))

    def _agreement(self) -> Agreement:
        parties = self._parties()
        cut = self._draw(st.integers(1, len(parties) - 1))
        fields = self._fields(Agreement, ("sides", "events", "prevailing_language"))
        fields["sides"] = (parties[:cut], parties[cut:])
        if fields.get("languages"):
            fields["prevailing_language"] = self._draw(st.sampled_from(fields["languages"]))
        events = [self._event(parties) for _ in range(self._number())]
        agreement = _built(Agreement, {**fields, "events": events})
        return reject() if agreement.notices else agreement

    def _event(self, parties: list[Partner]) -> Event:
        by = self._draw(st.sampled_from([None, *parties]))
        return Event(by=by, **self._fields(Event, ("by",)))

    def _term(self) -> Term:
        fields = self._fields(Term)
        ends = [name for name in ("length", "until", "indefinite") if fields.get(name)]
        for name in ends[1:]:
            del fields[name]
        if not fields.get("length"):
            for name in ("length", "reading", "counted_from", "to_year_end"):
                fields.pop(name, None)
        if "until" not in fields:
            fields.pop("until_disputed", None)
        if fields.get("indefinite"):
            fields.pop("renewal", None)
        if "entry" in fields:
            fields["follows"] = [one for one in fields.get("follows", ()) if one != "entry"]
        return Term(**fields) if any(fields.values()) else Term(indefinite=True)

    def _start(self) -> Start:
        fields = self._fields(Start)
        if not fields.get("on"):
            fields = {"date": self._draw(_PARSED[PartialDate])}
        return Start(**self._timed(fields))

    def _renewal(self) -> Renewal:
        fields = self._fields(Renewal)
        if not fields.get("length"):
            fields.pop("length", None)
            fields.pop("times", None)
        tacit = fields.get("mode", RenewalMode.TACIT) is RenewalMode.TACIT
        fields["indefinite"] = tacit and "length" not in fields
        if "times" in fields:
            fields["times"] = abs(fields["times"])
        if "notice" not in fields:
            fields.pop("later_notice", None)
        return Renewal(**_received(fields))

    def _exit(self) -> Exit:
        fields = _received(self._timed(self._fields(Exit)))
        if fields.get("effect", Effect.DAY) is not Effect.DAY:
            fields.pop("at_anniversary", None)
        if "locked" not in fields:
            fields.pop("locked_to_year_end", None)
        return Exit(**fields)

    def _survival(self) -> Survival:
        fields = self._fields(Survival)
        return Survival(**fields) if any(fields.values()) else Survival("projects")

    def _timed(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The same with a time that its effect can count."""
        number = self._draw(st.integers(1, 12))
        if fields.get("effect") is Effect.MONTH:
            fields["after"] = Duration(months=number)
        if fields.get("effect") is Effect.YEAR:
            fields["after"] = Duration(years=number)
        return fields

    def _trade_flow(self) -> TradeFlow:
        origin, destination, *_ = self._parties()
        fields = self._fields(TradeFlow, ("origin", "destination"))
        return TradeFlow(origin=origin, destination=destination, **fields)

    def _dossier(self) -> Dossier:
        self._whole = True
        tables = {name: self._table(kind) for kind, name in TABLES.items()}
        return _built(Dossier, {**self._fields(Dossier, tables), **tables})


def _key(record: Any) -> Any:
    return getattr(record, record.__attrs_attrs__[0].name)


def _received(fields: dict[str, Any]) -> dict[str, Any]:
    """The same without a presumed receipt where dispatch counts."""
    if fields.get("counts") == NoticeDate.SENT:
        fields.pop("presumed", None)
    return fields


def _built(kind: Callable[..., T], fields: dict[str, Any]) -> T:
    """A record; an example whose fields do not go together is none."""
    try:
        return kind(**fields)
    except ValidationError:
        reject()


@st.composite
def _values(draw: DrawFn, kind: type) -> Any:
    return _Maker(draw).one(kind)


# --- what others use -------------------------------------------------------------------------


def values_of(kind: type[T]) -> SearchStrategy[T]:
    """Values of a class of the model, all valid.

    >>> from hypothesis import given, settings
    >>> from bilateral import Agreement, Dossier
    >>> @settings(max_examples=10)
    ... @given(values_of(Agreement))
    ... def test_a_dossier_of_one(agreement):
    ...     assert Dossier(agreements=[agreement])[agreement.id] is agreement
    >>> test_a_dossier_of_one()
    """
    return cast("SearchStrategy[T]", _values(kind))


_JUNK: SearchStrategy[Any] = st.sampled_from(
    [
        None,
        True,
        5,
        -1,
        2.5,
        "",
        " ",
        "x",
        "X",
        "ab",
        "2026-02-30",
        "2028/2026",
        [],
        [[]],
        {},
        {"x": 1},
    ]
)


@st.composite
def nearly_valid(draw: DrawFn, kind: type[Any] = Dossier) -> Any:
    """Plain data of a record, as a file would have them, changed in one place at random.

    Most are wrong in one way; some are valid still.

    >>> from hypothesis import given, settings
    >>> from bilateral import Dossier, ValidationError, converter
    >>> @settings(max_examples=10)
    ... @given(nearly_valid())
    ... def test_problems_and_nothing_worse(data):
    ...     try:
    ...         converter().structure(data, Dossier)
    ...     except ValidationError as error:
    ...         assert error.problems
    >>> test_problems_and_nothing_worse()
    """
    value: Any = draw(values_of(kind))
    data = write_dossier(value) if isinstance(value, Dossier) else write_record(value, alone=True)
    box: list[Any] = [deepcopy(data)]
    container, key = draw(st.sampled_from(list(_places(box))))
    value = container[key]
    match draw(st.sampled_from(["replace", "remove", "repeat", "misspell"])):
        case "remove":
            del container[key]
        case "repeat" if not isinstance(key, str):
            container.append(value)
        case "misspell" if type(value) is str and value:
            at = draw(st.integers(0, len(value) - 1))
            container[key] = value[:at] + value[at + 1 :]
        case "misspell" if isinstance(key, str):
            container[f"{key}s"] = container.pop(key)
        case _:
            container[key] = draw(_JUNK)
    return box[0] if box else None


def _places(container: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in nested mappings and lists: what holds it, and where in that it is."""
    keys: list[Any] = list(container if hasattr(container, "keys") else range(len(container)))
    for key in keys:
        yield container, key
        if isinstance(container[key], (dict, list)):
            yield from _places(container[key])
