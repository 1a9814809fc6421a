"""Orders on the composition: a draft's line in «Документы», its marks, the number typed back (B 3.3)."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import xlwings as xw

from wg_excel.book.failures import NeverSaved
from wg_excel.book.rows import cells_of
from wg_excel.book.tables import append_rows, write_cells
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import quoted
from wg_excel.domain.members.members import Member
from wg_excel.domain.members.typed_orders import approving_order, typed_back
from wg_excel.domain.numbering import next_number
from wg_excel.domain.settings import SettingLine
from wg_excel.domain.work.documents import Document

if TYPE_CHECKING:
    from wg_excel.domain.members.composition_orders import OrderDraft


class Ordered(NamedTuple):
    """What a press did: the cells filled with orders typed back, and the draft with its file, where one was due."""

    filled: int
    draft: "OrderDraft | None" = None
    number: str = ""
    file: Path | None = None

    @property
    def told(self) -> str:
        """Return what was done and what to do next."""
        done = [f"Приказы вписаны в строки членов группы: {self.filled}."] if self.filled else []
        if self.draft and self.file:
            where = f"файл «{self.file.name}» в папке «{self.file.parent.name}»"
            done.append(f"Проект приказа {quoted(self.draft.title)} — {where}.")
        if self.number:
            where = f"Когда приказ подписан, впишите его номер и дату на лист «Документы», № {self.number}"
            is_marked = bool(self.draft and self.draft.cells)
            done.append(f"{where}{': «Проверить» внесёт их в строки членов группы' if is_marked else ''}.")
        return " ".join(done)


def papers_folder(book: xw.Book, folder: Path | None) -> Path:
    """Return where the papers go, by default a folder beside the workbook; raise NeverSaved."""
    from wg_excel.documents.group_papers import FOLDER

    path = Path(book.fullname)
    if not folder and not path.is_file():
        raise NeverSaved(book.name)
    return folder or path.parent / FOLDER


def fill_typed_orders(book: xw.Book, group: Group) -> int:
    """Write the orders whose number and date were typed into «Документы» into the members' rows; return how many."""
    values = typed_back(group)
    if values:
        write_cells(book, Member, values)
    if settled := approving_order(group):
        write_cells(book, SettingLine, settled)
    return len(values)


def draft(book: xw.Book, group: Group, folder: Path, day: dt.date) -> Ordered:
    """Write the draft order on what waits for one, its line in «Документы» and its marks."""
    from wg_excel.documents.group_papers import write_order
    from wg_excel.domain.members.composition_orders import draft_order

    made = draft_order(group, day)
    number = _registered(book, group, made) if made.cells else ""
    file = write_order(made, number, folder, beside=Path(book.fullname).parent)
    return Ordered(0, made, number, file)


def draft_absence(book: xw.Book, group: Group, member: Member, folder: Path, day: dt.date) -> Ordered:
    """Write the draft order on who stands in for an absent member, and its line in «Документы» once."""
    from wg_excel.documents.group_papers import write_order
    from wg_excel.domain.members.absence_orders import absence_order, drafted_number, line_title

    made = absence_order(group, member, day)
    title = line_title(member)
    number = drafted_number(group, title) or _line(book, group, title, day)
    return Ordered(0, made, number, write_order(made, number, folder, beside=Path(book.fullname).parent))


def _line(book: xw.Book, group: Group, title: str, day: dt.date) -> str:
    """Add an order to «Документы»; return its number there."""
    from wg_excel.domain.members.composition_orders import KIND

    number = next_number((one.number for one in group[Document]), day)
    line = Document(number, KIND, title, analysis="Соответствует", publication="Не требуется")
    append_rows(book, Document, [cells_of(line)])
    return number


def _registered(book: xw.Book, group: Group, made: "OrderDraft") -> str:
    """Return the draft's number in «Документы», where it gets a line, and mark the cells that wait for it."""
    from wg_excel.domain.members.composition_orders import draft_mark, drafted_as

    number = drafted_as(group, made) or _line(book, group, made.title, made.day)
    mark, rows = draft_mark(number), {member.row: member for member in group[Member]}
    marks = {(row, name): mark for row, name in made.cells if getattr(rows[row], name) != mark}
    if marks:
        write_cells(book, Member, marks)
    return number
