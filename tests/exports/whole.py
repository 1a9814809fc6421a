"""Files read to the end, each in a child process as the product reads them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wg_excel.exports import Reading, begun


def read(paths: Sequence[Path], **how: Any) -> tuple[Reading, ...]:
    """Read files into facts and wait for all of them."""
    with begun(paths, **how) as readings:
        return tuple(readings)
