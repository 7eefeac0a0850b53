"""The base of the coded values: an enumeration whose members have labels."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from bilateral.display import Displayed, Facts, View, names_of
from bilateral.interchange import Modelled
from bilateral.literals import Lang, NameForm
from bilateral.text import Phrase
from bilateral.topics import topic_of

__all__ = ["CodedEnum"]


class CodedEnum(Displayed, Modelled, StrEnum):
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

    def _facts(self, view: View) -> Iterable[Facts]:
        caption = view.title_of(type(self), self.value)
        return [Facts(caption, [(view.word("name"), names_of(self, view.lang))])]
