"""Lay the workbook and what belongs to it into a folder of the user, and take it away again."""

import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from wg_excel.actions.creating import create
from wg_excel.actions.importing import FOLDER as EXPORTS
from wg_excel.book.blocks import read_block, write_block
from wg_excel.book.disk_reasons import reason_of
from wg_excel.book.opened import changing, reading
from wg_excel.builder.config_sheet import SHEET, running_interpreter
from wg_excel.setup import office_menu, shortcut
from wg_excel.setup.failures import FolderUnwritable, NotInstalled
from wg_excel.setup.manifest import Manifest
from wg_excel.setup.scripts import POSIX_NAME, WINDOWS_NAME, setup_cmd, setup_sh
from wg_excel.setup.shortcut import Run, run_program

WORKBOOK = "Рабочая группа.xlsm"
FOLDER = "Рабочая группа ЭлЖур"
TEMPLATES = ("protocol.docx", "report.docx")
UNBLOCK = (
    "Если книгу или программу скачали из интернета, Windows не даст макросам работать: щёлкните файл правой кнопкой — "
    "Свойства — Разблокировать — ОК. Затем в Excel нажмите «Включить содержимое»."
)


class Installed(NamedTuple):
    """What an installation did: the workbook, whether it is new, and a sentence for each thing done."""

    workbook: Path
    is_new: bool
    done: tuple[str, ...]


def default_folder(home: Path) -> Path:
    """Return the folder that the workbook is laid into when none is named."""
    documents = next((home / name for name in ("Documents", "Документы") if (home / name).is_dir()), home)
    return documents / FOLDER


def install(folder: Path, *, platform: str = sys.platform, run: Run = run_program) -> Installed:
    """Set a folder up; what is there stays: a workbook is never overwritten, a changed template neither."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder = folder.resolve()
        manifest = Manifest.read(folder) or Manifest(folder)
        done = list(_lay_files(manifest, platform))
        manifest.save()
    except OSError as problem:
        raise FolderUnwritable(folder, reason_of(problem)) from problem
    workbook = folder / WORKBOOK
    is_new = not workbook.exists()
    if is_new:
        create(workbook)
        done.insert(0, f"Создана книга «{WORKBOOK}».")
    elif _set_interpreter(workbook):
        done.insert(0, f"В книге «{WORKBOOK}» кнопкам указан Python этого компьютера; остальное не тронуто.")
    if platform == "win32":
        if shortcut.make(workbook, run):
            done.append("На рабочем столе — ярлык книги.")
        done.append(UNBLOCK)
    return Installed(workbook, is_new, tuple(done))


def uninstall(folder: Path, *, platform: str = sys.platform, run: Run = run_program) -> tuple[str, ...]:
    """Remove what an installation wrote and nobody has changed; the workbook and its backups stay."""
    folder = folder.resolve()
    manifest = Manifest.read(folder)
    if manifest is None:
        raise NotInstalled(folder)
    if platform == "win32":
        shortcut.remove(folder / WORKBOOK, run)
    return tuple(manifest.remove())


def _lay_files(manifest: Manifest, platform: str) -> Iterator[str]:
    if manifest.make_folder(EXPORTS):
        yield f"Папка «{EXPORTS}»: кладите в неё отчёты, выгруженные из «ЭлЖур»."
    templates = files("wg_excel") / "templates"
    laid = [name for name in TEMPLATES if manifest.put(name, (templates / name).read_bytes())]
    if laid:
        yield f"Шаблоны Word — {', '.join(laid)}: их можно оформить по-своему."
    if manifest.put(office_menu.NAME, office_menu.extension_file()):
        yield f"Файл «{office_menu.NAME}»: если нет Excel, откройте его двойным щелчком — кнопки появятся в меню."
    name, script = (WINDOWS_NAME, setup_cmd()) if platform == "win32" else (POSIX_NAME, setup_sh())
    if manifest.put(name, script):
        yield f"Файл {name}: повторная установка и обновление программы."


def _set_interpreter(workbook: Path) -> bool:
    """Tell a workbook's buttons which Python runs them; leave the file alone where it says so already."""
    with reading(workbook) as book:
        if SHEET not in book.sheet_names or _wanted(book) == _stands(book):
            return False
    with changing(workbook) as book:
        block = _block(book)
        write_block(book, block, _wanted(book))
    return True


def _wanted(book: xw.Book) -> list[list[object]]:
    chosen = running_interpreter()
    values = {"INTERPRETER_WIN": chosen.windows, "INTERPRETER_MAC": chosen.mac}
    return [[key, values.get(str(key), value)] for key, value, *_ in _stands(book)]


def _stands(book: xw.Book) -> list[list[object]]:
    return read_block(book, _block(book))


def _block(book: xw.Book) -> xw.Range:
    sheet = book.sheets[SHEET]
    return sheet.range((1, 1), (sheet.used_range.last_cell.row, 2))
