"""An .xlsx archive of contents: a plain sheet a table, and a first sheet that says which is which."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from wg_excel.care import archive_json
from wg_excel.care.content import ZERO_DAY, Contents, Row, TableContent, Value
from wg_excel.care.failures import NoArchive

INDEX = "Архив"
INDEX_TITLES = ("Таблица", "Лист книги", "Лист архива", "Строк")
FORMATS = {dt.date: "dd.mm.yyyy", dt.datetime: "dd.mm.yyyy hh:mm:ss", dt.time: "hh:mm:ss"}
MIDNIGHT = dt.time()
CREATED = dt.datetime.fromisoformat("2026-09-01")  # so that the bytes depend on the contents alone


class _Exact(float):
    """A number that is written with all its digits; XlsxWriter formats it to 16, a digit short of exact."""

    def __format__(self, _: str) -> str:
        return format(float(self), ".17G")


def xlsx_bytes(contents: Contents) -> bytes:
    """Return the archive's bytes; text is written as text, whatever it looks like."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        style = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
        bold = book.add_format({"bold": True})
        index = book.add_worksheet(INDEX)
        index.write_row(0, 0, (archive_json.FORMAT, archive_json.VERSION))
        index.write_row(1, 0, INDEX_TITLES, bold)
        index.set_column(0, 2, 30)
        for number, table in enumerate(contents.tables, 1):
            name = _sheet_name(number, table)
            _write(index, number + 1, (table.name, table.sheet, name, float(len(table.rows))), style)
            _write_table(book.add_worksheet(name), table, bold, style)
    return buffer.getvalue()


def read_xlsx(packed: bytes, name: str) -> Contents:
    """Read an archive; raise NoArchive or ArchiveNewer with the name of the file."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(packed)) as book:
            head, _, *index = book.get_sheet_by_name(INDEX).to_python(skip_empty_area=False)
            archive_json.check_version({"format": head[0], "version": int(str(head[1]).removesuffix(".0"))}, name)
            return Contents(tuple(_read_table(book, line) for line in index))
    except (CalamineError, ValueError, IndexError, TypeError) as problem:
        raise NoArchive(name) from problem


def _write_table(sheet: Any, table: TableContent, bold: object, style: dict[type, object]) -> None:  # noqa: ANN401 - untyped library
    for column, title in enumerate(table.titles):
        sheet.write_string(0, column, title, bold)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(table.rows, 1):
        _write(sheet, number, row, style)


def _write(sheet: Any, number: int, row: Sequence[Value], style: dict[type, object]) -> None:  # noqa: ANN401 - as above
    for column, value in enumerate(row):
        if isinstance(value, bool):
            sheet.write_boolean(number, column, value)
        elif isinstance(value, float):
            sheet.write_number(number, column, _Exact(value))
        elif isinstance(value, dt.datetime):
            moment = _shortest(value)
            sheet.write_datetime(number, column, moment, style[type(moment)])
        elif value:
            sheet.write_string(number, column, value)


def _read_table(book: Any, line: Sequence[object]) -> TableContent:  # noqa: ANN401 - as above
    name, sheet, where, height = line[:4]
    titles, *rows = book.get_sheet_by_name(str(where)).to_python(skip_empty_area=False)
    blank = [""] * len(titles)
    # The index counts the blank rows at the end, which the sheet does not show; rows that a person has added stay.
    rows += [blank] * (int(float(str(height))) - len(rows))
    return TableContent(str(name), str(sheet), tuple(map(str, titles)), tuple(map(_read_row, rows)))


def _read_row(row: Sequence[object]) -> Row:
    return tuple(map(_read_value, row))


def _read_value(found: object) -> Value:
    if isinstance(found, dt.datetime | bool):
        return found
    if isinstance(found, dt.date):
        return dt.datetime.combine(found, MIDNIGHT)
    if isinstance(found, dt.time):
        return dt.datetime.combine(ZERO_DAY, found)
    if isinstance(found, int | float):
        return float(found)
    return str(found) or None


def _shortest(moment: dt.datetime) -> dt.datetime | dt.date | dt.time:
    if moment.date() == ZERO_DAY:
        return moment.time()
    return moment if moment.time() != MIDNIGHT else moment.date()


def _sheet_name(number: int, table: TableContent) -> str:
    words = "".join(letter if letter.isalnum() or letter in " -_()," else " " for letter in table.label)
    return f"{number:02} {words}"[:31].strip()
