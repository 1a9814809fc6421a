from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import xlwings as xw

from wg_excel.headless import save_copy
from wg_excel.headless.addresses import Box
from wg_excel.headless.cells import packed_rows
from wg_excel.headless.cells.bulk import cell_end, row_texts
from wg_excel.headless.cells.grid import Grid
from wg_excel.headless.cells.packed_rows import pack_rows

COLUMNS = ["A", "B", "C", "D"]
ROWS = [
    (20260901, "5А", "", 1.5),
    (20260902, "", "", True),
    (20260902, "5А", "", 1),
    (20260903, "5Б", "", 1.0),
    (20260903, "5Б", "", None),
]


def tail(style: int, value: object, _number: int, _letter: str) -> str:
    return f' s="{style}"><v>{value}</v></c>'


def end(row: int, letter: str, style: int, value: object) -> str | None:
    return cell_end(row, letter, style, value, tail)


def packed(rows: Sequence[tuple[object, ...]]) -> str:
    blocks = pack_rows(Box(2, 1, 1 + len(rows), len(rows[0])), COLUMNS, [0, 0, 0, 0], rows, end)
    assert blocks is not None
    return "".join(block.text() for block in blocks)


@pytest.mark.parametrize("portion", [1, 2, 3, 100])
def test_packed_rows_are_what_rows_written_one_by_one_are(portion: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_rows, "PORTION", portion)
    grid = Grid("")
    grid.add(2, row_texts(2, COLUMNS, [0, 0, 0, 0], ROWS, tail))
    assert packed(ROWS) == grid.text()


def test_a_column_without_a_value_has_no_cells_and_does_not_widen_the_used_rectangle() -> None:
    rows = [(1, 2, "", ""), (3, 4, "", "")]
    blocks = pack_rows(Box(2, 1, 3, 4), COLUMNS, [0, 0, 0, 0], rows, end)
    assert [block.box for block in blocks or ()] == [Box(2, 1, 3, 2)]
    assert 'r="C' not in packed(rows)


def test_formulas_are_not_packed() -> None:
    def formula(_row: int, _letter: str, _style: int, _value: object) -> str:
        return '"><f>A1</f></c>'

    assert pack_rows(Box(1, 1, 1, 1), ["A"], [0], [("=A1",)], formula) is None


class TestASheet:
    """A block of values large enough to be packed, on a sheet between other cells."""

    @pytest.fixture
    def filled(self, book: xw.Book, monkeypatch: pytest.MonkeyPatch) -> xw.Book:
        monkeypatch.setattr("wg_excel.headless.cells.packed_rows.PORTION", 300)
        monkeypatch.setattr("wg_excel.headless.cells.value_writer.MANY", 300)
        sheet = book.sheets[0]
        sheet["A1"].value = "день"
        sheet["F1500"].value = "внизу"
        sheet["A3"].value = [[20260901 + n, f"{n % 7}А", "тема" if n % 2 else "", n / 2] for n in range(1000)]
        return book

    def test_reads_back_whole(self, filled: xw.Book) -> None:
        assert filled.sheets[0].used_range.address == "$A$1:$F$1500"
        assert filled.sheets[0]["A3:D4"].value == [[20260901, "0А", None, 0], [20260902, "1А", "тема", 0.5]]
        assert filled.sheets[0]["A1002:D1002"].value == [20261900, "5А", "тема", 499.5]

    def test_is_saved_whole_and_without_unpacking(self, filled: xw.Book, tmp_path: Path) -> None:
        save_copy(filled, tmp_path / "б.xlsx")
        rows = list(openpyxl.load_workbook(tmp_path / "б.xlsx").active.iter_rows(values_only=True))  # type: ignore[union-attr]
        assert rows[0][0] == "день"
        assert rows[2][:4] == (20260901, "0А", None, 0)
        assert rows[1001][:4] == (20261900, "5А", "тема", 499.5)
        assert (rows[1499][5], len(rows)) == ("внизу", 1500)
        assert filled.sheets[0].impl.sheet.grid.holds_packed

    def test_takes_changes_afterwards(self, filled: xw.Book, tmp_path: Path) -> None:
        sheet = filled.sheets[0]
        sheet["B3"].value = "1Я"
        sheet["A10:D1002"].clear_contents()
        save_copy(filled, tmp_path / "б.xlsx")
        cells = openpyxl.load_workbook(tmp_path / "б.xlsx").active
        assert cells is not None
        assert [cells[at].value for at in ("A3", "B3", "A9", "A10")] == [20260901, "1Я", 20260907, None]
