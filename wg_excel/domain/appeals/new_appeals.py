"""A new appeal from what its recorder tells: defaults, words of the closed lists, nothing secret (A II.3; B 6.4)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

from wg_excel.domain.appeals.appeal_states import FIRST
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.list_words import meant
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.language.texts import fold, listed, squeeze
from wg_excel.domain.privacy.secrets import tells_secret
from wg_excel.domain.schema import Column


@dataclass(frozen=True)
class Draft:
    """What is known of an appeal when it comes; an empty one becomes a row to be filled in by hand.

    `source` is the print of the letter or answer that it came with.
    """

    applicant: str = ""
    category: str = ""
    help_kind: str = ""
    theme: str = ""
    essence: str = ""
    priority: str = "Обычный"
    channel: str = ""
    executor: str = ""
    source: str = ""
    date: dt.date | None = None


class NotInList(Failure):
    """A word is not of its closed list."""

    def __init__(self, column: Column, value: str, values: Sequence[str]) -> None:
        similar = meant(column.name, value, values)
        do = f"возможно, это «{similar}»" if similar else f"выберите одно из: {listed(values, len(values))}"
        super().__init__(f"«{column.title}»: «{value}» нет в справочнике — {do}.")


class ExecutorUnknown(Failure):
    """The executor named is nobody of the group, or may be several."""

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        do = f"это может быть {listed(candidates)}, впишите имя полностью" if candidates else "такого члена группы нет"
        super().__init__(f"Исполнитель «{name}»: {do}.")


class SecretInAppeal(Failure):
    """A text gives away a password; it is not repeated."""

    def __init__(self, column: Column) -> None:
        super().__init__(
            f"«{column.title}»: в тексте пароль или код доступа. Запишите обращение без него: "
            "пароли в журнале не хранятся (A II.3)."
        )


def new_appeal(group: Group, draft: Draft, number: str, day: dt.date) -> Appeal:
    """Return the appeal of a draft; raise NotInList, ExecutorUnknown or SecretInAppeal."""
    values = {part.name: squeeze(getattr(draft, part.name)) for part in fields(draft) if part.name != "date"}
    for column in Appeal.table.columns:
        value = values.get(column.name, "")
        if value and column.choices:
            values[column.name] = _of_list(column, value, group.lists)
        if column.name == "essence" and tells_secret(draft.essence):
            raise SecretInAppeal(column)
    if values["executor"]:
        values["executor"] = _member(group, values["executor"])
    given = Draft(**values)  # type: ignore[arg-type]  # all but the day are texts
    return Appeal(
        number,
        draft.date or day,
        given.applicant,
        given.category,
        given.channel,
        given.help_kind,
        given.theme,
        given.essence,
        given.priority,
        given.executor,
        status=FIRST,
        source=given.source,
    )


def recorded(appeals: Sequence[Appeal], draft: Draft, day: dt.date) -> Appeal | None:
    """Return the appeal that a draft has already become: a second press must not make another.

    The same letter came before, or the same person asks the same on the same day; an empty draft is any open row that
    nobody has filled in yet.
    """
    if draft.source and (again := next((one for one in appeals if one.source == draft.source), None)):
        return again
    day = draft.date or day
    wanted = (fold(draft.applicant), fold(draft.essence))
    if any(wanted):
        same = (one for one in appeals if one.date == day and (fold(one.applicant), fold(one.essence)) == wanted)
    else:
        same = (one for one in appeals if one.is_open and not one.applicant and not one.essence)
    return next(same, None)


def _of_list(column: Column, value: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    assert column.choices
    values = lists.get(column.choices.name, column.choices.values)
    found = next((known for known in values if fold(known) == fold(value)), "")
    if not found:
        raise NotInList(column, value, values)
    return found


def _member(group: Group, name: str) -> str:
    candidates = group.index.candidates("tblMembers", name)
    if len(candidates) != 1:
        raise ExecutorUnknown(name, candidates)
    return candidates[0]
