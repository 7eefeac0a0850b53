"""Tables that fit a terminal, in columns as it counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.markup import Block, Line, fitted, plain, width_of, wrapped

WORDS = st.text("aé漢\u0301 \u00a0-", min_size=0, max_size=40)


def block(*rows: tuple[str, ...], header: tuple[str, ...] = ()) -> Block:
    """A block of cells, whose lines are at ``/``."""
    cells = tuple(
        tuple(tuple(map(Line, filter(None, cell.split("/")))) for cell in row) for row in rows
    )
    return Block("Caption", header, cells, "en", "{count} more")


def longest_word(texts: list[str]) -> int:
    return max((width_of(word) for text in texts for word in text.split(" ")), default=0)


@pytest.mark.parametrize(
    ("text", "width"),
    [("Минск", 5), ("北京", 4), ("ｆｕｌｌ", 8), ("é", 1), ("e\u0301", 1), ("\u200bx", 1), ("", 0)],
)
def test_width_is_that_of_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


class TestWrapped:
    @given(WORDS, st.integers(1, 30), st.sampled_from(["", "1. "]))
    def test_no_line_is_wider_unless_a_word_is(self, text: str, width: int, first: str) -> None:
        then = " " * len(first)
        lines = wrapped(text, width, first, then)
        limit = max(width, len(first) + longest_word([text]))
        assert all(width_of(line) <= limit for line in lines)
        assert " ".join(line[len(first) :] for line in lines) == " ".join(
            filter(None, text.split(" "))
        )

    def test_what_belongs_together_stays_so(self) -> None:
        lines = wrapped("am 5.\u00a0Mai in Nowo-Sibirsk", 9)
        assert lines == ["am 5.\u00a0Mai", "in", "Nowo-Sibirsk"]


class TestFitted:
    TABLE = block(
        ("1 May 2026", "the Akimat of Astana and the Minsk City Executive Committee", "plan"),
        ("北京", "x/y", ""),
        header=("day", "sides", "id"),
    )

    def test_where_there_is_room_each_line_of_a_cell_is_one(self) -> None:
        assert [*fitted(self.TABLE, 80)] == [
            "day         sides                                                        id",
            "1 May 2026  the Akimat of Astana and the Minsk City Executive Committee  plan",
            "北京        x",
            "            y",
        ]

    def test_the_widest_column_is_broken(self) -> None:
        assert [*fitted(self.TABLE, 50)] == [
            "day         sides                           id",
            "1 May 2026  the Akimat of Astana and the    plan",
            "            Minsk City Executive Committee",
            "北京        x",
            "            y",
        ]

    def test_where_that_would_be_too_narrow_rows_are_lists(self) -> None:
        assert [*fitted(self.TABLE, 40, str.upper)] == [
            "1 MAY 2026",
            "  sides: the Akimat of Astana and the",
            "    Minsk City Executive Committee",
            "  id: plan",
            "北京",
            "  sides: x",
            "    y",
        ]

    def test_in_a_pipe_a_row_is_a_line_whole(self) -> None:
        long = block(("a" * 200, "b/c"), ("d\ne", "f"))
        assert [*fitted(long, None)] == [f"{'a' * 200}  b; c", f"d e{' ' * 197}  f"]

    def test_names_of_columns_stand_out(self) -> None:
        assert next(fitted(self.TABLE, 80, str.upper)).startswith("DAY  ")

    def test_empty_columns_are_left_out_and_facts_have_none(self) -> None:
        table = block(("a", "", "b"), header=("x", "y", "z"))
        assert [*fitted(table, 80)] == ["x  z", "a  b"]
        assert [*fitted(block(("name", "")), 80)] == ["name"]
        assert [*fitted(block(("fact", "a value of some length and more")), 20)] == [
            *("fact", "  a value of some", "    length and more"),
        ]

    @pytest.mark.parametrize("width", [None, 1, 80])
    def test_without_rows_there_are_only_the_names(self, width: int | None) -> None:
        assert [*fitted(block(), width)] == []
        assert [*fitted(block(header=("a", "b")), width)] == (["a  b"] if width != 1 else [])

    @given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=5), st.integers(1, 60))
    def test_no_line_is_wider_unless_a_word_is(
        self, rows: list[tuple[str, str, str]], width: int
    ) -> None:
        names = ("one", "two", "three")
        lines = fitted(block(*rows, header=names), width)
        words = longest_word([cell.replace("/", " ") for row in rows for cell in row])
        assert all(width_of(line) <= max(width, len("  three: ") + words) for line in lines)


def test_columns_of_plain_text_stand_below_each_other_too() -> None:
    table = block(("漢字", "a"), ("ab", "b"), ("字" * 40, "c"), header=("x", "y"))
    lines = plain([table]).splitlines()[2:]
    assert {width_of(line) for line in lines} == {width_of(lines[0])}
    assert "…" in lines[2]
