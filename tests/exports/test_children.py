import io
import threading
import zipfile
from pathlib import Path

import pytest

from tests.exports.sheets import TODAY, rows, text_file
from tests.exports.whole import read
from wg_excel.exports import children, starting, watching
from wg_excel.exports.children import Children
from wg_excel.exports.parts import Job
from wg_excel.exports.terms import Calendar

MOVEMENT = "Период: 01.09.2026 - 23.10.2026\nКласс | На начало | Прибыло | Выбыло | На конец\n5А | 20 | 1 | 2 | 19"
ASLEEP = "import time; time.sleep(60)"


class StopError(Exception):
    """The user has had enough."""


class TestAChildThatEnds:
    """Members of an archive that end the child process are refused; the others are read."""

    @pytest.fixture
    def archive(self, tmp_path: Path) -> Path:
        path = tmp_path / "архив.zip"
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as package:
            package.writestr("а.csv", text_file(rows(MOVEMENT)))
            package.writestr("б.csv", text_file(rows(MOVEMENT)))
        path.write_bytes(made.getvalue())
        return path

    def test_on_every_file(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(starting, "CHILD", "import os; os._exit(3)")
        (reading,) = read([archive], today=TODAY)
        assert (reading.status, reading.file) == ("refused", "архив.zip")
        assert reading.message.startswith("Чтение файла прервалось")

    def test_on_one_member(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        crash = (
            "import os; from wg_excel.exports import archives, child\n"
            "from wg_excel.exports import reading\n"
            "whole = reading._read_bytes\n"
            "reading._read_bytes = lambda file, *by: os.abort() if file.name.endswith('а.csv') else whole(file, *by)\n"
            "child.main()"
        )
        monkeypatch.setattr(starting, "CHILD", crash)
        found = read([archive], today=TODAY)
        assert [(reading.file, reading.status) for reading in found] == [
            ("архив.zip/а.csv", "refused"),
            ("архив.zip/б.csv", "known"),
        ]
        assert found[0].message.startswith("Таблица в файле слишком велика")

    def test_by_running_out_of_time(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(starting, "CHILD", "import time; time.sleep(60)")
        monkeypatch.setattr(watching, "LONGEST", 0.3)
        (reading,) = read([archive], today=TODAY)
        assert reading.message.startswith("Файл не прочитан за")

    def test_again_and_again_is_given_up(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        crash = (
            "import os, time; from wg_excel.exports import child, reading\n"
            "def read(file, *by):\n"
            "    time.sleep(1.5)\n"
            "    os.abort()\n"
            "reading._read_bytes = read\n"
            "child.main()"
        )
        monkeypatch.setattr(starting, "CHILD", crash)
        monkeypatch.setattr(watching, "LONGEST", 2.5)
        first, rest = read([archive], today=TODAY)
        assert [(each.file, each.status) for each in (first, rest)] == [
            ("архив.zip/а.csv", "refused"),
            ("архив.zip/б.csv", "refused"),
        ]
        assert rest.message.startswith("Этот и следующие файлы архива не прочитаны")


def test_a_child_that_goes_on_telling_is_not_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "уроки.csv"
    path.write_bytes(text_file(rows(MOVEMENT)))
    slow = (
        "import time; from wg_excel.exports import child, reading\n"
        "from wg_excel.exports.parts import Portion\n"
        "whole = reading._read_bytes\n"
        "def slowly(file, *by):\n"
        "    for _ in range(8):\n"
        "        time.sleep(0.2)\n"
        "        yield Portion('movement', 2, ((0,) * 10,) * MANY)\n"
        "    yield from whole(file, *by)\n"
        "reading._read_bytes = slowly\n"
        "child.main()"
    )
    monkeypatch.setattr(watching, "LONGEST", 1.0)
    monkeypatch.setattr(starting, "CHILD", slow.replace("MANY", "20_000"))
    (found,) = read([path], today=TODAY)
    assert found.status == "known"
    monkeypatch.setattr(starting, "CHILD", slow.replace("MANY", "0"))
    (found,) = read([path], today=TODAY)
    assert found.message.startswith("Файл не прочитан за")


@pytest.fixture
def jobs(tmp_path: Path) -> list[Job]:
    made = []
    for n in range(5):
        path = tmp_path / f"{n}.csv"
        path.write_bytes(text_file(rows(MOVEMENT)))
        made.append(Job(str(path), "", Calendar(TODAY)))
    return made


@pytest.mark.parametrize("many", [1, 3])
def test_readings_come_in_the_order_of_the_jobs_whoever_reads_them(many: int, jobs: list[Job]) -> None:
    with Children(jobs, many) as all_:
        assert [found[0].file for found in all_.readings(lambda _given: None)] == [f"{n}.csv" for n in range(5)]


def test_a_pause_that_raises_ends_every_child(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "CHILD", ASLEEP)
    started, start, pauses = list[starting.Process](), starting.started, list[int]()
    monkeypatch.setattr(starting, "started", lambda: noted(started, start()))

    def pause(given: int) -> None:
        pauses.append(given)
        if len(pauses) > 3:
            raise StopError

    others = set(threading.enumerate())
    with pytest.raises(StopError), Children(jobs, 2) as all_:
        list(all_.readings(pause))
    assert [process.poll() is not None for process in started] == [True, True]
    assert set(threading.enumerate()) == others


def noted(started: list[starting.Process], process: starting.Process) -> starting.Process:
    started.append(process)
    return process


def test_a_fault_of_the_program_is_not_swallowed(jobs: list[Job], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children.Child, "read", lambda _child, _job: 1 // 0)
    with pytest.raises(ZeroDivisionError), Children(jobs, 1) as all_:
        list(all_.readings(lambda _given: None))


def test_a_file_that_was_looked_at_ahead_is_read_by_the_same_child(
    jobs: list[Job], monkeypatch: pytest.MonkeyPatch
) -> None:
    started, start = list[starting.Process](), starting.started
    monkeypatch.setattr(starting, "started", lambda: noted(started, start()))
    children.look_ahead(Path(jobs[0].path))
    with Children(jobs[:1], 1) as all_:
        (found,) = all_.readings(lambda _given: None)
    assert (found[0].status, len(started)) == ("known", 1)
