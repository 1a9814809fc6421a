import pytest
from lxml import etree

from tests.vba.workbooks import built, modules
from wg_excel.vba.package import CONTENT_TYPES, Package, Relation
from wg_excel.vba.ribbon import (
    RIBBON_NS,
    RIBBON_PART,
    RIBBON_RELATION,
    Ribbon,
    RibbonButton,
    RibbonGroup,
    add_ribbon,
    ribbon_xml,
)

CHECK = RibbonButton("btnCheck", "Проверить", "WgCheck", "AcceptInvitation", supertip="Ищет ошибки", keytip="П")
RIBBON = Ribbon("tabWg", "ЭлЖур", [RibbonGroup("grpEntries", "Записи", [CHECK])])


@pytest.fixture(scope="module")
def workbook() -> bytes:
    return built(modules())


def ribbon_relations(workbook: bytes) -> list[Relation]:
    return [relation for relation in Package.from_bytes(workbook).relations("") if relation.kind == RIBBON_RELATION]


def test_a_button_is_written_with_its_macro_as_tag_and_the_common_callback() -> None:
    button = etree.fromstring(ribbon_xml(RIBBON)).find(
        f".//{{{RIBBON_NS}}}group[@label='Записи']/{{{RIBBON_NS}}}button"
    )
    assert button is not None
    assert {str(name): str(value) for name, value in button.attrib.items()} == {
        "id": "btnCheck",
        "label": "Проверить",
        "supertip": "Ищет ошибки",
        "imageMso": "AcceptInvitation",
        "size": "large",
        "keytip": "П",
        "tag": "WgCheck",
        "onAction": "OnRibbonButton",
    }


def test_the_ribbon_is_related_to_the_package_once(workbook: bytes) -> None:
    once = add_ribbon(workbook, ribbon_xml(RIBBON))
    (relation,) = ribbon_relations(once)
    assert relation.target == RIBBON_PART
    assert add_ribbon(once, ribbon_xml(RIBBON)) == once


def test_ids_of_relations_stay_unique(workbook: bytes) -> None:
    ids = [relation.id for relation in Package.from_bytes(add_ribbon(workbook, ribbon_xml(RIBBON))).relations("")]
    assert len(set(ids)) == len(ids)


def test_the_other_parts_stay_as_they_are(workbook: bytes) -> None:
    before, after = Package.from_bytes(workbook).parts, Package.from_bytes(add_ribbon(workbook, b"<x/>")).parts
    assert {name for name in after if before.get(name) != after[name]} == {RIBBON_PART, "_rels/.rels"}


def test_a_package_without_a_type_for_xml_gets_one(workbook: bytes) -> None:
    package = Package.from_bytes(workbook)
    package.parts[CONTENT_TYPES] = package.parts[CONTENT_TYPES].replace(
        b'<Default Extension="xml" ContentType="application/xml"/>', b""
    )
    types = Package.from_bytes(add_ribbon(package.to_bytes(), b"<x/>")).xml(CONTENT_TYPES)
    assert [e.get("ContentType") for e in types if e.get("Extension") == "xml"] == ["application/xml"]
