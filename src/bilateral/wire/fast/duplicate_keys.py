r"""Duplicate keys in a JSON text, found by counting colons.

The fast parsers keep the last of duplicate keys and say nothing: afterwards only the text tells.
To look for them there would take a second parser. To count takes one search for a byte.

**Claim.** If `KeyCount.accounts_for` says yes, the text has no duplicate keys.

**Proof.** Let the text be well-formed (the parser has read it), and let it have ``M`` members of
objects. The reader has counted ``K`` keys, each of them once for the member from which it came.
A parser that drops duplicates leaves fewer keys than members, so ``K ≤ M``, and there are no
duplicate keys just if ``K = M``.

*The first count.* By the grammar (RFC 8259, section 4) each member has one colon outside strings,
and outside strings there is no other. With ``S`` colons inside strings, the text has
``C = M + S``. The reader has counted ``s`` colons in some of the strings that it read. Without a
backslash in the text, each of them is in it as it was read, so ``s ≤ S``. If now
``C = K + s``, then ``M + S = K + s``, and from ``K ≤ M`` and ``s ≤ S`` follows ``K = M``.

*The second count.* Let ``Q`` be how often a quotation mark is followed by a colon. If no colon
of the text has white space before it, that of each member follows the quotation mark that ends
its name, so ``M ≤ Q``. (``Q`` can be larger: a string may begin with a colon, or have an escaped
quotation mark before one.) If now ``Q = K``, then ``M ≤ K ≤ M``, and ``K = M``. ∎

The converse does not hold: a text without duplicate keys may be refused. Then the diagnostic
reader looks at it, which costs time and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bilateral.coercion import is_list, is_mapping
from bilateral.wire.fast.errors import NeedsDiagnosis

__all__ = ["KeyCount"]

_LARGEST = 2.0**63
_UNUSUAL_ESCAPES = (b"\\u0000", b"\\ud", b"\\uD")
# White space, and the same before a colon.
_SPACES = ((b" ", b" :"), (b"\t", b"\t:"), (b"\r", b"\r:"), (b"\n", b"\n:"))


class KeyCount:
    """The number of keys read, and of colons in strings that are likely to have some."""

    __slots__ = ("colons", "keys")

    keys: int
    colons: int

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin a new text."""
        self.keys = self.colons = 0

    def add(self, data: Any) -> None:
        """Count the keys in plain data, at any depth, and the colons in their strings."""
        if is_mapping(data):
            self.keys += len(data)
            self.colons += "".join(data).count(":")
            values: Iterable[Any] = data.values()
        elif is_list(data):
            values = data
        elif type(data) is str:
            self.colons += data.count(":")
            return
        elif type(data) is float and abs(data) >= _LARGEST:
            # Some parsers make it of a whole number that is too long for them.
            raise NeedsDiagnosis
        else:
            return
        for value in values:
            self.add(value)

    def accounts_for(self, text: bytes) -> bool:
        """Whether a JSON text has no more keys than were read, and nothing that parsers differ in.

        Those take NUL and halves of characters for texts, or refuse them.
        """
        # A search for one byte is several times as fast as one for several.
        if b"\\" not in text:
            # Texts that are not long have few colons: these are seldom all there is to count.
            if text.count(b":") == self.keys + self.colons:
                return True
        elif any(escape in text for escape in _UNUSUAL_ESCAPES):
            return False
        if text.count(b'":') != self.keys:
            return False
        for space, before_colon in _SPACES:  # noqa: SIM110 - `all` takes longer than the search
            if space in text and before_colon in text:
                return False
        return True
