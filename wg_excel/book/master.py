"""Read the master workbook into the domain's `Group`, and know where each table stands."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import xlwings as xw

from wg_excel.book.blocks import Cell, find_sheet, read_block
from wg_excel.book.failures import HeadingMissing, NotMasterWorkbook, SheetMissing
from wg_excel.book.protocol_texts import read_texts
from wg_excel.book.tables import Cells, is_filled, read_cells
from wg_excel.book.version import refuse_newer
from wg_excel.domain.fields import parse_table
from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.group import Group
from wg_excel.domain.lists import ALL_LISTS
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.rules.headings import LISTS_SHEET, ListHeadingMissing
from wg_excel.domain.schema import Record
from wg_excel.domain.setting_values import read_settings
from wg_excel.domain.settings import SettingLine

Block = Sequence[Sequence[Cell]]
YEAR_OF_TIMES = 1900  # in which a cell of a time alone is read
ESSENTIAL = ("Настройки", "Члены группы", "Обращения", "Заседания")


@dataclass(frozen=True)
class Master:
    """The group and the places of its tables in the workbook."""

    group: Group
    tables: Mapping[str, Cells]

    def address(self, place: Place) -> str:
        """Return the cell that a finding points to, empty where no cell carries it."""
        cells = self.tables.get(place.table)
        if not cells or not place.row or place.column not in cells.titles:
            return ""
        return cells.address(place.row, place.column)

    def value(self, place: Place) -> Cell:
        """Return what the cell holds that a finding points to; None where no cell carries it."""
        if not self.address(place):
            return None
        cells = self.tables[place.table]
        row = place.row - cells.first_row
        return cells.rows[row][cells.titles.index(place.column)] if 0 <= row < len(cells.rows) else None


def read_master(book: xw.Book, records: Sequence[type[Record]] | None = None) -> Master:
    """Read the tables of the record classes, each once; raise NotMasterWorkbook or NewerWorkbook.

    The settings are always read; a button that needs few tables names them and does not pay for the others, of
    which not even the classes are loaded. Without any named, every table is read that people fill, and the imports.
    """
    wanted: tuple[type[Record], ...] = tuple(dict.fromkeys((*(entered() if records is None else records), SettingLine)))
    refuse_newer(book)
    try:
        cells = {record: read_cells(book, record) for record in wanted}
        block = _lists_block(book)
    except SheetMissing:
        _refuse_renamed(book, wanted)
        _refuse_others(book)
        raise
    lists = _lists_in(block)
    parsed: dict[type[Record], tuple[tuple[Record, ...], tuple[Finding, ...]]] = {
        record: parse_table(record, found.titles, found.rows, found.first_row, lists) for record, found in cells.items()
    }
    settings, wrong = read_settings(_setting_values(cells[SettingLine]))
    findings = (*(finding for _, found in parsed.values() for finding in found), *wrong, *_lost_lists(block))
    group = Group({record: rows for record, (rows, _) in parsed.items()}, settings, lists, findings)
    group = replace(group, protocols=read_texts(book, group[Meeting]))
    return Master(group, {record.table.name: found for record, found in cells.items()})


def read_group(book: xw.Book, records: Sequence[type[Record]] | None = None) -> Group:
    """Read the workbook's records, settings and lists, as `read_master` does."""
    return read_master(book, records).group


def entered() -> tuple[type[Record], ...]:
    """Return the record classes of the tables that people fill, and of the imports."""
    from wg_excel.domain.imported.imports import Import
    from wg_excel.domain.records import RECORDS

    return tuple(record for record in RECORDS if record is Import or not record.table.generated)


def _lists_block(book: xw.Book) -> Block:
    return read_block(book, find_sheet(book, LISTS_SHEET).used_range)


def _lost_lists(block: Block) -> Iterator[Finding]:
    found = _list_columns(block)
    return (ListHeadingMissing(known.title) for known in ALL_LISTS if not known.fixed and known.title not in found)


def _lists_in(block: Block) -> dict[str, tuple[str, ...]]:
    """Return the closed lists by their ASCII name; fixed lists keep the program's values (1-domain 1.3)."""
    columns = _list_columns(block)
    return {
        known.name: known.values if known.fixed else columns.get(known.title) or known.values for known in ALL_LISTS
    }


def _list_columns(block: Block) -> dict[str, tuple[str, ...]]:
    titles = {known.title for known in ALL_LISTS}
    top = next((n for n, row in enumerate(block) if sum(cell in titles for cell in row) > 1), len(block) - 1)
    heads, below = block[top], block[top + 1 :]
    return {str(title): tuple(_texts(row[n] for row in below)) for n, title in enumerate(heads) if title in titles}


def _texts(values: Iterable[object]) -> list[str]:
    return [_text(value) for value in values if is_filled(value)]


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _setting_values(cells: Cells) -> dict[str, tuple[int, object]]:
    for heading in ("Параметр", "Значение"):
        if heading not in cells.titles:
            raise HeadingMissing(cells.sheet, heading)
    title, value = cells.titles.index("Параметр"), cells.titles.index("Значение")
    return {str(row[title]): (n, _plain(row[value])) for n, row in enumerate(cells.rows, cells.first_row) if row[title]}


def _plain(value: object) -> object:
    return value.date() if isinstance(value, dt.datetime) and value.year > YEAR_OF_TIMES else value


def _refuse_renamed(book: xw.Book, records: Sequence[type[Record]]) -> None:
    """Raise the failure that names the sheet on which a missing sheet's table stands now."""
    names = set(book.sheet_names)
    lost = {record.table.name: record.table.sheet for record in records if record.table.sheet not in names}
    for sheet in book.sheets:
        for table in sheet.tables:
            if table.name in lost:
                raise SheetMissing(lost[table.name], sheet.name)


def _refuse_others(book: xw.Book) -> None:
    missing = [sheet for sheet in ESSENTIAL if sheet not in book.sheet_names]
    if len(missing) == len(ESSENTIAL):
        raise NotMasterWorkbook(book.name, missing)
    if missing:
        raise SheetMissing(missing[0])
