"""The demonstration's workbook as a user has enriched it in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faithfulness.book_features import IN_BOOK, own_sheet, results
from tests.faithfulness.features import ON_SHEETS
from tests.faithfulness.packages import Package

if TYPE_CHECKING:
    from pathlib import Path


# The documents of the demonstration; their buttons draw them anew from their templates.
DRAWN_ANEW = {
    "write_protocol_files": ("Протокол № 5",),
    "seal_protocol": ("Протокол № 5",),
    "reopen_protocol": ("Протокол № 5",),
    "create_report": ("Справка",),
}


def enrich(path: Path, target: Path, *, on_sheets: bool = True) -> Path:
    """Write a workbook with the features of a whole book and, unless told otherwise, those of each sheet."""
    package = Package(path)
    for part in package.sheets().values() if on_sheets else ():
        for inject in ON_SHEETS.values():
            inject(package, part)
    own_sheet(package, results(path))
    for add in IN_BOOK:
        add(package)
    package.save(target)
    return target
