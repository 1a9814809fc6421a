"""One writer at a time: an exclusive lock file, and the owner files that office programs leave."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wg_excel.book.failures import WorkbookBusy, WorkbookUnwritable

OWNER_BYTES = 54  # an Excel owner file begins with the name's length and the name in the ANSI code page


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the workbook for this process; raise WorkbookBusy naming who has it."""
    if owner := owner_of(path):
        raise WorkbookBusy(path.name, owner)
    lock = path.with_name(f".{path.name}.lock")
    _take(lock, path)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()


def owner_of(path: Path) -> str:
    """Return who has the workbook open in Excel or LibreOffice, empty when nobody does."""
    excel = path.with_name(f"~${path.name}")
    if excel.exists():
        return _excel_owner(excel)
    office = path.with_name(f".~lock.{path.name}#")
    return _office_owner(office) if office.exists() else ""


def _take(lock: Path, path: Path) -> None:
    for _ in range(2):
        try:
            with os.fdopen(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY), "w", encoding="utf-8") as file:
                file.write(f"{os.getpid()} {socket.gethostname()}")
        except FileExistsError:
            if not _is_stale(lock):
                raise WorkbookBusy(path.name, "другая команда wg-excel") from None
            lock.unlink(missing_ok=True)
        except OSError as problem:
            raise WorkbookUnwritable(path.name, problem.strerror or str(problem)) from problem
        else:
            return
    raise WorkbookBusy(path.name, "другая команда wg-excel")


def _is_stale(lock: Path) -> bool:
    """Tell whether the process that took the lock on this computer has ended (a kill leaves its lock)."""
    try:
        process, _, host = lock.read_text(encoding="utf-8").partition(" ")
    except OSError:
        return False
    return host == socket.gethostname() and process.isdigit() and not _is_running(int(process))


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return _is_running_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _is_running_on_windows(process: int) -> bool:
    # os.kill would end the process there; a handle that opens and is still active tells.
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # Windows only
    handle = kernel.OpenProcess(0x1000, False, process)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE


def _excel_owner(file: Path) -> str:
    try:
        head = file.read_bytes()[:OWNER_BYTES]
    except OSError:  # Excel holds its owner file open on Windows
        return "Excel"
    name = head[1 : 1 + head[0]].decode("cp1251", "replace").strip() if head else ""
    return name or "Excel"


def _office_owner(file: Path) -> str:
    try:
        parts = file.read_text(encoding="utf-8", errors="replace").split(",")
    except OSError:
        return "LibreOffice"
    return next((part.strip() for part in parts if part.strip()), "LibreOffice")
