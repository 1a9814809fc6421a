"""Ranges of Excel's object model, their rows, columns and links."""

# ruff: noqa: N802, N803 - the members are Excel's

import datetime as dt
from typing import TYPE_CHECKING, Any

import xlwings as xw

from tests.com.pywin32 import ComTime, windows_engine
from tests.com.recorder import Com
from wg_excel.headless.cells.raw_values import CellError

if TYPE_CHECKING:
    from tests.com.excel import Worksheet

TO_THE_RIGHT, TO_THE_LEFT = -4161, -4159
WHOLE = 1


class Range(Com):
    def __init__(self, cells: xw.Range) -> None:
        self.cells = cells

    def __call__(self, *place: int) -> "Range":
        return Range(self.cells(*place))

    @property
    def Value(self) -> Any:
        value = self.cells.raw_value
        if isinstance(value, list | tuple):
            return tuple(tuple(map(_sent, row)) for row in value)
        return _sent(value)

    @Value.setter
    def Value(self, value: Any) -> None:
        block = isinstance(value, list | tuple)
        self.cells.raw_value = [list(map(_received, row)) for row in value] if block else _received(value)

    @property
    def Formula(self) -> Any:
        return self.cells.formula

    @Formula.setter
    def Formula(self, value: Any) -> None:
        self.cells.formula = value

    @property
    def Worksheet(self) -> "Worksheet":
        from tests.com.excel import Worksheet

        return Worksheet(self.cells.sheet)

    @property
    def Row(self) -> int:
        return int(self.cells.row)

    @property
    def Column(self) -> int:
        return int(self.cells.column)

    @property
    def Rows(self) -> "Lines":
        return Lines(self.cells, 0)

    @property
    def Columns(self) -> "Lines":
        return Lines(self.cells, 1)

    @property
    def EntireRow(self) -> "EntireRow":
        return EntireRow(self.cells)

    @property
    def EntireColumn(self) -> "EntireColumn":
        return EntireColumn(self.cells)

    @property
    def Count(self) -> int:
        return len(self.cells)

    @property
    def Address(self) -> str:
        return str(self.cells.address)

    @property
    def NumberFormat(self) -> str:
        return str(self.cells.number_format)

    @NumberFormat.setter
    def NumberFormat(self, value: str) -> None:
        self.cells.number_format = value

    @property
    def ColumnWidth(self) -> float:
        return float(self.cells.column_width or 0)

    @property
    def RowHeight(self) -> float:
        return float(self.cells.row_height or 0)

    @RowHeight.setter
    def RowHeight(self, value: float) -> None:
        self.cells.row_height = value

    @property
    def Hyperlinks(self) -> "Hyperlinks":
        return Hyperlinks()

    @property
    def MergeCells(self) -> bool | None:
        found = self.cells.merge_cells
        return found if found is None else bool(found)

    def ClearContents(self) -> None:
        self.cells.clear_contents()

    def Clear(self) -> None:
        self.cells.clear()

    def Copy(self, Destination: "Block") -> None:
        self.cells.copy(Destination.cells)

    def Insert(self, Shift: int | None, CopyOrigin: int) -> None:  # noqa: ARG002 - formats are not compared
        self.cells.insert("right" if Shift == TO_THE_RIGHT else "down")

    def Delete(self, Shift: int | None) -> None:
        self.cells.delete("left" if Shift == TO_THE_LEFT else "up")

    def Select(self) -> None:
        self.cells.select()

    def Cells(self, row: int, column: int) -> "Range":
        return Range(self.cells(row, column))

    def Find(self, What: str, LookAt: int, MatchCase: bool, **_: object) -> "Range | None":  # noqa: FBT001 - Excel's
        found = self.cells.find(What, whole=LookAt == WHOLE, match_case=MatchCase)
        return Range(found) if isinstance(found, xw.Range) else None


Block = Range  # where a member has the name of the class


class Lines(Range):
    """The rows or the columns of a range: the same cells, counted along one axis."""

    def __init__(self, cells: xw.Range, axis: int) -> None:
        super().__init__(cells)
        self._axis = axis

    @property
    def Count(self) -> int:
        return int(self.cells.shape[self._axis])

    def AutoFit(self) -> None:
        (self.cells.columns if self._axis else self.cells.rows).autofit()


class EntireRow(Com):
    def __init__(self, cells: xw.Range) -> None:
        self._cells = cells

    @property
    def Hidden(self) -> Any:
        return self._cells.rows.hidden

    @Hidden.setter
    def Hidden(self, value: bool) -> None:
        self._cells.rows.hidden = value


class EntireColumn(Com):
    def __init__(self, cells: xw.Range) -> None:
        self._cells = cells

    def _hide(self, value: bool) -> None:  # noqa: FBT001 - as Excel's property takes it
        self._cells.columns.hidden = value

    Hidden = property(fset=_hide)


class Hyperlinks(Com):
    def Add(self, Anchor: Range, Address: str) -> "Hyperlink":
        return Hyperlink(Anchor.cells, Address)


class Hyperlink(Com):
    def __init__(self, cells: xw.Range, address: str) -> None:
        self._cells, self._address = cells, address
        self._text = address

    @property
    def TextToDisplay(self) -> str:
        return self._text

    @TextToDisplay.setter
    def TextToDisplay(self, value: str) -> None:
        self._text = value

    @property
    def ScreenTip(self) -> str:
        return ""

    @ScreenTip.setter
    def ScreenTip(self, value: str) -> None:
        self._cells.add_hyperlink(self._address, self._text, value)


def _errors() -> dict[str, int]:
    return {text: code for code, text in windows_engine().cell_errors.items()}


def _sent(value: Any) -> Any:
    """Turn a value into what pywin32 hands out: dates with a zone, errors as numbers."""
    if isinstance(value, dt.datetime):
        return ComTime.combine(value.date(), value.time(), dt.UTC)
    return _errors().get(value, value) if isinstance(value, CellError) else value


def _received(value: Any) -> Any:
    """Turn what xlwings sends into a plain value: it marks dates with a zone, and empty cells with an empty text."""
    if isinstance(value, dt.datetime):
        return value.replace(tzinfo=None)
    return None if value == "" else value
