import subprocess
import sys
from pathlib import Path

import pytest

from tests.exports.sheets import TODAY, rows, text_file
from wg_excel.exports import child, wire
from wg_excel.exports.parts import Begun, Job, Portion, Reading
from wg_excel.exports.starting import CHILD
from wg_excel.exports.terms import Calendar

LESSONS = rows("Дата | Класс | Предмет | Учитель | Тема | ДЗ\n01.09.2026 | 5А | Физика | Ким П. Л. | Сила | § 1")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "уроки.csv"
    path.write_bytes(text_file(LESSONS))
    return path


@pytest.mark.parametrize("ahead", [False, True])
def test_a_job_is_answered_part_by_part_until_the_pipe_is_closed(file: Path, *, ahead: bool) -> None:
    process = subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    for _ in range(2):
        if ahead:
            wire.send_ahead(process.stdin, str(file))
        wire.send_job(process.stdin, Job(str(file), "", Calendar(TODAY)))
        begun, portion, reading = wire.receive_parts(process.stdout)
        assert begun == Begun("уроки.csv")
        assert isinstance(portion, Portion)
        assert isinstance(reading, Reading)
        assert (portion.kind, len(portion.rows), reading.status) == ("lessons", 1, "known")
    process.stdin.close()
    assert process.wait(20) == 0
    process.stdout.close()


def test_what_a_library_prints_does_not_disturb_the_answers(file: Path) -> None:
    noisy = (
        f"import os\nfrom wg_excel.exports import reading\nreading.prepare = lambda: os.write(1, b'x' * 99)\n{CHILD}"
    )
    with subprocess.Popen([sys.executable, "-c", noisy], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        wire.send_job(process.stdin, Job(str(file), "", Calendar(TODAY)))
        assert len(list(wire.receive_parts(process.stdout))) == 3
        process.stdin.close()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the parent bounds the memory")
def test_the_child_is_bounded_in_memory() -> None:
    hungry = "from wg_excel.exports import child; child.limit_memory(child.MEMORY); bytearray(2 * child.MEMORY)"
    done = subprocess.run([sys.executable, "-c", hungry], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr
    assert child.MEMORY < 1 << 30


@pytest.mark.skipif(sys.platform == "win32", reason="there the job object ends it")
def test_a_child_ends_with_its_parent_even_while_it_hangs() -> None:
    hung = (
        "import time; from wg_excel.exports import child; child.end_with_parent(); print(1, flush=True); time.sleep(60)"
    )
    parent = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {hung!r}]); input()"
    process = subprocess.Popen([sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    assert process.stdout.read() == b""  # nobody holds the output any more
    process.communicate()
