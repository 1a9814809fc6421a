"""A secretary without a spreadsheet program, for tests: types into the closed workbook and presses its buttons."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import xlwings as xw

from tests.meeting_year import Deed, value
from wg_excel.actions.creating import create
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.protocol_texts import read_text
from wg_excel.pressing import Answer, press_file

HEADING = 5  # the row of the headings


class Hands:
    """A secretary's hands on one workbook; what they do is told as in `tests.meeting_year`."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def on_new_book(cls, folder: Path, deeds: Iterable[Deed]) -> "Hands":
        """Create a workbook in a folder and do what is told on it."""
        create(folder / "книга.xlsm", school="МБОУ «Школа»")
        hands = cls(folder / "книга.xlsm")
        hands.play(deeds)
        return hands

    def play(self, deeds: Iterable[Deed]) -> None:
        """Do one deed after another."""
        for verb, *rest in deeds:
            getattr(self, verb)(*rest)

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

    def press(self, button: str, sheet: str = "", wanted: Mapping[str, str] | None = None) -> Answer:
        if sheet:
            with changing(self.path) as book:
                titles, rows = block(book, sheet)
                book.sheets[sheet].activate()
                book.sheets[sheet].range((rows_of(titles, rows, wanted or {})[0], 1)).select()
        return press_file(self.path, button)


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
