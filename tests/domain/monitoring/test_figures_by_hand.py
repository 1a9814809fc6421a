"""Figures of the sample exports, worked out in plain Python over their raw cells, agree with those of the product."""

import datetime as dt
import re
from collections import Counter, defaultdict
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tests.domain.monitoring.test_truth import imported, staff
from tests.shared import SAMPLES
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.monitoring.weekly import weekly
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

TODAY, TERM_END = dt.date(2026, 11, 22), dt.date(2026, 10, 23)
YEAR = Period(dt.date(2026, 9, 1), TODAY)
EXEMPT = "контрольн|самостоятельн|проверочн|практическ|лабораторн|диктант|тест|зач[её]т|изложен|сочинен"
BRIEFED = ("Физика", "Химия", "Биология", "Информатика", "Физическая культура", "Труд", "Технология")
pytestmark = [
    pytest.mark.skipif(not SAMPLES.exists(), reason="the sample exports stand beside the project, not in it"),
    pytest.mark.xdist_group("samples"),
]


def monitored(*files: str) -> Monitoring:
    facts, _ = imported([SAMPLES / name for name in files])
    return monitor(facts, staff(), SchoolCalendar(), Settings(), YEAR, TODAY)


def raw(file: str) -> list[list[Any]]:
    book = CalamineWorkbook.from_path(SAMPLES / file)
    return list(book.get_sheet_by_name(book.sheet_names[0]).to_python())


def marks(cell: object) -> list[int]:
    """Return the single marks of a cell: «5/4» two, «5(2)» one, «5н» one."""
    if isinstance(cell, float | int):
        return [int(cell)]
    return [int(digit) for digit in re.sub(r"\(.*?\)|\*", "", str(cell)) if digit in "12345"]


def signs(cell: object) -> str:
    return re.sub("[^а-я]", "", str(cell).lower())


def test_attendance_and_faults_of_a_page_of_the_journal() -> None:
    rows = raw("journal_5a_math.xls")
    heads = next(place for place, row in enumerate(rows) if row[0] == "№")
    days = [place for place, value in enumerate(rows[heads + 1]) if isinstance(value, float | int)]
    pupils = [[row[place] for place in days] for row in rows[heads + 2 :] if isinstance(row[0], float | int)]
    away = [[signs(cell) in {"н", "б", "уп", "у"} for cell in row] for row in pupils]
    twos = [(row, place) for row in pupils for place, cell in enumerate(row) if min(marks(cell), default=5) < 3]
    last = len(days) - 1
    school = monitored("journal_5a_math.xls").school
    assert (school.seats, school.present) == (len(pupils) * len(days), len(pupils) * len(days) - sum(map(sum, away)))
    assert school.pupils_often_away == sum(sum(row) * 5 >= len(days) for row in away)
    assert school.lessons_low == sum(
        1 <= sum(len(marks(row[place])) for row in pupils) <= 2 for place in range(len(days))
    )
    assert school.mark_and_absence == sum(bool(marks(cell)) and signs(cell) == "н" for row in pupils for cell in row)
    assert school.two_at_edge == sum(place in {0, last} for _, place in twos)
    assert school.two_after_absence == sum(
        place > 0 and signs(row[place - 1]) in {"н", "б", "уп", "у"} for row, place in twos
    )
    assert school.two_not_mended == sum(
        place + 3 <= last and not any(mark > 2 for cell in row[place : place + 4] for mark in marks(cell))
        for row, place in twos
    )
    assert school.two_not_mended or school.two_after_absence or school.two_at_edge


def lesson_rows() -> list[tuple[Any, ...]]:
    """Return the held lessons: day, number, class, subject, teacher, topic, homework; one for each teacher named."""
    rows = (row for row in raw("lessons_5-10.xlsx") if isinstance(row[0], dt.date) and row[0] <= TODAY)
    return [
        (row[0], int(row[1]), row[2].replace("-", "").upper(), row[3], " ".join(name.split()), str(row[5]), str(row[6]))
        for row in rows
        for name in row[4].split(",")
    ]


def test_filling_by_week_of_the_lists_of_lessons() -> None:
    rows = lesson_rows()
    ends = {}
    for row in sorted(row for row in rows if row[0] <= TERM_END):
        ends[row[2:5]] = row[:2]
    sums: defaultdict[dt.date, Counter[str]] = defaultdict(Counter)
    for row in rows:
        needs = not re.search(EXEMPT, row[5].lower()) and ends.get(row[2:5]) != row[:2]
        week = sums[row[0] - dt.timedelta(days=row[0].weekday())]
        week["done"] += (len(row[5].strip()) >= 3) + (needs and row[6].strip() not in {"", "—", "–", "-", "/", "."})
        week["due"] += 1 + needs
    made = weekly(monitored("lessons_5-10.xlsx"))
    assert {
        day: percent for day, percent in zip(made.mondays, made.lines[0].percents, strict=True) if percent is not None
    } == {day: 100 * week["done"] // week["due"] for day, week in sums.items()}


def test_first_lessons_without_a_safety_briefing() -> None:
    firsts: dict[tuple[str, ...], tuple[Any, ...]] = {}
    for row in sorted(row for row in lesson_rows() if row[0].month == 9 and row[3].startswith(BRIEFED)):
        firsts.setdefault(row[2:5], row)
    topics = [row[5] for row in firsts.values() if len(row[5].strip()) >= 3]
    school = monitored("lessons_5-10.xlsx").school
    assert school.briefings_due == len(topics) > 0
    assert school.briefings_missing == sum("инструктаж" not in topic.lower() for topic in topics)
