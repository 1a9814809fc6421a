"""Make deeds of remarks of the monitoring: a request, an appeal, an assignment, an agenda item (B 5.2, 4.1, 3.2, 2.2).

Remarks about one teacher become one deed. A remark that is dealt with already is named with its place; one whose
deed is closed while it still stands may become another, and keeps its line in «Замечания в работе».
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from wg_excel.domain.appeals import appeal_numbers
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.executors import propose
from wg_excel.domain.appeals.handing_over import holder
from wg_excel.domain.appeals.new_appeals import Draft, new_appeal
from wg_excel.domain.deeds import Changed, Deeds, together
from wg_excel.domain.group import Group
from wg_excel.domain.language.names import initials
from wg_excel.domain.language.texts import lowered
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.agenda_proposals import Proposal
from wg_excel.domain.meetings.next_agenda import put_on_agenda
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicator_themes import theme_of
from wg_excel.domain.monitoring.indicators import INDICATORS, Indicator, Level
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.remark_links import is_dealt_with
from wg_excel.domain.monitoring.taken_remarks import DROPPED, IN_HAND, MENDED, TakenRemark, by_place, measures, short
from wg_excel.domain.numbering import next_number
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings
from wg_excel.domain.work.assignments import Assignment
from wg_excel.domain.work.requests import SENT, Request

CHECKERS = ("Администратор ЭлЖур", "Ответственный за внедрение", "Системный администратор", "Руководитель")
HELP = "Методическая"
DECIDED = "снято решением школы (№ {number}); чтобы взять снова, поставьте там «В работе»."
LINKS = ("date", "request", "appeal", "assignment", "meeting", "item")


class Standing(NamedTuple):
    """A remark as «Мониторинг» shows it: the line, and the indicator that is low there."""

    line: MonitoringLine
    indicator: Indicator

    @property
    def text(self) -> str:
        """Return the remark as a sentence without its full stop."""
        return self.indicator.sentence(counts_of(self.line))


Maker = Callable[[Group, Sequence[TakenRemark], dt.date], Deeds]


def ask_about(group: Group, lines: Iterable[MonitoringLine], day: dt.date) -> Deeds:
    """Make a request to each teacher of lines of «Мониторинг»; raise CannotBeDone."""
    return _made(group, lines, day, _requests)


def record_help(group: Group, lines: Iterable[MonitoringLine], day: dt.date) -> Deeds:
    """Record an appeal for each teacher of lines of «Мониторинг»; raise CannotBeDone."""
    return _made(group, lines, day, _appeals)


def assign(group: Group, lines: Iterable[MonitoringLine], day: dt.date) -> Deeds:
    """Give an assignment to help each teacher of lines of «Мониторинг»; raise CannotBeDone."""
    return _made(group, lines, day, _assignments)


def discuss(group: Group, lines: Iterable[MonitoringLine], day: dt.date) -> Deeds:
    """Put each teacher of lines of «Мониторинг» on the next agenda; raise CannotBeDone or StillPlanned."""
    return _made(group, lines, day, _items)


def standing(lines: Iterable[MonitoringLine], settings: Settings) -> Iterator[Standing]:
    """Yield the remarks of lines of «Мониторинг», judged by the school's thresholds of today."""
    for line in lines:
        counts = counts_of(line)
        for indicator in INDICATORS:
            if indicator.level(counts, settings) is Level.LOW:
                yield Standing(line, indicator)


def counts_of(line: MonitoringLine) -> Counts:
    """Return the counts of a line of «Мониторинг»."""
    return Counts(**{name: getattr(line, name) for name in Counts._fields if hasattr(line, name)})


def same(taken: TakenRemark, line: MonitoringLine, indicator: Indicator) -> bool:
    """Tell whether a line of «Замечания в работе» is about a remark: it touches the same lessons."""
    known = (taken.teacher, taken.school_class, taken.subject, taken.indicator)
    if known != (line.teacher, line.school_class, line.subject, short(indicator)):
        return False
    period = _period_of(line)
    return taken.period is None or period is None or taken.period.touches(period)


