"""Terms as values: how they are built, refused, written and worded."""

import pickle

import attrs
import pytest
from conftest import problems_of

from bilateral import (
    Agreement,
    Dossier,
    Event,
    EventKind,
    PartialDate,
    Partner,
    Term,
    ValidationError,
    converter,
    dumps,
    loads,
    tables,
)
from bilateral.dates.durations import Duration
from bilateral.dates.words.lengths import duration_label
from bilateral.errors import MissingForm
from bilateral.terms import Aspect, Exit, Reading, Renewal, Start, Survival, Survivor

SIDES = (Partner.state("BY"), Partner.state("KZ"))

FULL = Term(
    entry=Start(
        ["notification_received", "ratified"], after="P3M", effect="month", date="2026-01-01"
    ),
    provisional="signed",
    length="P5Y",
    reading="event",
    counted_from=Start(date="2026-02"),
    until_event={"en": "the end", "de": "das Ende", "ru": "окончание"},
    renewal=Renewal("P2Y", times=2, notice="P6M", later_notice="P3M", counts="sent"),
    exit=Exit("P1Y", effect="year_end", locked="P7Y", floor="P15Y", counts="sent"),
    survival=Survival(["projects", "provisions"], length="P10Y"),
    follows=["suspension", "end"],
)

TERMS = [
    FULL,
    Term(entry=Start("signed", effect="next_month"), until="2028-12-31"),
    Term(entry=Start("signed", effect="month_end"), exit=Exit("P3M", effect="month_end")),
    Term(entry=Start("signed", effect="year_end"), until="2028", until_disputed=True),
    Term(length="P1Y", to_year_end=True, renewal=Renewal("P1Y", times=1)),
    Term(length="P1Y", renewal=Renewal(indefinite=True, notice_opens="P6M", notice="P1M")),
    Term(length="P1Y", renewal=Renewal("P1Y", mode="opt_in", times=2, notice="P3M")),
    Term(length="P1Y", renewal=Renewal(mode="exchange")),
    Term(length="P1Y", renewal=Renewal(mode="opt_in")),
    Term(until_event=FULL.until_event, survival=Survival(length="P10Y")),
    Term(indefinite=True, exit="P0D", follows="entry"),
    Term(
        length="P5Y",
        reading="event",
        renewal=Renewal("P5Y", notice="P6M", presumed="P10D"),
        exit=Exit(
            "P6M", at_anniversary=True, locked="P3Y", locked_to_year_end=True, presumed="P10D"
        ),
    ),
]


def dossier_of(term):
    return Dossier(agreements=[Agreement("doc", "agreement", SIDES, term=term)])


class TestValue:
    def test_friendly_input_becomes_typed(self):
        term = Term(entry="signed", length="P5Y", renewal="P1Y", exit="P6M", survival="projects")
        assert term.entry == Start([EventKind.SIGNED])
        assert term.length == Duration(5)
        assert term.renewal == Renewal(Duration(1))
        assert term.exit == Exit(after=Duration(months=6))
        assert term.survival == Survival([Survivor.PROJECTS])
        assert FULL.follows == (Aspect.SUSPENSION, Aspect.END)
        assert FULL.counted_from.date == PartialDate("2026-02")

    def test_it_is_a_value(self):
        again = pickle.loads(pickle.dumps(FULL))
        assert again == FULL
        assert hash(again) == hash(FULL)
        assert attrs.evolve(FULL, until_event=None) != FULL
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            FULL.length = None

    def test_readings(self):
        assert Term(length="P1Y").readings == (Reading.COMMENCEMENT, Reading.EVENT)
        assert FULL.readings == (Reading.EVENT,)

    def test_periods(self):
        endless = Term(length="P1Y", reading="event", renewal="P1Y").periods("2024-02-29")
        assert [str(next(endless).period) for _ in range(4)] == [
            "2024-02-29/2025-02-28",
            "2025-03/2026-02",
            "2026-03/2027-02",
            "2027-03/2028-02",
        ]
        once = Term(length="P5Y", renewal=Renewal("P5Y", times=1)).periods("2004-12-22")
        assert [(one.period, str(one.first.period), str(one.last.period)) for one in once] == [
            (None, "2004-12-22", "2009-12-21/2009-12-22"),
            (None, "2009-12-22/2009-12-23", "2014-12-21/2014-12-22"),
        ]
        assert len(list(Term(length="P1Y").periods("2026-01-01"))) == 1
        endless = Term(length="P1Y", renewal=Renewal(indefinite=True))
        assert len(list(endless.periods("2026-01-01"))) == 1
        with pytest.raises(ValidationError) as error:
            next(Term(indefinite=True).periods("2026-01-01"))
        assert problems_of(error) == [("length", "missing-field")]


