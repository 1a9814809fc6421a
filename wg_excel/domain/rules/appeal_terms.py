"""Rules of the terms of appeals: overdue, about to be (A IV.2.1)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.appeals.appeal_clock import Clock, Reading
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted
from wg_excel.domain.rules.appeals import AppealFinding
from wg_excel.domain.rules.registry import rule


class AppealOverdue(AppealFinding):
    """An open appeal is past its term."""

    def __init__(self, appeal: Appeal, shown: Reading) -> None:
        late = f", просрочено на {shown.lateness}" if shown.lateness else ""
        super().__init__(
            appeal,
            "due",
            f"срок истёк {shown.when}{late}. Решите его и поставьте «Решено» с датой или согласуйте новый срок.",
        )


class AppealDueSoon(AppealFinding):
    """An open appeal is about to be overdue."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, shown: Reading, days: int) -> None:
        left = counted(days, "рабочий день", "рабочих дня", "рабочих дней") if days else ""
        when = f"срок — {shown.when}, осталось: {left}" if days else f"срок истекает сегодня, {shown.when}"
        super().__init__(appeal, "due", f"{when}. Успейте решить его или согласуйте новый срок.")


_APPEAL = Appeal("2026-014", dt.date(2026, 10, 5), row=19)
_DUE, _AT = dt.date(2026, 10, 12), dt.time(15, 30)
_OPEN = Reading(_DUE, None, is_late=False, late=0, reopened=0)


@rule(
    "APP-4",
    clause="A IV.2.1",
    about="Срок обращения не истёк",
    raised="Обращение открыто, а срок прошёл. Пустой срок считается по приоритету в рабочих днях или часах из "
    "«Настроек»; пока обращение ждёт заявителя или передано в поддержку, срок приостановлен (даты — на листе "
    "«Ход обращений»).",
    cleared="Обращение решено или отклонено либо срок перенесён.",
    examples=(
        AppealOverdue(_APPEAL, Reading(_DUE, None, is_late=True, late=4, reopened=0)),
        AppealOverdue(_APPEAL, Reading(_DUE, None, is_late=True, late=0, reopened=0, due_time=_AT, late_hours=3)),
    ),
)
def no_appeal_is_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """No open appeal is past its term."""
    for appeal, shown in _open_with_terms(group, today):
        if shown.is_late and shown.due:
            yield AppealOverdue(appeal, shown)


@rule(
    "APP-5",
    clause="A IV.2.1",
    about="До срока обращения есть время",
    raised="Обращение открыто, а до срока осталось не больше рабочих дней, чем задано в «Настройках».",
    cleared="Обращение решено или отклонено либо срок перенесён.",
    examples=(AppealDueSoon(_APPEAL, _OPEN, 2), AppealDueSoon(_APPEAL, _OPEN, 0)),
)
def no_appeal_is_about_to_be_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """An open appeal has more time left than the school's warning term."""
    for appeal, shown in _open_with_terms(group, today):
        due = shown.due
        if due and not shown.is_late and due >= today and (due - today).days <= 3 * group.settings.warning_days + 12:
            days = group.calendar.between(today, due)
            if days <= group.settings.warning_days:
                yield AppealDueSoon(appeal, shown, days)


def _open_with_terms(group: Group, today: dt.date) -> Iterator[tuple[Appeal, Reading]]:
    clock = Clock(group, today)
    for appeal in group[Appeal]:
        if appeal.is_open and (shown := clock.read(appeal)):
            yield appeal, shown
