"""Every rule of the registry has an example that breaks it and one that keeps it."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.domain.conftest import findings
from wg_excel.domain.rules.checking import all_rules

EXAMPLES = Path(__file__).with_name("examples.txt")
# Rules that need more than tables: the tests that break and keep them.
ELSEWHERE = {
    "FLD-BELOW": (
        "book.test_inspecting",
        "test_rows_below_a_table_are_an_error_with_their_number",
        "test_moved_columns_and_hidden_rows_change_no_finding",
    ),
    "FLD-MERGE": (
        "book.test_inspecting",
        "test_merged_cells_in_a_table_are_an_error",
        "test_moved_columns_and_hidden_rows_change_no_finding",
    ),
    "FLD-HEAD": (
        "domain.test_fields",
        "test_a_missing_column_is_one_finding_and_a_fault_of_every_row",
        "test_columns_may_be_moved_and_added",
    ),
    "FLD-LEN": ("domain.test_columns", "test_a_text_is_as_long_as_its_cell_takes"),
    "MTG-4": ("domain.rules.test_attendance", "test_quorum_is_watched_only_where_the_school_wants_it"),
    "MTG-11": (
        "domain.rules.test_seals",
        "test_a_changed_cell_is_named_by_its_row_and_column",
        "test_an_unchanged_seal_is_silent",
    ),
    "ANS-1": ("domain.rules.test_deeds", "test_an_answer_that_was_not_brought_back_is_told"),
    "ANS-2": ("domain.rules.test_deeds", "test_a_silent_support_is_reminded_of_after_the_schools_term"),
    "TRN-1": ("domain.rules.test_deeds", "test_a_planned_training_is_not_forgotten"),
    "RMK-1": (
        "domain.rules.test_taken_remarks",
        "test_a_remark_whose_request_is_closed_while_it_stands_is_told",
        "test_a_remark_that_was_mended_or_dropped_is_quiet",
    ),
    "SET-1": ("domain.rules.test_settings", "test_each_particular_of_the_school_is_filled"),
    "SET-2": ("domain.rules.test_settings", "test_little_lies_below_the_norm"),
    "SET-3": (
        "domain.rules.test_weights",
        "test_a_lowered_rule_is_shown_with_its_new_weight_and_the_change",
        "test_a_rule_left_as_it_is_says_nothing",
    ),
}


class Example(NamedTuple):
    """A rule's tables as they break it and as they keep it."""

    rule: str
    today: str
    broken: str
    kept: str


def examples() -> Iterator[Example]:
    for part in re.split(r"\n(?=[A-Z]{3}-[A-Z0-9]+ \d{4}-)", EXAMPLES.read_text(encoding="utf-8"))[1:]:
        head, _, rest = part.partition("\n")
        rule, today = head.split()
        tables, *changes = re.split(r"\n==> ?", rest.rstrip("\n"))
        yield Example(rule, today, tables, _changed(tables, changes))


def _changed(tables: str, changes: list[str]) -> str:
    for change in changes:
        old, bar, new = change.partition(" | ")
        assert not bar or old in tables, (old, tables)
        tables = tables.replace(old, new) if bar else ""
    return tables


def rules(text: str, today: str) -> set[str]:
    return {finding.rule for finding in findings(text, today)}


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.rule)
def test_the_tables_break_the_rule_and_keep_it_when_changed(example: Example) -> None:
    assert example.rule in rules(example.broken, example.today)
    assert example.rule not in rules(example.kept, example.today)


def test_every_rule_of_the_registry_is_broken_and_kept_somewhere() -> None:
    assert {rule.id for rule in all_rules()} == {example.rule for example in examples()} | ELSEWHERE.keys()


@pytest.mark.parametrize("rule", ELSEWHERE)
def test_the_tests_of_the_other_rules_are_there(rule: str) -> None:
    module, *names = ELSEWHERE[rule]
    made = importlib.import_module(f"tests.{module}")
    assert all(callable(getattr(made, name)) for name in names)
