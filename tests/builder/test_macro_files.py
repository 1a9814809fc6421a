from pathlib import Path

import pytest

from wg_excel.builder.macro_files import exported, macro_files
from wg_excel.builder.macros import shared_modules
from wg_excel.vba.modules import Module, exported_module

KEPT = Path(__file__).parents[2] / "macros"


@pytest.mark.parametrize("module", shared_modules(), ids=lambda module: module.name)
def test_an_exported_module_is_read_back_as_it_was(module: Module) -> None:
    assert exported_module(exported(module).decode("ascii")) == module


def test_the_files_are_named_as_the_editor_names_them() -> None:
    assert set(macro_files()) == {"WgButtons.bas", "xlwings.bas", "Dictionary.cls", "customUI14.xml"}


def test_notices_of_foreign_modules_are_kept() -> None:
    files = macro_files()
    assert b"BSD 3-clause license" in files["xlwings.bas"]
    assert b"MIT" in files["Dictionary.cls"]


def test_the_kept_files_are_what_the_sources_give() -> None:
    kept = {path.name: path.read_bytes() for path in KEPT.iterdir()}
    assert kept == macro_files(), "run tools/build_workbook.py"
