"""Follow remarks in hand: the newest data closes what is right and tells how far the rest is (B 5.2).

Topics and homework are counted anew over the lessons that the remark was about; what reports give for whole periods
over those that have come since as well. What was late stays late: timeliness is judged by what was entered after the
remark was taken up. Right is what no longer is a remark by the school's thresholds.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.deeds import Changed, Deeds, new_states
from wg_excel.domain.group import Group
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.language.names import initials
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.monitoring.counts import Counts
from wg_excel.domain.monitoring.indicators import Indicator, Level
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.monitoring.remark_links import Deed, closed, closing, deed_of, is_ahead, is_dealt_with
from wg_excel.domain.monitoring.taken_remarks import DROPPED, MENDED, TakenRemark
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings
from wg_excel.domain.staff.teachers import Teacher

HABIT = "timeliness"
OF_LESSONS = frozenset({"topics", "homework"})
DAY = dt.timedelta(days=1)
CHECKED = ("now", "status", "checked")

Over = Callable[[Period], Monitoring]
Key = tuple[str, str, str]


class Followed(NamedTuple):
    """What the newest data says: the lines as they are to be, what their deeds become, and the sentence to tell."""

    remarks: tuple[TakenRemark, ...] = ()
    deeds: Deeds = Deeds()
    told: str = ""


def follow(group: Group, facts: Facts, day: dt.date) -> Followed:
    """Judge every remark in hand by the facts; close the deeds whose remarks are all mended."""
    open_ = [one for one in group[TakenRemark] if one.is_open]
    if not open_:
        return Followed(group[TakenRemark])
    over = _counting(group, _about(facts, open_), day)
    judged = {one.row: _judged(one, over, group.settings, day) for one in open_}
    after = tuple(judged.get(one.row, one) for one in group[TakenRemark])
    mended = [one for one in judged.values() if not one.is_open]
    changed = tuple(Changed(one, CHECKED) for one in judged.values())
    done = _closed(group, after, mended, day)
    return Followed(after, Deeds(changed=changed) + done, _told(len(open_), len(mended), done))


def _told(number: int, mended: int, done: Deeds) -> str:
    left = number - mended
    parts = [f"Замечания мониторинга в работе: исправлено {mended}, осталось {left}."]
    return " ".join((*parts, *done.done))


def _about(facts: Facts, remarks: Iterable[TakenRemark]) -> Facts:
    """Return the facts about the classes and subjects of remarks: a few hundred rows instead of a school's."""
    wanted = {(one.school_class, one.subject) for one in remarks}
    return Facts(
        tuple(one for one in facts.lessons if (one.school_class, one.subject) in wanted),
        tuple(one for one in facts.entries if (one.school_class, one.subject) in wanted),
        tuple(one for one in facts.figures if (one.school_class, one.subject) in wanted),
    )


def _counting(group: Group, facts: Facts, day: dt.date) -> Over:
    @cache
    def over(period: Period) -> Monitoring:
        return monitor(facts, group[Teacher], group.calendar, group.settings, period, day)

    return over


def _judged(remark: TakenRemark, over: Over, settings: Settings, day: dt.date) -> TakenRemark:
    indicator, period = remark.of, remark.period
    if indicator is None or period is None:
        return remark
    counts = _counts(remark, indicator, period, over, day)
    level = indicator.level(counts, settings)
    if level is Level.NO_DATA:
        return replace(remark, now=_no_data(indicator, remark, over(period)), checked=day)
    if level is not Level.LOW:
        return replace(remark, now=f"{_stands(indicator, counts)}: исправлено", status=MENDED, checked=day)
    return replace(remark, now=f"{_stands(indicator, counts)}, {_wanted(indicator, settings)}", checked=day)


def _counts(remark: TakenRemark, indicator: Indicator, period: Period, over: Over, day: dt.date) -> Counts:
    taken = remark.date or day
    key = (remark.teacher, remark.school_class, remark.subject)
    if indicator.id == HABIT:
        return _of(over(Period(taken + DAY, day)), key) if taken < day else Counts()
    if indicator.id in OF_LESSONS:
        own = over(Period(period.first, max(period.first, min(period.last, taken))))
        if own.known and own.known.lists.get(key) and _of(own, key) != Counts():
            return _of(own, key)
    return _of(over(Period(period.first, max(period.last, day))), key)


def _of(monitoring: Monitoring, key: Key) -> Counts:
    found = (row.counts for row in monitoring.rows if (row.teacher, row.school_class, row.subject) == key)
    return next(found, Counts())


def _stands(indicator: Indicator, counts: Counts) -> str:
    """Return how an indicator stands: «6 из 8 – 75 %»."""
    part, base = indicator.of(counts) or (0, 0)
    return f"{part} из {base} – {_number(indicator.percent(counts))} %"


def _wanted(indicator: Indicator, settings: Settings) -> str:
    """Return what the school wants: «нужно не меньше 90 %»."""
    limit = "не больше" if indicator.less_is_better else "не меньше"
    return f"нужно {limit} {_number(getattr(settings, indicator.red))} %"


def _number(value: float | None) -> str:
    return f"{value:g}".replace(".", ",") if value is not None else "—"


def _no_data(indicator: Indicator, remark: TakenRemark, monitoring: Monitoring) -> str:
    """Say why nothing is known now of what the remark was about: its lessons may have gone to another teacher."""
    if indicator.id == HABIT:
        return f"Записей после {short_date(remark.date)} в выгрузках ещё нет"
    place = (remark.school_class, remark.subject)
    others = {row.teacher for row in monitoring.rows if (row.school_class, row.subject) == place} - {remark.teacher}
    if not others:
        return "Этих данных в выгрузках больше нет: загрузите выгрузку за этот период или поставьте «Снято»"
    names = ", ".join(map(initials, sorted(others)))
    verb = "ведёт" if len(others) == 1 else "ведут"
    return f"Этих уроков за педагогом больше нет, теперь их {verb} {names}: проверьте и поставьте «Снято»"


def _closed(group: Group, after: Sequence[TakenRemark], mended: Sequence[TakenRemark], day: dt.date) -> Deeds:
    """Close each deed whose remarks are all mended, with what was mended."""
    whole = Deeds()
    for named in dict.fromkeys(one.deed for one in mended if one.deed):
        own = [one for one in after if one.deed == named]
        deed = deed_of(group, own[0])
        if deed is None or not _may_close(group, deed, own):
            continue
        told = "; ".join(f"{initials(one.teacher)}, {one.about}: {_outcome(one)}" for one in own)
        changed = closed(deed, f"По выгрузкам на {short_date(day)}: {told}", day)
        states = new_states(group, [changed.row], day) if isinstance(changed.row, Appeal) else ()
        whole += Deeds(tuple(states), (changed,), (closing(deed),))
    return whole


def _outcome(remark: TakenRemark) -> str:
    return remark.head if remark.status == DROPPED else remark.now


def _may_close(group: Group, deed: Deed, remarks: Sequence[TakenRemark]) -> bool:
    """Tell whether a deed is open and all its remarks are mended; what a meeting has decided stays as it was said."""
    if isinstance(deed, AgendaItem) and not is_ahead(group, deed):
        return False
    return is_dealt_with(group, remarks[0]) and not any(one.is_open for one in remarks)
