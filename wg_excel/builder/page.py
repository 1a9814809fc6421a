"""Print set-up of a sheet: A4, margins, fitted width, header and footer."""

from xlsxwriter.worksheet import Worksheet

A4 = 9
MARGINS = {"left": 0.5, "right": 0.4, "top": 0.6, "bottom": 0.6}  # inches
FOOTER = "&L&8&F&C&8&A&R&8Стр. &P из &N"


def landscape(sheet: Worksheet, *, pages_wide: int = 1) -> None:
    """Print a sheet on A4 landscape, its width fitted to a number of pages."""
    sheet.set_landscape()
    _set_up(sheet, pages_wide, 0)


def portrait(sheet: Worksheet, *, pages_wide: int = 1, pages_high: int = 0) -> None:
    """Print a sheet on A4 portrait; a height of 0 takes as many pages as the rows need."""
    sheet.set_portrait()
    _set_up(sheet, pages_wide, pages_high)


def _set_up(sheet: Worksheet, pages_wide: int, pages_high: int) -> None:
    sheet.set_paper(A4)
    sheet.set_margins(**MARGINS)
    sheet.set_footer(FOOTER, {"margin": 0.3})
    sheet.fit_to_pages(pages_wide, pages_high)
    sheet.hide_gridlines(2)
