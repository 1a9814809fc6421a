from pathlib import Path

from wg_excel.headless import engine, open_book

LONG = "Слова, которые не помещаются в одну строку ячейки, потому что их много"


def test_a_row_is_as_high_as_its_longest_wrapped_text_and_hidden_columns_ask_for_no_room(tmp_path: Path) -> None:
    book = engine.apps.add(add_book=False).books.add()
    sheet = book.sheets[0]
    for row in (1, 2):
        sheet.range((row, row)).value = LONG
        sheet.range((row, row)).wrap_text = True
    sheet.range("B:B").column_width = 0
    sheet.range("1:2").rows.autofit()
    usual = sheet.range("A3").row_height or 0
    assert (sheet.range("A1").row_height or 0) > 2 * usual
    assert sheet.range("A2").row_height == usual
    book.save(tmp_path / "книга.xlsx")
    assert open_book(tmp_path / "книга.xlsx").sheets[0].range("A2").row_height == usual
