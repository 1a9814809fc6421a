import pytest

from tests.care.tables import contents
from wg_excel.care.archive_fitness import refuse_unfit
from wg_excel.care.content import Contents, TableContent
from wg_excel.care.failures import ArchiveUnfit


def fault(*tables: TableContent) -> str:
    with pytest.raises(ArchiveUnfit, match="Архив «архив» в книгу не ложится: ") as refusal:
        refuse_unfit(Contents(tables), "архив")
    return str(refusal.value).partition(": ")[2].partition(". Исправьте")[0]


def table(name: str = "Моя", sheet: str = "Лист", titles: tuple[str, ...] = ("а",)) -> TableContent:
    return TableContent(name, sheet, titles, ())


def test_what_a_workbook_holds_is_fit() -> None:
    refuse_unfit(contents("tblPlan\n№ | Мероприятие\n1 | Семинар\n\nМоя\nЧто\nБумага\n\n_таблица.2\nА\n1"), "архив")


@pytest.mark.parametrize("name", ["", "1 плохое имя", "A1", "xfd1048576", "R1C1", "r", "с пробелом", "а" * 256, "а[б]"])
def test_a_name_that_no_table_can_have_is_told(name: str) -> None:
    assert fault(table(name)) == f"имя таблицы «{name}»"


@pytest.mark.parametrize("name", ["", "а/б", "а:б", "а*", "а?", "[а]", "а\\б", "'а", "а'", "а" * 32, "а\0"])
def test_a_name_that_no_sheet_can_have_is_told(name: str) -> None:
    assert fault(table(sheet=name)) == f"имя листа «{name}»"


def test_columns_that_no_table_can_have_are_told() -> None:
    assert fault(table(titles=())) == "размер таблицы «Моя»"
    assert fault(table(titles=tuple(map(str, range(16_385))))) == "размер таблицы «Моя»"
    assert fault(table(titles=("а", "А"))) == "в таблице «Моя» два столбца с одним названием"
    for title in ("", " ", "а" * 256):
        assert fault(table(titles=(title,))).startswith("в таблице «Моя» есть столбец без названия")


def test_a_table_that_stands_twice_is_told() -> None:
    assert fault(table(), table("моя")) == "таблица «моя» стоит в нём дважды"
