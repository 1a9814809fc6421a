import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.documents.test_summary import summary
from tests.pages import faults, violations
from wg_excel import buttons
from wg_excel.book.opened import reading
from wg_excel.book.outputs import FileNotWritten
from wg_excel.documents.summary_html import summary_html, write_summary_html
from wg_excel.domain.figures import Figure
from wg_excel.domain.summary.summary import Summary


@pytest.fixture(scope="module")
def full(demo: Path) -> Summary:
    with reading(demo / "working_group.xlsm") as book:
        return buttons.build_summary(book, today=dt.date(2026, 11, 22))


def text_of(page: str) -> str:
    root: Any = html.fromstring(page)
    return " ".join(root.text_content().split())


def test_the_structure_of_the_page_has_no_faults(full: Summary) -> None:
    assert faults(summary_html(full)) == []


def test_an_empty_year_makes_a_sound_page_too() -> None:
    page = summary_html(summary())
    assert faults(page) == []
    assert "Выгрузки ещё не загружались" in text_of(page)


@pytest.mark.parametrize("width", [1200, 390])
def test_axe_finds_no_violation(full: Summary, tmp_path: Path, width: int) -> None:
    assert violations(summary_html(full), tmp_path, width) == []


def test_every_figure_of_duties_appeals_and_monitoring_is_on_the_page(full: Summary) -> None:
    shown = text_of(summary_html(full))
    names = ("duty", "appeals.received", "appeals.in_term", "monitoring.school", "monitoring.score", "documents")
    figures = [figure for name in names for figure in full.starting(name)]
    assert [told for figure in figures if (told := _told(figure)) not in shown] == []


def _told(figure: Figure) -> str:
    return figure.note if figure.id.startswith("duty") else figure.title


def test_what_people_typed_is_shown_and_never_run(full: Summary) -> None:
    page = summary_html(replace(full, school='<script>alert(1)</script> & "Школа"'))
    assert "<script" not in page
    assert '<script>alert(1)</script> & "Школа"' in text_of(page)


def test_every_chart_has_its_numbers_as_a_table(full: Summary) -> None:
    root = html.document_fromstring(summary_html(full))
    figures = root.findall(".//figure")
    assert len(figures) >= 5
    for figure in figures:
        drawn = [text.text for text in figure.findall(".//svg/text")]
        table = [cell.text for row in figure.findall(".//tbody/tr") for cell in row]
        assert table == drawn


def test_the_page_is_written_as_utf_8(full: Summary, tmp_path: Path) -> None:
    write_summary_html(full, tmp_path / "сводка.html")
    assert (tmp_path / "сводка.html").read_text(encoding="utf-8") == summary_html(full)


def test_a_folder_that_is_not_there_is_refused_in_words(full: Summary, tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        write_summary_html(full, tmp_path / "нет" / "сводка.html")
