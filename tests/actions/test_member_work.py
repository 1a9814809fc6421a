import datetime as dt
from pathlib import Path

from wg_excel.actions.member_work import with_appeals
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import append_rows
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.members.members import Member

TODAY = dt.date(2026, 11, 22)
OLD, NEW = dt.date(2026, 5, 5), dt.date(2026, 9, 5)


def test_only_the_persons_own_appeals_of_the_year_and_open_ones_are_read(demo_book: Path) -> None:
    rows = (
        Appeal("Т-1", OLD, executor="Меметова Л. С.", status="Решено"),
        Appeal("Т-2", OLD, executor="Меметова Л. С.", status="В работе"),
        Appeal("Т-3", NEW, executor="Меметова Ленура Сеитовна", status="Решено"),
        Appeal("Т-4", NEW, executor="Жуков Кирилл Денисович", status="Решено"),
        Appeal("Т-5", NEW, status="Новое"),
    )
    with changing(demo_book) as book:
        append_rows(book, Appeal, [cells_of(one) for one in rows])
        group = with_appeals(book, read_group(book, (Member,)), {"Меметова Ленура Сеитовна"}, TODAY)
    assert [one.number for one in group[Appeal] if one.number.startswith("Т")] == ["Т-2", "Т-3"]
