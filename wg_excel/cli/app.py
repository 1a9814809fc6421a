"""The command line's one boundary: arguments in, an exit code and at most one sentence of failure out."""

import gettext
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

LOCALE = Path(__file__).parent / "locale"
# The modules that declare commands by being imported.
DECLARING = (
    "wg_excel.cli.commands",
    "wg_excel.cli.corrections",
    "wg_excel.cli.exports",
    "wg_excel.cli.meetings",
    "wg_excel.cli.reports",
    "wg_excel.cli.care",
    "wg_excel.cli.setup",
    "wg_excel.cli.appeals",
    "wg_excel.cli.pressing",
    "wg_excel.cli.members",
    "wg_excel.cli.staff",
    "wg_excel.cli.deeds",
)
REFUSED = 2
LIBRARY = (
    "Не хватает библиотеки «{name}», установка повреждена: запустите setup из папки книги ещё раз. "
    'Какой библиотеки нет и как её поставить, скажет команда "{python}" -m wg_excel doctor'
)
UNEXPECTED = (
    "Команда не выполнена из-за ошибки программы ({kind}): книга не изменена. "
    "Повторите с параметром --debug и передайте вывод разработчику."
)


def run(arguments: Sequence[str]) -> int:
    """Run one command; return its exit code (4-contract 4.1) and print a failure as one Russian sentence."""
    _speak_russian()
    try:
        for module in DECLARING:
            import_module(module)
        from wg_excel.cli.commands import cli

        return int(cli.main(list(arguments), prog_name="wg-excel", standalone_mode=False) or 0)
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _refuse(_interrupted())
    except click.ClickException as problem:
        return _refuse(problem.format_message())
    except Exception as problem:
        if "--debug" in arguments:
            raise
        return _refuse(_sentence(problem))


def _interrupted() -> str:
    from wg_excel.book.saving import saved

    if not saved:
        return "Прервано: книга не изменена."
    names = ", ".join(f"«{path.name}»" for path in saved)
    return f"Прервано после сохранения: в книге {names} всё уже записано."


def _sentence(problem: Exception) -> str:
    from wg_excel.book.disk_reasons import refusal

    if isinstance(problem, ModuleNotFoundError):
        return LIBRARY.format(name=problem.name, python=sys.executable)
    from wg_excel.cli.failures import is_known

    if is_known(problem):
        return str(problem)
    return refusal(problem) or UNEXPECTED.format(kind=type(problem).__name__)


def _refuse(sentence: str) -> int:
    click.echo(sentence, err=True)
    return REFUSED


def _speak_russian() -> None:
    # click takes its words from the process's gettext catalogue.
    os.environ["LANGUAGE"] = "ru"
    gettext.bindtextdomain("messages", str(LOCALE))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="replace")
