"""One writer at a time: an exclusive lock file, and the owner files that office programs leave."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wg_excel.book.disk_reasons import reason_of
from wg_excel.book.failures import WorkbookBusy, WorkbookUnwritable
from wg_excel.user import who

# Excel's owner file: a byte with the length of the name, the name in the ANSI code page padded to 54 bytes, then the
# length in two bytes and the name in UTF-16; 165 bytes in all.
ANSI_BYTES, NAME_BYTES = 54, 2


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the workbook for this process; raise WorkbookBusy naming who has it."""
    if mark := mark_of(path):
        raise WorkbookBusy(path.name, owner_of(path), mark.name)
    lock = _lock_of(path)
    _take(lock, path)
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()


def owner_of(path: Path) -> str:
    """Return who has the workbook open in Excel or LibreOffice, empty when nobody does."""
    mark = mark_of(path)
    if mark is None:
        return ""
    return _excel_owner(mark) if mark.name.startswith("~$") else _office_owner(mark)


def holder_of(path: Path) -> tuple[str, str]:
    """Return who holds a workbook, an office program or a command of this one, and the file that says so."""
    if mark := mark_of(path):
        return owner_of(path), mark.name
    lock = _lock_of(path)
    if _is_there(lock) and not _is_stale(lock):
        return _command_of(lock), lock.name
    return "", ""


def mark_of(path: Path) -> Path | None:
    """Return the owner file that Excel or LibreOffice keeps beside a workbook that is open there."""
    marks = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    return next((mark for mark in marks if _is_there(mark)), None)


def _lock_of(path: Path) -> Path:
    return path.with_name(f".{path.name}.lock")


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a name that is too long for the disk is nobody's
        return False


def _take(lock: Path, path: Path) -> None:
    for _ in range(2):
        try:
            handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError:
            if not _is_stale(lock):
                break
            lock.unlink(missing_ok=True)
        except OSError as problem:
            raise WorkbookUnwritable(path.name, reason_of(problem)) from problem
        else:
            _sign(handle, lock, path)
            return
    raise WorkbookBusy(path.name, _command_of(lock), lock.name)


def _sign(handle: int, lock: Path, path: Path) -> None:
    """Write into a new lock who holds it; where the disk has no room for that, the lock is taken away again."""
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{os.getpid()} {socket.gethostname()} {who()}")
    except OSError as problem:
        with suppress(OSError):
            lock.unlink()
        raise WorkbookUnwritable(path.name, reason_of(problem)) from problem


def _command_of(lock: Path) -> str:
    """Return who holds a lock of this program, as far as the lock tells."""
    _, host, user = _held(lock)
    return ", ".join(part for part in ("другая команда wg-excel", user, host) if part)


def _held(lock: Path) -> tuple[str, str, str]:
    """Return process, computer and user of a lock; empty where it is gone or being written."""
    try:
        process, host, user, *_ = [*lock.read_text(encoding="utf-8", errors="replace").split(" ", 2), "", "", ""]
    except OSError:
        return "", "", ""
    return process, host, user


def _is_stale(lock: Path) -> bool:
    """Tell whether the process that took the lock on this computer has ended (a kill leaves its lock)."""
    process, host, _ = _held(lock)
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
        data = file.read_bytes()
    except OSError:  # Excel holds its owner file open on Windows
        return "Excel"
    wide = data[1 + ANSI_BYTES :]
    length = int.from_bytes(wide[:NAME_BYTES], "little")
    name = wide[NAME_BYTES : NAME_BYTES + 2 * length].decode("utf-16-le", "replace")
    if not name.strip("\0 ") and data:
        name = data[1 : 1 + min(data[0], ANSI_BYTES)].decode("cp1251", "replace")
    return name.strip("\0 ") or "Excel"


def _office_owner(file: Path) -> str:
    try:
        parts = file.read_text(encoding="utf-8", errors="replace").split(",")
    except OSError:
        return "LibreOffice"
    return next((part.strip() for part in parts if part.strip()), "LibreOffice")
