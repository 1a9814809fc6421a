"""Print how many round trips to Excel each button costs: `python tools/com_calls.py`.

Needs no Excel: xlwings' own Windows engine runs over a recording stand-in (tests/com), on the demonstration's
workbook and on one with twice as many rows. Exit code: 0 within the budget, 1 otherwise.
"""

import contextlib
import io
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.com.pressing import PRESSES, READ, TODAY, WRITTEN, double, forget_imports, trips
from wg_excel.cli.demo import WORKBOOK, show


def main() -> int:
    """Press every button on both workbooks and print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        plain, grown = _workbooks(Path(folder))
        results = {name: (trips(plain, press), trips(grown, press)) for name, press in PRESSES.items()}
    print(
        f"{'button':20}{'tables read':>12}{'blocks written':>16}{'round trips':>13}{'twice the rows':>16}{'budget':>9}"
    )
    for name, (small, large) in results.items():
        print(f"{name:20}{small.reads:12}{small.writes:16}{small.total:13}{large.total:16}{small.budget:9}")
    print(f"Budget: {READ} a table read, {WRITTEN} a block written, whatever the number of rows.")
    return int(any(each.total > each.budget for pair in results.values() for each in pair))


def _workbooks(folder: Path) -> tuple[Path, Path]:
    with contextlib.redirect_stdout(io.StringIO()):
        show(folder / "plain", TODAY)
    plain = folder / "plain" / WORKBOOK
    forget_imports(plain)
    grown = Path(shutil.copy2(plain, folder / WORKBOOK))
    double(grown)
    return plain, grown


if __name__ == "__main__":
    sys.exit(main())
