"""The workbook as a whole: its sheets, its package, its macros, and the files that the repository keeps of it."""

import json
from pathlib import Path

import openpyxl
import pytest
from oletools.olevba import VBA_Parser

from tests import libreoffice
from wg_excel.builder import macros
from wg_excel.builder.build import build, workbook_bytes
from wg_excel.builder.sheets import SHEETS
from wg_excel.vba.checks import problems
from wg_excel.vba.package import Package

from .conftest import SCHOOL

KEPT = Path(__file__).parents[2] / "workbook" / "working_group.xlsm"
CODE_NAMES = [plan.code_name for plan in SHEETS]
HIDDEN = dict.fromkeys(("Шаблон протокола", "Шаблон справки", "Данные сводки"), "hidden") | dict.fromkeys(
    ("facts_lessons", "facts_entries", "facts_figures", "facts_appeared", "xlwings.conf"), "veryHidden"
)
CALCULATED = """
import json

document = open_document(arguments[0])
document.calculateAll()
wrong = []
for sheet in document.Sheets:
    cells = sheet.queryFormulaCells(4)  # errors
    wrong += [f"{sheet.Name}: {cells.RangeAddressesAsString}"] if cells.Count else []
names = [name.Name for name in document.NamedRanges if name.Content.startswith("#")]
print(json.dumps({"sheets": [sheet.Name for sheet in document.Sheets], "wrong": wrong + names}))
document.close(True)
"""


def test_the_sheets_stand_in_their_order_and_only_the_inner_ones_are_hidden(workbook: openpyxl.Workbook) -> None:
    assert workbook.sheetnames == [plan.name for plan in SHEETS]
    assert {sheet.title: sheet.sheet_state for sheet in workbook if sheet.sheet_state != "visible"} == HIDDEN


def test_every_tab_has_its_colour(workbook: openpyxl.Workbook) -> None:
    properties = [sheet.sheet_properties.tabColor for sheet in workbook]
    colours = [colour.rgb[2:] for colour in properties if colour]
    assert colours == [plan.tab.removeprefix("#") for plan in SHEETS]


def test_code_names_are_short_ascii_and_unique() -> None:
    assert len(set(CODE_NAMES)) == len(CODE_NAMES)
    assert all(name.isascii() and name.isidentifier() and len(name) < 20 for name in CODE_NAMES)


def test_excel_would_find_nothing_to_mend(built: bytes) -> None:
    assert problems(built, macros.modules(CODE_NAMES)) == []


def test_no_cell_shows_an_error(workbook: openpyxl.Workbook) -> None:
    values = [(sheet.title, cell.coordinate, cell.value) for sheet in workbook for row in sheet for cell in row]
    assert [each for each in values if str(each[2]).startswith("#")] == []


def test_the_same_sources_give_the_same_bytes(built: bytes) -> None:
    assert workbook_bytes(school=SCHOOL) == built


def test_the_file_holds_the_school_and_names_no_author(tmp_path: Path) -> None:
    build(tmp_path / "книга.xlsm", school=SCHOOL)
    workbook = openpyxl.load_workbook(tmp_path / "книга.xlsm")
    assert workbook["Настройки"]["C6"].value == SCHOOL
    assert (workbook.properties.creator or "") == ""
    assert "ЭлЖур" in (workbook.properties.title or "")


def test_olevba_reads_the_macros_as_they_were_written(built: bytes) -> None:
    parser = VBA_Parser("book.xlsm", data=built)
    read = {name.rpartition(".")[0]: code for _, _, name, code in parser.extract_macros()}
    for module in macros.modules(CODE_NAMES):
        assert module.source.endswith(read[module.name].replace("\r\n", "\n").replace("\n", "\r\n"))


def test_the_kept_workbook_is_what_the_sources_build() -> None:
    kept, made = Package.from_bytes(KEPT.read_bytes()), Package.from_bytes(workbook_bytes())
    assert list(kept.parts) == list(made.parts)
    differing = [name for name, part in made.parts.items() if kept.parts[name] != part]
    assert differing == [], "run tools/build_workbook.py"


@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_opens_it_and_calculates_without_an_error(built: bytes, tmp_path: Path) -> None:
    path = tmp_path / "книга.xlsm"
    path.write_bytes(built)
    result = json.loads(libreoffice.run_script(CALCULATED, str(path)))
    assert result == {"sheets": [plan.name for plan in SHEETS], "wrong": []}
