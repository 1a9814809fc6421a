"""Press a button on a workbook that is closed: it is opened, changed, saved and closed again."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

import click

if TYPE_CHECKING:
    import xlwings as xw

P = ParamSpec("P")
R = TypeVar("R")


class Told(Protocol):
    """What a button gives back with a sentence for the user."""

    @property
    def told(self) -> str:
        """Say what was done."""


def press(book: Path, button: "Callable[Concatenate[xw.Book, P], R]", *given: P.args, **named: P.kwargs) -> R:
    """Press a button and return its result; where it fails, the workbook stays as it was."""
    from wg_excel.book.opened import changing

    with changing(book) as opened:
        return button(opened, *given, **named)


def tell(book: Path, button: "Callable[Concatenate[xw.Book, P], Told]", *given: P.args, **named: P.kwargs) -> None:
    """Press a button and print its sentence."""
    click.echo(press(book, button, *given, **named).told)
