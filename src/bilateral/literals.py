"""The words that arguments take, as types: editors complete and checkers check them.

Made by ``tools/write_generated.py`` from the tables and enumerations of the package.
"""

from typing import Literal

__all__ = [
    "AgreementKindCode",
    "AspectCode",
    "BindingCode",
    "BuiltInFormat",
    "BuiltInLang",
    "BuiltInPortfolio",
    "BuiltInSector",
    "Case",
    "DateForm",
    "EffectCode",
    "EventKindCode",
    "FormatName",
    "GenderCode",
    "Lang",
    "LengthForm",
    "NameForm",
    "NameType",
    "NoticeAimCode",
    "NoticeDateCode",
    "PartnerKindCode",
    "PortfolioCode",
    "ProjectStatusCode",
    "ReadingCode",
    "RenewalModeCode",
    "SectorCode",
    "Spacing",
    "SurvivorCode",
    "TrendCode",
]

#: A language that the package has tables for.
BuiltInLang = Literal[
    "de",
    "en",
    "ru",
]

#: A grammatical case.
Case = Literal[
    "nom",
    "gen",
    "dat",
    "acc",
    "ins",
    "loc",
]

#: A form of a name.
NameForm = Literal[
    "nom",
    "gen",
    "dat",
    "acc",
    "ins",
    "loc",
    "adj",
    "short",
    "plural",
]

#: A form of a date or a period in words.
DateForm = Literal[
    "bare",
    "for",
    "in",
    "short",
    "of",
    "medium",
    "numeric",
]

#: A form of a length of time in words.
LengthForm = Literal[
    "acc",
    "obl",
]

#: The kind of spaces in a date in words.
Spacing = Literal[
    "cldr",
    "nbsp",
    "plain",
]

#: A list of names that `bilateral.find` searches.
NameType = Literal[
    "sector",
    "agreement_kind",
    "binding",
    "event_kind",
    "partner_kind",
    "project_status",
    "trend",
    "country",
    "subdivision",
    "city",
    "institution",
    "goods",
    "date_qualifier",
    "level",
    "relation",
    "role",
    "status",
    "partner",
]

#: A format of the package.
BuiltInFormat = Literal[
    "json",
    "jsonl",
    "yaml",
    "toml",
    "msgpack",
    "csv",
    "tsv",
    "xlsx",
    "xlsm",
    "html",
    "markdown",
    "icalendar",
]

#: The code of a portfolio.
BuiltInPortfolio = Literal[
    "agriculture",
    "ai",
    "architecture",
    "border",
    "civil_aviation",
    "civil_service",
    "climate",
    "climate_change",
    "communications",
    "competition",
    "construction",
    "culture",
    "customs",
    "defence",
    "defence_industry",
    "development",
    "diaspora",
    "digital_development",
    "ecology",
    "economic_development",
    "economy",
    "education",
    "electricity",
    "emergency_situations",
    "employment",
    "energy",
    "entrepreneurship",
    "environment",
    "european_affairs",
    "family",
    "finance",
    "financial_market",
    "financial_monitoring",
    "fisheries",
    "food",
    "foreign_affairs",
    "foreign_economic_relations",
    "foreign_trade",
    "forestry",
    "geology",
    "health",
    "higher_education",
    "housing",
    "housing_and_utilities",
    "industry",
    "information",
    "information_technology",
    "infrastructure",
    "innovation",
    "integration",
    "internal_affairs",
    "international_cooperation",
    "investment",
    "justice",
    "labour",
    "local_government",
    "media",
    "migration",
    "mining",
    "natural_resources",
    "nuclear_energy",
    "oil_and_gas",
    "planning",
    "preschool_education",
    "public_administration",
    "public_security",
    "railways",
    "regional_development",
    "religious_affairs",
    "renewable_energy",
    "research",
    "rural_development",
    "school_education",
    "science",
    "social_affairs",
    "social_development",
    "social_protection",
    "space",
    "sport",
    "standards",
    "state_property",
    "state_security",
    "statistics",
    "taxation",
    "technology",
    "tourism",
    "trade",
    "transport",
    "urban_development",
    "veterans_affairs",
    "vocational_education",
    "water",
    "women",
    "youth",
]

