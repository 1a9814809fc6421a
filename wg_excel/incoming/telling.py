"""Tell which files ask for help, by their ending and their first bytes alone: the others are for their own reader."""

import re
import zipfile
from pathlib import Path

from wg_excel.exports.refusals import Refusal
from wg_excel.exports.zip_faults import ZIP_FAULTS
from wg_excel.incoming.forms import HEADINGS_WITHIN, Rows, is_form, text_rows

LETTERS, TEXTS, BOOKS = frozenset({".eml", ".msg"}), frozenset({".csv", ".tsv", ".txt"}), frozenset({".xlsx"})
LARGEST = 30  # megabytes: what mail services let through
SHARED_TEXTS = "xl/sharedStrings.xml"
FIRST_BYTES, FIRST_TEXTS = 64 << 10, 60  # the headings stand first
_TEXT = re.compile(r"<t[^>]*>([^<]*)</t>")


def is_incoming(path: Path) -> bool:
    """Tell whether a file is a letter or the answers of a form; others may be exports of «ЭлЖур»."""
    ending = path.suffix.lower()
    if ending in LETTERS:
        return True
    if ending not in TEXTS | BOOKS or not path.is_file() or path.stat().st_size > LARGEST << 20:
        return False
    try:
        return is_form([_first_texts(path)] if ending in BOOKS else _first_rows(path))
    except (*ZIP_FAULTS, Refusal):
        return False


def _first_texts(path: Path) -> list[str]:
    """Return the first texts of a workbook; raise ZIP_FAULTS."""
    with zipfile.ZipFile(path) as package, package.open(SHARED_TEXTS) as part:
        return _TEXT.findall(part.read(FIRST_BYTES).decode("utf-8", "replace"))[:FIRST_TEXTS]


def _first_rows(path: Path) -> Rows:
    """Return the first rows of a text; raise OSError or Refusal."""
    with path.open("rb") as file:
        data = file.read(FIRST_BYTES)
    return text_rows(data[: data.rfind(b"\n") + 1] or data)[:HEADINGS_WITHIN]  # no letter is cut in two
