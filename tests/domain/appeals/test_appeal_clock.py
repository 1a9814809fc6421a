import datetime as dt
from collections.abc import Iterator

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.appeals.appeal_clock import Clock, Reading
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.group import Group
from wg_excel.domain.settings import DayOff, Settings

PRIORITIES = {"К": "Критический", "В": "Высокий", "О": "Обычный", "Н": "Низкий"}  # 1, 2, 5 and 10 working days
STATES = {
    "н": "Новое",
    "р": "В работе",
    "ж": "Ждёт заявителя",
    "п": "Передано в поддержку",
    "з": "Вынесено на заседание",
    "+": "Решено",
    "-": "Отклонено",
}
# The school's own: Monday 14.09 is off, Saturday 19.09 is worked, 12–16.10 are a break of the pupils alone.
OWN = (
    DayOff(dt.date(2026, 9, 14), None, "Выходной"),
    DayOff(dt.date(2026, 9, 19), None, "Рабочий"),
    DayOff(dt.date(2026, 10, 12), dt.date(2026, 10, 16), "Каникулы"),
)
# Received | priority or agreed term | history of states | state now (and date of solution) | today | due | late, in
# working days; «=» no lateness, «*» how often reopened | how it was counted by hand.
EXAMPLES = """
# week-ends
07.09.26 | О | | н | 07.09.26 | 14.09.26 | = | Mo; Tu 8, We 9, Th 10, Fr 11, Mo 14 are the five days
11.09.26 | К | | н | 11.09.26 | 14.09.26 | = | Fr; the next working day is Mo 14
12.09.26 | К | | н | 12.09.26 | 14.09.26 | = | a Saturday is no working day: Mo 14 is the first
13.09.26 | В | | н | 13.09.26 | 15.09.26 | = | a Sunday: Mo 14, Tu 15
07.09.26 | Н | | н | 07.09.26 | 21.09.26 | = | 8–11 are four, 14–18 make nine, Mo 21 is the tenth
11.09.26 | О | | н | 11.09.26 | 18.09.26 | = | Fr; 14, 15, 16, 17, 18
01.09.26 | К | | н | 01.09.26 | 02.09.26 | = | Tu; We 2
# 4 November
03.11.26 | К | | н | 03.11.26 | 05.11.26 | = | We 4 is a holiday: Th 5
02.11.26 | О | | н | 02.11.26 | 10.11.26 | = | 3, 5, 6, 9, 10
04.11.26 | В | | н | 04.11.26 | 06.11.26 | = | received on the holiday: 5, 6
30.10.26 | О | | н | 30.10.26 | 09.11.26 | = | 2, 3, 5, 6, 9
31.10.25 | К | | н | 31.10.25 | 01.11.25 | = | in 2025 Saturday 1 November was worked for Mo 3
31.10.25 | В | | н | 31.10.25 | 05.11.25 | = | Sa 1, then We 5: Mo 3 and Tu 4 were off
# the turn of the year, shifted Saturdays
30.12.26 | К | | н | 30.12.26 | 11.01.27 | = | 31.12 is off, 1–8 holidays, 9 and 10 a week-end
31.12.26 | К | | н | 31.12.26 | 11.01.27 | = | received on a day off: the same Mo 11
28.12.26 | О | | н | 28.12.26 | 13.01.27 | = | 29, 30 are two; 11, 12, 13 make five
25.12.26 | В | | н | 25.12.26 | 29.12.26 | = | Fr; Mo 28, Tu 29
19.02.27 | К | | н | 19.02.27 | 20.02.27 | = | Saturday 20.02.2027 is worked for Mo 22
19.02.27 | В | | н | 19.02.27 | 24.02.27 | = | Sa 20, then We 24: Mo 22 and Tu 23 are off
# lateness, a fact after closing
02.11.26 | О | | + 10.11.26 | 30.11.26 | 10.11.26 | = | on the last day is in term
02.11.26 | О | | + 11.11.26 | 30.11.26 | 10.11.26 | 1 | one day after 10.11
02.11.26 | О | | + 13.11.26 | 30.11.26 | 10.11.26 | 3 | 11, 12, 13
02.11.26 | О | | + 14.11.26 | 30.11.26 | 10.11.26 | 3 | Sa 14 adds none to 11, 12, 13
02.11.26 | О | | р | 10.11.26 | 10.11.26 | = | open on its last day
02.11.26 | О | | р | 16.11.26 | 10.11.26 | 4 | 11, 12, 13, Mo 16
12.11.26 | К | | + 15.11.26 | 30.11.26 | 13.11.26 | 0 | due Fr 13, solved Su 15: late, but by no working day
29.12.26 | К | | + 11.01.27 | 12.01.27 | 30.12.26 | 1 | due We 30; the holidays add none, Mo 11 adds one
28.12.26 | О | | + 14.01.27 | 20.01.27 | 13.01.27 | 1 | Th 14 after We 13
# pauses
02.11.26 | О | ж 05.11.26 р 10.11.26 | р | 10.11.26 | 13.11.26 | = | 6, 9, 10 left on asking: 11, 12, 13
02.11.26 | О | ж 05.11.26 р 05.11.26 | р | 06.11.26 | 10.11.26 | = | asked and answered on one day: nothing moves
02.11.26 | О | ж 02.11.26 р 09.11.26 | р | 09.11.26 | 16.11.26 | = | asked at once, all five left: 10, 11, 12, 13, 16
28.12.26 | О | ж 29.12.26 р 12.01.27 | р | 12.01.27 | 18.01.27 | = | 29 used; four left after Tu 12: 13, 14, 15, Mo 18
02.11.26 | О | п 03.11.26 р 05.11.26 | р | 05.11.26 | 11.11.26 | = | 3 used, the holiday moves nothing: 6, 9, 10, 11
02.11.26 | О | ж 06.11.26 р 08.11.26 | р | 09.11.26 | 10.11.26 | = | a week-end's pause holds no working day
02.11.26 | О | ж 03.11.26 р 05.11.26 п 09.11.26 р 11.11.26 | р | 11.11.26 | 13.11.26 | = | two left on the 9th: 12, 13
02.11.26 | О | ж 05.11.26 п 09.11.26 р 10.11.26 | р | 10.11.26 | 13.11.26 | = | from the applicant to the support: one
02.11.26 | О | ж 05.11.26 | ж | 30.11.26 | - | = | the clock still stands with three days left
02.11.26 | О | | ж | 06.11.26 | - | = | nobody has recorded since when: since today
02.11.26 | О | | ж | 16.11.26 | 10.11.26 | 4 | waits since today, was late by then: 11, 12, 13, 16
02.11.26 | О | ж 12.11.26 | ж | 30.11.26 | 10.11.26 | 2 | late by 11 and 12 when the answer was asked for
02.11.26 | О | ж 12.11.26 р 17.11.26 | р | 18.11.26 | 10.11.26 | 3 | 11, 12 and, after the answer, 18
02.11.26 | О | ж 12.11.26 | + 17.11.26 | 18.11.26 | 10.11.26 | 2 | solved by the answer itself: 13, 16, 17 do not count
02.11.26 | О | ж 05.11.26 | + 20.11.26 | 30.11.26 | 25.11.26 | = | three days were left on the 20th: 23, 24, 25
02.11.26 | О | ж 05.11.26 | р | 10.11.26 | 13.11.26 | = | the answer is not recorded yet: it came today
02.11.26 | О | ж 10.11.26 | ж | 30.11.26 | - | = | asked on the last day: in term
02.11.26 | О | ж 10.11.26 | + 12.11.26 | 30.11.26 | 12.11.26 | = | no day was left: due on the day of the answer
02.11.26 | О | з 03.11.26 | з | 06.11.26 | 10.11.26 | = | the group's own meeting stops no clock
02.11.26 | О | ж 01.10.26 р 02.10.26 | р | 05.11.26 | 10.11.26 | = | a pause before the appeal moves nothing
# terms agreed
02.11.26 | 20.11.26 | | + 23.11.26 | 30.11.26 | 20.11.26 | 1 | Fr 20; Mo 23
02.11.26 | 20.11.26 | ж 05.11.26 р 10.11.26 | р | 11.11.26 | 20.11.26 | = | answered before it: it stands
02.11.26 | 20.11.26 | ж 18.11.26 р 25.11.26 | р | 26.11.26 | 27.11.26 | = | 19 and 20 were left: 26, 27
02.11.26 | 20.11.26 | ж 18.11.26 | ж | 30.11.26 | - | = | it fell into a pause that lasts
02.11.26 | 21.11.26 | | + 21.11.26 | 30.11.26 | 21.11.26 | = | a Saturday agreed is the day agreed
# closings of all kinds
05.11.26 | О | | + 02.11.26 | 30.11.26 | 12.11.26 | = | solved before it came: an error of its own (APP-3), not late
05.11.26 | К | | + 05.11.26 | 30.11.26 | 06.11.26 | = | solved on its day
02.11.26 | О | - 06.11.26 | - | 30.11.26 | 10.11.26 | = | rejected on the day of its state
02.11.26 | О | - 12.11.26 | - | 30.11.26 | 10.11.26 | 2 | rejected late: 11, 12
02.11.26 | О | | + | 30.11.26 | ? | ? | nobody knows when: not judged
02.11.26 | О | + 12.11.26 | + 10.11.26 | 30.11.26 | 10.11.26 | = | its own date outweighs the day it was seen
# reopened
02.11.26 | О | + 05.11.26 р 16.11.26 | р | 17.11.26 | 19.11.26 | = * | 6, 9, 10 were left on 5.11: 17, 18, 19
02.11.26 | О | + 05.11.26 р 16.11.26 + 20.11.26 | + 20.11.26 | 30.11.26 | 19.11.26 | 1 * | solved again a day late
02.11.26 | О | + 05.11.26 р 06.11.26 + 09.11.26 р 10.11.26 | р | 11.11.26 | 12.11.26 | = ** | 6 and 10 stood: two more
02.11.26 | О | + 05.11.26 | р 05.11.26 | 06.11.26 | 11.11.26 | = * | reopened today, the old date still there: 9, 10, 11
# the school's own days
11.09.26 | К | | н | 11.09.26 | 15.09.26 | = | own | Mo 14 is off
18.09.26 | К | | н | 18.09.26 | 19.09.26 | = | own | Sa 19 is worked
12.10.26 | К | | н | 12.10.26 | 13.10.26 | = | own | a break is working time of the staff
10.09.26 | О | ж 11.09.26 р 15.09.26 | р | 16.09.26 | 19.09.26 | = | own | 11 used; four left: 16, 17, 18, Sa 19
"""


