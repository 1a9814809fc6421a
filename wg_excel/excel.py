"""Where Excel's macros arrive: the one place that asks for the calling workbook and shows a failure."""

import datetime as dt
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import xlwings as xw

from wg_excel import buttons
from wg_excel.actions.importing import Imported
from wg_excel.book.disk_reasons import reason_of, refusal
from wg_excel.book.history import remember
from wg_excel.book.rollback import Change, all_or_nothing
from wg_excel.button_list import BUTTONS, Button
from wg_excel.domain.failures import Failure
from wg_excel.domain.imported.export_remarks import remarks
from wg_excel.escape_key import EscapeKey

TITLE = "Рабочая группа ЭлЖур"
DONE = "Готово."
NOTHING = "Ничего не изменено."
STOPPED = "Чтение прервано клавишей Esc: ничего не изменено."
CANCEL_KEY_OFF = 0  # XlEnableCancelKey.xlDisabled; Excel sets it back when the macro ends
READING = "Чтение выгрузок: {done} из {total}…"
MAY_STOP = " Esc — прервать"
LONGEST_MESSAGE = 850  # characters: Excel cuts a message after 1,024
STAFF = "Записать?"
STAFF_RENAMED = (
    "Да — записать, считая это сменой фамилии. Нет — записать этих людей как новых. Отмена — ничего не менять."
)
FAILED = "Кнопка не сработала"
UNEXPECTED = "Кнопка не сработала из-за ошибки программы ({kind}). Передайте разработчику, что вы нажимали."
UNCHANGED = "Книга осталась такой, как была до нажатия."
CHANGED = (
    "Часть изменений осталась на листах: закройте книгу без сохранения. Её копия, сделанная перед нажатием, — "
    "самая новая в папке «Резервные копии» рядом с книгой."
)
# What Excel does on its own, for the time of a press: it neither draws nor computes between the blocks written.
AT_WORK = {"screen_updating": False, "calculation": "manual"}

Ask = Callable[[Path, bool], Sequence[Path]]


class Stopped(Exception):
    """The user has pressed Esc."""


