"""A status as a value: its texts and its reasons."""

import datetime
import pickle

import attrs

from bilateral import Term
from bilateral.dates.intervals import FOREVER, SOMETIME
from bilateral.dates.uncertain_days import UncertainDay
from bilateral.lifecycle.status import Reason
from tests.lifecycle.documents import document, event


class TestValue:
    def test_it_is_a_value(self):
        status = document(event("signed", "2025-11-05")).status("2026-01-01")
        assert pickle.loads(pickle.dumps(status)) == status
        assert hash(status) == hash(attrs.evolve(status))
        assert not hasattr(status, "__dict__")

    def test_a_notebook_shows_state_reasons_and_rules(self):
        term = Term(entry="signed", length="P5Y")
        doc = document(event("signed", "2025-11-05"), term=term, sectors=["trade"])
        html = doc.status("2026-01-01")._repr_html_()
        assert ">Status on 1 January 2026</caption>" in html
        assert ">in force</td>" in html
        assert "Last day of the term: 4 or 5 November 2030" in html
        assert "Remains in force for 5 years." in doc._repr_html_()

    def test_a_reason_of_which_nothing_is_known(self):
        reason = Reason("superseded_by", about="new")
        assert reason.days is None
        assert reason.text("en") == "Replacement by the document “new”: not known."

    def test_a_reason_of_which_one_bound_is_known(self):
        day = datetime.date(2025, 11, 5).toordinal()
        after, before = UncertainDay(day, FOREVER), UncertainDay(-SOMETIME, day)
        assert (
            Reason("signed", after).text("de") == "Unterzeichnung: nicht vor dem 5. November 2025."
        )
        assert Reason("signed", before).text("ru") == "Подписание: не позднее 5 ноября 2025 года."

    def test_a_status_is_sentences_in_every_language(self):
        doc = document(event("signed", "2025-11-05"), kind="roadmap", period="2026/2028")
        assert doc.status("2025-12-01").text("de") == (
            "Unterzeichnet am 5. November 2025, noch nicht angelaufen. "
            "Beginn des Zeitraums: 1. Januar 2026."
        )
        assert doc.status("2029-01-01").text("ru") == (
            "Истёк срок действия. Последний день периода: 31 декабря 2028 года."
        )
        vague = document(event("signed", "2025-11-05/2025-11-20".partition("/")[0]))
        assert vague.status("2026-01-01").text("en") == (
            "Signed on 5 November 2025. "
            "Not recorded: when it enters into force or comes into effect."
        )
