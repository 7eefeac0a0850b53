"""What clauses, statuses and deadlines say, sentence by sentence, as editors want them."""

import re
from pathlib import Path

import attrs
import pytest

from bilateral import (
    Agreement,
    Binding,
    Dossier,
    Event,
    Exit,
    Partner,
    Renewal,
    Term,
)
from bilateral.dates.intervals import FOREVER
from bilateral.dates.periods import PartialDate
from bilateral.dates.uncertain_days import ANYTIME, When, day_of
from bilateral.language.lexicon import lexicon
from bilateral.lifecycle.status import Reason
from bilateral.terms import Start
from bilateral.terms.clauses import Words

HERE = Path(__file__).parent
SIDES = Partner.state("BY"), Partner.state("KZ")


def document(*events, term=None, kind="agreement", **fields):
    return Agreement("a", kind, SIDES, events=events, term=term, **fields)


def signed(day):
    return Event.signed(day)


TERMS = {
    "fourth month": Term(entry=Start("signed", after="P4M", effect="month")),
    "next month": Term(entry=Start("signed", after="P1M", effect="month")),
    "month 21": Term(entry=Start("signed", after="P21M", effect="month")),
    "next year": Term(entry=Start("signed", after="P1Y", effect="year")),
    "third year": Term(entry=Start("signed", after="P3Y", effect="year")),
    "two events": Term(entry=Start(["signed", "notification_received"])),
    "three events": Term(entry=Start(["signed", "ratified", "registered"])),
    "not before a month": Term(entry=Start("signed", date="2026-11")),
    "not before a day": Term(entry=Start("signed", date="2026-01-02")),
    "not before a year": Term(entry=Start("signed", date="2026")),
    "on expiry of no time": Term(entry=Start("signed", effect="after_expiry")),
    "only renewed without end": Term(renewal=Renewal(indefinite=True)),
    "renewed without end": Term(length="P5Y", renewal=Renewal(indefinite=True)),
    "disputed": Term(until="2030", until_disputed=True),
    "disputed and vague": Term(until="2030~", until_disputed=True),
    "disputed and far": Term(until="Y12026", until_disputed=True),
    "renewed twice": Term(length="P5Y", renewal=Renewal("P1Y", times=2)),
    "extended twice": Term(length="P5Y", renewal=Renewal("P1Y", mode="exchange", times=2)),
    "extended once": Term(
        length="P5Y", renewal=Renewal("P1Y", mode="exchange", times=1, notice="P3M")
    ),
    "no notice to send": Term(length="P5Y", renewal=Renewal("P1Y", counts="sent")),
    "later notice": Term(renewal=Renewal("P1Y", notice="P3M", later_notice="P1M", counts="sent")),
    "left at a month's end": Term(exit=Exit("P6M", effect="month_end")),
    "left at a year's end": Term(exit=Exit("P6M", effect="year_end")),
    "from a year's end": Term(provisional=Start("signed", after="P6M", effect="year_end")),
    "survival": Term(survival="projects"),
    "follows": Term(follows=["entry", "end"]),
    "all": Term(entry="signed", length="P5Y", exit="P6M"),
}


def _clauses():
    lines = (HERE / "data" / "clauses.tsv").read_text("utf-8").splitlines()[2:]
    return [line.split("\t") for line in lines]


@pytest.mark.parametrize(("term", "force", "lang", "text"), _clauses())
def test_a_clause_reads_as_in_a_treaty(term, force, lang, text):
    assert TERMS[term].label(lang, Binding(force or "unknown")) == text


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_a_month_that_follows_is_the_first_one(lang):
    next_month = Term(entry=Start("signed", effect="next_month"))
    assert TERMS["next month"].label(lang) == next_month.label(lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "de",
            {1: "ersten", 3: "dritten", 7: "siebten", 12: "zwölften", 20: "zwanzigsten", 21: None},
        ),
        ("en", {1: "first", 3: "third", 12: "twelfth", 20: "twentieth", 21: None}),
        ("ru", {1: "первого", 3: "третьего", 6: "шестого", 12: "двенадцатого", 21: None}),
    ],
)
def test_ordinals_stand_in_the_genitive(lang, words):
    ordinal = Words(lang, Binding.UNKNOWN).ordinal
    assert {number: ordinal(number) for number in words} == words


