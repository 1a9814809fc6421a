"""Tables in which a column of ours is told in another way: by sections, in parts, together with another.

Such a table gets the columns it lacks beyond those of the sheet, so that it is read like any other.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from wg_excel.exports.cells import Value, day, is_blank, month_of, number, text
from wg_excel.exports.grid import Grid, Row
from wg_excel.exports.kinds import Vocabulary
from wg_excel.exports.naming import LOOKS_LIKE_NAME, namer
from wg_excel.exports.phrases import fold
from wg_excel.exports.sections import Sections, Told, lone_day, lone_text, told_above
from wg_excel.exports.shapes import Table
from wg_excel.exports.spans import key_date, year_of
from wg_excel.exports.terms import Calendar, dated

NAMED = ("teacher", "school_class", "subject", "group")
ROLES = (*NAMED, "day")
SHAPES = frozenset(("lessons", "counts", "log"))
WHO = ("number", "school_class", "subject", "teacher")  # a lesson fills one of these at least
LAST_DAY = 31
# Columns that say in parts what one of ours says, and what stands between the parts.
PARTS = {"teacher": (" ", ("teacher", "first_name", "patronymic")), "school_class": ("", ("school_class", "letter"))}


def widened(table: Table, words: Vocabulary, calendar: Calendar) -> Table:
    """Return a table with the columns that its sheet tells in another way; most tables as they are."""
    if table.kind.shape not in SHAPES:
        return table
    roles = _told_otherwise(table, words)
    return _Wider(table, [role for role in ROLES if role in roles], words, calendar).table if roles else table


def _told_otherwise(table: Table, words: Vocabulary) -> set[str]:
    columns, spellings = table.heading.columns, table.kind.spellings
    below = table.grid.head[table.heading.below :]
    lone = [row for row in below if not _is_empty_lesson(row, columns)]
    above_rows = told_above([_just_above(table), *lone], words)
    told = set(above_rows & spellings.keys()) - ({"day"} & columns.keys())
    if not table.kind.is_of_teachers:
        told.discard("teacher")  # a lone name may be a pupil's
    if "day" not in columns and "day" in spellings and lone_day(fold(table.lines.get("period"))):
        told.add("day")
    if "month" in above_rows | columns.keys() and _are_bare(below, columns.get("day", -1)):
        told.add("day")
    told |= {role for role, (_, parts) in PARTS.items() if columns.keys() >= set(parts[:2])}
    if "together" in columns:
        parts = (namer(words).parts(text(row[columns["together"]])) for row in below)
        told |= {role for each in parts for role in each} - columns.keys()
    return told


def _just_above(table: Table) -> Row:
    """Return the last row with a value above the headings: a section may stand above its own headings."""
    above = table.grid.head[: table.heading.row]
    return next((row for row in reversed(above) if not all(map(is_blank, row))), ())


def _is_empty_lesson(row: Row, columns: Mapping[str, int]) -> bool:
    """Tell a lesson of which nothing is written but its day, in the column of days, from a day above its rows."""
    place = columns.get("day", -1)
    return place >= 0 and bool(day(row[place])) and sum(not is_blank(value) for value in row) == 1


def _are_bare(below: Sequence[Row], place: int) -> bool:
    """Tell whether a column of days has them without a month: 1, 3, 8."""
    days = [row[place] for row in below if place >= 0 and not is_blank(row[place]) and not lone_text(row)]
    return 2 * sum(map(bool, map(_bare_day, days))) > len(days)


def _bare_day(value: Value) -> int:
    found = number(value)
    return int(found) if found and found.is_integer() and 1 <= found <= LAST_DAY else 0


class _Wider:
    """A table while it gets columns; what sections told last is kept from row to row."""

    def __init__(self, table: Table, roles: Sequence[str], words: Vocabulary, calendar: Calendar) -> None:
        self._table, self._roles = table, roles
        self._columns: Mapping[str, int] = table.heading.columns
        self._sections, self._namer = Sections(words), namer(words)
        self._year = year_of(table.texts, table.span(calendar), calendar)
        self._width = max(map(len, table.grid.head))
        self._lines: dict[str, Value] = {role: table.lines.get(role) for role in ROLES}
        self._lines["day"] = key_date(lone_day(fold(table.lines.get("period"))))
        self._told: dict[str, Value] = {}
        self._own: dict[str, Value] = {}
        self._together: dict[str, frozenset[str]] = {}
        if first := lone_text(_just_above(table)):
            self._note(first)

    @property
    def table(self) -> Table:
        """The table with its new columns."""
        heading, grid = self._table.heading, self._table.grid
        places = {role: self._width + at for at, role in enumerate(self._roles)}
        texts = (*heading.texts, *[""] * (self._width - len(heading.texts)))
        return self._table._replace(
            grid=Grid(grid.sheet, self._rows()),
            heading=heading._replace(columns={**heading.columns, **places}, texts=texts),
        )

    def _rows(self) -> Iterator[Row]:
        for at, row in enumerate(self._table.grid.rows()):
            kept = [*row[: self._width], *[""] * (self._width - len(row))]
            if at < self._table.heading.below or all(map(is_blank, kept)):
                yield [*kept, *[""] * (len(self._roles) + 1)]
            elif (written := lone_text(row)) and not _is_empty_lesson(row, self._columns):
                self._note(written)
                yield [*[""] * (self._width + len(self._roles)), written]  # no cell of it is data
            elif lines := self._sections.lines(kept):
                self._lines |= lines
                self._told = {role: value for role, value in self._told.items() if role not in lines}
                yield [*kept, *[""] * (len(self._roles) + 1)]
            else:
                yield [*kept, *(self._value(role, kept) for role in self._roles), ""]

    def _note(self, written: str) -> None:
        """Keep what a section tells; one that is not understood ends the sections above it."""
        told: Told | None = self._sections.tell(written)
        if told is None or ("pupil" in self._table.kind.spellings and LOOKS_LIKE_NAME.fullmatch(written)):
            return
        ended = set().union(*(self._together.get(role, ()) for role in told)) if told else {*NAMED}
        self._told = {role: value for role, value in self._told.items() if role not in ended}
        self._together |= dict.fromkeys(told, frozenset(told))
        self._told |= told
        self._own = {}

    def _value(self, role: str, row: Row) -> Value:
        if role == "day":
            return self._day(row)
        own = self._joined(role, row)
        if is_blank(own) and "together" in self._columns:
            own = self._namer.parts(text(self._cell("together", row))).get(role)
        if is_blank(own):
            return self._said(role) or self._own.get(role, "")
        if self._table.kind.shape == "counts":
            self._own[role] = own  # a name that stands in the first of its rows holds for those below
        return own

    def _said(self, role: str) -> Value:
        """Return what a section or, without one, a line above says."""
        return self._told.get(role) or self._lines.get(role, "")

    def _joined(self, role: str, row: Row) -> Value:
        """Return a row's own value, of several columns where it stands in parts."""
        sign, parts = PARTS.get(role, ("", (role,)))
        found = [cell for part in parts if not is_blank(cell := self._cell(part, row))]
        return sign.join(map(text, found)) if len(found) > 1 else next(iter(found), "")

    def _day(self, row: Row) -> Value:
        """Return a row's whole day: its own, with the month that stands apart, or the day of its section."""
        own = self._cell("day", row)
        if not is_blank(self._cell("month", row)):
            self._told["month"] = _month(self._cell("month", row))
        if not is_blank(own):
            return self._with_month(own) if not day(own) else own
        return self._said("day") if any(not is_blank(self._cell(role, row)) for role in WHO) else ""

    def _with_month(self, own: Value) -> Value:
        month, year = self._told.get("month"), self._told.get("year")
        bare = _bare_day(own)
        with suppress(ValueError):
            if bare and isinstance(month, int) and month:
                return dt.date(year, month, bare) if isinstance(year, int) else dated(self._year, month, bare)
        return own

    def _cell(self, role: str, row: Row) -> Value:
        place = self._columns.get(role, -1)
        return row[place] if place >= 0 else ""


def _month(value: Value) -> int:
    found = number(value)
    return int(found) if found else month_of(fold(text(value)))
