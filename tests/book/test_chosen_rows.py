from pathlib import Path

import pytest
import xlwings as xw

from wg_excel.book.chosen_rows import MOST, Chosen, NoRowChosen, TooManyRows, selected
from wg_excel.book.opened import reading
from wg_excel.domain.appeals.appeals import Appeal

SHEETS = ("Обращения", "Мониторинг")


def chosen(path: Path, sheet: str, address: str, hidden: str = "") -> Chosen:
    with reading(path) as book:
        book.sheets[sheet].activate()
        if hidden:
            book.sheets[sheet].range(hidden).rows.hidden = True
        book.sheets[sheet].range(address).select()
        return selected(book, SHEETS)


def test_the_rows_of_the_selected_cells_are_meant(demo_book: Path) -> None:
    assert chosen(demo_book, "Обращения", "C7") == Chosen("Обращения", frozenset({7}))
    assert chosen(demo_book, "Мониторинг", "B7:D9") == Chosen("Мониторинг", frozenset({7, 8, 9}))
    assert chosen(demo_book, "Обращения", "7:8") == Chosen("Обращения", frozenset({7, 8}))


def test_rows_that_a_filter_hides_are_not_meant(demo_book: Path) -> None:
    assert chosen(demo_book, "Обращения", "A7:A9", hidden="8:8").rows == {7, 9}


def test_several_areas_count_together(demo_book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xw.Range, "address", "$A$7:$B$8,$A$12")
    with reading(demo_book) as book:
        book.sheets["Обращения"].activate()
        assert selected(book, SHEETS).rows == {7, 8, 12}


def test_another_sheet_is_refused_with_where_to_select(demo_book: Path) -> None:
    with pytest.raises(NoRowChosen, match="на одном из листов «Обращения», «Мониторинг»"):
        chosen(demo_book, "План", "A7")


def test_a_whole_table_is_a_slip(demo_book: Path) -> None:
    with pytest.raises(TooManyRows, match=f"не больше {MOST}"):
        chosen(demo_book, "Обращения", "A6:A500")


def test_a_selection_beside_the_rows_names_none() -> None:
    with pytest.raises(NoRowChosen, match="на листе «Обращения»"):
        Chosen("Обращения", frozenset({3})).of([Appeal("2026-001", row=6)])
