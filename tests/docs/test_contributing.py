"""The examples of CONTRIBUTING.md run, each in a Python of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"
EXAMPLE = re.compile(r"## ([^\n]+)\n(?:(?!\n## ).)*?```python\n(.*?)```", re.DOTALL)
EXAMPLES = dict(EXAMPLE.findall(PAGE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("title", EXAMPLES)
def test_an_example_runs(title: str, tmp_path: Path) -> None:
    script = tmp_path / "example.py"
    script.write_text(EXAMPLES[title], encoding="utf-8")
    environment = {"PYTHONPATH": str(PAGE.parent), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, str(script)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr


def test_every_thing_that_is_often_added_has_its_example() -> None:
    assert list(EXAMPLES) == [
        "A rule",
        "A kind of export",
        "A sentence of the monitoring report",
        "A button",
        "A column",
        "A step of an upgrade",
    ]


def test_the_folders_and_scripts_that_the_page_names_exist() -> None:
    text = re.sub(r"```.*?```", "", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    for name in re.findall(r"`(?:python )?((?:wg_excel|tests|tools|docs|workbook|macros)/[\w/.]*)`", text):
        assert (PAGE.parent / name).exists(), name
