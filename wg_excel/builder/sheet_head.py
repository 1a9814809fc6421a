"""The head of a sheet: its name, one line on what to do, the clause behind it, and its buttons."""

from xlsxwriter.worksheet import Worksheet

from wg_excel.builder.formats import Formats
from wg_excel.builder.layout import BUTTONS, INSTRUCTION, NOTE, TITLE
from wg_excel.button_list import buttons_of
from wg_excel.domain.schema import Column, Table

TITLE_HEIGHT, LINE_HEIGHT, NOTE_HEIGHT, HEADING_HEIGHT = 28, 18, 15, 34  # points
BUTTON_HEIGHT, BUTTON_ROW, GAP = 26, 32, 8
PREPARED = frozenset({"tblSettings", "tblRules"})  # their rows come with the workbook
SOURCES = {"A": "Регламент", "B": "Положение"}


def write_head(sheet: Worksheet, style: Formats, *, column: int = 0) -> None:
    """Write the sheet's name from a column on, its buttons below, and end the column formats above the headings."""
    heights = (TITLE_HEIGHT, LINE_HEIGHT, NOTE_HEIGHT, BUTTON_ROW if buttons_of(sheet.get_name()) else GAP)
    for row, height in enumerate(heights):
        sheet.set_row(row, height, style.blank)
    sheet.write_string(TITLE, column, sheet.get_name(), style.title)
    add_buttons(sheet, BUTTONS, column)


def write_instruction(sheet: Worksheet, style: Formats, table: Table, left: int) -> None:
    """Write what to do with a table over its columns, and where the regulations ask for it."""
    sheet.write_string(INSTRUCTION, left, table.hint, style.instruction)
    notes = [clause_words(table.clause)] if table.clause else []
    if any(is_asked(table, column) for column in table.columns):
        notes.append("Столбцы с тёмным заголовком обязательны")
    if notes:
        sheet.write_string(NOTE, left, " · ".join(notes), style.note)


def is_asked(table: Table, column: Column) -> bool:
    """Tell whether the user must fill a column: not where the program writes the rows."""
    return column.required and not table.generated and table.name not in PREPARED


def add_buttons(sheet: Worksheet, row: int, column: int = 0) -> None:
    """Put the sheet's buttons side by side into a row, from a column on."""
    offset = 2
    for button in buttons_of(sheet.get_name()):
        width = 44 + 7 * len(button.caption)
        options = {
            "macro": button.macro,
            "caption": button.caption,
            "description": button.screentip,
            "width": width,
            "height": BUTTON_HEIGHT + GAP,
            "x_offset": offset,
            "y_offset": 3,
        }
        sheet.insert_button(row, column, options)
        offset += width + GAP


def clause_words(clause: str) -> str:
    """Return a clause of the regulations in words: `B 6.4` is «Положение, п. 6.4»."""
    source, _, number = clause.partition(" ")
    return f"{SOURCES[source]}, п. {number}"
