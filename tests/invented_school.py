"""Exports of invented schools: raw rows of every kind of report, made by a seed, and the files that hold them.

A class has lessons in two groups, one hour a week in a subject is stood in for, one class changes its teacher in the
middle of a term; there are days off, a working Saturday, gaps of every kind. `Raw` is what an independent computation
reads; nothing here knows the product.
"""

import datetime as dt
import random
from dataclasses import dataclass, field
from pathlib import Path

from tests.exports.sheets import rows as sheet_rows, text_file, workbook

FIRST, LAST, TODAY = dt.date(2026, 9, 1), dt.date(2026, 10, 23), dt.date(2026, 11, 10)
DAY_OFF, WORKING_SATURDAY = dt.date(2026, 9, 17), dt.date(2026, 9, 19)
SUBJECTS = ("Алгебра", "Физика", "Английский язык", "Чтение")
GROUPED = "Английский язык"
NAMES = ("Асанова Лиля", "Белый Пётр", "Вовк Анна", "Гринь Олег", "Дуб Ирина", "Ершов Илья", "Жук Мария", "Зуев Ян")
CELLS = ("", "", "", "5", "4", "3", "2", "н", "б", "4/5", "3н", "оп", "1")
TOPICS = ("Повторение", "Контрольная работа", "Инструктаж. Введение", "Ёж", "—", "", "Диктант", "Задачи", "Тест")
HOMEWORKS = ("№ 5", "читать", "не задано", "", "—", "§ 3")


@dataclass(frozen=True)
class RawLesson:
    """A row of the list of lessons; `taught` stood in for the teacher, "" for nobody."""

    day: dt.date
    number: int
    school_class: str
    subject: str
    group: str
    teacher: str
    taught: str
    topic: str
    homework: str
    topic_day: dt.date | None
    homework_day: dt.date | None

    @property
    def key(self) -> tuple[str, str, str]:
        """Return who held it, the class and the subject."""
        return self.taught or self.teacher, self.school_class, self.subject


@dataclass(frozen=True)
class RawPage:
    """A page of the journal: days across, pupils down, means and finals at the right."""

    school_class: str
    subject: str
    group: str
    teacher: str
    days: tuple[dt.date, ...]
    cells: tuple[tuple[str, ...], ...]
    means: tuple[float, ...]
    finals: tuple[str, ...]


@dataclass
class Raw:
    """Everything that the files of a school hold."""

    lessons: list[RawLesson] = field(default_factory=list)
    pages: list[RawPage] = field(default_factory=list)
    log: list[tuple[dt.date, str, str, str, dt.date]] = field(default_factory=list)
    absence: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    quality: dict[str, tuple[int, int, int, int, int]] = field(default_factory=dict)
    finals: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    logins: dict[str, tuple[int, int, int, int]] = field(default_factory=dict)


