from pathlib import Path

from tools.sheets_reference import indicators_page, sheets_page
from wg_excel.domain.records import RECORDS

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_sheets_is_current() -> None:
    """What fails here is renewed by python tools/sheets_reference.py."""
    assert (DOCS / "sheets.md").read_text(encoding="utf-8") == sheets_page()


def test_the_page_of_indicators_is_current() -> None:
    assert (DOCS / "indicators.md").read_text(encoding="utf-8") == indicators_page()


def test_every_column_of_every_table_is_described() -> None:
    page = sheets_page()
    for record in RECORDS:
        for column in record.table.columns:
            assert f"| {column.title} |" in page
