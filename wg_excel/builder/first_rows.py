"""What a new workbook already holds: settings, rules, the school year's calendar, the conditions of A III."""

import datetime as dt
from collections.abc import Sequence

from wg_excel.domain.rules.checking import all_rules
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, RuleWeight, SchoolTerm, SettingLine, declared, in_cell
from wg_excel.domain.work.readiness import CONDITIONS, Readiness

Row = Sequence[object]

# A proposal for 2026/27: each school's own order moves these days.
TERMS = (
    ("1 четверть", dt.date(2026, 9, 1), dt.date(2026, 10, 23)),
    ("2 четверть", dt.date(2026, 11, 2), dt.date(2026, 12, 29)),
    ("3 четверть", dt.date(2027, 1, 11), dt.date(2027, 3, 26)),
    ("4 четверть", dt.date(2027, 4, 5), dt.date(2027, 5, 28)),
)
BREAKS = (
    (dt.date(2026, 10, 24), dt.date(2026, 11, 1), "Каникулы", "Осенние"),
    (dt.date(2026, 12, 30), dt.date(2027, 1, 10), "Каникулы", "Зимние"),
    (dt.date(2027, 3, 27), dt.date(2027, 4, 4), "Каникулы", "Весенние"),
)


def first_rows(school: str) -> dict[type[Record], Sequence[Row]]:
    """Return the rows of a new workbook by record class, their values in the order of the columns."""
    return {
        SettingLine: setting_rows(school),
        RuleWeight: rule_rows(),
        SchoolTerm: TERMS,
        DayOff: BREAKS,
        Readiness: [_padded(Readiness, condition) for condition in CONDITIONS],
    }


def setting_rows(school: str) -> list[Row]:
    """Return a row for each setting: its section, title, value and meaning."""
    return [
        (setting.section, setting.title, school if name == "school" else in_cell(default), setting.hint)
        for name, setting, default in declared()
    ]


def rule_rows() -> list[Row]:
    """Return a row for each rule of validation, its weight left to the program."""
    return [_padded(RuleWeight, rule.id, rule.about, rule.severity.value) for rule in all_rules()]


def _padded(record: type[Record], *values: object) -> Row:
    return (*values, *[None] * (len(record.table.columns) - len(values)))
