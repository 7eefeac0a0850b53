"""Django: fields of models that hold our values, and questions about their days.

`CodeField` keeps texts and `RecordField` JSON, both as on the wire. `PartialDateField` and
`PeriodField` are texts with the first and the last day in columns beside them, so that the
database can answer by day (``period__covers="2027-05-01"``).
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from bilateral.dates.known_days import known_days
from bilateral.dates.partial_dates import date_of, whole_day
from bilateral.dates.periods import PartialDate, Period
from bilateral.errors import MissingExtra
from bilateral.problems import Problem, ValidationError
from bilateral.tables import languages
from bilateral.tags import best_tag
from bilateral.text import Phrases
from bilateral.wire.values import from_dict, write_value

try:
    from django import forms
    from django.core import exceptions
    from django.db import models
    from django.db.models.expressions import Col
    from django.db.models.fields.json import KeyTransform
    from django.utils.translation import get_language
except ImportError:
    raise MissingExtra("django", "Django") from None

__all__ = ["CodeField", "PartialDateField", "PeriodField", "PhrasesField", "RecordField"]

if TYPE_CHECKING:
    _Field = models.Field[Any, Any]
    _Text = models.TextField[Any, Any]
    _Json = models.JSONField[Any, Any]
    _Lookup = models.Lookup[Any]
else:
    # At run time they take no arguments.
    _Field, _Text, _Json, _Lookup = object, models.TextField, models.JSONField, models.Lookup

_Day: Any = models.DateField


# --- values ----------------------------------------------------------------------------------


class _Written(_Field):
    """The base of the fields: a value goes in and out as on the wire.

    What goes in is checked; every problem is an error with its code, in the language of Django.
    """

    kind: type[Any]

    def to_python(self, value: Any) -> Any:
        """The value of plain data; Django's ``ValidationError`` for what is none."""
        if value is None or value == "":
            return None
        try:
            return from_dict(self.kind, value)
        except ValidationError as error:
            lang = best_tag(get_language() or "en", languages()) or "en"
            raise exceptions.ValidationError(
                [
                    exceptions.ValidationError(_sentence(one, lang), code=one.code)
                    for one in error.problems
                ]
            ) from error

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:  # noqa: ARG002
        """The value of what is in a column."""
        return None if value is None else from_dict(self.kind, value)

    def pre_save(self, model_instance: Any, add: bool) -> Any:  # noqa: ARG002, FBT001
        """The value to save; the record has it from then on, if it had plain data."""
        value = getattr(model_instance, self.attname)
        if not hasattr(value, "resolve_expression"):
            value = self.to_python(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """What is written, also by ``update``."""
        if not hasattr(value, "as_sql"):
            value = self.to_python(value)
        return super().get_db_prep_save(value, connection)

    def get_prep_value(self, value: Any) -> Any:
        """The plain data of a value; a part of it that a question names is left as it is."""
        return write_value(value) if isinstance(value, self.kind) else value

    def value_from_object(self, obj: Any) -> Any:
        """The plain data of the value that a record has, for forms and ``dumpdata``."""
        return self.get_prep_value(super().value_from_object(obj))


def _sentence(problem: Problem, lang: str) -> str:
    """The problem in a language, with its place within a record."""
    message = problem.message(lang)
    return f"{problem.where}: {message}" if problem.path else message


class _OfKind(_Written):
    """The base of those that are told the class of their values."""

    def __init__(self, kind: type[Any], *args: Any, **options: Any) -> None:
        self.kind = kind
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        """The arguments that make it, for migrations."""
        name, path, args, options = super().deconstruct()
        return name, path, [self.kind, *args], options


class _TextField(_Written, _Text):
    def formfield(self, **options: Any) -> Any:
        """The field of a form: one line."""
        given: dict[str, Any] = {"widget": forms.TextInput, **options}
        return super().formfield(**given)


class CodeField(_OfKind, _TextField):
    """The texts of a ``kind``: a code such as `AgreementKind`, or a `Duration`.

    Further arguments are those of Django's fields.
    """


class _JsonField(_Written, _Json):
    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        plain = super(_Written, self).from_db_value(value, expression, connection)
        # A step into JSON leads to plain data.
        is_part = isinstance(expression, KeyTransform)
        return plain if plain is None or is_part else from_dict(self.kind, plain)

    def validate(self, value: Any, model_instance: Any) -> None:
        super(models.JSONField, self).validate(value, model_instance)


class RecordField(_OfKind, _JsonField):
    """JSON with values of a ``kind``: a record, or a whole `Dossier`.

    What an agreement refers to is in it, in full. Further arguments are those of Django's fields.
    """


class PhrasesField(_JsonField):
    """JSON with a name in several languages (`Phrases`)."""

    kind = Phrases


# --- days ------------------------------------------------------------------------------------


class _DaysField(_TextField):
    """The base of those that have the columns ``NAME_first`` and ``NAME_last`` beside them."""

    def contribute_to_class(self, cls: Any, name: str, private_only: bool = False) -> None:  # noqa: FBT001, FBT002
        """Put the field in a model, and those of its days."""
        super().contribute_to_class(cls, name, private_only)
        # A model that a migration makes has them by themselves.
        if cls.__module__ != "__fake__":
            for day in self.days:
                cls.add_to_class(day, _Day(null=True, blank=True, editable=False))

    @property
    def days(self) -> tuple[str, str]:
        """The names of the fields with the first and the last day."""
        return f"{self.name}_first", f"{self.name}_last"

    def pre_save(self, model_instance: Any, add: bool) -> Any:  # noqa: FBT001
        """As for all; the days follow, which are saved after it."""
        value = super().pre_save(model_instance, add)
        known = known_days(value) if isinstance(value, self.kind) else (None, None)
        for name, day in zip(self.days, known, strict=True):
            setattr(model_instance, name, day)
        return value


class PartialDateField(_DaysField):
    """A `PartialDate`, with the days between which it lies in ``NAME_first`` and ``NAME_last``.

    Questions are ``is_before`` and ``is_after``, as the methods of a date; a day is asked about.
    """

    kind = PartialDate


class PeriodField(_DaysField):
    """A `Period`, with its days in ``NAME_first`` and ``NAME_last`` where they are known.

    Questions are ``covers`` (as `Period.contains`), ``is_before`` and ``is_after``, about a day,
    and ``overlaps``, about a period.
    """

    kind = Period


class _DaysLookup(_Lookup):
    """A question about days; where the answer cannot be known it is NULL."""

    prepare_rhs = False
    #: What SQL asks of the first and the last day, with a place for each of two days.
    condition: ClassVar[str]

    def asked(self) -> tuple[datetime.date | None, datetime.date | None]:
        """The days that are asked about: one, twice."""
        day = date_of(whole_day(self.rhs))
        return day, day

    def get_prep_lookup(self) -> Any:
        """The days as the database has them."""
        return self.asked()

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """The condition in SQL, and its parameters."""
        column: Any = self.lhs
        model, names = column.target.model, column.target.days
        columns = [Col(column.alias, model._meta.get_field(name)) for name in names]  # noqa: SLF001
        first, last = (compiler.compile(one)[0] for one in columns)
        days: list[Any] = [_Day().get_db_prep_value(day, connection) for day in self.rhs]
        return self.condition.format(first=first, last=last), days


class _Overlaps(_DaysLookup):
    lookup_name = "overlaps"
    condition = "({first} <= %s AND {last} >= %s)"

    def asked(self) -> tuple[datetime.date | None, datetime.date | None]:
        first, last = known_days(Period.of(self.rhs))
        return last, first


_KNOWN = "CASE WHEN {yes} %s THEN TRUE WHEN {no} %s THEN FALSE END"
_PERIODS = {
    "covers": "({first} <= %s AND {last} >= %s)",
    "is_before": _KNOWN.format(yes="{last} <", no="COALESCE({last}, {first}) >="),
    "is_after": _KNOWN.format(yes="{first} >", no="COALESCE({first}, {last}) <="),
}
# It lies between the two.
_DATES = {
    "is_before": _KNOWN.format(yes="{last} <", no="{first} >="),
    "is_after": _KNOWN.format(yes="{first} >", no="{last} <="),
}
PeriodField.register_lookup(_Overlaps)
for _field, _questions in ((PeriodField, _PERIODS), (PartialDateField, _DATES)):
    for _name, _condition in _questions.items():
        _parts = {"lookup_name": _name, "condition": _condition}
        _field.register_lookup(type(_name, (_DaysLookup,), _parts))
