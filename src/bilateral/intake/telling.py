"""Which columns tell that a table is a list of documents."""

from __future__ import annotations

from collections.abc import Iterable

from bilateral.intake.layout.headers import OTHER_SIDE

__all__ = ["DATED", "OF_PARTNERS", "has_only_countries", "names_documents"]

#: Without one of these, a table with names and countries is none of documents.
DATED = frozenset(
    {"expires", "in_force", "period", "signed", "signed_at", "terminated", "validity"}
)
#: The columns of who has signed, other than the one whose list it is.
OF_PARTNERS = frozenset({"parties", "side_b", *OTHER_SIDE})
# A list without a title has to have the parties.
_TELLING = frozenset({"title", "side_a", *OF_PARTNERS})


def names_documents(fields: Iterable[str]) -> bool:
    """Whether there are titles or parties.

    >>> names_documents(["number", "title"]), names_documents(["country", "signed"])
    (True, False)
    """
    return not _TELLING.isdisjoint(fields)


def has_only_countries(fields: Iterable[str]) -> bool:
    """Whether nothing but countries says who has signed, on days that are told.

    >>> has_only_countries(["country", "signed"]), has_only_countries(["country", "note"])
    (True, False)
    """
    known = {*fields}
    return "country" in known and not known.isdisjoint(DATED) and not names_documents(known)
