"""The balance of a file's rows: seen = taken + rejected + totals + blank + other, and what the user must be told."""

import datetime as dt
from collections import Counter

from wg_excel.domain.imported.facts import RejectedRow

MOST_SHOWN = 500


class Balance:
    """Counts rows while they are read; `made` is the day of the export that a row names, `school` what it names."""

    def __init__(self) -> None:
        self.taken = self.totals = self.blank = self.other = 0
        self.rejected_rows = 0
        self.made: dt.date | None = None
        self.school = ""
        self.rejected: list[RejectedRow] = []
        self.warnings: list[str] = []
        self._unclear: Counter[str] = Counter()

    @property
    def rows(self) -> int:
        """Return the number of data rows: without headings, totals and blank rows."""
        return self.taken + self.rejected_rows

    def reject(self, row: int, reason: str) -> None:
        """Count a row that is not taken; its number in the sheet and the reason are kept."""
        self.rejected_rows += 1
        if len(self.rejected) < MOST_SHOWN:
            self.rejected.append(RejectedRow(row, reason))

    def warn(self, sentence: str) -> None:
        """Keep a warning once."""
        if sentence not in self.warnings:
            self.warnings.append(sentence)

    def unclear(self, what: str, times: int = 1) -> None:
        """Count something that is mentioned once with its number."""
        self._unclear[what] += times

    def sentences(self) -> tuple[str, ...]:
        """Return all warnings."""
        return (*self.warnings, *(f"{what}: {times}." for what, times in self._unclear.items()))
