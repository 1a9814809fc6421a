"""Rules of meetings: one a quarter, a protocol after each, order of dates (B 6.1, 6.3)."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.periods import quarter
from wg_excel.domain.quarters import Quarter, quarters_due
from wg_excel.domain.rules.registry import rule


def named(meeting: Meeting) -> str:
    """Return a meeting as sentences name it: «Заседание № 3 (15.10.2026)»."""
    return f"Заседание № {meeting.number} ({short_date(meeting.date)})"


class MeetingFinding(Finding):
    """Something about one meeting: the sentence begins with its number and date."""

    def __init__(self, meeting: Meeting, column: str, text: str) -> None:
        super().__init__(f"{named(meeting)}{text}", Place.of(meeting, column), meeting.number)


class NoMeetingInQuarter(Finding):
    """A quarter has ended without a held meeting."""

    def __init__(self, quarter: Quarter) -> None:
        super().__init__(
            f"{quarter.where} не проведено ни одного заседания, а их нужно не меньше одного в квартал. "
            "Если заседание было, внесите его со статусом «Проведено»; если нет, проведите ближайшее без промедления.",
            Place.of_table(Meeting.table),
            quarter.name,
        )


class MeetingStillDue(Finding):
    """The current quarter is in its last month, and no meeting was held."""

    severity_by_default = Severity.WARNING

    def __init__(self, quarter: Quarter, planned: Meeting | None) -> None:
        do = (
            f"Проведите заседание № {planned.number}, назначенное на {short_date(planned.date)}"
            if planned
            else (f"Назначьте и проведите его до {short_date(quarter.days.last)}")
        )
        super().__init__(
            f"{quarter.where} заседание ещё не проведено. {do}.",
            Place.of(planned, "status") if planned else Place.of_table(Meeting.table),
            quarter.name,
        )


_MEETING = Meeting("3", dt.date(2026, 10, 15), status="Проведено", row=7)
_QUARTER = Quarter("2026-Q2", quarter(2026, 2), dt.date(2026, 6, 30))


@rule(
    "MTG-1",
    clause="B 6.1",
    about="Заседание проведено в каждом квартале",
    raised="Квартал закончился, а проведённого заседания в нём нет. С последнего месяца текущего квартала — "
    "предупреждение. Кварталы считаются со дня приказа о группе (без него — с первого включения в состав); "
    "квартал, в котором группа работала меньше 30 дней, не учитывается. В «Настройках» можно выбрать учебные четверти.",
    cleared="В квартале есть заседание со статусом «Проведено».",
    examples=(
        NoMeetingInQuarter(_QUARTER),
        MeetingStillDue(_QUARTER, None),
        MeetingStillDue(_QUARTER, Meeting("4", dt.date(2026, 6, 25), row=8)),
    ),
)
def meeting_in_every_quarter(group: Group, today: dt.date) -> Iterator[Finding]:
    """A meeting was held in every quarter that has ended; the current one is warned about from its last month."""
    held = [meeting.date for meeting in group.index.held if meeting.date and meeting.date <= today]
    for each in quarters_due(group, today):
        if any(each.days.first <= day <= each.counted_to for day in held):
            continue
        if each.days.last < today:
            yield NoMeetingInQuarter(each)
        elif today >= each.warns_from:
            yield MeetingStillDue(each, _planned(group, today, each.days.last))


def _planned(group: Group, first: dt.date, last: dt.date) -> Meeting | None:
    planned = (each for each in group[Meeting] if each.status in {"Запланировано", "Перенесено"} and each.date)
    return next((each for each in planned if each.date and first <= each.date <= last), None)


class ProtocolMissing(MeetingFinding):
    """A held meeting has no protocol, and its term has passed."""

    def __init__(self, meeting: Meeting, due: dt.date) -> None:
        super().__init__(
            meeting,
            "protocol_date",
            f": протокол не оформлен, срок был {short_date(due)}. "
            "Нажмите «Создать протокол» и впишите дату в «Протокол оформлен».",
        )


class ProtocolDue(MeetingFinding):
    """A held meeting has no protocol yet, its term still runs."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting, due: dt.date) -> None:
        super().__init__(
            meeting,
            "protocol_date",
            f": протокола ещё нет. Оформите его до {short_date(due)}: кнопка «Создать протокол».",
        )


class ProtocolLate(MeetingFinding):
    """A protocol was drawn up after its term."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting, due: dt.date) -> None:
        super().__init__(
            meeting,
            "protocol_date",
            f": протокол оформлен {short_date(meeting.protocol_date)}, позже срока {short_date(due)}. "
            "Проверьте дату; следующий протокол оформите вовремя.",
        )


class ProtocolBeforeMeeting(MeetingFinding):
    """A protocol is older than its meeting."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            meeting,
            "protocol_date",
            f": протокол оформлен {short_date(meeting.protocol_date)}, раньше самого заседания. Исправьте одну из дат.",
        )


