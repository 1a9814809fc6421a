"""Read Excel, LibreOffice and the macro settings from the Windows registry; nothing is ever written."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from typing import Any, Protocol

from wg_excel.care.doctor.machine import Excel, MacroSettings, TrustedFolder

PROGRAM = r"HKCR\Excel.Application\CurVer"
EXCEL_PATH = r"HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\excel.exe"
LIBREOFFICE_PATHS = (
    r"HKLM\SOFTWARE\LibreOffice\UNO\InstallPath",
    r"HKLM\SOFTWARE\WOW6432Node\LibreOffice\UNO\InstallPath",
    r"HKCU\SOFTWARE\LibreOffice\UNO\InstallPath",
)
SECURITY = r"HKCU\Software\{branch}Microsoft\Office\{version}\Excel\Security"


class Registry(Protocol):
    r"""The registry as far as it is read; a key is written HKCU\Software\…, the unnamed value has a blank name."""

    def values(self, key: str) -> Mapping[str, object]:
        """Return the values of a key by name, empty where there is no such key."""

    def keys(self, key: str) -> tuple[str, ...]:
        """Return the names of the keys below a key."""


class WinregRegistry:
    """The registry of this computer, opened for reading only through the standard library's `winreg`."""

    def __init__(self, winreg: Any) -> None:  # noqa: ANN401 - a module that only Windows has
        self._winreg = winreg
        self._hives = {
            "HKCU": winreg.HKEY_CURRENT_USER,
            "HKLM": winreg.HKEY_LOCAL_MACHINE,
            "HKCR": winreg.HKEY_CLASSES_ROOT,
        }

    def values(self, key: str) -> Mapping[str, object]:
        """Return the values of a key by name."""
        with suppress(OSError), self._opened(key) as opened:
            _, count, _ = self._winreg.QueryInfoKey(opened)
            return {name: value for name, value, _ in (self._winreg.EnumValue(opened, n) for n in range(count))}
        return {}

    def keys(self, key: str) -> tuple[str, ...]:
        """Return the names of the keys below a key."""
        with suppress(OSError), self._opened(key) as opened:
            count, _, _ = self._winreg.QueryInfoKey(opened)
            return tuple(self._winreg.EnumKey(opened, n) for n in range(count))
        return ()

    def _opened(self, key: str) -> AbstractContextManager[object]:
        hive, _, path = key.partition("\\")
        opened: AbstractContextManager[object] = self._winreg.OpenKey(self._hives[hive], path, 0, self._winreg.KEY_READ)
        return opened


class NoRegistry:
    """The registry of a computer that has none."""

    def values(self, _: str) -> Mapping[str, object]:
        """Return nothing."""
        return {}

    def keys(self, _: str) -> tuple[str, ...]:
        """Return nothing."""
        return ()


def excel_of(registry: Registry) -> Excel | None:
    """Return the Excel that is registered for automation."""
    program = str(registry.values(PROGRAM).get("", ""))
    path = str(registry.values(EXCEL_PATH).get("", ""))
    number = program.rpartition(".")[2]
    if not number.isdecimal():
        return Excel("", path) if path else None
    return Excel(f"{number}.0", path)


def libreoffice_of(registry: Registry) -> str:
    """Return the folder of LibreOffice's programs, empty when it is not installed."""
    found = (str(registry.values(key).get("", "")) for key in LIBREOFFICE_PATHS)
    return next(filter(None, found), "")


def macro_settings(registry: Registry, version: str) -> MacroSettings:
    """Return the macro settings of an Excel; what the administrator has fixed wins."""
    policy = registry.values(SECURITY.format(branch="Policies\\", version=version))
    own = registry.values(SECURITY.format(branch="", version=version))
    level = _number(policy.get("VBAWarnings"), _number(own.get("VBAWarnings"), 2))
    # Since 2022 Excel blocks macros from the internet unless a policy says otherwise.
    blocks = _number(policy.get("blockcontentexecutionfrominternet"), 1) == 1
    return MacroSettings(level, "VBAWarnings" in policy, blocks, tuple(_trusted(registry, version)))


def _trusted(registry: Registry, version: str) -> Iterator[TrustedFolder]:
    for branch in ("Policies\\", ""):
        key = rf"{SECURITY.format(branch=branch, version=version)}\Trusted Locations"
        if _number(registry.values(key).get("AllLocationsDisabled"), 0) == 1:
            return
        for name in registry.keys(key):
            values = registry.values(rf"{key}\{name}")
            if path := str(values.get("Path", "")):
                yield TrustedFolder(path, _number(values.get("AllowSubFolders"), 0) == 1)


def _number(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise
