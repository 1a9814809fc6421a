from tests.sample_meeting import PEOPLE, group
from wg_excel.domain.meetings.extracts import extracts
from wg_excel.domain.meetings.protocol import protocol_of

NAMES = tuple(fio for fio, _ in PEOPLE)


def test_each_item_and_each_charged_member_has_an_extract() -> None:
    found = extracts(protocol_of(group(), "3"), NAMES)
    assert [each.title for each in found] == [
        "вопрос 1",
        "вопрос 2",
        "вопрос 3",
        "Аблялимова А. Р.",
        "Бондарь С. И.",
    ]


def test_an_executors_extract_holds_only_the_points_that_charge_them() -> None:
    found = {each.title: each.protocol for each in extracts(protocol_of(group(), "3"), NAMES)}
    (item,) = found["Аблялимова А. Р."].items
    assert [point.number for point in item.points] == ["1.2"]
    (item,) = found["Бондарь С. И."].items
    assert [point.number for point in item.points] == ["2.2"]


def test_an_items_extract_holds_it_whole() -> None:
    found = {each.title: each.protocol for each in extracts(protocol_of(group(), "3"), NAMES)}
    (item,) = found["вопрос 2"].items
    assert [point.number for point in item.points] == ["2.1", "2.2"]
    assert item.votes is not None
