"""LibreOffice presses the buttons of the built workbook; a recorder stands in for Python."""

import json
from pathlib import Path

import pytest
from lxml import etree

from tests import libreoffice
from wg_excel.builder.macros import modules
from wg_excel.builder.sheets import SHEETS
from wg_excel.button_list import BUTTONS, Button, buttons_of
from wg_excel.vba.macros import XLWINGS_SOURCES, recording_modules
from wg_excel.vba.package import Package
from wg_excel.vba.project import vba_project

pytestmark = libreoffice.marks

PROJECT, RIBBON = "xl/vbaProject.bin", "customUI/customUI14.xml"
XLWINGS_NAMES = {Path(source).stem for source in XLWINGS_SOURCES}
PRESS_ON_SHEETS = """
import json

document = open_document(arguments[0])
provider, pressed = document.getScriptProvider(), []
for sheet in document.Sheets:
    forms = sheet.DrawPage.Forms
    for form in map(forms.getByIndex, range(forms.Count)):
        for place in range(form.Count):
            for event in form.getScriptEvents(place):
                provider.getScript(event.ScriptCode).invoke((), (), ())
                pressed.append([sheet.Name, form.getByIndex(place).Label])
print(json.dumps(pressed))
document.close(True)
"""
# The callback takes the ribbon's control; here a button's model, which has a tag as well.
PRESS_ON_RIBBON = """
document = open_document(arguments[0])
uri = "vnd.sun.star.script:VBAProject.WgButtons.OnRibbonButton?language=Basic&location=document"
callback = document.getScriptProvider().getScript(uri)
for tag in arguments[1:]:
    control = document.createInstance("com.sun.star.form.component.CommandButton")
    control.Tag = tag
    callback.invoke((control,), (), ())
document.close(True)
"""


def with_recorder(package: Package, log: Path) -> bytes:
    """Return the workbook whose buttons write what they would run into a file."""
    own = [module for module in modules(plan.code_name for plan in SHEETS) if module.name not in XLWINGS_NAMES]
    project = vba_project([*own, *recording_modules(log)])
    return Package(package.parts | {PROJECT: project}).to_bytes()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log.txt"


@pytest.fixture
def workbook(package: Package, tmp_path: Path, log: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    path.write_bytes(with_recorder(package, log))
    return path


def asked(log: Path) -> list[str]:
    return log.read_text("utf-8").split("\n")[:-1]


def asking(button: Button) -> str:
    return f"import wg_excel.excel; wg_excel.excel.press('{button.function}')"


def test_each_button_of_a_sheet_asks_python_for_its_function(workbook: Path, log: Path) -> None:
    pressed = json.loads(libreoffice.run_script(PRESS_ON_SHEETS, str(workbook)))
    shown = [(plan.name, button) for plan in SHEETS for button in buttons_of(plan.name)]
    assert pressed == [[sheet, button.caption] for sheet, button in shown]
    assert asked(log) == [asking(button) for _, button in shown]


def test_each_button_of_the_ribbon_asks_python_for_its_function(package: Package, workbook: Path, log: Path) -> None:
    ribbon = [control for control in etree.fromstring(package.parts[RIBBON]).iter() if control.get("onAction")]
    libreoffice.run_script(PRESS_ON_RIBBON, str(workbook), *[str(control.attrib["tag"]) for control in ribbon])
    captions = {button.caption: asking(button) for button in BUTTONS}
    assert sorted(control.attrib["label"] for control in ribbon) == sorted(captions)
    assert asked(log) == [captions[str(control.attrib["label"])] for control in ribbon]
