from tests.facts_notation import date, facts, teachers
from wg_excel.domain.calendar import SchoolCalendar
from wg_excel.domain.imported.facts import Facts
from wg_excel.domain.monitoring.class_reports import class_reports
from wg_excel.domain.monitoring.indicator_lines import IndicatorLine, class_report_lines, indicator_lines
from wg_excel.domain.monitoring.monitoring import Monitoring, monitor
from wg_excel.domain.periods import Period
from wg_excel.domain.settings import Settings

NAMES = [column.name for column in IndicatorLine.table.columns]
SEPTEMBER, OCTOBER = Period(date("09-01"), date("09-30")), Period(date("10-01"), date("10-31"))
KNOWN = facts(
    """
    09-01 1 5А Физика Ким + +
    09-08 1 5А Физика Ким - +
    09-01 2 6А Физика Ким + +
    10-06 1 5А Физика Ким + +
    10-07 1 5А Физика Ким + -
    """,
    reports="journal 09-01 09-30 5А Физика Ким pupils=10 lessons=2 missed=3 pupils_often_away=1 two_at_edge=2",
)


def monitored(period: Period, known: Facts = KNOWN) -> Monitoring:
    return monitor(known, teachers("Ким"), SchoolCalendar(), Settings(), period, date("10-31"))


def lines(period: Period = SEPTEMBER, before: Period | None = None) -> list[dict[str, object]]:
    made = indicator_lines(monitored(period), monitored(before) if before else None)
    return [dict(zip(NAMES, line, strict=True)) for line in made]


def found(all_lines: list[dict[str, object]], scope: str, indicator: str) -> list[tuple[object, ...]]:
    wanted = (line for line in all_lines if (line["scope"], line["indicator"]) == (scope, indicator))
    return [(line["number"], line["base"], line["percent"]) for line in wanted]


def test_one_figure_stands_on_one_line_at_every_level() -> None:
    made = lines()
    assert found(made, "Школа", "Темы, %") == [(2, 3, 66.6)]
    assert found(made, "Параллель", "Темы, %") == [(1, 2, 50.0), (1, 1, 100.0)]
    assert found(made, "Подробно", "Темы, %") == [(1, 2, 50.0), (1, 1, 100.0)]
    assert found(made, "Школа", "Посещаемость, %") == [(17, 20, 85.0)]
    assert found(made, "Школа", "Оформление: «2» на первом или последнем уроке") == [(2, None, None)]
    assert found(made, "Школа", "Первые уроки без инструктажа, %") == [(2, 2, 100.0)]
    for scope in ("Школа", "Предмет"):
        assert found(made, scope, "Работающие учителя, %") == [(1, 1, 100.0)]
    assert found(made, "Класс", "Работающие учителя, %") == [(1, 1, 100.0), (1, 1, 100.0)]
    assert found(made, "Класс", "Просроченные уроки, %") == [(1, 2, 50.0), (0, 1, 0.0)]


def test_a_share_that_should_be_small_is_called_large_and_of_its_own_base() -> None:
    known = facts(
        reports="""
        journal 09-01 09-30 5А Физика Ким pupils=10 lessons=8 lessons_without_marks=2 lessons_low=3
        filling 09-01 09-30 6А Физика Ким lessons=30 lessons_without_marks=0
        """
    )
    made: list[dict[str, object]] = [
        dict(zip(NAMES, line, strict=True)) for line in indicator_lines(monitored(SEPTEMBER, known))
    ]
    assert found(made, "Школа", "Без отметок, %") == [(2, 38, 5.3)]
    assert found(made, "Школа", "Уроки с 1–2 отметками, %") == [(3, 8, 37.5)]
    levels = {line["level"] for line in made if (line["scope"], line["indicator"]) == ("Школа", "Без отметок, %")}
    assert levels == {"много"}


def test_what_no_import_gives_has_no_line() -> None:
    assert found(lines(), "Школа", "Своевременность, %") == []


def test_the_movement_is_told_in_percentage_points_with_the_period_compared() -> None:
    (topics,) = (
        line for line in lines(OCTOBER, SEPTEMBER) if (line["scope"], line["indicator"]) == ("Школа", "Темы, %")
    )
    assert (topics["percent"], topics["before"], topics["points"]) == (100.0, 66.6, 33.4)
    assert topics["compared"] == "01.09.2026 – 30.09.2026"


def test_the_finest_lines_add_up_to_those_of_every_other_scope() -> None:
    made = lines()
    for scope in ("Школа", "Класс", "Параллель", "Предмет", "Педагог"):
        for indicator in ("Темы, %", "ДЗ, %", "Посещаемость, %"):
            assert _sum(found(made, scope, indicator)) == _sum(found(made, "Подробно", indicator))


def test_reports_by_class_stand_in_the_same_form() -> None:
    known = facts(reports="quality 09-01 09-30 5А Все Ким n=20 n5=2 n4=8")
    monitoring = monitored(SEPTEMBER, known)
    told = class_report_lines(class_reports(known, monitoring), monitoring)
    assert [line[2:7] for line in told if line[7] == "Качество, %"] == [
        ["Школа", "", "", "", ""],
        ["Параллель", "", "5", "", ""],
        ["Класс", "", "5", "5А", ""],
        ["Предмет", "", "", "", "Все"],
        ["Педагог", "Ким", "", "", ""],
        ["Подробно", "Ким", "5", "5А", "Все"],
    ]
    assert all(line[8:11] == [10, 20, 50.0] for line in told if line[7] == "Качество, %")


def test_reports_by_class_are_judged_by_the_schools_norm() -> None:
    known = facts(reports="finals 09-01 09-30 5А Все Ким expected=20 set=19 exempt=0 na=2")
    monitoring = monitored(SEPTEMBER, known)
    told = class_report_lines(class_reports(known, monitoring), monitoring)
    levels = {line[7]: line[11] for line in told if line[2] == "Школа"}
    assert levels["Итоговые выставлены, %"] == "мало"
    assert levels["Итоговые «н/а», %"] == "много"


def _sum(figures: list[tuple[object, ...]]) -> list[float]:
    return [sum(float(str(line[place])) for line in figures) for place in (0, 1)]


def test_reports_by_class_move_too() -> None:
    known = facts(
        reports="""
        quality 09-01 09-30 5А Все Ким n=20 n5=2 n4=8
        quality 10-01 10-31 5А Все Ким n=20 n5=2 n4=11
        """
    )
    now, before = (monitored(period, known) for period in (OCTOBER, SEPTEMBER))
    told = class_report_lines(class_reports(known, now), now, (class_reports(known, before), SEPTEMBER))
    school = next(line for line in told if line[7] == "Качество, %")
    assert school[10:] == [65.0, "", 50.0, 15.0, "01.09.2026 – 30.09.2026"]
