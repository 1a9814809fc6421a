"""Excel's own validation and the field rules give one verdict, but for the exceptions listed here with reasons."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.datavalidation import DataValidation

from tests import libreoffice
from tests.builder.native_validation import Value, count_if, lets_in
from tests.builder.reading import corners
from wg_excel.builder.layout import FIRST
from wg_excel.builder.validation import counted_once
from wg_excel.domain.fields import parse_table
from wg_excel.domain.index import Index
from wg_excel.domain.lists import ALL_LISTS
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Column, Kind, Record
from wg_excel.domain.settings import SettingLine

BY_ROW = {SettingLine}  # each setting has a rule of its own kind
MOMENT = dt.datetime  # a workbook's days have no zone
TIMES: frozenset[Value] = frozenset({dt.time(0), dt.time(14, 30)})
VALUES: tuple[Value, ...] = (
    *(None, "", "—", " ", True, False, "#ССЫЛКА!"),
    # texts
    *(
        "Слово",
        " Слово",
        "Слово ",
        "два  пробела",
        "с\u00a0неразрывным",
        "невидимый\u200bзнак",
        "Ивaнов",
        "ИВАНОВА АННА",
    ),
    *("Иванова Анна Петровна", "Иванова А. П.", "ё" * 120, "ё" * 121, "а" * 255, "а" * 256, "б" * 4000, "б" * 4001),
    # days
    *(dt.date(2026, 9, 1), dt.date(1950, 1, 1), dt.date(2099, 12, 31), dt.date(2100, 1, 1), dt.date(1949, 12, 31)),
    *(MOMENT(2099, 12, 31, 23, 30), MOMENT(2026, 9, 1, 8, 15), dt.date(2206, 9, 1), dt.date(1900, 3, 1)),
    *("01.09.2026", "1 сентября 2026 г.", "31.02.2026", "12/01/26", "вчера"),
    # numbers and times
    *(0, 1, 5, 6, 12, 0.5, 1.5, 0.99998, -1, -0.5, 46266, 46266.25, 999_999, 1_000_000, 1_000_001, 20260901, 3e6),
    *("0", "5", "5,5", "5.5", "1 000", "пять", "-1", "9:30", "14.30", "25:00", *TIMES),
    # keys and choices
    *("1", "01", "№ 1", "1*", "2026-001", "2026-1", "решено", "Решено", "Решенo", "РЕШЕНО ", "Нет такого"),
)


class Verdict(NamedTuple):
    """What Excel and the check say about a value in a column: right or not; `slips` are the check's reasons."""

    column: Column
    value: Value
    native: bool
    slips: frozenset[str]

    @property
    def differences(self) -> frozenset[str]:
        """Return what the check alone says; "" where Excel alone refuses, nothing where they agree."""
        if self.native == (not self.slips):
            return frozenset()
        return self.slips or frozenset({""})


class Allowed(NamedTuple):
    """Where the two may differ and why: what the check alone says (`slips`), or that Excel alone refuses."""

    reason: str
    slips: frozenset[str] = frozenset({""})
    kinds: frozenset[Kind] = frozenset(Kind)
    values: frozenset[Value] = frozenset()
    keys_only: bool = False

    def covers(self, verdict: Verdict, slip: str) -> bool:
        """Tell whether the exception is for this difference."""
        if verdict.column.kind not in self.kinds or (self.keys_only and not verdict.column.unique):
            return False
        return slip in self.slips and (not self.values or verdict.value in self.values)


TEXTS = frozenset({Kind.TEXT, Kind.FIO, Kind.LONG_TEXT, Kind.REFERENCE, Kind.CHOICE})
EXCEPTIONS = (
    Allowed("Excel looks at what is typed, not at what stays blank", frozenset({"RequiredBlank"})),
    Allowed("a cell has one validation, and that of texts watches the length", frozenset({"StrayBlanks"}), TEXTS),
    Allowed("Excel knows no alphabets", frozenset({"LookAlikeLetters"}), TEXTS),
    Allowed("no formula of Excel's knows the form of a name", frozenset({"NotFio"}), frozenset({Kind.FIO})),
    Allowed("Excel compares with a list in any case; that is only a warning", frozenset({"ListSpelling"})),
    Allowed("Excel does not watch the format: the number of a day is a day", frozenset({"DayAsNumber"})),
    Allowed("Excel judges the formula that is typed, not the error it gives", frozenset({"ErrorValue"})),
    Allowed("to Excel a day is its number: only the check sees a day", frozenset({"NumberBecameDay"})),
    Allowed("to Excel a time is a part of a day", frozenset({"BadNumber", "NotInList"}), values=TIMES),
    Allowed("invisible signs, «№» and «ё» make no other key, but Excel thinks so", frozenset({"RepeatedKey"})),
    Allowed("a key's validation counts it, and a cell has one", frozenset({"TooLong"}), keys_only=True),
    Allowed("a dash or a blank is nothing to the check", values=frozenset({"—", " "})),
    Allowed(
        "the check knows people by parts of their names and numbers by «№»; Excel only asks whether to go on",
        kinds=frozenset({Kind.REFERENCE}),
        values=frozenset({"Иванова А. П.", "ИВАНОВА АННА", "№ 1", "01"}),
    ),
)
KEYS = {
    "tblMembers": "Иванова Анна Петровна",
    "tblTeachers": "Иванова Анна Петровна",
    "tblAppeals": "2026-001",
    "tblMeetings": "1",
    "tblAssignments": "1",
    "tblRequests": "1",
    "tblTraining": "1",
    "tblImports": "1",
}
LISTS = {closed.name: closed.values for closed in ALL_LISTS}
RECORD_OF = {record.table.name: record for record in RECORDS}


