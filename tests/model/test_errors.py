"""Problems and the errors that carry them."""

import copy
import pickle

import pytest

from bilateral import (
    AmbiguousText,
    MissingExtra,
    MissingForm,
    Problem,
    UnknownCode,
    UnknownFormat,
    UnknownLanguage,
    ValidationError,
    loads,
)
from bilateral.language.lexicon import lexicon
from bilateral.problems import printable
from bilateral.tables import languages


class TestProblem:
    def test_where_reads_like_code_with_numbers_in_brackets(self):
        assert Problem("x", ("agreements", 1, "sides", 0, 0)).where == "agreements[1].sides[0][0]"
        assert Problem("x").where == ""

    def test_a_pointer_escapes_as_rfc_6901_has_it(self):
        assert Problem("x", ("a/b", "c~d", 0)).pointer == "/a~1b/c~0d/0"

    @pytest.mark.parametrize(
        ("lang", "text"),
        [
            (
                "en",
                "The sector “industri” is not known, and the dossier does not define it. "
                "Did you mean “industry”?",
            ),
            (
                "de",
                "Der Sektor „industri“ ist nicht bekannt und im Dossier nicht definiert. "
                "Meinten Sie „industry“?",
            ),
            (
                "ru",
                "Сфера «industri» неизвестна и не определена в досье. "
                "Возможно, имелось в виду «industry»?",
            ),
        ],
    )
    def test_a_message_and_its_hint_speak_the_language(self, lang, text):
        assert Problem("unknown-sector", value="industri", hint="industry").message(lang) == text

    def test_types_and_kinds_are_named_in_the_language(self):
        """No English word in a German sentence."""
        problem = Problem("wrong-type", value=5, details={"expected": "text", "found": "integer"})

        assert problem.message("de") == "Hierher gehört: ein Text. Gefunden: eine ganze Zahl (5)."

    def test_long_and_odd_values_are_shortened(self):
        """A message stays one line."""
        text = Problem("duplicate-id", value="a\n\u202e" + "b" * 200).message("en")

        assert "\n" not in text
        assert "\\u202e" in text
        assert len(text) < 150

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    @pytest.mark.parametrize("text", ["a\nb", "\x1b[31m", "\ud800", "\u202e", "a\rb\u2028"])
    def test_what_has_no_shape_is_written_as_an_escape(self, text, lang):
        """Wherever it stands: a name, a value, a hint, a file."""
        problem = Problem(
            "different-values",
            (text, 0, text),
            text,
            details={"other": text, "column": text},
            hint=text,
            file=text,
            sheet=f"{text}!",
        )
        line = problem.line_of_text(lang)

        assert line.isprintable()
        assert line.encode().decode() == line
        assert line.count(printable(text)) == 8
        assert text not in ValidationError([problem])._repr_html_()

    def test_a_long_name_of_a_field_is_shortened(self):
        assert len(Problem("unknown-field", ("extra", "a" * 10_000)).where) < 100

    @pytest.mark.parametrize("lang", ["de", "en", "ru"])
    @pytest.mark.parametrize(
        ("content", "name", "reason"),
        [
            ('{"bilateral" "1"}', "json", "separator"),
            ('{"bilateral": "1", }', "json", "property"),
            ('{"bilateral": "1"', "json", "closing"),
            ('{"bilateral": ', "json", "value"),
            ('{"bilateral": "1\n"}', "json", "character"),
            ('{"bilateral": "\\x"}', "json", "escape"),
            ('{"bilateral": "1}', "json", "unterminated"),
            ("{} x", "json", "surplus"),
            ("a: [1", "yaml", "closing"),
            ('a: "x', "yaml", "unterminated"),
            ("a: b: c", "yaml", "indentation"),
            ("- a\nb: 1", "yaml", "indentation"),
            ("\ta: 1", "yaml", "character"),
            ("a: \x07", "yaml", "character"),
            ("a: *b", "yaml", "alias"),
            ('a: "\\z"', "yaml", "escape"),
            ("%x", "yaml", "other"),
            ("a = ", "toml", "value"),
            ("a b", "toml", "separator"),
            ('a = "x', "toml", "unterminated"),
            ("a = [1", "toml", "closing"),
            ("[a]\n[a]", "toml", "twice"),
            ("a = 1 2", "toml", "surplus"),
            (b"\x82", "msgpack", "end"),
            (b"\x80\x80", "msgpack", "surplus"),
            (b"\xc1", "msgpack", "other"),
        ],
    )
    def test_what_a_parser_says_is_said_in_the_language(self, content, name, reason, lang):
        """Its own words stay in the details."""
        with pytest.raises(ValidationError) as caught:
            loads(content, name)
        (problem,) = caught.value.problems
        rows = lexicon(lang).rows("messages")

        assert problem.code == "syntax"
        assert problem.details["reason"]
        assert problem.message(lang) == rows["syntax"]["nom"].format(
            reason=rows[f"reason.{reason}"]["nom"]
        )

    def test_it_compares_by_value_and_pickles(self):
        """Also with a value that has no hash."""
        problem = Problem("x", ("a",), ["list"], details={"n": 1}, hint="h", line=2, column=3)

        assert pickle.loads(pickle.dumps(problem)) == problem
        assert hash(copy.deepcopy(problem)) == hash(problem)
        assert problem != problem.at("b")
        assert problem != "x"

    def test_every_code_has_a_sentence_in_every_language(self):
        """And the same slots in it."""
        tables = {lang: lexicon(lang).rows("messages") for lang in languages()}

        def slots(lang, code):
            import string

            return {name for _, name, _, _ in string.Formatter().parse(tables[lang][code]["nom"])}

        assert tables["de"].keys() == tables["ru"].keys() == tables["en"].keys()
        for code in tables["en"]:
            assert slots("de", code) == slots("ru", code) == slots("en", code)


