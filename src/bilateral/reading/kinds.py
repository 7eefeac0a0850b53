"""The kind of document with which a title begins."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cache, cached_property, lru_cache
from typing import Final, NamedTuple

from bilateral.instruments import AgreementKind, Level
from bilateral.language.folding import grammar
from bilateral.language.lexicon import Lexicon
from bilateral.reading.bodies.known_names import Span
from bilateral.reading.frame_kinds import kinds_of_compound, says_less
from bilateral.reading.index import Entry, Index, index
from bilateral.reading.words import DASHES, REDACTED, Text, within
from bilateral.tables import languages

__all__ = ["ADDITIONS", "COMMON_WORDS", "PLANS", "KindFinder", "NamedKind", "vocabulary_of"]


# Kinds whose names are words for much else: contacts, understanding, minutes.
COMMON_WORDS: Final = frozenset(
    {
        AgreementKind.ARRANGEMENT,
        AgreementKind.CONTACT,
        AgreementKind.CONTRACT,
        AgreementKind.FRIENDSHIP,
        AgreementKind.PROJECT_PARTNERSHIP,
        AgreementKind.SESSION_PROTOCOL,
        AgreementKind.TWINNING,
    }
)


# The words of the longest name of a kind.
_LONGEST_KIND: Final = 14
# How many words may stand between a kind and the cooperation that it is of.
_MOST_ADJECTIVES: Final = 4
# Kinds of documents that cover a time of their own.
PLANS: Final = frozenset(
    {
        AgreementKind.ACTION_PLAN,
        AgreementKind.CONSULTATIONS_PLAN,
        AgreementKind.PROGRAMME,
        AgreementKind.ROADMAP,
        AgreementKind.WORK_PLAN,
    }
)
# Documents that are part of the one *to* which they are.
ADDITIONS: Final = frozenset(
    {
        AgreementKind.ADDITIONAL_PROTOCOL,
        AgreementKind.AMENDING_PROTOCOL,
        AgreementKind.PROTOCOL,
    }
)
# What may stand between two documents in one title.
_BEFORE_RIVAL: Final = (": ", ", ")
# The letters of what is cut, and ends no sentence: г.
_SHORT: Final = 2
# What names no session, though a body that met may have it.
_OF_BODY: Final = (AgreementKind.PROTOCOL,)
# What no thing is called with another word behind it, as a Friendship Bridge is.
_ALONE: Final = (AgreementKind.TWINNING,)
_KINDS: Final = {kind.value: kind for kind in AgreementKind}


class NamedKind(NamedTuple):
    """The words that name a kind of document, and the kinds that they may name."""

    start: int
    end: int
    kinds: tuple[AgreementKind, ...]
    is_certain: bool = True

    def is_sentence(self, text: Text) -> bool:
        """Whether a sentence begins with the kind, behind another one: ... with B. Agreement."""
        if not self.kinds or not self.start or not text.words[self.start].is_capitalised:
            return False
        is_mark = text.gap(self.start).strip(' »”"') == "."
        return is_mark and len(text.words[self.start - 1].text) > _SHORT


@cache
def vocabulary_of(tables: Lexicon, *types: str) -> Index:
    """The words of a language for some types of things."""
    return Index(
        entry
        for topic in ("vocabulary", "compounds")
        for entries in index(tables.lang, topic).exact.values()
        for entry in entries
        # Two words joined by "and" are read one by one, in their order.
        if entry.type in types and not (entry.type == "compound" and " " in entry.text)
    )


class KindFinder:
    """Finds names of kinds in a text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._tables = tables = text.grammar.tables
        self._names = vocabulary_of(tables, "agreement_kind")
        self._levels = vocabulary_of(tables, "level")
        self._suffixes = _suffixes(tables)

    @cached_property
    def places(self) -> list[int]:
        """The words with which the name of a kind may begin."""
        may_begin = _first_words(self._tables)
        return [i for i, stem in enumerate(self._text.stems) if may_begin(stem)]

    @cached_property
    def first(self) -> NamedKind | None:
        """The first words that name a kind, with what belongs to that name."""
        if self._plain:
            return self._completed(self._plain)
        return self._of_other_language() or self._by_last_parts()

    @cached_property
    def _plain(self) -> NamedKind | None:
        """The first words that name a kind, without what belongs to that name."""
        heads = _head_kinds(self._tables, "kind.head")
        for i in sorted({*self.places, *self._text.with_stem(heads)}):
            found, stem = self.at(i), self._text.words[i].stem
            if found and (self._is_attribute(found) or self._is_relation(found)):
                continue
            if found is None and stem in heads:
                # The noun alone tells it: a plan of exchanges.
                found = NamedKind(i, i + 1, (heads[stem],), self.is_of_cooperation(i + 1))
            if found:
                return self._with_nature(found)
        return None

    def _of_other_language(self) -> NamedKind | None:
        """A kind that stands before the parties in another language: an Action Plan zwischen."""
        text = self._text
        end = min(text.places("between"), default=0)
        for lang in languages() if end else ():
            words = Text(text.span(0, end), lang)
            named = KindFinder(words).first if lang != text.grammar.lang else None
            is_whole = named and (named.end == len(words.words) or words.brackets[named.end])
            if named and named.is_certain and is_whole:
                return NamedKind(0, end, named.kinds)
        return None

    def _by_last_parts(self) -> NamedKind | None:
        """What a compound may be where nothing else is named: Klimapartnerschaft."""
        for last, kind in _head_kinds(self._tables, "kind.last").items():
            for i, stem in enumerate(self._text.stems):
                if stem.endswith(last):
                    return NamedKind(i, i + 1, (kind,), is_certain=False)
        return None

    def _is_attribute(self, named: NamedKind) -> bool:
        """Whether another kind follows at once: a Programme Agreement."""
        text = self._text
        is_followed = named.end < len(text.words) and text.gap(named.end) == " "
        is_last = bool(text.grammar.words("head.last"))
        return is_last and is_followed and self.at(named.end) is not None

    def is_of_cooperation(self, start: int) -> bool:
        """Whether a word of cooperation follows, behind its adjectives: a plan of scientific ..."""
        return (
            self._behind_adjectives(start, self._text.grammar.stems_of("cooperation")) is not None
        )

    def _behind_adjectives(self, start: int, nouns: Container[str]) -> int | None:
        """The place of one of some nouns that follows: *of the* bilateral consultations."""
        text = self._text
        for i in range(start, min(start + _MOST_ADJECTIVES, len(text.words))):
            if text.words[i].stem in nouns:
                return i
            is_of = text.role(i, "of") or (i == start and text.is_article(i))
            is_numbered = text.gap(i).strip() == "." and text.is_number(i - 1)
            if (text.gap(i).strip() and not is_numbered) or (text.is_small(i) and not is_of):
                return None
        return None

    def _with_nature(self, named: NamedKind) -> NamedKind:
        """A plan of what makes it one of its own kind: of political consultations."""
        natures = _head_kinds(self._tables, "kind.of")
        noun = None
        if not PLANS.isdisjoint(named.kinds):
            noun = self._behind_adjectives(named.end, natures)
        if noun is None:
            return named
        return NamedKind(named.start, noun + 1, (natures[self._text.words[noun].stem],))

    def is_common_noun(self, named: NamedKind) -> bool:
        """Whether words name no document in a text: a programme of studies, a plan of a house."""
        is_single = named.end == named.start + 1 and not PLANS.isdisjoint(named.kinds)
        word = self._text.words[named.start]
        # Of those that are many, none is meant: Fernsehprogramme.
        are_many = is_single and word.key.endswith(self._text.grammar.words("kind.plural"))
        is_noun = is_single and not word.is_capitalised
        return are_many or (is_noun and not self.is_of_cooperation(named.end))

    def is_of_friendship(self, start: int) -> bool:
        """Whether a document says right behind its kind that it is one of friendship."""
        text = self._text
        first = start + text.role(start, "on")
        friendship = text.grammar.stems_of("friendship")
        return start < first < len(text.words) and text.words[first].stem in friendship

    def _completed(self, named: NamedKind) -> NamedKind:
        """A kind with what is in brackets behind it, and with a second half: and cooperation."""
        text = self._text
        end, count = named.end, len(text.words)
        if end < count and text.gap(end).strip() == "(":
            inner = self.at(end)
            if inner and text.brackets[inner.end] < text.brackets[end]:
                # (MoU) says the same, (roadmap) says it better.
                is_same = set(inner.kinds) == set(named.kinds)
                named = named._replace(end=inner.end, kinds=inner.kinds, is_certain=is_same)
                end = inner.end
            elif not inner and self._is_short_form(end):
                named, end = named._replace(end=end + 1), end + 1
        n = text.role(end, "and")
        if n and self._is_second_half(end + n):
            named = named._replace(end=end + n + 1)
        elif n and self.is_change(end + n):
            # An amendment and extension to another document.
            named = named._replace(end=end + n + 1)
        elif n and end + n < count and (second := self._second(end + n)):
            # Several documents: Agreement and Protocol between ...
            named = named._replace(end=second.end)
        is_of_body = named.kinds == _OF_BODY and text.role(named.end, "of")
        is_of_body = bool(is_of_body) and self._joint_body(named.end) is not None
        met = self._behind_meeting(named.end)
        is_of_talks = text.words[met - 1].stem in _head_kinds(self._tables, "kind.of")
        is_met = met > named.end and AgreementKind.PROTOCOL in named.kinds and not is_of_talks
        if is_of_body or is_met:
            # Whatever else stands before the noun: Protokoll der 5. gemeinsamen Sitzung. What a
            # commission has a protocol of is its session, too.
            named = named._replace(kinds=(AgreementKind.SESSION_PROTOCOL,))
        if AgreementKind.SESSION_PROTOCOL in named.kinds:
            end = self._behind_joint_body(named.end)
            named = named._replace(end=met if end == named.end else end)
        return named

    def _is_short_form(self, i: int) -> bool:
        """Whether a word in brackets only abbreviates the kind before it: (IFV) Deutschland."""
        text, word = self._text, self._text.words[i]
        is_alone = i + 1 < len(text.words) and text.gap(i + 1) == ") "
        is_short = word.text.isupper() and word.text.isalpha() and not text.text.isupper()
        topics = ("countries", "institutions")
        return is_alone and is_short and not any(word.key in self._index(one) for one in topics)

    def _index(self, topic: str) -> Container[str]:
        """The names of a topic."""
        return index(self._text.grammar.lang, topic).exact

    def translation(self) -> Span | None:
        """The words in brackets behind the kind that may call it so in another language.

        Partnerschaftsvereinbarung (Sister Park Arrangement); what says more is none: (MoU).
        """
        text, named = self._text, self._plain
        if named is None or named.end == len(text.words) or text.gap(named.end).strip() != "(":
            return None
        inner = self.at(named.end)
        if inner and not (says_less(inner.kinds) and says_less(named.kinds)):
            return None
        stops = (i for i in range(named.end, len(text.words)) if not text.brackets[i])
        return named.end, next(stops, len(text.words))

    def _is_second_half(self, i: int) -> bool:
        """Whether the name of a kind goes on with a word of cooperation and ends with it."""
        about = self._text.grammar.stems_of("cooperation")
        return i in self._text.with_stem(about) and self._is_whole(i + 1)

    def is_change(self, i: int) -> bool:
        """Whether a word says what is done *to* or *of* another document: its extension."""
        text = self._text
        if i >= len(text.words) or text.words[i].stem not in text.grammar.stems_of("change"):
            return False
        # Annex No. II (Fees) to; of the other document, the title may have been cut off.
        end = i + 1
        while end < len(text.words) and (
            text.is_number(end)
            or text.role(end, "number_sign")
            or text.brackets[end] > text.brackets[i]
        ):
            end += 1
        is_of = text.role(end, "of") or (not text.grammar.words("of") and end in self.places)
        return end == len(text.words) or bool(text.role(end, "to") or is_of)

    def _is_relation(self, named: NamedKind) -> bool:
        """Whether a name only says what the parties of the document behind a colon have."""
        is_next = named.end < len(self._text.words) and self._text.gap(named.end).strip() == ":"
        is_partnership = named.kinds == (AgreementKind.PROJECT_PARTNERSHIP,)
        return is_partnership and is_next and self.at(named.end) is not None

    def has_rival(self, named: NamedKind) -> bool:
        """Whether another document stands behind a mark: Border Treaty A/B: Exchange of Notes."""
        text = self._text
        return any(
            # A treaty with a town, 3rd addendum.
            text.gap(i - bool(text.is_number(i - 1))).endswith(_BEFORE_RIVAL)
            and not text.brackets[i]
            and (other := self.at(i))
            and COMMON_WORDS.isdisjoint(other.kinds)
            and not (self.is_common_noun(other) or {*other.kinds} & {*named.kinds})
            for i in within(self.places, named.end, len(text.words))
        )

    def _second(self, i: int) -> NamedKind | None:
        """A second kind that begins at a word, and of which more is said."""
        found = self.at(i)
        is_followed = found is not None and found.end < len(self._text.words)
        return found if found and is_followed and self._is_whole(found.end) else None

    def _behind_joint_body(self, start: int) -> int:
        """The end of the name of the body that met, but for its field: of the Joint Commission.

        Other bodies are parties: minutes of the Customs Committee and the Ministry.
        """
        i = self._joint_body(start)
        return start if i is None or self._has_dash(start, i) else i + 1

    def _joint_body(self, start: int) -> int | None:
        """The noun of the body that met, if two states share it."""
        text = self._text
        for i in range(start, min(start + _LONGEST_KIND, len(text.words))):
            is_on = text.role(i, "on") and not text.role(i, "of")
            if is_on or text.role(i, "between"):
                break
            if self._is_joint_body(i):
                return i if self._is_joint(start, i) else None
            mark = text.gap(i + 1).strip()
            if mark and mark not in DASHES and not (mark == "." and text.is_number(i)):
                break
        return None

    def _has_dash(self, start: int, end: int) -> bool:
        """Whether a dash stands between some words, as between parties: Laos–Mongolia."""
        return bool(within(self._text.dashes, start + 1, end))

    def _behind_meeting(self, start: int) -> int:
        """The end of what the parties did, before who they are: of the 5th joint meeting *of*."""
        text = self._text
        first = text.after_article(start + text.role(start, "of"), len(text.words))
        place = self._behind_adjectives(first, text.grammar.stems_of("meeting"))
        # Of a round of talks, both are behind.
        return start if place is None else self._behind_meeting(place + 1)

    def _is_joint_body(self, i: int) -> bool:
        text = self._text
        return text.words[i].stem.endswith(tuple(text.grammar.stems_of("joint_body")))

    def behind_body(self, named: NamedKind) -> int | None:
        """The place behind the body that met: what a document is called ends with it, or not yet.

        Protokoll der Gemeinsamen Kommission ..., der Sitzung des Lenkungsausschusses ...
        """
        text, count = self._text, len(self._text.words)
        first = text.after_article(named.end + text.role(named.end, "of"), count)
        # In a language without articles, its field would be a genitive, as its owner is.
        ends = (named.end, first + 1) if text.grammar.articles else (named.end,)
        return next((i for i in ends if i < count and self._is_joint_body(i - 1)), None)

    def _is_joint(self, start: int, i: int) -> bool:
        """Whether two states share a body: it is joint, has both names, or is between them."""
        text = self._text
        stems = text.grammar.stems_of("joint")
        are_many = any(i < place for place in text.places("between")) or self._has_dash(start, i)
        return are_many or any(
            word.stem in stems or "-" in word.key for word in text.words[start:i]
        )

    def _is_whole(self, i: int) -> bool:
        """Whether a name of a kind ends there, as it has no complement of its own."""
        text = self._text
        return i == len(text.words) or bool(text.role(i, "between")) or REDACTED in text.gap(i)

    def at(self, i: int) -> NamedKind | None:
        """The kind whose name begins with a word."""
        stem = self._text.words[i].stem
        is_compound = stem.endswith(self._suffixes)
        if not is_compound and stem not in self._names.beginnings:
            return None
        if self._text.gap(i + 1).startswith("-"):
            # Only the first part of a compound: Freundschafts- und Handelsabkommen.
            return None
        for stop, entries in self._text.spot(self._names, i, len(self._text.words)):
            return self._shortened(i, stop, entries)
        for suffix in self._suffixes if is_compound else ():
            # The last part of a compound: Handelsabkommen.
            if stem.endswith(suffix) and suffix in self._names.stems:
                kinds = _kinds(self._names.stems[suffix])
                return NamedKind(i, i + 1, kinds_of_compound(stem, kinds, self._text.grammar))
        return None

    def is_word(self, i: int) -> bool:
        """Whether a word alone names a kind."""
        stem = self._text.words[i].stem
        return stem in self._names.stems or stem.endswith(self._suffixes)

    def _shortened(self, start: int, end: int, entries: list[Entry]) -> NamedKind:
        """The kind, without words in its name that begin what the document is about."""
        kinds = _kinds(entries)
        is_over = end == len(self._text.words) or self._text.gap(end).strip() != "("
        inner = None if is_over else self.at(end)
        if inner and set(inner.kinds) == set(kinds):
            # What is abbreviated is one name: Memorandum of Cooperation (MoC).
            return NamedKind(start, end, kinds)
        is_cut = self._is_cut(start, end)
        if kinds == _ALONE or (self.is_word(end - 1) and self._text.grammar.words("head.last")):
            # Nothing else is called so that goes on: Twinning Agreement Oxford – Bonn.
            return NamedKind(start, end, kinds)
        for stop, shorter in self._text.spot(self._names, start, end):
            if is_cut and stop < end:
                return NamedKind(start, stop, _kinds(shorter))
            if stop < end and _kinds(shorter) == kinds and self._begins_subject(stop, end):
                return NamedKind(start, stop, kinds)
        return NamedKind(start, end, kinds)

    def _is_cut(self, start: int, end: int) -> bool:
        """Whether the last word of a name only begins another: on the Friendship *Bridge*."""
        text = self._text
        return (
            bool(text.grammar.words("head.last"))
            and any(text.role(i, "on") for i in range(start, end))
            and end < len(text.words)
            and text.gap(end) == " "
            and text.words[end].is_capitalised
            and not (text.is_small(end) or text.role(end, "signed"))
            # Memorandum of Understanding Laos–Mongolia
            and not any(i + text.role(i, "designation.form") == end for i in range(start, end))
        )

    def _begins_subject(self, start: int, end: int) -> bool:
        """Whether a name of a kind has its subject in it: cooperation, or words that go on."""
        text = self._text
        about = text.grammar.stems_of("cooperation")
        if not about.isdisjoint(word.stem for word in text.words[start:end]):
            return True
        goes_on = end < len(text.words) and not text.gap(end).strip()
        if n := text.role(end, "and"):
            # Partnership and joint cooperation: those are one subject.
            return self.is_of_cooperation(end + n) and not self._is_second_half(end + n)
        return goes_on and not text.is_small(end)

    def with_subject(self, named: NamedKind, start: int, end: int) -> NamedKind:
        """The kind that the words and those about the subject name together, if there is one.

        The parties may stand between them: a protocol between A and B on intentions.
        """
        first = self._text.after_article(start, end)
        stems = self._text.stems
        joined = " ".join([*stems[named.start : named.end], *stems[first : first + 1]])
        if first >= end or joined not in self._names.beginnings:
            return named
        own = self._text.span(named.start, named.end)
        rest = self._text.span(start, min(end, start + _LONGEST_KIND))
        words = Text(f"{own} {rest}", self._text.grammar.lang)
        whole = KindFinder(words).at(0)
        if whole is None or whole.end <= named.end - named.start:
            return named
        return named._replace(kinds=whole.kinds)

    def may_be(self, named: NamedKind, kind: AgreementKind) -> bool:
        """Whether the words are a name for a kind too, though not its own.

        That of a compound is what its last part may be: Kooperationsvertrag.
        """
        stem = self._text.words[named.end - 1].stem
        found = [
            entries
            for stop, entries in self._text.spot(self._names, named.start, named.end)
            if stop == named.end
        ] or [self._names.stems.get(one, []) for one in self._suffixes if stem.endswith(one)]
        return any(one.code == kind for entries in found for one in entries)

    def by_last_part(self, named: NamedKind) -> AgreementKind | None:
        """The kind that the last part of a compound names: Freundschaftsvertrag, a Vertrag."""
        stem = self._text.words[named.end - 1].stem if named.end else ""
        lasts = (self._names.stems.get(one) for one in self._suffixes if stem.endswith(one))
        return next((_kinds(entries)[0] for entries in lasts if entries), None)

    def by_head(self, named: NamedKind) -> AgreementKind | None:
        """The kind that the first or the last word alone names: Pact of Friendship, a pact."""
        heads = _head_kinds(self._tables, "kind.head")
        words = self._text.words[named.start : named.end]
        return next((heads[one.stem] for one in words if one.stem in heads), None)

    def level(self, end: int) -> Level | None:
        """The level that an adjective up to a word states: intergovernmental."""
        for i in within(self._text.with_stem(self._levels.beginnings), 0, end):
            for _, entries in self._text.spot(self._levels, i, end):
                code = entries[0].code
                return Level(code) if code in set(Level) else None
        return None


