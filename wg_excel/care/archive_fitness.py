"""See that what an archive holds fits into a workbook: a person may have edited it since."""

import re
from collections.abc import Iterator

from wg_excel.care.content import Contents, TableContent
from wg_excel.care.failures import ArchiveUnfit

# What Excel takes for names (support.microsoft.com: rename a worksheet, rename an Excel table) and its limits.
SHEET_NAME = re.compile(r"(?!')[^\[\]:*?/\\\0]{1,31}(?<!')")
TABLE_NAME = re.compile(r"(?![A-Za-z]{1,3}\d+$)(?!(?i:r\d*c\d*|r|c)$)[^\W\d][\w.]{0,254}")
COLUMNS, ROWS, TITLE = 16_384, 1_048_575, 255


def refuse_unfit(contents: Contents, name: str) -> None:
    """Raise ArchiveUnfit, naming the archive and the first thing that no workbook can hold."""
    known = set[str]()
    for table in contents.tables:
        for fault in _faults(table, known):
            raise ArchiveUnfit(name, fault)
        known.add(table.name.casefold())


def _faults(table: TableContent, known: set[str]) -> Iterator[str]:
    if not TABLE_NAME.fullmatch(table.name):
        yield f"имя таблицы «{table.name}»"
    if table.name.casefold() in known:
        yield f"таблица «{table.name}» стоит в нём дважды"
    if not SHEET_NAME.fullmatch(table.sheet):
        yield f"имя листа «{table.sheet}»"
    if not 0 < len(table.titles) <= COLUMNS or len(table.rows) > ROWS:
        yield f"размер таблицы «{table.name}»"
    if len({title.casefold() for title in table.titles}) < len(table.titles):
        yield f"в таблице «{table.name}» два столбца с одним названием"
    if not all(title.strip() and len(title) <= TITLE for title in table.titles):
        yield f"в таблице «{table.name}» есть столбец без названия или с названием длиннее {TITLE} знаков"
