"""Bring answers back into the appeals: of teachers, of trainings held, of the support (B 4.1; A IV.3.1, IV.3.3).

Decisions of meetings come back by «Перенести решения» (`wg_excel.domain.meetings.outcome`). An answer is brought back
once: what the appeal's measures tell already is left alone. A training that was held solves the appeal, as a decision
does; after any other answer somebody still has to help the applicant.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.handing_over import IN_WORK, PASSED_ON, WAITS
from wg_excel.domain.deeds import joined
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.work.requests import Request
from wg_excel.domain.work.training import HELD, Training


class Answer(NamedTuple):
    """An answer that an appeal does not tell yet: whose, in words, and the appeal as it is to be."""

    source: str
    appeal: Appeal


def answers(group: Group) -> tuple[Answer, ...]:
    """Return the answers to bring back, in the order of the appeals; of one appeal each builds on the one before."""
    asked: dict[str, list[Request]] = {}
    for request in group[Request]:
        if request.is_answered and request.answer and request.appeal:
            asked.setdefault(group.index.find("tblAppeals", request.appeal), []).append(request)
    held = {one.number: one for one in group[Training] if one.number and one.status == HELD and one.date}
    found: list[Answer] = []
    for appeal in group[Appeal]:
        if appeal.number and appeal.is_open and "measures" not in appeal.faults:
            training = held.get(group.index.find("tblTraining", appeal.training)) if appeal.training else None
            found += _of(appeal, asked.get(appeal.number, ()), training)
    return tuple(found)


def _of(appeal: Appeal, requests: list[Request] | tuple[()], training: Training | None) -> Iterator[Answer]:
    for request in requests:
        source = f"запрос № {request.number}"
        told = f"Ответ на {source} ({request.teacher}, {short_date(request.answered)}): "
        if f"Ответ на {source} (" not in appeal.measures:
            status = IN_WORK if appeal.status == WAITS else appeal.status
            appeal = _with(appeal, told + _line(request.answer), status)
            yield Answer(source, appeal)
    if appeal.support_answer and appeal.status == PASSED_ON:
        number = f" (№ {appeal.support_number})" if appeal.support_number else ""
        appeal = _with(appeal, f"Ответ поддержки «ЭлЖур»{number}: {_line(appeal.support_answer)}", IN_WORK)
        yield Answer("поддержка «ЭлЖур»", appeal)
    if training and training.date:
        result = f" Итог: {_line(training.result)}." if training.result else ""
        said = f"Обучение № {training.number} проведено {short_date(training.date)}: {_line(training.theme)}.{result}"
        solved = max(training.date, appeal.date or training.date)
        yield Answer(f"обучение № {training.number}", replace(_with(appeal, said, "Решено"), solved=solved))


def _with(appeal: Appeal, said: str, status: str) -> Appeal:
    return replace(appeal, measures=joined(appeal.measures, said), status=status)


def _line(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
