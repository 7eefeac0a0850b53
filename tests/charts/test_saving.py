"""Charts in notebooks and files."""

import struct
import sys

import attrs
import pytest
import resvg_py

import bilateral as bl
from bilateral.charts import Chart, chart, timeline
from bilateral.examples import astana_2025
from tests.charts.pictures import DAY


@pytest.fixture(scope="module")
def picture():
    return timeline(astana_2025(), lang="en", on=DAY)


@pytest.fixture
def _forgetful():
    chart._has_font.cache_clear()
    yield
    chart._has_font.cache_clear()


def size(png):
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


def test_a_png_is_twice_as_large_as_the_svg(picture):
    assert size(picture.png()) == (2 * picture.width, 2 * picture.height)
    assert size(picture.png(scale=1)) == (picture.width, picture.height)


def test_a_png_is_no_larger_than_programs_open(picture):
    flat = attrs.evolve(picture, height=picture.width // 100)
    assert max(size(flat.png(scale=1000))) <= 16_000


def test_the_same_data_give_the_same_png(picture):
    again = timeline(astana_2025(), lang="en", on=DAY)
    assert again.png() == picture.png()


def test_a_png_is_light_or_dark(picture):
    assert picture.png(dark=True) != picture.png()


@pytest.mark.parametrize(
    ("scale", "code"),
    [(-1, "negative-count"), ("2", "wrong-type"), (None, "wrong-type"), (True, "wrong-type")]
    + [(float("nan"), "wrong-type")],
)
def test_a_scale_is_a_number(picture, scale, code):
    with pytest.raises(bl.ValidationError) as caught:
        picture.png(scale=scale)
    assert [one.code for one in caught.value.problems] == [code]


def test_the_smallest_picture_still_is_one(picture):
    assert min(size(picture.png(scale=0))) > 0


def test_the_svg_follows_the_system_of_its_reader(picture):
    assert "prefers-color-scheme: dark" in picture.svg()


def test_a_notebook_gets_it_in_its_own_colours_and_as_text(picture):
    shown = picture._repr_mimebundle_()

    assert shown == {"text/plain": picture.description, "text/html": picture._repr_html_()}
    assert "color:inherit" in shown["text/html"]
    assert "prefers-color-scheme" not in shown["text/html"]
    assert picture._repr_mimebundle_(include=["text/plain"]).keys() == {"text/plain"}
    assert picture._repr_mimebundle_(exclude=["text/plain"]).keys() == {"text/html"}


@pytest.mark.parametrize("name", ["chart.svg", "chart.SVG"])
def test_it_is_saved_as_svg(picture, name, tmp_path):
    picture.save(tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8") == picture.svg()


def test_it_is_saved_as_png(picture, tmp_path):
    path = tmp_path / "chart.png"
    picture.save(str(path), scale=1, dark=True)
    assert path.read_bytes() == picture.png(scale=1, dark=True)


@pytest.mark.parametrize(("name", "said"), [("chart.pdf", ".pdf"), ("chart", "chart")])
def test_other_formats_are_refused_with_those_that_there_are(picture, name, said, tmp_path):
    with pytest.raises(bl.UnknownFormat) as caught:
        picture.save(tmp_path / name)
    assert (caught.value.name, caught.value.known) == (said, (".svg", ".png"))


def test_png_alone_needs_the_library(picture, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "resvg_py", None)

    picture.save(tmp_path / "chart.svg")
    with pytest.raises(bl.MissingExtra) as caught:
        picture.png()
    assert (caught.value.extra, caught.value.library) == ("charts", "resvg-py")


@pytest.mark.usefixtures("_forgetful")
def test_a_machine_without_fonts_is_told(picture, monkeypatch):
    monkeypatch.setattr(resvg_py, "svg_to_bytes", lambda **_: b"blank")
    with pytest.raises(OSError, match="no font"):
        picture.png()


def test_a_chart_is_immutable(picture):
    with pytest.raises(AttributeError):
        picture.title = "x"


def test_the_class_is_public(picture):
    assert type(picture) is Chart
    assert repr(picture) == f"<Chart: {picture.description}>"
