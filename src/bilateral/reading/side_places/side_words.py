"""What the words of a title tell of its sides, wherever they stand."""

from __future__ import annotations

from typing import Final

from bilateral.instruments import AgreementKind
from bilateral.language.folding import fold
from bilateral.reading.bodies.placed_names import PlacedNames
from bilateral.reading.kinds import PLANS, NamedKind
from bilateral.reading.parties import Parties
from bilateral.reading.segmentation import Split
from bilateral.reading.words import DASHES, Text, is_general

__all__ = ["BEFORE_PARTIES", "OF_TOWNS", "SideWords"]

BEFORE_PARTIES: Final = DASHES | {",", ":"}
_TWO: Final = 2
# What parties have whose names have no noun.
OF_TOWNS: Final = frozenset({AgreementKind.TWINNING, AgreementKind.FRIENDSHIP})
# Of whose names the genitive says what they are of: a plan of consultations with B.
_OF_WORK: Final = PLANS | {AgreementKind.PROTOCOL, AgreementKind.SESSION_PROTOCOL}


class SideWords:
    """The words of one title, with its kind and the parties that they may name."""

    def __init__(self, text: Text, parties: Parties, named: NamedKind) -> None:
        self.text = text
        self.parties = parties
        self.names: PlacedNames = parties.names
        self.named = named
        self.count: int = len(text.words)

    @property
    def is_of_towns(self) -> bool:
        """Whether the document is one that towns have, whose names have no noun."""
        return not OF_TOWNS.isdisjoint(self.named.kinds)

    def ruled(self, role: str) -> str:
        """The case that words with a role rule."""
        return next(iter(self.text.grammar.words(f"case.{role}")), "nom")

    def split(self, start: int, end: int, case: str) -> Split | None:
        """The way to split some words; a colon stands in no name: Student Exchange: A and B."""
        split = self.parties.splitter.split(start, end, case)
        first, stop = split.pieces[0] if split else (0, 0)
        gaps = [self.text.gap(i).strip(" )") for i in range(first + 1, stop)]
        if split and " - " in map(self.text.gap, range(first + 1, stop)):
            # MSc Finance - University A & University B
            split = split._replace(sides_are_sure=False)
        return None if ":" in gaps else split

    def before_verb(self) -> int:
        """The end of what stands before "sign" and the kind, with attributes at most; else 0."""
        text = self.text
        for i in range(self.named.start - 1, 0, -1):
            if text.role(i, "signed"):
                others = (n for n in range(i - 1, 0, -1) if not text.role(n, "signed"))
                return next(others, 0) + 1
            if text.gap(i + 1).strip() or (text.is_small(i) and not text.is_article(i)):
                break
        return 0

    def is_whose(self, start: int, end: int) -> bool:
        """Whether a name in the genitive stands there, behind a kind that parties have.

        An agreement of the Wiener Philharmoniker with a hall; a programme is one *of cooperation*.
        """
        text = self.text
        genitives = text.grammar.words("article.gen")
        is_of_work = not _OF_WORK.isdisjoint(self.named.kinds)
        if is_of_work or start != self.named.end or end - start < _TWO:
            return False
        return (
            text.words[start].key in genitives
            and text.words[start + 1].is_capitalised
            and (bool(self.names.at[start + 1]) or not is_general(text, start + 1))
            and not self.is_general(start + 1, end)
            and not any(text.role(i, "about") for i in range(start, end))
        )

    def is_general(self, start: int, end: int) -> bool:
        """Whether some words only say that the parties work together, and on nothing else."""
        return all(is_general(self.text, i) for i in range(start, end))

    def says_partnership(self, i: int) -> bool:
        """Whether a word only says what the names behind it have: Klimapartnerschaft A – B."""
        words = self.text.grammar
        ends = (*words.words("designation.cooperation"), *dict(words.pairs("kind.last")))
        return self.text.words[i].key.endswith(tuple(map(fold, ends)))

    def is_place(self, i: int) -> bool:
        """Whether a known name begins at a word, and not only an adjective."""
        names = self.names.at[i] if i < self.count else ()
        return any(entry.form != "adj" for _, entries in names for entry in entries)

    def is_proper(self, i: int) -> bool:
        """Whether a capital letter tells a name, in a language that has none for other words."""
        has_attributes = bool(self.text.grammar.words("ending.attribute"))
        return has_attributes and i < self.count and self.text.words[i].is_capitalised