class TestLegalForce:
    """What does not bind in law comes into effect."""

    TERM = TERMS["all"]

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("de", "Wirksam. Wirksamwerden nach den Bestimmungen des Dokuments: 5. November 2025."),
            (
                "en",
                "In effect. Coming into effect under the terms of the document: 5 November 2025.",
            ),
            ("ru", "Действует. Начало действия согласно положениям документа: 5 ноября 2025 года."),
        ],
    )
    def test_of_a_status(self, lang, text):
        status = document(signed("2025-11-05"), term=self.TERM, kind="mou").status("2026-01-01")
        assert status.text(lang).startswith(text)
        assert status.reasons[0].text(lang) in status.text(lang)

    def test_what_is_stated_counts_more_than_the_kind(self):
        bound = document(signed("2025-11-05"), kind="mou", binding="binding", term=self.TERM)
        loose = document(signed("2025-11-05"), binding="non_binding", term=self.TERM)

        assert bound.status("2026-01-01").text("en").startswith("In force. Entry into force")
        assert loose.status("2026-01-01").text("en").startswith("In effect. Coming into effect")

    def test_in_a_notebook(self):
        memorandum = document(signed("2025-11-05"), kind="mou", term=self.TERM)

        assert "Comes into effect on the day of signature." in memorandum._repr_html_()
        assert "<td>wirksam</td>" in memorandum.status("2026-01-01")._repr_html_()

    def test_of_a_deadline(self):
        memorandum = document(signed("2025-11-05"), kind="mou", term=self.TERM)
        deadline = Dossier(agreements=[memorandum]).deadlines("2025-11-01", "2025-12-01")[0]

        assert deadline.text("de") == "Wirksamwerden: 5. November 2025"
        assert deadline.text("en") == "Coming into effect: 5 November 2025"


class TestStatus:
    """A state and its reasons; nothing is said twice."""

    @pytest.mark.parametrize(
        ("event", "on", "lang", "text"),
        [
            ("signed", "2021-01-01", "de", "Entwurf. Unterzeichnung erst am 27. April 2021."),
            ("signed", "2021-01-01", "en", "Draft. Not signed until 27 April 2021."),
            ("signed", "2021-01-01", "ru", "Проект. Подписание — позднее, 27 апреля 2021 года."),
            (
                "signed",
                "2021-05-01",
                "en",
                "Signed on 27 April 2021. "
                "Not recorded: when it enters into force or comes into effect.",
            ),
            ("terminated", "2021-05-01", "en", "Terminated on 27 April 2021."),
            ("terminated", "2021-05-01", "de", "Beendet am 27. April 2021."),
            ("terminated", "2021-05-01", "ru", "Действие прекращено 27 апреля 2021 года."),
            ("expired", "2021-05-01", "en", "Expired. Last day in force: 27 April 2021."),
            ("expired", "2021-05-01", "de", "Abgelaufen. Letzter Tag der Geltung: 27. April 2021."),
            (
                "expired",
                "2021-05-01",
                "ru",
                "Истёк срок действия. Последний день действия: 27 апреля 2021 года.",
            ),
            ("superseded", "2021-05-01", "ru", "Заменён 27 апреля 2021 года."),
            ("fulfilled", "2021-05-01", "ru", "Исполнен 27 апреля 2021 года."),
            ("initialled", "2021-05-01", "de", "Paraphiert am 27. April 2021."),
        ],
    )
    def test_the_day_of_a_state_is_said_once(self, event, on, lang, text):
        status = document(Event(event, "2021-04-27")).status(on)
        assert status.text(lang) == text

    @pytest.mark.parametrize(
        ("events", "text"),
        [
            (
                [Event.signed("2024-01")],
                "Unknown. Signature: January 2024. Not recorded: "
                "when it enters into force or comes into effect.",
            ),
            (
                [Event.signed("2020"), Event("notice_received", "2021", effective="2022-01-01")],
                "Terminated by notice, effective 1 January 2022.",
            ),
        ],
    )
    def test_no_sentence_contradicts_or_repeats_another(self, events, text):
        assert document(*events).status("2024-01-15").text("en") == text

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            ("de", "Durch Kündigung beendet im Januar 2022."),
            ("en", "Terminated by notice, effective January 2022."),
            ("ru", "Действие прекращено в январе 2022 года на основании уведомления."),
        ],
    )
    def test_the_end_by_notice_is_said_once(self, lang, text):
        notice = Event("notice_received", "2021", effective="2022-01")
        assert document(signed("2020-01-01"), notice).status("2024-01-15").text(lang) == text

    def test_only_what_is_not_known_of_a_day_is_left_out(self):
        """Beside what is missing; a document that is named stays."""
        status = document().status("2021-05-01")
        reasons = [Reason("notice_effect", ANYTIME), Reason("superseded_by", ANYTIME, "new")]
        told = attrs.evolve(status, missing=("term.exit",), reasons=reasons)
        assert told.text("en") == (
            "Unknown. Replacement by the document “new”: not known. "
            "Not recorded: the rule on termination by notice."
        )

    def test_a_day_that_is_not_known_is_no_reason(self):
        status = document().status("2021-05-01")
        assert status.text("ru").startswith("Неизвестно. Недостающие сведения: дата подписания")
        assert status.reasons[0].text("en") == "Signature: not known."

    def test_what_is_missing_is_one_sentence(self):
        term = Term(entry=Start(["ratified", "registered"]))
        status = document(signed("2010-01-01"), term=term).status("2021-01-01")
        assert status.text("en") == (
            "Signed on 1 January 2010. Not recorded: ratification; registration."
        )

    def test_a_signature_that_is_not_known_to_the_day(self):
        """It may be any day after; that is a sentence of its own."""
        after = When(PartialDate("2021-04-27").first_number, FOREVER)
        draft = document(signed("2021-04-27")).status("2021-01-01")
        status = attrs.evolve(draft, reasons=[Reason("signed", after)])
        assert status.text("de") == "Entwurf. Unterzeichnung: nicht vor dem 27. April 2021."

    def test_a_successor_is_named(self):
        old = document(signed("2020-01-01"))
        new = Agreement(
            "new", "agreement", SIDES, supersedes=[old], events=[Event("in_force", "2021-04-27")]
        )
        status = Dossier(agreements=[old, new]).status("a", "2022-01-01")
        assert status.text("en") == "Superseded on 27 April 2021 by the document “new”."

    def test_what_is_concluded_without_end_need_not_be_in_force(self):
        term = Term(entry="ratified", indefinite=True)
        status = document(signed("2020-01-01"), term=term).status("2021-01-01")
        assert "Документ заключён на неопределённый срок." in status.text("ru")
        assert "Das Dokument ist auf unbestimmte Zeit geschlossen." in status.text("de")


