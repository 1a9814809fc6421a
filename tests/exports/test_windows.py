import ctypes
import subprocess
import sys
from typing import Any, cast

import pytest

from wg_excel.exports import windows
from wg_excel.exports.child import MEMORY

JOB, HANDLE = 77, 55


class Kernel:
    """The part of kernel32 that the module calls; keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self.works = 1
        self.CreateJobObjectW = type("Create", (), {"__call__": lambda *_: JOB})()

    def SetInformationJobObject(self, job: Any, what: int, limits: Any, size: int) -> int:  # noqa: N802 - a Windows name
        self.told.append((job.value, what, limits._obj.process, limits._obj.basic.flags, size))
        return self.works

    def AssignProcessToJobObject(self, job: Any, process: Any) -> int:  # noqa: N802
        self.told.append((job.value, process.value))
        return 1

    def GetProcessTimes(self, process: Any, *times: Any) -> int:  # noqa: N802
        self.told.append((process.value,))
        for place, time in enumerate(times):
            time._obj.value = place * 10_000_000
        return self.works


class Process:
    """A child process as Windows knows it."""

    _handle = HANDLE


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> Kernel:
    made = Kernel()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "WinDLL", lambda _name, **_how: made, raising=False)
    return made


def test_a_process_is_put_into_a_job_that_bounds_its_memory_and_ends_with_us(kernel: Kernel) -> None:
    process = Process()
    windows.bound(cast("subprocess.Popen[bytes]", process))
    size = {8: 144, 4: 112}[ctypes.sizeof(ctypes.c_void_p)]  # winnt.h: JOBOBJECT_EXTENDED_LIMIT_INFORMATION
    assert kernel.told == [(JOB, 9, MEMORY, 0x2100, size), (JOB, HANDLE)]
    assert cast("Any", process).job.value == JOB


def test_a_job_without_limits_is_given_no_process(kernel: Kernel) -> None:
    kernel.works = 0
    windows.bound(cast("subprocess.Popen[bytes]", Process()))
    assert len(kernel.told) == 1


def test_the_processor_time_is_that_of_kernel_and_user(kernel: Kernel) -> None:
    assert windows.busy_seconds(cast("subprocess.Popen[bytes]", Process())) == 5.0
    assert kernel.told == [(HANDLE,)]


@pytest.mark.skipif(sys.platform == "win32", reason="there every child is bounded so")
def test_elsewhere_nothing_is_done() -> None:
    process = Process()
    windows.bound(cast("subprocess.Popen[bytes]", process))
    assert not hasattr(process, "job")
