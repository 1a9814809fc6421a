from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st
from lxml import etree

from wg_excel.headless.formats.number_formats import is_date_format
from wg_excel.headless.formats.styles import Styles
from wg_excel.headless.package.part import Part
from wg_excel.headless.package.zipstore import pack
from wg_excel.headless.xmlns import MAIN, m

if TYPE_CHECKING:
    import xlwings as xw

# A format such as users make: theme colour with tint, gradient, colour of eight digits, protection.
STYLES = f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font><i/><sz val="9"/><color theme="4" tint="-0.25"/>
<name val="Cambria"/><scheme val="major"/></font></fonts><fills count="1"><fill><gradientFill degree="90">
<stop position="0"><color rgb="80FF0000"/></stop><stop position="1"><color theme="1"/></stop></gradientFill></fill>
</fills><borders count="1"><border diagonalUp="1"><left style="thin"><color indexed="64"/></left><right/><top/>
<bottom/><diagonal style="double"><color auto="1"/></diagonal></border></borders><cellXfs count="1"><xf numFmtId="9"
fontId="0" fillId="0" borderId="0" applyProtection="1"><alignment indent="2"/><protection locked="0"/></xf></cellXfs>
</styleSheet>"""
FACETS = {
    "number": lambda s, x: s.with_number_format(x, "0.0"),
    "font": lambda s, x: s.with_font(x, b="1"),
    "fill": lambda s, x: s.with_fill(x, (1, 2, 3)),
    "alignment": lambda s, x: s.with_alignment(x, horizontal="center"),
    "border": lambda s, x: s.with_border(x, "k", lambda border: border.set("outline", "1")),
}
OWN = {
    "number": {"numFmtId", "applyNumberFormat"}, "font": {"fontId", "applyFont"}, "fill": {"fillId", "applyFill"},
    "alignment": {"alignment", "applyAlignment"}, "border": {"borderId", "applyBorder"},
}  # fmt: skip


def view(styles: Styles, style: int) -> dict[str, str]:
    """Return everything that a format says, by facet."""
    xf = styles.xf(style)
    found = {str(name): str(value) for name, value in xf.attrib.items()}
    found |= {etree.QName(child).localname: etree.tostring(child).decode() for child in xf}
    for name, piece in (
        ("fontId", styles.font(style)),
        ("fillId", styles.fill(style)),
        ("borderId", styles.border(style)),
    ):
        assert piece is not None
        found[name] = etree.tostring(piece, with_tail=False).decode()
    return found


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(FACETS)), min_size=1, max_size=5))
def test_changing_facets_leaves_all_others_equal(changes: list[str]) -> None:
    styles = Styles(Part("xl/styles.xml", pack(STYLES.encode())), None)
    style = 0
    for change in changes:
        style = FACETS[change](styles, style)
    allowed = set().union(*(OWN[change] for change in changes))
    before, after = view(styles, 0), view(styles, style)
    assert {name for name in before | after if before.get(name) != after.get(name)} <= allowed


def test_the_same_change_makes_one_format_only() -> None:
    styles = Styles(Part("xl/styles.xml", pack(STYLES.encode())), None)
    assert styles.with_fill(0, (1, 2, 3)) == styles.with_fill(0, (1, 2, 3))
    count = styles._part.xml.find(m("cellXfs"))
    assert count is not None
    assert count.get("count") == "2"


@pytest.mark.parametrize(
    ("code", "date"),
    [
        ("dd.mm.yyyy", True), ("[h]:mm", True), ("General", False), ("0.00", False), ('0 "дней"', False),
        ("[Red]0", False), ("[$-419]d mmmm yyyy", True), ("@", False), ("ДД.ММ.ГГГГ", True), ('#,##0"d"', False),
    ],
)  # fmt: skip
def test_formats_of_dates_are_told_from_those_of_numbers(code: str, date: bool) -> None:  # noqa: FBT001
    assert is_date_format(code) is date


def test_a_font_is_read_and_changed(sheet: xw.Sheet) -> None:
    font = sheet["A1:B2"].font
    font.set(bold=True, italic=True, size=14, color="#102030", name="Arial")
    assert (font.bold, font.italic, font.size, font.color, font.name) == (True, True, 14.0, (16, 32, 48), "Arial")
    sheet["B2"].font.bold = False
    assert sheet["A1:B2"].font.bold is None


def test_whole_columns_and_rows_lend_their_format_to_new_cells(sheet: xw.Sheet) -> None:
    sheet["C:D"].color = (1, 2, 3)
    sheet["5:5"].font.bold = True
    sheet["C7"].value = 1
    sheet["F5"].value = 2
    assert sheet["C7"].color == (1, 2, 3)
    assert sheet["F5"].font.bold is True
    assert sheet["E7"].color is None


def test_alignment_and_wrapping_are_read_and_changed(sheet: xw.Sheet) -> None:
    cell = sheet["A1"]
    cell.wrap_text, cell.horizontal_alignment, cell.vertical_alignment = True, "center", "top"
    assert (cell.wrap_text, cell.horizontal_alignment, cell.vertical_alignment) == (True, "center", "top")
