"""Rows below headings: data, totals, blank rows, headings once more and lines between blocks, each told apart."""

import itertools
from collections.abc import Callable, Iterator
from typing import NamedTuple

from wg_excel.exports.balance import Balance
from wg_excel.exports.cells import Value, is_blank, number, shown, text
from wg_excel.exports.grid import Grid, Row
from wg_excel.exports.headings import Heading, read_heading
from wg_excel.exports.kinds import Kind, Vocabulary
from wg_excel.exports.lines import Lines, line_reader
from wg_excel.exports.phrases import fold

CHUNK = 5_000


class Segment(NamedTuple):
    """Rows of data that share headings and lines; `numbers` are their numbers in the sheet."""

    columns: dict[str, int]
    lines: Lines
    numbers: range | list[int]
    rows: list[Row]


class TableReader:
    """Cuts a sheet into segments of data and keeps the balance of its rows.

    `accepts` tells by the cell of the column `anchor` that a row may be data. Where plain days stand there (`sure`
    tells one), whole stretches of plain data pass at once, and a lone text with a day in it is none.
    """

    def __init__(self, vocabulary: Vocabulary, kind: Kind, heading: Heading, lines: Lines, balance: Balance) -> None:
        self._kind = kind
        self._line_reader = line_reader(vocabulary)
        self._sums = vocabulary.pattern("totals", "sum")
        self._means = vocabulary.pattern("totals", "mean")
        self._heading = heading
        self._columns = dict(heading.columns)
        self._beyond = {role: place for role, place in heading.columns.items() if place >= len(heading.texts)}
        self._lines = lines
        self._balance = balance
        self._last: Row = ()
        self._by_days = False
        self.on_totals: Callable[[Row, dict[str, int], bool], None] = lambda _row, _columns, _mean: None

    def segments(
        self,
        grid: Grid,
        anchor: str,
        accepts: Callable[[Value], object],
        sure: Callable[[Value], object] | None = None,
    ) -> Iterator[Segment]:
        """Give the data below the headings."""
        self._by_days = sure is not None
        below = self._heading.below
        rows = itertools.islice(grid.rows(), below, None)
        number_ = 1 + below
        while chunk := list(itertools.islice(rows, CHUNK)):
            place = self._columns.get(anchor, -1)
            if sure and place >= 0 and all(map(sure, [row[place] for row in chunk])):
                yield Segment(self._columns, self._lines, range(number_, number_ + len(chunk)), chunk)
                self._last = chunk[-1]
            else:
                yield from self._split(chunk, number_, anchor, accepts)
            number_ += len(chunk)

    def _split(
        self, chunk: list[Row], first: int, anchor: str, accepts: Callable[[Value], object]
    ) -> Iterator[Segment]:
        segment = Segment(self._columns, self._lines, [], [])
        for number_, row in enumerate(chunk, first):
            if (total := self._total(row)) is not None:
                if segment.rows:
                    yield segment  # so that the reader of rows has summed what stands above
                segment = Segment(self._columns, self._lines, [], [])
                self._balance.totals += 1
                self.on_totals(row, self._columns, total)
                continue
            if (kept := self._data(row, number_, anchor, accepts)) is not None:
                if segment.columns is not self._columns or segment.lines is not self._lines:
                    if segment.rows:
                        yield segment
                    segment = Segment(self._columns, self._lines, [], [])
                segment.numbers.append(number_)  # type: ignore[union-attr]
                segment.rows.append(kept)
        if segment.rows:
            yield segment

    def _data(self, row: Row, number_: int, anchor: str, accepts: Callable[[Value], object]) -> Row | None:
        """Return a row of data, None for any other, which is counted here."""
        if all(map(is_blank, row)):
            self._balance.blank += 1
        elif self._is_heading(row) or self._numbers_columns(row):
            self._balance.other += 1
        elif self._line_reader.is_line(row):
            self._balance.other += 1
            self._lines = self._lines.over(self._line_reader.read([row]))
        elif self._tells_day_of_making(row) or (self._by_days and self._is_lone_text(row)):
            self._balance.other += 1
        elif (place := self._columns.get(anchor, -1)) < 0 or accepts(row[place]):
            self._last = row
            return row
        elif self._is_remark(row):
            self._balance.other += 1
        else:
            return self._repeated(row, number_, anchor, place)
        return None

    def _repeated(self, row: Row, number_: int, anchor: str, place: int) -> Row | None:
        """Give a row whose key stands only in the first of several rows; reject any other."""
        others = [at for role, at in self._columns.items() if role not in {anchor, "order"}]
        if is_blank(row[place]) and self._last and 2 * sum(not is_blank(row[at]) for at in others) > len(others):
            return [*row[:place], self._last[place], *row[place + 1 :]]
        what = self._kind.heading(anchor)
        self._balance.reject(number_, f"«{what}»: {'пусто' if is_blank(row[place]) else shown(row[place])}")
        return None

    def _total(self, row: Row) -> bool | None:
        """Return None for no row of totals, True for a mean, False for a sum."""
        for value in row[:6]:
            if isinstance(value, str) and value.strip():
                folded = fold(value).strip(" :.")
                if self._means.match(folded):
                    return True
                if self._sums.match(folded):
                    return False
                return None
        return None

    def _is_heading(self, row: Row) -> bool:
        """Tell a repeated heading; headings of another order change the columns from here on.

        Numbers say nothing: «5» is a heading and the number of pupils with such a mark.
        """
        texts = [fold(value) for value in row if isinstance(value, str) and value.strip() and number(value) is None]
        known = {fold(part) for part in self._heading.texts}
        if texts and sum(1 for part in texts if part in known) >= max(2, (len(texts) + 1) // 2):
            again = read_heading([row], 0, 1, self._kind)
            if not self._kind.missing({**again.columns, **self._beyond}):
                self._columns = {**again.columns, **self._beyond}
            return True
        again = read_heading([row], 0, 1, self._kind)
        if len(again.columns) >= 3 and again.fit >= 2.5 and not self._kind.missing({**again.columns, **self._beyond}):
            self._columns = {**again.columns, **self._beyond}
            return True
        return self._heading.depth > 1 and self._upper_heading(texts, known)

    def _upper_heading(self, texts: list[str], known: set[str]) -> bool:
        joined = " | ".join(known)
        return len(texts) >= 2 and all(part in joined for part in texts)

    @staticmethod
    def _numbers_columns(row: Row) -> bool:
        """Tell the row that numbers the columns of a printed form: 1, 2, 3 and so on."""
        found = [number(value) for value in row if not is_blank(value)]
        return len(found) >= 4 and found == [float(n) for n in range(1, len(found) + 1)]

    def _tells_day_of_making(self, row: Row) -> bool:
        """Tell «Отчёт сформирован 20.11.2026», alone in its row, and keep the day."""
        written = {text(value) for value in row if isinstance(value, str) and value.strip()}
        found = self._line_reader.made(*written) if len(written) == 1 else None
        self._balance.made = self._balance.made or found
        return found is not None

    @staticmethod
    def _is_lone_text(row: Row) -> bool:
        """Tell a title or a remark, alone in its row, from data."""
        cells = {text(value) for value in row if not is_blank(value)}
        return len(cells) == 1 and any(map(str.isalpha, *cells))

    def _is_remark(self, row: Row) -> bool:
        """Tell a lone text – a title of a next block, a signature – that is no data."""
        cells = {text(value) for value in row if not is_blank(value)}
        signature = len(cells) <= 3 and any("__" in cell or cell.endswith(":") for cell in cells)
        if (len(cells) > 1 and not signature) or any(number(value) is not None for value in row):
            return False
        self._lines = self._lines.over(Lines({}, tuple(cells)))
        return True
