"""What users add to a workbook in Excel, written as Excel writes it: each feature injected into every sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tests.faithfulness.packages import MAIN, NAMESPACES, Package, elements, local, place

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

MS = "http://schemas.microsoft.com/office"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DRAWING_ML = "application/vnd.openxmlformats-officedocument"
# Right of every table, in rows that no button writes.
FIRST, LAST = "AK", "AP"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)
ANCHOR = (
    "<xdr:from><xdr:col>{left}</xdr:col><xdr:colOff>9525</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>19050</xdr:rowOff>"
    "</xdr:from><xdr:to><xdr:col>{right}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row>"
    "<xdr:rowOff>0</xdr:rowOff></xdr:to>"
)
SHAPE = (
    '<xdr:sp macro="[0]!МойМакрос" textlink=""><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Кнопка {number}" '
    'descr="моя"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/>'
    '</a:xfrm><a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom><a:gradFill><a:gsLst><a:gs pos="0">'
    '<a:schemeClr val="accent1"><a:tint val="66000"/></a:schemeClr></a:gs><a:gs pos="100000"><a:srgbClr '
    'val="112233"><a:alpha val="40000"/></a:srgbClr></a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
    '</xdr:spPr><xdr:txBody><a:bodyPr vertOverflow="clip" rtlCol="0" anchor="t"/><a:lstStyle/><a:p><a:r><a:rPr '
    'lang="ru-RU" sz="1100" b="1"/><a:t>Моя </a:t></a:r><a:r><a:rPr lang="ru-RU" sz="1100" i="1"/><a:t>кнопка</a:t>'
    "</a:r></a:p></xdr:txBody></xdr:sp>"
)
PICTURE = (
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="Рисунок {number}"/><xdr:cNvPicPr><a:picLocks '
    'noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="{key}"/><a:stretch>'
    '<a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
)
CHART_FRAME = (
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="{number}" name="Диаграмма {number}"/>'
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{key}"/></a:graphicData></a:graphic>'
    "</xdr:graphicFrame>"
)
CHART = (
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:autoTitleDeleted val="1"/>'
    '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    '<c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>{sheet}!$AK$5:$AL$5</c:f><c:numCache>'
    '<c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>3</c:v></c:pt><c:pt idx="1">'
    '<c:v>4</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>'
    '<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx>'
    '<c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx>'
    "</c:plotArea></c:chart></c:chartSpace>"
)
CONTROL_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t201" style="position:absolute;margin-left:900pt;margin-top:9pt;'
    'width:72pt;height:17pt;z-index:9" filled="f" stroked="f" o:insetmode="auto"><v:textbox '
    'style="mso-direction-alt:auto" o:singleclick="f"><div style="text-align:left">Мой флажок</div></v:textbox>'
    '<x:ClientData ObjectType="Checkbox"><x:Anchor>37, 0, 1, 0, 38, 8, 2, 0</x:Anchor><x:AutoFill>False</x:AutoFill>'
    "<x:AutoLine>False</x:AutoLine><x:FmlaLink>$AK$5</x:FmlaLink><x:Checked>1</x:Checked><x:NoThreeD/>"
    "</x:ClientData></v:shape>"
)
NOTE_SHAPE = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
    'fillcolor="infoBackground [80]" o:insetmode="auto"><v:shadow color="none [81]" obscured="t"/><v:textbox '
    'style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>'
    "38, 15, 1, 10, 40, 15, 5, 9</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>2</x:Row><x:Column>36</x:Column>"
    "</x:ClientData></v:shape>"
)
VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="{block}"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" '
    'path="m,l,21600r21600,l21600,xe"/><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"/></xml>'
)
CONTROLS = (
    '<mc:AlternateContent><mc:Choice {x14} Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14">'
    '<control shapeId="{number}" r:id="{key}" name="Мой флажок"><controlPr defaultSize="0" autoFill="0" autoLine="0" '
    'autoPict="0"><anchor moveWithCells="1"><from><xdr:col>37</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row>'
    "<xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>38</xdr:col><xdr:colOff>76200</xdr:colOff><xdr:row>2</xdr:row>"
    "<xdr:rowOff>0</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls>"
    "</mc:Choice></mc:AlternateContent>"
)
SPARKLINES = (
    '<ext uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}"><x14:sparklineGroups><x14:sparklineGroup type="column" '
    'displayEmptyCellsAs="gap"><x14:colorSeries theme="4" tint="-0.49"/><x14:sparklines><x14:sparkline>'
    "<xm:f>{sheet}!AK5:AL5</xm:f><xm:sqref>AM5</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>"
    "</x14:sparklineGroups></ext>"
)
X14_FORMATS = (
    '<ext uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings><x14:conditionalFormatting>'
    '<x14:cfRule type="iconSet" priority="999" id="{{8F1C3F5E-0001-4000-8000-00000000{number:04}}}"><x14:iconSet '
    'iconSet="3Stars"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>33</xm:f>'
    '</x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>AK5:AL5'
    "</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>"
)
X14_VALIDATIONS = (
    '<ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}"><x14:dataValidations count="1"><x14:dataValidation '
    'type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Мой!$A$1:$A$3</xm:f></x14:formula1>'
    "<xm:sqref>AN5</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
)
PROTECTION = (
    '<sheetProtection algorithmName="SHA-512" hashValue="nWhbXnFlK0Zq2kHj1K7JZ5mTzPJZ2m3lHqVwq4f1l0c6V5zq4gZ0rC1n1Qd5'
    'W0Jm4W2mQx9N4xX0qkqk1aB7YQ==" saltValue="4JqO5wKcZcJ2q3q0k6m4Lw==" spinCount="100000" sheet="1" objects="1" '
    'scenarios="1" formatCells="0"/>'
)
IGNORED = '<ignoredErrors><ignoredError sqref="AK5:AL5" numberStoredAsText="1"/></ignoredErrors>'
RICH = (
    '<c r="AO3" t="inlineStr"><is><r><rPr><b/><sz val="11"/><color rgb="FFC00000"/><rFont val="Calibri"/></rPr>'
    '<t xml:space="preserve">важно: </t></r><r><rPr><u/><vertAlign val="superscript"/><sz val="11"/><rFont '
    'val="Calibri"/></rPr><t>моё</t></r></is></c>'
)
NUMBERS = '<c r="AK{row}"><v>3</v></c><c r="AL{row}"><v>4</v></c>'
X14 = f'xmlns:x14="{MS}/spreadsheetml/2009/9/main"'
PERSON = "{7B2E2C0E-0001-4F00-9000-000000000001}"


def on_drawing(package: Package, sheet: str, content: str, *, left: int) -> None:
    """Add an anchor to the sheet's drawing, made if there is none."""
    drawing = package.related(sheet, "drawing")
    if not drawing:
        number = 900 + len([name for name in package.parts if name.startswith("xl/drawings/drawing")])
        empty = f"<xdr:wsDr {NAMESPACES}/>"
        drawing = package.add(f"xl/drawings/drawing{number}.xml", empty, f"{DRAWING_ML}.drawing+xml")
        key = package.relate(sheet, "drawing", drawing)
        add_child(package, sheet, f'<drawing r:id="{key}"/>')
    root = package.root(drawing)
    anchor = (
        f"<xdr:twoCellAnchor>{ANCHOR.format(left=left, right=left + 1)}{content}<xdr:clientData/></xdr:twoCellAnchor>"
    )
    root.append(elements(anchor)[0])
    package.put(drawing, root)


