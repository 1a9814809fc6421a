"""The command that LibreOffice's menu calls; people use the commands of the buttons."""

import datetime as dt
from pathlib import Path

import click

from wg_excel.cli.commands import cli
from wg_excel.cli.options import book_argument, common

FILES = click.Path(path_type=Path, dir_okay=False)


@cli.command("press", hidden=True)
@book_argument
@click.argument("button")
@click.option("--answer", required=True, type=FILES)
@click.option("--file", "files", multiple=True, type=FILES)
@click.option("--yes", "agreed", is_flag=True)
@common
def press(
    book: Path, button: str, answer: Path, files: tuple[Path, ...], *, agreed: bool, today: dt.date | None
) -> None:
    """Press a button and write what came of it into a file."""
    from wg_excel.pressing import press_file

    del today  # a button judges by the workbook's own day
    answer.write_text(str(press_file(book, button, files, agreed=agreed)), encoding="utf-8")
