"""What is checked before a protocol is made; each check is one function, which a school can switch off (B 6.3).

A check declared here has its line in «Настройки» by that alone (`wg_excel.domain.settings.declared`). So every
button loads this module, and what reads names and dates out of decisions is loaded only where that is done.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.meetings.protocol_gaps import (
    DecisionIncomplete,
    DueTooEarly,
    ExecutorNotMember,
    Gap,
    LetterLate,
    MarkedTwice,
    NewerSealed,
    NobodyPresent,
    NoDate,
    NoDecision,
    NoItems,
    NoLetter,
    NoOfficer,
    NoQuestion,
    NotHeld,
    NumberRepeated,
    OfficerAbsent,
    TaskIncomplete,
    VotesDiffer,
    VotesUnreadable,
)
from wg_excel.domain.work.assignments import Assignment

if TYPE_CHECKING:
    from wg_excel.domain.group import Group  # which knows the settings, and they know the checks

Find = Callable[["Group", Meeting], Iterator[Gap]]
OFFICERS = ("chair", "secretary")
VOTES = {"votes_for", "votes_against", "abstained"}


class Check(NamedTuple):
    """A check that can be switched off: its id, its title in «Настройки», and what it finds."""

    id: str
    title: str
    find: Find


_CHECKS: list[Check] = []


def check(title: str) -> Callable[[Find], Find]:
    """Make a function a check of the name it has, with a line in «Настройки»."""

    def declare(function: Find) -> Find:
        _CHECKS.append(Check(function.__name__, f"Протокол: {title}", function))
        return function

    return declare


def checks() -> tuple[Check, ...]:
    """Return the checks in the order in which they speak."""
    return tuple(_CHECKS)


def missing(group: "Group", meeting: Meeting) -> tuple[Gap, ...]:
    """Return what is to be mended before the meeting's protocol can be made; nothing when it can."""
    found = [gap for each in checks() if each.id not in group.settings.checks_off for gap in each.find(group, meeting)]
    return (*_not_yet(group, meeting), *found)


def _not_yet(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Yield what no protocol can do without."""
    if not meeting.is_held:
        yield NotHeld(meeting)
    if meeting.date is None:
        yield NoDate(meeting)
    namesakes = (one for one in group[Meeting] if one.number == meeting.number and one.row != meeting.row)
    yield from (NumberRepeated(meeting, other) for other in namesakes)
    present = _present(group, meeting)
    for mark in group.index.attendance(meeting.number):
        if mark.presence and not mark.is_present and _named(group, mark.member) in present:
            yield MarkedTwice(mark)


@check("названы председатель и секретарь")
def officers_are_named(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """The meeting names its chair and its secretary."""
    return (NoOfficer(meeting, name) for name in OFFICERS if not getattr(meeting, name))


@check("председатель и секретарь присутствовали")
def officers_were_present(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Who signs the protocol is marked as present, once anybody is."""
    present = _present(group, meeting)
    for name in OFFICERS if present else ():
        officer = getattr(meeting, name)
        if officer and _named(group, officer) not in present:
            yield OfficerAbsent(meeting, name)


@check("кто-то присутствовал")
def somebody_was_present(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Somebody is marked as present."""
    if not _present(group, meeting):
        yield NobodyPresent(meeting)


@check("есть повестка")
def agenda_has_items(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """The meeting has an agenda."""
    if not group.index.agenda(meeting.number):
        yield NoItems(meeting)


@check("у каждого вопроса есть слова")
def items_have_questions(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Each item says what it is about."""
    return (NoQuestion(item) for item in group.index.agenda(meeting.number) if not item.question.strip())


@check("у каждого вопроса есть решение")
def items_have_decisions(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Each item says what was decided."""
    return (NoDecision(item) for item in group.index.agenda(meeting.number) if not item.decided.strip())


@check("у решений и поручений есть исполнитель и срок")
def decisions_are_complete(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """A decision that charges somebody names the term, and one with a term names who is charged."""
    from wg_excel.domain.meetings.decisions import points, says

    tasks = group.index.assignments(meeting.number)
    for task in tasks:
        yield from (TaskIncomplete(task, name) for name in ("executor", "due") if not getattr(task, name))
    for item in group.index.agenda(meeting.number):
        for decision in points(item.decided):
            if not any(says(decision, task) for task in tasks):
                yield from _lacking(group, meeting, item, decision)


def _lacking(group: "Group", meeting: Meeting, item: AgendaItem, decision: str) -> Iterator[Gap]:
    from wg_excel.domain.meetings.decisions import charges_others
    from wg_excel.domain.meetings.orders import read_order

    if meeting.date:
        order = read_order(decision, group.index.composition(meeting.date), meeting.date, group.name_forms)
        if order.due and order.due < meeting.date:
            yield DueTooEarly(item, decision)
        elif order.executors and not order.due:
            yield DecisionIncomplete(item, decision, lacks_term=True)
        elif order.due and not order.executors and not charges_others(decision):
            yield DecisionIncomplete(item, decision, lacks_term=False)


@check("голоса сходятся с явкой")
def votes_fit_presence(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Once somebody was present, the votes on an item, where there are any, are as many as the members present."""
    present = _present(group, meeting)
    if meeting.date is None or not present:
        return
    voters = len(present & frozenset(group.index.composition(meeting.date)))
    for item in group.index.agenda(meeting.number):
        votes = (item.votes_for, item.votes_against, item.abstained)
        if VOTES & set(item.faults) or any(vote is not None and vote < 0 for vote in votes):
            yield VotesUnreadable(item)
            continue
        given = sum(vote or 0 for vote in votes)
        if any(vote is not None for vote in votes) and given != voters:
            yield VotesDiffer(item, given, voters)


@check("у заочных голосов есть дата письма")
def letters_are_dated(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Whoever took part in a meeting by letter has the letter's date, no later than the meeting's."""
    for mark in group.index.attendance(meeting.number) if meeting.is_by_letter else ():
        if mark.is_present and not mark.letter:
            yield NoLetter(mark)
        elif mark.is_present and mark.letter and meeting.date and mark.letter > meeting.date:
            yield LetterLate(mark, meeting)


@check("исполнители состоят в группе")
def executors_are_members(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """Assignments of the meeting are given to members of that day's composition."""
    for task in _tasks(group, meeting):
        if task.executor and meeting.date and not group.index.was_member(task.executor, meeting.date, meeting.date):
            yield ExecutorNotMember(task, meeting.date)


@check("более поздний протокол не опечатан")
def no_newer_is_sealed(group: "Group", meeting: Meeting) -> Iterator[Gap]:
    """No protocol of a later meeting is sealed."""
    later = (one for one in group[Meeting] if one.sealed and one.date and meeting.date and one.date > meeting.date)
    newer = next(later, None)
    if newer:
        yield NewerSealed(meeting, newer)


def _tasks(group: "Group", meeting: Meeting) -> tuple[Assignment, ...]:
    return group.index.assignments(meeting.number)


def _present(group: "Group", meeting: Meeting) -> frozenset[str]:
    marks = group.index.attendance(meeting.number)
    return frozenset(_named(group, mark.member) for mark in marks if mark.is_present)


def _named(group: "Group", fio: str) -> str:
    return group.index.find("tblMembers", fio) or fio
