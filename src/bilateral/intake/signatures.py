"""The place where a document was signed, without the words that say so."""

from __future__ import annotations

from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import lexicon
from bilateral.reading.candidates import PARTNERS
from bilateral.reading.finding import certain
from bilateral.reading.words import Text

__all__ = ["place_of_signature", "says_signed", "without_in"]


def place_of_signature(text: str, lang: str) -> str:
    """A place without the words around it that say what happened there.

    >>> place_of_signature("signed in Graz on", "en"), place_of_signature("signed on", "en")
    ('Graz', '')
    >>> place_of_signature("in Wien unterzeichnet", "de"), place_of_signature("в Граце", "ru")
    ('Wien', 'Грац')
    """
    words = Text(text, lang)
    first, last = 0, len(words.words)
    while last and words.is_small(last - 1):
        last -= 1
    if last and says_signed(words, 0):
        first = 1
    elif last and says_signed(words, last - 1):
        last -= 1
    return (
        without_in(text[words.starts[first] : words.ends[last - 1]], lang) if first < last else ""
    )


def says_signed(words: Text, i: int) -> bool:
    """Whether a word says that something was signed: unterzeichnet; done."""
    return bool(words.role(i, "signed") or words.role(i, "dated"))


def without_in(place: str, lang: str) -> str:
    """A place without the preposition before it, and by its name if that has other forms.

    >>> without_in("in Riga", "de"), without_in("в Нижнем Новгороде", "ru")
    ('Riga', 'Нижний Новгород')
    """
    word, _, name = place.partition(" ")
    if fold(word) not in lexicon(lang).listed("list_validity", "place"):
        return place
    if grammar(lang).articles:
        return name if name[:1].isupper() else place
    names = {str(one.value.label(lang)) for one in certain(name, lang, PARTNERS)}
    return names.pop() if len(names) == 1 else place
