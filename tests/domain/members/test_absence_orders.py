import datetime as dt

import pytest

from wg_excel.domain.group import Group
from wg_excel.domain.members.absence_orders import absence_order, absent_member, drafted_number, line_title
from wg_excel.domain.members.members import Member
from wg_excel.domain.work.documents import Document

DAY = dt.date(2026, 11, 22)
SECRETARY = Member(
    "1",
    "Черных Ольга Ивановна",
    "методист",
    "Секретарь",
    since=dt.date(2026, 1, 12),
    absent_since=dt.date(2026, 11, 23),
    absent_until=dt.date(2026, 12, 4),
    deputy="Соловьёва-Дюма А. М.",
)
DEPUTY = Member(
    "2", "Соловьёва-Дюма Алёна Михайловна", "Педагог-библиотекарь", "Член группы", since=dt.date(2026, 1, 12)
)


def group_of(*documents: Document, **changes: object) -> Group:
    away = Member(**{**{name: getattr(SECRETARY, name) for name in vars(SECRETARY)}, **changes})
    return Group({Member: (away, DEPUTY), Document: documents})


def test_the_deputy_carries_the_duties_from_the_first_day_to_the_last() -> None:
    group = group_of()
    member = absent_member(group, "Черных О. И.", DAY)
    assert member
    made = absence_order(group, member, DAY)
    assert made.title == "О временном исполнении обязанностей секретаря рабочей группы"
    assert made.basis == "В связи с временным отсутствием Черных Ольги Ивановны п р и к а з ы в а ю:"
    assert made.points[0].text == (
        "Возложить с 23 ноября 2026 г. по 4 декабря 2026 г. исполнение обязанностей секретаря рабочей группы "
        "на Соловьёву-Дюма Алёну Михайловну, педагога-библиотекаря."
    )
    assert "Секретарю" not in made.points[1].text  # who is away
    assert made.acquainted == ("Соловьёва-Дюма А. М.", "Черных О. И.")


def test_an_absence_without_an_end_lasts_as_long_as_it_does() -> None:
    group = group_of(absent_until=None)
    member = absent_member(group, SECRETARY.fio, DAY)
    assert member
    assert "с 23 ноября 2026 г. на период отсутствия исполнение" in absence_order(group, member, DAY).points[0].text


@pytest.mark.parametrize(
    "changes",
    [{"deputy": ""}, {"absent_since": None}, {"absent_until": dt.date(2026, 11, 21)}, {"until": dt.date(2026, 11, 1)}],
    ids=["no deputy", "not away", "back again", "left"],
)
def test_nobody_stands_in_where_there_is_no_need(changes: dict[str, object]) -> None:
    assert absent_member(group_of(**changes), SECRETARY.fio, DAY) is None


@pytest.mark.parametrize(("signed", "wanting"), [("", True), ("81-од", False)])
def test_an_absence_is_ordered_once(signed: str, wanting: bool) -> None:  # noqa: FBT001 - expected
    line = Document("12", "Приказ", line_title(SECRETARY), signed)
    group = group_of(line)
    assert drafted_number(group, line_title(SECRETARY)) == "12"
    assert (absent_member(group, SECRETARY.fio, DAY) is not None) is wanting
