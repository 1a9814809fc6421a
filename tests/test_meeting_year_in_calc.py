"""A year of meetings in LibreOffice, its buttons pressed from the menu: it ends as on the headless engine."""

import json
import re
import shutil
import sys
import zipfile
from pathlib import Path

from tests import libreoffice
from tests.meeting_year import deeds
from tests.secretary import Hands, state
from wg_excel.actions.creating import create
from wg_excel.calc_extension import extension
from wg_excel.setup.office_menu import menu

pytestmark = libreoffice.marks
TITLES = re.compile(rb'<definedName name="_xlnm.Print_Titles"[^>]*>[^<]*</definedName>')
# Types and presses as `tests.meeting_year` tells; the answers to the presses stand in «История».
PLAYING = """
import json
from datetime import date

EPOCH = 693594  # the ordinal of the day 0 of a sheet
MENU = "vnd.sun.star.script:WgExcel.Buttons.Press_{}?language=Basic&location=application"
WIDEST, LONGEST = 40, 400


def sheet_of(name):
    sheet = desktop.CurrentComponent.Sheets.getByName(name)
    texts = sheet.getCellRangeByPosition(0, 4, WIDEST, LONGEST).getDataArray()
    return sheet, {title: place for place, title in reversed(list(enumerate(texts[0]))) if title}, texts[1:]


def rows_of(titles, texts, wanted):
    def fits(row):
        return any(row) and all(
            text[1:] in str(row[titles[title]]) if text.startswith("~") else text == str(row[titles[title]])
            for title, text in wanted.items()
        )

    return [number for number, row in enumerate(texts, 5) if fits(row)]


def type_in(sheet, titles, row, values):
    for title, value in values.items():
        cell = sheet.getCellByPosition(titles[title], row)
        if isinstance(value, int):
            cell.setValue(value)
        elif value and value.startswith("@"):
            cell.setValue(date.fromisoformat(value[1:]).toordinal() - EPOCH)
        else:
            cell.setString(value or "")


def add(name, values):
    sheet, titles, texts = sheet_of(name)
    first = next(iter(values))
    type_in(sheet, titles, max((n for n, row in enumerate(texts, 5) if row[titles[first]]), default=4) + 1, values)


def put(name, wanted, values):
    sheet, titles, texts = sheet_of(name)
    for row in rows_of(titles, texts, wanted):
        type_in(sheet, titles, row, values)


def press(button, name="", wanted=None):
    controller = desktop.CurrentComponent.CurrentController
    if name:
        sheet, titles, texts = sheet_of(name)
        controller.setActiveSheet(sheet)
        controller.select(sheet.getCellByPosition(0, rows_of(titles, texts, wanted)[0]))
    controller.Frame.activate()
    dispatch(controller.Frame, MENU.format(button))


hands = {"add": add, "set": put, "press": press}
document = open_document(arguments[0])
call_macro("WgExcel.Buttons.MoveToCopy", document)
url = document.URL
document.close(True)
desktop.loadComponentFromURL(url, "_blank", 0, ())
for verb, *rest in json.loads(arguments[1]):
    hands[verb](*rest)
desktop.CurrentComponent.close(True)
"""


def test_a_year_pressed_from_the_menu_of_libreoffice_ends_as_on_the_headless_engine(tmp_path: Path) -> None:
    headless, calc = tmp_path / "здесь" / "книга.xlsm", tmp_path / "в LibreOffice" / "книга.xlsm"
    for path in (headless, calc):
        path.parent.mkdir()
    create(headless, school="МБОУ «Школа»")
    drop_print_titles(headless)
    shutil.copy2(headless, calc)
    year = list(deeds())
    Hands(headless).play(year)
    packed = tmp_path / "Кнопки.oxt"
    packed.write_bytes(extension(menu(Path(sys.executable)), "0.1"))
    libreoffice.run_script(PLAYING, str(calc), json.dumps(year), extension=packed)
    assert state(calc.with_suffix(".xlsx")) == state(headless)
    assert files(calc.parent) == files(headless.parent)


def drop_print_titles(path: Path) -> None:
    """Take the repeated headings out, for nothing is printed here: LibreOffice needs seconds for them at each press."""
    with zipfile.ZipFile(path) as package:
        parts = {entry: package.read(entry) for entry in package.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for entry, content in parts.items():
            package.writestr(entry, TITLES.sub(b"", content) if entry.filename == "xl/workbook.xml" else content)


def files(folder: Path) -> dict[str, bytes]:
    """Return the papers written beside the workbook; a PDF tells when it was made and is only named."""
    papers = (path for kind in ("docx", "pdf", "ics") for path in folder.rglob(f"*.{kind}"))
    return {str(path.relative_to(folder)): b"" if path.suffix == ".pdf" else path.read_bytes() for path in papers}
