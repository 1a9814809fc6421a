"""What users add to a workbook as a whole: a pivot table on a sheet of their own, data of other programs, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from lxml import etree

from tests.faithfulness.features import MS, PERSON, SPREADSHEET, add_cells
from tests.faithfulness.packages import MAIN, OFFICE, R_ID, Package, elements

if TYPE_CHECKING:
    from pathlib import Path

BOOK = "xl/workbook.xml"
OWN = "Мой"
PIVOT = (
    f'<pivotTableDefinition xmlns="{MAIN}" name="Моя сводная" cacheId="77" applyNumberFormats="0" '
    'dataOnRows="0" dataCaption="Значения" updatedVersion="6" minRefreshableVersion="3" createdVersion="6" indent="0">'
    '<location ref="E3:F5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2">'
    '<pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField>'
    '<pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields>'
    '<rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>'
    '<dataFields count="1"><dataField name="Сумма" fld="1" baseField="0" baseItem="0"/></dataFields>'
    '<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1"/></pivotTableDefinition>'
)
CACHE = (
    f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="{{key}}" refreshedBy="Я" refreshedDate="46000" '
    'createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="1"><cacheSource type="worksheet">'
    f'<worksheetSource ref="A1:B2" sheet="{OWN}"/></cacheSource><cacheFields count="2"><cacheField name="Имя" '
    'numFmtId="0"><sharedItems count="1"><s v="а"/></sharedItems></cacheField><cacheField name="Балл" numFmtId="0">'
    '<sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="5" '
    'maxValue="5"/></cacheField></cacheFields></pivotCacheDefinition>'
)
RECORDS = f'<pivotCacheRecords xmlns="{MAIN}" count="1"><r><x v="0"/><n v="5"/></r></pivotCacheRecords>'
# Formulas of the user over cells that buttons write.
FORMULAS = {
    "A10": "COUNTA(Замечания!A6:A5000)",
    "A11": "ROWS(tblFindings[])",
    "A12": "COUNTA(История!A:A)",
    "A13": "SUM(A1:A3)",
    "A14": "COUNTA(Обращения!A:A)+COUNTA(Заседания!A:A)+COUNTA(Повестка!A:A)",
}


def results(path: Path) -> dict[str, float]:
    """Compute the user's formulas from the values in a workbook, by another reader."""
    book = openpyxl.load_workbook(path)

    def count(sheet: str, first: int = 1) -> int:
        return sum(row[0] is not None for row in book[sheet].iter_rows(first, 5000, 1, 1, values_only=True))

    top, bottom = (int("".join(filter(str.isdigit, c))) for c in book["Замечания"].tables["tblFindings"].ref.split(":"))
    return {
        "A10": count("Замечания", 6),
        "A11": bottom - top,
        "A12": count("История"),
        "A13": 6,
        "A14": count("Обращения") + count("Заседания") + count("Повестка"),
    }


def own_sheet(package: Package, known: dict[str, float]) -> None:
    """Add the user's own sheet with numbers, formulas and their results."""
    part = package.add(
        "xl/worksheets/sheet900.xml",
        f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData/></worksheet>',
        f"{SPREADSHEET}.worksheet+xml",
    )
    root = package.root(part)
    for row in (1, 2, 3):
        add_cells(root[0], row, f'<c r="A{row}"><v>{row}</v></c><c r="B{row}"><v>5</v></c>')
    for place, formula in FORMULAS.items():
        add_cells(root[0], int(place[1:]), f'<c r="{place}"><f>{formula}</f><v>{known[place]}</v></c>')
    package.put(part, root)
    book = package.root(BOOK)
    sheets = book.find(f"{{{MAIN}}}sheets")
    assert sheets is not None
    entry = etree.SubElement(sheets, f"{{{MAIN}}}sheet", name=OWN, sheetId="900")
    entry.set(R_ID, package.relate(BOOK, "worksheet", part))
    names = book.find(f"{{{MAIN}}}definedNames")
    assert names is not None
    names.extend(elements(f'<definedName name="мойИтог">{OWN}!$A$13</definedName>'))
    names.extend(elements(f'<definedName name="мойЛист" localSheetId="{len(sheets) - 1}">{OWN}!$B$1</definedName>'))
    names[:] = sorted(names, key=lambda name: (name.get("name") or "").removeprefix("_xlnm.").lower())
    package.put(BOOK, book)


