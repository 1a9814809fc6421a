from dataclasses import replace
from pathlib import Path

from tests.care.books import workbook
from wg_excel.book.opened import reading
from wg_excel.care.completeness import missing_parts
from wg_excel.care.content import Contents
from wg_excel.care.stored import read_contents


def test_a_new_workbook_lacks_nothing(tmp_path: Path) -> None:
    assert list(missing_parts(contents_of(tmp_path))) == []


def test_missing_tables_columns_lists_and_facts_are_named(tmp_path: Path) -> None:
    whole = contents_of(tmp_path)
    gone = {"tblPlan", "lstThemes", "facts_lessons"}
    tables = [table for table in whole.tables if table.name not in gone]
    short = [replace(table, titles=table.titles[1:]) if table.name == "tblAppeals" else table for table in tables]
    assert list(missing_parts(Contents(tuple(short)))) == [
        "столбец «№» (лист «Обращения»)",
        "таблица tblPlan (лист «План»)",
        "список lstThemes",
        "скрытый лист facts_lessons",
    ]


def contents_of(folder: Path) -> Contents:
    with reading(workbook(folder / "книга.xlsm")) as book:
        return read_contents(book)
