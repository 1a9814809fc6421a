"""Values of cells as Python knows them and as the file holds them: floats, texts, booleans, dates, nothing."""

from __future__ import annotations

import datetime as dt
import math
from typing import NamedTuple

from wg_excel.headless.formats.number_formats import DATE, DATE_TIME, DURATION, TIME
from wg_excel.headless.xmlns import MAIN


class CellError(str):
    """An error value such as `#DIV/0!`."""

    __slots__ = ()


Value = str | float | bool | dt.datetime | None


class RawValue(NamedTuple):
    """What a cell element holds for a value: kind (`t`), raw text, built-in date format if one is due."""

    kind: str
    text: str | None
    date_format: int | None = None


def is_formula(text: str) -> bool:
    """Tell whether a text is a formula to Excel."""
    return text.startswith("=") and len(text) > 1


def number_text(value: object) -> str | None:
    """Write a number as the file holds it; nothing for what is no number."""
    if isinstance(value, int) and abs(value) < 1 << 53:
        return str(value)
    number = float(value)  # type: ignore[arg-type]
    if not math.isfinite(number):
        return None
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)


def edit_text(value: Value) -> str:
    """Write a constant as Excel's edit line shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_text(value) or ""
    return str(value)


def date_format(value: dt.datetime | dt.date | dt.time | dt.timedelta) -> int:
    """Return the built-in format that shows a date or time."""
    if isinstance(value, dt.datetime):
        return DATE if value.time() == dt.time() else DATE_TIME
    if isinstance(value, dt.time):
        return TIME
    return DURATION if isinstance(value, dt.timedelta) else DATE


def iso_date(raw: str) -> dt.datetime | str:
    """Read a date written as ISO 8601; the text itself where it is none."""
    try:
        return dt.datetime.fromisoformat(raw).replace(tzinfo=None)
    except ValueError:
        return raw


def inline_text(raw: str) -> str | None:
    """Return the text of an inline string."""
    from lxml import etree

    from .texts import rich_text

    root = etree.fromstring(f'<c xmlns="{MAIN}" xmlns:xml="http://www.w3.org/XML/1998/namespace">{raw}</c>')
    return rich_text(root[0]) if len(root) else None
