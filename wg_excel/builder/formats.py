"""Cell formats by the role of the cell, each made once in a workbook."""

from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from wg_excel.builder import palette
from wg_excel.domain.schema import Kind

FONT = "Calibri"
BASE = {"font_name": FONT, "font_size": 11, "font_color": palette.INK, "valign": "top"}
DATE, TIME, MOMENT, INTEGER, NUMBER, PERCENT, TEXT = (
    "dd\\.mm\\.yyyy",
    "hh:mm",
    "dd\\.mm\\.yyyy hh:mm",
    "0",
    "General",
    "0%",
    "@",
)

# Text as text: a number such as 2026-001, a telephone or «1/2» must not turn into a date.
NUMBER_FORMATS = {
    Kind.TEXT: TEXT,
    Kind.FIO: TEXT,
    Kind.REFERENCE: TEXT,
    Kind.DATE: DATE,
    Kind.TIME: TIME,
    Kind.MOMENT: MOMENT,
    Kind.INTEGER: INTEGER,
    Kind.NUMBER: NUMBER,
}
CENTRED = frozenset({Kind.DATE, Kind.TIME, Kind.MOMENT, Kind.INTEGER, Kind.NUMBER})


class Formats:
    """The formats of one workbook; `make` gives any other on the same ground."""

    def __init__(self, workbook: xlsxwriter.Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def make(self, **facets: Any) -> Format:  # noqa: ANN401 - XlsxWriter's own facets: texts, numbers, flags
        """Return the format with XlsxWriter's facets over the workbook's font, made once."""
        whole = BASE | facets
        key = tuple(sorted(whole.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(whole)
        return self._made[key]

    def body(self, kind: Kind, **facets: Any) -> Format:  # noqa: ANN401 - as `make`
        """Return the format of a table's cell that holds this kind, with changes."""
        usual = {
            "num_format": NUMBER_FORMATS.get(kind, "General"),
            "text_wrap": kind not in CENTRED,
            "align": "center" if kind in CENTRED else "left",
            "bottom": 1,
            "bottom_color": palette.RULE,
            **({"font_color": palette.ACCENT, "underline": 1} if kind is Kind.LINK else {}),
        }
        return self.make(**(usual | facets))

    @property
    def title(self) -> Format:
        """Return the format of a sheet's name at its head."""
        return self.make(font_size=18, bold=True, font_color=palette.DEEP, valign="vcenter")

    @property
    def section(self) -> Format:
        """Return the format of a heading inside a page."""
        return self.make(font_size=13, bold=True, font_color=palette.DEEP, valign="vcenter")

    @property
    def instruction(self) -> Format:
        """Return the format of the line that says what to do on a sheet."""
        return self.make(valign="vcenter")

    @property
    def note(self) -> Format:
        """Return the format of small remarks."""
        return self.make(font_size=9, font_color=palette.MUTED, valign="vcenter")

    @property
    def link(self) -> Format:
        """Return the format of a link to another place."""
        return self.make(font_color=palette.ACCENT, underline=1, valign="vcenter")

    @property
    def blank(self) -> Format:
        """Return the format of cells above a table, which end the rules of its columns."""
        return self.make()

    @property
    def heading(self) -> Format:
        """Return the format of a column's heading."""
        return self.make(**_HEADING, bg_color=palette.SOFT, font_color=palette.DEEP)

    @property
    def required_heading(self) -> Format:
        """Return the format of the heading of a column that must be filled."""
        return self.make(**_HEADING, bg_color=palette.DEEP, font_color=palette.PAPER)

    @property
    def label(self) -> Format:
        """Return the format of the name of a figure."""
        return self.make(valign="vcenter", text_wrap=True)

    @property
    def value(self) -> Format:
        """Return the format of a figure on a page."""
        return self.make(bold=True, align="center", valign="vcenter")

    @property
    def percent(self) -> Format:
        """Return the format of a share on a page."""
        return self.make(bold=True, align="center", valign="vcenter", num_format=PERCENT)

    def state(self, state: palette.State, **facets: Any) -> Format:  # noqa: ANN401 - as `make`
        """Return the format of a cell in a state; its text should begin with the state's sign."""
        return self.make(font_color=state.text, bg_color=state.fill, **facets)

    @property
    def sum(self) -> Format:
        """Return the differential format of a line of sums."""
        return self._workbook.add_format({"bold": True})

    def mark(self, state: palette.State, *, signed: bool = False) -> Format:
        """Return the differential format that marks a cell conditionally, on demand with the state's sign."""
        sign = f'"{state.sign} "'
        signs = {"num_format": f"{sign}General;{sign}-General;{sign}General;{sign}@"} if signed else {}
        return self._workbook.add_format({"font_color": state.text, "bg_color": state.fill, **signs})

    def sign(self, state: palette.State) -> Format:
        """Return the differential format that puts a state's sign before a number and changes nothing else."""
        return self._workbook.add_format({"num_format": f'"{state.sign}"0'})


_HEADING = {
    "bold": True,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
    "border": 1,
    "border_color": palette.PAPER,
}
