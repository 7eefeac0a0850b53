"""What a document is about, in words: its sectors as one phrase of a title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import MissingForm
from bilateral.language import german, russian
from bilateral.language.frames import Frame
from bilateral.language.lexicon import (
    CASES_OF_FORMS,
    Lexicon,
    form_of,
    in_sentence,
    label_or_raise,
    lexicon,
)
from bilateral.tables import listed
from bilateral.text import Gender, Phrase

if TYPE_CHECKING:
    from bilateral.language.documents import Topic

__all__ = [
    "cooperation",
    "enumeration",
    "fields",
    "listed_fields",
    "participle",
    "title_word",
    "with_preposition",
    "within",
]


# Words that are no preposition or conjunction.
_LONG_WORD: Final = re.compile(r"\b(?!(?:and|of|in|the)\b)[a-z]\w*")
# The articles that a subject may be written with.
_ARTICLE: Final = re.compile(r"(?:das|der|die|the) ")


def title_word(lang: str, word: str) -> Phrase:
    """A word that titles are made with; `MissingForm` if the language has none."""
    phrase = lexicon(lang).phrase("vocabulary", f"title_word.{word}")
    if phrase is None:
        raise MissingForm(word, "nom", lang)
    return phrase


def attributed(lang: str, word: str, noun: Phrase, form: str) -> str:
    """A noun with one of the title words before it that are adjectives.

    ``form`` is a case or ``plural``; as in the tables the German nominative is that without an
    article. Raises `MissingForm`.

    >>> attributed("ru", "competent", Phrase("орган", ins="органом", gender="m"), "ins")
    'компетентным органом'
    >>> attributed("de", "competent", Phrase("Behörde", plural="Behörden"), "plural")
    'zuständige Behörden'
    """
    adjective = title_word(lang, word).nom
    gender, case = (Gender.PLURAL, "nom") if form == "plural" else (noun.gender, form)
    is_german = lexicon(lang).lang == "de"
    agreeing = german.agree(adjective, gender) if is_german and case == "nom" else None
    return f"{agreeing or _agreeing(lang, adjective, gender, case)} {form_of(noun, lang, form)}"


def enumeration(lang: str, items: Sequence[str], *, pair: str = "list.pair") -> str:
    """The items as a list in a sentence: ``A, B and C``, without a comma before the last.

    If one of them has an "and" of its own, the last is set off more clearly, where the language
    does that; ``pair`` is the frame for two of which one has.

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
        compound = lexicon(lang).frames("list.compound")
        (frame,) = (not others[1:] and lexicon(lang).frames(pair)) or compound
    return _filled(frame, others=", ".join(others), last=last)


def cooperation(lang: str, sectors: Sequence[Topic], form: str) -> str:
    """Cooperation in these sectors, as a noun phrase in a form.

    A sector whose name is a kind of cooperation stands for itself; two that the language joins
    in one word are an adjective. ``form`` is a case, or ``name`` for the nominative as a part of
    the name of a document, in capitals: what `within` says may follow the date of that name.
    Raises `MissingForm`.

    >>> from bilateral import Sector
    >>> cooperation("ru", [Sector("trade"), Sector("economy")], "loc")
    'торгово-экономическом сотрудничестве'
    >>> cooperation("de", [Sector("tourism")], "acc")
    'die Zusammenarbeit im Bereich Tourismus'
    """
    case = "nom" if form == "name" else form
    text = _said_alone(lang, sectors, case)
    if text is None:
        text = in_sentence(title_word(lang, "cooperation"), lang, case)
        return _as_name(text) if form == "name" else f"{text} {fields(lang, sectors)}"
    return _as_name(text) if form == "name" else text


def within(lang: str, sectors: Sequence[Topic]) -> str | None:
    """The fields of a cooperation whose name does not say them. Raises `MissingForm`.

    >>> from bilateral import Sector
    >>> cooperation("en", [Sector("trade")], "name"), within("en", [Sector("trade")])
    ('Cooperation', 'in the field of trade')
    """
    return None if _said_alone(lang, sectors, "nom") else fields(lang, sectors)


def _said_alone(lang: str, sectors: Sequence[Topic], case: str) -> str | None:
    """Cooperation whose fields are an adjective or the first part of a compound."""
    tables = lexicon(lang)
    word = title_word(lang, "cooperation")
    if len(sectors) == 1:
        name = sectors[0].phrase(lang)
        return in_sentence(name, lang, case) if name and name.nom.endswith(word.nom) else None
    pair = tables.rows("compounds", key="parts").get("+".join(one.code for one in sectors), {})
    pattern = tables.frames("cooperation.adjective")
    if not pattern or pair.get("write", "no") == "no":
        return None
    bare = CASES_OF_FORMS.get(case, case)
    noun = form_of(word, lang, bare)
    if "adj" in pair:
        adjective = _agreeing(lang, pair["adj"], word.gender, bare)
        text = _filled(pattern[0], adjective=adjective, cooperation=noun)
    else:
        text = pair["compound"].removesuffix("-") + noun.lower()
    return german.with_article(word, text, case) if tables.lang == "de" else text


def _as_name(text: str) -> str:
    """A text in the capitals of the name of a document."""
    return _LONG_WORD.sub(lambda match: match.group().capitalize(), text)


