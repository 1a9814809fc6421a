"""Invent one page of the class journal and write it as the journal shows it: months over days, «5/4», «н», «оп»."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

import xlsxwriter

from tools.demo_lessons import Taught, has_topic
from tools.demo_truth import in_term

JOURNAL = ("5А", "Математика")
CREATED = dt.datetime(2026, 10, 23)  # noqa: DTZ001 - a fixed day, written as it stands
MONTHS = {9: "Сентябрь", 10: "Октябрь"}
HEAD = 7  # rows above the row of months
# Invented pupils: a page of «ЭлЖур» names them, so that the import can be seen to drop the names.
PUPILS = (
    *("Азаров Артём", "Бережная Алина", "Вакулов Глеб", "Гнатюк Дарья", "Дикий Егор", "Еремеева Зоя", "Жданов Иван"),
    *("Зайцев Кирилл", "Исаева Лейла", "Калита Максим", "Ляшко Нина", "Мороз Олег", "Нагорная Полина"),
    *("Османов Рустем", "Петлюк София", "Романюк Тимур", "Сейтумеров Ферат", "Тихая Яна", "Ушаков Матвей"),
    "Фоменко Ева",
)
# What a cell holds and how many marks it gives; most cells are empty.
CELLS = (
    ("", 0), ("", 0), ("", 0), ("5", 1), ("4", 1), ("4", 1), ("3", 1), ("5/4", 2), ("3/4", 2), ("н", 0), ("оп", 0),
    ("2", 1), ("4", 1), ("осв", 0),
)  # fmt: skip
MARKS_A_TERM = 5


@dataclass(frozen=True)
class JournalPage:
    """A page: its days, a line of cells for every pupil, and the true counts of both."""

    teacher: str
    days: tuple[dt.date, ...]
    control: tuple[bool, ...]
    cells: tuple[tuple[str, ...], ...]
    marks: int
    without_marks: int
    required: int = len(PUPILS) * MARKS_A_TERM


def journal_page(lessons: Sequence[Taught], random: Random) -> JournalPage:
    """Invent the page of the first term; two of its lessons have neither a mark nor «н»."""
    held = in_term([each for each in lessons if (each.course.school_class, each.course.subject) == JOURNAL])
    bare = {3, 11}
    drawn = [[("", 0) if n in bare else random.choice(CELLS) for n in range(len(held))] for _ in PUPILS]
    columns = [[line[n][0] for line in drawn] for n in range(len(held))]
    return JournalPage(
        held[0].course.spelt,
        tuple(lesson.day for lesson in held),
        tuple(lesson.control and has_topic(lesson.topic) for lesson in held),
        tuple(tuple(text for text, _ in line) for line in drawn),
        sum(count for line in drawn for _, count in line),
        sum(not any(cell == "н" or cell[:1].isdigit() for cell in column) for column in columns),
    )


def write_journal(path: Path, page: JournalPage, school: str) -> int:
    """Write the page as .xlsx; return its data rows."""
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("Журнал")
        for place, line in enumerate(_lines(page, school)):
            sheet.write(place, 0, line)
        _write_heads(sheet, page)
        for number, (pupil, cells) in enumerate(zip(PUPILS, page.cells, strict=True), 1):
            _write_pupil(sheet, number, pupil, cells)
    return len(PUPILS)


def _lines(page: JournalPage, school: str) -> tuple[str, ...]:
    return (
        school,
        "Страница классного журнала",
        f"Класс: {JOURNAL[0]}",
        f"Предмет: {JOURNAL[1]}",
        f"Учитель: {page.teacher}",
        "Учебный год: 2026/2027",
        "Период: I четверть (01.09.2026 – 23.10.2026)",
    )


def _write_heads(sheet: xlsxwriter.worksheet.Worksheet, page: JournalPage) -> None:
    sheet.write_row(HEAD, 0, ("№", "ФИО"))
    left = 2
    for month, days in groupby(page.days, key=lambda day: day.month):
        width = len(list(days))
        sheet.merge_range(HEAD, left, HEAD, left + width - 1, MONTHS[month])
        left += width
    sheet.write_row(HEAD, left, ("Средний балл", "Итог"))
    sheet.write_row(HEAD + 1, 2, [day.day for day in page.days])


def _write_pupil(sheet: xlsxwriter.worksheet.Worksheet, number: int, pupil: str, cells: Sequence[str]) -> None:
    marks = [int(mark) for cell in cells for mark in cell.split("/") if mark.isdigit()]
    mean = round(sum(marks) / len(marks), 2)
    values = [int(cell) if cell.isdigit() else cell or None for cell in cells]
    sheet.write_row(HEAD + 1 + number, 0, (number, pupil, *values, mean, round(mean)))
