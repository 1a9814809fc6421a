"""The shortcut to the workbook on the desktop of Windows."""

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from wg_excel.setup.scripts import MAKE_SHORTCUT, REMOVE_SHORTCUT

Run = Callable[[Sequence[str], Mapping[str, str]], bool]
SECONDS = 60


def make(workbook: Path, run: Run) -> bool:
    """Put a shortcut to the workbook on the desktop; tell whether it worked."""
    return run(_command(MAKE_SHORTCUT), _variables(workbook))


def remove(workbook: Path, run: Run) -> bool:
    """Remove the shortcut where it leads to this workbook; tell whether it worked."""
    return run(_command(REMOVE_SHORTCUT), _variables(workbook))


def run_program(command: Sequence[str], variables: Mapping[str, str]) -> bool:
    """Run a program of the system with these variables added; tell whether it ended well."""
    try:
        done = subprocess.run(command, env={**os.environ, **variables}, timeout=SECONDS, check=False)  # noqa: S603 - our own constant command
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _command(script: str) -> list[str]:
    return ["powershell", "-NoProfile", "-NonInteractive", "-Command", script]


def _variables(workbook: Path) -> dict[str, str]:
    return {"WG_BOOK": str(workbook), "WG_LINK": f"{workbook.stem}.lnk"}
