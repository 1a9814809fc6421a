"""The shipped exports against the counts that their generator kept, apart from the product's code."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar
from zipfile import ZipFile

import pytest

from tests.exports.whole import read
from tools.make_demo_exports import FOLDER, write_all
from wg_excel.demo import school_year
from wg_excel.domain.calendar import school_calendar
from wg_excel.domain.fields import parse_table
from wg_excel.domain.imported.facts import Export, Facts
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, SchoolTerm, Settings
from wg_excel.domain.staff.teachers import Teacher

R = TypeVar("R", bound=Record)
TODAY = dt.date(2026, 11, 22)
TRUTH: Mapping[str, Any] = json.loads((FOLDER / "true_counts.json").read_text(encoding="utf-8"))


def records(record: type[R]) -> tuple[R, ...]:
    return parse_table(record, record.table.titles, school_year.rows(record), 1, {})[0]


@pytest.fixture(scope="module")
def exports() -> dict[str, Export]:
    """Read the files as the import does."""
    terms = school_calendar(records(SchoolTerm), ()).terms
    readings = read(school_year.exports(), today=TODAY, terms=terms)
    return {reading.file: reading.export for reading in readings if reading.export}


@pytest.fixture(scope="module")
def monitoring(exports: dict[str, Export]) -> Monitoring:
    """Count the whole autumn."""
    facts = Facts(
        tuple(lesson for each in exports.values() for lesson in each.facts.lessons),
        tuple(entry for each in exports.values() for entry in each.facts.entries),
        tuple(figure for each in exports.values() for figure in each.facts.figures),
    )
    calendar = school_calendar(records(SchoolTerm), records(DayOff))
    return monitor(facts, records(Teacher), calendar, Settings(), Period(dt.date(2026, 9, 1), TODAY), TODAY)


def test_every_file_is_recognised_with_its_rows_and_period(exports: dict[str, Export]) -> None:
    found = {
        name: {"kind": each.kind, "rows": each.rows, "from": str(each.first), "to": str(each.last)}
        for name, each in exports.items()
    }
    assert found == TRUTH["files"]


def test_no_row_is_rejected_and_the_totals_agree(exports: dict[str, Export]) -> None:
    assert [
        (each.file, each.rejected, each.warnings) for each in exports.values() if each.rejected or each.warnings
    ] == []


def test_the_monitoring_counts_what_the_generator_counted(monitoring: Monitoring) -> None:
    certain = [row for row in TRUTH["rows"] if row["teacher"]]
    names = [name for name in certain[0] if name not in {"spelt", "teacher", "class", "subject"}]
    true = {(row["teacher"], row["class"], row["subject"]): {name: row.get(name) for name in names} for row in certain}
    unknown = {key: {name for name in names if name not in row} for key, row in zip(true, certain, strict=True)}
    found = {
        (row.teacher, row.school_class, row.subject): {name: getattr(row.counts, name) for name in names}
        for row in monitoring.rows
    }
    for key, missing in unknown.items():
        found[key] |= dict.fromkeys(missing)
    assert found == true


def test_doubtful_names_wait_for_the_user(monitoring: Monitoring) -> None:
    doubtful = {row["spelt"] for row in TRUTH["rows"] if not row["teacher"]}
    assert {waiting.match.spelling for waiting in monitoring.waiting} == doubtful


def test_the_shipped_files_are_those_that_the_generator_writes(tmp_path: Path) -> None:
    write_all(tmp_path)
    assert {path.name: contents(path) for path in tmp_path.iterdir()} == {
        path.name: contents(path) for path in FOLDER.iterdir()
    }


def contents(path: Path) -> bytes | dict[str, bytes]:
    """Return what a file holds; packages are compared by their parts, for each zlib packs in its own way."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_shipped_files_are_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 300_000
