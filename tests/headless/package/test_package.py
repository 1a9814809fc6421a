from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from wg_excel.headless import WorkbookRefused, errors as refusals, open_book, save_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def archive(**members: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as target:
        for name, content in members.items():
            target.writestr(name.replace("__", "/"), content)
    return data.getvalue()


CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (CFB + b"Workbook", refusals.OldWorkbook),
        (CFB + "EncryptedPackage".encode("utf-16-le"), refusals.EncryptedWorkbook),
        (b"hello", refusals.NotAWorkbook),
        (b"PK\3\4 cut off", refusals.DamagedWorkbook),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), refusals.OpenDocumentWorkbook),
        (archive(**{"word__document.xml": b"<a/>"}), refusals.NotAWorkbook),
        (archive(**{"[Content_Types].xml": TYPES, "_xmlsignatures__origin.sigs": b""}), refusals.SignedWorkbook),
        (archive(**{"[Content_Types].xml": TYPES, "xl__revisions__log.xml": b""}), refusals.SharedWorkbook),
        (archive(**{"[Content_Types].xml": TYPES}), refusals.DamagedWorkbook),
    ],
)
def test_what_cannot_be_edited_is_refused_in_one_sentence(
    tmp_path: Path, data: bytes, reason: type[WorkbookRefused]
) -> None:
    path = tmp_path / "файл.xlsx"
    path.write_bytes(data)
    with pytest.raises(reason, match=r"^Файл «файл\.xlsx».*\.$"):
        open_book(path)


def replaced(path: Path, name: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as source:
        members = {n: source.read(n) for n in source.namelist()}
    members[name] = members[name].replace(old, new)
    with zipfile.ZipFile(path, "w") as target:
        for member, content in members.items():
            target.writestr(member, content)


def test_the_strict_variant_is_refused(rich_path: Path) -> None:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    replaced(rich_path, "xl/workbook.xml", main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
    with pytest.raises(refusals.StrictWorkbook):
        open_book(rich_path)


def test_a_damaged_sheet_is_refused_when_it_is_asked_for(rich_path: Path) -> None:
    replaced(rich_path, "xl/worksheets/sheet1.xml", b"</worksheet>", b"</work")
    with pytest.raises(refusals.DamagedWorkbook, match=r"sheet1\.xml"):
        open_book(rich_path).sheets["Данные"]["A1"].value  # noqa: B018 - reading is the point


def test_a_save_without_changes_gives_the_same_parts(
    rich: object, rich_path: Path, tmp_path: Path, parts: Callable[[Path], dict[str, bytes]]
) -> None:
    save_copy(rich, tmp_path / "same.xlsx")  # type: ignore[arg-type]
    assert parts(tmp_path / "same.xlsx") == parts(rich_path)


def test_reading_changes_nothing(rich_path: Path, tmp_path: Path, parts: Callable[[Path], dict[str, bytes]]) -> None:
    book = open_book(rich_path)
    for sheet in book.sheets:
        _ = (sheet.used_range.value, sheet.used_range.formula, sheet["A1"].font.bold, sheet["A1"].color)
        _ = (len(sheet.tables), len(sheet.charts), len(sheet.notes), sheet.page_setup.print_area, sheet.visible)
    _ = [name.refers_to for name in book.names]
    save_copy(book, tmp_path / "same.xlsx")
    assert parts(tmp_path / "same.xlsx") == parts(rich_path)


def test_one_edited_cell_changes_only_its_sheet_and_what_asks_for_calculation(
    rich_path: Path, tmp_path: Path, parts: Callable[[Path], dict[str, bytes]]
) -> None:
    book = open_book(rich_path)
    book.sheets["Данные"]["E1"].value = 1
    save_copy(book, tmp_path / "edited.xlsx")
    old, new = parts(rich_path), parts(tmp_path / "edited.xlsx")
    changed = {name for name in new if new[name] != old.get(name)}
    assert changed <= {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}
    assert set(new) == set(old)
    assert b'fullCalcOnLoad="1"' in new["xl/workbook.xml"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_parts_in_other_encodings_are_read(rich_path: Path, encoding: str) -> None:
    with zipfile.ZipFile(rich_path) as source:
        members = {n: source.read(n) for n in source.namelist()}
    text = members["xl/worksheets/sheet2.xml"].decode()
    declared = text.replace("UTF-8", "UTF-16" if encoding == "utf-16" else "UTF-8")
    members["xl/worksheets/sheet2.xml"] = declared.encode(encoding)
    with zipfile.ZipFile(rich_path, "w") as target:
        for member, content in members.items():
            target.writestr(member, content)
    assert open_book(rich_path).sheets["Итог"]["A1:B1"].value == [12.0, "текст"]


def test_a_sheet_written_with_a_prefix_is_edited_like_any_other(rich_path: Path, tmp_path: Path) -> None:
    name = "xl/worksheets/sheet2.xml"
    with zipfile.ZipFile(rich_path) as source:
        text = source.read(name).decode()
    prefixed = text.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=", 1)
    replaced(rich_path, name, text.encode(), prefixed.encode())
    book = open_book(rich_path)
    book.sheets["Итог"]["C1"].value = 7
    save_copy(book, tmp_path / "prefixed.xlsx")
    assert open_book(tmp_path / "prefixed.xlsx").sheets["Итог"]["B1:C1"].value == ["текст", 7.0]
