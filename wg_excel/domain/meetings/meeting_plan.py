"""Plan the next meeting: its number, day, officers and agenda (B 6.1, 6.2).

What was once proposed for a meeting stands in its «Предложено»: an item that the secretary deleted is not proposed
again, and what was typed is never changed.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import fold
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.agenda_proposals import Proposal, is_ahead, root
from wg_excel.domain.meetings.decisions import stems
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.members.members import Member
from wg_excel.domain.numbering import next_number
from wg_excel.domain.work.duties import current_quarter

NOTICE = 5  # working days to prepare a meeting
FAR = dt.timedelta(days=92)


class StillPlanned(Failure):
    """A planned meeting's day has passed, and nobody noted whether it was held."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(
            f"Заседание № {meeting.number} ({short_date(meeting.date)}) всё ещё «Запланировано», хотя день прошёл: "
            "отметьте на листе «Заседания», проведено оно, перенесено или отменено, и повторите."
        )


class DayPassed(Failure):
    """No meeting can be planned for a day that has passed."""

    def __init__(self, day: dt.date) -> None:
        super().__init__(f"{short_date(day)} уже в прошлом: назначьте заседание на сегодня или на более поздний день.")


@dataclass(frozen=True)
class MeetingPlan:
    """The meeting to hold, whether its row is new, the items added to its agenda, the appeals that go there."""

    meeting: Meeting
    is_new: bool
    items: tuple[AgendaItem, ...]
    appeals: tuple[Appeal, ...]

    @property
    def told(self) -> str:
        """Return what was done and what the secretary may do with it."""
        return f"{self} Лишние вопросы удалите на листе «Повестка»." if self.items else str(self)

    def __str__(self) -> str:
        """Return what was done as a sentence."""
        done = "запланировано" if self.is_new else "уже было запланировано"
        day = f" на {short_date(self.meeting.date)}" if self.meeting.date else ""
        return f"Заседание № {self.meeting.number} {done}{day}; вопросов добавлено: {len(self.items)}."


def plan(group: Group, proposals: Sequence[Proposal], today: dt.date, wanted: dt.date | None = None) -> MeetingPlan:
    """Plan the next meeting, for the day `wanted` or one proposed; a meeting planned already gets only what is new.

    Raises StillPlanned or DayPassed.
    """
    if wanted and wanted < today:
        raise DayPassed(wanted)
    known = _planned(group, today, wanted)
    meeting = known or _new_meeting(group, today, wanted)
    if not meeting.date:
        meeting = replace(meeting, date=wanted or proposed_day(group, today))
    new = tuple(each for each in proposals if not _is_known(group, meeting, each))
    items = tuple(_items(group, meeting, new))
    offered = "; ".join((*_offered(meeting), *(_key(each) for each in new)))
    return MeetingPlan(replace(meeting, proposed=offered), known is None, items, tuple(_appeals(group, meeting, items)))


def proposed_day(group: Group, today: dt.date) -> dt.date:
    """Return a day for the next meeting: a lesson day in the current quarter that leaves time to prepare.

    Where the quarter has had no meeting yet and is nearly over, its last lesson day serves with less time, and a
    working day of the break only where no lesson day is left; else the next quarter's first lesson days.
    """
    quarter, calendar = current_quarter(group, today), group.calendar
    ready = calendar.after(today, NOTICE)
    held = any(meeting.date in quarter for meeting in group.index.held if meeting.date)
    lessons = [day for day in _days(today, quarter.last) if calendar.is_lesson_day(day)]
    working = [day for day in _days(today, quarter.last) if calendar.is_working(day)]
    left = lessons if held or lessons else working
    if in_time := [day for day in left if day >= ready]:
        return in_time[0]
    if not held and left:
        return left[-1]
    later = list(_days(max(ready, quarter.last + dt.timedelta(days=1)), max(ready, quarter.last) + FAR))
    return next((day for day in later if calendar.is_lesson_day(day)), calendar.after(ready, 1))


