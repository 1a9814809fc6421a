"""Make the large files of marks and lessons that the benchmark of the import measures; every name is invented."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import xlsxwriter

SUBJECTS = (
    "Русский язык",
    "Литература",
    "Алгебра",
    "Геометрия",
    "Физика",
    "Химия",
    "Биология",
    "География",
    "История",
    "Обществознание",
    "Информатика",
    "Английский язык",
    "Музыка",
    "Технология",
    "Физическая культура",
)
PATRONYMICS = ("Антоновна", "Борисовна", "Викторовна", "Глебовна", "Денисовна", "Егоровна", "Игоревна", "Львовна")
MARKS: tuple[int | str, ...] = (5, 4, "", "", 3, "н", "", 4, "5/4", "", 5, "", 2, "", "")
HEADS = ("Дата", "№ урока", "Класс", "Предмет", "Учитель", "Тема", "Домашнее задание")
DAYS = 170
FIRST_DAY = dt.date(2026, 9, 1)


def classes(count: int) -> list[str]:
    """Return names of classes from 5А on."""
    return [f"{grade}{letter}" for letter, grade in islice(product("АБВГДЕЖИК", range(5, 12)), count)]


def teacher(number: int) -> str:
    """Return an invented teacher's name."""
    return f"Учебная Анна {PATRONYMICS[number % len(PATRONYMICS)]}"


def write_pages(path: Path, many_classes: int, subjects: int = 15, pupils: int = 25, lessons: int = 40) -> None:
    """Write a term's journal: a sheet a class, in it a block a subject with its own lines and headings."""
    days = [day for day in map(FIRST_DAY.__add__, map(dt.timedelta, range(90))) if day.weekday() < 5][:lessons]
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        for number, name in enumerate(classes(many_classes)):
            sheet, row = book.add_worksheet(name), 0
            for subject in SUBJECTS[:subjects]:
                for line in _block(name, subject, teacher(number), days, pupils):
                    sheet.write_row(row, 0, line)
                    row += 1


def _block(name: str, subject: str, who: str, days: list[dt.date], pupils: int) -> Iterator[tuple[float | str, ...]]:
    yield (f"Класс: {name}",)
    yield (f"Предмет: {subject}",)
    yield (f"Учитель: {who}",)
    yield ("Период: 01.09.2026 - 23.10.2026",)
    yield ("№", "ФИО", *(f"{day:%d.%m}" for day in days), "Средний балл", "Итог")
    for pupil in range(pupils):
        marks = (MARKS[(pupil * 7 + place * 3) % len(MARKS)] for place in range(len(days)))
        yield (pupil + 1, f"Ученический Пётр{pupil}", *marks, 4.2, 4)
    yield ()


def write_list(path: Path, count: int) -> None:
    """Write a list of `count` lessons: seven a day for each class, over the days of a school year and more classes."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        day_format = book.add_format({"num_format": "dd.mm.yyyy"})
        sheet = book.add_worksheet("Лист1")
        sheet.write(0, 0, "Темы уроков и домашние задания")
        sheet.write_row(1, 0, HEADS)
        for number, (date, *rest) in enumerate(islice(lessons_of(count), count), 2):
            sheet.write_datetime(number, 0, date, day_format)
            sheet.write_row(number, 1, rest)


def write_old_list(path: Path, count: int) -> None:
    """Write a list of lessons as BIFF (.xls), which ends at row 65,536."""
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Лист1")
    for place, head in enumerate(HEADS):
        sheet.write(0, place, head)
    for number, (date, *rest) in enumerate(islice(lessons_of(count), count), 1):
        for place, value in enumerate((f"{date:%d.%m.%Y}", *rest)):
            sheet.write(number, place, value)
    book.save(str(path))


def lessons_of(count: int) -> Iterator[tuple[dt.date, int, str, str, str, str, str]]:
    """Yield seven lessons a day for each of 63 classes, again with later numbers where the count needs more."""
    for again in range(count // (63 * 7 * DAYS) + 1):
        for n, (place, name), number in product(range(DAYS), enumerate(classes(63)), range(7)):
            subject = SUBJECTS[(place + number + again) % len(SUBJECTS)]
            day, topic, home = (
                FIRST_DAY + dt.timedelta(n),
                f"Тема {again}-{n}-{number}",
                f"§ {n + number}, упр. {place}",
            )
            yield day, number + 1 + 7 * again, name, subject, teacher(place), topic, home
