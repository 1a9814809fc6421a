"""Hand appeals over: to a meeting (B 2.2), the support (A IV.3.1), a teacher (B 4.1), a training (A IV.3.3).

Each way is done once: an appeal that is on it already is named with the place where it stands. The states are those
that the clock expects: it stands while the support, or the applicant, has to answer.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.executors import ROLES, propose
from wg_excel.domain.deeds import Changed, Deeds, new_states, together
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.meetings.agenda_proposals import TAKEN, of_appeal
from wg_excel.domain.meetings.meetings import AgendaItem
from wg_excel.domain.meetings.next_agenda import place, put_on_agenda
from wg_excel.domain.members.members import Member, composition
from wg_excel.domain.numbering import next_number
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.work.requests import SENT, Request
from wg_excel.domain.work.training import PLANNED, Training

NEW, IN_WORK, WAITS = "Новое", "В работе", "Ждёт заявителя"
PASSED_ON = "Передано в поддержку"
KIND_OF_SUPPORT = "Техническая"
PREPARED_IN = 5  # working days to prepare a training
WRITTEN = ("status", "executor", "meeting", "request", "training")


class TeacherUnknown(Failure):
    """The teacher to be asked is nobody of «Педагоги», or may be several."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Педагога «{name}» нет на листе «Педагоги» или он там не один: впишите имя полностью.")


Way = Callable[[Group, Appeal], str]


def take_to_meeting(group: Group, appeals: Iterable[Appeal], day: dt.date) -> Deeds:
    """Put appeals on the agenda of the next meeting; raise StillPlanned or CannotBeDone."""
    free, told = _sorted_out(group, appeals, _on_agenda)
    if not free:
        return together((told,))
    taken = [replace(one, status=TAKEN) for one in free]
    written, items = put_on_agenda(group, [of_appeal(one) for one in taken], day)
    linked = [replace(one, meeting=item.meeting) for one, item in zip(taken, items, strict=True)]
    done = [f"Обращение № {item.appeal} — {place(item)}." for item in items]
    return together((written, _written(group, linked, day), Deeds(done=tuple(done)), told))


def pass_to_support(group: Group, appeals: Iterable[Appeal], day: dt.date) -> Deeds:
    """Pass appeals to the support of «ЭлЖур»: the clock stands until its answer; raise CannotBeDone."""
    free, told = _sorted_out(group, appeals, _at_support)
    passed = [replace(_with_executor(group, one, KIND_OF_SUPPORT, day), status=PASSED_ON) for one in free]
    done = tuple(
        f"Обращение № {one.number} передано в поддержку."
        + ("" if one.support_number else " Впишите «№ в поддержке ЭлЖур», когда его дадут.")
        for one in passed
    )
    return together((_written(group, passed, day), Deeds(done=done), told))


def ask_teacher(group: Group, appeals: Iterable[Appeal], day: dt.date, teacher: str = "") -> Deeds:
    """Make a request to a teacher of each appeal: to the one named, else to the applicant.

    Raises TeacherUnknown or CannotBeDone.
    """
    if teacher and not group.index.find("tblTeachers", teacher):
        raise TeacherUnknown(teacher)
    free, told = _sorted_out(group, appeals, _asked)
    parts, taken = [told], [one.number for one in group[Request]]
    for appeal in free:
        whom = group.index.find("tblTeachers", teacher or appeal.applicant)
        request = _request(group, appeal, next_number(taken, day), day, whom)
        taken.append(request.number)
        parts.append(_linked(group, appeal, request, day))
    return together(parts)


def plan_training(group: Group, appeals: Iterable[Appeal], day: dt.date) -> Deeds:
    """Make one training of the appeals, for all who asked; raise CannotBeDone."""
    free, told = _sorted_out(group, appeals, _taught)
    if not free:
        return together((told,))
    training = new_training(
        group,
        day,
        theme=", ".join(dict.fromkeys(one.theme for one in free if one.theme)) or free[0].essence,
        categories=[one.category for one in free],
        listeners=len({one.applicant for one in free}),
        basis=f"Обращения № {', '.join(one.number for one in free)}",
    )
    linked = [replace(one, training=training.number, status=_in_hand(one)) for one in free]
    told_of = f"{described(training)}: обращения № {', '.join(one.number for one in free)}."
    return together((Deeds((training,), done=(told_of,)), _written(group, linked, day), told))


def new_training(
    group: Group, day: dt.date, *, theme: str, categories: Sequence[str], listeners: int, basis: str
) -> Training:
    """Return a training to be held: the next number, a day that leaves time to prepare, its leader by role."""
    category = Counter(one for one in categories if one).most_common(1)
    return Training(
        next_number([one.number for one in group[Training] if one.number], day),
        group.calendar.after(day, PREPARED_IN),
        theme,
        category=category[0][0] if category else "",
        listeners=listeners,
        leader=holder(group, ("Системный администратор", *ROLES["Консультационная"]), day),
        status=PLANNED,
        basis=basis,
    )


