import subprocess
import sys

import pytest

from wg_excel.exports.busy import busy_seconds

WORKS = "import time; [None for _ in iter(lambda: time.process_time() < 1, False)]; print(flush=True); input()"
SLEEPS = "import time; time.sleep(1); print(flush=True); input()"


def busy_after(program: str) -> float:
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        before = busy_seconds(process)
        assert process.stdout
        process.stdout.readline()
        return busy_seconds(process) - before


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells it only to libraries")
def test_a_process_that_works_is_busy_and_one_that_waits_is_not() -> None:
    assert busy_after(WORKS) > 0.5 > busy_after(SLEEPS)
