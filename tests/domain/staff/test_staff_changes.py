import datetime as dt

import pytest

from wg_excel.domain.members.members import Member
from wg_excel.domain.staff.staff import StaffChange
from wg_excel.domain.staff.staff_changes import compare
from wg_excel.domain.staff.teachers import Teacher

DAY = dt.date(2026, 11, 22)
PRESENT = (
    Teacher("Иванова Мария Петровна", subjects="Математика", row=6),
    Teacher("Королёва Алёна Петровна", classes="5А", row=7),
    Teacher("Сейтумеров Рустем Ахтемович", row=8),
)


def cells(change: StaffChange) -> list[str]:
    return [line for line in change.details if "→" in line and not line.startswith("Возможно")]


def test_new_people_are_added_and_absent_ones_are_only_named() -> None:
    change = compare(PRESENT, (*PRESENT[:2], Teacher("Даценко Ирина Андреевна")), DAY)
    assert change.new == ("Даценко Ирина Андреевна",)
    assert change.gone == ("Сейтумеров Рустем Ахтемович",)
    assert change.changed == ()


def test_a_changed_cell_is_told_with_its_old_and_new_value() -> None:
    change = compare(PRESENT, (Teacher("Королева Алена Петровна", classes="5А, 6Б"), PRESENT[0], PRESENT[2]), DAY)
    (update,) = change.updates["Королёва Алёна Петровна"]
    assert (update.row, update.column.name, update.old, update.new) == (7, "classes", "5А", "5А, 6Б")


@pytest.mark.parametrize(
    "listed",
    [
        Teacher("Иванова  Мария Петровна"),
        Teacher("ИВАНОВА МАРИЯ ПЕТРОВНА"),
        Teacher("Мария Петровна Иванова"),
        Teacher("Иванова М. П."),
        Teacher("М.П. Иванова"),
        Teacher("Иванова Мария"),
        Teacher("Ивановa Мария Петровна", subjects="математика"),
    ],
)
def test_a_person_is_known_by_any_usual_spelling_and_keeps_the_sheets_own(listed: Teacher) -> None:
    change = compare(PRESENT, (listed, *PRESENT[1:]), DAY)
    assert (change.is_empty, change.gone, change.unclear) == (True, (), ())


def test_a_short_name_on_the_sheet_becomes_the_full_one() -> None:
    change = compare((Teacher("Иванова М. П.", row=6),), (Teacher("Иванова Мария Петровна"),), DAY)
    assert cells(change) == ["Иванова М. П.: ФИО «Иванова М. П.» → «Иванова Мария Петровна»"]


def test_initials_that_fit_two_people_are_nobodys() -> None:
    present = (*PRESENT, Teacher("Иванова Майя Павловна", row=9))
    change = compare(present, (Teacher("Иванова М. П.", classes="9А"), *PRESENT[1:]), DAY)
    assert change.is_empty
    assert change.gone == ()
    assert change.unclear == (
        "«Иванова М. П.» подходит нескольким: Иванова Мария Петровна, Иванова Майя Павловна. Впишите имя полностью.",
    )


def test_the_order_of_a_lists_parts_is_no_change() -> None:
    present = (Teacher("Ким Олег Иванович", classes="5А, 6Б", row=6),)
    assert compare(present, (Teacher("Ким Олег Иванович", classes="6б; 5а"),), DAY).is_empty


NAMESAKES = (
    Teacher("Бойко Мария Степановна", subjects="Физика", email="b1@school.example", row=6),
    Teacher("Бойко Мария Степановна", subjects="Музыка", row=7),
)


def test_namesakes_are_told_apart_by_their_other_cells() -> None:
    listed = (
        Teacher("Бойко Мария Степановна", subjects="музыка", classes="1А"),
        Teacher("Бойко Мария Степановна", email="b1@school.example", classes="9А"),
    )
    change = compare(NAMESAKES, listed, DAY)
    assert [(one.row, one.new) for one in change.updates["Бойко Мария Степановна"]] == [(7, "1А"), (6, "9А")]


