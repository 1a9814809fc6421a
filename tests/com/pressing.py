"""Press the buttons in the recorded Excel, on the demonstration's workbook and on one with twice as many rows."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from tests.com.excel import in_excel
from tests.com.recorder import Calls
from wg_excel import buttons
from wg_excel.book.chosen_rows import Chosen
from wg_excel.book.facts import read_facts, write_facts
from wg_excel.book.opened import changing
from wg_excel.book.rollback import all_or_nothing
from wg_excel.book.tables import append_rows, is_filled, read_cells, write_rows
from wg_excel.button_list import BUTTONS
from wg_excel.demo import school_year
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.failures import Failure
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.schema import Record
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.training import Training
from wg_excel.headless import open_book

TODAY = dt.date(2026, 11, 22)
NEXT_YEAR = dt.date(2027, 1, 15)
# Round trips that a table read, a block written, and the book's name and path may cost.
READ, WRITTEN, BOOK = 12, 110, 4
GROWING: tuple[type[Record], ...] = (Teacher, Appeal, Assignment, Activity, Training, HistoryEntry)

Press = Callable[[xw.Book], object]


def _import(book: xw.Book) -> object:
    """Import as for the first time: what the log names would be left as it is."""
    return buttons.import_exports(book, school_year.exports(), today=TODAY)


def _load(book: xw.Book) -> object:
    folder = Path(book.fullname).parent
    file = folder / "Список.csv"
    file.write_text("ФИО;Должность\nНовый Пётр Ильич;учитель\n", encoding="utf-8")
    return buttons.load_staff(book, file)


def _reopen(book: xw.Book) -> object:
    buttons.seal_protocol(book, "5", today=TODAY)
    return buttons.reopen_protocol(book, "5", "Описка в фамилии", today=TODAY)


def _restore(book: xw.Book) -> object:
    buttons.archive_appeals(book, today=NEXT_YEAR)
    return buttons.restore_appeals(book, today=NEXT_YEAR)


def _press(name: str) -> Press:
    """Press with nothing chosen; what then is wanting is told as to a user."""

    def press(book: xw.Book) -> None:
        with suppress(Failure):
            getattr(buttons, name)(book, today=TODAY)

    return press


def _make(name: str, chosen: Chosen) -> Press:
    return lambda book: getattr(buttons, name)(book, chosen, today=TODAY)


APPEALS = Chosen("Обращения", frozenset({61, 64}))  # open ones: «В работе» and «Новое»
REMARKS = Chosen("Мониторинг", frozenset(range(6, 36)))
SPECIAL: dict[str, Press] = {
    **{name: _make(name, APPEALS) for name in ("take_to_meeting", "pass_to_support", "ask_teacher", "plan_training")},
    **{name: _make(name, REMARKS) for name in ("give_assignment", "record_remark")},
    "import_exports": _import,
    "load_staff": _load,
    "seal_protocol": lambda book: buttons.seal_protocol(book, "5", today=TODAY),
    "reopen_protocol": _reopen,
    "create_protocol": lambda book: buttons.create_protocol(book, "1", today=TODAY),
    "back_up": buttons.back_up,
    "archive_appeals": lambda book: buttons.archive_appeals(book, today=NEXT_YEAR),
    "restore_appeals": _restore,
}
PRESSES: dict[str, Press] = {
    button.function: SPECIAL.get(button.function) or _press(button.function) for button in BUTTONS
}


class Trips(NamedTuple):
    """The round trips of one press, and among them the blocks read and written."""

    total: int
    reads: int
    writes: int

    @property
    def budget(self) -> int:
        """Return how many round trips the press may cost."""
        return READ * self.reads + WRITTEN * self.writes + BOOK


def trips(path: Path, press: Press) -> Trips:
    """Press a button in the recorded Excel; the file stays as it is."""
    calls = Calls()
    book = open_book(path)
    with in_excel(book, calls) as opened, all_or_nothing():
        press(opened)
    book.close()
    return Trips(calls.total, calls.reads, calls.writes)


def forget_imports(path: Path) -> None:
    """Empty the log of imports and the open names, so that every export and name is a new one."""
    with changing(path) as book:
        write_rows(book, Import, [])
        write_rows(book, NameDecision, [])


def double(path: Path) -> None:
    """Write the rows of tables and facts once more below themselves."""
    with changing(path) as book:
        for record in GROWING:
            append_rows(book, record, [_namesake(record, row) for row in _rows(book, record)])
        facts = read_facts(book)
        lessons = (lesson._replace(teacher=f"{lesson.teacher} II", source=99) for lesson in facts.lessons)
        write_facts(book, Facts((*facts.lessons, *lessons), facts.entries, facts.figures))


def _namesake(record: type[Record], row: list[object]) -> list[object]:
    """Return a row once more; a teacher gets a name of their own, for two of one name would be nobody's."""
    return [f"{row[0]} II", *row[1:]] if record is Teacher else row


def _rows(book: xw.Book, record: type[Record]) -> list[list[object]]:
    cells = read_cells(book, record)
    places = [cells.titles.index(title) for title in record.table.titles]
    return [[row[place] for place in places] for row in cells.rows if any(map(is_filled, row))]