@cache
def _first_words(tables: Lexicon) -> Callable[[str], bool]:
    """Whether the name of a kind may begin with a stem: remembered, since most words are none."""
    firsts, suffixes = vocabulary_of(tables, "agreement_kind").beginnings, _suffixes(tables)

    @lru_cache(maxsize=20_000)
    def may_begin(stem: str) -> bool:
        return stem in firsts or stem.endswith(suffixes)

    return may_begin


@cache
def _suffixes(tables: Lexicon) -> tuple[str, ...]:
    """What compounds that are kinds end with; a tuple for endswith, which an empty one never is."""
    words = grammar(tables.lang)
    return tuple(map(words.stem, words.words("kind_suffix")))


@cache
def _head_kinds(tables: Lexicon, role: str) -> dict[str, AgreementKind]:
    """The kinds that a noun tells where the whole name is not listed, by the noun's stem."""
    words = grammar(tables.lang)
    return {words.stem(noun): AgreementKind(kind) for noun, kind in words.pairs(role)}


def _kinds(entries: list[Entry]) -> tuple[AgreementKind, ...]:
    """The kinds that a wording names; where it is the name of some, only those."""
    own = [entry for entry in entries if entry.form != "alias"] or entries
    return tuple(dict.fromkeys([_KINDS[entry.code] for entry in own]))
