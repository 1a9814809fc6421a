"""Every indicator of every part of invented schools, worked out once more in plain Python over the raw rows, agrees."""

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from tests.exports.whole import read
from tests.invented_school import (
    DAY_OFF,
    FIRST,
    LAST,
    TODAY,
    WORKING_SATURDAY,
    Raw,
    RawLesson,
    RawPage,
    invented,
    is_first_year,
    write,
)
from wg_excel.domain.calendar import school_calendar
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.imported.merging import FactStore
from wg_excel.domain.monitoring.class_reports import class_reports
from wg_excel.domain.monitoring.indicator_lines import class_report_lines, indicator_lines
from wg_excel.domain.monitoring.monitoring import monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import DayOff, SchoolTerm, Settings
from wg_excel.domain.staff.teachers import Teacher

BORDER = 0.6
WORKS = "контрольн|самостоятельн|проверочн|практическ|лабораторн|диктант|тест|зач[её]т|изложен|сочинен"
EXEMPT = re.compile(WORKS, re.IGNORECASE)
CLASSES = {1: ("5А", "6Б"), 2: ("1А", "10А"), 3: ("7В",), 4: ("1Б", "2А", "11А")}
EMPTY = {"", "—"}
MISSED = {"н", "б", "уп", "у"}
Key = tuple[str, str, str]
# Scope, teacher, parallel, class, subject, indicator → number and base.
Figures = dict[tuple[str, ...], tuple[float, float | None]]


@pytest.fixture(params=CLASSES, scope="module")
def school(request: pytest.FixtureRequest) -> Raw:
    return invented(request.param, CLASSES[request.param])


@pytest.fixture(scope="module")
def product(school: Raw, tmp_path_factory: pytest.TempPathFactory) -> Figures:
    files = write(school, tmp_path_factory.mktemp("выгрузки"))
    terms = [SchoolTerm("1 четверть", FIRST, LAST)]
    days = [DayOff(DAY_OFF, None, "Выходной"), DayOff(WORKING_SATURDAY, None, "Рабочий")]
    store = FactStore(Facts(), ())
    for reading in read(files, today=TODAY, terms=[Period(FIRST, LAST)]):
        assert reading.export, f"{reading.file}: {reading.message}"
        assert not reading.export.rejected_rows, reading.export.rejected
        store.take(reading.export)
    staff = [Teacher(name) for name in sorted({*(each.teacher for each in school.lessons), *_taught(school)})]
    settings = Settings(finals_border=BORDER)
    made = monitor(store.facts, staff, school_calendar(terms, days), settings, Period(FIRST, TODAY), TODAY)
    assert not made.waiting
    lines = [*indicator_lines(made), *class_report_lines(class_reports(store.facts, made), made)]
    return {tuple(map(str, line[2:8])): (float(str(line[8])), _float(line[9])) for line in lines}


def _taught(school: Raw) -> set[str]:
    return {lesson.taught for lesson in school.lessons if lesson.taught}


def _float(value: object) -> float | None:
    return None if value is None else float(str(value))


def test_every_figure_agrees_at_every_level(school: Raw, product: Figures) -> None:
    expected = {place: numbers for place, numbers in by_hand(school).items() if numbers[1] != 0}
    assert {place[5] for place in product} == {place[5] for place in expected}
    near = {place: (round(part, 2), base and round(base)) for place, (part, base) in expected.items()}
    assert product == near


def by_hand(school: Raw) -> Figures:
    """Return every figure by the definitions of the design, from the raw rows alone."""
    sums: defaultdict[tuple[str, ...], list[float]] = defaultdict(lambda: [0.0, 0.0])
    plain: set[tuple[str, ...]] = set()
    for key, indicator, part, base in _rows(school):
        teacher, name, subject = key
        known = (("Педагог", teacher, "", "", ""),) if teacher else ()
        for place in (*_of_class(name), ("Предмет", "", "", "", subject), *known, _row(key)):
            numbers = sums[*place, indicator]
            numbers[0], numbers[1] = numbers[0] + part, numbers[1] + (base or 0)
            plain |= {(*place, indicator)} if base is None else set()
    for name, indicator, part, base in _classes(school):
        for place in _of_class(name):
            sums[*place, indicator][0] += part
            sums[*place, indicator][1] += base
    figures: Figures = {place: (part, None if place in plain else base) for place, (part, base) in sums.items()}
    return figures | _working(school)


def _of_class(name: str) -> tuple[tuple[str, ...], ...]:
    parallel = re.match(r"\d+", name)[0]  # type: ignore[index]  # every class begins with its year
    return ("Школа", "", "", "", ""), ("Параллель", "", parallel, "", ""), ("Класс", "", parallel, name, "")


