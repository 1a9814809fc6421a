"""Where things stand on a sheet of tables (rows and columns counted from 0, as XlsxWriter does)."""

from wg_excel.domain.schema import Column, Table

TITLE, INSTRUCTION, NOTE, BUTTONS, HEADING = range(5)
FIRST = HEADING + 1

# Drop-downs and marks reach to this row, so that they hold for rows which are typed below the table.
LAST = 4999

FILTER_ARROW = 4  # characters beside the longest word of a heading
ONE_PAGE = 240  # characters: more would be too small to read on one A4 page
TWO_PAGES = 500  # more takes a third page
KEYS = 46  # characters: key columns wider than this would leave too little of the window to scroll

# Where the key does not tell a reader what a row is about, the columns up to this one do.
TELLING = {"tblMonitoring": "teacher"}


def width(column: Column) -> int:
    """Return a column's width in characters; the longest word of its heading always fits."""
    return max(column.width, max(map(len, column.title.split())) + FILTER_ARROW)


def total_width(table: Table) -> int:
    """Return the width of a whole table in characters."""
    return sum(width(column) for column in table.columns if not column.hidden)


def pages_wide(characters: int) -> int:
    """Return on how many pages side by side this width is printed."""
    return min(-(-characters // ONE_PAGE), 2 if characters <= TWO_PAGES else 3)


def frozen_columns(table: Table) -> int:
    """Return how many columns stay on the screen: up to the one that tells, or to the key where it is near."""
    if table.name in TELLING:
        return _up_to(table, TELLING[table.name])
    keys = _up_to(table, table.key) if table.key else 1
    return keys if sum(map(width, table.columns[:keys])) <= KEYS else 0


def repeated_columns(table: Table) -> int:
    """Return how many columns the second page of a wide table repeats."""
    if pages_wide(total_width(table)) == 1:
        return 0
    return frozen_columns(table) if table.name in TELLING else 1


def text_column(table: Table) -> int:
    """Return where the text of the head begins: right of a narrow repeated column, which would cut it on page two."""
    return 1 if repeated_columns(table) == 1 else 0


def _up_to(table: Table, name: str) -> int:
    return [column.name for column in table.columns].index(name) + 1
