"""Short answers to a name."""

from __future__ import annotations

import bilateral as bl


def answers(text: str, *arguments: object, **named: object) -> list[tuple[str, str]]:
    return [(one.type, one.code) for one in bl.find(text, *arguments, **named)]  # type: ignore[arg-type]


def certain(text: str, *arguments: object, **named: object) -> set[str]:
    return {one.code for one in bl.find(text, *arguments, **named) if one.is_certain}  # type: ignore[arg-type]
