"""The page «Сводка» as a grid of texts and numbers, so that what fills it and what lays it out cannot differ.

Rows and columns count from 0. Every part has its rows in `PARTS`; a new part takes its place in that list.
"""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from textwrap import shorten
from typing import NamedTuple

from wg_excel.domain.figures import NO_DATA, Figure, State, Unit
from wg_excel.domain.language.names import initials
from wg_excel.domain.language.wording import long_date, short_date
from wg_excel.domain.monitoring.indicators import INDICATORS
from wg_excel.domain.monitoring.monitoring_figures import LOWEST_SHOWN
from wg_excel.domain.periods import Period
from wg_excel.domain.summary.summary import Summary
from wg_excel.domain.work.duties import DUTIES
from wg_excel.domain.work.readiness import SHORT_CONDITIONS
from wg_excel.domain.work.work_figures import FULL_SCORE, IMPORTS_SHOWN

COLUMNS = 12
HALF = COLUMNS // 2
TILE = 2  # columns of a tile
TILES = COLUMNS // TILE
CHART_ROWS = 8
DUTY_HEADINGS = {0: "Состояние", 2: "Обязанность", 5: "Как обстоит дело", 9: "Пункт", 10: "Лист"}
LOWEST_AT = 5  # the table of the lowest begins in this column
LOWEST_HEADINGS = {LOWEST_AT: "Десять самых низких", 7: "По неделям", 8: "Балл", 9: "Темы", 10: "ДЗ", 11: "Изм., п. п."}
IMPORT_HEADINGS = {
    0: "Файл",
    2: "Отчёт",
    5: "Период",
    7: "Строк",
    8: "Принято",
    9: "Отклонено",
    10: "Загружен",
    11: "SHA-256",
}
HASH_SHOWN = 8
LONGEST_SCHOOL = 85  # characters that the line has room for
CHANGE_ROWS = 4
APPEAL_TILES = ("received", "solved", "open", "in_term", "median_days")
DOCUMENT_LINES = ("documents.change", "documents.analyse", "documents.publish")
LEGEND = (
    "● выполняется   ▲ под угрозой или ниже нормы   ■ нарушено или мало   ↑↓ к прошлому учебному периоду, п. п. "
    "Проценты округлены вниз."
)

Cell = str | int | float | None
Row = list[Cell]


class Part(NamedTuple):
    """Some rows of the page and what fills them; `name` is how the layout speaks of them."""

    name: str
    rows: int
    fill: Callable[[Summary], Sequence[Row]]


def page(summary: Summary) -> list[Row]:
    """Return the whole page, every row with all its columns."""
    rows: list[Row] = []
    for part in PARTS:
        filled = [_whole(row) for row in part.fill(summary)[: part.rows]]
        rows.extend(filled)
        rows.extend(_row() for _ in range(part.rows - len(filled)))
    return rows


def first_rows() -> dict[str, int]:
    """Return the first row of every part by its name."""
    places, row = {}, 0
    for part in PARTS:
        places[part.name] = row
        row += part.rows
    return places


def height() -> int:
    """Return the number of rows of the page."""
    return sum(part.rows for part in PARTS)


def _row(cells: dict[int, Cell] | None = None) -> Row:
    row: Row = [None] * COLUMNS
    for place, value in (cells or {}).items():
        row[place] = value
    return row


def _whole(row: Row) -> Row:
    return [*row, *[None] * (COLUMNS - len(row))]


def _head(summary: Summary) -> list[Row]:
    states = (State.BROKEN, State.RISK, State.KEPT)
    school = shorten(summary.school, LONGEST_SCHOOL, placeholder=" …")
    year = f"учебный год {summary.year.first.year}/{summary.year.last.year % 100}"
    verdict = "     ".join(f"{state.words}: {summary.duties(state)}" for state in states)
    errors, warnings = (summary.figure(f"entries.{name}") for name in ("errors", "warnings"))
    accepted = summary.figure("entries.accepted")
    apart = f", принято {accepted.text}" if accepted and accepted.value else ""
    entries = f"Проверка записей: ошибок {_text(errors)}, предупреждений {_text(warnings)}{apart}"
    return [
        _row({0: "Сводка", COLUMNS - 1: f"на {long_date(summary.day)}"}),
        _row({0: school, COLUMNS - 1: year}),
        _row({0: verdict, COLUMNS - 1: entries}),
    ]


