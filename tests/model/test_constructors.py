"""How the classes are written down: what comes by its place, and what only by its name."""

from __future__ import annotations

import inspect

import attrs
import pytest

import bilateral as bl

# All else has to be named: an order of ten arguments is remembered by nobody.
BY_PLACE = {
    "Agreement": "id kind sides",
    "Candidate": "type code value text lang how score",
    "Change": "old new fields",
    "Contribution": "partner",
    "Deadline": "kind agreement when disputed number",
    "Difference": "added removed changed statuses",
    "Dossier": "agreements",
    "Duration": "years months weeks days",
    "Event": "kind date",
    "Exit": "after",
    "FieldChange": "name old new",
    "Goods": "code",
    "Identifier": "scheme value",
    "Limits": "",
    "Official": "id name",
    "Partner": "id kind name",
    "Phrase": "nom",
    "Problem": "code path value",
    "Project": "id name",
    "RecordedTitle": "text lang",
    "Renewal": "length",
    "Sector": "code",
    "Side": "partners",
    "Source": "id",
    "Start": "on",
    "Status": "",
    "Survival": "what",
    "Term": "",
    "TradeFlow": "id origin destination",
}
# What only the package makes.
ANSWERS = {
    *(
        "Change",
        "Difference",
        "FieldChange",
        "Finding",
        "ParsedTitle",
        "Party",
        "Question",
        "Reason",
    ),
    *("Review", "ReviewedRow", "StatusChange", "TermPeriod"),
}


def test_the_table_has_all_classes() -> None:
    classes = {name for name in bl.__all__ if attrs.has(getattr(bl, name))}
    assert classes == BY_PLACE.keys() | ANSWERS


@pytest.mark.parametrize("name", sorted(BY_PLACE))
def test_only_what_is_certain_comes_by_its_place(name: str) -> None:
    parameters = inspect.signature(getattr(bl, name)).parameters.values()
    by_place = [one.name for one in parameters if one.kind is not one.KEYWORD_ONLY]
    assert " ".join(by_place) == BY_PLACE[name]
