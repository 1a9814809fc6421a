"""Say in Russian what backups, archives, comparisons and merges found."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from wg_excel.care.archiving import Archived
from wg_excel.care.content import FACTS, RECORD_OF, Value, is_filled, shown
from wg_excel.care.copies import Compared
from wg_excel.care.differences import CellChange, RowChange, RowOf, TableDifference
from wg_excel.care.merging import Merge, TableMerge, is_merged
from wg_excel.care.restoring import Changed, Listed
from wg_excel.domain.language.wording import counted

LONGEST = 60  # characters of a cell
TABLES, ROWS = ("таблица", "таблицы", "таблиц"), ("строка", "строки", "строк")


def backup_line(each: Listed) -> str:
    """Return a backup's line: its number, moment and size."""
    return f"{each.number:>3}  {each.backup.when:%d.%m.%Y %H:%M:%S}  {size_words(each.size):>9}"


def changes_line(changed: Changed) -> str:
    """Say what changed after a backup."""
    if changed.tables is None:
        return "сравнить нельзя: одна из двух книг не читается"
    told = "; ".join(_moved(table) for table in changed.tables)
    return f"после неё: {told}" if told else "после неё строки не менялись"


def archived_words(done: Archived, target: Path) -> Iterator[str]:
    """Say what an archive holds, and what stays out of it."""
    yield f"{target}: {counted(done.tables, *TABLES)}, {counted(done.rows, *ROWS)}."
    if done.sheets_left:
        yield f"Листы без таблиц в архив не входят: {_listed(done.sheets_left)}."


def compared_lines(found: Compared) -> Iterator[str]:
    """Say how two copies differ, a table after another."""
    yield f"A — «{found.a.name}», B — «{found.b.name}»."
    if not found.tables:
        yield "Отличий нет."
    for table in found.tables:
        yield from _difference(table)
    if any(table.changed for table in found.tables):
        yield "Объединить: wg-excel merge A B; строки, которые взять из B, назовите параметром --prefer."


def merged_lines(done: Merge, a: Path, b: Path) -> Iterator[str]:
    """Say what a merge did, and what it left to the user."""
    yield f"Из «{b.name}» в «{a.name}» добавлено: {counted(done.count('appended'), *ROWS)}."
    for table in done.tables:
        yield from _merged_table(table)
    for label, old, new in done.renumbered:
        yield f"Номер {old} на листе «{label}» занят другой записью: строка из B получила номер {new}."
    if done.count("kept"):
        yield "Различаются, оставлено как в A (взять из B: повторите с параметром --prefer):"
        for table in done.tables:
            for change in table.kept:
                yield from _changed(change, f"b:{table.name}:{change.a.key}")
    for name in done.tables_left:
        yield f"Таблица «{name}» есть только в B: скопируйте её лист в Excel."
    for name in done.sheets_left:
        yield f"Лист «{name}» есть только в B: скопируйте его в Excel или постройте кнопкой заново."


def _merged_table(table: TableMerge) -> Iterator[str]:
    if table.appended:
        yield f"  {table.label}: {_keys(table.appended)}"
    if table.replaced:
        yield f"  {table.label}, взято из B: {_keys(change.b for change in table.replaced)}"
    if table.filled:
        yield f"  {table.label}, заполнены столбцы, которые были только в B: {_keys(one.a for one in table.filled)}"


def size_words(size: int) -> str:
    """Return a size in kilobytes or megabytes."""
    if size < 1 << 20:
        return f"{max(1, round(size / 1024))} КБ"
    return f"{size / (1 << 20):.1f} МБ".replace(".", ",")


def _moved(table: TableDifference) -> str:
    parts = (("добавлено", table.only_b), ("удалено", table.only_a), ("изменено", table.changed))
    told = [f"{word} {len(rows)}" for word, rows in parts if rows]
    told += [f"новый столбец «{title}»" for title in table.columns_b]
    told += [f"удалён столбец «{title}»" for title in table.columns_a]
    return f"{table.label} — {', '.join(told)}"


def _difference(table: TableDifference) -> Iterator[str]:
    if table.name in FACTS or (table.name in RECORD_OF and not is_merged(table.name)):
        different = f", различаются: {len(table.changed)}" if table.changed else ""
        yield f"{table.label}: строк только в A: {len(table.only_a)}, только в B: {len(table.only_b)}{different}."
        return
    yield f"{table.label}:"
    if table.only_a:
        yield f"  только в A: {_keys(table.only_a)}"
    if table.only_b:
        yield f"  только в B: {_keys(table.only_b)}"
    for side, columns in (("A", table.columns_a), ("B", table.columns_b)):
        if columns:
            yield f"  столбцы только в {side}: {_listed(columns)}"
    for change in table.changed:
        yield from _changed(change, "один номер у разных записей" if change.clash else "различаются")


def _changed(change: RowChange, note: str) -> Iterator[str]:
    yield f"  {change.a.key} ({note})"
    yield from (f"      {_cell(cell)}" for cell in change.cells)


def _cell(cell: CellChange) -> str:
    return f"{cell.title}: {_quoted(cell.a)} → {_quoted(cell.b)}"


def _quoted(value: Value) -> str:
    if not is_filled(value):
        return "пусто"
    text = " ".join(shown(value).split())
    return f"«{text if len(text) <= LONGEST else f'{text[: LONGEST - 1]}…'}»"


def _keys(rows: Iterable[RowOf]) -> str:
    return "; ".join(row.key for row in rows)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"«{name}»" for name in names)
