"""Invent the lessons of the demo school: who taught what on which day, and what was entered when.

Only `random.Random(SEED)` decides, so the same files come out each time. Nothing here uses the product's code:
the counts made from these lessons are an independent truth for its tests.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

SEED = 2026
FIRST, TERM_END, BREAK_END, LAST = (dt.date(2026, m, d) for m, d in ((9, 1), (10, 23), (11, 1), (11, 20)))
HOLIDAY = dt.date(2026, 11, 4)


@dataclass(frozen=True)
class Course:
    """A subject of a class: its teacher, the teacher's name as the export spells it, weekdays and lesson numbers."""

    school_class: str
    subject: str
    teacher: str
    spelt: str
    slots: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Habit:
    """How a teacher keeps the journal: shares of topics, homework and entries in time."""

    topics: float = 0.99
    homework: float = 0.98
    in_time: float = 0.97


@dataclass(frozen=True)
class Taught:
    """A lesson held, as the journal has it; `entered` is None where neither topic nor homework was written."""

    day: dt.date
    number: int
    course: Course
    topic: str
    homework: str
    entered: dt.datetime | None
    control: bool


HABITS = {
    "Лебедь Артём Фёдорович": Habit(0.84, 0.80, 0.62),
    "Куртиев Эдем Ибраимович": Habit(0.96, 0.88, 0.86),
    "Хлебников Семён Денисович": Habit(0.97, 0.93, 0.78),
    "Пак Елена Валентиновна": Habit(0.98, 0.94, 0.91),
    "Нестеренко Павел Андреевич": Habit(0.80, 0.70, 0.50),
}
BOYKO_5_6, BOYKO_7_10 = "Бойко Марина Сергеевна", "Бойко Мария Степановна"
SOLOVYOVA, BELOUS = "Соловьёва-Гринь Алёна Михайловна", "Белоус Инна Витальевна"
RUDENKO, PAK = "Руденко Светлана Игоревна", "Пак Елена Валентиновна"
PRIMARY = {
    "1А": "Меметова Ленура Сеитовна",
    "2А": "Ткаченко Галина Степановна",
    "3А": "Воробьёва Нина Аркадьевна",
    "4А": "Зинченко Ольга Павловна",
}
SENIOR = ("5А", "6А", "7А", "8А", "9А", "10А")
SUBSTITUTE = ("Нестеренко Павел Андреевич", dt.date(2026, 11, 9), "10А", "Информатика")

# How the exports spell some names: blanks, «е» for «ё», initials, the reverse order, a short form.
SPELLINGS = {
    ("Лебедь Артём Фёдорович", ""): "Лебедь  Артем Федорович ",
    (SOLOVYOVA, "6А"): "Соловьева-Гринь Алена  Михайловна",
    ("Куртиев Эдем Ибраимович", "9А"): "Куртиев Э. И.",
    ("Куртиев Эдем Ибраимович", "10А"): "Эдем Ибраимович Куртиев",
    (PAK, ""): "Пак Елена",
    (BOYKO_7_10, "9А"): "Бойко М. С.",
}
TOPICS = {
    "Русский язык": ("Имя существительное", "Причастный оборот", "Сложное предложение", "Речь и её стили"),
    "Литература": ("Лирика поэта", "Образ героя в повести", "Композиция рассказа", "Роды литературы"),
    "Математика": ("Обыкновенные дроби", "Линейные уравнения", "Координатная плоскость", "Решение задач"),
    "Английский язык": ("Present Simple", "My School Day", "Past Simple", "Reading: A Letter"),
    "История": ("Первобытное общество", "Города и ремёсла", "Реформы и общество", "Работа с картой"),
    "География": ("План местности", "Климат материков", "Население и хозяйство", "Природные зоны"),
    "Физика": ("Измерение величин", "Давление в жидкостях", "Закон Ома", "Решение задач на движение"),
    "Биология": ("Строение клетки", "Царство растений", "Кровеносная система", "Обмен веществ"),
    "Информатика": ("Кодирование информации", "Алгоритмы с ветвлением", "Электронные таблицы", "Файлы и папки"),
    "Физическая культура": ("Бег на короткие дистанции", "Прыжок в длину", "Волейбол: передача", "Эстафеты"),
    "Окружающий мир": ("Живая и неживая природа", "Времена года", "Моя семья", "Правила дорожного движения"),
}
CONTROLS = {
    "Математика": "Контрольная работа № {}",
    "Русский язык": "Диктант № {}",
    "Физика": "Лабораторная работа № {}",
    "Биология": "Практическая работа № {}",
    "Английский язык": "Тест по разделу {}",
    "Информатика": "Проверочная работа № {}",
}
NO_TOPIC = ("", "", "-", "…")
NO_HOMEWORK = ("", "", "—", "-", ".", "/")


