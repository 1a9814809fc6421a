"""The commands that care for a workbook: backups, archives, copies, the doctor."""

import datetime as dt
from pathlib import Path

import click

from wg_excel.cli.commands import FILES, OUTPUT, command
from wg_excel.cli.options import BookType, book_argument, json_option
from wg_excel.user import home_folder


@command("backups", "Показать резервные копии книги; самая новая — первая.")
@book_argument
@click.option("--changes", is_flag=True, help="Сказать, что изменилось после каждой копии.")
@json_option
def backups(book: Path, *, changes: bool, as_json: bool, today: dt.date | None) -> None:
    """List the backups."""
    from wg_excel.care import as_json as json, restoring, words
    from wg_excel.cli import json_output

    del today
    found = restoring.listed(book)
    if as_json:
        lines = map(json.changed, restoring.changes(book, found)) if changes else map(json.backup, found)
        json_output.echo({"backups": list(lines)})
    elif not found:
        click.echo(f"У книги «{book}» резервных копий пока нет: они появятся, когда её изменит кнопка или команда.")
    elif changes:
        for each in restoring.changes(book, found):
            click.echo(f"{words.backup_line(each.listed)}  {words.changes_line(each)}")
    else:
        for listed in found:
            click.echo(words.backup_line(listed))
    if found and not as_json:
        click.echo(f'Вернуть копию: wg-excel restore "{book}" НОМЕР (или с --to ФАЙЛ — отдельным файлом).')


@command("history", "Показать, что делали с книгой за последний месяц.")
@book_argument
@json_option
def history(book: Path, *, as_json: bool, today: dt.date | None) -> None:
    """Print the last month of «История»."""
    from wg_excel import buttons
    from wg_excel.book.opened import reading
    from wg_excel.cli import json_output

    with reading(book) as opened:
        recent = buttons.show_history(opened, today=today)
    if as_json:
        json_output.echo(
            {"since": recent.since.isoformat(), "entries": list(map(json_output.entry_json, recent.entries))}
        )
        return
    for entry in recent.entries:
        click.echo(f"{entry.when:%d.%m.%Y %H:%M}  {entry.who}  {entry.action}: {entry.details}")
    click.echo(recent.told.splitlines()[0])


@command("restore", "Вернуть резервную копию: на место книги или рядом.")
@book_argument
@click.argument("wanted", metavar="НОМЕР")
@click.option("--to", metavar="ФАЙЛ", type=OUTPUT, help="Записать копию в этот файл, книгу не трогать.")
def restore(book: Path, wanted: str, to: Path | None, today: dt.date | None) -> None:
    """Bring a backup back."""
    from wg_excel.care import restoring

    del today
    was_there = book.exists()
    backup = restoring.restore(book, wanted, to)
    click.echo(f"Копия от {backup.when:%d.%m.%Y %H:%M:%S} записана в «{to or book}».")
    if was_there and not to:
        click.echo("Прежняя книга сохранена среди резервных копий.")


@command("export", "Записать все таблицы книги в архив: .zip, .xlsx или .json.")
@book_argument
@click.argument("archive", metavar="АРХИВ", type=OUTPUT)
def export(book: Path, archive: Path, today: dt.date | None) -> None:
    """Export all tables."""
    from wg_excel.care import archiving, words

    del today
    for line in words.archived_words(archiving.export(book, archive), archive):
        click.echo(line)


@command("load", "Создать новую книгу из архива команды export.")
@book_argument
@click.argument("archive", metavar="АРХИВ", type=FILES)
@click.option("--force", is_flag=True, help="Заменить существующую книгу (прежняя уйдёт в резервные копии).")
def load(book: Path, archive: Path, *, force: bool, today: dt.date | None) -> None:
    """Make a workbook of an archive."""
    from wg_excel.care import archiving, words

    del today
    for line in words.archived_words(archiving.load(book, archive, force=force), book):
        click.echo(line)


@command("compare", "Сравнить книгу с её копией: чем отличаются строки.")
@book_argument
@click.argument("copy", metavar="[КОПИЯ]", required=False, type=FILES)
@json_option
def compare(book: Path, copy: Path | None, *, as_json: bool, today: dt.date | None) -> None:
    """Compare two copies; without the second, the one found beside the workbook."""
    from wg_excel.care import as_json as json, copies, words
    from wg_excel.cli import json_output

    del today
    found = copies.compare(book, copy)
    if as_json:
        json_output.echo(json.compared(found))
    else:
        click.echo("\n".join(words.compared_lines(found)))


@command("merge", "Перенести в книгу строки из её копии, ничего не теряя.")
@book_argument
@click.argument("copy", metavar="КОПИЯ", type=FILES)
@click.option(
    "--prefer",
    "choices",
    multiple=True,
    metavar="ВЫБОР",
    help="Что взять из копии, где строки различаются: b, b:Обращения или b:Обращения:2026-015. Можно повторять.",
)
@json_option
def merge(book: Path, copy: Path, choices: tuple[str, ...], *, as_json: bool, today: dt.date | None) -> None:
    """Merge a copy into the workbook."""
    from wg_excel.care import as_json as json, copies, words
    from wg_excel.cli import json_output

    done = copies.merge(book, copy, choices, today=today)
    if as_json:
        json_output.echo(json.merged(done))
    else:
        click.echo("\n".join(words.merged_lines(done, book, copy)))


@command("upgrade", "Обновить книгу прежней версии: добавить недостающее, ничего не теряя.")
@book_argument
def upgrade(book: Path, today: dt.date | None) -> None:
    """Bring an older workbook to this version."""
    from wg_excel.upgrades import upgrading

    del today
    done = upgrading.upgrade(book)
    for sentence in done:
        click.echo(sentence)
    if done:
        click.echo(f"Книга «{book}» обновлена; прежняя сохранена среди резервных копий.")
    else:
        click.echo(f"Книга «{book}» уже соответствует этой версии программы: ничего не изменено.")
    if lacking := upgrading.lacking_buttons(book):
        click.echo(f"Кнопок, которые появились позже, в книге нет: {', '.join(f'«{each}»' for each in lacking)}.")
        click.echo("Их работу делают команды wg-excel; с кнопками — новая книга: wg-excel export, затем wg-excel load.")


@command("doctor", "Осмотреть компьютер и книгу: что мешает работе и что сделать.")
@click.argument("book", metavar="[КНИГА]", required=False, type=BookType())
@json_option
@click.pass_context
def doctor(context: click.Context, book: Path | None, *, as_json: bool, today: dt.date | None) -> None:
    """Exit with 1 when something does not work."""
    from wg_excel.care.doctor import State, examine
    from wg_excel.care.doctor.gathering import this_machine
    from wg_excel.care.doctor.looking import site_of

    del today
    machine = this_machine()
    found = examine(machine, site_of(book, machine.system, home_folder()) if book else None)
    if as_json:
        from wg_excel.cli import json_output  # knows the workbook, whose libraries may be what is missing

        json_output.echo({"checks": [json_output.diagnosis_json(each) for each in found]})
    else:
        for each in found:
            click.echo(f"{each.state.value} {each.title}: {each.detail}")
            if each.advice:
                click.echo(f"    Что делать: {each.advice}")
    context.exit(1 if any(each.state is State.BAD for each in found) else 0)
