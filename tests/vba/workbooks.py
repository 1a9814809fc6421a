"""A small workbook with macros, as XlsxWriter builds it: two sheets, a table, a button that calls `WgCheck`."""

import io
from collections.abc import Callable, Sequence

import xlsxwriter

from wg_excel.vba.macros import MacroButton, buttons_module
from wg_excel.vba.modules import Kind, Module, new_module
from wg_excel.vba.package import Package
from wg_excel.vba.project import vba_project

SHEETS = {"Обращения": "shAppeals", "Сводка": "shSummary"}
APPEALS_PART = "xl/worksheets/sheet1.xml"
BUTTONS = [MacroButton("WgCheck", "check_entries"), MacroButton("WgImport", "import_exports")]


def modules(*further: Module) -> list[Module]:
    """Return the workbook's modules, its documents' first."""
    sheets = [new_module(name, kind=Kind.WORKSHEET) for name in SHEETS.values()]
    return [new_module("ThisWorkbook", kind=Kind.WORKBOOK), *sheets, buttons_module(BUTTONS), *further]


def built(project: Sequence[Module]) -> bytes:
    """Return the workbook with these modules in it."""
    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content)
    workbook.set_vba_name("ThisWorkbook")
    for title, code_name in SHEETS.items():
        workbook.add_worksheet(title).set_vba_name(code_name)
    columns = [{"header": "№"}, {"header": "Дата"}, {"header": "Дней", "formula": "=tblAppeals[[#This Row],[№]]*2"}]
    sheet = workbook.get_worksheet_by_name("Обращения")
    sheet.add_table("A3:C9", {"name": "tblAppeals", "columns": columns})
    sheet.insert_button("F2", {"macro": "WgCheck", "caption": "Проверить"})
    sheet.data_validation("B4:B9", {"validate": "list", "source": "=Сводка!$A$1:$A$3"})
    workbook.add_vba_project(io.BytesIO(vba_project(project)), is_stream=True)
    workbook.close()
    return content.getvalue()


def changed(workbook: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Return the workbook with the text of one part changed; the change has to change something."""
    package = Package.from_bytes(workbook)
    before = package.parts[part].decode()
    package.parts[part] = change(before).encode()
    assert package.parts[part].decode() != before
    return package.to_bytes()
