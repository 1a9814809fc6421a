import datetime as dt

import pytest

from tests.domain.conftest import group_of
from wg_excel.domain.meetings.agenda_proposals import Proposal
from wg_excel.domain.meetings.meeting_plan import DayPassed, MeetingPlan, StillPlanned, plan, proposed_day
from wg_excel.domain.work.duties import current_quarter

DAY = dt.date(2026, 9, 15)
PLAN, TRIP = Proposal("План", "О плане"), Proposal("Тема «Связь»", "О связи", once=True)
HELD = """
    Заседания
    №  Дата        Статус     Место     Начало
    3  2026-05-14  Проведено  каб. 12   14:30
    """


def made(text: str, *proposals: Proposal, today: str = "2026-09-15", wanted: str = "") -> MeetingPlan:
    day = dt.date.fromisoformat(wanted) if wanted else None
    return plan(group_of(text, today=today), proposals, dt.date.fromisoformat(today), day)


def day_for(text: str, today: str) -> str:
    return proposed_day(group_of(text, today=today), dt.date.fromisoformat(today)).isoformat()


def test_a_new_meeting_follows_the_last_with_its_hour_room_and_officers() -> None:
    meeting = made(HELD, PLAN).meeting
    assert (meeting.number, meeting.status, meeting.kind) == ("4", "Запланировано", "Плановое")
    assert (meeting.start, meeting.place) == (dt.time(14, 30), "каб. 12")
    assert meeting.chair == "Даценко Иван Андреевич"


@pytest.mark.parametrize(
    ("today", "day"),
    [
        ("2026-09-15", "2026-09-22"),  # five working days ahead
        ("2026-07-10", "2026-09-01"),  # no lessons in summer
        ("2026-09-28", "2026-09-30"),  # the quarter is nearly over: its last day
        ("2026-10-19", "2026-11-02"),  # after the autumn break
        ("2026-12-30", "2026-12-30"),
        ("2026-06-10", "2026-06-18"),  # no lessons are left, but working days are; 12 June is a holiday
    ],
)
def test_the_day_is_a_lesson_day_of_the_quarter_with_time_to_prepare(today: str, day: str) -> None:
    terms = """
        Календарь
        Четверть  Начало      Конец
        I         2026-09-01  2026-10-23
        II        2026-11-02  2026-12-30
        """
    meetings = """
        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
        """
    assert day_for(terms.replace("Календарь", "tblTerms") + "\n" + meetings, today) == day


def test_no_day_of_the_year_proposes_a_break_while_lesson_days_are_left_in_the_quarter() -> None:
    group = group_of("")
    year = [dt.date(2026, 9, 1) + dt.timedelta(days=n) for n in range(365)]
    for today in year:
        quarter, proposed = current_quarter(group, today), proposed_day(group, today)
        lessons_left = any(group.calendar.is_lesson_day(day) for day in year if today <= day <= quarter.last)
        assert proposed >= today
        assert group.calendar.is_working(proposed)
        assert group.calendar.is_lesson_day(proposed) or not lessons_left, (today, proposed)


def test_where_the_quarter_had_its_meeting_the_next_one_is_proposed() -> None:
    meetings = """
        Заседания
        №  Дата        Статус
        1  2026-09-10  Проведено
        """
    assert day_for(meetings, "2026-09-28") == "2026-10-05"


def test_items_are_numbered_and_link_back() -> None:
    done = made(HELD, PLAN, TRIP)
    assert [(item.meeting, item.number, item.question, item.basis) for item in done.items] == [
        ("4", 1, "О плане", "План"),
        ("4", 2, "О связи", "Тема «Связь»"),
    ]
    assert done.meeting.proposed == "План; Тема «Связь»"


PLANNED = """
    Заседания
    №  Дата        Статус         Предложено
    3  2026-05-14  Проведено
    4  2026-09-24  Запланировано  {proposed}

    Повестка
    Заседание  Вопрос №  Вопрос
    4          1         О разном
    """


