"""The command that loads a list of teachers or members."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wg_excel.cli.commands import FILES, command
from wg_excel.cli.options import book_argument, json_option

if TYPE_CHECKING:
    from wg_excel.domain.staff.staff import StaffChange


@command("staff", "Загрузить или обновить список педагогов (или членов группы).")
@book_argument
@click.argument("file", metavar="СПИСОК", type=FILES)
@click.option("--members", is_flag=True, help="Это список членов группы, а не педагогов.")
@click.option("--preview", is_flag=True, help="Только сказать, что изменится; книга останется как есть.")
@click.option("--renamed", is_flag=True, help="Тех же людей с другой фамилией считать сменившими фамилию.")
@click.option("--left", is_flag=True, help="Тем, кого нет в списке, вписать сегодняшний день как последний.")
@click.option("--sheet", default="", metavar="ЛИСТ", help="Лист файла, если в нём несколько списков.")
@json_option
def staff(
    book: Path,
    file: Path,
    sheet: str,
    *,
    members: bool,
    preview: bool,
    renamed: bool,
    left: bool,
    as_json: bool,
    today: dt.date | None,
) -> None:
    """Update «Педагоги» or «Члены группы», or say what that would change."""
    from wg_excel import buttons
    from wg_excel.actions.staff import Choice
    from wg_excel.book.opened import changing, reading
    from wg_excel.cli import json_output

    choice = Choice(sheet, renamed, left)
    if preview:
        with reading(book) as opened:
            change = buttons.preview_staff(opened, file, members=members, choice=choice, today=today)
    else:
        with changing(book) as opened:
            change = buttons.load_staff(opened, file, members=members, choice=choice, today=today)
    if as_json:
        json_output.echo(_json(change))
        return
    click.echo(str(change))
    for line in change.details:
        click.echo(f"    {line}")
    if change.likely and preview:
        click.echo("Если это смена фамилии, загрузите список с параметром --renamed.")


def _json(change: "StaffChange") -> dict[str, object]:
    return {
        "new": change.new,
        "changed": change.changed,
        "gone": change.gone,
        "renamed": [{"old": one.old, "new": one.new} for one in change.renamed],
        "likely_renamed": [{"old": one.old, "new": one.new} for one in change.likely],
        "left": change.left,
        "refused": [*change.unclear, *(finding.message for finding in change.wrong)],
        "details": change.details,
    }
