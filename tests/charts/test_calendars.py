"""The calendar of deadlines, against the list of them."""

import pytest

import bilateral as bl
from bilateral.charts import calendar
from tests.charts.pictures import DAY, Picture, document

DOCUMENTS = [
    document("a", period="2024/2026"),
    document("b", period="2027/2027-03"),
    document("c", ("in_force", "2020-01-01"), period="2020/2027-05"),
    document("later", period="2030/2031"),
]


def test_it_has_every_deadline_of_its_months():
    chart = calendar(DOCUMENTS, lang="en", on=DAY)
    found = bl.Dossier(agreements=DOCUMENTS).deadlines("2026-11-01", "2027-10-31")
    texts = Picture(chart).texts

    assert f"Deadlines: {len(found)}" in chart.description
    assert len(found) == 4
    for one in found:
        assert one.when.period.label("en", "medium") in texts
        assert one.label("en") in texts


def test_a_day_has_its_marks_and_how_many_there_are():
    documents = [document(f"d{n}", period="2020/2026") for n in range(3)]
    picture = Picture(calendar(documents, lang="en", on=DAY, months=2))
    day = next(tip for tip in picture.tips if tip.startswith("last day: "))

    assert day.count("last day: Agreement") == 3
    assert "3" in [one.text for one in picture.of("text") if one.get("font-weight") == "bold"]


def test_months_and_days_of_the_week_are_in_the_language():
    texts = Picture(calendar([], lang="ru", on=DAY, months=3)).texts

    assert {"ноябрь 2026 года", "январь 2027 года"} <= {*texts}
    assert texts.index("пн") < texts.index("вс")
    assert "февраль 2027 года" not in texts


def test_every_day_of_a_month_is_there():
    texts = Picture(calendar([], lang="en", on="2024-02-10", months=1)).texts
    assert [text for text in texts if text.isdigit()] == [str(day) for day in range(1, 30)]


def test_a_day_known_to_the_month_is_marked_in_all_of_it():
    picture = Picture(calendar(document(period="2026-11~/2027"), lang="en", on=DAY, months=1))
    vague = document("v", ("in_force", "2026-12"))
    marked = Picture(calendar(vague, lang="en", on=DAY, months=2)).tips

    assert picture.tips is not None
    assert len([tip for tip in marked if tip.startswith("entry into force: ")]) == 31


def test_a_day_known_less_exactly_is_last_in_the_list_alone():
    vague, exact = document("v", ("in_force", "2027")), document("x", period="2020/2027-03")
    tips = Picture(calendar([vague, exact], lang="en", on=DAY)).tips

    assert len([tip for tip in tips if "entry into force" in tip]) == 1
    assert tips[-1].startswith("2027\nentry into force\n")


def test_the_list_has_so_many_and_says_how_many_more_there_are():
    picture = Picture(calendar(DOCUMENTS, lang="en", on=DAY, most=1))
    assert "3 more" in picture.texts


def test_it_takes_what_deadlines_answered():
    dossier = bl.Dossier(agreements=DOCUMENTS)
    found = dossier.deadlines("2020-01-01", "2035-12-31")

    assert "Deadlines: 4" in calendar(found, lang="en", on=DAY).description
    ends = bl.Deadlines(one for one in found if one.kind is bl.DeadlineKind.END)
    assert "Deadlines: 3" in calendar(ends, lang="en", on=DAY).description
    assert "Deadlines: 0" in calendar(bl.Deadlines(), lang="en", on=DAY).description


@pytest.mark.parametrize(("months", "code"), [(-1, "negative-count"), ("1", "wrong-type")])
def test_a_number_of_months_is_a_number(months, code):
    with pytest.raises(bl.ValidationError) as caught:
        calendar(DOCUMENTS, months=months)
    assert [one.code for one in caught.value.problems] == [code]


def test_the_calendar_ends_with_the_years():
    chart = calendar([], lang="en", on="9999-11-05")
    assert "November–December 9999" in chart.description


def test_no_more_than_ten_years_are_drawn():
    assert "October 2036. " in calendar([], lang="en", on=DAY, months=5000).description
