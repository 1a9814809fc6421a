"""The answers of a form as a workbook (.xlsx), read in a process of its own like every foreign file."""

import re
import zipfile
from pathlib import Path

from wg_excel.domain.columns import shown_value
from wg_excel.exports.people_list import ListNotRead, read_sheets
from wg_excel.incoming.forms import Rows, is_form
from wg_excel.incoming.refusals import FormNotRead

TEXTS = "xl/sharedStrings.xml"
FIRST_BYTES, FIRST_TEXTS = 64 << 10, 60  # the headings stand first
_TEXT = re.compile(r"<t[^>]*>([^<]*)</t>")


def first_texts(path: Path) -> list[str]:
    """Return the first texts of a workbook: enough to tell a form's answers, at little cost; raise OSError."""
    try:
        with zipfile.ZipFile(path) as package, package.open(TEXTS) as part:
            return _TEXT.findall(part.read(FIRST_BYTES).decode("utf-8", "replace"))[:FIRST_TEXTS]
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as problem:
        raise OSError(str(problem)) from problem


def read_rows(path: Path) -> Rows:
    """Return the rows of the sheet that holds the answers, else of the first; raise FormNotRead."""
    try:
        sheets = [[[_shown(value) for value in row] for row in rows] for _, rows in read_sheets(path)]
    except ListNotRead:
        raise FormNotRead from None
    return next(filter(is_form, sheets), sheets[0] if sheets else [])


def _shown(value: object) -> str:
    return value if isinstance(value, str) else shown_value(value)
