"""Fill copies of hidden page templates: marks in double braces say what is put where, rows fit their text."""

from collections.abc import Mapping, Sequence
from itertools import groupby

import xlwings as xw

from wg_excel.book.blocks import find_sheet
from wg_excel.book.failures import WorkbookFailure
from wg_excel.book.rollback import on_failure, on_success
from wg_excel.documents.typesetting import height, wrapped

PADDING = 4  # points that a cell keeps free beside its text
LONGEST = 12  # lines in one cell: a row that does not fit on a page leaves the rest of the page blank


class TemplateSpoiled(WorkbookFailure):
    """A mark of the template was deleted, or there is no room between two of them."""

    def __init__(self, template: str, mark: str) -> None:
        super().__init__(
            f"На листе «{template}» нет места для {mark}: верните лист из резервной копии "
            "или добавьте строк между отметками в двойных скобках."
        )


def fresh_copy(book: xw.Book, template: str, name: str) -> xw.Sheet:
    """Copy a template; an earlier sheet of the name goes only after the new one stands."""
    original = find_sheet(book, template)
    old = book.sheets[name] if name in book.sheet_names else None
    copy = original.copy(before=old or original)
    on_failure(lambda: _put_back(copy, old, name))
    if old:
        old.name = f"{name[:20]} (прежний)"
        on_success(old.delete)
    copy.name = name
    copy.visible = True
    return copy


def _put_back(copy: xw.Sheet, old: xw.Sheet | None, name: str) -> None:
    copy.delete()
    if old:
        old.name = name


def place(
    lines: list[str | None], marks: Sequence[str], between: tuple[str, str], texts: Sequence[str], template: str
) -> None:
    """Put texts into the rows from one mark up to another; rows left over become None."""
    first, end = (find(marks, mark, template) for mark in between)
    if len(texts) > end - first:
        raise TemplateSpoiled(template, between[0])
    lines[first:end] = [*texts, *[None] * (end - first - len(texts))]


def find(marks: Sequence[str], mark: str, template: str) -> int:
    """Return where a mark stands; raise TemplateSpoiled where it does not."""
    if mark not in marks:
        raise TemplateSpoiled(template, mark)
    return marks.index(mark)


def replaced(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its marks replaced."""
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def split(lines: Sequence[str], width: float, size: float) -> list[str]:
    """Cut paragraphs that no row can hold into several rows, between lines."""
    parts: list[str] = []
    for line in lines:
        rows = wrapped(line, width, size)
        tall = (" ".join(rows[n : n + LONGEST]) for n in range(0, len(rows), LONGEST))
        parts.extend(tall if len(rows) > LONGEST else [line])
    return parts


def column_points(column: xw.Range) -> float:
    """Return the width of a column in points; it counts digits of 7 pixels (ECMA-376, 18.3.1.13)."""
    return (float(column.column_width or 0) * 7 + 5) * 0.75


def fit_rows(sheet: xw.Sheet, top: int, lines: Sequence[str | None], width: float, size: float) -> None:
    """Fit the rows, one call for each run of equal heights; ordinary lines keep the template's height, None is hidden.

    `width` is the room for text in points.
    """
    ordinary = height("", width, size)
    set_heights(sheet, top, [None if line is None else height(line, width, size) for line in lines], ordinary)


def set_heights(sheet: xw.Sheet, top: int, heights: Sequence[float | None], ordinary: float = 0) -> None:
    """Give rows from `top` on their heights in points, one call for each run of equal ones; None hides a row."""
    row = top
    for tall, run in groupby(heights):
        last = row + len(list(run)) - 1
        rows = sheet.range(f"{row}:{last}")
        if tall is None:
            rows.rows.hidden = True
        elif tall != ordinary:
            rows.row_height = tall
        row = last + 1
