"""Bar charts as numbers for inline SVG: what a template draws without computing."""

from collections.abc import Sequence
from typing import NamedTuple

WIDTH = 340  # of the drawing, in its own units: a telephone shows it one to one
LABEL, BAR, GAP = 18, 13, 9  # heights: a name, a bar, the room between groups
ROOM = 46  # right of the longest bar, for its value

Value = str | int | float | None


class Bar(NamedTuple):
    """One bar: its top, width, the place of its value, the value in words, and the number of its series."""

    y: int
    width: float
    text: str
    series: int


class Bars(NamedTuple):
    """The bars of one name, below it."""

    name: str
    y: int
    bars: tuple[Bar, ...]


class BarChart(NamedTuple):
    """A chart: its id in the page, title, series, bars, height, and the same data as a table."""

    id: str
    title: str
    series: tuple[str, ...]
    groups: tuple[Bars, ...]
    height: int
    unit: str = ""


def bar_chart(
    name: str, title: str, series: Sequence[str], rows: Sequence[Sequence[Value]], unit: str = ""
) -> BarChart | None:
    """Lay out horizontal bars, one group a row: its name, then a number for each series; None without numbers."""
    shown = [row for row in rows if any(_number(value) for value in row[1:])]
    greatest = max((_number(value) for row in shown for value in row[1:]), default=0)
    if not greatest:
        return None
    groups, y = [], 0
    for row in shown:
        top = y + LABEL
        bars = tuple(
            Bar(top + n * BAR, round(_number(value) / greatest * (WIDTH - ROOM), 1), _words(value, unit), n)
            for n, value in enumerate(row[1:])
        )
        groups.append(Bars(str(row[0]), y + LABEL - 5, bars))
        y = top + len(bars) * BAR + GAP
    return BarChart(name, title, tuple(series), tuple(groups), y, unit)


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0


def _words(value: Value, unit: str) -> str:
    return "нет данных" if value is None else f"{value:g}".replace(".", ",") + unit