def test_namesakes_that_nothing_tells_apart_are_left_to_the_user() -> None:
    change = compare(NAMESAKES, (Teacher("Бойко Мария Степановна", classes="1А", row=5),), DAY)
    assert change.is_empty
    assert change.gone == ()
    assert "строка списка 5" in change.unclear[0]


def test_a_second_person_of_one_name_in_the_list_is_not_written_over_the_first() -> None:
    present = (Teacher("Ким Олег Иванович", subjects="Физика", row=6),)
    listed = (Teacher("Ким Олег Иванович", subjects="Физика", row=2), Teacher("Ким Олег Иванович", classes="1А", row=3))
    change = compare(present, listed, DAY)
    assert change.is_empty
    assert len(change.unclear) == 1


def test_a_line_that_the_list_repeats_counts_once() -> None:
    change = compare((), (Teacher("Ким Олег Иванович"), Teacher("Ким Олег Иванович")), DAY)
    assert change.new == ("Ким Олег Иванович",)


MARRIED = Teacher("Сидорова Мария Петровна", subjects="Математика")


def test_a_likely_new_family_name_is_offered_and_not_taken_for_granted() -> None:
    change = compare(PRESENT, (MARRIED, *PRESENT[1:]), DAY)
    assert [str(one) for one in change.likely] == ["Иванова Мария Петровна → Сидорова Мария Петровна"]
    assert (change.new, change.gone) == (("Сидорова Мария Петровна",), ("Иванова Мария Петровна",))


def test_a_new_family_name_keeps_the_row_and_the_name_before() -> None:
    change = compare(PRESENT, (MARRIED, *PRESENT[1:]), DAY, renamed=True)
    assert cells(change) == [
        "Иванова Мария Петровна: ФИО «Иванова Мария Петровна» → «Сидорова Мария Петровна»",
        "Иванова Мария Петровна: Имя в ЭлЖур «» → «Иванова Мария Петровна»",
    ]
    assert (change.new, change.gone, len(change.renamed)) == ((), (), 1)


def test_two_people_of_one_first_name_and_patronymic_are_never_taken_for_renamed() -> None:
    present = (PRESENT[0], Teacher("Петрова Мария Петровна", row=9))
    change = compare(present, (MARRIED,), DAY, renamed=True)
    assert (change.renamed, change.new) == ((), ("Сидорова Мария Петровна",))


def test_the_list_of_last_year_knows_the_name_before() -> None:
    present = (Teacher("Сидорова Мария Петровна", export_name="Иванова Мария Петровна", row=6),)
    assert compare(present, (PRESENT[0],), DAY).is_empty is False
    assert compare(present, (Teacher("Иванова Мария Петровна"),), DAY).is_empty


def test_who_has_left_is_not_gone_and_comes_back_with_the_list() -> None:
    present = (Teacher("Ким Олег Иванович", until=dt.date(2026, 8, 31), row=6),)
    assert compare(present, (), DAY).gone == ()
    assert cells(compare(present, (Teacher("Ким Олег Иванович"),), DAY)) == [
        "Ким Олег Иванович: Работает по «31.08.2026» → «»"
    ]


def test_those_who_are_gone_get_a_last_day_only_when_asked() -> None:
    assert compare(PRESENT, PRESENT[:2], DAY).is_empty
    change = compare(PRESENT, PRESENT[:2], DAY, left=True)
    assert cells(change) == ["Сейтумеров Рустем Ахтемович: Работает по «» → «22.11.2026»"]
    assert change.changed == ()


@pytest.mark.parametrize("said", ["Вакансия", "Итого: 45 человек", "Директор школы"])
def test_what_is_no_name_is_not_taken_for_a_new_person(said: str) -> None:
    change = compare(PRESENT, (*PRESENT, Teacher(said, row=99)), DAY)
    assert change.is_empty
    assert change.unclear == (f"«{said}» (строка списка 99): это не похоже на фамилию, имя и отчество.",)


def test_a_name_in_capitals_is_written_as_a_name() -> None:
    assert compare((), (Teacher("КИМ ОЛЕГ ИВАНОВИЧ"),), DAY).new == ("Ким Олег Иванович",)


