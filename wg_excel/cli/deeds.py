"""The commands that make a record a deed: pass appeals on, bring answers back, act on remarks and themes."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wg_excel import buttons
from wg_excel.cli.appeals import command
from wg_excel.cli.closed_book import press, tell
from wg_excel.cli.commands import cli
from wg_excel.cli.options import Command, book_argument, common, json_option

if TYPE_CHECKING:
    import xlwings as xw

    from wg_excel.book.chosen_rows import Chosen
    from wg_excel.domain.deeds import Deeds

# The functions behind the buttons, by what they make.
BUTTONS = {
    "meeting": "take_to_meeting",
    "support": "pass_to_support",
    "request": "ask_teacher",
    "training": "plan_training",
    "assignment": "give_assignment",
    "appeal": "record_remark",
}


@cli.group(
    "remark",
    help="Замечания мониторинга: увидеть их, передать педагогу, в обращения, поручение или на заседание.",
    subcommand_metavar="КОМАНДА [АРГУМЕНТЫ]…",
)
def remark() -> None:
    """Hold the commands of remarks."""


@cli.group(
    "theme",
    help="Темы квартала: свести обращения и замечания, принять обучением или вопросом заседания.",
    subcommand_metavar="КОМАНДА [АРГУМЕНТЫ]…",
)
def theme() -> None:
    """Hold the commands of themes."""


def _to(*targets: str) -> Callable[[Command], Command]:
    return click.option("--to", "target", required=True, type=click.Choice(targets), help="Чем это станет.")


def _of(group: click.Group, name: str, help_text: str) -> Callable[[Command], click.Command]:
    def declare(function: Command) -> click.Command:
        return group.command(name, help=help_text, options_metavar="[ПАРАМЕТРЫ]")(common(function))

    return declare


@command("pass", "Передать обращения: на заседание, в поддержку, запросом педагогу, в обучение.")
@book_argument
@click.argument("numbers", metavar="№…", nargs=-1, required=True)
@_to("meeting", "support", "request", "training")
@click.option("--teacher", default="", metavar="ФИО", help="Кому запрос; без него — заявителю.")
def pass_(book: Path, numbers: tuple[str, ...], target: str, teacher: str, today: dt.date | None) -> None:
    """Pass appeals on."""
    from wg_excel.actions.choosing import appeals_of
    from wg_excel.book.opened import changing

    with changing(book) as opened:
        chosen = appeals_of(opened, numbers)
        if teacher:
            done = buttons.ask_teacher(opened, chosen, teacher, today=today)
        else:
            done = _pressed(opened, target, chosen, today)
    click.echo(done.told)


@command("answers", "Внести ответы педагогов, поддержки и проведённое обучение в обращения.")
@book_argument
def answers(book: Path, today: dt.date | None) -> None:
    """Bring the answers back."""
    tell(book, buttons.bring_answers, today=today)


@_of(remark, "list", "Показать замечания листа «Мониторинг» и что по ним делается.")
@book_argument
@json_option
def list_remarks(book: Path, *, as_json: bool, today: dt.date | None) -> None:
    """List the remarks; the workbook stays as it is."""
    from wg_excel.actions.choosing import remarks_of
    from wg_excel.book.opened import reading
    from wg_excel.cli import json_output

    del today
    with reading(book) as opened:
        found = remarks_of(opened)
    if as_json:
        json_output.echo({"remarks": found})
        return
    for one in found:
        click.echo(f"{one['teacher']}, {one['class']}, {one['subject']}: {one['remark']}. {one['measures']}".rstrip())
    if not found:
        click.echo("Замечаний на листе «Мониторинг» нет.")


@_of(remark, "pass", "Сделать замечания мониторинга запросом, обращением, поручением или вопросом заседания.")
@book_argument
@_to("request", "appeal", "assignment", "meeting")
@click.option("--teacher", required=True, metavar="ФИО", help="Чьи замечания.")
@click.option("--class", "school_class", default="", metavar="КЛАСС", help="Только этот класс.")
@click.option("--subject", default="", metavar="ПРЕДМЕТ", help="Только этот предмет.")
def pass_remarks(book: Path, target: str, teacher: str, school_class: str, subject: str, today: dt.date | None) -> None:
    """Make deeds of a teacher's remarks."""
    from wg_excel.actions.choosing import lines_of
    from wg_excel.book.opened import changing

    with changing(book) as opened:
        done = _pressed(opened, target, lines_of(opened, teacher, school_class, subject), today)
    click.echo(done.told)


@_of(theme, "gather", "Собрать повторяющиеся темы квартала на лист «Темы квартала».")
@book_argument
def gather(book: Path, today: dt.date | None) -> None:
    """Gather the themes of the quarter."""
    done = press(book, buttons.gather_themes, today=today)
    for line in done.lines:
        accepted = f" Принято: {line.accepted}." if line.accepted else ""
        asked = f"обращений – {line.appeals}, замечаний мониторинга – {line.remarks}"
        click.echo(f"{line.theme}: {asked} – {line.proposal.lower()}.{accepted}")
    click.echo(done.told)


@_of(theme, "accept", "Принять тему с листа «Темы квартала» обучением или вопросом заседания.")
@book_argument
@click.argument("name", metavar="ТЕМА")
@_to("training", "meeting")
def accept(book: Path, name: str, target: str, today: dt.date | None) -> None:
    """Accept a theme."""
    from wg_excel.actions.choosing import themes_of
    from wg_excel.book.opened import changing

    with changing(book) as opened:
        done = _pressed(opened, target, themes_of(opened, name), today)
    click.echo(done.told)


def _pressed(book: "xw.Book", target: str, chosen: "Chosen", today: dt.date | None) -> "Deeds":

    done: Deeds = getattr(buttons, BUTTONS[target])(book, chosen, today=today)
    return done
