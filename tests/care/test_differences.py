from tests.care.tables import contents
from wg_excel.care.differences import TableDifference, differences


def difference(a: str, b: str) -> TableDifference:
    (found,) = differences(contents(a), contents(b))
    return found


def test_equal_copies_do_not_differ() -> None:
    copy = contents("""
        tblAppeals
        № | Дата | Суть обращения
        2026-001 | 2026-09-02 | Не открывается журнал
    """)
    assert differences(copy, copy) == ()


def test_rows_of_one_copy_and_changed_cells_are_found_by_number() -> None:
    found = difference(
        """
        tblAppeals
        № | Дата | Суть обращения | Статус
        2026-001 | 2026-09-02 | Не открывается журнал | Новое
        2026-002 | 2026-09-03 | Нет расписания |
        """,
        """
        tblAppeals
        № | Дата | Суть обращения | Статус
        2026-001 | 2026-09-02 | Не открывается журнал | Решено
        2026-003 | 2026-09-04 | Забыт пароль |
        """,
    )
    assert [row.key for row in found.only_a] == ["2026-002"]
    assert [row.key for row in found.only_b] == ["2026-003"]
    (changed,) = found.changed
    assert not changed.clash
    assert changed.cells == (("Статус", "Новое", "Решено"),)


def test_the_order_of_rows_and_columns_and_the_kind_of_a_number_do_not_matter() -> None:
    a = contents("""
        tblMeetings
        № | Дата | Место
        1 | 2026-09-02 | каб. 12
        2 | 2026-11-20 | каб. 12
    """)
    b = contents("""
        tblMeetings
        № | Место | Дата
        2 | каб. 12 | 2026-11-20
        1 | каб. 12 | 2026-09-02
    """)
    assert differences(a, b) == ()


def test_two_things_under_one_number_are_a_clash() -> None:
    found = difference(
        """
        tblAppeals
        № | Дата | Заявитель | Суть обращения
        7 | 2026-09-02 | Ким О. Е. | Не открывается журнал
        8 | 2026-09-03 | Ким О. Е. | Нет расписания 5А
        9 | 2026-09-03 | Ким О. Е. | Нет расписания
        """,
        """
        tblAppeals
        № | Дата | Заявитель | Суть обращения
        7 | 2026-09-02 | Ким О. Е. | Забыт пароль от почты
        8 | 2026-09-04 | Лось И. П. | Нет расписания 5Б
        9 | 2026-09-03 | Ким О. Е. | Нет расписания и уроков за 3 сентября
        """,
    )
    assert [(change.a.key, change.clash) for change in found.changed] == [("7", True), ("8", True), ("9", False)]


def test_rows_without_a_key_are_compared_whole_and_counted() -> None:
    found = difference(
        """
        tblDaysOff
        С | По | Вид дня
        2026-11-04 | | Выходной
        2026-11-04 | | Выходной
        """,
        """
        tblDaysOff
        С | По | Вид дня
        2026-11-04 | | Выходной
        2026-12-31 | | Выходной
        """,
    )
    assert [row.key for row in found.only_a] == ["04.11.2026 · Выходной"]
    assert [row.key for row in found.only_b] == ["31.12.2026 · Выходной"]


def test_a_number_given_twice_in_one_copy_loses_no_row() -> None:
    found = difference(
        """
        tblPlan
        № | Мероприятие
        1 | Семинар
        """,
        """
        tblPlan
        № | Мероприятие
        1 | Семинар
        1 | Опрос родителей
        """,
    )
    assert [row.cells["Мероприятие"] for row in found.only_b] == ["Опрос родителей"]
    assert not found.changed


def test_the_users_own_columns_and_tables_are_compared_too() -> None:
    a = contents("""
        tblPlan
        № | Мероприятие | Смета
        1 | Семинар | 100
    """)
    b = contents("""
        tblPlan
        № | Мероприятие
        1 | Семинар

        Моя
        Что | Сколько
        Бумага | 5
    """)
    plan, own = differences(a, b)
    assert (plan.columns_a, plan.changed[0].cells) == (("Смета",), (("Смета", 100.0, None),))
    assert [row.key for row in own.only_b] == ["Бумага · 5"]
