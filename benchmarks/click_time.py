"""Measure every button from the start of its process to the saved file: `python -m benchmarks.click_time [RUNS]`.

The demonstration's workbook, headless. `seconds` are the clock's; `processor` are seconds of the processor, those of
the processes that it starts included, to which other work of the machine adds little. The ratio is the lower of both:
a busy machine spoils the one, work in two processes at once the other. `raw` is a process that imports the same
modules, reads and writes the same cells and files of Word and saves in the same way. Each figure is the best of the
runs. Exit code: 0 when every button keeps both limits, 1 otherwise.
"""

import contextlib
import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.click_presses import PRESSES, TODAY
from benchmarks.run import AS_INSTALLED
from wg_excel.cli.demo import WORKBOOK, show

ROOT = Path(__file__).parents[1]
SECONDS, RATIO = 2.0, 1.25
RUNS = 5


class Taken(NamedTuple):
    """What a process took: seconds of the clock, and of the processor with its children."""

    clock: float
    processor: float


class Click(NamedTuple):
    """What a press takes, and the least that it needs."""

    press: Taken
    raw: Taken

    @property
    def ratio(self) -> float:
        """Return how many times the least a press takes: by the clock, or by the processor on a busy machine."""
        return min(self.press.clock / self.raw.clock, self.press.processor / self.raw.processor)

    @property
    def kept(self) -> bool:
        """Tell whether both limits are kept."""
        return self.press.clock <= SECONDS and self.ratio <= RATIO


def main(runs: int) -> int:
    """Measure all buttons and print a line for each."""
    print(f"{'button':20}{'seconds':>9}{'processor':>11}{'raw':>9}{'processor':>11}{'ratio':>7}")
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
    click = Click(*(Taken(*map(min, zip(*each, strict=True))) for each in zip(*pairs, strict=True)))
    figures = "".join(f"{taken.clock:9.2f}{taken.processor:11.2f}" for taken in click) + f"{click.ratio:7.2f}"
    print(f"{name:20}{figures}{'' if click.kept else '  over'}", flush=True)
    return click


def _timed(mode: str, name: str, book: Path, log: Path | None) -> Taken:
    """Run one process on a fresh copy of the book."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy2(book, folder)
        command = [sys.executable, "-m", "benchmarks.click", mode, name, copy, str(log or "")]
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=AS_INSTALLED)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Taken(time.perf_counter() - start, used)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS))
