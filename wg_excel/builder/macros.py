"""The macros and the ribbon of the master workbook, from its buttons and sheets."""

from collections.abc import Iterable
from itertools import groupby

from wg_excel.button_list import BUTTONS, Button
from wg_excel.vba.macros import MacroButton, buttons_module, xlwings_modules
from wg_excel.vba.modules import Kind, Module, new_module
from wg_excel.vba.ribbon import Ribbon, RibbonButton, RibbonGroup, ribbon_xml

WORKBOOK_MODULE = "ThisWorkbook"
TAB = "Рабочая группа"


def modules(code_names: Iterable[str]) -> tuple[Module, ...]:
    """Return all modules of a workbook whose sheets have these code names."""
    documents = [new_module(name, kind=Kind.WORKSHEET) for name in code_names]
    return (new_module(WORKBOOK_MODULE, kind=Kind.WORKBOOK), *documents, *shared_modules())


def shared_modules() -> tuple[Module, ...]:
    """Return the modules that hold code: the buttons' Subs and what xlwings needs to start Python."""
    return (buttons_module([MacroButton(button.macro, button.function) for button in BUTTONS]), *xlwings_modules())


def ribbon() -> bytes:
    """Return the ribbon's part with every button in its group."""
    in_groups = sorted(BUTTONS, key=lambda button: _group_names().index(button.ribbon_group))
    groups = groupby(in_groups, key=lambda button: button.ribbon_group)
    parts = [
        RibbonGroup(f"wgGroup{number}", name, [_ribbon_button(button) for button in buttons])
        for number, (name, buttons) in enumerate(groups, 1)
    ]
    return ribbon_xml(Ribbon("wgTab", TAB, parts, keytip="W"))


def _group_names() -> list[str]:
    return list(dict.fromkeys(button.ribbon_group for button in BUTTONS))


def _ribbon_button(button: Button) -> RibbonButton:
    return RibbonButton(
        id=f"rb{button.macro}",
        label=button.caption,
        macro=button.macro,
        image_mso=button.image_mso,
        screentip=button.screentip,
        supertip=button.supertip,
        keytip=button.keytip,
    )
