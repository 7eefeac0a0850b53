"""JSON Lines: records in any order, and the line of each problem."""

import io
import json

import pytest

import bilateral as bl
from bilateral import DataWarning, ValidationError
from tests.wire.helpers import AGREEMENT, BY, KZ, STATES, found, lines, without

PARSERS = [(), ("orjson",), ("msgspec",), ("orjson", "msgspec")]


class TestJsonLines:
    @pytest.mark.parametrize("missing", PARSERS, ids=str)
    @pytest.mark.parametrize(
        "text",
        [
            lines(*STATES, ("agreements", AGREEMENT)),
            lines(*STATES, ("agreements", {**AGREEMENT, "id": 5})),
            lines(*STATES, ("agreements", {**AGREEMENT, "sectors": "ab"})),
            lines(*STATES, ("agreements", {**AGREEMENT, "note": True})),
            lines(*STATES, ("agreements", {**AGREEMENT, "note": "\ud800"})).encode(
                errors="surrogatepass"
            ),
            lines(*STATES, ("agreements", {**AGREEMENT, "extra": {"a:b": 2**70}})),
            lines(*STATES, ("agreements", {**AGREEMENT, "extra": {"a:b": -(2**63)}})),
            lines(*STATES) + '{"table":"agreements","id":"a","id":"b"}\n',
            lines(*STATES) + '{"table":"partners", "id":"de" ,"id" :"x", "id":"x"}\n',
            lines(*STATES)
            + '{"table" :"agreements","id":"a" ,"kind"\t:"mou","sides":[["by"],["kz"]]}',
            lines(*STATES) + '{"table":"agreements","extra":{"a:b":1,"a:b":2}}\n',
            lines(*STATES)
            + '{"table":"sources","id":"s","note": "a:b","note":"this one is long: c"}\n',
            lines(*STATES)
            + '{"table":"sources","id":"s","note":"x" ,"note":"long \\u003a as that"}',
            lines(*STATES, ("sources", {"id": "s", "url": "https://example.org/a:b", "note": ":"})),
            lines(*STATES) + '{"table":"agreements","note":"\\ud83d\\ude00 \\u0000"}\n',
            lines(*STATES) + '{"table":"agreements","note":NaN,"id":1e999}\n',
            lines(*STATES) + '{"table":"agreements"} x\n\n  \n[1]\n{"table":5}\n{"a":1}\n"\n',
            lines(*STATES) + '{"table":"agreements","id":' + "9" * 5000 + "}\n",
            lines(*STATES) + "[" * 2000 + "\n",
            lines(*STATES).replace("\n", "\r\n"),
            lines(("partners", {**BY, "name": {"en": 'a":b \\": "'}}), ("partners", KZ)),
        ],
    )
    def test_all_parsers_give_the_same_records_and_problems(self, text, missing):
        def outcome():
            try:
                return bl.loads(text, "jsonl")
            except ValidationError as error:
                return [(p.line, p.column, p.pointer, p.code, p.value) for p in error.problems]

        expected = outcome()
        with without(*missing):
            assert str(outcome()) == str(expected)

    def test_any_order_can_be_loaded(self):
        """Records wait for those that they refer to."""
        text = lines(("agreements", {**AGREEMENT, "id": "c", "implements": ["a"]}),
                     ("agreements", AGREEMENT), *STATES)  # fmt: skip
        dossier = bl.loads(text, "jsonl")

        assert dossier["c"].implements == (dossier["a"],)
        assert [one.id for one in dossier] == ["c", "a"]

    def test_a_record_may_stand_where_it_is_used(self):
        """As in every format."""
        inline = {**AGREEMENT, "sides": [[BY], [KZ]]}
        assert bl.loads(lines(("agreements", inline)), "jsonl") == bl.loads(
            lines(*STATES, ("agreements", AGREEMENT)), "jsonl"
        )

    def test_what_is_unusual_is_read_with_care_and_is_the_same(self):
        text = lines(*STATES, ("agreements", {**AGREEMENT, "note": "\U0001f600", "binding": None}))
        expected = lines(*STATES, ("agreements", {**AGREEMENT, "note": "\U0001f600"}))
        escaped = expected.replace("\U0001f600", "\\ud83d\\ude00")
        assert "ud83d" in escaped
        assert bl.loads(escaped, "jsonl") == bl.loads(expected, "jsonl")
        assert found(text)[0] == (4, "agreements[0].binding", "wrong-type")
        null = text.replace('"binding": null', '"period": null')
        assert bl.loads(null, "jsonl") == bl.loads(expected, "jsonl")
        (one,) = bl.stream(io.StringIO(null), format="jsonl")
        assert one == bl.loads(expected, "jsonl")["a"]

    def test_problems_have_their_lines_in_the_order_of_the_file(self):
        text = lines(
            ("partners", {**BY, "id": "B"}),
            ("partners", KZ),
            ("nonsense", {}),
            ("agreements", {**AGREEMENT, "kind": "rodmap"}),
            ("partners", KZ),
            head={"bilateral": "1", "title": []},
        )
        assert found(text) == [
            (1, "title", "wrong-type"),
            (2, "partners[0].id", "invalid-id"),
            (4, "table", "unknown-table"),
            (5, "agreements[0].kind", "unknown-agreement-kind"),
            (5, "agreements[0].sides[0][0]", "unresolved"),
            (6, "partners[2].id", "duplicate-id"),
        ]
        assert found(lines(*STATES, ("partners", KZ))) == [(4, "partners[2].id", "duplicate-id")]
        assert found("") == [(1, "", "syntax")]
        assert found("[]\n") == [(1, "", "wrong-type")]
        assert found(lines(head={"bilateral": "2"})) == [(1, "bilateral", "newer-version")]
        assert found(lines(head={"note": "x"})) == [(1, "bilateral", "no-version")]

    def test_hierarchies_are_checked_with_the_lines_of_the_partners(self):
        body = {**BY, "kind": "ministry"}
        text = lines(("partners", {**body, "id": "x", "part_of": "y"}),
                     ("partners", {**body, "id": "y", "part_of": "x"}))  # fmt: skip
        expected = [(2, "partners[0].part_of", "cycle"), (3, "partners[1].part_of", "cycle")]
        assert found(text) == expected

    def test_a_hierarchy_of_records_written_out_has_no_lines_of_its_own(self):
        partner = {**BY, "kind": "ministry", "part_of": "nobody"}
        text = lines(("agreements", {**AGREEMENT, "sides": [[partner], [KZ]]}))
        assert found(text) == [(None, "partners[0].part_of", "unresolved")]

    def test_what_is_skipped_is_reported_and_so_is_what_refers_to_it(self):
        text = lines(
            *STATES,
            ("agreements", {**AGREEMENT, "kind": "rodmap"}),
            ("agreements", {**AGREEMENT, "id": "b", "implements": ["a"]}),
            ("agreements", {**AGREEMENT, "id": "c"}),
            ("agreements", {**AGREEMENT, "id": "c", "note": "again"}),
        ) + "{\n"  # fmt: skip
        report = []
        dossier = bl.loads(text, "jsonl", on_error="skip", report=report)

        assert [one.id for one in dossier] == ["c"]
        assert [(p.line, p.code) for p in report] == [
            (4, "unknown-agreement-kind"),
            (5, "unresolved"),
            (7, "duplicate-id"),
            (8, "syntax"),
        ]
        with pytest.warns(DataWarning, match="unknown-agreement-kind"):
            bl.loads(text, "jsonl", on_error="skip")

    def test_skipping_works_for_whole_documents_as_well(self):
        data = {"bilateral": "1", "partners": [BY, {**KZ, "kind": "x"}, KZ]}
        report = []
        dossier = bl.loads(json.dumps(data), on_error="skip", report=report)

        assert [one.id for one in dossier.partners] == ["by", "kz"]
        assert [(p.where, p.line) for p in report] == [("partners[1].kind", 1)]
