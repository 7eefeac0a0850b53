"""Writers that are killed or interrupted leave one whole file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Dossier
from bilateral.wire import replacing
from tests.wire.files import names

BY = Dossier(partners=[bl.Partner.state("BY")])
KZ = Dossier(partners=[bl.Partner.state("KZ")])


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
    def test_nothing_is_left_of_a_killed_writer(self, tmp_path, name, number):
        path = tmp_path / "register"
        command = [sys.executable, "-c", WRITE, str(path), name]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, encoding="utf-8", **pipes) as writer:
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
    def test_an_interrupt_at_any_step_is_raised_as_one(self, tmp_path, monkeypatch, step):
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
        (folder / "README").write_text("mine", encoding="utf-8")
        work = tmp_path / f".register.{'0' * 16}.writing"
        work.mkdir()
        folder.rename(work / "old0")
        bl.dump(KZ, folder, format="csv")

        assert bl.load(folder) == KZ
        assert (folder / "README").read_text(encoding="utf-8") == "mine"
        assert names(tmp_path) == ["register"]

    def test_a_folder_that_is_there_again_stays_and_the_old_one_goes(self, tmp_path):
        folder = tmp_path / "register"
        bl.dump(BY, folder, format="csv")
        work = tmp_path / f".register.{'0' * 16}.writing"
        (work / "old0").mkdir(parents=True)
        bl.dump(KZ, folder, format="csv")

        assert bl.load(folder) == KZ
        assert names(tmp_path) == ["register"]
