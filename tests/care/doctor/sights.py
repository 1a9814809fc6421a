"""Computers and workbooks as the checks see them, for tests; diagnoses as short text."""

from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

from wg_excel.care.doctor import examine
from wg_excel.care.doctor.machine import Excel, Machine, Package, System
from wg_excel.care.doctor.site import Interpreter, Site

WINDOWS = Machine(
    System.WINDOWS,
    (3, 12, 1),
    r"C:\Python\python.exe",
    (Package("xlwings", "==0.37.8", "0.37.8", fits=True),),
    Excel("16.0", r"C:\Office\EXCEL.EXE"),
)
LINUX = replace(WINDOWS, system=System.LINUX, excel=None, libreoffice="/usr/bin/soffice", executable="/usr/bin/python3")
MACOS = replace(WINDOWS, system=System.MACOS, excel=Excel("", "/Applications/Microsoft Excel.app"), excel_script="x")
BOOK = Site(PureWindowsPath(r"C:\Школа\книга.xlsm"), interpreter=Interpreter("xlwings.conf", "python.exe", exists=True))
POSIX_BOOK = replace(BOOK, path=PurePosixPath("/школа/книга.xlsm"))


def said(machine: Machine, site: Site | None = None, *, about: str) -> list[str]:
    """Return what is said under a title: the sign, the detail and the advice."""
    found = (each for each in examine(machine, site) if each.title == about)
    return [" | ".join(filter(None, (f"{each.state.value} {each.detail}", each.advice))) for each in found]
