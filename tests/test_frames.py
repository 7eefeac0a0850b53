"""Agreements, deadlines and periods as tables of other libraries."""

import datetime
import sys

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import bilateral as bl
from bilateral.examples import astana_2025
from bilateral.frames import to_frame
from bilateral.selections import Selection

SIDES = bl.Partner.state("BY"), bl.Partner.state("KZ")
DAY = "2026-11-26"
LIBRARIES = {"pandas": "pandas", "polars": "polars", "arrow": "pyarrow"}


@pytest.fixture(scope="module")
def dossier():
    return astana_2025()


def rows(things, **options):
    return to_frame(things, "arrow", **options).to_pylist()


class TestBackends:
    @pytest.mark.parametrize(
        ("backend", "kind"),
        [("pandas", pd.DataFrame), ("polars", pl.DataFrame), ("arrow", pa.Table)],
    )
    def test_each_makes_its_own_table(self, backend, kind, dossier):
        assert type(to_frame(dossier, backend, lang="ru", on=DAY)) is kind

    def test_all_have_the_same_columns_and_dates_are_dates(self, dossier):
        frame = to_frame(dossier, "pandas", on=DAY)
        other = to_frame(dossier, "polars", on=DAY)
        table = to_frame(dossier, "arrow", on=DAY)

        assert [*frame.columns] == other.columns == table.column_names
        assert frame["signed_first"].dtype == "datetime64[s]"
        assert other["signed_first"].dtype == pl.Date
        assert table.schema.field("signed_first").type == pa.date32()
        assert frame["is_active"].dtype == "boolean"
        assert frame["signed_first"].dt.date.tolist() == other["signed_first"].to_list()

    def test_other_libraries_take_the_table_of_arrow(self, dossier):
        table = to_frame(dossier, "arrow")

        assert pl.from_arrow(table).equals(to_frame(dossier, "polars"))

    @pytest.mark.parametrize("backend", LIBRARIES)
    def test_nothing_is_no_obstacle(self, backend):
        assert len(to_frame(bl.Dossier(), backend, lang="de", on=DAY, explode="events")) == 0
        assert len(to_frame(bl.Deadlines(), backend)) == 0
        assert len(to_frame(bl.Timeline(), backend)) == 0

    @pytest.mark.parametrize("backend", LIBRARIES)
    def test_a_library_that_is_not_there_is_named(self, backend, dossier, monkeypatch):
        monkeypatch.setitem(sys.modules, LIBRARIES[backend], None)

        with pytest.raises(bl.MissingExtra) as caught:
            to_frame(dossier, backend)
        assert (caught.value.extra, caught.value.library) == (backend, LIBRARIES[backend])


class TestAgreements:
    def test_codes_and_dates_stand_in_their_columns(self, dossier):
        row = rows(dossier)[1]

        assert row["id"] == "by-kz-2025-minsk-astana-roadmap"
        assert row["side_1"] == "by-minsk-executive-committee"
        assert row["sectors"] == "trade; economy; science; technology; culture"
        assert row["signed"] == "2025-11-05"
        assert row["signed_last"] == datetime.date(2025, 11, 5)
        assert row["in_force_first"] == row["period_first"] == datetime.date(2026, 1, 1)
        assert row["period_last"] == datetime.date(2028, 12, 31)
        assert not {name for name in row if "label" in name or name in ("title", "status")}

    def test_a_language_adds_labels(self, dossier):
        row = rows(dossier, lang="ru")[1]

        assert row["title"].startswith("Дорожная карта о сотрудничестве")
        assert row["kind_label"] == "дорожная карта"
        assert row["side_1_label"] == "Мингорисполком"
        assert row["sectors_label"].startswith("торговля; экономика")

    def test_a_day_adds_the_status_and_what_comes_next(self, dossier):
        first, second, _ = rows(dossier, lang="en", on=DAY)

        assert second["on"] == datetime.date(2026, 11, 26)
        assert (second["status"], second["status_label"]) == ("in_force", "in effect")
        assert second["is_active"] is True
        assert second["since_first"] == datetime.date(2026, 1, 1)
        assert second["next_deadline"] == "end"
        assert second["next_deadline_label"] == "last day"
        assert second["next_deadline_first"] == datetime.date(2028, 12, 31)
        assert first["next_deadline"] is first["is_active"] is None

    def test_what_is_no_day_has_its_first_and_last_one_unless_it_is_doubtful(self):
        whole = bl.Agreement(
            "a", "mou", SIDES, events=[bl.Event("signed", "2025")], period="2026/.."
        )
        doubtful = bl.Agreement("b", "mou", SIDES, events=[bl.Event("signed", "2025~")])

        one, other = rows([whole, doubtful])

        assert one["signed_first"] == datetime.date(2025, 1, 1)
        assert one["signed_last"] == datetime.date(2025, 12, 31)
        assert (one["period_first"], one["period_last"]) == (datetime.date(2026, 1, 1), None)
        assert other["signed"] == "2025~"
        assert other["signed_first"] is other["signed_last"] is other["period"] is None

    def test_what_supersedes_another_one_ends_it(self):
        old = bl.Agreement("old", "agreement", SIDES, events=[bl.Event("in_force", "2020-01-01")])
        new = bl.Agreement(
            "new", "agreement", SIDES, supersedes=old, events=[bl.Event("in_force", "2024-01-01")]
        )
        dossier = bl.Dossier(agreements=[old, new])

        for things in (dossier, dossier.agreements, [old, new], dossier.involving("BY")):
            assert [row["status"] for row in rows(things, on=DAY)] == ["superseded", "in_force"]
        assert dossier.successors == {"old": [new]}
        assert rows(dossier.involving("BY")[:1], on=DAY)[0]["status"] == "superseded"

    def test_the_order_is_that_of_the_selection(self, dossier):
        chosen = dossier.of_kind("roadmap")
        assert isinstance(chosen, Selection)
        assert [row["id"] for row in rows(chosen)] == [one.id for one in chosen]


