"""A document or pages of a workbook as PDF: by Excel where the book is open in it, else by LibreOffice."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import xlwings as xw

from wg_excel.book.outputs import write_output
from wg_excel.domain.failures import Failure

USUAL_PLACES = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
PATIENCE = 120  # seconds: the first start of LibreOffice makes its profile


class NoLibreOffice(Failure):
    """There is nothing that makes PDF."""

    def __init__(self) -> None:
        super().__init__(
            "PDF сделать нечем: LibreOffice не найден. Установите его (бесплатно, libreoffice.org) "
            "или откройте документ в Word или Excel и сохраните его как PDF там."
        )


class PdfNotMade(Failure):
    """The program gave no file."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            f"Файл «{target}» не получился: LibreOffice его не сделал. Закройте LibreOffice и повторите; "
            "если не поможет, откройте документ в Word или Excel и сохраните его как PDF там."
        )


def is_in_excel(book: xw.Book) -> bool:
    """Tell whether the book is open in Excel itself, which prints its sheets."""
    return bool(book.app.engine.name == "excel")


def print_sheet(sheet: xw.Sheet, target: Path) -> None:
    """Let Excel print a sheet as PDF; raise PdfNotMade."""
    try:
        sheet.to_pdf(target)
    except Exception as problem:  # a class of its own on each system
        raise PdfNotMade(target) from problem


def write_pdf(document: Path, target: Path, sheet_pages: str = "") -> None:
    """Convert a file of Word, or pages of a workbook (`1`, `2-3`); raise NoLibreOffice, PdfNotMade, FileNotWritten."""
    write_pdfs({document: target}, sheet_pages)


def write_pdfs(targets: Mapping[Path, Path], sheet_pages: str = "") -> None:
    """Convert documents of different names in one go, which takes hardly longer than one of them.

    LibreOffice works with a profile of its own, so that a window the user has open does not stand in the way.
    """
    program = libre_office()
    if not program:
        raise NoLibreOffice
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "out"
        command = [
            *(program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless"),
            *("--convert-to", _filter(sheet_pages), "--outdir", str(made), *map(str, targets)),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)  # noqa: S603 - as found above
            pages = {target: (made / f"{document.stem}.pdf").read_bytes() for document, target in targets.items()}
        except (OSError, subprocess.SubprocessError) as problem:
            raise PdfNotMade(next(iter(targets.values()))) from problem
    for target, content in pages.items():
        write_output(target, content)


def _filter(sheet_pages: str) -> str:
    """Return what to convert into; options of a filter are JSON since LibreOffice 7.4."""
    if not sheet_pages:
        return "pdf"
    return f"pdf:calc_pdf_Export:{json.dumps({'PageRange': {'type': 'string', 'value': sheet_pages}})}"


def libre_office() -> str:
    """Return LibreOffice's program, empty where there is none."""
    on_path = filter(None, map(shutil.which, ("soffice", "libreoffice")))
    return next(on_path, "") or next((place for place in USUAL_PLACES if os.path.exists(place)), "")  # noqa: PTH110 - other systems' paths
