"""The director's summary as one self-contained page of HTML, for reading where there is no Excel (1-domain 1.6)."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from wg_excel.documents.bar_charts import BarChart, bar_chart
from wg_excel.documents.html_pages import rendered, write_page
from wg_excel.domain.figures import NO_DATA, Figure, State
from wg_excel.domain.language.wording import long_date, short_date
from wg_excel.domain.monitoring.indicators import INDICATORS
from wg_excel.domain.summary import summary_charts
from wg_excel.domain.summary.summary import Summary
from wg_excel.domain.summary.summary_page import APPEAL_TILES, DOCUMENT_LINES, LEGEND
from wg_excel.domain.work.duties import DUTIES
from wg_excel.domain.work.readiness import SHORT_CONDITIONS

TEMPLATE = "summary.html"
APPEAL_CHARTS = {
    "months": "По месяцам",
    "kinds": "По виду помощи",
    "categories": "По категории заявителей",
    "executors": "По исполнителям",
}
LOWEST = ("topics", "homework", "timeliness")
CLAUSES = {f"duty.{duty.id}": duty.clause for duty in DUTIES}


class Tile(NamedTuple):
    """One figure in large type: state, value, name, what it is of, how it moved."""

    state: State
    value: str
    title: str
    base: str = ""
    change: str = ""


def write_summary_html(summary: Summary, path: Path) -> None:
    """Write the page."""
    write_page(path, summary_html(summary))


def summary_html(summary: Summary) -> str:
    """Return the page."""
    return rendered(
        TEMPLATE,
        summary=summary,
        day=long_date(summary.day),
        verdict=[(state, summary.duties(state)) for state in (State.BROKEN, State.RISK, State.KEPT)],
        entries=[_tile(figure) for figure in summary.starting("entries")],
        duties=[(figure, CLAUSES.get(figure.id, "")) for figure in summary.starting("duty")],
        appeals=[_tile(figure) for name in APPEAL_TILES if (figure := summary.figure(f"appeals.{name}"))],
        appeal_charts=list(_charts(summary, APPEAL_CHARTS)),
        work_charts=list(_charts(summary, {"members": "Поручения и план по исполнителям"})),
        documents=[figure for name in DOCUMENT_LINES if (figure := summary.figure(name))],
        readiness=list(zip(SHORT_CONDITIONS, summary.starting("readiness")[1:], strict=True)),
        monitoring=list(_monitoring(summary)),
        difference=figure.note if (figure := summary.figure("monitoring.appeared")) else "",
        class_charts=list(_charts(summary, {"classes": "Не записано по классам, % уроков"}, " %")),
        lowest=list(_lowest(summary)),
        lowest_titles=[indicator.title for indicator in INDICATORS if indicator.id in LOWEST],
        imports=summary.imports,
        short_date=short_date,
        legend=LEGEND,
        no_data=NO_DATA,
    )


def _charts(summary: Summary, titles: dict[str, str], unit: str = "") -> Iterator[BarChart]:
    """Yield the charts that have something to draw, of the data that the workbook's charts draw."""
    filled = summary_charts.filled(summary)
    heads = {block.name: block.heads[1:] for block in summary_charts.BLOCKS}
    for name, title in titles.items():
        if chart := bar_chart(name, title, heads[name], filled[name], unit):
            yield chart


def _tile(figure: Figure, change: str = "") -> Tile:
    base = f"из {figure.base}" if figure.base is not None else ""
    return Tile(figure.state, figure.text, figure.title, base, change)


def _monitoring(summary: Summary) -> Iterator[Tile]:
    for indicator in INDICATORS:
        if figure := summary.figure(f"monitoring.school.{indicator.id}"):
            moved = summary.figure(f"monitoring.movement.{indicator.id}")
            yield _tile(figure, _change(moved) if moved else "")
    if figure := summary.figure("monitoring.working"):
        yield _tile(figure)


def _change(moved: Figure) -> str:
    if not isinstance(moved.value, int | float):
        return ""
    arrow = "↑" if moved.value > 0 else "↓" if moved.value < 0 else "→"
    points = f"{abs(moved.value):g}".replace(".", ",")
    return f"{arrow} {points} п. п. к прошлому учебному периоду"


def _lowest(summary: Summary) -> Iterator[tuple[Figure, Sequence[Figure | None]]]:
    for score in summary.starting("monitoring.score"):
        yield score, [summary.figure(f"monitoring.lowest.{score.title}.{name}") for name in LOWEST]
