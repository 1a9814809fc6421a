"""The history of what the buttons did («История»)."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from wg_excel.domain.schema import Kind, Record, column, table

MONTH = 30  # days
MOST_ACTIONS = 12  # as many as a message shows


@table("История", "tblHistory", generated=True, hint="Записи добавляют кнопки; править их не нужно.")
class HistoryEntry(Record):
    """One press of a button and what it changed; a corrected cell has a line of its own, so that it can be undone."""

    when: dt.datetime | None = column("Когда", Kind.MOMENT, width=17)
    who: str = column("Кто", width=24)
    action: str = column("Действие", width=34)
    details: str = column("Подробности", Kind.LONG_TEXT, width=80)
    cell: str = column("Ячейка", width=22)
    was: str = column("Было", width=30)
    became: str = column("Стало", width=30)


class Recent(NamedTuple):
    """What was done in the last month, the oldest first."""

    since: dt.date
    entries: tuple[HistoryEntry, ...]

    @property
    def told(self) -> str:
        """Return how often each thing was done, the most frequent first, and by whom."""
        if not self.entries:
            return f"С {self.since:%d.%m.%Y} кнопки ничего не меняли."
        actions = Counter(entry.action for entry in self.entries)
        people = ", ".join(sorted({entry.who for entry in self.entries}))
        lines = [f"• {action} — {times}" for action, times in actions.most_common(MOST_ACTIONS)]
        rest = [f"• другое — {sum(actions.values()) - sum(dict(actions.most_common(MOST_ACTIONS)).values())}"]
        return "\n".join(
            [
                f"С {self.since:%d.%m.%Y} записей: {len(self.entries)}. Кто: {people}.",
                *lines,
                *(rest if len(actions) > MOST_ACTIONS else []),
                f"Подробности — на листе «История», начиная со строки {self.entries[0].row}.",
            ]
        )


def last_month(entries: Iterable[HistoryEntry], today: dt.date) -> Recent:
    """Return what was done in the thirty days up to a day."""
    since = today - dt.timedelta(days=MONTH)
    return Recent(since, tuple(entry for entry in entries if entry.when and entry.when.date() >= since))
