"""Put items on the agenda of the next meeting; where none is planned, one is (B 2.2, 6.1)."""

import datetime as dt
from collections.abc import Sequence

from wg_excel.domain.deeds import Changed, Deeds
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.agenda_proposals import Proposal
from wg_excel.domain.meetings.meeting_plan import plan
from wg_excel.domain.meetings.meetings import AgendaItem


def put_on_agenda(group: Group, topics: Sequence[Proposal], day: dt.date) -> tuple[Deeds, tuple[AgendaItem, ...]]:
    """Return what to write for the items, and the items themselves; raise StillPlanned."""
    made = plan(group, (), day)
    meeting = made.meeting
    last = max((item.number or 0 for item in group.index.agenda(meeting.number)), default=0)
    items = tuple(
        AgendaItem(meeting.number, number, each.question, each.speaker, appeal=each.appeal, basis=each.basis)
        for number, each in enumerate(topics, last + 1)
    )
    if not made.is_new:
        return Deeds(items, (Changed(meeting, ("date",)),)), items
    planned = f"Запланировано заседание № {meeting.number} на {short_date(meeting.date)}."
    return Deeds((meeting, *items), done=(planned,)), items


def place(item: AgendaItem) -> str:
    """Return how a sentence names an item: «вопрос 2 заседания № 6»."""
    return f"вопрос {item.number} заседания № {item.meeting}"
