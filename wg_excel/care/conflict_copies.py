"""Find copies of a workbook that cloud folders and people leave beside it."""

import re
from pathlib import Path

# What stands after the workbook's own name; each with the programs that write it so.
_AFTER = (
    r"\s*\(\d{1,3}\)",  # «Книга (1)»: browsers, Google Drive, Яндекс Диск
    r"\s*[-—–_]?\s*(?:копия|copy)(?:\s*\(?\d+\)?)?",  # «Книга — копия (2)»: Windows, macOS
    r"\s*[\[(].*(?:конфликт|conflict).*[\])]",  # «Книга (конфликтующая копия Анна 2026-11-20)»: Dropbox, Nextcloud
    r"[\s._-]*(?:конфликт|(?:sync-)?conflict).*",  # «Книга.sync-conflict-20261120-101112-ABCDEFG»: Syncthing, ownCloud
    r"-(?=[^-]*[A-Za-zА-ЯЁа-яё])[\w-]{2,15}(?:\s*\(\d+\))?",  # «Книга-DESKTOP-AB12CD3»: OneDrive, a computer's name
)
_BEFORE = r"(?:копия|copy of)(?:\s*\(\d+\))?\s+"  # «Копия Книга»: Excel
SUFFIXES = frozenset({".xlsm", ".xlsx"})


def conflict_copies(workbook: Path) -> list[Path]:
    """Return the files beside a workbook whose names say that they are its copies, by name."""
    if not workbook.parent.is_dir():
        return []
    return sorted(path for path in workbook.parent.iterdir() if path.is_file() and is_copy_name(path, workbook))


def is_copy_name(path: Path, workbook: Path) -> bool:
    """Tell whether a file's name is that of a copy of the workbook; `~$…` and hidden files are none."""
    if path.name[0] in "~." or path.suffix.lower() not in SUFFIXES | {workbook.suffix.lower()}:
        return False
    own = re.escape(workbook.stem)
    forms = (*(rf"{own}{after}" for after in _AFTER), rf"{_BEFORE}{own}")
    return any(re.fullmatch(form, path.stem, re.IGNORECASE) for form in forms)
