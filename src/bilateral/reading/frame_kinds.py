"""Documents whose names say that they are a frame for others: Rahmenkooperationsvertrag."""

from __future__ import annotations

from typing import Final

from bilateral.instruments import AgreementKind
from bilateral.language.folding import Grammar

__all__ = ["kinds_of_compound", "says_less"]

_Kinds = tuple[AgreementKind, ...]

# What may be a frame for other documents; a programme may not.
_IN_FRAMES: Final = frozenset(
    {
        AgreementKind.AGREEMENT,
        AgreementKind.ARRANGEMENT,
        AgreementKind.CONTRACT,
        AgreementKind.TREATY,
    }
)


def says_less(kinds: _Kinds) -> bool:
    """Whether kinds are those that have one word in other languages: an agreement.

    >>> says_less((AgreementKind.ARRANGEMENT,))
    True
    """
    return _IN_FRAMES.issuperset(kinds)


def kinds_of_compound(stem: str, kinds: _Kinds, words: Grammar) -> _Kinds:
    """The kinds of a compound by those of its last part, unless its first part tells another.

    >>> from bilateral.language.folding import grammar
    >>> kinds_of_compound("rahmenkaufvertrag", (AgreementKind.CONTRACT,), grammar("de"))
    (<AgreementKind.FRAMEWORK_AGREEMENT: 'framework_agreement'>,)
    """
    pairs = words.pairs("kind.first")
    first = next((kind for part, kind in pairs if stem.startswith(part)), None)
    return (AgreementKind(first),) if first and not _IN_FRAMES.isdisjoint(kinds) else kinds
