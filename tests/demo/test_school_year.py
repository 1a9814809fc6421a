"""The demo school year through the product's own reading and rules; the findings are the planted ones alone."""

import datetime as dt

import pytest

from wg_excel.demo import school_year
from wg_excel.domain.fields import parse_table
from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.lists import ALL_LISTS
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.rules.checking import check
from wg_excel.domain.schema import Record
from wg_excel.domain.setting_values import read_settings
from wg_excel.domain.settings import SettingLine
from wg_excel.domain.work.readiness import CONDITIONS, Readiness
from wg_excel.domain.work.training import Training

LISTS = {known.name: known.values for known in ALL_LISTS}
TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def group() -> Group:
    """Read the year as the workbook would give it; the first data row of each table counts as row 1."""
    records: dict[type[Record], tuple[Record, ...]] = {}
    findings: list[Finding] = []
    for record in school_year.RECORDS:
        records[record], found = parse_table(record, record.table.titles, school_year.rows(record), 1, LISTS)
        findings += found
    lines = school_year.rows(SettingLine)
    settings, wrong = read_settings({str(line[1]): (row, line[2]) for row, line in enumerate(lines, 1)})
    return Group(records, settings, LISTS, (*findings, *wrong))


def test_the_check_finds_exactly_the_planted_mistakes(group: Group) -> None:
    found = [(each.rule, each.place.sheet, each.place.row, each.place.column) for each in check(group, TODAY)]
    planted = [(each.rule, each.sheet, each.line, each.column) for each in school_year.planted()]
    assert sorted(found) == sorted(planted)


def test_no_rule_repeats_a_secret(group: Group) -> None:
    assert not [each.message for each in check(group, TODAY) if "Osen" in each.message or "000-00-00" in each.message]


def test_the_year_is_judged_by_its_own_fixed_day(group: Group) -> None:
    assert group.today() == TODAY


def test_the_files_carry_headings_of_the_sheets_in_their_order() -> None:
    named = {record: school_year.titles(record) for record in school_year.RECORDS if record is not SettingLine}
    assert named == {record: [title for title in record.table.titles if title in named[record]] for record in named}


def test_the_keys_of_the_planted_mistakes_stand_in_their_rows() -> None:
    tables = {record.table.sheet: record for record in school_year.RECORDS}
    for mistake in school_year.planted():
        record = tables[mistake.sheet]
        if record.table.key:
            names = [column.name for column in record.table.columns]
            row = school_year.rows(record)[mistake.line - 1]
            assert row[names.index(record.table.key)] == mistake.key


def test_every_condition_of_the_regulation_has_its_row() -> None:
    assert [row[0] for row in school_year.rows(Readiness)] == list(CONDITIONS)


def test_cells_are_what_a_spreadsheet_makes_of_typed_texts() -> None:
    first = school_year.rows(Meeting)[0]
    assert first[:4] == ["1", dt.date(2026, 1, 20), 14.5 / 24, pytest.approx((15 * 60 + 40) / 1440)]
    dates = [row[1] for row in school_year.rows(Training)]
    assert "31.02.2026" in dates
    assert dt.date(2026, 9, 10) in dates
    assert [row[7] for row in school_year.rows(Training)][:2] == [2.0, 1.5]
