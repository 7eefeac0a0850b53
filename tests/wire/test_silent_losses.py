"""What must not be lost or changed without a word, however it is read and written."""

import json
import os
import socket
import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.extra import JsonMapping, same
from bilateral.wire import registry, storage
from bilateral.wire.registry import Format
from tests.processes import in_fresh_python

WORDS = st.text(st.sampled_from("ab \n-:#'\"—é"), min_size=1, max_size=400).filter(str.strip)


@given(WORDS)
def test_yaml_keeps_every_blank_of_a_long_text(text):
    dossier = Dossier(note=text, extra={"o:k": {text: text}})

    assert bl.loads(bl.dumps(dossier, "yaml"), "yaml") == dossier


def test_yaml_keeps_two_blanks_where_it_would_fold():
    dossier = Dossier(note="a" * 99 + "  b")

    assert bl.loads(bl.dumps(dossier, "yaml"), "yaml").note == dossier.note


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml", "toml", "msgpack"])
def test_what_comes_in_pieces_is_read_to_the_end(name):
    dossier = Dossier(partners=[bl.Partner.state(code) for code in ("BY", "KZ")])
    content = bl.dumps(dossier, name)
    here, there = socket.socketpair()

    def send():
        for start in range(0, len(raw), 50):
            there.sendall(raw[start : start + 50])
            time.sleep(0.001)
        there.close()

    raw = content.encode() if isinstance(content, str) else content
    sender = threading.Thread(target=send)
    sender.start()
    with here, here.makefile("rb", buffering=0) as file:
        assert bl.load(file, format=name) == dossier
    sender.join()


def test_what_is_not_there_yet_is_not_the_end():
    here, there = os.pipe()
    os.set_blocking(here, False)
    with os.fdopen(here, "rb", buffering=0) as file, pytest.raises(BlockingIOError):
        bl.load(file, format="jsonl")
    os.close(there)


def test_what_is_taken_in_pieces_is_written_to_the_end():
    class Slow:
        content = b""

        def write(self, content):
            self.content += content[:7]
            return len(content[:7])

    file = Slow()
    storage.write_to(file, "Министерство")
    assert file.content.decode() == "Министерство"


class TestTruthIsNoNumber:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (1, True, False),
            (0.0, False, False),
            (1, 1.0, True),
            ([1], [True], False),
            ({"a": [{"b": 1}]}, {"a": [{"b": True}]}, False),
            ({"a": 1}, {"b": 1}, False),
            ([1], [1, 2], False),
            ("1", 1, False),
            (None, None, True),
        ],
    )
    def test_values_are_the_same_if_they_are_to_json(self, one, other, expected):
        assert same(one, other) is expected
        assert (JsonMapping({"k": one}) == JsonMapping({"k": other})) is expected

    @pytest.mark.parametrize("name", ["json", "jsonl"])
    def test_records_that_differ_in_it_conflict(self, name):
        body = {"id": "x", "kind": "company", "country": "BY", "name": {"en": "X"}}
        kz = {"id": "kz", "kind": "state", "country": "KZ", "name": {"en": "Kazakhstan"}}
        rows = [
            {"id": code, "kind": "mou", "sides": [[{**body, "extra": {"o:k": value}}], [kz]]}
            for code, value in (("a", 1), ("b", True))
        ]
        text = json.dumps({"bilateral": "1", "agreements": rows})
        if name == "jsonl":
            lines = ({"bilateral": "1"}, *({"table": "agreements", **row} for row in rows))
            text = "\n".join(map(json.dumps, lines))
        with pytest.raises(ValidationError) as caught:
            bl.loads(text, name)
        assert {problem.code for problem in caught.value.problems} == {"conflicting-record"}

    def test_a_yaml_file_takes_the_change_and_keeps_its_comments(self, tmp_path):
        path = tmp_path / "register.yaml"
        path.write_text("bilateral: '1'   # ours\nextra: {a:b: 1}\n", encoding="utf-8")
        dossier = Dossier(extra={"a:b": True})
        bl.dump(dossier, path)

        assert bl.load(path) == dossier
        assert "# ours" in path.read_text(encoding="utf-8")


class TestThreads:
    def test_no_two_of_them_make_decoders_at_once(self, monkeypatch):
        structs = pytest.importorskip("bilateral.wire.fast.structs")
        inside, most = [], []

        def make(*_, **__):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.001)
            inside.pop()
            return len(most)

        made = structs._made_once(make)
        other = structs._made_once(lambda **_: make())
        results = []
        threads = [
            threading.Thread(target=lambda one=one: results.append(one()))
            for one in (made, other) * 4
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert set(most) == {1}
        assert len(most) == len(set(results)) == 2

    @pytest.mark.parametrize("name", ["json", "jsonl"])
    def test_a_fresh_process_survives_that_all_begin_to_read_at_once(self, name):
        program = f"""
import sys, threading
from bilateral.formats import loads
sys.setswitchinterval(1e-6)
start = threading.Barrier(12)
failed = []

def read():
    start.wait()
    try:
        loads('{{"bilateral": "1"}}', {name!r})
    except BaseException as error:
        failed.append(error)

threads = [threading.Thread(target=read) for _ in range(12)]
[one.start() for one in threads]
[one.join() for one in threads]
sys.exit(repr(failed) if failed else 0)
"""
        in_fresh_python(program)


class TestFormatsOfOtherPackages:
    class Point:
        name, value = "points", "points.formats:POINTS"

        def load(self):
            time.sleep(0.01)
            return Format("points", (".points",), codec="bilateral.formats.json")

    @pytest.fixture(autouse=True)
    def _unread(self, monkeypatch):
        monkeypatch.setattr(registry, "_registered", dict(registry._registered))
        monkeypatch.setattr(registry, "_entry_points_read", False)

    def test_whoever_asks_first_does_not_hide_them_from_the_next(self, monkeypatch):
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [self.Point()])
        found = []

        def ask():
            found.append(registry.find("points"))

        threads = [threading.Thread(target=ask) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 12

    def test_one_that_cannot_be_imported_says_so_each_time(self, monkeypatch):
        class Broken(self.Point):
            def load(self):
                raise ModuleNotFoundError("No module named 'points'")

        monkeypatch.setattr(
            "importlib.metadata.entry_points", lambda group: [Broken(), self.Point()]
        )
        with pytest.warns(RuntimeWarning, match=r"'points' \(points\.formats:POINTS\)"):
            bl.formats.formats()
        for call in (bl.loads, bl.formats.dumps):
            for _ in range(2):
                with pytest.raises(ModuleNotFoundError, match="points"):
                    call("{}" if call is bl.loads else Dossier(), "points")