def test_a_cell_that_could_not_be_read_changes_nothing() -> None:
    listed = Member("", MEMBERS[1].fio, role="Председатель", email="a@school.example", faults=frozenset({"role"}))
    assert cells(compare(MEMBERS, (MEMBERS[0], listed), DAY)) == [
        "Белова Анна Игоревна: Эл. почта «» → «a@school.example»"
    ]


SINCE = dt.date(2026, 1, 12)
MEMBERS = (
    Member("Ч-01", "Даценко Иван Андреевич", "директор", "Руководитель", since=SINCE, row=6),
    Member("Ч-02", "Белова Анна Игоревна", "учитель", "Член группы", "Администратор сайта", since=SINCE, row=7),
    Member("Ч-03", "Рудаков Степан Ефимович", "учитель", "Член группы", since=SINCE, until=dt.date(2026, 5, 31), row=8),
)


def added(change: StaffChange) -> list[tuple[str, str, str, str]]:
    return [
        (one.code, one.fio.split()[0], one.role, f"{one.since:%d.%m.%Y}")
        for one in change.added
        if isinstance(one, Member) and one.since
    ]


def test_another_role_is_a_new_row_and_ends_the_old_one() -> None:
    listed = (MEMBERS[0], Member("", "Белова Анна Игоревна", role="Секретарь", since=dt.date(2026, 12, 1)))
    change = compare(MEMBERS, listed, DAY)
    assert added(change) == [("Ч-04", "Белова", "Секретарь", "01.12.2026")]
    assert cells(change) == ["Белова Анна Игоревна: В составе по «» → «30.11.2026»"]
    assert change.details[1] == "Белова Анна Игоревна: новая строка – Секретарь, в составе с 01.12.2026"
    assert (change.new, change.changed) == ((), ("Белова Анна Игоревна",))


def test_a_role_corrected_with_the_same_first_day_is_the_same_row() -> None:
    listed = (MEMBERS[0], Member("", "Белова Анна Игоревна", role="Секретарь", since=SINCE))
    assert cells(compare(MEMBERS, listed, DAY)) == ["Белова Анна Игоревна: Роль «Член группы» → «Секретарь»"]


def test_a_member_who_left_comes_back_in_a_row_of_their_own() -> None:
    listed = (*MEMBERS[:2], Member("", "Рудаков Степан Ефимович", role="Секретарь", since=dt.date(2026, 10, 1)))
    change = compare(MEMBERS, listed, DAY)
    assert added(change) == [("Ч-04", "Рудаков", "Секретарь", "01.10.2026")]
    assert change.updates == {}


def test_the_same_list_of_members_again_changes_nothing() -> None:
    assert compare(MEMBERS, MEMBERS, DAY).is_empty
    assert compare(MEMBERS, MEMBERS, DAY).gone == ()


def test_a_member_of_a_new_family_name_keeps_the_one_before() -> None:
    listed = (MEMBERS[0], Member("", "Громова Анна Игоревна"))
    change = compare(MEMBERS, listed, DAY, renamed=True)
    assert cells(change)[1] == "Белова Анна Игоревна: Прежнее имя «» → «Белова Анна Игоревна»"


def test_the_sentence_counts_and_names() -> None:
    change = compare(PRESENT, (PRESENT[0], Teacher("Даценко Ирина Андреевна")), DAY)
    assert str(change) == (
        "Новых: 1 (Даценко Ирина Андреевна); изменено: 0; "
        "нет в списке (не удалены): 2 (Королёва Алёна Петровна, Сейтумеров Рустем Ахтемович); не принято: 0. "
        "Кто выбыл, тому впишите последний день в его строке («В составе по» или «Работает по»)."
    )


def test_everyone_who_is_gone_is_named_where_the_sentence_names_only_some() -> None:
    people = tuple(Teacher(f"{family} Олег Иванович") for family in ("Ким", "Ли", "Пак", "Цой", "Хан", "Тян"))
    change = compare(people, (), DAY)
    assert "и другие" in str(change)
    assert change.details == (f"Нет в списке: {', '.join(one.fio for one in people)}",)
