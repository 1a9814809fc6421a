"""Read the synthetic school year (`year/*.csv`), its planted mistakes and the synthetic exports beside it.

Every person, school and number there is invented. A file holds one table in the order of the sheet's columns,
written as a secretary would type it: in columns of dates, times and numbers `05.09.2026`, `14:30` and `1,5` become
values, and what Excel would not understand (`31.02.2026`) stays text.
"""

import csv
import datetime as dt
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.members import Member
from wg_excel.domain.schema import Column, Kind, Record
from wg_excel.domain.settings import DayOff, SchoolTerm, SettingLine, declared, in_cell
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.extractions import Extraction
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.readiness import Readiness
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import Training

Value = object  # a cell: text, number, date or None

HERE = Path(str(files(__package__)))
FILES: dict[type[Record], str] = {
    Member: "members",
    Teacher: "teachers",
    Appeal: "appeals",
    Meeting: "meetings",
    Attendance: "attendance",
    AgendaItem: "agenda",
    Assignment: "assignments",
    Activity: "plan",
    Document: "documents",
    Request: "requests",
    Training: "training",
    Access: "access",
    Extraction: "extractions",
    Readiness: "readiness",
    SettingLine: "settings",
    SchoolTerm: "terms",
    DayOff: "days_off",
}
RECORDS = tuple(FILES)
SCHOOL = "МБОУ «Учебная школа № 1» (учебные данные)"
# The meeting whose protocol the demonstration draws up; № 4 lacks its protocol on purpose.
PROTOCOLS = ("5",)


class Planted(NamedTuple):
    """A deliberate mistake: the rule that finds it, its place (`line`: data row of the table, 0: none) and why."""

    rule: str
    sheet: str
    line: int
    key: str
    column: str
    why: str


def rows(record: type[Record]) -> list[list[Value]]:
    """Return the cell values of a record class's table, in the order of its columns, as a sheet would hold them.

    A column that the file does not have stays empty.
    """
    if record is SettingLine:
        return _settings()
    heads, body = _read("year", FILES[record])
    told = (dict(zip(heads, line, strict=True)) for line in body)
    return [[_cell(column, line.get(column.title, "")) for column in record.table.columns] for line in told]


def titles(record: type[Record]) -> list[str]:
    """Return the headings of a record class's file."""
    return _read("year", FILES[record])[0]


def planted() -> tuple[Planted, ...]:
    """Return every mistake that the check must find in the demo workbook, and no others."""
    _, body = _read(".", "expected")
    return tuple(Planted(rule, sheet, int(line or 0), *rest) for rule, sheet, line, *rest in body)


def exports() -> tuple[Path, ...]:
    """Return the files of the synthetic exports, by name."""
    return tuple(sorted(path for path in (HERE / "exports").iterdir() if path.suffix in {".xls", ".xlsx", ".csv"}))


def _settings() -> list[list[Value]]:
    """Return every declared setting with the value of the demo school, else its default."""
    chosen = {title: _typed(value) for title, value in _read("year", FILES[SettingLine])[1]}
    return [
        [setting.section, setting.title, chosen.get(setting.title, in_cell(default)), setting.hint]
        for _, setting, default in declared()
    ]


def _read(folder: str, name: str) -> tuple[list[str], list[list[str]]]:
    with (HERE / folder / f"{name}.csv").open(encoding="utf-8", newline="") as source:
        first, *body = csv.reader(source, delimiter=";")
    return first, body


def _cell(column: Column, cell: str) -> Value:
    """Return the value of a column's cell; the sheet keeps texts as typed, but a choice such as 5 is a number."""
    return cell or None if column.is_text and column.kind is not Kind.CHOICE else _typed(cell)


def _typed(cell: str) -> Value:
    """Return what Excel makes of a typed text."""
    if not cell:
        return None
    for read in (_day, _time, _number):
        with suppress(ValueError):
            return read(cell)
    return cell


def _day(cell: str) -> dt.date:
    return dt.datetime.strptime(cell, "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no zone


def _time(cell: str) -> float:
    """Return a time as Excel holds it, a part of a day."""
    moment = dt.datetime.strptime(cell, "%H:%M")  # noqa: DTZ007 - a time of day has no zone
    return (moment.hour * 60 + moment.minute) / 1440


def _number(cell: str) -> float:
    return float(cell.replace(",", "."))