def _made(group: Group, lines: Iterable[MonitoringLine], day: dt.date, make: Maker) -> Deeds:
    """Return the deeds of all remarks that are not dealt with yet, one a teacher."""
    lines = tuple(lines)
    free, told = _sorted_out(group, lines, day)
    remarks = _numbered(group, sorted(free, key=lambda one: one.teacher))
    made = make(group, remarks, day) if remarks else Deeds()
    return together((made, _shown(group, lines, made), told))


def _numbered(group: Group, remarks: Iterable[TakenRemark]) -> list[TakenRemark]:
    """Give the remarks that are new to «Замечания в работе» their numbers."""
    taken = [one.number for one in group[TakenRemark]]
    numbered = []
    for one in remarks:
        number = one.number or next_number(taken, one.date or dt.date.min)
        taken.append(number)
        numbered.append(replace(one, number=number))
    return numbered


def _shown(group: Group, lines: Iterable[MonitoringLine], made: Deeds) -> Deeds:
    """Return the lines of «Мониторинг» with what was done about them."""
    new = [one for one in (*made.added, *(one.row for one in made.changed)) if isinstance(one, TakenRemark)]
    numbers = {one.number for one in new}
    known = by_place((*(one for one in group[TakenRemark] if one.number not in numbers), *new))
    told = (
        replace(line, measures=measures(known.get((line.teacher, line.school_class, line.subject), ()), period))
        for line in lines
        if (period := _period_of(line))
    )
    return Deeds(changed=tuple(Changed(line, ("measures",)) for line in told))


def _period_of(line: MonitoringLine) -> Period | None:
    return Period(line.first, line.last) if line.first and line.last and line.first <= line.last else None


def _sorted_out(group: Group, lines: Sequence[MonitoringLine], day: dt.date) -> tuple[list[TakenRemark], Deeds]:
    free: list[TakenRemark] = []
    known, refused = [], []
    for line in lines:
        found = tuple(standing((line,), group.settings))
        if not found:
            where = ", ".join(filter(None, (initials(line.teacher), line.school_class, line.subject)))
            refused.append(f"{where}: показателей хуже порога нет, передавать нечего.")
        for remark in found:
            before = _known(group, remark)
            if before and before.status == DROPPED:
                known.append(f"{initials(before.teacher)}, {before.about}: {DECIDED.format(number=before.number)}")
            elif before and is_dealt_with(group, before):
                known.append(f"{initials(before.teacher)}, {before.about}: уже в работе – {before.deed}.")
            elif before:
                free.append(replace(before, date=day, request="", appeal="", assignment="", meeting="", item=None))
            else:
                free.append(_taken(remark, day))
    return free, Deeds(known=tuple(known), refused=tuple(refused))


def _known(group: Group, remark: Standing) -> TakenRemark | None:
    """Return the line of a remark that is in hand or was dropped by the school; a mended one may come again."""
    return next((one for one in group[TakenRemark] if one.status != MENDED and same(one, *remark)), None)


def _taken(remark: Standing, day: dt.date) -> TakenRemark:
    line = remark.line
    return TakenRemark(
        "",
        day,
        line.teacher,
        line.school_class,
        line.subject,
        short(remark.indicator),
        line.first,
        line.last,
        remark.text,
        status=IN_HAND,
    )


def _by_teacher(remarks: Sequence[TakenRemark]) -> Iterator[tuple[str, list[TakenRemark]]]:
    return ((teacher, list(own)) for teacher, own in groupby(remarks, key=lambda one: one.teacher))


def _linked(remarks: Sequence[TakenRemark], **link: object) -> Deeds:
    """Return the lines of «Замечания в работе» with their deed: those that stand are changed, the others added."""
    linked = [replace(one, **link) for one in remarks]  # type: ignore[arg-type]  # columns of a remark
    added = tuple(one for one in linked if not one.row)
    return Deeds(added, tuple(Changed(one, LINKS) for one in linked if one.row))


def _requests(group: Group, remarks: Sequence[TakenRemark], day: dt.date) -> Deeds:
    numbers, deeds = [one.number for one in group[Request]], Deeds()
    for teacher, own in _by_teacher(remarks):
        request = Request(
            next_number(numbers, day),
            day,
            teacher,
            holder(group, CHECKERS, day),
            f"По журналам ({_period(own)}): {told_of(own)}. Внесите недостающее или поясните причину",
            day + dt.timedelta(days=group.settings.report_days),
            SENT,
            basis=_numbers(own),
        )
        numbers.append(request.number)
        done = (
            f"Запрос № {request.number}: {initials(teacher)}, замечаний – {len(own)}, срок {short_date(request.due)}."
        )
        deeds += Deeds((request,), done=(done,)) + _linked(own, request=request.number)
    return deeds