def _row(key: Key) -> tuple[str, ...]:
    return "Подробно", key[0], re.match(r"\d+", key[1])[0], key[1], key[2]  # type: ignore[index]  # as above


def _has_topic(lesson: RawLesson) -> bool:
    return len(lesson.topic.strip()) >= 3


def _lasts(school: Raw) -> dict[Key, RawLesson]:
    """Return each teacher's last lesson with a class in a subject: the term has ended, it needs no homework."""
    return {each.key: each for each in sorted(school.lessons, key=lambda each: (each.day, each.number))}


def _needs(lesson: RawLesson, lasts: dict[Key, RawLesson]) -> bool:
    return (
        not is_first_year(lesson.school_class) and not EXEMPT.search(lesson.topic) and lasts[lesson.key] is not lesson
    )


def _rows(school: Raw) -> Iterator[tuple[Key, str, float, float | None]]:
    """Yield every addend: whose, of which indicator, part and base."""
    lasts, first_days = _lasts(school), dict[tuple[str, str, str], dt.date]()
    for each in sorted(school.lessons, key=lambda each: each.day):
        first_days.setdefault((each.school_class, each.subject, each.group), each.day)
    unmarked = _unmarked(school)
    for lesson in school.lessons:
        needs, given = _needs(lesson, lasts), lesson.homework not in EMPTY
        topic = _has_topic(lesson)
        yield lesson.key, "Темы, %", topic, 1
        yield lesson.key, "ДЗ, %", needs and given, needs
        lacks = not topic or (needs and not given) or lesson in unmarked
        yield lesson.key, "Просроченные уроки, %", lacks, 1
        for filled, entered in ((topic, lesson.topic_day), (given, lesson.homework_day)):
            if filled and entered:
                yield lesson.key, "Своевременность, %", entered <= lesson.day, 1
        if (
            lesson.subject == "Физика"
            and first_days["".join(lesson.school_class), "Физика", ""] == lesson.day
            and topic
        ):
            missing = "инструктаж" not in lesson.topic.lower()
            yield lesson.key, "Первые уроки без инструктажа, %", missing, 1
            yield lesson.key, "Оформление: нет инструктажа на первом уроке", missing, None
    controls = {(each.day, *each.key) for each in school.lessons if "контрольн" in each.topic.lower()}
    for day, name, subject, teacher, entered in school.log:
        last = _working_day(day, 7 if (day, teacher, name, subject) in controls else 1)
        yield (teacher, name, subject), "Своевременность, %", entered <= last, 1
    for page in school.pages:
        for indicator, part, base in _of_page(page):
            yield (page.teacher, page.school_class, page.subject), indicator, part, base
    yield from _finals(school)


def _working_day(day: dt.date, number: int) -> dt.date:
    while number:
        day += dt.timedelta(1)
        number -= (day.weekday() < 5 or day == WORKING_SATURDAY) and day not in {DAY_OFF, dt.date(2026, 11, 4)}
    return day


def _marks(cell: str) -> list[int]:
    return [int(sign) for sign in cell if sign.isdigit()]


def _is_bare(column: tuple[str, ...]) -> bool:
    return not any(_marks(cell) or "н" in cell for cell in column)


def _unmarked(school: Raw) -> list[RawLesson]:
    """Return the lessons with neither a mark nor «н» whose term is over, as they stand in the list."""
    found = []
    for page in school.pages:
        for day, column in zip(page.days, zip(*page.cells, strict=True), strict=True):
            wanted = (day, page.school_class, page.subject, page.group)
            (lesson,) = (each for each in school.lessons if (each.day, *each.key[1:], each.group) == wanted)
            days = 7 if "контрольн" in lesson.topic.lower() else 1
            if _is_bare(column) and _working_day(day, days) < TODAY:
                found.append(lesson)
    return found


def _of_page(page: RawPage) -> Iterator[tuple[str, float, float | None]]:
    columns, pupils = list(zip(*page.cells, strict=True)), len(page.cells)
    lessons, many = len(columns), [sum(len(_marks(cell)) for cell in row) for row in page.cells]
    weeks = (LAST - dt.timedelta(LAST.weekday()) - (FIRST - dt.timedelta(FIRST.weekday()))).days // 7 + 1
    hours = max(1, math.floor(lessons / weeks + 0.5))
    in_lesson = [sum(len(_marks(cell)) for cell in column) for column in columns]
    away = [[any(sign in MISSED for sign in [re.sub(r"\d", "", cell)]) for cell in row] for row in page.cells]
    yield "Накопляемость, %", sum(many), pupils * {1: 3, 2: 5}.get(hours, 7)
    yield "Без отметок, %", sum(map(_is_bare, columns)), lessons
    yield "Уроки с 1–2 отметками, %", sum(number in {1, 2} for number in in_lesson), lessons
    yield "Учащиеся без отметок, %", many.count(0), pupils
    yield "Учащиеся с одной отметкой, %", many.count(1), pupils
    yield "Посещаемость, %", pupils * lessons - sum(map(sum, away)), pupils * lessons
    yield "Учащиеся, пропустившие 20 % и больше, %", sum(5 * sum(row) >= lessons for row in away), pupils
    finals = [(int(final), mean) for final, mean in zip(page.finals, page.means, strict=True) if final.isdigit()]
    off = sum(final != math.floor(mean) + (round(mean % 1, 4) >= BORDER) for final, mean in finals)
    yield "Итоговые не по среднему, %", off, len(finals)
    yield from _faults(page, away)


