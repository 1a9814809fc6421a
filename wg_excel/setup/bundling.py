"""Pack the program with its libraries for a computer without internet."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Sequence
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from wg_excel import __version__
from wg_excel.book.disk_reasons import reason_of
from wg_excel.setup.failures import BundleFailed, FolderUnwritable
from wg_excel.setup.scripts import POSIX_NAME, WHEELS, WINDOWS_NAME, setup_cmd, setup_sh

Pip = Callable[[Sequence[str]], None]
# By the beginning of a platform's tag: what markers of requirements ask for.
SYSTEMS = {
    "win": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macosx": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
}
# What pip says, and what it means; a lack of connection makes pip find nothing, so it stands first.
REASONS = {
    r"NewConnectionError|NameResolutionError|getaddrinfo|ConnectTimeout|ReadTimeout|ProxyError|SSLError|--no-index": (
        "нет связи с хранилищем библиотек. Проверьте интернет и повторите; собирать нужно на компьютере с интернетом"
    ),
    r"No space left|Errno 28|WinError 112": "на диске нет свободного места. Освободите его и повторите",
    r"No module named pip": "в этом Python нет pip. Выполните python -m ensurepip и повторите",
    r"No matching distribution found for (\S+)": (
        "нет библиотеки {}. Проверьте интернет, название системы (например win_amd64) и версию Python (3.11–3.13)"
    ),
}
SOURCE = Path(__file__).parents[2]


def bundle(folder: Path, platform: str, python: str, *, pip: Pip | None = None) -> tuple[str, ...]:
    """Collect the wheels for a platform (win_amd64) and Python (3.12) and lay the script that installs from them.

    Return the names of the wheels.
    """
    run = pip or _pip_of(platform, python)
    wheels = folder / WHEELS
    try:
        wheels.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise FolderUnwritable(folder, reason_of(problem)) from problem
    run(["wheel", "--no-deps", "--wheel-dir", str(wheels), own_source()])
    wanted = list(lacking(wheels, platform, python))
    while wanted:
        run(download(wheels, platform, python, wanted))
        still = list(lacking(wheels, platform, python))
        if still == wanted:
            raise BundleFailed(platform, python, f"не найдено: {', '.join(still)}")
        wanted = still
    _lay_scripts(folder, platform)
    return tuple(sorted(path.name for path in wheels.glob("*.whl")))


def download(wheels: Path, platform: str, python: str, wanted: Sequence[str]) -> list[str]:
    """Return pip's arguments that download wheels for another platform."""
    target = ["--only-binary=:all:", "--platform", platform, "--python-version", python, "--implementation", "cp"]
    return ["download", *target, "--dest", str(wheels), "--find-links", str(wheels), *wanted]


def lacking(wheels: Path, platform: str, python: str) -> Iterator[str]:
    """Yield the requirements of the collected wheels that no wheel meets.

    pip asks the markers of requirements about the computer it runs on, not the one that the wheels are for; what
    only Windows needs would be left out of a bundle made on Linux.
    """
    present = {parse_wheel_filename(path.name)[0]: parse_wheel_filename(path.name)[1] for path in wheels.glob("*.whl")}
    environment = _environment(platform, python)
    found: dict[str, None] = {}
    for path in sorted(wheels.glob("*.whl")):
        for requirement in map(Requirement, _requirements(path)):
            version = present.get(canonicalize_name(requirement.name))
            needed = requirement.marker is None or requirement.marker.evaluate(environment)
            if needed and (version is None or not requirement.specifier.contains(version, prereleases=True)):
                requirement.marker = None
                found[str(requirement)] = None
    yield from found


def own_source() -> str:
    """Return what pip makes this program's wheel of: the sources it runs from, else the version of the index."""
    return str(SOURCE) if (SOURCE / "pyproject.toml").is_file() else f"wg-excel=={__version__}"


def _environment(platform: str, python: str) -> dict[str, str]:
    system = next(values for start, values in SYSTEMS.items() if platform.startswith(start))
    machine = platform.partition("_")[2].upper() if platform.startswith("win") else platform.rpartition("_")[2]
    versions = {"python_version": python, "python_full_version": f"{python}.0"}
    return {**system, **versions, "platform_machine": machine, "implementation_name": "cpython", "extra": ""}


def _requirements(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return HeaderParser().parsestr(archive.read(name).decode()).get_all("Requires-Dist") or []


def _lay_scripts(folder: Path, platform: str) -> None:
    if platform.startswith("win"):
        (folder / WINDOWS_NAME).write_bytes(setup_cmd())
        return
    script = folder / POSIX_NAME
    script.write_bytes(setup_sh())
    script.chmod(0o755)


def reason_of_pip(said: str) -> str:
    """Return in Russian why pip failed, by what it said; the last of its own errors where none is known."""
    for pattern, reason in REASONS.items():
        if found := re.search(pattern, said):
            return reason.format(*found.groups())
    lines = [line.strip() for line in said.splitlines() if line.strip() and not line.startswith(("note:", "hint:"))]
    return f"pip ответил: {lines[-1].rstrip('.')}" if lines else "pip не ответил"


def _pip_of(platform: str, python: str) -> Pip:
    def run(arguments: Sequence[str]) -> None:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", errors="replace")  # noqa: S603 - our own command
        if done.returncode:
            raise BundleFailed(platform, python, reason_of_pip(done.stderr))

    return run
