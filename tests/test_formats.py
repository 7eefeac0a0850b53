"""Reading and writing: JSON and YAML, files, and what is wrong in them."""

import io
import json
import subprocess
import sys

import pytest
from conftest import problems_of

import bilateral as bl
from bilateral import (
    Agreement,
    Dossier,
    MissingExtra,
    Partner,
    Phrase,
    UnknownFormat,
    ValidationError,
)
from bilateral.formats import FORMATS

BY = {"id": "by", "kind": "state", "country": "BY", "name": {"en": "Belarus"}}
KZ = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
AGREEMENT = {"id": "a", "kind": "mou", "sides": [["by"], ["kz"]]}


def document(**fields):
    return {"bilateral": "1", "partners": [BY, KZ], "agreements": [AGREEMENT], **fields}


def read(**fields):
    return bl.loads(json.dumps(document(**fields)))


def found(text, format="json"):
    """The problems of a text: line, column, where, code."""
    with pytest.raises(ValidationError) as caught:
        bl.loads(text, format)
    return [(p.line, p.column, p.where, p.code) for p in caught.value.problems]


class TestReading:
    def test_references_are_followed(self):
        """The agreement holds the partners themselves."""
        dossier = read()

        assert dossier["a"].sides[0].partners[0] is dossier.partner("by")

    def test_a_plain_text_is_a_phrase(self):
        """And a mapping is one with forms."""
        dossier = read(title={"en": "T", "ru": {"nom": "Т", "gender": "n"}})

        assert dossier.title["ru"] == Phrase("Т", gender="n")

    def test_a_record_may_stand_where_it_is_used(self):
        """Instead of its id."""
        agreement = {**AGREEMENT, "sides": [[BY], [KZ]]}

        assert read(partners=[], agreements=[agreement]) == read()

    def test_a_parent_may_stand_later(self):
        """Records are read when something refers to them."""
        child = {**AGREEMENT, "id": "c", "implements": ["a"]}
        dossier = read(agreements=[child, AGREEMENT])

        assert dossier["c"].implements == (dossier["a"],)
        assert [one.id for one in dossier] == ["c", "a"]

    def test_own_sectors(self):
        """By their code, like the built-in ones."""
        dossier = read(
            sectors=[{"code": "bees", "name": {"en": "bees"}, "broader": "agriculture"}],
            agreements=[{**AGREEMENT, "sectors": ["trade", "bees"]}],
        )

        assert dossier["a"].sectors[1] is dossier.sectors[0]

    def test_bytes_with_a_byte_order_mark(self):
        """As some editors write them."""
        text = json.dumps(document())

        assert bl.loads(b"\xef\xbb\xbf" + text.encode()) == bl.loads("\ufeff" + text) == read()

    @pytest.mark.parametrize(
        ("fields", "problems"),
        [
            ({"bilateral": "2"}, [("bilateral", "newer-version")]),
            ({"bilateral": "0"}, [("bilateral", "unsupported-version")]),
            ({"bilateral": 1}, [("bilateral", "wrong-type")]),
            ({"bilateral": None}, [("bilateral", "no-version")]),
            ({"agrements": []}, [("agrements", "unknown-field")]),
            (
                {"partners": {}},
                [
                    ("partners", "wrong-type"),
                    ("agreements[0].sides[0][0]", "unresolved"),
                    ("agreements[0].sides[1][0]", "unresolved"),
                ],
            ),
            ({"partners": [5, BY, KZ]}, [("partners[0]", "wrong-type")]),
            ({"partners": [{**BY, "nom": 1}, KZ]}, [("partners[0].nom", "unknown-field")]),
            ({"partners": [BY, KZ, BY]}, [("partners[2].id", "duplicate-id")]),
            (
                {"partners": [BY, {k: v for k, v in KZ.items() if k != "kind"}]},
                [("partners[1].kind", "missing-field")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sides": [["by"], ["kazakhstan"]]}]},
                [("agreements[0].sides[1][0]", "unresolved")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sides": [["by"], [5]]}]},
                [("agreements[0].sides[1][0]", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sides": [["by"], "kz"]}]},
                [("agreements[0].sides[1]", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sectors": "ab"}]},
                [("agreements[0].sectors", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "sectors": ["industri", "trade"]}]},
                [("agreements[0].sectors[0]", "unknown-sector")],
            ),
            ({"agreements": [{**AGREEMENT, "id": 5}]}, [("agreements[0].id", "wrong-type")]),
            (
                {"agreements": [{**AGREEMENT, "period": 2026}]},
                [("agreements[0].period", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "events": [{"kind": "signed", "date": True}]}]},
                [("agreements[0].events[0].date", "wrong-type")],
            ),
            (
                {"agreements": [{**AGREEMENT, "subject": {"en": 5, "de": {"gen": "x"}}}]},
                [
                    ("agreements[0].subject.en", "wrong-type"),
                    ("agreements[0].subject.de.nom", "missing-field"),
                ],
            ),
            (
                {
                    "agreements": [
                        {**AGREEMENT, "implements": ["b"]},
                        {**AGREEMENT, "id": "b", "implements": ["a"]},
                    ]
                },
                [("agreements[1].implements[0]", "cycle")],
            ),
            ({"title": []}, [("title", "wrong-type")]),
        ],
    )
    def test_problems(self, fields, problems):
        """Each with its place; a broken record does not spread."""
        text = json.dumps(document(**fields))

        with pytest.raises(ValidationError) as caught:
            bl.loads(text)

        assert problems_of(caught) == problems

    def test_a_long_chain_of_parents_ends(self):
        """Before Python's own limit does it."""
        chain = [{**AGREEMENT, "id": f"a{i}", "implements": [f"a{i + 1}"]} for i in range(300)]
        chain.append({**AGREEMENT, "id": "a300"})
        assert len(read(agreements=chain)) == len(read(agreements=chain[::-1])) == 301
        with pytest.raises(ValidationError) as caught:
            read(agreements=[*chain[::2], *chain[1::2]])

        assert {problem.code for problem in caught.value.problems} == {"too-deep"}

    @pytest.mark.parametrize("text", ["[]", "5", '"x"', "null"])
    def test_a_document_is_a_mapping(self, text):
        """At its top."""
        assert [code for *_, code in found(text)] == ["wrong-type"]


class TestJson:
    @pytest.mark.parametrize(
        ("text", "problems"),
        [
            ('{"bilateral": "1",\n "a": }', [(2, 7, "", "syntax")]),
            ("", [(1, 1, "", "syntax")]),
            (
                '{"bilateral": "1",\n "title": {"en": "a", "en": "b"}}',
                [(2, 23, "title.en", "duplicate-key")],
            ),
            (
                '{"bilateral": "1", "x": [1, NaN, -Infinity], "x": {}, "y": []}',
                [
                    (1, 29, "x[1]", "not-a-number"),
                    (1, 34, "x[2]", "not-a-number"),
                    (1, 46, "x", "duplicate-key"),
                ],
            ),
            ("[" * 100_000 + "]" * 100_000, [(1, 101, "[0]" * 100, "too-deep")]),
            ('{"bilateral": ' + "9" * 5000 + "}", [(1, 15, "bilateral", "number-too-long")]),
        ],
    )
    def test_bad_text(self, text, problems):
        """Each with its line and column."""
        assert found(text) == problems

    def test_problems_come_in_the_order_of_the_text(self):
        """With line and column."""
        text = json.dumps(
            document(
                agreements=[{**AGREEMENT, "kind": "rodmap"}], partners=[{**BY, "id": "B"}, KZ]
            ),
            indent=1,
        )

        assert [(line, where, code) for line, _, where, code in found(text)] == [
            (5, "partners[0].id", "invalid-id"),
            (24, "agreements[0].kind", "unknown-agreement-kind"),
            (27, "agreements[0].sides[0][0]", "unresolved"),
        ]

    def test_not_utf_8(self):
        """Another encoding is said to be one."""
        with pytest.raises(ValidationError) as caught:
            bl.loads("Ä".encode("latin-1"))
        assert problems_of(caught) == [("", "not-utf-8")]


class TestYaml:
    def test_what_people_write(self):
        """Comments, bare dates, the word no."""
        dossier = bl.loads(
            """\
# a register
bilateral: "1"
partners:
  - {id: by, kind: state, country: BY, name: {en: Belarus}}
  - {id: "no", kind: state, country: "NO", name: {en: no, de: 'Norwegen', ru: !!str Норвегия}}
agreements:
  - id: a
    kind: mou
    sides: [[by], [no]]
    period: 2026/2028
    events:
      - {kind: signed, date: 2025-11-05}   # a date stays text
""",
            "yaml",
        )

        assert dossier.partner("no").label("en") == "no"
        assert str(dossier["a"].events[0].date) == "2025-11-05"

    @pytest.mark.parametrize(
        ("text", "problems"),
        [
            ("a: [1", [(1, 6, "", "syntax")]),
            ("a: 1\n b: 2", [(2, 3, "", "syntax")]),
            ("\x00", [(None, None, "", "syntax")]),
            ("", [(None, None, "", "wrong-type")]),
            ("a: !!python/object:os.system x", [(1, 4, "a", "yaml-tag")]),
            ("a: !foo [x]", [(1, 4, "a", "yaml-tag")]),
            ("a: !!int '5'", [(1, 4, "a", "yaml-tag")]),
            ("a: !!set {x}", [(1, 4, "a", "yaml-tag")]),
            ("a: 1\na: 2", [(2, 1, "a", "duplicate-key")]),
            ("? [a]\n: b", [(1, 3, "", "invalid-key")]),
            ("a: &x [*x]", [(1, 4, "a" + "[0]" * 99, "too-deep")]),
            ("[" * 300 + "]" * 300, [(1, 102, "", "too-deep")]),
            (
                "bilateral: '1'\nnote: 0755\ntitle: 1.5\nagreements: true\n"
                "partners: ~\nprojects: 12",
                [
                    (2, 7, "note", "wrong-type"),
                    (3, 8, "title", "wrong-type"),
                    (4, 13, "agreements", "wrong-type"),
                    (5, 11, "partners", "wrong-type"),
                    (6, 11, "projects", "wrong-type"),
                ],
            ),
        ],
    )
    def test_bad_text(self, text, problems):
        """Each with its line and column."""
        assert found(text, "yaml") == problems

    def test_numbers_are_shown_as_written(self):
        """An octal number is not turned into another one."""
        with pytest.raises(ValidationError) as caught:
            bl.loads("bilateral: '1'\nnote: 0755", "yaml")

        assert "(0755)" in str(caught.value)

    def test_a_bomb_of_aliases(self):
        """Refused in time and space of its own size."""
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30)]

        assert [code for *_, code in found("\n".join(lines), "yaml")] == ["too-many-aliases"]

    def test_without_the_library(self, monkeypatch):
        """The message names the extra."""
        monkeypatch.setitem(sys.modules, "ruamel.yaml", None)

        with pytest.raises(MissingExtra) as caught:
            bl.loads("", "yaml")
        assert caught.value.extra == "yaml"


class TestTenMistakes:
    """A file with ten different mistakes reports all ten, with their places."""

    TEXT = """\
bilateral: "1"
partners:
  - {id: By, kind: state, country: BY, name: {en: Belarus}}
  - {id: kz, kind: stat, country: KZ, name: {en: Kazakhstan}}
  - {id: de, kind: state, country: XX, name: {en: Germany}}
  - {id: akimat, kind: city_executive, governs: BY-HM, country: KZ, name: {en: Akimat}}
  - {id: ru, kind: state, country: RU, name: {en: Russia}}
  - {id: uz, kind: state, country: UZ, name: {en: Uzbekistan}, colour: green}
  - {id: kg, kind: state, country: KG, name: {en: Kyrgyzstan}}
agreements:
  - id: a
    kind: roadmap
    sides: [[kg], [nobody]]
    sectors: [trade, industri]
    period: 2028/2026
    events:
      - {kind: signed, date: 2025-02-30}
  - id: b
    kind: roadmap
    sides: [[kg], [ru], [kg]]
"""

    def test_all_are_found(self):
        """In the order of the file."""
        assert [(line, code) for line, _, _, code in found(self.TEXT, "yaml")] == [
            (3, "invalid-id"),
            (4, "unknown-partner-kind"),
            (5, "unknown-country"),
            (6, "country-mismatch"),
            (8, "unknown-field"),
            (13, "unresolved"),
            (14, "unknown-sector"),
            (15, "period-reversed"),
            (17, "no-such-day"),
            (20, "two-sides"),
        ]


class TestWriting:
    def test_the_shape_of_the_text(self, plan):
        """Small, readable, ids once and references after."""
        data = json.loads(bl.dumps(Dossier(agreements=[plan])))

        assert list(data) == ["bilateral", "partners", "agreements"]
        assert data["agreements"] == [
            {
                "id": "plan",
                "kind": "roadmap",
                "sides": [["by-minsk-executive-committee"], ["kz-astana-akimat"]],
                "sectors": ["trade", "economy"],
                "period": "2026/2028",
            }
        ]

    @pytest.mark.parametrize(
        "one", [one for one in FORMATS if one.reads and one.writes], ids=lambda one: one.name
    )
    def test_files_by_suffix(self, tmp_path, plan, one):
        """What is written is read again."""
        dossier = Dossier(agreements=[plan])
        for suffix in one.suffixes:
            path = tmp_path / f"register{suffix.upper()}"
            bl.dump(dossier, path)

            assert bl.load(path) == bl.load(str(path)) == dossier
            if one.kind != "folder":
                with path.open("rb") as file:
                    assert bl.load(file) == dossier
            if one.kind == "text":
                with path.open(encoding="utf-8") as file:
                    assert bl.load(file, format=one.name) == dossier

    def test_open_files(self, plan):
        """With the name of the format."""
        dossier = Dossier(agreements=[plan])
        stream = io.StringIO()
        bl.dump(dossier, stream, format="yaml")

        assert bl.load(io.StringIO(stream.getvalue()), format="yaml") == dossier

    def test_json_yaml_json_is_the_same_to_the_byte(self, plan):
        """Neither adds nor loses anything."""
        text = bl.dumps(Dossier(agreements=[plan]))
        again = bl.dumps(bl.loads(bl.dumps(bl.loads(text), "yaml"), "yaml"))

        assert again == text

    def test_the_file_is_replaced_as_a_whole_or_not_at_all(self, tmp_path, monkeypatch):
        """A failure leaves the old one and nothing else."""
        path = tmp_path / "register.json"
        path.write_text("old")

        def fail(*_):
            raise OSError("disk full")

        with monkeypatch.context() as patched, pytest.raises(OSError, match="disk full"):
            patched.setattr("pathlib.Path.replace", fail)
            bl.dump(Dossier(), path)

        assert path.read_text() == "old"
        assert [one.name for one in tmp_path.iterdir()] == ["register.json"]

    def test_permissions_stay(self, tmp_path):
        """Those of the old file, or those that any new file gets."""
        path = tmp_path / "register.json"
        other = tmp_path / "other"
        other.touch()
        bl.dump(Dossier(), path)
        assert path.stat().st_mode == other.stat().st_mode

        path.chmod(0o600)
        bl.dump(Dossier(), path)
        assert path.stat().st_mode & 0o777 == 0o600

    @pytest.mark.parametrize("name", ["register.doc", "register"])
    def test_unknown_suffixes(self, tmp_path, name):
        """The error lists those that there are."""
        with pytest.raises(UnknownFormat):
            bl.dump(Dossier(), tmp_path / name)
        with pytest.raises(UnknownFormat):
            bl.loads("", "doc")

    def test_the_problem_names_the_file(self, tmp_path):
        """A path, or the name of an open file."""
        path = tmp_path / "register.json"
        path.write_text("{}")
        with pytest.raises(ValidationError) as caught:
            bl.load(path)
        assert caught.value.problems[0].file == str(path)
        with path.open() as file, pytest.raises(ValidationError) as caught:
            bl.load(file)
        assert caught.value.problems[0].file == str(path)


def test_records_alone(plan):
    """A converter for users of cattrs: what a record refers to is inside it."""
    import attrs

    @attrs.define
    class Note:
        text: str
        about: Agreement
        partner: Partner | None = None

    converter = bl.converter()
    note = Note("n", plan, plan.partners[0])
    data = converter.unstructure(note)

    assert data["about"]["sides"][0][0]["governs"] == "BY-HM"
    assert data["about"]["sectors"] == ["trade", "economy"]
    assert converter.structure(data, Note) == note
    assert converter.structure("2026/2028", bl.Period) == bl.Period.parse("2026/2028")
    assert converter.unstructure(bl.PartialDate.parse("2026")) == "2026"
    dossier = Dossier(agreements=[plan])
    assert converter.structure(converter.unstructure(dossier), Dossier) == dossier
    with pytest.raises(ValidationError) as caught:
        converter.structure({**data["about"], "id": 5}, Agreement)
    assert problems_of(caught) == [("id", "wrong-type")]


def test_a_new_field_needs_nothing_else():
    """It is read, written and described because the class has it."""
    program = """
import attrs, sys
import bilateral.trade as trade
from bilateral.coercion import optional_text

fields = {"colour": attrs.field(default=None, converter=optional_text, kw_only=True)}
namespace = {"__annotations__": {"colour": "str | None"}, "__module__": "bilateral.trade",
             "__doc__": "x", **fields}
trade.TradeFlow = attrs.frozen(type("TradeFlow", (trade.TradeFlow,), namespace))
trade._trade_flow.__globals__["TradeFlow"] = trade.TradeFlow
import bilateral as bl
flow = trade.TradeFlow("t", bl.Partner.state("BY"), bl.Partner.state("KZ"), colour="green")
dossier = bl.Dossier(trade=[flow])
text = bl.dumps(dossier)
assert '"colour": "green"' in text, text
assert bl.loads(text) == dossier
"""
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