class ProtocolSheetMissing(MeetingFinding):
    """A protocol has its date, but no sheet."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            meeting, "protocol", ": дата протокола указана, а самого протокола в книге нет. Нажмите «Создать протокол»."
        )


@rule(
    "MTG-2",
    clause="B 6.3",
    about="После заседания вовремя оформлен протокол",
    raised="Заседание проведено, а протокола нет; он оформлен позже срока из «Настроек», раньше заседания или "
    "есть только его дата. Пока срок не истёк — предупреждение.",
    cleared="Заполнены «Протокол» и «Протокол оформлен», дата — в пределах срока.",
    examples=(
        ProtocolMissing(_MEETING, dt.date(2026, 10, 20)),
        ProtocolDue(_MEETING, dt.date(2026, 10, 20)),
        ProtocolLate(Meeting("3", dt.date(2026, 10, 15), protocol_date=dt.date(2026, 11, 5)), dt.date(2026, 10, 20)),
        ProtocolBeforeMeeting(Meeting("3", dt.date(2026, 10, 15), protocol_date=dt.date(2026, 10, 5))),
        ProtocolSheetMissing(_MEETING),
    ),
)
def protocol_after_every_meeting(group: Group, today: dt.date) -> Iterator[Finding]:
    """Every held meeting has a protocol, drawn up within the school's term."""
    for meeting in group.index.held:
        if meeting.date and meeting.date <= today and "protocol_date" not in meeting.faults:
            due = group.calendar.after(meeting.date, group.settings.protocol_days)
            yield from _protocol(meeting, meeting.date, due, today)


def _protocol(meeting: Meeting, held: dt.date, due: dt.date, today: dt.date) -> Iterator[Finding]:
    if not meeting.protocol_date:
        yield ProtocolMissing(meeting, due) if due < today else ProtocolDue(meeting, due)
    elif meeting.protocol_date < held:
        yield ProtocolBeforeMeeting(meeting)
    elif meeting.protocol_date > due:
        yield ProtocolLate(meeting, due)
    elif not meeting.protocol and "protocol" not in meeting.faults:
        yield ProtocolSheetMissing(meeting)


class HeldInFuture(MeetingFinding):
    """A meeting is marked as held on a day to come."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            meeting, "date", " отмечено проведённым, но этот день ещё не наступил. Исправьте дату или статус."
        )


class OutOfOrder(MeetingFinding):
    """A meeting with the higher number was held earlier."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting, before: Meeting) -> None:
        super().__init__(
            meeting,
            "date",
            f" прошло раньше, чем заседание № {before.number} ({short_date(before.date)}). Проверьте даты и номера.",
        )


@rule(
    "MTG-7",
    clause="B 6.1",
    about="Даты проведённых заседаний возможны и идут по номерам",
    raised="Заседание отмечено проведённым в будущем или прошло раньше заседания с меньшим номером.",
    cleared="Дата, номер или статус исправлены.",
    examples=(HeldInFuture(_MEETING), OutOfOrder(_MEETING, Meeting("2", dt.date(2026, 11, 10)))),
)
def meetings_in_order(group: Group, today: dt.date) -> Iterator[Finding]:
    """No held meeting lies in the future, and dates follow the numbers."""
    for meeting in group.index.held:
        if meeting.date and meeting.date > today:
            yield HeldInFuture(meeting)
    past = [meeting for meeting in group.index.held if meeting.date and meeting.date <= today and _order(meeting)]
    for before, meeting in pairwise(sorted(past, key=_order)):
        if before.date and meeting.date and meeting.date < before.date and _order(before) < _order(meeting):
            yield OutOfOrder(meeting, before)


def _order(meeting: Meeting) -> tuple[int, ...]:
    """Return what a number is ordered by: «3» → 3; «2026-03», «3/2026», «3/26» → the year, then the number."""
    numbers = [int(digits) for digits in re.findall(r"\d+", meeting.number)]
    if len(numbers) == 2 and meeting.date and numbers[1] == meeting.date.year % 100:
        numbers[1] = meeting.date.year
    return tuple(sorted(numbers, key=lambda number: not 1990 < number < 2100)) if len(numbers) < 3 else ()


class PlannedInPast(MeetingFinding):
    """The day of a planned meeting has passed."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            meeting,
            "status",
            " всё ещё «Запланировано», хотя день прошёл. Отметьте, что оно проведено, перенесено или отменено.",
        )


@rule(
    "MTG-9",
    clause="B 6.1",
    about="Статус прошедшего заседания обновлён",
    raised="День заседания прошёл, а статус — «Запланировано».",
    cleared="Выбран другой статус или назначена новая дата.",
    examples=(PlannedInPast(Meeting("3", dt.date(2026, 10, 15), status="Запланировано", row=7)),),
)
def planned_meetings_lie_ahead(group: Group, today: dt.date) -> Iterator[Finding]:
    """A planned meeting has its day still ahead."""
    for meeting in group[Meeting]:
        if meeting.status == "Запланировано" and meeting.date and meeting.date < today:
            yield PlannedInPast(meeting)
