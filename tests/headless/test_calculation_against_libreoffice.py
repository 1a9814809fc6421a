"""What the engine computes, LibreOffice computes too: random formulas over the few functions that it knows."""

from __future__ import annotations

import itertools
import json
import random
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests import libreoffice
from wg_excel.headless import open_book

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = libreoffice.marks
CELLS = {"A1": 1, "A2": 2.5, "A3": -3, "A4": 0, "B1": "текст", "B2": "ещё", "C1": 46266, "C2": 1e-9, "C3": 1}
OPERATORS = ("+", "-", "*", "/", "^", "&", "=", "<>", "<", ">", "<=", ">=")
FUNCTIONS = (
    "SUM", "AVERAGE", "COUNT", "COUNTA", "MIN", "MAX", "IF", "AND", "OR", "NOT", "ROUND", "ABS", "IFERROR", "LEN", "INT"
)  # fmt: skip
COUNT = 1000
COMPUTE = """
import json
document = open_document(arguments[0])
sheet = document.Sheets.getByIndex(0)
for row in range(int(arguments[1])):
    cell = sheet.getCellByPosition(5, row)
    print(json.dumps(None if cell.getError() else cell.String if cell.FormulaResultType2 == 2 else cell.Value))
document.close(True)
"""


def operand(chance: random.Random, depth: int) -> str:
    """Write a random part of a formula."""
    kind = chance.randrange(6 if depth else 3)
    if kind == 0:
        return chance.choice([*CELLS, "A5", "B3"])
    if kind == 1:
        return chance.choice(["1", "2", "0.1", "-3", "10%", '"а"', '"Текст"', '""'])
    if kind == 2:
        return chance.choice(["0", "1", "2", "A1", "A2", "C3"])
    if kind == 3:
        return f"({operand(chance, depth - 1)}{chance.choice(OPERATORS)}{operand(chance, depth - 1)})"
    name = chance.choice(FUNCTIONS)
    count = {"IF": 3, "ROUND": 2, "IFERROR": 2, "NOT": 1, "ABS": 1, "LEN": 1, "INT": 1}.get(name, chance.randint(1, 3))
    ranged = name in {"SUM", "AVERAGE", "COUNT", "COUNTA", "MIN", "MAX"}
    given = [chance.choice(["A1:A4", "A1:C4"]) if ranged and chance.random() < 0.5 else operand(chance, depth - 1)]
    return f"{name}({','.join(given + [operand(chance, depth - 1) for _ in range(count - 1)])})"


def is_told_alike(formula: str) -> bool:
    """Tell whether a formula has truths at its top only: in LibreOffice they are numbers, in Excel they are not."""
    return (
        re.search(r"[=<>]|AND|OR|NOT", formula) is None
        or re.fullmatch(r"\([A-C]\d[=<>]+[A-C]\d\)", formula) is not None
    )


def written(path: Path, formulas: list[str]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for address, value in CELLS.items():
        sheet[address].value = value
    for row, formula in enumerate(formulas, 1):
        sheet[f"F{row}"] = f"={formula}"
    book.save(path)
    return path


def test_random_formulas_have_the_results_of_libreoffice_or_none(tmp_path: Path) -> None:
    chance = random.Random(7)
    formulas = list(itertools.islice(filter(is_told_alike, (operand(chance, 3) for _ in itertools.count())), COUNT))
    path = written(tmp_path / "formulas.xlsx", formulas)
    right = [json.loads(line) for line in libreoffice.run_script(COMPUTE, str(path), str(COUNT)).splitlines()]
    sheet = open_book(path).sheets[0]
    sheet["Z99"].value = 1  # from now on stored results count as old
    ours = [row[0] for row in sheet.range((1, 6), (COUNT, 6)).options(ndim=2).value]
    found = [(f, own, other) for f, own, other in zip(formulas, ours, right, strict=True) if own is not None]
    assert [each for each in found if not _equal(each[1], each[2])] == []
    assert len(found) > COUNT / 4


def _equal(own: object, other: object) -> bool:
    if isinstance(own, str) or isinstance(other, str):
        return own == other
    return other is not None and float(own) == pytest.approx(float(other), rel=1e-12, abs=1e-300)  # type: ignore[arg-type]
