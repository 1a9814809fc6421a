"""The table of the sheet «Мониторинг»: counts with percentages beside them (1-domain 1.3, 2-eljur-exports 2.4)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from wg_excel.domain.monitoring.counts import fault_words, faults
from wg_excel.domain.monitoring.indicators import INDICATORS, OBSERVED
from wg_excel.domain.monitoring.monitoring import Monitoring, Row
from wg_excel.domain.monitoring.remarks import remarks
from wg_excel.domain.monitoring.taken_remarks import TakenRemark, by_place, measures
from wg_excel.domain.schema import Kind, Record, column, table


@table(
    "Мониторинг",
    "tblMonitoring",
    clause="B 5.2",
    generated=True,
    hint="Заполняет кнопка «Мониторинг». Пустая ячейка — в выгрузках нет данных; это не ноль.",
)
class MonitoringLine(Record):
    """One period × teacher × class × subject; a count that no import gives is None."""

    first: dt.date | None = column("Период с", Kind.DATE, width=12)
    last: dt.date | None = column("Период по", Kind.DATE, width=12)
    teacher: str = column("Педагог", width=32)
    school_class: str = column("Класс", width=8)
    subject: str = column("Предмет", width=20)
    lessons: int | None = column("Проведено уроков", Kind.INTEGER, width=11)
    topics: int | None = column("Темы записаны", Kind.INTEGER, width=11)
    topics_percent: float | None = column("Темы, %", Kind.NUMBER, width=9)
    homework_due: int | None = column("ДЗ нужно", Kind.INTEGER, width=9)
    homework: int | None = column("ДЗ записано", Kind.INTEGER, width=11)
    homework_percent: float | None = column("ДЗ, %", Kind.NUMBER, width=9)
    overdue: int | None = column(
        "Просрочено уроков", Kind.INTEGER, width=12, hint="Тема, ДЗ или отметки до сих пор не внесены"
    )
    entries: int | None = column("Записей", Kind.INTEGER, width=10, hint="Записи, время внесения которых известно")
    entries_in_time: int | None = column("Записей в срок", Kind.INTEGER, width=10)
    timeliness_percent: float | None = column("Своевременность, %", Kind.NUMBER, width=18)
    marks: int | None = column("Отметок", Kind.INTEGER, width=10)
    marks_required: int | None = column("Отметок нужно", Kind.INTEGER, width=10)
    density_percent: float | None = column("Накопляемость, %", Kind.NUMBER, width=16)
    lessons_checked: int | None = column("Уроков на страницах", Kind.INTEGER, width=12)
    lessons_without_marks: int | None = column("Уроков без отметок", Kind.INTEGER, width=12)
    without_marks_percent: float | None = column("Без отметок, %", Kind.NUMBER, width=14)
    pupils: int | None = column("Учащихся", Kind.INTEGER, width=10, hint="Учащихся на страницах журнала")
    pupils_without_marks: int | None = column("Учащихся без отметок", Kind.INTEGER, width=12)
    pupils_one_mark: int | None = column("Учащихся с одной отметкой", Kind.INTEGER, width=12)
    pupils_no_mark_percent: float | None = column("Учащиеся без отметок, %", Kind.NUMBER, width=14)
    finals: int | None = column("Итоговых отметок", Kind.INTEGER, width=11)
    finals_off: int | None = column("Итоговых не по среднему", Kind.INTEGER, width=12)
    finals_differ_percent: float | None = column("Итоговые не по среднему, %", Kind.NUMBER, width=14)
    remark: str = column("Замечания", Kind.LONG_TEXT, width=60)
    measures: str = column("Меры", Kind.LONG_TEXT, width=30, hint="Что уже сделано; подробно — «Замечания в работе»")
    attendance_percent: float | None = column("Посещаемость, %", Kind.NUMBER, width=14, hint="По страницам журнала")
    pupils_often_away: int | None = column(
        "Пропустили 20 % и больше", Kind.INTEGER, width=14, hint="Учащихся, по числу"
    )
    lessons_low: int | None = column("Уроков с 1–2 отметками", Kind.INTEGER, width=12)
    form_faults: int | None = column(
        "Оформление", Kind.INTEGER, width=12, hint="Замечаний к оформлению; какие — в «Замечаниях»"
    )
    appeared: int | None = column(
        "Записей между выгрузками", Kind.INTEGER, width=14, hint="Есть в позднейшей выгрузке, а в прежней их не было"
    )
    appeared_in_time: int | None = column("из них точно в срок", Kind.INTEGER, width=12)
    appeared_late: int | None = column("из них точно позже срока", Kind.INTEGER, width=12)
    lessons_judged: int | None = column(
        "Уроков в проверке", Kind.INTEGER, width=12, hint="Из скольких уроков считаются просроченные"
    )
    overdue_percent: float | None = column("Просрочено, %", Kind.NUMBER, width=12)


def lines(monitoring: Monitoring, taken: Iterable[TakenRemark] = ()) -> tuple[MonitoringLine, ...]:
    """Return the lines of the sheet in the order of the rows; `taken` are the remarks that somebody deals with."""
    texts: dict[Row, list[str]] = {}
    for remark in remarks(monitoring):
        texts.setdefault(remark.row, []).append(f"{remark.text}.")
    known = by_place(taken)
    return tuple(
        _line(
            monitoring,
            row,
            " ".join(texts.get(row, ())),
            measures(known.get((row.teacher, row.school_class, row.subject), ()), monitoring.period),
        )
        for row in monitoring.rows
    )


def _line(monitoring: Monitoring, row: Row, remark: str, done: str) -> MonitoringLine:
    percents = {f"{each.id}_percent": each.percent(row.counts) for each in (*INDICATORS, *OBSERVED)}
    known: dict[str, Any] = {**row.counts._asdict(), **percents, "form_faults": faults(row.counts)}
    return MonitoringLine(
        first=monitoring.period.first,
        last=monitoring.period.last,
        teacher=row.teacher,
        school_class=row.school_class,
        subject=row.subject,
        remark=" ".join(filter(None, (remark, fault_words(row.counts)))),
        measures=done,
        **{name: value for name, value in known.items() if name in _COLUMNS},
    )


_COLUMNS = frozenset(column.name for column in MonitoringLine.table.columns)
