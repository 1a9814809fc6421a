"""What in an export needs a person's look, in Russian: its warnings, and the rows that it loses and why."""

from collections import defaultdict

from wg_excel.domain.imported.facts import Export

MOST_REASONS = 3
MOST_ROWS = 3


def remarks(export: Export) -> tuple[str, ...]:
    """Return the warnings of an export, then its rejected rows by their reason."""
    return (*export.warnings, *([_rejected(export)] if export.rejected_rows else []))


def _rejected(export: Export) -> str:
    by_reason: dict[str, list[int]] = defaultdict(list)
    for one in export.rejected:
        by_reason[one.reason].append(one.row)
    reasons = [f"{reason} ({_rows(rows)})" for reason, rows in by_reason.items()]
    more = ["и другие"] if len(reasons) > MOST_REASONS else []
    return f"Отклонено строк: {export.rejected_rows}. Причины: {'; '.join([*reasons[:MOST_REASONS], *more])}."


def _rows(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:MOST_ROWS]))
    return f"{'строка' if len(rows) == 1 else 'строки'} {shown}{' и далее' if len(rows) > MOST_ROWS else ''}"