class TestRefusals:
    @pytest.mark.parametrize(
        ("kind", "fields", "problems"),
        [
            (Start, {}, [("", "start-without-day")]),
            (Start, {"date": "2026", "after": "P1M"}, [("after", "needs-field")]),
            (Start, {"on": "sined"}, [("on[0]", "unknown-event-kind")]),
            (Start, {"on": 5}, [("on", "wrong-type")]),
            (
                Start,
                {"on": "signed", "after": "P1D", "effect": "month"},
                [("after", "whole-months-needed")],
            ),
            (Start, {"on": "signed", "effect": "moon"}, [("effect", "unknown-effect")]),
            (Renewal, {"length": "P0D"}, [("length", "empty-duration")]),
            (Renewal, {"length": "P1Y", "times": -1}, [("times", "negative-count")]),
            (Renewal, {"length": "P1Y", "times": 2**63}, [("times", "number-out-of-range")]),
            (Renewal, {"length": "P1Y", "times": True}, [("times", "wrong-type")]),
            (Renewal, {}, [("length", "missing-field")]),
            (Renewal, {"mode": "opt_in", "times": 2}, [("times", "needs-field")]),
            (Renewal, {"length": "P1Y", "later_notice": "P1M"}, [("later_notice", "needs-field")]),
            (Renewal, {"length": "P1Y", "indefinite": True}, [("indefinite", "excludes-field")]),
            (Renewal, {"mode": "opt_in", "indefinite": True}, [("indefinite", "excludes-field")]),
            (Survival, {}, [("what", "missing-field")]),
            (Term, {}, [("", "empty-term")]),
            (Renewal, {"mode": "tacitly"}, [("mode", "unknown-renewal-mode")]),
            (Renewal, {"counts": "seen"}, [("counts", "unknown-notice-date")]),
            (Exit, {"after": "half a year"}, [("after", "duration-syntax")]),
            (Exit, {"after": "P6M", "effect": "year"}, [("after", "whole-years-needed")]),
            (
                Exit,
                {"after": "P6M", "locked_to_year_end": True},
                [("locked_to_year_end", "needs-field")],
            ),
            (
                Exit,
                {"after": "P6M", "presumed": "P5D", "counts": "sent"},
                [("presumed", "excludes-field")],
            ),
            (
                Renewal,
                {"length": "P1Y", "presumed": "P5D", "counts": "sent"},
                [("presumed", "excludes-field")],
            ),
            (
                Exit,
                {"after": "P6M", "at_anniversary": True, "effect": "year_end"},
                [("at_anniversary", "excludes-field")],
            ),
            (Event, {"kind": "notice_sent", "aim": "both"}, [("aim", "unknown-notice-aim")]),
            (Survival, {"what": "project"}, [("what[0]", "unknown-survivor")]),
            (Term, {"length": "P0D"}, [("length", "empty-duration")]),
            (Term, {"length": "P1Y", "until": "2026"}, [("length", "excludes-field")]),
            (Term, {"length": "P1Y", "indefinite": True}, [("indefinite", "excludes-field")]),
            (Term, {"until": "2026", "indefinite": True}, [("indefinite", "excludes-field")]),
            (Term, {"renewal": "P1Y", "indefinite": True}, [("indefinite", "excludes-field")]),
            (Term, {"entry": "signed", "follows": "entry"}, [("entry", "excludes-field")]),
            (Term, {"reading": "event"}, [("reading", "needs-field")]),
            (Term, {"length": "P1Y", "reading": "evnt"}, [("reading", "unknown-reading")]),
            (Term, {"to_year_end": True}, [("to_year_end", "needs-field")]),
            (Term, {"counted_from": "signed"}, [("counted_from", "needs-field")]),
            (Term, {"until_disputed": True}, [("until_disputed", "needs-field")]),
            (Term, {"follows": "ends"}, [("follows[0]", "unknown-aspect")]),
            (
                Term,
                {"entry": "sined", "renewal": "P", "exit": 6, "survival": "x"},
                [
                    ("entry.on[0]", "unknown-event-kind"),
                    ("renewal.length", "duration-syntax"),
                    ("exit.after", "wrong-type"),
                    ("survival.what[0]", "unknown-survivor"),
                ],
            ),
        ],
        ids=lambda value: value.__name__ if isinstance(value, type) else str(value)[:60],
    )
    def test_all_problems_at_once(self, kind, fields, problems):
        with pytest.raises(ValidationError) as error:
            kind(**fields)
        assert problems_of(error) == problems
        for lang in ("de", "en", "ru"):
            assert "{" not in error.value.text(lang)

    def test_in_an_agreement(self):
        with pytest.raises(ValidationError) as error:
            Agreement("doc", "agreement", SIDES, term="P5Y")
        assert problems_of(error) == [("term", "wrong-type")]


