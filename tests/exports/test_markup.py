import pytest

from wg_excel.exports.grids import grids
from wg_excel.exports.refusals import Entities, NothingInside, Refusal

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={code}">
<style>td{{a}}</style></head><body>
<h1>Пропуски&nbsp; уроков</h1><p>Класс: <b>5А</b></p>
<table><tr><td rowspan="2">Класс</td><td colspan="2">Уроков</td></tr><tr><td>Всего</td><td>По<br>болезни</td></tr>
<tr><td>5А</td><td> 1 </td></tr></table></body></html>"""

BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Лист"><Table><Row ss:Index="2">
<Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">а</Data></Cell>
</Row><Row><Cell><Data ss:Type="Number">5</Data></Cell></Row></Table></Worksheet></Workbook>"""


def read(data: bytes) -> list[list[object]]:
    (grid,) = grids(data)
    return [list(row) for row in grid.rows() if any(row)]


@pytest.mark.parametrize("code", ["utf-8", "windows-1251", "utf-16"])
def test_a_page_under_any_name_gives_its_lines_and_tables(code: str) -> None:
    data = PAGE.format(code=code).encode(code)
    assert read(data) == [
        ["Пропуски уроков", "", ""],
        ["Класс: 5А", "", ""],
        ["Класс", "Уроков", "Уроков"],
        ["Класс", "Всего", "По\nболезни"],
        ["5А", "1", ""],
    ]


def test_a_page_that_declares_no_encoding_or_a_wrong_one_is_read_by_its_letters() -> None:
    for code in ("utf-8", "cp1251"):
        assert read(PAGE.format(code="koi8-u" if code == "utf-8" else "").encode(code))[4][0] == "5А"


def test_a_table_within_a_table_is_read_and_the_text_beside_it_is_a_line() -> None:
    data = "<table><tr><td><table><tr><td>а</td><td>б</td></tr></table></td><td>в</td></tr></table>".encode()
    assert read(data) == [["а", "б"], ["в", ""]]


def test_a_colspan_beyond_measure_is_cut() -> None:
    (grid,) = grids("<table><tr><td colspan=999999>а</td></tr><tr><td rowspan=999999999>б</td></tr></table>".encode())
    assert max(map(len, grid.rows())) <= 1000


def test_excel_2003_xml_is_a_workbook() -> None:
    assert read(BOOK.encode()) == [["", "а", "а"], [5.0, "", ""]]


def test_entities_of_its_own_are_refused() -> None:
    bomb = BOOK.replace("<Workbook", '<!DOCTYPE b [<!ENTITY a "аааа">]><Workbook', 1)
    with pytest.raises(Entities):
        list(grids(bomb.encode()))


@pytest.mark.parametrize("data", [b"<html></html>", b"<table></table>", b"<?xml version='1.0'?>", b"<!-- -->"])
def test_markup_without_a_value_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        list(grids(data))
    with pytest.raises(NothingInside):
        list(grids(b"<table><tr><td> </td></tr></table>"))
