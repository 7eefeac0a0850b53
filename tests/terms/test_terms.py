"""Terms as values: how they are built, refused and written."""

import pickle

import attrs
import pytest

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
)
from bilateral.dates.durations import Duration
from bilateral.terms import Aspect, Exit, Reading, Renewal, Start, Survival, Survivor
from tests.conftest import problems_of
from tests.terms.examples import FULL

SIDES = (Partner.state("BY"), Partner.state("KZ"))


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

    def test_a_term_is_read_in_both_ways_unless_it_fixes_one(self):
        assert Term(length="P1Y").readings == (Reading.COMMENCEMENT, Reading.EVENT)
        assert FULL.readings == (Reading.EVENT,)

    def test_periods_follow_each_other_and_may_be_vague_or_few(self):
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
    def test_all_problems_are_told_at_once(self, kind, fields, problems):
        with pytest.raises(ValidationError) as error:
            kind(**fields)
        assert problems_of(error) == problems
        for lang in ("de", "en", "ru"):
            assert "{" not in error.value.text(lang)

    def test_an_agreement_takes_no_text_for_a_term(self):
        with pytest.raises(ValidationError) as error:
            Agreement("doc", "agreement", SIDES, term="P5Y")
        assert problems_of(error) == [("term", "wrong-type")]


class TestWire:
    @pytest.mark.parametrize("format", ["json", "yaml"])
    def test_a_full_term_survives_a_round_trip(self, format):
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

    def test_users_of_cattrs_can_write_and_read_a_term(self):
        data = converter().unstructure(FULL)
        assert data["renewal"]["later_notice"] == "P3M"
        assert converter().structure(data, Term) == FULL
