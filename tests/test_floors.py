"""Every import goes down the floors of the house, but for the doors that are listed here."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import bilateral

ROOT = Path(bilateral.__file__).parent
# From the ground up. A room uses those before it; a folder that is named alone is one room.
FLOORS = (
    "clock literals errors tags tables topics display_options nearness rowsets frozen concise",
    "markup interchange display problems coercion listings text extra identifiers",
    "language.frames language.german language.lexicon vocabulary",
    "language.folding language.cldr language.conventions language.russian language.english",
    "language.singulars language.german_words language.german_names language.german_subjects",
    "language.russian_places language.russian_tails language.russian_names",
    "language.russian_subjects language.russian_nominatives",
    "language.completion language.nominatives language.territories language.transliteration",
    "dates.gregorian dates.intervals dates.edtf dates.ends dates.words.labels dates.words.lengths",
    "dates.partial_dates dates.interop dates.durations dates.daysets dates.periods",
    "dates.known_days",
    "dates.uncertain_days dates.words.vocabulary dates.words.fragments dates.words.spoken_lengths",
    "dates.words.phrases dates.words.reading showing",
    "language.documents language.designations language.topics",
    "language.apposition language.party_names language.titles language.summaries",
    "reference reference.country_names reference.territories reference.partners",
    "reference.ministries reference.organisations reference.bodies_of_places",
    "territory_codes instruments sectors partners who sources events trade",
    "terms.kinds terms.counting terms.timelines terms.deadlines terms.rules terms.clauses terms",
    "agreements projects",
    "lifecycle.event_days lifecycle.facts lifecycle.counting lifecycle.sentences",
    "lifecycle.schedules lifecycle.histories lifecycle.beginnings",
    "lifecycle.notices lifecycle.lifetimes lifecycle.status lifecycle.timelines",
    "lifecycle.deadlines lifecycle.overviews lifecycle.patterns lifecycle.activities",
    "lifecycle.calendars",
    "references record_tables hierarchies index selections catalogue",
    "reading.names reading.foreign reading.index reading.joined_names reading.words",
    "reading.candidates reading.bodies.foreign_words reading.bodies.landmarks",
    "reading.bodies.legal_forms",
    "reading.bodies.unit_names reading.bodies.town_names reading.frame_kinds",
    "reading.bodies.head_nouns reading.bodies.initials reading.bodies.sports",
    "reading.bodies.surroundings reading.bodies.secretariats reading.bodies.signs_of_countries",
    "reading.bodies.known_names reading.bodies.placed_names",
    "reading.bodies.place_candidates reading.weights",
    "reading.shared_heads reading.bodies.attached_bodies reading.bodies.fields_of_bodies",
    "reading.bodies.whereabouts reading.bodies.ministry_names",
    "reading.bodies.kinds_of_parties reading.segmentation",
    "reading.bodies.countries_of_parties reading.parties",
    "reading.finding reading.bodies.body_names reading.partner_names",
    "reading.compounds reading.kinds reading.title_parts.towns reading.subjects",
    "reading.title_parts.labelled_parts",
    "reading.title_parts.places_of_signature reading.title_parts.found_dates",
    "reading.title_parts.other_days reading.title_parts.doubtful_days",
    "reading.title_parts.lone_years reading.title_parts.dates",
    "reading.title_parts.other_documents reading.title_parts.document_numbers",
    "reading.title_parts.attachments reading.title_parts.catalogue_entries",
    "reading.title_parts.forms reading.title_parts.translations",
    "reading.side_places.found_sides",
    "reading.side_places.side_words reading.side_places.parties_with",
    "reading.side_places.paired_names reading.sides",
    "reading.title_parts.subjects reading.title_parts.doubtful_words",
    "reading.title_parts.subject_words reading.title_parts.attributes_of_kinds",
    "reading.title_parts.checks reading.title_parts.makers reading.parsed_titles",
    "reading.title_parts.fields_in_brackets",
    "reading.title_parts.agreements reading.titles",
    "reading.clause_grammar reading.clause_chart reading.clause_meanings reading.clauses",
    "dossiers",
    "wire differences listing frames formats",
    "charts.drawing charts.lettering charts.chart charts.sheets charts.marks charts.scope",
    "charts.dayscale charts.pages charts.grids charts.timelines charts.calendars charts.counts",
    "charts.coverage charts.networks charts",
    "intake.layout.ditto intake.layout.heading_words intake.project_titles",
    "intake.fields_of_parties",
    "intake.layout.web_pages intake.layout.word_documents intake.layout.encodings",
    "intake.findings intake.layout.headers intake.short_fields intake.signatures",
    "intake.layout.headings",
    "intake.layout.date_orders",
    "intake.abbreviations intake.places intake.units_of_bodies intake.slips",
    "intake.cut_words",
    "intake.layout.party_columns intake.party_cells intake.shared_names intake.shared_heads",
    "intake.told_places",
    "intake.layout.date_columns intake.layout.legends intake.layout.paragraphs intake.short_kinds",
    "intake.telling intake.layout.sources intake.cells intake.validity intake.layout.contents",
    "intake.layout.header_rows intake.layout.tables_in_sheets intake.layout.columns intake.tails",
    "intake.layout.heading_rows intake.remarks",
    "intake.questions",
    "intake.drafts intake.given intake.owners intake.home intake.spellings intake.parties",
    "intake.sides",
    "intake.row_subjects intake.row_titles intake.row_kinds intake.row_dates intake.day_cells",
    "intake.rows intake.identity intake.assembly",
    "intake.reviewed_rows intake.review_sheets intake.review intake.outcome intake.lists intake",
    "__init__ pydantic sqlalchemy django fastapi testing hypothesis_hook examples cli __main__",
)
ORDER = {room: number for number, room in enumerate(" ".join(FLOORS).split())}
# A name that is read becomes a partner: all of reading hangs on this door, which is no circle of
# rooms that could not be understood one by one.
READS = ("partners", "reading.partner_names")
# Methods by which a value reaches what is read into it or made of it, and what waits for its use.
DOORS = {
    ("dates.daysets", "dates.periods"): "DaySet.of, DaySet.periods",
    ("dates.durations", "dates.words.reading"): "Duration.from_text",
    ("dates.partial_dates", "dates.periods"): "what a date and a period have in common",
    ("dates.partial_dates", "dates.words.reading"): "PartialDate.from_text",
    ("dates.periods", "dates.words.reading"): "Period.from_text",
    ("interchange", "__init__"): "to_dict, from_dict, and what pydantic asks of a class",
    ("terms.rules", "reading.clauses"): "Term.from_text",
    ("terms.rules", "terms.clauses"): "Term.label",
    READS: "Partner.like",
    ("agreements", "__init__"): "the class of a term is loaded with the first term",
    ("agreements", "lifecycle.status"): "Agreement.status",
    ("agreements", "lifecycle.timelines"): "Agreement.timeline",
    ("reading.parsed_titles", "reading.title_parts.agreements"): "ParsedTitle.agreement",
}


@cache
def rooms() -> dict[str, Path]:
    """Every module by its name within the package."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in ROOT.rglob("*.py")
    }


