import pytest

from wg_excel.domain.members.members import Member
from wg_excel.domain.staff.staff_headings import is_named_for, read_sheet
from wg_excel.domain.staff.teachers import Teacher

HEAD = ["№", "Ф. И. О.", "Преподаваемый предмет", "Кл. рук.", "Отметка"]


def test_headings_of_other_words_stand_under_the_tables_own() -> None:
    sheet = read_sheet(Teacher.table, "Лист1", [["Список"], [], HEAD, [1, "Ким Олег Иванович", "Физика", "7А", ""]])
    assert sheet is not None
    row = dict(zip(sheet.titles, sheet.rows[0], strict=True))
    assert (row["ФИО"], row["Предметы"], row["Классное руководство"]) == ("Ким Олег Иванович", "Физика", "7А")
    assert sheet.first_row == 4


@pytest.mark.parametrize("said", ["уволен 31.08.2026", "Выбыла", "выбывший", "исключён из состава"])
def test_a_row_that_says_so_has_left(said: str) -> None:
    sheet = read_sheet(Teacher.table, "Лист1", [HEAD, [1, "Ким Олег Иванович", "Физика", "7А", said]])
    assert sheet is not None
    assert (sheet.left, sheet.rows[0][-1]) == (1, None)


@pytest.mark.parametrize("said", ["работает", "не уволен", "", None, "декрет"])
def test_other_remarks_do_not_make_a_row_leave(said: str | None) -> None:
    sheet = read_sheet(Teacher.table, "Лист1", [HEAD, [1, "Ким Олег Иванович", "Физика", "7А", said]])
    assert sheet is not None
    assert (sheet.left, sheet.rows[0][-1]) == (0, "Ким Олег Иванович")


def test_a_short_row_lacks_its_last_cells_and_is_read() -> None:
    sheet = read_sheet(Teacher.table, "Лист1", [["Фамилия", "Имя", "Отчество", "Классы"], ["Ким", "Олег"]])
    assert sheet is not None
    assert sheet.rows[0][-1] == "Ким Олег"


def test_a_sheet_without_names_lists_nobody() -> None:
    assert read_sheet(Teacher.table, "Лист1", [["Класс", "Предмет"], ["5А", "Физика"]]) is None


def test_a_members_order_is_known_by_its_short_heading() -> None:
    sheet = read_sheet(Member.table, "Состав", [["ФИО", "Роль в группе", "Приказ"]])
    assert sheet is not None
    assert sheet.titles == ("", "Роль", "Приказ о включении", "ФИО")


@pytest.mark.parametrize(("name", "named"), [("Учителя", True), ("педагоги ", True), ("Ученики", False)])
def test_a_sheets_name_may_say_what_it_lists(name: str, *, named: bool) -> None:
    assert is_named_for(Teacher.table, name) is named


def test_rows_that_name_nobody_are_counted_and_signatures_below_are_not() -> None:
    rows: list[list[object]] = [
        [*HEAD],
        ["", "", "Химия", "", ""],
        ["Директор ________", "", "", "", ""],
        [1, "Ким Олег Иванович", "", "", ""],
    ]
    sheet = read_sheet(Teacher.table, "Лист1", rows)
    assert sheet is not None
    assert [row[-1] for row in sheet.rows] == [None, None, "Ким Олег Иванович"]
    assert sheet.nameless == 1
