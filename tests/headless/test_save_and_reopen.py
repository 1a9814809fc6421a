"""Each function of the engine, saved, then read by two other programs: openpyxl and LibreOffice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests import libreoffice
from tests.headless.saved_cases import CASES
from wg_excel.headless import engine, save_copy

if TYPE_CHECKING:
    from pathlib import Path

# What LibreOffice is asked: `d` is the document, `s` its first sheet, `c` gives a cell by its address.
ASK = """
import json
questions = json.loads(arguments[0])
for path, question in questions:
    d = open_document(path)
    s = d.Sheets.getByIndex(0)
    c = s.getCellRangeByName
    try:
        print(json.dumps(eval(question)))
    except Exception as problem:
        print(json.dumps(repr(problem)[:200]))
    d.close(True)
"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("saved")
    paths = {name: folder / f"{number}.xlsx" for number, name in enumerate(CASES)}
    for name, case in CASES.items():
        app = engine.apps.add(add_book=True)
        case.edit(app.books[0].sheets[0])
        save_copy(app.books[0], paths[name])
        app.quit()
    return paths


@pytest.mark.parametrize("name", CASES)
def test_openpyxl_sees_what_was_done(name: str, saved: dict[str, Path]) -> None:
    sheet = openpyxl.load_workbook(saved[name]).worksheets[0]
    assert CASES[name].openpyxl(sheet) == CASES[name].seen


@pytest.fixture(scope="module")
def answers(saved: dict[str, Path]) -> dict[str, object]:
    """Ask LibreOffice about all files in one session."""
    questions = [[str(saved[name]), case.question] for name, case in CASES.items()]
    output = libreoffice.run_script(ASK, json.dumps(questions))
    return dict(zip(CASES, map(json.loads, output.splitlines()), strict=True))


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
@pytest.mark.parametrize("name", CASES)
def test_libreoffice_sees_what_was_done(name: str, answers: dict[str, object]) -> None:
    assert answers[name] == CASES[name].answer