def examples() -> Iterator[tuple[str, ...]]:
    for line in filter(str.strip, EXAMPLES.splitlines()):
        if not line.startswith("#"):
            yield tuple(part.strip() for part in line.split("|"))


def day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d.%m.%y").date()  # noqa: DTZ007 - a day has no zone


def appeal_of(received: str, term: str, now: str) -> Appeal:
    status, _, solved = now.partition(" ")
    return Appeal(
        "1",
        day(received),
        priority=PRIORITIES.get(term, "Обычный"),
        due=None if term in PRIORITIES else day(term),
        status=STATES[status],
        solved=day(solved) if solved else None,
    )


def states_of(history: str) -> tuple[AppealState, ...]:
    words = history.split()
    return tuple(
        AppealState("1", day(when), STATES[state]) for state, when in zip(words[::2], words[1::2], strict=True)
    )


def read(
    appeal: Appeal, history: str, today: str, off: tuple[DayOff, ...] = (), settings: Settings | None = None
) -> Reading | None:
    group = Group({AppealState: states_of(history), DayOff: off}, settings or Settings())
    return Clock(group, day(today)).read(appeal)


def shown(reading: Reading | None) -> tuple[str, str]:
    if reading is None:
        return "?", "?"
    late = str(reading.late) if reading.is_late else "="
    return f"{reading.due:%d.%m.%y}" if reading.due else "-", f"{late} {'*' * reading.reopened}".strip()


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: " ".join(example[:4]))
def test_the_clock_shows_what_was_counted_by_hand(example: tuple[str, ...]) -> None:
    received, term, history, now, today, due, late, *rest = example
    reading = read(appeal_of(received, term, now), history, today, OWN if "own" in rest else ())
    assert shown(reading) == (due, late), rest[-1]


