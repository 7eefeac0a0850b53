"""Bilateral cooperation as data: partners, agreements, sectors and periods, in three languages.

Every public name is here, and each is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module

# Type checkers take this name for true; importing `typing` for it would cost more than the rest.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from bilateral.agreements import Agreement, AgreementKind, Binding, Level
    from bilateral.dossiers import Dossier
    from bilateral.errors import (
        AmbiguousText,
        DataWarning,
        MissingExtra,
        MissingForm,
        Problem,
        UnknownCode,
        UnknownFormat,
        UnknownLanguage,
        ValidationError,
    )
    from bilateral.events import Event, EventKind
    from bilateral.formats import Limits, dump, dumps, load, loads, stream
    from bilateral.formats.converter import converter
    from bilateral.formats.json_schema import json_schema
    from bilateral.identifiers import Identifier
    from bilateral.language.countries import pair_adjective
    from bilateral.language.lexicon import add_language
    from bilateral.language.reading.finding import Candidate, Match, find
    from bilateral.language.reading.parties import Party
    from bilateral.language.reading.titles import ParsedTitle, parse_title
    from bilateral.language.titles import Title
    from bilateral.partners import Partner, PartnerKind, Side
    from bilateral.periods import Allen, DaySet, Duration, PartialDate, Period
    from bilateral.projects import Contribution, Project, ProjectStatus
    from bilateral.sectors import Sector
    from bilateral.selections import Selection
    from bilateral.sources import Official, RecordedTitle, Source
    from bilateral.terms import Exit, Reading, Renewal, Start, Survival, Term
    from bilateral.terms.deadlines import Deadline
    from bilateral.terms.status import State, Status
    from bilateral.text import Gender, Phrase, Phrases
    from bilateral.trade import Goods, TradeFlow, Trend

__version__ = "0.1.0.dev0"

_MODULES = {
    "agreements": ("Agreement", "AgreementKind", "Binding", "Level"),
    "dossiers": ("Dossier",),
    "errors": (
        "AmbiguousText",
        "DataWarning",
        "MissingExtra",
        "MissingForm",
        "Problem",
        "UnknownCode",
        "UnknownFormat",
        "UnknownLanguage",
        "ValidationError",
    ),
    "events": ("Event", "EventKind"),
    "formats": ("Limits", "dump", "dumps", "load", "loads", "stream"),
    "formats.converter": ("converter",),
    "formats.json_schema": ("json_schema",),
    "identifiers": ("Identifier",),
    "language.countries": ("pair_adjective",),
    "language.lexicon": ("add_language",),
    "language.reading.finding": ("Candidate", "Match", "find"),
    "language.reading.parties": ("Party",),
    "language.reading.titles": ("ParsedTitle", "parse_title"),
    "language.titles": ("Title",),
    "partners": ("Partner", "PartnerKind", "Side"),
    "periods": ("Allen", "DaySet", "Duration", "PartialDate", "Period"),
    "projects": ("Contribution", "Project", "ProjectStatus"),
    "sectors": ("Sector",),
    "selections": ("Selection",),
    "sources": ("Official", "RecordedTitle", "Source"),
    "terms.deadlines": ("Deadline",),
    "terms.status": ("State", "Status"),
    "terms": ("Exit", "Reading", "Renewal", "Start", "Survival", "Term"),
    "text": ("Gender", "Phrase", "Phrases"),
    "trade": ("Goods", "TradeFlow", "Trend"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}
_SUBMODULES = ("examples", "formats")

__all__ = [
    "Agreement",
    "AgreementKind",
    "Allen",
    "AmbiguousText",
    "Binding",
    "Candidate",
    "Contribution",
    "DataWarning",
    "DaySet",
    "Deadline",
    "Dossier",
    "Duration",
    "Event",
    "EventKind",
    "Exit",
    "Gender",
    "Goods",
    "Identifier",
    "Level",
    "Limits",
    "Match",
    "MissingExtra",
    "MissingForm",
    "Official",
    "ParsedTitle",
    "PartialDate",
    "Partner",
    "PartnerKind",
    "Party",
    "Period",
    "Phrase",
    "Phrases",
    "Problem",
    "Project",
    "ProjectStatus",
    "Reading",
    "RecordedTitle",
    "Renewal",
    "Sector",
    "Selection",
    "Side",
    "Source",
    "Start",
    "State",
    "Status",
    "Survival",
    "Term",
    "Title",
    "TradeFlow",
    "Trend",
    "UnknownCode",
    "UnknownFormat",
    "UnknownLanguage",
    "ValidationError",
    "add_language",
    "converter",
    "dump",
    "dumps",
    "find",
    "json_schema",
    "load",
    "loads",
    "pair_adjective",
    "parse_title",
    "stream",
]

if not TYPE_CHECKING:  # pragma: no branch

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            if name in _SUBMODULES:
                return import_module(f"{__name__}.{name}")
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__, *_SUBMODULES})
