import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wg_excel.book import saving
from wg_excel.cli import printed
from wg_excel.cli.app import run
from wg_excel.cli.exports import progress_bar
from wg_excel.demo import school_year

LESSONS = next(path for path in school_year.exports() if path.stem == "lessons")
# The reading never ends by itself, so that there is time to interrupt it.
ENDLESS = """
import sys
from wg_excel.exports import starting
starting.CHILD = "import time; time.sleep(60)"
from wg_excel.__main__ import main
main()
"""
PATIENCE = 30


def test_recognising_for_a_workbook_tells_what_an_import_would_do(
    demo_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = demo_book.read_bytes()
    assert run(["recognise", str(LESSONS), "--book", str(demo_book), "--today", "2026-11-22"]) == 0
    shown = capsys.readouterr().out
    assert "● без изменений: lessons.xls" in shown
    assert "Темы и ДЗ" in shown
    assert demo_book.read_bytes() == before


def test_a_file_that_would_be_refused_ends_with_one(
    demo_book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "пустой.csv").touch()
    assert run(["recognise", str(tmp_path / "пустой.csv"), "--book", str(demo_book), "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert (told["status"], told["file"]) == ("refused", "пустой.csv")


def test_monitoring_says_whose_lessons_are_counted_to_nobody_and_why(
    demo_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["monitor", str(demo_book), "--today", "2026-11-22"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "«Бойко М. С.» – подходит нескольким (23)" in shown
    assert "«Нестеренко Павел Андреевич» – нет в «Педагогах» (2)" in shown
    assert "«Имена в выгрузках»" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
@pytest.mark.parametrize("wishes", [["SIGINT"], ["SIGTERM"], ["SIGHUP"], ["SIGINT", "SIGINT", "SIGTERM"]])
def test_a_wish_to_end_leaves_the_workbook_as_it_was_and_says_so(wishes: list[str], demo_book: Path) -> None:
    before, standing = demo_book.read_bytes(), set(demo_book.parent.iterdir())
    command = [sys.executable, "-c", ENDLESS, "import", str(demo_book), str(LESSONS)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    wait_for_lock(demo_book.parent, standing)
    for wish in wishes:
        process.send_signal(getattr(signal, wish))
    _, told = process.communicate(timeout=PATIENCE)
    assert (process.returncode, told.strip()) == (2, "Прервано: книга не изменена.")
    assert demo_book.read_bytes() == before
    assert set(demo_book.parent.iterdir()) == standing


def test_who_interrupts_after_the_save_is_told_that_all_is_written(
    demo_book: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_results: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(saving, "saved", set())
    monkeypatch.setattr(printed, "imported", interrupted)
    assert run(["import", str(demo_book), str(LESSONS), "--today", "2026-11-22"]) == 2
    told = capsys.readouterr().err.strip()
    assert told == f"Прервано после сохранения: в книге «{demo_book.name}» всё уже записано."


def wait_for_lock(folder: Path, standing: set[Path]) -> None:
    """Wait until the command has the workbook and therefore reads."""
    end = time.monotonic() + PATIENCE
    while set(folder.iterdir()) <= standing:
        assert time.monotonic() < end
        time.sleep(0.05)
    time.sleep(0.5)


def test_progress_is_for_people_at_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    with progress_bar(2) as nobody:
        assert nobody is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress_bar(2) as progress:
        assert progress is not None
        progress(1, 2)
        progress(2, 2)
