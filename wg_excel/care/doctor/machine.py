"""What the checks know of the computer: one value, gathered in `gathering` and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import PurePath
from typing import NamedTuple


class System(Enum):
    """The operating system."""

    WINDOWS = "Windows"
    MACOS = "macOS"
    LINUX = "Linux"


class Package(NamedTuple):
    """A library that the program needs: what is wanted, the version found (empty: none), and whether files lack."""

    name: str
    wanted: str
    found: str
    fits: bool
    whole: bool = True


class Excel(NamedTuple):
    """The installed Excel: its version in the registry, such as 16.0, and where it is."""

    version: str
    path: str


class TrustedFolder(NamedTuple):
    """A folder whose macros Excel trusts."""

    path: str
    with_subfolders: bool


@dataclass(frozen=True)
class MacroSettings:
    """What Excel's Trust Center says of macros.

    `level` is VBAWarnings: 1 all run, 2 Excel asks, 3 only signed ones run, 4 none run; `by_policy` when the
    administrator has fixed it.
    """

    level: int = 2
    by_policy: bool = False
    blocks_internet: bool = True
    trusted: tuple[TrustedFolder, ...] = ()


@dataclass(frozen=True)
class Machine:
    """The computer as the checks see it."""

    system: System
    python: tuple[int, int, int]
    executable: str
    packages: tuple[Package, ...] = ()
    excel: Excel | None = None
    libreoffice: str = ""
    macros: MacroSettings = field(default_factory=MacroSettings)
    cloud_folders: Mapping[str, str] = field(default_factory=dict)
    excel_script: str = ""

    def cloud_of(self, folder: PurePath) -> str:
        """Return the cloud service whose own folder holds another folder, empty when none does."""
        places = {name: type(folder)(path) for name, path in self.cloud_folders.items() if path}
        return next((name for name, place in places.items() if folder.is_relative_to(place)), "")
