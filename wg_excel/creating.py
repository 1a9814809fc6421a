"""Make a new master workbook on the disk."""

from pathlib import Path

from wg_excel.book.failures import WorkbookExists
from wg_excel.book.lock import locked
from wg_excel.book.saving import fingerprint, replace


def create(path: Path, *, school: str = "", force: bool = False) -> None:
    """Build a new workbook at `path`; an existing one is replaced only by force, and backed up first."""
    from wg_excel.builder.build import build

    if path.exists() and not force:
        raise WorkbookExists(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path):
        seen = fingerprint(path) if path.exists() else ""
        replace(path, lambda target: build(target, school=school), seen=seen)
