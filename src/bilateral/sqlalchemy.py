"""SQLAlchemy: columns that hold our values, and questions about their days.

`TYPES` tells a declarative base the column of every class: texts for dates, periods, lengths and
codes, JSON for all else, both as on the wire. `days_of` keeps the days of a date or a period
beside its text, so that the database can answer by day, and `day_range` makes a range of
PostgreSQL of them.
"""

from __future__ import annotations

import datetime
from typing import Any, TypeAlias

from bilateral.dates.known_days import known_days
from bilateral.dates.partial_dates import date_of, whole_day
from bilateral.dates.periods import Duration, PartialDate, Period
from bilateral.errors import MissingExtra
from bilateral.text import Phrases
from bilateral.wire.schema import Coded, Parsed, classes
from bilateral.wire.values import codes, from_dict, value_shape, write_value

try:
    import sqlalchemy as sa
    from sqlalchemy.dialects.postgresql import DATERANGE, JSONB
    from sqlalchemy.orm import Composite, MappedColumn, QueryableAttribute, composite, mapped_column
    from sqlalchemy.sql import operators
except ImportError:
    raise MissingExtra("sqlalchemy", "SQLAlchemy") from None

__all__ = [
    "TYPES",
    "DateColumns",
    "JsonType",
    "PeriodColumns",
    "TextType",
    "column_type",
    "columns_of",
    "day_range",
    "days_of",
]

Condition: TypeAlias = sa.ColumnElement[Any]
#: A day, also one that the database knows: a column or ``func.current_date()``.
AnyDay: TypeAlias = "datetime.date | PartialDate | str | Condition | QueryableAttribute[Any]"

# What compares values as wholes.
_WHOLES = {
    *(operators.eq, operators.ne, operators.in_op, operators.not_in_op),
    *(operators.is_, operators.is_not),
}


# --- values ----------------------------------------------------------------------------------


class _Written(sa.types.TypeDecorator[Any]):
    """The base of the types of columns: a value goes in and out as on the wire."""

    cache_ok: bool | None = True
    impl: Any = sa.types.NullType

    def __init__(self, kind: type[Any]) -> None:
        self.kind: type[Any] = kind
        super().__init__()

    @property
    def python_type(self) -> type:
        """The class of the values."""
        return self.kind

    def process_bind_param(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ARG002
        """The plain data of a ``value``; a parameter of SQLAlchemy's method is its ``dialect``."""
        return None if value is None else write_value(from_dict(self.kind, value))

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Any:  # noqa: ARG002
        """The value of plain data. Inverse of `process_bind_param`."""
        return None if value is None else from_dict(self.kind, value)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """The type of a ``value`` that the operator ``op`` compares with the column."""
        if op in _WHOLES:
            return self
        # A part of a text, or a step into JSON.
        impl: Any = self.impl_instance
        return impl.coerce_compared_value(op, value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.kind.__module__}.{self.kind.__qualname__})"


class TextType(_Written):
    """A column with the texts of a ``kind``: `PartialDate`, `Period`, `Duration` or a code.

    >>> import bilateral as bl
    >>> TextType(bl.AgreementKind)
    TextType(bilateral.instruments.AgreementKind)
    """

    impl: Any = sa.Text
    cache_ok: bool | None = True


class JsonType(_Written):
    """A column of JSON with values of a ``kind``: a record, a dossier, or names (`Phrases`).

    On PostgreSQL it is ``jsonb``. What an agreement refers to is in it, in full.

    >>> import bilateral as bl
    >>> JsonType(bl.Agreement)
    JsonType(bilateral.agreements.Agreement)
    """

    impl: Any = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
    cache_ok: bool | None = True


def column_type(kind: type) -> TextType | JsonType:
    """The type of a column for values of a class ``kind``.

    Raises `ValidationError` (``wrong-type``) for what is no class of the model.
    """
    is_text = isinstance(value_shape(kind), (Coded, Parsed))
    return TextType(kind) if is_text else JsonType(kind)


#: The type of the column of every class, as the ``type_annotation_map`` of a declarative base.
TYPES: dict[Any, Any] = {
    kind: column_type(kind)
    for kind in (*classes(), *codes(), Duration, PartialDate, Period, Phrases)
}


# --- days ------------------------------------------------------------------------------------


def days_of(kind: type[PartialDate | Period], name: str) -> Composite[Any]:
    """The columns ``name``, ``name_first`` and ``name_last`` for a date or a period.

    The first has the text, which is the value. The others have, for a period, the first and
    the last day where these are known for certain (0001-01-01 and 9999-12-31 for an open end),
    and for a date the bounds between which it lies. They are empty where nothing is known, and
    so is the answer of the database then: NULL is what `None` is in Python. `DateColumns` and
    `PeriodColumns` have the questions.
    """
    return composite(
        _first_of,
        # The attribute of the class that has this name is the value.
        mapped_column(name, TextType(kind), key=f"{name}_text", nullable=True),
        mapped_column(f"{name}_first", sa.Date, nullable=True),
        mapped_column(f"{name}_last", sa.Date, nullable=True),
        comparator_factory=PeriodColumns if kind is Period else DateColumns,
    )


