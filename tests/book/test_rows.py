import datetime as dt

from wg_excel.book.rows import cells_of
from wg_excel.domain.meetings.meetings import Meeting


def test_a_record_becomes_cells_in_the_order_of_its_columns() -> None:
    cells = cells_of(Meeting("3", dt.date(2026, 10, 15), dt.time(14, 30)))
    assert cells[:4] == ["3", dt.datetime(2026, 10, 15), 14.5 / 24, None]  # noqa: DTZ001 - cells know no zone
    assert set(cells[4:]) == {None}
