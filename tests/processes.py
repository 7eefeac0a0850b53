"""Programs in an interpreter of their own."""

import os
import subprocess
import sys
import textwrap


def in_fresh_python(program: str, *arguments: str, seed: str = "random") -> str:
    """What a program prints that finds installed packages only; it must not fail."""
    done = subprocess.run(
        [sys.executable, "-P", "-s", "-X", "utf8", "-c", textwrap.dedent(program), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
