"""An agreement in two or three sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bilateral.language import german, russian
from bilateral.language.lexicon import Lexicon, capitalised, lexicon, with_one_point
from bilateral.language.titles import write_title

if TYPE_CHECKING:
    from bilateral.language.documents import Document, Happening
    from bilateral.literals import DateForm
    from bilateral.text import Phrase

__all__ = ["write_summary"]


def write_summary(agreement: Document, lang: str) -> str:
    """The title of an agreement, its signature, and its period if the title has none."""
    tables = lexicon(lang)
    title = write_title(agreement, lang)
    kind = agreement.kind.phrase(lang)
    signed = next((event for event in agreement.events if event.kind == "signed"), None)

    def slot(name: str, form: str) -> str | None:
        match name:
            case "title":
                return title
            case "kind":
                return _with_level(agreement, tables, kind)
            case "period":
                told = "{period" in title.frame
                return agreement.period.label(lang) if agreement.period and not told else None
            case "signed" if signed:
                return _agreeing(tables, "summary.signed", kind)
            case "alone" if signed:
                return _agreeing(tables, "summary.alone", _named(agreement, lang))
            case _:
                return _of_event(signed, name, lang, form) if signed else None

    frames = tables.frames("summary")
    return with_one_point((frames[0].render(slot) if frames else None) or f"{title}.")


def _of_event(event: Happening, name: str, lang: str, form: str) -> str | None:
    if name == "place":
        return event.place
    return event.date and event.date.label(lang, cast("DateForm", form))


def _named(agreement: Document, lang: str) -> Phrase | None:
    """The word with which the title names the document."""
    own = agreement.designation.best(lang) if agreement.designation else None
    return own or lexicon(lang).phrase("titles", agreement.kind.value)


def _agreeing(tables: Lexicon, pattern: str, noun: Phrase | None) -> str:
    """A participle in the gender of the noun, where the language has that and it is known."""
    gender = f".{noun.gender}" if noun and noun.gender else ""
    frames = tables.frames(f"{pattern}{gender}") or tables.frames(pattern)
    return frames[0].text


def _with_level(agreement: Document, tables: Lexicon, kind: Phrase | None) -> str | None:
    """The kind of a document with its level, where kinds like it are called by it."""
    usual = tables.rows("titles").get(agreement.kind.value, {}).get("level")
    if kind is None or agreement.level is None or not usual:
        return None
    row = tables.rows("vocabulary")[f"level.{agreement.level}"]
    if "compound" in row:
        return row["compound"].removesuffix("-") + kind.nom.lower()
    adjective: str | None = row["adj"]
    if tables.lang == "de":
        adjective = german.agree(row["adj"], kind.gender)
    elif tables.lang == "ru" and kind.gender != "m":
        adjective = russian.agree(row["adj"], kind.gender or "", "nom")
    return f"{capitalised(adjective)} {kind.nom}" if adjective else None
