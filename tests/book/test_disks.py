"""Disks that refuse: each refusal is named in Russian, the old workbook is whole and nothing is left beside it."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from wg_excel.book.disk_reasons import reason_of

# Presses a button in a process of its own, for which the disk refuses in the given way.
PRESS = """
import errno, os, sys
from pathlib import Path
import datetime as dt
from wg_excel import buttons
from wg_excel.book.failures import WorkbookFailure
from wg_excel.book.opened import changing
import openpyxl.formula.tokenizer

sys.stdout.reconfigure(encoding="utf-8")
path, how = Path(sys.argv[1]), sys.argv[2]


def refuse(event, args):
    name, kind = how.partition(" ")[::2]
    if event == name and any(".tmp" in str(each) for each in args):
        raise OSError(getattr(errno, kind), "in English")


if how == "size":
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
elif how == "user":
    if os.geteuid() == 0:
        os.seteuid(65534)
elif how:
    sys.addaudithook(refuse)
try:
    with changing(path) as book:
        buttons.add_appeal(book, today=dt.date(2026, 11, 22))
except WorkbookFailure as refusal:
    print(refusal)
else:
    print("saved")
"""
FAULTS = {
    "open ENOSPC": "нет свободного места",
    "open EDQUOT": "отведённое вам место",
    "open EROFS": "только для чтения",
    "open EIO": "отвечает ошибкой",
    "os.rename EACCES": "занят другой программой",
    "os.rename ESTALE": "сетевая папка не отвечает",
    "os.rename ETIMEDOUT": "сетевая папка не отвечает",
    "size": "больше, чем здесь разрешено",
}


def press(path: Path, how: str = "") -> str:
    command = [sys.executable, "-c", PRESS, str(path), how]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.strip()


def is_russian(sentence: str) -> bool:
    return re.search(r"[A-Za-z]{3,}", re.sub(r"«[^»]*»", "", sentence)) is None


@pytest.mark.skipif(sys.platform == "win32", reason="limits and users of POSIX")
@pytest.mark.parametrize(("how", "words"), FAULTS.items())
def test_a_disk_that_refuses_is_named_and_nothing_is_half_written(demo_book: Path, how: str, words: str) -> None:
    before = demo_book.read_bytes()
    told = press(demo_book, how)
    assert words in told
    assert is_russian(told)
    assert demo_book.read_bytes() == before
    assert {file.name for file in demo_book.parent.iterdir()} <= {demo_book.name, "Резервные копии"}


@pytest.fixture
def open_folder(demo_book: Path) -> Iterator[Path]:
    """Give a folder with the workbook that other users may read; pytest's own are private."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(shutil.copy2(demo_book, folder))
        path.chmod(0o644)
        yield path.parent


@pytest.mark.skipif(sys.platform == "win32", reason="users of POSIX")
def test_a_folder_in_which_nobody_may_write_is_named(open_folder: Path) -> None:
    path = next(open_folder.iterdir())
    before = path.read_bytes()
    open_folder.chmod(0o555)
    told = press(path, "user")
    assert "нет права на запись" in told
    assert is_russian(told)
    assert (path.read_bytes(), [path]) == (before, list(open_folder.iterdir()))


@pytest.mark.parametrize(
    "place",
    [
        "Папка с пробелами",
        "«Школа» № 1",
        "it's 100% & <b>",
        "я" * 60 + "/" + "о" * 60 + "/" + "длинная" * 10,
        "~$х [1]",
    ],
)
def test_any_path_is_worked_with(demo_book: Path, place: str) -> None:
    folder = demo_book.parent / place
    folder.mkdir(parents=True)
    path = Path(shutil.move(demo_book, folder / "рабочая группа 'A' #1.xlsm"))
    assert press(path) == "saved"
    assert sorted(file.name for file in folder.iterdir()) == sorted([path.name, "Резервные копии"])


def test_a_name_that_leaves_no_room_for_the_lock_is_refused_by_name(demo_book: Path) -> None:
    path = Path(shutil.move(demo_book, demo_book.with_name("и" * 120 + ".xlsm")))
    before = path.read_bytes()
    told = press(path)
    assert told == "saved" or "слишком длинное имя" in told
    assert told == "saved" or path.read_bytes() == before


@pytest.mark.parametrize("number", [*range(1, 120), 9999])
def test_every_reason_is_told(number: int) -> None:
    assert reason_of(OSError(number, os.strerror(number)))
