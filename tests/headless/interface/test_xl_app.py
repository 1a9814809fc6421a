from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlwings as xw

from wg_excel.headless import UnsupportedMember, engine, open_book, save_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_the_engine_is_registered_once() -> None:
    from wg_excel import headless

    assert headless._registered() is engine
    assert [found.name for found in xw.engines].count("headless") == 1


def test_saving_elsewhere_makes_the_book_that_file_and_a_copy_does_not(rich: xw.Book, tmp_path: Path) -> None:
    before = rich.fullname
    save_copy(rich, tmp_path / "копия.xlsx")
    assert rich.fullname == before
    rich.save(tmp_path / "другая.xlsx")
    assert (rich.name, rich.fullname) == ("другая.xlsx", str(tmp_path / "другая.xlsx"))


def test_a_file_without_a_suffix_becomes_xlsx(book: xw.Book, tmp_path: Path) -> None:
    book.save(tmp_path / "книга")
    assert (tmp_path / "книга.xlsx").exists()


@pytest.mark.parametrize("suffix", [".xls", ".xlsb", ".ods", ".csv"])
def test_other_formats_are_refused_before_anything_is_written(book: xw.Book, tmp_path: Path, suffix: str) -> None:
    with pytest.raises(UnsupportedMember, match="xlsx"):
        book.save(tmp_path / f"книга{suffix}")
    assert list(tmp_path.iterdir()) == []


def test_the_kind_of_file_follows_its_suffix(book: xw.Book, tmp_path: Path) -> None:
    import zipfile

    save_copy(book, tmp_path / "книга.xlsm")
    with zipfile.ZipFile(tmp_path / "книга.xlsm") as archive:
        assert b"sheet.macroEnabled.main+xml" in archive.read("[Content_Types].xml")


def test_alerts_are_kept_and_answered(book: xw.Book) -> None:
    assert book.app.alert("Готово?", buttons="yes_no") == "yes"
    assert book.app.impl.alerts == ["Готово?"]


def test_switches_remember_what_they_were_set_to(book: xw.Book) -> None:
    with book.app.properties(screen_updating=False, calculation="manual", status_bar="Шаг 1"):
        assert (book.app.screen_updating, book.app.status_bar) == (False, "Шаг 1")
    assert (book.app.screen_updating, book.app.calculation) == (True, "automatic")


def test_each_refused_member_names_the_way_round(book: xw.Book) -> None:
    calls: list[Callable[[], object]] = [
        book.app.macro("Module1.go"), book.to_pdf, lambda: book.save(password="x"), book.sheets[0].to_html,
        lambda: book.sheets[0]["A1"].add_comment("x"), book.sheets[0]["A1"].copy_picture,
    ]  # fmt: skip
    for call in calls:
        with pytest.raises(UnsupportedMember, match=r"не поддерживается без Excel: .+"):
            call()


def test_a_book_that_is_open_is_found_again(rich_path: Path) -> None:
    book = open_book(rich_path)
    assert book.app.books.open(rich_path) == book
    book.close()
    assert len(book.app.books) == 0
