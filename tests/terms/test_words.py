"""Terms in words."""

import pytest

from bilateral import EventKind, Term, ValidationError, tables
from bilateral.dates.durations import Duration
from bilateral.dates.words.lengths import duration_label
from bilateral.errors import MissingForm
from bilateral.terms import Exit, Renewal, Start, Survival
from tests.terms.examples import FULL

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


class TestWords:
    def test_a_whole_clause_reads_as_in_a_treaty(self):
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

    def test_a_language_without_the_tables_is_a_missing_form(self, tmp_path):

        (tmp_path / "vocabulary.tsv").write_text("id\tnom\n", encoding="utf-8")
        tables.add_language("pl", tmp_path)
        for term in (Term(indefinite=True), Term(length="P5Y")):
            with pytest.raises(MissingForm):
                term.label("pl")

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
    def test_a_length_has_its_word_in_the_right_form(self, text, lang, form, expected):
        assert Duration.parse(text).label(lang, form) == expected

    def test_a_form_that_there_is_not_is_refused(self):
        with pytest.raises(ValidationError, match="the forms are: acc, obl"):
            duration_label(Duration(5), "de", "gen")
