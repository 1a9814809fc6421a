"""A list of people in a file (xlsx, csv …): its sheets, read in a process of its own like every foreign file.

As a program of its own it prints the sheets of one file, marshalled: plain values, nothing executable.
"""

import datetime as dt
import marshal
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

from wg_excel.domain.failures import Failure

SECONDS = 30
MOST_ROWS, MOST_SHEETS = 20_000, 60
Rows = list[list[Any]]
Sheets = list[tuple[str, Rows]]


class ListNotRead(Failure):
    """The file holds no table that could be read."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"Список «{file}» не загружен. {reason}")


def read_sheets(path: Path) -> Sheets:
    """Return the rows of every sheet that holds anything, by its name; raise ListNotRead with the reason."""
    command = [sys.executable, "-m", "wg_excel.exports.people_list", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - our own program
        sheets, reason = marshal.loads(done.stdout)  # noqa: S302 - from our own child alone
    except (subprocess.SubprocessError, ValueError, EOFError):
        raise ListNotRead(path.name, "Программа чтения остановилась: пересохраните файл в Excel и повторите.") from None
    if reason:
        raise ListNotRead(path.name, reason)
    return [(name, [[_whole(value) for value in row] for row in rows]) for name, rows in sheets]


def main(path: Path) -> None:
    """Print the sheets of a file, or why there are none."""
    from wg_excel.exports.child import MEMORY, limit_memory
    from wg_excel.exports.grids import grids
    from wg_excel.exports.refusals import FileMissing, Refusal

    limit_memory(MEMORY)
    sheets: Sheets = []
    reason = ""
    try:
        if not path.is_file():
            raise FileMissing
        filled = (grid for grid in grids(path.read_bytes()) if not grid.is_empty)
        for grid in islice(filled, MOST_SHEETS):
            sheets.append((grid.sheet, [[_plain(value) for value in row] for row in islice(grid.rows(), MOST_ROWS)]))
    except Refusal as refusal:
        reason = refusal.message
    sys.stdout.buffer.write(marshal.dumps((sheets, reason)))


def _plain(value: object) -> object:
    """Return a day as its text with a mark, since marshal knows no days."""
    return ("day", value.isoformat()) if isinstance(value, dt.date) else value


def _whole(value: object) -> object:
    return dt.datetime.fromisoformat(value[1]) if isinstance(value, tuple) else value


if __name__ == "__main__":
    main(Path(sys.argv[1]))
