"""What changed on «Сводка» since it was built on an earlier day: figures then and now, in words (1-domain 1.6)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from wg_excel.domain.figures import Figure, State
from wg_excel.domain.work.duties import DutyFigure

HEADINGS = ("Показатель", "Название", "Прежде", "Теперь")
ROOM = 80  # figures that the workbook keeps
# Figures of the page that are compared: those with this id, or whose id begins with it and a dot.
TRACKED = (
    "duty",
    *(f"appeals.{name}" for name in ("received", "solved", "open", "in_term", "median_days")),
    "assignments",
    "plan",
    "documents",
    "monitoring.school",
    "monitoring.unmatched_rows",
    "monitoring.appeared",
    "entries",
    "imports",
)
PARTS = {"appeals": "Обращения", "documents": "Документы", "monitoring.school": "Мониторинг", "entries": "Проверка"}


class Change(NamedTuple):
    """One figure that is not what it was."""

    title: str
    before: str
    now: str

    def __str__(self) -> str:
        return f"{self.title}: {self.before} → {self.now}"


@dataclass(frozen=True)
class Snapshot:
    """The figures of the page on one day, as it shows them, by id: title and text."""

    day: dt.date | None = None
    figures: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Memory:
    """The page as last built, and as built last before that day: what the next build is compared with."""

    before: Snapshot = field(default_factory=Snapshot)
    now: Snapshot = field(default_factory=Snapshot)

    def built(self, figures: Iterable[Figure], day: dt.date) -> "Memory":
        """Return what is kept after a build.

        Built again on the same day, the page is still compared with the day before, so that no change is lost.
        """
        earlier = next((one for one in (self.now, self.before) if one.day and one.day < day), Snapshot())
        return Memory(earlier, snapshot(figures, day))

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what differs, the duties first; empty where there is nothing to compare with."""
        if not self.before.day:
            return ()
        then = self.before.figures
        found = [(name, *told) for name, told in self.now.figures.items() if name in then and then[name][1] != told[1]]
        return tuple(Change(title, then[name][1], text) for name, title, text in found)

    @property
    def told(self) -> str:
        """Return how much has changed since which day, as a sentence; of a first build that it is one."""
        if not self.before.day:
            return "Страница построена впервые: сравнить пока не с чем."
        if not self.changes:
            return f"С {self.before.day:%d.%m.%Y} показатели те же."
        return f"С {self.before.day:%d.%m.%Y} изменилось показателей: {len(self.changes)}."


def snapshot(figures: Iterable[Figure], day: dt.date) -> Snapshot:
    """Return the compared figures of a page."""
    kept = [one for one in figures if _is_tracked(one.id)][:ROOM]
    return Snapshot(day, {one.id: (_title(one), _text(one)) for one in kept})


def rows_of(memory: Memory) -> list[list[str | dt.date | None]]:
    """Return the memory as rows for the workbook: headings, the two days, a figure a row."""
    names = dict.fromkeys((*memory.now.figures, *memory.before.figures))
    rows: list[list[str | dt.date | None]] = [list(HEADINGS), [None, None, memory.before.day, memory.now.day]]
    for name in names:
        then, now = memory.before.figures.get(name), memory.now.figures.get(name)
        title = (now or then or ("", ""))[0]
        rows.append([name, title, then[1] if then else None, now[1] if now else None])
    return rows[: ROOM + 2]


def memory_of(rows: Sequence[Sequence[object]]) -> Memory:
    """Read the rows that `rows_of` made; what is no such rows is no memory."""
    if len(rows) < 2 or tuple(rows[0]) != HEADINGS:
        return Memory()
    days = [value.date() if isinstance(value, dt.datetime) else None for value in rows[1][2:4]]
    texts = [[str(value or "") for value in row] for row in rows[2:] if row[0]]
    snapshots = (
        Snapshot(day, {row[0]: (row[1], row[place]) for row in texts if row[place]})
        for place, day in enumerate(days, 2)
    )
    return Memory(*snapshots)


def _is_tracked(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in TRACKED) and not name.startswith("imports.")


def _title(figure: Figure) -> str:
    """Return the title as it reads away from its part of the page: «Обращения: поступило»."""
    part = next((words for name, words in PARTS.items() if figure.id.startswith(f"{name}.")), "")
    title = figure.title
    return f"{part}: {title if title.isupper() else title[:1].lower() + title[1:]}" if part else title


def _text(figure: Figure) -> str:
    if isinstance(figure, DutyFigure):
        return figure.state.words if figure.state is not State.NONE else "—"
    return figure.text
