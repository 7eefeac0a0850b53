"""The rules that hold for all charts."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral.charts import calendar, counts, coverage, network, timeline
from bilateral.examples import astana_2025
from bilateral.tables import BUILT_IN
from bilateral.testing import values_of
from tests.charts.pictures import BY, DAY, KZ, Picture, document
from tests.processes import in_fresh_python

CHARTS = [calendar, counts, coverage, network, timeline]
MANY = [
    document(
        f"doc-{number}",
        ("signed", f"{1990 + number % 37}-05-06"),
        sides=(BY, bl.Partner(f"kz-{number}", "company", {"en": f"No {number}"}, country="KZ")),
        period=f"{1991 + number % 37}/{1992 + number % 37 + number % 9}",
        sectors=["trade"],
    )
    for number in range(1000)
]


@pytest.fixture(scope="module")
def dossier():
    return astana_2025()


@pytest.mark.parametrize("lang", BUILT_IN)
@pytest.mark.parametrize("draw", CHARTS)
class TestEveryChart:
    def test_its_words_are_of_the_language(self, draw, lang, dossier):
        chart = draw(dossier, lang=lang, on=DAY)
        picture = Picture(chart)

        assert chart.title in picture.texts
        assert picture.root.get("lang") == chart.lang == lang
        # A word that a table lacks would be its name.
        assert not [text for text in (*picture.texts, *picture.tips) if "chart." in text]

    def test_who_does_not_see_it_is_told_what_is_on_it(self, draw, lang, dossier):
        chart = draw(dossier, lang=lang, on=DAY)
        root = Picture(chart).root

        assert root.get("role") == "img"
        assert root.get("aria-label") == chart.description
        assert chart.description.startswith(f"{chart.title}. ")

    def test_nothing_is_loaded_and_nothing_runs(self, draw, lang, dossier):
        assert Picture(draw(dossier, lang=lang, on=DAY)).links() == {"http://www.w3.org/2000/svg"}

    def test_nothing_at_all_is_no_obstacle(self, draw, lang):
        for nothing in ([], bl.Dossier(), bl.Dossier().between("BY", "KZ")):
            assert ": 0" in draw(nothing, lang=lang, on=DAY).description

    def test_a_thousand_agreements_are_no_wall(self, draw, lang):
        chart = draw(MANY, lang=lang, on=DAY)

        assert chart.width == 960
        assert chart.height < 2500
        assert len(chart.svg()) < 300_000


@pytest.mark.parametrize("draw", CHARTS)
class TestArguments:
    def test_the_same_data_give_the_same_bytes(self, draw, dossier):
        assert draw(dossier, lang="ru", on=DAY).svg() == draw(dossier, lang="ru", on=DAY).svg()

    def test_the_language_is_else_that_of_the_options(self, draw, dossier):
        with bl.options.using(lang="de"):
            chart = draw(dossier, on=DAY)
        assert chart.svg() == draw(dossier, lang="de", on=DAY).svg()

    def test_an_agreement_is_enough_and_so_is_a_list(self, draw, dossier):
        one = dossier.agreements[1]

        assert draw(one, on=DAY).svg() == draw([one], on=DAY).svg()
        assert draw(iter([one]), on=DAY).svg() == draw([one], on=DAY).svg()

    def test_a_selection_is_drawn_as_its_agreements(self, draw, dossier):
        some = dossier.of_kind("roadmap")
        assert draw(some, on=DAY).svg() == draw([*some], on=DAY).svg()

    @pytest.mark.parametrize(
        ("options", "code"),
        [({"on": "2026"}, "whole-day-needed"), ({"on": 5}, "wrong-type")],
    )
    def test_a_day_is_a_day(self, draw, options, code, dossier):
        with pytest.raises(bl.ValidationError) as caught:
            draw(dossier, **options)
        assert [one.code for one in caught.value.problems] == [code]

    def test_things_of_another_kind_are_refused(self, draw):
        with pytest.raises(bl.ValidationError) as caught:
            draw([BY])
        assert [one.code for one in caught.value.problems] == ["wrong-type"]

    def test_a_language_that_nobody_knows_is_refused(self, draw, dossier):
        with pytest.raises(bl.UnknownLanguage):
            draw(dossier, lang="tlh")


@pytest.mark.parametrize("draw", [calendar, coverage, network, timeline])
def test_a_number_of_things_is_a_number(draw, dossier):
    for most, code in ((-1, "negative-count"), ("many", "wrong-type")):
        with pytest.raises(bl.ValidationError) as caught:
            draw(dossier, most=most)
        assert [one.code for one in caught.value.problems] == [code]


def test_a_page_with_one_agreement_names_no_range():
    assert "Nr. 4 von 4 (" in timeline(MANY[:4], most=3, page=2, lang="de").svg()


def test_every_process_draws_the_same():
    program = """
    import hashlib
    from bilateral import charts
    from bilateral.examples import astana_2025
    for name in ("calendar", "counts", "coverage", "network", "timeline"):
        svg = getattr(charts, name)(astana_2025(), lang="ru", on="2026-11-26").svg()
        print(hashlib.sha256(svg.encode()).hexdigest())
    """
    printed = {in_fresh_python(program, seed=seed) for seed in ("1", "2", "3")}
    assert len(printed) == 1


def test_a_day_may_be_any_sort_of_day():
    for day in (datetime.date(2026, 11, 26), bl.PartialDate(DAY)):
        assert timeline(document(), on=day).svg() == timeline(document(), on=DAY).svg()


def test_names_are_no_markup():
    name = bl.Phrases(en='<script>alert("1")</script> & Co\x01')
    partner = bl.Partner("x", "company", name, country="BY")
    for draw in CHARTS:
        chart = draw(document(sides=(partner, KZ), period="2026/2027"), lang="en", on=DAY)
        assert "<script" not in chart.svg() + chart._repr_html_()
        Picture(chart)


@given(
    values_of(bl.Dossier),
    st.sampled_from(CHARTS),
    st.sampled_from(BUILT_IN),
    st.sampled_from([DAY, "0001-01-01", "2024-02-29", "9999-12-31"]),
)
def test_whatever_is_valid_is_drawn(dossier, draw, lang, day):
    Picture(draw(dossier, lang=lang, on=day))
