"""An appeal from what a letter or a form asks: who it is, in which words, without secrets (A II.3; B 6.4)."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.list_words import meant
from wg_excel.domain.appeals.new_appeals import Draft
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import squeeze
from wg_excel.domain.members.members import Member
from wg_excel.domain.privacy.personal_data import personal_data
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.privacy.withheld import without_secrets
from wg_excel.domain.staff.teachers import Teacher

LONGEST = 1500  # characters of the essence: what a row of a printed journal can hold
LISTED = ("category", "help_kind", "theme", "priority", "channel")


class Remark(Enum):
    """What the recorder should know of an appeal that came as a file; no text of it is repeated."""

    FORWARDED = "письмо переслано, заявитель — его первый автор"
    ATTACHMENTS = "вложения не взяты"
    WITHHELD = "в тексте был пароль или код доступа: он не записан, попросите сменить его"
    LONG = "текст длинный, записано начало"
    UNDATED = "день не указан или ещё не наступил, записан сегодняшний"
    PERSONAL = "в тексте есть персональные данные: уберите лишнее"
    UNLISTED = "не все значения нашлись в справочниках: выберите их сами"


@dataclass(frozen=True)
class Asked:
    """What somebody asks: `key` tells the same letter or answer again, `address` is where the answer goes."""

    key: str
    day: dt.date | None = None
    applicant: str = ""
    address: str = ""
    category: str = ""
    help_kind: str = ""
    theme: str = ""
    priority: str = ""
    channel: str = ""
    essence: str = ""
    date: str = ""
    ignored: str = ""
    remarks: tuple[Remark, ...] = ()


class Drafted(NamedTuple):
    """The draft of an appeal, and what its recorder should know."""

    draft: Draft
    remarks: tuple[Remark, ...]


def drafted(group: Group, asked: Asked, today: dt.date) -> Drafted:
    """Return the draft of what somebody asks; known people by their full name, list values by the school's words."""
    known = asked.day is not None and dt.date(2000, 1, 1) <= asked.day <= today
    essence, hidden = without_secrets(asked.essence)
    shown = squeeze(essence)
    draft = Draft(
        essence=shown if len(shown) <= LONGEST else f"{shown[:LONGEST].rsplit(' ', 1)[0]}…",
        date=asked.day if known else today,
        source=asked.key,
        **_person(group, asked),
    )
    values = {name: _of_list(group, name, getattr(asked, name)) for name in LISTED}
    given = {name: value for name, value in values.items() if value}
    draft = replace(draft, **given)  # type: ignore[arg-type]  # columns of texts
    found = {
        Remark.WITHHELD: hidden,
        Remark.LONG: len(shown) > LONGEST,
        Remark.UNDATED: not known,
        Remark.PERSONAL: bool(personal_data(shown)),
        Remark.UNLISTED: any(getattr(asked, name) and not values[name] for name in LISTED),
    }
    return Drafted(draft, (*asked.remarks, *(remark for remark, holds in found.items() if holds)))


def _person(group: Group, asked: Asked) -> dict[str, str]:
    """Return the applicant and the category: of the teacher or member of that address or name, else as told."""
    name = squeeze(asked.applicant)
    if tells_secret(name):
        name = ""
    people: tuple[Teacher | Member, ...] = (*group[Teacher], *group[Member])
    by_address = {one.email.lower(): one.fio for one in reversed(people) if one.email}
    fio, category = known_person(group, by_address.get(asked.address.lower(), "") or name)
    return {"applicant": fio, "category": category} if fio else {"applicant": name or asked.address}


def known_person(group: Group, name: str) -> tuple[str, str]:
    """Return the full name and the category of a teacher or a member; both empty for anybody else."""
    for table, category in (("tblTeachers", "Педагог"), ("tblMembers", "Член группы")):
        if name and (fio := group.index.find(table, name)):
            return fio, category
    return "", ""


def _of_list(group: Group, name: str, value: str) -> str:
    """Return the school's word for a value, empty where it has none."""
    choices = Appeal.table.column(name).choices
    if not value or not choices:
        return ""
    values = group.lists.get(choices.name, choices.values)
    return meant(name, value, values)