def _section(title: str, period: Callable[[Summary], Period | None]) -> Callable[[Summary], list[Row]]:
    return lambda summary: [_row({0: title, COLUMNS - 1: _days(period(summary))})]


def _duties(summary: Summary) -> list[Row]:
    lines = (
        {0: each.state_words, 2: each.title, 5: each.note, 9: each.clause, 10: each.evidence}
        for each in summary.duty_figures
    )
    return [_row(dict(DUTY_HEADINGS)), *(_row(dict(line)) for line in lines)]


def _appeals(summary: Summary) -> list[Row]:
    figures = [summary.figure(f"appeals.{name}") for name in APPEAL_TILES]
    return _tiles([*figures, summary.figure("duty.appeals")], {"duty.appeals": "Просрочено"})


def _monitoring(summary: Summary) -> list[Row]:
    figures = [summary.figure(f"monitoring.school.{indicator.id}") for indicator in INDICATORS]
    numbers, captions, bases = _tiles([*figures, summary.figure("monitoring.teachers")][:TILES], {})
    moved = [summary.figure(f"monitoring.movement.{indicator.id}") for indicator in INDICATORS[:TILES]]
    if any(moved):
        changes = _row({n * TILE: _change(figure) for n, figure in enumerate(moved)})
        return [numbers, captions, bases, changes]
    return [numbers, captions, bases]


def _tiles(figures: Sequence[Figure | None], titles: dict[str, str]) -> list[Row]:
    """Return the rows of numbers, captions and bases, one tile a figure."""
    numbers, captions, bases = _row(), _row(), _row()
    for place, figure in enumerate(figures):
        if figure:
            numbers[place * TILE] = figure.value if figure.unit is Unit.COUNT else figure.text
            captions[place * TILE] = f"{figure.state.sign} {titles.get(figure.id, figure.title)}".strip()
            bases[place * TILE] = f"из {figure.base}" if figure.base is not None else None
    return [numbers, captions, bases]


def _change(figure: Figure | None) -> str | None:
    if not figure or not isinstance(figure.value, float | int):
        return None
    arrow = "↑" if figure.value > 0 else "↓" if figure.value < 0 else "→"
    return f"{arrow} {abs(figure.value):g} п. п.".replace(".", ",", 1 if figure.value % 1 else 0)


def _work(summary: Summary) -> list[Row]:
    """Return documents and readiness at the right of the chart by member."""
    lines = [(figure.title, _text(figure)) for name in DOCUMENT_LINES if (figure := summary.figure(name))]
    lines += [
        (title, _score(summary.figure(f"readiness.{number}"))) for number, title in enumerate(SHORT_CONDITIONS, 1)
    ]
    return [_row({HALF: title, COLUMNS - 1: value}) for title, value in lines]


def _score(figure: Figure | None) -> str:
    if not figure or not isinstance(figure.value, int):
        return "не оценено"
    return "●" * figure.value + "○" * (FULL_SCORE - figure.value)


def _lowest(summary: Summary) -> list[Row]:
    """Return the lowest teachers at the right of the chart by class."""
    rows = [_row(dict(LOWEST_HEADINGS))]
    for figure in summary.starting("monitoring.score"):
        percents = (summary.figure(f"monitoring.lowest.{figure.title}.{name}") for name in ("topics", "homework"))
        topics, homework = (_number(percent) for percent in percents)
        rows.append(
            _row({LOWEST_AT: initials(figure.title), 8: figure.value, 9: topics, 10: homework, 11: figure.note or "—"})
        )
    return rows


def _number(figure: Figure | None) -> Cell:
    return NO_DATA if figure is None or figure.value is None else figure.value


def _changes_head(summary: Summary) -> list[Row]:
    before = summary.memory.before.day
    return [
        _row({0: "Что изменилось", COLUMNS - 1: f"с {before:%d.%m.%Y} по {summary.day:%d.%m.%Y}" if before else None})
    ]


