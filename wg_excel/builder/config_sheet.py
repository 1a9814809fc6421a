"""The very hidden sheet that tells xlwings' macros which Python runs the buttons (`GetConfigFromSheet` of xlwings.bas).

Its settings win over those of the computer, so a button works without installing anything more.
"""

import sys
from pathlib import Path, PurePath
from typing import NamedTuple

import xlsxwriter

from wg_excel.builder.formats import Formats
from wg_excel.user import home_folder

SHEET = "xlwings.conf"
ANY_PYTHON = "python"  # the one that the computer finds by its name


class Interpreters(NamedTuple):
    """The program that runs the buttons, in Excel for Windows and for macOS."""

    windows: str = ANY_PYTHON
    mac: str = ANY_PYTHON


def running_interpreter() -> Interpreters:
    """Return the interpreter of this process, for the system that it runs on."""
    return interpreters(sys.platform, Path(sys.executable), home_folder())


def interpreters(platform: str, executable: Path, home: PurePath) -> Interpreters:
    """Return an interpreter for its system; on Windows its sibling without a console window.

    A folder of the user is written as a variable of the system: so a workbook that is passed on works for all whose
    Python lies at the same place of their own folder.
    """
    if platform == "darwin":
        return Interpreters(mac=_of_any_user(executable, home, "$HOME"))
    if platform != "win32":
        return Interpreters()
    return Interpreters(_of_any_user(windowless(executable), home, "%USERPROFILE%"))


def windowless(executable: Path) -> Path:
    """Return the sibling of a Python that opens no console window, where there is one (Windows), else the Python."""
    sibling = executable.with_name("pythonw.exe")
    return sibling if sibling.is_file() else executable


def add_config_sheet(workbook: xlsxwriter.Workbook, style: Formats, *, chosen: Interpreters) -> None:
    """Add the sheet: a key and a value a row, as texts."""
    sheet = workbook.add_worksheet(SHEET)
    for row, (key, value) in enumerate(_settings(chosen).items()):
        sheet.write_string(row, 0, key, style.note)
        sheet.write_string(row, 1, value, style.note)
    sheet.very_hidden()


def _settings(chosen: Interpreters) -> dict[str, str]:
    return {
        "INTERPRETER_WIN": chosen.windows,
        "INTERPRETER_MAC": chosen.mac,
        # A file beside the workbook must not be taken for a module of the program.
        "ADD_WORKBOOK_TO_PYTHONPATH": "False",
        # What fails before the program can speak, such as a Python that is not there, has to be seen.
        "SHOW_ERROR_POPUPS": "True",
    }


def _of_any_user(executable: PurePath, home: PurePath, variable: str) -> str:
    if not executable.is_relative_to(home):
        return str(executable)
    return str(type(home)(variable) / executable.relative_to(home))