class TestExploded:
    def test_each_partner_has_a_row(self, dossier):
        found = rows(dossier, explode="partners", lang="de")

        assert [row["side"] for row in found] == [1, 2] * 3
        assert found[3]["partner"] == "kz-astana-akimat"
        assert found[3]["partner_label"] == "Akimat von Astana"
        assert found[3]["country"] == "KZ"

    def test_so_has_each_sector_and_what_has_none_is_still_there(self):
        with_two = bl.Agreement("a", "mou", SIDES, sectors=["trade", "water_supply"])
        without = bl.Agreement("b", "mou", SIDES)

        found = rows([with_two, without], explode="sectors", lang="en")

        assert [row["id"] for row in found] == ["a", "a", "b"]
        assert [row["sector"] for row in found] == ["trade", "water_supply", None]
        assert found[0]["sector_label"] == "trade"

    def test_so_has_each_event(self, dossier):
        row = rows(dossier, explode="events", lang="ru")[0]

        assert (row["event"], row["event_label"]) == ("signed", "подписание")
        assert row["date_first"] == datetime.date(2025, 11, 5)
        assert row["place"] == "Astana"
        assert row["by"] is None


class TestDeadlinesAndPeriods:
    def test_deadlines(self, dossier):
        found = dossier.deadlines("2026-01-01", "2028-12-31")

        row = rows(found, lang="ru")[-1]
        assert row["key"] == "by-kz-2025-minsk-astana-roadmap.end.0"
        assert row["day_first"] == row["day_last"] == datetime.date(2028, 12, 31)
        assert (row["kind"], row["kind_label"]) == ("end", "последний день")
        assert row["title"].startswith("Дорожная карта")
        assert rows([*found]) == rows(found)
        assert "title" not in rows(found)[0]

    def test_periods(self, dossier):
        found = dossier.agreements[1].timeline(DAY)

        assert rows(found, lang="de") == [
            {
                "number": 0,
                "start_first": datetime.date(2026, 1, 1),
                "start_last": datetime.date(2026, 1, 1),
                "end_first": datetime.date(2028, 12, 31),
                "end_last": datetime.date(2028, 12, 31),
                "tense": "runs",
                "tense_label": "läuft",
            }
        ]


@pytest.mark.parametrize(
    ("options", "error", "code"),
    [
        ({"backend": "panda"}, bl.ValidationError, "unknown-choice"),
        ({"backend": 5}, bl.ValidationError, "wrong-type"),
        ({"explode": "days"}, bl.ValidationError, "unknown-choice"),
        ({"on": "2026"}, bl.ValidationError, "whole-day-needed"),
        ({"rows": 5}, bl.ValidationError, "wrong-type"),
        ({"rows": ["x"]}, bl.ValidationError, "wrong-type"),
        ({"lang": "xx"}, bl.UnknownLanguage, None),
    ],
)
def test_wrong_arguments_are_refused(options, error, code, dossier):
    with pytest.raises(error) as caught:
        to_frame(**{"rows": dossier, **options})
    if code:
        assert caught.value.problems[0].code == code


def test_a_list_of_several_sorts_is_refused(dossier):
    with pytest.raises(bl.ValidationError):
        to_frame([dossier.agreements[0], *dossier.deadlines("2026-01-01", "2029-01-01")])


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_the_ministries_of_two_states_are_told_apart(lang):
    ministries = [bl.Partner.ministry(country, "energy") for country in ("KZ", "UZ")]
    [row] = to_frame([bl.Agreement("a", "mou", ministries)], lang=lang).to_dict("records")
    assert row["side_1_label"] != row["side_2_label"]
