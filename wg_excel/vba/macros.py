"""Make the sources of the macros: a Sub a button, the ribbon's callback, and xlwings' own modules."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePath

from .modules import BadModuleError, Module, exported_module, new_module

PRESS = "wg_excel.excel.press"
RIBBON_CALLBACK = "OnRibbonButton"

# xlwings' documentation asks for both in a workbook that does without its add-in.
XLWINGS_SOURCES = ("xlwings.bas", "addin/Dictionary.cls")

HEAD = """\
Option Explicit

' A button calls a function in Python; everything else stands there.
"""
BUTTON = """
Public Sub {macro}()
    RunPython "{command}"
End Sub
"""
CALLBACK = """
Public Sub {callback}(control As IRibbonControl)
    Select Case control.Tag
{cases}    End Select
End Sub
"""
CASE = """\
        Case "{macro}"
            {macro}
"""
RECORDER = """\
Option Explicit

' Stands in for xlwings where no Python can be started: keeps what would have been run.
Public Function RunPython(PythonCommand As String)
    Dim number As Integer
    number = FreeFile
    Open "{log}" For Append As #number
    Print #number, PythonCommand
    Close #number
End Function
"""


@dataclass(frozen=True)
class MacroButton:
    """A macro's name, and the name of the Python function that it presses."""

    macro: str
    function: str

    def command(self, press: str = PRESS) -> str:
        """Return the Python that `RunPython` runs: no double quotes, they would end the shell's argument."""
        return f"import {press.rpartition('.')[0]}; {press}('{self.function}')"


def buttons_module(buttons: Sequence[MacroButton], *, press: str = PRESS, name: str = "WgButtons") -> Module:
    """Return the module with a Sub for each button, and the callback which calls them from the ribbon."""
    subs = (BUTTON.format(macro=button.macro, command=button.command(press)) for button in buttons)
    cases = "".join(CASE.format(macro=button.macro) for button in buttons)
    code = HEAD + "".join(subs) + CALLBACK.format(callback=RIBBON_CALLBACK, cases=cases)
    if not code.isascii():
        raise BadModuleError(name, "the names of macros and functions are not ASCII")
    return new_module(name, code)


def xlwings_modules() -> tuple[Module, ...]:
    """Return the modules that the installed xlwings brings for workbooks without its add-in, notices included."""
    texts = (files("xlwings").joinpath(source).read_text("cp1252") for source in XLWINGS_SOURCES)
    return tuple(exported_module(text) for text in texts)


def recording_modules(log: PurePath) -> tuple[Module, ...]:
    """Return a module in place of xlwings' ones, whose `RunPython` appends each command to the file `log`."""
    return (new_module("xlwings", RECORDER.format(log=log)),)
