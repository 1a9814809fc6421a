"""The very hidden sheets of imported facts: plain headed columns, filled by the import (3-architecture 3.6)."""

from typing import Any

import xlsxwriter

from wg_excel.builder.formats import Formats
from wg_excel.domain.imported.facts import Appearance, Entry, Figure, Lesson

FACTS: dict[str, type[tuple[Any, ...]]] = {
    "facts_lessons": Lesson,
    "facts_entries": Entry,
    "facts_figures": Figure,
    "facts_appeared": Appearance,
}


def add_facts_sheet(workbook: xlsxwriter.Workbook, style: Formats, *, name: str) -> None:
    """Add the sheet of one kind of fact, with the names of its fields in the first row."""
    sheet = workbook.add_worksheet(name)
    sheet.write_row(0, 0, list(FACTS[name].__annotations__), style.note)
    sheet.very_hidden()
