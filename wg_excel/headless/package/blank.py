"""The parts of a new workbook."""

from __future__ import annotations

from wg_excel.headless.formats.styles import EMPTY_STYLES
from wg_excel.headless.worksheet import EMPTY_SHEET
from wg_excel.headless.xmlns import CONTENT_TYPES, MAIN, OFFICE_RELS, PACKAGE_RELS

from .package import Package
from .part import Part
from .zipstore import pack

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET_TYPE = f"{_TYPE}.worksheet+xml"
STYLES_TYPE = f"{_TYPE}.styles+xml"
STRINGS_TYPE = f"{_TYPE}.sharedStrings+xml"
MAIN_TYPES = {
    ".xlsx": f"{_TYPE}.sheet.main+xml",
    ".xltx": f"{_TYPE}.template.main+xml",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    ".xltm": "application/vnd.ms-excel.template.macroEnabled.main+xml",
    ".xlam": "application/vnd.ms-excel.addin.macroEnabled.main+xml",
}


def _override(name: str, content_type: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{content_type}"/>'


def _relations(*targets: tuple[str, str]) -> str:
    rows = (
        f'<Relationship Id="rId{number}" Type="{OFFICE_RELS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{PACKAGE_RELS}">{"".join(rows)}</Relationships>'


def _parts(sheet: str) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{CONTENT_TYPES}">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + _override("xl/workbook.xml", MAIN_TYPES[".xlsx"])
            + _override("xl/worksheets/sheet1.xml", SHEET_TYPE)
            + _override("xl/styles.xml", STYLES_TYPE)
            + "</Types>"
        ),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE_RELS}"><workbookPr/><bookViews>'
            '<workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000"/></bookViews>'
            f'<sheets><sheet name="{sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/worksheets/sheet1.xml": EMPTY_SHEET,
        "xl/styles.xml": EMPTY_STYLES,
    }


def blank_package(name: str, sheet: str = "Sheet1") -> Package:
    """Return the package of a workbook with one empty sheet."""
    parts = {
        key: Part(key, pack(text if isinstance(text, bytes) else text.encode())) for key, text in _parts(sheet).items()
    }
    return Package(parts, name)
