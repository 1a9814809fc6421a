"""Compile the Russian texts of the command line: messages.po → messages.mo beside it (needs Babel)."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

WRITTEN = datetime(2026, 9, 1, tzinfo=UTC)
SOURCE = Path(__file__).parents[1] / "wg_excel/cli/locale/ru/LC_MESSAGES/messages.po"


def compiled(source: Path = SOURCE) -> bytes:
    """Return the binary catalogue of a .po file."""
    target = BytesIO()
    with source.open("rb") as file:
        catalogue = read_po(file)
    catalogue.creation_date = catalogue.revision_date = WRITTEN  # the same source gives the same bytes
    write_mo(target, catalogue)
    return target.getvalue()


if __name__ == "__main__":
    SOURCE.with_suffix(".mo").write_bytes(compiled())
    print(SOURCE.with_suffix(".mo"))
