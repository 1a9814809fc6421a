import datetime as dt
from pathlib import Path

import pytest
import xlwings as xw

from wg_excel import buttons
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.rollback import all_or_nothing
from wg_excel.book.tables import read_cells
from wg_excel.domain.appeals.appeal_figures import appeal_figures
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.appeals.new_appeals import Draft
from wg_excel.domain.periods import Period
from wg_excel.domain.schema import Record

NEXT_YEAR = dt.date(2027, 1, 15)
YEAR = Period(dt.date(2026, 9, 1), dt.date(2026, 12, 31))
Rows = list[dict[str, object]]


def rows(book: xw.Book, record: type[Record]) -> Rows:
    cells = read_cells(book, record)
    return sorted((dict(zip(cells.titles, row, strict=True)) for row in cells.rows if row[0]), key=str)


def states(found: Rows) -> set[object]:
    return {row["Статус"] for row in found}


def figures(book: xw.Book) -> list[tuple[str, object]]:
    return [(figure.id, figure.value) for figure in appeal_figures(read_group(book), YEAR, NEXT_YEAR)]


def test_closed_appeals_of_past_years_are_moved_and_still_counted(demo_book: Path) -> None:
    with changing(demo_book) as book:
        before, counted = rows(book, Appeal), figures(book)
        done = buttons.archive_appeals(book, today=NEXT_YEAR)
        journal, archive = rows(book, Appeal), rows(book, ArchivedAppeal)
        assert sorted(journal + archive, key=str) == before
        assert states(archive) == {"Решено", "Отклонено"}
        assert not states(journal) & {"Решено", "Отклонено"}
        assert figures(book) == counted
        assert done.told == (
            f"Перенесено в архив: {len(archive)} обращений (2026). "
            f"Теперь в журнале {len(journal)}, в архиве {len(archive)}."
        )


def test_pressed_twice_moves_once_and_this_year_stays(demo_book: Path) -> None:
    with changing(demo_book) as book:
        assert buttons.archive_appeals(book, today=dt.date(2026, 11, 22)).moved == 0
        buttons.archive_appeals(book, today=NEXT_YEAR)
        archive = rows(book, ArchivedAppeal)
        again = buttons.archive_appeals(book, today=NEXT_YEAR)
        assert (again.moved, rows(book, ArchivedAppeal)) == (0, archive)
        assert again.told == "Закрытых обращений прошлых лет в журнале нет: переносить нечего."


def test_the_archive_comes_back_whole(demo_book: Path) -> None:
    with changing(demo_book) as book:
        before = rows(book, Appeal)
        moved = buttons.archive_appeals(book, today=NEXT_YEAR).moved
        assert buttons.restore_appeals(book, today=NEXT_YEAR).moved == moved
        assert rows(book, Appeal) == before
        assert rows(book, ArchivedAppeal) == []
        assert buttons.restore_appeals(book, 2026, today=NEXT_YEAR).moved == 0


def test_the_users_columns_formats_notes_and_formulas_go_along_and_come_back(demo_book: Path) -> None:
    with changing(demo_book) as book:
        sheet, table = book.sheets["Обращения"], book.sheets["Обращения"].tables["tblAppeals"]
        width, top, bottom = table.range.columns.count, table.range.row, table.range.last_cell.row
        sheet.range((top, width + 1)).value = ["Кабинет", "Через год"]
        table.resize(sheet.range((top, 1), (bottom, width + 2)))
        sheet.range((top + 2, width + 1)).value = "каб. 12"
        sheet.range((top + 2, width + 2)).formula = "=tblAppeals[[#This Row],[Дата]]+365"
        sheet.range((top + 2, 3)).color = (255, 0, 0)
        sheet.range((top + 2, 3)).add_note("перезвонить")
        number = sheet.range((top + 2, 1)).value
        buttons.archive_appeals(book, today=NEXT_YEAR)
        there = place(book, ArchivedAppeal, number)
        assert there["Кабинет"].value == "каб. 12"
        assert "tblAppealArchive[[#This Row],[Дата]]+365" in there["Через год"].formula
        assert (there["Заявитель"].color, note(there["Заявитель"])) == ((255, 0, 0), "перезвонить")
        buttons.restore_appeals(book, today=NEXT_YEAR)
        back = place(book, Appeal, number)
        assert back["Кабинет"].value == "каб. 12"
        assert "tblAppeals[[#This Row],[Дата]]+365" in back["Через год"].formula
        assert (back["Заявитель"].color, note(back["Заявитель"])) == ((255, 0, 0), "перезвонить")


def fail_after_archiving(book: xw.Book) -> None:
    buttons.archive_appeals(book, today=NEXT_YEAR)
    raise RuntimeError


def note(cell: xw.Range) -> str:
    assert cell.note
    return str(cell.note.text)


def place(book: xw.Book, record: type[Record], number: object) -> dict[str, xw.Range]:
    cells = read_cells(book, record)
    row = next(n for n, line in enumerate(cells.rows, cells.first_row) if line[0] == number)
    return {title: book.sheets[cells.sheet].range((row, cells.left + n)) for n, title in enumerate(cells.titles)}


def test_numbers_of_archived_appeals_are_never_given_again(demo_book: Path) -> None:
    with changing(demo_book) as book:
        buttons.archive_appeals(book, today=NEXT_YEAR)
        late = Draft("Соколова Вера Павловна", essence="Письмо прошлого года", date=dt.date(2026, 12, 30))
        assert buttons.add_appeal(book, late, today=NEXT_YEAR).appeal.number == "2026-061"
        assert buttons.add_appeal(book, Draft("Орлов", essence="Новое"), today=NEXT_YEAR).appeal.number == "2027-001"


def test_a_number_that_stands_in_both_tables_stays_where_it_is(demo_book: Path) -> None:
    with changing(demo_book) as book:
        buttons.archive_appeals(book, today=NEXT_YEAR)
        twice = rows(book, ArchivedAppeal)[0]["№"]
        last = read_cells(book, Appeal)
        book.sheets["Обращения"].range((last.first_row, 1)).value = twice
        book.sheets["Обращения"].range((last.first_row, 12)).value = "Решено"
        done = buttons.archive_appeals(book, today=NEXT_YEAR)
        assert (done.moved, done.in_both) == (0, (twice,))
        assert twice in {row["№"] for row in rows(book, Appeal)}


def test_a_press_that_fails_half_way_puts_everything_back(demo_book: Path) -> None:
    with changing(demo_book) as book:
        before = read_cells(book, Appeal), read_cells(book, ArchivedAppeal)
        with pytest.raises(RuntimeError), all_or_nothing():
            fail_after_archiving(book)
        assert (read_cells(book, Appeal), read_cells(book, ArchivedAppeal)) == before


def test_a_reference_to_an_archived_appeal_holds(demo_book: Path) -> None:
    with changing(demo_book) as book:
        buttons.archive_appeals(book, today=NEXT_YEAR)
    with reading(demo_book) as book:
        group = read_group(book)
        assert {group.index.find("tblAppeals", one.number) for one in group.appeals} == {
            one.number for one in group.appeals
        }
