"""Where a file can be written and read: pipes, devices, and what is no file."""

import errno
import gzip
import io
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.wire import storage
from tests.wire.files import codes, names

BY = Dossier(partners=[bl.Partner.state("BY")])
KZ = Dossier(partners=[bl.Partner.state("KZ")])


class TestWhatIsNoFile:
    @pytest.mark.parametrize("call", [bl.load, lambda path: bl.dump(BY, path)])
    def test_an_empty_path_leads_nowhere(self, tmp_path, monkeypatch, call):
        monkeypatch.chdir(tmp_path)
        with pytest.raises(FileNotFoundError):
            call("")
        with pytest.raises(FileNotFoundError):
            next(bl.stream("", format="jsonl"))
        assert names(tmp_path) == []

    def test_a_folder_without_tables_is_no_register(self, tmp_path):
        (tmp_path / "README").write_text("mine", encoding="utf-8")
        for call in (lambda: bl.load(tmp_path), lambda: bl.loads({}, "csv")):
            with pytest.raises(ValidationError) as caught:
                call()
            assert codes(caught) == ["no-files"]
        assert ".csv" in str(caught.value)

    def test_a_folder_with_the_name_of_a_file_is_none(self, tmp_path):
        folder = tmp_path / "d.json"
        folder.mkdir()
        for call in (bl.load, lambda path: bl.dump(BY, path)):
            with pytest.raises(IsADirectoryError) as caught:
                call(folder)
            assert caught.value.filename == str(folder)
        assert names(tmp_path) == ["d.json"]

    def test_a_link_to_itself_is_an_error_of_the_system(self, tmp_path):
        link = tmp_path / "d.json"
        link.symlink_to(link)
        for call in (bl.load, lambda path: bl.dump(BY, path)):
            with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
                call(link)
        assert link.is_symlink()

    def test_a_pipe_is_written_into(self, tmp_path):
        pipe = tmp_path / "pipe.json"
        os.mkfifo(pipe)
        writer = threading.Thread(target=bl.dump, args=(BY, pipe))
        writer.start()
        assert bl.load(pipe) == BY
        writer.join()
        assert stat.S_ISFIFO(pipe.stat().st_mode)

    def test_a_device_is_written_into(self):
        bl.dump(BY, os.devnull, format="json")
        assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)

    @pytest.mark.parametrize("name", ["x.json", "x.csv", "x.jsonl.gz"])
    def test_an_error_names_the_path_that_was_asked_for(self, tmp_path, monkeypatch, name):
        monkeypatch.chdir(tmp_path)
        with pytest.raises(FileNotFoundError) as caught:
            bl.dump(BY, f"nope/{name}")
        assert caught.value.filename == f"nope/{name}"

    def test_an_error_in_what_is_written_keeps_its_own_name(self, tmp_path):
        def agreements():
            yield from bl.stream(tmp_path / "absent.jsonl")

        with pytest.raises(FileNotFoundError, match=r"absent\.jsonl"):
            bl.dump(agreements(), tmp_path / "x.jsonl")
        assert names(tmp_path) == []

    @pytest.mark.parametrize("name", ["csv", "msgpack", "json"])
    def test_contents_of_another_kind_are_refused_with_a_reason(self, name):
        for content in (5, None, ["x"], *([] if name == "csv" else [{"a": b""}])):
            with pytest.raises(ValidationError) as caught:
                bl.loads(content, name)
            assert codes(caught) == ["wrong-type"]

    def test_a_text_may_be_a_table_or_bytes(self, tmp_path):
        table = "id,publisher,lang\nbelta,BelTA,de\n"
        assert bl.loads(table, "csv").source("belta").lang == "de"
        with pytest.raises(ValidationError) as caught:
            bl.loads("no bytes", "msgpack")
        assert codes(caught) == ["syntax"]
        assert bl.loads(bytearray(b'{"bilateral": "1"}')) == Dossier()
        path = tmp_path / "sources.csv"
        path.write_text(table, encoding="utf-8")
        with path.open("rb") as file:
            assert bl.load(file) == bl.load(path)


class TestCompressedFiles:
    def test_lines_longer_than_a_block_are_whole(self, tmp_path):
        note = "".join(map(str, range(30_000)))
        plans = [
            bl.Agreement(code, "mou", [bl.Partner.state("BY"), bl.Partner.state("KZ")], note=note)
            for code in "ab"
        ]
        bl.dump(plans, tmp_path / "x.jsonl.gz")
        assert list(bl.stream(tmp_path / "x.jsonl.gz")) == plans

    def test_what_the_file_raises_is_raised(self):
        class Broken(io.BytesIO):
            def read(self, size=-1):
                if self.tell() >= 4:
                    raise KeyError(size)
                return super().read(min(size, 4))

        with pytest.raises(KeyError):
            list(bl.stream(Broken(gzip.compress(b"{}")), format="jsonl"))

    def test_a_file_that_does_not_say_what_it_took_took_all(self):
        class Silent:
            content = ""

            def write(self, content):
                self.content += content

            encoding = "utf-8"

        file = Silent()
        storage.write_to(file, "Минск")
        assert file.content == "Минск"


class TestWhatStays:
    def test_the_files_of_a_folder_keep_their_permissions(self, tmp_path):
        folder = tmp_path / "register"
        bl.dump(BY, folder, format="csv")
        (folder / "partners.csv").chmod(0o600)
        (folder / "dossier.csv").chmod(0o640)
        (folder / "agreements.csv").unlink()
        plan = bl.Agreement("a", "mou", [bl.Partner.state("BY"), bl.Partner.state("KZ")])
        bl.dump(Dossier(agreements=[plan]), folder)

        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()}
        assert modes["partners.csv"] == 0o600
        assert modes["dossier.csv"] == 0o640
        # Nobody may see a new table who may not see the old ones.
        assert modes["agreements.csv"] == 0o600

    def test_the_owner_stays_where_that_is_allowed(self, tmp_path, monkeypatch):
        path = tmp_path / "register.json"
        bl.dump(BY, path)
        asked = []

        def chown(_, user, group):
            asked.append((user, group))
            raise PermissionError

        monkeypatch.setattr(os, "chown", chown)
        bl.dump(KZ, path)
        was = path.stat()
        assert asked == [(-1, was.st_gid), (was.st_uid, was.st_gid)]

    def test_the_time_is_that_of_writing(self, tmp_path):
        path = tmp_path / "register.json"
        bl.dump(BY, path)
        os.utime(path, (0, 0))
        bl.dump(KZ, path)
        assert path.stat().st_mtime > 10**9

    def test_another_name_of_a_file_keeps_the_old_content(self, tmp_path):
        path, other = tmp_path / "register.json", tmp_path / "other.json"
        bl.dump(BY, path)
        other.hardlink_to(path)
        bl.dump(KZ, path)
        assert bl.load(other) == BY

    @pytest.mark.skipif(sys.getfilesystemencoding() == "ascii", reason="no such names here")
    def test_a_long_name_has_room_beside_it(self, tmp_path):
        path = tmp_path / ("ы" * 124 + ".json")
        bl.dump(BY, path)
        assert bl.load(path) == BY
