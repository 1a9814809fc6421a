import unicodedata
from pathlib import Path

import pytest

from wg_excel.care.conflict_copies import conflict_copies, is_copy_name

BOOK = Path("Рабочая группа.xlsm")


@pytest.mark.parametrize(
    "name",
    [
        "Рабочая группа (1).xlsm",
        "Рабочая группа(12).xlsm",
        "Рабочая группа — копия.xlsm",
        "Рабочая группа - копия (2).xlsm",
        "Рабочая группа копия 2.xlsm",
        "Рабочая группа - Copy.xlsm",
        "Копия Рабочая группа.xlsm",
        "Копия (2) Рабочая группа.xlsm",
        "Рабочая группа-DESKTOP-AB12CD3.xlsm",
        "рабочая группа-ZAVUCH.XLSM",
        "Рабочая группа-Кабинет12.xlsm",
        "Рабочая группа (конфликтующая копия Анна 2026-11-20).xlsm",
        "Рабочая группа (Anna's conflicted copy 2026-11-20).xlsm",
        "Рабочая группа [Conflict].xlsm",
        "Рабочая группа-конфликт-2026.xlsm",
        "Рабочая группа.sync-conflict-20261120-101112-ABCDEFG.xlsm",
        "Рабочая группа_conflict-20261120-101112.xlsm",
        "Рабочая группа_(1).xlsm",
        "Рабочая группа (1) (1).xlsm",
        "Рабочая группа (1) — копия.xlsm",
        "Рабочая группа — копия — копия (3).xlsm",
        "Рабочая группа-DESKTOP-AB12CD3 (2) - Copy.xlsm",
        "Рабочая группа (копия с компьютера Завуч).xlsm",
        "Рабочая группа (SFConflict anna@school.ru 2026-11-20-10-11-12).xlsm",
        "Рабочая группа_NAS-1_Nov-20-101112-2026_Conflict.xlsm",
        "Копия файла Рабочая группа.xlsm",
        "Copy of Copy of Рабочая группа.xlsm",
        "Копия Рабочая группа (2).xlsm",
    ],
)
def test_the_name_of_a_copy_is_told(name: str) -> None:
    assert is_copy_name(Path(name), BOOK)


@pytest.mark.parametrize(
    "name",
    [
        "Рабочая группа.xlsm",
        "Рабочая группа 2025.xlsm",
        "Рабочая группа-2025.xlsm",
        "Рабочая группа (новая).xlsm",
        "Рабочая группа педагогов.xlsm",
        "Рабочая группа-проект-нашей-большой-школы.xlsm",
        "Рабочая группа.xlsx",
        "~$Рабочая группа (1).xlsm",
        ".Рабочая группа (1).xlsm",
        "Рабочая группа (1).docx",
        "Группа (1).xlsm",
    ],
)
def test_another_workbook_is_no_copy(name: str) -> None:
    assert not is_copy_name(Path(name), BOOK)


def test_a_name_with_signs_of_patterns_is_taken_as_it_is() -> None:
    assert is_copy_name(Path("Группа [5+] (1).xlsm"), Path("Группа [5+].xlsm"))


def test_a_name_that_macos_has_taken_apart_is_known() -> None:
    apart = unicodedata.normalize("NFD", "Ещё один журнал (1).xlsm")
    assert is_copy_name(Path(apart), Path("Ещё один журнал.xlsm"))
    assert is_copy_name(Path("Ещё один журнал (1).xlsm"), Path(unicodedata.normalize("NFD", "Ещё один журнал.xlsm")))


def test_copies_beside_the_workbook_are_found(tmp_path: Path) -> None:
    for name in ("Книга.xlsm", "Книга (1).xlsm", "Книга — копия.xlsm", "Другая (1).xlsm"):
        (tmp_path / name).touch()
    (tmp_path / "Книга (2).xlsm").mkdir()
    assert [path.name for path in conflict_copies(tmp_path / "Книга.xlsm")] == ["Книга (1).xlsm", "Книга — копия.xlsm"]
    assert conflict_copies(tmp_path / "нет" / "Книга.xlsm") == []
