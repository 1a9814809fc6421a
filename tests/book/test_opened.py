from pathlib import Path

import pytest

from wg_excel.book import backups
from wg_excel.book.failures import NoWorkbook, WorkbookDamaged
from wg_excel.book.opened import changing, reading
from wg_excel.builder.build import workbook_bytes
from wg_excel.headless.errors import DamagedWorkbook, NotAWorkbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    path.write_bytes(workbook_bytes())
    return path


def test_reading_changes_nothing_and_locks_nothing(path: Path) -> None:
    before = path.read_bytes()
    with reading(path) as book:
        assert "Обращения" in book.sheet_names
        assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == before


@pytest.mark.parametrize("opener", [reading, changing])
def test_an_absent_workbook_is_refused(opener: type, tmp_path: Path) -> None:
    with pytest.raises(NoWorkbook, match="проверьте имя"), opener(tmp_path / "нет.xlsm"):
        pass


@pytest.mark.parametrize("damage", [lambda whole: whole[:5000], lambda _: b"", lambda _: b"text"])
def test_a_damaged_workbook_is_offered_its_newest_sound_backup(path: Path, damage: type) -> None:
    whole = path.read_bytes()
    sound = backups.make(path)
    path.write_bytes(damage(whole))
    backups.make(path)
    with pytest.raises(WorkbookDamaged, match="повреждена и не открывается") as failed, reading(path):
        pass
    assert f'wg-excel restore "{path}" "{sound.stem.removeprefix("книга ")}"' in str(failed.value)


def test_damage_that_shows_only_in_a_part_is_told_too(path: Path) -> None:
    whole = path.read_bytes()
    backups.make(path)
    part = whole.index(b"xl/worksheets/sheet4.xml") + 60
    path.write_bytes(whole[:part] + bytes(200) + whole[part + 200 :])
    with pytest.raises(WorkbookDamaged), reading(path) as book:
        assert [sheet.used_range.value for sheet in book.sheets]


@pytest.mark.parametrize(("left", "failure"), [(5000, DamagedWorkbook), (0, NotAWorkbook)])
def test_without_a_sound_backup_the_file_itself_is_described(path: Path, left: int, failure: type[Exception]) -> None:
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(failure, match=r"книга\.xlsm"), reading(path):
        pass


def test_damage_of_another_file_is_not_laid_on_the_workbook(path: Path) -> None:
    with pytest.raises(NotAWorkbook, match="другой"), reading(path):
        raise NotAWorkbook("другой")
