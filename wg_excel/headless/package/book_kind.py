"""What kind of workbook a file is: with macros or without, a workbook or a template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blank import MAIN_TYPES

if TYPE_CHECKING:
    from wg_excel.headless.workbook import Workbook


def set_kind(book: Workbook, suffix: str) -> None:
    """Make a workbook the kind that a suffix asks for; one without macros loses its VBA project."""
    wanted = MAIN_TYPES.get(suffix)
    if wanted and book.package.content_type(book.part.name) != wanted:
        book.package.set_content_type(book.part.name, wanted)
        if "macroEnabled" not in wanted:
            _drop_macros(book)


def _drop_macros(book: Workbook) -> None:
    package = book.package
    reachable = package.reachable()
    for relation in list(package.relations(book.part.name)):
        if relation.kind == "vbaProject":
            package.unrelate(book.part.name, relation.id)
    package.sweep(reachable)
