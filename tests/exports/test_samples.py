import datetime as dt
import json
from collections import defaultdict
from typing import Any

import pytest

from tests.exports.whole import read
from tests.shared import SAMPLES
from wg_excel.exports import Reading

EXPORTS = (".xls", ".xlsx", ".csv", ".zip")
pytestmark = [
    pytest.mark.skipif(not SAMPLES.exists(), reason="the sample exports are not on this machine"),
    pytest.mark.xdist_group("samples"),
]


@pytest.fixture(scope="module")
def truth() -> Any:
    return json.loads((SAMPLES / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    paths = sorted(path for path in SAMPLES.iterdir() if path.suffix in EXPORTS and path.name != "teachers.csv")
    return {reading.file: reading for reading in read(paths, today=dt.date(2026, 11, 22))}


def test_kind_rows_and_period_of_every_file_are_true(truth: Any, readings: dict[str, Reading]) -> None:
    expected = [one for one in truth["files"] if one["kind"] != "archive"]
    for archive in (one for one in truth["files"] if one["kind"] == "archive"):
        expected += [{**one, "file": f"{archive['file']}/{one['file']}"} for one in archive["members"]]
    assert set(readings) == {one["file"] for one in expected}
    for one in expected:
        export = readings[one["file"]].export
        assert export is not None, one["file"]
        assert export.kind == one["kind"]
        assert one["rows"] in {None, export.rows}, one["file"]
        if one["period"]:
            assert (str(export.first), str(export.last)) == (one["period"]["from"], one["period"]["to"]), one["file"]


def test_counts_of_reports_are_true(truth: Any, readings: dict[str, Reading]) -> None:
    sums: dict[tuple[str, str, str], float] = defaultdict(float)
    for reading in readings.values():
        for one in reading.export.facts.figures if reading.export else ():
            for whose in {"", one.school_class, f"{one.school_class} {one.subject}"}:
                sums[one.kind, whose, one.name] += one.value
    for kind in ("quality", "absence", "finals"):
        for whose, counts in truth["facts"][kind].items():
            assert {name: sums[kind, whose, name] for name in counts} == counts
    for kind in ("movement", "logins"):
        counts = truth["facts"][kind]
        assert {name: sums[kind, "", name] for name in counts} == counts


def test_marks_of_pages_are_true(truth: Any, readings: dict[str, Reading]) -> None:
    names = ("marks", "marks_required", "lessons_without_marks")
    found: dict[tuple[str, str, str], dict[str, float]] = defaultdict(dict)
    for reading in readings.values():
        for one in reading.export.facts.figures if reading.export else ():
            if one.kind == "journal" and one.name in names:
                found[one.teacher, one.school_class, one.subject][one.name] = one.value
    expected = {
        (row["teacher"], row["class"], row["subject"]): {name: row[name] for name in names}
        for row in truth["rows"]
        if row["marks"] is not None
    }
    assert found == expected


def test_no_name_of_a_pupil_leaves_the_readings(readings: dict[str, Reading]) -> None:
    names = {"Беляев", "Быков", "Гусев", "Ершов", "Жук ", "Зинчен", "Кравец", "Макаро", "Османов", "Цыбуля", "Горбач"}
    said = repr(list(readings.values()))
    assert not [name for name in names if name in said]
