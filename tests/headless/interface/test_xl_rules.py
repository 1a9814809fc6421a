from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
import xlwings as xw

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_list_is_read_back_and_by_others(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["A1:A5"].data_validation.set_list(["да", "нет"])
    assert (sheet["A2"].data_validation.type, sheet["A2"].data_validation.source) == ("list", "да,нет")
    rule = reopened(sheet.book).worksheets[0].data_validations.dataValidation[0]
    assert (rule.formula1, str(rule.sqref)) == ('"да,нет"', "A1:A5")


def test_a_rule_is_cut_out_of_the_area_of_another(sheet: xw.Sheet) -> None:
    sheet["A1:A5"].data_validation.set_whole_number("between", 1, 5)
    sheet["A3"].data_validation.set_date("less_than", dt.date(2026, 1, 1))
    kinds = [sheet[f"A{n}"].data_validation.type for n in range(1, 6)]
    assert kinds == ["whole_number", "whole_number", "date", "whole_number", "whole_number"]
    with pytest.raises(xw.XlwingsError, match="different validation rules"):
        sheet["A1:A5"].data_validation.set_list(["x"])


def test_a_pasted_rule_moves_with_its_texts_and_its_references(
    sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]
) -> None:
    sheet["A1:A3"].data_validation.set_custom("=COUNTIF($A$1:$A$3,A1)=1")
    sheet["D5:D9"].data_validation.set_list(["x"])
    sheet["A1"].copy()
    sheet["D6:D7"].paste("validation")
    rules = reopened(sheet.book).worksheets[0].data_validations.dataValidation
    assert [(rule.type, str(rule.sqref), rule.formula1) for rule in rules] == [
        ("custom", "A1:A3", "COUNTIF($A$1:$A$3,A1)=1"),
        ("list", "D5 D8:D9", '"x"'),
        ("custom", "D6:D7", "COUNTIF($A$1:$A$3,D6)=1"),
    ]


def test_a_deleted_rule_leaves_the_rest_of_its_area(sheet: xw.Sheet) -> None:
    sheet["A1:C3"].data_validation.set_list(["x"])
    sheet["B2"].data_validation.delete()
    assert sheet["B2"].data_validation.type == "none"
    assert sheet["A1:C1"].data_validation.type == "list"


def test_conditional_formats_are_kept_in_order(sheet: xw.Sheet, again: Callable[[xw.Book], xw.Book]) -> None:
    formats = sheet["A1:A9"].conditional_formats
    formats.add_cell_value("less_than", 3, fill_color="#ff0000", font_bold=True)
    formats.add_color_scale(["#ff0000", "#00ff00"])
    formats.add_data_bar("#638ec6", gradient=False)
    formats.add_icon_set("3_arrows")
    saved = again(sheet.book).sheets[0]["A1:A9"].conditional_formats
    assert [rule.type for rule in saved] == ["icon_set", "data_bar", "color_scale", "cell_value"]
    assert (saved[3].fill_color, saved[3].font_bold, saved[1].gradient) == ((255, 0, 0), True, False)


def test_a_filter_hides_rows_and_shows_them_again(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["A1"].value = [["имя", "балл"], ["а", 1], ["б", 2], ["в", 3]]
    rng = sheet["A1:B4"]
    rng.autofilter.apply_comparison(2, "greater_than", 1)
    saved = reopened(sheet.book).worksheets[0]
    assert [saved.row_dimensions[n].hidden for n in (2, 3, 4)] == [True, False, False]
    assert saved.auto_filter.ref == "A1:B4"
    assert rng.autofilter.criteria[1].operator == "greater_than"
    rng.autofilter.clear()
    assert sheet["2:4"].rows.hidden is False


def test_borders_are_drawn_inside_and_around(sheet: xw.Sheet, reopened: Callable[[xw.Book], Any]) -> None:
    sheet["B2:C3"].borders.set("outside", line_style="continuous", weight="thick", color="#ff0000")
    sheet["B2:C3"].borders.set("inside", line_style="dash")
    saved = reopened(sheet.book).worksheets[0]
    border = saved["B2"].border
    assert (border.left.style, border.top.color.rgb, border.right.style) == ("thick", "FFFF0000", "dashed")
    assert saved["C3"].border.bottom.style == "thick"


def test_parts_of_a_text_have_fonts_of_their_own(sheet: xw.Sheet, again: Callable[[xw.Book], xw.Book]) -> None:
    sheet["A1"].value = "Важно: срок"
    sheet["A1"].characters[0:6].font.set(bold=True, color="#ff0000")
    saved = again(sheet.book).sheets[0]["A1"]
    assert saved.value == "Важно: срок"
    assert [saved.characters[0:6].font.bold, saved.characters[7:].font.bold] == [True, False]
    assert saved.characters[0].font.color == (255, 0, 0)
