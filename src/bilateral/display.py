"""Values that show themselves: each class says its facts, which are written here.

A notebook gets HTML, Markdown, LaTeX and text of the same facts, in the language of the reader
(`bilateral.display_options`). The names of facts are those of the fields, from the language tables.
"""

from __future__ import annotations

import datetime
from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any, Final, NamedTuple, cast

import attrs

from bilateral import clock
from bilateral.concise import LONG_MAPPING, Concise, brief
from bilateral.display_options import options
from bilateral.errors import MissingForm
from bilateral.frozen import Frozen
from bilateral.interchange import Modelled
from bilateral.markup import Block, Cell, Line, html, latex, markdown, plain
from bilateral.tables import languages, tables_of
from bilateral.tags import best_tag
from bilateral.topics import topic_of

__all__ = [
    "Displayed",
    "Facts",
    "Record",
    "Table",
    "View",
    "blocks_of",
    "bundle",
    "by_language",
    "current_view",
    "facts_of",
    "in_words",
    "names_of",
    "word",
]

_MOST_ROWS: Final = 100
_WRITERS: Final[Mapping[str, Callable[[Sequence[Block]], str]]] = {
    "text/plain": plain,
    "text/html": html,
    "text/markdown": markdown,
    "text/latex": latex,
}


def word(name: str, lang: str, **slots: object) -> str:
    """A word of the table ``display``, in English where the language has none.

    >>> word("more", "ru", count=3)
    'ещё 3'
    """
    return (_named(lang, ("display", name), ("fields", f"dossier.{name}")) or name).format(**slots)


def _named(lang: str, *places: tuple[str, str]) -> str | None:
    for tag in (lang, "en"):
        tables = tables_of(tag)
        for table, row in places:
            if found := tables.rows(table).get(row):
                return found["nom"]
    return None


class View(NamedTuple):
    """How values are shown: in which language, on which day, and at most how many rows."""

    lang: str
    on: datetime.date
    most: int = _MOST_ROWS

    def word(self, name: str, **slots: object) -> str:
        """A word of the table ``display``, in English where the language has none."""
        return word(name, self.lang, **slots)

    def name_of(self, kind: type, field: str = "") -> str:
        """What a class, or one ``field`` of it, is called; a field nobody named as in code."""
        topic = topic_of(kind)
        key = f"{topic}.{field}" if field else topic
        name = field or topic
        places = (
            ("fields", key),
            ("display", name),
            # What is read from a title has the fields of an agreement.
            ("fields", f"agreement.{name}"),
            # A code is called as the field that has it: the kind of an event.
            ("fields", topic.replace("_", ".")),
        )
        return _named(self.lang, *places) or name.replace("_", " ")

    def title_of(self, kind: type, name: str) -> str:
        """A caption: what a thing is, and its name."""
        return f"{self.name_of(kind)}: {name}"

    @property
    def more(self) -> str:
        """How many rows a fold has."""
        return self.word("more", count="{count}")


def current_view() -> View:
    """The view of a reader who chose nothing but the language."""
    return View(options.lang, clock.today())


class Facts(NamedTuple):
    """The facts about one thing: names with values, of which the empty ones are left out."""

    caption: str
    rows: Iterable[tuple[str, object]]

    def block(self, view: View) -> Block:
        """A row for each fact."""
        cells = ((name, cell_of(value, view.lang)) for name, value in self.rows)
        rows = tuple(((Line(name),), cell) for name, cell in cells if cell)
        return Block(_capitalised(self.caption), (), rows, view.lang, view.more)


class Table(NamedTuple):
    """So many things of one sort, a row each, of which only the first may be shown."""

    noun: str
    total: int
    header: Sequence[str]
    rows: Iterable[Sequence[object]]

    def block(self, view: View) -> Block:
        """A block that says how many rows there are, and how many it does not show."""
        hidden = max(self.total - view.most, 0)
        caption = f"{_capitalised(self.noun)}: {self.total}"
        if hidden:
            caption += f" ({view.word('hidden', count=hidden)})"
        first = islice(self.rows, view.most)
        rows = tuple(tuple(cell_of(value, view.lang) for value in row) for row in first)
        return Block(caption, tuple(self.header), rows, view.lang, view.more)


