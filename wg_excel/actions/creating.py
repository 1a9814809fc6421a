"""Make a new master workbook on the disk."""

from pathlib import Path

from wg_excel.book.failures import NotXlsm, WorkbookExists
from wg_excel.book.lock import locked
from wg_excel.book.saving import fingerprint, replace


def create(path: Path, *, school: str = "", force: bool = False) -> None:
    """Build a new workbook at `path` whose buttons this Python runs; one is replaced only by force, backed up first."""
    from wg_excel.builder.build import build
    from wg_excel.builder.config_sheet import running_interpreter

    refuse_name(path, force=force)
    path.parent.mkdir(parents=True, exist_ok=True)
    interpreters = running_interpreter()
    with locked(path):
        seen = fingerprint(path) if path.exists() else ""
        replace(path, lambda target: build(target, school=school, interpreters=interpreters), seen=seen)


def refuse_name(path: Path, *, force: bool) -> None:
    """Raise NotXlsm for a name that no master workbook can have, WorkbookExists for one that is taken."""
    if path.suffix.lower() != ".xlsm":
        raise NotXlsm(path)
    if path.exists() and not force:
        raise WorkbookExists(path)
