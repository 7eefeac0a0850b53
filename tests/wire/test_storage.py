"""Files and folders are replaced as a whole, and the collector waits meanwhile."""

import gc
import io
import os
import random
import signal
import time
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Dossier, MissingExtra
from bilateral.wire import replacing
from tests.wire.helpers import without


class TestStorage:
    def test_without_zstd_the_message_names_the_extra(self, tmp_path):
        hidden = without("backports.zstd", "backports", "compression")
        with hidden, pytest.raises(MissingExtra, match="zstd"):
            bl.dump(Dossier(), tmp_path / "a.json.zst")
        assert list(tmp_path.iterdir()) == []

    def test_equal_dossiers_give_equal_files_compressed_ones_too(self, tmp_path):
        for suffix in (".gz", ".zst"):
            paths = [tmp_path / f"{name}.json{suffix}" for name in "ab"]
            for path in paths:
                bl.dump(Dossier(), path)
            assert paths[0].read_bytes() == paths[1].read_bytes()

    def test_texts_go_to_open_files_of_both_kinds_bytes_to_one_and_folders_to_none(self, tmp_path):
        for name in ("json", "jsonl"):
            binary, text = io.BytesIO(), io.StringIO()
            bl.dump(Dossier(), binary, format=name)
            bl.dump(Dossier(), text, format=name)
            assert binary.getvalue() == text.getvalue().encode()
        with pytest.raises(TypeError, match="binary"):
            bl.dump(Dossier(), io.StringIO(), format="msgpack")
        with pytest.raises(TypeError, match="path"):
            bl.dump(Dossier(), io.BytesIO(), format="csv")
        binary = io.BytesIO()
        bl.dump(Dossier(), binary, format="msgpack")
        binary.seek(0)
        assert bl.load(binary, format="msgpack") == Dossier()

    def test_other_files_of_a_folder_stay_and_old_tables_go(self, tmp_path, plan):
        folder = tmp_path / "register"
        dossier = Dossier(agreements=[plan])
        bl.dump(dossier, folder, format="csv")
        (folder / "README").write_text("mine", encoding="utf-8")
        (folder / "old.csv").write_text("", encoding="utf-8")
        folder.chmod(0o750)
        bl.dump(dossier, folder)

        assert bl.load(folder) == dossier
        assert (folder / "README").read_text(encoding="utf-8") == "mine"
        assert not (folder / "old.csv").exists()
        assert folder.stat().st_mode & 0o777 == 0o750
        assert [one.name for one in tmp_path.iterdir()] == ["register"]

    def test_a_folder_is_put_back_if_the_new_one_cannot_take_its_place(self, tmp_path, monkeypatch):
        monkeypatch.setattr(replacing, "_swapped", lambda *_: False)
        folder = tmp_path / "register"
        bl.dump(Dossier(), folder, format="csv")
        rename = Path.rename

        def fail(path, target):
            if path.name == "new":
                raise OSError("disk gone")
            return rename(path, target)

        with monkeypatch.context() as patched, pytest.raises(OSError, match="gone"):
            patched.setattr(Path, "rename", fail)
            bl.dump(Dossier(note="x"), folder)

        assert bl.load(folder) == Dossier()
        assert [one.name for one in tmp_path.iterdir()] == ["register"]

    @pytest.mark.parametrize("old", [True, False])
    def test_a_folder_that_cannot_be_put_back_stays_beside_its_place(
        self, tmp_path, monkeypatch, old
    ):
        monkeypatch.setattr(replacing, "_swapped", lambda *_: False)
        folder = tmp_path / "register"
        if old:
            bl.dump(Dossier(), folder, format="csv")
        rename = Path.rename

        def fail(path, target):
            if target == folder:
                raise OSError("disk gone")
            return rename(path, target)

        with monkeypatch.context() as patched, pytest.raises(OSError, match="gone"):
            patched.setattr(Path, "rename", fail)
            bl.dump(Dossier(note="x"), folder, format="csv")

        kept = list(tmp_path.glob(".register.*/old*"))
        assert [bl.load(one, format="csv") for one in kept] == [Dossier()] * old

    def test_what_a_file_raises_is_raised_if_it_is_no_damage(self):
        class Broken(io.BytesIO):
            def read1(self, size=-1):
                raise KeyError(size)

        with pytest.raises(KeyError):
            list(bl.stream(Broken(), format="jsonl"))

    def test_a_file_is_always_one_whole_dossier_whoever_is_killed(self, tmp_path):
        path = tmp_path / "register.json"
        dossiers = [Dossier(note=str(number) * 50_000) for number in range(2)]
        bl.dump(dossiers[0], path)
        for _ in range(25):
            child = os.fork()
            if child == 0:
                try:
                    while True:
                        for dossier in dossiers:
                            bl.dump(dossier, path)
                finally:
                    os._exit(1)
            time.sleep(random.random() * 0.01)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            assert bl.load(path) in dossiers
        bl.dump(dossiers[0], path)
        assert [one.name for one in tmp_path.iterdir()] == ["register.json"]

    def test_two_writers_never_leave_a_mixture(self, tmp_path):
        from concurrent.futures import ThreadPoolExecutor

        dossiers = [Dossier(partners=[bl.Partner.state(code)]) for code in ("BY", "KZ", "DE")]
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda one: bl.dump(one, tmp_path / "a.json"), dossiers * 10))
        assert bl.load(tmp_path / "a.json") in dossiers

    def test_the_collector_need_not_look_at_what_was_read(self, monkeypatch):
        """It is old already, unless somebody else has frozen objects."""
        monkeypatch.setattr("bilateral.wire.garbage._MANY", -1)

        def generation():
            dossier = bl.loads('{"bilateral": "1"}')
            return [n for n in range(3) if any(one is dossier for one in gc.get_objects(n))]

        assert generation() == [2]
        gc.freeze()
        try:
            frozen = gc.get_freeze_count()
            assert generation() != [2]
            assert gc.get_freeze_count() == frozen
        finally:
            gc.unfreeze()

    def test_the_collector_is_paused_and_goes_on(self, monkeypatch):
        """Also if reading fails; and not if it was off, or is to go on."""
        seen = []
        monkeypatch.setattr(
            "bilateral.formats.json.read",
            lambda *_: seen.append(gc.isenabled()) or pytest.fail("no"),
        )
        for options in ({}, {"gc": True}):
            with pytest.raises(pytest.fail.Exception):
                bl.loads("{}", **options)
            assert gc.isenabled()
        gc.disable()
        try:
            with pytest.raises(pytest.fail.Exception):
                bl.loads("{}")
            assert not gc.isenabled()
        finally:
            gc.enable()
        assert seen == [False, True, False]