@pytest.mark.parametrize(
    ("date", "lang", "text"),
    [
        ("2015", "ru", "Последний день: один из дней 2015 года."),
        ("2015-11", "ru", "Последний день: один из дней в ноябре 2015 года."),
        ("2015", "de", "Letzter Tag: ein Tag im Jahr 2015."),
        ("2015-11", "de", "Letzter Tag: ein Tag im November 2015."),
        ("2015", "en", "Last day: a day in 2015."),
        ("2015-11-05", "ru", "Последний день: 5 ноября 2015 года."),
        ("Y12026", "ru", "Последний день: один из дней 12026 года."),
    ],
)
def test_a_last_day_is_a_day(date, lang, text):
    assert Reason("until", day_of(PartialDate(date))).text(lang) == text


def test_what_happened_may_have_a_month():
    assert Reason("entered", day_of(PartialDate("2015-11"))).text("ru") == (
        "Вступление в силу: ноябрь 2015 года."
    )


@pytest.mark.parametrize(
    ("first", "lang", "text"),
    [
        ("2030-11-04", "ru", "4 или 5 ноября 2030 года"),
        ("2030-11-04", "de", "4. oder 5. November 2030"),
        ("2030-11-04", "en", "4 or 5 November 2030"),
        ("2026-03-31", "ru", "31 марта или 1 апреля 2026 года"),
        ("2026-12-31", "de", "31. Dezember 2026 oder 1. Januar 2027"),
        ("2026-12-31", "en", "31 December 2026 or 1 January 2027"),
    ],
)
def test_one_of_two_days(first, lang, text):
    """As where two readings of a length differ."""
    day = PartialDate(first).first_number
    assert Reason("until", When(day, day + 1)).text(lang).endswith(f": {text}.")


def test_a_last_day_among_several():
    days = When(*(PartialDate(day).first_number for day in ("2027-01-01", "2027-01-30")))
    assert Reason("until", days).text("de") == (
        "Letzter Tag: ein Tag im Zeitraum 1.–30. Januar 2027."
    )


def test_the_languages_have_the_same_rows():
    """But for those of a number or a legal force, which not every language needs."""

    def rows(lang):
        return {
            re.sub(r"\.(non_binding|[0-9]+)$", "", key) for key in lexicon(lang).rows("clauses")
        }

    assert rows("de") == rows("en") == rows("ru")


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_nothing_is_told_and_missing_in_the_same_words(lang):
    """Where the names differ: what is told under its own name is not listed as missing."""
    rows = lexicon(lang).rows("clauses")
    told = {
        row["nom"].partition(":")[0].casefold(): key.split(".")[1]
        for key, row in rows.items()
        if key.startswith("reason.")
    }
    missing = {
        row["nom"].casefold(): key.split(".")[1]
        for key, row in rows.items()
        if key.startswith("missing.")
    }
    assert all(told.get(text, code) == code for text, code in missing.items())
