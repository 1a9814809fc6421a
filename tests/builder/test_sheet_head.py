import openpyxl
import pytest

from wg_excel.builder.sheet_head import clause_words, is_asked
from wg_excel.button_list import BUTTONS
from wg_excel.domain.findings import FindingLine
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import SettingLine
from wg_excel.vba.package import Package


@pytest.mark.parametrize(("clause", "words"), [("B 6.4", "Положение, п. 6.4"), ("A IV.3.3", "Регламент, п. IV.3.3")])
def test_a_clause_is_named_in_words(clause: str, words: str) -> None:
    assert clause_words(clause) == words


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_sheet_says_its_name_what_to_do_and_by_which_clause(
    workbook: openpyxl.Workbook, record: type[Record]
) -> None:
    texts = [str(cell.value) for row in workbook[record.table.sheet].iter_rows(max_row=3) for cell in row if cell.value]
    assert texts[0] == record.table.sheet
    assert record.table.hint in texts
    assert not record.table.clause or any(text.startswith(clause_words(record.table.clause)) for text in texts)


def test_only_columns_that_the_user_fills_are_asked_for() -> None:
    assert [is_asked(Meeting.table, Meeting.table.column(name)) for name in ("number", "place")] == [True, False]
    assert not any(is_asked(FindingLine.table, column) for column in FindingLine.table.columns)
    assert not any(is_asked(SettingLine.table, column) for column in SettingLine.table.columns)


def test_each_sheet_shows_the_buttons_of_the_list_with_a_text_for_screen_readers(package: Package) -> None:
    drawings = b"".join(part for name, part in package.parts.items() if name.endswith(".vml")).decode()
    for button in BUTTONS:
        assert drawings.count(f"[0]!{button.macro}<") == len(button.sheets), button.caption
        assert drawings.count(f'alt="{button.screentip}"') == len(button.sheets), button.caption
