from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.domain.summary.test_site_page import page
from tests.pages import faults, violations
from wg_excel.book.outputs import FileNotWritten
from wg_excel.documents.site_page import site_html, write_site_page


def test_the_structure_of_the_page_has_no_faults() -> None:
    assert faults(site_html(page(public_decisions="Да"))) == []


@pytest.mark.parametrize("width", [1200, 390])
def test_axe_finds_no_violation(tmp_path: Path, width: int) -> None:
    assert violations(site_html(page(public_decisions="Да", contacts="Кабинет 12")), tmp_path, width) == []


def test_the_page_needs_neither_pictures_nor_scripts() -> None:
    root: Any = html.document_fromstring(site_html(page()))
    assert not [each.tag for each in root.iter("script", "img", "svg", "iframe", "link", "object")]


def test_what_the_school_typed_is_shown_and_never_run() -> None:
    made = site_html(page(contacts="<img src=x onerror=alert(1)> & кабинет 12"))
    assert "<img" not in made
    root: Any = html.document_fromstring(made)
    assert "<img src=x onerror=alert(1)> & кабинет 12" in root.text_content()


def test_only_the_page_is_written_and_only_into_the_folder(tmp_path: Path) -> None:
    written = write_site_page(page(public_decisions="Да"), tmp_path / "новая" / "Сайт")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [written]
    assert written == tmp_path / "новая" / "Сайт" / "index.html"


def test_a_file_in_the_place_of_the_folder_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "Сайт").write_text("файл")
    with pytest.raises(FileNotWritten, match="не удалось записать"):
        write_site_page(page(), tmp_path / "Сайт")
