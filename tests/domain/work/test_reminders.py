import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.work.reminders import calendars

TODAY = dt.date(2026, 9, 15)
SAID = "Собрать отчёты, заявки; сверить путь \\ имя"
TABLES = f"""
    Поручения
    №  Заседание  Исполнитель          Срок        Статус     Поручение
    7  3          Белова А. И.         2026-10-01  В работе   {SAID}
    8             Громов Олег Юрьевич  2026-10-02  Выдано     Сверить
    9             Громов Олег Юрьевич  2026-10-02  Выполнено  Показать
    """


@pytest.fixture
def made() -> dict[str, str]:
    return calendars(group_of(TABLES), TODAY)


def test_each_executor_of_an_open_assignment_has_a_calendar(made: dict[str, str]) -> None:
    assert list(made) == ["Белова Анна Игоревна", "Громов Олег Юрьевич"]
    assert made["Громов Олег Юрьевич"].count("BEGIN:VEVENT") == 1


def test_lines_are_short_and_end_as_the_format_wants(made: dict[str, str]) -> None:
    for text in made.values():
        assert text.endswith("END:VCALENDAR\r\n")
        assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_the_same_assignment_keeps_its_identity(made: dict[str, str]) -> None:
    later = calendars(group_of(TABLES), TODAY + dt.timedelta(days=9))
    uids = [[line for line in each["Белова Анна Игоревна"].split("\r\n") if "UID" in line] for each in (made, later)]
    assert uids[0] == uids[1]
    assert len(uids[0]) == 1


def test_another_program_reads_what_was_written(made: dict[str, str]) -> None:
    icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed")
    (event,) = icalendar.Calendar.from_ical(made["Белова Анна Игоревна"]).walk("VEVENT")
    assert str(event["summary"]) == f"Срок поручения № 7: {SAID}"
    assert event.decoded("dtstart") == dt.date(2026, 10, 1)
    assert event.decoded("dtend") == dt.date(2026, 10, 2)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == dt.timedelta(days=-3)
    assert str(event["description"]) == "Дано на заседании № 3. Статус: В работе."
