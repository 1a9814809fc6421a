import datetime as dt

from tests.domain.conftest import group_of
from wg_excel.domain.index import Index

DAY = dt.date(2026, 9, 1)


def index() -> Index:
    return group_of(
        """
        Члены группы
        Код  ФИО                      Роль          В составе с  В составе по
        1    Иванова Ольга Сергеевна  Член группы   2026-01-12   2026-05-31
        2    Иванова Ольга Сергеевна  Руководитель  2026-06-01
        3    Иванова Оксана Петровна  Член группы   2026-01-12
        4    Мамедов Али Гасан оглы   Член группы   2026-01-12

        Заседания
        №  Дата        Статус
        1  2026-02-10  Проведено
        """
    ).index


def test_a_person_is_found_however_the_name_is_written() -> None:
    found = {
        index().find("tblMembers", name)
        for name in ("Иванова Ольга Сергеевна", "иванова  ольга сергеевна", "Ольга Сергеевна Иванова", "Иванова О. С.")
    }
    assert found == {"Иванова Ольга Сергеевна"}


def test_a_short_name_of_namesakes_finds_nobody_but_names_both() -> None:
    assert index().find("tblMembers", "Иванова О.") == ""
    assert len(index().candidates("tblMembers", "Иванова О.")) == 2


def test_other_names_are_not_found() -> None:
    for name in ("Иванова", "Иванова А. С.", "Петрова О. С.", "Иванова Ольга Петровна", ""):
        assert index().candidates("tblMembers", name) == ()


def test_a_number_is_found_with_and_without_its_sign() -> None:
    assert index().find("tblMeetings", "№ 1") == index().find("tblMeetings", "1") == "1"
    assert index().meeting("2") is None


def test_memberships_of_one_person_belong_together() -> None:
    assert [one.code for one in index().memberships("Иванова О. С.")] == ["1", "2"]
    assert index().was_member("Иванова О. С.", DAY, DAY)
    assert not index().was_member("Иванова О. С.", dt.date(2025, 1, 1), dt.date(2026, 1, 11))


def test_the_composition_of_a_day_names_each_once() -> None:
    assert index().composition(dt.date(2026, 1, 12)) == (
        "Иванова Ольга Сергеевна",
        "Иванова Оксана Петровна",
        "Мамедов Али Гасан оглы",
    )
    assert index().composition(dt.date(2025, 12, 31)) == ()


def test_a_person_is_found_by_a_former_name_in_full_or_by_its_family_name_alone() -> None:
    renamed = group_of(
        """
        Члены группы
        Код  ФИО                  Роль         В составе с  Прежнее имя
        1    Ряба Нина Фёдоровна  Член группы  2026-01-12   Курочкина; Гусева Нина Федотовна
        """
    ).index
    for name in ("Курочкина Нина Фёдоровна", "Курочкина Н. Ф.", "Гусева Нина Федотовна", "Гусева Н. Ф."):
        assert renamed.find("tblMembers", name) == "Ряба Нина Фёдоровна"
    assert renamed.candidates("tblMembers", "Курочкина А. Ф.") == ()
