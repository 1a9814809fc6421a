"""Edits of a sheet, and what openpyxl and LibreOffice must see of each once it is saved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.headless.edits import (
    bordered,
    charted,
    conditional,
    deleted,
    filtered,
    moved,
    named,
    panes,
    protected_text,
    put,
    put_member,
    resized,
    rich,
    sheets,
    sorted_rows,
    tabled,
    with_list,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    import xlwings as xw

MOMENT = dt.datetime(2026, 9, 1, 10, 30)  # noqa: DTZ001 - cells know no zones


class Case(NamedTuple):
    """An edit; what openpyxl is asked and must see; what LibreOffice is asked and must see."""

    edit: Callable[[xw.Sheet], object]
    openpyxl: Callable[[Any], object]
    seen: object
    question: str
    answer: object


CASES = {
    "texts": Case(
        lambda s: put(s, A1="привет & <b>\n"),
        lambda w: w["A1"].value,
        "привет & <b>\n",
        'c("A1").String',
        "привет & <b>\n",
    ),
    "numbers": Case(
        lambda s: put(s, A1=1.5, A2=2**40),
        lambda w: [w["A1"].value, w["A2"].value],
        [1.5, 2**40],
        '[c("A1").Value, c("A2").Value]',
        [1.5, 2**40],
    ),
    "truths": Case(lambda s: put(s, A1=True), lambda w: w["A1"].value, True, 'c("A1").Value', 1.0),
    "dates": Case(lambda s: put(s, A1=MOMENT), lambda w: w["A1"].value, MOMENT, 'round(c("A1").Value, 4)', 46266.4375),
    "text after an apostrophe": Case(protected_text, lambda w: w["A1"].value, "007", 'c("A1").Type.value', "TEXT"),
    "formulas": Case(lambda s: put(s, A1=2, A2="=A1*21"), lambda w: w["A2"].value, "=A1*21", 'c("A2").Value', 42.0),
    "newer functions": Case(
        lambda s: put(s, A1="а", A2='=CONCAT(A1,"б")'),
        lambda w: w["A2"].value,
        '=_xlfn.CONCAT(A1,"б")',
        'c("A2").String',
        "аб",
    ),
    "array formulas": Case(
        lambda s: put_member(put(s, A1=[[1], [2]])["B1"], "formula_array", "=SUM(A1:A2*2)"),
        lambda w: w["B1"].value.ref,
        "B1",
        'c("B1").Value',
        6.0,
    ),
    "cleared contents": Case(
        lambda s: put(s, A1=1)["A1"].clear_contents(), lambda w: w["A1"].value, None, 'c("A1").Type.value', "EMPTY"
    ),
    "number format": Case(
        lambda s: put_member(put(s, A1=0.5)["A1"], "number_format", "0.0%"),
        lambda w: w["A1"].number_format,
        "0.0%",
        'c("A1").String',
        "50.0%",
    ),
    "bold font": Case(
        lambda s: put_member(put(s, A1="ж")["A1"].font, "bold", True),
        lambda w: w["A1"].font.b,
        True,
        'c("A1").CharWeight',
        150.0,
    ),
    "font colour": Case(
        lambda s: put_member(put(s, A1="ц")["A1"].font, "color", "#112233"),
        lambda w: w["A1"].font.color.rgb,
        "FF112233",
        'c("A1").CharColor',
        0x112233,
    ),
    "font size and name": Case(
        lambda s: [put_member(put(s, A1="к")["A1"].font, "size", 14), put_member(s["A1"].font, "name", "Arial")],
        lambda w: [w["A1"].font.sz, w["A1"].font.name],
        [14, "Arial"],
        '[c("A1").CharHeight, c("A1").CharFontName]',
        [14.0, "Arial"],
    ),
    "fill": Case(
        lambda s: put_member(s["A1"], "color", (255, 0, 0)),
        lambda w: w["A1"].fill.fgColor.rgb,
        "FFFF0000",
        'c("A1").CellBackColor',
        0xFF0000,
    ),
    "borders": Case(
        bordered,
        lambda w: [w["B2"].border.left.style, w["B2"].border.left.color.rgb],
        ["thin", "FF00FF00"],
        'c("B2").LeftBorder.Color',
        0x00FF00,
    ),
    "alignment": Case(
        lambda s: put_member(s["A1"], "horizontal_alignment", "center"),
        lambda w: w["A1"].alignment.horizontal,
        "center",
        'c("A1").HoriJustify.value',
        "CENTER",
    ),
    "wrapped text": Case(
        lambda s: put_member(s["A1"], "wrap_text", True),
        lambda w: w["A1"].alignment.wrapText,
        True,
        'c("A1").IsTextWrapped',
        True,
    ),
    "column width": Case(
        lambda s: put_member(s["B1"], "column_width", 30),
        lambda w: round(w.column_dimensions["B"].width),
        31,
        "s.Columns.getByIndex(1).Width > 5000",
        True,
    ),
    "row height": Case(
        lambda s: put_member(s["A2"], "row_height", 40),
        lambda w: w.row_dimensions[2].height,
        40,
        "round(s.Rows.getByIndex(1).Height / 35.28)",
        40,
    ),
    "hidden rows": Case(
        lambda s: put_member(s["A2"].rows, "hidden", True),
        lambda w: w.row_dimensions[2].hidden,
        True,
        "s.Rows.getByIndex(1).IsVisible",
        False,
    ),
    "merged cells": Case(
        lambda s: put(s, A1="о")["A1:B2"].merge(),
        lambda w: [str(m) for m in w.merged_cells.ranges],
        ["A1:B2"],
        'c("A1").IsMerged',
        True,
    ),
    "hyperlinks": Case(
        lambda s: s["A1"].add_hyperlink("https://example.org", "сайт"),
        lambda w: w["A1"].hyperlink.target,
        "https://example.org",
        'c("A1").TextFields.getByIndex(0).URL',
        "https://example.org",
    ),
    "notes": Case(
        lambda s: s["B2"].add_note("заметка"),
        lambda w: w["B2"].comment.text,
        "заметка",
        "[s.Annotations.getByIndex(0).String, s.Annotations.Count]",
        ["заметка", 1],
    ),
    "rich text": Case(rich, lambda w: w["A1"].value, "жирно и нет", 'c("A1").String', "жирно и нет"),
    "tables": Case(
        tabled,
        lambda w: [(t.name, t.ref) for t in w.tables.values()],
        [("Баллы", "A1:B4")],
        '[d.DatabaseRanges.getByName("Баллы").DataArea.EndRow, d.DatabaseRanges.Count]',
        [3, 1],
    ),
    "resized tables": Case(
        resized, lambda w: w.tables["Баллы"].ref, "A1:B5", 'd.DatabaseRanges.getByName("Баллы").DataArea.EndRow', 4
    ),
    "names": Case(
        named,
        lambda w: [w.parent.defined_names["итог"].value, w.defined_names["свой"].value],
        ["Sheet1!$A$1", "Sheet1!$A$2"],
        '[d.NamedRanges.hasByName("итог"), s.NamedRanges.hasByName("свой")]',
        [True, True],
    ),
    "charts": Case(
        charted,
        lambda w: len(w._charts),
        1,
        "[s.Charts.Count, s.Charts.getByIndex(0).EmbeddedObject.Title.String]",
        [1, "Баллы"],
    ),
    "validations": Case(
        with_list,
        lambda w: [(v.type, str(v.sqref)) for v in w.data_validations.dataValidation],
        [("list", "A1")],
        'c("A1").Validation.Type.value',
        "LIST",
    ),
    "conditional formats": Case(
        conditional,
        lambda w: [str(f.sqref) for f in w.conditional_formatting],
        ["A1:A2"],
        'c("A1").ConditionalFormat.Count',
        1,
    ),
    "frozen panes": Case(
        panes,
        lambda w: w.freeze_panes,
        "B3",
        "[d.CurrentController is None or d.CurrentController.hasFrozenPanes()]",
        [True],
    ),
    "print area": Case(
        lambda s: put_member(put(s, A1=1).page_setup, "print_area", "A1:B2"),
        lambda w: w.print_area,
        "'Sheet1'!$A$1:$B$2",
        "[a.EndRow for a in s.getPrintAreas()]",
        [1],
    ),
    "sheets": Case(
        sheets,
        lambda w: [(x.title, x.sheet_state, x["A1"].value) for x in w.parent],
        [("Sheet1", "visible", "первый"), ("Копия", "visible", "второй"), ("Новый", "hidden", None)],
        "[(x.Name, x.IsVisible) for x in (d.Sheets.getByIndex(n) for n in range(d.Sheets.Count))]",
        [["Sheet1", True], ["Копия", True], ["Новый", False]],
    ),
    "inserted rows": Case(
        moved,
        lambda w: [w["A2"].value, w["A3"].value, w["C2"].value],
        [1, "=A2+1", "=A2*10"],
        '[c("A3").Value, c("C2").Value]',
        [2.0, 10.0],
    ),
    "deleted rows": Case(deleted, lambda w: [w["A2"].value, w["B2"].value], [3, "=A2*2"], 'c("B2").Value', 6.0),
    "filters": Case(
        filtered,
        lambda w: [w.auto_filter.ref, [n for n in range(2, 5) if w.row_dimensions[n].hidden]],
        ["A1:B4", [2, 4]],
        "[s.Rows.getByIndex(n).IsVisible for n in range(4)]",
        [True, False, True, False],
    ),
    "sorted rows": Case(
        sorted_rows,
        lambda w: [w[f"A{n}"].value for n in (1, 2, 3)],
        [1, 2, 3],
        '[c("A%d" % n).Value for n in (1, 2, 3)]',
        [1.0, 2.0, 3.0],
    ),
    "filled series": Case(
        lambda s: put(s, A1=[[1], [2]])["A1:A2"].autofill(s["A1:A4"]), lambda w: w["A4"].value, 4, 'c("A4").Value', 4.0
    ),
    "replaced texts": Case(
        lambda s: put(s, A1="старый год")["A1"].replace_all("старый", "новый"),
        lambda w: w["A1"].value,
        "новый год",
        'c("A1").String',
        "новый год",
    ),
    "copied cells": Case(
        lambda s: put(s, A1=1, B1="=A1+1")["B1"].copy(s["B2"]), lambda w: w["B2"].value, "=A2+1", 'c("B2").Value', 1.0
    ),
    "outlook of the sheet": Case(
        lambda s: put_member(s, "show_gridlines", False),
        lambda w: w.sheet_view.showGridLines,
        False,
        "d.Sheets.Count",
        1,
    ),
}
