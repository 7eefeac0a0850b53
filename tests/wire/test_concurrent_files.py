"""Several writers and readers of one folder at the same time."""

import gc
import os
import threading
from pathlib import Path

import pytest

import bilateral as bl
from bilateral import Dossier
from bilateral.wire import replacing, storage
from tests.wire.files import names

BY = Dossier(partners=[bl.Partner.state("BY")])
KZ = Dossier(partners=[bl.Partner.state("KZ")])


class TestTwoOfThem:
    @pytest.mark.parametrize("swapped", [True, False])
    def test_two_writers_of_one_folder_leave_one_whole_folder(self, tmp_path, monkeypatch, swapped):
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

    def test_what_a_writer_takes_away_it_still_has_locked(self, tmp_path, monkeypatch):
        remove, locks = replacing._remove, []

        def watched(place, path):
            if place.exists():
                locks.append(replacing._lock(place, wait=False))
            remove(place, path)

        monkeypatch.setattr(replacing, "_remove", watched)
        bl.dump(BY, tmp_path / "register", format="csv")
        assert locks == [None]

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

    def test_paths_do_where_folders_have_no_handles(self, tmp_path, monkeypatch):
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
