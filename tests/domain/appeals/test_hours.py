"""The clock in working hours: the school works from 8:30 to 17:00, half past eight hours a day."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.domain.appeals.test_appeal_clock import OWN, PRIORITIES, STATES
from wg_excel.domain.appeals.appeal_clock import Clock, Reading
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.terms import Term
from wg_excel.domain.group import Group
from wg_excel.domain.settings import DayOff, Settings
from wg_excel.domain.working_hours import end_of

# К four hours, В eight, О seventeen: that is two days whole; Н is left at ten days.
HOURS = Settings(
    term_critical=Term(minutes=240), term_high=Term(minutes=480), term_normal=Term(minutes=1020), term_low=Term(10)
)
# Received | priority or agreed term | history of states | state now (and when solved) | now | due | late, in working
# hours begun; «=» no lateness, «*» how often reopened | how it was counted by hand.
EXAMPLES = """
# within a day and over its end
02.11.26 9:00 | К | | н | 02.11.26 10:00 | 02.11.26 13:00 | = | four hours from nine
02.11.26 15:00 | К | | н | 02.11.26 16:00 | 03.11.26 10:30 | = | two until 17:00, two from 8:30
02.11.26 | К | | н | 02.11.26 9:00 | 02.11.26 12:30 | = | without a time from the morning: 8:30 and four
02.11.26 7:10 | К | | н | 02.11.26 9:00 | 02.11.26 12:30 | = | before work begins: from 8:30
02.11.26 18:40 | К | | н | 02.11.26 19:00 | 03.11.26 12:30 | = | after work: from Tuesday 8:30
02.11.26 17:00 | К | | н | 02.11.26 17:00 | 03.11.26 12:30 | = | nothing is left of Monday
02.11.26 8:30 | В | | н | 02.11.26 9:00 | 02.11.26 16:30 | = | eight hours of eight and a half
02.11.26 9:30 | В | | н | 02.11.26 9:30 | 03.11.26 9:00 | = | seven and a half today, half an hour tomorrow
02.11.26 8:30 | О | | н | 02.11.26 9:00 | 03.11.26 17:00 | = | two days of eight and a half hours
02.11.26 9:00 | О | | н | 02.11.26 9:00 | 05.11.26 9:00 | = | 8 and 8.5; half an hour is left for Thursday
# week-ends, 4 November, the turn of the year, shifted Saturdays, the school's own day
06.11.26 16:00 | К | | н | 06.11.26 16:30 | 09.11.26 11:30 | = | one on Friday, three on Monday
07.11.26 11:00 | К | | н | 07.11.26 12:00 | 09.11.26 12:30 | = | Saturday: from Monday 8:30
03.11.26 16:00 | К | | н | 03.11.26 16:30 | 05.11.26 11:30 | = | one on Tuesday, We 4 is a holiday, three on Thursday
30.12.26 15:00 | К | | н | 30.12.26 16:00 | 11.01.27 10:30 | = | two before the holidays, two on Mo 11 January
31.10.25 16:00 | К | | н | 31.10.25 16:30 | 01.11.25 11:30 | = | Saturday 1 November 2025 was worked
19.02.27 16:30 | К | | н | 19.02.27 16:40 | 20.02.27 12:00 | = | half an hour, then 3.5 on the worked Saturday
11.09.26 16:00 | К | | н | 11.09.26 16:30 | 15.09.26 11:30 | = | own | one on Friday, Mo 14 is off, three on Tuesday
# lateness
02.11.26 9:00 | К | | + 02.11.26 13:00 | 30.11.26 | 02.11.26 13:00 | = | to the minute
02.11.26 9:00 | К | | + 02.11.26 13:01 | 30.11.26 | 02.11.26 13:00 | 1 | a begun hour counts
02.11.26 9:00 | К | | + 02.11.26 16:00 | 30.11.26 | 02.11.26 13:00 | 3 | 13 to 16
02.11.26 9:00 | К | | + 03.11.26 9:30 | 30.11.26 | 02.11.26 13:00 | 5 | four until 17:00, one from 8:30
02.11.26 9:00 | К | | + 02.11.26 | 30.11.26 | 02.11.26 13:00 | 4 | without a time in the evening: 13 to 17
02.11.26 13:00 | К | | + 02.11.26 | 30.11.26 | 02.11.26 17:00 | = | in the evening, when the term ends
02.11.26 13:00 | К | | + 02.11.26 19:20 | 30.11.26 | 02.11.26 17:00 | = | no working time has passed since 17:00
02.11.26 13:00 | К | | + 03.11.26 8:30 | 30.11.26 | 02.11.26 17:00 | = | nor by the next morning
02.11.26 13:00 | К | | + 03.11.26 8:45 | 30.11.26 | 02.11.26 17:00 | 1 | a quarter of an hour
06.11.26 13:00 | К | | + 08.11.26 12:00 | 30.11.26 | 06.11.26 17:00 | = | nobody works on a Sunday
02.11.26 9:00 | К | | р | 02.11.26 12:59 | 02.11.26 13:00 | = | open, a minute before
02.11.26 9:00 | К | | р | 02.11.26 15:30 | 02.11.26 13:00 | 3 | two and a half
02.11.26 9:00 | К | | р | 05.11.26 | 02.11.26 13:00 | 21 | 4, 8.5 on Tuesday, 8.5 on Thursday
# pauses
02.11.26 9:00 | К | ж 02.11.26 10:00 р 02.11.26 12:00 | р | 02.11.26 12:30 | 02.11.26 15:00 | = | three left from 12
02.11.26 9:00 | К | ж 02.11.26 10:00 р 03.11.26 9:00 | р | 03.11.26 9:00 | 03.11.26 12:00 | = | three left, on Tuesday
02.11.26 9:00 | К | ж 02.11.26 10:00 р 04.11.26 12:00 | р | 05.11.26 9:00 | 05.11.26 11:30 | = | from Thursday
02.11.26 15:00 | К | п 02.11.26 16:00 р 05.11.26 10:00 | р | 05.11.26 11:00 | 05.11.26 13:00 | = | three left
02.11.26 9:00 | К | ж 02.11.26 10:00 | ж | 05.11.26 | - | = | the clock stands
02.11.26 9:00 | К | | ж | 02.11.26 10:00 | - | = | nobody has recorded since when: since now
02.11.26 9:00 | К | ж 02.11.26 | ж | 02.11.26 | 02.11.26 13:00 | 4 | asked in the evening, the term was over at 13
02.11.26 9:00 | К | ж 02.11.26 14:00 р 03.11.26 10:00 | + 03.11.26 11:00 | 30.11.26 | 02.11.26 13:00 | 2 | 13–14, 10–11
02.11.26 9:00 | К | ж 02.11.26 10:00 | + 05.11.26 15:00 | 30.11.26 | 06.11.26 9:30 | = | three were left at 15:00
02.11.26 9:00 | К | + 02.11.26 10:00 р 05.11.26 9:00 | р | 05.11.26 9:30 | 05.11.26 12:00 | = * | three were left
# what stays in days
02.11.26 9:00 | Н | | н | 02.11.26 10:00 | 17.11.26 | = | 3, 5, 6, 9, 10, 11, 12, 13, 16, 17
02.11.26 9:00 | 03.11.26 | | + 05.11.26 9:00 | 30.11.26 | 03.11.26 | = 1 | a day agreed is a day: late by Thursday
"""
MOMENT = re.compile(r"(\d\d\.\d\d\.\d\d)(?: (\d{1,2}:\d\d))?")


def examples() -> Iterator[tuple[str, ...]]:
    for line in filter(str.strip, EXAMPLES.splitlines()):
        if not line.startswith("#"):
            yield tuple(part.strip() for part in line.split("|"))


def moment(text: str) -> tuple[dt.date, dt.time | None]:
    found = MOMENT.fullmatch(text)
    assert found, text
    day = dt.datetime.strptime(found[1], "%d.%m.%y").date()  # noqa: DTZ007 - a day has no zone
    return day, dt.datetime.strptime(found[2], "%H:%M").time() if found[2] else None  # noqa: DTZ007 - as above


def appeal_of(received: str, term: str, now: str) -> Appeal:
    status, _, solved = now.partition(" ")
    (day, time), (end, at) = moment(received), moment(solved) if solved else (None, None)
    agreed = None if term in PRIORITIES else moment(term)[0]
    priority = PRIORITIES.get(term, "Критический")
    return Appeal("1", day, priority=priority, due=agreed, status=STATES[status], solved=end, time=time, solved_time=at)


def states_of(history: str) -> Iterator[AppealState]:
    for found in re.finditer(rf"(\S) {MOMENT.pattern}", history):
        day, time = moment(found[0][2:])
        yield AppealState("1", day, STATES[found[1]], time)


def shown(reading: Reading) -> tuple[str, str]:
    due = f"{reading.due:%d.%m.%y}" if reading.due else "-"
    at = f" {reading.due_time.hour}:{reading.due_time:%M}" if reading.due_time else ""
    hours = str(reading.late_hours or "=")
    days = "" if reading.due_time or not reading.late else str(reading.late)
    return due + at, " ".join(filter(None, (hours, days, "*" * reading.reopened)))


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: " ".join(example[:5]))
def test_the_clock_shows_the_hours_counted_by_hand(example: tuple[str, ...]) -> None:
    received, term, history, state, now, due, late, *rest = example
    day, time = moment(now)
    off: tuple[DayOff, ...] = OWN if "own" in rest else ()
    group = Group({AppealState: tuple(states_of(history)), DayOff: off}, HOURS)
    clock = Clock(group, day, dt.datetime.combine(day, time) if time else end_of(day))
    reading = clock.read(appeal_of(received, term, state))
    assert reading
    assert shown(reading) == (due, late), rest[-1]


def test_there_are_five_and_twenty_examples_at_least() -> None:
    assert len(list(examples())) >= 25


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("+ 02.11.26 16:00", "закрыто с опозданием на 3 рабочих часа"),
        ("+ 02.11.26 12:00", "закрыто в срок"),
        ("р", "просрочено на 4 рабочих часа"),
    ],
)
def test_the_clock_speaks_of_hours(state: str, words: str) -> None:
    clock = Clock(Group({}, HOURS), dt.date(2026, 11, 2))
    assert str(clock.read(appeal_of("02.11.26 9:00", "К", state))) == words


def test_a_term_in_hours_is_told_with_its_time() -> None:
    day = dt.date(2026, 11, 2)
    clock = Clock(Group({}, HOURS), day, dt.datetime.combine(day, dt.time(9, 30)))
    assert str(clock.read(appeal_of("02.11.26 9:00", "К", "р"))) == "срок — 02.11.2026, 13:00"


def test_a_working_day_that_ends_before_it_begins_is_the_usual_one() -> None:
    settings = replace(HOURS, work_from=dt.time(17), work_until=dt.time(8))
    reading = Clock(Group({}, settings), dt.date(2026, 11, 2)).read(appeal_of("02.11.26 15:00", "К", "р"))
    assert reading
    assert shown(reading)[0] == "03.11.26 10:30"
