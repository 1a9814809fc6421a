"""Buttons that make a record a deed: an appeal, a remark of the monitoring, a theme of the quarter (B 2.2, 4.1)."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.book.history import remember

if TYPE_CHECKING:
    from wg_excel.book.chosen_rows import Chosen
    from wg_excel.domain.appeals.answers import Answer
    from wg_excel.domain.appeals.theme_lines import ThemeLine
    from wg_excel.domain.deeds import Deeds


class Brought(NamedTuple):
    """The answers that a press brought back into the appeals."""

    answers: "tuple[Answer, ...]"

    @property
    def told(self) -> str:
        """Return which appeals were answered by what."""
        if not self.answers:
            return "Новых ответов нет."
        return "\n".join(
            f"Обращение № {one.appeal.number}: {one.source}, статус – «{one.appeal.status}»." for one in self.answers
        )


class Gathered(NamedTuple):
    """The repeated themes of the quarter."""

    lines: "tuple[ThemeLine, ...]"

    @property
    def told(self) -> str:
        """Return how many there are and what to do with them."""
        if not self.lines:
            return "Повторяющихся тем в этом квартале нет."
        new = sum(not line.accepted for line in self.lines)
        return f"Тем: {len(self.lines)}, не принято: {new}. Выделите тему и нажмите «На заседание» или «В обучение»."


def take_to_meeting(book: xw.Book, chosen: "Chosen | None" = None, *, today: dt.date | None = None) -> "Deeds":
    """Put the selected appeals, remarks or themes on the agenda of the next meeting (B 2.2)."""
    return _press(book, "На заседание", "meeting", chosen, today)


def pass_to_support(book: xw.Book, chosen: "Chosen | None" = None, *, today: dt.date | None = None) -> "Deeds":
    """Pass the selected appeals to the support of «ЭлЖур»; their clock stands until it answers (A IV.3.1)."""
    return _press(book, "В поддержку", "support", chosen, today)


def ask_teacher(
    book: xw.Book, chosen: "Chosen | None" = None, teacher: str = "", *, today: dt.date | None = None
) -> "Deeds":
    """Make requests to teachers of the selected appeals or remarks (B 4.1)."""
    return _press(book, "Запрос педагогу", "request", chosen, today, teacher)


def plan_training(book: xw.Book, chosen: "Chosen | None" = None, *, today: dt.date | None = None) -> "Deeds":
    """Plan a training on the selected appeals or themes (A IV.3.3)."""
    return _press(book, "В обучение", "training", chosen, today)


def give_assignment(book: xw.Book, chosen: "Chosen | None" = None, *, today: dt.date | None = None) -> "Deeds":
    """Assign a member to help with the selected remarks (B 3.2)."""
    return _press(book, "Поручить", "assignment", chosen, today)


def record_remark(book: xw.Book, chosen: "Chosen | None" = None, *, today: dt.date | None = None) -> "Deeds":
    """Record the selected remarks as appeals (B 6.4)."""
    return _press(book, "В обращения", "appeal", chosen, today)


def bring_answers(book: xw.Book, *, today: dt.date | None = None) -> Brought:
    """Bring answers of teachers, trainings held and the support back into the appeals (A IV.2.1)."""
    from wg_excel.actions.deeds import bring_answers as bring

    found, day = bring(book, today)
    done = Brought(found)
    remember(book, "Вернуть ответы", done.told, day)
    return done


def gather_themes(book: xw.Book, *, today: dt.date | None = None) -> Gathered:
    """Put the repeated questions of appeals and the monitoring's remarks together on «Темы квартала» (A IV.3.3)."""
    from wg_excel.actions.deeds import gather

    lines, day = gather(book, today)
    done = Gathered(lines)
    remember(book, "Темы квартала", done.told, day)
    return done


def _press(
    book: xw.Book, caption: str, target: str, chosen: "Chosen | None", today: dt.date | None, teacher: str = ""
) -> "Deeds":
    from wg_excel.actions.deeds import Target, make

    done, day = make(book, Target(target), chosen, today, teacher)
    remember(book, caption, str(done), day)
    return done
