"""Measure what recording an appeal costs by the number of appeals, and the other buttons of a long journal.

Of each size are printed the seconds of the processor that the engine takes to open and save the file when one cell
changes (what the format of the file asks for), those of the button itself, with nothing and with everything told, and
those of the whole command; and the ratio of the sizes: a row more should cost the same in a journal of any length. The
round trips are those of the recorded model of Excel (`tests/com`), which opens and saves by itself.
"""

import datetime as dt
import gc
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import xlwings as xw

from benchmarks.make_files import write_workbook
from tests.com.excel import in_excel
from tests.com.recorder import Calls
from wg_excel import buttons
from wg_excel.book.opened import changing
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.new_appeals import Draft
from wg_excel.headless import open_book

SIZES = (100, 20_000)
TODAY, NEXT_YEAR = dt.date(2026, 11, 22), dt.date(2027, 1, 15)
PRESSES = 5
OTHERS: tuple[tuple[str, Callable[[xw.Book], object]], ...] = (
    ("journal of the quarter", partial(buttons.show_journal, today=TODAY)),
    ("statistics of the quarter", partial(buttons.show_statistics, today=TODAY)),
    ("known answers", partial(buttons.show_answers, today=TODAY)),
    ("similar ones", partial(buttons.find_similar, number="2026-00045", today=TODAY)),
    ("all members' sheets", partial(buttons.write_member_sheets, today=TODAY)),
    ("past year to the archive", partial(buttons.archive_appeals, today=NEXT_YEAR)),
)


def main() -> None:
    """Print the seconds of each size and their ratio."""
    gc.disable()  # as for a command and for a press in Excel
    with tempfile.TemporaryDirectory() as folder:
        books = {size: Path(folder) / f"{size}.xlsm" for size in SIZES}
        for size, book in books.items():
            write_workbook(book, size)
        for name, measure in _measures():
            seconds = [statistics.median(measure(books[size])) for size in SIZES]
            shown = ", ".join(f"{size} appeals {value:.2f} s" for size, value in zip(SIZES, seconds, strict=True))
            print(f"{name}: {shown}; ratio {seconds[-1] / seconds[0]:.1f}", flush=True)
        trips = [_round_trips(books[size]) for size in SIZES]
        print(f"a new appeal, round trips to Excel: {', '.join(map(str, trips))}; ratio {trips[-1] / trips[0]:.1f}")


def _measures() -> Iterator[tuple[str, Callable[[Path], Iterator[float]]]]:
    yield "a new appeal, opening and saving by the engine", _engine
    yield "a new appeal, the button with nothing told", partial(_button, told=False)
    yield "a new appeal, the button with everything told", partial(_button, told=True)
    yield "a new appeal, the whole command", _command
    for name, press in OTHERS:
        yield f"{name}, the whole press", partial(_press, press)


def _engine(book: Path) -> Iterator[float]:
    """Yield the seconds of opening, changing one cell of the journal and saving."""
    for number in range(PRESSES):
        start = time.process_time()
        with changing(book) as opened:
            opened.sheets[Appeal.table.sheet].range("R6").value = f"Замер {number}"
        yield time.process_time() - start


def _button(book: Path, *, told: bool) -> Iterator[float]:
    """Yield the seconds of presses in an open workbook whose journal is read; each appeal is another."""
    with changing(book) as opened:
        opened.sheets[Appeal.table.sheet].range("A6").value  # noqa: B018 - the engine splits the sheet
        for number in range(PRESSES):
            start = time.process_time()
            buttons.add_appeal(opened, _draft(number) if told else None, today=TODAY)
            yield time.process_time() - start


def _round_trips(book: Path) -> int:
    """Return the calls to Excel of one press with everything told."""
    calls = Calls()
    with in_excel(open_book(book), calls) as opened:
        buttons.add_appeal(opened, _draft(0), today=TODAY)
    return calls.total


def _press(press: Callable[[xw.Book], object], book: Path) -> Iterator[float]:
    """Yield the seconds of opening, a press and saving; the workbook stays as it was."""
    data = book.read_bytes()
    start = time.process_time()
    with changing(book) as opened:
        press(opened)
    yield time.process_time() - start
    book.write_bytes(data)


def _command(book: Path) -> Iterator[float]:
    """Yield the seconds of the command in a process of its own, with opening and saving."""
    draft = _draft(PRESSES)
    words = ["--applicant", draft.applicant, "--theme", draft.theme, "--essence", draft.essence]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "wg_excel", "appeal", "add", str(book), *words], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    yield after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _draft(number: int) -> Draft:
    return Draft(
        "Иванова Анна Петровна",
        "Педагог",
        "Техническая",
        "Вход и доступ",
        f"Не открывается журнал, обращение замера № {number}",
    )


if __name__ == "__main__":
    main()
