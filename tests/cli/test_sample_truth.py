"""The sample exports through the command line itself, as a school's administrator would load them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sample_truth import differences, sample_exports
from tests.shared import SAMPLES
from wg_excel.cli.app import run

pytestmark = [
    pytest.mark.skipif(not SAMPLES.exists(), reason="the sample exports stand beside the project, not in it"),
    pytest.mark.xdist_group("samples"),
]
Shown = pytest.CaptureFixture[str]


def command(*arguments: object) -> int:
    return run(["--today", "2026-11-22", *map(str, arguments)])


def told(shown: Shown) -> Any:
    return json.loads(shown.readouterr().out)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    assert command("new", path) == 0
    assert command("staff", path, SAMPLES / "teachers.csv") == 0
    return path


def monitored(book: Path, truth: str, shown: Shown) -> list[str]:
    true = json.loads((SAMPLES / f"{truth}.json").read_text("utf-8"))
    shown.readouterr()
    assert command("monitor", book, "--period", f"{true['period']['from']}..{true['period']['to']}", "--json") == 0
    return differences(told(shown), true)


def test_every_file_imported_gives_the_true_counts(book: Path, capsys: Shown) -> None:
    files = sample_exports()
    capsys.readouterr()
    assert command("import", book, *files, "--json") == 0
    assert {one["status"] for one in told(capsys)["files"]} == {"imported"}
    assert monitored(book, "truth", capsys) == []
    assert monitored(book, "truth_q1", capsys) == []
    assert command("import", book, *files[::-1], "--json") == 0
    assert {one["status"] for one in told(capsys)["files"]} == {"unchanged"}
    assert monitored(book, "truth", capsys) == []


def test_files_imported_one_by_one_in_any_order_give_the_same(book: Path, capsys: Shown) -> None:
    for file in sample_exports()[::-1]:
        assert command("import", book, file) == 0
    assert monitored(book, "truth", capsys) == []


def test_the_report_of_filling_alone_gives_the_true_counts(book: Path, capsys: Shown) -> None:
    assert command("import", book, SAMPLES / "filling.xlsx") == 0
    assert monitored(book, "truth_filling", capsys) == []
