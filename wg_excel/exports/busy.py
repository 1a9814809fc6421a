"""The processor time of another process: a loaded computer is slow, and a file is not hostile for that."""

import os
import sys
import time
from pathlib import Path

from wg_excel.exports import windows
from wg_excel.exports.starting import Process

_USER, _SYSTEM = 11, 12  # fields of /proc/…/stat behind the name, see proc(5)


def busy_seconds(process: Process) -> float:
    """Return the processor time that a process has taken; where it cannot be had, the time of the clock."""
    if sys.platform == "win32":
        return windows.busy_seconds(process)
    try:
        told = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return time.monotonic()
    fields = told.rpartition(")")[2].split()
    return (int(fields[_USER]) + int(fields[_SYSTEM])) / os.sysconf("SC_CLK_TCK")
