import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.exports.sheets import rows, text_file
from tests.exports.whole import read
from tests.shared import SAMPLES
from wg_excel import buttons
from wg_excel.actions.creating import create
from wg_excel.actions.importing import Imported
from wg_excel.actions.own_kinds import FILE, OwnKindsWrong
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.demo import school_year
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.imported.rejected_rows import RejectedLine
from wg_excel.exports import vocabulary
from wg_excel.exports.archives import is_archive, members
from wg_excel.exports.grids import grids
from wg_excel.exports.recogniser import recognise_grid
from wg_excel.exports.refusals import Refusal

TODAY = dt.date(2026, 11, 22)
FILES = [
    *school_year.exports(),
    *sorted(
        path
        for path in SAMPLES.glob("*.*")
        if path.suffix in {".xls", ".xlsx", ".csv", ".zip"} and path.stem != "teachers"
    ),
]
HEADINGS = "Дата | Класс | Предмет | Учитель | Тема | ДЗ\n"
LESSON = "{day}.09.2026 | 5А | Физика | Ким Анна Львовна | Сила | § 1\n"
MEALS = """
[kinds.meals]
title = "Питание"
shape = "counts"
columns = ["school_class"]
needs = ["fed"]
[kinds.meals.own]
fed = ["охвачено питанием"]
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "книга.xlsm"
    create(path, school="Школа")
    return path


@pytest.fixture
def lessons(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a list of lessons, a row a day; a day of 0 is a row without one."""

    def write(name: str, days: str) -> Path:
        path = tmp_path / name
        listed = (
            LESSON.format(day=day) if day != "0" else LESSON.replace("{day}.09.2026", "когда-то")
            for day in days.split()
        )
        path.write_bytes(text_file(rows(HEADINGS + "".join(listed))))
        return path

    return write


def bring(book: Path, *files: Path) -> list[str]:
    with changing(book) as opened:
        return [done.status for done in buttons.import_exports(opened, files, today=TODAY)]


def rejected(book: Path) -> list[tuple[str, str, int | None]]:
    with reading(book) as opened:
        lines = read_group(opened, (RejectedLine,))[RejectedLine]
    return [(line.number, line.file, line.file_row) for line in lines]


def test_rejected_rows_are_kept_with_their_file_and_row(book: Path, lessons: Callable[[str, str], Path]) -> None:
    assert bring(book, lessons("а.csv", "01 0 02")) == ["imported"]
    assert rejected(book) == [("1", "а.csv", 3)]


def test_rejected_rows_of_a_replaced_import_go_and_others_stay(book: Path, lessons: Callable[[str, str], Path]) -> None:
    bring(book, lessons("а.csv", "01 0 02"))
    assert bring(book, lessons("б.csv", "01 02 0 0")) == ["replaced"]
    assert rejected(book) == [("2", "б.csv", 4), ("2", "б.csv", 5)]
    bring(book, lessons("в.csv", "0 15 16"))
    assert [number for number, *_ in rejected(book)] == ["2", "2", "3"]


def test_a_preview_says_what_an_import_would_do_and_writes_nothing(
    book: Path, lessons: Callable[[str, str], Path]
) -> None:
    files = [lessons("а.csv", "01 02"), lessons("б.csv", "01 02 03"), book.parent / "нет.csv"]
    bring(book, files[0])
    before = book.read_bytes()
    with reading(book) as opened:
        same, new, refused = buttons.preview_exports(opened, files, today=TODAY)
    assert [same.status, new.status, refused.status] == ["unchanged", "imported", "refused"]
    assert new.message.startswith("Темы и ДЗ, 01.09.2026 – 03.09.2026, строк: 3. Будет загружено: 3 урока.")
    assert "Заменяет импорт № 1: было 2 урока" in new.message
    assert book.read_bytes() == before


