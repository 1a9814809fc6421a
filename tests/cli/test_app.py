import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.compile_messages import SOURCE, compiled
from wg_excel.cli.app import run

HEAVY = {"pandas", "numpy", "xlwings", "lxml", "xlsxwriter", "python_calamine", "docxtpl", "rich"}
COMMANDS = {"demo", "new", "staff", "check", "recognise", "import", "monitor", "summary", "meeting", "protocol"}


def test_the_help_is_russian_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Вызов: wg-excel")
    assert set(shown.split()) >= COMMANDS
    assert "Usage" not in shown
    assert "Show" not in shown


def test_the_help_loads_nothing_heavy() -> None:
    script = (
        "import json, sys; from wg_excel.cli.app import run; run(['--help']);"
        "print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8").stdout
    assert not HEAVY & set(json.loads(shown.splitlines()[-1]))


def test_no_two_commands_of_a_group_share_a_name() -> None:
    script = """
import click

declare = click.Group.add_command

def once(group, command, name=None):
    assert (name or command.name) not in group.commands, name or command.name
    declare(group, command, name)

click.Group.add_command = once
from wg_excel.cli.app import run
run(["--help"])
"""
    subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "Команды «chek» нет"),
        (["check"], "Не указан аргумент"),
        (["check", "x.xlsm", "--jsn"], "Параметра «--jsn» нет"),
        (["check", "x.xlsm", "--today", "22.11.2026"], "«22.11.2026» — не день"),
        (["check", "нет такой.xlsm"], "Файла «нет такой.xlsm» нет"),
        (["monitor", "нет.xlsm", "--period", "осень"], "Период «осень» не понят"),
    ],
)
def test_a_bad_call_ends_with_2_and_one_russian_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert sentence in shown.err


def test_a_new_workbook_never_overwrites_another_unless_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "книга.xlsm"
    book.write_text("not ours")
    assert run(["new", str(book)]) == 2
    assert "--force" in capsys.readouterr().err
    assert book.read_text() == "not ours"
    assert run(["new", str(book), "--force"]) == 0
    assert [copy.read_text() for copy in (tmp_path / "Резервные копии").iterdir()] == ["not ours"]


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "книга.xlsm"
    book.write_text("not a workbook")
    assert run(["check", str(book)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert book.read_text() == "not a workbook"


def test_the_compiled_texts_are_those_of_the_source() -> None:
    assert SOURCE.with_suffix(".mo").read_bytes() == compiled()