def _first_of(value: Any, *_: datetime.date | None) -> Any:
    return value


def columns_of(value: Any) -> tuple[Any, datetime.date | None, datetime.date | None]:
    """A date or a period as `days_of` keeps it: the value, and two days.

    >>> columns_of(Period("2026/"))
    (Period('2026/'), datetime.date(2026, 1, 1), None)
    """
    return (value, *known_days(value))


class _DayColumns(Composite.Comparator[Any]):
    """What SQL asks of the columns of `days_of`; where it cannot be known the answer is NULL."""

    @property
    def text(self) -> Condition:
        """The column with the text."""
        return self._columns[0]

    @property
    def first_day(self) -> Condition:
        """The column with the first day."""
        return self._columns[1]

    @property
    def last_day(self) -> Condition:
        """The column with the last day."""
        return self._columns[2]

    @property
    def _columns(self) -> tuple[Condition, ...]:
        clauses: Any = self.__clause_element__()
        return tuple(clauses.clauses)

    # Equal texts are equal values, and NULL has no text.

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]
        return self.text == other

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]
        return self.text != other

    def __hash__(self) -> int:  # type: ignore[override]
        return object.__hash__(self)

    def operate(self, op: Any, *other: Any, **options: Any) -> Condition:
        """What the operator ``op`` makes of the value and of ``other``, with its ``options``."""
        return self.text.operate(op, *other, **options)

    def _known(self, yes: Condition, *no: Condition) -> Condition:
        """True or false by the first condition that holds, else NULL."""
        cases = [(yes, sa.true()), *((one, sa.false()) for one in no)]
        return sa.type_coerce(sa.case(*cases, else_=sa.null()), sa.Boolean)


class DateColumns(_DayColumns):
    """What SQL can ask of a date: it lies between the first and the last day."""

    def is_before(self, day: AnyDay) -> Condition:
        """As `PartialDate.is_before` for a ``day``, which may also be a column."""
        given = _day(day)
        return self._known(self.last_day < given, self.first_day >= given)

    def is_after(self, day: AnyDay) -> Condition:
        """As `PartialDate.is_after` for a ``day``, which may also be a column."""
        given = _day(day)
        return self._known(self.first_day > given, self.last_day <= given)


class PeriodColumns(_DayColumns):
    """What SQL can ask of a period."""

    def covers(self, day: AnyDay) -> Condition:
        """As `Period.contains` for a ``day``, which may also be a column."""
        given = _day(day)
        return sa.and_(self.first_day <= given, self.last_day >= given)

    def overlaps(self, period: Period | PartialDate | datetime.date | str) -> Condition:
        """As `Period.overlaps` for a ``period``."""
        _, first, last = columns_of(Period.of(period))
        return sa.and_(self.first_day <= _literal(last), self.last_day >= _literal(first))

    def is_before(self, day: AnyDay) -> Condition:
        """As `Period.is_before` for a ``day``, which may also be a column."""
        given = _day(day)
        return self._known(
            self.last_day < given, sa.or_(self.last_day >= given, self.first_day >= given)
        )

    def is_after(self, day: AnyDay) -> Condition:
        """As `Period.is_after` for a ``day``, which may also be a column."""
        given = _day(day)
        return self._known(
            self.first_day > given, sa.or_(self.first_day <= given, self.last_day <= given)
        )


def _day(value: Any) -> Condition:
    if isinstance(value, (sa.ColumnElement, QueryableAttribute)):
        return value  # type: ignore[return-value]
    return _literal(date_of(whole_day(value)))


def _literal(day: datetime.date | None) -> Condition:
    return sa.literal(day, sa.Date)


def day_range(name: str) -> MappedColumn[Any]:
    """A column of PostgreSQL with the days of a period as a ``daterange``, for indexes.

    ``name`` is that of the period (`days_of`). The database makes it of the first and the last
    day; it is NULL where one of them is not known, and has no bound where an end is open.
    """
    first, last = f"{name}_first", f"{name}_last"
    bounds = f"nullif({first}, date '0001-01-01'), nullif({last}, date '9999-12-31')"
    known = f"{first} IS NOT NULL AND {last} IS NOT NULL"
    text = f"CASE WHEN {known} THEN daterange({bounds}, '[]') END"
    return mapped_column(DATERANGE, sa.Computed(text, persisted=True), nullable=True)
