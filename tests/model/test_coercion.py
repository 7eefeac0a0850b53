"""Friendly input: what is taken, and what is said of the rest."""

from __future__ import annotations

from collections import UserDict
from enum import StrEnum

import attrs
import pytest

from bilateral import Dossier, Partner, PartnerKind, Problem, ValidationError
from bilateral.coercion import (
    WHOLE_NUMBERS,
    Checked,
    Rejected,
    Typed,
    boolean,
    hard,
    instance,
    is_list,
    is_mapping,
    limited,
    member,
    members,
    optional_text,
    problems_of,
    rejected,
    soft,
    soft_tuple,
    text,
    text_problems,
    texts,
    unknown,
)
from bilateral.problems import type_name


class Colour(StrEnum):
    RED = "red"
    DARK_RED = "dark_red"
    BLUE = "blue"


def said(value: object) -> list[tuple[str, str]]:
    """The places and codes of what was rejected."""
    assert isinstance(value, Rejected)
    return [(problem.where, problem.code) for problem in value.problems]


class TestText:
    def test_a_text_stays_what_it_is(self) -> None:
        assert text("Минск") == "Минск"
        assert optional_text(None) is None
        assert optional_text("x") == "x"
        assert texts(["a", "b"]) == ("a", "b")

    def test_a_subclass_of_text_becomes_plain_text(self) -> None:
        assert type(text(Colour.RED)) is str
        assert text(Colour.RED) == "red"

    @pytest.mark.parametrize("value", [5, None, b"x", ["x"]])
    def test_nothing_else_is_a_text(self, value: object) -> None:
        found = text(value)
        assert said(found) == [("", "wrong-type")]

    @pytest.mark.parametrize(("value", "position"), [("\0", 0), ("ab\0", 2), ("a\ud800b", 1)])
    def test_a_text_that_no_file_could_hold_is_refused(self, value: str, position: int) -> None:
        assert said(text(value)) == [("", "invalid-text")]
        (problem,) = text_problems(value)
        assert problem.details["position"] == position
        assert problem.value == value

    def test_characters_beyond_the_first_plane_are_text(self) -> None:
        assert text_problems("😀\ud7ff\ue000") == []

    def test_a_limit_is_the_most_that_is_taken(self) -> None:
        assert limited("abc", 3) == "abc"
        with pytest.raises(ValidationError) as caught:
            limited("abcd", 3)
        (problem,) = caught.value.problems
        assert (problem.code, problem.value, problem.details["limit"]) == (
            "text-too-long",
            "abcd",
            3,
        )


class TestLists:
    @pytest.mark.parametrize("values", ["ab", b"cd", {"a": 1}, UserDict(a=1), 5, None])
    def test_a_single_thing_is_no_list(self, values: object) -> None:
        found = texts(values)
        assert said(found) == [("", "wrong-type")]
        assert found.problems[0].details["expected"] == "list"

    @pytest.mark.parametrize(
        "values", [["a", "b"], ("a", "b"), iter(["a", "b"]), {"a": 1, "b": 2}.keys()]
    )
    def test_whatever_can_be_gone_through_is_one(self, values: object) -> None:
        assert texts(values) == ("a", "b")

    def test_a_tuple_that_is_right_is_kept_itself(self) -> None:
        given = ("a", "b")
        assert texts(given) is given

    def test_each_problem_has_its_place(self) -> None:
        assert said(texts(["a", 5, "b", None])) == [
            ("[1]", "wrong-type"),
            ("[3]", "wrong-type"),
        ]


class TestRejected:
    def test_what_is_rejected_is_not_reported_a_second_time(self) -> None:
        one = Rejected([Problem("no-name")])
        assert soft(len, one) is one
        assert soft_tuple(len, one) is one
        assert member(Colour, "unknown-colour", one) is one

    def test_an_error_becomes_a_value_and_again_an_error(self) -> None:
        found = soft(lambda value: instance(int, value), "x")
        assert said(found) == [("", "wrong-type")]
        with pytest.raises(ValidationError):
            hard(found)
        assert hard(5) == 5

    def test_other_errors_pass_through(self) -> None:
        with pytest.raises(ZeroDivisionError):
            soft(lambda value: value / 0, 1)

    def test_the_fields_of_a_record_name_their_problems(self) -> None:
        record = Draft(Rejected([Problem("no-name", ("de",))]), "fine")
        broken = rejected(record)
        assert list(broken) == ["first"]
        assert [problem.where for problem in problems_of(broken)] == ["first.de"]
        assert problems_of({}) == []


@attrs.frozen
class Draft:
    first: object
    second: object


