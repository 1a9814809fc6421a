"""Files made to break a reader: each ends in one sentence that names the cause, and nothing leaves its folder."""

import io
import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exports.sheets import TODAY, rows, text_file, workbook
from tests.exports.whole import read
from wg_excel.exports.parts import Reading

LESSONS = rows("Дата | Класс | Предмет | Учитель | Тема | ДЗ\n01.09.2026 | 5А | Физика | Ким П. Л. | Сила | § 1")
Reader = Callable[..., list[Reading]]


def archive(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return made.getvalue()


def locked(data: bytes) -> bytes:
    """Return an archive whose only member says that it is encrypted."""
    made = bytearray(data)
    made[6] |= 1
    made[made.find(b"PK\1\2") + 8] |= 1
    return bytes(made)


LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8))
SHEET = "xl/worksheets/sheet1.xml"


def laughing() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook({"Л": LESSONS}))) as source, zipfile.ZipFile(made, "w") as package:
        for name in source.namelist():
            data = source.read(name)
            if name == SHEET:
                data = data.replace(b"<worksheet", b'<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa">%s]><worksheet' % LAUGHS, 1)
                data = data.replace(b"<sheetData>", b'<sheetData><row><c t="inlineStr"><is><t>&i;</t></is></c></row>')
            package.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (laughing(), "Файл отклонён: при распаковке он разрастается сверх меры"),
        (b"a;" * 1_000_000, "Файл повреждён"),
        (archive({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "Это документ Numbers"),
        (locked(archive({"а.csv": b"x"})), "Архив защищён паролем"),
        (archive({"а.zip": archive({"б.zip": archive({"в.csv": b"x"})})}), "Архив внутри архива не читается"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 100_000, "Файл повреждён"),
        (b"<table>" * 100_000 + b"<tr><td>x", "В файле нет ни одного значения"),
        (b"\0" * 100_000, "Файл повреждён"),
        (workbook({"Л": LESSONS})[:2_000], "Файл повреждён"),
    ],
    ids=["laughs", "endless line", "numbers", "locked zip", "zip in zip", "ole", "deep html", "nul", "cut short"],
)
def test_a_file_ends_in_its_sentence(data: bytes, sentence: str, read_bytes: Reader) -> None:
    (found,) = read_bytes(data, "отчёт.xls")
    assert (found.status, found.export) == ("refused", None)
    assert found.message.startswith(sentence)
    assert "\n" not in found.message


def test_names_that_lead_out_of_an_archive_write_nothing(tmp_path: Path) -> None:
    (tmp_path / "внутри").mkdir()
    path = tmp_path / "внутри" / "а.zip"
    path.write_bytes(archive({"../../б.csv": text_file(LESSONS), "C:\\в.csv": text_file(LESSONS)}))
    before = sorted(tmp_path.rglob("*"))
    assert [found.status for found in read([path], today=TODAY)] == ["known", "known"]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("made", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), Path.mkdir])
def test_what_is_no_file_is_not_opened(made: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "отчёт.xlsx"
    made(path)
    (found,) = read([path], today=TODAY)
    assert found.message.startswith("Файл не открывается")


def test_a_sheet_of_thousands_of_columns_is_looked_at_by_its_first_ones(read_bytes: Reader) -> None:
    wide = [[*line, *["Итого Класс Учитель"] * 3_000] for line in LESSONS]
    (found,) = read_bytes(workbook({"Л": wide}))
    assert found.status == "known"
