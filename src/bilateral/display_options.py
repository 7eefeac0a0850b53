"""What a reader chooses once for everything that shows itself: the language."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final, final

from bilateral.literals import Lang
from bilateral.tables import resolve

__all__ = ["Options", "options"]

_chosen: ContextVar[str | None] = ContextVar("bilateral_lang", default=None)


@final
class Options:
    """The language in which values show themselves, in notebooks and by `show`.

    Data never depend on it. What is set is kept for the whole program; a ``with`` block has a
    choice of its own, which other threads and tasks do not see.

    >>> import bilateral as bl
    >>> bl.options.lang = "ru"
    >>> bl.options
    <options: lang='ru'>
    >>> bl.options.lang = "en"
    """

    __slots__ = ("_lang",)

    def __init__(self) -> None:
        self._lang = "en"

    @property
    def lang(self) -> str:
        """The language (de, ru, en, or one that was added); `UnknownLanguage` for others.

        >>> options.lang
        'en'
        """
        return _chosen.get() or self._lang

    @lang.setter
    def lang(self, lang: Lang) -> None:
        resolve(lang)
        self._lang = lang

    @contextmanager
    def using(self, *, lang: Lang) -> Generator[None]:
        """Show everything in ``lang`` within a ``with`` block. Raises `UnknownLanguage`.

        >>> with options.using(lang="ru"):
        ...     options.lang
        'ru'
        """
        resolve(lang)
        token = _chosen.set(lang)
        try:
            yield
        finally:
            _chosen.reset(token)

    def __repr__(self) -> str:
        return f"<options: lang={self.lang!r}>"


#: The options of the program.
options: Final = Options()
