"""Files and folders: replaced as a whole, with what they were, and read as they are."""

import errno
import gc
import gzip
import io
import os
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import attrs
import pytest

import bilateral as bl
from bilateral import Dossier, ValidationError
from bilateral.wire import replacing, storage

BY = Dossier(partners=[bl.Partner.state("BY")])
KZ = Dossier(partners=[bl.Partner.state("KZ")])


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def codes(error):
    return [problem.code for problem in error.value.problems]


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
        (tmp_path / "README").write_text("mine")
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
        path.write_text(table)
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

    def test_a_long_name_has_room_beside_it(self, tmp_path):
        path = tmp_path / ("ы" * 124 + ".json")
        bl.dump(BY, path)
        assert bl.load(path) == BY


WRITE = """
import sys, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
import bilateral as bl
from bilateral.formats import jsonl
path = sys.argv[1]
dossier = bl.Dossier(note="x" * 1000)
bl.dump(dossier, path, format=sys.argv[2])
print("ready", flush=True)
while True:
    bl.dump(dossier, path, format=sys.argv[2])
"""


class TestInterruptedWriters:
    @pytest.mark.parametrize("name", ["json", "csv"])
    @pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
    def test_nothing_is_left_of_them(self, tmp_path, name, number):
        path = tmp_path / "register"
        command = [sys.executable, "-c", WRITE, str(path), name]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, text=True, **pipes) as writer:
            assert writer.stdout.readline() == "ready\n"
            writer.send_signal(number)
            _, error = writer.communicate()
        if number == signal.SIGINT:
            assert error.rstrip().endswith("KeyboardInterrupt")
            assert names(tmp_path) == ["register"]
        bl.dump(BY, path, format=name)
        assert names(tmp_path) == ["register"]
        assert bl.load(path, format=name) == BY

    @pytest.mark.parametrize("step", ["open", "_write_through", "_take_after", "_lock"])
    def test_an_interrupt_at_any_step_is_one(self, tmp_path, monkeypatch, step):
        path = tmp_path / "register.json"
        bl.dump(BY, path)

        def interrupted(*_, **__):
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr(*(Path, step) if step == "open" else (replacing, step), interrupted)
            with pytest.raises(KeyboardInterrupt):
                bl.dump(KZ, path)
        assert names(tmp_path) == ["register.json"]
        assert bl.load(path) == BY

    def test_an_interrupt_while_cleaning_up_does_not_stop_it(self, tmp_path, monkeypatch):
        path = tmp_path / "register.json"
        delete, calls = replacing._delete, []

        def interrupted_once(place):
            calls.append(place)
            if len(calls) == 1:
                raise KeyboardInterrupt
            delete(place)

        monkeypatch.setattr(replacing, "_delete", interrupted_once)
        monkeypatch.setattr(replacing, "_take_after", lambda *_: 1 / 0)
        with pytest.raises(KeyboardInterrupt):
            bl.dump(BY, path)
        assert names(tmp_path) == []

    def test_what_a_living_writer_has_begun_stays(self, tmp_path):
        path = tmp_path / "register.json"
        with replacing._beside(path, path, lambda new: replacing._touch(new, 0o600)) as new:
            bl.dump(BY, path)
            assert new.exists()
        assert names(tmp_path) == ["register.json"]

    def test_files_of_others_stay(self, tmp_path):
        others = [".register.json.swp", ".register.json.0123.writing", "register.json~"]
        for name in others:
            (tmp_path / name).touch()
        bl.dump(BY, tmp_path / "register.json")
        assert names(tmp_path) == sorted([*others, "register.json"])

    @pytest.mark.parametrize("error", [ImportError, OSError])
    def test_where_there_are_no_locks_what_is_left_stays(self, tmp_path, monkeypatch, error):
        left = tmp_path / f".register.json.{'0' * 16}.writing"
        left.touch()
        if error is ImportError:
            monkeypatch.setitem(sys.modules, "fcntl", None)
        else:
            monkeypatch.setattr("fcntl.flock", lambda *_: (_ for _ in ()).throw(OSError()))
        bl.dump(BY, tmp_path / "register.json")
        assert names(tmp_path) == [left.name, "register.json"]

    def test_a_place_that_another_one_cleared_is_made_again(self, tmp_path, monkeypatch):
        path = tmp_path / "register.json"
        made = []

        def touch(new, _):
            made.append(new)
            if len(made) > 1:
                new.touch()

        monkeypatch.setattr(replacing, "_touch", touch)
        bl.dump(BY, path)
        assert len(made) == 2
        assert bl.load(path) == BY

    def test_a_lock_on_what_is_another_file_now_is_none(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os.path, "samestat", lambda *_: False)
        (tmp_path / "x").touch()
        assert replacing._lock(tmp_path / "x", wait=False) is None

    def test_a_folder_that_a_killed_writer_took_away_is_put_back(self, tmp_path):
        folder = tmp_path / "register"
        bl.dump(BY, folder, format="csv")
        (folder / "README").write_text("mine")
        work = tmp_path / f".register.{'0' * 16}.writing"
        work.mkdir()
        folder.rename(work / "old0")
        bl.dump(KZ, folder, format="csv")

        assert bl.load(folder) == KZ
        assert (folder / "README").read_text() == "mine"
        assert names(tmp_path) == ["register"]


