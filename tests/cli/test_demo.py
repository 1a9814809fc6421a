import datetime as dt
import json
from pathlib import Path

import docx
import openpyxl
import pytest

from tests import libreoffice
from wg_excel.builder import macros
from wg_excel.builder.sheets import SHEETS
from wg_excel.button_list import BUTTONS
from wg_excel.cli.app import run
from wg_excel.cli.demo import show
from wg_excel.demo import school_year
from wg_excel.domain.records import RECORDS
from wg_excel.vba.checks import problems

TODAY = dt.date(2026, 11, 22)
COUNTED = """
import json

document = open_document(arguments[0])
sheets = document.Sheets
result = {
    "charts": sheets.getByName("Сводка").Charts.Count,
    "tables": sorted(table.Name for table in document.DatabaseRanges),
    "buttons": sum(
        page.getByIndex(n).supportsService("com.sun.star.drawing.ControlShape")
        for page in (sheet.DrawPage for sheet in sheets)
        for n in range(page.Count)
    ),
    "modules": sorted(document.BasicLibraries.getByName("VBAProject").ElementNames),
    "sheets": [sheet.Name for sheet in sheets],
}
print(json.dumps(result))
document.close(True)
"""


def test_every_file_made_is_there_and_named_in_the_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    show(tmp_path / "demo", TODAY)
    shown = capsys.readouterr().out
    made = [path for path in (tmp_path / "demo").rglob("*") if path.is_file()]
    assert {path.suffix for path in made} == {".xlsm", ".docx"}
    assert all(str(path) in shown or str(path.parent) + " " in shown for path in made)
    assert "Откройте сначала" in shown


def test_the_demonstration_may_be_shown_again_in_the_same_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show(tmp_path, TODAY)
    first = capsys.readouterr().out
    show(tmp_path, TODAY)
    assert capsys.readouterr().out == first


def test_the_check_of_the_command_line_finds_exactly_the_planted_mistakes(
    demo_book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(demo_book), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    planted = sorted((each.rule, each.sheet, each.column) for each in school_year.planted())
    assert sorted((each["rule"], each["sheet"], each["column"]) for each in found["findings"]) == planted
    assert all(each["cell"] and each["message"] and each["clause"] for each in found["findings"])


def test_the_findings_on_the_sheet_lead_to_their_cells(demo: Path) -> None:
    book = openpyxl.load_workbook(demo / "working_group.xlsm")
    links = [str(row[7].value) for row in book["Замечания"].iter_rows(min_row=6) if row[4].value]
    assert len(links) == len(school_year.planted())
    assert all(link.startswith('=HYPERLINK("#') for link in links)


def test_the_made_workbook_is_sound(demo: Path) -> None:
    modules = macros.modules(plan.code_name for plan in SHEETS)
    found = problems((demo / "working_group.xlsm").read_bytes(), modules)
    # A copied sheet has no module of its own until Excel gives it one.
    assert [problem for problem in found if "the code name ''" not in problem] == []


def test_the_protocol_in_word_names_the_meeting(demo: Path) -> None:
    (path,) = demo.glob("Протокол*.docx")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "ПРОТОКОЛ" in text
    assert "РЕШИЛИ" in text


@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_shows_every_chart_table_button_and_macro(demo_book: Path) -> None:
    seen = json.loads(libreoffice.run_script(COUNTED, str(demo_book)))
    assert seen["charts"] == 6
    assert {record.table.name for record in RECORDS} <= set(seen["tables"])
    assert seen["buttons"] >= sum(len(button.sheets) for button in BUTTONS)
    assert {"WgButtons", "xlwings", "Dictionary"} <= set(seen["modules"])
    assert "Протокол № 5" in seen["sheets"]