def test_there_are_forty_examples_at_least() -> None:
    assert len(list(examples())) >= 40


def test_a_corrected_calendar_corrects_the_past() -> None:
    appeal = appeal_of("11.09.26", "К", "+ 15.09.26")
    assert shown(read(appeal, "", "30.09.26")) == ("14.09.26", "1")
    assert shown(read(appeal, "", "30.09.26", OWN)) == ("15.09.26", "=")


def test_a_corrected_day_of_a_state_corrects_the_past() -> None:
    appeal = appeal_of("02.11.26", "О", "+ 12.11.26")
    assert shown(read(appeal, "ж 11.11.26", "30.11.26")) == ("10.11.26", "1")
    assert shown(read(appeal, "ж 05.11.26", "30.11.26")) == ("17.11.26", "=")


@pytest.mark.parametrize(("first", "judged"), [("02.11.26", True), ("03.11.26", False)])
def test_what_came_before_the_cut_off_day_is_not_judged(first: str, judged: bool) -> None:  # noqa: FBT001 - expected
    settings = Settings(appeals_from=day(first))
    reading = read(appeal_of("02.11.26", "О", "+ 30.11.26"), "", "30.11.26", settings=settings)
    assert (reading is not None) is judged


def test_an_unreadable_term_is_not_guessed() -> None:
    group = group_of("Обращения\n№  Дата        Срок       Статус\n1  2026-11-02  послезавтра  Новое")
    assert Clock(group, dt.date(2026, 11, 30)).read(group[Appeal][0]) is None


@pytest.mark.parametrize(
    ("now", "history", "today", "words"),
    [
        ("+ 13.11.26", "", "30.11.26", "закрыто с опозданием на 3 рабочих дня"),
        ("+ 10.11.26", "", "30.11.26", "закрыто в срок"),
        ("р", "", "16.11.26", "просрочено на 4 рабочих дня"),
        ("р", "", "06.11.26", "срок — 10.11.2026"),
        ("ж", "ж 05.11.26", "30.11.26", "срок приостановлен"),
        ("р", "+ 05.11.26 р 06.11.26", "09.11.26", "срок — 11.11.2026; открыто повторно: 1 раз"),
    ],
)
def test_the_clock_speaks_in_words(now: str, history: str, today: str, words: str) -> None:
    assert str(read(appeal_of("02.11.26", "О", now), history, today)) == words
