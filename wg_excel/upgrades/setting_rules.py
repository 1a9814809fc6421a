"""What the cells of «Настройки» let in: one of an earlier workbook may hold more by now, hours for days."""

from collections.abc import Iterator

import xlwings as xw

from wg_excel.book.blocks import find_sheet
from wg_excel.book.tables import read_cells
from wg_excel.domain.settings import SettingLine, declared
from wg_excel.upgrades.looks import copy_validation
from wg_excel.upgrades.steps import step

Places = dict[object, xw.Range]


@step()
def renew_rules(book: xw.Book, fresh: xw.Book) -> Iterator[str]:
    """Give each setting's value the rule of the newly built workbook where its own is of another kind."""
    here, there = _values(book), _values(fresh)
    changed = []
    for _, setting, _ in declared():
        old, new = here.get(setting.title), there.get(setting.title)
        if old and new and _rule(old) != _rule(new):
            old.number_format = new.number_format
            copy_validation(new, old)
            changed.append(setting.title)
    if changed:
        yield f"На листе «{SettingLine.table.sheet}» обновлены подсказки и правила ввода: {'; '.join(changed)}."


def _rule(cell: xw.Range) -> tuple[object, object]:
    rule = cell.data_validation
    return rule.type, rule.input_message


def _values(book: xw.Book) -> Places:
    cells = read_cells(book, SettingLine)
    sheet = find_sheet(book, cells.sheet)
    title = cells.titles.index(SettingLine.table.column("title").title)
    value = SettingLine.table.column("value").title
    return {row[title]: sheet.range(cells.address(n, value)) for n, row in enumerate(cells.rows, cells.first_row)}
