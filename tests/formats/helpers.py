"""A small document, read in several formats."""

import pytest

import bilateral as bl
from bilateral import ValidationError

BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
AGREEMENT = {"id": "a", "kind": "mou", "sides": [["by"], ["kz"]]}


def document(**fields):
    return {"bilateral": "1", "partners": [BY, KZ], "agreements": [AGREEMENT], **fields}


def found(text, format="json"):
    """The problems of a text: line, column, where, code."""
    with pytest.raises(ValidationError) as caught:
        bl.loads(text, format)
    return [(p.line, p.column, p.where, p.code) for p in caught.value.problems]