def test_an_import_that_is_not_agreed_to_changes_nothing(book: Path, lessons: Callable[[str, str], Path]) -> None:
    asked: list[tuple[Imported, ...]] = []

    def refuse(foreseen: tuple[Imported, ...]) -> bool:
        asked.append(foreseen)
        return False

    with changing(book) as opened:
        done = buttons.import_exports(opened, [lessons("а.csv", "01")], today=TODAY, agreed=refuse)
        log = read_group(opened, (Import,))[Import]
    assert (done, log, len(asked)) == ((), (), 1)


def test_what_is_known_already_is_not_asked_about(book: Path, lessons: Callable[[str, str], Path]) -> None:
    bring(book, file := lessons("а.csv", "01"))
    with changing(book) as opened:
        (done,) = buttons.import_exports(opened, [file], today=TODAY, agreed=lambda _seen: False)
    assert done.status == "unchanged"


def test_classes_that_the_last_export_had_are_missed(book: Path, lessons: Callable[[str, str], Path]) -> None:
    both = lessons("а.csv", "01 02")
    both.write_bytes(both.read_bytes() + both.read_bytes().split(b"\n", 1)[1].replace("5А".encode(), "6Б".encode()))
    with changing(book) as opened:
        buttons.import_exports(opened, [both], today=TODAY)
        (done,) = buttons.import_exports(opened, [lessons("б.csv", "15 16")], today=TODAY)
    assert "Нет классов 6Б, а в прошлом таком отчёте (импорт № 1) они были." in done.message


def test_a_kind_of_the_schools_own_needs_no_code(book: Path) -> None:
    (book.parent / FILE).write_text(MEALS, "utf-8")
    meals = book.parent / "питание.csv"
    meals.write_bytes(text_file(rows("Период: 01.09.2026 - 30.09.2026\nКласс | Охвачено питанием\n5А | 20")))
    assert bring(book, meals) == ["imported"]
    with reading(book) as opened:
        (line,) = read_group(opened, (Import,))[Import]
    assert (line.kind, line.rows) == ("Питание", 1)


def test_a_broken_file_of_kinds_changes_nothing(book: Path, lessons: Callable[[str, str], Path]) -> None:
    (book.parent / FILE).write_text("[kinds", "utf-8")
    before = book.read_bytes()
    with pytest.raises(OwnKindsWrong, match="строка 1"):
        bring(book, lessons("а.csv", "01"))
    assert book.read_bytes() == before


def rows_below_headings(data: bytes) -> int:
    """Count the rows of a file's recognised sheets below their first headings, whatever they hold."""
    below = 0
    for grid in grids(data):
        with suppress(Refusal):
            table = recognise_grid(grid, vocabulary())
            below += sum(1 for _ in grid.rows()) - table.heading.below
    return below


def files_of(path: Path) -> dict[str, bytes]:
    data = path.read_bytes()
    if not is_archive(data):
        return {path.name: data}
    return {f"{path.name}/{one.name}": one.read() for one in members(data)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_row_of_a_file_is_taken_rejected_a_total_blank_or_between_blocks(path: Path) -> None:
    files = files_of(path)
    for reading_ in read([path], today=TODAY):
        export = reading_.export
        assert export is not None
        balanced = export.rows + export.totals + export.blank + export.other
        assert balanced == rows_below_headings(files[reading_.file]), reading_.file
        assert 0 <= export.rejected_rows < export.rows


def test_an_export_of_another_school_is_said_to_be_so_before_and_after(tmp_path: Path) -> None:
    book, file = tmp_path / "книга.xlsm", tmp_path / "темы.csv"
    create(book, school="МБОУ «Гимназия № 1»")
    lines = ["МБОУ «СОШ № 5»", *(HEADINGS + LESSON.format(day="01")).splitlines()]
    file.write_bytes(text_file(rows("\n".join(lines))))
    with changing(book) as opened:
        results = [*buttons.preview_exports(opened, [file], today=TODAY)]
        results += buttons.import_exports(opened, [file], today=TODAY)
    warning = (
        "В выгрузке названа другая школа — МБОУ «СОШ № 5», а в «Настройках» — МБОУ «Гимназия № 1»: "
        "проверьте, тот ли это файл."
    )
    assert [one.export.warnings for one in results if one.export] == [(warning,), (warning,)]