def add_child(package: Package, sheet: str, text: str) -> None:
    """Put a child into a worksheet, unless it has one of the kind: then its attributes and children are added."""
    root = package.root(sheet)
    child = elements(text)[0]
    old = next((each for each in root if local(each) == local(child)), None)
    if old is None:
        place(root, child)
    else:
        old.attrib.update(child.attrib)
        old.extend(list(child))
    package.put(sheet, root)


def drawing_of(package: Package, sheet: str) -> str:
    return package.related(sheet, "drawing")


def number_of(sheet: str) -> int:
    """Return a number that differs from sheet to sheet."""
    return int("".join(c for c in sheet.rpartition("/")[2] if c.isdigit()))


def shape(package: Package, sheet: str) -> None:
    on_drawing(package, sheet, SHAPE.format(number=901), left=36)


def picture(package: Package, sheet: str) -> None:
    package.default("png", "image/png")
    media = package.add(f"xl/media/image9{number_of(sheet)}.png", PNG)
    on_drawing(package, sheet, PICTURE.format(number=902, key="PLACE"), left=38)
    drawing = drawing_of(package, sheet)
    key = package.relate(drawing, "image", media)
    package.parts[drawing] = package.parts[drawing].replace(b'"PLACE"', f'"{key}"'.encode())


