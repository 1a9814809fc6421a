"""What the checks know of a workbook and the folder it lies in: one value, gathered in `gathering`."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath

from wg_excel.domain.schema_version import VERSION


class Drive(Enum):
    """What kind of drive a folder is on."""

    LOCAL = "локальный"
    NETWORK = "сетевой"
    REMOVABLE = "съёмный"


@dataclass(frozen=True)
class Interpreter:
    """The Python that the buttons start: the file of settings that names it, and whether it is there."""

    settings: str
    path: str
    exists: bool


@dataclass(frozen=True)
class Site:
    """A workbook on the disk as the checks see it; sizes are bytes.

    `fault` says why the workbook does not open and what to do; `sound_backup` stands in for one that is gone;
    `missing` names tables and columns of the program that it lacks; `zone` is the zone that Windows marked the file
    with, 3 being the internet; `version` is that of its make-up, `newest_reads` whether its newest backup is sound,
    `owner` who has it open, `owner_mark` the file that says so.
    """

    path: PurePath
    exists: bool = True
    size: int = 0
    fault: str = ""
    missing: tuple[str, ...] = ()
    zone: int | None = None
    writable: bool = True
    free: int = 1 << 40
    drive: Drive = Drive.LOCAL
    version: int = VERSION
    owner: str = ""
    owner_mark: str = ""
    changed: dt.datetime | None = None
    backups: tuple[dt.datetime, ...] = ()
    newest_reads: bool = True
    sound_backup: str = ""
    copies: tuple[str, ...] = ()
    interpreter: Interpreter | None = None
