"""Calendars as files, one for each person."""

import re
from collections.abc import Mapping
from pathlib import Path

from wg_excel.book.outputs import write_output
from wg_excel.domain.language.names import initials

NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|]')


def write_calendars(calendars: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Write the calendars (text by full name) into a folder; raise FileNotWritten."""
    written = []
    for fio, text in calendars.items():
        short = NOT_IN_FILE_NAMES.sub("-", initials(fio)).rstrip(".")
        target = folder / f"Поручения, {short}.ics"
        write_output(target, text.encode(), make_folder=True)
        written.append(target)
    return tuple(written)
