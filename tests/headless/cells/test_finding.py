from pathlib import Path

import pytest
import xlwings as xw

from wg_excel.headless import engine, open_book, save_copy

ROWS = [[f"2026-{n:03}", float(n), f"текст {n % 5}"] for n in range(1, 41)]


@pytest.fixture
def sheet(tmp_path: Path) -> xw.Sheet:
    """Give a sheet as it comes out of a file: its rows stand as text."""
    book = engine.apps.add(add_book=True).books[0]
    book.sheets[0]["A1:C40"].value = ROWS
    book.sheets[0]["E1"].formula = '="2026-"&"900"'
    save_copy(book, tmp_path / "строки.xlsx")
    return open_book(tmp_path / "строки.xlsx").sheets[0]


def places(sheet: xw.Sheet, text: str, where: str = "A1:E60") -> str | None:
    found = sheet[where].find(text, whole=True, match_case=True)
    return found.get_address(False, False) if isinstance(found, xw.Range) else None


def test_a_whole_text_is_found_in_its_row_and_a_missing_one_nowhere(sheet: xw.Sheet) -> None:
    assert places(sheet, "2026-007") == "A7"
    assert places(sheet, "2026-007", "A8:A40") is None
    assert places(sheet, "2026-07") is None
    assert places(sheet, "текст 4") == "C4"


def test_numbers_are_found_by_what_they_show(sheet: xw.Sheet) -> None:
    assert places(sheet, "7") == "B7"


def test_results_of_formulas_are_found(sheet: xw.Sheet) -> None:
    assert places(sheet, "2026-900") == "E1"


def test_what_was_written_since_the_last_search_is_found(sheet: xw.Sheet) -> None:
    assert places(sheet, "2026-777") is None
    sheet["A50"].value = "2026-777"
    assert places(sheet, "2026-777") == "A50"
    sheet["E3"].formula = '="2026-"&"778"'
    assert places(sheet, "2026-778") == "E3"
    sheet["E4"].value = "2026-779"
    sheet["E4"].characters[0:1].font.bold = True
    assert places(sheet, "2026-779") == "E4"
    sheet["D4"].value, sheet["E4"].value = "другое", None
    sheet["E4"].value = "2026-779"
    assert places(sheet, "2026-779") == "E4"


def test_what_was_moved_or_deleted_is_found_where_it_stands_now(sheet: xw.Sheet) -> None:
    assert places(sheet, "2026-040") == "A40"
    sheet["1:10"].delete("up")
    assert (places(sheet, "2026-040"), places(sheet, "2026-005")) == ("A30", None)
    sheet["A1:C30"].sort(2)
    sheet["A30"].value = None
    assert places(sheet, "2026-040") is None


def test_repeated_texts_and_those_with_runs_are_found(sheet: xw.Sheet, tmp_path: Path) -> None:
    strings = sheet.book.api.strings
    item = next(one for one in strings.part.xml if "".join(one.itertext()) == "2026-007")
    item[0].tag = item[0].tag.replace("}t", "}r")
    item[0].append(item[0].makeelement(item.tag.replace("}si", "}t"), {}))
    item[0][0].text, item[0].text = "2026-007", None
    save_copy(sheet.book, tmp_path / "с отрезками.xlsx")
    again = open_book(tmp_path / "с отрезками.xlsx").sheets[0]
    assert places(again, "2026-007") == "A7"
