"""A sound workbook has no problem; each damage of the kind that Excel punishes is found, and nothing else."""

from collections.abc import Sequence

import pytest

from tests.vba.workbooks import APPEALS_PART, built, changed, modules
from wg_excel.vba.checks import problems
from wg_excel.vba.modules import Kind, Module, new_module
from wg_excel.vba.package import CONTENT_TYPES, Package
from wg_excel.vba.ribbon import RIBBON_PART, Ribbon, RibbonButton, RibbonGroup, add_ribbon, ribbon_xml

TABLE_PART = "xl/tables/table1.xml"
VML_PART = "xl/drawings/vmlDrawing1.vml"
RIBBON = Ribbon("tab", "Т", [RibbonGroup("group", "Г", [RibbonButton("button", "К", "WgImport", "Refresh")])])


@pytest.fixture(scope="module")
def sound() -> bytes:
    return add_ribbon(built(modules()), ribbon_xml(RIBBON))


def found(workbook: bytes, project: Sequence[Module] | None = None) -> list[str]:
    return problems(workbook, modules() if project is None else project)


def test_a_sound_workbook_has_no_problem(sound: bytes) -> None:
    assert found(sound) == []


DAMAGES = [
    # part, what stands there, what stands there instead, the problem
    (
        TABLE_PART,
        'name="Дата"',
        'name="Срок"',
        f"{TABLE_PART}: column 'Срок' of tblAppeals has the heading cell 'Дата'",
    ),
    (
        TABLE_PART,
        'id="2" name="Дата"',
        'id="1" name="Дата"',
        f"{TABLE_PART}: table tblAppeals has two columns of one id",
    ),
    ("xl/workbook.xml", 'name="Сводка" sheetId="2"', 'name="Сводка" sheetId="1"', "sheet id '1' stands 2 times"),
    (VML_PART, "[0]!WgCheck", "[0]!WgChek", f"{VML_PART}: WgChek is no Sub without arguments"),
    (RIBBON_PART, 'tag="WgImport"', 'tag="WgX"', f"{RIBBON_PART}: WgX is no Sub without arguments"),
    (RIBBON_PART, "OnRibbonButton", "WgCheck", f"{RIBBON_PART}: WgCheck is no Sub with arguments"),
    (
        CONTENT_TYPES,
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
        "",
        f"{VML_PART}: has no content type",
    ),
    (
        "xl/worksheets/_rels/sheet1.xml.rels",
        "table1.xml",
        "table7.xml",
        f"{APPEALS_PART}: relation rId2 points to xl/tables/table7.xml, which is missing",
    ),
    (
        "xl/worksheets/sheet2.xml",
        'codeName="shSummary"',
        'codeName="shAppeals"',
        "xl/worksheets/sheet2.xml: shares the code name 'shAppeals' with xl/worksheets/sheet1.xml",
    ),
]


@pytest.mark.parametrize(("part", "old", "new", "problem"), DAMAGES, ids=[damage[3] for damage in DAMAGES])
def test_a_damage_is_found(sound: bytes, part: str, old: str, new: str, problem: str) -> None:
    assert problem in found(changed(sound, part, lambda text: text.replace(old, new)))


def test_a_table_wider_than_its_columns_is_found(sound: bytes) -> None:
    damaged = changed(sound, TABLE_PART, lambda text: text.replace("A3:C9", "A3:D9"))
    assert found(damaged) == [f"{TABLE_PART}: table tblAppeals is 4 cells wide but has 3 columns"]


def test_a_shape_that_stands_twice_is_found(sound: bytes) -> None:
    shape = '<v:shape id="_x0000_s1025"/></xml>'
    damaged = changed(sound, VML_PART, lambda text: text.replace("</xml>", shape))
    assert found(damaged) == [f"{VML_PART}: shape '_x0000_s1025' stands 2 times"]


def test_a_name_like_a_table_s_is_found(sound: bytes) -> None:
    name = '<definedNames><definedName name="TBLAPPEALS">1</definedName></definedNames><calcPr'
    damaged = changed(sound, "xl/workbook.xml", lambda text: text.replace("<calcPr", name))
    assert found(damaged) == ["name 'tblappeals' stands 2 times"]


def test_a_missing_part_is_found_wherever_it_is_named(sound: bytes) -> None:
    package = Package.from_bytes(sound)
    del package.parts["xl/styles.xml"]
    assert sorted(found(package.to_bytes())) == [
        "[Content_Types].xml: xl/styles.xml is missing",
        "xl/workbook.xml: relation rId4 points to xl/styles.xml, which is missing",
    ]


def test_a_document_module_without_a_sheet_is_found(sound: bytes) -> None:
    project = modules(new_module("shOld", kind=Kind.WORKSHEET))
    assert found(sound, project) == ["vbaProject.bin: the code name 'shOld' has no counterpart"]


def test_a_sheet_without_a_document_module_is_found(sound: bytes) -> None:
    project = [module for module in modules() if module.name != "shSummary"]
    assert found(sound, project) == ["xl/worksheets/sheet2.xml: the code name 'shSummary' has no counterpart"]
