"""The chart of periods, against what the rules of the lifecycle say."""

import pytest

import bilateral as bl
from bilateral.charts import timeline
from tests.charts.pictures import DAY, Picture, document

SIGNED = ("signed", "2020-12-01"), ("in_force", "2021-01-01")
# Three years, which renew for one each unless notice is given three months before.
TACIT = bl.Term(length="P3Y", reading="commencement", renewal=bl.Renewal("P1Y", notice="P3M"))
LEAVING = bl.Term(indefinite=True, exit=bl.Exit("P6M", effect="year_end"))


def drawn(*documents, **options):
    return Picture(timeline(documents, **{"lang": "en", "on": DAY, **options}))


def bars(picture):
    """The days and the state of each bar, as the mouse reads them."""
    return [tuple(tip.split("\n")) for tip in picture.tips if tip.endswith(("ran", "run", "runs"))]


class TestPeriods:
    @pytest.mark.parametrize(
        ("day", "last"),
        [("2026-03-01", ("2027", "may run")), (DAY, ("2027", "will run"))],
    )
    def test_each_renewal_has_a_bar(self, day, last):
        agreement = document("doc", *SIGNED, term=TACIT)

        assert bars(drawn(agreement, on=day)) == [
            ("2021–2023", "ran"),
            ("2024", "ran"),
            ("2025", "ran"),
            ("2026", "runs"),
            last,
        ]
        assert len(agreement.timeline(day)) == 5

    def test_a_bar_is_as_long_as_its_period(self):
        picture = drawn(document("a", period="2024/2025"), document("b", period="2026"))
        first, second = (box for box in picture.boxes if "run" in box.tip or "ran" in box.tip)

        # A pixel keeps it from the next one.
        assert (first.width + 1) / (second.width + 1) == pytest.approx(731 / 365, rel=0.01)
        assert second.x == pytest.approx(first.x + first.width + 1, abs=0.2)

    def test_days_that_are_not_certain_are_told_and_pale(self):
        picture = drawn(document(period="2024-05/2026"), document("v", ("in_force", "2021-05")))
        told = next(tip for tip in picture.tips if "first day: " in tip)

        assert told == "first day: May 2021\nlast day: no end\nruns"
        assert len([box for box in picture.boxes if box.tip == told]) == 2

    def test_where_no_day_is_certain_all_of_it_is_pale(self):
        term = bl.Term(length="P6M")
        picture = drawn(document("v", ("in_force", "2026"), term=term))

        assert len([box for box in picture.boxes if box.tip.endswith("\nnot known")]) == 1

    def test_what_has_no_end_goes_on_beyond_the_edge(self):
        ending, open_ended = (drawn(document(period=one)) for one in ("2024/2027", "2024/.."))

        assert picture_tips(open_ended) == picture_tips(ending) + 1

    def test_what_began_long_ago_comes_from_beyond_the_edge(self):
        assert picture_tips(drawn(document(period="1897/2027"))) == 1

    def test_so_many_renewals_that_they_cannot_be_told_apart_are_one_bar(self):
        weekly = bl.Term(length="P7D", renewal=bl.Renewal("P7D"))
        picture = drawn(document("doc", *SIGNED, term=weekly))

        assert len(bars(picture)) < 10

    def test_without_a_period_there_is_no_bar(self):
        assert bars(drawn(document("doc", ("signed", "2020-12-01")))) == []

    def test_a_period_of_which_nobody_knows_whether_it_runs_is_told(self):
        agreement = document("doc", ("in_force", "2026-11"), period="2026-11/2027")
        picture = drawn(agreement)

        assert agreement.timeline(DAY)[0].tense is None
        assert "not known" in picture.texts
        assert any(tip.endswith("\nnot known") for tip in picture.tips)


def picture_tips(picture):
    """How many bars go on beyond an edge: a tip is as high as a bar."""
    shapes = (one.get("points", "").replace(",", " ").split() for one in picture.of("polygon"))
    return sum(float(points[5]) - float(points[1]) == 15 for points in shapes)


