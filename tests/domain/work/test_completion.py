import datetime as dt

import pytest

from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.completion import contradiction, contradicts_itself
from wg_excel.domain.work.plan import Activity

DAY = dt.date(2026, 10, 20)


@pytest.mark.parametrize(
    ("work", "column"),
    [
        (Assignment(status="Выполнено"), "done"),
        (Assignment(status="В работе", done=DAY), "status"),
        (Activity(status="Выполнено"), "done"),
        (Activity(status="Не начато", done=DAY), "status"),
    ],
)
def test_a_state_and_a_date_that_disagree_are_told_at_one_cell(work: Assignment | Activity, column: str) -> None:
    assert contradicts_itself(work)
    assert contradiction(work)[0] == column


@pytest.mark.parametrize(
    "work",
    [
        Assignment(status="Выполнено", done=DAY),
        Assignment(status="В работе"),
        Assignment(status="Снято", done=DAY),
        Assignment(status="Выполнено", faults=frozenset({"done"})),
        Activity(status="Отменено"),
    ],
)
def test_what_agrees_or_cannot_be_read_is_no_contradiction(work: Assignment | Activity) -> None:
    assert not contradicts_itself(work)
