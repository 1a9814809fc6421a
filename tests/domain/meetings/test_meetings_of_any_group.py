"""Whatever stands in the cells, planning, carrying and sealing end with a result or a sentence."""

import datetime as dt
from contextlib import suppress

from hypothesis import given, settings

from tests.domain.rules.test_any_group import TODAY, groups
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.agenda_proposals import Waiting, proposals
from wg_excel.domain.meetings.attendance_filling import missing_lines
from wg_excel.domain.meetings.meeting_plan import plan
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.meetings.outcome import outcome
from wg_excel.domain.meetings.seals import seal_of
from wg_excel.domain.work.reminders import calendars


@settings(max_examples=40, deadline=None)
@given(groups(), TODAY)
def test_the_next_meeting_of_any_group_is_planned(group: Group, today: dt.date) -> None:
    with suppress(Failure):
        made = plan(group, proposals(Waiting(group, today)), today)
        assert made.meeting.date
        assert made.meeting.date >= today or not made.is_new
        assert all(item.question.startswith(("О ", "Об ")) or "перенесён" in item.question for item in made.items)


@settings(max_examples=40, deadline=None)
@given(groups(), TODAY)
def test_decisions_attendance_seals_and_calendars_of_any_group_are_made(group: Group, today: dt.date) -> None:
    done = outcome(group, group[Meeting])
    assert all(task.executor and task.due for task in done.assignments)
    with suppress(Failure):
        assert all(line.member for line in missing_lines(group, group[Meeting], today))
    assert all(seal_of(group, meeting).fingerprint for meeting in group[Meeting])
    assert all(text.endswith("END:VCALENDAR\r\n") for text in calendars(group, today).values())
