"""Rules of appeals: what must be recorded, terms, states (B 2.2, 6.4)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.meetings import Meeting
from wg_excel.domain.rules.registry import rule

TAKEN = "Вынесено на заседание"
PASSED_ON = "Передано в поддержку"
SOLVED = "Решено"
WORKED_ON = frozenset({"В работе", PASSED_ON, SOLVED})


class AppealFinding(Finding):
    """Something about one appeal: the sentence begins with its number."""

    def __init__(self, appeal: Appeal, column: str, text: str) -> None:
        super().__init__(
            f"Обращение {appeal.number or f'в строке {appeal.row}'}: {text}", Place.of(appeal, column), _about(appeal)
        )


def _about(appeal: Appeal) -> str:
    return appeal.number or str(appeal.row)


class NotRecorded(AppealFinding):
    """Who asked, what for or which help was given is not recorded."""

    def __init__(self, appeal: Appeal, column: str) -> None:
        what = {"applicant": "указан заявитель", "help_kind": "указан вид помощи", "essence": "записана суть обращения"}
        super().__init__(appeal, column, f"не {what[column]}. Заполните: без этого запись о помощи неполная.")


_APPEAL = Appeal("2026-014", dt.date(2026, 10, 5), "Иванова Мария Петровна", status="В работе", row=19)


@rule(
    "APP-1",
    clause="B 6.4",
    about="В обращении записано, кто, с чем и за какой помощью пришёл",
    raised="Не заполнены «Заявитель», «Вид помощи» или «Суть обращения» либо вместо них стоит прочерк.",
    cleared="Ячейка заполнена.",
    examples=(NotRecorded(_APPEAL, "help_kind"), NotRecorded(_APPEAL, "essence")),
)
def help_is_recorded(group: Group, today: dt.date) -> Iterator[Finding]:
    """An appeal names its applicant, the kind of help and its essence."""
    for appeal in group[Appeal]:
        for column in ("applicant", "help_kind", "essence"):
            if column not in appeal.faults and not any(map(str.isalnum, getattr(appeal, column))):
                yield NotRecorded(appeal, column)


class ExecutorNotMember(AppealFinding):
    """The executor did not belong to the group then."""

    def __init__(self, appeal: Appeal, fio: str) -> None:
        super().__init__(
            appeal,
            "executor",
            f"исполнитель «{fio}» не состоял в группе, когда обращение рассматривалось. "
            "Укажите другого исполнителя или исправьте даты на листе «Члены группы».",
        )


class ExecutorJoinedLater(AppealFinding):
    """The executor joined the group after the day of the appeal."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, fio: str) -> None:
        super().__init__(
            appeal,
            "executor",
            f"исполнитель «{fio}» вошёл в группу позже дня обращения ({short_date(appeal.date)}). "
            "Проверьте исполнителя и даты на листе «Члены группы».",
        )


class ExecutorLeftSince(AppealFinding):
    """The executor of an open appeal has left the group."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal, fio: str) -> None:
        super().__init__(
            appeal, "executor", f"исполнитель «{fio}» выбыл из группы, а обращение не закрыто. Передайте его другому."
        )


@rule(
    "APP-2",
    clause="B 5.3",
    about="Исполнитель состоял в группе",
    raised="Исполнитель не состоял в группе ни в день обращения, ни позже, до решения. Если он вошёл в неё позже дня "
    "обращения или выбыл, не закрыв его, — предупреждение.",
    cleared="Указан исполнитель из состава того времени.",
    examples=(
        ExecutorNotMember(_APPEAL, "Петров Пётр Петрович"),
        ExecutorJoinedLater(_APPEAL, "Петров Пётр Петрович"),
        ExecutorLeftSince(_APPEAL, "Петров Пётр Петрович"),
    ),
)
def executor_was_a_member(group: Group, today: dt.date) -> Iterator[Finding]:
    """The executor belonged to the group on the day of the appeal, and does so while it is open."""
    for appeal in group[Appeal]:
        fio = group.index.find("tblMembers", appeal.executor) if appeal.executor else ""
        if fio and appeal.date:
            yield from _executor(group, appeal, fio, appeal.date, today)


def _executor(group: Group, appeal: Appeal, fio: str, day: dt.date, today: dt.date) -> Iterator[Finding]:
    last = max(day, today if appeal.is_open else appeal.solved or day)
    if not group.index.was_member(fio, day, last):
        yield ExecutorNotMember(appeal, fio)
    elif not group.index.was_member(fio, day, day):
        yield ExecutorJoinedLater(appeal, fio)
    elif appeal.is_open and not group.index.was_member(fio, last, last):
        yield ExecutorLeftSince(appeal, fio)


class SolutionUndated(AppealFinding):
    """A solved appeal has no date of solution."""

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(appeal, "solved", "статус «Решено», но нет даты решения. Впишите дату или измените статус.")


class MeasuresMissing(AppealFinding):
    """A solved appeal says nothing about what was done."""

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(appeal, "measures", "статус «Решено», но не записаны принятые меры. Впишите, чем помогли.")


class SolvedBeforeAppeal(AppealFinding):
    """The solution is older than the appeal."""

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(
            appeal,
            "solved",
            f"решено {short_date(appeal.solved)}, раньше самого обращения ({short_date(appeal.date)}). "
            "Исправьте одну из дат.",
        )


class SolutionOfOpenAppeal(AppealFinding):
    """An open appeal has a date of solution."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(
            appeal, "status", f"дата решения есть, а статус — «{appeal.status}». Выберите «Решено» или уберите дату."
        )


