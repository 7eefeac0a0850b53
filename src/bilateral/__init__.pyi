# The names of the package for editors and type checkers; made from __init__.py.
from bilateral import charts as charts
from bilateral import dates as dates
from bilateral import django as django
from bilateral import errors as errors
from bilateral import examples as examples
from bilateral import fastapi as fastapi
from bilateral import formats as formats
from bilateral import language as language
from bilateral import lifecycle as lifecycle
from bilateral import literals as literals
from bilateral import partners as partners
from bilateral import problems as problems
from bilateral import pydantic as pydantic
from bilateral import reading as reading
from bilateral import reference as reference
from bilateral import sqlalchemy as sqlalchemy
from bilateral import terms as terms
from bilateral import wire as wire
from bilateral.agreements import Agreement as Agreement
from bilateral.catalogue import KnownValues as KnownValues
from bilateral.catalogue import known as known
from bilateral.dates.daysets import DaySet as DaySet
from bilateral.dates.durations import Duration as Duration
from bilateral.dates.edtf import Precision as Precision
from bilateral.dates.ends import EndKind as EndKind
from bilateral.dates.intervals import Allen as Allen
from bilateral.dates.partial_dates import PartialDate as PartialDate
from bilateral.dates.periods import Period as Period
from bilateral.dates.uncertain_days import UncertainDay as UncertainDay
from bilateral.differences import Change as Change
from bilateral.differences import Difference as Difference
from bilateral.differences import FieldChange as FieldChange
from bilateral.differences import StatusChange as StatusChange
from bilateral.differences import diff as diff
from bilateral.display_options import options as options
from bilateral.dossiers import Dossier as Dossier
from bilateral.errors import AmbiguousText as AmbiguousText
from bilateral.errors import MissingExtra as MissingExtra
from bilateral.errors import MissingForm as MissingForm
from bilateral.errors import UnknownCode as UnknownCode
from bilateral.errors import UnknownFormat as UnknownFormat
from bilateral.errors import UnknownId as UnknownId
from bilateral.errors import UnknownLanguage as UnknownLanguage
from bilateral.errors import UnreadText as UnreadText
from bilateral.events import Event as Event
from bilateral.events import EventKind as EventKind
from bilateral.events import NoticeAim as NoticeAim
from bilateral.formats.files import dump as dump
from bilateral.formats.files import dumps as dumps
from bilateral.formats.files import load as load
from bilateral.formats.files import loads as loads
from bilateral.formats.files import stream as stream
from bilateral.frames import to_frame as to_frame
from bilateral.identifiers import Identifier as Identifier
from bilateral.instruments import AgreementKind as AgreementKind
from bilateral.instruments import Binding as Binding
from bilateral.instruments import Level as Level
from bilateral.intake.findings import Finding as Finding
from bilateral.intake.lists import read_list as read_list
from bilateral.intake.questions import Question as Question
from bilateral.intake.review import ListReading as ListReading
from bilateral.intake.review import Review as Review
from bilateral.intake.reviewed_rows import ReviewedRow as ReviewedRow
from bilateral.intake.reviewed_rows import RowState as RowState
from bilateral.language.titles import Title as Title
from bilateral.lifecycle.deadlines import Deadline as Deadline
from bilateral.lifecycle.deadlines import Deadlines as Deadlines
from bilateral.lifecycle.facts import State as State
from bilateral.lifecycle.status import Reason as Reason
from bilateral.lifecycle.status import Status as Status
from bilateral.partners import Partner as Partner
from bilateral.partners import PartnerKind as PartnerKind
from bilateral.partners import Side as Side
from bilateral.problems import DataWarning as DataWarning
from bilateral.problems import Problem as Problem
from bilateral.problems import ValidationError as ValidationError
from bilateral.projects import Contribution as Contribution
from bilateral.projects import Project as Project
from bilateral.projects import ProjectStatus as ProjectStatus
from bilateral.reading.candidates import Candidate as Candidate
from bilateral.reading.candidates import Candidates as Candidates
from bilateral.reading.candidates import Match as Match
from bilateral.reading.finding import find as find
from bilateral.reading.parsed_titles import ParsedTitle as ParsedTitle
from bilateral.reading.parties import Party as Party
from bilateral.reading.titles import parse_title as parse_title
from bilateral.record_tables import Table as Table
from bilateral.reference.country_names import pair_adjective as pair_adjective
from bilateral.sectors import Sector as Sector
from bilateral.selections import Selection as Selection
from bilateral.showing import show as show
from bilateral.sources import Official as Official
from bilateral.sources import RecordedTitle as RecordedTitle
from bilateral.sources import Source as Source
from bilateral.tables import add_language as add_language
from bilateral.terms.counting import Effect as Effect
from bilateral.terms.counting import Reading as Reading
from bilateral.terms.deadlines import DeadlineKind as DeadlineKind
from bilateral.terms.kinds import Aspect as Aspect
from bilateral.terms.kinds import NoticeDate as NoticeDate
from bilateral.terms.kinds import RenewalMode as RenewalMode
from bilateral.terms.kinds import Survivor as Survivor
from bilateral.terms.rules import Exit as Exit
from bilateral.terms.rules import Renewal as Renewal
from bilateral.terms.rules import Start as Start
from bilateral.terms.rules import Survival as Survival
from bilateral.terms.rules import Term as Term
from bilateral.terms.timelines import Tense as Tense
from bilateral.terms.timelines import TermPeriod as TermPeriod
from bilateral.terms.timelines import Timeline as Timeline
from bilateral.text import Form as Form
from bilateral.text import Gender as Gender
from bilateral.text import Phrase as Phrase
from bilateral.text import Phrases as Phrases
from bilateral.trade import Goods as Goods
from bilateral.trade import TradeFlow as TradeFlow
from bilateral.trade import Trend as Trend
from bilateral.wire.converter import converter as converter
from bilateral.wire.documents import Limits as Limits
from bilateral.wire.json_schema import json_schema as json_schema
from bilateral.wire.values import from_dict as from_dict
from bilateral.wire.values import to_dict as to_dict

__version__: str
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