def columns() -> Iterator[tuple[type[Record], Column]]:
    for record in RECORDS:
        if not record.table.generated:
            yield from ((record, column) for column in record.table.columns)


def rule_of(workbook: openpyxl.Workbook, record: type[Record], column: Column) -> DataValidation | None:
    sheet = workbook[record.table.sheet]
    left = corners(sheet, record.table.name)[0]
    cell = sheet.cell(FIRST + 1, left + record.table.columns.index(column)).coordinate
    return next((rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref), None)


def listed(column: Column) -> tuple[Value, ...]:
    return LISTS[column.choices.name] if column.choices else (KEYS[column.refers],) if column.refers else ()


def above(column: Column) -> tuple[Value, ...]:
    """Return what stands in the column already, where it must not be repeated."""
    return ("1", "2026-001", "Слово", "Иванова Анна Петровна") if column.unique else ()


def slips(record: type[Record], column: Column, value: Value) -> frozenset[str]:
    """Return the names of what the check finds wrong about a value."""
    rows = [[each] for each in (*above(column), value)]
    filled = {"RequiredBlank"} if column.required and value in {None, ""} else set()
    made, findings = parse_table(record, (column.title,), rows, 1, LISTS)
    found = {type(each).__name__ for each in findings if each.place.row == len(rows)} | filled
    if column.refers and made and made[-1].row == len(rows) and not found:
        target = RECORD_OF[column.refers]
        named: dict[str, Any] = {target.table.key: KEYS[column.refers]}
        index = Index({target: (target(**named),)})
        text = str(getattr(made[-1], column.name))
        found |= {"NoSuchReference"} if text and not index.find(column.refers, text) else set()
    return frozenset(found)


def verdicts(workbook: openpyxl.Workbook) -> Iterator[Verdict]:
    for record, column in columns():
        rule = rule_of(workbook, record, column)
        if rule and record not in BY_ROW:
            for value in VALUES:
                native = lets_in(rule, value, listed(column), above(column))
                yield Verdict(column, value, native, slips(record, column, value))


def test_excel_and_the_check_give_one_verdict_but_for_the_exceptions(workbook: openpyxl.Workbook) -> None:
    every = [*verdicts(workbook)]
    differing = [(verdict, slip) for verdict in every for slip in verdict.differences]
    reasons = {key: [one.reason for one in EXCEPTIONS if one.covers(*key)] for key in differing}
    assert {
        (verdict.column.kind.name, verdict.value, slip) for (verdict, slip), found in reasons.items() if not found
    } == set()
    assert {reason for found in reasons.values() for reason in found} == {one.reason for one in EXCEPTIONS}
    assert len(every) > 5000


def test_every_column_that_people_fill_has_a_rule_with_a_hint_and_a_refusal_in_russian(
    workbook: openpyxl.Workbook,
) -> None:
    for record, column in columns():
        rule = rule_of(workbook, record, column)
        assert rule is not None or column.kind in {Kind.LINK, Kind.MOMENT}, column.title
        for text in (rule.prompt, rule.promptTitle, rule.error, rule.errorTitle) if rule else ():
            assert text
            assert re.search("[А-Яа-яё№]", text)


# Not «01»: Excel counts «1» with it, LibreOffice does not.
KEYS_TRIED = ("1", "1*", "?", "~", "2026-001", "2026-1", "слово", "Слово ", ">0", "=1", "1-2", "11", "сло*")
STANDING = ("1", "2026-001", "Слово", "2", "0", "1-1")
JUDGE = """
document = open_document(arguments[0])
document.calculateAll()
sheet = document.Sheets.getByIndex(0)
print("".join(str(int(sheet.getCellByPosition(column, 0).Value)) for column in range(int(arguments[1]))))
document.close(True)
"""


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
def test_a_keys_formula_counts_in_libreoffice_as_the_tests_count(tmp_path: Path) -> None:
    path = tmp_path / "ключи.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for place, value in enumerate(KEYS_TRIED):
            sheet.write_formula(0, place, counted_once(place, FIRST))
            for row, each in enumerate((value, *STANDING), FIRST):
                sheet.write_string(row, place, each)
    judged = libreoffice.run_script(JUDGE, str(path), str(len(KEYS_TRIED))).strip()
    assert judged == "".join(str(int(count_if(STANDING, value) == 0)) for value in KEYS_TRIED)
