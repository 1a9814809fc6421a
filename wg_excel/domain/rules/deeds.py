"""Rules of what appeals were handed over to: the answer comes back into their row (B 4.1; A IV.3.1, IV.3.3)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.appeals.answers import answers
from wg_excel.domain.appeals.appeal_states import AppealState, by_appeal
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted, short_date
from wg_excel.domain.rules.appeals import PASSED_ON, AppealFinding
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.work.training import PLANNED, Training


class AnswerNotBrought(AppealFinding):
    """An answer is there, and the appeal does not tell it."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, source: str) -> None:
        super().__init__(
            appeal, "measures", f"ответ есть ({source}), а в обращение он не внесён. Нажмите «Вернуть ответы»."
        )


class SupportSilent(AppealFinding):
    """The support has not answered in the term that the school gives it."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, since: dt.date, days: int) -> None:
        waited = counted(days, "рабочий день", "рабочих дня", "рабочих дней")
        number = f" по № {appeal.support_number}" if appeal.support_number else ""
        super().__init__(
            appeal,
            "support_answer",
            f"передано в поддержку {short_date(since)}, ответа нет {waited}. Напомните поддержке{number} "
            "и впишите её ответ.",
        )


_APPEAL = Appeal("2026-014", dt.date(2026, 10, 5), status=PASSED_ON, support_number="ЭЖ-48213", row=19)


@rule(
    "ANS-1",
    clause="B 4.1",
    about="Полученный ответ внесён в обращение",
    raised="На запрос по обращению получен ответ, назначенное обучение проведено или вписан ответ поддержки, а в "
    "«Принятых мерах» обращения этого нет.",
    cleared="Нажата кнопка «Вернуть ответы» или обращение закрыто.",
    examples=(AnswerNotBrought(_APPEAL, "запрос № 5"),),
)
def answers_are_brought_back(group: Group, today: dt.date) -> Iterator[Finding]:
    """What was answered stands in the appeal that asked."""
    told: set[str] = set()
    for answer in answers(group):
        if answer.appeal.number not in told:
            told.add(answer.appeal.number)
            yield AnswerNotBrought(answer.appeal, answer.source)


@rule(
    "ANS-2",
    clause="A IV.3.1",
    about="Поддержка отвечает в срок",
    raised="Обращение передано в поддержку, а её ответа нет дольше рабочих дней, чем задано в «Настройках» "
    "(день передачи — на листе «Ход обращений»).",
    cleared="Вписан «Ответ поддержки» или сменён статус.",
    examples=(SupportSilent(_APPEAL, dt.date(2026, 10, 6), 8),),
)
def the_support_answers(group: Group, today: dt.date) -> Iterator[Finding]:
    """An appeal does not lie with the support without an answer."""
    waiting = [one for one in group[Appeal] if one.status == PASSED_ON and not one.support_answer]
    states = by_appeal(group[AppealState]) if waiting else {}
    for appeal in waiting:
        passed = [line.date for line in states.get(appeal.number, ()) if line.status == PASSED_ON and line.date]
        days = group.calendar.between(passed[-1], today) if passed and passed[-1] < today else 0
        if days > group.settings.support_days:
            yield SupportSilent(appeal, passed[-1], days)


class TrainingForgotten(Finding):
    """The day of a planned training has passed, and nobody noted whether it was held."""

    severity_by_default = Severity.WARNING

    def __init__(self, training: Training) -> None:
        number = training.number or str(training.row)
        super().__init__(
            f"Обучение № {number}: день ({short_date(training.date)}) прошёл, а статус — «{PLANNED}». "
            "Отметьте «Проведено» с числом слушателей и итогом либо назначьте новый день.",
            Place.of(training, "status"),
            number,
        )


@rule(
    "TRN-1",
    clause="A IV.3.3",
    about="Назначенное обучение проведено",
    raised="День обучения прошёл, а статус — «Запланировано».",
    cleared="Отмечено, проведено обучение или отменено, либо назначен новый день.",
    examples=(TrainingForgotten(Training("9", dt.date(2026, 10, 20), status=PLANNED, row=14)),),
)
def planned_trainings_are_held(group: Group, today: dt.date) -> Iterator[Finding]:
    """No training stays planned after its day."""
    for training in group[Training]:
        if training.status == PLANNED and training.date and training.date < today:
            yield TrainingForgotten(training)
