"""«Состав группы»: the composition on a day as rows, every role held or vacant with its duties (A IV; B 3.3, V)."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from wg_excel.domain.members.roles import Duty
from wg_excel.domain.schema import Kind, Record, column, table

if TYPE_CHECKING:
    from wg_excel.domain.members.composition import Composition

DAY_CELL = "C3"  # where the user types another day
VACANT = "вакантна"


@table(
    "Состав группы",
    "tblComposition",
    hint="Впишите день и нажмите «Состав на дату». Роли без исполнителя стоят внизу со словом «вакантна».",
    generated=True,
)
class CompositionLine(Record):
    """One member of that day's composition, or a role that nobody holds."""

    number: int | None = column("№", Kind.INTEGER, width=6)
    role: str = column("Роль", width=22)
    fio: str = column("ФИО", width=26)
    post: str = column("Должность", width=24)
    since: dt.date | None = column("В составе с", Kind.DATE, width=13)
    order: str = column("Приказ", width=22)
    remark: str = column("Отметка", width=22)
    duties: str = column("Обязанности по регламенту и положению", Kind.LONG_TEXT, width=66)


def lines(made: "Composition") -> Iterator[CompositionLine]:
    """Yield the members, each role's duties at its first holder, then the vacant roles."""
    duties = {place.role: duty_text(place.duties) for place in made.places}
    for number, one in enumerate(made.members, 1):
        yield CompositionLine(
            number,
            "; ".join(one.roles),
            one.fio,
            one.post,
            one.since,
            one.inclusion_order,
            made.remark(one),
            "\n".join(filter(None, (duties.pop(role, "") for role in one.roles))),
        )
    for role in made.vacant:
        yield CompositionLine(None, role, VACANT, duties=duties[role])


def duty_text(duties: tuple[Duty, ...]) -> str:
    """Return duties as lines, the clause after each."""
    return "\n".join(f"– {duty}" for duty in duties)
