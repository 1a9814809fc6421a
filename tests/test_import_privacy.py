"""No pupil's name, parent's contact or credential reaches a byte that an import writes or a word that it says."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exports.sheets import rows, workbook
from tests.shared import SAMPLES
from wg_excel import buttons
from wg_excel.actions.creating import create
from wg_excel.book.opened import changing
from wg_excel.cli.app import run
from wg_excel.demo import school_year
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.exports.archives import is_archive, members
from wg_excel.exports.cells import text
from wg_excel.exports.grids import grids

TODAY = dt.date(2026, 11, 22)
EXPORTS = (".xls", ".xlsx", ".csv", ".zip")
FULL_NAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ][а-яё]+(?: [А-ЯЁ][а-яё]+)?")
PAGE = """
Отметки учащегося: Щёголев Тихон Маркович
Класс: 5А
Период: 01.09.2026 - 30.09.2026
Родитель: Щёголева Зинаида | +7 978 123-45-67 | пароль: Tixon2014
Предмет | 1 сен | 2 сен | 3 сен | 4 сен
Алгебра | 5 | | 4 |
Физика | | н | 3 | 5
"""
SECRETS = ("Щёголев", "Тихон", "Маркович", "Зинаида", "123-45-67", "Tixon2014")
LATIN = ("hchegolev", "Schegolev", "Tikhon", "Tihon")
ABSENCE = "Предмет | Всего | По болезни | По ув. причине | По неув. причине\nФизика | 3 | 1 | 1 | 1"


def samples() -> list[Path]:
    found = sorted(path for path in SAMPLES.glob("*.*") if path.suffix in EXPORTS and path.stem != "teachers")
    return found or list(school_year.exports())


def sheets_of(path: Path) -> Iterator[list[list[str]]]:
    data = path.read_bytes()
    files = [one.read() for one in members(data)] if is_archive(data) else [data]
    for one in files:
        assert isinstance(one, bytes)
        yield from ([[text(value) for value in row] for row in grid.rows()] for grid in grids(one))


def pupils_of(path: Path) -> set[str]:
    """Return every full name that stands right of a number or of nothing, in a file that speaks of pupils."""
    found: set[str] = set()
    for sheet in sheets_of(path):
        if any("уч" in cell.lower() or "фио" in cell.lower() for row in sheet[:12] for cell in row[:3]):
            found |= {row[1] for row in sheet if len(row) > 1 and row[0].isdigit() and FULL_NAME.fullmatch(row[1])}
    return found


def teachers() -> str:
    listed = SAMPLES / "teachers.csv"
    return listed.read_text("utf-8-sig") if listed.exists() else repr(school_year.rows(Teacher))


def everything(folder: Path) -> str:
    """Return all bytes of a folder's files as text, the parts of packages unpacked."""
    texts: list[str] = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        texts.append(str(path.relative_to(folder)))
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                texts += [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
        else:
            texts.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(texts)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "школа" / "книга.xlsm"
    path.parent.mkdir()
    create(path, school="Школа")
    return path


def test_no_pupil_of_any_sample_is_in_what_an_import_writes(
    book: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(book.parent))
    files = samples()
    pupils = set().union(*map(pupils_of, files))
    named = teachers()
    assert len(pupils) > 15
    run(["import", str(book), *map(str, files), "--today", "2026-11-22"])
    run(["monitor", str(book), "--today", "2026-11-22"])
    written = everything(book.parent) + "".join(capfd.readouterr())
    assert "Загружено" in written
    families = {name.split()[0] for name in pupils} - set(re.findall(r"[А-ЯЁа-яё-]+", named))
    assert {name for name in pupils if name in written} == set()
    assert {family for family in families if re.search(rf"\b{family}\b", written)} == set()


@pytest.mark.parametrize(
    ("name", "sheet", "notation"),
    [
        ("Отметки Щёголев Тихон.xlsx", "Лист1", PAGE),
        ("Отметки Щёголева Тихона.xlsx", "Щёголев Тихон", PAGE),
        ("Щеголев_тихон.xlsx", "Щёголев Т.", PAGE),
        ("Shchegolev_Tikhon.xlsx", "Schegolev T", PAGE),
        ("TihonShchegolev.xlsx", "Лист1", "Щёголев Тихон | Щёголева Зинаида\n1 | 2"),
        ("Ученик.xlsx", "Лист1", "Ученик: Щёголев Тихон\nДата | Щёголев Тихон | Тема\nЩёголев | Тихон | Маркович"),
        ("Пропуски.xlsx", "Щёголев Тихон", ABSENCE),
        ("Отметки Щёголев Тихон.xlsx", "Щёголев Тихон", "Щёголев Тихон | Щёголева Зинаида\n1 | 2"),
    ],
)
def test_neither_file_nor_sheet_named_by_a_pupil_tells_the_name(
    book: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str, sheet: str, notation: str
) -> None:
    path = tmp_path / name
    path.write_bytes(workbook({sheet: rows(notation)}))
    with changing(book) as opened:
        told = buttons.import_exports(opened, [path], today=TODAY)
    run(["recognise", str(path), "--json"])
    written = everything(book.parent) + repr([(one.file, one.message) for one in told]) + "".join(capfd.readouterr())
    found = {secret for secret in (*SECRETS, "Щеголев", "щеголев", *LATIN) if secret in written}
    assert found == set()
