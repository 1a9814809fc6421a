"""What every command shares: the day to judge by, the debug switch, a workbook, a period."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]


class BookType(click.Path):
    """A workbook; one named by a symbolic link is the file that the link leads to: lock and backups lie beside that."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path."""
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        try:
            return path.resolve() if path.is_symlink() else path
        except (OSError, RuntimeError):  # a link that leads to itself is no file
            return path


book_argument = click.argument("book", metavar="КНИГА", type=BookType())
json_option = click.option("--json", "as_json", is_flag=True, help="Вывести результат в JSON.")


class DayType(click.ParamType[dt.date]):
    """A day written as 2026-11-22."""

    name = "ГГГГ-ММ-ДД"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """Return the day; fail with a sentence otherwise."""
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"«{value}» — не день: напишите, например, 2026-11-22.", param, ctx)


def _keep_day(context: click.Context, _: click.Parameter, value: dt.date | None) -> dt.date | None:
    settings = context.ensure_object(dict)
    settings["today"] = value or settings.get("today")
    return settings["today"]  # type: ignore[no-any-return]


def common(command: Command, variable: str | None = None) -> Command:
    """Add --today and --debug, which stand before or after the command's name alike.

    `variable` names the environment variable that stands in for --today.
    """
    today = click.option(
        "--today",
        type=DayType(),
        envvar=variable,
        callback=_keep_day,
        help="Считать этот день сегодняшним.",
    )
    debug = click.option("--debug", is_flag=True, expose_value=False, help="Показать подробности ошибки программы.")
    return today(debug(command))


def period_option(command: Command) -> Command:
    """Add --period."""
    return click.option("--period", metavar="ПЕРИОД", help="2026-Q4, 2026-11 или 2026-09-01..2026-11-22.")(command)
