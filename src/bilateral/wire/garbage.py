"""The cyclic garbage collector, paused while a file is read."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from threading import Lock

__all__ = ["paused"]

# Objects that are new to the garbage collector.
_MANY = 100_000
# Frozen ones that are not the user's: Python has some hundreds of its own from 3.12 on.
_FEW = 1000
# Whoever has it has paused the collector.
_pause = Lock()


@contextmanager
def paused(*, running: bool) -> Generator[None, None, None]:
    """Pause the collector, unless it is to be ``running``; afterwards it is as it was.

    Of readers at the same time the first one pauses it, and lets it go on at its own end:
    however many follow each other, it comes to its work.
    """
    pause = not running and _pause.acquire(blocking=False)
    if pause and not gc.isenabled():
        _pause.release()
        pause = False
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            _pause.release()
            if gc.get_count()[0] > _MANY and gc.get_freeze_count() < _FEW:
                # All that was made would be looked at once more, as if it were young.
                gc.freeze()
                gc.unfreeze()
            gc.enable()
