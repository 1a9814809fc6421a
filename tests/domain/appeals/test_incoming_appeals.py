import datetime as dt

import pytest

from wg_excel.domain.appeals.incoming_appeals import LONGEST, Asked, Remark, drafted
from wg_excel.domain.group import Group
from wg_excel.domain.members.members import Member
from wg_excel.domain.staff.teachers import Teacher

TODAY = dt.date(2026, 11, 22)
GROUP = Group(
    {
        Teacher: (Teacher("Соколова Вера Павловна", email="V.Sokolova@mail.example"),),
        Member: (Member(code="1", fio="Жуков Кирилл Денисович", email="zhukov@school.example"),),
    }
)


@pytest.mark.parametrize(
    ("name", "address", "applicant", "category"),
    [
        ("Вера", "v.sokolova@mail.example", "Соколова Вера Павловна", "Педагог"),
        ("Соколова В. П.", "", "Соколова Вера Павловна", "Педагог"),
        ("", "zhukov@school.example", "Жуков Кирилл Денисович", "Член группы"),
        ("Орлова Ольга", "o@mail.example", "Орлова Ольга", ""),
        ("", "o@mail.example", "o@mail.example", ""),
    ],
)
def test_people_of_the_school_are_known_by_address_or_name(
    name: str, address: str, applicant: str, category: str
) -> None:
    draft, _ = drafted(GROUP, Asked("1", TODAY, applicant=name, address=address, essence="Где?"), TODAY)
    assert (draft.applicant, draft.category) == (applicant, category)


@pytest.mark.parametrize("day", [None, dt.date(2026, 11, 23), dt.date(1999, 1, 1)])
def test_an_impossible_day_becomes_today_and_is_told(day: dt.date | None) -> None:
    draft, remarks = drafted(GROUP, Asked("1", day, applicant="Вера", essence="Где?"), TODAY)
    assert (draft.date, remarks) == (TODAY, (Remark.UNDATED,))


def test_words_of_a_form_become_those_of_the_closed_lists() -> None:
    asked = Asked("1", TODAY, applicant="Вера", essence="Где?", category="педагог", priority="Обычний", theme="шкаф")
    draft, remarks = drafted(GROUP, asked, TODAY)
    assert (draft.category, draft.priority, draft.theme) == ("Педагог", "Обычный", "")
    assert remarks == (Remark.UNLISTED,)


def test_a_long_text_is_cut_between_words() -> None:
    draft, remarks = drafted(GROUP, Asked("1", TODAY, applicant="Вера", essence="слово " * LONGEST), TODAY)
    assert draft.essence.endswith("слово…")
    assert len(draft.essence) <= LONGEST + 1
    assert remarks == (Remark.LONG,)
