"""The commands that write documents for others: the monitoring report, the page for the school's site."""

import datetime as dt
from pathlib import Path

import click

from wg_excel import buttons
from wg_excel.cli.closed_book import press
from wg_excel.cli.commands import OUTPUT, command
from wg_excel.cli.options import book_argument, period_option

FOLDER = click.Path(path_type=Path, file_okay=False)


@command("report", "Составить справку по итогам мониторинга листом и, если нужно, файлом Word.")
@book_argument
@period_option
@click.option("--docx", metavar="ФАЙЛ", type=OUTPUT, help="Записать справку в файл Word.")
def report(book: Path, period: str | None, docx: Path | None, today: dt.date | None) -> None:
    """Write the monitoring report of a period."""
    from wg_excel.documents.monitoring_report_docx import write_report_docx
    from wg_excel.domain.periods import parse_period

    chosen = parse_period(period) if period else None
    made = press(book, buttons.create_report, chosen, today=today)
    click.echo(f"Справка за период {made.period} — на листе «Справка» книги «{book}».")
    if docx:
        write_report_docx(made, docx, beside=book.parent)
        click.echo(f"Файл Word: {docx}")


@command("site", "Записать страницу для сайта школы: документы, помощь, показатели квартала.")
@book_argument
@click.argument("folder", metavar="ПАПКА", type=FOLDER)
@click.option("--quarter", metavar="КВАРТАЛ", help="2026-Q4; без него — текущий.")
def site(book: Path, folder: Path, quarter: str | None, today: dt.date | None) -> None:
    """Write the page for the school's site."""
    from wg_excel.domain.periods import parse_period

    chosen = parse_period(quarter) if quarter else None
    written = press(book, buttons.create_site_page, folder, chosen, today=today)
    click.echo(f"Страница для сайта: {written}")
