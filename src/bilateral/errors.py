"""Narrow errors: each says in its attributes what was missing.

Input that breaks a rule raises a `ValidationError` with every problem in it instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from bilateral.literals import Lang

__all__ = [
    "AmbiguousText",
    "MissingExtra",
    "MissingForm",
    "UnknownCode",
    "UnknownFormat",
    "UnknownId",
    "UnknownLanguage",
    "UnreadText",
]


class MissingForm(LookupError):  # noqa: N818 - the name says what is missing, like LookupError
    """A name has no such grammatical form in that language: ``name``, ``form``, ``lang``.

    >>> import bilateral as bl
    >>> bl.Partner("acme", "company", {"en": "ACME"}, country="DE").label("ru")
    Traceback (most recent call last):
    bilateral.errors.MissingForm: 'acme' has no form 'nom' in 'ru'
    """

    name: str
    form: str
    lang: str

    def __init__(self, name: str, form: str, lang: str) -> None:
        self.name, self.form, self.lang = name, form, lang
        super().__init__(name, form, lang)

    def __str__(self) -> str:
        return f"{self.name!r} has no form {self.form!r} in {self.lang!r}"


class UnknownLanguage(LookupError):  # noqa: N818
    """There are no tables for that language; ``known`` lists those that there are.

    >>> import bilateral as bl
    >>> bl.Sector("trade").label("fr")
    Traceback (most recent call last):
    bilateral.errors.UnknownLanguage: no tables for the language 'fr'; there are de, en, ru
    """

    lang: str
    known: tuple[str, ...]

    def __init__(self, lang: Lang, known: tuple[str, ...]) -> None:
        self.lang, self.known = lang, known
        super().__init__(lang, known)

    def __str__(self) -> str:
        return f"no tables for the language {self.lang!r}; there are {', '.join(self.known)}"


class UnknownCode(LookupError):  # noqa: N818
    """The reference data have no such code; ``scheme`` says which list was asked.

    ``hint`` is the code that may be meant, ``way`` another way to what is sought.

    >>> import bilateral as bl
    >>> bl.Partner.state("Kazakhstan")
    Traceback (most recent call last):
    bilateral.errors.UnknownCode: 'Kazakhstan' is not a code of ISO 3166-1; did you mean 'KZ'?
    """

    scheme: str
    code: str
    hint: str | None
    way: str | None

    def __init__(
        self, scheme: str, code: str, hint: str | None = None, way: str | None = None
    ) -> None:
        self.scheme, self.code, self.hint, self.way = scheme, code, hint, way
        super().__init__(scheme, code, hint, way)

    def __str__(self) -> str:
        hint = f"; did you mean {self.hint!r}?" if self.hint else ""
        way = f"; {self.way}" if self.way else ""
        return f"{self.code!r} is not a code of {self.scheme}{hint}{way}"


class UnknownId(KeyError):  # noqa: N818
    """A table has no record with that ``id``; ``hint`` is the one that may be meant.

    >>> from bilateral.examples import astana_2025
    >>> astana_2025().partners["by-vit"]
    Traceback (most recent call last):
    bilateral.errors.UnknownId: there is no record with the id 'by-vit'; did you mean 'by-vi'?
    """

    id: str

    def __init__(self, id: str, hint: str | Callable[[], str | None] | None = None) -> None:
        self.id, self._hint = id, hint
        super().__init__(id)

    @property
    def hint(self) -> str | None:
        """The id that may be meant; it is looked for when it is first asked for."""
        # Programs that try an id and go on do not pay for a search among all of them.
        if callable(self._hint):
            self._hint = self._hint()
        return self._hint

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.id, self.hint)

    def __str__(self) -> str:
        hint = f"; did you mean {self.hint!r}?" if self.hint else ""
        return f"there is no record with the id {self.id!r}{hint}"


class UnknownFormat(LookupError):  # noqa: N818
    """No format has that name or suffix; ``known`` lists those that there are.

    ``advice`` says what to do with a file of a known kind that is not read.

    >>> import bilateral as bl
    >>> bl.loads("{}", "jsn")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    bilateral.errors.UnknownFormat: no format for 'jsn'; there are json, jsonl, yaml, ...
    """

    name: str
    known: tuple[str, ...]
    advice: str | None

    def __init__(self, name: str, known: tuple[str, ...], advice: str | None = None) -> None:
        self.name, self.known, self.advice = name, known, advice
        super().__init__(name, known, advice)

    def __str__(self) -> str:
        advice = f"; {self.advice}" if self.advice else ""
        return f"no format for {self.name!r}{advice}; there are {', '.join(self.known)}"


class MissingExtra(ImportError):  # noqa: N818
    """A library that an optional part needs is not installed; ``extra`` brings it.

    >>> print(MissingExtra("yaml", "ruamel.yaml"))
    this needs ruamel.yaml; install it with: pip install 'bilateral[yaml]'
    """

    extra: str
    library: str

    def __init__(self, extra: str, library: str) -> None:
        self.extra, self.library = extra, library
        super().__init__(extra, library)

    def __str__(self) -> str:
        return f"this needs {self.library}; install it with: pip install 'bilateral[{self.extra}]'"


class AmbiguousText(ValueError):  # noqa: N818
    """A text (``value``) has several readings; ``readings`` lists them.

    >>> import bilateral as bl
    >>> bl.PartialDate.from_text("05/06/2025")
    Traceback (most recent call last):
    bilateral.errors.AmbiguousText: '05/06/2025' can be read as 2025-05-06 or 2025-06-05
    """

    value: str
    readings: tuple[str, ...]

    def __init__(self, value: str, readings: tuple[str, ...]) -> None:
        self.value, self.readings = value, readings
        super().__init__(value, readings)

    def __str__(self) -> str:
        return f"{self.value!r} can be read as {' or '.join(self.readings)}"


class UnreadText(ValueError):  # noqa: N818
    """A text (``value``) was not understood as a whole.

    ``understood`` are the parts that were, ``rest`` those that were not, as they stand in it.

    >>> import bilateral as bl
    >>> bl.Term.from_text("Valid for five years, weather permitting.", "en")
    Traceback (most recent call last):
    bilateral.errors.UnreadText: not understood: 'weather permitting'
    """

    value: str
    understood: tuple[str, ...]
    rest: tuple[str, ...]

    def __init__(self, value: str, understood: Iterable[str], rest: Iterable[str]) -> None:
        self.value, self.understood, self.rest = value, tuple(understood), tuple(rest)
        super().__init__(value, self.understood, self.rest)

    def __str__(self) -> str:
        return f"not understood: {', '.join(map(repr, self.rest or (self.value,)))}"
