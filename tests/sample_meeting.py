"""A small group with one held meeting, for tests of the protocol."""

import datetime as dt
from dataclasses import replace
from typing import Any, TypeVar

from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Attendance, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import Settings
from wg_excel.domain.work.assignments import Assignment

DAY = dt.date(2026, 8, 28)
R = TypeVar("R", bound=Record)


def row(record: type[R], *values: object, at: int = 0) -> R:
    """Make a record from its first columns; the others stay blank."""
    maker: Any = record
    made: R = maker(*values, row=at)
    return made


PEOPLE = (
    ("Даценко Ирина Александровна", "директор"),
    ("Иванова Мария Петровна", "заместитель директора по УВР"),
    ("Черных Игорь Олегович", "учитель информатики"),
    ("Аблялимова Айше Рефатовна", "учитель крымскотатарского языка"),
    ("Бондарь Сергей Иванович", "системный администратор"),
    ("Сейтаблаев Энвер Мамбет оглы", "учитель физики"),
)
SETTINGS = Settings(
    school="Муниципальное бюджетное общеобразовательное учреждение «Солнечненская средняя школа имени Героя "
    "Советского Союза И. И. Петрова» Кировского района Республики Крым",
    place="с. Солнечное",
)
MEETING = row(
    Meeting,
    "3",
    DAY,
    dt.time(14, 30),
    dt.time(15, 20),
    "кабинет 12",
    "Плановое",
    "Очная",
    "Даценко Ирина Александровна",
    "Иванова Мария Петровна",
    "Сидорова Анна Павловна, председатель родительского комитета; Ким В. С., представитель управления образования",
    "Проведено",
    at=8,
)
ITEMS = (
    row(
        AgendaItem,
        "3",
        1,
        "О готовности электронных журналов к началу учебного года",
        "Черных Игорь Олегович",
        "Журналы всех классов созданы, педагогам выданы данные доступа; не заполнена нагрузка в 10А классе.",
        "Аблялимова А. Р. предложила провести консультацию для новых педагогов.\n"
        "Сидорова А. П. спросила, когда родители увидят расписание.",
        "1. Информацию принять к сведению.\n2. Провести консультацию для новых педагогов.",
        5,
        0,
        0,
        at=12,
    ),
    row(
        AgendaItem,
        "3",
        2,
        "Об обращении № 2026-014: доступ родителей к дневнику",
        "Бондарь С. И., системный администратор",
        "",
        "",
        "Направить запрос в поддержку «ЭлЖур».",
        4,
        0,
        1,
        "2026-014",
        "8",
        at=13,
    ),
    row(
        AgendaItem, "3", 3, "О плане группы на I четверть", "", "Рассмотрен проект плана.", "", "План утвердить.", at=14
    ),
)
TASKS = (
    row(
        Assignment,
        "7",
        "3",
        1,
        "Провести консультации для новых педагогов",
        "Аблялимова Айше Рефатовна",
        dt.date(2026, 9, 4),
        "Выдано",
    ),
    row(
        Assignment,
        "8",
        "3",
        2,
        "Сообщить родителям ответ поддержки",
        "Бондарь Сергей Иванович",
        dt.date(2026, 9, 11),
        "Выдано",
    ),
)


def members(count: int = 6) -> tuple[Member, ...]:
    """Return the first people as members; beyond the named ones they are numbered by letters."""
    letters = "абвгдежзиклмнопрст"
    more = tuple((f"Петров{letter} Вера Ильинична", "учитель") for letter in letters)
    since = dt.date(2026, 1, 12)
    return tuple(
        row(Member, f"М{n}", fio, post, "Член группы", "", "", since)
        for n, (fio, post) in enumerate((PEOPLE + more)[:count], 1)
    )


def attendance(people: tuple[Member, ...], absent: str = "Сейтаблаев Энвер Мамбет оглы") -> tuple[Attendance, ...]:
    """Return everybody present but one."""
    return tuple(
        row(Attendance, "3", each.fio, "Отсутствовал", "болезнь")
        if each.fio == absent
        else row(Attendance, "3", each.fio, "Присутствовал")
        for each in people
    )


def group(settings: Settings = SETTINGS, *, people: int = 6, **changes: Any) -> Group:
    """Return the group; `changes` replace the records of meeting, items, tasks or marks."""
    composition = members(people)
    return Group(
        {
            Member: composition,
            Meeting: (changes.get("meeting", MEETING),),
            Attendance: changes.get("marks", attendance(composition)),
            AgendaItem: changes.get("items", _voted(max(people - 1, 5))),
            Assignment: changes.get("tasks", TASKS),
        },
        settings,
    )


def _voted(present: int) -> tuple[AgendaItem, ...]:
    """Return the items with the votes of all present."""
    return tuple(
        item if item.votes_for is None else replace(item, votes_for=present - (item.abstained or 0)) for item in ITEMS
    )


def but(record: R, **changes: Any) -> R:
    """Return a record with some columns changed."""
    return replace(record, **changes)
