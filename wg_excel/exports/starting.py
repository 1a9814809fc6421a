"""Start child processes that open foreign files, one of them ahead where it is known that a file will come."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

from wg_excel.exports import windows

CHILD = "from wg_excel.exports.child import main; main()"
Process = subprocess.Popen[bytes]

_ahead: list[Process] = []


def start_ahead() -> None:
    """Let a child load its libraries while this process still loads its own."""
    _ahead.append(_start())


def started() -> Process:
    """Return a child process that waits for a job: the one started ahead, else a new one."""
    return _ahead.pop() if _ahead else _start()


def pipes(process: Process) -> tuple[IO[bytes], IO[bytes]]:
    """Return what a child reads and what it writes."""
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def end(process: Process) -> None:
    """End a child and close its pipes."""
    process.kill()
    for pipe in pipes(process):
        try:
            pipe.close()
        except OSError:
            continue
    process.wait()


def _start() -> Process:
    root = str(Path(__file__).parents[2])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        creationflags=windows.NO_WINDOW,
    )
    windows.bound(process)
    return process
