"""Measure every button from the start of its process to the saved file: `python -m benchmarks.click_time [RUNS]`.

The demonstration's workbook, headless. Each figure is the best of the runs, in seconds of the clock: other work of the
machine can only add to it. `raw` is a process that imports the same modules, reads and writes the same cells and saves
in the same way. Exit code: 0 when every button keeps both limits, 1 otherwise.
"""

import contextlib
import io
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.click_presses import PRESSES, TODAY
from wg_excel.demo.show import WORKBOOK, show

SECONDS, RATIO = 2.0, 1.25
RUNS = 5


class Click(NamedTuple):
    """The seconds of a press, and of the least that it needs."""

    press: float
    raw: float

    @property
    def ratio(self) -> float:
        """Return how many times the least a press takes."""
        return self.press / self.raw

    @property
    def kept(self) -> bool:
        """Tell whether both limits are kept."""
        return self.press <= SECONDS and self.ratio <= RATIO


def main(runs: int) -> int:
    """Measure all buttons and print a line for each."""
    print(f"{'button':20}{'seconds':>9}{'raw':>7}{'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        book = _workbook(Path(folder))
        clicks = [_measured(name, book, runs) for name in PRESSES]
    print(f"Limits: {SECONDS} s, {RATIO} times raw. Best of {runs} runs.")
    return int(not all(click.kept for click in clicks))


def _workbook(folder: Path) -> Path:
    with contextlib.redirect_stdout(io.StringIO()):
        show(folder / "demo", TODAY)
    return folder / "demo" / WORKBOOK


def _measured(name: str, book: Path, runs: int) -> Click:
    """Take press and raw in turn, so that other work of the machine falls on both."""
    log = book.with_name("log")
    _timed("press", name, book, log)
    pairs = [(_timed("press", name, book, None), _timed("raw", name, book, log)) for _ in range(runs)]
    click = Click(*map(min, zip(*pairs, strict=True)))
    print(f"{name:20}{click.press:9.2f}{click.raw:7.2f}{click.ratio:7.2f}{'' if click.kept else '  over'}", flush=True)
    return click


def _timed(mode: str, name: str, book: Path, log: Path | None) -> float:
    """Return the seconds of one process on a fresh copy of the book."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy2(book, folder)
        command = [sys.executable, "-m", "benchmarks.click", mode, name, copy, str(log or "")]
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
        return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
