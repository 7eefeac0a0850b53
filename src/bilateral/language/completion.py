"""Names with what follows for certain from their wording: gender, article, forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from bilateral.frozen import revised
from bilateral.language import english, german_names
from bilateral.language.lexicon import CASES
from bilateral.tags import best_tag
from bilateral.text import Form, Phrase

__all__ = ["complete"]


def _russian(phrase: Phrase, kind: str) -> Mapping[str, object]:
    if all(getattr(phrase, form) is not None for form in (*CASES, "gender")):
        return {}
    # Only for what is not recorded: it takes tables of its own.
    if kind == "subject":
        from bilateral.language.russian_subjects import derived_subject

        return derived_subject(phrase)
    from bilateral.language.russian_names import derived_fields

    return derived_fields(phrase, kind)


def _german(phrase: Phrase, kind: str) -> Mapping[str, object]:
    if kind == "subject":
        from bilateral.language.german_subjects import derived_subject

        return derived_subject(phrase)
    return german_names.derived_fields(phrase, kind)


#: What a language can add to a phrase for a partner of a kind: fields of `Phrase`.
_GRAMMARS: dict[str, Callable[[Phrase, str], Mapping[str, object]]] = {
    "de": _german,
    "en": english.derived_fields,
    "ru": _russian,
}

_FORMS: Final = tuple((form.value, form) for form in Form)


# A register writes the names of its partners again and again.
@lru_cache(maxsize=4096)
def complete(phrase: Phrase, lang: str, kind: str) -> Phrase:
    """The phrase with the fields that its wording decides; those that it has stay as they are.

    ``kind`` is the code of the kind of partner that it names. ``derived`` of the answer lists
    the fields that a rule made.

    >>> complete(Phrase("Ministry of Culture of Belarus"), "en", "ministry")
    Phrase('Ministry of Culture of Belarus', article=True, derived=['article'])
    """
    language = best_tag(lang, tuple(_GRAMMARS))
    fields: Mapping[str, object] = _GRAMMARS[language](phrase, kind) if language else {}
    made: dict[str, Any] = {
        name: value for name, value in fields.items() if getattr(phrase, name) is None
    }
    if not made:
        return phrase
    known = {*map(str, phrase.derived), *made}
    derived = tuple([form for name, form in _FORMS if name in known])
    return revised(phrase, {**made, "derived": derived})
