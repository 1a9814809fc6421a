"""Values on their way between xlwings and the cells."""

# ruff: noqa: ANN401 - the signatures are xlwings', its arguments untyped

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from wg_excel.headless.cells.raw_values import CellError

if TYPE_CHECKING:
    from collections.abc import Callable


class Reading(NamedTuple):
    """How a user of xlwings wants to have values read."""

    datetime_builder: Callable[..., Any]
    empty_as: Any
    number_builder: Callable[[float], Any] | None
    errors_as_text: bool

    def of_block(self, rows: list[list[Any]]) -> list[list[Any]]:
        """Return rows of raw values as they are wanted: mostly they are so already."""
        as_read = self.datetime_builder is dt.datetime and self.empty_as is None and self.number_builder is None
        if as_read and not any(CellError in map(type, row) or "" in row for row in rows):
            return rows
        return [[self.of(value) for value in row] for row in rows]

    def of(self, value: Any) -> Any:
        """Return a raw value as it is wanted."""
        if value is None or value == "":
            return self.empty_as
        if isinstance(value, dt.datetime) and self.datetime_builder is not dt.datetime:
            return self.datetime_builder(
                year=value.year, month=value.month, day=value.day, hour=value.hour,
                minute=value.minute, second=value.second, microsecond=value.microsecond, tzinfo=None,
            )  # fmt: skip
        if isinstance(value, CellError):
            return str(value) if self.errors_as_text else None
        if self.number_builder is not None and isinstance(value, float):
            return self.number_builder(value)
        return value


def plain_value(value: Any) -> Any:
    """Turn a value of pandas or numpy into a plain one; what is missing becomes nothing."""
    if value is None or isinstance(value, str | float | int | dt.datetime | dt.date):
        return None if value != value else value  # noqa: PLR0124 - NaN and NaT differ from themselves
    if hasattr(value, "to_pydatetime"):
        return value.to_pydatetime()
    if type(value).__module__ == "numpy" and hasattr(value, "item"):
        return _of_numpy(value)
    return None if type(value).__name__ == "NAType" else value


def _of_numpy(value: Any) -> Any:
    if type(value).__name__ == "datetime64":
        return None if str(value) == "NaT" else value.astype("datetime64[us]").item()
    plain = value.item()
    return None if plain != plain else plain  # noqa: PLR0124 - NaN