def _changes(summary: Summary) -> list[Row]:
    """Return what changed in two columns; what there is no room for is counted."""
    found = [str(change) for change in summary.memory.changes]
    if not found:
        return [_row({0: summary.memory.told})]
    room = CHANGE_ROWS * 2
    shown = found if len(found) <= room else [*found[: room - 1], f"и ещё изменений: {len(found) - room + 1}"]
    left, right = shown[:CHANGE_ROWS], shown[CHANGE_ROWS:]
    return [_row({0: one, HALF: other}) for one, other in zip_longest(left, right)]


def _monitoring_head(summary: Summary) -> list[Row]:
    """Return the heading with the period and the day of the data."""
    figure, last = summary.figure("monitoring.teachers"), summary.data_day
    loaded = f" · данные на {last:%d.%m.%y}" if last else ""
    days = _days(figure.period) if figure else None
    return [_row({0: "Мониторинг ведения журналов", COLUMNS - 1: f"{days}{loaded}" if days else None})]


def _difference(summary: Summary) -> list[Row]:
    figure = summary.figure("monitoring.appeared")
    return [_row({0: figure.note})] if figure else []


def _imports_head(summary: Summary) -> list[Row]:
    """Return the heading of the imports; names that are nobody's yet are told here, for their rows count nowhere."""
    names, rows, last = (
        summary.figure(name) for name in ("monitoring.unmatched", "monitoring.unmatched_rows", "imports.last")
    )
    waiting = f" · ▲ строк ждут решения: {rows.value} (лист «{names.sheet}»)" if names and rows and names.value else ""
    return [_row({0: f"Последние загрузки{waiting}", COLUMNS - 1: _days(last.period if last else None)})]


def _imports(summary: Summary) -> list[Row]:
    rows = [_row(dict(IMPORT_HEADINGS))]
    for one in summary.imports:
        days = _days(Period(one.first, one.last)) if one.first and one.last else None
        loaded = short_date(one.when.date() if one.when else None)
        taken = one.rows - (one.rejected or 0) if one.rows is not None else None
        counts = {7: one.rows, 8: taken, 9: one.rejected, 10: loaded, 11: one.sha256[:HASH_SHOWN]}
        rows.append(_row({0: one.file, 2: one.kind, 5: days, **counts}))
    return rows


def _text(figure: Figure | None) -> str:
    return figure.text if figure else NO_DATA


def _days(period: Period | None) -> str | None:
    if period is None:
        return None
    if period.first == period.last:
        return f"на {period.first:%d.%m.%Y}"
    return f"{period.first:%d.%m.%y} – {period.last:%d.%m.%y}"


def _nothing(_summary: Summary) -> list[Row]:
    return []


def _period_of(name: str) -> Callable[[Summary], Period | None]:
    def period(summary: Summary) -> Period | None:
        figure = summary.figure(name)
        return figure.period if figure else None

    return period


def _work_head(_summary: Summary) -> list[Row]:
    return [_row({0: "Поручения и план по исполнителям", HALF: "Документы и готовность"})]


PARTS = (
    Part("head", 3, _head),
    Part("duties_section", 1, _section("Обязанности по регламенту", lambda summary: summary.quarter)),
    Part("duties", len(DUTIES) + 1, _duties),
    Part("changes_section", 1, _changes_head),
    Part("changes", CHANGE_ROWS, _changes),
    Part("appeals_section", 1, _section("Обращения", _period_of("appeals.received"))),
    Part("appeals", 3, _appeals),
    Part("appeal_charts", CHART_ROWS, _nothing),
    Part("work_section", 1, _work_head),
    Part("work", len(SHORT_CONDITIONS) + len(DOCUMENT_LINES), _work),
    Part("monitoring_section", 1, _monitoring_head),
    Part("monitoring", 4, _monitoring),
    Part("difference", 1, _difference),
    Part("lowest", LOWEST_SHOWN + 1, _lowest),
    Part("imports_section", 1, _imports_head),
    Part("imports", IMPORTS_SHOWN + 1, _imports),
    Part("legend", 1, lambda _: [_row({0: LEGEND})]),
)
