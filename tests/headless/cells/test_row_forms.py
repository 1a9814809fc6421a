import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings, strategies as st

from wg_excel.headless import engine, open_book, save_copy
from wg_excel.headless.cells.row import Row
from wg_excel.headless.cells.row_forms import WORTH, Forms

FIRST = '<c r="A1" s="2" t="s"><v>7</v></c><c r="B1"><v>0.5</v></c><c r="D1" s="3"/>'


def found(text: str, left: int = 1, right: int = 4, *, after: str = FIRST) -> tuple[str | None, ...] | None:
    forms = Forms(left, right, lambda form: form.cells, worth=0)
    forms.match(Row(1, "", after))
    match = forms.match(Row(2, "", text))
    return match[1] if match else None


def test_rows_of_the_same_columns_and_formats_are_read_at_once() -> None:
    alike = FIRST.replace('1"', '2"').replace("<v>7</v>", "<v>8</v>")
    assert found(alike) == ("8", None, None, "0.5", None, None)


def test_a_blank_cell_a_number_and_a_text_may_stand_in_the_same_place() -> None:
    assert found('<c r="A2" s="2"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="D2" s="3"><v>5</v></c>') == (
        *(None, "3"),
        *("4", None),
        *(None, "5"),
    )


def test_only_the_columns_asked_for_are_read() -> None:
    assert found(FIRST, 2, 2) == (None, "0.5")


def test_a_cell_more_within_the_columns_is_seen() -> None:
    more = FIRST.replace('<c r="D1"', '<c r="C1"><v>9</v></c><c r="D1"')
    assert found(more) == ("7", None, None, "0.5", None, "9", None, None)  # learned as a form of its own
    behind = FIRST + '<c r="E1"><v>9</v></c>'
    assert found(behind) == ("7", None, None, "0.5", None, None)
    assert found(behind, right=5) == ("7", None, None, "0.5", None, None, None, "9")


def test_formulas_and_other_kinds_are_left_to_those_who_read_cell_by_cell() -> None:
    assert found('<c r="A2" s="2"><f>B2</f><v>1</v></c>') is None
    assert found('<c r="A2" s="2" t="b"><v>1</v></c>') is None


def test_of_many_forms_some_are_kept() -> None:
    forms = Forms(1, 1, lambda form: form.cells, worth=0)
    rows = [Row(n, "", f'<c r="A{n}" s="{n}"><v>{n}</v></c>') for n in range(1, 30)]
    assert [bool(forms.match(row)) for row in rows].count(True) == 8
    assert forms.match(rows[0]) is not None


def test_the_first_rows_are_left_to_those_who_read_cell_by_cell_since_few_tables_are_long() -> None:
    forms = Forms(1, 1, lambda form: form.cells, worth=2)
    rows = [Row(n, "", f'<c r="A{n}"><v>{n}</v></c>') for n in range(1, 6)]
    assert [bool(forms.match(row)) for row in rows] == [False, False, True, True, True]


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(-1e6, 1e6),
    st.dates(dt.date(1901, 1, 1), dt.date(2100, 1, 1)),
    st.sampled_from(["да", "  <в> & \n", "=1+1", "'003", "12"]),
)


@settings(max_examples=30, deadline=None)
@given(rows=st.lists(st.lists(CELLS, min_size=5, max_size=5), min_size=14, max_size=20))
def test_a_block_is_read_as_its_cells_one_by_one(rows: list[list[object]]) -> None:
    sheet = engine.apps.add(add_book=False).books.add().sheets[0]
    rows = rows * (WORTH // 10)  # long enough for patterns
    sheet.range("A1").value = rows
    with TemporaryDirectory() as folder:
        save_copy(sheet.book, Path(folder) / "блок.xlsx")
        again = open_book(Path(folder) / "блок.xlsx").sheets[0]
    block = again.range((1, 1), (len(rows), 5)).value
    assert block == [[again.range((row, column)).value for column in range(1, 6)] for row in range(1, len(rows) + 1)]
