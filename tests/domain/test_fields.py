import datetime as dt

import pytest

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.fields import parse_table
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.rules.checking import all_rules

DAY = dt.datetime(2026, 9, 1)  # noqa: DTZ001 - a workbook's days have no zone
TITLES = Meeting.table.titles


@pytest.fixture(autouse=True)
def _registered() -> None:
    all_rules()


def row(**cells: object) -> list[object]:
    values: dict[str, object] = {"number": 1.0, "date": DAY, "status": "Проведено", **cells}
    return [values.get(column.name) for column in Meeting.table.columns]


def test_rows_become_records_with_their_row_of_the_sheet() -> None:
    meetings, findings = parse_table(Meeting, TITLES, [row(), row(number=2.0)], 6, {})
    assert [(one.number, one.date, one.row) for one in meetings] == [("1", DAY.date(), 6), ("2", DAY.date(), 7)]
    assert not findings


def test_blank_rows_are_skipped_and_do_not_shift_the_others() -> None:
    blank: list[object] = [None] * len(TITLES)
    meetings, _ = parse_table(Meeting, TITLES, [row(), blank, ["  "] * len(TITLES), row(number=2.0)], 6, {})
    assert [one.row for one in meetings] == [6, 9]


def test_columns_may_be_moved_and_added() -> None:
    titles = ["Свой столбец", *reversed(TITLES)]
    meetings, findings = parse_table(Meeting, titles, [["своё", *reversed(row())]], 6, {})
    assert (meetings[0].number, meetings[0].status, findings) == ("1", "Проведено", ())


def test_headings_are_found_in_other_case_and_with_stray_blanks() -> None:
    titles = [f" {title.upper()} *" for title in TITLES]
    assert not parse_table(Meeting, titles, [row()], 6, {})[1]


def test_a_missing_column_is_one_finding_and_a_fault_of_every_row() -> None:
    titles = ["Дата заседания" if title == "Дата" else title for title in TITLES]
    meetings, findings = parse_table(Meeting, titles, [row(), row(number=2.0)], 6, {})
    assert [one.faults for one in meetings] == [{"date"}, {"date"}]
    assert [(one.rule, one.place.row) for one in findings] == [("FLD-HEAD", 0)]
    assert "«Дата заседания»" in findings[0].message


def test_of_two_columns_with_one_heading_the_left_is_read() -> None:
    meetings, findings = parse_table(Meeting, [*TITLES, "Статус"], [[*row(), "Отменено"]], 6, {})
    assert (meetings[0].status, [one.rule for one in findings]) == ("Проведено", ["FLD-HEAD"])


def test_a_finding_names_row_column_and_key() -> None:
    _, (finding,) = parse_table(Meeting, TITLES, [row(date="31.02.2026")], 6, {})
    assert (finding.place.sheet, finding.place.table, finding.place.row, finding.place.column) == (
        "Заседания",
        "tblMeetings",
        6,
        "Дата",
    )
    assert finding.message.startswith("№ 1, «Дата»: «31.02.2026»")
    assert finding.about == "1 Дата"


def test_an_unreadable_cell_is_a_fault_a_blank_or_doubtful_one_is_not() -> None:
    rows = [row(date="31.02.2026"), row(number=2.0, date=None), row(number=3.0, date="1.9.2026")]
    meetings, _ = parse_table(Meeting, TITLES, rows, 6, {})
    assert [one.faults for one in meetings] == [{"date"}, set(), set()]


def test_a_repeated_key_is_reported_at_its_second_row() -> None:
    _, (finding,) = parse_table(Meeting, TITLES, [row(), row()], 6, {})
    assert (finding.rule, finding.place.row) == ("FLD-KEY", 7)
    assert "в строке 6" in finding.message


def test_an_empty_table_has_neither_records_nor_findings() -> None:
    assert parse_table(Appeal, Appeal.table.titles, [], 6, {}) == ((), ())
