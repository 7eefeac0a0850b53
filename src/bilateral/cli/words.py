"""What the commands say, in the language of whoever types them (table ``shell``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from bilateral.errors import UnknownLanguage
from bilateral.tables import resolve, tables_of

__all__ = ["UsageError", "Words", "language_of"]

_OPTION: Final = "--lang"
# After our own variable, those of POSIX in their order.
_VARIABLES: Final = ("BILATERAL_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


class UsageError(Exception):
    """A wrong use that the parser does not see; its text is a sentence for the user."""


class Words:
    """The words of the shell in one language.

    >>> Words("de")("interrupted")
    'Abgebrochen.'
    """

    def __init__(self, lang: str) -> None:
        self.lang: Final = lang

    def __call__(self, row: str, **slots: object) -> str:
        """A word or sentence, with what is to be told in it."""
        text = tables_of(self.lang).rows("shell")[row]["nom"]
        if not slots:
            return text
        from bilateral.problems import printable

        return text.format_map({name: printable(str(value)) for name, value in slots.items()})

    def hint(self, word: str | None) -> str:
        """The word that may be meant, as a sentence to go on with; nothing if there is none."""
        if word is None:
            return ""
        return " " + tables_of(self.lang).rows("messages")["hint"]["nom"].format(hint=word)

    def no_choice(self, value: str, known: Iterable[str]) -> str:
        """That a value is none of those that are known, and which one may be meant."""
        from bilateral.coercion import unknown

        known = [*known]
        text = self("error.choice", value=value, known=", ".join(known))
        return text + self.hint(unknown("", value, known).hint)


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language for a command: that of ``--lang``, else that of the environment, else English.

    >>> language_of(["show", "x.json", "--lang=ru"], {}), language_of([], {"LANG": "de_AT.UTF-8"})
    ('ru', 'de')
    """
    asked = [*_asked(arguments), *filter(None, map(environment.get, _VARIABLES))]
    for tag in asked[:1]:
        try:
            return resolve(tag.partition(".")[0].partition("@")[0])
        except UnknownLanguage:
            pass
    return "en"


def _asked(arguments: Sequence[str]) -> Sequence[str]:
    """The value of ``--lang`` among the arguments, before they are parsed."""
    for argument, following in pairwise([*arguments, ""]):
        name, equals, value = argument.partition("=")
        if name == _OPTION:
            return [value if equals else following]
    return []
