"""Why a workbook cannot be cared for as asked, one class a failure, each with its sentence for the user."""

from collections.abc import Iterable
from pathlib import Path

from wg_excel.domain.failures import Failure


class CareFailure(Failure):
    """Something about backups, archives or copies cannot be done as asked."""


class UnknownTable(CareFailure):
    """A preference names a table that the workbook does not have."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"Таблицы «{name}» в книге нет: напишите имя листа, например «{next(iter(known), name)}».")


class PreferenceNotRead(CareFailure):
    """A preference is not of the form b, b:TABLE or b:TABLE:KEY."""

    def __init__(self, text: str) -> None:
        super().__init__(f"«{text}» не понято: напишите b, b:Обращения или b:Обращения:2026-015.")


class SameWorkbook(CareFailure):
    """A workbook is to be compared or merged with itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Дважды назван один файл «{path.name}»: назовите книгу и её копию.")
