"""The answers of a form as a workbook (.xlsx), read in a process of its own like every foreign file."""

from pathlib import Path

from wg_excel.domain.columns import shown_value
from wg_excel.exports.people_list import ListNotRead, read_sheets
from wg_excel.incoming.forms import Rows, is_form
from wg_excel.incoming.refusals import FormNotRead


def read_rows(path: Path) -> Rows:
    """Return the rows of the sheet that holds the answers, else of the first; raise FormNotRead."""
    try:
        sheets = [[[_shown(value) for value in row] for row in rows] for _, rows in read_sheets(path)]
    except ListNotRead:
        raise FormNotRead from None
    return next(filter(is_form, sheets), sheets[0] if sheets else [])


def _shown(value: object) -> str:
    return value if isinstance(value, str) else shown_value(value)
