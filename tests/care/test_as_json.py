import json

from tests.care.test_words import BOOK, COPY, A, B
from wg_excel.care import as_json
from wg_excel.care.copies import Compared
from wg_excel.care.differences import differences
from wg_excel.care.merging import plan_merge
from wg_excel.care.preference import Preference


def test_a_comparison_gives_rows_cells_and_columns() -> None:
    found = json.loads(json.dumps(as_json.compared(Compared(BOOK, COPY, differences(A, B)))))
    appeals = found["tables"][0]
    assert (found["a"], found["b"], appeals["table"], appeals["columns_b"]) == (
        "книга.xlsm",
        "книга (1).xlsm",
        "tblAppeals",
        ["Смета"],
    )
    assert appeals["only_a"] == [{"key": "3", "cells": {"№": 3.0, "Суть обращения": "Нужен отчёт"}}]
    assert [(row["key"], row["clash"]) for row in appeals["changed"]] == [("1", False), ("2", True)]
    assert appeals["changed"][1]["cells"][0] == {
        "column": "Дата",
        "a": "2026-09-02T00:00:00",
        "b": "2026-09-03T00:00:00",
    }


def test_a_merge_gives_what_was_added_kept_renumbered_and_left() -> None:
    found = json.loads(json.dumps(as_json.merged(plan_merge(A, B, Preference()))))
    (appeals,) = found["tables"]
    assert [row["key"] for row in appeals["appended"]] == ["4"]
    assert [row["key"] for row in appeals["kept"]] == ["1"]
    assert found["renumbered"] == [{"label": "Обращения", "old": "2", "new": "4"}]
    assert (found["tables_left"], found["sheets_left"]) == (["Моя"], ["Заметки"])
