"""The texts of protocol sheets, as a seal covers them."""

from collections.abc import Iterable

import xlwings as xw

from wg_excel.domain.meetings.meetings import Meeting


def read_texts(book: xw.Book, meetings: Iterable[Meeting]) -> dict[str, tuple[str, ...]]:
    """Return the lines of the sheets of sealed protocols by the meeting's number; none where a sheet is gone."""
    sealed = [meeting for meeting in meetings if meeting.sealed]
    names = set(book.sheet_names) if sealed else set()
    return {one.number: read_text(book, one.protocol) if one.protocol in names else () for one in sealed}


def read_text(book: xw.Book, sheet: str) -> tuple[str, ...]:
    """Return the filled lines of a protocol sheet from top to bottom."""
    rows = book.sheets[sheet].used_range.options(ndim=2, err_to_str=True).value
    return tuple(str(cell) for row in rows for cell in row if cell not in {None, ""})
