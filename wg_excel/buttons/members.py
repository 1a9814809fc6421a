"""Buttons of «Члены группы»: the composition on a day, draft orders, members' sheets, signatures (A II.3; B 3.3)."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.actions.composing import Ordered, draft, draft_absence, fill_typed_orders, papers_folder
from wg_excel.book.history import remember
from wg_excel.book.master import read_group
from wg_excel.domain.language.name_forms import NameForms
from wg_excel.domain.language.wording import short_date
from wg_excel.domain.members.access import Access
from wg_excel.domain.members.acquaintance import Acquaintance, acquaintance
from wg_excel.domain.members.composition import Composition, composition_on
from wg_excel.domain.members.members import Member, composition
from wg_excel.domain.work.documents import Document

if TYPE_CHECKING:
    from wg_excel.domain.members.personal_sheet import PersonalSheet


NOBODY = "В составе группы сегодня никого нет: проверьте даты на листе «Члены группы»."


class Composed(NamedTuple):
    """The composition that the sheet shows."""

    composition: Composition

    @property
    def told(self) -> str:
        """Return how many belong to the group and which roles are vacant."""
        made = self.composition
        vacant = f" Вакантны: {', '.join(made.vacant)}." if made.vacant else " Все роли распределены."
        return f"Состав на {short_date(made.day)}: {len(made.members)} чел.{vacant}"


class Written(NamedTuple):
    """Files of Word made by a press, with a sentence about what they say."""

    files: tuple[Path, ...]
    about: str

    @property
    def told(self) -> str:
        """Return where the files are and what they say."""
        if not self.files:
            return NOBODY
        names = ", ".join(f"«{file.name}»" for file in self.files[:3])
        more = f" и ещё {len(self.files) - 3}" if len(self.files) > 3 else ""
        return f"В папке «{self.files[0].parent.name}»: {names}{more}. {self.about}".strip()


def show_composition(book: xw.Book, day: dt.date | None = None, *, today: dt.date | None = None) -> Composed:
    """Fill «Состав группы» for a day: the one given, else the one typed on that sheet, else today (B 3.3)."""
    from wg_excel.documents.composition import asked_day, write_composition

    group = read_group(book, (Member,))
    now = group.today(today)
    made = composition_on(group, day or asked_day(book) or now)
    write_composition(book, made)
    done = Composed(made)
    remember(book, "Состав на дату", done.told, now)
    return done


def draft_order(
    book: xw.Book, folder: Path | None = None, absent: str = "", *, today: dt.date | None = None
) -> Ordered:
    """Fill in the orders typed back; draft the order on what still waits for one, else on the composition (B 3.3).

    Of a member who is away and has a deputy, the one named or of the selected row, the order on the deputy's duties.
    """
    from wg_excel.book.selection import selected_member
    from wg_excel.domain.members.absence_orders import absent_member

    target = papers_folder(book, folder)
    group = read_group(book, (Member, Document, NameForms))
    day = group.today(today)
    filled = fill_typed_orders(book, group)
    away = absent_member(group, absent or selected_member(book, group), day)
    if away and not filled:
        done = draft_absence(book, group, away, target, day)
    else:
        done = Ordered(filled) if filled else draft(book, group, target, day)
    remember(book, "Проект приказа", done.told, day)
    return done


def write_member_sheets(
    book: xw.Book, person: str = "", folder: Path | None = None, *, today: dt.date | None = None
) -> Written:
    """Write the sheet of a member: the one given, else the selected row's, else of everyone in the group (B 4.2)."""
    from wg_excel.actions.member_work import with_appeals
    from wg_excel.book.selection import selected_member
    from wg_excel.documents.group_papers import write_personal_sheet
    from wg_excel.domain.appeals.appeal_clock import Clock
    from wg_excel.domain.members.personal_sheet import SHOWN, personal_sheet

    target = papers_folder(book, folder)
    group = read_group(book, SHOWN)
    day = group.today(today)
    chosen = person or selected_member(book, group)
    names = [chosen] if chosen else list(dict.fromkeys(one.fio for one in composition(group[Member], day)))
    people = {group.index.find("tblMembers", name) for name in names} - {""}
    group = with_appeals(book, group, people, day)
    clock = Clock(group, day)
    sheets = [personal_sheet(group, name, day, clock) for name in names]
    files = tuple(write_personal_sheet(sheet, target, beside=Path(book.fullname).parent) for sheet in sheets)
    done = Written(files, _open_tasks(sheets))
    remember(book, "Лист члена группы", done.told, day)
    return done


def write_acquaintance(book: xw.Book, folder: Path | None = None, *, today: dt.date | None = None) -> Written:
    """Write the list for signature and tell who has not signed the regulation or the responsibility (A II.3)."""
    from wg_excel.documents.group_papers import write_acquaintance as write

    target = papers_folder(book, folder)
    group = read_group(book, (Member, Access))
    day = group.today(today)
    lists: Acquaintance = acquaintance(group, day)
    done = Written((write(lists, target, beside=Path(book.fullname).parent),), str(lists))
    remember(book, "Лист ознакомления", done.told, day)
    return done


def _open_tasks(sheets: "list[PersonalSheet]") -> str:
    late = sum(sheet.overdue for sheet in sheets)
    return f"Просрочено поручений и мероприятий: {late}." if late else "Просроченных поручений и мероприятий нет."
