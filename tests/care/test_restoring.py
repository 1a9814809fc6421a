import datetime as dt
from pathlib import Path

import pytest

from tests.care.books import workbook
from wg_excel.book import backups
from wg_excel.book.failures import NoWorkbook, WorkbookBusy
from wg_excel.book.opened import changing
from wg_excel.care.failures import BackupDamaged, FileExists, NoBackups, UnknownBackup
from wg_excel.care.restoring import changes, find, listed, restore
from wg_excel.care.stored import append

NOON = dt.datetime.fromisoformat("2026-11-20T12:00:00+00:00")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Return a workbook of three rows with two backups: of one row a day before, of two at noon."""
    path = workbook(tmp_path / "книга.xlsm", "tblPlan\n№ | Мероприятие\n1 | Семинар")
    for n, moment in ((2, NOON - dt.timedelta(days=1)), (3, NOON)):
        copy = backups.make(path, moment)
        with changing(path) as opened:
            append(opened, "tblPlan", [{"№": float(n), "Мероприятие": f"Дело {n}"}])
        for other in (tmp_path / backups.FOLDER).iterdir():
            if other.name > copy.name:
                other.unlink()
    return path


def test_backups_are_listed_newest_first_with_their_sizes(book: Path) -> None:
    found = listed(book)
    assert [(each.number, each.backup.key) for each in found] == [
        (1, "2026-11-20 12-00-00"),
        (2, "2026-11-19 12-00-00"),
    ]
    assert [each.size for each in found] == [each.backup.path.stat().st_size for each in found]


def test_what_changed_is_told_against_the_next_newer_one(book: Path) -> None:
    first, second = changes(book, listed(book))
    assert first.tables
    assert second.tables
    assert [row.key for table in first.tables for row in table.only_b] == ["3"]
    assert [row.key for table in second.tables for row in table.only_b] == ["2"]


def test_a_backup_that_cannot_be_read_has_unknown_changes(book: Path) -> None:
    newest = listed(book)[0].backup.path
    newest.write_bytes(newest.read_bytes()[:100])
    assert [each.tables for each in changes(book, listed(book))] == [None, None]


@pytest.mark.parametrize("wanted", ["2", "2026-11-19", "2026-11-19 12-00-00"])
def test_a_backup_is_brought_back_in_place_and_the_present_one_kept(book: Path, wanted: str) -> None:
    present, old = book.read_bytes(), find(book, "2").path.read_bytes()
    assert restore(book, wanted).key == "2026-11-19 12-00-00"
    assert book.read_bytes() == old
    assert present in [each.backup.path.read_bytes() for each in listed(book)]


def test_a_backup_is_brought_back_to_a_copy(book: Path, tmp_path: Path) -> None:
    present, copy = book.read_bytes(), tmp_path / "вчера.xlsm"
    restore(book, "1", copy)
    assert copy.read_bytes() == find(book, "1").path.read_bytes()
    assert book.read_bytes() == present
    with pytest.raises(FileExists):
        restore(book, "1", copy)


def test_a_workbook_that_is_gone_is_brought_back(book: Path) -> None:
    book.unlink()
    restore(book, "1")
    assert book.read_bytes() == find(book, "1").path.read_bytes()


def test_a_workbook_that_is_open_elsewhere_is_not_replaced(book: Path) -> None:
    present = book.read_bytes()
    (book.parent / f".~lock.{book.name}#").write_text(",Мария,pc,,")
    with pytest.raises(WorkbookBusy, match="Мария"):
        restore(book, "1")
    assert book.read_bytes() == present


@pytest.mark.parametrize("wanted", ["3", "2026-11", "", "вчера"])
def test_a_name_of_no_backup_or_of_several_is_refused(book: Path, wanted: str) -> None:
    with pytest.raises(UnknownBackup, match="возьмите номер из списка"):
        find(book, wanted)


def test_a_damaged_backup_is_not_brought_back(book: Path) -> None:
    present = book.read_bytes()
    find(book, "1").path.write_bytes(b"")
    with pytest.raises(BackupDamaged, match="возьмите другую"):
        restore(book, "1")
    assert book.read_bytes() == present


def test_a_workbook_without_backups_says_where_they_come_from(tmp_path: Path) -> None:
    with pytest.raises(NoWorkbook, match="проверьте имя"):
        find(tmp_path / "книга.xlsm", "1")
    (tmp_path / "книга.xlsm").touch()
    with pytest.raises(NoBackups, match="Резервные копии"):
        find(tmp_path / "книга.xlsm", "1")
