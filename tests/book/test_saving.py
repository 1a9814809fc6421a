import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from wg_excel.book.backups import FOLDER
from wg_excel.book.failures import WorkbookChanged, WorkbookUnwritable
from wg_excel.book.saving import fingerprint, replace

# Saves once in a process of its own, in which the n-th operation on files fails or kills the process.
SAVE = """
import os, sys, zipfile
from pathlib import Path
from wg_excel.book.saving import fingerprint, replace

path, mode, fatal = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.listdir", "os.scandir", "shutil.copyfile", "os.utime"}
count = 0

def hook(event, args):
    global count
    if event in EVENTS and armed:
        count += 1
        if count == fatal:
            if mode == "kill":
                os._exit(9)
            raise OSError(28, "No space left on device")

def write(target):
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("part", "new")

armed = False
sys.addaudithook(hook)
seen = fingerprint(path)
armed = True
try:
    replace(path, write, seen=seen)
finally:
    armed = False
"""
MOST_OPERATIONS = 60


def package(path: Path, text: str) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("part", text)
    return path


def written(text: str) -> Callable[[Path], None]:
    def write(target: Path) -> None:
        package(target, text)

    return write


def write_no_package(target: Path) -> None:
    target.write_bytes(b"PK no zip")


def text_of(path: Path) -> str:
    with zipfile.ZipFile(path) as made:
        assert made.testzip() is None
        return made.read("part").decode()


def test_a_save_replaces_the_file_and_keeps_the_old_one_as_a_backup(tmp_path: Path) -> None:
    path = package(tmp_path / "книга.xlsm", "old")
    replace(path, written("new"), seen=fingerprint(path))
    assert text_of(path) == "new"
    assert [text_of(copy) for copy in (tmp_path / FOLDER).iterdir()] == ["old"]


@pytest.mark.parametrize("mode", ["kill", "fail"])
def test_a_fault_at_any_file_operation_leaves_the_old_or_the_new_workbook(tmp_path: Path, mode: str) -> None:
    outcomes = set()
    for fatal in range(1, MOST_OPERATIONS):
        path = package(tmp_path / f"{fatal}.xlsm", "old")
        ended = subprocess.run(
            [sys.executable, "-c", SAVE, str(path), mode, str(fatal)], capture_output=True, check=False
        )
        outcomes.add((ended.returncode == 0, text_of(path)))
        if ended.returncode == 0:
            break
    assert outcomes <= {(True, "new"), (False, "old"), (False, "new")}
    assert {(True, "new"), (False, "old")} <= outcomes


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_colleague_who_may_write_may_still_write_after_a_save(tmp_path: Path) -> None:
    path = package(tmp_path / "книга.xlsm", "old")
    path.chmod(0o664)
    replace(path, written("new"), seen=fingerprint(path))
    assert path.stat().st_mode & 0o777 == 0o664


def test_a_file_changed_by_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    path = package(tmp_path / "книга.xlsm", "old")
    seen = fingerprint(path)
    package(path, "theirs")
    with pytest.raises(WorkbookChanged, match="изменил кто-то другой"):
        replace(path, written("ours"), seen=seen)
    assert text_of(path) == "theirs"


def test_what_killed_saves_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    path = package(tmp_path / "книга [1].xlsm", "old")
    kept = [package(tmp_path / name, "x").name for name in (".книга 2.77.tmp.xlsm", ".книга [1].мой.tmp.xlsm")]
    package(tmp_path / ".книга [1].4711.tmp.xlsm", "half")
    replace(path, written("new"), seen=fingerprint(path))
    assert sorted(file.name for file in tmp_path.iterdir() if file.is_file()) == sorted([path.name, *kept])


def test_a_damaged_new_file_never_replaces_the_old_one(tmp_path: Path) -> None:
    path = package(tmp_path / "книга.xlsm", "old")
    with pytest.raises(WorkbookUnwritable, match="всё осталось как было"):
        replace(path, write_no_package, seen=fingerprint(path))
    assert text_of(path) == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["книга.xlsm"]


def test_what_stands_in_the_place_of_the_backups_is_named(tmp_path: Path) -> None:
    path = package(tmp_path / "книга.xlsm", "old")
    (tmp_path / FOLDER).write_text("заметка", encoding="utf-8")
    with pytest.raises(WorkbookUnwritable, match="уже есть другой файл \\(«Резервные копии»\\)"):
        replace(path, written("new"), seen=fingerprint(path))
    assert text_of(path) == "old"
