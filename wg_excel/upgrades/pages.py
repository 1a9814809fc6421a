"""Pages that the program draws whole: an earlier one makes room for that of this version."""

from collections.abc import Iterator

import xlwings as xw

from wg_excel.documents.summary import DATA_SHEET, SHEET
from wg_excel.upgrades.steps import step

# The page, and the name under which the earlier one stays with whatever a person added to it.
FORMER = {
    SHEET: "Сводка — прежняя",
    DATA_SHEET: "Данные сводки — прежние",
    "Шаблон протокола": "Шаблон протокола — прежний",
    "Шаблон справки": "Шаблон справки — прежний",
}


@step(below=2)
def draw_anew(book: xw.Book, fresh: xw.Book) -> Iterator[str]:
    """Put the pages of this version in the place of the earlier ones, which stay beside them."""
    selected = book.sheets.active.name
    for name, former in FORMER.items():
        if name in book.sheet_names and former not in book.sheet_names:
            _replace(book.sheets[name], fresh.sheets[name], former)
            if fresh.sheets[name].visible:
                yield f"Лист «{name}» нарисован заново; прежний остался листом «{former}»: ненужный удалите."
    book.sheets[selected].activate()


def _replace(sheet: xw.Sheet, new: xw.Sheet, former: str) -> None:
    book, name, visible = sheet.book, sheet.name, new.visible
    sheet.name = former
    new.copy(before=sheet)
    book.sheets[name].visible = visible
    sheet.visible = visible