class TestWire:
    @pytest.mark.parametrize("format", ["json", "yaml"])
    def test_round_trip(self, format):
        dossier = dossier_of(FULL)
        assert loads(dumps(dossier, format), format) == dossier

    def test_it_is_short_to_write(self):
        text = """
            bilateral: "1"
            partners:
              - {id: by, kind: state, country: BY, name: {en: Belarus}}
              - {id: kz, kind: state, country: KZ, name: {en: Kazakhstan}}
            agreements:
              - id: doc
                kind: agreement
                sides: [[by], [kz]]
                term:
                  entry: signed
                  length: P5Y
                  renewal: {length: P5Y, notice: P6M}
                  exit: P6M
                  survival: [projects]
        """
        assert loads(text, "yaml")["doc"].term == Term(
            entry="signed",
            length="P5Y",
            renewal=Renewal("P5Y", notice="P6M"),
            exit="P6M",
            survival="projects",
        )

    def test_what_is_wrong_has_its_place(self):
        text = dumps(dossier_of(FULL), "yaml").replace("length: P2Y", "length: 2 years")
        with pytest.raises(ValidationError) as error:
            loads(text, "yaml")
        assert problems_of(error) == [("agreements[0].term.renewal.length", "duration-syntax")]
        assert error.value.problems[0].line

    def test_with_cattrs(self):
        data = converter().unstructure(FULL)
        assert data["renewal"]["later_notice"] == "P3M"
        assert converter().structure(data, Term) == FULL


class TestWords:
    def test_a_whole_clause(self):
        term = Term(
            entry=Start("notification_received", after="P3M", effect="month"),
            length="P3Y",
            renewal=Renewal("P1Y", notice="P3M"),
        )
        assert term.label("en") == (
            "Enters into force on the first day of the third month following the month of receipt "
            "of the last notification. Remains in force for 3 years. Is renewed tacitly for "
            "successive periods of 1 year. Notice of non-renewal: at least 3 months before the "
            "end of the current period."
        )
        assert term.label("de").startswith(
            "Tritt am ersten Tag des dritten Monats nach dem Monat des Eingangs der letzten "
            "Notifikation in Kraft. Gilt für 3 Jahre."
        )
        assert "Действует в течение 3 лет." in term.label("ru")

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    @pytest.mark.parametrize("number", range(len(TERMS)))
    def test_every_rule_has_its_words(self, number, lang):
        label = TERMS[number].label(lang)
        assert label.endswith(".")
        assert "{" not in label
        assert "  " not in label

    @pytest.mark.parametrize("kind", EventKind)
    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    def test_every_event_can_be_a_trigger(self, kind, lang):
        assert Term(entry=kind).label(lang)

    def test_another_language_is_seen_to_be_one(self):
        term = Term(until_event={"de": "das Ende"})
        assert term.label("en") == "Ends with this event: das Ende [de]."

    def test_a_language_without_the_tables(self, tmp_path):

        (tmp_path / "vocabulary.tsv").write_text("id\tnom\n", encoding="utf-8")
        tables.add_language("pl", tmp_path)
        try:
            for term in (Term(indefinite=True), Term(length="P5Y")):
                with pytest.raises(MissingForm):
                    term.label("pl")
        finally:
            tables._added.pop("pl")
            tables.forget_tables()

    @pytest.mark.parametrize(
        ("text", "lang", "form", "expected"),
        [
            ("P1Y", "de", "acc", "1 Jahr"),
            ("P1M", "de", "obl", "1 Monat"),
            ("P6M", "de", "obl", "6 Monaten"),
            ("P1Y6M", "de", "obl", "1 Jahr und 6 Monaten"),
            ("P21Y", "ru", "acc", "21 год"),
            ("P2Y", "ru", "acc", "2 года"),
            ("P2Y", "ru", "obl", "2 лет"),
            ("P11M", "ru", "obl", "11 месяцев"),
            ("P21D", "ru", "obl", "21 дня"),
            ("P1W", "ru", "acc", "1 неделю"),
            ("P3W", "en", "acc", "3 weeks"),
            ("P1D", "en-US", "acc", "1 day"),
            ("P0D", "en", "acc", "0 days"),
        ],
    )
    def test_durations(self, text, lang, form, expected):
        assert Duration.parse(text).label(lang, form) == expected

    def test_a_form_that_there_is_not(self):
        with pytest.raises(ValidationError, match="the forms are: acc, obl"):
            duration_label(Duration(5), "de", "gen")
