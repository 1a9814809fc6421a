"""Lines that the program declares and an earlier workbook lacks: settings, rules, conditions, values of fixed lists."""

from collections.abc import Iterator

import xlwings as xw

from wg_excel.care.content import TableContent, shown
from wg_excel.care.declared_lines import LINES
from wg_excel.care.stored import append, read_contents
from wg_excel.domain.lists import ALL_LISTS
from wg_excel.upgrades.steps import step

FIXED = {known.name: known.title for known in ALL_LISTS if known.fixed}


@step()
def add_lines(book: xw.Book, fresh: xw.Book) -> Iterator[str]:
    """Add missing lines below those that stand; what the school has changed in the others stays."""
    new, old = read_contents(fresh), read_contents(book)
    for name, title in (LINES | FIXED).items():
        there, here = new.table(name), old.table(name)
        if not there or not here or title not in here.titles:
            continue
        known = _texts(here, title)
        missing = [there.cells(row) for row in there.rows if shown(there.cells(row)[title]) not in known]
        if missing:
            append(book, name, missing)
            yield f"{here.label}: добавлено — {'; '.join(shown(row[title]) for row in missing)}."


def _texts(table: TableContent, title: str) -> set[str]:
    return {shown(table.cells(row)[title]) for row in table.rows}
