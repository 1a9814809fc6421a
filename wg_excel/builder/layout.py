"""Where things stand on a sheet of tables (rows and columns counted from 0, as XlsxWriter does)."""

from wg_excel.domain.schema import Column, Table

TITLE, INSTRUCTION, NOTE, BUTTONS, HEADING = range(5)
FIRST = HEADING + 1

# Drop-downs and marks reach to this row, so that they hold for rows which are typed below the table.
LAST = 4999

FILTER_ARROW = 4  # characters beside the longest word of a heading
ONE_PAGE = 240  # characters: more would be too small to read on one A4 page; the first column is repeated on the next
FROZEN = 46  # characters: key columns wider than this would leave too little of the window to scroll


def width(column: Column) -> int:
    """Return a column's width in characters; the longest word of its heading always fits."""
    return max(column.width, max(map(len, column.title.split())) + FILTER_ARROW)


def total_width(table: Table) -> int:
    """Return the width of a whole table in characters."""
    return sum(map(width, table.columns))


def pages_wide(table: Table) -> int:
    """Return on how many pages side by side a table is printed."""
    return 1 if total_width(table) <= ONE_PAGE else 2


def text_column(table: Table) -> int:
    """Return where the text of the head begins: right of the column that is repeated on a second page."""
    return pages_wide(table) - 1


def key_columns(table: Table) -> int:
    """Return how many columns from the left tell a row: to the key where it is near, else the first one."""
    names = [column.name for column in table.columns]
    upto_key = names.index(table.key) + 1 if table.key else 1
    return upto_key if sum(map(width, table.columns[:upto_key])) <= FROZEN else 0
