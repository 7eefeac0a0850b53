"""What other libraries ask of our values: plain data, fields of pydantic, columns of SQLAlchemy."""

from __future__ import annotations

from typing import Any, Self

__all__ = ["Dated", "Exchanged", "Modelled"]


class Modelled:
    """The base of the values that a model of pydantic can hold (`bilateral.pydantic`)."""

    __slots__ = ()

    # pydantic looks for these two; it is there when they are called.

    @classmethod
    def __get_pydantic_core_schema__(cls, kind: Any, handler: Any, /) -> Any:
        import bilateral

        return bilateral.pydantic.core_schema_of(cls, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any, /) -> Any:
        import bilateral

        return bilateral.pydantic.json_schema_of(cls, schema, handler)


class Dated(Modelled):
    """The base of the values that SQLAlchemy can keep with their days (`bilateral.sqlalchemy`)."""

    __slots__ = ()

    def __composite_values__(self) -> tuple[Any, ...]:
        import bilateral

        return bilateral.sqlalchemy.columns_of(self)


class Exchanged(Modelled):
    """The base of the values that are a mapping in plain data."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The same as plain data, which ``json`` writes. Inverse of `from_dict`.

        They are what every format writes: fields that have their default are left out, and
        what a record refers to is written in it, in full; only a dossier writes each record
        once, and its id elsewhere.

        >>> from bilateral import Event
        >>> Event("signed", "2025-11-05").to_dict()
        {'kind': 'signed', 'date': '2025-11-05'}
        """
        from bilateral import to_dict

        data: dict[str, Any] = to_dict(self)
        return data

    @classmethod
    def from_dict(cls, data: object) -> Self:
        """The value that plain ``data`` describe. Inverse of `to_dict`.

        Raises `ValidationError` with every problem in them, as `bilateral.load`.

        >>> from bilateral import Event
        >>> Event.from_dict({"kind": "signd", "dat": "2025"})
        Traceback (most recent call last):
            ...
        bilateral.problems.ValidationError: dat: ...
        """
        from bilateral import from_dict

        return from_dict(cls, data)
