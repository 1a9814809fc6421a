"""Use LibreOffice in tests: every call starts it with a profile of its own and ends what it started.

A test module that calls `convert` or `run_script` sets `pytestmark = libreoffice.marks`.
"""

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import pytest

SESSION = Path(__file__).with_name("libreoffice_session.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # distributions put the bridge (python3-uno) there, out of a venv's reach
SECONDS = 300
NOBODY = 65534


def convert(path: Path, to: str, outdir: Path) -> Path:
    """Convert a document into a format as `pdf` or `xlsx`, with a filter where wanted (`pdf:calc_pdf_Export`)."""
    with tempfile.TemporaryDirectory() as profile:
        output = _run(_office(), *_options(profile), "--convert-to", to, "--outdir", str(outdir), str(path))
    result = outdir / f"{path.stem}.{to.partition(':')[0]}"
    if not result.exists():
        raise RuntimeError(f"LibreOffice did not convert {path.name}: {output}")
    return result


def run_script(script: str, *arguments: str, extension: Path | None = None) -> str:
    """Run a Python script against a LibreOffice that listens, with an extension added, and return what it prints.

    The script has the names `desktop`, `arguments`, `open_document(path)`, `call_macro(name, …)` and
    `dispatch(frame, url)`; it is run by the Python that has LibreOffice's bridge, so it cannot import the product.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "script.py")
        file.write_text(script, encoding="utf-8")
        if extension:
            _add(extension, Path(folder))
        office = [_office(), *_options(folder)]
        return _run(SYSTEM_PYTHON, str(SESSION), str(file), str(len(office)), *office, *arguments)


@functools.cache
def missing() -> str:
    """Return what is missing for the calls above; empty when nothing is."""
    if not _office():
        return "LibreOffice (soffice)"
    try:
        _run(SYSTEM_PYTHON, "-c", "import uno")
    except (OSError, RuntimeError):
        return f"LibreOffice's bridge for {SYSTEM_PYTHON} (python3-uno)"
    return ""


def _office() -> str:
    return shutil.which("soffice") or shutil.which("libreoffice") or ""


def _options(profile: str) -> list[str]:
    return ["--headless", "--norestore", _profile(profile)]


def _profile(folder: str) -> str:
    return f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"


def _add(extension: Path, folder: Path) -> None:
    """Add an extension to a new profile; unopkg refuses the administrator, who therefore becomes nobody for it."""
    copy = Path(shutil.copy2(extension, folder / "extension.oxt"))
    if os.geteuid():
        _run("unopkg", "add", _profile(str(folder)), str(copy))
        return
    for path in (folder, copy):
        os.chown(path, NOBODY, NOBODY)
    _run("unopkg", "add", _profile(str(folder)), str(copy), user=NOBODY, HOME=str(folder))


def _run(*command: str, user: int | None = None, **variables: str) -> str:
    """Run a command in a process group of its own, which ends with it, and return its output."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    process = subprocess.Popen(
        command,
        env=environment | {"PYTHONIOENCODING": "utf-8"} | variables,
        user=user,
        cwd=tempfile.gettempdir(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    try:
        output, errors = process.communicate(timeout=SECONDS)
    finally:
        _end_group(process.pid)
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {errors}")
    return output


def _end_group(group: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


marks = [
    pytest.mark.xdist_group("libreoffice"),
    pytest.mark.skipif(bool(missing()), reason=f"needs {missing()}"),
]
