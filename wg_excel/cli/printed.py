"""What the commands print for people: short Russian tables on the terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wg_excel.book.master import Master
from wg_excel.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from wg_excel.domain.monitoring import Monitoring
    from wg_excel.domain.summary import Summary
    from wg_excel.exports import Reading
    from wg_excel.importing import Imported

SIGNS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.INFO: "●"}
STATUSES = {
    "known": "узнан",
    "unknown": "не узнан",
    "imported": "загружен",
    "replaced": "заменил прежний",
    "unchanged": "без изменений",
    "refused": "отклонён",
}


def findings(found: Sequence[Finding], master: Master) -> None:
    """Print findings with their cells, and the counts."""
    if not found:
        click.echo("Замечаний нет.")
        return
    rows = [
        (
            f"{SIGNS[each.weight]} {each.weight.value}",
            " ".join(filter(None, (each.place.sheet, master.address(each.place)))),
            each.message,
            each.clause,
            each.rule,
        )
        for each in found
    ]
    _table(("Важность", "Где", "Замечание", "Пункт", "Правило"), rows)
    counts = [f"{severity.value.lower()}: {sum(each.weight is severity for each in found)}" for severity in Severity]
    click.echo(f"Всего — {', '.join(counts)}. Они же записаны на лист «Замечания».")


def readings(read: Sequence["Reading"]) -> None:
    """Print what each file is."""
    _files([(each.file, each.status, each.message) for each in read])


def imported(done: Sequence["Imported"]) -> None:
    """Print what became of each file."""
    _files([(each.file, each.status, each.message) for each in done])


def monitoring(made: "Monitoring") -> None:
    """Print the size of the monitoring and the names it could not match."""
    click.echo(f"Лист «Мониторинг» построен за период {made.period}; строк: {len(made.rows)}.")


def summary(made: "Summary") -> None:
    """Print where the summary stands."""
    click.echo(f"Лист «Сводка» построен на {made.day:%d.%m.%Y}; показателей: {len(made.figures)}.")


def _files(rows: Sequence[tuple[str, str, str]]) -> None:
    _table(("Файл", "Итог", "Пояснение"), [(file, STATUSES[status], message) for file, status, message in rows])


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = Table(*heads, header_style="bold", show_lines=False, pad_edge=False)
    for row in rows:
        table.add_row(*map(Text, row))
    Console().print(table)