def with_preposition(
    lang: str, subject: Phrase, inflected: Callable[[Phrase, str], str] | None = None
) -> str | None:
    """A subject with the preposition that is its own, if it has one.

    It is written with it, or its first noun is one that takes another than most. ``inflected``
    gives a phrase in a form; without it a form that is not known raises `MissingForm`.

    >>> with_preposition("en", Phrase("the avoidance of double taxation"))
    'for the avoidance of double taxation'
    >>> with_preposition("de", Phrase("zum Schutz von Investitionen"))
    'zum Schutz von Investitionen'
    """
    tables = lexicon(lang)
    text = subject.nom
    begin = text.casefold()
    if begin.startswith(_beginnings(tables, "preposition")):
        # Within a title it stands in small letters, also where it was a line of its own.
        return text[:1].lower() + text[1:]
    if not _has_own_article(subject) and (usual := _usual(tables).get(begin)):
        return usual
    first = _ARTICLE.sub("", begin).partition(" ")[0]
    if f"{first} " not in _beginnings(tables, "purpose"):
        return None
    (frame,) = tables.frames("about")
    ((_, form),) = frame.slots()
    text = inflected(subject, form) if inflected else in_sentence(subject, lang, form)
    return _filled(frame, subject=text)


def _has_own_article(subject: Phrase) -> bool:
    """Whether somebody recorded how a subject stands in a sentence."""
    recorded = {"acc": subject.acc, "article": subject.article}
    return any(form is not None and name not in subject.derived for name, form in recorded.items())


@lru_cache(maxsize=8)
def _usual(tables: Lexicon) -> dict[str, str]:
    """The subjects that documents often have, by their words behind the preposition.

    Treaties are on friendship, not on the friendship.
    """
    texts = (row["nom"] for row in tables.rows("subjects").values())
    return {text.partition(" ")[2].casefold(): text for text in texts}


@lru_cache(maxsize=64)
def _beginnings(tables: Lexicon, row: str) -> tuple[str, ...]:
    """The words of a row as a text in small letters begins with them."""
    words = listed(tables.rows("reading").get(row, {}).get("words", ""))
    return tuple(f"{one.casefold()} " for one in words)


def participle(lang: str, word: str, noun: Phrase, case: str) -> str | None:
    """A participle that agrees with a noun; `None` where the language or the noun has none."""
    phrase = lexicon(lang).phrase("vocabulary", f"title_word.{word}")
    if phrase is None:
        return None
    return russian.agree(phrase.nom, noun.gender or "", case)


def fields(lang: str, sectors: Sequence[Topic]) -> str:
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
            texts = [_agreeing(lang, adjective, word.gender, "loc") for adjective in adjectives]
            return _filled(pattern[0], adjectives=enumeration(lang, texts))
    (frame,) = tables.frames("fields.nouns" if several else "fields.noun")
    ((_, form),) = frame.slots()
    # Two sectors may share a word: industry, and cooperation in it.
    nouns = list(dict.fromkeys(_noun(tables, sector, form) for sector in sectors))
    nouns = _sharing(tables, nouns)
    if len(nouns) == 1:
        (frame,) = tables.frames("fields.noun")
    return _filled(frame, nouns=listed_fields(lang, nouns))


def listed_fields(lang: str, names: Sequence[str]) -> str:
    """Names of fields as a list in a sentence, each apart from the others.

    >>> listed_fields("en", ["trade", "oil and gas"]), enumeration("en", ["trade", "oil and gas"])
    ('trade as well as oil and gas', 'trade and oil and gas')
    """
    return enumeration(lang, names, pair="fields.pair")


def _sharing(tables: Lexicon, nouns: Sequence[str]) -> list[str]:
    """Neighbours of two words that end in the same one have it once, where the language does that.

    Light industry and chemical industry are light and chemical industry.
    """
    pattern = tables.frames("list.shared")
    groups: list[list[str]] = []
    for noun in nouns:
        shared = noun.split()[1:]
        if pattern and groups and len(shared) == 1 and groups[-1][-1].split()[1:] == shared:
            groups[-1].append(noun)
        else:
            groups.append([noun])
    return [_with_one_noun(tables, group) for group in groups]


def _with_one_noun(tables: Lexicon, group: Sequence[str]) -> str:
    if len(group) == 1:
        return group[0]
    (frame,) = tables.frames("list.shared")
    adjectives = enumeration(tables.lang, [noun.split()[0] for noun in group])
    return _filled(frame, adjectives=adjectives, noun=group[0].split()[1])


def _filled(frame: Frame, **values: str) -> str:
    return frame.render(lambda name, _: values[name]) or ""


def _adjectives(lang: str, sectors: Sequence[Topic]) -> list[str] | None:
    """The sectors as adjectives, neighbours joined in one word where that is usual.

    `None` if one of them has no adjective, or none is another word than the noun: what is in the
    fields of tourism and trade is not in the tourism and trade fields.
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
    nouns = {phrase.nom for sector in sectors if (phrase := sector.phrase(lang))}
    return None if nouns.issuperset(result) else result


def _agreeing(lang: str, adjective: str, gender: Gender | None, form: str) -> str:
    """The adjective in a gender and in a case, where the language has those."""
    language = lexicon(lang).lang
    if language not in ("de", "ru"):
        return adjective
    agree = russian.agree if language == "ru" else german.agree_after_article
    text = agree(adjective, gender or "", form)
    if text is None:
        raise MissingForm(adjective, form, lang)
    return text


def _is_a_field(tables: Lexicon, name: Phrase | None) -> bool:
    """Whether the name has the word for field in it: гуманитарная сфера."""
    word = tables.phrase("vocabulary", "title_word.field")
    return bool(word and name and name.nom.endswith(word.nom))


def _noun(tables: Lexicon, sector: Topic, form: str) -> str:
    """The name of a sector in a form, or what the table gives for fields."""
    row = tables.rows("vocabulary").get(f"sector.{sector.code}", {})
    if "title" in row:
        return row["title"]
    phrase = sector.phrase(tables.lang)
    if phrase is None:
        return label_or_raise(phrase, sector.code, tables.lang)
    return in_sentence(phrase, tables.lang, form)
