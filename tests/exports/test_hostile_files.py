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
from wg_excel.exports import look_ahead
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
TOO_BIG, SWELLS = "Таблица в файле слишком велика", "Файл отклонён: при распаковке он разрастается сверх меры"
SPREADSHEET = b"urn:schemas-microsoft-com:office:spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


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


def table_of(table_rows: bytes) -> bytes:
    return b"<html><table>" + table_rows + b"</table></html>"


def workbook_2003(row: bytes) -> bytes:
    start = b'<Workbook xmlns="%s" xmlns:ss="%s"><Worksheet><Table>' % (SPREADSHEET, SPREADSHEET)
    return start + row + b"<Cell><Data>a</Data></Cell></Row></Table></Worksheet></Workbook>"


def opendocument(repeated_row: str, repeated_cell: str) -> bytes:
    spaces = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "table", "text"))
    cell = f'<table:table-cell office:value-type="string" table:{repeated_cell}><text:p>x</text:p></table:table-cell>'
    table = f'<table:table table:name="a"><table:table-row table:{repeated_row}>{cell}</table:table-row></table:table>'
    for part in ("spreadsheet", "body", "document-content"):
        table = f"<office:{part} {spaces}>{table}</office:{part}>"
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0"/>'
    return archive({"mimetype": kind, "META-INF/manifest.xml": manifest.encode(), "content.xml": table.encode()})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (laughing(), "Файл отклонён: в нём есть определения XML"),
        (b"a;" * 1_000_000, "Файл повреждён"),
        (b"a;" * 20_000 + b"\n1;2" * 100, "Файл повреждён"),
        (b"a;b\n" * 1_100_000, "Таблица в файле слишком велика"),
        (table_of(b"<tr>" + b'<td colspan="1000" rowspan="65000">1</td></tr>' + b"<tr></tr>" * 20_000), TOO_BIG),
        (workbook_2003(b'<Row ss:Index="2000000">'), TOO_BIG),
        (opendocument('number-rows-repeated="1048576"', 'number-columns-repeated="16384"'), SWELLS),
        (archive({f"{n}.csv": b"1" for n in range(3_001)}), "В архиве больше 3000 файлов"),
        (archive({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "Это документ Numbers"),
        (locked(archive({"а.csv": b"x"})), "Архив защищён паролем"),
        (archive({"а.zip": archive({"б.zip": archive({"в.csv": b"x"})})}), "Архив внутри архива не читается"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 100_000, "Файл повреждён"),
        (b"<table>" * 100_000 + b"<tr><td>x", "В файле нет ни одного значения"),
        (b"\0" * 100_000, "Файл повреждён"),
        (workbook({"Л": LESSONS})[:2_000], "Файл повреждён"),
    ],
    ids=[
        *("laughs", "endless line", "wide", "long", "spans", "far row", "repeated", "many files", "numbers"),
        *("locked zip", "zip in zip", "ole", "deep html", "nul", "cut short"),
    ],
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


def test_a_file_of_a_quarter_of_a_gigabyte_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "отчёт.xlsx"
    with path.open("wb") as file:
        file.truncate((1 << 28) + 1)
    (found,) = read([path], today=TODAY)
    assert found.message.startswith(TOO_BIG)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names")
def test_a_name_that_steers_a_terminal_is_shown_in_one_plain_line(tmp_path: Path) -> None:
    path = tmp_path / "отчёт\n\x1b[31m\u202egnp.csv"
    path.write_bytes(text_file(LESSONS))
    broken = Path(os.fsdecode(bytes(tmp_path) + b"/\xff.csv"))
    broken.write_bytes(text_file(LESSONS))
    found = read([path, broken], today=TODAY)
    assert [(each.status, each.file) for each in found] == [("known", "отчёт [31mgnp.csv"), ("known", "?.csv")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_is_not_opened_ahead_of_its_job_either(tmp_path: Path) -> None:
    path = tmp_path / "отчёт.xlsx"
    os.mkfifo(path)
    look_ahead(path)
    (found,) = read([path], today=TODAY)
    assert found.message.startswith("Файл не открывается")
