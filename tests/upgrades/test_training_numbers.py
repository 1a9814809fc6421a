from pathlib import Path

from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, write_cells
from wg_excel.domain.work.training import Training
from wg_excel.upgrades.training_numbers import number_trainings


def test_trainings_without_a_number_get_the_next_ones_once(demo_book: Path) -> None:
    with changing(demo_book) as book:
        first = read_cells(book, Training).first_row
        write_cells(book, Training, {(first + 1, "number"): None, (first + 2, "number"): None})
        said = list(number_trainings(book, book))
        numbers = [row[0] for row in read_cells(book, Training).rows]
        again = list(number_trainings(book, book))
    assert said == ["На листе «Обучение» пронумеровано строк: 2."]
    assert numbers == ["1", "9", "10", "4", "5", "6", "7", "8"]
    assert again == []
