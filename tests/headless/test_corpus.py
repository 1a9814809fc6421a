"""Foreign workbooks: an edited cell gives a result or a refusal by name, never a half-written file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shared import SHARED
from wg_excel.headless import WorkbookRefused, open_book, save_copy

FILES = sorted(
    path
    for folder in ("corpus", "samples")
    for path in (SHARED / folder).rglob("*")
    if path.suffix in {".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".zip"}
)
if not FILES:
    pytest.skip("the foreign workbooks are not here", allow_module_level=True)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_one_edited_cell_is_saved_or_refused(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "edited.xlsx"
    try:
        book = open_book(path)
        for sheet in book.sheets:
            _ = sheet.used_range.address
        book.sheets[0]["AZ77"].value = "правка"
        save_copy(book, target)
    except WorkbookRefused as refusal:
        sentence = str(refusal)
    else:
        sentence = ""
    if sentence:
        assert "«" in sentence
        assert sentence.endswith(".")
        assert not target.exists()
        return
    assert open_book(target).sheets[0]["AZ77"].value == "правка"
    assert [p.name for p in tmp_path.iterdir()] == ["edited.xlsx"]
