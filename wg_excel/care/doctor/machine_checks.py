"""Checks of the computer: Python, libraries, spreadsheet programs."""

from collections.abc import Iterator

from wg_excel.care.doctor.diagnosis import Diagnosis, bad, good, machine_check, warning
from wg_excel.care.doctor.machine import Machine, System

OLDEST, NEWEST = (3, 11), (3, 13)


@machine_check
def python_version(machine: Machine) -> Iterator[Diagnosis]:
    """See that Python is one of the versions that the program is tested with."""
    title, found = "Python", ".".join(map(str, machine.python))
    if machine.python[:2] < OLDEST:
        yield bad(title, f"версия {found} слишком старая", "Установите Python 3.12 с python.org и повторите установку.")
    elif machine.python[:2] > NEWEST:
        yield warning(title, f"версия {found} не проверена", "Если что-то не работает, установите Python 3.13.")
    else:
        yield good(title, f"версия {found}, {machine.executable}")


@machine_check
def libraries(machine: Machine) -> Iterator[Diagnosis]:
    """See that every library is there in a version that fits."""
    title = "Библиотеки"
    wrong = [package for package in machine.packages if not (package.fits and package.whole)]
    if not wrong:
        yield good(title, f"все на месте: {len(machine.packages)}")
    for package in wrong:
        again = "" if package.whole else "--force-reinstall "
        command = f'"{machine.executable}" -m pip install {again}"{package.name}{package.wanted}"'
        has = f"стоит {package.found}, нужна {package.wanted}" if package.found else "не установлена"
        if not package.whole:
            has = "часть файлов пропала; их мог убрать антивирус"
        yield bad(title, f"{package.name}: {has}", f"Выполните: {command}")


@machine_check
def spreadsheet_program(machine: Machine) -> Iterator[Diagnosis]:
    """See that there is a program to open the workbook with."""
    title = "Excel или LibreOffice"
    if machine.excel:
        yield good(title, " ".join(filter(None, ("Excel", machine.excel.version, machine.excel.path))))
    if machine.libreoffice:
        yield good(title, f"LibreOffice: {machine.libreoffice}")
    if not machine.excel and not machine.libreoffice:
        yield warning(
            title,
            "не найдены: команды работают и без них, но открыть книгу нечем",
            "Установите Excel (с кнопками) или LibreOffice (для просмотра и печати).",
        )


@machine_check
def script_of_excel_on_macos(machine: Machine) -> Iterator[Diagnosis]:
    """See that Excel on macOS may start Python: it does so only through a script in a folder of its own."""
    if machine.system is System.MACOS and machine.excel:
        title = "Кнопки в Excel на macOS"
        if machine.excel_script:
            yield good(title, f"сценарий установлен: {machine.excel_script}")
        else:
            yield bad(title, "нет сценария, которым Excel запускает Python", "Выполните: xlwings runpython install")
