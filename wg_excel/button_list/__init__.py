"""The buttons of the workbook: plain data, from which the macros, the ribbon and the sheets' buttons follow.

A button is one entry here and the function of that name in `wg_excel.buttons`.
"""

from . import appeals, checking, data, deeds, documents, exports, meetings, members
from .button import Button

__all__ = ["BUTTONS", "Button", "buttons_of"]

# In the order of the ribbon's groups.
_GROUPS = (appeals, deeds, checking, exports, meetings, documents, members, data)
BUTTONS: tuple[Button, ...] = tuple(button for group in _GROUPS for button in group.BUTTONS)


def buttons_of(sheet: str) -> tuple[Button, ...]:
    """Return the buttons that a sheet shows, in the order of the list."""
    return tuple(button for button in BUTTONS if sheet in button.sheets)
