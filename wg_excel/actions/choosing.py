"""Choose rows by what the command line names: appeals by number, remarks by teacher, themes by name."""

from collections.abc import Iterable

import xlwings as xw

from wg_excel.book.chosen_rows import Chosen
from wg_excel.book.master import read_group
from wg_excel.domain.appeals.appeals import Appeal
from wg_excel.domain.appeals.theme_lines import ThemeLine
from wg_excel.domain.failures import Failure
from wg_excel.domain.language.texts import fold, listed
from wg_excel.domain.monitoring.monitoring_lines import MonitoringLine
from wg_excel.domain.monitoring.remark_deeds import standing
from wg_excel.domain.staff.teachers import Teacher


class NoSuchAppeal(Failure):
    """A number is no appeal's."""

    def __init__(self, numbers: Iterable[str]) -> None:
        super().__init__(f"На листе «Обращения» нет номеров: {', '.join(numbers)}. Проверьте номер.")


class NoSuchRemarks(Failure):
    """«Мониторинг» has no line of that teacher, class and subject."""

    def __init__(self, teacher: str) -> None:
        super().__init__(
            f"На листе «Мониторинг» нет строк педагога «{teacher}» с таким классом и предметом. "
            "Постройте мониторинг (wg-excel monitor) и проверьте имя."
        )


class NoSuchTheme(Failure):
    """«Темы квартала» has no such theme."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        have = listed(known)
        do = f"Есть: {have}." if have else "Соберите темы: wg-excel theme gather."
        super().__init__(f"На листе «Темы квартала» нет темы «{name}». {do}")


def appeals_of(book: xw.Book, numbers: Iterable[str]) -> Chosen:
    """Return the rows of appeals by their numbers; raise NoSuchAppeal."""
    group = read_group(book, (Appeal,))
    rows = {one.number: one.row for one in reversed(group[Appeal])}
    wanted = {number: rows.get(group.index.find(Appeal.table.name, number), 0) for number in numbers}
    if missing := [number for number, row in wanted.items() if not row]:
        raise NoSuchAppeal(missing)
    return Chosen(Appeal.table.sheet, frozenset(wanted.values()))


def lines_of(book: xw.Book, teacher: str, school_class: str = "", subject: str = "") -> Chosen:
    """Return the rows of «Мониторинг» with remarks about a teacher, of one class and subject where named."""
    group = read_group(book, (MonitoringLine, Teacher))
    whom = fold(group.index.find(Teacher.table.name, teacher) or teacher)
    mine = [
        line
        for line in group[MonitoringLine]
        if fold(line.teacher) == whom
        and fold(school_class) in {"", fold(line.school_class)}
        and fold(subject) in {"", fold(line.subject)}
    ]
    if not mine:
        raise NoSuchRemarks(teacher)
    low = {one.line.row for one in standing(mine, group.settings)}
    return Chosen(MonitoringLine.table.sheet, frozenset(low or {mine[0].row}))


def remarks_of(book: xw.Book) -> list[dict[str, str]]:
    """Return every remark of «Мониторинг» with what is done about it."""
    group = read_group(book, (MonitoringLine,))
    return [
        {
            "teacher": one.line.teacher,
            "class": one.line.school_class,
            "subject": one.line.subject,
            "indicator": one.indicator.id,
            "remark": one.text,
            "measures": one.line.measures,
        }
        for one in standing(group[MonitoringLine], group.settings)
    ]


def themes_of(book: xw.Book, name: str) -> Chosen:
    """Return the row of a theme of «Темы квартала»; raise NoSuchTheme."""
    lines = read_group(book, (ThemeLine,))[ThemeLine]
    rows = frozenset(line.row for line in lines if fold(line.theme) == fold(name))
    if not rows:
        raise NoSuchTheme(name, (line.theme for line in lines))
    return Chosen(ThemeLine.table.sheet, rows)
