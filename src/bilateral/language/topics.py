"""What a document is about, in words: its sectors as one phrase of a title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bilateral.errors import MissingForm
from bilateral.language.frames import Frame
from bilateral.language.lexicon import Lexicon, in_sentence, label_of, lexicon
from bilateral.text import Phrase

if TYPE_CHECKING:
    from bilateral.sectors import Sector

__all__ = ["cooperation", "enumeration", "fields", "title_word"]


def title_word(lang: str, word: str) -> Phrase:
    """A word that titles are made with; `MissingForm` if the language has none."""
    phrase = lexicon(lang).phrase("vocabulary", f"title_word.{word}")
    if phrase is None:
        raise MissingForm(word, "nom", lang)
    return phrase


def enumeration(lang: str, items: Sequence[str]) -> str:
    """The items as a list in a sentence: ``A, B and C``, without a comma before the last.

    If one of them has an "and" of its own, the last is set off more clearly.

    >>> enumeration("ru", ["наука", "культура", "спорт"])
    'наука, культура и спорт'
    >>> enumeration("ru", ["торговля", "водоснабжение и водоподготовка", "спорт"])
    'торговля, водоснабжение и водоподготовка, а также спорт'
    """
    *others, last = items
    if not others:
        return last
    (frame,) = lexicon(lang).frames("list")
    inner = _filled(frame, others="", last="")
    if any(inner in item for item in items):
        (frame,) = lexicon(lang).frames("list.compound")
    return _filled(frame, others=", ".join(others), last=last)


def cooperation(lang: str, sectors: Sequence[Sector], form: str) -> str:
    """Cooperation in these sectors, as a noun phrase in a form.

    A sector whose name is a kind of cooperation stands for itself; two that the language joins
    in one word are an adjective. Raises `MissingForm`.

    >>> from bilateral import Sector
    >>> cooperation("ru", [Sector("trade"), Sector("economy")], "loc")
    'торгово-экономическом сотрудничестве'
    >>> cooperation("de", [Sector("tourism")], "acc")
    'die Zusammenarbeit im Bereich Tourismus'
    """
    word = title_word(lang, "cooperation")
    if len(sectors) == 1:
        name = sectors[0].phrase(lang)
        if name and name.nom.endswith(word.nom):
            return in_sentence(name, lang, form)
    adjectives = _adjectives(lang, sectors)
    joined = in_sentence(word, lang, form)
    pattern = lexicon(lang).frames("cooperation.adjective")
    if pattern and adjectives and len(adjectives) == 1 < len(sectors):
        adjective = _agreeing(lang, adjectives[0], word, form)
        return _filled(pattern[0], adjective=adjective, cooperation=joined)
    return f"{joined} {fields(lang, sectors)}"


def fields(lang: str, sectors: Sequence[Sector]) -> str:
    """In these sectors, as titles say it. Raises `MissingForm`.

    >>> from bilateral import Sector
    >>> fields("en", [Sector("culture"), Sector("science")])
    'in the cultural and scientific fields'
    >>> fields("ru", [Sector("culture"), Sector("health")])
    'в области культуры и здравоохранения'
    """
    tables = lexicon(lang)
    several = len(sectors) > 1
    adjectives = _adjectives(lang, sectors)
    if adjectives and (several or _is_a_field(tables, sectors[0].phrase(lang))):
        pattern = tables.frames("fields.adjectives" if len(adjectives) > 1 else "fields.adjective")
        if pattern:
            word = title_word(lang, "field")
            texts = [_agreeing(lang, adjective, word, "loc") for adjective in adjectives]
            return _filled(pattern[0], adjectives=enumeration(lang, texts))
    (frame,) = tables.frames("fields.nouns" if several else "fields.noun")
    ((_, form),) = frame.slots()
    nouns = [_noun(tables, sector, form, listed=several) for sector in sectors]
    return _filled(frame, nouns=enumeration(lang, nouns))


def _filled(frame: Frame, **values: str) -> str:
    return frame.render(lambda name, _: values[name]) or ""


def _adjectives(lang: str, sectors: Sequence[Sector]) -> list[str] | None:
    """The sectors as adjectives, neighbours joined in one word where that is usual.

    `None` if one of them has no adjective.
    """
    compounds = lexicon(lang).rows("compounds", key="parts")
    result: list[str] = []
    rest = list(sectors)
    while rest:
        pair = compounds.get("+".join(sector.code for sector in rest[:2]), {})
        phrase = rest[0].phrase(lang)
        if pair.get("write") == "yes" and "adj" in pair:
            result.append(pair["adj"])
            del rest[:2]
        elif phrase and phrase.adj:
            result.append(phrase.adj)
            del rest[0]
        else:
            return None
    return result


def _agreeing(lang: str, adjective: str, noun: Phrase, case: str) -> str:
    """The adjective in the gender of a noun and in a case, where the language has those."""
    if lexicon(lang).lang != "ru":
        return adjective
    from bilateral.language.russian import agree

    text = agree(adjective, noun.gender or "", case)
    if text is None:
        raise MissingForm(adjective, case, lang)
    return text


def _is_a_field(tables: Lexicon, name: Phrase | None) -> bool:
    """Whether the name has the word for field in it: гуманитарная сфера."""
    word = tables.phrase("vocabulary", "title_word.field")
    return bool(word and name and name.nom.endswith(word.nom))


def _noun(tables: Lexicon, sector: Sector, form: str, *, listed: bool) -> str:
    """The name of a sector in a form, or what the table gives for lists of several."""
    row = tables.rows("vocabulary").get(f"sector.{sector.code}", {})
    if listed and "title" in row:
        return row["title"]
    phrase = sector.phrase(tables.lang)
    if phrase is None:
        return label_of(phrase, sector.code, tables.lang)
    return in_sentence(phrase, tables.lang, form)
