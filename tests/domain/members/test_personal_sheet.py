import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.members.personal_sheet import NoSuchMember, PersonalSheet, personal_sheet

GROUP = """
    Члены группы
    ФИО                     Роль                     В составе с  Направление             Ознакомлен с положением
    Даценко Иван Андреевич  Руководитель             2026-01-12
    Белова Анна Игоревна    Секретарь                2026-01-12   Нормативные документы   2026-01-13
    Громов Олег Юрьевич     Системный администратор  2026-01-12   Техническая поддержка

    План
    №  Мероприятие        Направление             Ответственный         Срок        Статус      Дата выполнения
    1  Анализ документов  Нормативные документы   Даценко И. А.         2026-10-30  Выполнено   2026-10-28
    2  Чужое              Техническая поддержка   Громов Олег Юрьевич   2026-12-30  В работе
    3  Давно сделано      Нормативные документы   Белова Анна Игоревна  2026-03-01  Выполнено   2026-03-01

    Поручения
    №  Поручение  Исполнитель           Срок        Статус
    1  Сверка     Белова А. И.          2026-11-01  В работе
    2  Справка    Белова Анна Игоревна  2026-12-01  Выдано

    Обращения
    №         Дата        Исполнитель           Статус    Дата решения  Принятые меры
    2026-001  2026-10-01  Белова Анна Игоревна  Решено    2026-10-02    Показано
    2026-002  2026-10-01  Громов Олег Юрьевич   В работе

    Заседания
    №  Дата        Статус
    1  2026-05-14  Проведено
    2  2026-10-15  Проведено
    3  2026-11-12  Проведено

    Явка
    Заседание  Член группы           Явка           Причина
    1          Белова Анна Игоревна  Присутствовал
    2          Белова А. И.          Отсутствовал   болезнь

    Доступы
    Дата        ФИО                   Категория    Ответственность подписана
    2026-01-14  Белова Анна Игоревна  Член группы  2026-01-14
"""


@pytest.fixture
def sheet() -> PersonalSheet:
    return personal_sheet(group_of(GROUP), "Белова А. И.", dt.date(2026, 11, 22))


def test_the_plan_holds_the_direction_and_this_years_work_only(sheet: PersonalSheet) -> None:
    assert [(one.text, one.state) for one in sheet.plan] == [("Анализ документов", "выполнено 28.10.2026")]


def test_assignments_tell_what_is_late(sheet: PersonalSheet) -> None:
    assert [(one.text, one.state) for one in sheet.assignments] == [("Сверка", "просрочено"), ("Справка", "в работе")]
    assert sheet.overdue == 1


def test_attendance_counts_the_years_meetings_one_was_bound_to(sheet: PersonalSheet) -> None:
    assert [f"{one.number} {one.presence}" for one in sheet.meetings] == [
        "2 отсутствовал (болезнь)",
        "3 явка не отмечена",
    ]
    assert sheet.attended == "На заседаниях: 0 из 2."


def test_appeals_are_counted_by_their_state(sheet: PersonalSheet) -> None:
    assert sheet.appeals == "1 обращение: решено – 1, в работе – 0, с опозданием – 0."


def test_duties_are_those_of_the_role_and_of_every_member(sheet: PersonalSheet) -> None:
    assert [duty.clause for duty in sheet.duties] == ["B 6.3", "B 6.4", "B 4.2", "B 4.2"]


def test_signatures_are_told(sheet: PersonalSheet) -> None:
    assert (sheet.acquainted, sheet.access) == (
        "13.01.2026",
        "данные доступа выданы 14.01.2026, ответственность подписана 14.01.2026",
    )


def test_a_name_that_is_nobodys_is_refused() -> None:
    with pytest.raises(NoSuchMember, match="впишите имя полностью"):
        personal_sheet(group_of(GROUP), "Никто Иван Иванович", dt.date(2026, 11, 22))
