"""Master workbooks of kinds that are not edited: named and refused by every command before anything is written."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import xlwings as xw
import xlwt

from tests.shared import CORPUS
from wg_excel.book.opened import changing, reading
from wg_excel.headless import WorkbookRefused

STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    b"http://schemas.openxmlformats.org/drawingml/2006/": b"http://purl.oclc.org/ooxml/drawingml/",
}
REVISIONS = b'<headers xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" guid="{0}" shared="1"/>'


def changed(path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in change(parts).items():
            package.writestr(name, data)


def strict(path: Path) -> None:
    def translate(data: bytes) -> bytes:
        for usual, other in STRICT.items():
            data = data.replace(usual, other)
        return data

    changed(path, lambda parts: {name: translate(data) for name, data in parts.items()})


def signed(path: Path) -> None:
    changed(path, lambda parts: parts | {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"})


def shared(path: Path) -> None:
    changed(
        path, lambda parts: parts | {"xl/revisions/revisionHeaders.xml": REVISIONS, "xl/revisions/userNames.xml": b""}
    )


def old(path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("Обращения").write(0, 0, "№")
    book.save(str(path))


def open_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<office:document-content/>")
        package.writestr("META-INF/manifest.xml", "<manifest:manifest/>")


def of_the_corpus(name: str) -> Callable[[Path], None]:
    def copy(path: Path) -> None:
        if not (CORPUS / name).exists():
            pytest.skip("the foreign workbooks are not here")
        path.write_bytes((CORPUS / name).read_bytes())

    return copy


KINDS: dict[str, tuple[Callable[[Path], None], str]] = {
    "strict": (strict, "строгом варианте Open XML"),
    "strict of Excel": (of_the_corpus("poi/SampleSS.strict.xlsx"), "строгом варианте Open XML"),
    "encrypted": (of_the_corpus("poi/protected_passtika.xlsx"), "закрыт паролем"),
    "signed": (signed, "подписан электронной подписью"),
    "shared": (shared, "для общего доступа"),
    "xls": (old, "старом формате Excel 97–2003"),
    "xls of Excel": (of_the_corpus("poi/51535.xls"), "старом формате Excel 97–2003"),
    "ods": (open_document, "таблица OpenDocument"),
    "xlsb": (of_the_corpus("poi/Simple.xlsb"), "двоичном формате .xlsb"),
}


@pytest.fixture(params=KINDS)
def master(request: pytest.FixtureRequest, demo_book: Path) -> tuple[Path, str]:
    make, words = KINDS[request.param]
    make(demo_book)
    return demo_book, words


@pytest.mark.parametrize("opener", [reading, changing])
def test_a_master_of_another_kind_is_refused_before_anything_is_written(
    master: tuple[Path, str], opener: Callable[[Path], AbstractContextManager[xw.Book]]
) -> None:
    path, words = master
    before = path.read_bytes()
    with pytest.raises(WorkbookRefused, match=words), opener(path):
        pytest.fail("it was opened")
    assert (path.read_bytes(), list(path.parent.iterdir())) == (before, [path])


def test_a_command_tells_it_in_one_sentence(master: tuple[Path, str]) -> None:
    path, words = master
    command = [sys.executable, "-m", "wg_excel", "check", str(path)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1
    assert list(path.parent.iterdir()) == [path]
