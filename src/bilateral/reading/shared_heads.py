"""Head nouns that several parties share: the Governments of A and B, the A and B Governments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bilateral.language.folding import fold
from bilateral.language.singulars import singular
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import Span, names_state
from bilateral.reading.bodies.placed_names import PlacedNames

__all__ = ["SharedHeads"]

_HEAD_WITHIN: Final = 4


class SharedHeads:
    """Finds the head nouns that the parties in one text share."""

    def __init__(self, names: PlacedNames) -> None:
        self._names = names
        self._text = names.text

    def behind(self, start: int, end: int) -> tuple[Span, Span, Span] | None:
        """Two adjectives of places and the noun behind them: the French and German Governments."""
        text = self._text
        first = text.after_article(start, end)
        for stop in self._adjectives(first, end):
            after = stop + text.role(stop, "and", end)
            second = text.after_article(after, end)
            # Of Мурманском и польским городом the first is a town, and no adjective.
            is_name = [text.words[i].is_capitalised for i in (first, second) if i < end]
            if after == stop or is_name == [True, False]:
                continue
            for stop2 in self._adjectives(second, end):
                for i in range(stop2, min(end, stop2 + _HEAD_WITHIN)):
                    head = self._names.head(i, end)
                    if head and not head.is_state:
                        return (first, stop), (second, stop2), (stop2, head.end)
                    if text.is_small(i):
                        break
        return None

    def _adjectives(self, i: int, end: int) -> Iterator[int]:
        """The ends of the adjectives of places that begin at a word."""
        for stop, entries in self._names.at[i] if i < end else ():
            if stop <= end and all(entry.form == "adj" for entry in entries):
                yield stop

    def in_front(self, start: int, end: int, case: str, *, are_many: bool = False) -> Span | None:
        """A head noun in the plural that the parties share: the Governments of A and B.

        Where ``are_many`` is told before it, it may be no plural: Heads of *Government* of A and B.
        """
        text, names = self._text, self._names
        begin = first = text.after_article(start, end)
        attribute = text.grammar.words("ending.plural_adjective")
        while first < min(end, begin + _HEAD_WITHIN) and not names.head(first, end):
            if attribute and not text.words[first].key.endswith(attribute):
                return None
            first += 1
        head = names.head(first, end)
        head = head and self._with_last(head, end)
        if (
            not head
            # The Archives and Records Service is one body.
            or text.role(head.end, "and")
            or self._is_state(begin, first, case)
            or self._is_attribute(head, end)
            or not (are_many or self._is_plural(start, first, head.end, case))
        ):
            return None
        is_place = head.kind is not None and head.kind.is_territory
        if is_place and text.role(head.end, "of") and self._is_unknown(head.end + 1, end):
            # The cities of Galway, Ireland, and Lorient: no noun goes on there.
            return begin, head.end
        stop = self._before_name(head.end, end)
        while stop > head.end and (text.is_article(stop - 1) or text.role(stop - 1, "of")):
            stop -= 1
        return begin, stop

    def _with_last(self, head: Head, end: int) -> Head:
        """A head noun with the plural of another one behind it: Police *Forces* of A and B."""
        text, is_last = self._text, self._text.grammar.words("head.last")
        last = range(head.end + 1, min(end, head.end + _HEAD_WITHIN)) if is_last else ()
        of = next((i for i in last if text.role(i, "of")), head.end)
        return head._replace(end=of) if self._are_many(of - 1) else head

    def _is_unknown(self, i: int, end: int) -> bool:
        """Whether a name begins at a word that no table has, and no noun of a state."""
        first = self._text.after_article(i, end)
        is_name = first < end and self._text.words[first].is_capitalised
        return is_name and not (self._names.at[first] or self._names.head(first, end))

    def _is_attribute(self, head: Head, end: int) -> bool:
        """Whether a head noun is part of a longer one: the Railways Corporation."""
        is_place = head.kind is not None and head.kind.is_territory
        return not (
            is_place
            or not self._text.grammar.words("head.last")
            or head.end >= end
            or self._text.is_small(head.end)
            or self._text.gap(head.end).strip()
            or self._names.at[head.end]
        )

    def _is_state(self, start: int, end: int, case: str) -> bool:
        """Whether a state's name begins there; the United States are one.

        None is whose noun stands in the plural, which the name does not have: den Republiken.
        """
        key = self._text.words[end].key
        has_plural = bool(self._text.grammar.words(f"article.{case}.plural"))
        return any(
            stop > end
            and names_state(entries)
            and not (has_plural and all(key not in fold(one.text).split() for one in entries))
            for known in self._names.at[start : end + 1]
            for stop, entries in known
        )

    def _is_plural(self, start: int, first: int, stop: int, case: str) -> bool:
        text = self._text
        if articles := text.grammar.words(f"article.{case}.plural"):
            return text.words[start].key in articles
        stop = next((i for i in range(first, stop) if text.role(i, "of")), stop)
        telling = text.grammar.words(f"ending.{case}.plural")
        # An ending that only plurals have in this case, or the last word in the plural.
        behind = text.grammar.words("behind_noun")
        # Prosecutors General
        last = stop - 1 if text.words[stop - 1].key in behind and stop - 1 > first else stop
        words = text.words[first:stop] if telling else text.words[last - 1 : last]
        endings = telling or text.grammar.words("ending.plural")
        attribute = text.grammar.words("ending.plural_adjective")
        alike = dict(text.grammar.pairs("singular"))
        capitals = [word.is_capitalised for word in text.words[first:stop]]
        if not telling and capitals[:1] == [True] and not all(capitals):
            # Académie des Sciences
            return False
        if telling and not text.words[first].key.endswith((*telling, *attribute)):
            # The Cabinet of Ministers is one.
            return False
        return any(
            (word.key.endswith(endings) or word.key in alike)
            and "'" not in word.key
            and not word.text.isupper()
            for word in words
        )

    def _are_many(self, i: int) -> bool:
        """Whether a noun stands in the plural for certain."""
        return singular(self._text.words[i].text, self._names.lang) is not None

    def _before_name(self, start: int, end: int) -> int:
        """The word with which the first name begins that is not part of a shared head."""
        for i in range(start, end):
            is_joint = self._text.role(i, "and") and i not in self._names.inside
            if is_joint or self._text.brackets[i] > self._text.brackets[start]:
                break
            head = self._names.head(i, end)
            if self._names.at[i] or (head and head.is_state):
                return i
            if head and head.kind and head.kind.is_territory:
                # The Mayors of the Towns of A and B share both nouns, those of the Town of A one.
                return head.end if self._are_many(head.start) else i
        return start
