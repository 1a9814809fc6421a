"""The extension is put into a real LibreOffice, whose menu then presses the buttons."""

import dataclasses
import io
import shutil
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests import libreoffice
from tests.secretary import state
from wg_excel.book.opened import reading
from wg_excel.book.tables import is_filled, read_cells
from wg_excel.button_list import BUTTONS
from wg_excel.calc_extension import extension
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.pressing import press_file
from wg_excel.setup.office_menu import menu

PRESSING = """
document = open_document(arguments[0])
print(call_macro("WgExcel.Buttons.Unfit", document))
print(call_macro("WgExcel.Buttons.Press", document, *arguments[1:]))
for opened in list(desktop.Components):
    print(opened.URL.rpartition(".")[2])
    opened.close(True)
"""
COPYING = """
document = open_document(arguments[0])
print(call_macro("WgExcel.Buttons.MoveToCopy", document))
print(document.URL.rpartition(".")[2])
document.close(True)
"""
UNFIT = """
document = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (named("Hidden", True),))
print(call_macro("WgExcel.Buttons.Unfit", document))
document.close(True)
"""


@pytest.fixture(scope="session")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pack the extension for the Python of the tests."""
    file = tmp_path_factory.mktemp("расширение") / "Кнопки.oxt"
    file.write_bytes(extension(menu(Path(sys.executable)), "0.1"))
    return file


@pytest.fixture(scope="module")
def copy(demo: Path, packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let the menu make its copy of the demonstration's workbook."""
    master = Path(shutil.copy2(demo / "working_group.xlsm", tmp_path_factory.mktemp("книги") / "Наша книга.xlsm"))
    before = master.read_bytes()
    told = libreoffice.run_script(COPYING, str(master), extension=packed).splitlines()
    assert told == ["Открыта копия .xlsx. Нажмите кнопку меню ещё раз.", "xlsx"]
    assert master.read_bytes() == before
    return master.with_suffix(".xlsx")


def test_every_button_is_an_entry_of_the_menu_and_a_sub(packed: Path) -> None:
    with zipfile.ZipFile(packed) as package:
        addons = etree.fromstring(package.read("Addons.xcu"))
        module = etree.fromstring(package.read("WgExcel/Buttons.xba")).text or ""
    titles = {value.text for value in addons.iter("value")}
    for button in BUTTONS:
        assert button.caption in titles
        assert f'PressAndTell "{button.function}", "{button.asks}"' in module


def test_every_part_of_the_package_is_well_formed_and_the_same_each_time(packed: Path) -> None:
    again = extension(menu(Path(sys.executable)), "0.1")
    assert again == packed.read_bytes()
    with zipfile.ZipFile(io.BytesIO(again)) as package:
        for name in package.namelist():
            etree.fromstring(package.read(name))


def test_names_that_would_break_the_markup_or_the_basic_are_written_safely() -> None:
    odd = dataclasses.replace(menu(), title='Школа "№ 5" & <Ко>', interpreter="C:/Пап ка/it's/python.exe")
    with zipfile.ZipFile(io.BytesIO(extension(odd, "0.1"))) as package:
        module = etree.fromstring(package.read("WgExcel/Buttons.xba")).text or ""
        etree.fromstring(package.read("description.xml"))
    assert 'Const TITLE = "Школа ""№ 5"" & <Ко>"' in module


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
class TestInLibreOffice:
    """The extension is added to a real LibreOffice, whose menu then presses buttons."""

    def test_a_press_runs_the_button_on_the_file_and_opens_it_again(self, copy: Path, packed: Path) -> None:
        before = numbers(copy)
        told = libreoffice.run_script(PRESSING, str(copy), "add_appeal", "", "no", extension=packed)
        assert told.splitlines()[0] == ""
        assert told.splitlines()[1].startswith("done:")
        assert told.splitlines()[-1] == "xlsx"
        assert len(numbers(copy)) == len(before) + 1

    def test_a_question_is_asked_before_anything_is_written(self, copy: Path, packed: Path) -> None:
        before = state(copy)
        told = libreoffice.run_script(PRESSING, str(copy), "correct_obvious", "", "no", extension=packed)
        assert told.splitlines()[1].startswith("ask:Исправить?")
        assert state(copy) == before

    def test_what_is_agreed_to_is_done(self, copy: Path, packed: Path) -> None:
        told = libreoffice.run_script(PRESSING, str(copy), "correct_obvious", "", "yes", extension=packed)
        assert told.splitlines()[1].startswith("done:")
        assert press_file(copy, "correct_obvious").text == "Исправлять нечего."

    def test_another_document_is_told_from_the_workbook(self, packed: Path) -> None:
        told = libreoffice.run_script(UNFIT, extension=packed)
        assert told.strip() == "Откройте книгу рабочей группы: в этом документе нет её листов."


def numbers(path: Path) -> list[object]:
    with reading(path) as book:
        cells = read_cells(book, Appeal)
    column = cells.titles.index("№")
    return [row[column] for row in cells.rows if is_filled(row[column])]
