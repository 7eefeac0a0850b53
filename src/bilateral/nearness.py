"""Words that come near to another one, among many."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable

__all__ = ["Words"]

# So many are all compared; of more, so many on each side of the place where a word would stand.
_FEW = 100
_AROUND = 12
# How alike two words are of which one may be meant for the other, from 0 to 1.
_ALIKE = 0.75


class Words:
    """Many words, to find those that come near to another without looking at all of them.

    A slip of the pen leaves the beginning or the end of a word as it is: it stands beside the
    word that was meant in one of two sorted lists.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._forward = sorted(set(words))
        self._backward = sorted(word[::-1] for word in self._forward)

    def like(self, text: str) -> list[str]:
        """The words that begin or end as a text does; if there are few, all of them.

        >>> Words(["minsk", "astana"]).like("mensk")
        ['astana', 'minsk']
        """
        if len(self._forward) <= _FEW:
            return self._forward
        behind = (word[::-1] for word in _around(self._backward, text[::-1]))
        return [*dict.fromkeys([*_around(self._forward, text), *behind])]

    def near(self, text: str, alike: float = _ALIKE, slips: int | None = None) -> dict[str, float]:
        """The words that are at least so ``alike`` to a text (0 to 1), the nearest first.

        With ``slips``, only those that differ in no more letters (one that is replaced counts
        twice).

        >>> Words(["minsk", "astana"]).near("mensk")
        {'minsk': 0.8}
        """
        from difflib import SequenceMatcher

        matcher = SequenceMatcher(b=text, autojunk=False)
        found: dict[str, float] = {}
        for word in self.like(text):
            letters = len(word) + len(text)
            least = alike if slips is None else max(alike, (letters - slips) / letters)
            matcher.set_seq1(word)
            quick = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
            if all(ratio() >= least for ratio in quick):
                found[word] = matcher.ratio()
        return dict(sorted(found.items(), key=lambda one: -one[1]))


def _around(words: list[str], text: str) -> list[str]:
    place = bisect(words, text)
    return words[max(place - _AROUND, 0) : place + _AROUND]
