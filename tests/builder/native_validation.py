"""Judge a cell's value as Excel judges what is typed into a cell with data validation (ECMA-376 part 1, 18.3.1.32)."""

import datetime as dt
import re
from collections.abc import Sequence

from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.datavalidation import DataValidation

Value = str | float | bool | dt.date | dt.time | None
BLANKS = "\t\n\r "


def lets_in(rule: DataValidation, value: Value, listed: Sequence[Value] = (), column: Sequence[Value] = ()) -> bool:
    """Tell whether Excel takes a value without a word; `listed` is the list's range, `column` the other cells."""
    if value is None or value == "":
        return True  # Excel looks at what is typed, never at what is missing
    if rule.type == "list":
        return any(_shown(value).casefold() == _shown(each).casefold() for each in listed)
    if rule.type == "textLength":
        return _compares(rule, len(_shown(value)))
    if rule.type == "custom":
        return count_if(column, _shown(value)) == 0
    number = _number(value)
    return number is not None and (rule.type != "whole" or number == int(number)) and _compares(rule, number)


def count_if(column: Sequence[Value], text: str) -> int:
    """Count as COUNTIF does with "=" and a text without wildcards: in any case, a number and its texts alike."""
    return sum(_coerced(_shown(each)) == _coerced(text) for each in column if each is not None)


def _coerced(text: str) -> object:
    return float(text) if re.fullmatch(r"\d+(?:\.\d+)?", text.strip(BLANKS)) else text.casefold()


def _number(value: Value) -> float | None:
    """Return what a cell holds as a number; texts and truth values are none."""
    if isinstance(value, str | bool) or value is None:
        return None
    return float(value) if isinstance(value, int | float) else _serial(value)


def _serial(value: dt.date | dt.time) -> float:
    return float(to_excel(value))  # type: ignore[no-untyped-call]


def _compares(rule: DataValidation, number: float) -> bool:
    first, second = (float(each) if each else 0.0 for each in (rule.formula1, rule.formula2))
    if (rule.operator or "between") == "between":
        return first <= number <= second
    assert rule.operator == "lessThanOrEqual"
    return number <= first


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "ИСТИНА" if value else "ЛОЖЬ"
    if isinstance(value, dt.date | dt.time):
        return f"{_serial(value):.15g}"
    return f"{value:.15g}" if isinstance(value, int | float) else str(value)
