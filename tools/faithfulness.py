"""Print what each button keeps of a workbook that its user has enriched: `python tools/faithfulness.py`.

The demonstration's workbook gets, on every sheet and in the book, what people add in Excel (tests/faithfulness); every
button is pressed on a copy of its own, headless, and the file is compared with the one before. Exit code: 0 when
nothing is lost, 1 otherwise.
"""

import contextlib
import io
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.click_presses import PRESSES, TODAY
from tests.faithfulness.features import ON_SHEETS
from tests.faithfulness.kept import IN_BOOK, lost
from tests.faithfulness.packages import Package
from tests.faithfulness.rich import DRAWN_ANEW, enrich
from wg_excel.book.opened import changing
from wg_excel.cli.demo import WORKBOOK, show

FEATURES = (*ON_SHEETS, *IN_BOOK, "names", "other parts")


def main() -> int:
    """Press all buttons, print a line for each feature and then every loss."""
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        show(Path(folder, "demo"), TODAY)
        rich = enrich(Path(folder, "demo", WORKBOOK), Path(folder, "rich.xlsm"))
        sheets = len(Package(rich).sheets()) - 1
        losses = {name: _losses(name, rich) for name in PRESSES}
    print(f"{'feature':28}{'places':>8}{'kept by':>12}")
    for feature in FEATURES:
        kept = sum(all(lost != feature for lost, _ in found) for found in losses.values())
        print(f"{feature:28}{sheets if feature in ON_SHEETS else 'book':>8}{f'{kept} of {len(PRESSES)}':>12}")
    for name, found in losses.items():
        for feature, place in sorted(found):
            print(f"{name} loses: {feature}, {place}")
    return int(any(losses.values()))


def _losses(name: str, rich: Path) -> set[tuple[str, str]]:
    path = Path(shutil.copy2(rich, rich.with_name(f"{name}.xlsm")))
    with changing(path) as book:
        PRESSES[name](book)
    return set(lost(Package(rich), Package(path), anew=DRAWN_ANEW.get(name, ())))


if __name__ == "__main__":
    sys.exit(main())
