"""Measure what recording an appeal costs by the number of appeals: the button alone, and the whole command.

The ratio of the two sizes is printed: a row more should cost the same in a journal of any length.
"""

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.make_files import write_workbook
from wg_excel import buttons
from wg_excel.book.opened import changing
from wg_excel.domain.appeals.new_appeals import Draft

SIZES = (100, 20_000)
TODAY = dt.date(2026, 11, 22)
PRESSES = 5


def main() -> None:
    """Print the seconds of each size and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        books = {size: Path(folder) / f"{size}.xlsm" for size in SIZES}
        for size, book in books.items():
            write_workbook(book, size)
        for name, measure in (("button", _button), ("command", _command)):
            seconds = [measure(books[size]) for size in SIZES]
            shown = ", ".join(f"{size} appeals {value:.2f} s" for size, value in zip(SIZES, seconds, strict=True))
            print(f"{name}: {shown}; ratio {seconds[-1] / seconds[0]:.1f}")


def _button(book: Path) -> float:
    """Return the median seconds of a press in an open workbook; each appeal is another."""
    seconds = []
    with changing(book) as opened:
        for number in range(PRESSES):
            start = time.perf_counter()
            buttons.add_appeal(opened, _draft(number), today=TODAY)
            seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def _command(book: Path) -> float:
    """Return the seconds of the command in a process of its own, with opening and saving."""
    draft = _draft(PRESSES)
    options = {
        "applicant": draft.applicant,
        "category": draft.category,
        "kind": draft.help_kind,
        "theme": draft.theme,
        "essence": draft.essence,
    }
    words = [word for name, value in options.items() for word in (f"--{name}", value)]
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "wg_excel", "appeal", "add", str(book), *words], check=True)
    return time.perf_counter() - start


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
