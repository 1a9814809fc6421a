import io

import pytest
import xlsxwriter

from wg_excel.builder.formats import Formats
from wg_excel.domain.schema import Kind


@pytest.fixture
def style() -> Formats:
    return Formats(xlsxwriter.Workbook(io.BytesIO()))


def test_a_format_is_made_once(style: Formats) -> None:
    assert style.body(Kind.DATE) is style.body(Kind.DATE)
    assert style.body(Kind.TEXT) is style.body(Kind.FIO)
    assert style.body(Kind.DATE) is not style.body(Kind.DATE, bold=True)


@pytest.mark.parametrize(
    ("kind", "number_format"),
    [
        (Kind.DATE, "dd\\.mm\\.yyyy"),
        (Kind.TIME, "hh:mm"),
        (Kind.MOMENT, "dd\\.mm\\.yyyy hh:mm"),
        (Kind.TEXT, "@"),
        (Kind.REFERENCE, "@"),
        (Kind.CHOICE, "General"),
        (Kind.LONG_TEXT, "General"),
    ],
)
def test_a_cell_is_shown_as_what_it_holds(style: Formats, kind: Kind, number_format: str) -> None:
    assert style.body(kind).num_format == number_format


@pytest.mark.parametrize("kind", Kind)
def test_words_wrap_and_stand_left_while_numbers_and_dates_stand_in_the_middle(style: Formats, kind: Kind) -> None:
    is_number = kind in {Kind.DATE, Kind.TIME, Kind.MOMENT, Kind.INTEGER, Kind.NUMBER}
    made = style.body(kind)
    assert (made.text_wrap, made.text_h_align) == ((0, 2) if is_number else (1, 1))
