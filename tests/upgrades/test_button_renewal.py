import re
import zipfile
from pathlib import Path

import pytest

from wg_excel.builder.build import workbook_bytes
from wg_excel.builder.macros import ribbon, shared_modules
from wg_excel.upgrades.button_renewal import PROJECT, renewed
from wg_excel.upgrades.upgrading import lacking_buttons, upgrade
from wg_excel.vba.modules import Kind, Module, new_module
from wg_excel.vba.package import Package
from wg_excel.vba.project import vba_project
from wg_excel.vba.reading import read_sources
from wg_excel.vba.ribbon import RIBBON_PART

BUILT = workbook_bytes()


def changed(part: str, content: bytes) -> bytes:
    package = Package.from_bytes(BUILT)
    package.parts[part] = content
    return package.to_bytes()


def project(*more: Module, of: tuple[Module, ...] = shared_modules()) -> bytes:
    return vba_project([new_module("ThisWorkbook", kind=Kind.WORKBOOK), *of, *more])


def with_one_button() -> Module:
    """Return the module of an earlier program that knew one button."""
    source = next(module.source for module in shared_modules() if module.name == "WgButtons")
    first = re.search(r"Public Sub WgAddAppeal.*?End Sub\r\n", source, re.DOTALL)
    assert first
    return new_module("WgButtons", f"Option Explicit\n\n{first[0]}")


def earlier() -> bytes:
    modules = (with_one_button(), *(module for module in shared_modules() if module.name != "WgButtons"))
    return changed(PROJECT, project(of=modules))


def test_a_workbook_of_this_program_is_left_as_it_is() -> None:
    assert renewed(BUILT) is None


def test_an_earlier_workbook_gets_every_button_and_each_sheet_keeps_its_code_name() -> None:
    new = renewed(earlier())
    assert new
    package = Package.from_bytes(new)
    assert package.parts[RIBBON_PART] == ribbon()
    wanted = read_sources(Package.from_bytes(BUILT).parts[PROJECT])
    assert read_sources(package.parts[PROJECT]) == wanted
    assert renewed(new) is None


def test_all_other_parts_stay_byte_for_byte() -> None:
    old, new = Package.from_bytes(earlier()), Package.from_bytes(renewed(earlier()) or b"")
    touched = {PROJECT, RIBBON_PART, "_rels/.rels", "[Content_Types].xml"}
    assert {name: part for name, part in new.parts.items() if name not in touched} == {
        name: part for name, part in old.parts.items() if name not in touched
    }


@pytest.mark.parametrize(
    ("what", "workbook"),
    [
        ("a module of the user's own", changed(PROJECT, project(new_module("Моё", "Sub A()\nEnd Sub\n")))),
        ("a line in the module of the buttons", changed(PROJECT, project(of=(new_module("WgButtons", "x = 1\n"),)))),
        (
            "an event of the workbook",
            changed(
                PROJECT,
                vba_project([new_module("ThisWorkbook", "Private Sub Workbook_Open()\nEnd Sub\n", Kind.WORKBOOK)]),
            ),
        ),
        ("a button in the ribbon", changed(RIBBON_PART, ribbon().replace(b"OnRibbonButton", b"MyButton", 1))),
        ("a signature", changed("xl/vbaProjectSignature.bin", b"signed")),
        ("a project that cannot be read", changed(PROJECT, b"broken")),
    ],
)
def test_what_people_have_added_is_never_rewritten(what: str, workbook: bytes) -> None:
    assert renewed(workbook) is None, what


def test_an_upgrade_renews_the_buttons_and_says_so(tmp_path: Path) -> None:
    book = tmp_path / "книга.xlsm"
    book.write_bytes(earlier())
    assert "Вкладка ленты и макросы обновлены" in upgrade(book)[-1]
    assert lacking_buttons(book) == []
    assert upgrade(book) == []
    assert zipfile.ZipFile(book).testzip() is None
