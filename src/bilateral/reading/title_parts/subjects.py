"""The subject of a title, where its sectors do not say all of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from bilateral.instruments import AgreementKind
from bilateral.language.folding import tidy
from bilateral.language.lexicon import Lexicon, lexicon, names
from bilateral.reading.subjects import are_fields
from bilateral.reading.words import Text
from bilateral.tables import listed
from bilateral.text import Phrases

__all__ = ["common_name", "common_subject", "is_common", "subject_of"]

# What the name of a kind says itself.
_SAID_BY_KINDS: Final[Mapping[AgreementKind | None, str]] = {
    AgreementKind.FRIENDSHIP: "friendship",
    AgreementKind.TWINNING: "twinning_relations",
}


def subject_of(title: str, subject: str | None, lang: str) -> Phrases | None:
    """What a title says it is about besides its sectors, as it is written there.

    A common subject has its name in every language; others have the preposition before them
    that the title has.

    >>> subject_of("Договор о дружбе", "дружбе", "ru")
    Phrases({'de': 'über Freundschaft', 'en': 'on friendship', 'ru': 'о дружбе'})
    >>> subject_of("Соглашение о сотрудничестве в области туризма", "туризма", "ru")
    """
    if subject is None:
        return None
    words = Text(subject, lang)
    common = _common(lexicon(lang)).get(_key(words))
    if common is None and are_fields(words, names_only=True):
        return None
    text = _with_preposition(title, subject, lang)
    known = names("subjects", common) if common else None
    found = {**dict(known.pairs() if known else ()), **({lang: text} if text else {})}
    return Phrases(found) if found else None


def common_subject(
    title: str, subject: str | None, lang: str, kind: AgreementKind | None = None
) -> Phrases | None:
    """What a title says it is about, if that is a common subject that its ``kind`` does not name.

    >>> common_subject("Соглашение о поставках автобусов", "поставках автобусов", "ru")
    >>> common_subject("Соглашение о выдаче", "выдаче", "ru")
    Phrases({'de': 'über die Auslieferung', 'en': 'on extradition', 'ru': 'о выдаче'})
    """
    code = _common(lexicon(lang)).get(_key(Text(subject or "", lang)))
    is_said = code is None or code in ("cooperation", _SAID_BY_KINDS.get(kind))
    return None if is_said else subject_of(title, subject, lang)


def common_name(subject: str, lang: str) -> str | None:
    """The usual name of a subject in a title, if it is a common one.

    >>> common_name("поощрении и взаимной защите капиталовложений", "ru")
    'о содействии осуществлению и взаимной защите инвестиций'
    """
    code = _common(lexicon(lang)).get(_key(Text(subject, lang)))
    return lexicon(lang).rows("subjects")[code]["nom"] if code else None


def is_common(subject: Phrases | None, code: str) -> bool:
    """Whether a subject is the one with a code in the tables of common ones.

    >>> is_common(subject_of("Abkommen über Zusammenarbeit", "Zusammenarbeit", "de"), "cooperation")
    True
    """
    known = names("subjects", code)
    if subject is None or known is None:
        return False
    return any(known[tag] == subject.get(tag) for tag in known)


def _key(words: Text) -> tuple[str, ...]:
    """The stems of a subject, without small words, in no order."""
    return tuple(sorted(one.stem for i, one in enumerate(words.words) if not words.is_small(i)))


@cache
def _common(tables: Lexicon) -> dict[tuple[str, ...], str]:
    return {
        _key(Text(name, tables.lang)): key
        for key, row in tables.rows("subjects").items()
        for name in (row["nom"], *listed(row.get("aliases", "")))
    }


def _with_preposition(title: str, subject: str, lang: str) -> str | None:
    """The subject as it stands in a title, in one piece, with the preposition before it."""
    before, found, _ = title.partition(subject)
    if not found:
        return None
    words = Text(before, lang)
    if _ends_with_preposition(Text(subject, lang), 1, from_start=True):
        return subject
    for size in (3, 2, 1):
        if _ends_with_preposition(words, size):
            return tidy(title[words.starts[-size] : len(before)] + subject)
    return None


def _ends_with_preposition(words: Text, size: int, *, from_start: bool = False) -> bool:
    some = words.words[:size] if from_start else words.words[-size:]
    key = " ".join(word.key for word in some)
    return len(some) == size and key in words.grammar.words("preposition")
