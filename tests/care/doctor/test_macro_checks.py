from dataclasses import replace

import pytest

from tests.care.doctor.sights import BOOK, LINUX, WINDOWS, said
from wg_excel.care.doctor.machine import MacroSettings, TrustedFolder

MARK = "Отметка о загрузке из интернета"


@pytest.mark.parametrize(
    ("settings", "begins", "advises"),
    [
        (MacroSettings(1), "▲ разрешены все макросы", "Отключить с уведомлением"),
        (MacroSettings(2), "✔ Excel спрашивает", "Включить содержимое"),
        (MacroSettings(3), "■ разрешены только подписанные макросы: кнопки", "Отключить с уведомлением"),
        (MacroSettings(4), "■ все макросы отключены: кнопки", "доверенной"),
        (MacroSettings(4, by_policy=True), "■ все макросы отключены администратором", "Попросите администратора"),
    ],
)
def test_the_level_of_macros_is_told(settings: MacroSettings, begins: str, advises: str) -> None:
    (found,) = said(replace(WINDOWS, macros=settings), about="Макросы Excel")
    assert found.startswith(begins)
    assert advises in found


def test_other_systems_have_no_level_of_macros() -> None:
    assert said(replace(LINUX, macros=MacroSettings(4)), about="Макросы Excel") == []


def test_a_downloaded_workbook_is_to_be_unblocked() -> None:
    marked = replace(BOOK, zone=3)
    (found,) = said(WINDOWS, marked, about=MARK)
    assert found.startswith("■")
    assert "«Разблокировать»" in found
    (allowed,) = said(replace(WINDOWS, macros=MacroSettings(blocks_internet=False)), marked, about=MARK)
    assert allowed.startswith("▲")


@pytest.mark.parametrize("zone", [None, 0, 1, 2])
def test_a_workbook_of_ones_own_is_not(zone: int | None) -> None:
    assert said(WINDOWS, replace(BOOK, zone=zone), about=MARK) == []


@pytest.mark.parametrize(
    ("trusted", "counts"),
    [
        (TrustedFolder("c:\\школа\\", with_subfolders=False), True),
        (TrustedFolder("C:\\", with_subfolders=True), True),
        (TrustedFolder("C:\\", with_subfolders=False), False),
        (TrustedFolder("C:\\Школа 2", with_subfolders=True), False),
    ],
)
def test_a_trusted_folder_lets_macros_run(trusted: TrustedFolder, *, counts: bool) -> None:
    machine = replace(WINDOWS, macros=MacroSettings(trusted=(trusted,)))
    assert bool(said(machine, BOOK, about="Доверенная папка")) is counts
    (mark,) = said(machine, replace(BOOK, zone=3), about=MARK)
    assert mark.startswith("✔" if counts else "■")