def cell_of(value: object, lang: str) -> Cell:
    """A value as the lines of a cell; those of a name in several languages, the one first.

    >>> cell_of(("a", Line("б", "ru"), None), "en")
    (Line(text='a', lang=None), Line(text='б', lang='ru'))
    """
    if isinstance(value, Line):
        return (value,)
    if value.__class__ in (tuple, list):
        return tuple(line for one in cast("Iterable[object]", value) for line in cell_of(one, lang))
    if isinstance(value, Mapping):
        items = cast("Mapping[str, object]", value).items()
        return tuple(Line(f"{name}: {in_words(one, lang)}") for name, one in items)
    text = in_words(value, lang)
    return (Line(text),) if text else ()


def by_language(texts: Mapping[str, object], lang: str) -> list[Line]:
    """Texts by their languages, that of the reader first."""
    first = best_tag(lang, texts)
    order = sorted(texts, key=lambda tag: tag != first)
    return [Line(str(texts[tag]), None if tag == first else tag) for tag in order]


def names_of(value: Any, lang: str) -> list[Line]:
    """The names that the language tables have for a value, that of the reader first."""
    if not hasattr(value, "phrase"):
        return []
    names = {tag: phrase.nom for tag in languages() if (phrase := value.phrase(tag))}
    return by_language(names, lang)


def in_words(value: Any, lang: str) -> str:
    """A value in words, as far as the language has some; nothing for what is empty.

    >>> in_words(("a", None, "b"), "en"), in_words(True, "de")
    ('a, b', 'ja')
    """
    if value is None or isinstance(value, bool):
        row = f"word.{str(value).lower()}"
        return "" if value is None else tables_of(lang).rows("fields").get(row, {}).get("nom", row)
    named = _named_by_itself(value, lang)
    if named is not None:
        return named
    items = value if value.__class__ in (tuple, list) else _content(value)
    if items is None:
        return str(value)
    return ", ".join(filter(None, (in_words(item, lang) for item in items)))


def _named_by_itself(value: Any, lang: str) -> str | None:
    """What a value calls itself: a label, a name, a sentence, what it was read from, or an id."""
    if hasattr(value, "label"):
        with suppress(MissingForm):
            return str(value.label(lang))
    if hasattr(value, "marked"):
        return str(value.marked(lang))
    if hasattr(value, "message"):
        return str(value.message(lang))
    names = (getattr(value, name, None) for name in ("text", "id", "code"))
    return next((str(name) for name in names if isinstance(name, str)), None)


def _content(value: Any) -> Iterable[Any] | None:
    """The content of a record without a name; nothing for a simple value."""
    if not attrs.has(value.__class__) or hasattr(value, "parse"):
        return None
    pairs = ((field, getattr(value, field.name)) for field in value.__attrs_attrs__)
    return [one for field, one in pairs if field.init and one != field.default]


class Displayed:
    """The base of the classes that show themselves in notebooks."""

    __slots__ = ()

    @abstractmethod
    def _facts(self, view: View) -> Iterable[Facts | Table]:
        """The facts to show, in their order."""

    def _repr_html_(self) -> str:
        return bundle(self, include=["text/html"])["text/html"]

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        return bundle(self, include=include, exclude=exclude)


def facts_of(value: Any, view: View) -> Iterable[Facts | Table]:
    """What a value that can show itself says."""
    found: Iterable[Facts | Table] = value._facts(view)  # noqa: SLF001
    return found


def blocks_of(value: Any, view: View) -> list[Block]:
    """The blocks that a value shows; in English where the language lacks sentences for it."""
    try:
        return [part.block(view) for part in facts_of(value, view)]
    except MissingForm:
        # A language that somebody added need not have sentences.
        english = view._replace(lang="en")
        return [part.block(english) for part in facts_of(value, english)]


