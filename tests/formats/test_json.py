"""JSON: problems with their lines and columns."""

import json

import pytest

import bilateral as bl
from bilateral import ValidationError
from tests.conftest import problems_of
from tests.formats.helpers import AGREEMENT, BY, KZ, document, found


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
    def test_each_error_of_syntax_has_its_line_and_column(self, text, problems):
        assert found(text) == problems

    def test_problems_come_in_the_order_of_the_text_with_line_and_column(self):
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

    def test_another_encoding_is_said_to_be_one(self):
        with pytest.raises(ValidationError) as caught:
            bl.loads("Ä".encode("latin-1"))
        assert problems_of(caught) == [("", "not-utf-8")]
