import datetime as dt
from dataclasses import replace

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.members.composition_orders import OrderDraft, draft_order, drafted_as
from wg_excel.domain.members.members import Member

DAY = dt.date(2026, 11, 22)
SIGNED = "№ 154-од от 12.01.2026"
FIRST, LATER = dt.date(2026, 1, 12), dt.date(2026, 12, 1)
HEAD = Member("1", "Даценко Иван Андреевич", "директор", "Руководитель", since=FIRST, inclusion_order=SIGNED, row=6)
SECRETARY = Member("2", "Белова Анна Игоревна", "секретарь", "Секретарь", since=FIRST, inclusion_order=SIGNED, row=7)
RUDAKOV = Member("3", "Рудаков Степан Ефимович", "учитель истории", "Член группы", row=8)
ROWS = {
    "new": Member("5", "Бойко Мария Степановна", "старший методист", "Член группы", since=LATER, row=9),
    "gone": replace(RUDAKOV, since=FIRST, inclusion_order=SIGNED, until=dt.date(2026, 11, 24)),
    "again": replace(RUDAKOV, since=LATER, row=10),
    "left": replace(
        RUDAKOV, since=FIRST, inclusion_order=SIGNED, until=dt.date(2026, 5, 31), exclusion_order="№ 98 от 28.05.2026"
    ),
    "site": replace(RUDAKOV, role="Секретарь", second_role="Администратор сайта", since=dt.date(2026, 11, 25), row=11),
}


def draft(*names: str) -> OrderDraft:
    empty = group_of("")
    members = (HEAD, SECRETARY, *(ROWS[name] for name in names))
    return draft_order(replace(empty, records={Member: members}), DAY)


def parts(*names: str) -> tuple[str, ...]:
    return draft(*names).points[0].parts


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ("new",),
            (
                "Включить в состав рабочей группы с 1 декабря 2026 г. Бойко Марию Степановну, старшего методиста, "
                "в качестве члена рабочей группы."
            ),
        ),
        (
            ("gone",),
            "Вывести из состава рабочей группы с 25 ноября 2026 г. Рудакова Степана Ефимовича, учителя истории.",
        ),
        (
            ("left", "again"),
            (
                "Включить вновь в состав рабочей группы с 1 декабря 2026 г. Рудакова Степана Ефимовича, "
                "учителя истории, в качестве члена рабочей группы."
            ),
        ),
        (
            ("gone", "site"),
            (
                "Возложить с 25 ноября 2026 г. на Рудакова Степана Ефимовича, учителя истории, обязанности "
                "секретаря рабочей группы и администратора сайта вместо обязанностей члена рабочей группы."
            ),
        ),
    ],
)
def test_each_change_without_an_order_is_a_point_with_the_name_declined(rows: tuple[str, ...], said: str) -> None:
    assert parts(*rows) == (said,)


def test_who_leaves_and_comes_back_later_is_excluded_and_included_anew() -> None:
    assert [part.partition(" рабочей")[0] for part in parts("gone", "again")] == [
        "Вывести из состава",
        "Включить вновь в состав",
    ]


def test_the_order_on_changes_names_the_order_that_it_changes_and_ends_with_control() -> None:
    made = draft("new", "gone")
    assert made.title == "О внесении изменений в состав рабочей группы по ведению электронного журнала"
    assert "утверждённый приказом от 12.01.2026 № 154-од," in made.points[0].text
    assert made.points[1].text.startswith("Секретарю рабочей группы Беловой А. И. ознакомить")
    assert made.points[-1].text == "Контроль за исполнением настоящего приказа оставляю за собой."
    assert made.acquainted == ("Бойко М. С.", "Рудаков С. Е.")
    assert [name for _, name in made.cells] == ["inclusion_order", "exclusion_order"]


def test_where_nothing_waits_the_order_is_on_the_whole_composition() -> None:
    made = draft("left")
    assert made.title == "О составе рабочей группы по ведению электронного журнала"
    assert [(one.fio, one.role) for one in made.annex] == [
        ("Даценко Иван Андреевич", "руководитель"),
        ("Белова Анна Игоревна", "секретарь"),
    ]
    assert made.cells == ()


def test_a_group_that_has_no_order_yet_gets_one_on_its_first_day() -> None:
    made = draft_order(
        group_of("""
            Члены группы
            ФИО                     Роль          В составе с  Приказ о включении
            Даценко Иван Андреевич  Руководитель  2026-12-01
            Белова Анна Игоревна    Член группы   2026-12-01
        """),
        DAY,
    )
    assert made.title.startswith("О составе")
    assert len(made.annex) == len(made.cells) == 2


DRAFTED = """
    Члены группы
    ФИО                     Роль          В составе с  Приказ о включении         В составе по  Приказ об исключении
    Даценко Иван Андреевич  Руководитель  2026-01-12   № 154-од от 12.01.2026
    Белова Анна Игоревна    Член группы   2026-01-12   проект, документ № 11      2026-11-30    проект, документ № 12
"""
DOCUMENTS = """
    Документы
    №   Вид     Наименование  Номер    Дата
    11  Приказ  О составе     № 15-од  2026-11-23
    12  Приказ  О изменениях
"""


def test_what_waits_for_an_unsigned_order_is_drafted_under_its_number_again() -> None:
    group = group_of(DRAFTED.replace("проект, документ № 11", "№ 15-од от 23.11.2026") + DOCUMENTS)
    assert drafted_as(group, draft_order(group, DAY)) == "12"