def _appeals(group: Group, remarks: Sequence[TakenRemark], day: dt.date) -> Deeds:
    numbers = [one.number for one in group[Appeal]] + [one.appeal for one in group[AppealState]]
    deeds = Deeds()
    for teacher, own in _by_teacher(remarks):
        checker = holder(group, CHECKERS, day)
        draft = Draft(
            applicant=checker or teacher,
            category="Член группы" if checker else "Педагог",
            help_kind=HELP,
            theme=theme_of(own[0].of, group.lists),
            essence=f"По мониторингу ({_period(own)}) помочь: {initials(teacher)} – {told_of(own)}",
            executor=propose(group, HELP, day).chosen,
        )
        appeal = new_appeal(group, draft, appeal_numbers.next_number(numbers, day), day)
        appeal = replace(appeal, note=_numbers(own))
        numbers.append(appeal.number)
        done = f"Обращение № {appeal.number}: {initials(teacher)}, замечаний – {len(own)}."
        states = AppealState(appeal.number, day, appeal.status)
        deeds += Deeds((appeal, states), done=(done,)) + _linked(own, appeal=appeal.number)
    return deeds


def _assignments(group: Group, remarks: Sequence[TakenRemark], day: dt.date) -> Deeds:
    numbers, deeds = [one.number for one in group[Assignment]], Deeds()
    executor = propose(group, HELP, day).chosen or holder(group, CHECKERS, day)
    for teacher, own in _by_teacher(remarks):
        task = Assignment(
            next_number(numbers, day),
            task=f"Помочь исправить замечания мониторинга ({_period(own)}): {initials(teacher)} – {told_of(own)} "
            f"({lowered(_numbers(own))})",
            executor=executor,
            due=day + dt.timedelta(days=group.settings.report_days),
            status="Выдано",
        )
        numbers.append(task.number)
        whom = f"исполнитель – {executor}" if executor else "впишите исполнителя"
        done = f"Поручение № {task.number}: {initials(teacher)}, замечаний – {len(own)}, {whom}."
        deeds += Deeds((task,), done=(done,)) + _linked(own, assignment=task.number)
    return deeds


def _items(group: Group, remarks: Sequence[TakenRemark], day: dt.date) -> Deeds:
    own = dict(_by_teacher(remarks))
    topics = [
        Proposal(
            _numbers(mine),
            f"О замечаниях мониторинга ({_period(mine)}): {initials(teacher)} – {told_of(mine)}",
            holder(group, CHECKERS, day),
        )
        for teacher, mine in own.items()
    ]
    written, items = put_on_agenda(group, topics, day)
    for (teacher, mine), item in zip(own.items(), items, strict=True):
        done = f"Вопрос {item.number} заседания № {item.meeting}: {initials(teacher)}, замечаний – {len(mine)}."
        written += Deeds(done=(done,)) + _linked(mine, meeting=item.meeting, item=item.number)
    return written


def told_of(remarks: Sequence[TakenRemark]) -> str:
    """Return remarks of one teacher in one sentence: «5А, Математика: темы записаны в 12 уроках из 20; …»."""
    places = groupby(remarks, key=lambda one: ", ".join(filter(None, (one.school_class, one.subject))))
    return "; ".join(f"{place}: {', '.join(lowered(one.was) for one in own)}" for place, own in places)


def _numbers(remarks: Sequence[TakenRemark]) -> str:
    """Return what a deed names its remarks by: «Замечания № 3, 4»."""
    head = "Замечание" if len(remarks) == 1 else "Замечания"
    return f"{head} № {', '.join(one.number for one in remarks)}"


def _period(remarks: Sequence[TakenRemark]) -> str:
    first = min((one.first for one in remarks if one.first), default=None)
    last = max((one.last for one in remarks if one.last), default=None)
    return f"{short_date(first)} – {short_date(last)}"
