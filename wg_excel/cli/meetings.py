"""The commands about meetings: plan the next one, make and seal a protocol with its files."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wg_excel import buttons
from wg_excel.cli.closed_book import press
from wg_excel.cli.commands import OUTPUT, command
from wg_excel.cli.options import DayType, book_argument

if TYPE_CHECKING:
    from wg_excel.domain.group import Group
    from wg_excel.domain.meetings.protocol import Protocol

FOLDER = click.Path(path_type=Path, file_okay=False)


class WithoutFile(click.UsageError):
    """--public changes files, and none was asked for."""

    def __init__(self) -> None:
        super().__init__("Параметр --public действует на файлы: добавьте --docx ФАЙЛ, --pdf ФАЙЛ или --extracts ПАПКА.")


class BothSealAndReopen(click.UsageError):
    """A protocol is either sealed or opened."""

    def __init__(self) -> None:
        super().__init__("Параметры --seal и --reopen вместе не действуют: выберите один.")


@command("meeting", "Запланировать следующее заседание с повесткой из того, что ждёт группу.")
@book_argument
@click.option("--date", "wanted", type=DayType(), help="День заседания; без него день предложит программа.")
def meeting(book: Path, wanted: dt.date | None, today: dt.date | None) -> None:
    """Plan the next meeting."""
    from wg_excel.cli import printed

    made = press(book, buttons.plan_meeting, wanted, today=today)
    printed.meeting(made)


@command("protocol", "Создать протокол заседания листом и, если нужно, файлами; опечатать его.")
@book_argument
@click.argument("number", metavar="№")
@click.option("--docx", metavar="ФАЙЛ", type=OUTPUT, help="Записать протокол в файл Word.")
@click.option("--pdf", metavar="ФАЙЛ", type=OUTPUT, help="Записать протокол в PDF (нужен LibreOffice).")
@click.option("--extracts", metavar="ПАПКА", type=FOLDER, help="Записать выписки: каждому исполнителю, по вопросам.")
@click.option("--public", is_flag=True, help="Файлы для сайта: без имён людей не из группы и причин отсутствия.")
@click.option("--seal", is_flag=True, help="Опечатать подписанный протокол.")
@click.option("--reopen", metavar="ПРИЧИНА", help="Открыть последний опечатанный протокол для новой редакции.")
@click.pass_context
def protocol(
    context: click.Context,
    book: Path,
    number: str,
    docx: Path | None,
    pdf: Path | None,
    extracts: Path | None,
    *,
    public: bool,
    seal: bool,
    reopen: str | None,
    today: dt.date | None,
) -> None:
    """Exit with 1 when the meeting cannot have a protocol yet."""
    from wg_excel.domain.meetings.protocol_gaps import ProtocolNotReady

    if public and not (docx or pdf or extracts):
        raise WithoutFile
    if seal and reopen is not None:
        raise BothSealAndReopen
    if pdf:
        _refuse_without_libre_office()
    try:
        made, group = _made(book, number, seal=seal, reopen=reopen, public=public, today=today)
    except ProtocolNotReady as missing:
        click.echo(str(missing), err=True)
        context.exit(1)
    state = "опечатан" if not made.is_draft else "проект"
    click.echo(f"Протокол № {made.number} ({state}) — на листе «Протокол № {made.number}» книги «{book}».")
    _write_files(made, group, docx, pdf, extracts, book.parent)


def _refuse_without_libre_office() -> None:
    """Fail before the workbook is changed."""
    from wg_excel.documents.pdf import NoLibreOffice, libre_office

    if not libre_office():
        raise NoLibreOffice


def _made(
    book: Path, number: str, *, seal: bool, reopen: str | None, public: bool, today: dt.date | None
) -> tuple["Protocol", "Group"]:
    """Press the button asked for; return the protocol for the files and the group."""
    from wg_excel.book.master import read_group
    from wg_excel.book.opened import changing
    from wg_excel.domain.meetings.public_protocol import public_protocol

    with changing(book) as opened:
        if reopen is not None:
            buttons.reopen_protocol(opened, number, reopen, today=today)
        press = buttons.seal_protocol if seal else buttons.create_protocol
        made = press(opened, number, today=today)
        group = read_group(opened)
    return (public_protocol(group, made) if public else made), group


def _write_files(
    made: "Protocol", group: "Group", docx: Path | None, pdf: Path | None, extracts: Path | None, beside: Path
) -> None:
    from wg_excel.documents.protocol_docx import write_docx

    if docx:
        write_docx(made, docx, beside=beside)
        click.echo(f"Файл Word: {docx}")
    if pdf:
        _write_pdf(made, pdf, beside)
        click.echo(f"Файл PDF: {pdf}")
    if extracts:
        _write_extracts(made, group, extracts, beside)


def _write_pdf(made: "Protocol", pdf: Path, beside: Path) -> None:
    from wg_excel.documents.pdf import write_pdf
    from wg_excel.documents.protocol_docx import write_docx

    with tempfile.TemporaryDirectory() as folder:
        write_docx(made, Path(folder) / "protocol.docx", beside=beside)
        write_pdf(Path(folder) / "protocol.docx", pdf)


def _write_extracts(made: "Protocol", group: "Group", folder: Path, beside: Path) -> None:
    from wg_excel.documents.protocol_docx import write_extract
    from wg_excel.domain.meetings.extracts import extracts

    folder.mkdir(parents=True, exist_ok=True)
    for each in extracts(made, group.index.composition(made.date), group.name_forms):
        click.echo(f"Выписка: {write_extract(each, folder, beside=beside)}")


@command("participation", "Участие членов группы за учебный год: явка, поручения, план; обновить лист «Участие».")
@book_argument
def participation(book: Path, today: dt.date | None) -> None:
    """Fill the sheet and print its lines."""
    done = press(book, buttons.show_participation, today=today)
    for line in done.lines:
        share = "нет данных" if line.share is None else f"{line.share} %"
        done_tasks = line.in_time + line.late
        tasks = f"поручения: выполнено {done_tasks}, в работе {line.open}, просрочено {line.overdue}"
        click.echo(f"{line.fio}: явка {share} ({line.present} из {line.present + line.absent}); {tasks}")
    click.echo(done.told)


@command("reminders", "Записать сроки поручений календарями .ics, каждому исполнителю свой.")
@book_argument
@click.argument("folder", metavar="ПАПКА", type=FOLDER)
def reminders(book: Path, folder: Path, today: dt.date | None) -> None:
    """Write the terms of open assignments as calendars."""
    from wg_excel.book.master import read_group
    from wg_excel.book.opened import reading
    from wg_excel.documents.calendar_files import write_calendars
    from wg_excel.domain.members.members import Member
    from wg_excel.domain.work.assignments import Assignment
    from wg_excel.domain.work.reminders import calendars

    with reading(book) as opened:
        group = read_group(opened, (Member, Assignment))
    written = write_calendars(calendars(group, group.today(today)), folder)
    for path in written:
        click.echo(f"Календарь: {path}")
    if not written:
        click.echo("Открытых поручений со сроком нет: календари не нужны.")
