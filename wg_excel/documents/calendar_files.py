"""Calendars as files, one for each person."""

import re
from collections.abc import Mapping
from pathlib import Path

from wg_excel.documents.word import FileNotWritten
from wg_excel.domain.language.names import initials

NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|]')


def write_calendars(calendars: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Write the calendars (text by full name) into a folder; raise FileNotWritten."""
    written = []
    for fio, text in calendars.items():
        short = NOT_IN_FILE_NAMES.sub("-", initials(fio)).rstrip(".")
        target = folder / f"Поручения, {short}.ics"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
        except OSError as problem:
            raise FileNotWritten(target) from problem
        written.append(target)
    return tuple(written)
