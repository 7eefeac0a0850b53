"""The words for classes in the ids of the language tables."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["topic_of"]


def topic_of(kind: type) -> str:
    """The word for a class in the ids of the language tables.

    >>> topic_of(TypeError)
    'type_error'
    """
    return _snake_case(kind.__name__)


@cache
def _snake_case(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
