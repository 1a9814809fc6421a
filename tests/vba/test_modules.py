import pytest

from wg_excel.vba.modules import BadModuleError, Kind, Module, exported_module, new_module

CLASS_FILE = """\
VERSION 1.0 CLASS
BEGIN
  MultiUse = -1  'True
END
Attribute VB_Name = "Counter"
Attribute VB_Exposed = True
Attribute VB_Description = "Counts"
Option Explicit
"""


def test_a_new_standard_module_begins_with_its_name() -> None:
    module = new_module("WgButtons", "Option Explicit\n")
    assert module.source == 'Attribute VB_Name = "WgButtons"\r\nOption Explicit\r\n'


@pytest.mark.parametrize(
    ("kind", "base"),
    [
        (Kind.WORKBOOK, "00020819-0000-0000-C000-000000000046"),
        (Kind.WORKSHEET, "00020820-0000-0000-C000-000000000046"),
        (Kind.CHART_SHEET, "00020821-0000-0000-C000-000000000046"),
    ],
)
def test_a_document_module_is_based_on_its_class_in_excel(kind: Kind, base: str) -> None:
    lines = new_module("shAppeals", kind=kind).source.splitlines()
    assert f'Attribute VB_Base = "0{{{base}}}"' in lines
    assert "Attribute VB_PredeclaredId = True" in lines


def test_a_class_file_loses_its_header_and_gains_the_attributes_that_files_lack() -> None:
    module = exported_module(CLASS_FILE)
    assert (module.name, module.kind) == ("Counter", Kind.CLASS)
    assert module.source.splitlines() == [
        'Attribute VB_Name = "Counter"',
        'Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"',
        "Attribute VB_GlobalNameSpace = False",
        "Attribute VB_Creatable = False",
        "Attribute VB_PredeclaredId = False",
        "Attribute VB_Exposed = True",
        "Attribute VB_TemplateDerived = False",
        "Attribute VB_Customizable = False",
        'Attribute VB_Description = "Counts"',
        "Option Explicit",
    ]


def test_a_standard_module_s_file_stays_as_it_is() -> None:
    text = 'Attribute VB_Name = "Plain"\r\nSub A()\r\nEnd Sub\r\n'
    assert exported_module(text) == Module("Plain", text, Kind.STANDARD)


def test_line_ends_become_those_of_vba() -> None:
    assert new_module("A", "one\ntwo\rthree\r\n").content.endswith(b"one\r\ntwo\r\nthree\r\n")


def test_cyrillic_is_written_in_the_code_page_of_the_project() -> None:
    assert new_module("A", "' №").content.endswith(b"' \xb9")


@pytest.mark.parametrize("name", ["", "1st", "a b", "_a", "x" * 32])
def test_a_name_that_vba_forbids_is_refused(name: str) -> None:
    with pytest.raises(BadModuleError, match="name"):
        new_module(name)


def test_a_source_under_another_name_is_refused() -> None:
    with pytest.raises(BadModuleError, match="VB_Name"):
        Module("A", 'Attribute VB_Name = "B"\r\n')


def test_a_character_outside_the_code_page_is_named() -> None:
    with pytest.raises(BadModuleError, match="'A': cp1251 lacks '✓'"):
        _ = new_module("A", "' ✓").content
