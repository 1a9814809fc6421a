"""Checks of the workbook itself: whether it opens, is complete, free, backed up and alone."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.care.doctor.diagnosis import Diagnosis, bad, book_check, good, warning
from wg_excel.care.doctor.machine import Machine, System
from wg_excel.care.doctor.site import Site
from wg_excel.domain.schema_version import VERSION

STALE = dt.timedelta(days=1)  # a workbook saved by Excel itself has no backup of that save
SHOWN = 5


@book_check
def opens(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the workbook is there and can be read."""
    title = "Книга"
    if not site.exists:
        restore = f'Верните копию: wg-excel restore "{site.path}" "{site.sound_backup}"'
        create = "Проверьте имя или создайте книгу командой wg-excel new."
        yield bad(title, f"файла «{site.path}» нет", restore if site.sound_backup else create)
    elif site.fault:
        yield bad(title, f"«{site.path.name}» не читается", site.fault)
    else:
        yield good(title, f"«{site.path.name}» читается")


@book_check
def complete(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the workbook has every table and column that this version of the program works with."""
    if site.missing:
        listed = ", ".join(site.missing[:SHOWN])
        more = f" и ещё {len(site.missing) - SHOWN}" if len(site.missing) > SHOWN else ""
        yield warning(
            "Состав книги",
            f"не хватает: {listed}{more}",
            f'Выполните wg-excel upgrade "{site.path}": недостающее добавится, записи и ваши столбцы сохранятся.',
        )


@book_check
def version(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the workbook is of the version that this program makes."""
    title = "Версия книги"
    if not site.exists or site.fault:
        return
    if site.version > VERSION:
        yield bad(title, f"{site.version}, а программа знает {VERSION}", "Обновите wg-excel: книга новее программы.")
    elif site.version < VERSION:
        yield warning(title, f"{site.version}, сейчас {VERSION}", f'Выполните wg-excel upgrade "{site.path}".')
    else:
        yield good(title, str(site.version))


@book_check
def free(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that nobody has the workbook open."""
    if site.owner:
        left = f" Если её никто не открывал, удалите рядом с ней скрытый файл «{site.owner_mark}»."
        yield warning(
            "Книга открыта",
            site.owner,
            f"Закройте её, прежде чем выполнять команды: им нужна вся книга.{left if site.owner_mark else ''}",
        )


@book_check
def backed_up(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that there is a backup not much older than the workbook."""
    if not site.exists:
        return
    if not site.backups:
        yield warning("Резервные копии", "их нет", "Нажмите кнопку «Резервная копия» на листе «История».")
        return
    newest = max(site.backups)
    detail = f"{len(site.backups)}, последняя от {newest:%d.%m.%Y %H:%M}"
    if not site.newest_reads:
        yield warning(
            "Резервные копии",
            f"{detail}, и она повреждена",
            "Нажмите «Резервная копия» на листе «История»: новая заменит её.",
        )
    elif site.changed and site.changed - newest > STALE:
        yield warning(
            "Резервные копии", f"{detail}, книга с тех пор менялась", "Нажмите «Резервная копия» на листе «История»."
        )
    else:
        yield good("Резервные копии", detail)


@book_check
def alone(_: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that no copies left by a cloud or a colleague lie beside the workbook."""
    for name in site.copies:
        yield warning(
            "Копия рядом с книгой",
            f"«{name}»",
            f'Сравните: wg-excel compare "{site.path}" "{site.path.parent / name}" — и объедините командой merge.',
        )


@book_check
def python_of_buttons(machine: Machine, site: Site) -> Iterator[Diagnosis]:
    """See that the buttons know which Python to start."""
    if not machine.excel or machine.system is System.LINUX:
        return
    title, found = "Python для кнопок", site.interpreter
    if found is None:
        yield warning(
            title,
            "не указан: Excel запустит тот, что найдёт первым",
            f'Впишите в файл xlwings.conf рядом с книгой строку "INTERPRETER","{machine.executable}"',
        )
    elif not found.exists:
        yield bad(
            title,
            f"в «{found.settings}» указан {found.path}, такого файла нет",
            f'Исправьте строку: "INTERPRETER","{machine.executable}"',
        )
    else:
        yield good(title, found.path)