class TestValidationError:
    def test_it_is_a_value_error_with_a_line_for_each_problem(self):
        error = ValidationError(
            [
                Problem("no-partner", ("sides", 0), file="a.yaml", line=3, column=5),
                Problem("duplicate-id", (), "x"),
            ]
        )

        assert isinstance(error, ValueError)
        assert str(error).splitlines() == [
            "a.yaml:3:5: sides[0]: A side needs at least one partner. [no-partner]",
            "The id “x” is used twice. [duplicate-id]",
        ]

    def test_an_error_crosses_processes(self):
        error = ValidationError([Problem("no-partner", ("sides", 0))])

        assert pickle.loads(pickle.dumps(error)).problems == error.problems

    def test_it_limits_what_it_prints_and_keeps_all(self):
        """The rest is counted."""
        error = ValidationError([Problem("no-partner")] * 60)

        assert len(error.problems) == 60
        assert str(error).splitlines()[-1] == "… (+10)"
        assert error.text("de", limit=1).startswith("Eine Seite braucht")

    def test_a_problem_shows_what_is_known_of_it(self):
        given = Problem("no-name", ("name",), "x", details={"a": 1}, hint="y", line=3)

        assert repr(Problem("no-name")) == "Problem('no-name', (), None)"
        assert (
            repr(given) == "Problem('no-name', ('name',), 'x', details={'a': 1}, hint='y', line=3)"
        )
        assert eval(repr(given)) == given  # noqa: S307

    def test_it_shows_itself_escaped_in_a_notebook(self):
        html = ValidationError([Problem("duplicate-id", (), "<b>")])._repr_html_()

        assert "&lt;b&gt;" in html
        assert "<b>" not in html


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (MissingForm("Минск", "ins", "ru"), "'Минск' has no form 'ins' in 'ru'"),
        (UnknownLanguage("fr", ("de", "en")), "no tables for the language 'fr'; there are de, en"),
        (UnknownCode("ISO 3166-1", "XX"), "'XX' is not a code of ISO 3166-1"),
        (UnknownCode("ISO", "XX", "XY"), "'XX' is not a code of ISO; did you mean 'XY'?"),
        (UnknownFormat(".doc", (".json",)), "no format for '.doc'; there are .json"),
        (
            MissingExtra("yaml", "ruamel.yaml"),
            "this needs ruamel.yaml; install it with: pip install 'bilateral[yaml]'",
        ),
        (
            AmbiguousText("05/11/2025", ("5 November", "11 May")),
            "'05/11/2025' can be read as 5 November or 11 May",
        ),
    ],
)
def test_a_narrow_error_says_what_was_missing_keeps_it_as_data_and_pickles(error, text):
    again = pickle.loads(pickle.dumps(error))

    assert str(error) == str(again) == text
    assert vars(error) == vars(again)
