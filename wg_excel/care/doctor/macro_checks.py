"""Checks of what Excel on Windows lets the workbook's macros do."""

from collections.abc import Iterator
from pathlib import PureWindowsPath

from wg_excel.care.doctor.diagnosis import Diagnosis, bad, book_check, good, machine_check, warning
from wg_excel.care.doctor.machine import Machine, MacroSettings, System
from wg_excel.care.doctor.site import Site

CENTER = "Файл → Параметры → Центр управления безопасностью → Параметры центра"
INTERNET = 3


@machine_check
def macro_level(machine: Machine) -> Iterator[Diagnosis]:
    """See that macros may run, at least when the user is asked."""
    if machine.system is not System.WINDOWS or not machine.excel:
        return
    title, settings = "Макросы Excel", machine.macros
    if settings.level == 1:
        yield warning(
            title,
            "разрешены все макросы, даже чужие",
            f"Безопаснее: {CENTER} → Параметры макросов → «Отключить с уведомлением».",
        )
    elif settings.level == 2:
        yield good(title, "Excel спрашивает", "При открытии книги нажмите «Включить содержимое».")
    else:
        yield bad(title, _forbidden(settings), _allow(settings))


@book_check
def mark_of_the_web(machine: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the workbook is not marked as downloaded; Excel runs no macros of such a file."""
    if site.zone is None or site.zone < INTERNET:
        return
    title = "Отметка о загрузке из интернета"
    if is_trusted(machine.macros, site):
        yield good(title, "есть, но папка доверенная")
    elif machine.macros.blocks_internet:
        yield bad(
            title,
            "Windows пометила книгу как загруженную: Excel не запустит её кнопки",
            "Закройте книгу, щёлкните по файлу правой кнопкой → Свойства → «Разблокировать» → ОК.",
        )
    else:
        yield warning(title, "есть", "Свойства файла → «Разблокировать», чтобы Excel не переспрашивал.")


@book_check
def trusted_folder(machine: Machine, site: Site) -> Iterator[Diagnosis]:
    """Say when the workbook's folder is trusted: then Excel does not ask."""
    if machine.system is System.WINDOWS and machine.excel and is_trusted(machine.macros, site):
        yield good("Доверенная папка", "макросы книги запускаются без вопросов")


def is_trusted(settings: MacroSettings, site: Site) -> bool:
    """Tell whether Excel trusts the macros in the workbook's folder."""
    folder = PureWindowsPath(site.path).parent
    for trusted in settings.trusted:
        place = PureWindowsPath(trusted.path)
        if folder == place or (trusted.with_subfolders and folder.is_relative_to(place)):
            return True
    return False


def _forbidden(settings: MacroSettings) -> str:
    which = "все макросы отключены" if settings.level == 4 else "разрешены только подписанные макросы"
    return f"{which}{' администратором' if settings.by_policy else ''}: кнопки книги не работают"


def _allow(settings: MacroSettings) -> str:
    if settings.by_policy:
        return "Попросите администратора разрешить макросы или сделать папку книги доверенным расположением."
    return f"{CENTER} → Параметры макросов → «Отключить с уведомлением», или сделайте папку книги доверенной."