class TestMembers:
    def test_a_member_and_its_code_are_the_same(self) -> None:
        assert member(Colour, "unknown-colour", "red") is Colour.RED
        assert member(Colour, "unknown-colour", Colour.RED) is Colour.RED

    def test_one_member_or_several_are_taken(self) -> None:
        assert members(Colour, "unknown-colour", "red") == (Colour.RED,)
        assert members(Colour, "unknown-colour", ["red", Colour.BLUE]) == (Colour.RED, Colour.BLUE)
        assert said(members(Colour, "unknown-colour", ["red", "x"])) == [("[1]", "unknown-colour")]

    @pytest.mark.parametrize("value", [5, None, ["red"]])
    def test_a_code_is_a_text(self, value: object) -> None:
        assert said(member(Colour, "unknown-colour", value)) == [("", "wrong-type")]

    @pytest.mark.parametrize(
        ("word", "hint"),
        [
            ("reed", "red"),
            ("RED", "red"),
            ("darkred", "dark_red"),
            ("very_dark_colour", "dark_red"),
            ("red_and_blue", "blue"),
            ("blue_or_dark", None),
            ("any_red", None),
            ("x" * 1000, None),
            ("", None),
        ],
    )
    def test_the_hint_is_what_is_nearest(self, word: str, hint: str | None) -> None:
        """By its letters, or because no other one has the same part of four letters or more."""
        problem = unknown("unknown-colour", word, list(Colour))
        assert (problem.code, problem.value, problem.hint) == ("unknown-colour", word, hint)

    @pytest.mark.parametrize(("known", "hint"), [("tradexyz", "tradexyz"), ("tradewxyz", None)])
    def test_a_word_may_be_longer_by_two_thirds_and_be_near(
        self, known: str, hint: str | None
    ) -> None:
        assert unknown("unknown-sector", "trade", [known]).hint == hint

    def test_a_hint_is_written_as_the_code_is(self) -> None:
        assert unknown("unknown-country", "by-vi", ["BY-VI", "BY-MI"]).hint == "BY-VI"


class TestTypes:
    @pytest.mark.parametrize(
        ("value", "name"),
        [
            (True, "boolean"),
            (1, "integer"),
            (1.5, "number"),
            ("x", "text"),
            ([], "list"),
            ((), "list"),
            (None, "null"),
            ({}, "mapping"),
            (UserDict(), "mapping"),
            (b"", "bytes"),
        ],
    )
    def test_types_are_named_as_the_formats_name_them(self, value: object, name: str) -> None:
        assert type_name(value) == name

    def test_plain_data_are_mappings_and_lists(self) -> None:
        assert is_list([])
        assert not is_list(())
        assert is_mapping({})
        assert is_mapping(UserDict())
        assert not is_mapping([])

    def test_a_number_is_neither_true_nor_false(self) -> None:
        assert boolean(True) is True
        assert boolean(False) is False
        assert said(boolean(1)) == [("", "wrong-type")]

    def test_whole_numbers_have_64_bits(self) -> None:
        """As in MessagePack and TOML: the least and the greatest are in."""
        assert (WHOLE_NUMBERS[0], WHOLE_NUMBERS[-1]) == (-9223372036854775808, 9223372036854775807)
        for number in (WHOLE_NUMBERS[0], WHOLE_NUMBERS[-1]):
            assert Dossier(extra={"org:n": number}).extra["org:n"] == number
        for number in (WHOLE_NUMBERS[0] - 1, WHOLE_NUMBERS[-1] + 1):
            with pytest.raises(ValidationError, match="number-out-of-range"):
                Dossier(extra={"org:n": number})


class TestRecords:
    def test_all_that_is_wrong_is_said_at_once(self) -> None:
        with pytest.raises(ValidationError) as caught:
            Partner("X Y", "nonsense", {"en": 5}, country="XX")
        found = [(problem.where, problem.code) for problem in caught.value.problems]
        assert found == [
            ("kind", "unknown-partner-kind"),
            ("name.en", "wrong-type"),
            ("id", "invalid-id"),
            ("country", "unknown-country"),
        ]

    def test_a_record_shows_its_fields_but_for_defaults(self) -> None:
        @attrs.frozen(repr=False)
        class Point(Checked):
            x: int
            y: int = 0

        assert repr(Point(1)) == "Point(1)"
        assert repr(Point(0, 1)) == "Point(0, 1)"

    def test_a_class_without_rules_has_no_problems(self) -> None:
        assert Checked()._problems(()) == ()

    def test_a_field_takes_only_its_declared_type(self) -> None:
        @attrs.frozen
        class Answer(Typed):
            name: str
            kind: PartnerKind | None = None
            items: tuple[int, ...] = ()

        assert Answer("x", PartnerKind.CITY, ("not looked at",)).name == "x"
        with pytest.raises(ValidationError) as caught:
            Answer(5, "city", [])
        found = [(one.where, one.details["expected"]) for one in caught.value.problems]
        assert found == [("name", "quoted"), ("kind", "PartnerKind"), ("items", "tuple")]