def described(training: Training) -> str:
    """Return how a sentence names a planned training."""
    return f"Обучение № {training.number} назначено на {short_date(training.date)}"


def holder(group: Group, roles: Sequence[str], day: dt.date) -> str:
    """Return who holds the first of the roles that somebody present holds; empty where nobody does."""
    members = [one for one in composition(group[Member], day) if not one.is_absent(day)]
    return next((one.fio for role in roles for one in members if role in one.roles), "")


def _sorted_out(group: Group, appeals: Iterable[Appeal], way: Way) -> tuple[list[Appeal], Deeds]:
    """Return the appeals that can go a way, and what is to be said of the others."""
    free, known, refused = [], [], []
    for appeal in appeals:
        if not appeal.number or "number" in appeal.faults:
            refused.append(f"В строке {appeal.row} нет номера обращения: впишите его.")
        elif not appeal.is_open:
            again = "чтобы передать его, верните статус «В работе»"
            refused.append(f"Обращение № {appeal.number} закрыто («{appeal.status}»): {again}.")
        elif where := way(group, appeal):
            known.append(f"Обращение № {appeal.number} уже передано: {where}.")
        else:
            free.append(appeal)
    return free, Deeds(known=tuple(known), refused=tuple(refused))


def _on_agenda(group: Group, appeal: Appeal) -> str:
    waiting = (item for item in group.index.items_of_appeal(appeal.number) if not item.decided)
    return next((place(item) for item in waiting if _is_ahead(group, item)), "")


def _is_ahead(group: Group, item: AgendaItem) -> bool:
    meeting = group.index.meeting(item.meeting)
    return meeting is not None and meeting.status in {"Запланировано", "Перенесено"}


def _at_support(_: Group, appeal: Appeal) -> str:
    if appeal.status != PASSED_ON:
        return ""
    return f"поддержка «ЭлЖур», № {appeal.support_number}" if appeal.support_number else "поддержка «ЭлЖур»"


def _asked(group: Group, appeal: Appeal) -> str:
    for request in group[Request]:
        if request.appeal and not request.is_answered and _names(group, request.appeal, appeal):
            return f"запрос № {request.number} ({request.teacher or 'педагог не указан'})"
    return ""


def _taught(group: Group, appeal: Appeal) -> str:
    number = group.index.find("tblTraining", appeal.training) if appeal.training else ""
    planned = (one for one in group[Training] if one.number == number and one.status == PLANNED)
    return next((f"обучение № {one.number}, {short_date(one.date)}" for one in planned if number), "")


def _names(group: Group, text: str, appeal: Appeal) -> bool:
    return group.index.find("tblAppeals", text) == appeal.number


def _request(group: Group, appeal: Appeal, number: str, day: dt.date, teacher: str) -> Request:
    about = "" if tells_secret(appeal.essence) else appeal.essence
    return Request(
        number,
        day,
        teacher,
        appeal.executor or holder(group, ROLES.get(appeal.help_kind, ("Руководитель",)), day),
        about or f"По обращению № {appeal.number}: {appeal.theme}",
        group.calendar.after(day, group.settings.term_for(appeal.priority).days or 1),
        SENT,
        appeal=appeal.number,
        basis=f"Обращение № {appeal.number}",
    )


def _linked(group: Group, appeal: Appeal, request: Request, day: dt.date) -> Deeds:
    """Link an appeal with its request; where the applicant is asked, the clock stands."""
    waits = bool(request.teacher) and group.index.find("tblTeachers", appeal.applicant) == request.teacher
    status = WAITS if waits and appeal.status in {NEW, IN_WORK, WAITS} else _in_hand(appeal)
    whom = request.teacher or "впишите педагога на листе «Запросы педагогам»"
    done = f"По обращению № {appeal.number} создан запрос № {request.number} ({whom}), срок {short_date(request.due)}."
    linked = replace(appeal, request=request.number, status=status)
    return Deeds((request,), done=(done,)) + _written(group, [linked], day)


def _in_hand(appeal: Appeal) -> str:
    return IN_WORK if appeal.status in {"", NEW} else appeal.status


def _with_executor(group: Group, appeal: Appeal, help_kind: str, day: dt.date) -> Appeal:
    return appeal if appeal.executor else replace(appeal, executor=propose(group, help_kind, day).chosen)


def _written(group: Group, appeals: Sequence[Appeal], day: dt.date) -> Deeds:
    whole = [_with_executor(group, one, one.help_kind, day) for one in appeals]
    return Deeds(tuple(new_states(group, whole, day)), tuple(_changed(group, whole)))


def _changed(group: Group, appeals: Iterable[Appeal]) -> Iterator[Changed]:
    """Yield the rows with those columns that are other than they stand: a typed cell is not written without need."""
    standing = {one.row: one for one in group[Appeal]}
    for appeal in appeals:
        names = tuple(name for name in WRITTEN if getattr(appeal, name) != getattr(standing[appeal.row], name))
        if names:
            yield Changed(appeal, names)
