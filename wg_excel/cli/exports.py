"""The commands that look at exports of «ЭлЖур» and load them."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from wg_excel.cli.commands import FILES, command
from wg_excel.cli.options import book_argument, json_option

if TYPE_CHECKING:
    from wg_excel.actions.importing import Imported

files_argument = click.argument("files", metavar="ФАЙЛ…", nargs=-1, required=True, type=FILES)
kind_option = click.option(
    "--kind", default="", metavar="ВИД", help="Считать все файлы отчётами этого вида, например lessons."
)


@command("recognise", "Сказать, что это за выгрузки; ничего не менять.")
@files_argument
@click.option("--book", metavar="КНИГА", type=FILES, help="Сказать и то, что изменит в этой книге их загрузка.")
@json_option
@click.pass_context
def recognise(
    context: click.Context, files: tuple[Path, ...], book: Path | None, *, as_json: bool, today: dt.date | None
) -> None:
    """Exit with 1 when some file is unknown, or would be refused."""
    if book:
        context.exit(_preview(files, book, as_json=as_json, today=today))
    from wg_excel import exports
    from wg_excel.cli import json_output, printed

    with progress_bar(len(files)) as progress:
        readings = exports.recognise(files, today=today, progress=progress)
    if as_json:
        json_output.echo({"files": [json_output.file_json(r.file, r.status, r.message, r.export) for r in readings]})
    else:
        printed.readings(readings)
    context.exit(0 if all(reading.status == "known" for reading in readings) else 1)


def _preview(files: Sequence[Path], book: Path, *, as_json: bool, today: dt.date | None) -> int:
    from wg_excel import buttons
    from wg_excel.book.opened import reading
    from wg_excel.cli import printed

    with reading(book) as opened, progress_bar(len(files)) as progress:
        foreseen = buttons.preview_exports(opened, files, today=today, progress=progress)
    _tell(foreseen, printed.foreseen, as_json=as_json)
    return _code(foreseen)


@command("import", "Загрузить выгрузки «ЭлЖур» в книгу.")
@book_argument
@files_argument
@kind_option
@json_option
@click.pass_context
def import_(
    context: click.Context, book: Path, files: tuple[Path, ...], kind: str, *, as_json: bool, today: dt.date | None
) -> None:
    """Exit with 1 when some file was refused."""
    from wg_excel import exports

    exports.look_ahead(files[0])
    from wg_excel import buttons
    from wg_excel.book.opened import changing
    from wg_excel.cli import printed

    with changing(book) as opened, progress_bar(len(files)) as progress:
        imported = buttons.import_exports(opened, files, kind=kind, today=today, progress=progress)
    _tell(imported, printed.imported, as_json=as_json)
    context.exit(_code(imported))


def _tell(results: Sequence["Imported"], show: Callable[[Sequence["Imported"]], None], *, as_json: bool) -> None:
    from wg_excel.cli import json_output

    if as_json:
        json_output.echo({"files": [json_output.file_json(r.file, r.status, r.message, r.export) for r in results]})
    else:
        show(results)


def _code(results: Sequence["Imported"]) -> int:
    return 1 if any(each.status == "refused" for each in results) else 0


@contextmanager
def progress_bar(files: int) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar of the files read on stderr, where people look at it; give what tells it how many are done."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=files, label="Чтение выгрузок", file=sys.stderr) as bar:
        yield lambda done, _total: bar.update(done - bar.pos)
