import ast
import re
from importlib.metadata import version
from pathlib import PurePosixPath

import pytest

from wg_excel.vba.macros import MacroButton, buttons_module, recording_modules, xlwings_modules
from wg_excel.vba.modules import BadModuleError, Kind

BUTTONS = [MacroButton("WgCheckEntries", "check_entries"), MacroButton("WgCreateProtocol", "create_protocol")]


def test_every_button_has_a_sub_and_a_place_in_the_ribbon_s_callback() -> None:
    assert (
        buttons_module(BUTTONS).source.replace("\r\n", "\n")
        == """\
Attribute VB_Name = "WgButtons"
Option Explicit

' A button calls a function in Python; everything else stands there.

Public Sub WgCheckEntries()
    RunPython "import wg_excel.excel; wg_excel.excel.press('check_entries')"
End Sub

Public Sub WgCreateProtocol()
    RunPython "import wg_excel.excel; wg_excel.excel.press('create_protocol')"
End Sub

Public Sub OnRibbonButton(control As IRibbonControl)
    Select Case control.Tag
        Case "WgCheckEntries"
            WgCheckEntries
        Case "WgCreateProtocol"
            WgCreateProtocol
    End Select
End Sub
"""
    )


@pytest.mark.parametrize("button", BUTTONS)
def test_a_command_is_python_without_what_the_shell_or_the_code_page_would_spoil(button: MacroButton) -> None:
    command = button.command()
    ast.parse(command)
    assert command.isascii()
    assert not re.search(r'["%^&|<>$`\\\n]', command)


def test_cyrillic_names_are_refused() -> None:
    with pytest.raises(BadModuleError, match="ASCII"):
        buttons_module([MacroButton("Проверить", "check_entries")])


def test_xlwings_own_modules_are_those_of_the_installed_version() -> None:
    xlwings, dictionary = xlwings_modules()
    assert (xlwings.name, xlwings.kind) == ("xlwings", Kind.STANDARD)
    assert (dictionary.name, dictionary.kind) == ("Dictionary", Kind.CLASS)
    assert f"Version: {version('xlwings')}" in xlwings.source
    assert "Function RunPython(PythonCommand As String)" in xlwings.source


def test_xlwings_notices_are_kept() -> None:
    xlwings, dictionary = xlwings_modules()
    assert "BSD 3-clause license" in xlwings.source
    assert "Copyright (C) 2014-present, Zoomer Analytics LLC" in xlwings.source
    assert "(c) Tim Hall" in dictionary.source
    assert "VERSION 1.0 CLASS" not in dictionary.source


def test_the_stand_in_for_xlwings_has_its_name_and_its_one_function() -> None:
    (module,) = recording_modules(PurePosixPath("/somewhere/log.txt"))
    assert module.name == "xlwings"
    assert "Function RunPython(PythonCommand As String)" in module.source
    assert 'Open "/somewhere/log.txt" For Append' in module.source
