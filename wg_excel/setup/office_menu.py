"""The extension that gives LibreOffice Calc the workbook's buttons, made for the Python of this computer."""

import sys
from pathlib import Path

from wg_excel import __version__
from wg_excel.builder.config_sheet import windowless
from wg_excel.button_list import BUTTONS
from wg_excel.calc_extension import Menu, MenuEntry, extension
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import Meeting

NAME = "Кнопки для LibreOffice.oxt"
TITLE = "Рабочая группа ЭлЖур"


def menu(executable: Path = Path(sys.executable)) -> Menu:
    """Return the menu with an entry for each button, run by a Python; on Windows by its sibling without a console."""
    entries = [MenuEntry(button.function, button.caption, button.ribbon_group, button.asks) for button in BUTTONS]
    return Menu(
        TITLE,
        sorted(entries, key=lambda entry: _groups().index(entry.group)),
        (Appeal.table.sheet, Meeting.table.sheet),
        str(windowless(executable)),
    )


def extension_file() -> bytes:
    """Return the extension for this computer."""
    return extension(menu(), __version__)


def _groups() -> list[str]:
    return list(dict.fromkeys(button.ribbon_group for button in BUTTONS))