class TestTwoOfThem:
    @pytest.mark.parametrize("swapped", [True, False])
    def test_writers_of_one_folder(self, tmp_path, monkeypatch, swapped):
        if not swapped:
            monkeypatch.setattr(replacing, "_swapped", lambda *_: False)
        folder = tmp_path / "register"
        failed = []

        def write(dossier):
            try:
                for _ in range(10):
                    bl.dump(dossier, folder, format="csv")
            except OSError as error:
                failed.append(error)

        writers = [threading.Thread(target=write, args=(one,)) for one in (BY, KZ, BY)]
        for one in writers:
            one.start()
        for one in writers:
            one.join()
        assert failed == [] or not swapped
        assert bl.load(folder) in (BY, KZ)

    def test_a_reader_always_sees_one_of_the_folders(self, tmp_path):
        folder = tmp_path / "register"
        bl.dump(BY, folder, format="csv")
        contents = [bl.dumps(one, "csv") for one in (BY, KZ)]
        done = threading.Event()

        def write():
            for dossier in (KZ, BY) * 5:
                bl.dump(dossier, folder, format="csv")
            done.set()

        writer = threading.Thread(target=write)
        writer.start()
        while not done.is_set():
            assert storage.read_folder(folder, (".csv",), bl.Limits()) in contents
        writer.join()

    def test_a_folder_that_is_replaced_while_it_is_read_is_read_again(self, tmp_path, monkeypatch):
        folder = tmp_path / "register"
        bl.dump(BY, folder, format="csv")
        files, calls = storage._files, []

        def replaced(*arguments):
            if not calls:
                calls.append(1)
                found = files(*arguments)
                bl.dump(KZ, folder, format="csv")
                return found
            return files(*arguments)

        monkeypatch.setattr(storage, "_files", replaced)
        assert bl.load(folder) == KZ

    def test_without_handles_of_folders_paths_do(self, tmp_path, monkeypatch):
        bl.dump(BY, tmp_path / "x.csv")
        monkeypatch.setattr(os, "supports_dir_fd", set())
        assert bl.load(tmp_path / "x.csv") == BY

    def test_a_writer_between_the_two_steps_is_waited_for(self, tmp_path, monkeypatch):
        monkeypatch.setattr(replacing, "_swapped", lambda *_: False)
        folder = tmp_path / "register"
        bl.dump(BY, folder, format="csv")
        rename, calls = Path.rename, []

        def other_was_faster(path, target):
            if path.name == "new" and not calls:
                calls.append(1)
                target.mkdir()
                (target / "partners.csv").touch()
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", other_was_faster)
        bl.dump(KZ, folder, format="csv")
        assert bl.load(folder) == KZ
        assert names(tmp_path) == ["register"]

    def test_systems_without_an_exchange_take_two_steps(self, tmp_path, monkeypatch):
        monkeypatch.setattr(replacing, "_EXCHANGES", ())
        bl.dump(BY, tmp_path / "x.csv")
        bl.dump(KZ, tmp_path / "x.csv")
        monkeypatch.setattr("ctypes.CDLL", lambda *_: (_ for _ in ()).throw(TypeError()))
        bl.dump(KZ, tmp_path / "x.csv")
        assert bl.load(tmp_path / "x.csv") == KZ

    def test_each_system_has_a_name_for_an_exchange(self, tmp_path, monkeypatch):
        names = (("absent", lambda *_: ()), *replacing._EXCHANGES)
        monkeypatch.setattr(replacing, "_EXCHANGES", names)
        bl.dump(BY, tmp_path / "x.csv")
        bl.dump(KZ, tmp_path / "x.csv")
        assert bl.load(tmp_path / "x.csv") == KZ

    def test_the_collector_goes_on_when_the_one_who_paused_it_ends(self, monkeypatch):
        seen = []

        def read(text, limits):
            seen.append(gc.isenabled())
            if len(seen) == 1:
                bl.loads('{"bilateral": "1"}')
                seen.append(gc.isenabled())
            return strict(text, limits)

        from bilateral.formats import json

        strict = json.read
        monkeypatch.setattr(json, "read_directly", lambda _: None)
        monkeypatch.setattr(json, "read", read)
        bl.loads('{"bilateral": "1"}')
        assert seen == [False, False, False]
        assert gc.isenabled()


