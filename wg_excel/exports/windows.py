"""Bound a child process on Windows: no console window, and a job object that limits its memory."""

import subprocess
import sys
import time
from typing import Any

from wg_excel.exports.child import MEMORY

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
_KILL_ON_CLOSE = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE


def bound(process: "subprocess.Popen[bytes]") -> None:
    """Put a process into a job that limits its memory and ends it with this process; elsewhere do nothing."""
    if sys.platform != "win32":
        return
    import ctypes

    kernel: Any = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _limits(ctypes)
    handle = ctypes.c_void_p(int(process._handle))  # noqa: SLF001 - the only way to the handle
    if kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)):
        kernel.AssignProcessToJobObject(job, handle)
    process.job = job  # type: ignore[attr-defined,unused-ignore]  # the job lives as long as the process object


def busy_seconds(process: "subprocess.Popen[bytes]") -> float:
    """Return the processor time that a process has taken (GetProcessTimes, which counts 100 nanoseconds)."""
    import ctypes

    times = [ctypes.c_uint64() for _ in range(4)]  # creation, exit, kernel, user
    handle = ctypes.c_void_p(int(process._handle))  # type: ignore[attr-defined,unused-ignore]  # noqa: SLF001
    kernel: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
        return time.monotonic()
    return (times[2].value + times[3].value) / 10_000_000


def _limits(ctypes: Any) -> Any:  # noqa: ANN401 - structures of the Windows API
    """Return JOBOBJECT_EXTENDED_LIMIT_INFORMATION (winnt.h) with the two limits set."""
    size, word, big = ctypes.c_size_t, ctypes.c_uint32, ctypes.c_uint64
    basic = [("times", big * 2), ("flags", word), ("sets", size * 2), ("active", word), ("affinity", size)]
    basic += [("priority", word), ("scheduling", word)]
    basic_limits = type("BasicLimits", (ctypes.Structure,), {"_fields_": basic})
    fields = [("basic", basic_limits), ("io", big * 6), ("process", size), ("job", size), ("peaks", size * 2)]
    extended = type("ExtendedLimits", (ctypes.Structure,), {"_fields_": fields})
    limits = extended()
    limits.basic.flags = _PROCESS_MEMORY | _KILL_ON_CLOSE
    limits.process = MEMORY
    return limits
