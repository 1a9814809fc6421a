"""Reports of counts: a row a class, subject or teacher, numbers beside; which numbers is data (`kinds.toml`)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from wg_excel.domain.imported.facts import day_key
from wg_excel.domain.periods import Period
from wg_excel.exports import cells
from wg_excel.exports.cells import Value, is_blank, number, text
from wg_excel.exports.grid import Row
from wg_excel.exports.kinds import Kind
from wg_excel.exports.parts import FactRow
from wg_excel.exports.phrases import fold
from wg_excel.exports.shapes import Table, Taken, Task
from wg_excel.exports.spans import span_of_days
from wg_excel.exports.tables import Segment, TableReader

KEYS = ("teacher", "school_class", "day", "subject", "pupil")
Key = tuple[int, str, str, str, str]
_PARALLEL = re.compile(
    r"(?:1[012]|[1-9])(?:\s?[-–—]\s?(?:1[012]|[1-9]))?\s?(?:-?[еx]\s?)?\s?(?:классы|параллел)|параллел|[1-9]\s?[-–—]\s?(?:1[012]|[1-9])\s?кл"
)


def read(table: Table, task: Task) -> Iterator[Taken]:
    """Give the figures of a report, summed where several rows concern the same (pupils of a class)."""
    return _Report(table, task).read()


class _Report:
    """One report of counts while it is read."""

    def __init__(self, table: Table, task: Task) -> None:
        self._table, self._task = table, task
        self._kind: Kind = table.kind
        self._span = table.span(task.calendar)
        self._sums: dict[tuple[Key, str], float] = {}
        self._columns_sum: dict[str, float] = defaultdict(float)
        self._sums_before: list[dict[str, float]] = [{}]  # at each row of totals
        self._last: dict[str, str] = {}

    def read(self) -> Iterator[Taken]:
        """Read all rows."""
        table, task = self._table, self._task
        reader = TableReader(task.vocabulary, table.kind, table.heading, table.lines, task.balance)
        reader.on_totals = self._check
        columns = table.heading.columns
        anchor = next((role for role in KEYS if role in columns and not self._is_told(role, columns)), "school_class")
        for segment in reader.segments(table.grid, anchor, lambda value: not is_blank(value)):
            for at, row in zip(segment.numbers, segment.rows, strict=True):
                self._take(segment, at, row)
        yield Taken(figures=list(self._figures()), span=self._covered())

    def _take(self, segment: Segment, at: int, row: Row) -> None:
        balance = self._task.balance
        values = self._values(segment.columns, row)
        if self._is_subtotal(segment.columns, row) or self._is_parallel(segment.columns, row):
            balance.totals += 1
            return
        if not values:
            balance.reject(at, "в строке нет чисел")
            return
        keys = self._keys(segment, row)
        if isinstance(keys, str):
            balance.reject(at, keys)
            return
        balance.taken += 1
        if "teacher" in self._kind.needs and not any(key[-1] for key in keys):
            balance.unclear("Строк без имени учителя, они не отнесены ни к кому")
        for name, value in values.items():
            self._columns_sum[name] += value
        for key in keys:
            for name, value in self._with_derived(values).items():
                if name in self._kind.measures and (key, name) in self._sums:
                    continue
                self._sums[key, name] = self._sums.get((key, name), 0.0) + value

    def _values(self, columns: dict[str, int], row: Row) -> dict[str, float]:
        cells_ = ((name, row[columns[name]]) for name in self._kind.own if name in columns)
        found = ((name, number(cell), cell) for name, cell in cells_)
        return {
            name: round(value * 100, 4) if name in self._kind.percents and _is_fraction(cell) else value
            for name, value, cell in found
            if value is not None
        }

    def _with_derived(self, values: dict[str, float]) -> dict[str, float]:
        made = dict(values)
        for name, (whole, *parts) in self._kind.derived.items():
            if name not in made and whole in made and all(part in made for part in parts):
                made[name] = made[whole] - sum(made[part] for part in parts)
        return made

    def _is_subtotal(self, columns: dict[str, int], row: Row) -> bool:
        """Tell a row that sums a teacher's lines: it names the teacher, but no class and no subject."""
        below = [columns[role] for role in ("school_class", "subject") if role in columns]
        if "teacher" not in columns or not below or is_blank(row[columns["teacher"]]):
            return False
        return all(is_blank(row[place]) for place in below)

    @staticmethod
    def _is_parallel(columns: dict[str, int], row: Row) -> bool:
        """Tell a row that sums classes: «5-9 классы», «5 классы», «Параллель 5»."""
        return "school_class" in columns and _PARALLEL.match(fold(text(row[columns["school_class"]]))) is not None

    def _keys(self, segment: Segment, row: Row) -> list[Key] | str:
        """Return whom a row concerns, a teacher each, or why that cannot be told."""
        said = {role: text(row[segment.columns[role]]) for role in KEYS if role in segment.columns}
        for role in ("teacher", "school_class"):
            told = "" if self._is_told(role, segment.columns) else self._last.get(role, "")
            said[role] = said.get(role) or (told if role in said else segment.lines.get(role))
            self._last[role] = said[role]
        day = 0
        if "day" in segment.columns and not (day := cells.day(row[segment.columns["day"]])):
            return "дата не понята"
        school_class = cells.school_class(said["school_class"])
        if school_class is None and said["school_class"]:
            return f"класс не понят: {cells.shown(said['school_class'])}"
        if "pupil" in segment.columns and school_class is None:
            return self._table.lacks("school_class")
        subject, group = cells.subject(said.get("subject") or segment.lines.get("subject"))
        name, part = school_class or ("", "")
        return [(day, name, subject, group or part, teacher) for teacher in cells.people(said["teacher"])]

    def _is_told(self, role: str, columns: Mapping[str, int]) -> bool:
        """Tell a column beyond those of the sheet: its blank cells stay blank."""
        return columns.get(role, -1) >= len(self._table.heading.texts)

    def _check(self, row: Row, columns: dict[str, int], mean: bool) -> None:  # noqa: FBT001 - one of two kinds of totals
        """Compare a row of totals with the sum of all rows above, or of those since any earlier such row."""
        if mean:
            return
        for name, said in self._values(columns, row).items():
            whole = self._columns_sum[name]
            sums = (whole - before.get(name, 0.0) for before in self._sums_before)
            if name not in self._kind.measures and all(abs(said - found) > 0.5 for found in sums):
                self._task.balance.warn(
                    f"Итог не сходится: в столбце «{self._kind.heading(name)}» стоит {said:g}, по строкам {whole:g}."
                )
        self._sums_before.append(dict(self._columns_sum))

    def _covered(self) -> Period | None:
        return self._span or span_of_days(key[0] for key, _ in self._sums)

    def _figures(self) -> Iterator[FactRow]:
        span = self._covered()
        first, last = (day_key(span.first), day_key(span.last)) if span else (0, 0)
        for ((day, school_class, subject, group, teacher), name), value in self._sums.items():
            yield (day or first, day or last, self._kind.id, school_class, subject, group, teacher, name, value, 0)


def _is_fraction(cell: Value) -> bool:
    """Tell a number that Excel shows as a percentage: 0.6 for 60 %."""
    return isinstance(cell, int | float) and 0 < cell <= 1
