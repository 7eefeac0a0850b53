"""How values show themselves in Jupyter: small escaped HTML tables, nothing loaded from afar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from bilateral.tables import languages

if TYPE_CHECKING:
    from bilateral.agreements import Agreement
    from bilateral.dossiers import Dossier
    from bilateral.lifecycle.status import Status
    from bilateral.partners import Partner
    from bilateral.problems import ValidationError
    from bilateral.sources import Source
    from bilateral.text import Phrases

_MOST_ROWS = 100


def partner_html(partner: Partner) -> str:
    """A partner: its names, its kind and its codes."""
    rows = [
        *_name_rows(partner.name),
        ("kind", partner.kind.label("en")),
        ("country", partner.country),
        ("code", partner.code),
        ("governs", partner.governs),
        ("part of", partner.part_of),
    ]
    return _facts(partner.id, rows)


def source_html(source: Source) -> str:
    """A source: who published it, where and when."""
    rows = [
        ("publisher", source.publisher),
        ("title", source.title),
        ("language", source.lang),
        ("place", source.place),
        ("date", source.date),
        ("address", source.url),
    ]
    return _facts(source.id, rows)


def agreement_html(agreement: Agreement) -> str:
    """An agreement: its title in every language, what it is about, and its events."""
    rows: list[tuple[str, object]] = [(lang, agreement.title(lang)) for lang in languages()]
    rows.append(("kind", agreement.kind.label("en")))
    rows.append(("sectors", ", ".join(sector.code for sector in agreement.sectors)))
    rows.append(("period", agreement.period))
    term = agreement.term
    rows.append(("term", term and term.label("en", agreement.legal_force)))
    rows += [
        (event.kind.label("en"), ", ".join(str(fact) for fact in (event.date, event.place) if fact))
        for event in agreement.events
    ]
    return _facts(agreement.id, rows)


def status_html(status: Status) -> str:
    """A status: the state in every language that has it, since and until when, the reasons."""
    from bilateral.lifecycle.sentences import state_label

    # A language that somebody added need not have names for states.
    known = (lang for lang in languages() if status.state.phrase(lang))
    rows: list[tuple[str, object]] = [(lang, state_label(status, lang)) for lang in known]
    rows += [("since", status.since_within), ("until", status.until_within)]
    rows += [("because", reason.text("en")) for reason in status.reasons]
    return _facts(f"status on {status.on}", rows)


def agreements_html(agreements: Sequence[Agreement]) -> str:
    """Several agreements, a row each."""
    rows = [
        (one.id, one.kind.label("en"), one.title("en"), one.period or "")
        for one in agreements[:_MOST_ROWS]
    ]
    hidden = len(agreements) - len(rows)
    caption = f"{len(agreements)} agreements" + (f", {hidden} not shown" if hidden > 0 else "")
    return _table(caption, ("id", "kind", "title", "period"), rows)


def dossier_html(dossier: Dossier) -> str:
    """A dossier: how much it holds, and its agreements."""
    counts = [
        (name, len(getattr(dossier, name)))
        for name in ("agreements", "partners", "projects", "trade", "sources")
    ]
    return _facts("dossier", counts) + agreements_html(dossier.agreements)


def error_html(error: ValidationError) -> str:
    """The problems of an error, a row each."""
    rows = [
        (one.line or "", one.where, one.code, one.message("en"))
        for one in error.problems[:_MOST_ROWS]
    ]
    caption = f"{len(error.problems)} problems"
    return _table(caption, ("line", "where", "code", "message"), rows)


def _name_rows(name: Phrases) -> list[tuple[str, object]]:
    return [(lang, phrase.nom) for lang, phrase in name.items()]


def _facts(caption: str, rows: Iterable[tuple[str, object]]) -> str:
    cells = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(str(value))}</td></tr>'
        for name, value in rows
        if value not in (None, "")
    )
    return f"<table><caption>{escape(caption)}</caption>{cells}</table>"


def _table(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in rows
    )
    return (
        f"<table><caption>{escape(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
