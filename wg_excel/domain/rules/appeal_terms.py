"""Rules of the terms of appeals: overdue, about to be (A IV.2.1)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.appeals.appeal_clock import Clock, Reading
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted, short_date
from wg_excel.domain.rules.appeals import AppealFinding
from wg_excel.domain.rules.registry import rule


class AppealOverdue(AppealFinding):
    """An open appeal is past its term."""

    def __init__(self, appeal: Appeal, due: dt.date, days: int) -> None:
        late = f", просрочено на {counted(days, 'рабочий день', 'рабочих дня', 'рабочих дней')}" if days else ""
        super().__init__(
            appeal,
            "due",
            f"срок истёк {short_date(due)}{late}. Решите его и поставьте «Решено» с датой или согласуйте новый срок.",
        )


class AppealDueSoon(AppealFinding):
    """An open appeal is about to be overdue."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, due: dt.date, days: int) -> None:
        left = counted(days, "рабочий день", "рабочих дня", "рабочих дней") if days else ""
        when = f"срок — {short_date(due)}, осталось: {left}" if days else f"срок истекает сегодня, {short_date(due)}"
        super().__init__(appeal, "due", f"{when}. Успейте решить его или согласуйте новый срок.")


_APPEAL = Appeal("2026-014", dt.date(2026, 10, 5), row=19)


@rule(
    "APP-4",
    clause="A IV.2.1",
    about="Срок обращения не истёк",
    raised="Обращение открыто, а срок прошёл. Пустой срок считается по приоритету в рабочих днях из «Настроек»; "
    "пока обращение ждёт заявителя или передано в поддержку, срок приостановлен (даты — на листе «Ход обращений»).",
    cleared="Обращение решено или отклонено либо срок перенесён.",
    examples=(AppealOverdue(_APPEAL, dt.date(2026, 10, 12), 4),),
)
def no_appeal_is_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """No open appeal is past its term."""
    for appeal, shown in _open_with_terms(group, today):
        if shown.is_late and shown.due:
            yield AppealOverdue(appeal, shown.due, shown.late)


@rule(
    "APP-5",
    clause="A IV.2.1",
    about="До срока обращения есть время",
    raised="Обращение открыто, а до срока осталось не больше рабочих дней, чем задано в «Настройках».",
    cleared="Обращение решено или отклонено либо срок перенесён.",
    examples=(AppealDueSoon(_APPEAL, dt.date(2026, 10, 12), 2), AppealDueSoon(_APPEAL, dt.date(2026, 10, 12), 0)),
)
def no_appeal_is_about_to_be_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """An open appeal has more time left than the school's warning term."""
    for appeal, shown in _open_with_terms(group, today):
        due = shown.due
        if due and due >= today and (due - today).days <= 3 * group.settings.warning_days + 12:
            days = group.calendar.between(today, due)
            if days <= group.settings.warning_days:
                yield AppealDueSoon(appeal, due, days)


def _open_with_terms(group: Group, today: dt.date) -> Iterator[tuple[Appeal, Reading]]:
    clock = Clock(group, today)
    for appeal in group[Appeal]:
        if appeal.is_open and (shown := clock.read(appeal)):
            yield appeal, shown