@cache
def imports(room: str) -> frozenset[str]:
    """What a module imports of the package: at its top, in functions and for type checkers."""
    return frozenset(imported(room))


def imported(room: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(rooms()[room].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith("bilateral."):
            for one in node.names:
                full = f"{node.module}.{one.name}".removeprefix("bilateral.")
                yield full if full in rooms() else inside(str(node.module))
        elif isinstance(node, ast.Import):
            names = (one.name for one in node.names)
            yield from (inside(name) for name in names if f"{name}.".startswith("bilateral."))


def inside(module: str) -> str:
    return module.removeprefix("bilateral").removeprefix(".") or "__init__"


def floor(room: str) -> int | None:
    while room not in ORDER and "." in room:
        room = room.rpartition(".")[0]
    return ORDER.get(room)


def upwards() -> set[tuple[str, str]]:
    """The imports that go up, or to a room whose floor is not known."""
    return {
        (room, other)
        for room in rooms().keys() - {"__init__"}
        for other in imports(room)
        if (mine := floor(room)) is None or (theirs := floor(other)) is None or theirs > mine
    }


def circles() -> list[list[str]]:
    """The groups of modules that import each other, largest first."""
    ways = {room: {*imports(room)} & rooms().keys() for room in rooms().keys() - {"__init__"}}
    ways[READS[0]].remove(READS[1])

    def reached(room: str) -> set[str]:
        seen, rest = set[str](), [room]
        while rest:
            rest += (new := ways.get(rest.pop(), set()) - seen)
            seen |= new
        return seen

    reach = {room: reached(room) for room in ways}
    groups = {
        tuple(sorted(other for other in reach[room] if room in reach.get(other, ())))
        for room in ways
        if room in reach[room]
    }
    return sorted(map(list, groups), key=len, reverse=True)


def test_no_circle_has_more_than_four_rooms_but_that_of_dates() -> None:
    # The words of dates are read into dates and computed with them; `from_text` leads back.
    (dates, *others) = circles()
    assert all(room.startswith("dates.") for room in dates)
    assert len(dates) == 8
    assert all(len(circle) <= 4 for circle in others)


def test_every_import_goes_down_but_for_the_doors() -> None:
    assert sorted(upwards()) == sorted(DOORS)
