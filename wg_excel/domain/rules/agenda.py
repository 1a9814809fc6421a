"""Rules of the agenda: items, decisions, votes (B 2.2, 4.2, 6.3)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.meetings.meetings import AgendaItem, Meeting
from wg_excel.domain.rules.attendance import present, undecided
from wg_excel.domain.rules.meetings import MeetingFinding, named
from wg_excel.domain.rules.registry import rule


class ItemFinding(Finding):
    """Something about one agenda item: the sentence begins with the meeting and the item."""

    def __init__(self, meeting: Meeting, item: AgendaItem, column: str, text: str) -> None:
        number = item.number or f"в строке {item.row}"
        super().__init__(
            f"{named(meeting)}, вопрос {number}: {text}",
            Place.of(item, column),
            f"{meeting.number}.{item.number or ''}",
        )


class NoAgenda(MeetingFinding):
    """A held meeting has no agenda."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting, "number", ": нет повестки. Внесите вопросы и решения на лист «Повестка».")


class NoDecision(ItemFinding):
    """An item of a held meeting has no decision."""

    def __init__(self, meeting: Meeting, item: AgendaItem) -> None:
        super().__init__(
            meeting, item, "decided", "решение не записано. Впишите его в «Решили», хотя бы «Принять к сведению»."
        )


_MEETING = Meeting("3", dt.date(2026, 10, 15), status="Проведено", row=7)
_ITEM = AgendaItem("3", 2, "О ходе внедрения", row=11)


@rule(
    "MTG-5",
    clause="B 6.3",
    about="У проведённого заседания есть повестка и решения",
    raised="На листе «Повестка» нет ни одного вопроса проведённого заседания или у вопроса не записано решение.",
    cleared="У каждого вопроса заполнено «Решили».",
    examples=(NoAgenda(_MEETING), NoDecision(_MEETING, _ITEM)),
)
def agenda_with_decisions(group: Group, today: dt.date) -> Iterator[Finding]:
    """A held meeting has an agenda, and each item a decision."""
    for meeting in group.index.held:
        if not meeting.date or meeting.date > today:
            continue
        items = group.index.agenda(meeting.number)
        if not items:
            yield NoAgenda(meeting)
        yield from (NoDecision(meeting, item) for item in items if not item.decided and "decided" not in item.faults)


class DecidedNowhere(ItemFinding):
    """An item of a cancelled meeting has a decision."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting, item: AgendaItem) -> None:
        super().__init__(
            meeting,
            item,
            "decided",
            "заседание отменено, а решение записано. Исправьте статус заседания или внесите вопрос в то, "
            "на котором он решён.",
        )


@rule(
    "MTG-12",
    clause="B 6.3",
    about="На отменённом заседании решений нет",
    raised="Статус заседания — «Отменено», а у его вопроса заполнено «Решили».",
    cleared="Исправлен статус или номер заседания у вопроса либо решение убрано.",
    examples=(DecidedNowhere(_MEETING, _ITEM),),
)
def nothing_is_decided_where_nobody_met(group: Group, today: dt.date) -> Iterator[Finding]:
    """A cancelled meeting has no decisions."""
    for meeting in group[Meeting]:
        items = group.index.agenda(meeting.number) if meeting.status == "Отменено" else ()
        yield from (DecidedNowhere(meeting, item) for item in items if item.decided)


class VotesDiffer(ItemFinding):
    """The votes of an item do not add up to the members present."""

    def __init__(self, meeting: Meeting, item: AgendaItem, votes: int, present: int) -> None:
        super().__init__(
            meeting,
            item,
            "votes_for",
            f"голосов записано: {votes}, а членов группы присутствовало: {present}. "
            "«За», «Против» и «Воздержались» вместе должны давать число присутствовавших; приглашённые не голосуют.",
        )


@rule(
    "MTG-6",
    clause="B 6.3",
    about="Голоса сходятся с числом присутствовавших",
    raised="«За», «Против» и «Воздержались» в сумме не равны числу присутствовавших членов группы. "
    "Если голоса не записаны вовсе, замечания нет.",
    cleared="Голоса или явка исправлены.",
    examples=(VotesDiffer(_MEETING, _ITEM, 6, 5),),
)
def votes_equal_members_present(group: Group, today: dt.date) -> Iterator[Finding]:
    """Votes for, against and abstained add up to the members of the composition present."""
    for meeting in group.index.held:
        if not meeting.date or meeting.date > today or not group.index.attendance(meeting.number):
            continue
        there = len(present(group, meeting))
        most = there + len(undecided(group, meeting))
        for item in group.index.agenda(meeting.number):
            votes = _votes(item)
            if votes is not None and not there <= votes <= most:
                yield VotesDiffer(meeting, item, votes, there)


def _votes(item: AgendaItem) -> int | None:
    """Return the sum of votes; None where none is recorded or one is unreadable."""
    cells = (item.votes_for, item.votes_against, item.abstained)
    if all(votes is None for votes in cells) or item.faults & {"votes_for", "votes_against", "abstained"}:
        return None
    return sum(votes or 0 for votes in cells)


class ItemRepeated(ItemFinding):
    """Two items of a meeting carry one number."""

    severity_by_default = Severity.WARNING

    def __init__(self, meeting: Meeting, item: AgendaItem, first_row: int) -> None:
        super().__init__(
            meeting, item, "number", f"такой номер уже есть в строке {first_row}. Пронумеруйте вопросы по порядку."
        )


@rule(
    "MTG-10",
    clause="B 6.3",
    about="Вопросы заседания пронумерованы без повторов",
    raised="У двух вопросов одного заседания один номер.",
    cleared="Номера вопросов разные.",
    examples=(ItemRepeated(_MEETING, _ITEM, 10),),
)
def items_numbered_once(group: Group, today: dt.date) -> Iterator[Finding]:
    """No two items of a meeting carry one number."""
    for meeting in group[Meeting]:
        first: dict[int, int] = {}
        for item in group.index.agenda(meeting.number):
            if item.number is not None and first.setdefault(item.number, item.row) != item.row:
                yield ItemRepeated(meeting, item, first[item.number])
