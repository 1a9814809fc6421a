"""Say which tables and columns of the program a workbook lacks, as one made by an earlier version does."""

from collections.abc import Iterator

from wg_excel.care.content import FACTS, LIST_OF, RECORD_OF, Contents


def missing_parts(contents: Contents) -> Iterator[str]:
    """Yield what is missing, in words: «таблица tblPlan (лист «План»)», «столбец «Срок» (лист «План»)»."""
    for name, record in RECORD_OF.items():
        found = contents.table(name)
        if not found:
            yield f"таблица {name} (лист «{record.table.sheet}»)"
            continue
        for title in record.table.titles:
            if title not in found.titles:
                yield f"столбец «{title}» (лист «{record.table.sheet}»)"
    for name in (*LIST_OF, *FACTS):
        if not contents.table(name):
            yield f"список {name}" if name in LIST_OF else f"скрытый лист {name}"
