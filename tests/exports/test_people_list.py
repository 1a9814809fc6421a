import datetime as dt
from pathlib import Path

import pytest

from tests.exports.sheets import rows, text_file, workbook
from wg_excel.exports import people_list
from wg_excel.exports.people_list import ListNotRead, read_sheets

LIST = "ФИО | Должность\nКим Пётр Львович | учитель"


def test_the_rows_of_every_filled_sheet_are_read(tmp_path: Path) -> None:
    path = tmp_path / "список.xlsx"
    path.write_bytes(workbook({"Пусто": [], "Л": [*rows(LIST), ["Орлова Анна Ильинична", dt.date(2026, 9, 1)]]}))
    ((name, read),) = read_sheets(path)
    assert (name, read[:2]) == ("Л", rows(LIST))
    assert str(read[2][1])[:10] == "2026-09-01"


def test_a_text_is_read_in_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "список.csv"
    path.write_bytes(text_file(rows(LIST), encoding="cp1251"))
    assert read_sheets(path) == [("", rows(LIST))]


@pytest.mark.parametrize(
    ("data", "reason"),
    [(None, "Файл не найден"), (b"", "Файл пуст"), (b"%PDF-1.4", "Это PDF"), (b"PK\3\4", "повреждён")],
)
def test_a_file_without_a_list_is_refused_with_its_reason(data: bytes | None, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "список.xlsx"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ListNotRead, match=reason):
        read_sheets(path)


def test_a_reader_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_list, "SECONDS", 0.001)
    path = tmp_path / "список.csv"
    path.write_bytes(text_file(rows(LIST)))
    with pytest.raises(ListNotRead, match="Программа чтения остановилась"):
        read_sheets(path)
