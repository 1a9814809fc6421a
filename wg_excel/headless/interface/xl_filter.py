"""Filters of a range or a table: criteria in the file, rows hidden as they ask."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import datetime as dt
import math
from typing import TYPE_CHECKING, Any

from lxml import etree
from xlwings import base_classes

from wg_excel.headless.addresses import Box, parse_box, quote
from wg_excel.headless.cells import sizes
from wg_excel.headless.cells.dates import to_serial
from wg_excel.headless.cells.raw_values import edit_text, number_text
from wg_excel.headless.cells.values import Values
from wg_excel.headless.xmlns import m, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from wg_excel.headless.tables import SheetTable
    from wg_excel.headless.worksheet import Worksheet

_OPERATORS = {
    "equal_to": "equal",
    "not_equal_to": "notEqual",
    "greater_than": "greaterThan",
    "less_than": "lessThan",
    "greater_than_or_equal": "greaterThanOrEqual",
    "less_than_or_equal": "lessThanOrEqual",
}
_SIGNS = {
    "equal": "=", "notEqual": "<>", "greaterThan": ">", "lessThan": "<",
    "greaterThanOrEqual": ">=", "lessThanOrEqual": "<=",
}  # fmt: skip
_DATABASE = "_xlnm._FilterDatabase"


class AutoFilter(base_classes.AutoFilter):
    """The filter of a range, or that of a table."""

    def __init__(self, parent: Any, box: Box, table: SheetTable | None = None) -> None:
        self.parent = parent
        self.box = box
        self.table = table

    @property
    def _sheet(self) -> Worksheet:
        found: Worksheet = self.parent.sheet
        return found

    @property
    def _holder(self) -> _Element | None:
        root = self.table.root if self.table else self._sheet.frame
        found = root.find(m("autoFilter"))
        if found is None or (not self.table and parse_box(found.get("ref") or "A1") != self.box):
            return None
        return found

    def _ensure(self) -> _Element:
        found = self._holder
        if found is not None:
            return found
        if self.table:
            element = etree.Element(m("autoFilter"))
            self.table.place(element)
            self.table.fit_filter()
            return element
        if self._sheet.frame.find(m("autoFilter")) is not None:
            raise ValueError("This worksheet already has an AutoFilter on a different range")
        element = self._sheet.child("autoFilter")
        element.set("ref", str(self.box))
        book = self._sheet.book
        old = book.sheet_name(_DATABASE, self._sheet)
        if old is not None:
            book.remove_name(old)
        book.add_name(_DATABASE, f"{quote(self._sheet.name)}!{self.box.absolute()}", self._sheet).set("hidden", "1")
        return element

    @property
    def _body(self) -> Box | None:
        if self.table:
            return self.table.body
        return self.box._replace(top=self.box.top + 1) if self.box.height > 1 else None

    def _column(self, field: int) -> _Element:
        holder = self._ensure()
        self._drop(field)
        number = field - 1
        column = etree.Element(m("filterColumn"), colId=str(number))
        holder.insert(sum(1 for c in holder if int(c.get("colId") or -1) < number), column)
        return column

    def _drop(self, field: int) -> None:
        holder = self._holder
        for column in list(holder) if holder is not None else []:
            if column.get("colId") == str(field - 1) and holder is not None:
                holder.remove(column)

    # Criteria

    @property
    def criteria(self) -> list[dict[str, Any]]:
        """What each column is filtered by."""
        holder = self._holder
        columns = {whole(c, "colId"): c for c in holder.iter(m("filterColumn"))} if holder is not None else {}
        return [
            _criterion(number + 1, columns[number])
            if number in columns
            else base_classes.empty_autofilter_criteria(number + 1)
            for number in range(self.box.width)
        ]

    def apply_values(self, field: int, values: list[str]) -> None:
        """Show rows whose value is one of a list."""
        filters = etree.SubElement(self._column(field), m("filters"))
        for value in values:
            if value == "":
                filters.set("blank", "1")
            else:
                etree.SubElement(filters, m("filter"), val=value)
        self._hide()

    def apply_comparison(self, field: int, operator: str, value1: Any, value2: Any) -> None:
        """Show rows that compare in a way with one or two values."""
        pairs = {
            "between": [("greater_than_or_equal", value1), ("less_than_or_equal", value2)],
            "not_between": [("less_than", value1), ("greater_than", value2)],
        }.get(operator, [(operator, value1)])
        custom = etree.SubElement(self._column(field), m("customFilters"))
        if operator == "between":
            custom.set("and", "1")
        for name, value in pairs:
            element = etree.SubElement(custom, m("customFilter"))
            if _OPERATORS[name] != "equal":
                element.set("operator", _OPERATORS[name])
            element.set("val", self._text(value))
        self._hide()

    def _text(self, value: Any) -> str:
        if value is None:
            return " "
        if isinstance(value, dict):
            moment = dt.datetime.fromisoformat(value["value"])
            return number_text(to_serial(moment, date1904=self._sheet.book.date1904)) or ""
        return str(value)

    def _apply_top(self, field: int, count: float, **attributes: str) -> None:
        top = etree.SubElement(self._column(field), m("top10"), val=number_text(count) or "0")
        for name, value in attributes.items():
            top.set(name, value)
        self._hide()

    def apply_top_items(self, field: int, count: int) -> None:
        """Show the rows with the greatest values."""
        self._apply_top(field, count)

    def apply_bottom_items(self, field: int, count: int) -> None:
        """Show the rows with the least values."""
        self._apply_top(field, count, top="0")

    def apply_top_percent(self, field: int, percent: float) -> None:
        """Show a share of the rows with the greatest values."""
        self._apply_top(field, percent, percent="1")

    def apply_bottom_percent(self, field: int, percent: float) -> None:
        """Show a share of the rows with the least values."""
        self._apply_top(field, percent, top="0", percent="1")

    def clear(self, field: int | None) -> None:
        """Show all rows again, as far as one column or all of them hid them."""
        fields = [field] if field is not None else range(1, self.box.width + 1)
        for number in fields:
            self._drop(number)
        self._hide()

    # Rows

    def _hide(self) -> None:
        body, holder = self._body, self._holder
        if body is None or holder is None:
            return
        kept = set(range(body.top, body.bottom + 1))
        for column in holder.iter(m("filterColumn")):
            place = body.left + whole(column, "colId")
            values = Values(self._sheet).read(body._replace(left=place, right=place))
            test = _test(column, [row[0] for row in values], date1904=self._sheet.book.date1904)
            kept &= {body.top + offset for offset, row in enumerate(values) if test(row[0])}
        for number in range(body.top, body.bottom + 1):
            if (number not in kept) != sizes.row_hidden(self._sheet, number):
                sizes.set_row_hidden(self._sheet, Box(number, 1, number, 1), hidden=number not in kept)


def _criterion(field: int, column: _Element) -> dict[str, Any]:
    inner = column[0]
    tag = etree.QName(inner).localname
    if tag == "filters":
        values = [f"={e.get('val')}" for e in inner.iter(m("filter"))]
        blank = ["="] if inner.get("blank") else []
        return base_classes.autofilter_criteria_snapshot(field, "values", values + blank)
    if tag == "top10":
        kind = ("bottom" if inner.get("top") == "0" else "top") + ("_percent" if inner.get("percent") else "_items")
        return base_classes.autofilter_criteria_snapshot(field, kind, inner.get("val"))
    if tag == "customFilters":
        texts = [_SIGNS[e.get("operator") or "equal"] + (e.get("val") or "").strip() for e in inner]
        join = "and" if inner.get("and") else "or"
        second = texts[1] if len(texts) > 1 else None
        return base_classes.autofilter_criteria_snapshot(field, "comparison", texts[0], second, join)
    return base_classes.autofilter_criteria_snapshot(field, "unknown")


def _test(column: _Element, values: list[Any], *, date1904: bool) -> Callable[[Any], bool]:
    """Return the test that a column's criteria make of its values."""
    inner = column[0]
    tag = etree.QName(inner).localname
    if tag == "filters":
        wanted = {(e.get("val") or "").lower() for e in inner.iter(m("filter"))}
        blank = inner.get("blank") is not None
        return lambda value: blank if value is None else edit_text(value).lower() in wanted
    if tag == "customFilters":
        tests = [_comparison(e.get("operator") or "equal", e.get("val") or "", date1904=date1904) for e in inner]
        both = all if inner.get("and") else any
        return lambda value: both(test(value) for test in tests)
    if tag == "top10":
        return _top_test(inner, values)
    return lambda _: True


def _comparison(operator: str, text: str, *, date1904: bool) -> Callable[[Any], bool]:
    wanted = text.strip()

    def compare(value: Any) -> bool:
        if isinstance(value, dt.datetime):
            value = to_serial(value, date1904=date1904)
        if not wanted:
            return (value is None) == (operator == "equal")
        try:
            left: Any = value if isinstance(value, float) else edit_text(value).lower()
            right: Any = float(wanted) if isinstance(value, float) else wanted.lower()
        except ValueError:
            return operator == "notEqual"
        if isinstance(right, str) and value is None:
            return operator == "notEqual"
        results = {
            "equal": left == right, "notEqual": left != right, "greaterThan": left > right,
            "lessThan": left < right, "greaterThanOrEqual": left >= right, "lessThanOrEqual": left <= right,
        }  # fmt: skip
        return bool(results[operator])

    return compare


def _top_test(inner: _Element, values: list[Any]) -> Callable[[Any], bool]:
    numbers = sorted((v for v in values if isinstance(v, float)), reverse=inner.get("top") != "0")
    count = float(inner.get("val") or 0)
    if inner.get("percent"):
        count = math.floor(len(numbers) * count / 100)
    kept = set(numbers[: max(1, int(count))])
    return lambda value: value in kept