def _faults(page: RawPage, away: list[list[bool]]) -> Iterator[tuple[str, float, None]]:
    beside = after = edge = unmended = 0
    last = len(page.days) - 1
    for row, missed in zip(page.cells, away, strict=True):
        for place, cell in enumerate(row):
            beside += bool(_marks(cell)) and "н" in cell
            if min(_marks(cell), default=5) < 3:
                after += place > 0 and missed[place - 1]
                edge += place in {0, last}
                next_ = [mark for each in row[place : place + 4] for mark in _marks(each)]
                unmended += place + 3 <= last and max(next_) < 3
    yield "Оформление: отметка и «н» в одной клетке", beside, None
    yield "Оформление: «2» сразу после пропуска", after, None
    yield "Оформление: «2» на первом или последнем уроке", edge, None
    yield "Оформление: «2» не исправлена за три урока", unmended, None


def _finals(school: Raw) -> Iterator[tuple[Key, str, float, float]]:
    for (name, subject), marks in school.finals.items():
        who = {each.key[0] for each in school.lessons if each.key[1:] == (name, subject)}
        key = (next(iter(who)) if len(who) == 1 else "", name, subject)
        due = [mark for mark in marks if mark != "осв"]
        yield key, "Итоговые выставлены, %", sum(mark != "" for mark in due), len(due)
        yield key, "Итоговые «н/а», %", due.count("н/а"), len(due)
        known = [mark for mark in due if mark]
        yield key, "Качество по итоговым отметкам, %", known.count("5") + known.count("4"), len(known)
        yield key, "Успеваемость по итоговым отметкам, %", sum(mark in {"5", "4", "3"} for mark in known), len(known)
        weights = {"5": 1, "4": 0.64, "3": 0.36, "2": 0.16, "н/а": 0.07}
        yield key, "СОУ по итоговым отметкам, %", sum(weights[mark] for mark in known), len(known)


def _classes(school: Raw) -> Iterator[tuple[str, str, float, float]]:
    for name, (ill, good, bad) in school.absence.items():
        missed = ill + good + bad
        yield name, "Пропуски без уважительной причины, %", bad, missed
        seats = len({(each.day, each.number) for each in school.lessons if each.school_class == name})
        pupils = school.quality[name][0]
        yield name, "Посещаемость по отчёту о пропусках, %", seats * pupils - missed, seats * pupils
    for name, (pupils, n5, n4, n3, na) in school.quality.items():
        yield name, "Качество, %", n5 + n4, pupils
        yield name, "Успеваемость, %", n5 + n4 + n3, pupils
        yield name, "СОУ, %", n5 + 0.64 * n4 + 0.36 * n3 + 0.07 * na, pupils
        yield name, "Не аттестованы, %", na, pupils
    for name, (students, students_in, parents, parents_in) in school.logins.items():
        yield name, "Входили учащиеся, %", students_in, students
        yield name, "Входили родители, %", parents_in, parents


def _working(school: Raw) -> Figures:
    """Return who entered anything among those with lessons: in the school, a parallel, a class, a subject."""
    lasts, marked = _lasts(school), {(page.teacher, page.school_class, page.subject) for page in school.pages}
    logged = {(teacher, name, subject) for _, name, subject, teacher, _ in school.log}
    teaching: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    entered: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for lesson in school.lessons:
        wrote = _has_topic(lesson) or (_needs(lesson, lasts) and lesson.homework not in EMPTY)
        dated = bool(lesson.homework_day and lesson.homework not in EMPTY)
        for place in (*_of_class(lesson.school_class), ("Предмет", "", "", "", lesson.subject)):
            teaching[place].add(lesson.key[0])
            if wrote or dated or lesson.key in marked or lesson.key in logged:
                entered[place].add(lesson.key[0])
    return {(*place, "Работающие учителя, %"): (len(entered[place]), len(who)) for place, who in teaching.items()}
