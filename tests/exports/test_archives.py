import io
import zipfile

import pytest

from tests.exports.conftest import Reader
from tests.exports.sheets import rows, text_file, workbook
from wg_excel.exports.archives import is_archive, members
from wg_excel.exports.refusals import Bomb, EmptyArchive, NestedArchive

TABLE = "Класс | На начало | Прибыло | Выбыло | На конец\n5А | 20 | 1 | 2 | 19"


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return made.getvalue()


def in_cp866(data: bytes, name: str) -> bytes:
    """Return an archive with a name as old packers on Windows write it: cp866, no flag of UTF-8."""
    placeholder = "x" * len(name.encode("cp866"))
    return packed({placeholder: data}).replace(placeholder.encode(), name.encode("cp866"))


def test_a_workbook_is_no_archive_and_an_archive_no_workbook() -> None:
    assert not is_archive(workbook({"Лист1": [["а"]]}))
    assert is_archive(packed({"а.csv": b"1;2"}))
    assert not is_archive(b"PK\x03\x04 torn")


def test_names_of_old_packers_are_russian() -> None:
    assert [member.name for member in members(in_cp866(b"1", "7А Физика.xls"))] == ["7А Физика.xls"]


def test_every_member_gives_a_reading_named_by_archive_and_member(read_bytes: Reader) -> None:
    table = text_file(rows(TABLE))
    data = packed(
        {"отчёты/движение.csv": table, "прочее.pdf": b"%PDF-1", "__MACOSX/._движение.csv": b"\0", "пустой.csv": b""}
    )
    found = {reading.file: reading.status for reading in read_bytes(data, name="а.zip")}
    assert found == {"а.zip/отчёты/движение.csv": "known", "а.zip/прочее.pdf": "refused", "а.zip/пустой.csv": "refused"}


def test_an_archive_within_an_archive_is_refused_by_name() -> None:
    (member,) = members(packed({"внутри.zip": packed({"а.csv": b"1;2"})}))
    with pytest.raises(NestedArchive):
        member.read()


def test_a_member_that_swells_beyond_measure_is_refused() -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("нули.csv", "w", force_zip64=True) as out,
    ):
        for _ in range(300):
            out.write(bytes(1 << 20))
    (member,) = members(made.getvalue())
    with pytest.raises(Bomb):
        member.read()


def test_an_archive_without_files_is_refused() -> None:
    with pytest.raises(EmptyArchive):
        list(members(packed({"папка/": b""})))


def test_a_damaged_member_leaves_the_others(read_bytes: Reader) -> None:
    table = text_file(rows(TABLE))
    data = packed({"а.csv": table, "б.csv": table.replace(b"20", b"21")})
    torn = data[:60] + bytes([data[60] ^ 0xFF]) + data[61:]
    assert [reading.status for reading in read_bytes(torn, name="а.zip")] == ["refused", "known"]
