"""How each button is pressed when clicks are measured; a button that is not named here is pressed plainly."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import xlwings as xw

from wg_excel import buttons
from wg_excel.book.chosen_rows import Chosen
from wg_excel.button_list import BUTTONS
from wg_excel.domain.failures import Failure

TODAY = dt.date(2026, 11, 22)
LIST = "ФИО;Должность\nНовый Пётр Ильич;учитель\n"

Press = Callable[[xw.Book], Sequence[Path]]


def _plainly(name: str) -> Press:
    """Press with nothing chosen; what then is wanting is told as to a user."""

    def press(book: xw.Book) -> Sequence[Path]:
        try:
            getattr(buttons, name)(book, today=TODAY)
        except Failure as told:
            print(told)
        return ()

    return press


def _of_meeting(name: str, *arguments: str) -> Press:
    def press(book: xw.Book) -> Sequence[Path]:
        getattr(buttons, name)(book, *arguments, today=TODAY)
        return ()

    return press


def _import(book: xw.Book) -> Sequence[Path]:
    from wg_excel.demo import school_year

    buttons.import_exports(book, school_year.exports(), today=TODAY)
    return school_year.exports()


def _load(book: xw.Book) -> Sequence[Path]:
    file = Path(book.fullname).with_suffix(".csv")
    file.write_text(LIST, encoding="utf-8")
    buttons.load_staff(book, file)
    return ()  # three lines, gone with the folder


def _back_up(book: xw.Book) -> Sequence[Path]:
    buttons.back_up(book)
    return ()


def _with_lines(sheet: str, *rows: int) -> Callable[[str], Press]:
    """Press with lines of a sheet chosen."""

    def of(name: str) -> Press:
        def press(book: xw.Book) -> Sequence[Path]:
            try:
                getattr(buttons, name)(book, Chosen(sheet, frozenset(rows)), today=TODAY)
            except Failure as told:
                print(told)
            return ()

        return press

    return of


_appeals, _remarks = _with_lines("Обращения", 61, 64), _with_lines("Мониторинг", *range(6, 36))
SPECIAL: dict[str, Press] = {
    **{name: _appeals(name) for name in ("take_to_meeting", "pass_to_support", "ask_teacher", "plan_training")},
    **{name: _remarks(name) for name in ("give_assignment", "record_remark")},
    "import_exports": _import,
    "load_staff": _load,
    "back_up": _back_up,
    "create_protocol": _of_meeting("create_protocol", "1"),
    "seal_protocol": _of_meeting("seal_protocol", "5"),
    "fill_attendance": _of_meeting("fill_attendance", "2"),
    "carry_decisions": _of_meeting("carry_decisions", "5"),
}
SEALING = ("seal_protocol", "reopen_protocol")  # pressed last: after them no earlier protocol may be made
PRESSES: dict[str, Press] = {
    each.function: SPECIAL.get(each.function) or _plainly(each.function)
    for each in sorted(BUTTONS, key=lambda button: button.function in SEALING)
}
