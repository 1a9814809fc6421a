"""Look at a workbook on the disk and at the folder it lies in."""

import csv
import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from wg_excel.book.backups import list_backups, newest_sound
from wg_excel.book.lock import holder_of
from wg_excel.book.soundness import is_sound
from wg_excel.care.conflict_copies import conflict_copies
from wg_excel.care.doctor.machine import System
from wg_excel.care.doctor.site import Drive, Interpreter, Site
from wg_excel.domain.schema_version import VERSION

SETTINGS = "xlwings.conf"
# Types of file systems on Linux that live on another computer.
NETWORK_TYPES = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "davfs", "fuse.davfs2", "9p", "afpfs"})
# What GetDriveTypeW answers.
DRIVE_TYPES = {2: Drive.REMOVABLE, 4: Drive.NETWORK}


class Inside(NamedTuple):
    """What opening the workbook showed: why it cannot be opened, or what it lacks and its version."""

    fault: str = ""
    missing: tuple[str, ...] = ()
    version: int = VERSION


def site_of(path: Path, system: System, home: Path, *, drive_of: Callable[[Path], Drive] | None = None) -> Site:
    """Return a workbook and its folder as they stand; nothing is changed."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolving would turn a mapped drive into its server
    folder = absolute.parent
    exists = absolute.is_file()
    inside = look_inside(absolute) if exists else Inside()
    sound = None if exists else newest_sound(absolute)
    backups = list_backups(absolute)
    return Site(
        absolute,
        exists,
        absolute.stat().st_size if exists else 0,
        inside.fault,
        inside.missing,
        zone_of(absolute),
        is_writable(folder) and (not exists or os.access(absolute, os.W_OK)),
        shutil.disk_usage(folder).free if folder.is_dir() else 0,
        (drive_of or probe(system))(absolute),
        inside.version,
        *holder_of(absolute),
        dt.datetime.fromtimestamp(absolute.stat().st_mtime).astimezone() if exists else None,
        tuple(backup.when for backup in backups),
        not backups or is_sound(backups[0].path),
        sound.key if sound else "",
        tuple(copy.name for copy in conflict_copies(absolute)),
        interpreter_of(absolute, system, home),
    )


def look_inside(path: Path) -> Inside:
    """Open the workbook and return what is wrong with it."""
    try:
        from wg_excel.book.opened import reading
        from wg_excel.book.version import version_of
        from wg_excel.care.completeness import missing_parts
        from wg_excel.care.stored import read_contents
        from wg_excel.domain.failures import Failure
        from wg_excel.headless import WorkbookRefused
    except ImportError as problem:  # a broken environment is what the doctor is for
        return Inside(f"Не хватает библиотеки {problem.name}: смотрите выше строку «Библиотеки».")
    try:
        with reading(path) as book:
            return Inside("", tuple(missing_parts(read_contents(book))), version_of(book))
    except (Failure, WorkbookRefused) as problem:
        return Inside(str(problem))


def zone_of(path: Path) -> int | None:
    """Return the zone that Windows marked a downloaded file with, from the stream beside its contents."""
    try:
        lines = Path(f"{path}:Zone.Identifier").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    pairs = (line.partition("=") for line in lines)
    zones = (value.strip() for name, _, value in pairs if name.strip().casefold() == "zoneid")
    return next((int(zone) for zone in zones if zone.isdecimal()), None)


def is_writable(folder: Path) -> bool:
    """Tell whether a file can be made in a folder; rights on Windows show only by trying."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def probe(system: System) -> Callable[[Path], Drive]:
    """Return what tells the drive of a path on a system."""
    if system is System.WINDOWS:
        return lambda path: windows_drive(path.anchor, _drive_type)
    mounts = Path("/proc/mounts")
    text = mounts.read_text(encoding="utf-8", errors="replace") if mounts.exists() else ""
    return lambda path: mounted_drive(path, text)


def windows_drive(anchor: str, drive_type: Callable[[str], int]) -> Drive:
    r"""Return the drive of a path's anchor such as C:\ or \\server\share\."""
    if anchor.startswith("\\\\"):
        return Drive.NETWORK
    return DRIVE_TYPES.get(drive_type(anchor), Drive.LOCAL)


def mounted_drive(path: Path, mounts: str) -> Drive:
    """Return the drive of a path by the table of mounts, as /proc/mounts has it."""
    found = (line.split() for line in mounts.splitlines())
    holding = [(fields[1], fields[2]) for fields in found if len(fields) > 2 and _holds(fields[1], path)]
    _, kind = max(holding, key=lambda mount: len(mount[0]), default=("", ""))
    return Drive.NETWORK if kind in NETWORK_TYPES else Drive.LOCAL


def interpreter_of(path: Path, system: System, home: Path) -> Interpreter | None:
    """Return the Python that xlwings' settings name for the buttons: those beside the workbook, else the user's own."""
    key = "INTERPRETER_WIN" if system is System.WINDOWS else "INTERPRETER_MAC"
    own = home / "Library/Containers/com.microsoft.Excel/Data" if system is System.MACOS else home / ".xlwings"
    for settings in (path.parent / SETTINGS, own / SETTINGS):
        named = dict(_settings(settings))
        if found := named.get(key) or named.get("INTERPRETER"):
            return Interpreter(str(settings), found, shutil.which(found) is not None or Path(found).is_file())
    return None


def _settings(file: Path) -> Iterator[tuple[str, str]]:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for row in csv.reader(lines, skipinitialspace=True):
        if len(row) == 2:
            yield row[0].strip().upper(), row[1].strip()


def _holds(mount: str, path: Path) -> bool:
    # The table writes a space as \040.
    return path.is_relative_to(mount.replace("\\040", " "))


def _drive_type(anchor: str) -> int:
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(anchor))  # type: ignore[attr-defined,unused-ignore]  # Windows only