def test_a_planned_meeting_is_not_planned_again_and_gets_what_is_new() -> None:
    done = made(PLANNED.format(proposed=""), PLAN)
    assert not done.is_new
    assert done.meeting.number == "4"
    assert [item.number for item in done.items] == [2]
    assert str(done) == "Заседание № 4 уже было запланировано на 24.09.2026; вопросов добавлено: 1."


def test_what_the_secretary_deleted_is_not_proposed_again() -> None:
    done = made(PLANNED.format(proposed="План"), PLAN, TRIP)
    assert [item.question for item in done.items] == ["О связи"]
    assert done.meeting.proposed == "План; Тема «Связь»"


@pytest.mark.parametrize(
    "proposal",
    [
        Proposal("План", "О  разном"),
        Proposal("План", "О разном и прочем", alike="разное"),
    ],
)
def test_an_item_typed_by_hand_is_recognised(proposal: Proposal) -> None:
    item = PLANNED.format(proposed="").replace("О разном", "О разном" if not proposal.alike else "О разное")
    assert made(item, proposal).items == ()


def test_what_is_proposed_once_is_not_repeated_for_a_later_meeting() -> None:
    held = HELD.replace("Начало", "Начало  Предложено").replace("14:30", "14:30   Тема «Связь»; План")
    assert [item.question for item in made(held, PLAN, TRIP).items] == ["О плане"]


def test_a_wanted_day_gets_a_meeting_of_its_own() -> None:
    done = made(PLANNED.format(proposed=""), wanted="2026-09-30")
    assert (done.is_new, done.meeting.number, done.meeting.kind) == (True, "5", "Внеочередное")
    assert not made(PLANNED.format(proposed=""), wanted="2026-09-24").is_new


def test_what_stands_on_another_planned_agenda_is_not_taken_away() -> None:
    on_it = Proposal("Иное", "О разном")
    assert made(PLANNED.format(proposed=""), on_it, wanted="2026-09-30").items == ()


def test_a_postponed_meeting_with_a_new_date_is_the_planned_one() -> None:
    moved = PLANNED.format(proposed="").replace("Запланировано", "Перенесено   ")
    assert made(moved, PLAN).meeting.number == "4"


def test_a_planned_meeting_without_a_day_gets_one() -> None:
    done = made(PLANNED.format(proposed="").replace("4  2026-09-24", "4            "), PLAN)
    assert (done.is_new, done.meeting.date) == (False, dt.date(2026, 9, 22))


def test_a_forgotten_planned_meeting_must_be_noted_first() -> None:
    with pytest.raises(StillPlanned, match="отметьте"):
        made(PLANNED.format(proposed=""), PLAN, today="2026-09-25")


def test_no_meeting_is_planned_for_the_past() -> None:
    with pytest.raises(DayPassed, match="уже в прошлом"):
        made(HELD, wanted="2026-09-14")


APPEALS = """
    Обращения
    №         Дата        Статус                 Заседание
    2026-001  2026-09-02  Вынесено на заседание  3
    """


def test_an_appeal_is_linked_to_the_meeting_that_takes_it() -> None:
    appeal = Proposal("Обращение № 2026-001", "Об обращении № 2026-001", appeal="2026-001")
    (linked,) = made(APPEALS + HELD, appeal).appeals
    assert (linked.number, linked.meeting) == ("2026-001", "4")


def test_an_appeal_on_the_agenda_in_other_words_is_recognised() -> None:
    on_agenda = """
    Повестка
    Заседание  Вопрос №  Вопрос          Обращение
    4          1         О пропусках     № 2026-001
    """
    planned = """
    Заседания
    №  Дата        Статус
    4  2026-09-24  Запланировано
    """
    appeal = Proposal("Обращение № 2026-001", "Об обращении № 2026-001", appeal="2026-001")
    assert made(APPEALS + "\n" + planned + "\n" + on_agenda, appeal).items == ()
