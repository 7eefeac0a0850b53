"""Lines of text and their widths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.charts.drawing import element
from bilateral.charts.lettering import abridged, shortened, width_of, wrapped

TEXTS = st.text("абв xyz-—ЩW", max_size=60)
WIDTHS = st.integers(20, 300)


@given(TEXTS, WIDTHS)
def test_a_shortened_text_fits(text, width):
    assert width_of(shortened(text, 12, width), 12) <= width


@given(TEXTS, WIDTHS, st.integers(1, 4))
def test_every_line_of_a_wrapped_text_fits_and_there_are_not_too_many(text, width, most):
    lines = wrapped(text, 12, width, most)

    assert len(lines) <= most
    assert all(width_of(one, 12) <= width for one in lines)


@given(TEXTS, WIDTHS, st.integers(1, 4))
def test_every_line_of_an_abridged_title_fits_and_there_are_not_too_many(text, width, most):
    lines = abridged(text, 12, width, most)

    assert len(lines) <= most
    assert all(width_of(one, 12) <= width for one in lines)


@given(TEXTS, st.integers(1, 4))
def test_a_title_that_fits_is_not_abridged(text, most):
    assert " ".join(abridged(text, 12, 10_000, most)) == text


def test_titles_that_begin_alike_are_told_apart_by_their_ends():
    start = "Соглашение между Правительством Республики Казахстан и Правительством Грузии о "
    shown = {tuple(abridged(start + end, 12, 330, 2)) for end in ("торговле", "туризме")}
    assert len(shown) == 2


@given(TEXTS)
def test_nothing_is_lost_where_there_is_room(text):
    assert wrapped(text, 12, 10_000, 1) == [text]


def test_broad_letters_take_more_room():
    assert width_of("Щука", 12) > width_of("гриб", 12) > width_of("ill", 12)


def test_what_xml_cannot_hold_is_replaced():
    assert element("g", id="a\x00\ud800") == '<g id="a\ufffd\ufffd"/>'


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Beginn der stillschweigenden Verlängerung", 2182),
        ("последний бесспорный день для уведомления", 2480),
        ("zwischenmenschliche Kontakte", 1566),
        ("WWW & ЩЖЮ № 10 %", 1184),
    ],
)
def test_there_is_room_for_the_widest_of_the_fonts(text, measured):
    """As DejaVu Sans has it, in letters of 100."""
    assert measured <= width_of(text, 100) < measured * 1.06
