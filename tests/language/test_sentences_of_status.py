"""What statuses and deadlines say, sentence by sentence."""

import attrs
import pytest

from bilateral import Agreement, Dossier, Event, Partner, Term, options
from bilateral.dates.intervals import FOREVER
from bilateral.dates.periods import PartialDate
from bilateral.dates.uncertain_days import ANYTIME, UncertainDay
from bilateral.lifecycle.status import Reason
from bilateral.terms import Start
from tests.language.sentence_documents import TERMS

SIDES = Partner.state("BY"), Partner.state("KZ")


def document(*events, term=None, kind="agreement", **fields):
    return Agreement("a", kind, SIDES, events=events, term=term, **fields)


def signed(day):
    return Event.signed(day)


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
    def test_a_document_that_does_not_bind_comes_into_effect(self, lang, text):
        status = document(signed("2025-11-05"), term=self.TERM, kind="mou").status("2026-01-01")
        assert status.text(lang).startswith(text)
        assert status.reasons[0].text(lang) in status.text(lang)

    def test_what_is_stated_counts_more_than_the_kind(self):
        bound = document(signed("2025-11-05"), kind="mou", binding="binding", term=self.TERM)
        loose = document(signed("2025-11-05"), binding="non_binding", term=self.TERM)

        assert bound.status("2026-01-01").text("en").startswith("In force. Entry into force")
        assert loose.status("2026-01-01").text("en").startswith("In effect. Coming into effect")

    def test_a_notebook_says_that_it_comes_into_effect(self):
        memorandum = document(signed("2025-11-05"), kind="mou", term=self.TERM)

        assert "Comes into effect on the day of signature." in memorandum._repr_html_()
        with options.using(lang="de"):
            assert ">wirksam</td>" in memorandum.status("2026-01-01")._repr_html_()

    def test_a_deadline_says_that_it_comes_into_effect(self):
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

    def test_a_signature_that_is_not_known_to_the_day_is_a_sentence_of_its_own(self):
        after = UncertainDay(PartialDate("2021-04-27").first_number, FOREVER)
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
