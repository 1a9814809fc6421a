"""The papers of the group as files of Word: draft order, composition, member's sheet, list of signatures.

They stand in a folder beside the workbook. A file that somebody has edited is not overwritten.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from wg_excel.documents.word import fill, free_file
from wg_excel.domain.language.names import initials, short_first
from wg_excel.domain.language.wording import long_date
from wg_excel.domain.members.acquaintance import Acquaintance, Signature
from wg_excel.domain.members.composition import Composition
from wg_excel.domain.members.composition_orders import SECRETARY, OrderDraft
from wg_excel.domain.members.personal_sheet import PersonalSheet, TaskLine

FOLDER = "Документы группы"
UNKNOWN = "_" * 30
BLANK_DAY = "«____» ______________ 20___ г."
NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|]')


def write_order(draft: OrderDraft, number: str, folder: Path, *, beside: Path) -> Path:
    """Write a draft order, named by its number in «Документы»; a template `order.docx` beside the workbook wins."""
    name = f"Проект приказа, документ № {number}" if number else "Проект приказа о составе группы"
    return write_paper("order.docx", order_values(draft), folder, name, beside, draft.day)


def write_composition(
    made: Composition, organisation: str, group_name: str, target: Path, *, beside: Path | None
) -> Path:
    """Write the composition with the duties of every role; a template `composition.docx` beside the workbook wins."""
    fill("composition.docx", composition_values(made, organisation, group_name), target, beside=beside, day=made.day)
    return target


def write_personal_sheet(sheet: PersonalSheet, folder: Path, *, beside: Path) -> Path:
    """Write a member's sheet; a template `member.docx` beside the workbook wins."""
    name = f"Лист члена группы, {initials(sheet.fio)}".rstrip(".")
    return write_paper("member.docx", personal_values(sheet), folder, name, beside, sheet.day)


def write_acquaintance(lists: Acquaintance, folder: Path, *, beside: Path) -> Path:
    """Write the list of signatures; a template `acquaintance.docx` beside the workbook wins."""
    values = acquaintance_values(lists)
    return write_paper("acquaintance.docx", values, folder, "Лист ознакомления", beside, lists.day)


def order_values(draft: OrderDraft) -> dict[str, object]:
    """Return what the marks of `order.docx` stand for."""
    points = [
        {
            "текст": f"{number}. {point.text}",
            "части": [f"{number}.{n}. {part}" for n, part in enumerate(point.parts, 1)],
        }
        for number, point in enumerate(draft.points, 1)
    ]
    return {
        "проект": "ПРОЕКТ",
        "организация": draft.organisation or UNKNOWN,
        "дата": BLANK_DAY,
        "место": draft.place,
        "заголовок": draft.title,
        "основание": draft.basis,
        "пункты": points,
        "директор": draft.director,
        "ознакомлены": list(draft.acquainted),
        "состав": [
            {"номер": number, "фио": one.fio, "должность": one.post, "роль": one.role}
            for number, one in enumerate(draft.annex, 1)
        ],
    }


def composition_values(made: Composition, organisation: str, group_name: str) -> dict[str, object]:
    """Return what the marks of `composition.docx` stand for."""
    return {
        "организация": organisation or UNKNOWN,
        "заголовок": f"состав {group_name}",
        "день": long_date(made.day),
        "секретарь": next((short_first(one.fio) for one in made.members if SECRETARY in one.roles), ""),
        "состав": [
            {
                "номер": number,
                "фио": one.fio,
                "должность": one.post,
                "роль": "; ".join(one.roles),
                "приказ": one.inclusion_order,
                "отметка": made.remark(one),
            }
            for number, one in enumerate(made.members, 1)
        ],
        "роли": [
            {
                "роль": place.role,
                "кто": "вакантна" if place.is_vacant else ", ".join(initials(one.fio) for one in place.holders),
                "обязанности": [f"– {duty}" for duty in place.duties],
            }
            for place in made.places
        ],
    }


def personal_values(sheet: PersonalSheet) -> dict[str, object]:
    """Return what the marks of `member.docx` stand for."""
    return {
        "организация": sheet.organisation or UNKNOWN,
        "фио": sheet.fio,
        "должность": sheet.post,
        "связь": sheet.contacts,
        "день": long_date(sheet.day),
        "период": str(sheet.period),
        "роли": sheet.roles,
        "отсутствие": sheet.absence,
        "направление": sheet.direction,
        "участие": list(sheet.memberships),
        "обязанности": [str(duty) for duty in sheet.duties],
        "план": _tasks(sheet.plan),
        "поручения": _tasks(sheet.assignments),
        "обращения": sheet.appeals,
        "явка": sheet.attended,
        "заседания": [{"номер": one.number, "день": one.day, "явка": one.presence} for one in sheet.meetings],
        "положение": sheet.acquainted or "подписи нет",
        "доступ": sheet.access,
    }


def acquaintance_values(lists: Acquaintance) -> dict[str, object]:
    """Return what the marks of `acquaintance.docx` stand for."""
    return {
        "организация": lists.organisation or UNKNOWN,
        "группа": lists.group_name,
        "день": long_date(lists.day),
        "положение": _signatures(lists.regulation),
        "доступ": _signatures(lists.access),
    }


def _signatures(lines: Sequence[Signature]) -> list[dict[str, object]]:
    return [
        {
            "номер": number,
            "фио": one.fio,
            "должность": one.remark,
            "день": one.day,
            "подпись": "подписано" if one.day else "",
        }
        for number, one in enumerate(lines, 1)
    ]


def _tasks(lines: Sequence[TaskLine]) -> list[dict[str, str]]:
    return [{"номер": one.number, "текст": one.text, "срок": one.due, "состояние": one.state} for one in lines]


def write_paper(
    template: str, values: Mapping[str, object], folder: Path, name: str, beside: Path, day: dt.date
) -> Path:
    """Write a file of Word into a folder under a name that nobody's own edits stand under; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    target = free_file(folder, NOT_IN_FILE_NAMES.sub("-", name))
    fill(template, values, target, beside=beside, day=day)
    return target
