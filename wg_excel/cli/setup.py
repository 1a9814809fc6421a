"""The commands that set the program up on a computer."""

import datetime as dt
import sys
from pathlib import Path

import click

from wg_excel.cli.commands import command
from wg_excel.user import home_folder

FOLDER = click.Path(path_type=Path, file_okay=False)


@command("install", "Подготовить папку: книга, «Выгрузки», шаблоны Word, ярлык. Повторять можно.")
@click.argument("folder", metavar="[ПАПКА]", required=False, type=FOLDER)
def install(folder: Path | None, today: dt.date | None) -> None:
    """Set a user's folder up."""
    from wg_excel.setup import installing

    del today
    made = installing.install(folder or installing.default_folder(home_folder()))
    for sentence in made.done:
        click.echo(sentence)
    click.echo(f"Готово: откройте «{made.workbook}».")


@command("uninstall", "Убрать то, что записала команда install; книга и её копии остаются.")
@click.argument("folder", metavar="[ПАПКА]", required=False, type=FOLDER)
def uninstall(folder: Path | None, today: dt.date | None) -> None:
    """Take an installation away."""
    from wg_excel.setup import installing

    del today
    for name in installing.uninstall(folder or installing.default_folder(home_folder())):
        click.echo(f"Удалено: {name}")
    click.echo("Книга, её резервные копии и изменённые вами файлы оставлены.")
    click.echo(f'Саму программу удалит команда "{sys.executable}" -m pip uninstall wg-excel')


@command("bundle", "Собрать программу с библиотеками для компьютера без интернета.")
@click.argument("folder", metavar="ПАПКА", type=FOLDER)
@click.option("--platform", default="win_amd64", show_default=True, metavar="ПЛАТФОРМА", help="Для какой системы.")
@click.option("--python", default="3.12", show_default=True, metavar="ВЕРСИЯ", help="Для какой версии Python.")
def bundle(folder: Path, platform: str, python: str, today: dt.date | None) -> None:
    """Collect wheels and a script that installs from them."""
    from wg_excel.setup import bundling, scripts

    del today
    names = bundling.bundle(folder, platform, python)
    start = scripts.WINDOWS_NAME if platform.startswith("win") else scripts.POSIX_NAME
    click.echo(f"Собрано библиотек: {len(names)}, папка «{folder}». Перенесите её и запустите там {start}.")
