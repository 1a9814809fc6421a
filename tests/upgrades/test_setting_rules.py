import shutil
from pathlib import Path

from wg_excel.book.master import read_group
from wg_excel.book.opened import changing, reading
from wg_excel.book.tables import read_cells, set_cell
from wg_excel.domain.appeals.terms import Term
from wg_excel.domain.settings import SettingLine
from wg_excel.upgrades.upgrading import upgrade

EARLIER = Path(__file__).parent / "version_1.xlsm"
TITLE = "Срок обращения: критический приоритет"


def test_a_term_of_an_earlier_workbook_keeps_its_meaning_and_may_be_told_in_hours(tmp_path: Path) -> None:
    path = Path(shutil.copy2(EARLIER, tmp_path / "книга.xlsm"))
    upgrade(path)
    with changing(path) as book:
        assert read_group(book, ()).settings.term_critical == Term(1)
        cells = read_cells(book, SettingLine)
        row = cells.first_row + [line[cells.titles.index("Параметр")] for line in cells.rows].index(TITLE)
        rule = book.sheets["Настройки"].range(cells.address(row, "Значение")).data_validation
        assert (rule.type, "8 ч" in str(rule.input_message)) == ("text_length", True)
        set_cell(book, SettingLine, row, "value", "4 часа")
    with reading(path) as book:
        assert read_group(book, ()).settings.term_critical == Term(minutes=240)
