from wg_excel.domain.imported.facts import Export, RejectedRow
from wg_excel.domain.imported.rejected_rows import RejectedLine, rejected_lines, standing_lines


def test_each_rejected_row_has_its_line_and_the_last_tells_of_more() -> None:
    export = Export("а.csv", "lessons", "", rejected=(RejectedRow(7, "нет даты"),), rejected_rows=3)
    assert rejected_lines(4, export) == [
        RejectedLine("4", "а.csv", 7, "нет даты"),
        RejectedLine("4", "а.csv", None, "…и ещё отклонено строк: 2"),
    ]


def test_beyond_what_is_looked_through_only_the_number_of_rows_is_told() -> None:
    export = Export("а.csv", "lessons", "", rejected=(RejectedRow(7, "нет даты"), RejectedRow(8, "")), rejected_rows=2)
    assert [line.reason for line in rejected_lines(4, export, 1)] == ["нет даты", "…и ещё отклонено строк: 1"]
    assert [line.reason for line in rejected_lines(4, export, -5)] == ["…и ещё отклонено строк: 2"]


def test_an_import_without_rejected_rows_has_no_line() -> None:
    assert rejected_lines(4, Export("а.csv", "lessons", "")) == []


def test_lines_go_with_the_import_that_is_covered() -> None:
    first, second = RejectedLine("1", "а.csv", 7, "нет даты"), RejectedLine("2", "б.csv", 9, "нет даты")
    assert standing_lines([first, second], [1]) == [second]
