"""Faults of the tables themselves (FLD-…): what stands so that reading misses it must be said, never passed over."""

from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.language.wording import counted
from wg_excel.domain.rules.cells import Cell, CellFinding
from wg_excel.domain.rules.registry import reading_rule
from wg_excel.domain.schema import Table


class RowsBelowTable(Finding):
    """Rows were typed below a table and do not belong to it."""

    def __init__(self, table: Table, row: int, number: int) -> None:
        rows = counted(number, "заполненная строка", "заполненные строки", "заполненных строк")
        super().__init__(
            f"Под таблицей на листе «{table.sheet}» {rows} вне таблицы, начиная со строки {row}: они не проверены. "
            "Потяните вниз уголок в правом нижнем углу таблицы, чтобы она их охватила.",
            Place(table.sheet, table.name, row, table.columns[0].title, table.clause),
            f"{table.name} below",
        )


class MergedCells(Finding):
    """Cells of a table were merged: all but the first of them read as blank."""

    def __init__(self, table: Table) -> None:
        super().__init__(
            f"В таблице на листе «{table.sheet}» есть объединённые ячейки: данные в них прочитаны не полностью. "
            "Отмените объединение (Главная — Объединить) и заполните каждую ячейку.",
            Place.of_table(table),
            f"{table.name} merged",
        )


class ErrorValue(CellFinding):
    """A formula gives an error."""

    def __init__(self, cell: Cell, shown: str) -> None:
        super().__init__(cell, f"формула даёт ошибку {shown}. Исправьте формулу или впишите значение.")


reading_rule(
    "FLD-BELOW",
    about="Все строки входят в таблицу",
    raised="Под таблицей, вне её, есть заполненные строки: программа их не видит.",
    cleared="Таблица растянута на эти строки или они удалены.",
    examples=(RowsBelowTable(Appeal.table, 64, 2),),
)
reading_rule(
    "FLD-MERGE",
    about="В таблицах нет объединённых ячеек",
    raised="В таблице объединены ячейки.",
    cleared="Объединение отменено.",
    examples=(MergedCells(Appeal.table),),
)
reading_rule(
    "FLD-ERR",
    about="Формулы не дают ошибок",
    raised="В ячейке значение ошибки: #ССЫЛКА!, #Н/Д, #ДЕЛ/0! и другие.",
    cleared="Ячейка исправлена.",
    examples=(ErrorValue(Cell(Appeal.table, Appeal.table.column("due"), 7, "2026-014"), "#ССЫЛКА!"),),
)