#: The code of a sector that the package has.
BuiltInSector = Literal[
    "economy",
    "trade",
    "investment",
    "sme",
    "customs",
    "taxation",
    "standards",
    "ip",
    "fairs",
    "sez",
    "finance",
    "banking",
    "industry",
    "industrial_coop",
    "machinery",
    "vehicles",
    "aviation_industry",
    "shipbuilding",
    "metallurgy",
    "chemicals",
    "light_industry",
    "food_industry",
    "wood",
    "pharma",
    "mining",
    "geology",
    "energy",
    "oil_gas",
    "electricity",
    "nuclear",
    "renewables",
    "efficiency",
    "heat",
    "agriculture",
    "livestock",
    "veterinary",
    "plant_health",
    "agri_science",
    "forestry",
    "fisheries",
    "food_security",
    "transport",
    "road",
    "rail",
    "air",
    "water_transport",
    "logistics",
    "urban_transport",
    "post",
    "digital",
    "telecom",
    "ai",
    "space",
    "media",
    "construction",
    "housing",
    "utilities",
    "urban_planning",
    "improvement",
    "water_supply",
    "waste",
    "environment",
    "air_quality",
    "wildlife",
    "water_resources",
    "hydromet",
    "emergencies",
    "science",
    "technology",
    "education",
    "higher_ed",
    "vocational",
    "schools",
    "health",
    "sanitary",
    "spa",
    "social",
    "social_protection",
    "labour",
    "pensions",
    "migration",
    "youth",
    "humanitarian",
    "culture",
    "heritage",
    "archives",
    "libraries",
    "film",
    "tourism",
    "sport",
    "governance",
    "interregional",
    "cross_border",
    "local_gov",
    "parliamentary",
    "foreign_policy",
    "statistics",
    "law_security",
    "legal_aid",
    "crime",
    "drugs",
    "border",
    "defence",
    "military_technical",
]

#: The code of a `AgreementKind`.
AgreementKindCode = Literal[
    "treaty",
    "convention",
    "agreement",
    "arrangement",
    "framework_agreement",
    "protocol",
    "amending_protocol",
    "additional_protocol",
    "exchange_of_notes",
    "mou",
    "memorandum",
    "joint_declaration",
    "joint_statement",
    "communique",
    "declaration_of_intent",
    "letter_of_intent",
    "protocol_of_intent",
    "roadmap",
    "action_plan",
    "programme",
    "work_plan",
    "consultations_plan",
    "session_protocol",
    "twinning",
    "friendship",
    "project_partnership",
    "contact",
    "contract",
]

#: The code of a `Aspect`.
AspectCode = Literal[
    "entry",
    "suspension",
    "end",
]

#: The code of a `Binding`.
BindingCode = Literal[
    "binding",
    "non_binding",
    "unknown",
]

#: The code of a `Effect`.
EffectCode = Literal[
    "day",
    "after_expiry",
    "month",
    "next_month",
    "month_end",
    "year",
    "year_end",
]

#: The code of a `EventKind`.
EventKindCode = Literal[
    "negotiated",
    "authorised",
    "initialled",
    "signed",
    "approved",
    "accepted",
    "ratified",
    "notification_sent",
    "notification_received",
    "instruments_exchanged",
    "instruments_deposited",
    "provisional_application",
    "in_force",
    "took_effect",
    "registered",
    "amended",
    "supplemented",
    "extended",
    "renewed",
    "suspended",
    "resumed",
    "notice_sent",
    "notice_received",
    "notice_revoked",
    "terminated",
    "expired",
    "superseded",
    "fulfilled",
    "succeeded",
]

#: The code of a `Gender`.
GenderCode = Literal[
    "m",
    "f",
    "n",
    "pl",
]

#: The code of a `NoticeAim`.
NoticeAimCode = Literal[
    "non_renewal",
    "termination",
]

#: The code of a `NoticeDate`.
NoticeDateCode = Literal[
    "received",
    "sent",
]

#: The code of a `PartnerKind`.
PartnerKindCode = Literal[
    "state",
    "government",
    "head_of_state",
    "ministry",
    "state_committee",
    "public_body",
    "parliament",
    "region",
    "regional_executive",
    "regional_council",
    "city",
    "city_executive",
    "city_council",
    "district",
    "district_executive",
    "municipality",
    "university",
    "school",
    "research_institute",
    "academy",
    "chamber",
    "company",
    "holding",
    "bank",
    "exchange",
    "news_agency",
    "broadcaster",
    "hospital",
    "museum",
    "theatre",
    "sports_body",
    "association",
    "joint_body",
    "international_org",
    "diplomatic_mission",
    "organisation",
]

#: The code of a `ProjectStatus`.
ProjectStatusCode = Literal[
    "proposed",
    "planned",
    "agreed",
    "under_way",
    "suspended",
    "completed",
    "cancelled",
]

#: The code of a `Reading`.
ReadingCode = Literal[
    "event",
    "commencement",
]

#: The code of a `RenewalMode`.
RenewalModeCode = Literal[
    "tacit",
    "opt_in",
    "exchange",
]

#: The code of a `Survivor`.
SurvivorCode = Literal[
    "projects",
    "obligations",
    "provisions",
    "agreements",
]

#: The code of a `Trend`.
TrendCode = Literal[
    "growing",
    "stable",
    "falling",
]

#: One of `BuiltInFormat`, or another that somebody adds.
FormatName = BuiltInFormat | str

#: One of `BuiltInLang`, or another that somebody adds.
Lang = BuiltInLang | str

#: One of `BuiltInPortfolio`, or another that somebody adds.
PortfolioCode = BuiltInPortfolio | str

#: One of `BuiltInSector`, or another that somebody adds.
SectorCode = BuiltInSector | str
