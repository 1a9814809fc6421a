import datetime as dt

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.corrections import CORRECT, UNDO, Change, Rows, corrections, label, last_changes
from wg_excel.domain.schema import Record
from wg_excel.domain.staff.teachers import Teacher

NAME = "Семёнова Анна Олеговна"
FIRST, SECOND, THIRD = (dt.datetime(2026, 11, 22, hour) for hour in (9, 10, 11))  # noqa: DTZ001 - a workbook's days


def rows(record: type[Record], *lines: dict[str, object]) -> Rows:
    names = [column.name for column in record.table.columns]
    return Rows(record.table.titles, [[line.get(name) for name in names] for line in lines], 6)


def found(tables: dict[type[Record], Rows]) -> list[str]:
    return [f"{label(each.cell)}: {each.old} → {each.became}" for each in corrections(tables, {})]


def change(when: dt.datetime, cell: str) -> Change:
    return Change(when, cell, "№ 1, «Дата»", "было", "стало")


def test_corrections_come_row_by_row_and_name_the_row_by_its_corrected_key() -> None:
    appeals = rows(
        Appeal,
        {"number": "2026-001 ", "date": "01.09.2026", "status": "решено"},
        {"number": "2026-002", "theme": "иное"},
    )
    assert found({Appeal: appeals}) == [
        "№ 2026-001, «№»: 2026-001  → 2026-001",
        "№ 2026-001, «Дата»: 01.09.2026 → 01.09.2026",
        "№ 2026-001, «Статус»: решено → Решено",
        "№ 2026-002, «Тема»: иное → Иное",
    ]


def test_a_name_follows_the_corrected_spelling_of_its_own_sheet() -> None:
    tables: dict[type[Record], Rows] = {
        Teacher: rows(Teacher, {"fio": f"{NAME} "}),
        Appeal: rows(Appeal, {"number": "1", "applicant": "семенова анна олеговна"}),
    }
    assert found(tables) == [
        f"{NAME}, «ФИО»: {NAME}  → {NAME}",
        f"№ 1, «Заявитель»: семенова анна олеговна → {NAME}",
    ]


def test_of_two_people_who_differ_in_one_letter_neither_is_chosen() -> None:
    tables: dict[type[Record], Rows] = {
        Teacher: rows(Teacher, {"fio": NAME}, {"fio": NAME.replace("ё", "е")}),
        Appeal: rows(Appeal, {"number": "1", "applicant": NAME.replace("ё", "е")}),
    }
    assert found(tables) == []


def test_the_spelling_of_exports_is_left_as_typed() -> None:
    assert found({Teacher: rows(Teacher, {"fio": NAME, "export_name": "Сeмёнова А.О."})}) == []


def test_missing_columns_hide_nothing_of_the_others() -> None:
    assert found({Appeal: Rows(("Статус",), [["решено"]], 6)}) == ["Строка 6, «Статус»: решено → Решено"]


def test_the_last_press_is_taken_back_first() -> None:
    lines = [(CORRECT, change(FIRST, "A1")), (CORRECT, change(SECOND, "A2")), (CORRECT, change(SECOND, "A3"))]
    assert [each.address for each in last_changes(lines)] == ["A2", "A3"]
    lines.append((UNDO, change(THIRD, "A2")))
    assert [each.address for each in last_changes(lines)] == ["A1"]


def test_nothing_is_left_to_take_back_once_it_is_taken_back() -> None:
    assert last_changes([(CORRECT, change(FIRST, "A1")), (UNDO, change(SECOND, "A1"))]) == ()
    assert last_changes([]) == ()
