from pathlib import Path

import pytest
from hypothesis import given

from tests.care.tables import contents
from tests.care.values import CONTENTS
from wg_excel.care.archive import KINDS, archived, kind_of
from wg_excel.care.content import Contents
from wg_excel.care.failures import ArchiveKindUnknown, ArchiveNewer, NoArchive


@pytest.mark.parametrize("suffix", KINDS)
@given(some=CONTENTS)
def test_what_is_written_comes_back_and_is_written_the_same_again(suffix: str, some: Contents) -> None:
    kind = KINDS[suffix]
    packed = kind.write(some)
    found = kind.read(packed, "архив")
    assert found.tables == some.tables
    assert kind.write(found) == packed


@pytest.mark.parametrize("suffix", KINDS)
@pytest.mark.parametrize("packed", [b"", b"PK", b"{}", b"[1]", b'{"format": "wg-excel", "version": 1, "tables": [1]}'])
def test_another_file_is_refused_in_one_sentence(suffix: str, packed: bytes) -> None:
    with pytest.raises(NoArchive, match="«архив» — не архив книги"):
        KINDS[suffix].read(packed, "архив")


@pytest.mark.parametrize("suffix", KINDS)
def test_an_archive_of_a_later_program_is_refused(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wg_excel.care.archive_json.VERSION", 2)
    packed = KINDS[suffix].write(contents("tblPlan\n№\n1"))
    monkeypatch.undo()
    with pytest.raises(ArchiveNewer, match="более новой программой"):
        KINDS[suffix].read(packed, "архив")


def test_a_name_that_tells_no_kind_is_refused() -> None:
    with pytest.raises(ArchiveKindUnknown, match=r"нужно окончание \.zip, \.xlsx, \.json"):
        kind_of(Path("архив.rar"))


def test_an_archive_holds_columns_in_one_order_and_no_blank_rows() -> None:
    found = archived(contents("tblPlan\nСмета|Мероприятие|№\n5|Семинар|1\n||\n7|Опрос|2"))
    assert found.tables[0].titles == ("№", "Мероприятие", "Смета")
    assert found.tables[0].rows == ((1.0, "Семинар", 5.0), (2.0, "Опрос", 7.0))
