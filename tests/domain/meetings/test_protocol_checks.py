"""Each check before a protocol: what it finds, and that a school can switch it off."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.sample_meeting import DAY, ITEMS, MEETING, SETTINGS, TASKS, attendance, but, group, members
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.meetings.protocol import protocol_of
from wg_excel.domain.meetings.protocol_checks import checks, missing
from wg_excel.domain.meetings.protocol_gaps import ProtocolNotReady
from wg_excel.domain.meetings.protocol_text import body_lines
from wg_excel.domain.setting_values import read_settings
from wg_excel.domain.settings import declared

STRANGER = "Мороз Глеб Кириллович"
NEWER = but(MEETING, number="4", date=dt.date(2026, 9, 10), sealed=dt.date(2026, 9, 14), row=9)
# What each check objects to, as a change of the sample meeting.
BREACHES: dict[str, dict[str, Any]] = {
    "officers_are_named": {"meeting": but(MEETING, chair="")},
    "officers_were_present": {"meeting": but(MEETING, secretary="Сейтаблаев Энвер Мамбет оглы")},
    "somebody_was_present": {"marks": (), "items": (but(ITEMS[2], votes_for=None),), "tasks": ()},
    "agenda_has_items": {"items": (), "tasks": ()},
    "items_have_questions": {"items": (but(ITEMS[2], question=" "),), "tasks": ()},
    "items_have_decisions": {"items": (but(ITEMS[2], decided=""),), "tasks": ()},
    "decisions_are_complete": {
        "items": (but(ITEMS[2], decided="Черных И. О. подготовить инструкцию."),),
        "tasks": (),
    },
    "votes_fit_presence": {"items": (but(ITEMS[2], votes_for=7),), "tasks": ()},
    "letters_are_dated": {"meeting": but(MEETING, form="Заочная")},
    "executors_are_members": {"tasks": (but(TASKS[0], executor=STRANGER),)},
}


def breached(id_: str, *, off: bool = False) -> Group:
    settings = replace(SETTINGS, checks_off=frozenset({id_})) if off else SETTINGS
    if id_ == "no_newer_is_sealed":
        whole = group(settings)
        return replace(whole, records={**whole.records, Meeting: (MEETING, NEWER)})
    return group(settings, **BREACHES[id_])


@pytest.mark.parametrize("id_", [each.id for each in checks()])
def test_a_check_stops_the_protocol_and_switched_off_lets_it_pass(id_: str) -> None:
    (wanted,) = [each for each in checks() if each.id == id_]
    with pytest.raises(ProtocolNotReady) as refused:
        protocol_of(breached(id_), "3")
    assert list(refused.value.gaps) == list(
        wanted.find(breached(id_), MEETING if "meeting" not in BREACHES.get(id_, {}) else BREACHES[id_]["meeting"])
    )
    assert body_lines(protocol_of(breached(id_, off=True), "3"))


def test_every_check_has_its_line_in_the_settings() -> None:
    titles = {name: setting.title for name, setting, _ in declared()}
    assert {each.id: titles[each.id] for each in checks()} == {each.id: each.title for each in checks()}


def test_the_school_switches_a_check_off_with_no() -> None:
    title = next(each.title for each in checks() if each.id == "votes_fit_presence")
    assert read_settings({title: (40, "Нет")})[0].checks_off == {"votes_fit_presence"}
    assert read_settings({title: (40, "Да")})[0].checks_off == frozenset()


def test_a_word_that_is_neither_yes_nor_no_leaves_the_check_on() -> None:
    title = checks()[0].title
    assert read_settings({title: (40, "ага")})[0].checks_off == frozenset()


def test_a_decision_may_charge_nobody_or_be_told_by_its_assignment() -> None:
    told = but(ITEMS[0], decided="Аблялимовой А. Р. провести консультацию для новых педагогов.")
    assert found(items=(told,)) == []
    assert found(items=(but(told, decided="Принять к сведению."),), tasks=()) == []


@pytest.mark.parametrize(
    "decision", ["Педагогам устранить замечания до 22.10.2026.", "Рекомендовать классным руководителям до 1 октября …"]
)
def test_a_decision_may_charge_people_outside_the_group(decision: str) -> None:
    assert found(items=(but(ITEMS[2], decided=decision),), tasks=()) == []


def test_a_term_without_an_executor_is_incomplete_too() -> None:
    (said,) = found(items=(but(ITEMS[2], decided="Утвердить план до 01.10.2026."),), tasks=())
    assert said.endswith("допишите исполнителя из состава группы в решение «Утвердить план до 01.10.2026.»")


def test_an_assignment_without_a_term_is_incomplete() -> None:
    assert found(tasks=(TASKS[0], but(TASKS[1], due=None, row=5))) == [
        "Лист «Поручения», строка 5: заполните столбец «Срок» поручения № 8"
    ]


def test_votes_of_those_who_are_not_members_that_day_do_not_count() -> None:
    left = tuple(but(each, until=dt.date(2026, 8, 1)) if each.fio.startswith("Бондарь") else each for each in members())
    whole = group()
    changed = replace(whole, records={**whole.records, type(left[0]): left})
    assert any(
        "голосов записано: 5, а членов группы присутствовало: 4" in gap.message for gap in missing(changed, MEETING)
    )


def test_a_letter_that_came_after_the_meeting_is_found() -> None:
    marks = tuple(but(mark, letter=DAY, row=n) for n, mark in enumerate(attendance(members()), 4))
    late = (but(marks[0], letter=DAY + dt.timedelta(days=1)), *marks[1:])
    by_letter = but(MEETING, form="Заочная")
    assert missing(group(meeting=by_letter, marks=marks), by_letter) == ()
    (gap,) = missing(group(meeting=by_letter, marks=late), by_letter)
    assert gap.message.startswith("Лист «Явка», строка 4: письмо от 29.08.2026 (Даценко Ирина Александровна) позже дня")


def test_an_item_that_was_not_voted_on_is_let_pass() -> None:
    assert found(items=(but(ITEMS[2], votes_for=None),), tasks=(), marks=attendance(members())) == []


def test_an_earlier_sealed_protocol_does_not_matter() -> None:
    earlier = but(NEWER, date=DAY - dt.timedelta(days=60))
    whole = group()
    assert missing(replace(whole, records={**whole.records, Meeting: (MEETING, earlier)}), MEETING) == ()


def found(**changes: Any) -> list[str]:
    return [gap.message for gap in missing(group(**changes), MEETING)]
