from types import SimpleNamespace
from typing import cast

import pytest
from lxml import etree

from wg_excel.headless.package.part import Part
from wg_excel.headless.package.zipstore import pack
from wg_excel.headless.workbook import Workbook
from wg_excel.headless.worksheet import Worksheet


def sheet_of(text: str) -> Worksheet:
    book = cast("Workbook", SimpleNamespace())
    return Worksheet(book, etree.Element("sheet"), Part("xl/worksheets/sheet1.xml", pack(text.encode())))


@pytest.mark.parametrize(
    "text",
    [
        '<c r="A1"><f>B1</f><v>1</v></c>',
        '<c r="A1"><f t="shared" si="0"/></c>',
        '<c r="A1"><f/></c>',
        '<x:c r="A1"><x:f>B1</x:f></x:c>',
        '<c r="A1"><f\n t="array" ref="A1">B1</f></c>',
    ],
)
def test_a_cell_s_formula_is_seen_before_the_sheet_is_read(text: str) -> None:
    assert sheet_of(text).holds_formulas


@pytest.mark.parametrize(
    "text",
    [
        "<cfRule><formula>$A1=1</formula></cfRule>",
        "<dataValidation><formula1>1</formula1><formula2>2</formula2></dataValidation>",
        "<x14:cfRule><xm:f>$A1=1</xm:f></x14:cfRule>",
        '<c r="A1" t="inlineStr"><is><t>&lt;f&gt;</t></is></c>',
    ],
)
def test_formulas_of_formats_and_of_validations_are_none_of_cells(text: str) -> None:
    assert not sheet_of(text).holds_formulas
