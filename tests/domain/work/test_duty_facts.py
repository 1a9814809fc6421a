"""The duty clock against a calendar: states and working days counted by hand from the calendars of 2026 and 2027."""

import datetime as dt
from textwrap import dedent

import pytest

from wg_excel.domain.group import Group
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.rules.checking import check
from wg_excel.domain.settings import DayOff, Settings
from wg_excel.domain.work.duties import DutyFigure, duty_figures

# Working days off in 2026: 1–9 January, 23 February, 9 March, 1 and 11 May, 12 June, 4 November, 31 December;
# in 2027: 1–8 January, 22 (for Saturday 20) and 23 February, 8 March. The group's order is of 12 January 2026.
# `held` are months and days of 2026; `left` are working days to the term.
CALENDAR = """
    today       held               state   left
    2026-01-12  -                  KEPT    54
    2026-02-09  -                  KEPT    34
    2026-02-10  02-10              KEPT    -
    2026-02-28  -                  KEPT    21
    2026-03-01  -                  RISK    21
    2026-03-06  -                  RISK    16
    2026-03-08  -                  RISK    16
    2026-03-09  -                  RISK    16
    2026-03-10  -                  RISK    15
    2026-03-27  -                  RISK    2
    2026-03-28  -                  RISK    2
    2026-03-30  -                  RISK    1
    2026-03-31  -                  RISK    0
    2026-03-31  03-31              KEPT    -
    2026-04-01  -                  BROKEN  61
    2026-04-01  03-31              KEPT    61
    2026-04-30  02-10              KEPT    40
    2026-05-01  02-10              KEPT    40
    2026-05-08  02-10              KEPT    35
    2026-05-10  02-10              KEPT    35
    2026-05-11  02-10              KEPT    35
    2026-05-31  02-10              KEPT    21
    2026-06-01  02-10              RISK    20
    2026-06-11  02-10              RISK    12
    2026-06-12  02-10              RISK    12
    2026-06-13  02-10              RISK    12
    2026-06-29  02-10              RISK    1
    2026-06-30  02-10              RISK    0
    2026-07-01  02-10,06-30        KEPT    65
    2026-07-01  02-10              BROKEN  65
    2026-08-31  02-10,05-14        KEPT    22
    2026-09-01  02-10,05-14        RISK    21
    2026-09-29  02-10,05-14        RISK    1
    2026-09-30  02-10,05-14        RISK    0
    2026-10-01  02-10,05-14        BROKEN  63
    2026-10-01  02-10,05-14,09-30  KEPT    63
    2026-11-03  02-10,05-14,09-30  KEPT    40
    2026-11-04  02-10,05-14,09-30  KEPT    40
    2026-11-05  02-10,05-14,09-30  KEPT    39
    2026-11-30  02-10,05-14,09-30  KEPT    22
    2026-12-01  02-10,05-14,09-30  RISK    21
    2026-12-25  02-10,05-14,09-30  RISK    3
    2026-12-30  02-10,05-14,09-30  RISK    0
    2026-12-31  02-10,05-14,09-30  RISK    0
    2027-01-01  02-10,05-14,09-30  BROKEN  56
    2027-01-09  02-10,05-14,09-30,12-30  KEPT    56
"""
# The recommended terms: to 27 March and from 6 April to 31 May 2026, from 1 September to 23 October, from 2 November
# to 30 December. A meeting in the break after a term still counts for it.
STUDY = """
    today       held               state   left
    2026-02-25  -                  KEPT    21
    2026-02-26  -                  RISK    20
    2026-03-27  -                  RISK    0
    2026-03-28  -                  BROKEN  5
    2026-03-31  03-30              KEPT    -
    2026-04-06  03-30              KEPT    37
    2026-05-01  03-30              RISK    19
    2026-05-29  03-30              RISK    0
    2026-06-15  03-30              BROKEN  55
    2026-06-15  03-30,06-10        KEPT    -
    2026-09-01  03-30,05-20        KEPT    38
    2026-09-24  03-30,05-20        RISK    21
    2026-10-24  03-30,05-20        BROKEN  5
    2026-11-02  03-30,05-20,10-28  KEPT    41
    2026-12-31  03-30,05-20,10-28  BROKEN  0
"""
# The protocol is due within three working days after the meeting.
PROTOCOL = """
    today       held   state   left
    2026-11-03  11-03  RISK    3
    2026-11-04  11-03  RISK    3
    2026-11-06  11-03  RISK    1
    2026-11-09  11-03  RISK    0
    2026-11-10  11-03  BROKEN  -
    2026-12-31  12-30  RISK    3
    2027-01-10  12-30  RISK    3
    2027-01-13  12-30  RISK    0
    2027-01-14  12-30  BROKEN  -
"""


def lines(table: str) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in dedent(table).strip().splitlines()[1:]]


