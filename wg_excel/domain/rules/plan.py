"""Rules of the plan: overdue activities, directions without anyone responsible (A IV.1.2, B 4.2)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.members import Member
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.work.completion import contradiction, contradicts_itself
from wg_excel.domain.work.plan import Activity


class ActivityFinding(Finding):
    """Something about one activity: the sentence begins with its number."""

    def __init__(self, activity: Activity, column: str, text: str) -> None:
        number = activity.number or str(activity.row)
        super().__init__(f"Мероприятие плана № {number}: {text}", Place.of(activity, column), number)


class ActivityOverdue(ActivityFinding):
    """An open activity is past its term."""

    def __init__(self, activity: Activity) -> None:
        super().__init__(
            activity,
            "due",
            f"срок истёк {short_date(activity.due)} (ответственный: {activity.responsible or 'не указан'}). "
            "Отметьте выполнение с датой или перенесите срок.",
        )


_ACTIVITY = Activity("4", direction="Официальный сайт", due=dt.date(2026, 10, 20), status="В работе", row=9)


@rule(
    "PLN-1",
    clause="B 4.2",
    about="Мероприятие плана не просрочено",
    raised="Мероприятие не начато или в работе, а срок прошёл.",
    cleared="Мероприятие выполнено или отменено либо срок перенесён.",
    examples=(ActivityOverdue(_ACTIVITY),),
)
def no_activity_is_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """No open activity is past its term."""
    for activity in group[Activity]:
        if activity.is_open and activity.due and activity.due < today:
            yield ActivityOverdue(activity)


class DirectionUnheld(Finding):
    """Nobody in the group is responsible for a direction of the plan."""

    def __init__(self, activity: Activity) -> None:
        super().__init__(
            f"За направление «{activity.direction}» никто из нынешних членов группы не отвечает. "
            "Укажите ответственного в плане или направление на листе «Члены группы».",
            Place.of(activity, "responsible"),
            activity.direction,
        )


@rule(
    "PLN-2",
    clause="B 4.2",
    about="У направления плана есть ответственный",
    raised="По направлению есть невыполненные мероприятия, но ни один нынешний член группы не ведёт его и не отвечает "
    "ни за одно из них.",
    cleared="Ответственный — нынешний член группы.",
    examples=(DirectionUnheld(_ACTIVITY),),
)
def every_direction_has_someone_responsible(group: Group, today: dt.date) -> Iterator[Finding]:
    """Every direction with open activities has a current member responsible for it."""
    held = {member.direction for member in group[Member] if member.may_belong(today)}
    by_direction: defaultdict[str, list[Activity]] = defaultdict(list)
    for activity in group[Activity]:
        if activity.is_open and activity.direction and activity.direction not in held:
            by_direction[activity.direction].append(activity)
    for activities in by_direction.values():
        if not _any_held(group, activities, today):
            yield DirectionUnheld(activities[0])


def _any_held(group: Group, activities: Sequence[Activity], today: dt.date) -> bool:
    """Tell whether a current member is responsible, or a name cannot be read and so is reported already."""
    for activity in activities:
        fio = group.index.find("tblMembers", activity.responsible)
        if (activity.responsible and not fio) or group.index.was_member(fio, today, today):
            return True
    return False


class ActivityUndated(ActivityFinding):
    """A done activity has no date, or an open one has it."""

    severity_by_default = Severity.WARNING

    def __init__(self, activity: Activity) -> None:
        super().__init__(activity, *contradiction(activity))


@rule(
    "PLN-3",
    clause="B 4.2",
    about="Статус мероприятия и дата выполнения согласованы",
    raised="«Выполнено» без даты выполнения или дата у невыполненного мероприятия.",
    cleared="Статус и дата согласованы.",
    examples=(ActivityUndated(Activity("4", status="Выполнено")),),
)
def completion_has_its_date(group: Group, today: dt.date) -> Iterator[Finding]:
    """A done activity has its date, and only a done one."""
    for activity in group[Activity]:
        if contradicts_itself(activity):
            yield ActivityUndated(activity)
