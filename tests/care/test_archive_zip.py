import io
import json
import zipfile
from pathlib import PurePosixPath

import pytest

from wg_excel.care.archive_zip import HEAD, read_zip, zip_bytes
from wg_excel.care.content import Contents, TableContent
from wg_excel.care.failures import NoArchive

TABLE = TableContent("Моя", r"..\..\/etc:<лист>", ("Что",), (("Бумага",),))


def test_no_part_unpacks_outside_its_folder_or_under_a_forbidden_name() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_bytes(Contents((TABLE, TABLE))))) as archive:
        names = archive.namelist()
    assert len(set(names)) == 5
    assert all(set(r'\:*?"<>|').isdisjoint(name) and ".." not in PurePosixPath(name).parts for name in names)


def test_the_bytes_depend_on_the_contents_alone() -> None:
    assert zip_bytes(Contents((TABLE,))) == zip_bytes(Contents((TABLE,)))


@pytest.mark.parametrize("tables", [["json/нет.json"], "json", [1], None])
def test_an_archive_that_lost_a_part_is_refused(tables: object) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(HEAD, json.dumps({"format": "wg-excel", "version": 1, "tables": tables}))
    with pytest.raises(NoArchive):
        read_zip(buffer.getvalue(), "архив.zip")


def test_a_damaged_archive_is_refused() -> None:
    packed = bytearray(zip_bytes(Contents((TABLE,))))
    packed[60:120] = bytes(60)
    with pytest.raises(NoArchive):
        read_zip(bytes(packed), "архив.zip")
