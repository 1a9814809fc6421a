"""Write a file that the user asked for, whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from wg_excel.book.disk_reasons import reason_of
from wg_excel.domain.failures import Failure


class FileNotWritten(Failure):
    """The file is open in another program, or the disk refuses."""

    def __init__(self, path: Path, problem: OSError) -> None:
        super().__init__(
            f"Файл «{path}» не удалось записать: {reason_of(problem)}. Закройте его, если он открыт, "
            "проверьте права на папку и свободное место и повторите."
        )


def write_output(path: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Write a file, with the folder it lies in where asked; raise FileNotWritten: what stood there stays as it was."""
    try:
        if make_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # a pipe, such as /dev/stdout
            path.write_bytes(content)
        else:
            _replace(path.resolve() if path.is_symlink() else path, content)
    except OSError as problem:
        raise FileNotWritten(path, problem) from problem


def _replace(path: Path, content: bytes) -> None:
    partial = path.with_name(f".{os.getpid()}.tmp")
    if path.exists():
        path.open("rb+").close()  # one that may not be written, or is open elsewhere, refuses here
    try:
        partial.write_bytes(content)
        partial.replace(path)
    finally:
        with suppress(OSError):
            partial.unlink()
