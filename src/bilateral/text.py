"""Names in several languages, with their grammatical forms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import cast

import attrs

from bilateral.coercion import (
    Checked,
    Rejected,
    boolean,
    instance,
    member,
    optional_text,
    soft,
    soft_tuple,
    text,
    texts,
    unknown,
)
from bilateral.display import Displayed, Table, View
from bilateral.frozen import Frozen, revised
from bilateral.interchange import Exchanged, Modelled
from bilateral.literals import GenderCode, Lang
from bilateral.markup import Line
from bilateral.problems import Problem, ValidationError, wrong_type_problem
from bilateral.tags import TAG_PATTERN, best_tag

__all__ = ["Form", "Gender", "Phrase", "Phrases"]


class Gender(Modelled, StrEnum):
    """Grammatical gender; a plural noun has none of its own.

    >>> Phrase("Akimat", gender="n").gender
    <Gender.NEUTER: 'n'>
    """

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    PLURAL = "pl"


class Form(StrEnum):
    """One thing that a `Phrase` may know of a name: a grammatical form, its gender, its article.

    >>> Form("gen")
    <Form.GENITIVE: 'gen'>
    """

    NOMINATIVE = "nom"
    GENITIVE = "gen"
    DATIVE = "dat"
    ACCUSATIVE = "acc"
    INSTRUMENTAL = "ins"
    PREPOSITIONAL = "loc"
    GENDER = "gender"
    ARTICLE = "article"
    ADJECTIVE = "adj"
    SHORT = "short"
    PLURAL = "plural"


def _form(value: object) -> Form:
    if type(value) is Form:
        return value
    if isinstance(value, str) and value in Form._value2member_map_:
        return Form(value)
    raise ValidationError([unknown("unknown-form", value, Form, forms=", ".join(Form))])


def _derived(values: Iterable[Form | str]) -> tuple[Form, ...]:
    return soft_tuple(_form, values)


def _gender(value: Gender | GenderCode | None) -> Gender | None:
    return None if value is None else member(Gender, "unknown-gender", value)


def _optional_boolean(value: bool | None) -> bool | None:  # noqa: FBT001
    return None if value is None else boolean(value)


@attrs.frozen(cache_hash=True, weakref_slot=False, repr=False)
class Phrase(Checked):
    """A name in one language: the nominative, and the forms that are known for certain.

    ``gen`` to ``loc`` are the whole phrase in that case (without an article).
    ``article`` says whether running text puts the definite article before it
    (German *der Iran*, English *the Netherlands*). ``short`` is the short form, ``plural``
    the nominative plural, ``adj`` the adjective made from it (Russian: masculine nominative;
    German: the stem). ``aliases`` are further names under which it may be found.
    ``derived`` names the fields that a rule made, in the place of somebody who knows the name:
    with ``nom`` the name itself was composed. A form that is ``None`` is not known.

    >>> Phrase("Akimat of Astana", article=True)
    Phrase('Akimat of Astana', article=True)
    >>> Phrase("Ministry of Trade", article=True, derived=["article"]).derived
    (<Form.ARTICLE: 'article'>,)
    """

    nom: str = attrs.field(converter=text)
    gen: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    dat: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    acc: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    ins: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    loc: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    gender: Gender | None = attrs.field(default=None, converter=_gender, kw_only=True)
    article: bool | None = attrs.field(default=None, converter=_optional_boolean, kw_only=True)
    adj: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    short: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    plural: str | None = attrs.field(default=None, converter=optional_text, kw_only=True)
    aliases: tuple[str, ...] = attrs.field(default=(), converter=texts, kw_only=True)
    derived: tuple[Form, ...] = attrs.field(default=(), converter=_derived, kw_only=True)

    __shorthand__ = "nom"

    def _problems(self, _: Collection[str]) -> list[Problem]:
        return [
            Problem("empty-text", (name,), value)
            for name in _FORMS
            # Most phrases have few forms.
            if (value := getattr(self, name)) is not None
            and isinstance(value, str)
            and not value.strip()
        ]

    def __str__(self) -> str:
        return self.nom


_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_FORMS = tuple(one.name for one in attrs.fields(Phrase) if str(one.type).startswith("str"))
_ANY = Phrase("any")


class Phrases(Displayed, Exchanged, Frozen, Mapping[str, Phrase]):
    """A name in several languages: an immutable mapping from language tag to `Phrase`.

    Takes a mapping whose values are phrases or plain texts. Tags are BCP 47; the order is
    that of the tags, so equal names are written the same way.

    >>> name = Phrases({"en": "Minsk", "ru": Phrase("Минск", gen="Минска")})
    >>> name["ru"].gen
    'Минска'
    >>> name.best("de-AT") is None
    True
    """

    # A phrase that is nothing but its nominative is kept as that text: most are, and a large
    # register has many names. Equal names are equal here, too.
    __slots__ = ("_tags", "_values")

    _tags: tuple[str, ...]
    _values: tuple[Phrase | str, ...]

    def __init__(
        self, items: Mapping[str, Phrase | str] | None = None, /, **by_tag: Phrase | str
    ) -> None:
        problems: list[Problem] = []
        broken = False
        result: dict[str, Phrase] = {}
        given: object = items
        if not isinstance(given, Mapping | None):
            raise ValidationError([wrong_type_problem("mapping", items)])
        for tag, value in {**(items or {}), **by_tag}.items():
            try:
                result[_language_tag(tag)] = _phrase(value)
            except ValidationError as error:
                broken = True
                problems += [problem.at(str(tag)) for problem in error.problems]
        if not result and not broken:
            problems.append(Problem("no-name"))
        if problems or broken:
            raise ValidationError(problems)
        tags = tuple(sorted(result))
        object.__setattr__(self, "_tags", tags)
        object.__setattr__(self, "_values", tuple(compact(result[tag]) for tag in tags))

    def best(self, lang: Lang) -> Phrase | None:
        """The phrase for ``lang`` or its language (``de-AT``, then ``de``), never another one.

        Case does not matter, nor whether ``-`` or ``_`` stands in the tag.
        """
        tag = best_tag(lang, self._tags)
        return self[tag] if tag else None

    def marked(self, lang: Lang) -> str:
        """The name in ``lang``; in another language only with that one's tag beside it.

        >>> Phrases(en="Minsk Works").marked("de")
        'Minsk Works [en]'
        """
        phrase = self.best(lang)
        if phrase:
            return phrase.nom
        tag = next(iter(self))
        return f"{self[tag].nom} [{tag}]"

    def pairs(self) -> Iterator[tuple[str, Phrase | str]]:
        """The tags with their phrases, or with a text where the nominative is all there is.

        >>> dict(Phrases(en="Minsk", de=Phrase("Minsk", gender="n")).pairs())
        {'de': Phrase('Minsk', gender='n'), 'en': 'Minsk'}
        """
        return zip(self._tags, self._values, strict=True)

    def __getitem__(self, tag: str) -> Phrase:
        if tag not in self._tags:
            raise KeyError(tag)
        value = self._values[self._tags.index(tag)]
        return _plain(value) if isinstance(value, str) else value

    def __iter__(self) -> Iterator[str]:
        return iter(self._tags)

    def __len__(self) -> int:
        return len(self._tags)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Phrases):
            return self._values == other._values and self._tags == other._tags
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._tags, self._values))

    def __reduce__(self) -> tuple[type[Phrases], tuple[dict[str, Phrase | str]]]:
        return Phrases, (dict(self.pairs()),)

    def _facts(self, view: View) -> Iterable[Table]:
        forms = [name for name in _CASES if any(getattr(self[tag], name) for tag in self)]
        header = [view.word("lang"), *(view.name_of(Phrase, name) for name in forms)]
        rows = (
            (tag, *(Line(getattr(self[tag], name) or "–", tag) for name in forms)) for tag in self
        )
        return [Table(view.name_of(Phrases), len(self), header, rows)]

    def __repr__(self) -> str:
        items = dict(self.pairs())
        return f"Phrases({items!r})"


# A register writes the same names again and again.
@lru_cache(maxsize=4096)
def _plain(name: str) -> Phrase:
    """A phrase that is nothing but its nominative, of a text that was checked."""
    return revised(_ANY, {"nom": name})


def compact(phrase: Phrase) -> Phrase | str:
    """The phrase, or its nominative alone if it has nothing else."""
    return phrase.nom if phrase == Phrase(phrase.nom) else phrase


def _language_tag(tag: object) -> str:
    """A tag of BCP 47; the name of a locale, such as ``de_DE``, becomes one."""
    if isinstance(tag, str):
        for written in (tag, "-".join(_locale_parts(tag))):
            if re.fullmatch(TAG_PATTERN, written):
                return written
    raise ValidationError([Problem("invalid-language", (), tag)])


def _locale_parts(tag: str) -> Iterator[str]:
    """The parts of a tag with case as in RFC 5646, section 2.1.1: ``de-AT``, ``uz-Cyrl``."""
    language, *rest = tag.replace("_", "-").lower().split("-")
    yield language
    for part in rest:
        yield part.upper() if len(part) == len("AT") else part.title()


def _phrase(value: object) -> Phrase:
    if type(value) is Phrase:
        return value
    if isinstance(value, str):
        return Phrase(value)
    if type(value) is Rejected:
        raise ValidationError(value.problems)
    raise ValidationError([wrong_type_problem("text", value)])


def _phrases_or_error(value: object) -> Phrases:
    if isinstance(value, Mapping):
        return Phrases(cast("Mapping[str, Phrase | str]", value))
    return instance(Phrases, value)


def phrases(value: Phrases | Mapping[str, Phrase | str]) -> Phrases:
    """Converter for a field that holds a name."""
    return value if type(value) is Phrases else soft(_phrases_or_error, value)


def optional_phrases(
    value: Phrases | Mapping[str, Phrase | str] | None,
) -> Phrases | None:
    """Converter for a field that may hold a name."""
    return None if value is None else phrases(value)


def language_tags(values: Iterable[str]) -> tuple[str, ...]:
    """Converter for a tuple of BCP 47 language tags."""
    return soft_tuple(_language_tag, values)


def language_tag(value: str) -> str:
    """Converter for one BCP 47 language tag."""
    return soft(_language_tag, value)


def optional_language_tag(value: str | None) -> str | None:
    """Converter for one BCP 47 language tag or nothing."""
    return None if value is None else language_tag(value)
