"""Rules of requests to teachers: answered in term (B 4.1)."""

import datetime as dt
from collections.abc import Iterator

from wg_excel.domain.findings import Finding, Place, Severity
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.rules.registry import rule
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.requests import ANSWERED, Request


class RequestFinding(Finding):
    """Something about one request: the sentence begins with its number."""

    def __init__(self, request: Request, column: str, text: str) -> None:
        number = request.number or str(request.row)
        super().__init__(f"Запрос № {number}: {text}", Place.of(request, column), number)


class AnswerOverdue(RequestFinding):
    """The term of a request has passed without an answer."""

    def __init__(self, request: Request) -> None:
        super().__init__(
            request,
            "due",
            f"срок ответа истёк {short_date(request.due)} (педагог: {request.teacher or 'не указан'}). "
            "Напомните о запросе и запишите ответ с датой.",
        )


_REQUEST = Request("2", teacher="Иванова М. П.", due=dt.date(2026, 10, 20), status="Отправлен", row=8)


@rule(
    "REQ-1",
    clause="B 4.1",
    about="На запрос получен ответ в срок",
    raised="Срок запроса прошёл, а статус — не «Получен ответ».",
    cleared="Ответ записан или срок перенесён.",
    examples=(AnswerOverdue(_REQUEST),),
)
def no_answer_is_overdue(group: Group, today: dt.date) -> Iterator[Finding]:
    """No request waits for its answer past the term."""
    for request in group[Request]:
        if _waits(request) and request.due and request.due < today:
            yield AnswerOverdue(request)


def _waits(request: Request) -> bool:
    """Tell whether a request has no answer yet; a day of the answer under another status is REQ-2's."""
    return request.status in {"Отправлен", "Без ответа"} and not request.answered


class AnswerIncomplete(RequestFinding):
    """An answered request has no date or no text of the answer."""

    severity_by_default = Severity.WARNING

    def __init__(self, request: Request, column: str) -> None:
        what = {"answered": "даты ответа", "answer": "самого ответа"}[column]
        super().__init__(request, column, f"статус «Получен ответ», но нет {what}. Заполните ячейку.")


class AnswerUnmarked(RequestFinding):
    """A request has the day of its answer, and its status says that it waits."""

    severity_by_default = Severity.WARNING

    def __init__(self, request: Request) -> None:
        super().__init__(
            request,
            "status",
            f"дата ответа есть, а статус — «{request.status}». Выберите «{ANSWERED}» или уберите дату.",
        )


@rule(
    "REQ-2",
    clause="B 4.1",
    about="Полученный ответ записан",
    raised="Статус «Получен ответ», а «Дата ответа» или «Ответ» пусты; дата ответа есть, а статус другой.",
    cleared="Ячейки заполнены, статус и дата согласованы.",
    examples=(
        AnswerIncomplete(_REQUEST, "answered"),
        AnswerIncomplete(_REQUEST, "answer"),
        AnswerUnmarked(_REQUEST),
    ),
)
def answer_is_recorded(group: Group, today: dt.date) -> Iterator[Finding]:
    """An answered request has the answer and its date."""
    for request in group[Request]:
        for column in ("answered", "answer") if request.status == ANSWERED else ():
            if not getattr(request, column) and column not in request.faults:
                yield AnswerIncomplete(request, column)
        if request.answered and request.status not in {"", ANSWERED} and "status" not in request.faults:
            yield AnswerUnmarked(request)


class TeacherLeft(RequestFinding):
    """The teacher who is to answer works here no more."""

    severity_by_default = Severity.WARNING

    def __init__(self, request: Request, fio: str, until: dt.date) -> None:
        super().__init__(
            request,
            "teacher",
            f"«{fio}» работает по {short_date(until)} и уже не ответит. Направьте новый запрос тому, кто принял "
            "журналы, а здесь запишите это в «Ответ».",
        )


@rule(
    "REQ-3",
    clause="B 4.1",
    about="Тот, кого спросили, работает в школе",
    raised="Запрос ждёт ответа, а педагог уже не работает («Работает по» на листе «Педагоги» прошло).",
    cleared="Запрос закрыт или направлен другому либо исправлена дата.",
    examples=(TeacherLeft(_REQUEST, "Иванова Мария Петровна", dt.date(2026, 9, 30)),),
)
def whoever_is_asked_works_here(group: Group, today: dt.date) -> Iterator[Finding]:
    """No request waits for a teacher who has left."""
    left = {row.fio: row.until for row in group[Teacher] if row.until and row.until < today}
    for request in group[Request]:
        fio = group.index.find("tblTeachers", request.teacher)
        until = left.get(fio) if _waits(request) else None
        if until:
            yield TeacherLeft(request, fio, until)