class TestNotice:
    def test_it_has_its_last_day_and_the_notice_period_after_it(self):
        picture = drawn(document("doc", *SIGNED, term=TACIT), on="2026-03-01")
        (notice,) = [one for one in picture.boxes if one.tip.startswith("last safe day")]
        runs = next(one for one in picture.boxes if one.tip.endswith("runs"))

        assert notice.tip == "last safe day for notice: 30 Sept 2026"
        assert notice.x + notice.width == pytest.approx(runs.x + runs.width + 1, abs=0.2)
        assert {"last safe day for notice", "notice period"} <= {*picture.texts}

    def test_leaving_has_its_next_day_and_no_period(self):
        picture = drawn(document("doc", *SIGNED, term=LEAVING))

        assert len([tip for tip in picture.tips if tip.startswith("last safe day for notice")]) == 1
        assert "notice period" not in picture.texts


class TestEvents:
    def test_they_have_marks_in_the_order_of_their_days(self):
        found = *SIGNED, ("registered", "2021-01-01"), ("amended", None)
        picture = drawn(document("doc", *found))

        assert [tip for tip in picture.tips if ": 1 " in tip] == [
            "signed: 1 December 2020",
            "entered into force: 1 January 2021",
            "registered: 1 January 2021",
        ]
        assert {"signed", "entered into force", "other events"} <= {*picture.texts}

    def test_a_year_is_a_line_with_its_mark_in_the_middle(self):
        year, day = (
            drawn(document("doc", ("signed", date), period="2019/2027"))
            for date in ("2020", "2020-07-01")
        )
        assert len(year.of("path")) == len(day.of("path")) + 1

    def test_those_of_other_centuries_are_not_drawn(self):
        picture = drawn(document("doc", ("signed", "1850-01-01"), period="2024/2027"))
        assert not [tip for tip in picture.tips if "1850" in tip]


class TestRows:
    def test_a_row_has_title_status_and_next_deadline(self):
        picture = drawn(document("doc", *SIGNED, term=TACIT, kind="mou", binding="unknown"))

        assert "in effect · 1 Jan 2027: start of the tacit renewal" in picture.texts
        assert any(
            tip.startswith("Memorandum of Understanding between the Republic of Belarus and the ")
            and tip.endswith("\ndoc")
            for tip in picture.tips
        )

    def test_they_stand_in_the_order_of_their_first_days(self):
        late, early = document("a", period="2025/2027"), document("b", period="2024/2027")
        ids = [tip.split("\n")[-1] for tip in drawn(late, early).tips]

        assert ids.index("b") < ids.index("a")

    def test_the_day_is_marked(self):
        assert "26 November 2026" in drawn(document()).texts

    def test_the_past_has_its_days_too(self):
        picture = drawn(document("doc", ("signed", "0033-04-03")), on="0033-05-01")
        assert "Periods" in picture.texts

    def test_what_supersedes_a_document_ends_its_period(self):
        old = document("old", *SIGNED, period="2021/2030")
        new = document("new", ("in_force", "2025-01-01"), supersedes=old)

        assert bars(drawn(old, new))[0] == ("2021–2024", "ran")
        assert bars(drawn(old))[0] == ("2021–2030", "runs")


SEVEN = [document(f"d{number}", period=f"2020/{2027 + number}") for number in range(7)]


class TestPages:
    def test_a_page_has_so_many_those_with_the_nearest_deadlines_first(self):
        chart = timeline(reversed(SEVEN), lang="en", on=DAY, most=3)

        assert chart.pages == 3
        assert "Agreements: 1–3 of 7 (nearest deadline first)" in chart.description
        ids = {tip.split("\n")[-1] for tip in Picture(chart).tips}
        assert {"d0", "d1", "d2"} <= ids
        assert not {"d3", "d4", "d5", "d6"} & ids

    def test_the_last_page_has_the_rest(self):
        chart = timeline(SEVEN, lang="en", on=DAY, most=3, page=3)

        assert "no. 7 of 7" in chart.description
        assert "d6" in {tip.split("\n")[-1] for tip in Picture(chart).tips}

    def test_one_without_a_deadline_comes_last(self):
        chart = timeline([document("none"), *SEVEN], lang="en", on=DAY, most=7, page=2)
        assert "none" in {tip.split("\n")[-1] for tip in Picture(chart).tips}

    @pytest.mark.parametrize(("most", "page"), [(3, 0), (3, 4), (30, 2)])
    def test_a_page_that_there_is_not_is_refused(self, most, page):
        with pytest.raises(bl.ValidationError) as caught:
            timeline(SEVEN, on=DAY, most=most, page=page)
        assert [(one.where, one.code) for one in caught.value.problems] == [
            ("page", "unknown-choice")
        ]
