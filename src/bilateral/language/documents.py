"""What a writer of titles asks of a document: attributes, and no class of the model.

Whatever has them can be given a title, ``Agreement`` first of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from bilateral.dates.partial_dates import PartialDate
    from bilateral.dates.periods import Period
    from bilateral.literals import EventKindCode
    from bilateral.text import Phrase, Phrases
    from bilateral.vocabulary import CodedEnum

__all__ = ["Document", "Happening", "Parties", "Party", "Topic"]


class Topic(Protocol):
    """What a document is about: a sector."""

    @property
    def code(self) -> str:
        """The id of its row in the tables."""
        ...

    @property
    def name(self) -> Phrases | None:
        """Its own name, if it is not built in."""
        ...

    def phrase(self, lang: str) -> Phrase | None:
        """Its name in a language."""
        ...


class PartyKind(Protocol):
    """What kind of party it is."""

    @property
    def value(self) -> str:
        """The code of the kind."""
        ...


class Party(Protocol):
    """Who signs a document."""

    @property
    def id(self) -> str:
        """What identifies it."""
        ...

    @property
    def kind(self) -> PartyKind:
        """What kind of party it is."""
        ...

    @property
    def country(self) -> str | None:
        """The ISO 3166-1 code of its country."""
        ...

    @property
    def code(self) -> str | None:
        """Its ISO 3166 code, if it is a territory."""
        ...

    @property
    def name(self) -> Phrases:
        """Its names."""
        ...

    def phrase(self, lang: str) -> Phrase | None:
        """Its name in a language."""
        ...

    def __hash__(self) -> int: ...


class Parties(Protocol):
    """One side of a document."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Party]: ...

    # It takes a partner, too, and those are known above.
    def is_of(self, who: Any) -> bool:
        """Whether somebody is on this side."""
        ...


class Happening(Protocol):
    """Something that happened to a document."""

    @property
    def kind(self) -> CodedEnum:
        """What happened."""
        ...

    @property
    def date(self) -> PartialDate | None:
        """When."""
        ...

    @property
    def place(self) -> str | None:
        """Where."""
        ...


class Document(Protocol):
    """A document that can be given a title."""

    @property
    def kind(self) -> CodedEnum:
        """The kind of the instrument."""
        ...

    @property
    def sides(self) -> tuple[Parties, Parties]:
        """Its two sides."""
        ...

    @property
    def sectors(self) -> Sequence[Topic]:
        """What it is about."""
        ...

    @property
    def subject(self) -> Phrases | None:
        """What it is about, in words of its own."""
        ...

    @property
    def designation(self) -> Phrases | None:
        """What it calls itself."""
        ...

    @property
    def period(self) -> Period | None:
        """The period in its title."""
        ...

    @property
    def events(self) -> Sequence[Happening]:
        """What happened to it."""
        ...

    @property
    def amends(self) -> Sequence[Document]:
        """The documents that it changes."""
        ...

    @property
    def implements(self) -> Sequence[Document]:
        """The documents that it carries out."""
        ...

    def dates(self, kind: EventKindCode) -> Sequence[PartialDate]:
        """When something happened to it."""
        ...

    @property
    def level(self) -> CodedEnum | None:
        """The level of the parties, when both sides share one."""
        ...
