import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.theme_deeds import discuss_themes, teach_themes, theme_lines
from wg_excel.domain.appeals.theme_lines import ThemeLine
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import INDICATORS
from wg_excel.domain.monitoring.monitoring import Row
from wg_excel.domain.monitoring.remarks import Remark
from wg_excel.domain.work.training import Training

DAY = dt.date(2026, 9, 15)
APPEALS = """
    Обращения
    №         Дата        Заявитель               Категория  Вид помощи    Тема                     Статус
    2026-001  2026-09-10  Соколова Вера Павловна  Педагог    Методическая  Темы и домашние задания  Решено
    2026-002  2026-09-11  Петров Пётр Петрович    Родитель   Техническая   Пропуски                 Новое
    """


def remarks(*teachers: str) -> list[Remark]:
    return [Remark(Row(one, "5А", "Математика", Counts()), INDICATORS[0], "") for one in teachers]


def themes(more: str = "", *teachers: str) -> tuple[Group, tuple[ThemeLine, ...]]:
    group = group_of(APPEALS + more)
    return group, theme_lines(group, remarks(*teachers), DAY)


def test_an_appeal_and_remarks_about_the_same_thing_are_put_together() -> None:
    _, (line,) = themes("", "Соколова Вера Павловна", "Ким Олег Юрьевич", "Ким Олег Юрьевич")
    assert (line.theme, line.appeals, line.remarks, line.teachers, line.people) == (
        "Темы и домашние задания",
        1,
        3,
        2,
        2,
    )
    assert (line.proposal, line.category) == ("В обучение", "Педагог")


def test_two_who_asked_or_have_remarks_are_no_theme() -> None:
    assert themes("", "Ким Олег Юрьевич")[1] == ()


def test_an_accepted_theme_becomes_a_training_for_all_and_the_sheet_says_so() -> None:
    group, lines = themes("", "Соколова Вера Павловна", "Ким Олег Юрьевич")
    done = teach_themes(group, lines, DAY)
    (training,) = [one for one in done.added if isinstance(one, Training)]
    assert (training.theme, training.category, training.listeners) == ("Темы и домашние задания", "Педагог", 2)
    assert [one.row.accepted for one in done.changed if isinstance(one.row, ThemeLine)] == ["обучение № 1, 22.09.2026"]


def test_an_accepted_theme_is_known_again_when_the_sheet_is_built_anew() -> None:
    group, lines = themes("", "Соколова Вера Павловна", "Ким Олег Юрьевич")
    (item,) = [one for one in discuss_themes(group, lines, DAY).added if isinstance(one, AgendaItem)]
    assert item.basis == "Тема «Темы и домашние задания», 01.07.2026 – 30.09.2026"
    again = f"""
    Повестка
    Заседание  Вопрос №  Основание
    7          2         {item.basis}
    """
    group, lines = themes(again, "Соколова Вера Павловна", "Ким Олег Юрьевич")
    assert [line.accepted for line in lines] == ["вопрос 2 заседания № 7"]
    done = teach_themes(group, lines, DAY)
    assert done.added == ()
    assert done.told == "Тема «Темы и домашние задания» уже принята: вопрос 2 заседания № 7."
