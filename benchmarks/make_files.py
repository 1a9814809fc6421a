"""Make the large files that the benchmark measures: a lessons export and a workbook full of appeals."""

import datetime as dt
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import xlsxwriter

from wg_excel.actions.creating import create
from wg_excel.book.opened import changing
from wg_excel.book.tables import write_rows
from wg_excel.demo import school_year
from wg_excel.domain.appeals.appeals import Appeal

HEADS = ("Дата", "№ урока", "Класс", "Предмет", "Учитель", "Тема", "Домашнее задание", "Дата внесения")
SUBJECTS = ("Русский язык", "Литература", "Математика", "Физика", "История", "География", "Биология")
PATRONYMICS = ("Антоновна", "Борисовна", "Викторовна", "Глебовна", "Денисовна", "Егоровна", "Игоревна", "Львовна")
FIRST_DAY = dt.date(2025, 9, 1)


def write_lessons(path: Path, count: int) -> None:
    """Write a lessons export of `count` rows: a large school's year before this one."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        day, moment = (book.add_format({"num_format": form}) for form in ("dd.mm.yyyy", "dd.mm.yyyy hh:mm"))
        sheet = book.add_worksheet("Лист1")
        sheet.write(0, 0, "Темы уроков и домашние задания")
        sheet.write_row(1, 0, HEADS)
        for number, (date, *texts, entered) in enumerate(islice(_lessons(), count), 2):
            sheet.write_datetime(number, 0, date, day)
            sheet.write_row(number, 1, texts)
            sheet.write_datetime(number, 7, entered, moment)


def _lessons() -> Iterator[tuple[dt.date, int, str, str, str, str, str, dt.datetime]]:
    """Yield seven lessons a day for each class, a distinct topic and homework in every row."""
    classes = [f"{grade}{letter}" for grade in range(2, 12) for letter in "АБВГДЕЖ"]
    moment = dt.datetime.combine(FIRST_DAY, dt.time(15, 30))
    for n in range(366):
        for place, name in enumerate(classes):
            for number, subject in enumerate(SUBJECTS, 1):
                teacher = f"Синтетическая Анна {PATRONYMICS[(place + number) % len(PATRONYMICS)]}"
                day = dt.timedelta(days=n)
                yield (
                    *(FIRST_DAY + day, number, name, subject, teacher),
                    *(f"Тема урока {n}-{place}-{number}", f"§ {n + number}, упр. {place}", moment + day),
                )


def write_workbook(path: Path, appeals: int) -> None:
    """Make a master workbook with the demo school and `appeals` appeals, each with its own number."""
    create(path, school=school_year.SCHOOL)
    with changing(path) as book:
        for record in school_year.RECORDS:
            if record is not Appeal:
                write_rows(book, record, school_year.rows(record))
        write_rows(book, Appeal, list(many_appeals(appeals)))


def many_appeals(count: int) -> Iterator[list[object]]:
    """Yield the demo's appeals again and again, with numbers and texts of their own."""
    columns = [column.name for column in Appeal.table.columns]
    number, essence = columns.index("number"), columns.index("essence")
    for place, row in enumerate(islice(cycle(school_year.rows(Appeal)), count), 1):
        made = list(row)
        made[number] = f"2026-{place:05d}"
        made[essence] = f"{row[essence]} ({place})"
        yield made
