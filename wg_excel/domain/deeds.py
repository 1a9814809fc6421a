"""Deeds: what a record becomes – a request, a training, an assignment, an agenda item – with the links both ways.

A press makes one `Deeds`: rows to add, rows as they are to be, and a sentence about each thing done or left.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wg_excel.domain.appeals.appeal_states import AppealState, by_appeal, changes
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.failures import Failure
from wg_excel.domain.group import Group
from wg_excel.domain.schema import Record

NOTHING = "Передавать нечего."


class Changed(NamedTuple):
    """A row as it is to be, and the columns of it to write."""

    row: Record
    names: tuple[str, ...]


@dataclass(frozen=True)
class Deeds:
    """Rows to add and to change; sentences on what is `done`, `known` from an earlier press, or `refused`."""

    added: tuple[Record, ...] = ()
    changed: tuple[Changed, ...] = ()
    done: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    def __add__(self, other: "Deeds") -> "Deeds":
        return Deeds(
            self.added + other.added,
            self.changed + other.changed,
            self.done + other.done,
            self.known + other.known,
            self.refused + other.refused,
        )

    @property
    def told(self) -> str:
        """Return everything as sentences, one a line."""
        return "\n".join((*self.done, *self.known, *self.refused)) or NOTHING

    def __str__(self) -> str:
        return " ".join((*self.done, *self.known, *self.refused)) or NOTHING


class CannotBeDone(Failure):
    """Nothing of what was asked for can be done."""

    def __init__(self, deeds: Deeds) -> None:
        super().__init__(" ".join(deeds.refused))


def together(parts: Iterable[Deeds]) -> Deeds:
    """Return the parts as one; raise CannotBeDone when all that they tell is refused."""
    whole = sum(parts, Deeds())
    if whole.refused and not (whole.done or whole.known):
        raise CannotBeDone(whole)
    return whole


def new_states(group: Group, appeals: Iterable[Appeal], day: dt.date) -> Iterator[AppealState]:
    """Yield the lines of «Ход обращений» that the clock needs for appeals as they are to be (A IV.2.1)."""
    known = by_appeal(group[AppealState])
    yield from changes(appeals, known, day)


def joined(text: str, more: str) -> str:
    """Return a cell's text with another one on a new line."""
    return f"{text}\n{more}".strip()
