import datetime as dt
from pathlib import Path

from wg_excel import buttons
from wg_excel.book.master import read_group
from wg_excel.book.opened import changing
from wg_excel.book.tables import read_cells, write_cells
from wg_excel.domain.history import HistoryEntry
from wg_excel.domain.imported.name_decisions import NameDecision
from wg_excel.domain.staff.teachers import Teacher

TODAY = dt.date(2026, 11, 22)


def decide(path: Path, teacher: str) -> tuple[str, str]:
    """Choose a teacher for the first name that waits; return the name and the teacher."""
    with changing(path) as book:
        line = read_group(book, (NameDecision,))[NameDecision][0]
        write_cells(book, NameDecision, {(line.row, "teacher"): teacher})
    return line.spelling, teacher


def test_names_that_wait_are_listed_with_proposals(demo_book: Path) -> None:
    with changing(demo_book) as book:
        found = read_group(book, (NameDecision,))[NameDecision]
    assert {line.spelling: bool(line.rows and line.why) for line in found} == {
        "Бойко М. С.": True,
        "Нестеренко Павел Андреевич": True,
    }
    assert next(line.proposals.count(";") for line in found if line.spelling == "Бойко М. С.") == 1


def test_the_next_monitoring_takes_a_decision_over_and_counts_the_rows(demo_book: Path) -> None:
    with changing(demo_book) as book:
        before = buttons.build_monitoring(book, today=TODAY)
        chosen = next(each.match.proposals[0].fio for each in before.waiting if each.match.spelling == "Бойко М. С.")
    spelling, teacher = decide(demo_book, chosen)
    with changing(demo_book) as book:
        after = buttons.build_monitoring(book, today=TODAY)
        group = read_group(book, (NameDecision, Teacher))
        history = read_cells(book, HistoryEntry).rows
    assert len(after.waiting) == len(before.waiting) - 1
    assert spelling not in {line.spelling for line in group[NameDecision]}
    assert next(one.export_name for one in group[Teacher] if one.fio == teacher).endswith(spelling)
    assert any(teacher in str(row[3]) and spelling in str(row[6]) for row in history)


def test_a_decision_for_nobody_stays_as_typed(demo_book: Path) -> None:
    spelling, _ = decide(demo_book, "Неизвестный Пётр")
    with changing(demo_book) as book:
        buttons.build_monitoring(book, today=TODAY)
        found = read_group(book, (NameDecision,))[NameDecision]
    assert next(line.teacher for line in found if line.spelling == spelling) == "Неизвестный Пётр"
