"""The command that corrects what is obvious, lists it beforehand, or takes it back."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wg_excel.cli.commands import command
from wg_excel.cli.options import book_argument, json_option

if TYPE_CHECKING:
    from wg_excel.book.correcting import Undone
    from wg_excel.domain.corrections import Change, Correction


@command("correct", "Исправить очевидные описки: пробелы, похожие буквы, даты и числа, введённые текстом.")
@book_argument
@click.option("--list", "only_list", is_flag=True, help="Только показать, что будет исправлено.")
@click.option("--undo", is_flag=True, help="Отменить последние исправления.")
@json_option
def correct(book: Path, *, only_list: bool, undo: bool, as_json: bool, today: dt.date | None) -> None:
    """Correct, list or undo."""
    from wg_excel import buttons
    from wg_excel.book.correcting import list_obvious
    from wg_excel.book.opened import changing, reading

    if only_list and undo:
        raise click.UsageError("Выберите одно: --list или --undo.")
    if undo:
        with changing(book) as opened:
            taken = buttons.undo_corrections(opened, today=today)
        _print_undone(taken, as_json=as_json)
        return
    with reading(book) if only_list else changing(book) as opened:
        made = list_obvious(opened) if only_list else buttons.correct_obvious(opened, today=today)
    _print(made, only_list=only_list, as_json=as_json)


def _print(made: Sequence["Correction"], *, only_list: bool, as_json: bool) -> None:
    from wg_excel.book.correcting import line, summary
    from wg_excel.cli import json_output

    if as_json:
        json_output.echo({"corrections": [_json(each) for each in made]})
        return
    for each in made:
        click.echo(line(each))
    if only_list and made:
        click.echo(f"Всего: {len(made)}. Книга не изменена; исправить — та же команда без --list.")
    else:
        click.echo(summary(len(made)))


def _json(each: "Correction") -> dict[str, object]:
    place = each.place
    return {
        "sheet": place.sheet,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "old": each.old,
        "new": each.became,
        "why": each.why,
    }


def _print_undone(taken: "Undone", *, as_json: bool) -> None:
    from wg_excel.cli import json_output

    if as_json:
        json_output.echo({"undone": [_change(each) for each in taken.back], "kept": [_change(e) for e in taken.kept]})
        return
    for each in taken.back:
        click.echo(f"{each.address}: «{each.became}» → «{each.was}»")
    for each in taken.kept:
        click.echo(f"{each.address}: оставлено, ячейку с тех пор изменили или передвинули.")
    click.echo(f"Отменено: {len(taken.back)}." if taken.back else "Отменять нечего.")


def _change(each: "Change") -> dict[str, str]:
    return {"cell": each.address, "was": each.was, "became": each.became}
