"""The look of a column of a newly built table, and what its cells let in, given to a column of an older workbook."""

import xlwings as xw

from wg_excel.book.tables import column_letters, corner
from wg_excel.builder.validation import counted_once

FACETS = ("bold", "italic", "size", "name", "color")
LAST_ROW = 5000  # of drop-downs in a newly built workbook


def copy_look(source: xw.Range, target: xw.Range) -> None:
    """Give a column, its heading first, the width, formats and validation that another has."""
    if source.column_width is not None:  # 0 for a column that is for the program alone
        target.column_width = source.column_width
    _copy_format(source[0, 0], target[0, 0])
    _copy_format(source[1, 0], target[1:, 0])
    copy_validation(source[1, 0], _below(target))


def _below(column: xw.Range) -> xw.Range:
    """Return all cells below a heading that rows may come to stand in."""
    top, left = corner(column)
    letters = column_letters(left)
    return column.sheet.range(f"{letters}{top + 1}:{letters}{LAST_ROW}")


def _copy_format(source: xw.Range, target: xw.Range) -> None:
    target.number_format = source.number_format
    if source.color:
        target.color = source.color
    for facet in FACETS:
        setattr(target.font, facet, getattr(source.font, facet))


def copy_validation(source: xw.Range, target: xw.Range) -> None:
    """Give cells the rule of another with its hint and its refusal; what it names, it names in its new place."""
    rule = source.data_validation
    if rule.type in {None, "none"}:
        return
    # Pasted, since xlwings sets no texts of a rule: those that are there, it keeps.
    source.copy()
    target.paste("validation")
    if rule.type == "list" and rule.source:
        _offer(target, rule.source)
    elif rule.type == "custom":
        top, left = corner(target)
        target.data_validation.set_custom(counted_once(left - 1, top - 1))


def _offer(target: xw.Range, source: str) -> None:
    if not source.startswith("="):
        target.data_validation.set_list(source.split(","))
        return
    # xlwings itself takes a name only for cells of a sheet; ours stand for columns of tables.
    name = target.sheet.book.names[source.removeprefix("=")]
    target.data_validation.impl.set_list(name.impl, True)
