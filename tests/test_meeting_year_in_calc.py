"""A year of meetings in LibreOffice, its buttons pressed from the menu: it ends as on the headless engine."""

import json
import re
import shutil
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import xlwings as xw

from tests import libreoffice
from tests.meeting_year import deeds, value
from wg_excel.actions.creating import create
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.protocol_texts import read_text
from wg_excel.calc_extension import extension
from wg_excel.pressing import press_file
from wg_excel.setup.office_menu import menu

pytestmark = libreoffice.marks
HEADING = 5  # the row of the headings
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
    hands = Hands(headless)
    for verb, *rest in year:
        getattr(hands, verb)(*rest)
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


class Hands:
    """A secretary without a spreadsheet program: types into the closed workbook and presses on it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, sheet: str, values: Mapping[str, object]) -> None:
        with changing(self.path) as book:
            titles, rows = block(book, sheet)
            first = titles.index(next(iter(values)))
            last = max((number for number, row in enumerate(rows) if row[first]), default=-1)
            type_in(book.sheets[sheet], titles, HEADING + last + 2, values)

    def set(self, sheet: str, wanted: Mapping[str, str], values: Mapping[str, object]) -> None:
        with changing(self.path) as book:
            titles, rows = block(book, sheet)
            for row in rows_of(titles, rows, wanted):
                type_in(book.sheets[sheet], titles, row, values)

    def press(self, button: str, sheet: str = "", wanted: Mapping[str, str] | None = None) -> None:
        if sheet:
            with changing(self.path) as book:
                titles, rows = block(book, sheet)
                book.sheets[sheet].activate()
                book.sheets[sheet].range((rows_of(titles, rows, wanted or {})[0], 1)).select()
        press_file(self.path, button)


def block(book: xw.Book, sheet: str) -> tuple[list[object], list[list[object]]]:
    rows = book.sheets[sheet].range((HEADING, 1), (400, 41)).options(ndim=2).value
    return rows[0], rows[1:]


def rows_of(titles: list[object], rows: list[list[object]], wanted: Mapping[str, str]) -> list[int]:
    def fits(row: list[object]) -> bool:
        cells = {title: str(row[titles.index(title)]) for title in wanted}
        return any(row) and all(
            text[1:] in cells[title] if text.startswith("~") else text == cells[title] for title, text in wanted.items()
        )

    return [number for number, row in enumerate(rows, HEADING + 1) if fits(row)]


def type_in(sheet: xw.Sheet, titles: list[object], row: int, values: Mapping[str, object]) -> None:
    for title, text in values.items():
        sheet.range((row, titles.index(title) + 1)).value = value(text)


def state(path: Path) -> dict[str, object]:
    """Return every entry of the tables about the group's work, and the text of each protocol."""
    with reading(path) as book:
        group = read_group(book)
        protocols = {name: read_text(book, name) for name in book.sheet_names if name.startswith("Протокол")}
    return {**{record.__name__: rows for record, rows in group.records.items()}, **protocols}


def files(folder: Path) -> dict[str, bytes]:
    """Return the papers written beside the workbook; a PDF tells when it was made and is only named."""
    papers = (path for kind in ("docx", "pdf", "ics") for path in folder.rglob(f"*.{kind}"))
    return {str(path.relative_to(folder)): b"" if path.suffix == ".pdf" else path.read_bytes() for path in papers}