def pivot(package: Package) -> None:
    """Put a pivot table on the user's own sheet."""
    records = package.add("xl/pivotCache/pivotCacheRecords9.xml", RECORDS, f"{SPREADSHEET}.pivotCacheRecords+xml")
    cache = "xl/pivotCache/pivotCacheDefinition9.xml"
    key = package.relate(cache, "pivotCacheRecords", records)
    package.add(cache, CACHE.format(key=key), f"{SPREADSHEET}.pivotCacheDefinition+xml")
    table = package.add("xl/pivotTables/pivotTable9.xml", PIVOT, f"{SPREADSHEET}.pivotTable+xml")
    package.relate(table, "pivotCacheDefinition", cache)
    package.relate(package.sheets()[OWN], "pivotTable", table)
    book = package.root(BOOK)
    key = package.relate(BOOK, "pivotCacheDefinition", cache)
    found = elements(f'<pivotCaches><pivotCache cacheId="77" r:id="{key}"/></pivotCaches>')
    after = book.find(f"{{{MAIN}}}calcPr")
    assert after is not None
    after.addnext(found[0])
    package.put(BOOK, book)


def persons(package: Package) -> None:
    """Add the person whom the threaded comments name."""
    text = (
        f'<personList xmlns="{MS}/spreadsheetml/2018/threadedcomments"><person displayName="Секретарь" '
        f'id="{PERSON}" userId="S::a@b.ru::1" providerId="AD"/></personList>'
    )
    part = package.add("xl/persons/person9.xml", text, "application/vnd.ms-excel.person+xml")
    package.relate(BOOK, f"{MS}/2017/10/relationships/person", part)


def custom_xml(package: Package) -> None:
    """Add data of another program."""
    item = package.add("customXml/item9.xml", "<мои:данные xmlns:мои='urn:school'>1</мои:данные>")
    props = package.add(
        "customXml/itemProps9.xml",
        '<ds:datastoreItem ds:itemID="{11111111-2222-4333-8444-555555555555}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>',
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    package.relate(item, "customXmlProps", props)
    package.relate(BOOK, "customXml", item)


def properties(package: Package) -> None:
    """Add properties of the user's own to the file."""
    text = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
        'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Школа"><vt:lpwstr>№ 1</vt:lpwstr>'
        "</property></Properties>"
    )
    if "docProps/custom.xml" not in package.parts:
        kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
        package.relate("", "custom-properties", package.add("docProps/custom.xml", text, kind))


def external_link(package: Package) -> None:
    """Add a link to another workbook."""
    text = (
        f'<externalLink xmlns="{MAIN}" xmlns:r="{OFFICE}"><externalBook r:id="rId900"><sheetNames>'
        '<sheetName val="Лист1"/></sheetNames></externalBook></externalLink>'
    )
    part = package.add("xl/externalLinks/externalLink9.xml", text, f"{SPREADSHEET}.externalLink+xml")
    package.relate(part, "externalLinkPath", "другая.xlsx", external=True)
    book = package.root(BOOK)
    key = package.relate(BOOK, "externalLink", part)
    sheets = book.find(f"{{{MAIN}}}sheets")
    assert sheets is not None
    sheets.addnext(elements(f'<externalReferences><externalReference r:id="{key}"/></externalReferences>')[0])
    package.put(BOOK, book)


# Added to the workbook behind the user's own sheet.
IN_BOOK = (pivot, persons, custom_xml, properties, external_link)