def chart(package: Package, sheet: str) -> None:
    name = next(name for name, part in package.sheets().items() if part == sheet)
    quoted = "'" + name.replace("'", "''") + "'"
    part = f"xl/charts/chart9{number_of(sheet)}.xml"
    package.add(part, CHART.format(sheet=quoted), f"{DRAWING_ML}.drawingml.chart+xml")
    colors = package.add(part.replace("chart9", "colors9"), COLORS, "application/vnd.ms-office.chartcolorstyle+xml")
    package.relate(part, f"{MS}/2011/relationships/chartColorStyle", colors)
    on_drawing(package, sheet, CHART_FRAME.format(number=903, key="PLACE"), left=40)
    drawing = drawing_of(package, sheet)
    key = package.relate(drawing, "chart", part)
    package.parts[drawing] = package.parts[drawing].replace(b'"PLACE"', f'"{key}"'.encode())


COLORS = (
    '<cs:colorStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" meth="cycle" id="10" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:schemeClr val="accent1"/></cs:colorStyle>'
)


def on_vml(package: Package, sheet: str, content: str, number: int) -> None:
    """Add a shape to the sheet's legacy drawing, made if there is none."""
    part = package.related(sheet, "vmlDrawing")
    if not part:
        package.default("vml", f"{DRAWING_ML}.vmlDrawing")
        part = package.add(f"xl/drawings/vmlDrawing9{number_of(sheet)}.vml", VML.format(block=number // 1024).encode())
        key = package.relate(sheet, "vmlDrawing", part)
        add_child(package, sheet, f'<legacyDrawing r:id="{key}"/>')
    text = package.parts[part].decode()
    package.parts[part] = text.replace("</xml>", content.format(number=number) + "</xml>").encode()


def control(package: Package, sheet: str) -> None:
    number = 1024 * (200 + number_of(sheet)) + 1
    props = (
        f'<formControlPr xmlns="{MS}/spreadsheetml/2009/9/main" objectType="CheckBox" checked="Checked" '
        'fmlaLink="$AK$5" lockText="1" noThreeD="1"/>'
    )
    part = package.add(
        f"xl/ctrlProps/ctrlProp9{number_of(sheet)}.xml", props, "application/vnd.ms-excel.controlproperties+xml"
    )
    key = package.relate(sheet, "ctrlProp", part)
    on_vml(package, sheet, CONTROL_SHAPE, number)
    add_child(package, sheet, CONTROLS.format(number=number, key=key, x14=X14))


def thread(package: Package, sheet: str) -> None:
    number = number_of(sheet)
    key = f"{{7B2E2C0E-0002-4F00-9000-00000000{number:04}}}"
    threaded = (
        f'<ThreadedComments xmlns="{MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="AK3" '
        f'dT="2026-09-01T10:00:00.00" personId="{PERSON}" id="{key}"><text>Проверить до пятницы</text>'
        "</threadedComment></ThreadedComments>"
    )
    part = package.add(
        f"xl/threadedComments/threadedComment9{number}.xml", threaded, "application/vnd.ms-excel.threadedcomments+xml"
    )
    package.relate(sheet, f"{MS}/2017/10/relationships/threadedComment", part)
    legacy = (
        f'<comments xmlns="{MAIN}"><authors><author>tc={key}</author></authors><commentList><comment ref="AK3" '
        'authorId="0" shapeId="0"><text><t>[Обсуждение] Проверить до пятницы</t></text></comment></commentList>'
        "</comments>"
    )
    if not package.related(sheet, "comments"):
        comments = package.add(f"xl/comments9{number}.xml", legacy, f"{SPREADSHEET}.comments+xml")
        package.relate(sheet, "comments", comments)
    on_vml(package, sheet, NOTE_SHAPE, 1024 * (200 + number) + 2)


def extension(text: str) -> Callable[[Package, str], None]:
    def inject(package: Package, sheet: str) -> None:
        name = next(name for name, part in package.sheets().items() if part == sheet)
        quoted = "'" + name.replace("'", "''") + "'"
        root = package.root(sheet)
        child = elements(text.format(sheet=quoted, number=number_of(sheet)))[0]
        holder = root.find(f"{{{MAIN}}}extLst")
        if holder is None:
            holder = etree.SubElement(root, f"{{{MAIN}}}extLst")
        old = next((each for each in holder if each.get("uri") == child.get("uri")), None)
        if old is not None and len(old):
            old[0].extend(list(child[0]))
        else:
            holder.append(child)
        package.put(sheet, root)

    return inject


def rich_text(package: Package, sheet: str) -> None:
    root = package.root(sheet)
    data = root.find(f"{{{MAIN}}}sheetData")
    assert data is not None
    add_cells(data, 3, RICH)
    add_cells(data, 5, NUMBERS.format(row=5))
    package.put(sheet, root)


def add_cells(data: _Element, row: int, cells: str) -> None:
    """Put cells at the end of a row, made if there is none."""
    line = next((each for each in data if each.get("r") == str(row)), None)
    if line is None:
        line = etree.Element(f"{{{MAIN}}}row", r=str(row))
        data.insert(sum(1 for each in data if int(each.get("r") or 0) < row), line)
    if "spans" in line.attrib:
        del line.attrib["spans"]
    line.extend(elements(cells))


def printer(package: Package, sheet: str) -> None:
    package.default("bin", f"{SPREADSHEET}.printerSettings")
    part = f"xl/printerSettings/printerSettings9{number_of(sheet)}.bin"
    package.add(part, b"\x4d\x00\x6f\x00\x79" + bytes(60), f"{SPREADSHEET}.printerSettings")
    key = package.relate(sheet, "printerSettings", part)
    add_child(package, sheet, f'<pageSetup r:id="{key}"/>')


def child(text: str) -> Callable[[Package, str], None]:
    return lambda package, sheet: add_child(package, sheet, text)


def breaks(package: Package, sheet: str) -> None:
    add_child(
        package, sheet, '<rowBreaks count="1" manualBreakCount="1"><brk id="4000" max="16383" man="1"/></rowBreaks>'
    )


def link(package: Package, sheet: str) -> None:
    key = package.relate(sheet, "hyperlink", "https://example.org/мой", external=True)
    add_child(package, sheet, f'<hyperlinks><hyperlink ref="AP5" r:id="{key}" tooltip="Мой сайт"/></hyperlinks>')


# Injected into every worksheet.
ON_SHEETS: dict[str, Callable[[Package, str], None]] = {
    "rich text": rich_text,
    "shape with a macro": shape,
    "picture": picture,
    "chart": chart,
    "form control": control,
    "threaded comment": thread,
    "sparklines": extension(SPARKLINES),
    "x14 conditional format": extension(X14_FORMATS),
    "x14 validation": extension(X14_VALIDATIONS),
    "sheet protection": child(PROTECTION),
    "printer settings": printer,
    "hyperlink": link,
    "page breaks": breaks,
    "ignored errors": child(IGNORED),
}
