"""The commands of the appeals: record one, look for what helped before."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wg_excel import buttons
from wg_excel.cli.closed_book import press, tell
from wg_excel.cli.commands import OUTPUT, cli
from wg_excel.cli.options import Command, book_argument, common, json_option, period_option

if TYPE_CHECKING:
    from wg_excel.domain.appeals.known_answers import KnownAnswer
    from wg_excel.domain.appeals.themes import Repeated


ASKED = ("applicant", "essence")


@cli.group(
    "appeal",
    help="Обращения: записать новое, найти похожие решённые, увидеть повторяющиеся темы.",
    options_metavar="[ПАРАМЕТРЫ]",
    subcommand_metavar="КОМАНДА [АРГУМЕНТЫ]…",
)
def appeal() -> None:
    """Hold the commands of the appeals."""


def command(name: str, help_text: str) -> Callable[[Command], click.Command]:
    """Declare a command of the appeals with the options that all commands share."""

    def declare(function: Command) -> click.Command:
        return appeal.command(name, help=help_text, options_metavar="[ПАРАМЕТРЫ]")(common(function))

    return declare


class NotDescribed(click.UsageError):
    """The appeal is described neither by options nor by a file."""

    def __init__(self, missing: Iterable[str]) -> None:
        names = ", ".join(f"--{name}" for name in missing)
        super().__init__(f"Опишите обращение ({names}) или укажите файл с ним: --from письмо.eml.")


@command("add", "Записать новое обращение со следующим номером года.")
@book_argument
@click.option(
    "--from",
    "files",
    multiple=True,
    metavar="ФАЙЛ",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Письмо (.eml, .msg) или ответы формы (.csv, .xlsx); можно указать несколько раз.",
)
@click.option("--applicant", default="", metavar="ФИО", help="Кто обратился.")
@click.option("--category", default="", metavar="КАТЕГОРИЯ", help="Педагог, Родитель, Администрация…")
@click.option("--kind", default="", metavar="ВИД", help="Методическая, Консультационная или Техническая.")
@click.option("--theme", default="", metavar="ТЕМА", help="Тема из «Справочников».")
@click.option("--essence", default="", metavar="СУТЬ", help="В чём вопрос; без паролей.")
@click.option("--priority", default="Обычный", metavar="ПРИОРИТЕТ", help="Низкий, Обычный, Высокий, Критический.")
@click.option("--channel", default="", metavar="КАНАЛ", help="Лично, Телефон, Эл. почта…")
@click.option("--executor", default="", metavar="ФИО", help="Кто поможет; без него предложит программа.")
@json_option
@click.pass_context
def add(
    context: click.Context,
    /,
    book: Path,
    files: tuple[Path, ...],
    kind: str,
    *,
    as_json: bool,
    today: dt.date | None,
    **given: str,
) -> None:
    """Record an appeal as described, or those of files; exit with 1 when a file was refused."""
    if files:
        context.exit(_add_from(book, files, as_json=as_json, today=today))
    if missing := [name for name in ASKED if not given[name]]:
        raise NotDescribed(missing)
    from wg_excel.book.opened import changing
    from wg_excel.cli import json_output
    from wg_excel.domain.appeals.new_appeals import Draft

    with changing(book) as opened:
        draft = Draft(help_kind=kind, **given)  # type: ignore[arg-type]  # options of texts
        done = buttons.add_appeal(opened, draft, today=today)
    if as_json:
        told = ("fio", "role", "load", "is_absent")
        candidates = [{name: getattr(one, name) for name in told} for one in done.executors.candidates]
        json_output.echo(
            {
                "number": done.appeal.number,
                "row": done.appeal.row,
                "new": done.is_new,
                "executor": done.appeal.executor,
                "candidates": candidates,
                "repeated": _theme(done.repeated) if done.repeated else None,
                "similar": _json(done.answers),
            }
        )
        return
    click.echo(str(done))
    _print(done.answers)


def _add_from(book: Path, files: Sequence[Path], *, as_json: bool, today: dt.date | None) -> int:
    from wg_excel.cli import json_output, printed

    results = press(book, buttons.import_appeals, files, today=today)
    if as_json:
        json_output.echo({"files": [json_output.file_json(r.file, r.status, r.message, r.export) for r in results]})
    else:
        printed.imported(results)
    return 1 if any(each.status == "refused" for each in results) else 0


@command("similar", "Показать решённые обращения, похожие на вопрос, и что тогда помогло.")
@book_argument
@click.argument("text", metavar="ТЕКСТ")
@click.option("--theme", default="", metavar="ТЕМА", help="Тема вопроса, если известна.")
@click.option("--category", default="", metavar="КАТЕГОРИЯ", help="Категория спросившего, если известна.")
@json_option
def similar(book: Path, text: str, theme: str, category: str, *, as_json: bool, today: dt.date | None) -> None:
    """Look for known answers; the workbook stays as it is."""
    from wg_excel.actions.recording import similar_appeals
    from wg_excel.book.opened import reading
    from wg_excel.cli import json_output

    del today
    with reading(book) as opened:
        answers = similar_appeals(opened, text, theme, category)
    if as_json:
        json_output.echo({"similar": _json(answers)})
    elif answers:
        _print(answers)
    else:
        click.echo("Похожих решённых обращений нет.")


@command("themes", "Показать темы, по которым за квартал обращались трижды и чаще.")
@book_argument
@period_option
@json_option
def themes(book: Path, period: str | None, *, as_json: bool, today: dt.date | None) -> None:
    """List the repeated themes; the workbook stays as it is."""
    from wg_excel.actions.recording import themes as repeated_in
    from wg_excel.book.opened import reading
    from wg_excel.cli import json_output
    from wg_excel.domain.periods import parse_period

    with reading(book) as opened:
        found = repeated_in(opened, parse_period(period) if period else None, today)
    if as_json:
        json_output.echo({"themes": [_theme(one) for one in found]})
    else:
        click.echo("\n".join(map(str, found)) or "Повторяющихся тем нет.")


def _theme(one: "Repeated") -> dict[str, object]:
    return {
        "theme": one.theme,
        "number": one.number,
        "kinds": dict(one.kinds),
        "categories": dict(one.categories),
        "training": one.wants_training,
    }


def _json(answers: Iterable["KnownAnswer"]) -> list[dict[str, object]]:
    return [
        {
            "number": one.appeal.number,
            "row": one.appeal.row,
            "essence": one.appeal.essence,
            "measures": one.appeal.measures,
            "likeness": round(one.likeness, 2),
        }
        for one in answers
    ]


def _print(answers: Iterable["KnownAnswer"]) -> None:
    for one in answers:
        click.echo(f"Похоже на № {one.appeal.number}: {one.appeal.essence}")
        click.echo(f"    Помогло: {one.appeal.measures}")


@command("archive", "Перенести закрытые обращения прошлых лет на лист «Архив обращений».")
@book_argument
def archive(book: Path, today: dt.date | None) -> None:
    """Move past years out of the journal."""
    tell(book, buttons.archive_appeals, today=today)


@command("restore", "Вернуть обращения из архива в журнал.")
@book_argument
@click.option("--year", type=int, metavar="ГОД", help="Какой год вернуть; без него — последний перенесённый.")
def restore(book: Path, year: int | None, today: dt.date | None) -> None:
    """Move a year back into the journal."""
    tell(book, buttons.restore_appeals, year, today=today)


@command("journal", "Составить журнал обращений за период листом и, если нужно, файлом Word или PDF.")
@book_argument
@period_option
@click.option("--docx", metavar="ФАЙЛ", type=OUTPUT, help="Записать журнал в файл Word.")
@click.option("--pdf", metavar="ФАЙЛ", type=OUTPUT, help="Записать журнал в PDF (нужен LibreOffice).")
def journal(book: Path, period: str | None, docx: Path | None, pdf: Path | None, today: dt.date | None) -> None:
    """Fill the sheet of the journal and write it as files."""
    from tempfile import TemporaryDirectory

    from wg_excel.documents.appeal_papers import write_journal
    from wg_excel.documents.pdf import write_pdf
    from wg_excel.domain.typed_periods import typed_period

    done = press(book, buttons.show_journal, typed_period(period) if period else None, today=today)
    click.echo(done.told)
    with TemporaryDirectory() as folder:
        file = docx or Path(folder) / "journal.docx"
        if docx or pdf:
            write_journal(done.lines, done.organisation, done.period, file, beside=book.parent, day=done.day)
        if docx:
            click.echo(f"Файл Word: {docx}")
        if pdf:
            write_pdf(file, pdf)
            click.echo(f"Файл PDF: {pdf}")


@command("statistics", "Посчитать обращения за период по видам, категориям, темам, исполнителям и месяцам.")
@book_argument
@period_option
@json_option
def statistics(book: Path, period: str | None, *, as_json: bool, today: dt.date | None) -> None:
    """Fill the sheet of the statistics."""
    from wg_excel.cli import json_output
    from wg_excel.domain.appeals.appeal_lines import StatisticsLine
    from wg_excel.domain.typed_periods import typed_period

    done = press(book, buttons.show_statistics, typed_period(period) if period else None, today=today)
    names = [column.name for column in StatisticsLine.table.columns]
    if as_json:
        json_output.echo({"lines": [{name: getattr(line, name) for name in names} for line in done.lines]})
    else:
        click.echo(done.told)


@command("known", "Собрать лист «Известные ответы»: решённые вопросы по темам и что помогло.")
@book_argument
def known(book: Path, today: dt.date | None) -> None:
    """Fill the sheet of the known answers."""
    tell(book, buttons.show_answers, today=today)


@command("slip", "Записать талон заявителю: номер, срок, у кого спросить.")
@book_argument
@click.argument("number", metavar="НОМЕР")
@click.option("--folder", metavar="ПАПКА", type=click.Path(path_type=Path, file_okay=False), help="Куда записать.")
def slip(book: Path, number: str, folder: Path | None, today: dt.date | None) -> None:
    """Write the slip of an appeal."""
    tell(book, buttons.write_appeal_slip, number, folder, today=today)
