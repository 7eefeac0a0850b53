"""Language tags (BCP 47): what equal ones have in common, and which one serves another."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from bilateral.errors import UnknownLanguage

__all__ = ["TAG_PATTERN", "best_tag", "is_right_to_left", "tag_key"]

# Languages that are written from right to left, unless the tag names another script.
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_SCRIPTS = {"arab": True, "cyrl": False, "hebr": True, "latn": False}

TAG_PATTERN = r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*"


def tag_key(tag: str) -> str:
    """The form that equal language tags share: case means nothing (RFC 5646, section 2.1.1).

    An underline is taken for a hyphen, as locales have it. Raises `UnknownLanguage` for what is
    no text.

    >>> tag_key("de_AT")
    'de-at'
    """
    if not isinstance(tag, str):
        raise UnknownLanguage(tag, ())
    return tag.replace("_", "-").lower()


def best_tag(lang: str, tags: Collection[str]) -> str | None:
    """The tag that serves a language: its own, or that of the language without its region."""
    if lang in tags:
        return lang
    return _best_tag(tag_key(lang), tuple(tags))


# A register asks for the same language again and again, of names that are in the same others.
@lru_cache(maxsize=1024)
def _best_tag(wanted: str, tags: tuple[str, ...]) -> str | None:
    known = {tag_key(tag): tag for tag in tags}
    while wanted and wanted not in known:
        wanted = wanted.rpartition("-")[0]
    return known.get(wanted)


def is_right_to_left(lang: str) -> bool:
    """Whether a language is written from right to left.

    >>> is_right_to_left("fa-IR"), is_right_to_left("ru"), is_right_to_left("uz-Arab")
    (True, False, True)
    """
    language, *rest = tag_key(lang).split("-")
    scripts = [_SCRIPTS[part] for part in rest if part in _SCRIPTS]
    return scripts[0] if scripts else language in _RIGHT_TO_LEFT