def _planned(group: Group, today: dt.date, wanted: dt.date | None) -> Meeting | None:
    ahead = [meeting for meeting in group[Meeting] if is_ahead(meeting, today)]
    if wanted:
        return next((meeting for meeting in ahead if meeting.date in {wanted, None}), None)
    late = (each for each in group[Meeting] if each.status == "Запланировано" and not is_ahead(each, today))
    if not ahead and (forgotten := next(late, None)):
        raise StillPlanned(forgotten)
    return min(ahead, key=lambda meeting: meeting.date or dt.date.max, default=None)


def _new_meeting(group: Group, today: dt.date, wanted: dt.date | None) -> Meeting:
    """Return a meeting like the last held one, its officers those of the day."""
    day = wanted or proposed_day(group, today)
    before = max(group.index.held, key=lambda meeting: meeting.date or today, default=Meeting())
    return Meeting(
        number=next_number((meeting.number for meeting in group[Meeting]), day),
        date=day,
        start=before.start,
        place=before.place,
        kind="Плановое" if _is_regular(group, today, day) else "Внеочередное",
        form="Очная",
        chair=_holder(group, "Руководитель", day) or before.chair,
        secretary=_holder(group, "Секретарь", day) or before.secretary,
        status="Запланировано",
    )


def _is_regular(group: Group, today: dt.date, day: dt.date) -> bool:
    """Tell whether no other meeting is already planned: a further one is extraordinary."""
    return not any(is_ahead(meeting, today) and meeting.date != day for meeting in group[Meeting])


def _holder(group: Group, role: str, day: dt.date) -> str:
    return next((one.fio for one in group[Member] if one.is_current(day) and role in one.roles), "")


def _items(group: Group, meeting: Meeting, new: Iterable[Proposal]) -> Iterator[AgendaItem]:
    last = max((item.number or 0 for item in group.index.agenda(meeting.number)), default=0)
    for number, each in enumerate(new, last + 1):
        yield AgendaItem(meeting.number, number, each.question, each.speaker, appeal=each.appeal, basis=each.basis)


def _appeals(group: Group, meeting: Meeting, items: Iterable[AgendaItem]) -> Iterator[Appeal]:
    """Yield the appeals whose «Заседание» is to name the meeting now."""
    taken = {item.appeal for item in items if item.appeal}
    for appeal in group[Appeal]:
        if appeal.number in taken and appeal.meeting != meeting.number and "meeting" not in appeal.faults:
            yield replace(appeal, meeting=meeting.number)


def _is_known(group: Group, meeting: Meeting, proposal: Proposal) -> bool:
    """Tell whether an item is on the agenda, was offered before, or waits for another planned meeting."""
    others = [each for each in group[Meeting] if each.number != meeting.number]
    planned = [meeting, *(each for each in others if each.status == "Запланировано")]
    items = (item for each in planned for item in group.index.agenda(each.number))
    if _key(proposal) in _offered(meeting) or any(_is_the_same(group, item, proposal) for item in items):
        return True
    known = {item.basis for item in group[AgendaItem]} | {key for each in others for key in _offered(each)}
    return proposal.once and bool({proposal.basis, _key(proposal)} & known)


def _is_the_same(group: Group, item: AgendaItem, proposal: Proposal) -> bool:
    if proposal.appeal and item.appeal:
        return group.index.find("tblAppeals", item.appeal) == group.index.find("tblAppeals", proposal.appeal)
    if root(item.basis) == root(proposal.basis) or fold(item.question) == fold(proposal.question):
        return True
    return bool(proposal.alike) and stems(proposal.alike) <= stems(item.question)


def _offered(meeting: Meeting) -> tuple[str, ...]:
    return tuple(part.strip() for part in meeting.proposed.split(";") if part.strip())


def _key(proposal: Proposal) -> str:
    return " ".join(proposal.basis.replace(";", ",").split())


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=n) for n in range((last - first).days + 1))
