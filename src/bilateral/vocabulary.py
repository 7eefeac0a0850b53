"""The base of the coded values: an enumeration whose members have labels."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from bilateral.interchange import Modelled
from bilateral.literals import Lang, NameForm
from bilateral.text import Phrase

__all__ = ["CodedEnum", "topic_of"]


class CodedEnum(Modelled, StrEnum):
    """A closed list of codes; each member is its code and has a name in every language."""

    # Equal to its code, so of the same hash; and that of `enum` is ten times as slow.
    __hash__ = str.__hash__

    def phrase(self, lang: Lang) -> Phrase | None:
        """The name with its forms in ``lang``."""
        from bilateral.language.lexicon import lexicon

        return lexicon(lang).phrase("vocabulary", f"{topic_of(type(self))}.{self.value}")

    def label(self, lang: Lang, form: NameForm = "nom") -> str:
        """The name in ``lang`` (de, ru, en) in a grammatical form.

        ``form`` is a case (nom, gen, dat, acc, ins, loc), ``short``, ``plural`` or ``adj``.
        Raises `MissingForm` where that form is not known, `UnknownLanguage` for other tags,
        `ValidationError` (``unknown-form``).
        """
        from bilateral.language.lexicon import label_or_raise

        return label_or_raise(self.phrase(lang), self.value, lang, form)


def topic_of(kind: type) -> str:
    """The word for a class in the ids of the language tables.

    >>> topic_of(CodedEnum)
    'coded_enum'
    """
    return _snake_case(kind.__name__)


@cache
def _snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
