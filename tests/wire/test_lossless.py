"""Nothing is lost, whatever a dossier holds and in whichever format."""

import copy
import json
import pickle

import attrs
import pytest
from hypothesis import given, note

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.extra import JsonMapping
from bilateral.formats import FORMATS
from bilateral.testing import values_of
from bilateral.wire.records import write_dossier
from tests.wire.helpers import OWN, found, quietly, without


class TestLossless:
    @given(values_of(Dossier))
    def test_every_format_gives_the_same_dossier_back(self, dossier):
        for name in OWN:
            note(name)
            again = quietly(bl.loads, bl.dumps(dossier, name), name)

            assert again == dossier
            assert hash(again) == hash(dossier)
            assert bl.dumps(again, name) == bl.dumps(dossier, name)

    @given(values_of(Dossier))
    def test_the_text_of_a_line_is_that_of_the_plain_data(self, dossier):
        head, *rows = map(json.loads, bl.dumps(dossier, "jsonl").split("\n")[:-1])
        for row in rows:
            head.setdefault(row.pop("table"), []).append(row)

        assert head == write_dossier(dossier)
        text = bl.dumps(dossier)
        with without("msgspec", "msgspec.json"):
            assert bl.dumps(dossier) == text

    def test_private_data_are_any_json_values_null_among_them_in_every_format(self):
        data = {"o:a": None, "o:b": {"json": "x"}, "o:c": [{"x": [None, True, -1.5e300, "é\n"]}]}
        partner = bl.Partner("x", "company", {"en": "X"}, country="DE", extra=data)
        dossier = Dossier(partners=[partner], extra=data)
        for one in FORMATS:
            if one.lossless:
                assert bl.loads(bl.dumps(dossier, one.name), one.name) == dossier
        hash(dossier)

    @pytest.mark.parametrize(
        ("extra", "code"),
        [
            ({"a": 1}, "invalid-extra-key"),
            ({5: 1}, "invalid-key"),
            ({"a:b": {5: 1}}, "invalid-key"),
            ({"a:b": 2**63}, "number-out-of-range"),
            ({"a:b": float("nan")}, "number-out-of-range"),
            ({"a:b": ["\0"]}, "invalid-text"),
            ({"a:b": {"\ud800": 1}}, "invalid-text"),
            ({"a:b": [object()]}, "wrong-type"),
            ([], "wrong-type"),
        ],
    )
    def test_private_data_without_a_namespace_or_of_no_file_are_refused(self, extra, code):
        with pytest.raises(ValidationError) as caught:
            Dossier(extra=extra)
        assert [problem.code for problem in caught.value.problems] == [code]

    def test_private_data_cannot_be_nested_without_end_nor_changed(self):
        nested = []
        for _ in range(100):
            nested = [nested]
        with pytest.raises(ValidationError):
            Dossier(extra={"a:b": nested})
        extra = Dossier(extra={"a:b": {"c": [1]}}).extra
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            extra.x = 1
        assert extra["a:b"] == JsonMapping({"c": [1]}) != {"c": [1]}
        assert copy.copy(extra) is copy.deepcopy(extra) is extra
        assert pickle.loads(pickle.dumps(extra)) == extra
        text = "bilateral: '1'\nextra: {a:b: 1.50, a:c: 0755}"
        assert found(text, "yaml") == [(2, "extra.a:c", "wrong-type")]
        assert repr(extra) == "JsonMapping({'a:b': {'c': [1]}})"
        with pytest.raises(AttributeError):
            del extra._items
