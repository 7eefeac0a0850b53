"""Bodies that are called after the state, region or city that they belong to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from bilateral import reference
from bilateral.errors import MissingForm
from bilateral.language.completion import complete
from bilateral.language.lexicon import CASES, capitalised, form_of, in_sentence, lexicon
from bilateral.reference.partners import Arguments, composed, first_frame
from bilateral.tables import languages
from bilateral.text import Phrase

__all__ = ["body_of_place"]

#: The name of a territory in a language.
PlaceName = Callable[[str], Phrase | None]
_PATTERNS = {"state": "government", "city": "body.city", "region": "body.region"}


def body_of_place(code: str, place: str, name: PlaceName, country: str) -> Arguments:
    """A body by its code in the table ``bodies``, of the territory with an id and a name.

    >>> from bilateral import Partner
    >>> court = body_of_place("supreme_court", "tr", Partner.state("TR").phrase, "TR")
    >>> court["id"], court["name"]["ru"].ins
    ('tr-supreme-court', 'Верховным судом Турецкой Республики')
    """
    row = reference.bodies()[code]
    named = {lang: _name(lang, code, name(lang)) for lang in languages()}
    return {
        "id": f"{place}-{code.replace('_', '-')}",
        "kind": row["kind"],
        "name": {lang: phrase for lang, phrase in named.items() if phrase},
        "country": country,
    }


def _name(lang: str, code: str, place: Phrase | None) -> Phrase | None:
    """The name in one language, if it has words for both and a frame; marked as made by rule."""
    row = reference.bodies()[code]
    noun = lexicon(lang).phrase("bodies", code)
    if noun is None or place is None:
        return None
    body = complete(noun, lang, row["kind"])
    forms: dict[str, str] = {}
    for case in CASES:

        def slots(slot: str, form: str, case: str = case) -> str | None:
            return form_of(body, lang, case) if slot == "body" else in_sentence(place, lang, form)

        with suppress(MissingForm):
            if text := first_frame(lang, _PATTERNS[row["of"]], slots):
                forms[case] = capitalised(text)
    return composed(forms, body)