def invented(seed: int, classes: tuple[str, ...]) -> Raw:
    """Return a school with these classes; the same seed gives the same school."""
    made, raw = random.Random(seed), Raw()
    for school_class in classes:
        for place, subject in enumerate(SUBJECTS):
            staff = made.sample(NAMES, 4)
            for group in ("1", "2") if subject == GROUPED else ("",):
                _journal(made, raw, school_class, place, group, (staff.pop(), staff.pop()))
        pupils = made.randint(12, 28)
        ill, good, bad = (made.randint(0, 40) for _ in range(3))
        raw.absence[school_class] = ill, good, bad
        marks = [made.randint(0, pupils // 5) for _ in range(4)]
        raw.quality[school_class] = (pupils, *marks)  # type: ignore[assignment]  # five numbers
        raw.logins[school_class] = (pupils, made.randint(0, pupils), 2 * pupils, made.randint(0, pupils))
        if not is_first_year(school_class):
            for subject in SUBJECTS:
                finals = tuple(made.choice(("5", "4", "3", "2", "н/а", "осв", "")) for _ in range(pupils))
                raw.finals[school_class, subject] = finals
    return raw


def _journal(made: random.Random, raw: Raw, school_class: str, place: int, group: str, staff: tuple[str, str]) -> None:
    """Add the lessons of a journal and, but in the first year, its page and its marks in the log."""
    (teacher, later), subject = staff, SUBJECTS[place]
    changes = subject == "Алгебра" and made.random() < 0.5
    weekday, hour = made.randint(0, 3), 1 + place
    days = [day for day in _days() if day.weekday() in {weekday, weekday + 1} or day == WORKING_SATURDAY]
    # Whoever comes in the middle of the term writes the page, which holds the days of both.
    regular = [later if changes and day > dt.date(2026, 10, 2) else teacher for day in days]
    owner = regular[-1]
    for day, of_day in zip(days, regular, strict=True):
        free = [name for name in NAMES if name not in {teacher, later}]
        stands_in = made.choice(free) if made.random() < 0.06 and not group and not changes else ""
        topic, homework = made.choice(TOPICS), made.choice(HOMEWORKS)
        topic_day = day + dt.timedelta(made.randint(-1, 2)) if len(topic) > 2 and made.random() < 0.8 else None
        homework_day = day + dt.timedelta(made.randint(-1, 2)) if homework not in {"", "—"} else None
        row = (day, hour, school_class, subject, group, of_day, stands_in, topic, homework, topic_day, homework_day)
        raw.lessons.append(RawLesson(*row))
    if is_first_year(school_class):
        return
    pupils = made.randint(6, 12)
    cells = tuple(tuple(made.choice(CELLS) for _ in days) for _ in range(pupils))
    means = tuple(made.choice((2.5, 3.0, 3.5, 3.49, 3.6, 4.55, 4.6, 5.0)) for _ in range(pupils))
    finals = tuple(made.choice(("3", "4", "5", "н/а", "")) for _ in range(pupils))
    raw.pages.append(RawPage(school_class, subject, group, owner, tuple(days), cells, means, finals))
    if not group and not changes:
        for day in days:
            raw.log.append((day, school_class, subject, owner, day + dt.timedelta(made.randint(0, 9))))


def is_first_year(school_class: str) -> bool:
    """Tell 1А from 10А and 2А."""
    return school_class[0] == "1" and not school_class[1].isdigit()


def _days() -> list[dt.date]:
    every = (FIRST + dt.timedelta(n) for n in range((LAST - FIRST).days + 1))
    return [day for day in every if day != DAY_OFF and (day.weekday() < 5 or day == WORKING_SATURDAY)]


def write(raw: Raw, folder: Path) -> list[Path]:
    """Write the files of a school; return them in the order in which they are imported."""
    files = {
        "уроки.csv": text_file([LESSONS, *map(_lesson_cells, raw.lessons)]),
        "журналы.xlsx": workbook({"Журнал": [row for page in raw.pages for row in _page_rows(page)]}),
        "изменения.csv": text_file([CHANGES, *map(_log_cells, raw.log)]),
        "пропуски.csv": text_file([PERIOD, ABSENCE, *([name, sum(n), *n] for name, n in raw.absence.items())]),
        "качество.csv": text_file([PERIOD, QUALITY, *([name, *n, 50, 50] for name, n in raw.quality.items())]),
        "входы.csv": text_file([PERIOD, LOGINS, *([name, *n] for name, n in raw.logins.items())]),
        **{f"итоги {name}.csv": text_file(_finals_rows(raw, name)) for name in {key[0] for key in raw.finals}},
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in sorted(files)]


(LESSONS,) = sheet_rows(
    "Дата | № урока | Класс | Предмет | Группа | Учитель | Замена | Тема | Домашнее задание | Дата внесения темы "
    "| Дата внесения ДЗ"
)
(CHANGES,) = sheet_rows("Дата и время | Пользователь | Класс | Предмет | Дата урока | Действие")
PERIOD = [f"Период: {FIRST:%d.%m.%Y} – {LAST:%d.%m.%Y}"]
(ABSENCE,) = sheet_rows("Класс | Всего | По болезни | По ув. причине | По неув. причине")
(QUALITY,) = sheet_rows("Класс | Кол-во | 5 | 4 | 3 | н/а | % успев. | % кач.")
(LOGINS,) = sheet_rows("Класс | Учащиеся всего | Вход учащиеся | Родители всего | Вход родители")


def _lesson_cells(lesson: RawLesson) -> list[object]:
    entered = (f"{day:%d.%m.%Y}" if day else "" for day in (lesson.topic_day, lesson.homework_day))
    whom = (lesson.school_class, lesson.subject, lesson.group, lesson.teacher, lesson.taught)
    return [f"{lesson.day:%d.%m.%Y}", lesson.number, *whom, lesson.topic, lesson.homework, *entered]


def _log_cells(entry: tuple[dt.date, str, str, str, dt.date]) -> list[object]:
    day, school_class, subject, teacher, entered = entry
    return [f"{entered:%d.%m.%Y} 12:00", teacher, school_class, subject, f"{day:%d.%m.%Y}", "Выставлена отметка"]


def _page_rows(page: RawPage) -> list[list[object]]:
    head: list[list[object]] = [
        [f"Класс: {page.school_class}"],
        [f"Предмет: {page.subject}"],
        [f"Группа: {page.group}"],
        [f"Учитель: {page.teacher}"],
        list(PERIOD),
        ["№", "ФИО", *(f"{day:%d.%m.%Y}" for day in page.days), "Средний балл", "Итог"],
    ]
    pupils = enumerate(zip(page.cells, page.means, page.finals, strict=True), 1)
    return [*head, *([n, f"Ученик {n}", *cells, mean, final] for n, (cells, mean, final) in pupils), []]


def _finals_rows(raw: Raw, school_class: str) -> list[list[object]]:
    columns = {subject: finals for (name, subject), finals in raw.finals.items() if name == school_class}
    pupils = enumerate(zip(*columns.values(), strict=True), 1)
    head: list[list[object]] = [[f"Класс: {school_class}"], list(PERIOD), ["№", "Ученик", *columns]]
    return [*head, *([n, f"Ученик {n}", *marks] for n, marks in pupils)]