def courses() -> list[Course]:
    """Return every course of the school; two groups of English in 7А stand in the same slots."""
    made = [
        _course(name, subject, teacher, n)
        for name, teacher in PRIMARY.items()
        for n, subject in enumerate(("Русский язык", "Математика", "Окружающий мир"))
    ]
    for name in SENIOR:
        plan = [(subject, teacher) for subject, teacher in _senior(int(name[:-1])) if teacher]
        made += [_course(name, subject, teacher, n) for n, (subject, teacher) in enumerate(plan)]
    english = next(course for course in made if (course.school_class, course.subject) == ("7А", "Английский язык"))
    return [*made, Course("7А", english.subject, PAK, _spelt(PAK, "7А"), english.slots)]


def _senior(grade: int) -> tuple[tuple[str, str], ...]:
    return (
        ("Русский язык", SOLOVYOVA if grade < 8 else BELOUS),
        ("Математика", BOYKO_5_6 if grade < 7 else BOYKO_7_10),
        ("Литература", SOLOVYOVA if grade < 8 else BELOUS),
        ("Английский язык", RUDENKO if grade < 8 else PAK),
        ("История", "Куртиев Эдем Ибраимович"),
        ("География", "Абдураманов Рустем Айдерович"),
        ("Биология", "Мельничук Тамара Яковлевна"),
        ("Физика", "Лебедь Артём Фёдорович" if grade > 6 else ""),
        ("Информатика", "Терещук Виталий Олегович" if grade > 6 else ""),
        ("Физическая культура", "Хлебников Семён Денисович"),
    )


def _course(name: str, subject: str, teacher: str, place: int) -> Course:
    """Give a course its slots: two a week to the first two subjects, one to the others; nobody is in two places."""
    days = (place, place + 3) if place < 2 else (place - 1,)
    number = 1 + (place // 2 + [*PRIMARY, *SENIOR].index(name)) % 7
    return Course(name, subject, teacher, _spelt(teacher, name), tuple((day % 5, number) for day in days))


def _spelt(teacher: str, school_class: str) -> str:
    return SPELLINGS.get((teacher, school_class)) or SPELLINGS.get((teacher, "")) or teacher


def taught(random: Random) -> list[Taught]:
    """Return every lesson from 1 September to 20 November in the order of days, classes and lesson numbers."""
    every = [lesson for course in courses() for lesson in _of_course(course, random)]
    names = [*PRIMARY, *SENIOR]
    return sorted(every, key=lambda each: (each.day, names.index(each.course.school_class), each.number))


def _of_course(course: Course, random: Random) -> Iterator[Taught]:
    for place, (day, number) in enumerate(_moments(course)):
        yield _lesson(_in_charge(course, day), day, number, place, random)


def _moments(course: Course) -> Iterator[tuple[dt.date, int]]:
    for offset in range((LAST - FIRST).days + 1):
        day = FIRST + dt.timedelta(days=offset)
        if day == HOLIDAY or TERM_END < day <= BREAK_END:
            continue
        yield from ((day, number) for weekday, number in course.slots if weekday == day.weekday())


def _in_charge(course: Course, day: dt.date) -> Course:
    name, since, school_class, subject = SUBSTITUTE
    if (course.school_class, course.subject) == (school_class, subject) and day >= since:
        return Course(school_class, subject, name, name, course.slots)
    return course


def _lesson(course: Course, day: dt.date, number: int, place: int, random: Random) -> Taught:
    habit = HABITS.get(course.teacher, Habit())
    control = course.subject in CONTROLS and place % 6 == 5
    topic = _topic(course, place, control=control)
    topic = topic if random.random() < habit.topics else random.choice(NO_TOPIC)
    homework = "" if course.school_class == "1А" else _homework(place, habit, random, control=control)
    late = 0 if random.random() < habit.in_time else random.randint(1, 9)
    moment = dt.datetime(day.year, day.month, day.day, random.randint(9, 20), random.randint(0, 59))  # noqa: DTZ001
    written = has_topic(topic) or has_homework(homework)
    return Taught(day, number, course, topic, homework, moment + dt.timedelta(days=late) if written else None, control)


def _topic(course: Course, place: int, *, control: bool) -> str:
    if control:
        return CONTROLS[course.subject].format(1 + place // 6)
    topics = TOPICS[course.subject]
    return topics[place // 3 % len(topics)]


def _homework(place: int, habit: Habit, random: Random, *, control: bool) -> str:
    if control:
        return random.choice(("не задано", "", "повторить правила"))
    if random.random() >= habit.homework:
        return random.choice(NO_HOMEWORK)
    return random.choice((f"§ {place + 1}, вопросы 1–3", f"упр. {20 + place}", f"№ {100 + 3 * place}", "Не задано"))


def has_topic(topic: str) -> bool:
    """Tell whether a topic has at least three characters."""
    return len(topic.strip()) >= 3


def has_homework(homework: str) -> bool:
    """Tell whether a homework cell says something; «не задано» does."""
    return homework.strip() not in {"", "—", "–", "-", "/", "."}