def meetings(held: str) -> tuple[Meeting, ...]:
    days = [] if held == "-" else [dt.date.fromisoformat(f"2026-{day}") for day in held.split(",")]
    return tuple(Meeting(str(n), day, status="Проведено", row=5 + n) for n, day in enumerate(days, 1))


def clock(name: str, group: Group, today: str) -> DutyFigure:
    day = dt.date.fromisoformat(today)
    return {figure.id: figure for figure in duty_figures(group, check(group, day), day)}[f"duty.{name}"]


def group_of(held: str, quarters: str = "Календарные", *days_off: DayOff, imports: tuple[Import, ...] = ()) -> Group:
    settings = Settings(order_date=dt.date(2026, 1, 12), quarters=quarters)
    return Group({Meeting: meetings(held), DayOff: days_off, Import: imports}, settings)


def stands(figure: DutyFigure) -> tuple[str, str]:
    return figure.state.name, "-" if figure.days_left is None else str(figure.days_left)


@pytest.mark.parametrize(("today", "held", "state", "left"), lines(CALENDAR))
def test_a_meeting_is_due_in_every_calendar_quarter(today: str, held: str, state: str, left: str) -> None:
    assert stands(clock("meeting", group_of(held), today)) == (state, left)


@pytest.mark.parametrize(("today", "held", "state", "left"), lines(STUDY))
def test_a_meeting_is_due_in_every_term_where_the_school_set_so(today: str, held: str, state: str, left: str) -> None:
    assert stands(clock("meeting", group_of(held, "Учебные"), today)) == (state, left)


@pytest.mark.parametrize(("today", "held", "state", "left"), lines(PROTOCOL))
def test_a_protocol_is_due_some_working_days_after_the_meeting(today: str, held: str, state: str, left: str) -> None:
    assert stands(clock("protocol", group_of(held), today)) == (state, left)


@pytest.mark.parametrize(("day", "kind", "left"), [("2026-12-28", "Выходной", "2"), ("2026-12-26", "Рабочий", "4")])
def test_the_days_of_the_school_move_the_term(day: str, kind: str, left: str) -> None:
    own = DayOff(dt.date.fromisoformat(day), kind=kind)
    group = group_of("02-10,05-14,09-30", "Календарные", own)
    assert stands(clock("meeting", group, "2026-12-25")) == ("RISK", left)


@pytest.mark.parametrize(
    ("quarters", "shown"),
    [
        ("Календарные", ["Заседание в каждом квартале", "Заседание в каждой четверти"]),
        ("Учебные", ["Заседание в каждой четверти", "Заседание в каждом квартале"]),
    ],
)
def test_both_kinds_of_quarters_are_shown_and_the_chosen_one_is_judged(quarters: str, shown: list[str]) -> None:
    group = group_of("02-10", quarters)
    figures = [clock(name, group, "2026-03-20") for name in ("meeting", "meeting_otherwise")]
    assert [figure.title for figure in figures] == shown
    assert [figure.state.name for figure in figures] == ["KEPT", "NONE"]


def test_the_evidence_is_the_row_and_the_next_step_the_next_term() -> None:
    figure = clock("meeting", group_of("02-10"), "2026-03-20")
    assert (figure.evidence, figure.next_step) == ("Заседания, строка 6", "следующее до 30.06.2026")


def test_a_planned_meeting_is_the_next_step() -> None:
    planned = Meeting("2", dt.date(2026, 3, 25), status="Запланировано", row=9)
    group = Group({Meeting: (planned,)}, Settings(order_date=dt.date(2026, 1, 12)))
    figure = clock("meeting", group, "2026-03-20")
    assert (figure.next_step, figure.evidence) == ("провести № 2 25.03.2026", "Заседания, строка 9")


@pytest.mark.parametrize(
    ("today", "first", "last", "state", "left"),
    [
        ("2026-11-20", "2026-10-01", "2026-11-19", "KEPT", "-"),
        ("2026-11-20", "2026-09-01", "2026-10-02", "KEPT", "-"),
        ("2026-11-20", "2026-07-01", "2026-09-30", "KEPT", "28"),
        ("2026-12-01", "2026-07-01", "2026-09-30", "RISK", "21"),
        ("2026-11-20", "2026-04-01", "2026-06-30", "BROKEN", "28"),
    ],
)
def test_journals_are_watched_by_imports_of_every_quarter(
    today: str, first: str, last: str, state: str, left: str
) -> None:
    known = Import("1", first=dt.date.fromisoformat(first), last=dt.date.fromisoformat(last), row=6)
    assert stands(clock("monitoring", group_of("-", imports=(known,)), today)) == (state, left)


def test_without_any_import_the_watch_is_at_risk_from_the_last_month() -> None:
    figures = [clock("monitoring", group_of("-"), today) for today in ("2026-11-20", "2026-12-01")]
    assert [(figure.state.name, figure.note) for figure in figures] == [
        ("KEPT", "загрузок нет → загрузить до 31.12.2026"),
        ("RISK", "загрузок нет → загрузить до 31.12.2026"),
    ]
