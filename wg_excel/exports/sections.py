"""What stands once above many rows, alone in its row: a class, a teacher, a day or a month."""

import re
from collections.abc import Iterable, Mapping

from wg_excel.exports import cells
from wg_excel.exports.cells import Value, is_blank, number, text
from wg_excel.exports.grid import Row
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.lines import line_reader
from wg_excel.exports.naming import namer
from wg_excel.exports.phrases import fold
from wg_excel.exports.spans import DATE, key_date, lone_month

ROLES = ("teacher", "school_class", "subject", "group")
Told = Mapping[str, Value]
_WEEKDAY = r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс)\.?"
_DAY = re.compile(rf"(?:дата\s?:?\s?)?(?:{_WEEKDAY}[,\s]*)?({DATE})(?:\s?г(?:ода|\.)?)?[,\s(]*(?:{_WEEKDAY})?\)?")


class Sections:
    """Tells what a row that holds one text names for the rows below it."""

    def __init__(self, words: Vocabulary) -> None:
        self._lines, self._namer = line_reader(words), namer(words)
        self._parts = words.pattern("sections", "parts")
        self._totals = words.pattern("totals", "sum"), words.pattern("totals", "mean")

    def tell(self, written: str) -> Told | None:
        """Return what a lone text names; {} for an unknown text, None for a part of the course and for totals."""
        folded = fold(written)
        if self._parts.match(folded) or any(found.match(folded) for found in self._totals):
            return None
        if day := lone_day(folded):
            return {"day": key_date(day)}
        month, year = lone_month(folded)
        if month:
            return {"month": month, **({"year": year} if year else {})}
        return {**self._namer.whole(written), **self._read([written])}

    def lines(self, row: Row) -> Told:
        """Return what the keys of a row say that begins with a key: «Класс: | 5А | Предмет: | Физика»."""
        return self._read(row) if self._lines.is_line(row) else {}

    def _read(self, row: Row) -> Told:
        said = self._lines.read([row]).values
        return {role: said[role] for role in ROLES if said.get(role)}


def lone_day(folded: str) -> int:
    """Return the day that a folded text is, a weekday beside it or none: «вторник, 01.09.2026»; 0 for another text."""
    found = _DAY.fullmatch(folded)
    return cells.day(found[1]) if found else 0


def lone_text(row: Row) -> str:
    """Return the only text of a row, merged over its cells or not; "" for any other row."""
    filled = {value for value in row if not is_blank(value)}
    value = filled.pop() if len(filled) == 1 else ""
    return text(value) if isinstance(value, str) and number(value) is None else ""


def told_above(rows: Iterable[Row], words: Vocabulary) -> frozenset[str]:
    """Return the roles that lone texts among rows tell."""
    tell = Sections(words).tell
    return frozenset(role for row in rows if (written := lone_text(row)) for role in tell(written) or ())
