from pathlib import Path

import pytest

from wg_excel.builder.build import build


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a workbook without entries, to be opened and never saved."""
    path = tmp_path_factory.mktemp("empty") / "книга.xlsm"
    build(path)
    return path
