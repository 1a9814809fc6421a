"""Files on disk are replaced as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(path: str | Path, data: bytes) -> None:
    """Write a file through a temporary one in the same folder; the old content stays until all is on disk."""
    target = Path(path)
    handle, temporary = tempfile.mkstemp(prefix=f".{target.stem[:40]}-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode(target, temporary)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _keep_mode(target: Path, temporary: str) -> None:
    """Give the new file the rights of the old one, or the usual ones; `mkstemp` makes private files."""
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    Path(temporary).chmod(mode)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
