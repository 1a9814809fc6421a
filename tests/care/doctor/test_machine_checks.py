from dataclasses import replace

import pytest

from tests.care.doctor.sights import LINUX, MACOS, WINDOWS, said
from wg_excel.care.doctor.machine import Package


@pytest.mark.parametrize(
    ("version", "sign"), [((3, 10, 9), "■"), ((3, 11, 0), "✔"), ((3, 13, 9), "✔"), ((3, 14, 0), "▲")]
)
def test_python_is_one_of_the_tested_versions(version: tuple[int, int, int], sign: str) -> None:
    (found,) = said(replace(LINUX, python=version), about="Python")
    assert found.startswith(sign)


def test_missing_and_wrong_libraries_are_named_with_the_command_that_mends_them() -> None:
    packages = (
        Package("lxml", ">=5.2", "6.1", fits=True),
        Package("click", "<9,>=8.5", "", fits=False),
        Package("xlwings", "==0.37.8", "0.33.0", fits=False),
    )
    assert said(replace(LINUX, packages=packages), about="Библиотеки") == [
        '■ click: не установлена | Выполните: "/usr/bin/python3" -m pip install "click<9,>=8.5"',
        '■ xlwings: стоит 0.33.0, нужна ==0.37.8 | Выполните: "/usr/bin/python3" -m pip install "xlwings==0.37.8"',
    ]


def test_programs_for_the_workbook_are_named() -> None:
    assert said(WINDOWS, about="Excel или LibreOffice") == [r"✔ Excel 16.0 C:\Office\EXCEL.EXE"]
    assert said(LINUX, about="Excel или LibreOffice") == ["✔ LibreOffice: /usr/bin/soffice"]
    (nothing,) = said(replace(LINUX, libreoffice=""), about="Excel или LibreOffice")
    assert nothing.startswith("▲ не найдены")


def test_excel_on_macos_needs_the_script_of_xlwings() -> None:
    about = "Кнопки в Excel на macOS"
    assert said(MACOS, about=about) == ["✔ сценарий установлен: x"]
    (found,) = said(replace(MACOS, excel_script=""), about=about)
    assert found.endswith("Выполните: xlwings runpython install")
    assert said(WINDOWS, about=about) == []
