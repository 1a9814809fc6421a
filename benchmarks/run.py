"""Measure the product as whole processes and print ratios within one run.

    python -m benchmarks.run [RUNS]

Needs the extra `bench`. Each figure is the best of the runs: other work of the machine can only add to it. The
import is compared with `fastexcel` reading the same file into Arrow; the check is what it takes beyond a process
that only imports the same modules. Memory is the largest sum over a process and its children, sampled.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.make_files import write_lessons, write_workbook

LESSONS, APPEALS = 100_000, 5_000
DAY = "2026-11-22"
MIB = 1024 * 1024
# Modules are compiled once, as where the product is installed, and not by every process anew.
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
SAMPLE_SECONDS = 0.005
KIN_SAMPLES = 10  # so often children are sought anew: that looks through all processes and would take the time measured
ARROW = "import sys, fastexcel; fastexcel.read_excel(sys.argv[1]).load_sheet(0, header_row=1).to_arrow()"
# Imports what a command imports, and nothing else: the list comes from a run of the command.
_HIDE = """
import importlib, json, sys
from wg_excel.__main__ import NOT_NEEDED
for name in NOT_NEEDED:
    sys.modules[name] = None
"""
LIST_MODULES = f"""{_HIDE}
from wg_excel.cli.app import run
target = sys.argv.pop()
try:
    run(sys.argv[1:])
finally:
    open(target, "w").write(json.dumps([name for name, module in sys.modules.items() if module and name != "__main__"]))
"""
IMPORT_MODULES = f"""{_HIDE}
for name in json.load(open(sys.argv[1])):
    try:
        importlib.import_module(name)
    except ImportError:
        pass
"""


@dataclass(frozen=True)
class Measured:
    """What a process took: seconds of the clock, and MiB with its children at the most."""

    seconds: float
    mebibytes: float


def measure(command: Sequence[str], *, allowed: Sequence[int] = (0,)) -> Measured:
    """Run a process to its end; raise where it ends with a code that is not allowed."""
    start = time.perf_counter()
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, env=AS_INSTALLED)
    most = turn = 0
    while process.poll() is None:
        if turn % KIN_SAMPLES == 0:
            kin = [process, *_children(process)]
        most, turn = max(most, _memory(kin)), turn + 1
        time.sleep(SAMPLE_SECONDS)
    seconds = time.perf_counter() - start
    if process.returncode not in allowed:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(seconds, most / MIB)


def _memory(processes: Sequence[psutil.Process]) -> int:
    total = 0
    for each in processes:
        try:
            total += each.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def _children(process: psutil.Popen) -> list[psutil.Process]:
    try:
        return list(process.children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def best(runs: int, once: Callable[[], Measured]) -> Measured:
    """Return the shortest time and the largest memory of several runs."""
    found = [once() for _ in range(runs)]
    return Measured(min(each.seconds for each in found), max(each.mebibytes for each in found))


def product(*arguments: str) -> list[str]:
    """Return the command line of the product."""
    return [sys.executable, "-m", "wg_excel", "--today", DAY, *arguments]


def imported(folder: Path, runs: int) -> None:
    """Compare the import of a large lessons export with reading it into Arrow."""
    export, empty, book = folder / "lessons.xlsx", folder / "empty.xlsm", folder / "book.xlsm"
    write_lessons(export, LESSONS)
    measure(product("new", str(empty)))

    def once() -> Measured:
        shutil.copy2(empty, book)
        return measure(product("import", str(book), str(export)))

    arrow = best(runs, lambda: measure([sys.executable, "-c", ARROW, str(export)]))
    ours = best(runs, once)
    _print("import of 100,000 lessons", ours, f"fastexcel → Arrow {arrow.seconds:.2f} s, {arrow.mebibytes:.0f} MiB")
    _print_limit("ratio of times", ours.seconds / arrow.seconds, 4, "×")
    _print_limit("peak memory", ours.mebibytes, 500, " MiB")


def checked(folder: Path, runs: int) -> None:
    """Measure the check of many appeals beyond a process that imports the same modules."""
    book, names = folder / "appeals.xlsm", folder / "modules.json"
    write_workbook(book, APPEALS)
    measure([sys.executable, "-c", LIST_MODULES, "--today", DAY, "check", str(book), str(names)], allowed=(0, 1))
    imports = best(runs, lambda: measure([sys.executable, "-c", IMPORT_MODULES, str(names)]))
    ours = best(runs, lambda: measure(product("check", str(book)), allowed=(1,)))
    _print(f"check of {APPEALS} appeals", ours, f"{len(json.loads(names.read_text()))} modules {imports.seconds:.2f} s")
    _print_limit("beyond the imports", ours.seconds - imports.seconds, 1.5, " s")


def helped(runs: int) -> None:
    """Measure the start of the command line."""
    bare = best(runs, lambda: measure([sys.executable, "-c", "pass"]))
    ours = best(runs, lambda: measure([sys.executable, "-m", "wg_excel", "--help"]))
    _print("--help", ours, f"bare interpreter {bare.seconds:.2f} s")
    _print_limit("time", ours.seconds, 0.3, " s")


def demonstrated(folder: Path) -> None:
    """Measure the whole demonstration."""
    ours = measure(product("demo", str(folder / "demo")))
    _print("demo", ours, "")
    _print_limit("time", ours.seconds, 20, " s")


def _print(what: str, ours: Measured, beside: str) -> None:
    print(f"{what}: {ours.seconds:.2f} s, {ours.mebibytes:.0f} MiB" + (f" ({beside})" if beside else ""))


def _print_limit(what: str, value: float, limit: float, unit: str) -> None:
    verdict = "within" if value <= limit else "BEYOND"
    print(f"    {what} {value:.2f}{unit}, {verdict} {limit:g}{unit}")


def main(runs: int = 3) -> None:
    """Measure everything in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="wg_bench_") as name:
        folder = Path(name)
        helped(runs)
        demonstrated(folder)
        imported(folder, runs)
        checked(folder, runs)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
