"""Measure the check of a large group's workbook as a whole process, and how it grows with the number of rows.

    python -m benchmarks.check_growth [RUNS]

Needs the extra `bench`. The largest workbook holds 20,000 appeals, 2,000 assignments and 400 meetings with their
attendance and agenda. Time is what the check takes beyond a process that only imports the same modules.
"""

import math
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.make_files import many_appeals
from benchmarks.run import DAY, IMPORT_MODULES, LIST_MODULES, Measured, best, measure, product
from wg_excel.actions.creating import create
from wg_excel.book.opened import changing
from wg_excel.book.tables import write_rows
from wg_excel.demo import school_year
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment

APPEALS, ASSIGNMENTS, MEETINGS = 20_000, 2_000, 400
STEPS = (8, 4, 2, 1)
SECONDS, MEBIBYTES = 4.0, 600

Rows = list[list[object]]


def write_workbook(path: Path, step: int) -> None:
    """Make a master workbook with one `step`-th of the rows; everything else is the demo school's."""
    meetings = MEETINGS // step
    grown: dict[type[Record], Rows] = {
        Appeal: list(many_appeals(APPEALS // step)),
        Assignment: list(_numbered(Assignment, "number", ASSIGNMENTS // step)),
        Meeting: list(_numbered(Meeting, "number", meetings)),
        Attendance: list(_of_meetings(Attendance, meetings)),
        AgendaItem: list(_of_meetings(AgendaItem, meetings)),
    }
    create(path, school=school_year.SCHOOL)
    with changing(path) as book:
        for record in school_year.RECORDS:
            write_rows(book, record, grown.get(record) or school_year.rows(record))


def _numbered(record: type[Record], name: str, count: int) -> Iterator[list[object]]:
    """Repeat the demo's rows with numbers of their own."""
    place = [column.name for column in record.table.columns].index(name)
    for number, row in enumerate(islice(cycle(school_year.rows(record)), count), 1):
        yield [*row[:place], str(number), *row[place + 1 :]]


def _of_meetings(record: type[Record], meetings: int) -> Iterator[list[object]]:
    """Give each meeting the attendance or agenda of the demo's meeting that it repeats."""
    place = [column.name for column in record.table.columns].index("meeting")
    numbers = [row[0] for row in school_year.rows(Meeting)]
    lines = school_year.rows(record)
    for number, original in enumerate(islice(cycle(numbers), meetings), 1):
        for row in lines:
            if str(row[place]) == str(original):
                yield [*row[:place], str(number), *row[place + 1 :]]


def checked(book: Path, runs: int) -> Measured:
    """Return what the check of a workbook takes beyond its imports, the best of the runs."""
    names = book.with_suffix(".json")
    measure([sys.executable, "-c", LIST_MODULES, "--today", DAY, "check", str(book), str(names)], allowed=(0, 1))
    imports = best(runs, lambda: measure([sys.executable, "-c", IMPORT_MODULES, str(names)]))
    ours = best(runs, lambda: _check_once(book))
    return Measured(ours.seconds - imports.seconds, ours.mebibytes)


def _check_once(book: Path) -> Measured:
    copy = Path(shutil.copy2(book, book.with_name(f"copy_{book.name}")))
    return measure(product("check", str(copy)), allowed=(0, 1))


def main(runs: int = 3) -> None:
    """Measure four sizes in a temporary folder and print the exponent of growth."""
    found: list[Measured] = []
    with tempfile.TemporaryDirectory(prefix="wg_check_") as name:
        for step in STEPS:
            book = Path(name) / f"{APPEALS // step}.xlsm"
            write_workbook(book, step)
            found.append(checked(book, runs))
            print(f"{APPEALS // step} appeals: {found[-1].seconds:.2f} s, {found[-1].mebibytes:.0f} MiB", flush=True)
    exponent = math.log2(found[-1].seconds / found[-2].seconds)
    print(f"between the last two sizes the exponent is {exponent:.2f}")
    for value, limit, unit in ((found[-1].seconds, SECONDS, " s"), (found[-1].mebibytes, MEBIBYTES, " MiB")):
        print(f"    {value:.2f}{unit}, {'within' if value <= limit else 'BEYOND'} {limit:g}{unit}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
