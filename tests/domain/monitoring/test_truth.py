"""The sample exports of a synthetic school give exactly the counts that were computed apart from this program."""

import csv
import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.exports.whole import read
from tests.sample_truth import differences, sample_exports
from tests.shared import SAMPLES
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.merging import FactStore
from wg_excel.domain.monitoring.monitoring import monitor, to_json
from wg_excel.domain.periods import parse_period
from wg_excel.domain.settings import Settings
from wg_excel.domain.staff.teachers import Teacher

TODAY = dt.date(2026, 11, 22)
pytestmark = [
    pytest.mark.skipif(not SAMPLES.exists(), reason="the sample exports stand beside the project, not in it"),
    pytest.mark.xdist_group("samples"),
]


def imported(paths: Sequence[Path]) -> tuple[Facts, list[str]]:
    """Import files one after another; return the facts and the statuses of a second import of the same."""
    readings = read(paths, today=TODAY)
    store = FactStore(Facts(), ())
    known = [reading.export for reading in readings if reading.export]
    assert len(known) == len(readings)
    for export in known:
        store.take(export)
    facts = store.facts
    return facts, [store.take(export).status for export in known]


@pytest.fixture(scope="module")
def every_file() -> tuple[Facts, list[str]]:
    return imported(sample_exports())


@pytest.fixture(scope="module")
def filling_alone() -> tuple[Facts, list[str]]:
    return imported([SAMPLES / "filling.xlsx"])


def staff() -> list[Teacher]:
    with (SAMPLES / "teachers.csv").open(encoding="utf-8-sig", newline="") as lines:
        return [Teacher(line["ФИО"]) for line in csv.DictReader(lines, delimiter=";")]


@pytest.mark.parametrize(
    ("truth", "files"), [("truth", "every_file"), ("truth_q1", "every_file"), ("truth_filling", "filling_alone")]
)
@pytest.mark.parametrize("with_staff", [True, False])
def test_counts_are_true(truth: str, files: str, with_staff: bool, request: pytest.FixtureRequest) -> None:  # noqa: FBT001 - a case
    true = json.loads((SAMPLES / f"{truth}.json").read_text(encoding="utf-8"))
    period = parse_period(f"{true['period']['from']}..{true['period']['to']}")
    facts, _ = request.getfixturevalue(files)
    made = monitor(facts, staff() if with_staff else (), SchoolCalendar(), Settings(), period, TODAY)
    assert made.waiting == ()
    assert differences(to_json(made), true) == []


def test_a_second_import_changes_nothing(every_file: tuple[Facts, list[str]]) -> None:
    assert set(every_file[1]) == {"unchanged"}
