"""Bodies that are called after their state, region or city."""

from __future__ import annotations

import pytest

from bilateral import Partner, Phrase, reference
from bilateral.language.lexicon import lexicon
from bilateral.partners import PartnerKind
from bilateral.reference.bodies_of_places import body_of_place
from bilateral.tables import BUILT_IN

PLACES = {
    "state": Partner.state("TR"),
    "city": Partner.city("by-grodno"),
    "region": Partner.subdivision("BY-VI"),
}


@pytest.mark.parametrize("code", reference.bodies())
def test_every_body_has_its_name_in_every_language_with_the_forms_of_titles(code: str) -> None:
    row = reference.bodies()[code]
    assert row["kind"] in set(PartnerKind)
    place = PLACES[row["of"]]
    body = Partner(**body_of_place(code, place.id, place.phrase, place.country or ""))
    assert set(body.name) == set(BUILT_IN)
    assert body.label("ru", "ins")
    assert body.label("de", "dat")
    english = body.phrase("en")
    assert english is not None
    assert english.article is True
    assert {row["id"] for row in lexicon("en").rows("bodies").values()} == set(reference.bodies())


def test_a_language_without_the_name_of_the_place_has_none_of_the_body() -> None:
    known = {"en": Phrase("Kenya", article=False)}
    made = body_of_place("supreme_court", "ke", known.get, "KE")
    assert set(made["name"]) == {"en"}
