"""Move closed appeals of past years out of the journal and back, nothing lost on the way (B 6.4)."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

import xlwings as xw

from wg_excel.actions.journal import appeals_in, read_journal
from wg_excel.book.master import read_group
from wg_excel.book.moving import move_rows
from wg_excel.book.tables import read_cells
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal, of_year, past_years
from wg_excel.domain.language.wording import counted

READ = ("number", "status")  # beside the date
Appeals = tuple[Appeal, ...]


class Moved(NamedTuple):
    """How many appeals were moved, of which years, and how many stand in both tables now."""

    moved: int
    years: tuple[int, ...]
    in_journal: int
    in_archive: int
    to_archive: bool
    day: dt.date
    in_both: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """Return what was done as sentences."""
        where = "в архив" if self.to_archive else "из архива в журнал"
        now = f"Теперь в журнале {self.in_journal}, в архиве {self.in_archive}."
        left = f" Остались на месте: № {', '.join(self.in_both)} — такой номер там уже есть." if self.in_both else ""
        if not self.moved:
            none = "Закрытых обращений прошлых лет в журнале нет" if self.to_archive else "В архиве таких обращений нет"
            return f"{none}: переносить нечего.{left}"
        years = ", ".join(map(str, self.years))
        return (
            f"Перенесено {where}: {counted(self.moved, 'обращение', 'обращения', 'обращений')} ({years}). {now}{left}"
        )


def archive_past_years(book: xw.Book, today: dt.date | None) -> Moved:
    """Move the closed appeals of the years before today's into «Архив обращений»."""
    day = read_group(book, ()).today(today)
    return _move(book, lambda journal: past_years(journal, day), day, to_archive=True)


def bring_back(book: xw.Book, year: int | None, today: dt.date | None) -> Moved:
    """Move the appeals of a year, by default of the latest archived, back into the journal."""
    day = read_group(book, ()).today(today)
    return _move(book, lambda archive: of_year(archive, year), day, to_archive=False)


def _move(book: xw.Book, choose: Callable[[Appeals], Appeals], day: dt.date, *, to_archive: bool) -> Moved:
    source, target = (Appeal, ArchivedAppeal) if to_archive else (ArchivedAppeal, Appeal)
    here = read_cells(book, source)
    standing, there = appeals_in(here, source, READ), read_journal(book, target, texts=READ)
    chosen, taken = choose(standing), {one.number for one in there}
    moving = [one for one in chosen if one.number not in taken]
    move_rows(book, source, target, here, [one.row for one in moving])
    many, left = len(moving), len(standing) - len(moving)
    in_journal, in_archive = (left, len(there) + many) if to_archive else (len(there) + many, left)
    years = tuple(sorted({one.date.year for one in moving if one.date}))
    both = tuple(one.number for one in chosen if one.number in taken)
    return Moved(many, years, in_journal, in_archive, to_archive, day, both)
