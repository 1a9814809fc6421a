"""Find copies of a workbook that cloud folders and people leave beside it."""

import re
import unicodedata
from pathlib import Path

# What stands after the workbook's own name, once or in a row; each with the programs that write it so.
_AFTER = (
    r"[\s_]*\(\d{1,3}\)",  # «Книга (1)»: browsers, Google Drive, Яндекс Диск
    r"\s*[-—–_]?\s*(?:копия|copy)(?:\s*\(?\d+\)?)?",  # «Книга — копия (2)»: Windows, macOS
    r"\s*[\[(].*(?:конфликт|conflict|копия|copy).*[\])]",  # «Книга (конфликтующая копия Анна 2026-11-20)»: Dropbox
    r"[\s._-]*(?:конфликт|(?:sync-)?conflict).*",  # «Книга.sync-conflict-20261120-101112-ABCDEFG»: Syncthing, ownCloud
    r"_.+_(?:case)?conflict",  # «Книга_NAS_Nov-20-101112-2026_Conflict»: Synology Drive
)
_COMPUTER = r"-(?=[^-]*[A-Za-zА-ЯЁа-яё])[\w-]{2,15}"  # «Книга-DESKTOP-AB12CD3»: OneDrive
_BEFORE = r"(?:копия(?: файла)?|copy of)(?:\s*\(\d+\))?\s+"  # «Копия Книга»: Excel, Google Drive
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
    own, after = re.escape(_composed(workbook.stem)), rf"(?:{'|'.join(_AFTER)})"
    forms = rf"{own}{after}+", rf"{own}{_COMPUTER}{after}*", rf"(?:{_BEFORE})+{own}{after}*"
    return any(re.fullmatch(form, _composed(path.stem), re.IGNORECASE) for form in forms)


def _composed(name: str) -> str:
    """Return a name with each letter one sign: macOS and its clouds write й and ё as two."""
    return unicodedata.normalize("NFC", name)