def bundle(
    value: Any,
    view: View | None = None,
    *,
    include: Collection[str] | None = None,
    exclude: Collection[str] | None = None,
) -> dict[str, str]:
    """What a value shows, by media types: those to ``include``, without those to ``exclude``."""
    view = view or current_view()
    blocks = blocks_of(value, view)
    return {
        kind: write(blocks)
        for kind, write in _WRITERS.items()
        if (not include or kind in include) and kind not in (exclude or ())
    }


class Code(NamedTuple):
    """A piece of code that is printed as it is."""

    text: str

    def __repr__(self) -> str:
        return self.text


class Record(Displayed, Modelled, Concise, Frozen):
    """The base of immutable classes made with attrs: ``repr`` is code without the defaults.

    What has an id stands for itself by that within other records. Long texts, lists and
    mappings are cut short; long names are left out where there always is one.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(_arguments(self))})"

    def __rich_repr__(self) -> Iterator[tuple[str | None, Code]]:
        """The arguments for the library rich, which breaks the lines."""
        return ((name, Code(text)) for name, text in _named_arguments(self))

    def _brief(self) -> str:
        key = getattr(self, "id", None)
        if key is not None:
            return repr(key)
        record: Any = self
        given = [field.name for field in record.__attrs_attrs__ if _given(self, field)]
        # Such a field can stand for the whole, if there is nothing else.
        whole = given == [getattr(self, "__shorthand__", None)]
        return brief(getattr(self, given[0])) if whole else repr(self)

    def _facts(self, view: View) -> Iterable[Facts | Table]:
        kind = type(self)
        key = getattr(self, "id", None) or getattr(self, "code", None)
        caption = view.title_of(kind, key) if key else view.name_of(kind)
        names = [(view.word("name"), names_of(self, view.lang))]
        own_name = getattr(self, "name", None)
        return [Facts(caption, [*([] if own_name else names), *self._rows(view, "code")])]

    def _rows(self, view: View, *without: str) -> Iterator[tuple[str, object]]:
        """Each field with its name, but for those that are as by default."""
        record: Any = self
        for field in record.__attrs_attrs__:
            value = getattr(self, field.name)
            shown = field.init and field.name not in ("id", *without)
            if shown and not (type(value) is type(field.default) and value == field.default):
                yield view.name_of(type(self), field.name), self._shown(field.name, view)

    def _shown(self, field: str, view: View) -> object:
        """The value of a field as it is shown; a class may have a name for a code."""
        return _as_cell(getattr(self, field), view)


def _as_cell(value: Any, view: View) -> object:
    """A name has a line for each language, a record without a name one for each field."""
    if hasattr(value, "marked"):
        return by_language(value, view.lang)
    if isinstance(value, Record) and _content(value) and _named_by_itself(value, view.lang) is None:
        record: Any = value
        facts = [(name, in_words(one, view.lang)) for name, one in record._rows(view)]  # noqa: SLF001
        # One field alone says what it is.
        if len(facts) > 1:
            return [f"{name}: {text}" for name, text in facts]
    return value if value or not isinstance(value, Mapping) else None


def _arguments(record: Any) -> Iterable[str]:
    return (f"{name}={text}" if name else text for name, text in _named_arguments(record))


def _named_arguments(record: Any) -> Iterator[tuple[str | None, str]]:
    """The arguments that make the record; the first ones go without their names."""
    named = False
    for index, field in enumerate(record.__attrs_attrs__):
        text = _given(record, field)
        named = named or field.kw_only or not text or (index > 0 and text[0] in "[{")
        if text:
            yield field.name if named else None, text


def _given(record: Record, field: attrs.Attribute[Any]) -> str:
    """The content of a field; nothing if that need not be said, or if it is not filled yet."""
    value = getattr(record, field.name, attrs.NOTHING) if field.repr else attrs.NOTHING
    if value is attrs.NOTHING or (type(value) is type(field.default) and value == field.default):
        return ""
    text = brief(value)
    return "" if text == LONG_MAPPING and field.default is attrs.NOTHING else text


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
