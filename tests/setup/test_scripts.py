import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wg_excel.setup.scripts import setup_cmd, setup_sh


def test_the_script_for_windows_has_its_line_ends_and_speaks_utf8_first() -> None:
    text = setup_cmd().decode()
    assert text.count("\n") == text.count("\r\n")
    lines = text.splitlines()
    assert lines.index("chcp 65001 >nul") < next(n for n, line in enumerate(lines) if not line.isascii())


def test_every_jump_of_the_script_for_windows_has_its_label() -> None:
    words = setup_cmd().decode().split()
    jumps = {words[n + 1] for n, word in enumerate(words) if word == "goto"}
    assert jumps == {word.removeprefix(":") for word in words if word.startswith(":")} == {"failed"}


def test_paths_of_the_script_for_windows_are_quoted() -> None:
    for line in setup_cmd().decode().splitlines():
        for found in re.finditer("%WG_VENV%|%~dp0", line):
            assert line[: found.start()].count('"') % 2, line


@pytest.mark.skipif(not shutil.which("sh"), reason="needs a shell")
def test_the_script_for_linux_makes_an_environment_installs_and_lays_the_folder(tmp_path: Path) -> None:
    """A Python in the script's way writes down what it is asked."""
    log = tmp_path / "log"
    tools = tmp_path / "tools"
    tools.mkdir()
    python = tools / "python3"
    python.write_text(
        f'#!/bin/sh\necho "$@" >> "{log}"\nif [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n'
    )
    python.chmod(0o755)
    folder = tmp_path / "папка с пробелом"
    (folder / "wheels").mkdir(parents=True)
    script = folder / "setup.sh"
    script.write_bytes(setup_sh())
    environment = {"PATH": f"{tools}:/usr/bin:/bin", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    subprocess.run(["sh", str(script)], env=environment, check=True)
    asked = log.read_text(encoding="utf-8").splitlines()
    assert asked[1] == f"-m venv {tmp_path}/data/wg-excel/venv"
    assert asked[2] == "-m pip install --quiet --upgrade --no-index --find-links wheels wg-excel"
    assert asked[3] == f"-m wg_excel install {folder}"
    assert sys.executable not in "".join(asked)
