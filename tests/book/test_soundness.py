import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.care.books import workbook
from wg_excel.book import backups
from wg_excel.book.failures import WorkbookDamaged
from wg_excel.book.opened import changing
from wg_excel.book.soundness import is_sound


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbook(tmp_path / "книга.xlsm")


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(path: Path, found: Mapping[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in found.items():
            package.writestr(name, content)


def test_a_workbook_of_the_program_is_sound(book: Path) -> None:
    assert is_sound(book)


@pytest.mark.parametrize("share", [0, 0.01, 0.5, 0.99])
def test_a_file_that_was_cut_off_is_not_sound(book: Path, share: float) -> None:
    book.write_bytes(book.read_bytes()[: int(book.stat().st_size * share)])
    assert not is_sound(book)


@pytest.mark.parametrize(("first", "last"), [(0, 4096), (0.5, 0.52), (0.99, 1.0), (0, 1.0)])
def test_a_file_with_a_stretch_of_zeros_is_not_sound(book: Path, first: float, last: float) -> None:
    content = bytearray(book.read_bytes())
    start, end = (int(n * len(content)) if isinstance(n, float) else n for n in (first, last))
    content[start:end] = bytes(end - start)
    book.write_bytes(content)
    assert not is_sound(book)


@pytest.mark.parametrize(
    "lost",
    ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet3.xml"],
)
def test_a_package_that_lost_a_part_is_refused_and_its_backup_offered(book: Path, lost: str) -> None:
    key = backups.list_backups(book)[0].key if backups.make(book) else ""
    write(book, {name: content for name, content in parts(book).items() if name != lost})
    assert not is_sound(book)
    before = book.read_bytes()
    with pytest.raises(WorkbookDamaged, match=key), changing(book):
        pytest.fail("it was opened")
    assert book.read_bytes() == before


def test_a_sheet_that_was_cut_off_is_seen_though_the_package_is_whole(book: Path) -> None:
    found = parts(book)
    found["xl/worksheets/sheet3.xml"] = found["xl/worksheets/sheet3.xml"][:500]
    write(book, found)
    assert not is_sound(book)
