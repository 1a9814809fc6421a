import datetime as dt

from tests.domain.conftest import Check, Find, group_of
from wg_excel.domain.group import Group
from wg_excel.domain.rules.checking import MODULES, all_rules, check


def test_the_heaviest_findings_come_first_then_sheets_and_rows(find: Find) -> None:
    found = find(
        """
        Поручения
        №  Исполнитель   Срок        Статус
        1  Белова А. И.  2026-10-13  В работе
        2  Белова А. И.  2026-12-01  Выполнено

        Обращения
        №  Дата        Статус    Суть обращения
        1  2026-10-05  Новое     Нет отчёта
        2  2026-10-13  В работе  Нет доступа
        """,
        today="2026-10-14",
    )
    assert [(one.weight.code, one.rule) for one in found] == [
        ("error", "APP-4"),
        ("error", "ASG-2"),
        ("warning", "APP-10"),
        ("warning", "ASG-4"),
    ]


def test_findings_of_reading_are_among_them(check: Check) -> None:
    text = """
        Поручения
        №  Исполнитель   Срок        Статус
        1  Белова А. И.  31.02.2026  В работе
        """
    assert check(text, "2026-10-14") == ["FLD-DATE 1 Срок"]


def test_checking_twice_finds_the_same() -> None:
    group = group_of("")
    day = dt.date(2026, 7, 1)
    assert check(group, day) == check(group, day)


def test_an_empty_workbook_is_checked() -> None:
    rules = {one.rule for one in check(Group({}), dt.date(2026, 7, 1))}
    assert rules == {"MEM-1", "RDY-1", "SET-1"}


def test_the_rules_stand_in_the_order_of_their_modules_whichever_was_imported_first() -> None:
    modules = ((rule.find or type(rule.examples[0])).__module__ for rule in all_rules())
    places = [MODULES.index(module.rpartition(".")[2]) for module in modules]
    assert places == sorted(places)
