"""Record a new appeal in the workbook, and the states that appeals have come to (B 6.4)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import xlwings as xw

from wg_excel.actions.journal import Journal, all_numbers, read_journal
from wg_excel.book.master import read_group
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import append_rows
from wg_excel.domain.appeals.appeal_numbers import next_number
from wg_excel.domain.appeals.appeal_states import AppealState, by_appeal, changes
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.appeals.executors import OPEN, OPEN_LATELY, Proposed, propose
from wg_excel.domain.appeals.incoming_appeals import known_person
from wg_excel.domain.appeals.known_answers import KnownAnswer, KnownAnswers
from wg_excel.domain.appeals.new_appeals import Draft, new_appeal, recorded
from wg_excel.domain.appeals.themes import Repeated, repeated_themes
from wg_excel.domain.group import Group
from wg_excel.domain.members.members import Member
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import SchoolTerm
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.domain.work.duties import current_quarter

WHERE_TO_GO_ON = 3  # the column «Заявитель»


class Recorded(NamedTuple):
    """An appeal in its row, the day judged by, whether this press made it, who should help, and what helped before."""

    appeal: Appeal
    day: dt.date
    is_new: bool
    executors: Proposed
    answers: tuple[KnownAnswer, ...] = ()
    repeated: Repeated | None = None

    def __str__(self) -> str:
        """Return what was done as sentences."""
        known = "" if self.is_new else " уже записано: новая строка не нужна"
        return " ".join(filter(None, (f"Обращение № {self.appeal.number}{known}.", self._executor(), self._theme())))

    @property
    def told(self) -> str:
        """Return what the user reads after a press."""
        alike = ", ".join(f"№ {answer.appeal.number}" for answer in self.answers)
        return f"{self} Похожие решённые: {alike}." if alike else str(self)

    def _executor(self) -> str:
        if self.appeal.executor:
            return f"Исполнитель — {self.appeal.executor}."
        return str(self.executors) if self.appeal.help_kind else ""

    def _theme(self) -> str:
        return str(self.repeated) if self.repeated else ""


def record_appeal(book: xw.Book, draft: Draft, today: dt.date | None) -> Recorded:
    """Add an appeal with the next number of the year; what a press has recorded already is only shown."""
    group = read_group(book, (Member, SchoolTerm, Teacher) if draft.essence else (Member, SchoolTerm))
    day = group.today(today)
    journal = Journal(book)
    draft = _completed(group, journal, draft)
    known = recorded(_alike(journal, draft, draft.date or day), draft, day)
    with_loads = replace(group, records={**group.records, Appeal: journal.busy()})
    appeal = known or add_appeals(book, with_loads, [draft], day, _given(book, journal, draft, day))[0]
    _show(book, appeal.row)
    of = OPEN if journal.is_whole else OPEN_LATELY
    helpers = propose(with_loads, appeal.help_kind, day, of) if appeal.help_kind else Proposed()
    return Recorded(appeal, day, known is None, helpers, *_told_before(group, journal, appeal, day))


def _given(book: xw.Book, journal: Journal, draft: Draft, day: dt.date) -> Iterable[str]:
    """Return the numbers given: a letter of a past year follows those of that year, wherever they stand."""
    is_past = bool(draft.date and draft.date.year < day.year)
    return all_numbers(book) if is_past else journal.given(draft.date or day)


def _completed(group: Group, journal: Journal, draft: Draft) -> Draft:
    """Return a draft with what it leaves open: the category of a known person, kind and theme of what is most alike."""
    if not draft.essence:
        return draft
    category = draft.category or known_person(group, draft.applicant)[1]
    if draft.help_kind and draft.theme:
        return replace(draft, category=category)
    alike = KnownAnswers(journal.appeals).similar(draft.essence, draft.theme, category, most=1)
    kind, theme = (alike[0].appeal.help_kind, alike[0].appeal.theme) if alike else ("", "")
    return replace(draft, category=category, help_kind=draft.help_kind or kind, theme=draft.theme or theme)


def _alike(journal: Journal, draft: Draft, day: dt.date) -> tuple[Appeal, ...]:
    """Return the appeals of which one may be the draft, recorded by an earlier press."""
    if not draft.applicant and not draft.essence:
        return journal.unfilled()
    return (*(journal.from_source(draft.source) if draft.source else ()), *journal.of_day(day))


def _told_before(
    group: Group, journal: Journal, appeal: Appeal, day: dt.date
) -> tuple[tuple[KnownAnswer, ...], Repeated | None]:
    """Return what helped before, and what the quarter has asked on the theme, where it is too often."""
    if not appeal.essence:
        return (), None
    answers = KnownAnswers(journal.appeals).similar(appeal.essence, appeal.theme, appeal.category)
    quarter = current_quarter(group, day)
    asked = (appeal, *(one for one in journal.appeals if one.theme == appeal.theme and one.row != appeal.row))
    repeated = next(iter(repeated_themes(asked, quarter, day)), None)
    return answers, replace(repeated, is_more=not journal.is_whole) if repeated else None


def similar_appeals(book: xw.Book, essence: str, theme: str = "", category: str = "") -> tuple[KnownAnswer, ...]:
    """Return the solved appeals most like a text."""
    appeals = (*read_journal(book, ArchivedAppeal), *read_journal(book))
    return KnownAnswers(appeals).similar(essence, theme, category)


def themes(book: xw.Book, quarter: Period | None, today: dt.date | None) -> tuple[Repeated, ...]:
    """Return the themes repeated in a period, by default in the school's current quarter up to today."""
    group = read_group(book, (Member, Appeal, SchoolTerm))
    day = group.today(today)
    return repeated_themes(group[Appeal], quarter or current_quarter(group, day), day)


def record_states(book: xw.Book, group: Group, day: dt.date) -> tuple[AppealState, ...]:
    """Add to «Ход обращений» the states that it does not tell yet; return them."""
    seen = tuple(changes(group[Appeal], by_appeal(group[AppealState]), day, group.time(day)))
    append_rows(book, AppealState, list(map(cells_of, seen)))
    return seen


def add_appeals(
    book: xw.Book, group: Group, drafts: Sequence[Draft], day: dt.date, numbers: Iterable[str]
) -> tuple[Appeal, ...]:
    """Add appeals of drafts in one block, each with the next number of its year after those given; return them."""
    given = list(numbers)
    appeals: list[Appeal] = []
    for draft in drafts:
        appeal = new_appeal(group, draft, next_number(given, draft.date or day), day)
        if not appeal.executor:
            appeal = replace(appeal, executor=propose(group, appeal.help_kind, day).chosen)
        if appeal.date == day:
            appeal = replace(appeal, time=group.time(day))
        given.append(appeal.number)
        appeals.append(appeal)
    first = append_rows(book, Appeal, list(map(cells_of, appeals)))
    states = (AppealState(one.number, one.date, one.status, one.time) for one in appeals)
    append_rows(book, AppealState, list(map(cells_of, states)))
    return tuple(replace(appeal, row=row) for row, appeal in enumerate(appeals, first))


def _show(book: xw.Book, row: int) -> None:
    """Put the cursor where the user goes on: beside the number and the day of the appeal."""
    sheet = book.sheets[Appeal.table.sheet]
    sheet.activate()
    sheet.range((row, WHERE_TO_GO_ON)).select()
