import datetime as dt

import pytest

from tests.domain.conftest import group_of
from tests.facts_notation import facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.figures import State
from wg_excel.domain.group import Group
from wg_excel.domain.monitoring.monitoring import monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.rules.checking import check
from wg_excel.domain.settings import Settings
from wg_excel.domain.summary import summary_charts, summary_page
from wg_excel.domain.summary.summary import Summary, summarise, to_json

DAY = dt.date(2026, 11, 16)
YEAR = Period(dt.date(2026, 9, 1), DAY)
KNOWN = facts("""
    11-09 1 5А Алгебра Иванова + -
    11-10 1 6А История Ким - +
""")


def summary_of(group: Group) -> Summary:
    counted = monitor(KNOWN, teachers("Иванова", "Ким"), SchoolCalendar(), Settings(), YEAR, DAY)
    return summarise(group, check(group, DAY), counted, DAY)


@pytest.fixture(scope="module")
def summary() -> Summary:
    return summary_of(
        group_of(
            """
            Обращения
            №         Дата        Статус    Срок        Исполнитель
            2026-001  2026-11-02  В работе  2026-11-06  Белова Анна Игоревна

            Поручения
            №  Исполнитель           Срок        Статус
            1  Белова Анна Игоревна  2026-11-10  В работе
            """,
            today=DAY.isoformat(),
        )
    )


def test_every_figure_has_its_own_id_sheet_and_period(summary: Summary) -> None:
    assert len({figure.id for figure in summary.figures}) == len(summary.figures)
    assert all(figure.sheet and figure.period.first <= figure.period.last for figure in summary.figures)


def test_the_json_holds_every_figure(summary: Summary) -> None:
    made = to_json(summary)
    assert made["day"] == "2026-11-16"
    assert [figure["id"] for figure in made["figures"]] == [figure.id for figure in summary.figures]


def test_duties_are_counted_by_state(summary: Summary) -> None:
    assert sum(summary.duties(state) for state in State) == len(summary.starting("duty"))
    assert summary.duties(State.BROKEN) == 2


def test_the_page_has_its_full_size_whatever_it_holds(summary: Summary) -> None:
    for made in (summary, summary_of(Group({}))):
        rows = summary_page.page(made)
        assert len(rows) == summary_page.height()
        assert {len(row) for row in rows} == {summary_page.COLUMNS}


def test_the_page_names_state_fact_and_sheet_of_a_duty(summary: Summary) -> None:
    rows = summary_page.page(summary)
    (row,) = [row for row in rows if row[2] == "Поручения исполняются"]
    assert [cell for cell in row if cell] == [
        "■ нарушено",
        "Поручения исполняются",
        "просрочено: 1, открыто: 1 · замечаний: 1",
        "B 3.2",
        "Поручения, строка 6",
    ]


def test_an_empty_workbook_says_that_there_is_no_data() -> None:
    rows = summary_page.page(summary_of(Group({})))
    numbers = rows[summary_page.first_rows()["appeals"]]
    assert [cell for cell in numbers if cell is not None] == [0, 0, 0, "нет данных", "нет данных", 0]


def test_chart_rows_keep_to_their_room_and_say_what_is_missing(summary: Summary) -> None:
    filled = summary_charts.filled(summary)
    assert filled["members"] == [["Белова А. И.", 0, 0, 1]]
    assert filled["classes"] == [["5А", 0.0, 100.0], ["6А", 100.0, 0.0]]
    assert [row[0] for row in filled["months"]] == ["сен 26", "окт 26", "ноя 26"]
    assert all(len(filled[block.name]) <= block.rows for block in summary_charts.BLOCKS)
    assert all(len(row) == len(block.heads) for block in summary_charts.BLOCKS for row in filled[block.name])
