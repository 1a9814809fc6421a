"""Look at the computer: the one place that asks which system this is."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module, metadata
from pathlib import Path

from wg_excel.care.doctor.machine import Excel, Machine, MacroSettings, Package, System
from wg_excel.care.doctor.windows import NoRegistry, Registry, WinregRegistry, excel_of, libreoffice_of, macro_settings
from wg_excel.user import home_folder

DISTRIBUTION = "wg-excel"
SYSTEMS = {"win32": System.WINDOWS, "darwin": System.MACOS}
CODE = frozenset({".py", ".pyd", ".so", ".dll"})
MAC_EXCEL = "/Applications/Microsoft Excel.app"
MAC_LIBREOFFICE = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
MAC_SCRIPTS = "Library/Application Scripts/com.microsoft.Excel"
ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def this_machine() -> Machine:
    """Return the computer that the program runs on."""
    system = SYSTEMS.get(sys.platform, System.LINUX)
    return machine(system, _registry(system), Path("/"), home_folder(), os.environ)


def machine(system: System, registry: Registry, root: Path, home: Path, environment: Mapping[str, str]) -> Machine:
    """Return a computer of a system, seen through its registry, file system and environment."""
    excel = excel_of(registry) if system is System.WINDOWS else _mac_excel(root)
    return Machine(
        system,
        sys.version_info[:3],
        sys.executable,
        tuple(packages()),
        excel,
        libreoffice_of(registry) or _libreoffice(root, environment),
        macro_settings(registry, excel.version) if excel else MacroSettings(),
        {f"OneDrive ({name})": environment.get(name, "") for name in ONEDRIVE_VARIABLES},
        next((str(path) for path in sorted((home / MAC_SCRIPTS).glob("xlwings-*.applescript"))), ""),
    )


def packages(distribution: str = DISTRIBUTION) -> Iterator[Package]:
    """Yield the libraries that the installed program declares, with the versions found."""
    try:
        from packaging.requirements import Requirement
    except ImportError:  # a broken environment is what the doctor is for
        yield Package("packaging", "", "", fits=False)
        return
    for text in _requirements(distribution):
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            found = _version(wanted.name)
            fits = bool(found) and wanted.specifier.contains(found, prereleases=True)
            yield Package(wanted.name, str(wanted.specifier), found, fits, _is_whole(wanted.name))


def _requirements(distribution: str) -> list[str]:
    """Return what the program declares; itself where it runs without being installed."""
    try:
        return metadata.requires(distribution) or []
    except metadata.PackageNotFoundError:
        return [distribution]


def _is_whole(name: str) -> bool:
    """Tell whether the code of an installed library is still there: virus scanners take files away."""
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return True
    return all(Path(str(file.locate())).exists() for file in files if file.suffix in CODE)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _mac_excel(root: Path) -> Excel | None:
    app = root / MAC_EXCEL.lstrip("/")
    return Excel("", str(app)) if app.exists() else None


def _libreoffice(root: Path, environment: Mapping[str, str]) -> str:
    on_path = (shutil.which(name, path=environment.get("PATH")) for name in ("soffice", "libreoffice"))
    on_mac = root / MAC_LIBREOFFICE.lstrip("/")
    by_hand = sorted(root.glob("opt/libreoffice*/program/soffice"))
    return next(filter(None, on_path), "") or next((str(path) for path in (on_mac, *by_hand) if path.exists()), "")


def _registry(system: System) -> Registry:
    if system is not System.WINDOWS:
        return NoRegistry()
    return WinregRegistry(import_module("winreg"))
