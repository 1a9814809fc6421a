"""Press a button of a workbook on the disk, as LibreOffice's menu does (3-architecture 3.1)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from wg_excel.book.opened import changing
from wg_excel.book.taking_in import take_in_rows
from wg_excel.domain.failures import Failure
from wg_excel.excel import run_button, unforeseen
from wg_excel.headless import WorkbookRefused, questions


class Answer(NamedTuple):
    """How a press ended: done, failed, or a question that has to be agreed to first."""

    kind: Literal["done", "fail", "ask"]
    text: str

    def __str__(self) -> str:
        """Return the form that the caller reads from a file."""
        return f"{self.kind}:{self.text}"


class Unanswered(Exception):
    """A button asks before it writes, and nobody has agreed yet."""


def press_file(path: Path, name: str, files: Sequence[Path] = (), *, agreed: bool = False) -> Answer:
    """Press the button `name` on a closed workbook; until its question is agreed to, the file stays as it is."""
    try:
        return Answer("done", _press(path, name, files, agreed=agreed))
    except Unanswered as question:
        return Answer("ask", str(question))
    except (Failure, WorkbookRefused) as problem:
        return Answer("fail", str(problem))
    except Exception as problem:  # noqa: BLE001 - the last boundary before the user
        return Answer("fail", unforeseen(problem))


def _press(path: Path, name: str, files: Sequence[Path], *, agreed: bool) -> str:
    with changing(path) as book:
        take_in_rows(book)
        told = run_button(book, name, lambda *_: files)
        asked = questions(book)
        if asked and not agreed:
            raise Unanswered(asked[0])
    return told
