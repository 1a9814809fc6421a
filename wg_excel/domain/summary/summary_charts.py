"""What the charts of «Сводка» draw: blocks of rows, one below the other, on the hidden sheet of their data."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from wg_excel.domain.figures import Figure
from wg_excel.domain.monitoring.monitoring_figures import LOWEST_SHOWN
from wg_excel.domain.monitoring.weekly import TEACHER
from wg_excel.domain.summary.summary import Summary
from wg_excel.domain.work.work_figures import DONE, OPEN, OVERDUE

TREND_WEEKS = 12  # the latest, in a small trend on the page
Row = list[str | int | float | None]


class Block(NamedTuple):
    """The data of one chart: its heading row (label and series) and room for `rows` rows."""

    name: str
    heads: tuple[str, ...]
    rows: int
    fill: Callable[[Summary], Sequence[Row]]


def first_rows() -> dict[str, int]:
    """Return the heading row of every block by its name, counted from 0."""
    places, row = {}, 0
    for block in BLOCKS:
        places[block.name] = row
        row += block.rows + 1
    return places


def width() -> int:
    """Return how many columns the widest block has."""
    return max(len(block.heads) for block in BLOCKS)


def trends_row() -> int:
    """Return the row of the first trend, below the blocks of the charts: one row for each of the lowest teachers."""
    return sum(block.rows + 1 for block in BLOCKS) + 1


def trends(summary: Summary) -> list[Row]:
    """Return for each of the lowest teachers, in the order of the page, the name and the filling week by week."""
    rows: list[Row] = []
    for figure in summary.starting("monitoring.score")[:LOWEST_SHOWN]:
        line = summary.weeks.line(TEACHER, figure.title)
        percents = line.percents[-TREND_WEEKS:] if line else ()
        rows.append([figure.title, *percents, *[None] * (TREND_WEEKS - len(percents))])
    return rows


def filled(summary: Summary) -> dict[str, list[Row]]:
    """Return the rows of every block, at most as many as it has room for."""
    return {block.name: [list(row) for row in block.fill(summary)[: block.rows]] for block in BLOCKS}


def _months(summary: Summary) -> list[Row]:
    received = [one for one in summary.starting("appeals.month") if one.id.endswith(".received")]
    solved = [one for one in summary.starting("appeals.month") if one.id.endswith(".solved")]
    return [[one.title, one.value, other.value] for one, other in zip(received, solved, strict=True)]


def _values(name: str) -> Callable[[Summary], list[Row]]:
    return lambda summary: [[_label(figure), figure.value] for figure in summary.starting(name)]


def _label(figure: Figure) -> str:
    return figure.title.partition(": ")[2] or figure.title


def _members(summary: Summary) -> list[Row]:
    names = dict.fromkeys(figure.title.partition(": ")[0] for figure in summary.starting("member"))
    rows = [[name, *(_value(summary, f"member.{name}.{state}") for state in (DONE, OPEN, OVERDUE))] for name in names]
    return sorted(rows, key=lambda row: -sum(value for value in row[1:] if isinstance(value, int)))


def _classes(summary: Summary) -> list[Row]:
    """Return what is missing in each class: a bar that is seen only where something is to be mended."""
    names = dict.fromkeys(figure.title.partition(": ")[0] for figure in summary.starting("monitoring.class"))
    return [
        [name, *(_missing(summary, f"monitoring.class.{name}.{one}") for one in ("topics", "homework"))]
        for name in names
    ]


def _missing(summary: Summary, name: str) -> float | None:
    percent = _value(summary, name)
    return round(100 - percent, 1) if isinstance(percent, int | float) else None


def _value(summary: Summary, name: str) -> str | int | float | None:
    figure = summary.figure(name)
    return figure.value if figure else None


BLOCKS = (
    Block("months", ("Месяц", "Поступило", "Решено"), 12, _months),
    Block("kinds", ("Вид помощи", "Обращений"), 5, _values("appeals.help_kind")),
    Block("categories", ("Категория", "Обращений"), 8, _values("appeals.category")),
    Block("executors", ("Исполнитель", "Обращений"), 8, _values("appeals.executor")),
    Block("members", ("Исполнитель", "Выполнено", "В работе", "Просрочено"), 12, _members),
    Block("classes", ("Класс", "Темы", "ДЗ"), 40, _classes),
)
