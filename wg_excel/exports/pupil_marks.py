"""Marks of one pupil («ЭлЖур», «Сетевой город»): recognised and counted, but they add nothing to the monitoring."""

from collections.abc import Iterator

from wg_excel.domain.imported.facts import day_key
from wg_excel.domain.periods import Period
from wg_excel.exports import cells
from wg_excel.exports.cells import is_blank
from wg_excel.exports.lines import line_reader
from wg_excel.exports.marks import mark_reader
from wg_excel.exports.pages import days_of, find_page
from wg_excel.exports.shapes import Table, Taken, Task
from wg_excel.exports.spans import span_of_days


def read(table: Table, task: Task) -> Iterator[Taken]:
    """Tell that the class has such a page, and nothing of the pupil."""
    rows = list(table.grid.rows())
    at = table.heading.row
    page = find_page(rows, at, table.kind, "subject")
    assert page is not None
    lines = line_reader(task.vocabulary).read(rows[:at])
    span = table.span(task.calendar) or span_of_days(days_of(page, lines, task.calendar).values())
    marks = mark_reader(task.vocabulary)
    doubtful = 0
    for row in rows[page.below :]:
        if all(map(is_blank, row)):
            task.balance.blank += 1
        elif is_blank(row[page.name]):
            task.balance.other += 1
        else:
            task.balance.taken += 1
            doubtful += sum(not marks.cache[row[place]].known for place in page.dates)
    if doubtful:
        task.balance.unclear("Не учтено ячеек с непонятным знаком вместо отметки", doubtful)
    school_class, _ = cells.school_class(lines.get("school_class")) or ("", "")
    first, last = _keys(span)
    yield Taken(figures=[(first, last, table.kind.id, school_class, "", "", "", "pupil_pages", 1.0, 0)], span=span)


def _keys(span: Period | None) -> tuple[int, int]:
    return (day_key(span.first), day_key(span.last)) if span else (0, 0)
