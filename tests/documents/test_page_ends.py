"""The signatures never stand on a page without text before them: computed for any rows, rendered in LibreOffice."""

import itertools
from pathlib import Path

import pytest
import xlwings as xw
from hypothesis import given, strategies as st
from pypdf import PdfReader

from tests import libreoffice
from tests.documents.test_golden_protocols import with_row
from tests.documents.test_protocol import DAY, book
from tests.sample_meeting import group
from tests.sample_protocols import long_item
from wg_excel.documents.page_ends import KEPT, PAGE, ROOM, break_before
from wg_excel.documents.protocol import write_protocol
from wg_excel.headless import save_copy

__all__ = ["book"]  # a fixture
LINE, SIGNED = 15.75, 5 * 15.75
NAME = "Протокол № 3"


def pages(rows: list[int], room: float, begins: int | None) -> list[list[int]]:
    """Return the lines of the rows of each page, the signatures last, as a program would lay them out."""
    laid: list[list[int]] = [[]]
    for number, lines in enumerate(rows):
        if number == begins or (laid[-1] and (sum(laid[-1]) + lines) * LINE > room):
            laid.append([])
        laid[-1].append(lines)
    return laid


@given(st.lists(st.integers(1, 12), min_size=1, max_size=60), st.sampled_from(ROOM))
def test_two_lines_of_text_stay_with_the_signatures_whatever_a_page_holds(lines: list[int], room: float) -> None:
    rows = [*lines, 5]
    heights = [tall * LINE for tall in rows]
    begins = break_before(heights, ["текст"] * len(rows), len(lines), LINE)
    *_, last = pages(rows, room, begins)
    assert sum(last[:-1]) >= min(KEPT, sum(lines))


def test_blank_and_hidden_rows_are_no_text() -> None:
    full = int(PAGE / LINE)
    texts = [*["текст"] * (full - 3), "", "", "подписи"]
    heights = [LINE] * (full - 1) + [SIGNED]
    assert break_before(heights, texts, full - 1, LINE) == full - 5


def test_a_protocol_of_one_page_is_not_parted() -> None:
    assert break_before([LINE] * 20 + [SIGNED], ["текст"] * 21, 20, LINE) is None


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.skipif(bool(libreoffice.missing()), reason=f"needs {libreoffice.missing()}")
def test_protocols_of_one_to_thirty_long_items_end_well_in_libreoffice(book: xw.Book, tmp_path: Path) -> None:
    for number in range(1, 31):
        write_protocol(book, with_row(group(items=tuple(map(long_item, range(1, number + 1))), tasks=())), "3", DAY)
        book.sheets[NAME].range("A1").value = f"Вопросов: {number}."
        book.sheets[NAME].name = f"вопросов {number}"
    book.sheets["Заседания"].visible = False
    save_copy(book, tmp_path / "протоколы.xlsx")
    printed = PdfReader(libreoffice.convert(tmp_path / "протоколы.xlsx", "pdf", tmp_path)).pages
    texts = [page.extract_text() for page in printed]
    signed = [text for text in texts if "И. А. Даценко" in text and "М. П. Иванова" in text]
    assert sum("Вопросов:" in text for text in texts) == len(signed) == 30
    assert min(map(lines_above_signatures, signed)) >= KEPT


def lines_above_signatures(page: str) -> int:
    """Count the lines of a page before its signatures, the page's number left out."""
    lines = [line for line in page.splitlines() if line.strip() and not line.strip().isdigit()]
    return len(list(itertools.takewhile(lambda line: "____" not in line, lines)))
