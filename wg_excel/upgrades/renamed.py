"""What later versions call otherwise: the old name is replaced, so that the school's own value stays."""

from collections.abc import Iterator

import xlwings as xw

from wg_excel.book.tables import read_cells, set_cell
from wg_excel.domain.settings import SettingLine
from wg_excel.upgrades.steps import step

# The setting's title in the earlier version: its title now.
SETTINGS = {"Уроки без отметок: много, %": "Уроки без отметок: не больше, %"}


@step(below=1)
def rename_settings(book: xw.Book, _: xw.Book) -> Iterator[str]:
    """Give settings their present titles."""
    cells = read_cells(book, SettingLine)
    column = cells.titles.index(SettingLine.table.column("title").title)
    titles = [row[column] for row in cells.rows]
    for old, new in SETTINGS.items():
        if old in titles and new not in titles:
            set_cell(book, SettingLine, cells.first_row + titles.index(old), "title", new)
            yield f"Параметр «{old}» теперь называется «{new}»."
