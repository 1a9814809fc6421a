import datetime as dt
from pathlib import Path

import pytest

from tests.care.books import workbook
from wg_excel.book import backups
from wg_excel.book.lock import locked
from wg_excel.care.doctor.looking import interpreter_of, is_writable, mounted_drive, site_of, windows_drive, zone_of
from wg_excel.care.doctor.machine import System
from wg_excel.care.doctor.site import Drive, Interpreter, Site
from wg_excel.domain.schema_version import NAME

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
//server/school /mnt/school cifs rw 0 0
server:/home /mnt/Общая\040папка nfs4 rw 0 0
/dev/sdb1 /mnt/school/disk ext4 rw 0 0
"""


def site(path: Path) -> Site:
    return site_of(path, System.LINUX, path.parent, drive_of=lambda _: Drive.LOCAL)


def test_a_sound_workbook_is_seen_and_nothing_is_changed(tmp_path: Path) -> None:
    path = workbook(tmp_path / "книга.xlsm")
    before = path.read_bytes()
    found = site(path)
    assert (found.exists, found.fault, found.missing, found.owner) == (True, "", (), "")
    assert found.size == len(before)
    assert found.writable
    assert found.free > 0
    assert [each.name for each in tmp_path.iterdir()] == ["книга.xlsm"]
    assert path.read_bytes() == before


def test_backups_copies_and_the_owner_are_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "книга.xlsm")
    backups.make(path, dt.datetime.fromisoformat("2026-11-20T12:00:00+00:00"))
    (tmp_path / "книга (1).xlsm").touch()
    (tmp_path / ".~lock.книга.xlsm#").write_text(",Мария,pc,,", encoding="utf-8")
    found = site(path)
    assert [f"{when:%d.%m.%Y}" for when in found.backups] == ["20.11.2026"]
    assert (found.copies, found.owner) == (("книга (1).xlsm",), "Мария")


def test_a_damaged_or_absent_workbook_shows_its_sound_backup(tmp_path: Path) -> None:
    path = workbook(tmp_path / "книга.xlsm")
    key = backups.list_backups(path)[0].key if backups.make(path) else ""
    path.write_bytes(b"damaged")
    assert f'wg-excel restore "{path}" "{key}"' in site(path).fault
    path.unlink()
    assert (site(path).exists, site(path).sound_backup) == (False, key)


def test_what_a_workbook_lacks_is_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "книга.xlsm", change=lambda book: book.sheets["План"].delete())
    assert site(path).missing == ("таблица tblPlan (лист «План»)",)


def test_a_folder_that_is_not_there_is_seen_too(tmp_path: Path) -> None:
    found = site(tmp_path / "нет" / "книга.xlsm")
    assert (found.exists, found.writable, found.free) == (False, False, 0)
    assert not is_writable(tmp_path / "нет")


@pytest.mark.parametrize(
    ("stream", "zone"),
    [
        ("[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=https://x", 3),
        ("[ZoneTransfer]\nzoneid = 1", 1),
        ("", None),
        (None, None),
    ],
)
def test_the_mark_of_the_web_is_read_from_its_stream(tmp_path: Path, stream: str | None, zone: int | None) -> None:
    path = tmp_path / "книга.xlsm"
    if stream is not None:
        Path(f"{path}:Zone.Identifier").write_text(stream)
    assert zone_of(path) == zone


@pytest.mark.parametrize(
    ("anchor", "kind", "drive"),
    [
        ("C:\\", 3, Drive.LOCAL),
        ("E:\\", 2, Drive.REMOVABLE),
        ("Z:\\", 4, Drive.NETWORK),
        ("\\\\server\\s\\", 1, Drive.NETWORK),
    ],
)
def test_windows_tells_the_kind_of_a_drive(anchor: str, kind: int, drive: Drive) -> None:
    assert windows_drive(anchor, lambda _: kind) is drive


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/школа/книга.xlsm", Drive.LOCAL),
        ("/mnt/school/книга.xlsm", Drive.NETWORK),
        ("/mnt/school2/книга.xlsm", Drive.LOCAL),
        ("/mnt/school/disk/книга.xlsm", Drive.LOCAL),
        ("/mnt/Общая папка/книга.xlsm", Drive.NETWORK),
    ],
)
def test_the_table_of_mounts_tells_the_kind_of_a_folder(path: str, drive: Drive) -> None:
    assert mounted_drive(Path(path), MOUNTS) is drive


def test_the_python_of_the_buttons_is_named_beside_the_workbook_or_at_home(tmp_path: Path) -> None:
    path, home = tmp_path / "книга.xlsm", tmp_path / "home"
    own = home / ".xlwings" / "xlwings.conf"
    own.parent.mkdir(parents=True)
    assert interpreter_of(path, System.WINDOWS, home) is None
    own.write_text('"INTERPRETER","no-such-python"\n"SHOW CONSOLE","False"\n')
    assert interpreter_of(path, System.WINDOWS, home) == Interpreter(str(own), "no-such-python", exists=False)
    beside, python = tmp_path / "xlwings.conf", tmp_path / "python.exe"
    python.touch()
    beside.write_text(f'"INTERPRETER_WIN", "{python}"\n"INTERPRETER_MAC","/opt/python"\n', encoding="utf-8")
    assert interpreter_of(path, System.WINDOWS, home) == Interpreter(str(beside), str(python), exists=True)
    assert interpreter_of(path, System.MACOS, home) == Interpreter(str(beside), "/opt/python", exists=False)


def test_the_version_and_a_command_at_work_are_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "книга.xlsm", change=lambda book: book.names.add(NAME, "=99"))
    assert site(path).version == 99
    with locked(path):
        assert site(path).owner.startswith("другая команда wg-excel")
        assert site(path).owner_mark == ".книга.xlsm.lock"
    assert (site(path).owner, site(path).owner_mark) == ("", "")


def test_a_damaged_newest_backup_is_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "книга.xlsm")
    assert site(path).newest_reads
    made = backups.make(path)
    assert site(path).newest_reads
    made.write_bytes(made.read_bytes()[:1000])
    assert not site(path).newest_reads
