import pytest

from tests.sample_meeting import ITEMS, MEETING, attendance, but, group, members
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.meetings.protocol import protocol_of
from wg_excel.domain.meetings.protocol_checks import missing
from wg_excel.domain.meetings.protocol_gaps import ProtocolNotReady


def gaps(**changes: object) -> list[str]:
    changed = group(**changes)  # type: ignore[arg-type]
    return [type(gap).__name__ for gap in missing(changed, changed[Meeting][0])]


def test_a_complete_meeting_lacks_nothing() -> None:
    assert gaps() == []


def test_each_missing_thing_is_named() -> None:
    assert gaps(meeting=but(MEETING, status="Запланировано")) == ["NotHeld"]
    assert gaps(meeting=but(MEETING, date=None)) == ["NoDate"]
    assert gaps(meeting=but(MEETING, chair="")) == ["NoOfficer"]
    assert gaps(meeting=but(MEETING, secretary="Сейтаблаев Энвер Мамбет оглы")) == ["OfficerAbsent"]
    assert gaps(marks=()) == ["NobodyPresent"]
    assert gaps(items=()) == ["NoItems"]
    assert gaps(items=(but(ITEMS[0], question=" "),)) == ["NoQuestion"]
    assert gaps(items=(but(ITEMS[0], decided=""),)) == ["NoDecision"]


def test_a_gap_names_the_sheet_and_the_row() -> None:
    changed = group(meeting=but(MEETING, chair="Сейтаблаев Энвер Мамбет оглы"))
    (gap,) = missing(changed, changed[Meeting][0])
    assert gap.message == (
        "Лист «Заседания», строка 8: председатель Сейтаблаев Энвер Мамбет оглы не отмечен в явке: "
        "исправьте лист «Явка» или впишите другого человека"
    )
    assert (gap.place.sheet, gap.place.row, gap.place.column) == ("Заседания", 8, "Председатель")


def test_a_woman_who_was_absent_is_named_in_the_feminine() -> None:
    marks = attendance(members(), absent="Иванова Мария Петровна")
    changed = group(marks=marks)
    assert "Иванова Мария Петровна не отмечена в явке" in missing(changed, changed[Meeting][0])[0].message


def test_a_protocol_that_cannot_be_made_lists_all_that_is_missing() -> None:
    with pytest.raises(ProtocolNotReady) as refused:
        protocol_of(group(marks=(), items=()), "3")
    assert str(refused.value) == (
        "Протокол заседания № 3 пока составить нельзя. Исправьте:\n"
        "• Лист «Явка»: отметьте, кто присутствовал на заседании № 3.\n"
        "• Лист «Повестка»: внесите вопросы заседания № 3."
    )