class TestAgreementsAsTheyAre:
    @pytest.mark.parametrize("name", ["json", "jsonl", "yaml", "csv"])
    def test_whatever_has_agreements_is_written(self, tmp_path, plan, name):
        dossier = Dossier(agreements=[plan])
        for source in (plan, [plan], dossier.of_kind("roadmap"), iter([plan])):
            content = bl.dumps(source, name)
            assert content == bl.dumps(bl.loads(content, name), name)
            assert bl.loads(content, name) == dossier
        bl.dump(plan, tmp_path / "x.json")
        assert bl.load(tmp_path / "x.json") == dossier

    @pytest.mark.parametrize("name", ["json", "jsonl"])
    @pytest.mark.parametrize("source", [5, [5], None])
    def test_what_has_none_is_refused_with_a_reason(self, name, source):
        with pytest.raises(ValidationError) as caught:
            bl.dumps(source, name)
        assert codes(caught) == ["wrong-type"]

    @pytest.mark.parametrize("name", ["json", "jsonl"])
    def test_two_with_one_id_are_no_dossier(self, plan, name):
        with pytest.raises(ValidationError) as caught:
            bl.dumps([plan, attrs.evolve(plan, note="another")], name)
        assert codes(caught)[0] in ("duplicate-id", "conflicting-record")


class TestOptions:
    @pytest.mark.parametrize("name", ["json", "jsonl", "yaml", "toml", "msgpack"])
    def test_what_a_format_does_not_take_is_named(self, tmp_path, name):
        content = bl.dumps(BY, name)
        for call in (
            lambda: bl.dumps(BY, name, lang="de"),
            lambda: bl.dump(BY, tmp_path / "x", format=name, lang="de"),
            lambda: bl.loads(content, name, lang="de"),
        ):
            with pytest.raises(ValidationError, match="lang") as caught:
                call()
            assert codes(caught) == ["unknown-option"]
        assert names(tmp_path) == []

    @pytest.mark.parametrize("option", ["lnag", "old", "skip"])
    def test_the_nearest_option_is_named(self, option):
        with pytest.raises(ValidationError) as caught:
            bl.dumps(BY, "html", **{option: "de"})
        assert codes(caught) == ["unknown-option"]
        assert caught.value.problems[0].hint == ("lang" if option == "lnag" else None)


class TestLimits:
    @pytest.mark.parametrize(
        ("field", "value", "code"),
        [
            ("size", "5", "wrong-type"),
            ("digits", None, "wrong-type"),
            ("depth", True, "wrong-type"),
            ("expansion", -1, "negative-count"),
        ],
    )
    def test_they_are_whole_numbers(self, field, value, code):
        with pytest.raises(ValidationError) as caught:
            bl.Limits(**{field: value})
        assert [(p.where, p.code) for p in caught.value.problems] == [(field, code)]

    def test_nothing_else_is_taken_for_them(self, tmp_path):
        bl.dump(BY, tmp_path / "x.json")
        for call in (
            lambda: bl.loads("{}", limits=5),
            lambda: bl.load(tmp_path / "x.json", limits=5),
        ):
            with pytest.raises(ValidationError, match="Limits"):
                call()
