"""An agreement in two or three sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.language import german, russian
from bilateral.language.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from bilateral.agreements import Agreement, Event
    from bilateral.text import Phrase

__all__ = ["write_summary"]


def write_summary(agreement: Agreement, lang: str) -> str:
    """The title of an agreement, its signature and its period, as sentences."""
    tables = lexicon(lang)
    kind = agreement.kind.phrase(lang)
    signed = next((event for event in agreement.events if event.kind == "signed"), None)

    def slot(name: str, form: str) -> str | None:
        match name:
            case "title":
                return agreement.title(lang)
            case "kind":
                return _with_level(agreement, tables, kind)
            case "period":
                return agreement.period.label(lang) if agreement.period else None
            case "signed":
                return _signed(tables, kind) if signed else None
            case "alone":
                return _capital(_signed(tables, kind)) if signed else None
            case _:
                return _of_event(signed, name, lang, form) if signed else None

    (frame,) = tables.frames("summary")
    return frame.render(slot) or ""


def _of_event(event: Event, name: str, lang: str, form: str) -> str | None:
    return event.place if name == "place" else event.date and event.date.label(lang, form)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _signed(tables: Lexicon, kind: Phrase | None) -> str:
    """The participle, in the gender of the document where the language has that."""
    gender = f".{kind.gender}" if kind and kind.gender else ""
    frames = tables.frames(f"summary.signed{gender}") or tables.frames("summary.signed")
    return frames[0].text


def _with_level(agreement: Agreement, tables: Lexicon, kind: Phrase | None) -> str | None:
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
    return _capital(f"{adjective} {kind.nom}") if adjective else None
