"""Words that headings of lists have, and what they say: of kinds, partnership, sums, occasions."""

from __future__ import annotations

import re
from functools import cache

from bilateral.instruments import AgreementKind
from bilateral.language.folding import fold, grammar, tidy
from bilateral.language.lexicon import Lexicon, lexicon
from bilateral.partners import PartnerKind
from bilateral.tables import languages, listed

__all__ = [
    "SEVERAL",
    "begins_with",
    "begins_word",
    "first_words",
    "heading_words",
    "is_about_partnership",
    "is_friendly",
    "is_occasion",
    "is_partnership",
    "is_sum",
    "is_undocumented",
    "kind_of_column",
    "longest_known",
    "named_kind",
    "names_one",
    "words_of",
]

#: Between the states or the kinds that a heading names.
SEVERAL = re.compile(r"\s*[/,&]\s*|\s(?:and|und|и)\s")
_SIGN = re.compile(r"\s*[,;:()]|\s+[-–—]\s")
_WORD = re.compile(r"[^\W_]+(?:[-‑][^\W_]+)*")
# The rows of the table with words that may stand anywhere in a heading, beside those of kinds.
_ANYWHERE = ("basis", "place")
# How the rows begin with what only columns of kinds say.
_COLUMN = "column."
# What stands behind what a sum counts.
_TOLD = re.compile(r"(?<=\w);\s+[^\W\dA-ZА-ЯЁÄÖÜ]\D*\Z")
# What stands behind the words of a sum.
_SUM_END = " :0123456789"
_LONGEST_WORDS = 5


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded.

    >>> words_of("Twin towns (2)")
    ('twin', 'towns', '2')
    """
    return tuple(_WORD.findall(fold(text)))


def names_one(designation: str | None, lang: str) -> bool:
    """Whether documents are called so one by one.

    >>> names_one("Vertrag", "de"), names_one("Verträge", "de"), names_one("Abkommen", "de")
    (True, False, False)
    """
    name = fold(designation or "")
    singulars, plurals = _numbers(lang)
    return name.endswith(singulars) and not name.endswith(plurals)


@cache
def _numbers(lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What one document is called, and what many are, or may be."""
    keys = [f"agreement_kind.{kind}" for kind in AgreementKind]
    one = (name for key in keys for name in lexicon(lang).names("vocabulary", key))
    many = (name for key in keys for name in lexicon(lang).listed("vocabulary", key, "plural"))
    known = lexicon(lang).listed("list_headings", "partnership")
    ending = grammar(lang).words("ending.plural")
    return tuple(map(fold, (*one, *known))), (*map(fold, many), *ending)


def first_words(text: str) -> str:
    """A text up to the first sign.

    >>> first_words("Climate partnership (since 2021)")
    'Climate partnership'
    """
    return _SIGN.split(text, maxsplit=1)[0]


def named_kind(text: str, lang: str) -> AgreementKind | None:
    """The kind that the words of a text name as headings do, or as programmes, if all of them do.

    >>> named_kind("Twin city", "en"), named_kind("Twin city of old", "en")
    (<AgreementKind.TWINNING: 'twinning'>, None)
    """
    whole, *parts = (words_of(one) for one in (text, *SEVERAL.split(text)))
    programmes = {*heading_words("programme", lang).values()}
    if whole in programmes or programmes.issuperset(parts):
        return AgreementKind.AGREEMENT
    length, code = longest_known(whole, lang) if whole else (0, "")
    field, _, value = code.partition(".")
    return AgreementKind(value) if field == "kind" and length == len(whole) else None


def kind_of_column(text: str, lang: str) -> AgreementKind | None:
    """The kind that a cell in a column of kinds names as only such columns do.

    >>> kind_of_column("Lease", "en"), kind_of_column("Lease of a warehouse", "en")
    (<AgreementKind.CONTRACT: 'contract'>, None)
    """
    words = words_of(text)
    kinds = (one for one in AgreementKind if words in _words_of_columns(one, lang))
    return next(kinds, None)


@cache
def _words_of_columns(kind: AgreementKind, lang: str) -> frozenset[tuple[str, ...]]:
    return frozenset(map(words_of, heading_words(f"{_COLUMN}{kind}", lang)))


def is_sum(text: str, lang: str) -> bool:
    """Whether a text begins as the sum below a list does, or is a number of what it counts.

    Before a number, words for what is counted may stand first.

    >>> (
    ...     is_sum("Total: 35", "en"),
    ...     is_sum("35 records", "en"),
    ...     is_sum("Agreements in total: 35", "en"),
    ... )
    (True, True, True)
    """
    # 25 documents; typed from the old register
    text = _TOLD.sub("", text)
    number, _, counted = fold(text).strip(" .").partition(" ")
    is_number = number.isdecimal() and bool(counted)
    words = _WORD.findall(fold(text).rstrip(_SUM_END))
    is_short = text.rstrip(" ")[-1:] in _SUM_END and len(words) <= _LONGEST_WORDS
    is_end = is_short and any(
        tuple(words[-len(one) :]) == one for one in heading_words("sum", lang).values()
    )
    is_counted = is_number and counted in heading_words("counted", lang)
    return begins_with(text, "sum", lang) or is_counted or is_end


