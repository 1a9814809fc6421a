import io

import openpyxl

from tests.care.tables import contents
from wg_excel.care.archive_xlsx import read_xlsx, xlsx_bytes

PACKED = xlsx_bytes(contents("tblAppeals\n№ | Дата | Суть обращения\n1 | 2026-09-01 | =1+1"))


def test_the_archive_says_which_sheet_is_which_table() -> None:
    book = openpyxl.load_workbook(io.BytesIO(PACKED))
    assert [cell.value for cell in book["Архив"][3]] == ["tblAppeals", "Обращения", "01 Обращения", 1]


def test_text_is_written_as_text_and_a_day_as_a_day() -> None:
    row = openpyxl.load_workbook(io.BytesIO(PACKED))["01 Обращения"][2]
    assert [(cell.data_type, str(cell.value)) for cell in row] == [
        ("n", "1"),
        ("d", "2026-09-01 00:00:00"),
        ("s", "=1+1"),
    ]


def test_rows_that_a_person_added_to_the_archive_come_along() -> None:
    book = openpyxl.load_workbook(io.BytesIO(PACKED))
    book["01 Обращения"].append([2, None, "Добавлено в Excel"])
    saved = io.BytesIO()
    book.save(saved)
    (found,) = read_xlsx(saved.getvalue(), "архив").tables
    assert [row[2] for row in found.rows] == ["=1+1", "Добавлено в Excel"]
