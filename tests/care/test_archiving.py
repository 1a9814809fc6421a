from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import xlwings as xw
from hypothesis import given, settings

from tests.care.books import workbook
from tests.care.values import tables
from wg_excel.book.failures import NoWorkbook, WorkbookExists
from wg_excel.book.opened import reading
from wg_excel.care.archive import KINDS
from wg_excel.care.archive_json import document, read_document
from wg_excel.care.archiving import export, load
from wg_excel.care.content import Contents, TableContent
from wg_excel.care.failures import FileExists, NoArchive
from wg_excel.care.stored import read_contents

ENTRIES = """
    tblAppeals
    № | Дата | Заявитель | Суть обращения | Смета
    2026-001 | 2026-09-02 | Ким О. Е. | =HYPERLINK("http://x") | 1.5
    2026-002 | 2026-09-03 | -1 | 'в кавычках' |

    tblMeetings
    № | Дата | Начало
    1 | 2026-11-20 | 1899-12-30T14:30

    tblSettings
    Параметр | Значение
    Свой параметр | да

    lstThemes
    Тема обращения
    Столовая
"""


def own(book: xw.Book) -> None:
    sheet = book.sheets.add("Мой лист", after=book.sheets["Обращения"])
    sheet.range("C3").value = [["Что", "Сколько"], ["'=1+1", 5]]
    sheet.tables.add(sheet.range("C3:D4"), name="Бумага")
    book.sheets["facts_lessons"].range("A2").value = [20260901, 1, "5А", "'=Химия"]
    book.sheets.add("Заметки").range("A1").value = "без таблицы"


def table(path: Path, name: str) -> TableContent:
    with reading(path) as book:
        found = read_contents(book).table(name)
    assert found
    return found


@pytest.mark.parametrize("suffix", KINDS)
def test_an_export_loaded_and_exported_again_has_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    book = workbook(tmp_path / "книга.xlsm", ENTRIES, own)
    first, second, new = tmp_path / f"1{suffix}", tmp_path / f"2{suffix}", tmp_path / "новая.xlsm"
    done = export(book, first)
    assert "Заметки" in done.sheets_left
    assert load(new, first)[:2] == done[:2]
    export(new, second)
    assert second.read_bytes() == first.read_bytes()


@settings(max_examples=12, deadline=None)
@given(own=tables("Моя", "Мой лист"), appeals=tables("tblAppeals", "Обращения"))
def test_whatever_people_typed_comes_back(own: TableContent, appeals: TableContent) -> None:
    written = Contents((appeals, own))
    with TemporaryDirectory() as folder:
        first, second, new = (Path(folder) / name for name in ("1.json", "2.json", "новая.xlsm"))
        first.write_bytes(document(written))
        load(new, first)
        export(new, second)
        found = read_document(second.read_bytes(), "архив")
    again = found.table("tblAppeals")
    assert found.table("Моя") == own
    assert again
    assert [{title: again.cells(row)[title] for title in appeals.titles} for row in again.rows] == [
        appeals.cells(row) for row in appeals.rows
    ]


def test_a_loaded_workbook_has_the_users_columns_tables_and_words_as_text(tmp_path: Path) -> None:
    new = tmp_path / "новая.xlsm"
    export(workbook(tmp_path / "книга.xlsm", ENTRIES, own), tmp_path / "архив.zip")
    load(new, tmp_path / "архив.zip")
    appeals = table(new, "tblAppeals")
    assert appeals.titles[-1] == "Смета"
    assert [appeals.cells(row)["Суть обращения"] for row in appeals.rows] == [
        '=HYPERLINK("http://x")',
        "'в кавычках'",
    ]
    assert (table(new, "Бумага").sheet, table(new, "Бумага").rows) == ("Мой лист", (("=1+1", 5.0),))
    with reading(new) as book:
        cells = [*book.sheets["Обращения"].used_range, *book.sheets["Мой лист"].used_range]
        assert not [cell for cell in cells if str(cell.formula).startswith("=") and cell.formula != cell.value]


def test_lines_and_lists_of_the_program_outlive_an_archive_without_them(tmp_path: Path) -> None:
    archive, new = tmp_path / "архив.json", tmp_path / "новая.xlsm"
    archive.write_text(
        '{"format": "wg-excel", "version": 1, "tables": ['
        '{"name": "tblSettings", "sheet": "Настройки", "titles": ["Параметр", "Значение"],'
        ' "rows": [["Мой", 1], ["Населённый пункт", "с. Сосновка"]]},'
        '{"name": "lstRoles", "sheet": "Справочники", "titles": ["Роль"], "rows": [["Начальник"]]}]}',
        encoding="utf-8",
    )
    load(new, archive)
    lines = table(new, "tblSettings")
    rows = [lines.cells(row) for row in lines.rows]
    assert [row["Параметр"] for row in rows][:2] == ["Наименование школы", "Населённый пункт"]
    assert [row["Значение"] for row in rows][1] == "с. Сосновка"
    assert rows[-1]["Параметр"] == "Мой"
    assert table(new, "lstRoles").rows[0] == ("Руководитель",)


def test_neither_an_export_nor_a_load_overwrites_a_file(tmp_path: Path) -> None:
    book = workbook(tmp_path / "книга.xlsm")
    archive = tmp_path / "архив.zip"
    archive.write_text("прежний")
    with pytest.raises(FileExists, match="уже есть: назовите другой"):
        export(book, archive)
    with pytest.raises(WorkbookExists):
        load(book, archive)
    assert archive.read_text() == "прежний"


def test_a_load_from_no_archive_makes_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "архив.zip").write_text("не архив")
    with pytest.raises(NoArchive):
        load(tmp_path / "новая.xlsm", tmp_path / "архив.zip")
    with pytest.raises(NoWorkbook):
        load(tmp_path / "новая.xlsm", tmp_path / "нет.zip")
    assert [path.name for path in tmp_path.iterdir()] == ["архив.zip"]


def test_a_forced_load_leaves_a_backup_of_the_workbook_it_replaces(tmp_path: Path) -> None:
    book = workbook(tmp_path / "книга.xlsm")
    export(book, tmp_path / "архив.json")
    before = book.read_bytes()
    load(book, tmp_path / "архив.json", force=True)
    assert [copy.read_bytes() for copy in (tmp_path / "Резервные копии").iterdir()] == [before]
