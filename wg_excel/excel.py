"""Where Excel's macros arrive: the one place that asks for the calling workbook and shows a failure."""

from pathlib import Path

import xlwings as xw

from wg_excel import buttons
from wg_excel.domain.failures import Failure

TITLE = "Рабочая группа ЭлЖур"
UNEXPECTED = (
    "Кнопка не сработала из-за ошибки программы ({kind}). Данные книги не потеряны: закройте её без сохранения, "
    "если на листах появилось лишнее, и передайте разработчику, что вы нажимали."
)
DONE = "Готово."


def press(name: str) -> None:
    """Run the button `name` on the workbook whose macro called, and tell the user how it ended.

    The workbook is backed up first; a failure becomes one Russian sentence, never a traceback.
    """
    book = xw.Book.caller()
    app = book.app
    updating = app.screen_updating
    try:
        app.screen_updating = False
        message = _run(book, name)
    except Failure as problem:
        message = str(problem)
    except Exception as problem:  # noqa: BLE001 - the last boundary before the user
        message = UNEXPECTED.format(kind=type(problem).__name__)
    finally:
        app.screen_updating = updating
    app.alert(message, TITLE)


def _run(book: xw.Book, name: str) -> str:
    if name != "back_up" and Path(book.fullname).is_file():
        buttons.back_up(book)
    if name in OFFERS:
        return _run_if_agreed(book, name)
    if name in FILES:
        return _run_with_files(book, name)
    getattr(buttons, name)(book)
    return DONE


def _run_with_files(book: xw.Book, name: str) -> str:
    files = _ask_files(Path(book.fullname).parent, several=name == "import_exports")
    if not files:
        return "Файл не выбран: ничего не изменено."
    return FILES[name](book, files)


def _run_if_agreed(book: xw.Book, name: str) -> str:
    question = OFFERS[name](book)
    if not question:
        return "Исправлять нечего."
    if book.app.alert(question, TITLE, buttons="yes_no") != "yes":
        return "Ничего не изменено."
    getattr(buttons, name)(book)
    return DONE


def _offer_corrections(book: xw.Book) -> str:
    from wg_excel.book.correcting import offer

    return offer(book)


def _import(book: xw.Book, files: list[Path]) -> str:
    return "\n".join(f"{each.file}: {each.message}" for each in buttons.import_exports(book, files))


def _load(book: xw.Book, files: list[Path]) -> str:
    return str(buttons.load_staff(book, files[0]))


OFFERS = {"correct_obvious": _offer_corrections}
FILES = {"import_exports": _import, "load_staff": _load}


def _ask_files(folder: Path, *, several: bool) -> list[Path]:
    """Ask for files by the system's dialog; xlwings offers none."""
    from tkinter import Tk, filedialog

    root = Tk()
    root.withdraw()
    root.attributes("-topmost", True)
    try:
        ask = filedialog.askopenfilenames if several else filedialog.askopenfilename
        chosen = ask(parent=root, initialdir=str(folder), title=TITLE)
    finally:
        root.destroy()
    return [Path(name) for name in ([chosen] if isinstance(chosen, str) else chosen) if name]
