import datetime as dt
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from wg_excel.book.backups import DAYS, FOLDER, LATEST, MONTHS, Backup, list_backups, make, newest_sound, outdated

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


def kept(moments: list[dt.datetime]) -> list[dt.datetime]:
    newest_first = [Backup(when, Path(str(n))) for n, when in enumerate(sorted(moments, reverse=True))]
    dropped = outdated(newest_first, NOON)
    return [backup.when for backup in newest_first if backup not in dropped]


def test_copies_are_listed_newest_first_and_hold_the_bytes(tmp_path: Path) -> None:
    book = tmp_path / "книга 2026.xlsm"
    for n in range(3):
        book.write_bytes(bytes([n]))
        make(book, NOON + dt.timedelta(minutes=n))
    assert [backup.path.read_bytes() for backup in list_backups(book)] == [b"\2", b"\1", b"\0"]


def test_copies_of_one_second_are_all_kept_in_their_order(tmp_path: Path) -> None:
    book = tmp_path / "книга.xlsm"
    made = []
    for n in range(LATEST):
        book.write_bytes(bytes([n]))
        made.append(make(book, NOON))
    kept_in_order = [backup.path.name for backup in list_backups(book)]
    assert kept_in_order == [path.name for path in reversed(made)]


def test_what_a_killed_backup_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    book = tmp_path / "книга.xlsm"
    book.write_bytes(b"1")
    make(book, NOON)
    left = tmp_path / FOLDER / "книга 2026-11-21 12-00-00.tmp"
    others = [tmp_path / FOLDER / name for name in ("книга 2 2026-11-21 12-00-00.tmp", "заметки.tmp")]
    for file in (left, *others):
        file.write_bytes(b"half")
    make(book, NOON + dt.timedelta(minutes=1))
    assert not left.exists()
    assert all(file.exists() for file in others)


def test_the_newest_copy_that_reads_is_found(tmp_path: Path) -> None:
    book = tmp_path / "книга.xlsm"
    assert newest_sound(book) is None
    with zipfile.ZipFile(book, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
    sound = make(book, NOON)
    book.write_bytes(book.read_bytes()[:40])
    make(book, NOON + dt.timedelta(minutes=1))
    found = newest_sound(book)
    assert found
    assert (found.path, found.key) == (sound, "2026-11-22 12-00-00")


def test_copies_of_another_workbook_are_not_listed(tmp_path: Path) -> None:
    book, other = tmp_path / "книга.xlsm", tmp_path / "книга вторая.xlsm"
    book.write_bytes(b"x")
    other.write_bytes(b"y")
    make(other, NOON)
    assert list_backups(book) == []


def test_the_last_ten_of_one_day_are_kept() -> None:
    assert len(kept([NOON - dt.timedelta(minutes=n) for n in range(30)])) == LATEST


def test_one_copy_a_day_is_kept_for_a_month_and_one_a_month_for_two_years() -> None:
    daily = [NOON - dt.timedelta(days=n) for n in range(1200)]
    days = kept(daily)
    assert days[:DAYS] == daily[:DAYS]
    assert len({(when.year, when.month) for when in days}) == MONTHS
    assert len(days) == DAYS + MONTHS - len({(when.year, when.month) for when in daily[:DAYS]})


@given(st.lists(st.integers(0, 3650).map(lambda days: NOON - dt.timedelta(days=days)), max_size=60))
def test_the_newest_copy_is_always_kept(moments: list[dt.datetime]) -> None:
    assert not moments or max(moments) in kept(moments)


@given(st.lists(st.integers(-90, 90).map(lambda hours: NOON + dt.timedelta(hours=hours)), max_size=60))
def test_a_clock_put_back_costs_no_copy_made_since(moments: list[dt.datetime]) -> None:
    since = sorted((when for when in moments if when <= NOON), reverse=True)[:LATEST]
    assert set(since) <= set(kept(moments))


@pytest.mark.parametrize("moment", ["2026-13-45 10-00-00", "2026-02-31 10-00-00", "0001-01-01 00-00-00"])
def test_a_file_whose_name_only_looks_like_a_moment_is_no_copy(tmp_path: Path, moment: str) -> None:
    book = tmp_path / "книга.xlsm"
    book.write_bytes(b"1")
    made = make(book, NOON)
    (tmp_path / FOLDER / f"книга {moment}.xlsm").write_bytes(b"x")
    assert [backup.path for backup in list_backups(book)] == [made]
