from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from tests.care.tables import contents
from wg_excel.care.content import Contents, TableContent
from wg_excel.care.failures import UnknownRow
from wg_excel.care.merging import Merge, TableMerge, plan_merge
from wg_excel.care.preference import Preference

A = """
    tblAppeals
    № | Суть обращения | Статус
    1 | Не открывается журнал | Новое
    2 | Нет расписания |
"""
B = """
    tblAppeals
    № | Суть обращения | Статус
    1 | Не открывается журнал | Решено
    2 | Забыт пароль от дневника | Новое
    5 | Нужен отчёт по классу | Новое
"""


def merged(a: str, b: str, *choices: str) -> Merge:
    return plan_merge(contents(a), contents(b), Preference.read(choices))


def test_rows_of_the_copy_are_added_and_differing_ones_kept() -> None:
    found = merged(A, B)
    (table,) = found.tables
    assert [(row.cells["№"], row.cells["Суть обращения"]) for row in table.appended] == [
        (3.0, "Забыт пароль от дневника"),
        (5.0, "Нужен отчёт по классу"),
    ]
    assert [change.a.key for change in table.kept] == ["1"]
    assert table.replaced == ()
    assert [(old, new) for _, old, new in found.renumbered] == [("2", "3")]


def test_a_preferred_row_is_replaced_by_the_copys() -> None:
    (table,) = merged(A, B, "b:Обращения:1").tables
    assert [(change.a.place, change.b.cells["Статус"]) for change in table.replaced] == [(0, "Решено")]
    assert table.kept == ()


def test_preferring_the_copy_never_drops_another_thing_of_the_same_number() -> None:
    (table,) = merged(A, B, "b").tables
    assert "Забыт пароль от дневника" in {row.cells["Суть обращения"] for row in table.appended}
    assert [change.a.key for change in table.replaced] == ["1"]


def test_what_buttons_and_the_program_make_is_not_merged_but_the_history_is() -> None:
    found = merged(
        """
        tblFindings
        Замечание
        Нет темы

        facts_lessons
        day
        20260901

        lstRoles
        Роль
        Руководитель

        tblHistory
        Действие
        Проверить
        """,
        """
        tblFindings
        Замечание
        Нет оценки

        facts_lessons
        day
        20260902

        lstRoles
        Роль
        Начальник

        tblHistory
        Действие
        Сводка
        """,
    )
    assert [table.name for table in found.tables] == ["tblHistory"]


def test_a_column_of_one_copy_alone_loses_nothing_whatever_is_preferred() -> None:
    a, b = (
        f"tblPlan\n№ | Мероприятие | Статус | {title}\n1 | Семинар | {state} | {value}"
        for title, state, value in (("Смета", "В работе", "100"), ("Кабинет", "Выполнено", "12"))
    )
    for choices, part in (((), "kept"), (("b",), "replaced")):
        (table,) = merged(a, b, *choices).tables
        assert [cell.title for change in getattr(table, part) for cell in change.cells] == ["Статус"]
        assert [(cell.title, cell.b) for change in table.filled for cell in change.cells] == [("Кабинет", 12.0)]


def test_a_column_of_one_copy_alone_does_not_double_rows_without_a_key() -> None:
    a = "tblDaysOff\nС | Вид дня | Моё\n2026-11-04 | Выходной | заметка"
    b = "tblDaysOff\nС | Вид дня | Её\n2026-11-04 | Выходной | пометка"
    (table,) = merged(a, b).tables
    assert table.appended == ()
    assert [(change.a.place, cell.title, cell.b) for change in table.filled for cell in change.cells] == [
        (0, "Её", "пометка")
    ]


def test_a_preferred_row_that_the_copy_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownRow, match="Строки «77» на листе «Обращения» в копии нет"):
        merged(A, B, "b:Обращения:77")


def test_what_only_a_person_can_carry_over_is_named() -> None:
    found = plan_merge(
        contents("tblPlan\n№\n1", "План"), contents("Моя\nЧто\nБумага", "План", "Моя", "Протокол № 4"), Preference()
    )
    assert (found.tables_left, found.sheets_left) == (("Моя",), ("Протокол № 4",))


STORIES = ("Семинар для педагогов", "Опрос родителей", "Проверка журналов", "Проверка журналов 5 классов", "")
PLANS = st.dictionaries(
    st.integers(1, 5).map(float), st.tuples(st.sampled_from(STORIES), st.sampled_from(("Выполнено", "В работе")))
).map(
    lambda rows: Contents(
        (TableContent("tblPlan", "План", ("№", "Мероприятие", "Статус"), tuple((n, *row) for n, row in rows.items())),)
    )
)


@given(PLANS, PLANS, st.sampled_from([(), ("b",)]))
def test_whatever_two_copies_hold_no_row_is_lost_and_no_number_given_twice(
    a: Contents, b: Contents, choices: tuple[str, ...]
) -> None:
    done = plan_merge(a, b, Preference.read(choices))
    table = done.tables[0] if done.tables else TableMerge("tblPlan", "План")
    mine, theirs = ([tuple(row) for row in each.tables[0].rows] for each in (a, b))
    added = [tuple(row.cells.values()) for row in table.appended]
    told = [tuple(change.b.cells.values()) for change in (*table.kept, *table.replaced)]
    met = Counter(row[1:] for row in (*mine, *added, *told))
    assert all(met[row[1:]] for row in theirs)
    numbers = [row[0] for row in (*mine, *added)]
    assert len(numbers) == len(set(numbers))


@given(PLANS, PLANS)
def test_a_merge_done_again_adds_nothing(a: Contents, b: Contents) -> None:
    added = [tuple(row.cells.values()) for table in plan_merge(a, b, Preference()).tables for row in table.appended]
    plan = a.tables[0]
    after = Contents((replace(plan, rows=(*plan.rows, *added)),))
    assert plan_merge(after, b, Preference()).count("appended") == 0
