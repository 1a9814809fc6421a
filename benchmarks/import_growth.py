"""Measure the import of a term's marks and of half a million lessons as whole processes, and how it grows.

    python -m benchmarks.import_growth [RUNS]

Needs the extra `bench`. Ratios are of times within one run: `fastexcel` reads the same file into Arrow, every sheet
of it; python-calamine reads the same BIFF file into Python's values.
"""

import math
import shutil
import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from benchmarks.make_marks import write_list, write_old_list, write_pages
from benchmarks.run import DAY, Measured, best, measure

ARROW = """
import sys, fastexcel
book = fastexcel.read_excel(sys.argv[1])
for name in book.sheet_names:
    book.load_sheet(name, header_row=None, dtypes="string").to_arrow()
"""
CALAMINE = (
    "import sys, python_calamine as c; c.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()"
)
CLASSES, LESSONS, BIFF = 30, 500_000, 65_000
STEPS = (8, 4, 2, 1)

Write = Callable[[Path, int], None]


def compared(what: str, export: Path, script: str, runs: int, *, times: float, memory: float = 0.0) -> None:
    """Compare the import of a file, into an empty workbook, with a bare reading of it."""
    bare = best(runs, lambda: measure([sys.executable, "-c", script, str(export)]))
    ours = best(runs, lambda: imported(export))
    print(f"{what}: {ours.seconds:.2f} s, {ours.mebibytes:.0f} MiB (bare reading {bare.seconds:.2f} s)")
    limits = [(ours.seconds / bare.seconds, times, "× the bare reading")]
    limits += [(ours.mebibytes, memory, " MiB")] if memory else []
    for value, limit, unit in limits:
        print(f"    {value:.2f}{unit}, {'within' if value <= limit else 'BEYOND'} {limit:g}")


def imported(export: Path) -> Measured:
    """Import a file into a new workbook beside it, as a whole process."""
    empty, book = export.with_name("empty.xlsm"), export.with_name("book.xlsm")
    if not empty.exists():
        measure([sys.executable, "-m", "wg_excel", "new", str(empty)])
    shutil.copy2(empty, book)
    return measure([sys.executable, "-m", "wg_excel", "--today", DAY, "import", str(book), str(export)])


def grown(what: str, folder: Path, write: Write, whole: int, runs: int) -> None:
    """Import four sizes, each twice the one before, and print the exponent of growth."""
    sizes, found = [whole // step for step in STEPS], []
    for size in sizes:
        export = folder / f"{size}.xlsx"
        write(export, size)
        found.append(best(runs, lambda file=export: imported(file)))  # type: ignore[misc]
    shown = ", ".join(f"{size}: {each.seconds:.2f} s" for size, each in zip(sizes, found, strict=True))
    # Each size is twice the one before: what is linear grows by twice as much, whatever every import costs.
    *_, before, last = (after.seconds - earlier.seconds for earlier, after in pairwise(found))
    exponent = math.log2(last / before) if min(last, before) > 0 else math.nan
    print(f"{what}: {shown}; the exponent of the last two growths is {exponent:.2f}")


def main(runs: int = 3) -> None:
    """Measure everything in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="wg_growth_") as name:
        folder = Path(name)
        pages, lessons, old = folder / "pages.xlsx", folder / "lessons.xlsx", folder / "lessons.xls"
        write_pages(pages, CLASSES)
        compared("450,000 cells of marks", pages, ARROW, runs, times=2, memory=400)
        write_list(lessons, LESSONS)
        compared("500,000 lessons", lessons, ARROW, runs, times=3, memory=500)
        write_old_list(old, BIFF)
        compared("65,000 rows of BIFF", old, CALAMINE, runs, times=2)
        grown("classes of marks", folder, write_pages, CLASSES, runs)
        grown("lessons", folder, write_list, LESSONS, runs)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
