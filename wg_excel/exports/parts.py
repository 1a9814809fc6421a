"""What reading a file gives, part by part, and what asks for it: all that both processes know of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from wg_excel.domain.imported.facts import Entry, Export, Facts, Figure, Lesson
from wg_excel.domain.language.texts import squeeze

if TYPE_CHECKING:
    from wg_excel.exports.synonyms import Synonyms
    from wg_excel.exports.terms import Calendar

Status = Literal["known", "unknown", "refused"]
FactRow = tuple[int | float | str, ...]


class Reading(NamedTuple):
    """What became of a file: an export with its facts, or a Russian sentence why not.

    `headings` are the columns found in a file that is not recognised, for the sheet «Соответствие столбцов».
    """

    file: str
    status: Status
    export: Export | None = None
    message: str = ""
    headings: tuple[str, ...] = ()


class Job(NamedTuple):
    """What is to be read and how; `skip` members of an archive were read before."""

    path: str
    kind: str
    calendar: Calendar
    extra: Synonyms | None = None
    with_facts: bool = True
    skip: int = 0

    @property
    def name(self) -> str:
        """Return the file's name as it may be shown."""
        return shown_name(Path(self.path).name)


def shown_name(name: str) -> str:
    """Return a file's name in one line, without signs that steer a terminal or turn the direction of writing."""
    return squeeze(name.encode("utf-8", "replace").decode())


class Begun(NamedTuple):
    """Notice that a file or a member is about to be read, so that a crash can be told of it."""

    name: str


class Portion(NamedTuple):
    """Facts of a kind as plain rows, as they are found: `place` 0 lessons, 1 entries, 2 figures."""

    kind: str
    place: int
    rows: Sequence[FactRow]


Part = Begun | Portion | Reading


class Collector:
    """Puts readings and their facts together, in the process that asked for them."""

    _make = (Lesson._make, Entry._make, Figure._make)

    def __init__(self) -> None:
        self._facts: dict[str, tuple[list[Any], list[Any], list[Any]]] = {}

    def take(self, part: Part) -> Iterator[Reading]:
        """Keep a portion of facts, or give a reading with those of its kind."""
        if isinstance(part, Begun):
            self._facts = {}
        elif isinstance(part, Portion):
            facts = self._facts.setdefault(part.kind, ([], [], []))
            facts[part.place].extend(map(self._make[part.place], part.rows))
        elif part.export:
            lessons_, entries, figures = self._facts.pop(part.export.kind, ((), (), ()))
            facts_ = Facts(tuple(lessons_), tuple(entries), tuple(figures))
            yield part._replace(export=replace(part.export, facts=facts_))
        else:
            yield part
