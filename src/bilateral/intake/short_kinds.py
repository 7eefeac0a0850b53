"""Kinds of documents whose words are cut short: Austauschvereinb., Gem. Erkl., Мем-м о сотр-ве."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice, product

from bilateral.instruments import AgreementKind
from bilateral.intake.cut_words import title_in_full
from bilateral.intake.slips import mended
from bilateral.language.folding import fold, grammar
from bilateral.language.lexicon import lexicon
from bilateral.nearness import Words
from bilateral.reading.titles import parse_title
from bilateral.reading.words import Text

__all__ = ["in_full", "kind_names", "well_spelt", "with_kind_in_full", "written_out"]

# What is cut short, and the hyphen that may stand behind it inside of a word.
_CUT = re.compile(r"([^\W\d_]{2,})\.-?")
_LAST = re.compile(r"([^\W\d_]+)\.\Z")
# A word without its middle: сотр-во.
_INSIDE = re.compile(r"(?<![^\W_])([^\W\d_]{2,})-([^\W\d_]{1,3})(?![^\W_])")
# Between the parties and a kind behind them, and at how many such signs that is looked for.
_SIGN = re.compile(r"[,:]\s+|\s[-–—]\s+")
_MOST_SIGNS = 4
# The shortest end of a word that tells which one it is, and the shortest first part before it.
_END, _FIRST = 3, 4
# So many times longer is the name at most: Fachhochsch. is no Schriftwechsel.
_TIMES = 3
# What stands for the rest of a word, and for a space, until the other letters are a pattern.
_REST, _SPACE = "\0", "\1"
# For the end of a German noun whose last letter is left: Erklärg.
_LAST_LETTER, _NOUN = "\2", r"(?:g[^\W\d_]*|[^\W\d_]*ung)"
# So many words of a title may be the name of its kind.
_LONGEST = 4
# So many times longer than what is left of them are names at most: Gem. may be any of many words.
_LEAST_OF = 4
# A word in which one letter is missing, or one more, may be another one if it has fewer letters;
# so may one in which a letter is another.
_SHORTEST, _LEAST_LETTERS, _LONG = 6, 8, 10
_REPLACED = 2
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_DOUBLE = re.compile(r"(.)\1")


def in_full(text: str, lang: str) -> Iterator[str]:
    """The names of kinds that a text may stand for, if words in it are cut short.

    >>> [*in_full("Gem. Erkl.", "de")], [*in_full("Austauschvereinb.", "de")]
    (['gemeinsame erklärung'], ['Austauschvereinbarung'])
    >>> [*in_full("Absichtserklärg.", "de")]
    ['absichtserklärung']
    >>> [*in_full("Мем-м о сотр-ве", "ru")], [*in_full("дог. о НТС", "ru")]
    (['меморандум о сотрудничестве'], ['договор'])
    """
    if not _is_cut(text):
        return
    names = _named(text, lang) or _named(_without_subject(text, lang), lang)
    yield from names
    before, _, word = text.strip().rpartition(" ")
    if before and not names and _CUT.search(word):
        # Student exch. agr.
        yield from (f"{before} {one}" for one in _named(word, lang))
    last = None if names or before else _LAST.search(text.strip())
    if last is None:
        return
    word = last[1].lower()
    first = 0 if text.strip()[: last.start()].endswith("-") else _FIRST
    for cut in range(first, len(word) - _END + 1):
        end = word[cut:]
        found = [
            one
            for one in _heads(lang)
            if one.startswith(end) and one not in (end, f"{end}.") and len(one) <= _TIMES * len(end)
        ]
        if found:
            # The others are compounds with it.
            yield text.strip()[: last.start() + cut + 1] + min(found, key=len)[1:]
            return


def with_kind_in_full(title: str, lang: str) -> str:
    """A title whose kind is cut short at its beginning, with the name of that kind in full.

    A word may stand before it: internal. So may the parties, and a sign behind them. What is
    written with a wrong letter is mended, too.

    >>> with_kind_in_full("Доп. согл. к Соглашению с Польшей", "ru")
    'Дополнительное соглашение к Соглашению с Польшей'
    >>> with_kind_in_full("Interne Leistungsvereinb. Depot", "de")
    'Interne Leistungsvereinbarung Depot'
    >>> with_kind_in_full("Museum Jena – Museum Lugoj, Kooperationsvertr.", "de")
    'Museum Jena – Museum Lugoj, Kooperationsvertrag'
    >>> with_kind_in_full("Memorandum of undertanding", "en")
    'Memorandum of understanding'
    """
    title = mended(well_spelt(title, lang), lang)
    words = [*islice(re.finditer(r"\S+", title), _LONGEST)] if _is_cut(title) else []
    # Behind the name of a kind stands what it is about.
    begins = 1 if words and parse_title(words[0][0], lang).kind else 2
    for first, last in product(words[:begins], reversed(words)):
        start, end = first.start(), last.end()
        text = title[start:end]
        names = _named(text, lang) if _is_cut(text) else []
        if not names and first is last and not text.startswith("-"):
            names = [*in_full(text, lang)]
        is_told = all(len(one) <= _LEAST_OF * len(text) for one in names)
        if is_told and len({parse_title(one, lang).kind for one in names}) == 1:
            name = names[0]
            letter = name[:1].upper() if title[start].isupper() else name[:1]
            return f"{title[:start]}{letter}{name[1:]}{title[end:]}"
    # Without one, it may stand behind the names of the parties.
    for cut in islice(_SIGN.finditer(title), _MOST_SIGNS) if begins > 1 and words else ():
        whole = with_kind_in_full(behind := title[cut.end() :], lang)
        if whole != behind:
            return title[: cut.end()] + whole
    return title


def written_out(title: str, lang: str) -> str:
    """A title of a list in a language, with all in full that it cuts short but names.

    >>> written_out("Coop. agrmnt on env. prot.", "en")
    'Cooperation agreement on environmental protection'
    """
    return with_kind_in_full(title_in_full(title, lang), lang)


def well_spelt(title: str, lang: str) -> str:
    """A title without what is wrong in one letter of each word for its kind, or in their order.

    >>> well_spelt("Agrement on tourism", "en"), well_spelt("Contractor list", "en")
    ('Agreement on tourism', 'Contractor list')
    >>> well_spelt("Agreemnet on tourism", "en")
    'Agreement on tourism'
    >>> well_spelt("Abkomen über Handel", "de"), well_spelt("Contact list", "en")
    ('Abkommen über Handel', 'Contact list')
    >>> well_spelt("Соглашеие о сотрудничесве", "ru")
    'Соглашение о сотрудничестве'
    """
    for found in islice(_WORD.finditer(title), _LONGEST):
        if (right := _meant(fold(found[0]), lang)) is not None:
            right = right[:1].upper() + right[1:] if found[0][0].isupper() else right
            return well_spelt(title[: found.start()] + right + title[found.end() :], lang)
    return title


@lru_cache(maxsize=20_000)
def _meant(word: str, lang: str) -> str | None:
    """The only word for a kind that a folded one, which is none, may be meant for."""
    known, stems = _words_of_kinds(lang)
    # Those that are like no other word, short as they are: договор.
    unlike = grammar(lang).words("misspelt")
    if len(word) < _SHORTEST or grammar(lang).stem(word) in stems:
        return None
    # A derived word has another end: contractor.
    near = [
        one
        for one in known.near(word, slips=_REPLACED)
        # In a shorter one, two may stand in the wrong order: Agreemnet.
        if (len(word) >= _LONG or len(one) != len(word) or sorted(one) == sorted(word))
        and (len(one) >= _LEAST_LETTERS or one in unlike)
        and (one[0], one[-1]) == (word[0], word[-1])
        # Where one is missing: of Abkomen it is a double, and a contact is no contract.
        if len(word) >= _LEAST_LETTERS or one in unlike or _DOUBLE.sub(r"\1", one) == word
    ]
    return near[0] if len(near) == 1 else None


@cache
def _words_of_kinds(lang: str) -> tuple[Words, frozenset[str]]:
    """The words with which names of kinds end, and the stems of all their words."""
    names = [re.findall(r"[^\W\d_]+", one) for one in kind_names(lang)]
    stems = frozenset(grammar(lang).stem(word) for words in names for word in words)
    return Words(words[-1] for words in names if words), stems


def _is_cut(text: str) -> bool:
    return bool(_CUT.search(text) or _INSIDE.search(text))


def _named(text: str, lang: str) -> list[str]:
    """The names that a text may stand for; the one with which all the others begin, if it does."""
    marked = _INSIDE.sub(rf"\1{_REST}\2", re.sub(r"\.\s+", ".", fold(text)))
    marked = re.sub(r"(?<=[^\W\d_]{3})g\.-?", _LAST_LETTER + _SPACE, marked)
    marked = _CUT.sub(rf"\1{_REST}{_SPACE}", marked)
    pattern = re.escape(marked).replace(_REST, r"[^\W\d_]*").replace(_SPACE, " ?")
    pattern = pattern.replace(_LAST_LETTER, _NOUN)
    names = [one for one in kind_names(lang) if re.fullmatch(pattern, one)]
    shortest = min(names, key=len, default="")
    return [shortest] if all(one.startswith(shortest) for one in names) and names else names


def _without_subject(text: str, lang: str) -> str:
    """The words before those that say what a document is about."""
    words = Text(text, lang)
    about = (i for i in range(1, len(words.words)) if words.role(i, "about"))
    return text[: words.starts[next(about, 0)]].strip()


@cache
def _heads(lang: str) -> tuple[str, ...]:
    """The names of kinds that are no compounds with others: Vertrag, not Regierungsabkommen."""
    names = kind_names(lang)
    return tuple(one for one in names if not any(one.endswith(end) for end in names if end != one))


@cache
def kind_names(lang: str) -> tuple[str, ...]:
    """The names of all kinds, folded."""
    kinds = (f"agreement_kind.{one}" for one in AgreementKind)
    names = (name for kind in kinds for name in lexicon(lang).names("vocabulary", kind))
    return tuple(dict.fromkeys(map(fold, names)))
