import datetime as dt
from itertools import pairwise

from wg_excel.builder.first_rows import BREAKS, TERMS, first_rows, rule_rows
from wg_excel.domain.rules.checking import all_rules
from wg_excel.domain.settings import SettingLine

DAY = dt.timedelta(days=1)


def test_breaks_fill_the_days_between_the_terms() -> None:
    assert [(first, last) for first, last, _, _ in BREAKS] == [
        (before[2] + DAY, after[1] - DAY) for before, after in pairwise(TERMS)
    ]


def test_rows_have_a_value_for_every_column() -> None:
    for record, rows in first_rows("МБОУ «Школа № 5»").items():
        assert {len(row) for row in rows} == {len(record.table.columns)}, record


def test_every_rule_is_listed_with_its_own_weight_and_none_of_the_schools() -> None:
    rows = rule_rows()
    assert [row[0] for row in rows] == [rule.id for rule in all_rules()]
    assert {row[2] for row in rows} <= {"Ошибка", "Предупреждение", "Сведение"}
    assert {row[3] for row in rows} == {None}


def test_the_school_that_was_named_stands_in_the_settings() -> None:
    values = {row[1]: row[2] for row in first_rows("МБОУ «Школа № 5»")[SettingLine]}
    assert values["Наименование школы"] == "МБОУ «Школа № 5»"
