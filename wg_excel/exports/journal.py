"""Pages of the class journal: pupils down, days across, one or many pages in a sheet; nothing of a pupil is kept."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from wg_excel.domain.imported.facts import day_key, unmarked_name
from wg_excel.domain.periods import Period
from wg_excel.exports import cells
from wg_excel.exports.cells import Cache, Value, is_blank, number, text
from wg_excel.exports.grid import Row
from wg_excel.exports.lines import Lines, line_reader
from wg_excel.exports.mark_faults import OFTEN_AWAY, count_faults, fault_letter
from wg_excel.exports.mark_page import MarkPage
from wg_excel.exports.marks import mark_reader
from wg_excel.exports.naming import LOOKS_LIKE_NAME
from wg_excel.exports.page_finals import count_finals
from wg_excel.exports.pages import PageHeading, days_of, find_page
from wg_excel.exports.parts import FactRow
from wg_excel.exports.phrases import fold
from wg_excel.exports.shapes import Table, Taken, Task
from wg_excel.exports.spans import lone_month, span_in, span_of_days

LOW = 2
FIRST_GRADE = ("pupils", "lessons", "absences", "missed", "pupils_often_away")  # 1 класс has no marks
Figures = dict[str, float]
_MANY, _ABSENT, _AWAY = attrgetter("many"), attrgetter("absent"), attrgetter("away")


def read(table: Table, task: Task) -> Iterator[Taken]:
    """Give the figures of every page of a sheet."""
    return _Sheet(table, task).read()


class _Sheet:
    """A sheet of pages while it is read."""

    def __init__(self, table: Table, task: Task) -> None:
        self._table, self._task = table, task
        self._lines = line_reader(task.vocabulary)
        self._marks = mark_reader(task.vocabulary)
        self._not_pupil = task.vocabulary.pattern("pupils", "not_a_pupil")
        self._totals = task.vocabulary.pattern("totals", "sum"), task.vocabulary.pattern("totals", "mean")
        self._is_month = any(lone_month(fold(name))[0] for name in table.named)  # a part of a longer page
        self._names_total = Cache(self._is_label_of_total)

    def read(self) -> Iterator[Taken]:
        """Read all pages."""
        rows = list(self._table.grid.rows())
        figures: list[FactRow] = []
        spans: list[Period] = []
        lines, above, at = Lines(self._table.told.values, self._table.named), list[Row](), 0
        while at < len(rows):
            page = find_page(rows, at, self._table.kind, "pupil")
            if page is None:
                above.append(rows[at])
                at += 1
                continue
            if page.row > self._table.heading.row:  # what stands above the first page is above the table
                self._task.balance.other += len(above) + page.below - page.row
            lines = Lines(lines.values, self._table.named).over(self._lines.read(above))
            pupils, at = self._pupils(rows, page)
            above = []
            span, found = self._page(page, lines.with_titled(), pupils)
            figures += found
            spans += [span] if span else []
        self._task.balance.other += len(above)
        covered = Period(min(span.first for span in spans), max(span.last for span in spans)) if spans else None
        yield Taken(figures=figures, span=covered)

    def _pupils(self, rows: list[Row], page: PageHeading) -> tuple[list[Row], int]:
        """Return the rows of pupils below headings and where they end."""
        pupils: list[Row] = []
        balance = self._task.balance
        for at in range(page.below, len(rows)):
            row = rows[at]
            if all(map(is_blank, row)):
                balance.blank += 1
            elif self._is_pupil(row, page):
                pupils.append(row)
            elif self._is_total(row, page):
                balance.totals += 1
            elif self._line_like(row) or find_page(rows, at, self._table.kind, "pupil"):
                return pupils, at
            else:
                balance.other += 1
        return pupils, len(rows)

    def _is_pupil(self, row: Row, page: PageHeading) -> bool:
        name, order = row[page.name], page.columns.get("order")
        if order is not None and order != page.name:
            return number(row[order]) is not None and not self._is_total(row, page)
        written = text(name)
        if not written or self._line_like(row) or self._is_total(row, page):
            return False
        marked = any(not is_blank(row[place]) for place in page.dates)
        return LOOKS_LIKE_NAME.fullmatch(written) is not None or (marked and row[min(page.dates)] != name)

    def _is_total(self, row: Row, page: PageHeading) -> bool:
        label = next((value for value in row[: page.name + 1] if isinstance(value, str) and value.strip()), "")
        return self._names_total[label]

    def _is_label_of_total(self, label: Value) -> bool:
        folded = fold(text(label))
        return not LOOKS_LIKE_NAME.fullmatch(text(label)) and any(
            found.match(folded) for found in (*self._totals, self._not_pupil)
        )

    def _line_like(self, row: Row) -> bool:
        filled = {text(value) for value in row if not is_blank(value)}
        return self._lines.is_line(row) or (len(filled) == 1 and not LOOKS_LIKE_NAME.fullmatch(next(iter(filled))))

    def _page(self, page: PageHeading, lines: Lines, pupils: list[Row]) -> tuple[Period | None, Iterator[FactRow]]:
        balance, calendar = self._task.balance, self._task.calendar
        days = days_of(page, lines, calendar)
        past = [place for place, day in days.items() if 0 < day <= day_key(calendar.today)]
        span = None if self._is_month else span_in([lines.get("period"), *lines.texts], calendar)
        span = span or span_of_days(days.values())
        school_class, part = cells.school_class(lines.get("school_class")) or ("", "")
        subject, group = cells.subject(lines.get("subject"))
        group = text(lines.get("group")) or group or part
        if not school_class or not subject:
            role = "subject" if school_class else "school_class"
            for _ in pupils:
                balance.reject(1 + page.row, self._table.lacks(role))
            return None, iter(())
        balance.taken += len(pupils)
        values = self._counts(page, pupils, {place: days[place] for place in past}, span)
        if school_class.rstrip("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ") == "1":
            values = {name: values[name] for name in FIRST_GRADE}
        first, last = (day_key(span.first), day_key(span.last)) if span else (0, 0)
        teachers = cells.people(lines.get("teacher"))
        if not lines.get("teacher"):
            balance.unclear("Страниц журнала без имени учителя, они не отнесены ни к кому")
        return span, (
            (first, last, "journal", school_class, subject, group, teacher, name, value, 0)
            for teacher in teachers
            for name, value in values.items()
        )

    def _counts(self, page: PageHeading, pupils: list[Row], past: Mapping[int, int], span: Period | None) -> Figures:
        today = self._task.calendar.today
        columns = list(zip(*pupils, strict=False))
        cells_ = MarkPage([columns[place] for place in past] if pupils else [], self._marks)
        self._doubts(cells_)
        marks, absent = cells_.by_lesson(_MANY), cells_.by_lesson(_ABSENT)
        by_pupil = cells_.by_pupil(_MANY)
        hours = weekly_hours(len(past), span, today)
        required = self._task.vocabulary.raw["marks"]["required"]
        return {
            "pupils": len(pupils),
            "lessons": len(past),
            "marks": sum(marks),
            "marks_required": len(pupils) * required[min(hours, len(required)) - 1],
            "lessons_without_marks": sum(not any(found) for found in zip(marks, absent, strict=True)),
            "lessons_low": sum(1 <= found <= LOW for found in marks),
            "absences": sum(absent),
            "pupils_without_marks": by_pupil.count(0),
            "pupils_one_mark": by_pupil.count(1),
            **_missed(cells_),
            **_faults(cells_, is_over=bool(span and span.last <= today)),
            **self._finals(page, columns),
            **_unmarked(past.values(), marks, absent),
        }

    def _doubts(self, page: MarkPage) -> None:
        unknown, dates = page.cells(lambda cell: not cell.known), page.cells(lambda cell: cell.was_date)
        if unknown:
            self._task.balance.unclear("Не учтено ячеек с непонятным знаком", unknown)
        if dates:
            self._task.balance.unclear("Двойных отметок прочитано из дат и дробей, сделанных Excel", dates)

    def _finals(self, page: PageHeading, columns: Sequence[Sequence[Value]]) -> Figures:
        if "final" not in page.columns or not columns:
            return {}
        means = columns[page.columns["mean"]] if "mean" in page.columns else None
        return count_finals(columns[page.columns["final"]], means, self._marks)


def _missed(page: MarkPage) -> Figures:
    """Return how many lessons were missed for any reason, and how many pupils missed a fifth of them or more."""
    missed = page.by_pupil(_AWAY)
    often = sum(many >= OFTEN_AWAY * page.lessons for many in missed)
    return {"missed": sum(missed), "pupils_often_away": often}


def _faults(page: MarkPage, *, is_over: bool) -> dict[str, int]:
    beside = page.cells(lambda cell: cell.many and cell.absent)
    return {"mark_and_absence": beside, **count_faults(page.rows(fault_letter), is_over=is_over)}


def _unmarked(days: Iterable[int], marks: Iterable[int], absent: Iterable[int]) -> Figures:
    """Return the lessons with neither a mark nor an absence: each by its day and its place among the day's lessons."""
    met: Counter[int] = Counter()
    found: Figures = {}
    for day, many, away in zip(days, marks, absent, strict=False):
        met[day] += 1
        if not many and not away:
            found[unmarked_name(day, met[day])] = 1
    return found


def weekly_hours(lessons: int, span: Period | None, today: dt.date) -> int:
    """Return lessons a week, rounded, at least 1: by the calendar weeks that the page's period touches up to today."""
    if span is None:
        return 1
    last = max(span.first, min(span.last, today))
    weeks = (_monday(last) - _monday(span.first)).days // 7 + 1
    return max(1, math.floor(lessons / weeks + 0.5))


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
