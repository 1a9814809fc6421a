"""What the commands print for people: a sign, a place and a sentence a line; meaning never by colour alone."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from wg_excel.book.master import Master
from wg_excel.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from wg_excel.actions.importing import Imported
    from wg_excel.domain.imported.facts import Export
    from wg_excel.domain.meetings.meeting_plan import MeetingPlan
    from wg_excel.domain.monitoring.monitoring import Monitoring
    from wg_excel.domain.summary.summary import Summary
    from wg_excel.exports import Reading

SIGNS = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.INFO: "●"}
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
COUNTED = {Severity.ERROR: "ошибок", Severity.WARNING: "предупреждений", Severity.INFO: "сведений"}
STATUSES = {
    "known": "● узнан",
    "unknown": "■ не узнан",
    "imported": "● загружен",
    "replaced": "● заменил прежний",
    "unchanged": "● без изменений",
    "refused": "■ отклонён",
}
FORESEEN = {
    "imported": "● будет загружен",
    "replaced": "● заменит прежний",
    "unchanged": "● без изменений",
    "refused": "■ не загрузится",
}
WIDTH = 100


def findings(found: Sequence[Finding], master: Master) -> None:
    """Print findings with their cells, and the counts."""
    if not found:
        click.echo("Замечаний нет.")
        return
    for each in found:
        where = " ".join(filter(None, (each.place.sheet, master.address(each.place)))) or "Вся книга"
        head = "○ Принято" if each.accepted else f"{SIGNS[each.weight]} {each.weight.value}"
        parts = " · ".join(
            filter(
                None,
                (f"№ {each.number}" if each.number else "", where, each.basis and f"пункт {each.basis}", each.rule),
            )
        )
        click.echo(f"{click.style(head, fg=COLOURS[each.weight])} · {parts}")
        _paragraph(f"Принято: {each.accepted}. {each.message}" if each.accepted else each.message)
    standing = [each.weight for each in found if not each.accepted]
    counts = [f"{name}: {standing.count(weight)}" for weight, name in COUNTED.items()]
    counts += [f"принято: {len(found) - len(standing)}"] if len(standing) < len(found) else []
    click.echo(f"Всего — {', '.join(counts)}. Они же записаны на лист «Замечания».")


def readings(read: Sequence["Reading"]) -> None:
    """Print what each file is."""
    for each in read:
        _file(each.file, each.status, each.message)
        _remarks(each.export)


def foreseen(results: Sequence["Imported"]) -> None:
    """Print what an import of the files would do; nothing was written."""
    for each in results:
        _file(each.file, each.status, each.message, FORESEEN)
        _remarks(each.export)
    click.echo("Книга не изменена.")


def imported(done: Sequence["Imported"]) -> None:
    """Print what became of each file, and what in it needs a look."""
    for each in done:
        _file(each.file, each.status, each.message)
        _remarks(each.export)


def monitoring(made: "Monitoring") -> None:
    """Print the size of the monitoring and how many names wait for a decision."""
    click.echo(f"Лист «Мониторинг» построен за период {made.period}; строк: {len(made.rows)}.")
    if made.followed:
        _paragraph(made.followed)
    for told in filter(None, (made.difference, made.lacking)):
        _paragraph(f"{told}.")
    if made.waiting:
        names = ", ".join(f"«{one.match.spelling}» – {one.match.kind} ({one.rows})" for one in made.waiting)
        _paragraph(
            f"▲ Никому не засчитаны (в скобках – строк выгрузки): {names}. "
            "Выберите педагога на листе «Имена в выгрузках»."
        )


def summary(made: "Summary") -> None:
    """Print where the summary stands."""
    click.echo(f"Лист «Сводка» построен на {made.day:%d.%m.%Y}; показателей: {len(made.figures)}.")
    if made.memory.before.day:
        click.echo(made.memory.told)


def meeting(made: "MeetingPlan") -> None:
    """Print the day of a meeting and what was added to its agenda."""
    click.echo(str(made))
    for item in made.items:
        _paragraph(f"{item.number}. {item.question}")
    if made.items:
        click.echo("Лишние вопросы удалите на листе «Повестка»: снова они предложены не будут.")


def _file(name: str, status: str, message: str, words: Mapping[str, str] = STATUSES) -> None:
    click.echo(f"{words[status]}: {name}")
    _paragraph(message)


def _remarks(export: "Export | None") -> None:
    from wg_excel.domain.imported.export_remarks import remarks

    for remark in remarks(export) if export else ():
        _paragraph(f"▲ {remark}")


def _paragraph(text: str) -> None:
    click.echo(textwrap.fill(text, WIDTH, initial_indent="    ", subsequent_indent="    "))
