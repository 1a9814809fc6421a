from lxml import etree

from wg_excel.builder.macros import modules, ribbon
from wg_excel.button_list import BUTTONS

NS = "{http://schemas.microsoft.com/office/2009/07/customui}"


def test_the_workbook_each_sheet_the_buttons_and_xlwings_have_their_modules() -> None:
    names = [module.name for module in modules(["shSummary", "shAppeals"])]
    assert names == ["ThisWorkbook", "shSummary", "shAppeals", "WgButtons", "xlwings", "Dictionary"]


def test_the_ribbon_shows_every_button_once_in_its_group() -> None:
    groups = etree.fromstring(ribbon()).iter(f"{NS}group")
    shown = {(group.get("label"), button.get("label"), button.get("tag")) for group in groups for button in group}
    assert shown == {(button.ribbon_group, button.caption, button.macro) for button in BUTTONS}


def test_groups_stand_in_the_order_of_the_buttons() -> None:
    labels = [group.get("label") for group in etree.fromstring(ribbon()).iter(f"{NS}group")]
    assert labels == list(dict.fromkeys(button.ribbon_group for button in BUTTONS))
