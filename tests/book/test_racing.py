"""Real processes on one workbook at the same time: each adds its line or is told who is at it; no file is mixed."""

import subprocess
import sys
import zipfile
from pathlib import Path

from wg_excel.book.opened import reading
from wg_excel.book.tables import read_cells
from wg_excel.domain.history import HistoryEntry

PROCESSES, TRIES = 4, 3
# Writes one line of the history after another; says "added", or the sentence of the refusal.
ADD = """
import datetime as dt, os, sys
from pathlib import Path
from wg_excel.book.failures import WorkbookFailure
from wg_excel.book.history import remember
from wg_excel.book.opened import changing
sys.stdout.reconfigure(encoding="utf-8")
sys.stdin.readline()
for turn in range(int(sys.argv[2])):
    try:
        with changing(Path(sys.argv[1])) as book:
            remember(book, "Гонка", f"{os.getpid()} {turn}", dt.date(2026, 11, 22))
        print("added")
    except WorkbookFailure as refusal:
        print(refusal)
"""


def count(path: Path) -> int:
    with reading(path) as book:
        return sum(bool(row[0]) for row in read_cells(book, HistoryEntry).rows)


def started(path: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", ADD, str(path), str(TRIES)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def test_racing_processes_add_a_line_each_or_are_told_who_is_at_the_workbook(demo_book: Path) -> None:
    before = count(demo_book)
    racers = [started(demo_book) for _ in range(PROCESSES)]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    told = [line for racer in racers for line in racer.communicate()[0].splitlines()]
    added = told.count("added")
    assert len(told) == PROCESSES * TRIES
    assert added >= 1
    assert count(demo_book) == before + added
    refusals = {line for line in told if line != "added"}
    assert all(
        "сейчас открыта (другая команда wg-excel" in line or "изменил кто-то другой" in line for line in refusals
    )
    with zipfile.ZipFile(demo_book) as package:
        assert package.testzip() is None
    assert [file.name for file in demo_book.parent.iterdir() if file.suffix in {".lock", ".tmp"}] == []
