"""The name of a party as a sentence has it: in a case, after an article, behind its kind."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bilateral.errors import MissingForm
from bilateral.language.apposition import foreign_in_apposition, in_apposition
from bilateral.language.lexicon import Lexicon, in_sentence, is_derived
from bilateral.tables import listed

if TYPE_CHECKING:
    from bilateral.language.documents import Party
    from bilateral.text import Phrase

__all__ = ["PartyName", "party_name"]


class PartyName(NamedTuple):
    """A name in a form, and what of it was not recorded.

    ``fits`` is false where a sentence cannot have it. ``is_apposed`` is true where it stands
    behind the word for its kind, because the name itself has no such form. ``missing`` and
    ``derived`` are pairs of a name and a form.
    """

    text: str
    missing: tuple[tuple[str, str], ...] = ()
    derived: tuple[tuple[str, str], ...] = ()
    fits: bool = True
    is_apposed: bool = False


# A register writes the names of its partners again and again.
@lru_cache(maxsize=8192)
def party_name(tables: Lexicon, partner: Party, lang: str, form: str) -> PartyName:
    """The name of a partner in a form; in the nominative as lists have it.

    >>> from bilateral import Partner
    >>> from bilateral.language.lexicon import lexicon
    >>> acme = Partner("acme", "company", {"ru": "ACME Ltd"}, country="US")
    >>> party_name(lexicon("ru"), acme, "ru", "ins").text
    'компанией «ACME Ltd»'
    """
    phrase = partner.phrase(lang)
    if phrase is None:
        return _foreign(tables, partner, lang, form)
    if form == "nom":
        return PartyName(phrase.nom)
    if form == "gen" and phrase.gen is None:
        phrase = _short_name(tables, partner, phrase)
    try:
        text = in_sentence(phrase, lang, form)
    except MissingForm as error:
        missing = ((error.name, error.form),)
        apposed = in_apposition(tables, partner.kind.value, phrase.nom, form)
        if apposed is None:
            return PartyName(phrase.nom, missing, fits=False)
        return PartyName(apposed, missing, is_apposed=True)
    if town := _town(tables, partner, phrase):
        # After the word for town, names in the plural stay as they are.
        name = phrase.nom if phrase.gender == "pl" else text
        text = f"{in_sentence(town, lang, form)} {name}"
    return PartyName(
        text,
        derived=((phrase.nom, form),) if is_derived(phrase, form) else (),
    )


def _short_name(tables: Lexicon, partner: Party, phrase: Phrase) -> Phrase:
    """The short name of a state that has no other, with its genitive.

    In an official name it is not used: the Government is that *von Japan*.
    """
    is_state = partner.kind.value == "state"
    short = tables.phrase("countries", partner.country or "") if is_state else None
    return short if short and short.nom == phrase.nom else phrase


def _foreign(tables: Lexicon, partner: Party, lang: str, form: str) -> PartyName:
    """A name that is not known in the language: with its kind, or in a list with its tag."""
    missing = ((partner.id, "nom"),)
    apposed = None if form == "nom" else foreign_in_apposition(tables, partner, form)
    if apposed is None:
        return PartyName(partner.name.marked(lang), missing, fits=form == "nom")
    return PartyName(apposed, missing, is_apposed=True)


def _town(tables: Lexicon, partner: Party, phrase: Phrase) -> Phrase | None:
    """The word for town, where the language puts it before the name of one."""
    word = tables.phrase("vocabulary", "title_word.town")
    if word is None or partner.kind.value != "city":
        return None
    # Cities that are no units of ISO 3166-2 have a table of their own.
    units, cities = tables.rows("subdivisions"), tables.rows("cities")
    row = units.get(partner.code or "") or cities.get(partner.id, {})
    is_bare = row.get("generic", word.nom) == word.nom and row.get("nom") == phrase.nom
    is_typed = not row and "gen" in phrase.derived and not _says_town(tables, phrase.nom)
    return word if is_bare or is_typed else None


def _says_town(tables: Lexicon, name: str) -> bool:
    """Whether a name begins with a word for a town, a village or the like."""
    first, _, rest = name.lower().partition(" ")
    noun = tables.rows("head_nouns", key="nom").get(first, {})
    governing = tables.rows("name_words").get("governing", {}).get("words", "")
    return bool(rest) and (noun.get("name") == "agrees" or first in listed(governing))