@rule(
    "APP-3",
    clause="B 6.4",
    about="У решённого обращения есть дата и меры",
    raised="Статус «Решено» без даты решения или принятых мер; решено раньше обращения; дата решения у открытого "
    "обращения — предупреждение.",
    cleared="Дата, меры и статус согласованы.",
    examples=(
        SolutionUndated(_APPEAL),
        MeasuresMissing(_APPEAL),
        SolvedBeforeAppeal(Appeal("2026-014", dt.date(2026, 10, 5), solved=dt.date(2026, 10, 1))),
        SolutionOfOpenAppeal(_APPEAL),
    ),
)
def solution_is_complete(group: Group, today: dt.date) -> Iterator[Finding]:
    """A solved appeal has its date, not before the appeal, and the measures taken."""
    for appeal in group[Appeal]:
        if appeal.status == SOLVED:
            yield from _solution(appeal)
        if appeal.solved and appeal.date and appeal.solved < appeal.date:
            yield SolvedBeforeAppeal(appeal)
        if appeal.solved and appeal.is_open and appeal.status and "status" not in appeal.faults:
            yield SolutionOfOpenAppeal(appeal)


def _solution(appeal: Appeal) -> Iterator[Finding]:
    if not appeal.solved and "solved" not in appeal.faults:
        yield SolutionUndated(appeal)
    if not any(map(str.isalnum, appeal.measures)) and "measures" not in appeal.faults:
        yield MeasuresMissing(appeal)


class NotOnAgenda(AppealFinding):
    """An appeal taken to a meeting is on no agenda."""

    def __init__(self, appeal: Appeal) -> None:
        where = f"заседания № {appeal.meeting}" if appeal.meeting else "ни одного заседания"
        super().__init__(
            appeal,
            "meeting",
            f"вынесено на заседание, но в повестке {where} его нет. Добавьте вопрос на лист «Повестка» "
            "и укажите в нём номер обращения.",
        )


class NoDecisionOnAppeal(AppealFinding):
    """The meeting is over, and nothing was decided on the appeal."""

    def __init__(self, appeal: Appeal, meeting: Meeting) -> None:
        super().__init__(
            appeal,
            "meeting",
            f"заседание № {meeting.number} прошло, а решение по обращению не записано. Впишите его в «Повестку».",
        )


@rule(
    "APP-7",
    clause="B 2.2",
    about="Вынесенное на заседание обращение рассмотрено",
    raised="Статус «Вынесено на заседание», но вопроса с номером обращения в повестке нет либо заседание прошло "
    "без решения.",
    cleared="Вопрос внесён в повестку, после заседания записано решение.",
    examples=(
        NotOnAgenda(_APPEAL),
        NoDecisionOnAppeal(_APPEAL, Meeting("3")),
    ),
)
def appeal_taken_to_a_meeting_is_decided(group: Group, today: dt.date) -> Iterator[Finding]:
    """An appeal taken to a meeting has an agenda item, and after the meeting a decision."""
    for appeal in group[Appeal]:
        if appeal.status == TAKEN and "meeting" not in appeal.faults:
            yield from _taken(group, appeal)


def _taken(group: Group, appeal: Appeal) -> Iterator[Finding]:
    wanted = group.index.meeting(appeal.meeting)
    if appeal.meeting and not wanted:
        return
    taken = ((item, group.index.meeting(item.meeting)) for item in group.index.items_of_appeal(appeal.number))
    items = [(item, meeting) for item, meeting in taken if meeting and (not wanted or meeting is wanted)]
    if not items:
        yield NotOnAgenda(appeal)
    elif not any(item.decided or "decided" in item.faults or not meeting.is_held for item, meeting in items):
        yield NoDecisionOnAppeal(appeal, items[-1][1])


class SupportNumberMissing(AppealFinding):
    """An appeal passed to the support has no number there."""

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(
            appeal, "support_number", "передано в поддержку, но не указан номер в поддержке «ЭлЖур». Впишите его."
        )


@rule(
    "APP-8",
    clause="A IV.3.1",
    about="У переданного в поддержку обращения есть её номер",
    raised="Статус «Передано в поддержку», а «№ в поддержке ЭлЖур» пуст.",
    cleared="Номер вписан.",
    examples=(SupportNumberMissing(_APPEAL),),
)
def support_number_is_known(group: Group, today: dt.date) -> Iterator[Finding]:
    """An appeal passed to the support of the journal has its number there."""
    for appeal in group[Appeal]:
        if appeal.status == PASSED_ON and not appeal.support_number and "support_number" not in appeal.faults:
            yield SupportNumberMissing(appeal)


class ExecutorUnnamed(AppealFinding):
    """An appeal is being dealt with, and nobody is named."""

    severity_by_default = Severity.WARNING

    def __init__(self, appeal: Appeal) -> None:
        super().__init__(
            appeal, "executor", f"статус «{appeal.status}», а исполнитель не указан. Впишите, кто помогает."
        )


@rule(
    "APP-10",
    clause="B 6.4",
    about="У обращения есть исполнитель",
    raised="Обращение в работе, передано в поддержку или решено, а «Исполнитель» пуст.",
    cleared="Исполнитель указан.",
    examples=(ExecutorUnnamed(_APPEAL),),
)
def someone_deals_with_the_appeal(group: Group, today: dt.date) -> Iterator[Finding]:
    """An appeal beyond «Новое» names its executor."""
    for appeal in group[Appeal]:
        if appeal.status in WORKED_ON and not appeal.executor and "executor" not in appeal.faults:
            yield ExecutorUnnamed(appeal)
