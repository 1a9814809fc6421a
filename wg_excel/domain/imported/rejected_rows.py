"""Rows of exports that were not taken, and why («Импорт — отклонено»; Excel allows no colon in a sheet's name)."""

from collections.abc import Collection, Iterable

from wg_excel.domain.imported.facts import Export
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Импорт — отклонено",
    "tblRejected",
    clause="A IV.1.3",
    generated=True,
    hint="Строки выгрузок, которые не вошли в подсчёт; исправьте их в «ЭлЖур» и загрузите отчёт снова.",
)
class RejectedLine(Record):
    """One row of a file that an import left out; `file_row` is its row in the file's sheet."""

    number: str = column("Импорт №", refers="tblImports", width=10)
    file: str = column("Файл", width=34)
    file_row: int | None = column("Строка файла", Kind.INTEGER, width=12)
    reason: str = column("Причина", Kind.LONG_TEXT, width=70)


MOST_LINES = 20_000  # of one press: an archive of a thousand torn files is not looked through row by row


def rejected_lines(number: int, export: Export, room: int = MOST_LINES) -> list[RejectedLine]:
    """Return at most `room` lines of an import; what goes beyond the rows that are kept is told in one more."""
    kept = export.rejected[: max(room, 0)]
    lines = [RejectedLine(str(number), export.file, one.row, one.reason) for one in kept]
    if more := export.rejected_rows - len(lines):
        lines.append(RejectedLine(str(number), export.file, None, f"…и ещё отклонено строк: {more}"))
    return lines


def standing_lines(lines: Iterable[RejectedLine], covered: Collection[int]) -> list[RejectedLine]:
    """Return the lines of imports that no new one has covered."""
    gone = set(map(str, covered))
    return [line for line in lines if line.number not in gone]
