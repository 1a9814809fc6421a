"""What the engine writes is valid to Microsoft's Open XML SDK; skipped where the validator is not installed."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel.headless import save_copy

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ooxml-validator"
FOUND = sorted(CACHE.glob("*/node_modules/.bin/ooxml-validator"))
PROGRAM = shutil.which("ooxml-validator") or (str(FOUND[-1]) if FOUND else None)
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="the Open XML SDK validator is not installed")


def errors(path: Path) -> list[str]:
    answer = subprocess.run([str(PROGRAM), str(path)], capture_output=True, text=True, check=False)
    return [
        f"{error['path']} {error['xPath']}: {error['description']}" for error in json.loads(answer.stdout)["errors"]
    ]


def test_a_workbook_with_everything_is_valid(book: xw.Book, tmp_path: Path) -> None:
    sheet = book.sheets[0]
    sheet["A1"].value = [["Имя", "Дата", "Сумма"], ["а", dt.date(2026, 1, 2), 5], ["б", None, 7], ["в", None, 9]]
    table = sheet.tables.add(sheet["A1:C4"], name="Суммы")
    table.show_totals = True
    table.rows.add(["г", None, 1])
    table.columns.add("Ещё", index=2)
    sheet["F1:G3"].value = [["к", "з"], ["а", 1], ["б", 2]]
    sheet["F1:G3"].borders.set("everything", line_style="dash", color="#ff0000")
    sheet["F1"].font.set(bold=True, size=14, color="#00ff00", name="Arial")
    sheet["F2"].data_validation.set_list(["а", "б"])
    formats = sheet["G2:G3"].conditional_formats
    formats.add_cell_value("less_than", 5, fill_color="#ffff00", font_bold=True)
    formats.add_color_scale(["#ff0000", "#00ff00"])
    formats.add_data_bar("#638ec6", gradient=False)
    formats.add_icon_set("3_arrows")
    sheet["F2"].add_note("заметка")
    sheet["H1"].add_hyperlink("https://example.org", "сайт")
    sheet["I1"].value = "жирный текст"
    sheet["I1"].characters[0:6].font.bold = True
    sheet["J1:K2"].merge()
    sheet.freeze_panes.freeze_at("A1:A1")
    sheet.page_setup.print_area = "A1:H10"
    chart = sheet.charts.add(source=sheet["F1:G3"], chart_type="column_clustered")
    chart.title = "Суммы"
    sheet.copy(name="Копия")
    sheet["3:4"].insert("down")
    sheet["B:B"].delete("left")
    save_copy(book, tmp_path / "all.xlsx")
    assert errors(tmp_path / "all.xlsx") == []


@pytest.mark.parametrize("kind", ["pie", "line_markers", "xy_scatter_smooth", "doughnut", "radar_filled", "3d_column"])
def test_charts_are_valid(sheet: xw.Sheet, tmp_path: Path, kind: str) -> None:
    sheet["A1"].value = [["", "а", "б"], ["x", 1, 2], ["y", 3, 4], ["z", 5, 6]]
    sheet.charts.add(source=sheet["A1:C4"], chart_type=kind).title = kind
    save_copy(sheet.book, tmp_path / "chart.xlsx")
    assert errors(tmp_path / "chart.xlsx") == []


def test_a_changed_workbook_gets_no_new_error(rich: xw.Book, rich_path: Path, tmp_path: Path) -> None:
    before = errors(rich_path)
    for sheet in list(rich.sheets):
        sheet.copy()
    rich.sheets["Данные"]["2:2"].insert("down")
    rich.sheets["Данные"].tables["Баллы"].rows.add(["новый", 5, None])
    rich.sheets["Итог"].delete()
    save_copy(rich, tmp_path / "changed.xlsx")
    assert errors(tmp_path / "changed.xlsx") == before
