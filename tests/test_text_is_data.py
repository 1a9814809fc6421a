"""Whatever people have typed, no button lets a workbook compute it, and no file that is made runs it."""

import re
import shutil
import zipfile
from contextlib import suppress
from itertools import cycle
from pathlib import Path

import pytest
import xlwings as xw
from lxml import etree

from tests.com.pressing import PRESSES, TODAY
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, set_cell
from wg_excel.cli.app import run
from wg_excel.domain.failures import Failure
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Kind

MARK = "ZZ"
EVIL = (
    *(
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        "＝",
        "'=",
        '"=',
        ";=1+1;",
        "=cmd|' /C calc'!",
        '=HYPERLINK("http://x")&',
    ),
    *("<script>", "{{7*7}}", "{% raw %}", "DDEAUTO ", "\r\nATTENDEE:mailto:", "</td><td onclick=x>"),
)
TEXTS = {Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE}
EVERY = 3  # cells; the others stay, so that rows still find each other
LAST = ("reopen_protocol", "seal_protocol")  # what they close takes no more entries
FORMULAS = {"f", "formula", "formula1", "formula2", "calculatedColumnFormula"}


def spoil(book: xw.Book) -> int:
    """Put something that looks like a command before every third text; return how many were changed."""
    before, done = cycle(EVIL), 0
    for record in (each for each in RECORDS if not each.table.generated):
        cells = read_cells(book, record)
        for column in record.table.columns:
            if column.kind not in TEXTS or column.unique or column.refers:
                continue
            place = cells.titles.index(column.title)
            for row, line in list(enumerate(cells.rows, cells.first_row))[::EVERY]:
                if isinstance(line[place], str):
                    set_cell(book, record, row, column.name, f"{next(before)}{MARK}{line[place]}")
                    done += 1
    return done


@pytest.fixture(scope="module")
def spoiled(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workbook of spoiled texts with all that buttons make of them."""
    path = Path(shutil.copy2(demo / "working_group.xlsm", tmp_path_factory.mktemp("spoiled") / "книга.xlsm"))
    with changing(path) as book:
        assert spoil(book) > 100
        for name in (*(each for each in PRESSES if each not in LAST), *LAST):
            with suppress(Failure):
                PRESSES[name](book)
    return path


def formulas(path: Path) -> list[str]:
    """Return the formulas of a package that hold a typed text."""
    with zipfile.ZipFile(path) as package:
        parts = [etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")]
    elements = (each for part in parts for each in part.iter() if etree.QName(each).localname in FORMULAS)
    return [text for each in elements if MARK in (text := each.text or "")]


def test_no_cell_of_the_workbook_computes_a_typed_text(spoiled: Path) -> None:
    assert formulas(spoiled) == []
    with zipfile.ZipFile(spoiled) as package:
        assert sum(package.read(name).count(MARK.encode()) for name in package.namelist()) > 100


def test_no_archive_computes_a_typed_text(spoiled: Path, tmp_path: Path) -> None:
    assert run(["export", str(spoiled), str(tmp_path / "архив.xlsx")]) == 0
    assert formulas(tmp_path / "архив.xlsx") == []
    assert run(["export", str(spoiled), str(tmp_path / "архив.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "архив.zip") as package:
        texts = [package.read(name).decode("utf-8-sig") for name in package.namelist() if name.endswith(".csv")]
    cells = [found for text in texts for found in re.findall(rf'(?:^|;)"?([^;"]*{MARK})', text, re.MULTILINE)]
    assert cells
    assert [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@＝"))] == []


def test_pages_show_typed_texts_and_run_none(spoiled: Path, tmp_path: Path) -> None:
    commands = (["summary", "--html", str(tmp_path / "s.html")], ["site", str(tmp_path)])
    for name, *rest in commands:
        assert run([name, str(spoiled), *rest, "--today", f"{TODAY}"]) == 0
    for page in tmp_path.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert f"<script>{MARK}" not in text
        assert f"<td onclick=x>{MARK}" not in text


def test_files_of_word_hold_typed_texts_as_texts(spoiled: Path, tmp_path: Path) -> None:
    assert run(["report", str(spoiled), "--docx", str(tmp_path / "с.docx"), "--today", f"{TODAY}"]) == 0
    files = [*tmp_path.glob("*.docx"), *spoiled.parent.rglob("*.docx")]
    assert len(files) > 5
    for file in files:
        with zipfile.ZipFile(file) as package:
            body = etree.fromstring(package.read("word/document.xml"))
        said = [str(each.text) for each in body.iter() if etree.QName(each).localname == "instrText"]
        assert [text for text in said if MARK in text] == []
        assert "49" + MARK not in "".join(map(str, body.itertext()))  # {{7*7}} was not computed


def test_calendars_hold_typed_texts_in_their_own_line(spoiled: Path, tmp_path: Path) -> None:
    assert run(["reminders", str(spoiled), str(tmp_path), "--today", f"{TODAY}"]) == 0
    files = list(tmp_path.glob("*.ics"))
    assert files
    for file in files:
        lines = file.read_bytes().decode().split("\r\n")
        assert [line for line in lines if line.startswith("ATTENDEE")] == []
