import datetime as dt

from wg_excel.domain.appeals.appeal_journal import journal_lines, received_in
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeal_statistics import statistics
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.group import Group
from wg_excel.domain.periods import Period

TODAY = dt.date(2026, 11, 20)
PERIOD = Period(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
ORDINARY = "Обычный"  # five working days


def day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


def appeal(number: str, received: int, status: str, solved: int = 0, kind: str = "Техническая") -> Appeal:
    closed = day(solved) if solved else None
    return Appeal(number, day(received), help_kind=kind, priority=ORDINARY, status=status, solved=closed)


GROUP = Group(
    {
        Appeal: (
            appeal("1", 9, "Решено", 11),  # two days
            appeal("2", 9, "Решено", 18, "Методическая"),  # due on the 16th, two days late
            appeal("3", 9, "В работе"),  # overdue
            appeal("4", 19, "Новое"),
            appeal("5", 10, "Отклонено", 10),
            Appeal("6", dt.date(2026, 9, 1), status="Решено", solved=dt.date(2026, 9, 2)),
        ),
        ArchivedAppeal: (ArchivedAppeal("7", day(9), priority=ORDINARY, status="Решено", solved=day(12)),),
        AppealState: (
            AppealState("1", day(9), "Решено"),
            AppealState("1", day(10), "В работе"),
            AppealState("1", day(11), "Решено"),
        ),
    }
)


def test_the_whole_counts_every_appeal_of_the_period_with_the_archived() -> None:
    whole = statistics(GROUP, PERIOD, TODAY)[0]
    assert (whole.received, whole.solved, whole.rejected, whole.waiting) == (6, 3, 1, 2)
    assert (whole.in_term, whole.late, whole.overdue, whole.share) == (3, 1, 1, 60.0)
    assert (whole.days, whole.reopened) == (3.0, 1)


def test_every_cut_adds_up_to_the_whole() -> None:
    lines = statistics(GROUP, PERIOD, TODAY)
    for cut in {line.cut for line in lines[1:]}:
        assert sum(line.received or 0 for line in lines if line.cut == cut) == 6
    kinds = [(line.value, line.received) for line in lines if line.cut == "Вид помощи"]
    assert kinds == [("Техническая", 4), ("Методическая", 1), ("не указано", 1)]


def test_a_period_without_appeals_has_only_its_zeros() -> None:
    (whole,) = statistics(GROUP, Period(dt.date(2025, 1, 1), dt.date(2025, 3, 31)), TODAY)
    assert (whole.received, whole.share, whole.days) == (0, None, None)


def test_the_journal_is_in_the_order_of_days_and_notes_the_terms() -> None:
    lines = list(journal_lines(GROUP, received_in(GROUP, PERIOD, TODAY), TODAY))
    assert [(line.count, line.number) for line in lines] == [(1, "1"), (2, "2"), (3, "3"), (4, "7"), (5, "5"), (6, "4")]
    assert [line.term for line in lines[:3]] == [
        "закрыто в срок; открыто повторно: 1 раз",
        "закрыто с опозданием на 2 рабочих дня",
        "просрочено на 4 рабочих дня",
    ]
