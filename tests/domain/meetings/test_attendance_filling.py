import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.meetings.attendance_filling import MeetingAhead, missing_lines

TABLES = """
    Заседания
    №  Дата        Статус
    1  2026-02-10  Запланировано

    Явка
    Заседание  Член группы   Явка
    1          Белова А. И.  Отсутствовал
    """


def test_only_missing_members_of_that_day_are_added_without_a_mark() -> None:
    group = group_of(TABLES)
    lines = missing_lines(group, [group.index.meeting("1")], dt.date(2026, 2, 10))  # type: ignore[list-item]
    assert [(line.meeting, line.member, line.presence) for line in lines] == [
        ("1", "Даценко Иван Андреевич", ""),
        ("1", "Громов Олег Юрьевич", ""),
    ]


def test_before_the_meeting_nobody_was_present() -> None:
    group = group_of(TABLES)
    with pytest.raises(MeetingAhead, match=r"№ 1 \(10.02.2026\) ещё впереди"):
        missing_lines(group, [group.index.meeting("1")], dt.date(2026, 2, 9))  # type: ignore[list-item]
