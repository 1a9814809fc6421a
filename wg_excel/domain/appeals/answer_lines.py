"""«Известные ответы»: what helped before, theme by theme, to be read or printed (B 5.2, 6.4)."""

import datetime as dt
from collections.abc import Iterable

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.language.texts import fold
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Известные ответы",
    "tblKnownAnswers",
    clause="B 5.2",
    generated=True,
    hint="Решённые вопросы по темам и что помогло. Нажмите «Известные ответы», чтобы обновить.",
)
class AnswerLine(Record):
    """One question that was solved, with the measures of the latest time."""

    theme: str = column("Тема", width=24)
    help_kind: str = column("Вид помощи", width=18)
    essence: str = column("Вопрос", Kind.LONG_TEXT, width=52)
    measures: str = column("Что помогло", Kind.LONG_TEXT, width=52)
    times: int | None = column("Спрашивали, раз", Kind.INTEGER, width=12)
    number: str = column("Последнее №", width=12)
    date: dt.date | None = column("Дата", Kind.DATE, width=12)


def answer_lines(appeals: Iterable[Appeal]) -> tuple[AnswerLine, ...]:
    """Return a line for each question of a theme, those asked most often first; the same words are one question.

    What gives away a password is left out: the sheet is made to be handed around.
    """
    asked: dict[tuple[str, str], list[Appeal]] = {}
    for one in appeals:
        if (
            one.status == "Решено"
            and one.essence
            and one.measures
            and not tells_secret(f"{one.essence}\n{one.measures}")
        ):
            asked.setdefault((one.theme, fold(one.essence)), []).append(one)
    lines = (_line(same) for same in asked.values())
    return tuple(sorted(lines, key=lambda line: (line.theme, -(line.times or 0), line.essence)))


def _line(same: list[Appeal]) -> AnswerLine:
    last = max(same, key=lambda one: (one.date or dt.date.min, one.number))
    return AnswerLine(last.theme, last.help_kind, last.essence, last.measures, len(same), last.number, last.date)
