"""Duplicate keys are found by counting; and the generated code that counts can be looked at."""

import json
import linecache
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.wire.fast import readers, writers
from bilateral.wire.fast.duplicate_keys import KeyCount


@pytest.mark.parametrize("name", ["from_mapping", "writers"])
def test_generated_code_is_shown_in_tracebacks(name):
    with pytest.raises((KeyError, AttributeError)) as caught:
        if name == "writers":
            writers.writers()["partners"](None)
        else:
            readers.FastReaders().from_mapping["partners"]({"id": "by"})
    linecache.checkcache()
    last = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert name in last.filename
    assert last.line in ("kind_ = data['kind']", "value = record.id")


@pytest.mark.parametrize(
    "text",
    [
        '{"a": {"b": 1, "b": 1}}',
        '{"a": ":", "a": ":"}',
        '{":": 1, ":": 2}',
        '{"a" : 1, "a" : "x:y"}',
        '{"a": "\\":", "a": 2}',
        '{"a": "\\u003a", "a": "\\u003a"}',
    ],
)
def test_no_count_of_keys_accounts_for_duplicates(text):
    key_count = KeyCount()
    key_count.add(json.loads(text))
    assert not key_count.accounts_for(text.encode())


texts = st.text(":\\", max_size=4)
data = st.recursive(
    st.none() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


@given(data)
def test_law_of_counted_keys(data):
    """All that are there are counted, and one more is missed."""
    key_count = KeyCount()
    key_count.add(data)
    text = json.dumps(data, separators=(",", ":")).encode()
    if b"\\" not in text:
        assert key_count.accounts_for(text)
    assert not key_count.accounts_for(b'[{"a":1},' + text + b"]")
