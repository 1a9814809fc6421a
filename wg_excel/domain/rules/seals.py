"""Rules of sealed protocols: nothing of them changes afterwards (B 6.3)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import quoted
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.meetings.seals import SHEET, Change, changes
from wg_excel.domain.rules.meetings import MeetingFinding, named
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.schema import Record

DO = "Верните прежнюю запись (она есть в протоколе) или откройте протокол: «Открыть протокол»."


class SealedCellChanged(Finding):
    """A cell was changed after the sealing."""

    def __init__(self, meeting: Meeting, part: str, record: Record, column: str) -> None:
        title = record.table.column(column).title
        super().__init__(
            f"{named(meeting)}: протокол опечатан {short_date(meeting.sealed)}, а позже изменена запись "
            f"{quoted(part)}, столбец «{title}». {DO}",
            Place.of(record, column),
            f"{meeting.number} {part} {column}",
        )


class SealedRowAdded(Finding):
    """A row was added after the sealing."""

    def __init__(self, meeting: Meeting, part: str, record: Record) -> None:
        super().__init__(
            f"{named(meeting)}: протокол опечатан {short_date(meeting.sealed)}, а позже добавлена строка "
            f"{quoted(part)}. {DO}",
            Place.of(record, "meeting"),
            f"{meeting.number} {part}",
        )


class SealedPartGone(MeetingFinding):
    """A row was deleted after the sealing."""

    def __init__(self, meeting: Meeting, part: str) -> None:
        super().__init__(
            meeting,
            "sealed",
            f": протокол опечатан {short_date(meeting.sealed)}, а позже удалена строка {quoted(part)}. {DO}",
        )


class SealedSheetChanged(MeetingFinding):
    """The protocol's sheet was changed or deleted after the sealing."""

    def __init__(self, meeting: Meeting, *, is_gone: bool) -> None:
        what = "удалён" if is_gone else "изменён"
        super().__init__(
            meeting,
            "protocol",
            f": протокол опечатан {short_date(meeting.sealed)}, а позже {what} его лист. "
            "Верните лист из резервной копии или откройте протокол: «Открыть протокол».",
        )


class SealBroken(MeetingFinding):
    """The seal itself was changed, or typed by hand."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            meeting,
            "fingerprint",
            ": отпечатка опечатанного протокола нет или он изменён вручную. Верните ячейки печати из резервной копии "
            "или очистите «Опечатан» и нажмите «Опечатать протокол».",
        )


_MEETING = Meeting("3", dt.date(2026, 10, 15), status="Проведено", sealed=dt.date(2026, 10, 19), row=7)
_ITEM = AgendaItem("3", 2, "О ходе внедрения", row=11)


@rule(
    "MTG-11",
    clause="B 6.3",
    about="Опечатанный протокол не изменён",
    raised="После кнопки «Опечатать протокол» изменены, добавлены или удалены строки заседания, явки или повестки "
    "либо лист протокола.",
    cleared="Прежние записи возвращены или протокол открыт новой редакцией.",
    examples=(
        SealedCellChanged(_MEETING, "Повестка: 2", _ITEM, "decided"),
        SealedRowAdded(_MEETING, "Повестка: 2", _ITEM),
        SealedPartGone(_MEETING, "Явка: Иванова Мария Петровна"),
        SealedSheetChanged(_MEETING, is_gone=False),
        SealBroken(_MEETING),
    ),
)
def sealed_protocols_are_unchanged(group: Group, today: dt.date) -> Iterator[Finding]:
    """Nothing of a sealed protocol has changed since."""
    for meeting in group[Meeting]:
        if meeting.sealed and "fingerprint" not in meeting.faults:
            yield from (_failure(group, meeting, change) for change in changes(group, meeting))


def _failure(group: Group, meeting: Meeting, change: Change) -> Finding:
    if change.part == SHEET:
        return SealedSheetChanged(meeting, is_gone=not group.protocols.get(meeting.number))
    if change.record is None:
        return SealedPartGone(meeting, change.part)
    if change.is_added:
        return SealedRowAdded(meeting, change.part, change.record)
    if change.column == "fingerprint":
        return SealBroken(meeting)
    return SealedCellChanged(meeting, change.part, change.record, change.column)
