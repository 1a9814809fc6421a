"""Write the extension that gives LibreOffice Calc a menu of the workbook's buttons.

It knows no button of ours: entries and the interpreter that runs them are given to it.
"""

from .extension import Menu, MenuEntry, extension

__all__ = ["Menu", "MenuEntry", "extension"]
