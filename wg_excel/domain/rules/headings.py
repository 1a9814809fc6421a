"""Headings of tables and closed lists (FLD-HEAD): what is read is found by them, wherever its column stands."""

from wg_excel.domain.findings import Finding, Place
from wg_excel.domain.rules.registry import reading_rule
from wg_excel.domain.schema import Column, Kind, Table

LISTS_SHEET = "Справочники"


class HeadingMissing(Finding):
    """A column of the schema is not in the sheet."""

    def __init__(self, table: Table, column: Column, similar: str = "") -> None:
        do = f"Переименуйте столбец «{similar}»" if similar else "Верните столбец с этим заголовком"
        super().__init__(
            f"На листе «{table.sheet}» нет столбца «{column.title}», его данные не проверены. {do}.",
            Place.of_table(table),
            f"{table.name} {column.title}",
        )


class HeadingRepeated(Finding):
    """Two columns carry one heading; the first is read."""

    def __init__(self, table: Table, title: str) -> None:
        super().__init__(
            f"На листе «{table.sheet}» два столбца «{title}», прочитан левый. Переименуйте или удалите лишний.",
            Place.of_table(table),
            f"{table.name} {title}",
        )


class ListHeadingMissing(Finding):
    """A closed list that a school may extend is not found by its heading: the program's own values are taken."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"На листе «{LISTS_SHEET}» нет списка «{title}»: вписанные в него значения не действуют. "
            "Верните заголовок списка.",
            Place(LISTS_SHEET),
            title,
        )


_COLUMN = Column("date", "Дата", Kind.DATE)
_TABLE = Table("Обращения", "tblAppeals", (_COLUMN,), key="number")
reading_rule(
    "FLD-HEAD",
    about="Столбцы и списки на месте",
    raised="В таблице нет столбца или два столбца с одним заголовком, на листе «Справочники» нет списка. "
    "Переставленные и добавленные столбцы не мешают.",
    cleared="Заголовок возвращён.",
    examples=(
        HeadingMissing(_TABLE, _COLUMN, "Дата обращения"),
        HeadingMissing(_TABLE, _COLUMN),
        HeadingRepeated(_TABLE, "Дата"),
        ListHeadingMissing("Тема обращения"),
    ),
)
