"""Buttons that show and print the appeals: journal, statistics, known answers, the applicant's slip (B 6.4)."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.domain.appeals.appeal_states import AppealState
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted
from wg_excel.domain.members.members import Member
from wg_excel.domain.periods import Period
from wg_excel.domain.schema import Record
from wg_excel.domain.settings import DayOff, SchoolTerm
from wg_excel.domain.work.duties import current_quarter

if TYPE_CHECKING:
    from wg_excel.domain.appeals.answer_lines import AnswerLine
    from wg_excel.domain.appeals.appeal_lines import JournalLine, StatisticsLine
    from wg_excel.domain.appeals.known_answers import KnownAnswer

LONGEST = 120  # characters of a question or an answer in a message


class Journal(NamedTuple):
    """The journal of a period."""

    lines: "tuple[JournalLine, ...]"
    period: Period
    organisation: str
    day: dt.date

    @property
    def told(self) -> str:
        """Return what the sheet shows."""
        many = counted(len(self.lines), "обращение", "обращения", "обращений")
        return f"Журнал за {self.period}: {many}. Проверьте и напечатайте лист (Ctrl+P)."


class Statistics(NamedTuple):
    """The statistics of a period; the first line is the whole."""

    lines: "tuple[StatisticsLine, ...]"
    period: Period

    @property
    def told(self) -> str:
        """Return the figures of the whole."""
        whole = self.lines[0]
        share = f", в срок {whole.share:g}".replace(".", ",") + " %" if whole.share is not None else ""
        return f"За {self.period} поступило {whole.received}, решено {whole.solved}{share}."


class Answers(NamedTuple):
    """The known answers."""

    lines: "tuple[AnswerLine, ...]"

    @property
    def told(self) -> str:
        """Return how many questions of how many themes have an answer."""
        if not self.lines:
            return "Решённых обращений с принятыми мерами пока нет: лист пуст."
        themes = counted(len({line.theme for line in self.lines}), "тема", "темы", "тем")
        return f"Решённых вопросов: {len(self.lines)} ({themes}). Отберите свою тему фильтром."


class Similar(NamedTuple):
    """The solved appeals like the selected one."""

    number: str
    answers: "tuple[KnownAnswer, ...]"

    @property
    def told(self) -> str:
        """Return the questions and what helped; a text with a secret is not shown."""
        if not self.answers:
            return f"Решённых обращений, похожих на № {self.number}, нет."
        lines = (f"№ {a.number}: {_short(a.essence)}\nПомогло: {_short(a.measures)}" for a, _ in self.answers)
        return "\n\n".join((f"Похоже на № {self.number}:", *lines))


class SlipWritten(NamedTuple):
    """The slip of an appeal as a file."""

    number: str
    file: Path

    @property
    def told(self) -> str:
        """Return where the slip is."""
        return f"Талон обращения № {self.number}: папка «{self.file.parent.name}», файл «{self.file.name}»."


def show_journal(book: xw.Book, period: Period | None = None, *, today: dt.date | None = None) -> Journal:
    """Fill «Журнал обращений» for a period: the one given, else the one typed there, else the current quarter."""
    from wg_excel.documents.appeal_sheets import shown_period, write_lines
    from wg_excel.domain.appeals.appeal_journal import journal_lines, received_in
    from wg_excel.domain.appeals.appeal_lines import JournalLine

    group, day, chosen = _asked(book, JournalLine, period, today)
    lines = tuple(journal_lines(group, received_in(group, chosen, day), day))
    school = f"{group.settings.school}. " if group.settings.school else ""
    write_lines(book, JournalLine, lines, f"{school}Журнал учёта обращений за {shown_period(chosen)}", chosen)
    done = Journal(lines, chosen, group.settings.school, day)
    remember(book, "Журнал обращений", done.told, day)
    return done


def show_statistics(book: xw.Book, period: Period | None = None, *, today: dt.date | None = None) -> Statistics:
    """Fill «Статистика обращений» for a period: the one given, else the one typed there, else the current quarter."""
    from wg_excel.documents.appeal_sheets import shown_period, write_lines
    from wg_excel.domain.appeals.appeal_lines import StatisticsLine
    from wg_excel.domain.appeals.appeal_statistics import statistics

    group, day, chosen = _asked(book, StatisticsLine, period, today)
    done = Statistics(statistics(group, chosen, day), chosen)
    write_lines(book, StatisticsLine, done.lines, f"Статистика обращений за {shown_period(chosen)}", chosen)
    remember(book, "Статистика обращений", done.told, day)
    return done


def show_answers(book: xw.Book, *, today: dt.date | None = None) -> Answers:
    """Fill «Известные ответы» with the solved questions of every theme and what helped."""
    from wg_excel.actions.journal import ANSWERED, read_journal
    from wg_excel.documents.appeal_sheets import write_lines
    from wg_excel.domain.appeals.answer_lines import AnswerLine, answer_lines

    day = read_group(book, ()).today(today)
    appeals = (*read_journal(book, ArchivedAppeal, texts=ANSWERED), *read_journal(book, texts=ANSWERED))
    done = Answers(answer_lines(appeals))
    write_lines(book, AnswerLine, done.lines, AnswerLine.table.sheet)
    remember(book, "Известные ответы", done.told, day)
    return done


def find_similar(book: xw.Book, number: str = "", *, today: dt.date | None = None) -> Similar:
    """Tell which solved appeals are like one: the one of a number, else of the selected row; nothing is written."""
    from wg_excel.actions.journal import ANSWERED, read_journal
    from wg_excel.book.selection import selected_appeal_row
    from wg_excel.domain.appeals.appeal_slip import chosen_appeal
    from wg_excel.domain.appeals.known_answers import KnownAnswers

    del today
    texts = (*ANSWERED, "category")
    journal = read_journal(book, texts=texts)
    one = chosen_appeal(journal, number, selected_appeal_row(book))
    others = [
        other for other in (*read_journal(book, ArchivedAppeal, texts=texts), *journal) if other.number != one.number
    ]
    return Similar(one.number, KnownAnswers(others).similar(one.essence, one.theme, one.category))


def write_appeal_slip(
    book: xw.Book, number: str = "", folder: Path | None = None, *, today: dt.date | None = None
) -> SlipWritten:
    """Write the applicant's slip for an appeal: the one of a number, else of the selected row."""
    from wg_excel.actions.composing import papers_folder
    from wg_excel.book.selection import selected_appeal_row
    from wg_excel.documents.appeal_papers import write_slip
    from wg_excel.domain.appeals.appeal_slip import chosen_appeal, slip

    target = papers_folder(book, folder)
    group = read_group(book, (Appeal, AppealState, Member, SchoolTerm, DayOff))
    day = group.today(today)
    one = chosen_appeal(group[Appeal], number, selected_appeal_row(book))
    done = SlipWritten(one.number, write_slip(slip(group, one, day), target, beside=Path(book.fullname).parent))
    remember(book, "Талон заявителю", done.told, day)
    return done


def _asked(
    book: xw.Book, record: type[Record], period: Period | None, today: dt.date | None
) -> tuple[Group, dt.date, Period]:
    from wg_excel.actions.journal import with_received
    from wg_excel.documents.appeal_sheets import typed_on

    chosen = period or typed_on(book, record)
    group = read_group(book, (AppealState, Member, SchoolTerm, DayOff))
    day = group.today(today)
    chosen = chosen or current_quarter(group, day)
    return with_received(book, group, chosen), day, chosen


def _short(text: str) -> str:
    from wg_excel.domain.language.texts import squeeze
    from wg_excel.domain.privacy.secrets import tells_secret

    if tells_secret(text):
        return "(в тексте данные для входа, он не показан)"
    shown = squeeze(text)
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST].rsplit(' ', 1)[0]}…"
