"""Meetings of every kind whose protocols are kept as golden files."""

import datetime as dt
from typing import Any

from tests.sample_meeting import DAY, ITEMS, MEETING, PEOPLE, attendance, but, group, members, row
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting

HEARD = (
    "Проверено заполнение журналов {classes}. Темы уроков записаны почти полностью, домашние задания – не везде: "
    "педагоги откладывают их до конца недели. Итоговые отметки выставлены в срок, накопляемость достаточна; "
    "в двух классах обнаружены уроки без единой отметки. Родители спрашивают, почему сведения появляются в дневнике "
    "позже, чем ребёнок рассказывает о них дома."
)
DECIDED = (
    "Информацию принять к сведению.\n"
    "Классным руководителям {classes} напомнить педагогам, что тема и домашнее задание записываются в день урока, "
    "а отметки – не позднее следующего дня; о выполнении сообщить администратору «ЭлЖур»."
)


def protocols() -> dict[str, Group]:
    """Return a group with the meeting № 3 of each kind by the name of its golden files."""
    return {
        "few_items": group(),
        "thirty_items": group(items=tuple(map(long_item, range(1, 31))), tasks=()),
        "no_invited": group(meeting=but(MEETING, invited="")),
        "annex": group(people=18),
        "split_votes": group(items=_split(), tasks=()),
        "postponed": group(meeting=_extraordinary(), items=_carried("О сроках заполнения"), tasks=()),
        "after_cancelled": group(items=_carried("О журналах 9-х классов (перенесён с заседаний № 1, 2)"), tasks=()),
        "by_letter": _by_letter(),
    }


def long_item(number: int) -> AgendaItem:
    classes = f"{1 + number % 11}-х классов"
    return row(
        AgendaItem,
        "3",
        number,
        f"О результатах проверки электронных журналов {classes} за первую четверть и о своевременности записей",
        PEOPLE[number % 5][0],
        HEARD.format(classes=classes),
        "Иванова М. П. предложила обсудить итоги на педагогическом совете." if number % 3 else "",
        DECIDED.format(classes=classes),
        5,
        0,
        0,
        at=10 + number,
    )


def _split() -> tuple[AgendaItem, ...]:
    votes: tuple[dict[str, Any], ...] = (
        {"votes_for": 3, "votes_against": 1, "abstained": 1},
        {"votes_for": 2, "votes_against": 3, "abstained": 0},
        {"votes_for": 5, "votes_against": 0, "abstained": 0},
    )
    return tuple(but(item, **each) for item, each in zip(ITEMS, votes, strict=True))


def _extraordinary() -> Meeting:
    """Return a meeting that was postponed to this day and held then."""
    return but(MEETING, kind="Внеочередное", form="Дистанционная", place="", start=dt.time(9, 0), end=None)


def _carried(question: str) -> tuple[AgendaItem, ...]:
    return (but(ITEMS[2], number=1, question=question, basis="Заседание № 2, вопрос 1"),)


def _by_letter() -> Group:
    """Return a meeting at which nobody met: the members voted by letter within three days."""
    marks = tuple(
        but(mark, letter=DAY - dt.timedelta(days=n % 3)) if mark.is_present else but(mark, reason="письмо не получено")
        for n, mark in enumerate(attendance(members()))
    )
    meeting = but(MEETING, form="Заочная", kind="Внеочередное", place="", start=None, end=None, invited="")
    return group(meeting=meeting, marks=marks)
