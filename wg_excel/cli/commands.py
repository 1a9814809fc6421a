"""The commands; each presses the function of its button in `wg_excel.buttons` (4-contract 4.1)."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from wg_excel import __version__, buttons
from wg_excel.cli.closed_book import press
from wg_excel.cli.options import Command, book_argument, common, json_option, period_option

FILES = click.Path(path_type=Path, dir_okay=False)
OUTPUT = click.Path(path_type=Path, dir_okay=False, writable=True)


@click.group(
    options_metavar="[ПАРАМЕТРЫ]",
    subcommand_metavar="КОМАНДА [АРГУМЕНТЫ]…",
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Книга рабочей группы по «ЭлЖур»: проверка записей, протоколы, мониторинг и сводка.",
)
@click.version_option(
    __version__, prog_name="wg-excel", message="%(prog)s, версия %(version)s", help="Показать версию и выйти."
)
@partial(common, variable="WG_TODAY")
def cli(today: dt.date | None) -> None:
    """Hold the commands; `--today` given here counts for the command."""


def command(name: str, help_text: str) -> Callable[[Command], click.Command]:
    """Declare a command with the options that all commands share."""

    def declare(function: Command) -> click.Command:
        return cli.command(name, help=help_text, options_metavar="[ПАРАМЕТРЫ]")(common(function))

    return declare


@command("demo", "Учебная книга: построить, заполнить, загрузить выгрузки, проверить, сделать протокол и сводку.")
@click.argument("folder", metavar="[ПАПКА]", default="wg-demo", type=click.Path(path_type=Path, file_okay=False))
def demo(folder: Path, today: dt.date | None) -> None:
    """Show what the product is for."""
    from wg_excel.cli.demo import show

    show(folder, today)


@command("new", "Создать новую рабочую книгу с кнопками.")
@book_argument
@click.option("--school", default="", metavar="ШКОЛА", help="Наименование школы для «Настроек».")
@click.option("--force", is_flag=True, help="Заменить существующий файл (прежний уйдёт в резервные копии).")
def new(book: Path, school: str, *, force: bool, today: dt.date | None) -> None:
    """Make a new master workbook."""
    from wg_excel.actions.creating import create

    del today
    create(book, school=school, force=force)
    click.echo(f"Создана книга «{book}». Откройте её и заполните листы «Настройки» и «Члены группы».")


@command("check", "Проверить все записи и заполнить лист «Замечания».")
@book_argument
@json_option
@click.pass_context
def check(context: click.Context, book: Path, *, as_json: bool, today: dt.date | None) -> None:
    """Exit with 1 when there are errors."""
    from wg_excel.cli import json_output, printed

    checked = press(book, buttons.check_entries, today=today)
    found = json_output.findings_json(checked.findings, checked.master)
    if as_json:
        json_output.echo(found)
    else:
        printed.findings(checked.findings, checked.master)
    context.exit(1 if found["errors"] else 0)


@command("monitor", "Построить лист «Мониторинг».")
@book_argument
@period_option
@json_option
def monitor(book: Path, period: str | None, *, as_json: bool, today: dt.date | None) -> None:
    """Build the monitoring of a period."""
    from wg_excel.cli import json_output, printed
    from wg_excel.domain.monitoring.monitoring import to_json
    from wg_excel.domain.periods import parse_period

    chosen = parse_period(period) if period else None
    monitoring = press(book, buttons.build_monitoring, chosen, today=today)
    if as_json:
        json_output.echo(to_json(monitoring))
    else:
        printed.monitoring(monitoring)


@command("summary", "Построить лист «Сводка» для руководителя.")
@book_argument
@json_option
@click.option("--html", metavar="ФАЙЛ", type=OUTPUT, help="Записать сводку ещё и страницей HTML.")
@click.option("--pdf", metavar="ФАЙЛ", type=OUTPUT, help="Записать сводку ещё и в PDF (нужен LibreOffice).")
def summary(book: Path, *, as_json: bool, html: Path | None, pdf: Path | None, today: dt.date | None) -> None:
    """Build the director's page."""
    from wg_excel.cli import json_output, printed
    from wg_excel.documents.pdf import write_pdf
    from wg_excel.documents.summary_html import write_summary_html
    from wg_excel.domain.summary.summary import to_json

    made = press(book, buttons.build_summary, today=today)
    if html:
        write_summary_html(made, html)
    if pdf:
        write_pdf(book, pdf, sheet_pages="1")  # «Сводка» is the first sheet and one page
    if as_json:
        json_output.echo(to_json(made))
        return
    printed.summary(made)
    for what, file in (("Страница HTML", html), ("Файл PDF", pdf)):
        if file:
            click.echo(f"{what}: {file}")
