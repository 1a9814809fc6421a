"""Files of the tests, read in the test's own process."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.exports.sheets import TODAY, Rows, rows, workbook
from wg_excel.domain.periods import Period
from wg_excel.exports.parts import Collector, Job, Reading
from wg_excel.exports.reading import read_file
from wg_excel.exports.synonyms import Synonyms
from wg_excel.exports.terms import Calendar

Reader = Callable[..., list[Reading]]


@pytest.fixture
def read_bytes(tmp_path: Path) -> Reader:
    """Read a file's bytes under any name."""

    def read(
        data: bytes,
        name: str = "отчёт.xlsx",
        kind: str = "",
        terms: Sequence[Period] = (),
        extra: Synonyms | None = None,
        today: dt.date = TODAY,
    ) -> list[Reading]:
        path = tmp_path / name
        path.write_bytes(data)
        collector = Collector()
        parts = read_file(Job(str(path), kind, Calendar(today, tuple(terms)), extra))
        return [reading for part in parts for reading in collector.take(part)]

    return read


@pytest.fixture
def read_sheet(read_bytes: Reader) -> Callable[..., Reading]:
    """Read one sheet of a notation or of values."""

    def read(sheet: str | Rows, merges: Sequence[str] = (), name: str = "Лист1", **how: Any) -> Reading:
        lines = rows(sheet) if isinstance(sheet, str) else sheet
        (reading,) = read_bytes(workbook({name: lines}, merges), **how)
        return reading

    return read
