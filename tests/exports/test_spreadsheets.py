import io
import zipfile

import pytest
import xlwt

from tests.exports.sheets import workbook
from wg_excel.exports.grids import grids
from wg_excel.exports.refusals import Bomb, Damaged, Entities, NotATable, NothingInside, NoValues, OnlyErrors, Password
from wg_excel.exports.spreadsheets import has_formulas

BOOK = workbook({"Лист1": [["а"]]})


def repacked(data: bytes, change: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return made.getvalue()


def sheet_xml(cells: str) -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1">{cells}</row></sheetData></worksheet>'
    ).encode()


def with_sheet(cells: str) -> bytes:
    return repacked(BOOK, {"xl/worksheets/sheet1.xml": sheet_xml(cells)})


def test_all_sheets_with_values_are_given_by_name() -> None:
    found = list(grids(workbook({"Первый": [["а"]], "Пустой": [], "Второй": [["б"]]})))
    assert [(grid.sheet, [list(row) for row in grid.rows()]) for grid in found] == [
        ("Первый", [["а"]]),
        ("Второй", [["б"]]),
    ]


def test_rows_keep_their_numbers_where_the_first_are_blank() -> None:
    (grid,) = grids(workbook({"Лист1": [[], [], ["", "а"]]}))
    assert list(map(list, grid.rows())) == [[""], [""], ["а"]]


def test_a_binary_workbook_is_read_under_any_name() -> None:
    made = io.BytesIO()
    book = xlwt.Workbook()
    sheet = book.add_sheet("Лист")
    sheet.write_merge(0, 0, 0, 1, "а")
    sheet.write(1, 0, 5)
    sheet.write(1, 1, 6)
    book.save(made)
    (grid,) = grids(made.getvalue())
    assert list(map(list, grid.rows())) == [["а", "а"], [5, 6]]


@pytest.mark.parametrize("keep", [4, 60, 500, 3000, -1])
def test_a_file_that_is_cut_short_is_damaged(keep: int) -> None:
    with pytest.raises(Damaged):
        list(grids(BOOK[:keep]))


def test_an_empty_book_only_errors_and_formulas_without_results_are_told_apart() -> None:
    with pytest.raises(NothingInside):
        list(grids(workbook({"Лист1": []})))
    with pytest.raises(OnlyErrors):
        list(grids(with_sheet('<c r="A1" t="e"><v>#N/A</v></c>')))
    with pytest.raises(NoValues):
        list(grids(with_sheet('<c r="A1"><f>1+1</f></c>')))


def test_formulas_are_found_in_a_package() -> None:
    assert has_formulas(with_sheet('<c r="A1"><f>1+1</f><v>2</v></c>'))
    assert not has_formulas(BOOK)


def test_an_encrypted_package_needs_a_password() -> None:
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900") + bytes(480)
    with pytest.raises(Password):
        list(grids(head + "EncryptedPackage".encode("utf-16-le") + bytes(2000)))


def test_a_word_document_is_named() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", "<w/>")
    with pytest.raises(NotATable):
        list(grids(made.getvalue()))


def test_an_entity_bomb_is_refused() -> None:
    strings = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&a;</t></si></sst>'
    with pytest.raises(Entities):
        list(grids(repacked(BOOK, {"xl/sharedStrings.xml": strings})))


def test_a_package_that_says_it_swells_beyond_measure_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(1030):
                part.write(bytes(1 << 20))
    with pytest.raises(Bomb):
        list(grids(made.getvalue()))
