"""Dates in a language that is added: CLDR does what it can."""

import textwrap
import unicodedata

import pytest

from bilateral import MissingForm, PartialDate, Period
from bilateral.tables import add_language


@pytest.fixture
def added(tmp_path):
    """Takes tables of a language for the time of a test."""

    def add(lang, **tables):
        for name, text in tables.items():
            (tmp_path / f"{name}.tsv").write_text(textwrap.dedent(text), encoding="utf-8")
        add_language(lang, tmp_path)

    return add


class TestAddedLanguage:
    """CLDR does what it can; the rest is missing until a table has it."""

    def test_cldr_is_enough_for_the_bare_text(self, added):
        added("fr")

        assert Period("2025-11-05/2025-12-01").label("fr") == (
            "5 novembre\u2009–\u20091 décembre 2025"
        )
        assert Period("2026/2028").label("fr") == "2026–2028"
        assert Period("2025-11").label("fr-ZZ") == "novembre 2025"
        assert PartialDate("2025-11-05").label("fr", "numeric") == "05/11/2025"
        assert PartialDate("2025-11-XX").label("fr") == "2025-11-XX"
        with pytest.raises(MissingForm):
            Period("2026/2028").label("fr", "for")
        with pytest.raises(MissingForm):
            Period("2026/..").label("fr")

    def test_a_table_adds_the_forms_that_cldr_lacks(self, added):
        added(
            "fr",
            periods="id\tbare\tfor\tfrom\tto\n"
            "month\t{date}\tpour {date:de}\tde {date}\tà {date}\n"
            "range\t{start} à {end}\t{start} {end}\n",
            months="id\tde\n11\tde novembre\n",
        )

        # The month of French patterns does not stand alone, so it has no cases.
        assert Period("2025-11").label("fr", "for") == "pour novembre 2025"
        assert Period("2025-11/2026-01").label("fr", "for") == "de novembre 2025 à janvier 2026"
        assert Period("2026/2028").label("fr-BE") == "2026–2028"

    def test_a_changed_table_changes_the_text_at_once(self, added):
        added("fr", periods="id\tfor\nyear\tpour {year}\n")
        assert Period("2026").label("fr", "for") == "pour 2026"

        added("fr", periods="id\tfor\nyear\tpour l’an {year}\n")
        assert Period("2026").label("fr", "for") == "pour l’an 2026"

    def test_a_language_unknown_to_cldr_has_figures_alone(self, added):
        added("xx")

        assert Period("2025-11-05").label("xx") == "2025 M11 5"
        assert Period("2026/2028").label("xx") == "2026–2028"

    def test_a_language_may_write_months_as_numbers(self, added):
        added("zh")

        assert Period("2025-11-05").label("zh") == "2025年11月5日"

    def test_a_language_may_borrow_the_patterns_of_another(self, added):
        added("hr", periods="id\tbare\nlocale\tlv\n")

        assert "5" in Period("2025-11-05").label("hr")

    def test_two_dates_stand_apart_where_no_pattern_joins_them(self, added):
        added(
            "xx",
            conventions="id\txx\n"
            "month\t{month} {year}\nname.11\tnov\nname.12\tdec\nnumeric.day\t{day}.{number}\n",
            periods="id\tbare\nrange\t{start} ~ {end}\n",
        )

        assert Period("2025-11/2025-12").label("xx") == "nov 2025 ~ dec 2025"

    @pytest.mark.parametrize("lang", ["be", "bg", "fa", "fr", "ja", "kk", "pl", "pt", "uk", "zh"])
    def test_half_a_pattern_of_two_dates_keeps_no_separator(self, added, lang):
        added(lang, periods="id\tfor\tfrom\tto\nrange\t{start}{end}\n" + PARTS_OF_RANGES)

        for text in ("2025-11-05/2025-11-20", "2025-11/2026-02", "2025-11-05/2026-03-01"):
            start, _ = Period(text).label(lang, "for").split("⟩")
            assert unicodedata.category(start[-1]) not in ("Pd", "Zs")


PARTS_OF_RANGES = "day\t\t{date}⟩\t{date}\nmonth\t\t{date}⟩\t{date}\n"
