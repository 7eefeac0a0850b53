"""Bilateral cooperation as data: partners, agreements, sectors and periods, in three languages.

Every public name is here, and each is loaded when it is first used. Editors and type checkers
read the names in ``__init__.pyi``, which `tools/write_generated.py` makes from those here.
"""

# pyright: reportUnsupportedDunderAll=false
# The names are there when they are asked for.

from __future__ import annotations

__version__ = "0.1.0.dev0"

_MODULES = {
    "agreements": ("Agreement",),
    "catalogue": ("KnownValues", "known"),
    "differences": ("Change", "Difference", "FieldChange", "StatusChange", "diff"),
    "dossiers": ("Dossier",),
    "errors": (
        "AmbiguousText",
        "MissingExtra",
        "MissingForm",
        "UnknownCode",
        "UnknownFormat",
        "UnknownId",
        "UnknownLanguage",
        "UnreadText",
    ),
    "events": ("Event", "EventKind", "NoticeAim"),
    "frames": ("to_frame",),
    "formats": ("Limits", "dump", "dumps", "load", "loads", "stream"),
    "wire.converter": ("converter",),
    "wire.json_schema": ("json_schema",),
    "wire.values": ("from_dict", "to_dict"),
    "identifiers": ("Identifier",),
    "tables": ("add_language",),
    "reading.candidates": ("Candidate", "Candidates", "Match"),
    "reading.finding": ("find",),
    "reading.parties": ("Party",),
    "reading.parsed_titles": ("ParsedTitle",),
    "reading.titles": ("parse_title",),
    "intake.findings": ("Finding",),
    "intake.lists": ("read_list",),
    "intake.questions": ("Question",),
    "intake.review": ("ListReading", "Review"),
    "intake.reviewed_rows": ("ReviewedRow", "RowState"),
    "instruments": ("AgreementKind", "Binding", "Level"),
    "language.titles": ("Title",),
    "partners": ("Partner", "PartnerKind", "Side"),
    "dates.edtf": ("Precision",),
    "dates.periods": ("Allen", "DaySet", "Duration", "EndKind", "PartialDate", "Period"),
    "dates.uncertain_days": ("UncertainDay",),
    "problems": ("DataWarning", "Problem", "ValidationError"),
    "projects": ("Contribution", "Project", "ProjectStatus"),
    "record_tables": ("Table",),
    "reference.country_names": ("pair_adjective",),
    "display_options": ("options",),
    "sectors": ("Sector",),
    "selections": ("Selection",),
    "showing": ("show",),
    "sources": ("Official", "RecordedTitle", "Source"),
    "lifecycle.deadlines": ("Deadline", "DeadlineKind", "Deadlines"),
    "lifecycle.facts": ("State",),
    "lifecycle.status": ("Reason", "Status"),
    "lifecycle.timelines": ("Tense", "TermPeriod", "Timeline"),
    "terms.counting": ("Effect", "Reading"),
    "terms.kinds": ("Aspect", "NoticeDate", "RenewalMode", "Survivor"),
    "terms.rules": ("Exit", "Renewal", "Start", "Survival", "Term"),
    "text": ("Form", "Gender", "Phrase", "Phrases"),
    "trade": ("Goods", "TradeFlow", "Trend"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}
# The modules that `dir` lists: those with more than the names here.
_SUBMODULES = (
    "charts",
    "dates",
    "django",
    "errors",
    "examples",
    "fastapi",
    "formats",
    "language",
    "lifecycle",
    "literals",
    "partners",
    "problems",
    "pydantic",
    "reading",
    "reference",
    "sqlalchemy",
    "terms",
    "wire",
)

__all__ = [
    "Agreement",
    "AgreementKind",
    "Allen",
    "AmbiguousText",
    "Aspect",
    "Binding",
    "Candidate",
    "Candidates",
    "Change",
    "Contribution",
    "DataWarning",
    "DaySet",
    "Deadline",
    "DeadlineKind",
    "Deadlines",
    "Difference",
    "Dossier",
    "Duration",
    "Effect",
    "EndKind",
    "Event",
    "EventKind",
    "Exit",
    "FieldChange",
    "Finding",
    "Form",
    "Gender",
    "Goods",
    "Identifier",
    "KnownValues",
    "Level",
    "Limits",
    "ListReading",
    "Match",
    "MissingExtra",
    "MissingForm",
    "NoticeAim",
    "NoticeDate",
    "Official",
    "ParsedTitle",
    "PartialDate",
    "Partner",
    "PartnerKind",
    "Party",
    "Period",
    "Phrase",
    "Phrases",
    "Precision",
    "Problem",
    "Project",
    "ProjectStatus",
    "Question",
    "Reading",
    "Reason",
    "RecordedTitle",
    "Renewal",
    "RenewalMode",
    "Review",
    "ReviewedRow",
    "RowState",
    "Sector",
    "Selection",
    "Side",
    "Source",
    "Start",
    "State",
    "Status",
    "StatusChange",
    "Survival",
    "Survivor",
    "Table",
    "Tense",
    "Term",
    "TermPeriod",
    "Timeline",
    "Title",
    "TradeFlow",
    "Trend",
    "UncertainDay",
    "UnknownCode",
    "UnknownFormat",
    "UnknownId",
    "UnknownLanguage",
    "UnreadText",
    "ValidationError",
    "add_language",
    "converter",
    "diff",
    "dump",
    "dumps",
    "find",
    "from_dict",
    "json_schema",
    "known",
    "load",
    "loads",
    "options",
    "pair_adjective",
    "parse_title",
    "read_list",
    "show",
    "stream",
    "to_dict",
    "to_frame",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name in _HOME:
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value
    if not name.startswith("_"):
        module = f"{__name__}.{name}"
        try:
            return import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, *_SUBMODULES, "__version__"])
