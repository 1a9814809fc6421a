"""Measure «Мониторинг» and «Сводка» over a full school year, beside a plain pandas groupby of the same rows.

    python -m benchmarks.monitoring [RUNS]

The workbook holds 35,000 lessons of 60 teachers in 30 classes. Time is user time of a command beyond a process that
only imports the same modules; pandas groups rows that stand in memory already, so its time is that of the counting.
"""

import datetime as dt
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.run import IMPORT_MODULES, LIST_MODULES
from wg_excel.actions.creating import create
from wg_excel.book.facts import write_facts
from wg_excel.book.opened import changing
from wg_excel.book.tables import write_rows
from wg_excel.demo import school_year
from wg_excel.domain.imported.facts import Facts, Lesson, day_key
from wg_excel.domain.staff.teachers import Teacher

LESSONS, TEACHERS, CLASSES = 35_000, 60, 30
DAY, FIRST_DAY = "2027-05-28", dt.date(2026, 9, 1)
LIMIT = 2.5
PANDAS = """
import sys, time, pandas as pd
rows = pd.read_pickle(sys.argv[1])
start = time.process_time()
rows["due"] = (rows.work == 0).astype(int)
rows["given"] = ((rows.homework > 0) & (rows.work == 0)).astype(int)
rows["timed"] = (rows.topic_day > 0).astype(int)
rows["in_time"] = ((rows.topic_day > 0) & (rows.topic_day <= rows.day)).astype(int)
made = rows.groupby(["teacher", "school_class", "subject"])[["topic", "due", "given", "timed", "in_time"]].sum()
for key in ("teacher", "school_class", "subject"):
    made.groupby(key).sum()
print(time.process_time() - start)
"""


def lessons() -> Iterator[Lesson]:
    """Yield a school year: every class has seven lessons a day, a teacher's classes and subjects stay the same."""
    subjects = ("Русский язык", "Литература", "Математика", "Физика", "История", "География", "Биология")
    days = (FIRST_DAY + dt.timedelta(days=n) for n in range(272))
    for n, day in enumerate(day for day in days if day.weekday() < 5):
        key = day_key(day)
        for place in range(CLASSES):
            for number, subject in enumerate(subjects, 1):
                teacher = f"Синтетический{(place * 2 + number) % TEACHERS:02} Пётр Иванович"
                odd = (n * 31 + place * 7 + number) % 23
                late = key if odd % 5 else day_key(day + dt.timedelta(days=2))
                entered = (odd > 0) * late
                yield Lesson(
                    *(key, number, f"{2 + place % 10}{'АБВ'[place // 10]}", subject, "", teacher),
                    *(int(odd > 0), int(odd == 7), int(odd not in {0, 3}), entered, entered, 1),
                )


def write_workbook(path: Path) -> tuple[Lesson, ...]:
    """Make the workbook; return its lessons."""
    found = tuple(islice(lessons(), LESSONS))
    create(path, school=school_year.SCHOOL)
    with changing(path) as book:
        for record in school_year.RECORDS:
            write_rows(book, record, school_year.rows(record))
        names = sorted({lesson.teacher for lesson in found})
        write_rows(book, Teacher, [[name, *[None] * (len(Teacher.table.columns) - 1)] for name in names])
        write_facts(book, Facts(found))
    return found


def seconds(command: list[str]) -> float:
    """Return the processor's time of a process, its children among it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def beyond_imports(name: str, book: Path, folder: Path, runs: int) -> float:
    """Return the best time of a command beyond that of importing its modules."""
    listed = folder / f"{name}.json"
    arguments = ["--today", DAY, name, str(book)]
    subprocess.run([sys.executable, "-c", LIST_MODULES, *arguments, str(listed)], check=True, stdout=subprocess.DEVNULL)
    bare = min(seconds([sys.executable, "-c", IMPORT_MODULES, str(listed)]) for _ in range(runs))
    return min(seconds([sys.executable, "-m", "wg_excel", *arguments]) for _ in range(runs)) - bare


def by_pandas(found: tuple[Lesson, ...], folder: Path, runs: int) -> float:
    """Return the best time of a groupby of the same rows."""
    import pandas as pd

    rows = folder / "rows.pickle"
    pd.DataFrame(found, columns=list(Lesson._fields)).to_pickle(rows)
    command = [sys.executable, "-c", PANDAS, str(rows)]
    times = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(runs)]
    return min(map(float, times))


def main() -> None:
    """Print the times and their ratio; exit with 1 above the limit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "book.xlsm"
        start = time.perf_counter()
        found = write_workbook(book)
        print(f"workbook with {len(found):,} lessons made in {time.perf_counter() - start:.1f} s")
        times = {command: beyond_imports(command, book, folder, runs) for command in ("monitor", "summary")}
        grouped, together = by_pandas(found, folder, runs), sum(times.values())
        for command, taken in times.items():
            print(f"{command}: {taken:.2f} s beyond imports")
        print(f"together: {together:.2f} s, limit {LIMIT} s")
        print(f"pandas groupby of the same rows: {grouped:.3f} s, ratio {together / grouped:.0f}")
    sys.exit(together > LIMIT)


if __name__ == "__main__":
    main()
