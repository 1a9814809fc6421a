"""Compile the Russian texts of the command line: messages.po → messages.mo beside it (needs Babel)."""

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).parents[1] / "wg_excel/cli/locale/ru/LC_MESSAGES/messages.po"


def compiled(source: Path = SOURCE) -> bytes:
    """Return the binary catalogue of a .po file."""
    target = BytesIO()
    with source.open("rb") as file:
        write_mo(target, read_po(file))
    return target.getvalue()


if __name__ == "__main__":
    SOURCE.with_suffix(".mo").write_bytes(compiled())
    print(SOURCE.with_suffix(".mo"))
