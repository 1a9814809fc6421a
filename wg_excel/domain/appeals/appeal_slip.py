"""The slip that an applicant takes away: number, day, term and whom to ask (B 6.4)."""

import datetime as dt
from dataclasses import dataclass

from wg_excel.domain.appeals.appeal_clock import Clock
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.index import Index
from wg_excel.domain.language.texts import squeeze
from wg_excel.domain.privacy.secrets import tells_secret

LONGEST = 400  # characters of the essence


class NoAppealChosen(Failure):
    """Neither a number nor a selected row tells which appeal is meant."""

    def __init__(self, number: str = "") -> None:
        what = f"Обращения № {number} в книге нет" if number else "Обращение не выбрано"
        super().__init__(f"{what}: поставьте курсор на его строку листа «Обращения» и нажмите ещё раз.")


@dataclass(frozen=True)
class Slip:
    """What the slip says; the term is empty while none can be told."""

    organisation: str
    number: str
    date: dt.date | None
    applicant: str
    essence: str
    help_kind: str
    executor: str
    due: str
    contacts: str
    day: dt.date

    @property
    def term(self) -> str:
        """Return the day of the answer in words."""
        return f"не позднее {self.due}" if self.due else "будет сообщён исполнителем"


def chosen_appeal(appeals: tuple[Appeal, ...], number: str, row: int) -> Appeal:
    """Return the appeal of a number, else that of a row; raise NoAppealChosen."""
    wanted = number.removeprefix("№").strip()
    found = next((one for one in appeals if (one.number == wanted if wanted else one.row == row)), None)
    if found is None or not found.number:
        raise NoAppealChosen(wanted)
    return found


def slip(group: Group, appeal: Appeal, day: dt.date) -> Slip:
    """Return the slip of an appeal."""
    index: Index = group.index
    shown = Clock(group, day).read(appeal)
    essence = squeeze(appeal.essence)
    if len(essence) > LONGEST:
        essence = f"{essence[:LONGEST].rsplit(' ', 1)[0]}…"
    return Slip(
        group.settings.school,
        appeal.number,
        appeal.date,
        appeal.applicant,
        "" if tells_secret(essence) else essence,
        appeal.help_kind.lower(),
        index.find("tblMembers", appeal.executor) or appeal.executor,
        shown.when if shown and shown.due else "",
        group.settings.contacts,
        day,
    )
