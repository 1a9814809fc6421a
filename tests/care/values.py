"""Whatever people may put into the cells of a table."""

import datetime as dt

from hypothesis import strategies as st

from wg_excel.care.content import Contents, Row, TableContent, Value

TRICKY = (
    "=1+1",
    "+7 900",
    "-",
    "@SUM(A1)",
    "'кавычка",
    "\tтаб",
    "_x0041_",
    "00123",
    "1/2",
    "строка\nдругая",
    " ",
    "#Н/Д",
    "ИСТИНА",
)
TEXTS = st.sampled_from(TRICKY) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn"), include_characters="\n\t"),
    min_size=1,
    max_size=30,
)
DAYS = st.datetimes(dt.datetime.fromisoformat("1950-01-01"), dt.datetime.fromisoformat("2099-12-31")).map(
    lambda moment: moment.replace(microsecond=0)
)
TIMES = st.times().map(lambda time: dt.datetime.combine(dt.date(1899, 12, 30), time.replace(microsecond=0)))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, width=32) | st.integers(-(10**6), 10**6).map(float)
VALUES: st.SearchStrategy[Value] = st.none() | TEXTS | NUMBERS.map(lambda n: n + 0.0) | st.booleans() | DAYS | TIMES


@st.composite
def tables(draw: st.DrawFn, name: str, sheet: str) -> TableContent:
    titles = draw(st.lists(TEXTS.map(str.strip).filter(bool), min_size=1, max_size=4, unique_by=str.casefold))
    rows: list[Row] = draw(st.lists(st.tuples(*[VALUES] * len(titles)), max_size=4))
    return TableContent(name, sheet, tuple(titles), tuple(rows)).ordered()


CONTENTS = st.tuples(tables("Моя", "Мой лист"), tables("tblДругая", "Лист: 2/3")).map(Contents)