class NoBackup(Failure):
    """The workbook cannot be copied before it is changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Не удалось сделать резервную копию книги ({reason}), поэтому кнопка ничего не изменила: "
            "проверьте свободное место и права на папку книги."
        )


def ask_files(folder: Path, several: bool) -> Sequence[Path]:  # noqa: FBT001 - a question that tests answer
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


def press(name: str, ask: Ask = ask_files) -> None:
    """Run the button `name` on the workbook whose macro called, and tell the user how it ended.

    The workbook is backed up first. A failure becomes Russian sentences, never a traceback; what the button has
    written by then is put back, and «История» tells of it. `ask` lets the user choose one or several files of a folder.
    """
    book = xw.Book.caller()
    caption = _button(name).caption
    change = Change()
    try:
        with _at_work(book.app, f"{TITLE}: {caption}…"), all_or_nothing() as change:
            _back_up(book, name)
            message, mode = run_button(book, name, ask), "info"
    except Failure as problem:
        message, mode = _failed(book, caption, str(problem), change), "critical"
    except Exception as problem:  # noqa: BLE001 - the last boundary before the user
        message, mode = _failed(book, caption, unforeseen(problem), change), "critical"
    book.app.alert(message, TITLE, mode=mode)


def unforeseen(problem: Exception) -> str:
    """Return what the user is told of a problem that no button foresaw."""
    return refusal(problem) or UNEXPECTED.format(kind=type(problem).__name__)


def _button(name: str) -> Button:
    return next(button for button in BUTTONS if button.function == name)


@contextmanager
def _at_work(app: xw.App, text: str) -> Iterator[None]:
    """Let the program wait, its status bar saying for what; afterwards everything is as before."""
    collects = gc.isenabled()
    gc.disable()  # a press is one short job without cycles worth collecting
    before = {name: getattr(app, name) for name in (*AT_WORK, "status_bar")}
    try:
        for name, value in {"status_bar": text, **AT_WORK}.items():
            setattr(app, name, value)
        yield
    finally:
        for name, value in before.items():
            with suppress(Exception):  # one that cannot be restored must not keep the others
                setattr(app, name, value)
        if collects:
            gc.enable()


def _failed(book: xw.Book, caption: str, reason: str, change: Change) -> str:
    """Write a failure into «История» and return what to tell the user."""
    with suppress(Exception):  # the sheet itself may be what is wrong
        remember(book, FAILED, f"«{caption}»: {reason}", dt.datetime.now().astimezone().date())
    return f"{reason}\n\n{UNCHANGED if change.undone else CHANGED}"


def run_button(book: xw.Book, name: str, ask: Ask) -> str:
    """Run the function of a button, asking for what it needs; return what the user is told."""
    if name in OFFERS:
        return _run_if_agreed(book, name)
    if name in FILES:
        return _run_with_files(book, name, ask)
    return _told_by(getattr(buttons, name)(book))


def _told_by(done: object) -> str:
    """Return what the result of a button tells the user."""
    return str(getattr(done, "told", DONE))


def _back_up(book: xw.Book, name: str) -> None:
    if name == "back_up" or not Path(book.fullname).is_file():
        return
    try:
        buttons.back_up(book)
    except OSError as problem:
        raise NoBackup(reason_of(problem)) from problem


def _run_with_files(book: xw.Book, name: str, ask: Ask) -> str:
    files = ask(Path(book.fullname).parent, _button(name).asks == "files")
    return FILES[name](book, files) if files else "Файл не выбран: ничего не изменено."


def _run_if_agreed(book: xw.Book, name: str) -> str:
    question = OFFERS[name](book)
    if not question:
        return "Исправлять нечего."
    if book.app.alert(question, TITLE, buttons="yes_no") != "yes":
        return NOTHING
    return _told_by(getattr(buttons, name)(book))


def _offer_corrections(book: xw.Book) -> str:
    from wg_excel.book.correcting import offer

    return offer(book)


def _import(book: xw.Book, files: Sequence[Path]) -> str:
    app = book.app
    escape = EscapeKey(app.pid)
    with suppress(Exception):  # else Excel would ask afterwards whether its macro shall be interrupted
        app.api.EnableCancelKey = CANCEL_KEY_OFF

    def progress(done: int, total: int) -> None:
        if escape.pressed():
            raise Stopped
        text = READING.format(done=done, total=total) + MAY_STOP * escape.works
        if app.status_bar != text:
            app.status_bar = text

    def agreed(foreseen: tuple[Imported, ...]) -> bool:
        return bool(app.alert(f"{_told(foreseen)}\n\nЗагрузить?", TITLE, buttons="yes_no") == "yes")

    try:
        done = buttons.import_exports(book, files, progress=progress, agreed=agreed)
    except Stopped:
        return STOPPED
    return _told(done) if done else NOTHING


def _told(results: Sequence[Imported]) -> str:
    """Return a line a file, as many as a message of Excel shows."""
    shown: list[str] = []
    for each in results:
        line = " ".join((f"{each.file}: {each.message}", *(remarks(each.export) if each.export else ())))
        if sum(map(len, shown)) + len(line) > LONGEST_MESSAGE:
            break
        shown.append(line)
    rest = [f"… и ещё файлов: {len(results) - len(shown)}"] if len(shown) < len(results) else []
    return "\n".join([*shown, *rest])


def _load(book: xw.Book, files: Sequence[Path]) -> str:
    from wg_excel.actions.staff import Choice
    from wg_excel.domain.members.members import Member
    from wg_excel.domain.staff.staff import StaffChange, first_lines

    def agreed(change: StaffChange) -> Choice | None:
        asked = STAFF_RENAMED if change.likely else STAFF
        shown = first_lines((str(change), *change.details), LONGEST_MESSAGE - len(asked))
        kind = "yes_no_cancel" if change.likely else "yes_no"
        answer = book.app.alert(f"{shown}\n\n{asked}", TITLE, buttons=kind)
        wanted = {"yes": Choice(renamed=True), "no": Choice()} if change.likely else {"yes": Choice()}
        return wanted.get(answer or "")

    members = book.sheets.active.name == Member.table.sheet
    done = buttons.load_staff(book, files[0], members=members, agreed=agreed)
    return NOTHING if done.declined else str(done)


OFFERS = {"correct_obvious": _offer_corrections}
FILES = {"import_exports": _import, "load_staff": _load}
