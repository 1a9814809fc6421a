import io
from zipfile import ZipFile

import pytest

from wg_excel.vba.package import Package, Relation, owner_of, relations_part

RELATIONS = b"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="x/drawing" Target="../drawings/drawing1.xml"/>
<Relationship Id="rId2" Type="x/table" Target="/xl/tables/table1.xml"/>
<Relationship Id="rId3" Type="x/hyperlink" Target="https://example.org" TargetMode="External"/>
</Relationships>"""
SHEET = "xl/worksheets/sheet1.xml"


def test_relative_absolute_and_external_targets_are_told_apart() -> None:
    package = Package({SHEET: b"", "xl/worksheets/_rels/sheet1.xml.rels": RELATIONS})
    assert package.relations(SHEET) == [
        Relation("rId1", "x/drawing", "xl/drawings/drawing1.xml", is_external=False),
        Relation("rId2", "x/table", "xl/tables/table1.xml", is_external=False),
        Relation("rId3", "x/hyperlink", "https://example.org", is_external=True),
    ]
    assert package.related(SHEET, "table") == ["xl/tables/table1.xml"]


def test_a_part_without_relations_has_none() -> None:
    assert Package({SHEET: b""}).relations(SHEET) == []


@pytest.mark.parametrize(
    ("part", "rels"),
    [("", "_rels/.rels"), (SHEET, "xl/worksheets/_rels/sheet1.xml.rels"), ("a.xml", "_rels/a.xml.rels")],
)
def test_relations_stand_beside_their_part(part: str, rels: str) -> None:
    assert relations_part(part) == rels
    assert owner_of(rels) == part


def test_the_zip_keeps_order_and_has_no_date_of_today() -> None:
    parts = {"b.xml": b"<b/>", "a.xml": b"<a/>" * 500}
    content = Package(parts).to_bytes()
    assert content == Package(dict(parts)).to_bytes()
    assert list(Package.from_bytes(content).parts.items()) == list(parts.items())
    with ZipFile(io.BytesIO(content)) as archive:
        assert {(info.date_time, info.create_system) for info in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
