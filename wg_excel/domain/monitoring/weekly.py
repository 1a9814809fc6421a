"""How the journals were filled week by week: the sheet «По неделям», the trends of «Сводка» (2-eljur-exports 2.4)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from wg_excel.domain.imported.facts import day_key, key_day
from wg_excel.domain.monitoring.monitoring import Monitoring
from wg_excel.domain.monitoring.tally import monday
from wg_excel.domain.school_classes import class_order

SHEET = "По неделям"
SCHOOL = "Школа"
CLASS, TEACHER = "Класс", "Педагог"
WEEKS = 40  # of a school year: September to May
ROWS = 300  # of the sheet: the school, its classes and its teachers
HEADINGS = ("Разрез", "Кто", "За период, %", "Ход")
LEGEND = "Число — записано тем и нужных домашних заданий, % (округлено вниз); пусто — уроков не было. Темнее — меньше."

Cell = str | int | None
Filled = Mapping[int, tuple[int, int]]


class WeekLine(NamedTuple):
    """Filling of the school, a class or a teacher: what stands and what should, whole and by week."""

    scope: str
    name: str
    done: int
    due: int
    percents: tuple[int | None, ...]


@dataclass(frozen=True)
class Weekly:
    """The weeks of a period, by their Mondays, and a line for the school, every class and every teacher."""

    mondays: tuple[dt.date, ...] = ()
    lines: tuple[WeekLine, ...] = ()

    def line(self, scope: str, name: str) -> WeekLine | None:
        """Return the line of a scope and a name."""
        return next((line for line in self.lines if (line.scope, line.name) == (scope, name)), None)


def weekly(monitoring: Monitoring) -> Weekly:
    """Return the filling by week from the lists of lessons; reports without days tell nothing of weeks."""
    known = monitoring.known
    parts = {key: weeks for key in known.lists if (weeks := known.weeks(key))} if known else {}
    if not parts:
        return Weekly()
    last = min(monitoring.period.last, monitoring.today)
    first = key_day(min(min(weeks) for weeks in parts.values()))
    mondays = _mondays(first, key_day(monday(day_key(last))))[-WEEKS:]
    school = [_line(SCHOOL, SCHOOL, parts.values(), mondays)]
    classes = sorted({key[1] for key in parts}, key=class_order)
    teachers = sorted({key[0] for key in parts})
    return Weekly(
        mondays,
        (
            *school,
            *(_line(CLASS, name, _of(parts, 1, name), mondays) for name in classes),
            *(_line(TEACHER, name, _of(parts, 0, name), mondays) for name in teachers),
        ),
    )


def page(found: Weekly) -> list[list[Cell]]:
    """Return the rows of the sheet from its headings on; the third is the column of the trend, which holds no value."""
    weeks = [f"{day:%d.%m}" for day in found.mondays]
    rows: list[list[Cell]] = [[*HEADINGS, *weeks, *[None] * (WEEKS - len(weeks))]]
    for line in found.lines[:ROWS]:
        percent = 100 * line.done // line.due
        rows.append([line.scope, line.name, percent, None, *line.percents, *[None] * (WEEKS - len(weeks))])
    return rows


def _mondays(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    return tuple(first + dt.timedelta(days=7 * n) for n in range((last - first).days // 7 + 1))


def _of(parts: Mapping[tuple[str, str, str], Filled], place: int, name: str) -> list[Filled]:
    return [weeks for key, weeks in parts.items() if key[place] == name]


def _line(scope: str, name: str, parts: Iterable[Filled], mondays: Iterable[dt.date]) -> WeekLine:
    sums: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
    for weeks in parts:
        for week, (done, due) in weeks.items():
            sums[week][0] += done
            sums[week][1] += due
    percents = (100 * sums[week][0] // sums[week][1] if week in sums else None for week in map(day_key, mondays))
    done, due = (sum(pair[place] for pair in sums.values()) for place in (0, 1))
    return WeekLine(scope, name, done, due, tuple(percents))
