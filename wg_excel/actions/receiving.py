"""Take letters and answers of forms into «Обращения»: each once, whichever file brings it (B 6.4)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import xlwings as xw

from wg_excel.actions.importing import Imported
from wg_excel.actions.journal import all_numbers, read_journal
from wg_excel.actions.recording import add_appeals
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.archived_appeals import ArchivedAppeal
from wg_excel.domain.appeals.incoming_appeals import Drafted, Remark, drafted
from wg_excel.domain.appeals.new_appeals import Draft, recorded
from wg_excel.domain.group import Group
from wg_excel.domain.language.wording import counted
from wg_excel.domain.members.members import Member
from wg_excel.domain.privacy.personal_data import personal_data
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.settings import SchoolTerm
from wg_excel.domain.staff.teachers import Teacher
from wg_excel.incoming.files import read_incoming
from wg_excel.incoming.refusals import IncomingRefused

ASKED_OF = (Teacher, Member, SchoolTerm)


@dataclass(frozen=True)
class Heard:
    """What one file asks: the drafts that are new, how many stand in the journal already, or why it is refused."""

    file: str
    new: tuple[Drafted, ...] = ()
    known: tuple[str, ...] = ()
    empty_lines: tuple[int, ...] = ()
    refusal: str = ""

    @property
    def foreseen(self) -> Imported:
        """Return what recording the file would do."""
        many = counted(len(self.new), "обращение", "обращения", "обращений")
        return self._told(f"будет записано {many}" if self.new else "")

    def done(self, numbers: Sequence[str]) -> Imported:
        """Return what recording the file did."""
        return self._told(f"записано: {_numbered(numbers)}" if numbers else "")

    def _told(self, recorded_as: str) -> Imported:
        if self.refusal:
            return Imported(self.file, "refused", self.refusal)
        parts = [recorded_as, f"уже в журнале: {_numbered(self.known)}" if self.known else "", *self._remarks()]
        text = "; ".join(filter(None, parts))
        return Imported(self.file, "imported" if self.new else "unchanged", f"{text[:1].upper()}{text[1:]}.")

    def _remarks(self) -> Iterator[str]:
        for remark in Remark:
            if many := sum(remark in one.remarks for one in self.new):
                yield remark.value if len(self.new) == 1 else f"{remark.value} ({many} из {len(self.new)})"
        if self.empty_lines:
            yield f"строки без вопроса пропущены: {', '.join(map(str, self.empty_lines[:10]))}"


class Received(NamedTuple):
    """The group with its journal, and what each file asks; nothing of it is written yet."""

    group: Group
    day: dt.date
    heard: tuple[Heard, ...]

    @property
    def preview(self) -> tuple[Imported, ...]:
        """Return what recording would do, a result a file."""
        return tuple(one.foreseen for one in self.heard)

    @property
    def has_new(self) -> bool:
        """Tell whether there is something to record."""
        return any(one.new for one in self.heard)


def hear(book: xw.Book, group: Group, files: Sequence[Path], day: dt.date) -> Received:
    """Read files; what the journal or an earlier file has already is only told."""
    group = replace(group, records={**group.records, Appeal: read_journal(book)})
    journal, heard = [*group[Appeal], *read_journal(book, ArchivedAppeal)], list[Heard]()
    for path in files:
        one = _heard(group, journal, path, day)
        journal += (_as_appeal(draft) for draft, _ in one.new)
        heard.append(one)
    return Received(group, day, tuple(heard))


def record_heard(book: xw.Book, received: Received) -> tuple[Imported, ...]:
    """Add the new appeals in one block; return what became of each file."""
    drafts = [draft for one in received.heard for draft, _ in one.new]
    added = iter(_add(book, received, drafts) if drafts else ())
    return tuple(one.done([next(added).number for _ in one.new]) for one in received.heard)


def _add(book: xw.Book, received: Received, drafts: Sequence[Draft]) -> tuple[Appeal, ...]:
    return add_appeals(book, received.group, drafts, received.day, all_numbers(book))


def _heard(group: Group, journal: Sequence[Appeal], path: Path, day: dt.date) -> Heard:
    name = shown_name(path)
    try:
        incoming = read_incoming(path)
    except IncomingRefused as refused:
        return Heard(name, refusal=str(refused))
    except OSError:
        return Heard(name, refusal="Файл не открывается: проверьте, что он на месте и не занят другой программой.")
    new, known, here = list[Drafted](), list[str](), list(journal)
    for asked in incoming.asked:
        made = drafted(group, asked, day)
        same = recorded(here, made.draft, day)
        if same is None:
            new.append(made)
            here.append(_as_appeal(made.draft))
        elif same.number:
            known.append(same.number)
    return Heard(name, tuple(new), tuple(known), incoming.empty_lines)


def shown_name(path: Path) -> str:
    """Return the name of a file as it may be told: mail programs name a letter by its subject."""
    return f"письмо{path.suffix}" if tells_secret(path.stem) or personal_data(path.stem) else path.name


def _as_appeal(draft: Draft) -> Appeal:
    return Appeal(applicant=draft.applicant, essence=draft.essence, date=draft.date, source=draft.source)


def _numbered(numbers: Sequence[str]) -> str:
    """Return «№ 2026-001», of many the first and the last."""
    if len(numbers) < 4:
        return ", ".join(f"№ {number}" for number in numbers)
    return f"№ {numbers[0]} – {numbers[-1]} ({counted(len(numbers), 'обращение', 'обращения', 'обращений')})"
