"""Files that are meant to do harm: refused, or read in bounded time."""

import io
import json
import time

import pytest

import bilateral as bl
from bilateral import DataWarning, Dossier, ValidationError
from bilateral.wire import storage
from tests.wire.helpers import OWN


def stream_of(raw, limits):
    return bl.stream(io.BytesIO(raw), format="jsonl", limits=limits)


HOSTILE = [
    ("[" * 100_000, "json", "too-deep"),
    ("[" * 100_000 + "]" * 100_000, "json", "too-deep"),
    ('{"a":' * 50_000 + "1" + "}" * 50_000, "json", "too-deep"),
    ('{"a": 1, "a": 2, "b": }', "json", "syntax"),
    ('[{"a": 1, "a": 2}, x]', "json", "syntax"),
    ('{"a": 1, "a": 2, "b": "\n"}', "json", "syntax"),
    ('{"bilateral": "1", "note": -1e999}', "json", "wrong-type"),
    ('{"bilateral": "1", "note": ' + "9" * 2000 + "}", "json", "number-too-long"),
    ('{"bilateral": "1", "note": "\\ud800"}', "json", "invalid-text"),
    ('{"bilateral": "1", "note": "a\\u0000"}', "json", "invalid-text"),
    ('{"bilateral": "1", "note": "\ud800"}', "json", "invalid-text"),
    ('{"bilateral": "1", "note": "\0"}', "json", "syntax"),
    (b'\xff\xfe{\0"\0', "json", "not-utf-8"),
    ('{"bilateral": "1"}'.encode("utf-16"), "json", "not-utf-8"),
    (b'{"bilateral": "1", "note": "\xed\xa0\x80"}', "json", "not-utf-8"),
    ("bilateral: '1'\nnote: " + "9" * 5000, "yaml", "number-too-long"),
    ("bilateral: '1'\nnote: 0x" + "f" * 100_000, "yaml", "number-too-long"),
    ("bilateral: '1'\nnote: 190:20:30", "yaml", None),
    ("bilateral: '1'\nnote: 1e99999", "yaml", "wrong-type"),
    ("bilateral: '1'\nnote: .nan", "yaml", "wrong-type"),
    ('bilateral: "1"\nnote: "\\ud800"', "yaml", "invalid-text"),
    ('bilateral: "1"\nnote: "\\0"', "yaml", "invalid-text"),
    ("a: &a [*a]", "yaml", "too-deep"),
    ("- " * 3000, "yaml", "too-deep"),
    ("<<: *x", "yaml", "syntax"),
    ("bilateral = '1'\nnote = " + "9" * 5000, "toml", "number-too-long"),
    ("bilateral = '1'\nnote = " + "9" * 1001, "toml", "number-too-long"),
    ("bilateral = '1'\nnote = 0x" + "f" * 100_000, "toml", "number-too-long"),
    ("bilateral = '1'\nnote = nan", "toml", "wrong-type"),
    ("bilateral = '1'\nnote = 2025-11-05T10:00:00Z", "toml", None),
    ("a = " + "[" * 5000 + "]" * 5000, "toml", "too-deep"),
    ("a." * 50_000 + "a = 1", "toml", "too-deep"),
    ("[" + "'a' . " * 50_000 + "a]", "toml", "too-deep"),
    ("a = {" + "a." * 50_000 + "a = 1}", "toml", "too-deep"),
    ("a = 1\na = 2", "toml", "syntax"),
    ("a = '", "toml", "syntax"),
    (b"\x91" * 5000, "msgpack", "too-deep"),
    (b"\x82\xa1a\x01\xa1a\x02", "msgpack", "duplicate-key"),
    (b"\x81\x01\x02", "msgpack", "invalid-key"),
    (b"\x81\xa1a\xc7\x01\x05x", "msgpack", "syntax"),
    (b"\x81\xa1a\xa1\xff", "msgpack", "syntax"),
    (b"\xdf\xff\xff\xff\xff", "msgpack", "syntax"),
    (b"", "msgpack", "syntax"),
    (b"\x01\x01", "msgpack", "syntax"),
    (b"\x1f\x8b nonsense", "json", "damaged"),
    (b"\x28\xb5\x2f\xfd nonsense", "json", "damaged"),
]


class TestHostile:
    """Each is a clear error or safely handled, in bounded time."""

    @pytest.fixture(autouse=True)
    def _bounded(self):
        begin = time.process_time()
        yield
        assert time.process_time() - begin < 5

    @pytest.mark.parametrize("number", range(len(HOSTILE)))
    def test_hostile_content_of_every_known_kind_is_refused_or_read(self, number):
        content, name, code = HOSTILE[number]
        try:
            bl.loads(content, name)
        except ValidationError as error:
            assert error.problems[0].code == code
            assert len(str(error)) < 2000
        else:
            assert code is None

    @pytest.mark.parametrize("suffix", [".gz", ".zst"])
    def test_a_compressed_content_may_not_grow_beyond_the_limit(self, suffix):
        bomb = b"".join(storage.compress([b" " * 10**6] * 20, suffix))
        assert len(bomb) < 10**5
        for limits, code in (
            (bl.Limits(size=10**6, expansion=10**6), "too-large"),
            (bl.Limits(), "expands-too-much"),
        ):
            for read in (bl.loads, lambda raw, limits: [*stream_of(raw, limits)]):
                with pytest.raises(ValidationError) as caught:
                    read(bomb, limits=limits)
                assert caught.value.problems[0].code == code

    def test_files_texts_and_folders_have_a_limit_of_size(self, tmp_path):
        small = bl.Limits(size=10)
        path = tmp_path / "register.json"
        bl.dump(Dossier(), path)
        (tmp_path / "folder").mkdir()
        for name in "ab":
            (tmp_path / "folder" / f"{name}.csv").write_text("123456", encoding="utf-8")
        for call in (
            lambda: bl.load(path, limits=small),
            lambda: bl.loads(path.read_text(encoding="utf-8"), limits=small),
            lambda: bl.load(tmp_path / "folder", limits=small),
            lambda: bl.loads({"a.csv": b"x" * 20}, "csv", limits=small),
        ):
            with pytest.raises(ValidationError) as caught:
                call()
            assert caught.value.problems[0].code == "too-large"

    def test_links_in_a_folder_are_not_followed_and_a_file_is_written_where_its_link_leads(
        self, tmp_path
    ):
        secret = tmp_path / "secret"
        secret.write_text("password", encoding="utf-8")
        folder = tmp_path / "folder"
        folder.mkdir()
        (folder / "partners.csv").symlink_to(secret)
        with pytest.raises(ValidationError) as caught:
            bl.load(folder)
        assert caught.value.problems[0].code == "not-a-file"

        target, link = tmp_path / "target.json", tmp_path / "link.json"
        link.symlink_to(target)
        bl.dump(Dossier(), link)
        assert link.is_symlink()
        assert bl.load(target) == Dossier()

    @pytest.mark.parametrize("name", OWN)
    def test_turned_texts_are_kept_and_flagged_with_their_place(self, name):
        partner = bl.Partner("x", "company", {"en": "a\u202eb"}, country="DE")
        dossier = Dossier(partners=[partner])
        report = []
        text = bl.dumps(dossier, name)

        assert bl.loads(text, name, report=report) == dossier
        assert [problem.code for problem in report] == ["turned-text"]
        if name == "json":
            assert (report[0].line, report[0].column) == (8, 17)
            assert bl.loads(json.dumps(json.loads(text)), report=report) == dossier
            assert len(report) == 2
        with pytest.warns(DataWarning) as caught:
            bl.loads(text, name)
        assert caught[0].filename == __file__
