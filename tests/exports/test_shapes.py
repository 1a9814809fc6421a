from tests.exports.sheets import TODAY, rows
from wg_excel.exports.grid import Grid
from wg_excel.exports.headings import Heading
from wg_excel.exports.kinds import vocabulary
from wg_excel.exports.lines import LineReader
from wg_excel.exports.shapes import Table
from wg_excel.exports.terms import Calendar

WORDS = vocabulary()


def span(above: str) -> str:
    lines = LineReader(WORDS).read(rows(above))
    table = Table(Grid("", []), WORDS.kinds["movement"], Heading(0, 1, {}, (), 0.0), lines)
    return str(table.span(Calendar(TODAY)))


def test_the_line_of_the_period_outweighs_the_other_lines() -> None:
    assert span("Сформирован 20.11.2026\nПериод: 01.09.2026 – 23.10.2026") == "01.09.2026 – 23.10.2026"


def test_without_such_a_line_any_line_may_name_the_period() -> None:
    assert span("Движение с 01.09.2026 по 23.10.2026") == "01.09.2026 – 23.10.2026"
    assert span("Движение учащихся") == "None"
