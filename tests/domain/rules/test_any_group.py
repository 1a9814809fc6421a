"""Whatever stands in the cells, the check says something and never fails."""

import datetime as dt
from typing import Any

from hypothesis import given, settings, strategies as st

from wg_excel.domain.fields import parse_table
from wg_excel.domain.findings import Finding
from wg_excel.domain.group import Group
from wg_excel.domain.records import RECORDS
from wg_excel.domain.rules.checking import check
from wg_excel.domain.schema import Column, Record
from wg_excel.domain.settings import QUARTER_KINDS, Settings

NAMES = st.sampled_from(
    ["Даценко Иван Андреевич", "Белова А. И.", "Белова Анна Игоревна", "Белова Алла Ильинична", "Ким"]
)
NUMBERS = st.sampled_from([1.0, 2.0, "1", "№ 2", "2026-001", "б/н", "1/2026", 1.5])
DAYS = st.datetimes(dt.datetime(1899, 12, 31), dt.datetime(2230, 1, 1))  # noqa: DTZ001 - a workbook's days
TODAY = st.dates(dt.date(2025, 1, 1), dt.date(2028, 1, 1))
JUNK = st.one_of(
    st.text(max_size=20), st.booleans(), st.floats(), st.sampled_from(["#REF!", "—", "31.02.2026", "1.9.26"])
)


def cells(column: Column) -> st.SearchStrategy[Any]:
    listed = [st.sampled_from(column.choices.values)] if column.choices else []
    return st.one_of(st.none(), *listed, *listed, NAMES, NUMBERS, DAYS, JUNK)


@st.composite
def groups(draw: st.DrawFn) -> Group:
    records: dict[type[Record], tuple[Record, ...]] = {}
    findings: list[Finding] = []
    for record in draw(st.lists(st.sampled_from(RECORDS), unique=True, max_size=4)):
        rows = draw(st.lists(st.tuples(*map(cells, record.table.columns)), max_size=4))
        records[record], found = parse_table(record, record.table.titles, rows, 6, {})
        findings += found
    school = Settings(
        quarters=draw(st.sampled_from([*QUARTER_KINDS, "иное"])),
        quorum=draw(st.sampled_from([0.0, 0.5, 1.0, 67.0])),
        order_date=draw(st.none() | TODAY),
        director=draw(st.sampled_from(["", "Белова А. И.", "Ким"])),
    )
    return Group(records, school, {}, tuple(findings))


@settings(max_examples=150, deadline=None)
@given(groups(), TODAY)
def test_any_group_is_checked_and_every_finding_is_complete(group: Group, today: dt.date) -> None:
    for finding in check(group, today):
        assert finding.rule
        assert finding.message
        assert not finding.place.row or finding.place.row >= 6
