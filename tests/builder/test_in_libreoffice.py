"""LibreOffice presses the buttons of the built workbook; a recorder stands in for Python."""

from pathlib import Path

from tests import libreoffice
from wg_excel.builder.macros import modules
from wg_excel.builder.sheets import SHEETS
from wg_excel.button_list import BUTTONS
from wg_excel.vba.macros import XLWINGS_SOURCES, recording_modules
from wg_excel.vba.package import Package
from wg_excel.vba.project import vba_project

pytestmark = libreoffice.marks

PROJECT = "xl/vbaProject.bin"
XLWINGS_NAMES = {Path(source).stem for source in XLWINGS_SOURCES}
PRESS = """
document = open_document(arguments[0])
provider = document.getScriptProvider()
for macro in arguments[1:]:
    uri = f"vnd.sun.star.script:VBAProject.WgButtons.{macro}?language=Basic&location=document"
    provider.getScript(uri).invoke((), (), ())
document.close(True)
"""


def with_recorder(package: Package, log: Path) -> bytes:
    """Return the workbook whose buttons write what they would run into a file."""
    own = [module for module in modules(plan.code_name for plan in SHEETS) if module.name not in XLWINGS_NAMES]
    project = vba_project([*own, *recording_modules(log)])
    return Package(package.parts | {PROJECT: project}).to_bytes()


def test_each_button_asks_python_for_its_function(package: Package, tmp_path: Path) -> None:
    log, workbook = tmp_path / "log.txt", tmp_path / "книга.xlsm"
    workbook.write_bytes(with_recorder(package, log))
    libreoffice.run_script(PRESS, str(workbook), *[button.macro for button in BUTTONS])
    expected = [f"import wg_excel.excel; wg_excel.excel.press('{button.function}')" for button in BUTTONS]
    assert log.read_text("utf-8").split("\n")[:-1] == expected
