"""Whether a preposition belongs to the name of a body, and begins no subject: Ministerium für."""

from __future__ import annotations

from typing import Final

from bilateral.partners import PartnerKind
from bilateral.reading.bodies.head_nouns import Head
from bilateral.reading.bodies.known_names import KnownNames
from bilateral.reading.weights import Weights

__all__ = ["FieldsOfBodies"]

_LONGEST_BODY: Final = 3
_LONGEST_STATE: Final = 8
# What a document is on or for, and no body: Agreement for the avoidance, the supply.
_OF_DOCUMENTS: Final = ("cooperation", "purpose", "undertaking")
# What may have its field in an adjective: аграрный университет.
_LEARNED: Final = frozenset(
    {PartnerKind.MUSEUM, PartnerKind.RESEARCH_INSTITUTE, PartnerKind.UNIVERSITY}
)
# What has no field of work in its name.
_RULERS: Final = frozenset(
    {PartnerKind.CITY, PartnerKind.GOVERNMENT, PartnerKind.PARLIAMENT, PartnerKind.REGION}
)
# What is for some field, whatever its name says.
_FOR_ONE_FIELD: Final = frozenset(
    {PartnerKind.MINISTRY, PartnerKind.PUBLIC_BODY, PartnerKind.STATE_COMMITTEE}
)


class FieldsOfBodies:
    """Tells the fields of bodies in one text."""

    def __init__(self, names: KnownNames, weights: Weights) -> None:
        self._names = names
        self._text = names.text
        self._weights = weights

    def is_of_body(self, i: int) -> bool:
        """Whether a preposition belongs to the noun of a body before it: Ministerium für."""
        text = self._text
        tasks = text.grammar.stems_of("task_of_body")
        if text.role(i, "task_on") and text.words[i - 1].stem in tasks:
            # По контролю за ...
            return self.is_of_body(i - 2)
        after = text.after_article(i + 1, len(text.words))
        if (
            not text.role(i, "of_body")
            or after == len(text.words)
            or (text.grammar.words("head.last") and not self._goes_on(i))
            or (self._may_be_of_document(after) and not self._is_of_states(i - 1))
        ):
            return False
        # Committees are on matters of something, railways are not.
        is_on_matters = text.role(i, "on") > 1
        telling = text.grammar.stems_of("of_field")
        if self._weights.is_end_of_name(i):
            return self._is_behind_state(i)
        heads = (self._names.head(n, i) for n in range(max(0, i - _LONGEST_BODY), i))
        return any(
            head
            and head.end == i
            and not any(n in self._names.legal_forms for n in range(head.start, head.end))
            and not (head.kind in _RULERS or head.is_state)
            and not (is_on_matters and text.words[head.start].stem not in telling)
            and not self._is_of_science(head)
            # Leibniz-Institut für ...
            and (
                text.words[head.start].stem.rpartition("-")[2] in telling
                or not self._weights.is_whole(head.start)
            )
            and self._has_few_attributes(head.start)
            for head in heads
        )

    def _may_be_of_document(self, i: int) -> bool:
        return any(self._text.role(i, role) for role in _OF_DOCUMENTS)

    def _is_of_states(self, i: int) -> bool:
        """Whether a noun has but what says that several states have it: Interstate Commission."""
        text = self._text
        is_it = i > 0 and text.words[i - 1].stem in text.grammar.stems_of("of_states")
        return is_it and text.words[i].is_capitalised

    def is_of_noun(self, i: int) -> bool:
        """Whether the noun of a body stands right before a word: Gesellschaft zur Rettung ..."""
        heads = (self._names.head(n, i) for n in range(max(0, i - _LONGEST_BODY), i))
        return any(head and head.end == i and head.kind not in _RULERS for head in heads)

    def _is_behind_state(self, i: int) -> bool:
        """Whether a body and its state or unit stand before a word, and not yet what it is for.

        The Agency of the Republic of Kazakhstan for Statistics.
        """
        text, names = self._text, self._names
        telling = text.grammar.stems_of("of_field")
        if text.role(i, "on") > 1:
            return False
        # The nearest one: another party may have its own before it.
        for n in range(i - 1, max(0, i - _LONGEST_STATE) - 1, -1):
            if text.words[n].stem in telling and (head := names.head(n, i)) is not None:
                is_bare = self._has_few_attributes(n) and not self._has_attribute(n)
                # Счётный комитет Казахстана по контролю ...: such are tasks of bodies.
                is_bare = is_bare or text.words[i + 1].stem in text.grammar.stems_of("task_of_body")
                first = names.after_of(head.end, i)
                # The administration of a unit has all fields, a service of it has its own.
                is_of_unit = head.kind in _FOR_ONE_FIELD and names.is_name(first, i)
                return is_bare and (is_of_unit or names.is_only_state(first, i))
        return False

    def _has_attribute(self, i: int) -> bool:
        """Whether an adjective before a noun says more than that the state has it."""
        text = self._text
        endings = text.grammar.words("ending.attribute")
        before = text.words[i - 1] if i and endings and not text.is_small(i - 1) else None
        return (
            before is not None
            and before.key.endswith(endings)
            and before.stem not in text.grammar.stems_of("of_state")
        )

    def _is_of_science(self, head: Head) -> bool:
        """Whether a small adjective before an institute's noun says its field already.

        Финский метеорологический институт does, an international one does not.
        """
        i, text = head.start, self._text
        if head.kind not in _LEARNED or not i or text.words[i - 1].is_capitalised:
            return False
        is_plain = text.words[i - 1].stem in text.grammar.stems_of("plain_field")
        return self._has_attribute(i) and not (is_plain or self._names.is_adjective(i - 1))

    def _has_few_attributes(self, i: int) -> bool:
        """Whether a name has not said before its head noun what it is for: Committee on Science.

        The Japan Cooperation Agency and the Olympic Committee have.
        """
        text = self._text
        if not text.grammar.words("head.last"):
            return True
        first = i
        while first and text.words[first - 1].is_capitalised and not text.is_small(first - 1):
            first -= 1
        if first == i:
            return True
        stems = text.grammar.stems_of("of_state")
        are_of_state = [text.words[n].stem in stems for n in range(first, i)]
        has_field = text.words[i].stem in text.grammar.stems_of("of_field")
        # The Bavarian, the Inter-American Institute for ...
        of_places = text.grammar.words("ending.adjective")
        return (has_field or are_of_state == [True]) and all(
            is_of_state
            or self._names.is_adjective(n)
            or text.words[n].key.endswith(of_places)
            or self._names.is_only_state(n, n + 1)
            for n, is_of_state in enumerate(are_of_state, first)
        )

    def _goes_on(self, i: int) -> bool:
        """Whether a name may go on: the Committee on Science, the state committee for geology."""
        text = self._text
        first = text.after_article(i + 1, len(text.words) - 1)
        is_small = first == i + 1 and text.words[i - 1].text.islower()
        return text.words[first].is_capitalised or (
            is_small and text.words[i - 1].stem in text.grammar.stems_of("of_field")
        )