def begins_with(text: str, row: str, lang: str) -> bool:
    """Whether a text begins with words that a row of the table lists.

    >>> begins_with("Note: without protocols", "note", "en")
    True
    """
    words = words_of(text)
    return any(words[: len(one)] == one for one in heading_words(row, lang).values())


def heading_words(row: str, lang: str) -> dict[str, tuple[str, ...]]:
    """What a row of the table lists, folded: in ``lang`` first, and in all languages else."""
    return _words_in(row, tuple(map(lexicon, dict.fromkeys((lang, *languages())))))


@cache
def _words_in(row: str, tables: tuple[Lexicon, ...]) -> dict[str, tuple[str, ...]]:
    """What a row of some tables lists, folded, and the words of each."""
    texts = (fold(text) for one in tables for text in one.listed("list_headings", row))
    return {text: tuple(_WORD.findall(text)) for text in texts}


def is_friendly(text: str, lang: str) -> bool:
    """Whether words speak of friendship.

    >>> is_friendly("Freundschaftsvertrag", "de")
    True
    """
    return begins_word(text, "friendship", lang)


def begins_word(text: str, row: str, lang: str) -> bool:
    """Whether a word of a text begins as a row of the table says.

    >>> begins_word("the twinning of schools", "twinned", "en")
    True
    """
    parts = tuple(map(fold, lexicon(lang).listed("list_headings", row)))
    return any(word.startswith(parts) for word in words_of(text))


def is_occasion(text: str, lang: str) -> bool:
    """Whether words name an occasion at which documents are signed.

    >>> is_occasion("State visit to Peru", "en"), is_occasion("List of treaties", "en")
    (True, False)
    """
    return not set(words_of(text)).isdisjoint(heading_words("occasion", lang))


def is_undocumented(text: str, lang: str) -> bool:
    """Whether words say that there is no document: exchange of seeds, without an agreement.

    >>> is_undocumented("контакты с 1999 г., без договора", "ru")
    True
    """
    words = words_of(text)
    known = heading_words("undocumented", lang).values()
    return any(words[i : i + len(one)] == one for one in known for i in range(len(words)))


def is_partnership(text: str, lang: str) -> bool:
    """Whether words are no more than that for a partnership, of whatever kind that is.

    By what it was agreed, may stand behind them.

    >>> is_partnership("Partnerschaft", "de"), is_partnership("Partnerschaft mit Lyon", "de")
    (True, False)
    >>> is_partnership("Partnerschaft lt. Ratsbeschluss", "de")
    True
    """
    rows = lexicon(lang).rows("list_headings")
    partnership, basis = (
        {*map(fold, listed(rows[one]["words"]))} for one in ("partnership", "basis")
    )
    words = fold(tidy(text)).split()
    end = next((i for i, word in enumerate(words) if word.strip(".") in basis), len(words))
    return " ".join(words[:end]) in partnership


def is_about_partnership(subject: str, lang: str) -> bool:
    """Whether a subject is a partnership, in whatever case, and of towns at most.

    >>> is_about_partnership("партнёрстве городов", "ru")
    True
    >>> is_about_partnership("партнёрстве и сотрудничестве", "ru")
    False
    """
    stem = grammar(lang).stem
    rows = lexicon(lang).rows("list_headings")
    known = {tuple(map(stem, words_of(one))) for one in listed(rows["partnership"]["words"])}
    towns = {stem(word) for word in words_of(rows["kind.twinning"]["words"])}
    words = tuple(map(stem, words_of(subject)))
    return any(words[:n] in known and towns.issuperset(words[n:]) for n in range(1, len(words) + 1))


def longest_known(words: tuple[str, ...], lang: str) -> tuple[int, str]:
    """How many of the first words say something, and what: in ``lang`` first, or in any other.

    >>> longest_known(("twin", "towns", "of", "cork"), "en")
    (2, 'kind.twinning')
    """
    for known in map(_headings, dict.fromkeys((lang, *languages()))):
        for length in range(min(len(words), _LONGEST_WORDS), 0, -1):
            if code := known.get(words[:length]):
                return length, code
    return 1, ""


@cache
def _headings(lang: str) -> dict[tuple[str, ...], str]:
    """The words of headings, with what they say; among them the plurals of all kinds."""
    vocabulary = lexicon(lang).rows("vocabulary")
    kinds = {f"agreement_kind.{one}": f"kind.{one}" for one in AgreementKind}
    kinds |= {f"partner_kind.{one}": f"party.{one}" for one in PartnerKind}
    plurals = {
        words_of(row["plural"]): kinds[key]
        for key, row in vocabulary.items()
        if key in kinds and "plural" in row
    }
    return plurals | {
        words_of(words): code
        for code, row in lexicon(lang).rows("list_headings").items()
        for words in listed(row["words"])
        if ("." in code or code in _ANYWHERE) and not code.startswith(_COLUMN)
    }
