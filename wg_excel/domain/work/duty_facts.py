"""How each duty of the regulations stands on a day: its number, its words, its next term and the row that shows it."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from wg_excel.domain.appeals.appeal_clock import Clock
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.figures import State
from wg_excel.domain.findings import Place
from wg_excel.domain.group import Group
from wg_excel.domain.imported.imports import Import
from wg_excel.domain.language.wording import people, short_date
from wg_excel.domain.lists import HELP_KINDS
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.members.access import Access
from wg_excel.domain.periods import quarter_of
from wg_excel.domain.quarters import Quarter, counted_now, other_kind, quarters_due
from wg_excel.domain.schema import Record
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.documents import Document
from wg_excel.domain.work.extractions import Extraction
from wg_excel.domain.work.plan import Activity
from wg_excel.domain.work.readiness import CONDITIONS, SHORT_CONDITIONS, Readiness
from wg_excel.domain.work.requests import Request

SHORT_HELP = dict(zip(HELP_KINDS.values, ("мет.", "конс.", "тех."), strict=True))
PLANNED = frozenset({"Запланировано", "Перенесено"})


class Fact(NamedTuple):
    """How a duty stands; `due` is its next term, `place` the row that shows it, `next` what to do, in a few words.

    `state` is what the calendar alone tells; the findings of the duty's rules may make it worse.
    """

    value: int
    base: int | None
    words: str
    due: dt.date | None = None
    place: Place | None = None
    next: str = ""
    state: State = State.KEPT


Teller = Callable[[Group, dt.date], Fact]


class Waiting(NamedTuple):
    """Something open: its term, its row and the column of the term."""

    record: Record
    due: dt.date | None
    column: str = "due"

    @property
    def place(self) -> Place:
        """Return the cell of its term."""
        return Place.of(self.record, self.column)


def meeting(group: Group, day: dt.date) -> Fact:
    """Return the meetings of the current quarter, of the kind that the school set."""
    return _meeting(group, day, group.settings.quarters)


def meeting_otherwise(group: Group, day: dt.date) -> Fact:
    """Return the meetings of the current quarter of the other kind: shown, but not judged."""
    return _meeting(group, day, other_kind(group.settings.quarters))._replace(state=State.NONE, due=None)


def _meeting(group: Group, day: dt.date, kind: str) -> Fact:
    current = counted_now(group, day, kind)
    if not current:
        return Fact(0, None, "срок ещё не наступил")
    held = [
        one for one in group.index.held if one.date and current.days.first <= one.date <= min(current.counted_to, day)
    ]
    if held:
        words = "; ".join(f"№ {one.number} — {short_date(one.date)}" for one in held)
        return Fact(len(held), None, words, place=Place.of(held[-1], "date"), next=_following(current))
    return _due_meeting(group, day, current)


def _due_meeting(group: Group, day: dt.date, current: Quarter) -> Fact:
    last = current.days.last if day <= current.days.last else current.counted_to
    planned = next((one for one in _planned(group) if one.date and day <= one.date <= last), None)
    return Fact(
        0,
        None,
        "не проведено",
        due=last,
        place=Place.of(planned, "date") if planned else None,
        next=f"провести № {planned.number} {short_date(planned.date)}"
        if planned
        else f"провести до {short_date(last)}",
        state=State.RISK if day >= current.warns_from else State.KEPT,
    )


def _planned(group: Group) -> Iterable[Meeting]:
    return (one for one in group[Meeting] if one.status in PLANNED)


def _following(current: Quarter) -> str:
    after = current.counted_to + dt.timedelta(days=1)
    by_term = "следующее — в новом учебном периоде"
    return f"следующее до {short_date(quarter_of(after).last)}" if "Q" in current.name else by_term


def protocol(group: Group, day: dt.date) -> Fact:
    """Return for how many of the held meetings a protocol was drawn up."""
    held = [one for one in group.index.held if one.date and one.date <= day]
    days = group.settings.protocol_days
    without = [one for one in held if not one.protocol_date]
    waiting = [Waiting(one, group.calendar.after(one.date, days), "protocol_date") for one in without if one.date]
    missing = f", нет у № {', '.join(one.number for one in without)}" if without else ""
    fact = Fact(len(held) - len(without), len(held), f"{len(held) - len(without)} из {len(held)}{missing}")
    state = State.RISK if without else State.KEPT
    return _with_term(fact, waiting, day, "оформить до")._replace(state=state)


def attendance(group: Group, _day: dt.date) -> Fact:
    """Return how many held meetings have attendance and agenda."""
    held = group.index.held
    lacking = [one for one in held if not (group.index.attendance(one.number) and group.index.agenda(one.number))]
    full = len(held) - len(lacking)
    return Fact(
        full,
        len(held),
        f"явка и повестка: {full} из {len(held)}",
        place=Place.of(lacking[0], "number") if lacking else None,
        next=f"заполнить у № {lacking[0].number}" if lacking else "",
    )


def help_recorded(group: Group, day: dt.date) -> Fact:
    """Return the appeals of the current quarter by the three kinds of help."""
    quarter = counted_now(group, day, group.settings.quarters)
    days = quarter.days if quarter else quarter_of(day)
    appeals = [one for one in group.appeals if one.date and one.date in days and one.date <= day]
    kinds = [(kind, sum(one.help_kind == kind for one in appeals)) for kind in HELP_KINDS.values]
    words = ", ".join(f"{SHORT_HELP[kind]} {number}" for kind, number in kinds)
    return Fact(
        len(appeals),
        None,
        f"{len(appeals)}: {words}" if appeals else "обращений нет",
        place=Place.of(appeals[-1], "help_kind") if appeals else None,
    )


def composition(group: Group, day: dt.date) -> Fact:
    """Return how many belong to the group."""
    number = len(group.index.composition(day))
    return Fact(number, None, f"в составе {people(number)}")


def appeals_in_term(group: Group, day: dt.date) -> Fact:
    """Return the open appeals, how many are overdue and the next term."""
    waiting = [one for one in group[Appeal] if one.is_open and one.status]
    clock = Clock(group, day)
    return _overdue([Waiting(one, shown.due if (shown := clock.read(one)) else None) for one in waiting], day)


def assignments(group: Group, day: dt.date) -> Fact:
    """Return the open assignments, how many are overdue and the next term."""
    return _overdue([Waiting(one, one.due) for one in group[Assignment] if one.is_open], day)


def plan(group: Group, day: dt.date) -> Fact:
    """Return the open activities of the plan, how many are overdue and the next term."""
    return _overdue([Waiting(one, one.due) for one in group[Activity] if one.is_open], day)


def requests(group: Group, day: dt.date) -> Fact:
    """Return the requests without an answer, how many are overdue and the next term."""
    waiting = (one for one in group[Request] if not one.answered and one.status != "Получен ответ")
    return _overdue([Waiting(one, one.due) for one in waiting], day)


def extractions(group: Group, day: dt.date) -> Fact:
    """Return the extractions not done, how many are overdue and the next term."""
    return _overdue([Waiting(one, one.due) for one in group[Extraction] if not one.done], day)


def monitoring(group: Group, day: dt.date) -> Fact:
    """Return the exports imported for the current quarter: without them nobody watches the journals."""
    quarter = counted_now(group, day, group.settings.quarters)
    days = quarter.days if quarter else quarter_of(day)
    known = [one for one in group[Import] if one.first and one.last]
    current = [one for one in known if one.last and one.last >= days.first and one.first and one.first <= days.last]
    latest = max(current or known, key=lambda one: one.last or dt.date.min, default=None)
    words = f"данные по {short_date(latest.last)}" if latest else "загрузок нет"
    fact = Fact(len(current), None, words, place=Place.of(latest, "last") if latest else None)
    if current:
        return fact
    missed = latest is not None and _missed_quarter(group, day, latest)
    late = State.RISK if quarter and day >= quarter.warns_from else State.KEPT
    return fact._replace(
        due=days.last,
        next=f"загрузить до {short_date(days.last)}",
        state=State.BROKEN if missed else late,
    )


def _missed_quarter(group: Group, day: dt.date, latest: Import) -> bool:
    """Tell whether a whole quarter has passed since the last data."""
    ended = [each for each in quarters_due(group, day) if each.days.last < day]
    return bool(ended) and latest.last is not None and latest.last < ended[-1].days.first


def documents(group: Group, day: dt.date) -> Fact:
    """Return the documents to analyse and to change."""
    every = group[Document]
    change = [one for one in every if one.analysis == "Требует изменений"]
    unread = [one for one in every if one.analysis == "Не проводился"]
    fact = Fact(len(change) + len(unread), len(every), f"изменить: {len(change)}, изучить: {len(unread)}")
    fact = _with_term(fact, [Waiting(one, one.due) for one in (*change, *unread)], day, "до")
    if unread and not fact.place:
        fact = fact._replace(place=Place.of(unread[0], "analysis"), next=f"изучить № {unread[0].number}")
    return fact._replace(state=State.RISK if unread else State.KEPT)


def publication(group: Group, _day: dt.date) -> Fact:
    """Return the documents that wait for the site."""
    wanted = [one for one in group[Document] if one.publication in {"Не опубликован", "Опубликован"}]
    waiting = [one for one in wanted if one.publication == "Не опубликован"]
    return Fact(
        len(wanted) - len(waiting),
        len(wanted),
        f"опубликовано {len(wanted) - len(waiting)} из {len(wanted)}",
        place=Place.of(waiting[0], "publication") if waiting else None,
        next=f"опубликовать № {waiting[0].number}" if waiting else "",
    )


def access(group: Group, _day: dt.date) -> Fact:
    """Return for how many of the accesses in force nobody signed."""
    given = [one for one in group[Access] if not one.revoked]
    unsigned = [one for one in given if not one.signed]
    place = Place.of(unsigned[0], "signed") if unsigned else None
    return Fact(len(unsigned), len(given), f"без подписи: {len(unsigned)} из {len(given)}", place=place)


def readiness(group: Group, _day: dt.date) -> Fact:
    """Return how many of the eight conditions are assessed."""
    unassessed = [one for one in group[Readiness] if not one.score]
    assessed = sum(1 for one in group[Readiness] if one.score)
    first = unassessed[0] if unassessed else None
    title = dict(zip(CONDITIONS, SHORT_CONDITIONS, strict=True)).get(first.condition, "") if first else ""
    return Fact(
        assessed,
        len(CONDITIONS),
        f"оценено условий: {assessed} из {len(CONDITIONS)}",
        place=Place.of(first, "score") if first else None,
        next=title.lower(),
    )


def _overdue(waiting: Sequence[Waiting], day: dt.date) -> Fact:
    late = sum(1 for one in waiting if one.due and one.due < day)
    return _with_term(Fact(late, len(waiting), f"просрочено: {late}, открыто: {len(waiting)}"), waiting, day, "срок")


def _with_term(fact: Fact, waiting: Sequence[Waiting], day: dt.date, do: str) -> Fact:
    """Add the earliest term: the row is the most overdue one, else that of the next term, which is also `due`."""
    dated = sorted((one for one in waiting if one.due), key=lambda one: (one.due or day, one.record.row))
    if not dated:
        return fact
    ahead = next((one for one in dated if one.due and one.due >= day), None)
    first = dated[0]
    return fact._replace(due=ahead.due if ahead else None, place=first.place, next=f"{do} {short_date(first.due)}")
