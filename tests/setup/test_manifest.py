import json
from pathlib import Path

import pytest

from wg_excel.setup.manifest import NAME, Manifest


def test_a_list_that_somebody_changed_leads_nowhere_else(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"")
    folder = tmp_path / "folder"
    folder.mkdir()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    files = {"../outside.txt": empty, str(outside): empty, "..\\outside.txt": empty}
    (folder / NAME).write_text(json.dumps({"files": files, "folders": ["..", "../folder"]}), encoding="utf-8")
    manifest = Manifest.read(folder)
    assert manifest
    assert list(manifest.remove()) == []
    assert outside.exists()
    assert folder.exists()


@pytest.mark.parametrize("text", ["", "[]", '{"files": 1}', "{"])
def test_a_damaged_list_counts_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert Manifest.read(tmp_path) is None


def test_what_was_written_is_renewed_until_somebody_changes_it(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    assert manifest.put("a.txt", b"1")
    assert manifest.put("a.txt", b"2")
    assert not manifest.put("a.txt", b"2")
    (tmp_path / "a.txt").write_bytes(b"mine")
    assert not manifest.put("a.txt", b"3")
    assert (tmp_path / "a.txt").read_bytes() == b"mine"
