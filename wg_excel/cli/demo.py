"""Show what the product is for: build, fill, import, check, write the protocol and the director's page."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import click
import xlwings as xw

from wg_excel import buttons
from wg_excel.actions.creating import create
from wg_excel.book import backups
from wg_excel.book.opened import changing
from wg_excel.book.tables import write_rows
from wg_excel.cli import printed
from wg_excel.demo import school_year
from wg_excel.documents.monitoring_report_docx import write_report_docx
from wg_excel.documents.protocol_docx import write_docx
from wg_excel.domain.meetings.protocol import Protocol
from wg_excel.domain.monitoring.monitoring_report import MonitoringReport

WORKBOOK = "working_group.xlsm"


def show(folder: Path, today: dt.date | None) -> None:
    """Make the demonstration in a folder and print each file made, what was found and what to open first."""
    book = folder / WORKBOOK
    create(book, school=school_year.SCHOOL, force=True)
    with changing(book) as opened:
        fill(opened)
        click.echo("1. Загружены учебные (синтетические) выгрузки «ЭлЖур»:")
        printed.imported(buttons.import_exports(opened, school_year.exports(), today=today))
        protocols = [buttons.create_protocol(opened, number, today=today) for number in school_year.PROTOCOLS]
        click.echo("2. Проверены все записи; ошибки в учебную книгу внесены нарочно:")
        checked = buttons.check_entries(opened, today=today)
        printed.findings(checked.findings, checked.master)
        click.echo("3. Построены мониторинг и страница руководителя:")
        printed.monitoring(buttons.build_monitoring(opened, today=today))
        printed.summary(buttons.build_summary(opened, today=today))
        report = buttons.create_report(opened, today=today)
    made = {_docx(protocol, folder): "протокол заседания для печати и подписи" for protocol in protocols}
    made[_report_docx(report, folder)] = "справка по итогам мониторинга"
    _print_files(book, made)


def fill(book: xw.Book) -> None:
    """Write the synthetic school year into the tables of a new workbook."""
    for record in school_year.RECORDS:
        write_rows(book, record, school_year.rows(record))


def _docx(protocol: Protocol, folder: Path) -> Path:
    path = folder / f"Протокол № {protocol.number}.docx"
    write_docx(protocol, path, beside=folder)
    return path


def _report_docx(report: MonitoringReport, folder: Path) -> Path:
    path = folder / "Справка.docx"
    write_report_docx(report, path, beside=folder)
    return path


def _print_files(book: Path, made: Mapping[Path, str]) -> None:
    click.echo("4. Готовые файлы:")
    click.echo(f"   {book} — рабочая книга: листы «Сводка», «Замечания», «Мониторинг», «Справка», протоколы")
    for path, words in made.items():
        click.echo(f"   {path} — {words}")
    click.echo(f"   {book.parent / backups.FOLDER} — книга, какой она была перед изменением")
    click.echo(f"Откройте сначала {book}, лист «Сводка», затем лист «Замечания».")
