import pytest

from wg_excel.builder.layout import FILTER_ARROW, frozen_columns, pages_wide, repeated_columns, text_column, width
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.meetings.meetings import Attendance
from wg_excel.domain.members.members import Member
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.records import RECORDS
from wg_excel.domain.schema import Column, Kind, Record
from wg_excel.domain.work.readiness import Readiness

WIDEST_WINDOW = 60  # characters of key columns that still leave half of a laptop's window


def test_a_column_is_never_narrower_than_the_longest_word_of_its_heading_and_the_filter_arrow() -> None:
    column = Column("abstained", "Всего воздержались", Kind.INTEGER, width=7)
    assert width(column) == len("воздержались") + FILTER_ARROW


def test_a_declared_width_is_kept_where_it_suffices() -> None:
    assert width(Column("note", "Примечание", Kind.LONG_TEXT, width=30)) == 30


@pytest.mark.parametrize(
    ("record", "frozen"),
    [(Appeal, ["№"]), (Member, ["Код", "ФИО"]), (Attendance, ["Заседание"])],
)
def test_the_columns_that_tell_a_row_stay_on_the_screen(record: type[Record], frozen: list[str]) -> None:
    assert list(record.table.titles[: frozen_columns(record.table)]) == frozen


def test_a_first_column_that_fills_the_window_is_not_frozen() -> None:
    assert frozen_columns(Readiness.table) == 0


@pytest.mark.parametrize("record", RECORDS)
def test_frozen_columns_leave_room_to_scroll(record: type[Record]) -> None:
    frozen = record.table.columns[: frozen_columns(record.table)]
    assert sum(map(width, frozen)) <= WIDEST_WINDOW


def test_a_wide_table_is_printed_on_two_pages_and_repeats_what_tells_a_row() -> None:
    assert [pages_wide(characters) for characters in (100, 240, 241, 500, 528)] == [1, 1, 2, 2, 3]
    assert repeated_columns(Appeal.table) == 1
    assert MonitoringLine.table.titles[: repeated_columns(MonitoringLine.table)][-1] == "Педагог"
    assert repeated_columns(Attendance.table) == 0


def test_the_head_stands_beside_a_narrow_repeated_column_which_would_cut_it() -> None:
    assert [text_column(record.table) for record in (Appeal, Attendance, MonitoringLine)] == [1, 0, 0]
