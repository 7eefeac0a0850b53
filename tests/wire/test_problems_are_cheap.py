"""Thousands of problems cost little, and each says what is meant."""

import json
import pickle
import time

import pytest

import bilateral as bl
from bilateral import Problem, ValidationError
from bilateral.formats import toml_places

BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}


def problems(content, name="json"):
    with pytest.raises(ValidationError) as caught:
        bl.loads(content, name, report=[])
    return caught.value.problems


def near_misses(number):
    """Partners, and references that miss them by a letter."""
    partners = [{**BY, "id": f"p{i:04}x"} for i in range(number)]
    agreements = [
        {"id": f"a{i}", "kind": "mou", "sides": [[f"p{i:04}y"], [f"p{i:04}z"]]}
        for i in range(number)
    ]
    return json.dumps({"bilateral": "1", "partners": partners, "agreements": agreements})


MANY = {
    "near misses": (near_misses(300), "json"),
    "unknown codes": (
        json.dumps(
            {
                "bilateral": "1",
                "agreements": [
                    {
                        "id": "a",
                        "kind": "mou",
                        "sides": [[BY], [KZ]],
                        "sectors": [f"industri{i}" for i in range(3000)],
                    }
                ],
            }
        ),
        "json",
    ),
    "empty records": (json.dumps({"bilateral": "1", "partners": [{}] * 5000}), "json"),
    "turned texts": ('{"bilateral": "1", "x": "' + "\u202e" * 16_000 + '"}', "json"),
    "quotes in an open string": (
        'bilateral = "1"\nnote = """' + '\\"' * 50_000 + '\n"""\nx = 1\n',
        "toml",
    ),
    "quotes in a literal": ("bilateral = '1'\nnote = '" + '\\"' * 50_000 + "'\nx = 1\n", "toml"),
    "anchors": ('bilateral: "1"\npartners: [' + "&a x, " * 3000 + "]", "yaml"),
}


@pytest.mark.parametrize("name", MANY)
def test_many_problems_take_a_moment(name):
    begin = time.process_time()
    found = problems(*MANY[name])
    str(ValidationError(found))

    assert found
    assert time.process_time() - begin < 2


class TestHints:
    def test_a_reference_that_misses_by_a_letter_has_one(self):
        first, second, *_ = problems(near_misses(3))
        assert (first.value, first.hint) == ("p0000y", "p0000x")
        assert second.hint == "p0000x"

    def test_a_reference_has_a_hint_among_very_many_ids_too(self):
        assert problems(near_misses(301))[-1].hint == "p0300x"

    def test_a_reference_to_what_stands_later_has_a_hint_too(self):
        agreement = {"id": "a", "kind": "mou", "sides": [["byy"], ["kz"]]}
        text = json.dumps({"bilateral": "1", "agreements": [agreement], "partners": [BY, KZ]})
        assert [one.hint for one in problems(text)] == ["by"]

    def test_hints_are_looked_for_when_they_are_asked_for(self):
        asked = []
        problem = Problem("unknown-sector", value="x", hint=lambda: asked.append(1) or "y")
        moved = problem.at("sectors", 0)

        assert not asked
        assert moved.hint == moved.hint == "y"
        assert asked == [1]
        assert pickle.loads(pickle.dumps(problem)) == problem
        assert "hint='y'" in repr(problem)


class TestArguments:
    @pytest.mark.parametrize(
        ("given", "where"),
        [
            ({"code": 5}, "code"),
            ({"path": "sectors"}, "path"),
            ({"details": "x"}, "details"),
            ({"hint": 5}, "hint"),
            ({"file": 5}, "file"),
            ({"line": "5"}, "line"),
            ({"column": 1.5}, "column"),
            ({"sheet": 5}, "sheet"),
        ],
    )
    def test_the_arguments_of_a_problem_are_checked(self, given, where):
        for _ in range(2):
            with pytest.raises(ValidationError) as caught:
                Problem(**{"code": "syntax", **given})
            assert [(p.where, p.code) for p in caught.value.problems] == [(where, "wrong-type")]


class TestWhatPeopleWriteWithoutQuotes:
    @pytest.mark.parametrize(
        "text",
        [
            "bilateral: 1",
            "bilateral: 1.0",
            'bilateral: "1"\nnote: 2026',
            'bilateral: "1"\nnote: yes',
        ],
    )
    def test_they_are_told_to_write_the_quotes(self, text):
        for lang, words in (
            ("en", "a text, in quotes"),
            ("de", "ein Text in Anführungszeichen"),
            ("ru", "текст в кавычках"),
        ):
            told = [
                problem.message(lang) for problem in problems(text.replace("yes", "true"), "yaml")
            ]
            assert words in told[0]

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("05.11.2025", "2025-11-05"),
            ("5.1.2025", "2025-01-05"),
            ("31.02.2025", None),
            ("11/05/2025", None),
        ],
    )
    def test_a_day_with_points_has_a_hint(self, written, meant):
        for kind in (bl.PartialDate, bl.Period):
            with pytest.raises(ValidationError) as caught:
                kind(written)
            assert caught.value.problems[0].hint == meant


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ('a = "x" # "y', "a =  "),
        ('a = """ x \\""" y """ + 1', "a =  + 1"),
        ('a = """x""""" + 1', "a =  + 1"),
        ("a = '''x''' + 1", "a =  + 1"),
        ("a = 'x' + 'y'", "a =  + "),
        ('a = "open', "a = "),
    ],
)
def test_a_line_of_toml_is_searched_without_its_strings(line, bare):
    assert [text for _, text in toml_places.bare_lines(line)] == [bare]


def test_a_string_over_several_lines_of_toml_is_passed_over():
    text = 'a = """\n\\""" x\n""" + 1\nb = \'\'\'\n"""\n\'\'\' + 2'
    assert [line for _, line in toml_places.bare_lines(text)] == [
        *("a = ", "", " + 1"),
        *("b = ", "", " + 2"),
    ]
